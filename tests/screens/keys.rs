//! What the page about keys shows and asks for.

use egui_kittest::{Harness, kittest::Queryable};
use kneadwell::practice::keys::assigned::{Assigned, Duty, Struck};
use kneadwell::ui::action::{Action, Hands, KeysView, Room};
use kneadwell::ui::keys::keys;
use kneadwell::ui::theme::Theme;

use crate::today::stage::{Look, click, nothing_is_lost, picture, stage, walk};

fn on(look: Look, pressed: Option<&str>, duties: &[(&str, Duty)]) -> Harness<'static, Vec<Action>> {
    let pressed = pressed.map(Struck::named);
    let mut assigned = Assigned::default();
    for (name, duty) in duties {
        assigned.assign(&Struck::named(name), *duty);
    }
    stage(look, Room::Settings, move |ui| {
        keys(ui, &KeysView { pressed: pressed.as_ref(), assigned: &assigned, banners: &[] })
    })
}

const SOME: &[(&str, Duty)] =
    &[("F13", Duty::Pause), ("MediaPlayPause", Duty::Stop), ("MouseMiddle", Duty::More), ("0x1d3", Duty::Time)];

#[test]
fn every_duty_is_offered_for_what_was_pressed() {
    let mut harness = on(Look::PAPER, Some("PageDown"), &[]);
    for words in [
        "Page Down",
        "It eases off, as every other key.",
        "If nothing happens, your desktop keeps this key for itself.",
    ] {
        assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
    for (name, duty) in [
        ("Ease off", Duty::Ease),
        ("Pause", Duty::Pause),
        ("It let go", Duty::LetGo),
        ("Next", Duty::Next),
        ("Back", Duty::Back),
        ("Ten more seconds", Duty::More),
        ("Say the time", Duty::Time),
        ("Stop", Duty::Stop),
    ] {
        assert_eq!(click(&mut harness, name), [Action::Hands(Hands::Assign(duty))], "{name}");
    }
    assert_eq!(click(&mut harness, "Done"), [Action::Hands(Hands::Leave)]);
}

#[test]
fn digits_space_and_escape_are_not_offered() {
    for (name, says) in [("7", "The digits answer"), ("Space", "Space pauses"), ("Escape", "Escape opens")] {
        let harness = on(Look::PAPER, Some(name), &[]);
        assert!(harness.query_all_by_label_contains(says).count() > 0, "{name}");
        assert!(harness.query_by_label("Say the time").is_none(), "{name}");
    }
}

#[test]
fn each_duty_is_taken_back_by_itself_or_all_at_once() {
    let mut harness = on(Look::PAPER, None, SOME);
    for (words, name) in [
        ("F13", "F13"),
        ("Play/Pause", "MediaPlayPause"),
        ("Middle mouse button", "MouseMiddle"),
        ("Key 0x1d3", "0x1d3"),
    ] {
        let asked = click(&mut harness, &format!("Remove: {words}"));
        assert_eq!(asked, [Action::Hands(Hands::Remove(name.to_owned()))]);
    }
    assert_eq!(click(&mut harness, "Remove all"), [Action::Hands(Hands::RemoveAll)]);
    let bare = on(Look::PAPER, None, &[]);
    assert!(bare.query_by_label("Remove all").is_none());
    assert!(bare.query_by_label("Waiting for a press").is_some());
}

#[test]
fn the_keyboard_comes_to_everything() {
    let mut harness = on(Look { width: 640.0, height: 480.0, ..Look::PAPER }, Some("F14"), SOME);
    let names = walk(&mut harness, 24);
    for name in ["Ease off", "Stop", "Remove: F13", "Remove all", "Done"] {
        assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
    }
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all().chain([Look { width: 640.0, height: 480.0, ..Look::PAPER }]) {
        for pressed in [None, Some("PageDown"), Some("MouseSecondary"), Some("Space")] {
            nothing_is_lost(&on(look, pressed, SOME), look);
        }
    }
}

#[test]
fn pictures() {
    picture("keys-contrast", &mut on(Look { theme: Theme::Contrast, ..Look::PAPER }, Some("MediaPlayPause"), SOME));
}

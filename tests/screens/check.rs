//! What the list of signs shows and asks for.

use eframe::egui::Vec2;
use egui_kittest::kittest::Queryable;
use kneadwell::practice::library::Region;
use kneadwell::practice::safety::{Flag, Sign};
use kneadwell::ui::action::{Action, CheckView, Room};
use kneadwell::ui::check::{CheckDraft, check};
use kneadwell::ui::theme::Theme;

use crate::summary::{SIZES, Window, page, picture, reach, windows};

const OWN: &str = "Tingling down to the thumb";

fn shown(theme: Theme, size: (Vec2, f32), inside: bool) -> Window<CheckDraft> {
    let points =
        ["left shoulder-top", "right side of the neck", "left inner edge of the shoulder blade", "left shoulder blade"];
    let points: Vec<_> = points.into_iter().map(|point| (point.to_owned(), point.contains("right"))).collect();
    page(theme, size, CheckDraft::default(), move |ui, draft| {
        let view = CheckView {
            regions: &[Region::Neck, Region::Shoulder],
            own_signs: &[OWN.to_owned()],
            points: if inside { &[] } else { &points },
            why: None,
        };
        check(ui, &view, draft)
    })
}

#[test]
fn none_becomes_continue_on_a_tick_and_back() {
    let mut harness = shown(Theme::Paper, SIZES[0], false);
    harness.get_by_label("None of these apply").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Some(Action::Mark(Vec::new())));
    for _ in 0..2 {
        harness.get_by_label("Fainting").click();
        harness.run();
        harness.get_by_label(OWN).click();
        harness.run();
        let is_ticked = harness.state().draft.ticked.len() == 2;
        assert_eq!(harness.query_by_label("Continue").is_some(), is_ticked);
        assert_eq!(harness.query_by_label("None of these apply").is_some(), !is_ticked);
        if is_ticked {
            harness.get_by_label("Continue").click();
            harness.run();
            let marked = vec![Flag::Own(OWN.to_owned()), Flag::Sign(Sign::Faint)];
            assert_eq!(harness.state_mut().asked.take(), Some(Action::Mark(marked)));
        }
    }
}

#[test]
fn the_therapists_own_signs_come_first_then_the_most_urgent_for_the_part() {
    let harness = shown(Theme::Paper, SIZES[0], false);
    let top = |label| harness.get_by_label(label).rect().top();
    let tops = [OWN, "A sudden headache, the worst ever", "Pain in the chest", "Dizzy or sick"].map(top);
    assert!(tops.is_sorted(), "{tops:?}");
}

#[test]
fn a_spot_can_be_skipped_before_a_session_only() {
    let mut harness = shown(Theme::Paper, SIZES[0], false);
    harness.get_by_label("Left shoulder-top").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Some(Action::SkipPoint(0)));
    harness.get_by_label("Back to Today").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Some(Action::Go(Room::Today)));
    let inside = shown(Theme::Paper, SIZES[0], true);
    inside.get_by_label("Something feels wrong");
    assert!(inside.query_by_label("Left shoulder-top").is_none() && inside.query_by_label("Back to Today").is_none());
}

#[test]
fn more_below_is_said_until_the_end_of_the_list() {
    let mut harness = shown(Theme::Paper, SIZES[0], true);
    assert!(harness.query_by_label("More below").is_some());
    reach(&mut harness, "Dizzy or sick");
    assert!(harness.query_by_label("More below").is_none());
}

#[test]
fn the_keyboard_does_everything_in_every_window() {
    for (theme, size) in windows() {
        let mut harness = shown(theme, size, false);
        reach(&mut harness, OWN);
        reach(&mut harness, "Dizzy or sick");
        reach(&mut harness, "Left shoulder blade");
        assert_eq!(harness.state_mut().asked.take(), Some(Action::SkipPoint(3)));
        reach(&mut harness, "Continue");
        let marked = vec![Flag::Own(OWN.to_owned()), Flag::Sign(Sign::Dizzy)];
        assert_eq!(harness.state_mut().asked.take(), Some(Action::Mark(marked)));
    }
}

#[test]
fn it_looks_as_drawn() {
    picture("check-dusk", &mut shown(Theme::Dusk, SIZES[0], false));
}

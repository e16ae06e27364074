//! Hands free: keys that were given a duty, keys that egui drops, the large button, and the practice round.

use std::sync::mpsc::{Sender, channel};

use eframe::egui::{Event, Modifiers, PointerButton, Pos2, pos2};
use kneadwell::practice::keys::assigned::Struck;
use kneadwell::practice::score::{Line, Phrase};

use super::*;

const OFFER: &str = "Try it without pressing: one minute";
const MIDDLE: Pos2 = pos2(420.0, 420.0);

/// Presses a button of the mouse, and lets it go.
fn button(harness: &mut Harness<'_, App>, pos: Pos2, button: PointerButton) {
    harness.event(Event::PointerMoved(pos));
    harness.step();
    for pressed in [true, false] {
        harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        harness.step();
    }
    harness.step();
}

/// Brings what has this name into sight and clicks it.
fn scroll_and_click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).scroll_to_me();
    (0..8).for_each(|_| harness.step());
    click(harness, label);
}

/// Takes the practice round that Today offers.
fn offered(harness: &mut Harness<'_, App>) {
    scroll_and_click(harness, OFFER);
}

fn set(folder: &Path, settings: &str) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("settings.json"), settings).unwrap();
}

fn settings(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("settings.json")).unwrap()
}

/// Opens the window with a line for the keys that egui drops.
fn open_to_keys(folder: &Path) -> (Harness<'static, App>, Hand, Sender<Struck>) {
    let (clock, hand) = Clock::by_hand(MORNING.parse::<Zoned>().unwrap());
    let (mut world, found) = World::open(clock, Some(folder.to_owned())).unwrap();
    world.sound = Sound::off();
    let (told, dropped) = channel();
    let harness = Harness::builder()
        .with_size(vec2(1180.0, 780.0))
        .with_max_steps(32)
        .build_eframe(move |context| App::new(&context.egui_ctx, world, &found, None).hearing(dropped));
    (harness, hand, told)
}

fn count(folder: &Path, table: &str) -> String {
    rows(folder, &format!("SELECT count(*) FROM {table}")).remove(0)
}

fn kinds(folder: &Path) -> Vec<String> {
    let sql = "SELECT kind FROM events WHERE kind IN ('eased', 'paused', 'stopped', 'let-go', 'skipped') ORDER BY seq";
    rows(folder, sql)
}

#[test]
fn a_practice_round_is_gone_through_and_nothing_of_it_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (sound, mut overheard) = Sound::overheard();
    let (mut harness, hand) = open_by(AnswerBy::Scan, folder.path(), MORNING, sound);
    let mut hears = |line: Line| {
        let said = overheard.to_be_spoken(Duration::ZERO);
        assert!(said.iter().any(|(phrase, _)| *phrase == Phrase::Line(line)), "{line:?} is not in {said:?}");
    };
    harness.step();
    offered(&mut harness);
    harness.get_by_label("Get ready");
    harness.get_by_label("Practice: nothing is kept");
    hears(Line::Practice);
    pass(&mut harness, &hand, 9);
    harness.get_by_label("Find the spot");
    press(&mut harness, Key::PageDown);
    pass(&mut harness, &hand, 5);
    harness.get_by_label("Press any key: it eases off.");
    harness.get_by_label("Ease off: not yet");
    hears(Line::PracticeEase);
    press(&mut harness, Key::F13);
    harness.get_by_label("Ease off: done");
    hears(Line::PracticeEased);
    while harness.query_all_by_label("Release").count() == 0 {
        pass(&mut harness, &hand, 1);
    }
    hears(Line::PracticeAnswer);
    while harness.query_all_by_label_contains("how strong was the press?").count() == 0 {
        pass(&mut harness, &hand, 1);
    }
    harness.get_by_label("Answer: not yet");
    while harness.query_by_label("3 of 10, any key now").is_none() {
        pass(&mut harness, &hand, 1);
    }
    press(&mut harness, Key::F13);
    harness.get_by_label("Answer: done");
    while harness.query_by_label("Press").is_none() {
        pass(&mut harness, &hand, 1);
    }
    hears(Line::PracticePause);
    press(&mut harness, Key::Space);
    harness.get_by_label("Pause: done");
    harness.get_by_label("Paused");
    press(&mut harness, Key::Space);
    pass(&mut harness, &hand, 40);
    harness.get_by_label("That was the practice round");
    hears(Line::PracticeDone);
    for done in ["Ease off: done", "Answer: done", "Pause: done"] {
        harness.get_by_label(done);
    }
    click(&mut harness, "Go to Today");
    harness.get_by_label("Who gave you a program?");
    assert!(harness.query_by_label(OFFER).is_none(), "it is offered once");
    click(&mut harness, "Journal");
    drop(harness);
    for table in ["sessions", "events", "answers", "revisions", "taken", "flags", "decisions", "standings"] {
        assert_eq!(count(folder.path(), table), "0", "{table}");
    }
    let (mut harness, _) = open(folder.path(), MORNING);
    harness.step();
    assert!(harness.query_by_label(OFFER).is_none(), "nor later");
}

#[test]
fn a_practice_round_in_which_nothing_is_done_ends_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, hand) = open(folder.path(), MORNING);
    harness.step();
    click(&mut harness, "short demo");
    offered(&mut harness);
    pass(&mut harness, &hand, 90);
    for open in ["Ease off: not yet", "Answer: not yet", "Pause: not yet"] {
        harness.get_by_label(open);
    }
    click(&mut harness, "Practise again");
    harness.get_by_label("Get ready");
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Leave this session out").is_none(), "there is nothing to leave out");
    click(&mut harness, "End the practice round");
    harness.get_by_label("That was the practice round");
    drop(harness);
    assert_eq!(count(folder.path(), "sessions"), "0");
    assert_eq!(count(folder.path(), "taken"), "1", "the program is as it was");
}

#[test]
fn a_sign_that_is_marked_in_a_practice_round_is_taken_for_true() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, _) = open(folder.path(), MORNING);
    harness.step();
    click(&mut harness, "short demo");
    offered(&mut harness);
    press(&mut harness, Key::Escape);
    click(&mut harness, "Something feels wrong");
    click(&mut harness, "Pain in the chest");
    click(&mut harness, "Continue");
    harness.get_by_label_contains("Stop here");
    click(&mut harness, "Save and close");
    drop(harness);
    assert_eq!(rows(folder.path(), "SELECT sign, level, session FROM flags"), ["chest emergency -"]);
    assert_eq!(count(folder.path(), "sessions"), "0");
}

#[test]
fn a_key_is_given_a_duty_keeps_it_and_loses_it_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, hand, told) = open_to_keys(folder.path());
    harness.step();
    start_the_demo(&mut harness);
    press(&mut harness, Key::Escape);
    click(&mut harness, "Leave this session out");
    click(&mut harness, "Settings");
    scroll_and_click(&mut harness, "Press what you will use");
    harness.get_by_label("Waiting for a press");
    for (pressed, name) in
        [(Key::F13, "F13"), (Key::Num7, "7"), (Key::ArrowLeft, "Arrow left"), (Key::PageDown, "Page Down")]
    {
        press(&mut harness, pressed);
        harness.get_by_label(name);
    }
    click(&mut harness, "Pause");
    harness.get_by_label("It does this now: Pause.");
    told.send(Struck::named("MediaPause")).unwrap();
    harness.step();
    harness.step();
    harness.get_by_label("Pause (media key)");
    click(&mut harness, "Stop");
    button(&mut harness, MIDDLE, PointerButton::Middle);
    harness.get_by_label("Middle mouse button");
    click(&mut harness, "It let go");
    press(&mut harness, Key::Escape);
    harness.get_by_label("Size of everything");
    let kept = settings(folder.path());
    for line in [r#""PageDown": "pause""#, r#""MediaPause": "stop""#, r#""MouseMiddle": "let-go""#] {
        assert!(kept.contains(line), "{kept}");
    }
    click(&mut harness, "Today");
    click(&mut harness, "Nothing new");
    click(&mut harness, "Start");
    pass(&mut harness, &hand, 21);
    press(&mut harness, Key::F13);
    pass(&mut harness, &hand, 16);
    button(&mut harness, MIDDLE, PointerButton::Middle);
    pass(&mut harness, &hand, 1);
    press(&mut harness, Key::PageDown);
    harness.get_by_label("Paused");
    press(&mut harness, Key::PageDown);
    told.send(Struck::named("MediaPause")).unwrap();
    harness.step();
    harness.step();
    harness.get_by_label("Stop here?");
    click(&mut harness, "Leave this session out");
    click(&mut harness, "Settings");
    scroll_and_click(&mut harness, "Press what you will use");
    scroll_and_click(&mut harness, "Remove: Middle mouse button");
    assert!(!settings(folder.path()).contains("MouseMiddle"));
    scroll_and_click(&mut harness, "Remove all");
    assert!(settings(folder.path()).contains(r#""keys": {}"#));
    scroll_and_click(&mut harness, "Done");
    drop(harness);
    assert_eq!(kinds(folder.path()), ["stopped", "let-go", "paused", "stopped"]);
}

#[test]
fn a_key_that_egui_drops_eases_a_hold() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, hand, told) = open_to_keys(folder.path());
    harness.step();
    start_the_demo(&mut harness);
    pass(&mut harness, &hand, 21);
    for name in ["MediaPause", "AudioVolumeUp", "0x1d3"] {
        told.send(Struck::named(name)).unwrap();
        harness.step();
        pass(&mut harness, &hand, 6);
    }
    drop(harness);
    assert_eq!(kinds(folder.path()), ["eased"], "the first finds the spot, and the volume is no key of a session");
}

#[test]
fn in_floor_mode_a_click_anywhere_eases_and_a_right_click_pauses() {
    let folder = tempfile::tempdir().unwrap();
    set(folder.path(), r#"{"floor": true, "practised": true}"#);
    let (mut harness, hand) = open(folder.path(), MORNING);
    harness.step();
    start_the_demo(&mut harness);
    pass(&mut harness, &hand, 21);
    assert!(harness.query_all_by_label("Anywhere: found it").count() > 0);
    button(&mut harness, MIDDLE, PointerButton::Primary);
    pass(&mut harness, &hand, 8);
    assert!(harness.query_all_by_label("Anywhere: ease off").count() > 0);
    let stop = harness.get_by_label("Stop").rect();
    assert!(stop.height() >= 88.0 && stop.bottom() <= 780.0, "{stop:?}");
    button(&mut harness, MIDDLE, PointerButton::Primary);
    button(&mut harness, MIDDLE, PointerButton::Secondary);
    harness.get_by_label("Paused");
    button(&mut harness, pos2(900.0, 300.0), PointerButton::Secondary);
    assert!(harness.query_by_label("Paused").is_none(), "and goes on");
    pass(&mut harness, &hand, 1);
    click(&mut harness, "Stop");
    harness.get_by_label("Stop here?");
    button(&mut harness, pos2(20.0, 20.0), PointerButton::Primary);
    harness.get_by_label("Stop here?");
    drop(harness);
    assert_eq!(kinds(folder.path()), ["eased", "paused", "stopped"]);
}

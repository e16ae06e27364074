//! What the sound check shows and asks for.

use std::cell::RefCell;
use std::rc::Rc;

use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::{Harness, kittest::NodeT, kittest::Queryable};
use kneadwell::practice::score::Register;
use kneadwell::ui::action::{Action, Device, Hearing, Room, SoundCheckView, Test};
use kneadwell::ui::sound_check::{SoundCheckDraft, sound_check};
use kneadwell::ui::theme::Theme;

use crate::today::stage::{Look, click, nothing_is_lost, picture, stage, walk};

type Window = Harness<'static, Vec<Action>>;

const VIEW: SoundCheckView = SoundCheckView { device: Device::There, back: Room::Settings };
const SMALL: Look = Look { width: 640.0, height: 480.0, ..Look::PAPER };

fn on(look: Look, view: SoundCheckView) -> Window {
    let draft = Rc::new(RefCell::new(SoundCheckDraft::default()));
    stage(look, Room::Settings, move |ui| sound_check(ui, view, &mut draft.borrow_mut()))
}

/// Plays a sound and answers it.
fn answer(harness: &mut Window, heard: bool) -> Vec<Action> {
    let played = click(harness, "Play");
    assert_eq!(click(harness, if heard { "I hear it" } else { "I don’t hear it" }), []);
    played
}

/// Goes through all four.
fn through(harness: &mut Window, heard: [bool; 4]) {
    let played: Vec<_> = heard.into_iter().flat_map(|heard| answer(harness, heard)).collect();
    let sounds =
        [Test::Trial(Register::Low), Test::Trial(Register::Middle), Test::Trial(Register::High), Test::TrialVoice];
    assert_eq!(played, sounds.map(|test| Action::Hearing(Hearing::Test(test))));
}

#[test]
fn nothing_plays_without_a_click_and_nothing_is_answered_before_it_was_played() {
    let mut harness = on(Look::PAPER, VIEW);
    assert_eq!(*harness.state(), []);
    assert!(harness.get_by_label("I hear it").accesskit_node().is_disabled());
    strike(&mut harness, Key::Num1);
    assert!(harness.query_by_label("Sound 1 of 4").is_some(), "not played yet");
    assert_eq!(click(&mut harness, "Play"), [Action::Hearing(Hearing::Test(Test::Trial(Register::Low)))]);
    assert_eq!(click(&mut harness, "Play again"), [Action::Hearing(Hearing::Test(Test::Trial(Register::Low)))]);
    assert_eq!(click(&mut harness, "I hear it"), []);
    assert!(harness.query_by_label("A middle tone").is_some());
    assert_eq!(click(&mut harness, "One sound back"), []);
    assert!(harness.query_by_label("A low tone").is_some());
    assert_eq!(click(&mut harness, "Leave the sound check"), [Action::Go(Room::Settings)]);
}

#[test]
fn the_tones_that_were_heard_are_proposed() {
    for (heard, suits) in [
        ([true, true, true, true], Register::Middle),
        ([true, true, false, true], Register::Low),
        ([true, false, false, false], Register::Low),
        ([false, true, true, true], Register::High),
        ([false, false, true, false], Register::High),
        ([false, true, false, true], Register::Middle),
        ([true, false, true, true], Register::Middle),
        ([false, false, false, true], Register::Middle),
    ] {
        let mut harness = on(Look::PAPER, VIEW);
        through(&mut harness, heard);
        assert_eq!(click(&mut harness, "Use these tones"), [Action::Hearing(Hearing::Checked(suits))], "{heard:?}");
        assert_eq!(harness.query_by_label("The voice: heard").is_some(), heard[3]);
        let no_voice = harness.query_by_label_contains("Without the voice").is_some();
        assert_eq!(no_voice, !heard[3], "{heard:?}");
    }
}

#[test]
fn another_choice_can_be_made_by_hand_and_all_begun_again() {
    let mut harness = on(Look::PAPER, VIEW);
    through(&mut harness, [true, true, false, true]);
    assert_eq!(click(&mut harness, "High"), []);
    assert_eq!(click(&mut harness, "Use these tones"), [Action::Hearing(Hearing::Checked(Register::High))]);
    assert_eq!(click(&mut harness, "Begin again"), []);
    assert!(harness.query_by_label("Sound 1 of 4").is_some());
}

#[test]
fn where_nothing_was_heard_it_says_what_to_do() {
    let mut harness = on(Look::PAPER, VIEW);
    through(&mut harness, [false; 4]);
    assert!(harness.query_by_label("Nothing was heard").is_some());
    assert!(harness.query_by_label_contains("Turn up the volume").is_some());
    assert!(harness.query_by_label("Use these tones").is_none());
    assert_eq!(click(&mut harness, "Go on without sound"), [Action::Go(Room::Settings)]);
    assert_eq!(click(&mut harness, "Begin again"), []);
    assert!(harness.query_by_label("A low tone").is_some());
}

#[test]
fn without_a_device_it_leads_on() {
    let mut harness = on(Look::PAPER, SoundCheckView { device: Device::Missing, ..VIEW });
    assert!(harness.query_by_label("No sound device").is_some() && harness.query_by_label("Play").is_none());
    assert_eq!(click(&mut harness, "Sound off: watch the screen"), [Action::Go(Room::Settings)]);
}

fn strike(harness: &mut Window, physical: Key) {
    // On a French keyboard the keys of the row type something else: they go by their place.
    let event = |pressed| Event::Key {
        key: Key::Quote,
        physical_key: Some(physical),
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    harness.event(event(true));
    harness.event(event(false));
    harness.run();
}

#[test]
fn the_keyboard_is_enough() {
    let mut harness = on(SMALL, VIEW);
    let names = walk(&mut harness, 12);
    for name in ["Play", "Leave the sound check"] {
        assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
    }
    harness.get_by_label("Play").focus();
    harness.run();
    for sound in ["A low tone", "A middle tone", "A high tone", "The voice"] {
        assert!(harness.query_by_label(sound).is_some(), "{sound}");
        harness.key_press(Key::Enter);
        harness.run();
        strike(&mut harness, if sound == "A high tone" { Key::Num2 } else { Key::Num1 });
    }
    assert!(harness.query_by_label("A high tone: not heard").is_some());
    assert!(harness.query_by_label("The low tones suit what you hear.").is_some());
    let names = walk(&mut harness, 12);
    assert!(names.iter().any(|found| found == "Use these tones"), "{names:?}");
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all().chain([SMALL]) {
        let mut harness = on(look, VIEW);
        nothing_is_lost(&harness, look);
        through(&mut harness, [true, false, true, false]);
        nothing_is_lost(&harness, look);
        let mut deaf = on(look, VIEW);
        through(&mut deaf, [false; 4]);
        nothing_is_lost(&deaf, look);
        nothing_is_lost(&on(look, SoundCheckView { device: Device::Missing, ..VIEW }), look);
    }
}

#[test]
fn a_picture_of_a_sound() {
    let mut harness = on(Look::PAPER, VIEW);
    click(&mut harness, "Play");
    picture("sound-check-paper", &mut harness);
}

#[test]
fn a_picture_of_the_result() {
    let mut harness = on(Look { theme: Theme::Dusk, ..Look::PAPER }, VIEW);
    through(&mut harness, [true, true, false, true]);
    picture("sound-check-result-dusk", &mut harness);
}

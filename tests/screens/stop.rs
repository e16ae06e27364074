//! What the stop screen shows and asks for.

use std::time::Duration;

use eframe::egui::{OutputCommand, Vec2};
use egui_kittest::kittest::Queryable;
use kneadwell::practice::library::Tool;
use kneadwell::practice::safety::{Flag, Sign};
use kneadwell::ui::action::{Action, StopView};
use kneadwell::ui::stop::stop;
use kneadwell::ui::theme::Theme;

use crate::summary::{SIZES, Window, picture, reach, window, windows};

/// Whom the program file names, and how to reach them.
type Therapist = Option<(&'static str, Option<&'static str>)>;

fn shown(theme: Theme, size: (Vec2, f32), flags: &[Flag]) -> Window<()> {
    shown_for(theme, size, flags, Some(("Ana Ruiz", Some("555 0142"))))
}

fn shown_for(theme: Theme, size: (Vec2, f32), flags: &[Flag], therapist: Therapist) -> Window<()> {
    let flags = flags.to_vec();
    window(theme, size, (), move |ui, ()| {
        let view = StopView {
            flags: &flags,
            therapist,
            time: "18:40",
            doing: Some(("left shoulder-top".to_owned(), Some(Tool::Cane), Duration::from_secs(17))),
            holds_kept: 1,
        };
        stop(ui, &view)
    })
}

fn signs(signs: &[Sign]) -> Vec<Flag> {
    signs.iter().copied().map(Flag::Sign).collect()
}

#[test]
fn the_most_urgent_sign_decides_the_title_and_what_comes_first() {
    let titles = [
        (signs(&[Sign::Dizzy, Sign::Chest]), "Stop here.\nCall the emergency number now.", "Call the emergency number"),
        (signs(&[Sign::Dizzy, Sign::Calf]), "Stop here.\nGet checked today.", "Leave the area alone"),
        (vec![Flag::Own("Tingling".to_owned())], "Stop for today.", "Leave the area alone"),
    ];
    for (flags, title, first) in titles {
        let harness = shown(Theme::Paper, SIZES[0], &flags);
        harness.get_by_label(title);
        let (one, two) = (harness.get_by_label("1").rect(), harness.get_by_label("2").rect());
        let step = harness.get_by_label(first).rect().center().y;
        assert!((one.top()..two.top()).contains(&step), "{first} is not the first step");
    }
}

#[test]
fn the_boxed_warning_stands_where_the_title_does_not_say_it() {
    let warns =
        |flags: &[Flag]| shown(Theme::Paper, SIZES[0], flags).query_by_label_contains("if your face droops").is_some();
    assert!(warns(&signs(&[Sign::Calf])) && warns(&signs(&[Sign::Dizzy])) && !warns(&signs(&[Sign::Chest])));
}

#[test]
fn the_buttons_answer_and_the_note_is_copied() {
    let mut harness = shown(Theme::Paper, SIZES[0], &signs(&[Sign::Weakness]));
    let note = "At 18:40 today I noticed: new weakness, or numbness that spreads.\n\n\
                I was pressing with the cane for 17 seconds, here: left shoulder-top.";
    harness.get_by_label(note);
    harness.get_by_label("Copy").click();
    let copied = (0..4).any(|_| {
        harness.step();
        harness.output().platform_output.commands.contains(&OutputCommand::CopyText(note.to_owned()))
    });
    assert!(copied, "the note is not on the clipboard");
    harness.get_by_label("Copied");
    harness.get_by_label("Save and close").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Some(Action::LeaveStop));
    harness.get_by_label("I ticked this by mistake").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Some(Action::Unmark));
}

#[test]
fn the_therapist_is_named_as_far_as_the_file_does() {
    let steps = [
        (Some(("Ana Ruiz", Some("555 0142"))), ["Tell Ana Ruiz", "555 0142, from your program file"]),
        (Some(("Ana Ruiz", None)), ["Tell Ana Ruiz", "Before the next session."]),
        (None, ["Tell your therapist", "Before the next session."]),
    ];
    for (therapist, words) in steps {
        let harness = shown_for(Theme::Paper, SIZES[0], &signs(&[Sign::Calf]), therapist);
        for words in words {
            harness.get_by_label(words);
        }
    }
}

#[test]
fn the_keyboard_does_everything_in_every_window() {
    for (theme, size) in windows() {
        let mut harness = shown(theme, size, &signs(&Sign::ALL));
        reach(&mut harness, "Copy");
        reach(&mut harness, "I ticked this by mistake");
        assert_eq!(harness.state_mut().asked.take(), Some(Action::Unmark));
        reach(&mut harness, "Save and close");
        assert_eq!(harness.state_mut().asked.take(), Some(Action::LeaveStop));
    }
}

#[test]
fn it_looks_as_drawn() {
    picture("stop-paper", &mut shown(Theme::Paper, SIZES[0], &signs(&[Sign::Weakness])));
}

#[test]
fn an_emergency_looks_as_drawn() {
    picture("stop-emergency-dusk", &mut shown(Theme::Dusk, SIZES[0], &signs(&[Sign::Face])));
}

//! What Today shows of locks, and how a go-ahead is recorded.

use eframe::egui::{Key, Vec2, vec2};
use egui_kittest::kittest::Queryable;
use jiff::civil::{Date, date};
use kneadwell::ui::action::{Action, LockLine, ReleaseDraft};
use kneadwell::ui::locked::locked;
use kneadwell::ui::theme::Theme;

use crate::summary::{SIZES, Window, page, picture, reach, windows};

const TODAY: Date = date(2026, 11, 20);
const EVERYTHING: &str = "Everything: new weakness was marked on 18 November.";
const POINT: &str = "Left shoulder-top: it hurt more on three days in a row.";
const SMALL: (Vec2, f32) = (vec2(640.0, 480.0), 1.0);

fn lock(what: &str) -> LockLine {
    let turn_to = "Tell Ana Ruiz, 555 0142, and see a doctor.".to_owned();
    LockLine { what: what.to_owned(), turn_to, one_point: what == POINT }
}

fn shown(theme: Theme, size: (Vec2, f32), locks: &[&str]) -> Window<ReleaseDraft> {
    let locks: Vec<_> = locks.iter().map(|what| lock(what)).collect();
    page(theme, size, ReleaseDraft::default(), move |ui, draft| locked(ui, &locks, TODAY, draft))
}

fn opened(locks: &[&str], what: &str) -> Window<ReleaseDraft> {
    let mut harness = shown(Theme::Paper, SIZES[0], locks);
    harness.get_by_label(&format!("Record a go-ahead. {what}")).click();
    harness.run();
    harness
}

fn release(lock: usize, by: &str, on: Date) -> Action {
    Action::Release { lock, by: by.to_owned(), on }
}

/// Whether Save can be clicked, seen by what clicking it does.
fn save(harness: &mut Window<ReleaseDraft>) -> Option<Action> {
    harness.get_by_label("Save the go-ahead").click();
    harness.run();
    harness.state_mut().asked.take()
}

#[test]
fn every_lock_says_why_and_whom_to_turn_to() {
    let harness = shown(Theme::Paper, SIZES[0], &[EVERYTHING, POINT]);
    harness.get_by_label("On hold until a clinician agrees");
    for what in [EVERYTHING, POINT] {
        harness.get_by_label(what);
        harness.get_by_label(&format!("Record a go-ahead. {what}"));
    }
    assert_eq!(harness.query_all_by_label("Tell Ana Ruiz, 555 0142, and see a doctor.").count(), 2);
    shown(Theme::Paper, SIZES[0], &[POINT]).get_by_label("On hold here until a clinician agrees");
}

#[test]
fn without_locks_nothing_is_shown() {
    let harness = shown(Theme::Paper, SIZES[0], &[]);
    assert!(harness.query_by_label_contains("On hold").is_none());
}

#[test]
fn a_go_ahead_is_saved_with_its_name_and_day() {
    let mut harness = opened(&[EVERYTHING, POINT], POINT);
    assert_eq!(harness.state().draft.on, "2026-11-20");
    harness.get_by_label("Only if a doctor or therapist has told you that you may go on.");
    harness.state_mut().draft.by = " Ana Ruiz ".to_owned();
    harness.run();
    assert_eq!(save(&mut harness), Some(release(1, "Ana Ruiz", TODAY)));
    assert_eq!(harness.state().draft, ReleaseDraft::default());
    assert!(harness.query_by_label("Save the go-ahead").is_none());
}

#[test]
fn what_is_missing_is_said_and_nothing_is_saved() {
    let mut harness = opened(&[EVERYTHING], EVERYTHING);
    for (by, on, why) in [
        ("", "2026-11-20", "A name is missing."),
        ("   ", "2026-11-20", "A name is missing."),
        ("Ana Ruiz", "2026-11-21", "That day is still to come."),
        ("Ana Ruiz", "20 November", "The day is not one: write it like 2026-11-20."),
    ] {
        let draft = &mut harness.state_mut().draft;
        (draft.by, draft.on) = (by.to_owned(), on.to_owned());
        harness.run();
        harness.get_by_label(why);
        assert_eq!(save(&mut harness), None, "{why}");
    }
    harness.state_mut().draft.on = "2026-11-19".to_owned();
    harness.run();
    assert_eq!(save(&mut harness), Some(release(0, "Ana Ruiz", date(2026, 11, 19))));
}

#[test]
fn enter_saves_no_more_than_the_button_does() {
    let mut harness = opened(&[EVERYTHING], EVERYTHING);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!((harness.state_mut().asked.take(), harness.state().draft.open), (None, Some(0)));
}

#[test]
fn the_form_can_be_left_and_another_opened() {
    let mut harness = opened(&[EVERYTHING, POINT], EVERYTHING);
    harness.state_mut().draft.by = "Ana".to_owned();
    harness.get_by_label("Cancel").click();
    harness.run();
    assert_eq!((harness.state().draft.clone(), harness.state_mut().asked.take()), (ReleaseDraft::default(), None));
    for (i, what) in [EVERYTHING, POINT].into_iter().enumerate() {
        let label = format!("Record a go-ahead. {what}");
        harness.get_by_label(&label).click();
        harness.run();
        assert_eq!(harness.state().draft.open, Some(i));
        assert_eq!(harness.query_all_by_label("Save the go-ahead").count(), 1);
    }
}

#[test]
fn the_keyboard_does_everything_in_every_window() {
    let small = [Theme::Paper, Theme::Contrast].map(|theme| (theme, SMALL));
    for (theme, size) in windows().chain(small) {
        let mut harness = shown(theme, size, &[EVERYTHING, POINT]);
        reach(&mut harness, &format!("Record a go-ahead. {POINT}"));
        harness.run();
        assert!(harness.get_by_label("Who said so").is_focused(), "the name waits for the keyboard");
        harness.get_by_label("Who said so").type_text("Ana Ruiz");
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state_mut().asked.take(), Some(release(1, "Ana Ruiz", TODAY)));
        reach(&mut harness, &format!("Record a go-ahead. {EVERYTHING}"));
        reach(&mut harness, "Cancel");
        assert_eq!((harness.state().draft.open, harness.state_mut().asked.take()), (None, None));
    }
}

#[test]
fn it_looks_as_drawn() {
    picture("locked-paper", &mut shown(Theme::Paper, SIZES[0], &[EVERYTHING, POINT]));
}

#[test]
fn its_form_looks_as_drawn() {
    let mut dusk = shown(Theme::Dusk, SIZES[0], &[EVERYTHING, POINT]);
    dusk.get_by_label(&format!("Record a go-ahead. {EVERYTHING}")).click();
    dusk.run();
    picture("locked-form-dusk", &mut dusk);
}

#[test]
fn a_small_window_has_its_fields_under_each_other() {
    let mut harness = shown(Theme::Contrast, SMALL, &[POINT]);
    harness.get_by_label(&format!("Record a go-ahead. {POINT}")).click();
    harness.run();
    picture("locked-form-small-contrast", &mut harness);
}

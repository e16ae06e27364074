//! What the page after a practice round shows and asks for.

use std::time::Duration;

use egui_kittest::{Harness, kittest::Queryable};
use kneadwell::practice::journal::{Event, Happened};
use kneadwell::practice::rehearsal::Rehearsal;
use kneadwell::ui::action::{Action, Hands, Room};
use kneadwell::ui::rehearsed::rehearsed;

use crate::today::stage::{Look, click, nothing_is_lost, stage, walk};

/// After a round in which was done what these tell.
fn on(look: Look, done: &[Happened]) -> Harness<'static, Vec<Action>> {
    let mut rehearsal = Rehearsal::default();
    for what in done {
        rehearsal.hear(&Event { at: Duration::ZERO, position: Duration::ZERO, what: what.clone() });
    }
    stage(look, Room::Today, move |ui| rehearsed(ui, &rehearsal))
}

#[test]
fn it_says_what_was_tried_and_what_was_not_yet() {
    let mut harness = on(Look::PAPER, &[Happened::Eased { to: Some(1) }]);
    for words in ["Ease off: done", "Answer: not yet", "Pause: not yet", "Space pauses. Space again goes on."] {
        assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
    assert_eq!(click(&mut harness, "Practise again"), [Action::Hands(Hands::Practise)]);
    assert_eq!(click(&mut harness, "Go to Today"), [Action::Go(Room::Today)]);
}

#[test]
fn nothing_is_lost_in_any_window_and_the_keyboard_comes_to_it() {
    for look in Look::all() {
        nothing_is_lost(&on(look, &[Happened::Paused]), look);
    }
    let names = walk(&mut on(Look { width: 640.0, height: 480.0, ..Look::PAPER }, &[]), 8);
    for name in ["Go to Today", "Practise again"] {
        assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
    }
}

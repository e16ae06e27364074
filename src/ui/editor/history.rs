//! Undo and redo of a whole draft.

use eframe::egui::util::undoer::Undoer;
use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::practice::program::draft::Draft;

/// What was typed before, and what of it was taken back.
#[derive(Debug, Default)]
pub struct History {
    undoer: Undoer<Point>,
}

/// A draft with the point that was open in it: what is taken back is seen where it was done.
#[derive(Debug, Clone)]
struct Point {
    draft: Draft,
    open: Option<(usize, usize)>,
}

impl PartialEq for Point {
    fn eq(&self, other: &Self) -> bool {
        self.draft == other.draft
    }
}

/// A wish to go back or forth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Undo,
    Redo,
}

impl History {
    /// Takes the keys away from the fields: a field that is typed in has a history of its own, of itself alone.
    pub fn keys(ui: &Ui) -> Option<Turn> {
        let ours = [
            (Modifiers::COMMAND | Modifiers::SHIFT, Key::Z, Turn::Redo),
            (Modifiers::COMMAND, Key::Y, Turn::Redo),
            (Modifiers::COMMAND, Key::Z, Turn::Undo),
        ];
        // The one with Shift first: without it is met by both.
        let is_pressed =
            |modifiers, key| ui.input_mut(|input| input.consume_shortcut(&KeyboardShortcut::new(modifiers, key)));
        ours.into_iter().find(|(modifiers, key, _)| is_pressed(*modifiers, *key)).map(|(.., turn)| turn)
    }

    /// Sees the draft as it is now; typing that pauses for a second is one step. Returns true while it waits for that.
    pub fn see(&mut self, time: f64, draft: &Draft, open: Option<(usize, usize)>) -> bool {
        self.undoer.feed_state(time, &Point { draft: draft.clone(), open });
        self.undoer.is_in_flux()
    }

    /// Ends a step here: another field is gone to, or something is about to be added, moved or taken out.
    pub fn mark(&mut self, time: f64, draft: &Draft, open: Option<(usize, usize)>) {
        let point = Point { draft: draft.clone(), open };
        // What was taken back cannot come again after a change: feeding sees to that, adding alone does not.
        self.undoer.feed_state(time, &point);
        self.undoer.add_undo(&point);
    }

    /// True where there is something to take back.
    pub fn can_undo(&self, draft: &Draft) -> bool {
        self.undoer.has_undo(&Point { draft: draft.clone(), open: None })
    }

    /// True where something was taken back.
    pub fn can_redo(&self, draft: &Draft) -> bool {
        self.undoer.has_redo(&Point { draft: draft.clone(), open: None })
    }

    /// Goes back or forth.
    pub fn turn(&mut self, turn: Turn, draft: &mut Draft, open: &mut Option<(usize, usize)>) {
        let now = Point { draft: draft.clone(), open: *open };
        let found = match turn {
            Turn::Undo => self.undoer.undo(&now),
            Turn::Redo => self.undoer.redo(&now),
        };
        if let Some(point) = found {
            draft.clone_from(&point.draft);
            *open = point.open;
        }
    }
}

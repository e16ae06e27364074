//! Files and the window in words.

use i18n_embed_fl::fl;

use super::LOADER;
use crate::practice::program::Program;

/// Returns the name of our files in the system's dialog.
pub fn filter_name() -> String {
    fl!(LOADER, "file-filter")
}

/// Returns the title of the window.
pub fn window_title() -> String {
    fl!(LOADER, "window-title")
}

/// Returns that data is kept nowhere.
pub fn nowhere() -> String {
    fl!(LOADER, "kept-nowhere")
}

/// Returns the licence in a line.
pub fn licence() -> String {
    fl!(LOADER, "licence")
}

/// Returns that a file could not be read at all.
pub fn unreadable(name: &str, why: &str) -> String {
    fl!(LOADER, "file-unreadable", name = name, why = why)
}

/// Returns that a file could not be written.
pub fn unwritable(name: &str, why: &str) -> String {
    fl!(LOADER, "file-unwritable", name = name, why = why)
}

/// Returns the name that stands before the faults of a pasted program.
pub fn pasted_text() -> String {
    fl!(LOADER, "pasted-text")
}

/// Returns what a pasted program is called where it was not taken.
pub fn what_was_pasted() -> String {
    fl!(LOADER, "what-was-pasted")
}

/// Returns a line about a program: its routines and how many points they have.
pub fn about(program: &Program) -> String {
    let routine = |routine: &crate::practice::program::Routine| {
        fl!(LOADER, "program-routine", name = routine.name.clone(), points = (routine.points.len() as i64))
    };
    program.routines.iter().map(routine).collect::<Vec<_>>().join(" · ")
}

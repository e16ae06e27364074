//! The practice round in words.

use i18n_embed_fl::fl;

use super::LOADER;
use crate::practice::rehearsal::Task;

/// Returns what is tried, in two or three words.
pub fn task(task: Task) -> String {
    match task {
        Task::Ease => fl!(LOADER, "practice-ease"),
        Task::Answer => fl!(LOADER, "practice-answer"),
        Task::Pause => fl!(LOADER, "practice-pause"),
    }
}

/// Returns how it is done, in a short sentence.
pub fn how(task: Task) -> String {
    match task {
        Task::Ease => fl!(LOADER, "practice-ease-how"),
        Task::Answer => fl!(LOADER, "practice-answer-how"),
        Task::Pause => fl!(LOADER, "practice-pause-how"),
    }
}

//! What is told across the top of a screen.

use i18n_embed_fl::fl;

use super::LOADER;

/// Something cannot be written just now.
pub fn trouble(why: &str) -> String {
    fl!(LOADER, "notice-trouble", why = why)
}

/// Returns that a practice round cannot be begun.
pub fn no_practice(why: &str) -> String {
    fl!(LOADER, "practice-not-now", why = why)
}

/// The settings could not be written.
pub fn settings_not_kept(why: &str) -> String {
    fl!(LOADER, "notice-settings-not-kept", why = why)
}

/// The program of a broken-off session cannot be read.
pub fn unreadable_session() -> String {
    fl!(LOADER, "notice-unreadable-session")
}

/// Another program is in force.
pub fn in_force(title: &str, by: &str) -> String {
    fl!(LOADER, "notice-in-force", title = title, by = by)
}

/// The handout is on its way to the browser.
pub fn handout_opened(file: &str) -> String {
    fl!(LOADER, "notice-handout-opened", file = file)
}

/// The handout is written, and no browser could be started.
pub fn handout_not_opened(file: &str, why: &str) -> String {
    fl!(LOADER, "notice-handout-not-opened", file = file, why = why)
}

/// There is nowhere to write the handout.
pub fn handout_nowhere() -> String {
    fl!(LOADER, "notice-handout-nowhere")
}

/// Signs were marked.
pub fn marked(signs: &str) -> String {
    fl!(LOADER, "notice-marked", signs = signs)
}

/// The journal cannot be read, so that no lock is known.
pub fn unread(why: &str) -> String {
    fl!(LOADER, "notice-unread", why = why)
}

/// A draft cannot be read.
pub fn draft_unread(path: &str, why: &str) -> String {
    fl!(LOADER, "notice-draft-unread", path = path, why = why)
}

/// A draft cannot be written just now.
pub fn draft_not_kept(why: &str) -> String {
    fl!(LOADER, "notice-draft-not-kept", why = why)
}

/// The editor was left with a draft.
pub fn draft_kept(title: &str) -> String {
    fl!(LOADER, "notice-draft-kept", title = title)
}

/// A program was written to a file.
pub fn saved(path: &str) -> String {
    fl!(LOADER, "notice-saved", path = path)
}

/// There is a file already where one was to be written.
pub fn name_taken(path: &str) -> String {
    fl!(LOADER, "notice-name-taken", path = path)
}

//! Lines across the top of a screen.

use std::io;
use std::path::{Path, PathBuf};

use crate::practice::program::Program;
use crate::ui::action::Banner;
use crate::words;
use crate::world::Found;
use crate::world::drafts::Unread;
use crate::world::file::SaveFault;
use crate::world::store::StoreFault;

/// What was found at the start.
pub(super) fn found(found: &Found) -> Banner {
    Banner { warns: true, text: found.to_string() }
}

/// Something cannot be written just now; it is tried again.
pub(super) fn trouble(fault: &StoreFault) -> Banner {
    Banner { warns: true, text: words::notices::trouble(&fault.to_string()) }
}

/// The settings could not be written.
pub(super) fn settings_not_kept(error: &io::Error) -> Banner {
    Banner { warns: true, text: words::notices::settings_not_kept(&error.to_string()) }
}

/// A practice round cannot be begun.
pub(super) fn no_practice(fault: &StoreFault) -> Banner {
    Banner { warns: true, text: words::notices::no_practice(&fault.to_string()) }
}

/// A broken-off session whose program can no longer be read.
pub(super) fn unreadable_session() -> Banner {
    Banner { warns: true, text: words::notices::unreadable_session() }
}

/// Another program is in force now.
pub(super) fn in_force(program: &Program) -> Banner {
    Banner { warns: false, text: words::notices::in_force(&program.title, &program.prescribed.by) }
}

/// One point alone is worked today.
pub(super) fn only_this(place: &str, others: usize) -> Banner {
    Banner { warns: false, text: words::hurts::only_this(place, others) }
}

/// The journal cannot be read: nothing is begun.
pub(super) fn unread(fault: &StoreFault) -> Banner {
    Banner { warns: true, text: words::notices::unread(&fault.to_string()) }
}

/// What became of the handout.
pub(super) fn handout(file: &Path, opened: &io::Result<()>) -> Banner {
    let file = file.display().to_string();
    match opened {
        Ok(()) => Banner { warns: false, text: words::notices::handout_opened(&file) },
        Err(error) => Banner { warns: true, text: words::notices::handout_not_opened(&file, &error.to_string()) },
    }
}

/// There is no data folder for the handout.
pub(super) fn handout_nowhere() -> Banner {
    Banner { warns: true, text: words::notices::handout_nowhere() }
}

/// A file could not be written.
pub(super) fn unwritable(file: &Path, error: &io::Error) -> Banner {
    Banner { warns: true, text: words::files::unwritable(&file.display().to_string(), &error.to_string()) }
}

/// A draft that cannot be read; its file is left alone.
pub(super) fn draft_unread(unread: &Unread) -> Banner {
    Banner { warns: true, text: words::notices::draft_unread(&unread.path.display().to_string(), &unread.why) }
}

/// A draft that cannot be written just now; it is tried again with the next change.
pub(super) fn draft_not_kept(why: &str) -> Banner {
    Banner { warns: true, text: words::notices::draft_not_kept(why) }
}

/// The editor was left, and the draft is there to go on with.
pub(super) fn draft_kept(title: &str) -> Banner {
    Banner { warns: false, text: words::notices::draft_kept(title) }
}

/// A program was written to a file, or could not be.
pub(super) fn saved(chosen: &Path, written: Result<PathBuf, SaveFault>) -> Banner {
    match written {
        Ok(path) => Banner { warns: false, text: words::notices::saved(&path.display().to_string()) },
        Err(SaveFault::Taken) => {
            Banner { warns: true, text: words::notices::name_taken(&chosen.display().to_string()) }
        }
        Err(SaveFault::Unwritable(error)) => unwritable(chosen, &error),
    }
}

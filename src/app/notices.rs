//! Lines across the top of a screen.

use std::io;
use std::path::Path;

use crate::practice::program::Program;
use crate::ui::action::Banner;
use crate::words;
use crate::world::Found;
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

/// A file that is to be handed on was written, or could not be.
pub(super) fn exported(file: &Path, written: &io::Result<()>) -> Banner {
    match written {
        Ok(()) => Banner { warns: false, text: words::notices::exported(&file.display().to_string()) },
        Err(error) => unwritable(file, error),
    }
}

/// A file could not be written.
pub(super) fn unwritable(file: &Path, error: &io::Error) -> Banner {
    Banner { warns: true, text: words::files::unwritable(&file.display().to_string(), &error.to_string()) }
}

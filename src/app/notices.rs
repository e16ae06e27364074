//! Lines across the top of a screen.

use std::io;
use std::path::Path;

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

/// A broken-off session whose program can no longer be read.
pub(super) fn unreadable_session() -> Banner {
    Banner { warns: true, text: words::notices::unreadable_session() }
}

/// Another program is in force now.
pub(super) fn in_force(program: &Program) -> Banner {
    Banner { warns: false, text: words::notices::in_force(&program.title, &program.prescribed.by) }
}

/// The journal cannot be read: nothing is begun.
pub(super) fn unread(fault: &StoreFault) -> Banner {
    Banner { warns: true, text: words::notices::unread(&fault.to_string()) }
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

/// A program was written to a file.
pub(super) fn saved(path: &Path) -> Banner {
    Banner { warns: false, text: words::notices::saved(&path.display().to_string()) }
}

/// A program could not be written to a file.
pub(super) fn not_saved(path: &Path, fault: &SaveFault) -> Banner {
    let path = path.display().to_string();
    let text = match fault {
        SaveFault::Taken => words::notices::name_taken(&path),
        SaveFault::Unwritable(error) => words::files::unwritable(&path, &error.to_string()),
    };
    Banner { warns: true, text }
}

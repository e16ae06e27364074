//! What went wrong outside the program, in words.

use std::fmt;
use std::path::Path;

use i18n_embed_fl::fl;

use super::Found;
use super::file::FileFault;
use super::folder::FolderFault;
use super::store::{Notice, Restored, StoreFault};
use crate::words::LOADER;

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NoFolder(fault) => fl!(LOADER, "notice-nothing-kept", why = fault.to_string()),
            Self::NoJournal(fault) => fl!(LOADER, "notice-nothing-kept", why = fault.to_string()),
            Self::Journal(notice) => notice.to_string(),
            Self::Settings => fl!(LOADER, "notice-settings-reset"),
        })
    }
}

impl fmt::Display for FolderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |path: &Path| path.display().to_string();
        f.write_str(&match self {
            Self::NoHome => fl!(LOADER, "folder-no-home"),
            Self::NotCreatable { path, why } => {
                fl!(LOADER, "folder-not-creatable", path = shown(path), why = why.as_str())
            }
            Self::IsAFile(path) => fl!(LOADER, "folder-is-a-file", path = shown(path)),
            Self::ReadOnly(path) => fl!(LOADER, "folder-read-only", path = shown(path)),
            Self::InUse(path) => fl!(LOADER, "folder-in-use", path = shown(path)),
            Self::Unusable { path, why } => fl!(LOADER, "folder-unusable", path = shown(path), why = why.as_str()),
        })
    }
}

impl fmt::Display for StoreFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Full => fl!(LOADER, "journal-full"),
            Self::ReadOnly => fl!(LOADER, "journal-read-only"),
            Self::Busy => fl!(LOADER, "journal-busy"),
            Self::Damaged(why) => fl!(LOADER, "journal-damaged", why = why.as_str()),
            Self::Newer { .. } => fl!(LOADER, "journal-newer"),
            Self::Refused(why) => fl!(LOADER, "journal-refused", why = why.as_str()),
            Self::Io(why) => fl!(LOADER, "journal-io", why = why.as_str()),
            Self::NotYet => fl!(LOADER, "journal-not-yet"),
            Self::Closed => fl!(LOADER, "journal-closed"),
        })
    }
}

impl std::error::Error for FolderFault {}

impl std::error::Error for StoreFault {}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Missing => fl!(LOADER, "file-missing"),
            Self::NotAFile => fl!(LOADER, "file-no-file"),
            Self::Unreadable(error) => fl!(LOADER, "file-refused", why = error.to_string()),
        })
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Damaged { moved_to, restored: Some(restored), .. } => fl!(
                LOADER,
                "notice-damaged-restored",
                file = moved_to.display().to_string(),
                day = restored.made_on.to_string(),
                last = last(restored)
            ),
            Self::Damaged { moved_to, restored: None, .. } => {
                fl!(LOADER, "notice-damaged", file = moved_to.display().to_string())
            }
            Self::Missing { restored } => {
                fl!(LOADER, "notice-missing", day = restored.made_on.to_string(), last = last(restored))
            }
            Self::Newer { .. } => fl!(LOADER, "notice-newer"),
            Self::ReadOnly => fl!(LOADER, "notice-read-only"),
            Self::DamageFound { .. } => fl!(LOADER, "notice-damage-found"),
            Self::NoBackup { why } => fl!(LOADER, "notice-no-backup", why = why.to_string()),
        })
    }
}

/// The last day and minute that a backup knows of.
fn last(restored: &Restored) -> String {
    restored.last_entry.as_ref().map_or_else(|| restored.made_on.to_string(), |at| at.strftime("%F %H:%M").to_string())
}

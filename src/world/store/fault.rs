//! What can go wrong with the journal, and what its owner is to be told.

use std::io::ErrorKind;
use std::path::PathBuf;

use jiff::civil::Date;
use rusqlite::ErrorCode;

/// Why something could not be kept or read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreFault {
    /// The disk is full.
    Full,
    /// The file or its folder cannot be written.
    ReadOnly,
    /// Another program holds the file.
    Busy,
    /// The file is damaged; at the next start it is moved aside and a backup is opened.
    Damaged(String),
    /// A newer Kneadwell wrote it: it can be read, not written.
    Newer {
        /// Its version.
        found: i32,
        /// The newest that this program knows.
        known: i32,
    },
    /// It contradicts what is there, as an event of an unknown session would, or what is there cannot be understood:
    /// trying again cannot help.
    Refused(String),
    /// The disk or the system failed.
    Io(String),
    /// Not yet: the time to wait was over first.
    NotYet,
    /// The store was shut down.
    Closed,
}

impl StoreFault {
    /// Returns true when trying again later cannot help.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Newer { .. } | Self::Refused(_) | Self::Closed)
    }
}

impl From<rusqlite::Error> for StoreFault {
    fn from(error: rusqlite::Error) -> Self {
        let text = error.to_string();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Self::Busy
            }
            Some(ErrorCode::OperationInterrupted) => Self::NotYet,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(text),
            Some(
                ErrorCode::ConstraintViolation
                | ErrorCode::TypeMismatch
                | ErrorCode::TooBig
                | ErrorCode::ApiMisuse
                | ErrorCode::ParameterOutOfRange
                | ErrorCode::Unknown,
            )
            | None => Self::Refused(text),
            Some(_) => Self::Io(text),
        }
    }
}

impl From<std::io::Error> for StoreFault {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Io(error.to_string()),
        }
    }
}

/// What happened to the journal, at its opening or since. The person is told each, exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// It was damaged, and was moved aside.
    Damaged {
        /// Where the damaged file lies now.
        moved_to: PathBuf,
        /// What is wrong with it, in SQLite's words.
        why: String,
        /// What was opened in its place; none means an empty journal.
        restored: Option<Restored>,
    },
    /// It was not there, but its backups were.
    Missing {
        /// What was opened in its place.
        restored: Restored,
    },
    /// A newer Kneadwell wrote it: it can be read, and nothing is kept.
    Newer {
        /// Its version.
        found: i32,
        /// The newest that this program knows.
        known: i32,
    },
    /// It can be read and not be written; nothing is kept.
    ReadOnly,
    /// It was found to be damaged while it is open; at the next start it is moved aside and a backup is opened.
    DamageFound {
        /// What is wrong with it, in SQLite's words.
        why: String,
    },
    /// There is no backup of today, because it could not be made.
    NoBackup {
        /// Why not.
        why: StoreFault,
    },
}

/// A backup that was opened in place of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The backup; it stays where it is.
    pub from: PathBuf,
    /// The day it was made.
    pub made_on: Date,
    /// The last instant that anything in it is from, in local time with its zone: what came later is missing.
    pub last_entry: Option<jiff::Zoned>,
}

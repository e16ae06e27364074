//! Reading a program's file, whatever it turns out to be, and writing one.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::folder::write_shared;

/// One more than the most a program may have (1 MiB), so that a larger file is seen to be too large.
const CAP: u64 = (1 << 20) + 1;
/// Answers of many years stay far below this.
const TEXT_CAP: u64 = 64 << 20;

/// The ending of our files.
const ENDING: &str = "kneadwell";

/// Why a file could not be read at all.
#[derive(Debug)]
pub enum FileFault {
    /// There is none.
    Missing,
    /// A folder, a device, a pipe.
    NotAFile,
    /// The system refused.
    Unreadable(io::Error),
}

/// Returns true where two paths lead to one file, or would.
pub fn same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).or_else(|_| std::path::absolute(path));
    match (whole(one), whole(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// Returns the bytes of an ordinary file, at most one more than a program may have.
///
/// # Errors
/// Where there is no such file, it is no ordinary one, or the system refuses.
pub fn read_program(path: &Path) -> Result<Vec<u8>, FileFault> {
    read_up_to(path, CAP)
}

/// Returns the text of an ordinary file of at most 64 MiB; what is not UTF-8 in it is replaced.
///
/// # Errors
/// As in [`read_program`].
pub fn read_text(path: &Path) -> Result<String, FileFault> {
    Ok(String::from_utf8_lossy(&read_up_to(path, TEXT_CAP)?).into_owned())
}

/// Why a program was not written to a file; what was there stays.
#[derive(Debug)]
pub enum SaveFault {
    /// The name was completed, and there is a file of that name: nobody was asked about that one.
    Taken,
    /// The system refused.
    Unwritable(io::Error),
}

/// Writes a program's bytes where a person chose, whole or not at all, and returns where it lies: a name without an ending
/// gets ours. The dialog has asked before it names a file that is there.
///
/// # Errors
/// There is a file of the completed name, or the system refuses.
pub fn save_program(chosen: &Path, bytes: &[u8]) -> Result<PathBuf, SaveFault> {
    let mut path = chosen.to_owned();
    if chosen.extension().is_none() {
        path.set_extension(ENDING);
        if fs::symlink_metadata(&path).is_ok() {
            return Err(SaveFault::Taken);
        }
    }
    write_shared(&path, bytes).map(|()| path).map_err(SaveFault::Unwritable)
}

fn read_up_to(path: &Path, cap: u64) -> Result<Vec<u8>, FileFault> {
    let kind = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => FileFault::Missing,
        _ => FileFault::Unreadable(error),
    })?;
    if !kind.is_file() {
        return Err(FileFault::NotAFile);
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(cap).read_to_end(&mut bytes)).map_err(FileFault::Unreadable)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_lies_where_it_was_asked_for() {
        let dir = tempfile::tempdir().unwrap();
        let chosen = dir.path().join("evening.kneadwell");
        assert_eq!(save_program(&chosen, b"one").unwrap(), chosen);
        // The dialog asked whether it may be replaced.
        assert_eq!(save_program(&chosen, b"two").unwrap(), chosen);
        assert_eq!(fs::read(&chosen).unwrap(), b"two");
    }

    #[test]
    fn a_completed_name_never_replaces_a_file() {
        let dir = tempfile::tempdir().unwrap();
        let bare = dir.path().join("evening");
        let whole = dir.path().join("evening.kneadwell");
        assert_eq!(save_program(&bare, b"one").unwrap(), whole);
        assert!(matches!(save_program(&bare, b"two"), Err(SaveFault::Taken)));
        assert_eq!(fs::read(&whole).unwrap(), b"one");
        let nowhere = dir.path().join("missing").join("evening");
        assert!(matches!(save_program(&nowhere, b"one"), Err(SaveFault::Unwritable(_))));
    }
}

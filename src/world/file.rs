//! Reading a program's file, whatever it turns out to be.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// One more than the most a program may have (1 MiB), so that a larger file is seen to be too large.
const CAP: u64 = (1 << 20) + 1;
/// Answers of many years stay far below this.
const TEXT_CAP: u64 = 64 << 20;

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

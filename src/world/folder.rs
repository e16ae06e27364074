//! The folder that holds everything, for one Kneadwell at a time and one person's eyes.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The data folder, locked against a second Kneadwell for as long as it, a clone of it, or a store in it lives.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
    _lock: Arc<File>,
}

/// Why there is no data folder to work in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderFault {
    /// The system names no home folder, and none was given.
    NoHome,
    /// It is not there and cannot be made.
    NotCreatable {
        /// The folder.
        path: PathBuf,
        /// In the system's words.
        why: String,
    },
    /// There is a file of that name.
    IsAFile(PathBuf),
    /// Nothing can be written there.
    ReadOnly(PathBuf),
    /// Another Kneadwell works in it.
    InUse(PathBuf),
    /// Anything else.
    Unusable {
        /// The folder.
        path: PathBuf,
        /// In the system's words.
        why: String,
    },
}

const LOCK: &str = "lock";
/// One that is just closing, or starting another program, has the lock a moment longer.
const TRIES: u32 = 20;
const BETWEEN_TRIES: Duration = Duration::from_millis(25);

impl Folder {
    /// Opens the folder, the usual one when none is given, and keeps other instances out of it.
    ///
    /// # Errors
    /// What is in the way; nothing was changed then, but for the folder itself.
    pub fn open(path: Option<PathBuf>) -> Result<Self, FolderFault> {
        let path = path.or_else(usual).ok_or(FolderFault::NoHome)?;
        make(&path)?;
        let lock = open_private(&path.join(LOCK)).map_err(|error| match error.kind() {
            ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => FolderFault::ReadOnly(path.clone()),
            _ => FolderFault::Unusable { path: path.clone(), why: error.to_string() },
        })?;
        for _ in 0..TRIES {
            match lock.try_lock() {
                Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN_TRIES),
                // A file system without locks: SQLite's own checks still keep two writers apart.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok(Self { path, _lock: Arc::new(lock) }),
            }
        }
        Err(FolderFault::InUse(path))
    }

    /// Returns where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the path of a file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }
}

/// Returns the folder that this system keeps a program's data in.
pub(super) fn usual() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "kneadwell").map(|dirs| dirs.data_dir().to_owned())
}

/// Makes a folder for one person's eyes, with those above it, where it is missing.
///
/// # Errors
/// It cannot be made, or a file has its name.
pub(super) fn make(path: &Path) -> Result<(), FolderFault> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Ok(()),
        Ok(_) => return Err(FolderFault::IsAFile(path.to_owned())),
        Err(_) => {}
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|error| FolderFault::NotCreatable { path: path.to_owned(), why: error.to_string() })
}

/// Opens a file for reading and writing, made for one person's eyes where it is missing; what is in it stays.
pub(super) fn open_private(path: &Path) -> io::Result<File> {
    private().read(true).write(true).create(true).truncate(false).open(path)
}

/// Makes a file for one person's eyes where there is none.
pub(super) fn new_private(path: &Path) -> io::Result<File> {
    private().write(true).create_new(true).open(path)
}

/// Keeps other eyes from a file that is there, without opening it: to SQLite, closing it again would undo its locks.
pub(super) fn make_private(path: &Path) {
    #[cfg(unix)]
    if let Ok(found) = fs::metadata(path) {
        use std::os::unix::fs::PermissionsExt;
        let mut permissions = found.permissions();
        if permissions.mode() & 0o077 != 0 {
            permissions.set_mode(permissions.mode() & !0o077);
            // Where the file belongs to someone else, it stays as they have it.
            let _ = fs::set_permissions(path, permissions);
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Writes a file so that it is there whole or not at all, also after a loss of power; readable for one person alone.
///
/// # Errors
/// It could not be written; the file of that name is as it was.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_by(private(), path, bytes)
}

/// As [`write_whole`], for a file that is to be handed on: who may read it is left to the system.
///
/// # Errors
/// It could not be written; the file of that name is as it was.
pub fn write_shared(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_by(OpenOptions::new(), path, bytes)
}

fn write_by(mut options: OpenOptions, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = beside(path, "tmp");
    let written = (|| {
        let mut file = options.write(true).create(true).truncate(true).open(&unfinished)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        drop(file);
        put_in_place(&unfinished, path)
    })();
    if written.is_err() {
        // What is left of the attempt is of no use; that it may stay behind changes nothing.
        let _ = fs::remove_file(&unfinished);
    }
    written
}

/// Gives a finished file its name, for good.
pub(super) fn put_in_place(finished: &Path, path: &Path) -> io::Result<()> {
    fs::rename(finished, path)?;
    sync_folder_of(path)
}

/// Makes a change of names in a file's folder last through a loss of power.
pub(super) fn sync_folder_of(path: &Path) -> io::Result<()> {
    match path.parent() {
        #[cfg(unix)]
        Some(folder) => File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })?.sync_all(),
        _ => Ok(()),
    }
}

/// Returns the path with something more at its end: `journal.db` becomes `journal.db.tmp`.
pub(super) fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(more);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("settings.json");
        write_whole(&path, b"one, and rather long").unwrap();
        write_whole(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_written_stays_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("settings.json");
        write_whole(&path, b"one").unwrap();
        fs::create_dir(beside(&path, "tmp")).unwrap();
        assert!(write_whole(&path, b"two").is_err());
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }
}

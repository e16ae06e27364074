//! Opening the journal, whatever state it is found in.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use jiff::civil::Date;
use rusqlite::{Connection, OpenFlags};

use super::backup::{self, Backups};
use super::fault::{Notice, StoreFault};
use super::{read, schema};
use crate::world::folder::{self, Folder, beside};

const FILE: &str = "journal.db";

/// Lies beside the journal while it is open, and stays after a crash or once damage was seen: the next opening then looks
/// at every page, which takes long where there is much.
const IN_USE: &str = "journal.db.in-use";

/// The journal, open.
pub(super) struct Opened {
    pub connection: Connection,
    pub upkeep: Option<Upkeep>,
    /// Why nothing can be written, where that is so.
    pub shut: Option<StoreFault>,
    pub notices: Vec<Notice>,
}

/// Opens the journal of a folder: a damaged one is moved aside, and the newest good backup takes its place.
pub(super) fn open(folder: &Folder, now: &Zoned) -> Result<Opened, StoreFault> {
    let path = folder.file(FILE);
    let backups = Backups::of(folder);
    let mut notices = Vec::new();
    if !path.exists()
        && let Some(restored) = backups.restore(&path, now.time_zone())?
    {
        notices.push(Notice::Missing { restored });
    }
    let mut connection = match checked(&path, folder.file(IN_USE).exists()) {
        Err(StoreFault::Damaged(why)) => {
            let moved_to = move_aside(&path, "damaged", now)?;
            let restored = backups.restore(&path, now.time_zone())?;
            notices.push(Notice::Damaged { moved_to, why, restored });
            checked(&path, true)?
        }
        other => other?,
    };
    let found = schema::version(&connection)?;
    let shut = if found > schema::VERSION {
        notices.push(Notice::Newer { found, known: schema::VERSION });
        Some(StoreFault::Newer { found, known: schema::VERSION })
    } else if connection.is_readonly("main")? {
        notices.push(Notice::ReadOnly);
        Some(StoreFault::ReadOnly)
    } else {
        None
    };
    let mut upkeep = None;
    if shut.is_none() {
        if (1..schema::VERSION).contains(&found) {
            backups.make(&connection, now.date())?;
        }
        schema::migrate(&mut connection)?;
        drop(folder::open_private(&folder.file(IN_USE))?);
        let due = found > 0 && backups.is_due(now.date());
        upkeep = due.then(|| Upkeep { backups, day: now.date() });
    }
    Ok(Opened { connection, upkeep, shut, notices })
}

/// Opens the journal of a folder to be read, if there is one that says all that the rules go by.
pub(super) fn peek(folder: &Path) -> Result<Option<Opened>, StoreFault> {
    let path = folder.join(FILE);
    if !path.is_file() {
        return Ok(None);
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    schema::prepare(&connection)?;
    if !(schema::READABLE..=schema::VERSION).contains(&schema::version(&connection)?) {
        return Ok(None);
    }
    Ok(Some(Opened { connection, upkeep: None, shut: Some(StoreFault::ReadOnly), notices: Vec::new() }))
}

/// Notes that the journal was closed as it should be.
pub(super) fn close(folder: &Folder) {
    // Where that is not possible, the next opening takes longer.
    let _ = fs::remove_file(folder.file(IN_USE));
}

/// The backup of the day, to be made when there is time.
pub(super) struct Upkeep {
    pub backups: Backups,
    pub day: Date,
}

/// Opens the file and looks whether it is whole and ours; makes an empty one where there is none.
fn checked(path: &Path, thoroughly: bool) -> Result<Connection, StoreFault> {
    match folder::new_private(path) {
        Ok(_) => folder::sync_folder_of(path)?,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => folder::make_private(path),
        Err(error) => return Err(error.into()),
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    let version = schema::version(&connection)?;
    if version > schema::VERSION {
        drop(connection);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        schema::prepare(&connection)?;
        return Ok(connection);
    }
    schema::prepare(&connection)?;
    if !schema::is_journal(&connection)? {
        return Err(StoreFault::Damaged("it is no journal".to_owned()));
    }
    if thoroughly && let Some(why) = schema::damage(&connection)? {
        return Err(StoreFault::Damaged(why));
    }
    if version > 0 {
        look_at_the_newest(&connection)?;
    }
    Ok(connection)
}

/// Reads what every start reads. Only damage counts here; anything else is told where it is read for use.
fn look_at_the_newest(connection: &Connection) -> Result<(), StoreFault> {
    let looks = [
        read::in_force(connection).err(),
        read::unfinished(connection).err(),
        read::open_flags(connection).err(),
        read::sessions(connection, 1, None).err(),
    ];
    looks.into_iter().flatten().find(|fault| matches!(fault, StoreFault::Damaged(_))).map_or(Ok(()), Err)
}

/// Puts a copy in the place of a folder's journal, which is moved aside; returns where it lies now, if there was one.
pub(super) fn replace(folder: &Folder, copy: &Path, now: &Zoned) -> Result<Option<PathBuf>, StoreFault> {
    let found = schema::version(&backup::check(copy)?)?;
    if found > schema::VERSION {
        return Err(StoreFault::Newer { found, known: schema::VERSION });
    }
    let path = folder.file(FILE);
    let aside = if path.exists() { Some(move_aside(&path, "replaced", now)?) } else { None };
    backup::put(copy, &path)?;
    Ok(aside)
}

/// Deletes the journal of a folder, what was moved aside, and every backup.
pub(super) fn erase(folder: &Folder) -> Result<(), StoreFault> {
    // The backups first: one without its journal would be taken for it at the next start.
    Backups::of(folder).erase()?;
    for entry in fs::read_dir(folder.path())? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(FILE) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(folder::sync_folder_of(&folder.file(FILE))?)
}

/// Gives a file a name that says why and when, and everything of its own along.
fn move_aside(path: &Path, why: &str, now: &Zoned) -> Result<PathBuf, StoreFault> {
    let stamp = format!("{why}-{}", now.strftime("%Y%m%dT%H%M%S"));
    let mut aside = beside(path, &stamp);
    for number in 2.. {
        if !aside.exists() {
            break;
        }
        aside = beside(path, &format!("{stamp}-{number}"));
    }
    // First what SQLite would otherwise play into the file that comes in its place.
    for more in ["-journal", "-wal", "-shm"] {
        let with = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(more);
            PathBuf::from(name)
        };
        match fs::rename(with(path), with(&aside)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    folder::put_in_place(path, &aside)?;
    Ok(aside)
}

//! Whole copies of the journal: made once a day, verified, kept for 7 days and 4 weeks.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::{Connection, OpenFlags};

use super::fault::{Restored, StoreFault};
use super::{read, schema};
use crate::world::folder::{self, Folder, beside};

const FOLDER: &str = "backups";
const DAILY: usize = 7;
const WEEKLY: usize = 4;

/// The folder of backups inside the data folder.
#[derive(Debug, Clone)]
pub(super) struct Backups(PathBuf);

impl Backups {
    pub(super) fn of(folder: &Folder) -> Self {
        Self(folder.file(FOLDER))
    }

    /// Returns the path of a day's backup.
    fn path(&self, day: Date) -> PathBuf {
        self.0.join(format!("journal-{day}.db"))
    }

    /// Returns true when there is no backup of that day yet.
    pub(super) fn is_due(&self, day: Date) -> bool {
        !self.path(day).exists()
    }

    /// Makes the backup of a day, and lets go of the oldest.
    pub(super) fn make(&self, of: &Connection, day: Date) -> Result<(), StoreFault> {
        self.begin(of, day)?.finish()
    }

    /// Takes the copy that becomes the backup of a day. It is finished without the journal.
    pub(super) fn begin(&self, of: &Connection, day: Date) -> Result<Unverified, StoreFault> {
        folder::make(&self.0).map_err(|fault| StoreFault::Io(fault.to_string()))?;
        Ok(Unverified { backups: self.clone(), copy: Copy::of(of, self.path(day))? })
    }

    /// Puts the newest good backup in the place of the journal.
    pub(super) fn restore(&self, path: &Path, zone: &TimeZone) -> Result<Option<Restored>, StoreFault> {
        for (made_on, from) in self.newest_first() {
            let Ok(last_entry) = check(&from).and_then(|copy| read::last_entry(&copy, zone.clone())) else {
                continue;
            };
            put(&from, path)?;
            return Ok(Some(Restored { from, made_on, last_entry }));
        }
        Ok(None)
    }

    /// Deletes every backup.
    pub(super) fn erase(&self) -> io::Result<()> {
        match fs::remove_dir_all(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn newest_first(&self) -> Vec<(Date, PathBuf)> {
        let Ok(entries) = fs::read_dir(&self.0) else { return Vec::new() };
        let mut found: Vec<_> = entries
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let day = path.file_name()?.to_str()?.strip_prefix("journal-")?.strip_suffix(".db")?.parse().ok()?;
                Some((day, path))
            })
            .collect();
        found.sort_unstable_by(|one, other| other.cmp(one));
        found
    }

    /// Lets go of all but the newest days and, of what is older, the newest of each of the newest weeks.
    fn prune(&self) -> io::Result<()> {
        let mut weeks = BTreeSet::new();
        for (index, (day, path)) in self.newest_first().into_iter().enumerate() {
            let week = day.iso_week_date();
            let stays = index < DAILY || {
                let first_of_week = weeks.insert((week.year(), week.week()));
                first_of_week && weeks.len() <= WEEKLY
            };
            if !stays {
                fs::remove_file(path)?;
            }
        }
        Ok(())
    }
}

/// The copy of a day that nobody has looked at yet.
pub(super) struct Unverified {
    backups: Backups,
    copy: Copy,
}

impl Unverified {
    /// Checks the copy, gives it its name, and lets go of the oldest.
    pub(super) fn finish(self) -> Result<(), StoreFault> {
        self.copy.finish()?;
        Ok(self.backups.prune()?)
    }
}

/// A copy of the journal under way; dropped unfinished, it is gone.
struct Copy {
    unfinished: PathBuf,
    path: PathBuf,
}

impl Copy {
    fn of(journal: &Connection, path: PathBuf) -> Result<Self, StoreFault> {
        let copy = Self { unfinished: beside(&path, "tmp"), path };
        // Made first, and empty, so that it is never open to other eyes.
        folder::open_private(&copy.unfinished)?.set_len(0)?;
        let name = copy.unfinished.to_str();
        let name = name.ok_or_else(|| StoreFault::Io("the folder's name is not UTF-8".to_owned()))?;
        journal.execute("VACUUM INTO ?", [name])?;
        Ok(copy)
    }

    fn finish(self) -> Result<(), StoreFault> {
        check(&self.unfinished)?;
        fs::File::open(&self.unfinished)?.sync_all()?;
        Ok(folder::put_in_place(&self.unfinished, &self.path)?)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // Gone already where it took its name; that it may otherwise stay behind changes nothing.
        let _ = fs::remove_file(&self.unfinished);
    }
}

/// Writes a copy of an open journal, which is checked before it takes its name.
pub(super) fn copy_to(journal: &Connection, path: &Path) -> Result<(), StoreFault> {
    Copy::of(journal, path.to_owned())?.finish()
}

/// Puts a closed copy in the place of the journal, whole or not at all. The copy stays.
pub(super) fn put(copy: &Path, path: &Path) -> Result<(), StoreFault> {
    let unfinished = beside(path, "tmp");
    let mut file = folder::open_private(&unfinished)?;
    file.set_len(0)?;
    io::copy(&mut fs::File::open(copy)?, &mut file)?;
    file.sync_all()?;
    drop(file);
    Ok(folder::put_in_place(&unfinished, path)?)
}

/// Opens a copy to read, once it is known to be whole and a journal.
pub(super) fn check(path: &Path) -> Result<Connection, StoreFault> {
    let copy = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    schema::prepare(&copy)?;
    match schema::damage(&copy)? {
        Some(why) => Err(StoreFault::Damaged(why)),
        None if !schema::is_journal(&copy)? => Err(StoreFault::Damaged("it is no journal".to_owned())),
        None => Ok(copy),
    }
}

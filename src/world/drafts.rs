//! Programs that are being written: each a small JSON file of its own in the data folder, as typed.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::PathBuf;

use jiff::Zoned;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::folder::{Folder, make, write_whole};
use crate::practice::program::draft::Draft;

/// A draft that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its name among the drafts.
    pub name: String,
    /// When it was changed last, by the clock on the wall.
    pub changed: DateTime,
    /// As typed.
    pub draft: Draft,
}

/// A file among the drafts that is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub why: String,
}

const FOLDER: &str = "drafts";
const ENDING: &str = "json";
/// As large as a program may be, with room for what is typed too much.
const LONGEST: u64 = 4 << 20;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    changed: DateTime,
    draft: Draft,
}

/// Returns every draft, the one changed last first, and the files that cannot be read. Nothing is changed.
pub fn list(folder: &Folder) -> (Vec<Kept>, Vec<Unread>) {
    let (mut drafts, mut unread) = (Vec::new(), Vec::new());
    let Ok(entries) = fs::read_dir(folder.file(FOLDER)) else { return (drafts, unread) };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_stem().and_then(|name| name.to_str()).map(str::to_owned);
        let (Some(name), Some(ENDING)) = (name, path.extension().and_then(|ending| ending.to_str())) else { continue };
        match read(&path) {
            Ok(File { changed, draft }) => drafts.push(Kept { name, changed, draft }),
            Err(error) => unread.push(Unread { path, why: error.to_string() }),
        }
    }
    drafts.sort_by(|one, other| other.changed.cmp(&one.changed).then_with(|| one.name.cmp(&other.name)));
    unread.sort_by(|one, other| one.path.cmp(&other.path));
    (drafts, unread)
}

/// Writes a draft, whole or not at all.
///
/// # Errors
/// It could not be written; what was kept before is as it was.
pub fn keep(folder: &Folder, kept: &Kept) -> io::Result<()> {
    let drafts = folder.file(FOLDER);
    make(&drafts).map_err(|fault| io::Error::other(fault.to_string()))?;
    let mut text = serde_json::to_vec_pretty(&File { changed: kept.changed, draft: kept.draft.clone() })?;
    text.push(b'\n');
    write_whole(&path(folder, &kept.name), &text)
}

/// Puts a draft away for good; one that is not there is away already.
///
/// # Errors
/// The system refuses.
pub fn discard(folder: &Folder, name: &str) -> io::Result<()> {
    match fs::remove_file(path(folder, name)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Returns a name that none of these drafts has, and no file that could not be read.
pub fn new_name(folder: Option<&Folder>, known: &[Kept], now: &Zoned) -> String {
    let stem = now.strftime("%Y%m%dT%H%M%S").to_string();
    let is_free = |name: &String| {
        known.iter().all(|kept| kept.name != *name) && folder.is_none_or(|folder| !path(folder, name).exists())
    };
    let mut name = stem.clone();
    let mut number = 2;
    while !is_free(&name) {
        name = format!("{stem}-{number}");
        number += 1;
    }
    name
}

fn path(folder: &Folder, name: &str) -> PathBuf {
    folder.file(FOLDER).join(format!("{name}.{ENDING}"))
}

fn read(path: &PathBuf) -> io::Result<File> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(serde_json::from_slice(&bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Folder) {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::open(Some(dir.path().to_owned())).unwrap();
        (dir, folder)
    }

    fn kept(name: &str, title: &str, minute: i8) -> Kept {
        let draft = Draft { title: title.to_owned(), session: "20 minutes".to_owned(), ..Draft::default() };
        Kept { name: name.to_owned(), changed: jiff::civil::date(2026, 11, 22).at(18, minute, 0, 0), draft }
    }

    #[test]
    fn drafts_are_there_again_as_typed_the_last_changed_first() {
        let (_dir, folder) = folder();
        assert_eq!(list(&folder), (vec![], vec![]));
        let (one, two) = (kept("one", "Neck", 5), kept("two", "", 9));
        keep(&folder, &one).unwrap();
        keep(&folder, &two).unwrap();
        assert_eq!(list(&folder), (vec![two.clone(), one.clone()], vec![]));
        let again = Kept { changed: one.changed + jiff::ToSpan::minutes(30), ..kept("one", "Neck and back", 5) };
        keep(&folder, &again).unwrap();
        assert_eq!(list(&folder).0, [again, two]);
        discard(&folder, "one").unwrap();
        discard(&folder, "one").unwrap();
        assert_eq!(list(&folder).0, [kept("two", "", 9)]);
    }

    #[test]
    fn a_file_that_is_no_draft_is_left_alone_and_told() {
        let (_dir, folder) = folder();
        keep(&folder, &kept("one", "Neck", 5)).unwrap();
        for (name, text) in
            [("cut", "{\"changed\""), ("newer", "{\"changed\":\"2026-11-22T18:00:00\",\"draft\":{\"x\":1}}")]
        {
            let path = path(&folder, name);
            fs::write(&path, text).unwrap();
            let (drafts, unread) = list(&folder);
            assert_eq!((drafts.len(), unread.len()), (1, 1), "{name}");
            assert_eq!(unread[0].path, path);
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            fs::remove_file(path).unwrap();
        }
    }

    #[test]
    fn names_are_never_given_twice() {
        let (_dir, folder) = folder();
        let now: Zoned = "2026-11-22T18:00:00+00:00[Europe/London]".parse().unwrap();
        let first = new_name(Some(&folder), &[], &now);
        assert_eq!(first, "20261122T180000");
        keep(&folder, &kept(&first, "", 0)).unwrap();
        assert_eq!(new_name(Some(&folder), &[], &now), "20261122T180000-2");
        assert_eq!(new_name(None, &[kept(&first, "", 0)], &now), "20261122T180000-2");
    }
}

//! A journal that is damaged, missing or newer; its backups; its lock; who may read it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use jiff::Zoned;
use jiff::civil::date;
use kneadwell::practice::journal::Happened;
use kneadwell::practice::measure::Pain;
use kneadwell::world::folder::{Folder, FolderFault};
use kneadwell::world::settings::Settings;
use kneadwell::world::store::{AnswerMoment, Notice, Restored, Saved, Store, StoreFault};

use crate::given::{LONG, begin, clock, evening, event, integrity, open, open_quietly, second_client};

fn days_later(days: i64) -> Zoned {
    evening().checked_add(jiff::Span::new().days(days)).unwrap()
}

/// Keeps one answer a day for so many days, each in a life of its own; every life but the first makes a backup first.
fn keep_for_days(dir: &Path, days: i64) {
    for day in 0..days {
        let store = open_quietly(dir, &days_later(day));
        store.tidy();
        assert_eq!(store.notices(), []);
        store.pain(None, AnswerMoment::NextDay, Pain::new(day as u8), &days_later(day));
    }
}

fn levels(store: &Store) -> Vec<u8> {
    store.pain_answers(jiff::Timestamp::MIN).unwrap().iter().filter_map(|answer| answer.level).collect()
}

/// Writes over the middle of the journal, past its header.
fn damage(path: &Path) -> Vec<u8> {
    let mut bytes = fs::read(path).unwrap();
    bytes[4096..].fill(0x5a);
    fs::write(path, &bytes).unwrap();
    bytes
}

fn backup(dir: &Path, day: jiff::civil::Date) -> PathBuf {
    dir.join(format!("backups/journal-{day}.db"))
}

#[test]
fn a_damaged_journal_is_moved_aside_and_the_newest_backup_opened() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 3);
    let path = dir.path().join("journal.db");
    let bytes = damage(&path);
    fs::write(dir.path().join("journal.db-journal"), b"\0left over").unwrap();

    let (store, notices) = open(dir.path(), &days_later(2));
    let moved_to = dir.path().join("journal.db.damaged-20261104T180000");
    let [Notice::Damaged { moved_to: moved, why, restored: Some(restored) }] = &notices[..] else {
        panic!("{notices:?}");
    };
    assert_eq!(moved, &moved_to);
    assert!(!why.is_empty());
    // The backup was made on the third day before that day's answer.
    let expected = Restored {
        from: backup(dir.path(), date(2026, 11, 4)),
        made_on: date(2026, 11, 4),
        last_entry: Some(days_later(1)),
    };
    assert_eq!(restored, &expected);
    assert_eq!(levels(&store), [0, 1]);
    assert_eq!(fs::read(&moved_to).unwrap(), bytes, "nothing is deleted");
    assert_eq!(fs::read(dir.path().join("journal.db.damaged-20261104T180000-journal")).unwrap(), b"\0left over");
    store.pain(None, AnswerMoment::NextDay, Pain::new(9), &days_later(2));
    drop(store);
    assert_eq!(levels(&open_quietly(dir.path(), &days_later(2))), [0, 1, 9]);
    assert_eq!(integrity(&second_client(dir.path())), "ok");
}

#[test]
fn damage_that_no_start_comes_upon_is_found_by_the_backup_and_mended_at_the_next_start() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 2);
    let store = open_quietly(dir.path(), &days_later(1));
    let session = begin(&store, &days_later(1));
    let long_ago: Vec<_> = (0..2_000).map(|n| event(n, Happened::Started)).collect();
    store.log(&session, &long_ago, &days_later(1));
    store.log(&session, &[event(9_999, Happened::Finished)], &days_later(1));
    drop(store);
    let path = dir.path().join("journal.db");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0x5a);
    fs::write(&path, &bytes).unwrap();

    let store = open_quietly(dir.path(), &days_later(2));
    store.tidy();
    let notices = store.notices();
    assert!(matches!(&notices[..], [Notice::DamageFound { .. }]), "{notices:?}");
    assert!(!backup(dir.path(), date(2026, 11, 4)).exists(), "no damaged backup takes a name");
    assert!(matches!(store.events(&session), Err(StoreFault::Damaged(_))));
    drop(store);
    let (store, notices) = open(dir.path(), &days_later(2));
    assert!(matches!(&notices[..], [Notice::Damaged { restored: Some(_), .. }]), "{notices:?}");
    assert_eq!(levels(&store), [0]);
}

#[test]
fn a_start_after_a_crash_looks_at_every_page() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 2);
    let mark = dir.path().join("journal.db.in-use");
    assert!(!mark.exists(), "it was closed as it should be");
    let store = open_quietly(dir.path(), &days_later(1));
    assert!(mark.exists());
    drop(store);
    let path = dir.path().join("journal.db");
    // An index that lacks an entry: no start comes upon it, and the pages themselves are well.
    let other = rusqlite::Connection::open(&path).unwrap();
    let root: u32 = other
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'answers_by_time'", [], |row| row.get(0))
        .unwrap();
    drop(other);
    let mut bytes = fs::read(&path).unwrap();
    let count = (root as usize - 1) * 4096 + 4;
    bytes[count] -= 1;
    fs::write(&path, &bytes).unwrap();
    drop(open_quietly(dir.path(), &days_later(1)));
    fs::write(mark, b"").unwrap();
    let (_store, notices) = open(dir.path(), &days_later(1));
    assert!(matches!(&notices[..], [Notice::Damaged { .. }]), "{notices:?}");
}

#[test]
fn a_damaged_backup_is_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 3);
    damage(&dir.path().join("journal.db"));
    damage(&backup(dir.path(), date(2026, 11, 4)));
    let (store, notices) = open(dir.path(), &days_later(2));
    assert!(
        matches!(&notices[..], [Notice::Damaged { restored: Some(from), .. }] if from.made_on == date(2026, 11, 3))
    );
    assert_eq!(levels(&store), [0]);
}

#[test]
fn without_a_backup_an_empty_journal_takes_the_place() {
    for bytes in [&b"This is no database, only some text that is long enough to look at."[..], &[0x5a; 9_000]] {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("journal.db"), bytes).unwrap();
        let (store, notices) = open(dir.path(), &evening());
        let [Notice::Damaged { moved_to, restored: None, .. }] = &notices[..] else { panic!("{notices:?}") };
        assert_eq!(fs::read(moved_to).unwrap(), bytes);
        begin(&store, &evening());
    }
}

#[test]
fn a_database_of_another_program_is_not_taken_over() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')").unwrap();
    drop(other);
    let (_store, notices) = open(dir.path(), &evening());
    let [Notice::Damaged { moved_to, .. }] = &notices[..] else { panic!("{notices:?}") };
    let other = rusqlite::Connection::open(moved_to).unwrap();
    let soup: String = other.query_row("SELECT name FROM recipes", [], |row| row.get(0)).unwrap();
    assert_eq!(soup, "soup");
}

#[test]
fn a_missing_journal_comes_back_from_its_backups() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 2);
    fs::remove_file(dir.path().join("journal.db")).unwrap();
    let (store, notices) = open(dir.path(), &days_later(1));
    assert!(matches!(&notices[..], [Notice::Missing { restored }] if restored.made_on == date(2026, 11, 3)));
    assert_eq!(levels(&store), [0]);
}

#[test]
fn a_newer_journal_is_read_and_never_written() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 1);
    let path = dir.path().join("journal.db");
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let bytes = fs::read(&path).unwrap();

    let (store, notices) = open(dir.path(), &evening());
    assert_eq!(notices, [Notice::Newer { found: 99, known: 3 }]);
    let fault = StoreFault::Newer { found: 99, known: 3 };
    assert_eq!((store.trouble(), store.is_kept()), (Some(fault.clone()), false));
    assert_eq!(levels(&store), [0]);
    let ticket = store.pain(None, AnswerMoment::NextDay, Pain::new(3), &evening());
    store.flush(LONG).unwrap();
    assert_eq!(store.state(ticket), Saved::Failed(fault));
    drop(store);
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn backups_are_kept_for_seven_days_and_four_weeks() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 60);
    let mut names: Vec<_> = fs::read_dir(dir.path().join("backups"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let found: Vec<_> = names.iter().map(|name| name.trim_start_matches("journal-").trim_end_matches(".db")).collect();
    let weeks = ["2026-12-06", "2026-12-13", "2026-12-20", "2026-12-24"];
    let days = ["2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"];
    assert_eq!(found, [&weeks[..], &days[..]].concat());
}

#[test]
fn a_backup_that_cannot_be_made_is_told_and_stops_nothing() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 1);
    fs::write(dir.path().join("backups"), b"a file is in the way").unwrap();
    let store = open_quietly(dir.path(), &days_later(1));
    store.tidy();
    let notices = store.notices();
    assert!(matches!(&notices[..], [Notice::NoBackup { .. }]), "{notices:?}");
    begin(&store, &days_later(1));
}

#[test]
fn a_copy_holds_everything_and_can_take_the_journals_place() {
    let dir = tempfile::tempdir().unwrap();
    let copy = dir.path().join("mine.db");
    let (here, there) = (dir.path().join("here"), dir.path().join("there"));
    keep_for_days(&here, 3);
    open_quietly(&here, &days_later(2)).copy_to(&copy).unwrap();
    keep_for_days(&there, 1);

    let folder = Folder::open(Some(there.clone())).unwrap();
    let aside = Store::restore(&folder, &copy, &days_later(2)).unwrap().unwrap();
    assert_eq!(aside, there.join("journal.db.replaced-20261104T180000"));
    assert!(aside.exists() && copy.exists());
    drop(folder);
    assert_eq!(levels(&open_quietly(&there, &days_later(2))), [0, 1, 2]);

    damage(&copy);
    let folder = Folder::open(Some(there.clone())).unwrap();
    let refused = Store::restore(&folder, &copy, &days_later(2));
    assert!(matches!(refused, Err(StoreFault::Damaged(_))), "{refused:?}");
    drop(folder);
    assert_eq!(levels(&open_quietly(&there, &days_later(2))), [0, 1, 2]);
}

#[test]
fn what_is_erased_does_not_come_back() {
    let dir = tempfile::tempdir().unwrap();
    keep_for_days(dir.path(), 3);
    damage(&dir.path().join("journal.db"));
    drop(open(dir.path(), &days_later(2)));
    let folder = Folder::open(Some(dir.path().to_owned())).unwrap();
    Settings::default().save(&folder).unwrap();
    let (store, _) = Store::open(&folder, &clock(&days_later(2)).0).unwrap();
    store.erase(&folder).unwrap();
    let mut left: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["lock", "settings.json"]);
    drop(folder);
    assert_eq!(levels(&open_quietly(dir.path(), &days_later(3))), [0; 0]);
}

#[test]
fn everything_is_for_one_persons_eyes() {
    let base = tempfile::tempdir().unwrap();
    let dir = base.path().join("some/where");
    keep_for_days(&dir, 2);
    let folder = Folder::open(Some(dir.clone())).unwrap();
    Settings::default().save(&folder).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for path in [&dir, &dir.join("backups")] {
        assert_eq!(mode(path), 0o700, "{}", path.display());
    }
    let made = backup(&dir, date(2026, 11, 3));
    for path in [&dir.join("journal.db"), &dir.join("settings.json"), &dir.join("lock"), &made] {
        assert_eq!(mode(path), 0o600, "{}", path.display());
    }
}

#[test]
fn a_second_kneadwell_is_refused_until_the_first_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    let refused = Folder::open(Some(dir.path().to_owned()));
    assert_eq!(refused.unwrap_err(), FolderFault::InUse(dir.path().to_owned()));
    drop(store);
    assert!(Folder::open(Some(dir.path().to_owned())).is_ok());
}

#[test]
fn a_folder_that_is_a_file_is_refused_and_stays() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("plan.txt");
    fs::write(&file, b"mine").unwrap();
    assert_eq!(Folder::open(Some(file.clone())).unwrap_err(), FolderFault::IsAFile(file.clone()));
    let below = Folder::open(Some(file.join("below"))).unwrap_err();
    assert!(matches!(below, FolderFault::NotCreatable { .. }), "{below:?}");
    assert_eq!(fs::read(file).unwrap(), b"mine");
}

#[test]
fn another_program_that_reads_for_long_only_delays() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    begin(&store, &evening());
    let reader = second_client(dir.path());
    reader.execute_batch("BEGIN; SELECT * FROM sessions").unwrap();
    let ticket = store.pain(None, AnswerMoment::NextDay, Pain::new(3), &evening());
    assert_eq!(store.flush(std::time::Duration::from_secs(2)), Err(StoreFault::Busy));
    assert_eq!((store.state(ticket), store.trouble()), (Saved::Pending, Some(StoreFault::Busy)));
    reader.execute_batch("COMMIT").unwrap();
    store.flush(LONG).unwrap();
    assert_eq!((store.state(ticket), store.trouble()), (Saved::Kept, None));
}

#[test]
fn a_journal_that_cannot_be_opened_at_all_is_a_typed_fault() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("journal.db")).unwrap();
    let folder = Folder::open(Some(dir.path().to_owned())).unwrap();
    assert!(matches!(Store::open(&folder, &clock(&evening()).0), Err(StoreFault::Io(_))));
}

//! What the tests begin with.

use std::path::Path;
use std::time::Duration;

use jiff::Zoned;
use kneadwell::practice::journal::{Event, Happened, Question};
use kneadwell::practice::measure::Side;
use kneadwell::practice::program::Revision;
use kneadwell::world::clock::{Clock, Hand};
use kneadwell::world::folder::Folder;
use kneadwell::world::store::{Notice, Saved, SessionId, SessionStart, Store};
use rusqlite::{Connection, OpenFlags};

pub const PROGRAM: &[u8] = br#"{"kneadwell": 1, "title": "Neck"}"#;
pub const SETUP: &str = r#"{"doses":[30,3]}"#;
/// Longer than any healthy disk takes.
pub const LONG: Duration = Duration::from_secs(60);

pub fn at(text: &str) -> Zoned {
    text.parse().unwrap()
}

pub fn evening() -> Zoned {
    at("2026-11-02T18:00:00+01:00[Europe/Zurich]")
}

pub fn clock(start: &Zoned) -> (Clock, Hand) {
    Clock::by_hand(start.clone())
}

pub fn open(dir: &Path, now: &Zoned) -> (Store, Vec<Notice>) {
    let folder = Folder::open(Some(dir.to_owned())).unwrap();
    Store::open(&folder, &clock(now).0).unwrap()
}

/// Opens a journal to which nothing out of the ordinary happened.
pub fn open_quietly(dir: &Path, now: &Zoned) -> Store {
    let (store, notices) = open(dir, now);
    assert_eq!(notices, []);
    store
}

/// Begins a session of the program, which is kept first.
pub fn begin(store: &Store, now: &Zoned) -> SessionId {
    store.keep_revision(PROGRAM, "Neck", "M. Okafor", now);
    store.take(Revision::of(PROGRAM), now);
    let revision = Revision::of(PROGRAM);
    let start = SessionStart { revision, routine: "Evening".to_owned(), setup: SETUP.to_owned(), started: now.clone() };
    let (id, begun) = store.begin(start);
    store.flush(LONG).unwrap();
    assert_eq!(store.state(begun), Saved::Kept);
    id
}

pub fn event(ms: u64, what: Happened) -> Event {
    Event { at: Duration::from_millis(ms), position: Duration::from_millis(ms / 2), what }
}

pub fn how_strong(round: u8) -> Question {
    Question::Discomfort { point: 0, site: "upper-trapezius".to_owned(), side: Some(Side::Left), round }
}

/// Opens the file as any other program would.
pub fn second_client(dir: &Path) -> Connection {
    Connection::open_with_flags(dir.join("journal.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

pub fn integrity(of: &Connection) -> String {
    of.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap()
}

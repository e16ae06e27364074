//! Marks on the body: each a row of its own, in a journal that knew of none before.

use kneadwell::practice::hurts::{Hurt, Marking, Quality, Spot};
use kneadwell::practice::measure::{Pain, Side};
use kneadwell::world::store::{Saved, Store};
use rusqlite::Connection;

use crate::given::{LONG, at, begin, evening, integrity, open, open_quietly, second_client};

fn spot(site: &str, side: Side) -> Spot {
    Spot { site: site.to_owned(), side }
}

fn marking(when: &str, told: Option<Hurt>) -> Marking {
    Marking { at: at(when), spot: spot("upper-trapezius", Side::Left), told }
}

fn hurt(pain: u8) -> Hurt {
    let spreads = vec![spot("wrist-extensors", Side::Left), spot("deltoid", Side::Right)];
    Hurt { pain: Pain::new(pain).unwrap(), qualities: Quality::ALL.to_vec(), spreads }
}

#[test]
fn every_mark_comes_back_as_it_was_and_taking_back_deletes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    let lines = [
        marking("2026-11-02T08:00:00+01:00[Europe/Zurich]", Some(hurt(4))),
        marking("2026-11-02T09:00:00+01:00[Europe/Zurich]", None),
        marking("2026-11-02T10:00:00+01:00[Europe/Zurich]", Some(hurt(10))),
    ];
    let last = lines.each_ref().map(|line| store.hurts(line))[2];
    store.flush(LONG).unwrap();
    assert_eq!(store.state(last), Saved::Kept);
    drop(store);

    let store = open_quietly(dir.path(), &evening());
    assert_eq!(store.marked(9).unwrap(), lines);
    assert_eq!(store.marked(1).unwrap(), lines[2..], "the newest, where there are more");
    let told: String = second_client(dir.path())
        .query_row("SELECT group_concat(coalesce(level, 'back')) FROM hurts", [], |row| row.get(0))
        .unwrap();
    assert_eq!(told, "4,back,10");
}

#[test]
fn what_a_newer_version_wrote_is_read_without_what_is_not_understood() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    store.hurts(&marking("2026-11-02T08:00:00+01:00[Europe/Zurich]", Some(hurt(4))));
    drop(store);
    let newer = Connection::open(dir.path().join("journal.db")).unwrap();
    let sql = r#"UPDATE hurts SET qualities = '["aching", "itching"]', spreads = '[{"site": "a", "side": "above"}]'"#;
    newer.execute(sql, []).unwrap();
    drop(newer);
    let store = open_quietly(dir.path(), &evening());
    let told = store.marked(9).unwrap().remove(0).told.unwrap();
    assert_eq!((told.pain.score(), told.qualities, told.spreads), (4, vec![Quality::Aching], vec![]));
}

#[test]
fn a_journal_of_version_2_gains_them_and_keeps_all_it_has() {
    let dir = tempfile::tempdir().unwrap();
    let store = open_quietly(dir.path(), &evening());
    let session = begin(&store, &evening());
    drop(store);
    let older = Connection::open(dir.path().join("journal.db")).unwrap();
    older.execute_batch("DROP TABLE hurts; PRAGMA user_version = 2;").unwrap();
    drop(older);

    let seen = Store::peek(dir.path()).unwrap().expect("what is only read may be a version older");
    assert_eq!(seen.sessions(9, None).unwrap().len(), 1);
    drop(seen);
    let (store, notices) = open(dir.path(), &evening());
    assert_eq!(notices, []);
    assert_eq!(store.marked(9).unwrap(), []);
    assert_eq!(store.sessions(9, None).unwrap()[0].id, session);
    let kept = store.hurts(&marking("2026-11-02T19:00:00+01:00[Europe/Zurich]", Some(hurt(3))));
    store.flush(LONG).unwrap();
    assert_eq!(store.state(kept), Saved::Kept);
    let client = second_client(dir.path());
    let version: i32 = client.query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
    assert_eq!((version, integrity(&client).as_str()), (3, "ok"));
    let backups = std::fs::read_dir(dir.path().join("backups")).unwrap().count();
    assert!(backups > 0, "a copy of the older one was made first");
}

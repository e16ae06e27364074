//! A disk that is full, or that nothing can be written to: a small one is mounted for the test, in a name space of its
//! own. Where the system does not allow that, these tests say so and pass; `world::store::writer` has one of its own.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use kneadwell::practice::journal::Happened;
use kneadwell::world::folder::{Folder, FolderFault};
use kneadwell::world::store::{Saved, StoreFault};

use crate::given::{LONG, begin, evening, event, how_strong, integrity, open_quietly, second_client};

const CHILD: &str = "KNEADWELL_DISK_CHILD";

/// Runs a test of this file with a disk of its own mounted at a folder.
fn on_a_disk(options: &str, test: &str) {
    const NOT_ALLOWED: i32 = 77;
    let dir = tempfile::tempdir().unwrap();
    let mount = format!("mount -t tmpfs -o \"$1\" tmpfs \"$2\" || exit {NOT_ALLOWED}; shift 2; exec \"$@\"");
    let run = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", &mount, "sh", options])
        .arg(dir.path())
        .arg(env::current_exe().unwrap())
        .args(["--exact", test, "--include-ignored"])
        .env(CHILD, dir.path())
        .output();
    match run {
        Ok(run) if run.status.success() => {}
        // A test that fails ends with 101.
        Ok(run) if run.status.code() == Some(101) => panic!("{}", String::from_utf8_lossy(&run.stdout)),
        other => println!("no disk with {options} can be mounted here, skipped: {other:?}"),
    }
}

#[test]
fn a_full_disk_loses_nothing_and_catches_up() {
    on_a_disk("size=400k", "disk::fill_the_disk_then_make_room");
}

#[test]
#[ignore = "run by the test above, on a disk of its own"]
fn fill_the_disk_then_make_room() {
    let Some(dir) = env::var_os(CHILD) else { return };
    let dir = Path::new(&dir);
    let ballast = dir.join("ballast");
    fs::write(&ballast, vec![0; 200 * 1024]).unwrap();
    let store = open_quietly(dir, &evening());
    let session = begin(&store, &evening());
    let mut tickets = Vec::new();
    while store.trouble().is_none() {
        let n = tickets.len() as u64 + 1;
        let question = how_strong((n % 3) as u8);
        tickets.push(store.log(&session, &[event(n, Happened::Answered { question, level: 5 })], &evening()));
        let _until_it_is_full = store.flush(std::time::Duration::from_millis(500));
        assert!(n < 20_000, "a disk of 400 kB is never full?");
    }
    assert_eq!(store.trouble(), Some(StoreFault::Full));
    let kept = tickets.iter().filter(|&&ticket| store.state(ticket) == Saved::Kept).count();
    assert_eq!(store.state(tickets[kept]), Saved::Pending, "the queue is in order");
    assert_eq!(store.events(&session).unwrap().len(), kept, "what was acknowledged is there");
    assert_eq!(integrity(&second_client(dir)), "ok");

    fs::remove_file(ballast).unwrap();
    store.flush(LONG).unwrap();
    assert_eq!(store.trouble(), None);
    assert!(tickets.iter().all(|&ticket| store.state(ticket) == Saved::Kept));
    let events = store.events(&session).unwrap();
    assert_eq!(events.len(), tickets.len());
    assert!(events.is_sorted_by(|one, next| one.at < next.at));
    assert_eq!(integrity(&second_client(dir)), "ok");
}

#[test]
fn a_folder_that_cannot_be_written_is_refused() {
    on_a_disk("ro", "disk::open_a_folder_that_cannot_be_written");
}

#[test]
#[ignore = "run by the test above, on a disk of its own"]
fn open_a_folder_that_cannot_be_written() {
    let Some(dir) = env::var_os(CHILD) else { return };
    let found = Folder::open(Some(dir.clone().into())).unwrap_err();
    assert_eq!(found, FolderFault::ReadOnly(dir.clone().into()));
    let below = Path::new(&dir).join("below");
    assert!(matches!(Folder::open(Some(below)).unwrap_err(), FolderFault::NotCreatable { .. }));
}

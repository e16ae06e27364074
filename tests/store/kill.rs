//! Killed at any instant, the journal has everything that it acknowledged, and the session can be taken up.
//!
//! `KNEADWELL_KILLS` sets how often (30 when it is not set), `KNEADWELL_SEED` where the dice begin.

use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use kneadwell::practice::journal::Happened;
use kneadwell::world::store::{Saved, SessionId};

use crate::given::{LONG, begin, evening, event, how_strong, integrity, open_quietly, second_client};

const CHILD: &str = "KNEADWELL_KILL_CHILD";

#[test]
fn nothing_acknowledged_is_lost_by_a_kill() {
    let set = |name, usual: u64| env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let (kills, mut dice) = (set("KNEADWELL_KILLS", 30), set("KNEADWELL_SEED", 2_026));
    let dir = tempfile::tempdir().unwrap();
    let mut acknowledged = 0;
    for kill in 0..kills {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // By turns while the journal is being opened, and while it is written.
        let after = Duration::from_micros((dice >> 33) % 150_000);
        let (session, last) = run_and_kill(dir.path(), kill % 2 == 1, after);
        let store = open_quietly(dir.path(), &evening());
        assert_eq!(integrity(&second_client(dir.path())), "ok", "kill {kill} after {after:?}");
        let Some(session) = session else { continue };
        let found = store.unfinished().unwrap().unwrap();
        assert_eq!(found.id, session, "kill {kill} after {after:?}");
        let kept = found.events.len() as u64;
        assert!(kept >= last, "kill {kill} after {after:?}: {last} acknowledged, {kept} kept");
        for (event, n) in found.events.iter().zip(1..) {
            assert_eq!(event.at, Duration::from_millis(n), "each once, and in order");
        }
        assert_eq!(found.seen_at, Duration::from_millis(kept));
        let answers = store.sessions(1, None).unwrap()[0].answers.len() as u64;
        assert_eq!(answers, kept.min(3), "the answers are there with their events");
        acknowledged += last;
        // So that the next life's session is the one unfinished.
        store.log(&session, &[event(kept + 1, Happened::FinishedEarly)], &evening());
    }
    assert!(acknowledged > 0, "no life lasted long enough to keep anything");
    println!("{kills} kills, {acknowledged} acknowledged, all there");
}

/// Runs a life of the program and kills it some time after its start, or after its session began; returns its session,
/// if one was acknowledged, and the last event that was.
fn run_and_kill(dir: &Path, in_session: bool, after: Duration) -> (Option<SessionId>, u64) {
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "kill::a_life_to_be_killed", "--include-ignored", "--nocapture"])
        .env(CHILD, dir)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut session = None;
    if in_session {
        session = lines.find_map(|line| SessionId::from_hex(line.strip_prefix("session ")?));
    }
    thread::sleep(after);
    child.kill().unwrap();
    let mut last = 0;
    for line in lines {
        if let Some(id) = line.strip_prefix("session ") {
            session = SessionId::from_hex(id);
        } else if let Some(n) = line.strip_prefix("kept ") {
            last = n.parse().unwrap();
        }
    }
    child.wait().unwrap();
    (session, last)
}

#[test]
#[ignore = "run by the test above, to be killed"]
fn a_life_to_be_killed() {
    let Some(dir) = env::var_os(CHILD) else { return };
    let store = open_quietly(Path::new(&dir), &evening());
    let session = begin(&store, &evening());
    println!("\nsession {session}");
    for n in 1.. {
        let question = how_strong((n % 3) as u8);
        let ticket = store.log(&session, &[event(n, Happened::Answered { question, level: 5 })], &evening());
        store.flush(LONG).unwrap();
        assert_eq!(store.state(ticket), Saved::Kept);
        println!("kept {n}");
    }
}

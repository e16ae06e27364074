//! Whole sessions, played from a script and compared with the transcript that stands below it: one file a case in
//! tests/sessions. `UPDATE_EXPECTED=1 cargo test --test sessions` writes the transcripts anew; read the difference then.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where its script is wrong")]

use std::path::PathBuf;
use std::time::Duration;
use std::{env, fs};

use kneadwell::practice::journal::{Event, Happened};
use kneadwell::practice::session::Session;

#[path = "support/programs.rs"]
mod programs;
#[path = "support/script.rs"]
mod script;

use script::Script;

const RARELY: Duration = Duration::from_secs(60);
const OFTEN: Duration = Duration::from_millis(10);
const DIVIDE: &str = "\n---\n";

#[test]
fn every_session_goes_as_written() {
    let update = env::var_os("UPDATE_EXPECTED").is_some();
    let mut faults = Vec::new();
    for path in cases() {
        let text = fs::read_to_string(&path).unwrap();
        let (script, expected) = text.split_once(DIVIDE).unwrap_or((text.trim_end(), ""));
        let played = Script::read(script).play(RARELY).transcript;
        if update {
            fs::write(&path, format!("{script}{DIVIDE}{played}")).unwrap();
        } else if played != expected {
            let differing = expected.lines().zip(played.lines()).position(|(one, other)| one != other);
            let line = differing.unwrap_or_else(|| expected.lines().count().min(played.lines().count()));
            let (was, is) = (expected.lines().nth(line), played.lines().nth(line));
            let line = script.lines().count() + 2 + line;
            faults.push(format!("{}:{line}\n  expected {was:?}\n  played   {is:?}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}\nThe way out: fix the engine, or UPDATE_EXPECTED=1.", faults.join("\n"));
}

#[test]
fn ticking_often_tells_the_same_as_ticking_rarely() {
    for path in cases() {
        let script = read(&path);
        assert_eq!(script.play(OFTEN).transcript, script.play(RARELY).transcript, "{}", path.display());
    }
}

#[test]
fn what_was_logged_rebuilds_the_session() {
    for path in cases() {
        let played = read(&path).play(RARELY);
        let again = Session::replay(played.plan, &played.events, played.until);
        assert_eq!(again.plan(), played.session.plan(), "{}", path.display());
        assert_eq!(again.state(), played.session.state(), "{}", path.display());
        assert_eq!(again.position(played.until), played.session.position(played.until), "{}", path.display());
        assert_eq!(again.asking(), played.session.asking(), "{}", path.display());
    }
}

#[test]
fn a_session_taken_up_after_a_kill_goes_on_as_if_it_had_been_paused_there() {
    for instant in ["0:05", "0:40", "0:52.123", "1:10", "1:12", "1:25", "2:55", "3:05", "3:20"] {
        let answer = if instant > "1:14" { "1:14 3\n" } else { "" };
        let killed = format!("routine: usual/left\n{answer}{instant} kill\n9:00 click resume");
        let paused = format!("routine: usual/left\n{answer}{instant} click pause\n9:00 click resume");
        let without_pause =
            |events: Vec<Event>| events.into_iter().filter(|event| event.what != Happened::Paused).collect::<Vec<_>>();
        let killed = Script::read(&killed).play(RARELY);
        let paused = Script::read(&paused).play(RARELY);
        assert_eq!(killed.events, without_pause(paused.events), "{instant}");
        assert_eq!(killed.session.plan(), paused.session.plan(), "{instant}");
    }
}

fn cases() -> Vec<PathBuf> {
    let folder = programs::root().join("tests/sessions");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

fn read(path: &PathBuf) -> Script {
    let text = fs::read_to_string(path).unwrap();
    Script::read(text.split_once(DIVIDE).map_or(text.as_str(), |(script, _)| script))
}

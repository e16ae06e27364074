//! How the journal fares with ten years in it: run by hand with `cargo bench --bench journal`, in a quiet hour.
//!
//! `KNEADWELL_BENCH_DIR` puts it on another disk than that of the temporary files, which may be memory.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench is run by hand, and what it prints is its result"
)]

use std::path::PathBuf;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use kneadwell::practice::journal::{Event, Happened};
use kneadwell::practice::measure::Pain;
use kneadwell::practice::plan::Plan;
use kneadwell::practice::program::{Program, Revision};
use kneadwell::practice::session::{Input, Session};
use kneadwell::world::clock::Clock;
use kneadwell::world::folder::Folder;
use kneadwell::world::store::{AnswerMoment, SessionStart, Store};

const SESSIONS: u16 = 3_650;
const COMMITS: usize = 200;
const LONG: Duration = Duration::from_secs(600);

fn main() {
    let base = std::env::var_os("KNEADWELL_BENCH_DIR").map_or_else(std::env::temp_dir, PathBuf::from);
    let dir = tempfile::tempdir_in(base).unwrap();
    let clock = Clock::system();
    let timed = |what: &str, work: &mut dyn FnMut()| {
        let start = clock.monotonic();
        work();
        println!("{what:<44} {:>9.2} ms", (clock.monotonic().saturating_sub(start)).as_secs_f64() * 1e3);
    };

    let store = open(&dir, &clock);
    timed("ten years are written", &mut || ten_years(&store, &clock));
    let (id, _) = store.begin(start(&clock));
    let mut commits: Vec<_> = (0..COMMITS)
        .map(|n| {
            let start = clock.monotonic();
            let event = Event { at: Duration::from_millis(n as u64), position: Duration::ZERO, what: Happened::Found };
            store.log(&id, &[event], &clock.civil());
            store.flush(LONG).unwrap();
            clock.monotonic().saturating_sub(start)
        })
        .collect();
    commits.sort_unstable();
    for (what, at) in [("median", COMMITS / 2), ("95 %", COMMITS * 95 / 100), ("worst", COMMITS - 1)] {
        println!("{:<44} {:>9.2} ms", format!("an event is on the disk: {what}"), commits[at].as_secs_f64() * 1e3);
    }
    drop(store);

    let file = dir.path().join("journal.db");
    println!("{:<44} {:>9.2} MB", "journal.db", std::fs::metadata(file).unwrap().len() as f64 / 1e6);
    timed("it is opened, and closed", &mut || drop(open(&dir, &clock)));
    let mut backed_up = None;
    timed("it is opened", &mut || backed_up = Some(open(&dir, &clock)));
    timed("it is backed up for the day", &mut || backed_up.iter().for_each(Store::tidy));
    drop(backed_up);
    std::fs::write(dir.path().join("journal.db.in-use"), b"").unwrap();
    timed("it is opened after a crash, and closed", &mut || drop(open(&dir, &clock)));
    let store = open(&dir, &clock);
    timed("in force, unfinished, open flags", &mut || {
        store.in_force().unwrap();
        store.unfinished().unwrap();
        store.open_flags().unwrap();
    });
    timed("the newest 50 sessions", &mut || assert_eq!(store.sessions(50, None).unwrap().len(), 50));
    timed("every session", &mut || assert!(store.sessions(usize::MAX, None).unwrap().len() > SESSIONS.into()));
    timed("pain of a year", &mut || {
        let since = clock.civil().checked_sub(1.year()).unwrap().timestamp();
        assert!(!store.pain_answers(since).unwrap().is_empty());
    });
    timed("every answer", &mut || {
        println!("{:<44} {:>9}", "answers", store.answers(Timestamp::MIN).unwrap().len());
    });
}

fn open(dir: &tempfile::TempDir, clock: &Clock) -> Store {
    let (store, notices) = Store::open(&Folder::open(Some(dir.path().to_owned())).unwrap(), clock).unwrap();
    assert!(notices.is_empty(), "{notices:?}");
    store
}

fn program() -> (&'static [u8], Program) {
    let bytes = include_bytes!("../routines/neck-and-shoulders.kneadwell");
    (bytes, Program::read(bytes).unwrap())
}

fn start(clock: &Clock) -> SessionStart {
    let (bytes, program) = program();
    SessionStart {
        revision: Revision::of(bytes),
        routine: program.routines[0].name.clone(),
        setup: r#"{"doses": []}"#.to_owned(),
        started: clock.civil(),
    }
}

/// Keeps one session a day, each with every question answered.
fn ten_years(store: &Store, clock: &Clock) {
    let (bytes, program) = program();
    let now = clock.civil();
    store.keep_revision(bytes, &program.title, &program.prescribed.by, &now);
    store.take(Revision::of(bytes), &now);
    let events = whole_session(&program);
    println!("{:<44} {:>9}", "events of a session", events.len());
    for day in (1..=SESSIONS).rev() {
        let started = now.checked_sub(i64::from(day).days()).unwrap();
        let pain = Pain::new((day % 11) as u8);
        let (id, _) = store.begin(SessionStart { started: started.clone(), ..start(clock) });
        store.pain(Some(&id), AnswerMoment::Before, pain, &started);
        for some in events.chunks(20) {
            store.log(&id, some, &started);
        }
        store.pain(Some(&id), AnswerMoment::After, pain, &started);
        store.pain(None, AnswerMoment::NextDay, pain, &started);
    }
    store.flush(LONG).unwrap();
}

fn whole_session(program: &Program) -> Vec<Event> {
    let routine = &program.routines[0];
    let (mut session, mut events) = Session::start(Plan::first_day(routine, &program.limits));
    let mut now = Duration::ZERO;
    while let Some(due) = session.deadline(now) {
        now = due;
        events.extend(session.apply(Input::Tick, now));
        if session.asking().is_some_and(|asking| asking.given.is_none()) {
            events.extend(session.apply(Input::Digit(4), now));
        }
    }
    events
}

//! The Program screen of a window over a journal of many days: the dose in force, the levels with their days, the revisions.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]
#![expect(dead_code, reason = "the hands of other tests, too")]

#[path = "support/day.rs"]
mod day;

use std::path::{Path, PathBuf};
use std::process::Command;

use day::Window;
use jiff::Zoned;
use kneadwell::practice::program::{Program, Revision};
use kneadwell::world::World;
use kneadwell::world::clock::Clock;

const PROGRAM: &str = r#"{
  "kneadwell": 1,
  "title": "Hip",
  "prescribed": { "by": "M. Okafor, physiotherapist", "on": "2026-11-02", "until": "2026-11-29" },
  "schedule": { "days_per_week": 7 },
  "progression": { "good_days": 2, "min_days_between_steps": 2 },
  "routines": [
    { "name": "Evening", "points": [
      { "site": "gluteus-maximus", "side": "left",
        "press": { "hold": { "start": "30s", "min": "15s", "max": "45s", "step": "5s" }, "holds": { "start": 3, "max": 4 } },
        "stretch": { "hold": { "start": "10s", "max": "15s" }, "reps": 1 } } ] },
    { "name": "Morning", "points": [
      { "site": "soleus", "side": "right", "stretch": { "hold": { "start": "20s", "max": "30s" }, "reps": 1 } } ] } ]
}"#;

/// A folder with the journal of days on which every answer was good, and a step taken whenever one was offered.
fn days(folder: &Path, count: usize) -> PathBuf {
    let (data, file, answers) = (folder.join("data"), folder.join("hip.kneadwell"), folder.join("answers.jsonl"));
    std::fs::write(&file, PROGRAM).unwrap();
    let good = r#"{"before": 4, "discomfort": 5, "after": 4, "next_day": 4, "soreness_hours": 0, "effects": []}"#;
    std::fs::write(&answers, format!("{good}\n").repeat(count)).unwrap();
    let mut simulate = Command::new(env!("CARGO_BIN_EXE_kneadwell"));
    simulate.arg("simulate").arg(&file).arg("--answers").arg(&answers).arg("--into").arg(&data);
    let told = simulate.output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    data
}

fn open(data: &Path, date: &str) -> Window {
    let mut window = Window::open(data, date, Path::new(""));
    window.click("Program");
    window
}

/// Takes another file into force on a day.
fn take(data: &Path, date: &str, text: &str) {
    let (clock, _hand) = Clock::by_hand(format!("{date}T17:00:00+00:00[Europe/London]").parse::<Zoned>().unwrap());
    let (world, _) = World::open(clock, Some(data.to_owned())).unwrap();
    let program = Program::read(text.as_bytes()).unwrap();
    let now = world.clock.civil();
    world.store.keep_revision(text.as_bytes(), &program.title, &program.prescribed.by, &now);
    world.store.take(Revision::of(text.as_bytes()), &now);
}

#[test]
fn bars_and_levels_follow_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let data = days(folder.path(), 6);
    let mut window = open(&data, "2026-11-08");
    window.sees("Week 1 of 4");
    window.sees("Hold, s: 40 now, from 15 to 45, began at 30");
    // Two good days, a yes on the third; two days later the next one.
    for level in [
        "Level 1: 30 s, 2 Nov",
        "Level 2: 35 s, 4 Nov",
        "Level 3: 40 s, today",
        "Level 4: 45 s, not reached yet",
        "Level 5: 4 × 45, not reached yet",
        "Level 6: stretch 15 s, not reached yet",
    ] {
        window.sees(level);
    }
    // The other routine was never worked: its point stands at its start.
    window.sees("Stretch, s: 20, from 10 to 30");
    window.click("Show the steps of Right deep calf");
    for level in ["Level 1: 20 s, today", "Level 2: 25 s, not reached yet", "Level 3: 30 s, not reached yet"] {
        window.sees(level);
    }
}

#[test]
fn revisions_are_numbered_dated_and_compared() {
    let folder = tempfile::tempdir().unwrap();
    let data = days(folder.path(), 3);
    let window = open(&data, "2026-11-05");
    window.sees("Revision 1, file ");
    window.sees("File complete: the journal has it byte for byte");
    drop(window);
    let second = PROGRAM.replace(r#""max": "45s""#, r#""max": "60s""#).replace(r#""reps": 1"#, r#""reps": 2"#);
    take(&data, "2026-11-10", &second);
    take(&data, "2026-11-12", &PROGRAM.replace("\"Hip\"", "\"Another\""));
    take(&data, "2026-11-14", &second);
    let window = open(&data, "2026-11-15");
    window.sees("Revision 2, file ");
    window.sees("In force: 10 November to 12 November, since 14 November.");
    window.sees("Hold: 30 s (15 to 60 s, 5 s a step); before 30 s (15 to 45 s, 5 s a step)");
    window.sees("Stretches: 2, locked; before 1, locked");
    window.sees("The first of this title.");
    window.misses("Use again: Revision 2");
    window.sees("Use again: Another");
    window.sees("Use again: Revision 1");
}

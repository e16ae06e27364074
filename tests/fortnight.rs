//! Two weeks with Kneadwell in its window, on a clock that is moved by hand: a step up that is declined and one that is
//! taken, a red day and its rest, a pause, a lock and its release.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]

#[path = "support/day.rs"]
mod day;

use std::path::PathBuf;

use day::{Said, Window, rows};

const PROGRAM: &str = r#"{
  "kneadwell": 1,
  "title": "Hip",
  "prescribed": { "by": "M. Okafor, physiotherapist", "contact": "020 7946 0018", "on": "2026-11-02" },
  "schedule": { "days_per_week": 7 },
  "stop_if": ["a numb leg"],
  "routines": [ { "name": "Evening", "points": [
    { "site": "gluteus-maximus", "side": "left", "ceiling": { "start": 5, "max": 5 },
      "press": { "hold": { "start": "30s", "min": "15s", "max": "60s", "step": "5s" }, "holds": { "start": 3, "max": 4 } },
      "stretch": { "hold": "10s", "reps": 1 } } ] } ]
}"#;

const GOOD: Said = Said { before: 4, felt: "5", after: 4 };

/// Returns the dose that a session was begun with: hold, holds, ceiling.
fn dose_of(folder: &std::path::Path, session: usize) -> String {
    let setups = rows(folder, "SELECT setup FROM sessions ORDER BY started_utc");
    let setup: serde_json::Value = serde_json::from_str(&setups[session]).unwrap();
    let dose = &setup["doses"][0];
    format!("{} × {} s, {}", dose["holds"], dose["hold"], dose["ceiling"])
}

/// An empty data folder, and the program beside it.
fn begin() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (data, file) = (folder.path().join("data"), folder.path().join("hip.kneadwell"));
    std::fs::write(&file, PROGRAM).unwrap();
    (folder, data, file)
}

#[test]
fn a_fortnight_moves_as_the_rules_say() {
    let (_folder, data, file) = begin();
    let on = |date: &str| Window::open(&data, date, &file);

    // Three good days, as in the worked example.
    let mut window = on("2026-11-02");
    window.answer_the_long_list(4);
    window.session(&GOOD);
    drop(window);
    for (date, good_days) in [("2026-11-03", "1 of 3"), ("2026-11-04", "2 of 3")] {
        let mut window = on(date);
        window.tell_of_yesterday(4);
        window.sees(&format!("Good days in a row: {good_days}."));
        window.session(&GOOD);
    }

    // The fourth: 35 s are offered; Start alone keeps 30 s.
    let mut window = on("2026-11-05");
    window.tell_of_yesterday(4);
    window.sees("you may hold 35 s instead of 30 s.");
    window.session(&GOOD);
    assert_eq!(dose_of(&data, 3), "3 × 30 s, 5", "what is not taken is declined");
    drop(window);
    for date in ["2026-11-06", "2026-11-07"] {
        let mut window = on(date);
        window.tell_of_yesterday(4);
        window.sees("You kept the last dose.");
        window.session(&GOOD);
    }

    // Three days later it is offered again, and taken.
    let mut window = on("2026-11-08");
    window.tell_of_yesterday(4);
    window.click("Go to 35 s");
    window.session(&GOOD);
    assert_eq!(dose_of(&data, 6), "3 × 35 s, 5");
    drop(window);

    // A red day: rest, and then 25 s under 4.
    let mut window = on("2026-11-09");
    window.tell_of_yesterday(6);
    window.sees("Rest up to and with Monday 9 November.");
    window.misses("Start");
    drop(window);
    let mut window = on("2026-11-10");
    window.sees("3 × 25 s");
    window.session(&GOOD);
    assert_eq!(dose_of(&data, 7), "3 × 25 s, 4");
    drop(window);

    // The second red within a week: two days of rest, and whom to tell.
    let mut window = on("2026-11-11");
    window.tell_of_yesterday(7);
    window.sees("Rest up to and with Thursday 12 November.");
    window.misses("Start");
    drop(window);
    let window = on("2026-11-12");
    window.sees("Rest up to and with Thursday 12 November.");
    drop(window);
    let mut window = on("2026-11-13");
    window.session(&Said { before: 4, felt: "4", after: 4 });
    assert_eq!(dose_of(&data, 8), "3 × 25 s, 4", "a pause never raises");
    drop(window);

    // The third within two weeks: locked, until a clinician's name and day are there.
    let mut window = on("2026-11-14");
    window.tell_of_yesterday(8);
    window.sees("Locked since 14 November.");
    window.misses("Start");
    window.sees("M. Okafor, physiotherapist, 020 7946 0018");
    drop(window);
    let mut window = on("2026-11-15");
    window.misses("Start");
    window.release("Dr Lang");
    window.sees("Start");
    window.session(&Said { before: 3, felt: "3", after: 3 });
    assert_eq!(dose_of(&data, 9), "3 × 25 s, 4", "it begins gently");
    drop(window);

    let told =
        rows(&data, "SELECT day, rule, json_extract(decision, '$.accepted'), said_by FROM decisions ORDER BY id");
    assert_eq!(
        told,
        [
            "2026-11-03 C-GREEN - -",
            "2026-11-04 C-GREEN - -",
            "2026-11-05 C-GREEN - -",
            "2026-11-05 P-UP 0 -",
            "2026-11-06 C-GREEN - -",
            "2026-11-07 C-GREEN - -",
            "2026-11-08 C-GREEN - -",
            "2026-11-08 P-UP 1 -",
            "2026-11-09 P-DOWN - -",
            "2026-11-11 P-PAUSE - -",
            "2026-11-14 P-STOP - -",
            "2026-11-15 P-STOP 1 Dr Lang",
        ]
    );
    let mut window = on("2026-11-16");
    window.click("Journal");
    window.click("Show earlier ones");
    window.sees("hold 30 to 35 s");
}

#[test]
fn two_severe_days_rest_and_stay_in_the_medians() {
    let (_folder, data, file) = begin();
    let on = |date: &str| Window::open(&data, date, &file);
    let mut window = on("2026-11-02");
    window.answer_the_long_list(7);
    window.session(&Said { before: 7, felt: "3", after: 7 });
    drop(window);
    let mut window = on("2026-11-03");
    window.tell_of_yesterday(8);
    window.sees("No pressing today: the pain is 8 or more.");
    window.misses("Start");
    drop(window);
    let mut window = on("2026-11-04");
    window.click("8 of 10");
    window.sees("It was so yesterday, too: please tell your therapist.");
    // A slip can be set right while the day lasts.
    window.click("7 of 10");
    window.sees("An easy session");
}

#[test]
fn a_journal_whose_locks_cannot_be_read_begins_nothing_and_changes_nothing() {
    let (_folder, data, file) = begin();
    let on = |date: &str| Window::open(&data, date, &file);
    let mut window = on("2026-11-02");
    window.answer_the_long_list(4);
    window.session(&GOOD);
    drop(window);
    let spoil = |sql: &str| rusqlite::Connection::open(data.join("journal.db")).unwrap().execute(sql, []).unwrap();
    assert_eq!(spoil("UPDATE standings SET standing = '{}'"), 1);
    let window = on("2026-11-03");
    window.sees("The journal cannot be read");
    window.misses("Start");
    window.misses("Record a go-ahead");
    drop(window);
    assert_eq!(rows(&data, "SELECT standing FROM standings"), ["{}"], "nothing is written over what may be mended");
}

#[test]
fn a_session_broken_off_behind_a_sign_is_not_taken_up() {
    let (_folder, data, file) = begin();
    let mut window = Window::open(&data, "2026-11-02", &file);
    window.answer_the_long_list(4);
    window.click("Start");
    window.stops_for("a numb leg");
    drop(window);
    let window = Window::open(&data, "2026-11-02", &file);
    window.misses("Resume");
    window.misses("Start");
    window.sees("Record a go-ahead");
    assert_eq!(rows(&data, "SELECT ending FROM sessions"), ["early"]);
}

#[test]
fn a_yes_to_one_step_is_no_yes_to_another() {
    let (_folder, data, file) = begin();
    let two = PROGRAM.replace(
        r#""stretch": { "hold": "10s", "reps": 1 } } ] } ]"#,
        r#""stretch": { "hold": "10s", "reps": 1 } },
           { "site": "hamstrings", "side": "left",
             "press": { "hold": { "start": "30s", "max": "60s" }, "holds": 1 },
             "stretch": { "hold": "10s", "reps": 1 } } ] } ]"#,
    );
    assert_ne!(two, PROGRAM);
    std::fs::write(&file, two).unwrap();
    let on = |date: &str| Window::open(&data, date, &file);
    let mut window = on("2026-11-02");
    window.answer_the_long_list(4);
    window.session(&GOOD);
    drop(window);
    for date in ["2026-11-03", "2026-11-04"] {
        let mut window = on(date);
        window.tell_of_yesterday(4);
        window.session(&GOOD);
    }
    let mut window = on("2026-11-05");
    window.tell_of_yesterday(4);
    window.sees("Left buttock: you may hold 35 s");
    window.click("Go to 35 s");
    // The buttock was sore after all: the step goes to the other place, and stands at staying.
    window.click("Change");
    window.click("Longer than a day, gone now");
    window.click_last("Left buttock");
    window.click("That is all");
    window.sees("you may hold 35 s");
    window.session(&GOOD);
    assert_eq!(rows(&data, "SELECT count(*) FROM decisions WHERE json_extract(decision, '$.accepted') = 1"), ["0"]);
}

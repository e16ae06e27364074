//! `kneadwell simulate`: the worked example of the rules, days that feed back into themselves, and what is refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of a test that cannot go on says so")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Three holds of 30 s at a limit of 5, every day from 2 November 2026 on.
const EXAMPLE: &str = r#"{ "kneadwell": 1, "title": "Example", "prescribed": { "by": "B", "on": "2026-11-02" },
  "schedule": { "days_per_week": 7 },
  "routines": [ { "name": "R", "points": [ { "site": "gluteus-maximus", "side": "left",
    "press": { "hold": { "start": "30s", "min": "15s", "max": "60s", "step": "5s" }, "holds": 3 } } ] } ] }"#;

/// Days 1 to 3 are good, the pain is 6 on the day after day 4.
const ANSWERS: &str = r#"{"before": 4, "discomfort": 5, "after": 4, "next_day": 4, "soreness_hours": 0, "effects": []}
{"before": 4, "discomfort": 5, "after": 4, "next_day": 4, "soreness_hours": 0, "effects": []}
{"before": 4, "discomfort": 5, "after": 4, "next_day": 4, "soreness_hours": 0, "effects": []}
{"before": 4, "discomfort": 5, "after": 4, "next_day": 6, "soreness_hours": 0, "effects": []}
{"before": 4, "discomfort": 4, "after": 4, "next_day": 4, "soreness_hours": 0, "effects": []}
{"before": 4, "discomfort": 4, "after": 4, "next_day": 4, "soreness_hours": 0, "effects": []}
"#;

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put("example.kneadwell", EXAMPLE);
        desk.put("answers.jsonl", ANSWERS);
        desk
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn simulate(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kneadwell"));
        command.current_dir(self.0.path()).arg("simulate").args(arguments);
        command
    }

    /// The rows of `--json`.
    fn rows(&self, arguments: &[&str]) -> Vec<Value> {
        let out = self.simulate(&[arguments, &["--json"]].concat());
        assert!(out.status.success(), "{arguments:?}: {}", error(&out));
        text(&out).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// What one line of answers is refused with.
    fn refused(&self, line: &str) -> String {
        self.put("bad.jsonl", &format!("{}\n{line}\n", ANSWERS.lines().next().unwrap()));
        let out = self.simulate(&["example.kneadwell", "--answers", "bad.jsonl"]);
        assert_eq!((out.status.code(), text(&out).as_str()), (Some(1), ""), "{line}");
        error(&out).trim_end().to_owned()
    }
}

fn text(out: &Output) -> String {
    String::from_utf8(out.stdout.clone()).unwrap()
}

fn error(out: &Output) -> String {
    // Signs that keep the direction of a word are for screens.
    String::from_utf8(out.stderr.clone()).unwrap().replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn the_worked_example_in_numbers() {
    let rows = Desk::new().rows(&["example.kneadwell", "--answers", "answers.jsonl"]);
    let told: Vec<_> = rows
        .iter()
        .map(|row| {
            let dose = format!("{}x{} C{}", row["dose"]["holds"], row["dose"]["hold"], row["ceiling"]);
            let decision = &row["decision"];
            let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
            let decided = format!("{} {}", word(&decision["rule"]), word(&row["class"]));
            (row["day"].as_u64().unwrap(), word(&row["session"]), dose, decided, decision["accepted"].as_bool())
        })
        .collect();
    let told: Vec<_> = told
        .iter()
        .map(|(day, session, dose, decided, accepted)| {
            (*day, session.as_str(), dose.as_str(), decided.as_str(), *accepted)
        })
        .collect();
    assert_eq!(
        told,
        [
            (1, "planned", "3x30 C5", "- -", None),
            (2, "planned", "3x30 C5", "C-GREEN green", None),
            (3, "planned", "3x30 C5", "C-GREEN green", None),
            (4, "planned", "3x35 C5", "P-UP green", Some(true)),
            (5, "rest", "3x25 C4", "P-DOWN red", None),
            (6, "planned", "3x25 C4", "- -", None),
        ]
    );
    let changes = |row: usize| rows[row]["decision"]["changes"].to_string();
    assert_eq!(changes(1), r#"[{"amount":"hold","from":30,"to":30}]"#, "a kept dose has from = to");
    assert_eq!(changes(3), r#"[{"amount":"hold","from":30,"to":35}]"#);
    assert_eq!(changes(4), r#"[{"amount":"hold","from":35,"to":25},{"amount":"ceiling","from":5,"to":4}]"#);
    assert_eq!(rows[0]["bounds"]["hold"].to_string(), r#"{"max":60,"min":15,"start":30,"step":5}"#);
    assert_eq!(rows[0]["date"], "2026-11-02", "day 1 is the day of the prescription");
}

#[test]
fn the_worked_example_in_words() {
    let out = Desk::new().simulate(&["example.kneadwell", "--answers", "answers.jsonl"]);
    let told = text(&out).replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "day 1, Mon 02 Nov, planned: Left buttock, 3 × 30 s, limit 5",
            "day 2, Tue 03 Nov, planned: Left buttock, 3 × 30 s, limit 5. C-GREEN: Left buttock: 3 × 30 s, as before. \
             Good days in a row: 1 of 3.",
            "day 3, Wed 04 Nov, planned: Left buttock, 3 × 30 s, limit 5. C-GREEN: Left buttock: 3 × 30 s, as before. \
             Good days in a row: 2 of 3.",
            "day 4, Thu 05 Nov, planned: Left buttock, 3 × 35 s, limit 5. P-UP: Left buttock: hold 30 to 35 s. \
             Enough good days in a row, and you said yes.",
            "day 5, Fri 06 Nov, rest: Left buttock. P-DOWN: Left buttock: a day of rest, then hold 35 to 25 s, \
             limit 5 to 4. The pain was 6 on the next day, after 4 before.",
            "day 6, Sat 07 Nov, planned: Left buttock, 3 × 25 s, limit 4",
        ]
    );
}

#[test]
fn what_a_person_says_no_to_is_kept() {
    let desk = Desk::new();
    let no = ANSWERS.replace(r#""next_day": 6,"#, r#""next_day": 4, "accept": false,"#);
    desk.put("no.jsonl", &no);
    let rows = desk.rows(&["example.kneadwell", "--answers", "no.jsonl", "--days", "6"]);
    assert_eq!((&rows[3]["decision"]["accepted"], &rows[3]["dose"]["hold"]), (&Value::Bool(false), &Value::from(30)));
    assert!(rows[4..].iter().all(|row| row["dose"]["hold"] == 30));
}

#[test]
fn days_without_answers_are_days_away() {
    let desk = Desk::new();
    desk.put("hole.jsonl", &format!("{}\n{{\"day\": 4}}\n", ANSWERS.lines().next().unwrap()));
    let rows = desk.rows(&["example.kneadwell", "--answers", "hole.jsonl"]);
    let sessions: Vec<_> = rows.iter().map(|row| row["session"].as_str().unwrap()).collect();
    assert_eq!(sessions, ["planned", "missed", "missed", "planned"]);
    assert_eq!(rows[3]["class"], "green", "asked on the first opening within 72 hours");
}

#[test]
fn a_bad_day_is_decided_about_however_late_the_program_is_opened_again() {
    let desk = Desk::new();
    let strong = r#"{"before": 4, "discomfort": 7, "after": 4}"#;
    desk.put("late.jsonl", &format!("{strong}\n{{\"day\": 20, \"comes\": \"opens\"}}\n"));
    let rows = desk.rows(&["example.kneadwell", "--answers", "late.jsonl"]);
    assert_eq!(rows.iter().filter(|row| !row["decision"].is_null()).count(), 1, "nobody was there before");
    let decision = &rows[19]["decision"];
    assert_eq!((&decision["rule"], &rows[19]["class"]), (&Value::from("P-DOWN"), &Value::from("red")));
    assert_eq!((&rows[19]["dose"]["hold"], &rows[19]["ceiling"]), (&Value::from(25), &Value::from(4)));
}

#[test]
fn pain_of_eight_rests_the_day_and_is_told() {
    let desk = Desk::new();
    desk.put(
        "pain.jsonl",
        "{\"before\": 8}\n{\"before\": 6}\n{\"before\": 5}\n{\"before\": 8, \"comes\": \"opens\"}\n",
    );
    let rows = desk.rows(&["example.kneadwell", "--answers", "pain.jsonl"]);
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row["session"].as_str().unwrap(), row["rule"].as_str(), row["answers"]["before"].as_u64()))
        .collect();
    assert_eq!(
        told,
        [
            ("rest", Some("G1"), Some(8)),
            ("easy", Some("G2"), Some(6)),
            ("planned", None, Some(5)),
            ("missed", None, None)
        ]
    );
    assert_eq!(
        (&rows[1]["dose"]["hold"], &rows[1]["dose"]["holds"], &rows[1]["ceiling"]),
        (&20.into(), &2.into(), &4.into())
    );
}

#[test]
fn at_every_maximum_the_rule_is_p_cap() {
    let desk = Desk::new();
    desk.put("short.kneadwell", &EXAMPLE.replace("60s", "35s"));
    desk.put("good.jsonl", &lines(ANSWERS.lines().next().unwrap(), 9));
    let rows = desk.rows(&["short.kneadwell", "--answers", "good.jsonl"]);
    let rules: Vec<_> = rows.iter().map(|row| row["decision"]["rule"].as_str().unwrap_or("-")).collect();
    assert_eq!(rules, ["-", "C-GREEN", "C-GREEN", "P-UP", "C-GREEN", "C-GREEN", "P-CAP", "P-CAP", "P-CAP"]);
    let sentence = rows[6]["decision"]["sentence"].as_str().unwrap().replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(
        sentence,
        "Left buttock: 3 × 35 s, as before. The plan's limit is reached. Ask your therapist how to go on."
    );
}

#[test]
fn p_stop_locks_until_the_go_ahead_and_begins_gently() {
    let desk = Desk::new();
    let red = r#"{"before": 4, "discomfort": 5, "after": 4, "next_day": 9, "soreness_hours": 0, "effects": []}"#;
    desk.put("red.jsonl", &lines(red, 12));
    let locked = desk.rows(&["example.kneadwell", "--answers", "red.jsonl"]);
    let decided: Vec<_> = locked.iter().filter_map(|row| row["decision"]["rule"].as_str()).collect();
    assert_eq!(decided, ["P-DOWN", "P-PAUSE", "P-STOP"]);
    assert_eq!(locked.last().unwrap()["session"], "locked", "nobody says to go on");
    let rows = desk.rows(&["example.kneadwell", "--answers", "red.jsonl", "--go-ahead", "4"]);
    let released = rows.iter().rposition(|row| row["decision"]["rule"] == "P-STOP").unwrap();
    assert_eq!(rows[released - 4]["decision"]["rule"], "P-STOP", "four days before");
    assert_eq!(rows[released]["decision"]["accepted"], Value::Null, "nothing was offered");
    assert_eq!(rows[released]["session"], "planned");
    let sentence = rows[released]["decision"]["sentence"].as_str().unwrap();
    assert!(sentence.contains("A clinician has said to go on"), "{sentence}");
}

/// The same line so many times.
fn lines(line: &str, count: usize) -> String {
    format!("{line}\n").repeat(count)
}

#[test]
fn the_same_seed_gives_the_same_days_and_another_does_not() {
    let desk = Desk::new();
    for who in ["steady", "improving", "flaring", "forgetful", "contrary"] {
        let days = |seed: &str| desk.rows(&["example.kneadwell", "--days", "60", "--who", who, "--seed", seed]);
        assert_eq!(days("7"), days("7"), "{who}");
        assert_ne!(days("7"), days("8"), "{who}");
    }
}

#[test]
fn rows_feed_back_as_answers_and_give_the_same_days() {
    let desk = Desk::new();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("routines/neck-and-shoulders.kneadwell");
    let shipped = shipped.to_str().unwrap();
    let twice_a_day = EXAMPLE.replace(r#""days_per_week": 7"#, r#""days_per_week": 7, "sessions_per_day": 2"#);
    desk.put("twice.kneadwell", &twice_a_day);
    for program in [shipped, "example.kneadwell", "twice.kneadwell"] {
        for who in ["steady", "improving", "flaring", "forgetful", "contrary"] {
            let common = [program, "--days", "250", "--go-ahead", "5", "--today", "2026-11-02"];
            let first = desk.simulate(&[&common[..], &["--who", who, "--seed", "3", "--json"]].concat());
            desk.put("rows.jsonl", &text(&first));
            let again = desk.simulate(&[&common[..], &["--answers", "rows.jsonl", "--json"]].concat());
            let (first, again) = (text(&first), text(&again));
            let other = first.lines().zip(again.lines()).find(|(one, other)| one != other);
            assert_eq!(other, None, "{program}, {who}");
            assert_eq!(first.lines().count(), again.lines().count());
        }
    }
}

#[test]
fn every_line_that_cannot_be_read_says_where_and_how_to_mend_it() {
    let desk = Desk::new();
    let example = r#"write one object a line, such as {"before": 4, "discomfort": 5, "after": 4, "next_day": 4}"#;
    for (line, what) in [
        (r#"{"before": 4,"#, format!("this is no JSON from column 13 on (EOF while parsing a value); {example}")),
        ("[4]", format!("this is no JSON object; {example}")),
        (r#"{"before": 11}"#, "before: 11 is no whole number between 0 and 10".into()),
        (r#"{"before": -1}"#, "before: -1 is no whole number between 0 and 10".into()),
        (r#"{"after": 4.5}"#, "after: 4.5 is no whole number between 0 and 10".into()),
        (r#"{"next_day": "4"}"#, "next_day: \"4\" is no whole number between 0 and 10".into()),
        (r#"{"discomfort": 11}"#, "discomfort: 11 is no whole number between 0 and 10".into()),
        (r#"{"done": 101}"#, "done: 101 is no whole number between 0 and 100".into()),
        (r#"{"soreness_hours": 1001}"#, "soreness_hours: 1001 is no whole number between 0 and 1000".into()),
        (r#"{"day": 0}"#, "day: 0 is no whole number between 1 and 36600".into()),
        (r#"{"day": 36601}"#, "day: 36601 is no whole number between 1 and 36600".into()),
        (r#"{"cut": "bored"}"#, "cut: bored is none of no, pain, too-much".into()),
        (r#"{"comes": "late"}"#, "comes: \"late\" is none of works, opens, away".into()),
        (r#"{"accept": "yes"}"#, "accept: \"yes\" is none of true, false".into()),
        (r#"{"site": "hamstrings"}"#, "site: hamstrings is none of gluteus-maximus".into()),
        (r#"{"site": 5}"#, "site: 5 is not a text".into()),
        (r#"{"site": "gluteus-maximus", "side": "right"}"#, "side: right is none of left".into()),
        (r#"{"effects": "none"}"#, "effects: \"none\" is not a list; an empty list is \"none\"".into()),
    ] {
        assert_eq!(desk.refused(line), format!("bad.jsonl:2: {what}"), "{line}");
    }
    for (line, begins, known) in [
        (r#"{"pain": 4}"#, "bad.jsonl:2: there is no answer called \"pain\"; there are day, site, side,", "next_day"),
        (r#"{"effects": ["rash"]}"#, "bad.jsonl:2: effects: \"rash\" is none of bruise, large-bruise,", "tired"),
        (r#"{"sign": "odd"}"#, "bad.jsonl:2: sign: odd is none of saddle, chest,", "tingling"),
    ] {
        let said = desk.refused(line);
        assert!(said.starts_with(begins) && said.contains(known), "{line}: {said}");
    }
}

#[test]
fn files_that_cannot_be_read_are_refused() {
    let desk = Desk::new();
    desk.put("empty.jsonl", "\n \n");
    desk.put("bad.kneadwell", "{}");
    for (arguments, begins) in [
        (
            &["example.kneadwell", "--answers", "empty.jsonl"][..],
            "empty.jsonl: there are no answers in it; write one JSON",
        ),
        (&["example.kneadwell", "--answers", "none.jsonl"], "none.jsonl:1:1: $: there is no such file"),
        (&["none.kneadwell"], "none.kneadwell:1:1: $: there is no such file"),
        (&["bad.kneadwell"], "bad.kneadwell:1:1: $: "),
        (&["example.kneadwell", "--routine", "Morning"], "example.kneadwell: there is no routine"),
    ] {
        let out = desk.simulate(arguments);
        assert_eq!((out.status.code(), text(&out).as_str()), (Some(1), ""), "{arguments:?}");
        assert!(error(&out).starts_with(begins), "{arguments:?}: {}", error(&out));
    }
}

#[test]
fn wrong_use_is_told_apart_from_a_refused_input() {
    let desk = Desk::new();
    for (arguments, says) in [
        (&["example.kneadwell", "--days", "0"][..], "0 is not in 1..=36600"),
        (&["example.kneadwell", "--days", "36601"], "36601 is not in 1..=36600"),
        (&["example.kneadwell", "--days", "ten"], "invalid digit"),
        (
            &["example.kneadwell", "--who", "nobody"],
            "[possible values: steady, improving, flaring, forgetful, contrary]",
        ),
        (&["example.kneadwell", "--seed", "x"], "invalid digit"),
        (&["example.kneadwell", "--answers", "answers.jsonl", "--who", "steady"], "cannot be used with"),
        (&["example.kneadwell", "--today", "2026-02-30"], "--today"),
        (&[], "<FILE>"),
    ] {
        let out = desk.simulate(arguments);
        assert_eq!((out.status.code(), text(&out).as_str()), (Some(2), ""), "{arguments:?}");
        assert!(error(&out).contains(says), "{arguments:?}: {}", error(&out));
    }
}

#[test]
fn a_reader_that_leaves_ends_it_quietly() {
    let desk = Desk::new();
    let mut child = desk
        .command(&["example.kneadwell", "--days", "36600", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with('{'));
    let out = child.wait_with_output().unwrap();
    assert_eq!((out.status.code(), error(&out).as_str()), (Some(0), ""));
}

//! `kneadwell play --text` as a person or a script meets it: lines out, key names in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops where the program does not answer"
)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

/// Longer than anything here may take, and short enough to tell a program that hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program under way, its input held open.
struct Play {
    program: Child,
    keys: Option<ChildStdin>,
    lines: Receiver<String>,
    shown: Vec<String>,
}

impl Play {
    fn start(folder: &Path, speed: u32, more: &[&str]) -> Self {
        let routine = Path::new(env!("CARGO_MANIFEST_DIR")).join("routines/neck-and-shoulders.kneadwell");
        let mut program = Command::new(env!("CARGO_BIN_EXE_kneadwell"))
            .args(["play", "--text", "--speed", &speed.to_string()])
            .arg(routine)
            .args(more)
            .arg("--data-dir")
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, lines) = channel();
        let out = BufReader::new(program.stdout.take().unwrap());
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { keys: program.stdin.take(), program, lines, shown: Vec::new() }
    }

    fn type_in(&mut self, lines: &str) {
        self.keys.as_mut().unwrap().write_all(lines.as_bytes()).unwrap();
    }

    /// Reads on until a line has this text in it.
    fn until(&mut self, text: &str) {
        loop {
            let line =
                self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("no {text:?} after {:#?}", self.shown));
            let found = line.contains(text);
            self.shown.push(line);
            if found {
                return;
            }
        }
    }

    /// Ends the input, and returns the exit code with all that was written to stdout and to stderr.
    fn end(mut self) -> (i32, Vec<String>, String) {
        drop(self.keys.take());
        while let Ok(line) = self.lines.recv_timeout(PATIENCE) {
            self.shown.push(line);
        }
        let done = self.program.wait_with_output().unwrap();
        (done.status.code().unwrap(), self.shown, String::from_utf8(done.stderr).unwrap())
    }
}

/// Plays with these lines as the whole input.
fn play(folder: &Path, input: &str) -> (i32, Vec<String>, String) {
    let mut play = Play::start(folder, 200, &[]);
    // A program that refuses to begin reads nothing.
    let _ = play.keys.as_mut().unwrap().write_all(input.as_bytes());
    play.end()
}

fn rows(folder: &Path, sql: &str) -> Vec<String> {
    let journal = Connection::open_with_flags(folder.join("journal.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut asked = journal.prepare(sql).unwrap();
    asked.query_map([], |row| row.get::<_, String>(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

const FLAGS: &str = "SELECT sign || ' ' || level || ' ' || own FROM flags ORDER BY id";
const ENDINGS: &str = "SELECT ending FROM sessions ORDER BY rowid";

/// The number in front of a row of the list.
fn number(lines: &[String], text: &str) -> String {
    let row = lines.iter().find(|line| line.contains(text)).unwrap_or_else(|| panic!("no {text:?} in {lines:#?}"));
    row.split_whitespace().next().unwrap().to_owned()
}

/// The list of signs, from a session whose input ends before one is named.
fn list() -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    play(folder.path(), "esc\nesc\n").1
}

#[test]
fn the_signs_are_listed_the_programs_own_first_and_then_those_of_its_regions() {
    let lines = list();
    assert_eq!(number(&lines, "dizziness (from your program file)"), "1");
    assert_eq!(number(&lines, "a headache unlike any before (from"), "4");
    assert_eq!(number(&lines, "Pain in the chest; or pain into the jaw"), "5");
    assert_eq!(
        number(&lines, "A sudden headache, the worst ever; or neck pain"),
        "6",
        "the regions' own before others"
    );
    assert_eq!(number(&lines, "Numb between the legs"), "8");
    assert_eq!(number(&lines, "Dizzy or sick"), "18");
}

#[test]
fn an_emergency_that_is_named_is_kept_says_where_to_turn_and_locks() {
    let number = number(&list(), "Pain in the chest");
    let folder = tempfile::tempdir().unwrap();
    let (code, lines, _) = play(folder.path(), &format!("esc\nesc\n{number}\n"));
    assert_eq!(code, 0);
    let at =
        |text: &str| lines.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text}: {lines:#?}"));
    assert!(at("Stop here. Call the emergency number now.") < at("You marked pain in the chest"));
    assert!(at("1. Call the emergency number") < at("2. Tell "), "nothing comes before the call");
    assert!(at("2. Tell ") < at("Finished early. What was done is kept."));
    at("today I noticed: pain in the chest");
    assert_eq!(rows(folder.path(), FLAGS), ["chest emergency 0"]);
    assert_eq!(rows(folder.path(), ENDINGS), ["early"]);

    let (code, lines, told) = play(folder.path(), "");
    assert_eq!((code, lines.len()), (1, 0), "it does not begin: {lines:?}");
    assert!(told.contains("pain in the chest") && told.contains("The window records"), "{told}");
    let (code, ..) = Play::start(folder.path(), 200, &["--take-up"]).end();
    assert_eq!((code, rows(folder.path(), ENDINGS).len()), (1, 1), "nor is one taken up");
}

#[test]
fn a_sign_of_the_same_day_locks_too_and_the_therapist_comes_first() {
    let number = number(&list(), "Fever with pain");
    let folder = tempfile::tempdir().unwrap();
    let (_, lines, _) = play(folder.path(), &format!("esc\nesc\n{number}\n"));
    assert!(lines.iter().any(|line| line.starts_with("1. Tell ")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("2. Call your doctor today")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.starts_with("Call the emergency number now if")), "{lines:#?}");
    assert_eq!(rows(folder.path(), FLAGS), ["fever same-day 0"]);
    assert_eq!(play(folder.path(), "").0, 1);
}

#[test]
fn several_may_be_named_and_what_is_no_number_of_the_list_is_asked_for_again() {
    let folder = tempfile::tempdir().unwrap();
    let (code, lines, _) = play(folder.path(), "esc\nesc\n0\nspace\n99\n1, 18\n");
    assert_eq!(code, 0);
    assert_eq!(lines.iter().filter(|line| line.starts_with("Type numbers from 1 to 18")).count(), 3);
    assert_eq!(rows(folder.path(), FLAGS), ["dizziness today 1", "dizzy today 0"]);
    let (code, _, told) = play(folder.path(), "");
    assert_eq!(code, 0, "it stops the day's session and locks no program: {told}");
    assert!(told.contains("dizziness"));
}

#[test]
fn none_named_by_an_empty_line_or_by_the_end_of_the_input_is_kept_in_words_of_its_own() {
    for input in ["esc\nesc\n\n", "esc\nesc\n", "esc\nesc\nesc\n"] {
        let folder = tempfile::tempdir().unwrap();
        let (code, lines, _) = play(folder.path(), input);
        assert_eq!(code, 0, "{input:?}");
        assert!(lines.iter().any(|line| line.starts_with("Stay off the spot.")), "{input:?}: {lines:#?}");
        assert_eq!(rows(folder.path(), FLAGS), ["something felt wrong today 1"], "{input:?}");
        assert_eq!(rows(folder.path(), ENDINGS), ["early"], "{input:?}");
    }
}

#[test]
fn a_yes_to_the_question_about_symptoms_leads_to_the_list() {
    let folder = tempfile::tempdir().unwrap();
    // Slow enough for the eight seconds of the question to be met, and the lead-in is skipped.
    let mut play = Play::start(folder.path(), 5, &[]);
    play.type_in("right\n");
    play.until("Find the spot");
    play.until("Take care: ");
    play.type_in("x\n");
    play.until("Press: ");
    play.type_in("x\nx\n");
    play.until("Let go now.");
    play.until("Tingling, numb, dizzy or sick?");
    play.type_in("y\n");
    play.until("What do you feel?");
    play.until("18  Dizzy or sick");
    play.type_in("18\n");
    play.until("Finished early.");
    let (code, ..) = play.end();
    assert_eq!(code, 0);
    assert_eq!(rows(folder.path(), FLAGS), ["dizzy today 0"]);
    assert_eq!(rows(folder.path(), ENDINGS), ["early"]);
}

#[test]
fn numbers_and_choices_are_printed_as_they_are_said_and_any_key_takes_what_stands() {
    let folder = tempfile::tempdir().unwrap();
    let mut play = Play::start(folder.path(), 4, &[]);
    play.type_in("right\n");
    play.until("Find the spot");
    play.type_in("x\n");
    play.until("Press: ");
    thread::sleep(Duration::from_secs(3));
    play.type_in("l\n");
    play.until("Any key at your number.");
    play.until("… 2");
    play.type_in("space\n");
    play.until("Noted: ");
    let noted = play.shown.last().and_then(|line| line.rsplit(' ').next()).unwrap().to_owned();
    let said: Vec<_> = play.shown.iter().filter_map(|line| Some(line.split_once("… ")?.1.to_owned())).collect();
    assert!(said.contains(&noted), "{noted} of {said:?}: what was said last, or the one before it");
    assert!(said.len() - said.iter().position(|said| *said == noted).unwrap() <= 2, "{noted} of {said:?}");
    assert!(said.iter().enumerate().all(|(number, said)| *said == number.to_string()), "{said:?}");
    play.type_in("esc\n");
    for line in ["Any key at your choice.", "… Go on?", "… Finish here, and keep it?", "… Something feels wrong?"]
    {
        play.until(line);
    }
    play.type_in("space\n");
    play.until("On again");
    let (code, ..) = play.end();
    assert_eq!(code, 0);
    let answers = rows(folder.path(), "SELECT moment || ' ' || level FROM answers WHERE level IS NOT NULL");
    assert_eq!(answers, [format!("hold {noted}")]);
}

#[test]
fn a_plan_has_the_lead_ins_that_are_set_as_a_session_does() {
    let folder = tempfile::tempdir().unwrap();
    let plan = || {
        let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("routines/demo.kneadwell");
        let plan = Command::new(env!("CARGO_BIN_EXE_kneadwell"))
            .arg("plan")
            .arg(demo)
            .arg("--data-dir")
            .arg(folder.path())
            .output();
        String::from_utf8(plan.unwrap().stdout).unwrap()
    };
    std::fs::write(folder.path().join("settings.json"), r#"{ "lead_ins": { "locate": 40 }, "theme": "neon" }"#)
        .unwrap();
    drop(kneadwell::world::World::open(kneadwell::world::clock::Clock::system(), Some(folder.path().to_owned())));
    assert!(plan().contains("0:20   40 s  Find the spot"), "{}", plan());
    std::fs::write(folder.path().join("settings.json"), "{ no settings").unwrap();
    assert!(plan().contains("0:20   20 s  Find the spot"), "{}", plan());
    assert_eq!(std::fs::read(folder.path().join("settings.json")).unwrap(), b"{ no settings", "nothing is written");
}

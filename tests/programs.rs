//! Program files: what is refused, with which words, and what is read.
//!
//! `tests/programs/bad/NAME.kneadwell` must give exactly the lines of `NAME.txt`; `UPDATE_EXPECTED=1` writes them anew.
//! `MUTATIONS=1000000` mutates the good files that often, for a long look.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of a test that cannot go on says so")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kneadwell::practice::library::Tool;
use kneadwell::practice::measure::{Amount, Bounds, Discomfort, Seconds, Side, Sides};
use kneadwell::practice::plan::{PRESSED_CAP, Plan};
use kneadwell::practice::program::fault::{Named, Syntax, What};
use kneadwell::practice::program::{Fault, MAX_BYTES, Place, Press, Program, Raisable, Refusal};
use kneadwell::words;

#[test]
fn every_bad_file_says_what_is_wrong_with_it() {
    let update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut wrong = Vec::new();
    for path in files("tests/programs/bad") {
        let expected = path.with_extension("txt");
        let said = refusal_of(&path);
        if update {
            fs::write(&expected, &said).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if said != wanted {
            wrong.push(format!("{}\n  says:\n{said}  but is to say:\n{wanted}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE_EXPECTED=1 takes what it says now", wrong.join("\n"));
}

#[test]
fn every_kind_of_fault_has_a_file() {
    let mut met: BTreeSet<&str> = BTreeSet::new();
    let paths = files("tests/programs/bad");
    assert!(paths.len() >= 70, "{} bad files", paths.len());
    for path in paths {
        let refusal = Program::read(&fs::read(&path).unwrap()).unwrap_err();
        met.extend(refusal.0.iter().map(|fault| kind(&fault.what)));
    }
    met.extend(
        generated().iter().flat_map(|(_, bytes)| Program::read(bytes).unwrap_err().0).map(|fault| kind(&fault.what)),
    );
    let missing: Vec<_> = KINDS.iter().filter(|kind| !met.contains(**kind)).collect();
    assert!(missing.is_empty(), "no bad file for {missing:?}");
}

#[test]
fn large_and_hostile_files_are_refused_in_a_line_or_two() {
    for (expected, bytes) in generated() {
        let refusal = Program::read(&bytes).unwrap_err();
        let first = words::fault::place("f", &refusal.0[0]);
        assert!(first.starts_with(expected), "{first}");
        assert!(refusal.0.len() <= 501, "{} faults listed", refusal.0.len());
        assert!(refusal.0.iter().all(|fault| fault.path.len() < 500), "a path as long as the file");
    }
}

#[test]
fn every_good_file_is_read() {
    let mut paths = files("tests/programs/good");
    assert!(paths.len() >= 8, "{} good files", paths.len());
    if Path::new("routines").is_dir() {
        paths.extend(files("routines"));
    }
    for path in paths {
        let program = Program::read(&fs::read(&path).unwrap());
        let program = program.unwrap_or_else(|refusal| panic!("{}", told(&path, &refusal)));
        for routine in &program.routines {
            let plan = Plan::first_day(routine, &program.limits);
            assert!(plan.total() <= program.limits.session.duration());
            for (point, side) in
                routine.points.iter().flat_map(|point| point.sides.each().iter().map(move |side| (point, side)))
            {
                assert!(plan.pressed(&point.place, Some(*side), plan.total()) <= PRESSED_CAP);
            }
        }
    }
}

#[test]
fn a_minimal_file_takes_the_usual_amounts() {
    let program = good("minimal");
    assert_eq!((program.limits.ceiling.level(), program.limits.session), (5, Seconds(1200)));
    assert_eq!((program.schedule.days_per_week, program.schedule.sessions_per_day), (5, 1));
    assert_eq!((program.progression.good_days, program.progression.min_days_between_steps), (3, 3));
    assert_eq!(program.progression.order, [Raisable::Hold, Raisable::Holds, Raisable::Stretch, Raisable::Ceiling]);
    let point = &program.routines[0].points[0];
    let Some(Press::Hold(hold)) = point.press else { panic!("{point:?}") };
    assert_eq!(point.tool, Some(Tool::Fingertips));
    assert_eq!(hold.hold, Amount::Locked(Seconds(15)), "a gentle site");
    assert_eq!(hold.holds, Amount::Locked(3));
    assert_eq!((hold.rest, hold.ramp, hold.release, hold.feel), (Seconds(15), Seconds(6), Seconds(3), None));
    let stretch = point.stretch.unwrap();
    assert_eq!(
        (stretch.hold, stretch.reps, stretch.rest),
        (Amount::Locked(Seconds(20)), Amount::Locked(2), Seconds(10))
    );
}

#[test]
fn bounds_are_read_with_their_defaults() {
    let program = good("bounds");
    let point = &program.routines[0].points[0];
    let Some(Press::Hold(hold)) = point.press else { panic!("{point:?}") };
    let seconds = |start, min, max, step| {
        Amount::Bounded(Bounds { start: Seconds(start), min: Seconds(min), max: Seconds(max), step: Seconds(step) })
    };
    assert_eq!(hold.hold, seconds(30, 15, 60, 10));
    assert_eq!(hold.holds, Amount::Bounded(Bounds { start: 2, min: 1, max: 4, step: 1 }));
    assert_eq!(point.stretch.unwrap().hold, seconds(20, 10, 30, 5));
    let level = |level| Discomfort::new(level).unwrap();
    let ceiling = Bounds { start: level(3), min: level(2), max: level(5), step: level(1) };
    assert_eq!(point.ceiling, Some(Amount::Bounded(ceiling)));
}

#[test]
fn a_place_of_the_programs_own_is_read() {
    let program = good("own-site");
    let point = &program.routines[0].points[0];
    assert!(matches!(&point.place, Place::Own(own) if own.name == "Scar above the knee" && own.position.is_some()));
    assert_eq!((point.sides, point.tool), (Sides::One(Side::Middle), None));
    assert_eq!(point.stretch.map(|stretch| stretch.hold), Some(Amount::Locked(Seconds(20))));
}

#[test]
fn the_page_about_the_format_is_complete() {
    let page = fs::read_to_string("docs/program-format.md").unwrap();
    let words = [Named::Site, Named::Tool, Named::Technique, Named::Side, Named::Region, Named::Day, Named::Raisable];
    for word in words.into_iter().flat_map(Named::choices) {
        assert!(page.contains(&format!("`{word}`")), "docs/program-format.md does not name `{word}`");
    }
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let program = Program::read(example.as_bytes());
    assert!(program.is_ok(), "{}", told(Path::new("docs/program-format.md"), &program.unwrap_err()));
}

#[test]
fn no_mutation_makes_it_fall_over() {
    let seeds: Vec<Vec<u8>> = files("tests/programs/good").iter().map(|path| fs::read(path).unwrap()).collect();
    let mut chance = Chance(0x6b6e_6561_6477_656c);
    let mut refused = 0;
    let rounds = std::env::var("MUTATIONS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(4000);
    for round in 0..rounds {
        let mut bytes = seeds[round % seeds.len()].clone();
        for _ in 0..=chance.below(4) {
            mutate(&mut bytes, &mut chance);
        }
        let Err(Refusal(faults)) = Program::read(&bytes) else { continue };
        refused += 1;
        assert!(!faults.is_empty());
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<&str> = text.split('\n').collect();
        let mut before = (0, 0);
        for fault in &faults {
            assert!((1..=lines.len()).contains(&fault.line), "{fault:?}");
            assert!((1..=lines[fault.line - 1].chars().count() + 1).contains(&fault.column), "{fault:?}");
            assert!(fault.path.starts_with('$'), "{fault:?}");
            assert!((fault.line, fault.column) >= before, "out of order: {faults:?}");
            before = (fault.line, fault.column);
        }
        let line = words::fault::place("f", &faults[0]);
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    assert!(refused > rounds / 2, "only {refused} of {rounds} mutations were refused");
}

const TOKENS: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "null",
    "true",
    "-1",
    "1e9",
    "\"0s\"",
    "\"9m\"",
    "\"\\ud800\"",
    "\\",
    "\n",
    "é",
    "\u{202e}",
    "\u{0}",
    "01",
    "+1",
    "NaN",
    "//",
    "99999999999999999999",
];

fn mutate(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let at = chance.below(bytes.len() + 1);
    let end = (at + 1 + chance.below(12)).min(bytes.len());
    match chance.below(6) {
        0 => {
            bytes.drain(at..end);
        }
        1 => {
            let copy = bytes[at..end].to_vec();
            let to = chance.below(bytes.len() + 1);
            bytes.splice(to..to, copy);
        }
        2 => bytes.truncate(at),
        3 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
        4 if at < bytes.len() && bytes[at].is_ascii_digit() => bytes[at] = b'0' + chance.below(10) as u8,
        _ => {
            let token = TOKENS[chance.below(TOKENS.len())];
            bytes.splice(at..at, token.bytes());
        }
    }
}

/// Numbers that look random and are the same on every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound.max(1) as u64) as usize
    }
}

/// Files too large to keep, and how the first line about each begins.
fn generated() -> Vec<(&'static str, Vec<u8>)> {
    let many_keys = (0..90_000).fold(String::new(), |keys, n| keys + &format!("\"a{n}\":0,"));
    let same_key = "\"title\":\"t\",".repeat(80_000);
    let points = "0,".repeat(500_000);
    let long_name = "upper-trapezius".repeat(60_000);
    let in_program = |inside: String| {
        format!("{{\"kneadwell\":1,\"title\":\"t\",\"prescribed\":{{\"by\":\"b\"}},{inside}\"routines\":[]}}")
            .into_bytes()
    };
    vec![
        ("f:1:1: $: the file is larger than 1 MiB", vec![b' '; MAX_BYTES + 1]),
        ("f:1:1: $: the file is empty", vec![b' '; MAX_BYTES]),
        ("f:1:1: $: brackets nest deeper than 64", "[".repeat(100_000).into_bytes()),
        ("f:1:1: $: brackets nest deeper than 64", "{\"a\":".repeat(100_000).into_bytes()),
        ("f:1:52: $.a0: \"a0\" is not a key here", in_program(many_keys)),
        ("f:1:52: $.title: the key \"title\" stands here for a second time", in_program(same_key)),
        ("f:1:63: $.routines: this list has 500001 entries", in_program("\"routines\":[".to_owned() + &points + "0],")),
        ("f:1:62: $.stop_if: this list has 500001 entries", in_program("\"stop_if\":[".to_owned() + &points + "0],")),
        ("f:1:52: $[\"upper-trapezius", in_program(format!("\"{long_name}\":0,"))),
    ]
}

fn good(name: &str) -> Program {
    Program::read(&fs::read(format!("tests/programs/good/{name}.kneadwell")).unwrap()).unwrap()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "kneadwell"));
    paths.sort();
    paths
}

fn refusal_of(path: &Path) -> String {
    match Program::read(&fs::read(path).unwrap()) {
        Ok(_) => "ok\n".to_owned(),
        Err(refusal) => told(path, &refusal),
    }
}

fn told(path: &Path, Refusal(faults): &Refusal) -> String {
    let name = path.file_name().unwrap().to_str().unwrap();
    faults.iter().map(|fault: &Fault| words::fault::place(name, fault) + "\n").collect()
}

/// Names every kind of fault; a new one does not compile until it stands here, and then wants a file.
macro_rules! kinds {
    ($($pattern:pat => $name:literal,)*) => {
        const KINDS: &[&str] = &[$($name),*];

        fn kind(what: &What) -> &'static str {
            match what {
                $($pattern => $name,)*
            }
        }
    };
}

kinds! {
    What::Empty => "empty",
    What::TooLarge => "too large",
    What::ByteOrderMark => "byte order mark",
    What::Utf16 => "utf-16",
    What::NotText => "not text",
    What::TooDeep => "too deep",
    What::More { .. } => "more",
    What::Malformed(Syntax::Comment) => "comment",
    What::Malformed(Syntax::TrailingComma) => "trailing comma",
    What::Malformed(Syntax::MissingComma) => "missing comma",
    What::Malformed(Syntax::MissingColon) => "missing colon",
    What::Malformed(Syntax::MissingValue) => "missing value",
    What::Malformed(Syntax::SingleQuotes) => "single quotes",
    What::Malformed(Syntax::BareKey) => "bare key",
    What::Malformed(Syntax::BareWord { .. }) => "bare word",
    What::Malformed(Syntax::Number) => "number",
    What::Malformed(Syntax::Escape) => "escape",
    What::Malformed(Syntax::Surrogate) => "surrogate",
    What::Malformed(Syntax::OpenText) => "open text",
    What::Malformed(Syntax::OpenObject) => "open object",
    What::Malformed(Syntax::OpenList) => "open list",
    What::Malformed(Syntax::SecondValue) => "second value",
    What::Malformed(Syntax::Blank { .. }) => "blank",
    What::Malformed(Syntax::Unexpected { .. }) => "unexpected",
    What::Malformed(Syntax::End) => "end",
    What::NewerVersion { .. } => "newer version",
    What::UnknownVersion { .. } => "unknown version",
    What::MissingKey { .. } => "missing key",
    What::UnknownKey { likely: Some(_), .. } => "unknown key, guessed",
    What::UnknownKey { likely: None, .. } => "unknown key",
    What::DuplicateKey { .. } => "duplicate key",
    What::WrongType { .. } => "wrong type",
    What::NotATime { likely: Some(_), .. } => "not a time, guessed",
    What::NotATime { likely: None, .. } => "not a time",
    What::NotWhole { .. } => "not whole",
    What::OutOfRange { .. } => "out of range",
    What::MinAboveStart { .. } => "min above start",
    What::StartAboveMax { .. } => "start above max",
    What::StepTooLarge { .. } => "step too large",
    What::NotAPair { .. } => "not a pair",
    What::FeelReversed { .. } => "feel reversed",
    What::FeelAboveCeiling { .. } => "feel above ceiling",
    What::CeilingAboveLimits { .. } => "ceiling above limits",
    What::CeilingAboveRegion { .. } => "ceiling above region",
    What::RampTooLong { .. } => "ramp too long",
    What::PressedTooLong { .. } => "pressed too long",
    What::SessionTooLong { .. } => "session too long",
    What::UnknownName { of: Named::Site, .. } => "unknown site",
    What::UnknownName { of: Named::Tool, .. } => "unknown tool",
    What::UnknownName { of: Named::Technique, .. } => "unknown technique",
    What::UnknownName { of: Named::Side, .. } => "unknown side",
    What::UnknownName { of: Named::Region, .. } => "unknown region",
    What::UnknownName { of: Named::Day, .. } => "unknown day",
    What::UnknownName { of: Named::Raisable, .. } => "unknown raisable",
    What::ToolNotForSite { .. } => "tool not for site",
    What::MiddleOfPair { .. } => "middle of pair",
    What::SideTwice { .. } => "side twice",
    What::LockedSite { .. } => "locked site",
    What::OwnNameTaken { .. } => "own name taken",
    What::NothingToDo => "nothing to do",
    What::RoutineTwice { .. } => "routine twice",
    What::EmptyText => "empty text",
    What::TextTooLong { .. } => "text too long",
    What::ControlCharacter { .. } => "control character",
    What::BidiCharacter { .. } => "bidi character",
    What::EmptyList => "empty list",
    What::TooMany { .. } => "too many",
    What::DuplicateEntry { .. } => "duplicate entry",
    What::NotADate { .. } => "not a date",
    What::YearOutOfRange { .. } => "year out of range",
    What::BeforePrescribed { .. } => "before prescribed",
    What::DaysDisagree { .. } => "days disagree",
    What::TooManySessions { .. } => "too many sessions",
}

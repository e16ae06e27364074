//! The editor's half of a program file: what is typed becomes a file, and a file becomes what can be typed.
//! `CASES=20000` draws that many programs, for a long look; `UPDATE_EXPECTED=1` writes the files of the editor anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of a test that cannot go on says so")]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use fastrand::Rng;
use kneadwell::practice::library::{Region, Site};
use kneadwell::practice::measure::Side;
use kneadwell::practice::program::draft::{
    AmountDraft, Draft, Faults, PlaceDraft, PointDraft, RoutineDraft, SidesDraft, Technique, canonical, minified,
};
use kneadwell::practice::program::fault::What;
use kneadwell::practice::program::{Fault, Program};
use serde_json::Value;

#[path = "support/any_program.rs"]
mod any_program;

/// The fields of a draft that are chosen, not typed.
const CHOSEN: [&str; 5] = ["sides", "tool", "region", "technique", "order"];

const GARBAGE: [&str; 28] = [
    "",
    " ",
    "0",
    "3",
    "03",
    " 30s ",
    "45",
    "-1",
    "-0",
    "3.0",
    "1e9",
    "1e999",
    "99999999999999999999",
    "1:30",
    "NaN",
    "null",
    "true",
    "{",
    "\"",
    "\\",
    "\\ud800",
    "a\nb",
    "a\u{0}b",
    "\u{202e}",
    "٣",
    "2026-02-30",
    "upper-trapezius",
    "🙂",
];

#[test]
fn every_program_at_hand_comes_back_from_the_editor_unchanged() {
    for path in files("routines").into_iter().chain(files("tests/programs/good")) {
        let program = Program::read(&fs::read(&path).unwrap()).unwrap();
        comes_back(&program, &path.display().to_string());
        assert_eq!(Program::read(minified(&program).as_bytes()), Ok(program), "{}", path.display());
    }
}

#[test]
fn any_program_comes_back_from_the_editor_unchanged() {
    for seed in 0..cases(400) {
        let program = any_program::program(seed);
        comes_back(&program, &format!("the program of seed {seed}"));
    }
}

fn comes_back(program: &Program, which: &str) {
    let text = canonical(program);
    let read = Program::read(text.as_bytes());
    assert_eq!(read.as_ref(), Ok(program), "{which} reads differently:\n{text}");
    assert_eq!(canonical(&read.unwrap()), text, "{which} is written differently the second time");
    let draft = Draft::of(program);
    assert_eq!(draft.read().as_ref(), Ok(program), "{which}");
    let kept = serde_json::to_string(&draft).unwrap();
    assert_eq!(serde_json::from_str::<Draft>(&kept).unwrap(), draft, "{which} is kept differently");
}

#[test]
fn the_order_in_which_weekdays_are_named_makes_no_other_program() {
    let named = fs::read_to_string("tests/programs/good/leaflet.kneadwell").unwrap();
    let otherwise = named.replace(r#"["mon", "wed", "fri"]"#, r#"["fri", "mon", "wed"]"#);
    assert_ne!(named, otherwise);
    assert_eq!(Program::read(named.as_bytes()), Program::read(otherwise.as_bytes()));
}

#[test]
fn the_shortest_line_reads_as_the_same_program() {
    let mut shorter = 0;
    for seed in 0..cases(20) {
        let program = any_program::program(seed);
        let line = minified(&program);
        assert_eq!(Program::read(line.as_bytes()).as_ref(), Ok(&program), "seed {seed}:\n{line}");
        assert!(!line.contains('\n') && line.len() < canonical(&program).len());
        shorter += usize::from(!line.contains("technique\":\"hold"));
    }
    assert!(shorter > 0);
    let usual = Program::read(&fs::read("tests/programs/good/minimal.kneadwell").unwrap()).unwrap();
    assert_eq!(minified(&usual), fs::read_to_string("tests/programs/good/minimal.kneadwell").unwrap().trim());
}

#[test]
fn one_thing_changed_is_one_line_changed() {
    let mut changed = 0;
    for seed in 0..cases(12) {
        let draft = Draft::of(&any_program::program(seed));
        let before = draft.text();
        let kept = serde_json::to_value(&draft).unwrap();
        for field in fields(&kept) {
            let mut edited = kept.clone();
            let value = edited.pointer_mut(&field).unwrap();
            // Nothing that is empty or of another technique, for then there is no line yet.
            if value == "" {
                continue;
            }
            *value = Value::from("17s");
            let after = serde_json::from_value::<Draft>(edited).unwrap().text();
            let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
            assert_eq!(old.len(), new.len(), "{field}\n{before}\n{after}");
            let differing = old.iter().zip(&new).filter(|(old, new)| old != new).count();
            assert!(differing == 1 || before == after, "{field}: {differing} lines\n{before}\n{after}");
            changed += differing;
        }
    }
    assert!(changed > 300, "{changed} lines");
}

#[test]
fn whatever_is_typed_is_a_file_with_its_faults_at_its_fields() {
    let mut refused = 0;
    for seed in 0..cases(800) {
        let mut chance = Rng::with_seed(seed);
        let mut kept = serde_json::to_value(Draft::of(&any_program::program(seed % 200))).unwrap();
        let fields = fields(&kept);
        for _ in 0..chance.usize(1..=6) {
            let field = &fields[chance.usize(..fields.len())];
            *kept.pointer_mut(field).unwrap() = Value::from(GARBAGE[chance.usize(..GARBAGE.len())]);
        }
        let mut draft: Draft = serde_json::from_value(kept).unwrap();
        disarrange(&mut draft, &mut chance);
        let text = draft.text();
        let file: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        let Err(refusal) = draft.read() else { continue };
        refused += 1;
        for fault in &refusal.0 {
            assert!(is_the_writers(fault), "{fault:?}\n{text}");
            let pointer = fault.path.trim_start_matches('$').replace(['.', '['], "/").replace(']', "");
            assert!(file.pointer(&pointer).is_some(), "{fault:?} is nowhere in\n{text}");
        }
        let count = refusal.0.len();
        let faults = Faults::of(refusal);
        assert_eq!((faults.under("$"), faults.rest(&[]).count()), (count, count));
    }
    assert!(refused > 300, "{refused} refused");
}

/// Turns switches and takes parts out, as a person does who has not finished.
fn disarrange(draft: &mut Draft, chance: &mut Rng) {
    let at = chance.usize(..draft.routines.len());
    let routine = &mut draft.routines[at];
    let at = chance.usize(..routine.points.len());
    let point = &mut routine.points[at];
    match chance.u8(0..10) {
        0 => point.is_pressed = !point.is_pressed,
        1 => point.is_stretched = !point.is_stretched,
        2 => point.press.hold.moves = !point.press.hold.moves,
        3 => point.press.technique = Technique::ALL[chance.usize(..5)],
        4 => point.place = PlaceDraft::default(),
        5 => point.sides = SidesDraft::One(Side::Middle),
        6 => routine.points.clear(),
        7 => draft.routines.clear(),
        8 => draft.days = draft.days.map(|named| !named),
        _ => point.press.feel[0].clear(),
    }
}

/// The editor writes no file that is at odds with JSON or with the keys of the format, whatever is typed.
fn is_the_writers(fault: &Fault) -> bool {
    !matches!(
        fault.what,
        What::Malformed(_)
            | What::UnknownKey { .. }
            | What::DuplicateKey { .. }
            | What::NotText
            | What::Utf16
            | What::ByteOrderMark
            | What::TooDeep
            | What::Empty
            | What::UnknownVersion { .. }
            | What::NewerVersion { .. }
    )
}

#[test]
fn what_is_no_amount_is_refused_where_it_was_typed() {
    let typed = |value: &str| {
        let mut draft = leaflet();
        draft.routines[0].points[0].press.holds.start = value.into();
        let text = draft.text();
        (draft.read().is_ok(), text.lines().find(|line| line.contains("holds")).unwrap().to_owned())
    };
    assert!(typed(" 02 ").0 && typed(" 02 ").1.contains("\"holds\": 2"));
    for (value, written) in [("three", "\"three\""), ("3.0", "3.0"), ("-3", "-3"), ("1e1", "1e1"), ("3 x", "\"3 x\"")] {
        let (is_ok, line) = typed(value);
        assert!(!is_ok && line.contains(&format!("\"holds\": {written}")), "{line}");
    }
    for moves in [true, false] {
        let mut draft = leaflet();
        let hold = &mut draft.routines[0].points[0].press.hold;
        (hold.start, hold.moves) = ("30".into(), moves);
        let path = hold.start_path("$.routines[0].points[0].press.hold");
        let faults = Faults::of(draft.read().unwrap_err());
        assert!(matches!(faults.at(&path).next().unwrap().what, What::NotATime { .. }), "{path}");
    }
}

#[test]
fn a_switch_turned_off_keeps_what_was_typed() {
    let mut draft = leaflet();
    let point = &mut draft.routines[0].points[0];
    (point.is_pressed, point.press.technique) = (false, Technique::Glide);
    assert!(!draft.text().contains("glide") && !draft.text().contains("ball-firm"));
    let point = &mut draft.routines[0].points[0];
    (point.is_pressed, point.press.technique) = (true, Technique::Hold);
    assert_eq!(draft, leaflet());
}

/// A physiotherapist's leaflet on paper, as its owner types it: nothing but what the paper says.
fn leaflet() -> Draft {
    let pick = |id: &str, sides| PointDraft { sides, ..PointDraft::at(Site::find(id).unwrap()) };
    let plain = |start: &str| AmountDraft { start: start.into(), ..AmountDraft::default() };

    let mut calf = pick("soleus", SidesDraft::One(Side::Right));
    calf.tool = Some(kneadwell::practice::library::Tool::BallFirm);
    calf.press.hold =
        AmountDraft { start: "20s".into(), moves: true, min: "10s".into(), max: "40s".into(), step: "5s".into() };
    calf.press.holds = plain("3");
    calf.press.feel = ["3".into(), "4".into()];
    calf.note = "Only the inner edge.\nNever the hollow of the knee.".into();

    let mut foot = pick("plantar-foot", SidesDraft::Both);
    foot.press.technique = Technique::Roll;
    foot.press.length = "45s".into();
    foot.is_stretched = false;

    let mut knee = pick("popliteus", SidesDraft::One(Side::Right));
    knee.stretch.hold = plain("30s");

    let mut scar = PointDraft { sides: SidesDraft::One(Side::Right), ..PointDraft::blank() };
    scar.place = PlaceDraft::Own {
        name: "Scar above the heel".into(),
        location: "two fingers above the heel, along the scar".into(),
        region: Some(Region::Leg),
        position: String::new(),
    };
    scar.press.technique = Technique::Strokes;
    scar.press.count = "8".into();
    scar.is_stretched = false;
    scar.has_finish = true;

    Draft {
        title: "Calf after the sprain".into(),
        by: "M. Okafor, physiotherapist".into(),
        contact: "020 7946 0018".into(),
        on: "2026-11-22".into(),
        review: "2026-12-20".into(),
        days: [true, false, true, false, true, false, false],
        stop_if: vec!["a calf that is hot or swollen".into(), "numb toes".into()],
        notes: "Warm the calf first.".into(),
        routines: vec![RoutineDraft { name: "Evening".into(), points: vec![calf, foot, knee, scar] }],
        ..Draft::default()
    }
}

#[test]
fn a_leaflet_of_four_points_is_a_program() {
    let path = "tests/programs/good/leaflet.kneadwell";
    is_the_file(&leaflet().text(), path);
    let check = Command::new(env!("CARGO_BIN_EXE_kneadwell")).args(["check", path]).output().unwrap();
    let said = String::from_utf8(check.stdout).unwrap();
    assert!(check.status.success() && said.starts_with(&format!("{path}: ok")), "{said}");
}

#[test]
fn a_file_of_the_editor_looks_as_if_a_careful_person_wrote_it() {
    let path = "tests/programs/good/as-the-editor-writes.kneadwell";
    is_the_file(&canonical(&Program::read(&fs::read(path).unwrap()).unwrap()), path);
}

fn is_the_file(text: &str, path: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(path, text).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap_or_default(), text, "{path}");
}

fn cases(usual: u64) -> u64 {
    std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

/// Returns the way to every field of a kept draft that is typed.
fn fields(kept: &Value) -> Vec<String> {
    match kept {
        Value::String(_) => vec![String::new()],
        Value::Array(values) => below(values.iter().enumerate().map(|(at, value)| (at.to_string(), value))),
        Value::Object(entries) => {
            let typed = entries.iter().filter(|(key, _)| !CHOSEN.contains(&key.as_str()));
            below(typed.map(|(key, value)| (key.clone(), value)))
        }
        _ => Vec::new(),
    }
}

fn below<'a>(values: impl Iterator<Item = (String, &'a Value)>) -> Vec<String> {
    let each = |(key, value)| fields(value).into_iter().map(move |rest| format!("/{key}{rest}"));
    values.flat_map(each).collect()
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "kneadwell"));
    paths.sort();
    assert!(!paths.is_empty(), "{folder} is empty");
    paths
}

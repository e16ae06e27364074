//! What the program screen shows and asks for.

use egui_kittest::{Harness, kittest::Queryable};
use kneadwell::practice::program::{Program, Revision};
use kneadwell::ui::action::{Action, Banner, Beginning, DraftLine, Edit, ProgramView, Room};
use kneadwell::ui::program::program;

use crate::today::stage::{Look, click, nothing_is_lost, picture, rich, sample, stage, walk};

#[derive(Clone)]
struct Case {
    program: Option<Program>,
    refused: Option<(String, Vec<String>)>,
    before: Vec<(String, String, Revision)>,
    drafts: Vec<DraftLine>,
    banners: Vec<Banner>,
}

const FAULT: &str =
    "neck.kneadwell:14:22: $.routines[0].points[1].press.hold: 120s is more than 90s (write a hold of 10s to 90s)";

impl Case {
    fn new() -> Self {
        Self { program: Some(sample()), refused: None, before: vec![], drafts: vec![], banners: vec![] }
    }

    fn full() -> Self {
        let old = ("Neck, first weeks".to_owned(), "M. Okafor, physiotherapist".to_owned(), Revision::of(b"old"));
        Self {
            program: Some(rich()),
            refused: Some(("neck.kneadwell".to_owned(), vec![FAULT.to_owned(), FAULT.replace("14", "15")])),
            before: vec![old],
            drafts: vec![DraftLine {
                name: "one".to_owned(),
                title: "Hip, half written".to_owned(),
                changed: "Sunday 22 November".to_owned(),
            }],
            banners: vec![Banner { warns: false, text: "A new program is in force.".to_owned() }],
        }
    }

    fn on(self, look: Look) -> Harness<'static, Vec<Action>> {
        let shipped = [
            ("Three-minute demo", "Two points, short holds: how a session goes."),
            ("Neck and shoulders", "Six points for long days at a desk, from 9 to 14 minutes."),
        ]
        .map(|(title, about)| (title.to_owned(), about.to_owned()));
        stage(look, Room::Program, move |ui| {
            let view = ProgramView {
                program: self.program.as_ref(),
                revision: Some("3f9a1c".to_owned()),
                shipped: &shipped,
                drafts: &self.drafts,
                before: &self.before,
                refused: self.refused.as_ref(),
                banners: &self.banners,
            };
            program(ui, &view)
        })
    }
}

#[test]
fn the_program_in_force_is_told() {
    let harness = Case::new().on(Look::PAPER);
    for words in [
        "Desk neck and shoulders",
        "Prescribed by M. Okafor, physiotherapist",
        "9 November to 4 December",
        "3 days a week",
        "Revision 3f9a1c",
        "Tingling that goes below the elbow",
        "Never above 5 of 10, anywhere.",
        "A session lasts at most 20 minutes.",
        "m.okafor@example.org",
        "Holds: 2, locked",
    ] {
        assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
    assert_eq!(harness.query_all_by_label("Hold, s: 30, from 20 to 45").count(), 4);
}

#[test]
fn every_button_asks_for_its_own() {
    let mut harness = Case::full().on(Look::PAPER);
    assert_eq!(click(&mut harness, "Open a program file"), [Action::ChooseFile]);
    assert_eq!(click(&mut harness, "Use this: Neck and shoulders"), [Action::TakeShipped(1)]);
    let again = Action::TakeKept(Revision::of(b"old"));
    assert_eq!(click(&mut harness, "Use again: Neck, first weeks"), [again]);
    assert_eq!(click(&mut harness, "Put away"), [Action::Dismiss(0)]);
    for (name, edit) in [
        ("Go on: Hip, half written", Edit::GoOn("one".to_owned())),
        ("Edit: The program in force", Edit::Begin(Beginning::InForce)),
        ("From nothing", Edit::Begin(Beginning::Nothing)),
        ("From paper", Edit::Begin(Beginning::Paper)),
        ("Write from the example: Neck and shoulders", Edit::Begin(Beginning::Shipped(1))),
    ] {
        assert_eq!(click(&mut harness, name), [Action::Edit(edit)]);
    }
}

#[test]
fn a_refused_file_is_told_with_every_fault() {
    let harness = Case::full().on(Look::PAPER);
    assert!(harness.query_by_label("neck.kneadwell was not taken").is_some());
    assert!(harness.query_by_label(FAULT).is_some());
    assert!(harness.query_by_label_contains("Nothing was changed.").is_some());
}

#[test]
fn without_a_program_the_examples_are_there() {
    let mut harness = Case { program: None, ..Case::new() }.on(Look::PAPER);
    assert_eq!(click(&mut harness, "Use this: Three-minute demo"), [Action::TakeShipped(0)]);
}

#[test]
fn the_keyboard_comes_to_everything() {
    let mut harness = Case::full().on(Look { height: 390.0, width: 590.0, ..Look::PAPER });
    let names = walk(&mut harness, 20);
    for name in ["Open a program file", "Use this: Neck and shoulders", "Use again: Neck, first weeks"] {
        assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
    }
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all() {
        for case in [Case::new(), Case::full(), Case { program: None, ..Case::new() }] {
            nothing_is_lost(&case.on(look), look);
        }
        let harness = Case::new().on(look);
        for amount in ["Hold, s: 30, from 20 to 45", "Stretches: 2, locked", "Limit 0–10: 5, locked"] {
            assert_eq!(harness.query_all_by_label(amount).count(), 4, "“{amount}” in {look:?}");
        }
    }
}

#[test]
fn pictures() {
    picture("program-paper", &mut Case::new().on(Look::PAPER));
}

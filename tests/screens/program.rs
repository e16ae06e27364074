//! What the program screen shows and asks for.

use std::cell::Cell;
use std::rc::Rc;

use eframe::egui::Key;
use egui_kittest::{Harness, SnapshotOptions, kittest::NodeT, kittest::Queryable};
use jiff::civil::{Date, date};
use kneadwell::practice::dose::Dose;
use kneadwell::practice::measure::Amount;
use kneadwell::practice::program::{Press, Program, Revision};
use kneadwell::ui::action::{
    Action, Banner, Beginning, DraftLine, Edit, KeptFile, PointNow, ProgramDraft, ProgramView, RevisionLine,
    RevisionTold, Room, Rung, Steps,
};
use kneadwell::ui::program::program;
use kneadwell::ui::theme::Theme;
use kneadwell::words::place;

use crate::today::stage::{Look, click, click_at, nothing_is_lost, picture, rich, sample, stage, walk};

#[derive(Clone)]
struct Case {
    program: Option<Program>,
    today: Date,
    points: Vec<Vec<PointNow>>,
    file: KeptFile,
    revisions: Vec<RevisionLine>,
    refused: Option<(String, Vec<String>)>,
    before: Vec<(String, String, Revision)>,
    drafts: Vec<DraftLine>,
    banners: Vec<Banner>,
    draft: Rc<Cell<ProgramDraft>>,
}

const FAULT: &str =
    "neck.kneadwell:14:22: $.routines[0].points[1].press.hold: 120s is more than 90s (write a hold of 10s to 90s)";

/// Every point at its start, each with the same ladder; the first has climbed a step, the third is locked.
fn points(program: &Program) -> Vec<Vec<PointNow>> {
    let rung = |words: &str, kind: Option<&str>, below: &str| Rung {
        words: words.to_owned(),
        kind: kind.map(str::to_owned),
        below: below.to_owned(),
    };
    let routine = |routine: &kneadwell::practice::program::Routine| {
        let point = |(i, point): (usize, &kneadwell::practice::program::Point)| {
            let start = Dose::start(point, &program.limits);
            let rungs = vec![
                rung("30 s", None, "9 Nov"),
                rung(if i == 0 { "35 s" } else { "40 s" }, None, if i == 0 { "today" } else { "level 2" }),
                rung("45 s", None, "level 3"),
                rung("25 s", Some("stretch"), "level 4"),
            ];
            let steps = if i == 2 {
                Steps::Still("Nothing moves here: your therapist locked every amount.".to_owned())
            } else {
                Steps::Ladder { what: "hold, stretch".to_owned(), rungs, here: usize::from(i == 0) }
            };
            let dose = if i == 0 { start.with(kneadwell::practice::program::Raisable::Hold, 35) } else { start };
            PointNow { dose, place: place::with_sides(point), steps }
        };
        routine.points.iter().enumerate().map(point).collect()
    };
    program.routines.iter().map(routine).collect()
}

impl Case {
    fn of(program: Program) -> Self {
        Self {
            points: points(&program),
            program: Some(program),
            today: date(2026, 11, 19),
            file: KeptFile::Complete,
            revisions: vec![
                RevisionLine {
                    revision: Revision::of(b"new"),
                    title: "Revision 2".to_owned(),
                    when: "In force: since 12 November.".to_owned(),
                    changes: vec!["Left shoulder-top. Hold: 30 s; before 25 s".to_owned()],
                    in_force: true,
                },
                RevisionLine {
                    revision: Revision::of(b"older"),
                    title: "Revision 1".to_owned(),
                    when: "In force: 9 November to 12 November.".to_owned(),
                    changes: vec!["The first of this title.".to_owned()],
                    in_force: false,
                },
            ],
            refused: None,
            before: vec![],
            drafts: vec![],
            banners: vec![],
            draft: Rc::default(),
        }
    }

    fn new() -> Self {
        Self::of(sample())
    }

    fn none() -> Self {
        Self { program: None, points: vec![], revisions: vec![], ..Self::new() }
    }

    fn full() -> Self {
        let old = ("Neck, first weeks".to_owned(), "M. Okafor, physiotherapist".to_owned(), Revision::of(b"old"));
        Self {
            refused: Some(("neck.kneadwell".to_owned(), vec![FAULT.to_owned(), FAULT.replace("14", "15")])),
            before: vec![old],
            drafts: vec![DraftLine {
                name: "one".to_owned(),
                title: "Hip, half written".to_owned(),
                changed: "Sunday 22 November".to_owned(),
            }],
            banners: vec![Banner { warns: false, text: "A new program is in force.".to_owned() }],
            ..Self::of(rich())
        }
    }

    fn on(self, look: Look) -> Harness<'static, Vec<Action>> {
        let shipped = [
            ("Short demo", "Two points, short holds: how a session goes."),
            ("Neck and shoulders", "Six points for long days at a desk, from 9 to 14 minutes."),
        ]
        .map(|(title, about)| (title.to_owned(), about.to_owned()));
        stage(look, Room::Program, move |ui| {
            let revision = RevisionTold { number: 2, hash: "3f9a1c02".to_owned(), file: self.file };
            let view = ProgramView {
                program: self.program.as_ref(),
                today: self.today,
                points: &self.points,
                revision: self.program.as_ref().map(|_| &revision),
                revisions: &self.revisions,
                shipped: &shipped,
                drafts: &self.drafts,
                before: &self.before,
                refused: self.refused.as_ref(),
                banners: &self.banners,
            };
            let mut draft = self.draft.get();
            let asked = program(ui, &view, &mut draft);
            self.draft.set(draft);
            asked
        })
    }
}

fn sees(harness: &Harness<'_, Vec<Action>>, words: &str) {
    assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
}

#[test]
fn the_program_in_force_is_told() {
    let harness = Case::new().on(Look::PAPER);
    for words in [
        "Desk neck and shoulders",
        "Prescribed by M. Okafor, physiotherapist",
        "9 November to 4 December",
        "Week 2 of 4",
        "3 days a week",
        "Revision 2, file 3f9a1c02",
        "File complete: the journal has it byte for byte",
        "Tingling that goes below the elbow",
        "Never above 5 of 10, anywhere.",
        "A session lasts at most 20 minutes.",
        "m.okafor@example.org",
        "Holds: 2, locked",
    ] {
        sees(&harness, words);
    }
}

#[test]
fn a_bar_stands_at_the_dose_in_force_and_tells_where_it_began() {
    let harness = Case::new().on(Look::PAPER);
    sees(&harness, "Hold, s: 35 now, from 20 to 45, began at 30");
    assert_eq!(harness.query_all_by_label("Hold, s: 30, from 20 to 45").count(), 3, "the others are where they began");
    let mut lowered = Case::new();
    let holds = &mut lowered.points[0][1].dose;
    *holds = holds.with(kneadwell::practice::program::Raisable::Holds, 2);
    sees(&lowered.on(Look::PAPER), "Holds: 2 now, 3 as written, locked");
}

#[test]
fn the_week_is_counted_from_the_prescription() {
    let on = |today: Date| Case { today, ..Case::new() }.on(Look::PAPER);
    sees(&on(date(2026, 11, 9)), "Week 1 of 4");
    sees(&on(date(2026, 11, 16)), "Week 2 of 4");
    sees(&on(date(2026, 12, 4)), "Week 4 of 4");
    sees(&on(date(2026, 12, 5)), "Ended 4 December");
    assert!(on(date(2026, 11, 8)).query_by_label_contains("Week").is_none(), "it has not begun");
    let mut open = Case::new();
    open.program.as_mut().unwrap().prescribed.until = None;
    sees(&open.on(Look::PAPER), "Week 2");
}

#[test]
fn a_file_that_the_journal_does_not_have_is_told() {
    let harness = Case { file: KeptFile::Missing, ..Case::new() }.on(Look::PAPER);
    sees(&harness, "File not found: the journal does not have the exact file of this program");
}

#[test]
fn the_steps_follow_the_point_that_is_chosen() {
    let case = Case::new();
    let draft = Rc::clone(&case.draft);
    let mut harness = case.on(Look::PAPER);
    sees(&harness, "Left shoulder-top: hold, stretch, step by step");
    for step in [
        "Level 1: 30 s, 9 Nov",
        "Level 2: 35 s, today",
        "Level 3: 45 s, not reached yet",
        "Level 4: stretch 25 s, not reached yet",
    ] {
        sees(&harness, step);
    }
    assert_eq!(click(&mut harness, "Show the steps of Right stiff-neck muscle"), []);
    assert_eq!(draft.get().chosen, Some((0, 1)));
    sees(&harness, "Right stiff-neck muscle: hold, stretch, step by step");
    sees(&harness, "Level 2: 40 s, not reached yet");
    click(&mut harness, "Show the steps of Left between the shoulder blades");
    sees(&harness, "Left between the shoulder blades: no steps");
    sees(&harness, "Nothing moves here: your therapist locked every amount.");
}

#[test]
fn a_click_anywhere_on_a_row_chooses_it() {
    let case = Case::new();
    let draft = Rc::clone(&case.draft);
    let mut harness = case.on(Look::PAPER);
    for (label, chosen) in [("Levator scapulae", (0, 1)), ("Limit 0–10: 5, locked", (0, 0))] {
        let at = harness.query_all_by_label(label).next().unwrap().rect().center();
        click_at(&mut harness, at);
        assert_eq!(draft.get().chosen, Some(chosen), "{label}");
    }
}

#[test]
fn the_first_point_that_can_move_is_chosen_by_itself() {
    let mut case = Case::new();
    let still = Steps::Still("Nothing moves here.".to_owned());
    case.points[0][0].steps = still.clone();
    let harness = case.clone().on(Look::PAPER);
    sees(&harness, "Right stiff-neck muscle: hold, stretch, step by step");
    let chosen = harness.get_by_label("Show the steps of Right stiff-neck muscle");
    assert_eq!(chosen.accesskit_node().toggled(), Some(eframe::egui::accesskit::Toggled::True));
    for point in &mut case.points[0] {
        point.steps = still.clone();
    }
    let harness = case.on(Look::PAPER);
    sees(&harness, "Left shoulder-top: no steps");
    sees(&harness, "Nothing goes up by itself: your therapist wrote every amount as it is to stay.");
}

#[test]
fn the_rules_are_told_as_they_are() {
    let harness = Case::new().on(Look::PAPER);
    for words in [
        "Up one step after 3 good days, at least 5 days apart. One change at a time, and only if you agree.",
        "Down after one bad day, without asking: a day of rest, then less.",
        "Talk to M. Okafor after two bad days in a week: rest, then the first dose or less.",
        "Locked after three bad days in two weeks, or a week of clearly more pain, until a clinician says to go on.",
        "Two steps back after 7 days without a session, and to the first dose after 21.",
        "Review on 6 December, with the journal.",
    ] {
        sees(&harness, words);
    }
}

#[test]
fn what_never_moves_is_told_by_point() {
    let mut program = sample();
    program.progression.order = kneadwell::practice::program::Raisable::ALL.to_vec();
    let harness = Case::of(program.clone()).on(Look::PAPER);
    sees(&harness, "Never raised: holds, limit.");
    sees(&harness, "Places, sides and the number of stretches stay as written; rests are never shorter.");
    let Some(Press::Hold(hold)) = &mut program.routines[0].points[2].press else { unreachable!() };
    hold.hold = Amount::Locked(hold.hold.start());
    sees(&Case::of(program).on(Look::PAPER), "Hold never raised at: Left between the shoulder blades.");
}

#[test]
fn revisions_tell_when_they_were_in_force_and_what_they_changed() {
    let mut harness = Case::new().on(Look::PAPER);
    sees(&harness, "In force: since 12 November.\nLeft shoulder-top. Hold: 30 s; before 25 s");
    sees(&harness, "In force: 9 November to 12 November.\nThe first of this title.");
    assert!(harness.query_by_label("Use again: Revision 2").is_none(), "it is in force");
    let again = Action::TakeKept(Revision::of(b"older"));
    assert_eq!(click(&mut harness, "Use again: Revision 1"), [again]);
}

#[test]
fn every_button_asks_for_its_own() {
    let mut harness = Case::full().on(Look::PAPER);
    assert_eq!(click(&mut harness, "Open a program file"), [Action::ChooseFile]);
    assert_eq!(click(&mut harness, "Print"), [Action::Print]);
    assert_eq!(click(&mut harness, "Export"), [Action::Export]);
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
    let mut harness = Case::none().on(Look::PAPER);
    assert_eq!(click(&mut harness, "Use this: Short demo"), [Action::TakeShipped(0)]);
    for words in ["Print", "Export"] {
        assert!(harness.query_by_label(words).is_none(), "there is nothing to {words}");
    }
}

#[test]
fn the_keyboard_comes_to_everything() {
    let mut harness = Case::full().on(Look { height: 390.0, width: 590.0, ..Look::PAPER });
    let names = walk(&mut harness, 32);
    for name in [
        "Print",
        "Export",
        "Open a program file",
        "Show the steps of Left shoulder-top",
        "Show the steps of Left flat of the shoulder blade",
        "Go on: Hip, half written",
        "From nothing",
        "Use again: Revision 1",
        "Use this: Neck and shoulders",
        "Use again: Neck, first weeks",
    ] {
        assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
    }
}

#[test]
fn a_point_is_chosen_by_keys_alone() {
    let case = Case::new();
    let draft = Rc::clone(&case.draft);
    let mut harness = case.on(Look::PAPER);
    let names = walk(&mut harness, 32);
    let row = names.iter().position(|name| name == "Show the steps of Left shoulder-top").unwrap();
    let mut harness = {
        let case = Case { draft: Rc::clone(&draft), ..Case::new() };
        case.on(Look::PAPER)
    };
    walk(&mut harness, row + 1);
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(draft.get().chosen, Some((0, 1)));
    sees(&harness, "Right stiff-neck muscle: hold, stretch, step by step");
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all() {
        for case in [Case::new(), Case::full(), Case::none()] {
            nothing_is_lost(&case.on(look), look);
        }
        let harness = Case::new().on(look);
        for amount in ["Stretches: 2, locked", "Limit 0–10: 5, locked"] {
            assert_eq!(harness.query_all_by_label(amount).count(), 4, "“{amount}” in {look:?}");
        }
        assert_eq!(harness.query_all_by_label_contains("Hold, s: ").count(), 4, "in {look:?}");
    }
}

#[test]
fn many_steps_find_room_in_any_window() {
    for look in Look::all() {
        let mut case = Case::new();
        let rung = |i: usize| Rung { words: format!("{i} × 90"), kind: None, below: format!("level {}", i + 1) };
        case.points[0][0].steps =
            Steps::Ladder { what: "hold".to_owned(), rungs: (0..24).map(rung).collect(), here: 5 };
        let harness = case.on(look);
        nothing_is_lost(&harness, look);
        assert_eq!(harness.query_all_by_label_contains("Level ").count(), 24, "in {look:?}");
    }
}

#[test]
fn picture_paper() {
    picture("program-paper", &mut Case::new().on(Look::PAPER));
}

#[test]
fn picture_dusk() {
    picture("program-dusk", &mut Case::new().on(Look { theme: Theme::Dusk, ..Look::PAPER }));
}

#[test]
fn picture_small_paper() {
    picture_small("program-small-paper", Theme::Paper, "Left shoulder-top: hold, stretch, step by step");
}

#[test]
fn picture_small_dusk() {
    picture_small("program-small-dusk", Theme::Dusk, "Show the steps of Left shoulder-top");
}

/// A small window, scrolled to something.
fn picture_small(name: &str, theme: Theme, to: &str) {
    let mut harness = Case::new().on(Look { theme, width: 640.0, height: 480.0 });
    harness.get_by_label(to).scroll_to_me();
    harness.run();
    let options = SnapshotOptions::new().output_path("tests/screens/snapshots/rooms").max_failed_pixels(20);
    harness.snapshot_options(name, &options);
}

//! What the page shows on which a person says yes to a program, and what it asks for.

use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable};
use jiff::civil::date;
use kneadwell::practice::measure::{Amount, Discomfort, Seconds, Sides};
use kneadwell::practice::program::differs::{Difference, differences};
use kneadwell::practice::program::intake::Remark;
use kneadwell::practice::program::{Press, Program};
use kneadwell::ui::action::{Action, Room, TakeInDraft, TakeInView};
use kneadwell::ui::program::take_in;
use kneadwell::ui::theme::Theme;

use crate::today::stage::{Look, bounds, click, nothing_is_lost, picture, rich, sample, stage, walk};

#[derive(Clone)]
struct Case {
    program: Program,
    replaces: Option<&'static str>,
    remarks: Vec<Remark>,
    differences: Vec<Difference>,
}

impl Case {
    fn first() -> Self {
        Self { program: sample(), replaces: None, remarks: vec![], differences: vec![] }
    }

    /// The sample, changed in many ways, in place of the sample.
    fn second() -> Self {
        let program = changed();
        let differences = differences(&sample(), &program);
        Self { program, replaces: Some("Neck, first weeks"), remarks: vec![Remark::Before], differences }
    }

    fn every_remark() -> Self {
        let (on, now) = (date(2026, 11, 9), date(2026, 11, 16));
        let remarks = vec![
            Remark::SameContent,
            Remark::Older { on, now },
            Remark::Over(date(2026, 12, 4)),
            Remark::ReviewOver(date(2026, 12, 6)),
            Remark::Before,
            Remark::Example,
        ];
        Self { remarks, program: rich(), replaces: Some("Hip"), differences: vec![] }
    }

    fn on(self, look: Look) -> Harness<'static, Vec<Action>> {
        let mut draft = TakeInDraft::default();
        stage(look, Room::Program, move |ui| {
            let view = TakeInView {
                program: &self.program,
                revision: "3f9a1c20",
                replaces: self.replaces,
                remarks: &self.remarks,
                differences: &self.differences,
                banners: &[],
            };
            take_in(ui, &view, &mut draft)
        })
    }
}

fn changed() -> Program {
    let mut program = sample();
    program.prescribed.on = Some(date(2026, 11, 23));
    program.prescribed.until = None;
    program.limits.session = Seconds(25 * 60);
    program.stop_if.pop();
    program.notes = Some("Warm the shoulders first.".to_owned());
    let points = &mut program.routines[0].points;
    if let Some(Press::Hold(hold)) = &mut points[0].press {
        hold.hold = bounds(Seconds(35), Seconds(20), Seconds(60), Seconds(5));
        hold.holds = Amount::Locked(2);
    }
    points[1].ceiling = Discomfort::new(4).map(Amount::Locked);
    points[2].sides = Sides::Both;
    points.remove(3);
    program
}

#[test]
fn a_first_program_is_told_whole() {
    let harness = Case::first().on(Look::PAPER);
    for words in [
        "Desk neck and shoulders",
        "Prescribed by M. Okafor, physiotherapist",
        "9 November to 4 December",
        "Review 6 December",
        "Revision 3f9a1c20",
        "Read it through. It is your program once you say so.",
        "4 points · about 16 min · 3 days a week, once a day",
        "Holds: 2, locked",
        "Never above 5 of 10, anywhere.",
        "The highest limit that any of these points can reach is 5 of 10.",
        "Tingling that goes below the elbow",
        "Warm the shoulders for a minute first. Keep the first week easy.",
    ] {
        assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
    assert_eq!(harness.query_all_by_label("Hold, s: 30, from 20 to 45").count(), 4);
    assert!(harness.query_by_label("What differs from your program now").is_none());
}

#[test]
fn what_differs_is_told_in_words_and_what_asks_for_more_comes_first() {
    let harness = Case::second().on(Look::PAPER);
    let told = [
        "Longest session: 25 min; before 20 min",
        "Hold: 35 s (20 to 60 s, 5 s a step); before 30 s (20 to 45 s, 5 s a step)",
        "Side: both; before left",
        "Last day of steps up: none; before 4 December 2026",
        "No longer a sign to stop at: Tingling that goes below the elbow",
        "Prescribed on: 23 November 2026; before 9 November 2026",
        "The note reads differently. The new one stands below.",
        "Holds: 2, locked; before 3, locked",
        "Limit: 4, locked; before 5, the usual",
        "No longer in the program.",
    ];
    let tops: Vec<_> = told.iter().map(|words| harness.get_by_label(words).rect().top()).collect();
    assert!(tops.is_sorted(), "{tops:?}");
    let lies = |mark: &str| harness.query_all_by_label(mark).map(|node| node.rect().top()).collect::<Vec<_>>();
    let (higher, looser) = (lies("Higher"), lies("Looser"));
    assert_eq!((higher.len(), looser.len()), (3, 1));
    assert!(higher.iter().all(|higher| higher < &looser[0]));
    assert_eq!(harness.query_all_by_label("Left shoulder-top").count(), 2, "once among what is higher, once below");
}

#[test]
fn every_case_is_told_in_words() {
    let harness = Case::every_remark().on(Look::PAPER);
    for words in [
        "says the same as the program in force",
        "prescribed on 9 November 2026, before the program in force, which is of 16 November 2026",
        "Its last day was 4 December 2026.",
        "looked at again on 6 December 2026",
        "This was your program before.",
        "It was not prescribed for you",
    ] {
        assert!(harness.query_by_label_contains(words).is_some(), "“{words}” is missing");
    }
}

#[test]
fn every_button_asks_for_its_own() {
    let mut harness = Case::second().on(Look::PAPER);
    assert_eq!(click(&mut harness, "Use this program"), [Action::TakeIn]);
    assert_eq!(click(&mut harness, "Not now"), [Action::LeaveIt]);
    harness.key_press(Key::Escape);
    harness.state_mut().clear();
    harness.run();
    assert_eq!(harness.state().as_slice(), [Action::LeaveIt]);

    let mut harness = Case { remarks: vec![Remark::InForce], ..Case::second() }.on(Look::PAPER);
    assert!(harness.query_by_label("Use this program").is_none());
    assert_eq!(click(&mut harness, "Back"), [Action::LeaveIt]);
}

#[test]
fn the_yes_to_a_first_program_is_one_key_away_and_to_a_second_one_it_is_not() {
    let enter = |case: Case| {
        let mut harness = case.on(Look::PAPER);
        harness.key_press(Key::Enter);
        harness.run();
        std::mem::take(harness.state_mut())
    };
    assert_eq!(enter(Case::first()), [Action::TakeIn]);
    assert_eq!(enter(Case::second()), []);
    for look in [Look::PAPER, Look { height: 390.0, width: 590.0, ..Look::PAPER }] {
        let mut harness = Case::second().on(look);
        let names = walk(&mut harness, 7);
        for name in ["Not now", "Use this program"] {
            assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
        }
    }
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all() {
        for case in [Case::first(), Case::second(), Case::every_remark()] {
            nothing_is_lost(&case.on(look), look);
        }
    }
}

#[test]
fn the_picture_of_a_first_program() {
    picture("take-in-first-paper", &mut Case::first().on(Look::PAPER));
}

#[test]
fn the_picture_of_a_second_program() {
    picture("take-in-second-paper", &mut Case::second().on(Look::PAPER));
}

#[test]
fn the_picture_at_dusk() {
    picture("take-in-second-dusk", &mut Case::second().on(Look { theme: Theme::Dusk, ..Look::PAPER }));
}

#[test]
fn the_picture_in_a_narrow_window() {
    let look = Look { theme: Theme::Contrast, width: 590.0, height: 780.0 };
    picture("take-in-second-small-contrast", &mut Case::second().on(look));
}

//! What the today screen shows and asks for.
#![expect(clippy::unwrap_used, reason = "a stage that cannot be set up is a test that fails")]

mod day;
pub mod stage;

use std::time::Duration;

use egui_kittest::{Harness, SnapshotOptions, kittest::NodeT, kittest::Queryable};
use jiff::civil::date;
use kneadwell::practice::dose::Dose;
use kneadwell::practice::measure::{Pain, Side};
use kneadwell::practice::program::Program;
use kneadwell::ui::action::{
    Action, Asked, Banner, Broken, DayMark, DayView, Hands, Hearing, ReleaseDraft, Room, TodayView,
};
use kneadwell::ui::today::today;

use stage::{Look, click, nothing_is_lost, picture, rich, sample, stage, walk};

fn month() -> Vec<DayMark> {
    (1..=30)
        .map(|day| match day {
            9..=11 | 16..=18 => DayMark::Done,
            14 => DayMark::Part,
            21 | 23 | 26 | 28 | 30 => DayMark::Planned,
            _ => DayMark::None,
        })
        .collect()
}

fn broken() -> Broken {
    Broken {
        routine: "Whole session".to_owned(),
        site: "upper-trapezius".to_owned(),
        side: Some(Side::Left),
        step: "press".to_owned(),
        round: 2,
        rounds: 4,
    }
}

/// What the tests change about the view.
#[derive(Clone)]
struct Case {
    program: Option<Program>,
    routine: usize,
    skipped: Vec<bool>,
    pain: Asked,
    marks: Option<&'static str>,
    nothing_new: bool,
    sound_checked: bool,
    broken: Option<Broken>,
    banners: Vec<Banner>,
    practice: bool,
    day: Option<DayView>,
}

impl Case {
    fn new() -> Self {
        let (pain, skipped) = (Asked::Open, vec![false; 4]);
        let program = Some(sample());
        Self {
            program,
            routine: 0,
            skipped,
            pain,
            marks: None,
            nothing_new: false,
            sound_checked: true,
            broken: None,
            banners: vec![],
            practice: false,
            day: None,
        }
    }

    fn on(self, look: Look) -> Harness<'static, Vec<Action>> {
        let month = month();
        stage(look, Room::Today, move |ui| {
            let routine = self.program.as_ref().and_then(|program| program.routines.get(self.routine));
            let doses: Vec<_> = routine
                .iter()
                .flat_map(|routine| &routine.points)
                .map(|point| Dose::start(point, &self.program.as_ref().unwrap().limits))
                .collect();
            let view = TodayView {
                today: date(2026, 11, 19),
                hour: 18,
                program: self.program.as_ref(),
                routine: self.routine,
                doses: &doses,
                skipped: &self.skipped,
                day: self.day.as_ref(),
                total: Duration::from_secs(14 * 60 - 20),
                pain: self.pain,
                marks: self.marks,
                nothing_new: self.nothing_new,
                broken: self.broken.as_ref(),
                month: &month,
                sound_checked: self.sound_checked,
                practice: self.practice,
                banners: &self.banners,
            };
            today(ui, &view, &mut ReleaseDraft::default())
        })
    }

    fn staged(self) -> Harness<'static, Vec<Action>> {
        self.on(Look::PAPER)
    }
}

#[test]
fn it_greets_and_says_what_today_holds() {
    let harness = Case::new().staged();
    for words in [
        "Good evening",
        "Thursday 19 November, from M. Okafor, physiotherapist",
        "How is the pain in your neck, upper back and shoulder now?",
        "4 points · press, then stretch · about 14 minutes",
        "Upper trapezius",
        "shoulder-top · cane",
        "Aim for 3 to 5",
        "Sessions on 7 days this month",
    ] {
        assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
    assert_eq!(harness.query_all_by_label("Press 3 × 30 s").count(), 3);
}

#[test]
fn before_the_first_program_a_sound_check_is_offered_until_it_is_done() {
    for sound_checked in [false, true] {
        let mut harness = Case { program: None, sound_checked, ..Case::new() }.staged();
        assert_eq!(harness.query_by_label("Sound check").is_none(), sound_checked);
        if !sound_checked {
            assert_eq!(click(&mut harness, "Sound check"), [Action::Hearing(Hearing::Check)]);
        }
    }
    for look in Look::all() {
        nothing_is_lost(&Case { program: None, sound_checked: false, ..Case::new() }.on(look), look);
    }
}

#[test]
fn every_button_asks_for_its_own() {
    let mut harness = Case { nothing_new: true, ..Case::new() }.staged();
    let pain = |score| Action::PainBefore(Pain::new(score));
    for (name, action) in [
        ("0 of 10", pain(0)),
        ("10 of 10", pain(10)),
        ("Not now", Action::PainBefore(None)),
        ("Nothing new since last time", Action::NothingNew),
        ("Something is new", Action::SomethingNew),
        ("Start", Action::Start),
        ("Program", Action::Go(Room::Program)),
        ("Journal", Action::Go(Room::Journal)),
        ("Settings", Action::Go(Room::Settings)),
    ] {
        assert_eq!(click(&mut harness, name), [action]);
    }
}

#[test]
fn start_waits_until_nothing_is_new() {
    let mut harness = Case::new().staged();
    assert!(harness.query_by_label("Choose one of the two, then start.").is_some());
    assert!(harness.get_by_label("Start").accesskit_node().is_disabled());
    assert_eq!(click(&mut harness, "Start"), []);
}

#[test]
fn start_waits_while_every_point_is_left_out() {
    let mut harness = Case { nothing_new: true, skipped: vec![true; 4], ..Case::new() }.staged();
    assert!(harness.query_by_label("Every point is left out today.").is_some());
    assert_eq!(click(&mut harness, "Start"), []);
    assert_eq!(click(&mut harness, "Take in again: Rhomboids"), [Action::SkipPoint(2)]);
}

#[test]
fn what_became_of_the_pain_is_told() {
    let told = |pain, words: &str| Case { pain, ..Case::new() }.staged().query_by_label(words).is_some();
    let given = |kept| Asked::Given { pain: Pain::new(4).unwrap(), kept };
    assert!(told(given(true), "Kept. You may change it until you start."));
    assert!(told(given(false), "You may change it until you start."));
    assert!(told(Asked::NotNow, "Not answered. You may still answer until you start."));
}

#[test]
fn a_broken_session_is_settled_before_another_begins() {
    let mut harness = Case { nothing_new: true, broken: Some(broken()), ..Case::new() }.staged();
    assert!(harness.query_by_label("Take up at hold 2 of 4, left side?").is_some());
    assert_eq!(click(&mut harness, "Start"), []);
    assert_eq!(click(&mut harness, "Resume"), [Action::TakeUp]);
    assert_eq!(click(&mut harness, "Finish and keep"), [Action::KeepBroken]);
    assert_eq!(click(&mut harness, "Discard"), [Action::DiscardBroken]);
}

#[test]
fn a_program_with_several_routines_lets_one_choose() {
    let mut harness = Case { program: Some(rich()), ..Case::new() }.staged();
    assert_eq!(click(&mut harness, "Whole session"), []);
    assert_eq!(click(&mut harness, "Short evening"), [Action::Routine(1)]);
    let rolling = Case { program: Some(rich()), routine: 1, skipped: vec![false], ..Case::new() }.staged();
    assert!(rolling.query_by_label("Press 2 × 60 s slow rolling").is_some());
}

#[test]
fn long_notes_open_and_close() {
    let mut harness = Case { program: Some(rich()), ..Case::new() }.staged();
    let whole = rich().notes.unwrap();
    assert!(harness.query_by_label(&whole).is_none());
    click(&mut harness, "Read on");
    assert!(harness.query_by_label(&whole).is_some());
    click(&mut harness, "Show less");
    assert!(harness.query_by_label(&whole).is_none());
}

#[test]
fn without_a_program_it_invites() {
    let mut harness = Case { program: None, ..Case::new() }.staged();
    assert!(harness.query_by_label("Who gave you a program?").is_some());
    assert_eq!(click(&mut harness, "Open a program file"), [Action::ChooseFile]);
    assert_eq!(click(&mut harness, "See the examples"), [Action::Go(Room::Program)]);
    assert_eq!(click(&mut harness, "Try the short demo"), [Action::TakeShipped(0)]);
}

#[test]
fn the_practice_round_is_offered_until_it_was_gone_through() {
    let offer = "Try it without pressing: one minute";
    for program in [None, Some(sample())] {
        let mut harness = Case { practice: true, program: program.clone(), ..Case::new() }.staged();
        assert_eq!(click(&mut harness, offer), [Action::Hands(Hands::Practise)]);
        assert_eq!(click(&mut harness, "Press what you will use"), [Action::Hands(Hands::Open)]);
        let case = Case { program, ..Case::new() };
        assert!(case.staged().query_by_label(offer).is_none());
    }
    for look in Look::all() {
        nothing_is_lost(&Case { practice: true, ..Case::new() }.on(look), look);
    }
}

#[test]
fn a_banner_is_put_away() {
    let banners = vec![Banner { warns: true, text: "The disk is full.".to_owned() }];
    let mut harness = Case { banners, ..Case::new() }.staged();
    assert_eq!(click(&mut harness, "Put away"), [Action::Dismiss(0)]);
}

#[test]
fn the_keyboard_comes_to_everything() {
    for look in [Look::PAPER, Look { width: 590.0, height: 390.0, ..Look::PAPER }] {
        let mut harness = Case { nothing_new: true, ..Case::new() }.on(look);
        let names = walk(&mut harness, 24);
        for name in ["Journal", "0 of 10", "Not now", "Something is new", "Start"] {
            assert!(names.iter().any(|found| found == name), "{name} is not among {names:?} in {look:?}");
        }
    }
}

#[test]
fn nothing_is_lost_in_any_window() {
    let plain = Case::new();
    let banners =
        vec![Banner { warns: true, text: "The disk is full, and nothing was kept since Tuesday.".to_owned() }];
    let full = Case {
        program: Some(rich()),
        skipped: vec![false, true, false, false],
        broken: Some(broken()),
        banners,
        ..Case::new()
    };
    let rolling = Case { program: Some(rich()), routine: 1, skipped: vec![false], ..Case::new() };
    let first = Case { program: None, ..Case::new() };
    for look in Look::all() {
        for case in [&plain, &full, &rolling, &first] {
            nothing_is_lost(&case.clone().on(look), look);
        }
    }
}

#[test]
fn marks_on_the_body_are_told_beside_the_answer_that_came_from_them() {
    let pain = Asked::Given { pain: Pain::new(4).unwrap(), kept: true };
    let marks = "From your marks on the body: left shoulder-top 4, aching.";
    let marked = Case { pain, marks: Some(marks), ..Case::new() };
    for look in Look::all() {
        nothing_is_lost(&marked.clone().on(look), look);
    }
    let mut harness = marked.staged();
    assert!(harness.query_by_label(marks).is_some());
    assert!(harness.query_by_label("Kept. You may change it until you start.").is_some());
    assert_eq!(click(&mut harness, "2 of 10"), [Action::PainBefore(Pain::new(2))], "it is changed as any answer");
}

#[test]
fn the_points_stand_on_a_small_body_where_there_is_a_margin_for_it() {
    let words = "Today’s points on the body: 1 left shoulder-top, 2 right stiff-neck muscle, 3 left between the shoulder blades";
    let wide = Look { width: 1600.0, height: 900.0, ..Look::PAPER };
    let harness = Case { skipped: vec![false, false, false, true], ..Case::new() }.on(wide);
    let map = harness.get_by_label(words).rect();
    assert!(map.left() > harness.get_by_label("Start").rect().right(), "clear of the session");
    assert!(Case::new().staged().query_by_label_contains("Today’s points on the body").is_none(), "there is no room");
    let locked = Case { program: Some(rich()), routine: 1, skipped: vec![true], ..Case::new() }.on(wide);
    assert!(locked.query_by_label_contains("Today’s points on the body").is_none(), "nothing is worked");
}

#[test]
fn picture_wide() {
    let look = Look { width: 1600.0, height: 900.0, ..Look::PAPER };
    let mut harness = Case::new().on(look);
    let options = SnapshotOptions::new().output_path("tests/screens/snapshots/rooms").max_failed_pixels(20);
    harness.snapshot_options("today-wide-paper", &options);
}

#[test]
fn pictures() {
    let pain = Asked::Given { pain: Pain::new(4).unwrap(), kept: true };
    let mut harness = Case { pain, nothing_new: true, ..Case::new() }.staged();
    picture("today-paper", &mut harness);
}

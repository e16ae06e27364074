//! Marking where it hurts: told by mouse or by keyboard alone, on the person's own side, and taken back.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a stage that cannot be set up is a test that fails")]

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use eframe::egui::{Event, Key, Pos2};
use egui_kittest::{Harness, Node, SnapshotOptions, kittest::NodeT, kittest::Queryable};
use jiff::civil::date;
use kneadwell::practice::hurts::{Hurt, Marking, Quality, Spot};
use kneadwell::practice::library::Site;
use kneadwell::practice::measure::{self, Pain};
use kneadwell::practice::program::Program;
use kneadwell::ui::action::{Action, BodyView, OnlyPoint, Room};
use kneadwell::ui::body::{BodyDraft, body};
use kneadwell::ui::figure::Side;
use kneadwell::ui::theme::Theme;
use kneadwell::words::place;

use crate::today::stage::{Look, click_at, nothing_is_lost_but, sample, stage};

/// The screen, its draft, and the marks it is shown.
struct Case {
    harness: Harness<'static, Vec<Action>>,
    draft: Rc<RefCell<BodyDraft>>,
}

#[derive(Clone, Default)]
struct Given {
    program: Option<Program>,
    hurts: Vec<Marking>,
    is_pending: bool,
    only: Option<(OnlyPoint, Duration)>,
}

impl Given {
    fn rich() -> Self {
        let only = Some((OnlyPoint { routine: 0, point: 0 }, Duration::from_secs(4 * 60 - 10)));
        Self { program: Some(sample()), hurts: marks(), is_pending: false, only }
    }

    fn at(self, look: Look, site: &str, side: Side) -> Case {
        let mut draft = BodyDraft::default();
        draft.choose(Site::find(site).unwrap(), side);
        let draft = Rc::new(RefCell::new(draft));
        let kept = Rc::clone(&draft);
        let harness = stage(look, Room::Body, move |ui| {
            let view = BodyView {
                program: self.program.as_ref(),
                today: date(2026, 11, 19),
                hurts: &self.hurts,
                kept: !self.is_pending,
                only: self.only,
                banners: &[],
            };
            body(ui, &view, &mut kept.borrow_mut())
        });
        Case { harness, draft }
    }
}

fn spot(site: &str, side: measure::Side) -> Spot {
    Spot { site: site.to_owned(), side }
}

fn mark(day: u8, at: Spot, pain: u8, qualities: Vec<Quality>, spreads: Vec<Spot>) -> Marking {
    let told = Some(Hurt { pain: Pain::new(pain).unwrap(), qualities, spreads });
    let when = format!("2026-11-{day:02}T08:30:00+00:00[Europe/London]");
    Marking { at: when.parse().unwrap(), spot: at, told }
}

/// Two marks of today and two earlier ones, the newest first.
fn marks() -> Vec<Marking> {
    let shoulder = || spot("upper-trapezius", measure::Side::Left);
    let arm = || spot("wrist-extensors", measure::Side::Left);
    vec![
        mark(19, shoulder(), 4, vec![Quality::Aching], vec![spot("deltoid", measure::Side::Left), arm()]),
        mark(19, spot("gastrocnemius", measure::Side::Right), 7, vec![Quality::Sharp], vec![]),
        mark(16, shoulder(), 6, vec![Quality::Aching, Quality::Stiff], vec![]),
        mark(3, shoulder(), 4, vec![Quality::Aching], vec![arm()]),
    ]
}

impl Case {
    fn click(&mut self, label: &str) -> Vec<Action> {
        self.harness.get_by_label(label).scroll_to_me();
        self.harness.run();
        self.harness.state_mut().clear();
        self.harness.get_by_label(label).click();
        self.harness.run();
        std::mem::take(self.harness.state_mut())
    }

    fn click_at(&mut self, at: Pos2) {
        click_at(&mut self.harness, at);
    }

    fn on_the_map(&self, label: &str) -> Pos2 {
        self.harness.get_by_label(label).rect().center()
    }

    /// Goes on with the Tab key to what has this name, and presses Enter there.
    fn enter(&mut self, label: &str) -> Vec<Action> {
        for _ in 0..140 {
            let focused = self.harness.root().children_recursive().find(Node::is_focused);
            if focused.is_some_and(|node| node.accesskit_node().label().as_deref() == Some(label)) {
                self.harness.state_mut().clear();
                self.harness.key_press(Key::Enter);
                self.harness.run();
                return std::mem::take(self.harness.state_mut());
            }
            self.harness.key_press(Key::Tab);
            self.harness.run();
        }
        panic!("the keyboard does not come to “{label}”");
    }

    fn is_there(&self, label: &str) -> bool {
        self.harness.query_by_label(label).is_some()
    }
}

#[test]
fn a_mark_is_told_by_mouse_with_several_qualities_and_spots_it_spreads_to() {
    let mut case = Given::default().at(Look::PAPER, "upper-trapezius", Side::Left);
    case.click("Log pain here");
    assert!(case.is_there("Where it hurts: Left shoulder-top"));
    case.click("4 of 10");
    for quality in ["Tingling or numb", "Aching", "Sharp"] {
        case.click(quality);
    }
    case.click("Sharp");
    case.click("Choose where");
    for spot in ["Left wrist extensors", "Right wrist extensors", "Left shoulder-top"] {
        let name = spot.replace("wrist extensors", &place::common_of("wrist-extensors"));
        let at = case.on_the_map(&name);
        case.click_at(at);
    }
    let out = format!("Take out: right {}", place::common_of("wrist-extensors"));
    case.click(&out);
    assert!(case.harness.query_by_label_contains("The list of signs to stop at comes next.").is_some());
    let asked = case.click("Save");
    let hurt = Hurt {
        pain: Pain::new(4).unwrap(),
        qualities: vec![Quality::Aching, Quality::Tingling],
        spreads: vec![spot("wrist-extensors", measure::Side::Left)],
    };
    assert_eq!(asked, [Action::Hurts(spot("upper-trapezius", measure::Side::Left), hurt)]);
    assert!(case.draft.borrow().form.is_none(), "the form is done with");
}

#[test]
fn a_mark_is_told_by_keyboard_alone() {
    let mut case = Given::default().at(Look::PAPER, "soleus", Side::Right);
    case.enter("Log pain here");
    case.enter("6 of 10");
    case.enter("Burning");
    case.enter("Stiff");
    case.enter("Choose where");
    let heel = format!("Right {}", place::common_of("plantar-foot"));
    case.enter(&heel);
    let asked = case.enter("Save");
    let hurt = Hurt {
        pain: Pain::new(6).unwrap(),
        qualities: vec![Quality::Burning, Quality::Stiff],
        spreads: vec![spot("plantar-foot", measure::Side::Right)],
    };
    assert_eq!(asked, [Action::Hurts(spot("soleus", measure::Side::Right), hurt)]);
}

#[test]
fn every_spot_takes_a_mark_on_the_persons_own_side() {
    for site in Site::all() {
        for (side, own) in [(Side::Left, measure::Side::Left), (Side::Right, measure::Side::Right)] {
            let mut case = Given::default().at(Look::PAPER, &site.id, side);
            case.click("Log pain here");
            case.click("0 of 10");
            let asked = case.click("Save");
            assert!(matches!(&asked[..], [Action::Hurts(at, _)] if *at == spot(&site.id, own)), "{asked:?}");
        }
    }
}

#[test]
fn nothing_is_kept_without_a_number_and_cancel_keeps_nothing() {
    let mut case = Given::default().at(Look::PAPER, "soleus", Side::Left);
    case.click("Log pain here");
    case.click("Aching");
    assert!(case.is_there("Choose a number first."));
    assert_eq!(case.click("Save"), []);
    assert_eq!(case.click("Cancel"), []);
    assert!(case.is_there("Log pain here") && case.draft.borrow().form.is_none());
}

#[test]
fn another_place_may_be_chosen_and_what_was_filled_in_stays() {
    let mut case = Given::default().at(Look::PAPER, "upper-trapezius", Side::Left);
    case.click("Log pain here");
    case.click("5 of 10");
    let other = case.on_the_map("Right shoulder-top");
    case.click_at(other);
    assert!(case.is_there("Where it hurts: Right shoulder-top"));
    let asked = case.click("Save");
    assert!(matches!(&asked[..], [Action::Hurts(at, hurt)]
        if at.side == measure::Side::Right && hurt.pain == Pain::new(5).unwrap()));
}

#[test]
fn marks_stand_on_the_map_and_in_the_card_and_are_taken_back() {
    let mut case = Given::rich().at(Look::PAPER, "upper-trapezius", Side::Left);
    let calf = format!("Pain marked today: right {} 7, sharp", place::common_of("gastrocnemius"));
    for words in [calf.as_str(), "Marked today · Kept", "16 Nov: 6, aching, stiff", "where it hurts today"] {
        assert!(case.is_there(words), "“{words}” is missing");
    }
    assert!(case.harness.query_by_label_contains("3 Nov: 4, aching, spreads to left ").is_some());
    assert!(!case.is_there("Log pain here"), "today’s mark is changed, not doubled");
    case.click("Change today’s mark");
    let filled = case.draft.borrow().form.clone().unwrap();
    assert_eq!((filled.pain, filled.spreads.len()), (Pain::new(4), 2));
    case.click("Cancel");
    let asked = case.click("Take back today’s mark: left shoulder-top");
    assert_eq!(asked, [Action::TakeBack(spot("upper-trapezius", measure::Side::Left))]);
}

#[test]
fn a_mark_is_said_to_be_kept_only_once_it_is() {
    let given = Given { is_pending: true, ..Given::rich() };
    let case = given.at(Look::PAPER, "upper-trapezius", Side::Left);
    assert!(case.is_there("Marked today · Not on the disk yet") && !case.is_there("Marked today · Kept"));
}

#[test]
fn a_point_of_the_program_can_be_done_alone() {
    let mut case = Given::rich().at(Look::PAPER, "upper-trapezius", Side::Left);
    let asked = case.click("Do only this one · 4 minutes");
    assert_eq!(asked, [Action::OnlyPoint(OnlyPoint { routine: 0, point: 0 })]);
}

#[test]
fn the_keyboard_reads_on_where_the_card_is_longer_than_the_map() {
    let mut case = Given::rich().at(Look::PAPER, "upper-trapezius", Side::Left);
    let height = |case: &Case| case.harness.get_by_label_contains("Press here: ").rect().top();
    for _ in 0..140 {
        let focused = case.harness.root().children_recursive().find(Node::is_focused);
        if focused.is_some_and(|node| node.accesskit_node().label().as_deref() == Some("About this spot")) {
            let before = height(&case);
            case.harness.key_press(Key::ArrowDown);
            case.harness.run();
            assert!(height(&case) < before - 10.0);
            return;
        }
        case.harness.key_press(Key::Tab);
        case.harness.run();
    }
    panic!("the keyboard does not come to what there is to know");
}

/// What lies over one another on the map on purpose.
fn is_on_the_map(words: &str) -> bool {
    let named = |site: &Site| words.contains(&place::common_of(&site.id));
    words.starts_with("Pain marked today") || Site::all().iter().any(|site| named(site) && words.split(' ').count() < 9)
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all().chain([Look { width: 640.0, height: 480.0, ..Look::PAPER }]) {
        let mut case = Given::rich().at(look, "upper-trapezius", Side::Left);
        nothing_is_lost_but(&case.harness, look, is_on_the_map);
        case.click("Change today’s mark");
        case.click("Choose where");
        case.click("Electric");
        nothing_is_lost_but(&case.harness, look, is_on_the_map);
    }
}

fn picture(name: &str, case: &mut Case) {
    case.harness.event(Event::PointerGone);
    case.harness.run();
    let options = SnapshotOptions::new().output_path("tests/screens/snapshots/body").max_failed_pixels(20);
    case.harness.snapshot_options(name, &options);
}

const DUSK: Look = Look { theme: Theme::Dusk, ..Look::PAPER };

fn picture_of_marks(name: &str, look: Look) {
    picture(name, &mut Given::rich().at(look, "upper-trapezius", Side::Left));
}

#[test]
fn picture_marks_paper() {
    picture_of_marks("marks-paper", Look::PAPER);
}

#[test]
fn picture_marks_dusk() {
    picture_of_marks("marks-dusk", DUSK);
}

#[test]
fn picture_form_paper() {
    picture_of_form("form-paper", Look::PAPER);
}

#[test]
fn picture_form_dusk() {
    picture_of_form("form-dusk", DUSK);
}

fn picture_of_form(name: &str, look: Look) {
    let mut case = Given::rich().at(look, "gluteus-medius", Side::Right);
    case.click("Log pain here");
    case.click("5 of 10");
    case.click("Aching");
    case.click("Choose where");
    let at = case.on_the_map(&format!("Right {}", place::common_of("hamstrings")));
    case.click_at(at);
    picture(name, &mut case);
}

//! What the body screen shows: every site can be come to by map, by search and by keyboard, on the person's own side.
#![expect(clippy::unwrap_used, reason = "a stage that cannot be set up is a test that fails")]

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use eframe::egui::{Event, Key, Pos2, Rect, Vec2, pos2};
use egui_kittest::{Harness, SnapshotOptions, kittest::NodeT, kittest::Queryable};
use jiff::civil::date;
use kneadwell::practice::library::Site;
use kneadwell::practice::program::{Press, Program};
use kneadwell::ui::action::{Action, BodyView, Room};
use kneadwell::ui::body::{BodyDraft, body, find};
use kneadwell::ui::figure::{Drawing, Figure, Side, View, place_near};
use kneadwell::ui::theme::Theme;
use kneadwell::words::place;

use crate::today::stage::{Look, click_at, nothing_is_lost_but, rich, sample, stage};

/// The screen with its draft in reach.
struct Case {
    harness: Harness<'static, Vec<Action>>,
    draft: Rc<RefCell<BodyDraft>>,
}

impl Case {
    fn new(look: Look, program: Option<Program>, draft: BodyDraft) -> Self {
        let draft = Rc::new(RefCell::new(draft));
        let kept = Rc::clone(&draft);
        let harness = stage(look, Room::Body, move |ui| {
            let (today, only) = (date(2026, 11, 19), None);
            let view = BodyView { program: program.as_ref(), today, hurts: &[], kept: true, only, banners: &[] };
            body(ui, &view, &mut kept.borrow_mut())
        });
        Self { harness, draft }
    }

    fn plain(look: Look) -> Self {
        Self::new(look, Some(sample()), BodyDraft::default())
    }

    fn chosen(&self) -> Option<(&'static str, Side)> {
        self.draft.borrow().chosen.map(|chosen| (chosen.site.id.as_str(), chosen.side))
    }

    fn forget(&self) {
        *self.draft.borrow_mut() = BodyDraft::default();
    }

    fn click_at(&mut self, at: Pos2) {
        click_at(&mut self.harness, at);
    }

    fn search(&mut self, words: &str) {
        self.forget();
        self.harness.run();
        self.harness.get_by_label(HINT).focus();
        self.harness.run();
        self.harness.get_by_label(HINT).type_text(words);
        self.harness.run();
    }
}

const HINT: &str = "Find a spot: neck, calf, trapezius";

fn chosen(site: &str, side: Side) -> BodyDraft {
    let mut draft = BodyDraft::default();
    draft.choose(Site::find(site).unwrap(), side);
    draft
}

/// Every site on both sides, as it is named on the map.
fn everyone() -> Vec<(String, &'static Site, Side)> {
    let named = |site: &'static Site, side: Side| {
        let side = if side == Side::Left { "Left" } else { "Right" };
        let locked = if site.locked { ", locked" } else { "" };
        format!("{side} {}{locked}", place::common_of(&site.id))
    };
    Site::all().iter().flat_map(|site| Side::BOTH.map(|side| (named(site, side), site, side))).collect()
}

fn is_on_the_map(words: &str) -> bool {
    everyone().iter().any(|(name, ..)| name == words)
}

#[test]
fn a_click_on_every_site_chooses_it_on_the_persons_own_side() {
    let mut case = Case::plain(Look::PAPER);
    for (name, site, side) in everyone() {
        let at = case.harness.get_by_label(&name).rect().center();
        // Face to face the person's left is the reader's right; from behind, and from below, it is the reader's left.
        let (view, middle) = match View::of(&site.id).unwrap() {
            View::Front => (1.0, 296.0),
            View::Back => (-1.0, 606.0),
            View::Soles => (-1.0, 718.0),
        };
        let sign = if side == Side::Left { view } else { -view };
        assert!((at.x - middle) * sign > 0.0, "{name} lies at {at:?}");
        case.click_at(at);
        assert_eq!(case.chosen(), Some((site.id.as_str(), side)), "{name}");
        case.forget();
        case.harness.run();
    }
}

#[test]
fn a_site_seen_from_both_sides_answers_from_both() {
    let mut case = Case::plain(Look::PAPER);
    for (at, site, side) in [
        (pos2(329.0, 217.0), "upper-trapezius", Side::Left),
        (pos2(263.0, 217.0), "upper-trapezius", Side::Right),
        (pos2(370.0, 250.0), "deltoid", Side::Left),
        (pos2(222.0, 250.0), "deltoid", Side::Right),
        (pos2(572.0, 220.0), "upper-trapezius", Side::Left),
        (pos2(640.0, 220.0), "upper-trapezius", Side::Right),
    ] {
        case.click_at(at);
        assert_eq!(case.chosen(), Some((site, side)), "at {at:?}");
    }
    case.click_at(pos2(180.0, 600.0));
    assert_eq!(case.chosen(), Some(("upper-trapezius", Side::Right)), "beside the figures nothing is chosen");
}

#[test]
fn left_and_right_are_never_confused_however_near_the_middle() {
    let crown = pos2(300.0, 0.0);
    for view in [View::Front, View::Back, View::Soles] {
        let figure = Figure { view, height: 606.0, crown, drawing: Drawing::Map, lit: &[] };
        for y in (0..620).step_by(2) {
            for x in 1..170 {
                let [east, west] = [1.0, -1.0].map(|way| figure.place_near(pos2(300.0 + way * x as f32, y as f32)));
                assert_eq!(east.map(|place| place.site), west.map(|place| place.site), "{view:?} at {x}, {y}");
                let (Some(east), Some(west)) = (east, west) else { continue };
                let own = if view == View::Front { (Side::Left, Side::Right) } else { (Side::Right, Side::Left) };
                assert_eq!((east.side, west.side), own, "{view:?} at {x}, {y}");
            }
        }
    }
}

#[test]
fn a_finger_has_44_points_for_every_site() {
    let case = Case::plain(Look::PAPER);
    for (name, ..) in everyone() {
        let rect = case.harness.get_by_label(&name).rect();
        assert!(rect.width() > 43.9 && rect.height() > 43.9, "{name}: {rect:?}");
    }
    let crown = pos2(300.0, 0.0);
    for view in [View::Front, View::Back, View::Soles] {
        let figure = Figure { view, height: 606.0, crown, drawing: Drawing::Map, lit: &[] };
        for place in figure.places() {
            for turn in 0..12_u8 {
                let aside = Vec2::angled(f32::from(turn) * std::f32::consts::TAU / 12.0) * 21.0;
                let found = place_near(&[figure], place.anchor + aside);
                assert!(found.is_some(), "nothing beside {} of {view:?}", place.site);
            }
        }
    }
}

#[test]
fn every_site_is_found_by_its_names_and_enter_chooses_it() {
    for (_, site, side) in everyone() {
        let word = if side == Side::Left { "left" } else { "Right" };
        for words in [place::common_of(&site.id), place::name_of(&site.id).to_uppercase()] {
            let found = find(&format!("{word} {words}"));
            assert_eq!(found.side, Some(side));
            assert!(found.sites.contains(&site), "“{words}” does not find {}", site.id);
        }
        assert_eq!(find(&place::name_of(&site.id)).sites.first(), Some(&site), "{}", site.id);
        assert_eq!(find(&place::common_of(&site.id)).sites.first(), Some(&site), "{}", site.id);
    }
    let first = |words: &str| find(words).sites.first().map(|site| site.id.as_str());
    assert_eq!(first("calf"), Some("gastrocnemius"));
    assert!(find("neck").sites.len() >= 6);
    assert_eq!(find("deep calf").sites.len(), 1);
    assert!(find("wing").sites.is_empty());
    let mut case = Case::plain(Look::PAPER);
    case.search("right calf");
    assert!(case.harness.query_by_label("Calf, Gastrocnemius").is_some());
    assert!(case.harness.query_by_label("Jaw muscle, Masseter").is_none());
    case.harness.key_press(Key::Enter);
    case.harness.run();
    assert_eq!(case.chosen(), Some(("gastrocnemius", Side::Right)));
    case.search("wing");
    assert!(case.harness.query_by_label("Nothing has that name").is_some());
    case.harness.key_press(Key::Enter);
    case.harness.run();
    assert_eq!(case.chosen(), None);
}

#[test]
fn the_keyboard_comes_to_every_site_from_head_to_foot_and_left_first() {
    let mut case = Case::plain(Look::PAPER);
    case.harness.get_by_label(HINT).focus();
    case.harness.run();
    let mut met: Vec<(String, Rect)> = Vec::new();
    for _ in 0..everyone().len() {
        case.harness.key_press(Key::Tab);
        case.harness.run();
        let focused = case.harness.root().children_recursive().find(egui_kittest::Node::is_focused).unwrap();
        met.push((focused.accesskit_node().label().unwrap(), focused.rect()));
        case.harness.key_press(Key::Enter);
        case.harness.run();
        let (site, side) = case.chosen().unwrap();
        let here = everyone().into_iter().find(|(_, found, at)| (found.id.as_str(), *at) == (site, side)).unwrap();
        assert_eq!(met.last().unwrap().0, here.0);
    }
    let names: BTreeSet<_> = met.iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names, everyone().into_iter().map(|(name, ..)| name).collect());
    for pair in met.windows(2) {
        assert!(pair[0].1.center().y <= pair[1].1.center().y + 1.0, "{pair:?}");
    }
    for pair in met.chunks(2) {
        let [left, right] = [&pair[0].0, &pair[1].0];
        assert_eq!(left.strip_prefix("Left"), right.strip_prefix("Right"), "{left} and {right}");
    }
}

#[test]
fn the_card_tells_what_there_is_to_know() {
    let mut case = Case::new(Look::PAPER, Some(rich()), shoulder());
    for words in [
        "Upper trapezius",
        "shoulder-top",
        "Press here: The fleshy ridge midway between the neck and the tip of the shoulder, from above.",
        "Often felt in: Side of the neck, behind the ear, temple.",
        "Tools, softest first, and position: Finger pinch, cane. Sit, arm supported.",
        "Desk neck and shoulders: Whole session: starts at 3\u{a0}×\u{a0}30\u{a0}s, then a stretch of 2\u{a0}×\u{a0}20\u{a0}s.",
        "in your program",
        "often felt here",
        "do not press",
        "locked",
    ] {
        assert!(case.harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
    case.harness.get_by_label("Right").click();
    case.harness.run();
    assert_eq!(case.chosen(), Some(("upper-trapezius", Side::Right)));
    assert!(case.harness.query_by_label("shoulder-top · in your program on the left").is_some());
    let usual = "Usual dose: 3\u{a0}×\u{a0}30\u{a0}s, limit 5 of 10, then a stretch of 2\u{a0}×\u{a0}20\u{a0}s.";
    assert!(case.harness.query_by_label(usual).is_some());
    case.harness.get_by_label("All spots").click();
    case.harness.run();
    assert_eq!(case.chosen(), None);
    case.harness.get_by_label("Calf, Gastrocnemius").scroll_to_me();
    case.harness.run();
    case.harness.get_by_label("Calf, Gastrocnemius").click();
    case.harness.run();
    assert_eq!(case.chosen(), Some(("gastrocnemius", Side::Left)));
    assert!(case.harness.query_by_label("calf · not in your program").is_some());
}

#[test]
fn a_locked_site_says_who_unlocks_it() {
    for site in Site::all() {
        let case = Case::new(Look::PAPER, None, chosen(&site.id, Side::Right));
        let words = "Only when your therapist unlocks it. Until then it is stretched, not pressed.";
        assert_eq!(case.harness.query_by_label(words).is_some(), site.locked, "{}", site.id);
        assert_eq!(case.harness.query_by_label_contains("Press here: ").is_some(), !site.locked, "{}", site.id);
        for label in ["Often felt in: ", "Take care: ", "Stretch after: ", "Usual dose: "] {
            assert!(case.harness.query_by_label_contains(label).is_some(), "{label} of {}", site.id);
        }
    }
}

#[test]
fn a_program_that_leaves_the_amounts_out_takes_the_usual_dose() {
    for site in Site::all().iter().filter(|site| !site.locked) {
        let text = format!(
            r#"{{"kneadwell": 1, "title": "T", "prescribed": {{"by": "B"}}, "routines": [{{"name": "R", "points": [
            {{"site": "{}", "side": "left", "press": {{}}, "stretch": {{}}}}]}}]}}"#,
            site.id
        );
        let program = Program::read(text.as_bytes()).unwrap();
        let point = &program.routines[0].points[0];
        let Some(Press::Hold(hold)) = point.press else { panic!("holds are usual") };
        assert_eq!((hold.holds.start(), hold.hold.start()), (site.preset.holds(), site.preset.hold()));
        let stretch = point.stretch.unwrap();
        assert_eq!((stretch.reps.start(), stretch.hold.start().0), (Site::STRETCHES, site.stretch_seconds));
    }
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all().chain([Look { width: 640.0, height: 480.0, ..Look::PAPER }]) {
        for draft in [BodyDraft::default(), shoulder(), chosen("iliopsoas", Side::Right)] {
            let case = Case::new(look, Some(rich()), draft);
            nothing_is_lost_but(&case.harness, look, is_on_the_map);
        }
        let mut case = Case::new(look, None, BodyDraft::default());
        case.search("thigh");
        nothing_is_lost_but(&case.harness, look, is_on_the_map);
    }
}

const DUSK: Look = Look { theme: Theme::Dusk, ..Look::PAPER };

fn picture(name: &str, look: Look, pixels: f32, draft: BodyDraft) {
    picture_of(name, &mut Case::new(look, Some(sample()), draft), pixels);
}

fn picture_of(name: &str, case: &mut Case, pixels: f32) {
    case.harness.set_pixels_per_point(pixels);
    case.harness.run();
    let options = SnapshotOptions::new().output_path("tests/screens/snapshots/body").max_failed_pixels(20);
    case.harness.snapshot_options(name, &options);
}

fn shoulder() -> BodyDraft {
    chosen("upper-trapezius", Side::Left)
}

#[test]
fn picture_paper() {
    picture("body-paper", Look::PAPER, 1.0, shoulder());
}

#[test]
fn picture_dusk() {
    picture("body-dusk", DUSK, 1.0, shoulder());
}

#[test]
fn picture_small_paper() {
    picture("body-75-paper", Look::PAPER, 0.75, chosen("gluteus-medius", Side::Right));
}

#[test]
fn picture_small_dusk() {
    picture("body-75-dusk", DUSK, 0.75, chosen("gluteus-medius", Side::Right));
}

#[test]
fn picture_double_paper() {
    picture_double("body-200-paper", Theme::Paper);
}

#[test]
fn picture_double_dusk() {
    picture_double("body-200-dusk", Theme::Dusk);
}

/// A window as high as two, so that the whole map is in it.
fn picture_double(name: &str, theme: Theme) {
    let mut case = Case::plain(Look { theme, height: 1560.0, ..Look::PAPER });
    case.harness.set_pixels_per_point(2.0);
    case.harness.run();
    *case.draft.borrow_mut() = chosen("infraspinatus", Side::Left);
    picture_of(name, &mut case, 2.0);
}

#[test]
fn picture_narrow() {
    let look = Look { width: 640.0, height: 480.0, ..Look::PAPER };
    picture("body-narrow-paper", look, 1.0, chosen("scalenes", Side::Right));
}

#[test]
fn picture_list() {
    picture("body-list-paper", Look::PAPER, 1.0, BodyDraft::default());
}

#[test]
fn picture_pointed() {
    let mut case = Case::plain(DUSK);
    case.harness.get_by_label("Right front of the thigh").focus();
    case.harness.event(Event::PointerMoved(pos2(690.0, 270.0)));
    case.harness.run();
    picture_of("body-pointed-dusk", &mut case, 1.0);
}

#[test]
fn picture_search() {
    let mut case = Case::plain(Look::PAPER);
    case.search("neck");
    picture_of("body-search-paper", &mut case, 1.0);
}

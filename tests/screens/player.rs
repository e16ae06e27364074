//! What the player shows and asks for.
#![expect(clippy::unwrap_used, reason = "a stage that cannot be set up is a test that fails")]

use std::time::Duration;

use eframe::egui::{self, UiBuilder, vec2};
use egui_kittest::{Harness, SnapshotOptions, kittest::Queryable};
use kneadwell::practice::keys::Key;
use kneadwell::practice::library::Site;
use kneadwell::practice::plan::Plan;
use kneadwell::practice::program::{Place, Program};
use kneadwell::practice::rehearsal::Rehearsal;
use kneadwell::practice::score::Sign;
use kneadwell::practice::session::{Input, Session};
use kneadwell::ui::action::{Action, Hands, Silence};
use kneadwell::ui::player::{Floor, Heard, PlayerView, ground, player};
use kneadwell::ui::theme::{self, Theme};
use kneadwell::words;

const NECK: &str = include_str!("../../routines/neck-and-shoulders.kneadwell");

/// A session on the neck routine after these inputs, at a session time.
fn session(inputs: &[(u64, Input)]) -> Session {
    let program = Program::read(NECK.as_bytes()).unwrap();
    let plan = Plan::first_day(program.routine(None).unwrap(), &program.limits);
    let (mut session, _) = Session::start(plan);
    for &(at, input) in inputs {
        session.apply(input, Duration::from_millis(at));
    }
    session
}

/// The same session with room for numbers over its questions, at an instant at which the question is open and this number
/// stands.
fn at_number(number: u8) -> (Session, Duration) {
    let program = Program::read(NECK.as_bytes()).unwrap();
    let plan = Plan::first_day(program.routine(None).unwrap(), &program.limits).scanned();
    let (mut session, _) = Session::start(plan);
    session.apply(Input::Found, Duration::from_secs(22));
    let mut now = Duration::from_secs(22);
    while session.standing(now) != Some(number) {
        now += Duration::from_millis(100);
        session.apply(Input::Tick, now);
    }
    (session, now)
}

struct Shown {
    session: Session,
    now: Duration,
    heard: Heard,
    rehearsal: Option<Rehearsal>,
    floor: Option<Floor>,
    sign: Option<Sign>,
    asked: Option<Action>,
}

fn show(theme: Theme, size: (f32, f32), inputs: &[(u64, Input)], now: u64) -> Harness<'static, Shown> {
    show_session(theme, size, session(inputs), Duration::from_millis(now))
}

fn show_session(theme: Theme, size: (f32, f32), mut session: Session, now: Duration) -> Harness<'static, Shown> {
    session.apply(Input::Tick, now);
    let shown = Shown { session, now, heard: Heard::Tones, sign: None, rehearsal: None, floor: None, asked: None };
    let mut harness = Harness::builder()
        .with_size(vec2(size.0, size.1))
        .with_context_setup(move |ctx| {
            theme::install(ctx);
            theme::apply(ctx, theme);
        })
        .build_ui_state(
            |ui: &mut egui::Ui, shown: &mut Shown| {
                let window = ui.ctx().content_rect();
                let ground = ground(theme::tokens(ui), &shown.session, shown.now);
                ui.painter().rect_filled(window, 0.0, ground);
                ui.scope_builder(UiBuilder::new().max_rect(window), |ui| {
                    let view = PlayerView {
                        session: &shown.session,
                        now: shown.now,
                        heard: shown.heard,
                        sign: shown.sign,
                        announcement: "Press, left shoulder-top",
                        word: None,
                        rehearsal: shown.rehearsal.as_ref(),
                        floor: shown.floor,
                    };
                    shown.asked = player(ui, &view).or(shown.asked.take());
                });
            },
            shown,
        );
    harness.run();
    harness
}

fn picture(name: &str, harness: &mut Harness<'_, Shown>) {
    let options = SnapshotOptions::new().output_path("tests/snapshots/player").max_failed_pixels(40);
    harness.snapshot_options(name, &options);
}

/// What was put to a session, and when.
type Inputs = &'static [(u64, Input)];

const FOUND: Inputs = &[(22_000, Input::Found)];
const PAGE: (f32, f32) = (1180.0, 780.0);

#[test]
fn a_press_at_dusk() {
    picture("press-dusk", &mut show(Theme::Dusk, PAGE, FOUND, 90_000));
}

#[test]
fn a_rest_with_its_question_on_paper() {
    picture("rest-paper", &mut show(Theme::Paper, PAGE, FOUND, 61_000));
}

#[test]
fn a_press_says_what_where_how_strong_and_what_next() {
    let harness = show(Theme::Paper, PAGE, FOUND, 90_000);
    for words in ["Press", "Left", "Upper trapezius", "Aim for 3 to 4", "Release 3 s", "Point 1 of 3 · hold 2 of 2"] {
        harness.get_by_label(words);
    }
    harness.get_by_label("Strength now 3 of 10, aim for 3 to 4, never above 4");
}

#[test]
fn a_stretch_has_words_and_no_gauge() {
    let harness = show(Theme::Paper, PAGE, FOUND, 124_000);
    harness.get_by_label("Stretch");
    assert!(harness.query_by_label_contains("Strength now").is_none());
    assert!(harness.query_all_by_label_contains("Never pain").count() > 0);
}

/// What to keep off stands on the page that leads to a site and on the one where it is found: both before it is pressed.
#[test]
fn the_caution_of_every_site_is_shown_before_it_is_pressed() {
    let mut harness = show(Theme::Paper, PAGE, &[], 0);
    for site in Site::all() {
        let text = format!(
            r#"{{ "kneadwell": 1, "title": "t", "prescribed": {{ "by": "T" }}, "routines": [{{ "name": "r", "points": [
                 {{ "site": "{}", "side": "left", "unlock": true, "press": {{ "technique": "glide" }} }}] }}] }}"#,
            site.id
        );
        let program = Program::read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", site.id));
        let plan = Plan::first_day(program.routine(None).unwrap(), &program.limits);
        let caution = words::place::caution(&Place::Known(site));
        assert!(!caution.is_empty(), "{}", site.id);
        for (page, now) in [("Get ready", 4_000), ("Find the spot", 24_000)] {
            let now = Duration::from_millis(now);
            let (mut session, told) = Session::start(plan.clone());
            let later = session.apply(Input::Tick, now);
            let shown = harness.state_mut();
            (shown.session, shown.now) = (session, now);
            harness.run();
            harness.get_by_label(page);
            let found = harness.get_by_label(&caution);
            assert!(found.rect().max.y < PAGE.1, "{}: outside on {page}", site.id);
            let lines: Vec<_> = told.iter().chain(&later).filter_map(words::session::caution).collect();
            let said = page == "Find the spot" && lines.len() == 1 && lines[0].contains(&caution);
            assert!(said || (page == "Get ready" && lines.is_empty()), "{}: in the terminal", site.id);
        }
    }
}

/// The second hold of the neck routine's first point is its last: what was said of it is known by its stretch.
#[test]
fn after_too_much_a_stretch_is_asked_for_less_than_usual_and_said_so_before() {
    let too_much = &[(22_000, Input::Found), (108_000, Input::Digit(6))];
    let before = show(Theme::Paper, PAGE, too_much, 110_000);
    before.get_by_label("Get ready");
    assert!(before.query_by_label_contains("Less than usual").is_none(), "the answer may still be changed");
    let harness = show(Theme::Paper, PAGE, too_much, 124_000);
    harness.get_by_label("Stretch");
    harness.get_by_label("Less than usual");
    assert!(harness.query_all_by_label_contains("top well before tightness").count() > 0);
    assert!(harness.query_by_label_contains("To first tightness").is_none());
    let first = show(Theme::Paper, PAGE, &[(22_000, Input::Found), (61_000, Input::Digit(6))], 79_000);
    first.get_by_label("Get ready");
    assert!(first.query_all_by_label_contains("Less than usual: stop well before tightness").count() > 0);
}

/// STOP stands on every page of the player, whatever the phase, the window's size and the colours.
#[test]
fn every_page_has_a_stop_button_that_stops() {
    let moments: [(Inputs, u64); 15] = [
        (&[], 4_000),
        (&[], 27_000),
        // The spot is found, and the press about to begin.
        (FOUND, 24_000),
        (FOUND, 40_000),
        (FOUND, 56_000),
        // A question: open, answered, closed, and about the last hold.
        (FOUND, 61_000),
        (&[(22_000, Input::Found), (61_000, Input::Ten)], 63_000),
        (FOUND, 71_000),
        (FOUND, 109_000),
        (FOUND, 124_000),
        // Switching sides.
        (FOUND, 167_000),
        // In a pause, in the lead-in out of it, and paused over a question.
        (&[(22_000, Input::Found), (40_000, Input::Pause)], 41_000),
        (&[(22_000, Input::Found), (40_000, Input::Pause), (50_000, Input::Resume)], 51_000),
        (&[(22_000, Input::Found), (60_000, Input::Pause)], 62_000),
        // The question about symptoms.
        (&[(22_000, Input::Found), (40_000, Input::Ease), (41_000, Input::Ease)], 46_000),
    ];
    for size in [PAGE, (640.0, 480.0), (1366.0, 700.0), (590.0, 390.0)] {
        for (inputs, at) in moments {
            let mut harness = show(Theme::Dusk, size, inputs, at);
            let stop = harness.get_by_label("Stop");
            let rect = stop.rect();
            assert!(rect.width() >= 44.0 && rect.height() >= 44.0, "{size:?}: a target of {rect:?}");
            assert!(rect.max.x <= size.0 && rect.max.y <= size.1, "{size:?}: outside at {rect:?}");
            stop.click();
            harness.run();
            assert_eq!(harness.state().asked, Some(Action::Put(Input::Stop)), "{size:?} at {at} ms");
        }
    }
}

#[test]
fn each_key_in_the_foot_is_a_button_too() {
    let keys = [
        ("Pause", Input::Pause),
        ("Ease off", Input::Ease),
        ("It let go", Input::LetGo),
        ("Again", Input::Back),
        ("Go on now", Input::Skip),
        ("10 s more", Input::More),
    ];
    for (label, input) in keys {
        let mut harness = show(Theme::Paper, PAGE, FOUND, 40_000);
        harness.get_by_label(label).click();
        harness.run();
        assert_eq!(harness.state().asked, Some(Action::Put(input)), "{label}");
    }
}

#[test]
fn a_question_is_answered_by_its_numbers() {
    for (label, input) in [("4 of 10", Input::Digit(4)), ("10 of 10", Input::Ten)] {
        let mut harness = show(Theme::Paper, PAGE, FOUND, 61_000);
        harness.get_by_label(label).click();
        harness.run();
        assert_eq!(harness.state().asked, Some(Action::Put(input)));
    }
}

#[test]
fn the_sheet_has_its_four_ways_and_nothing_behind_it_can_be_pressed() {
    let stopped = &[(22_000, Input::Found), (40_000, Input::Stop)];
    let ways = [
        ("Go on", Input::Resume),
        ("Finish early and keep what is done", Input::FinishEarly),
        ("Leave this session out", Input::Discard),
        ("Something feels wrong", Input::Unwell),
    ];
    for (label, input) in ways {
        let mut harness = show(Theme::Dusk, PAGE, stopped, 41_000);
        let found: Vec<_> = harness.query_all_by_label(label).collect();
        found.last().unwrap().click();
        harness.run();
        assert_eq!(harness.state().asked, Some(Action::Put(input)), "{label}");
    }
}

#[test]
fn a_second_too_much_asks_about_symptoms_and_takes_a_click_for_yes() {
    let twice = &[(22_000, Input::Found), (40_000, Input::Ease), (41_000, Input::Ease)];
    let mut harness = show(Theme::Paper, PAGE, twice, 45_000);
    harness.get_by_label("Tingling, numb, dizzy or sick?");
    harness.get_by_label("Yes, something is wrong").click();
    harness.run();
    assert_eq!(harness.state().asked, Some(Action::Put(Input::Unwell)));
}

#[test]
fn no_sound_is_said_on_the_page() {
    let mut harness = show(Theme::Paper, PAGE, FOUND, 40_000);
    harness.get_by_label("Tones");
    harness.state_mut().heard = Heard::Nothing(Silence::Lost);
    harness.run();
    harness.get_by_label("Sound off: watch the screen");
    harness.get_by_label("The sound output is gone.");
}

/// A page where nothing is heard, with a sign on it.
fn silent(theme: Theme, size: (f32, f32), sign: Option<Sign>) -> Harness<'static, Shown> {
    let mut harness = show(theme, size, FOUND, 25_100);
    (harness.state_mut().heard, harness.state_mut().sign) = (Heard::Nothing(Silence::NoDevice), sign);
    harness.run();
    harness
}

#[test]
fn a_phase_that_is_not_heard_is_seen_from_afar() {
    picture("silent-change", &mut silent(Theme::Paper, PAGE, Some(Sign::Change)));
}

#[test]
fn a_count_in_that_is_not_heard_is_seen_at_the_edge() {
    picture("silent-mark-dusk", &mut silent(Theme::Dusk, PAGE, Some(Sign::Mark)));
}

#[test]
fn with_less_motion_nothing_turns_and_the_edge_stands() {
    let mut harness = silent(Theme::Paper, PAGE, Some(Sign::Change));
    theme::Motion::None.apply(&harness.ctx);
    harness.run();
    picture("silent-change-still", &mut harness);
}

#[test]
fn stop_is_there_through_a_sign() {
    for size in [PAGE, (640.0, 480.0)] {
        for sign in [Sign::Change, Sign::Mark] {
            let mut harness = silent(Theme::Contrast, size, Some(sign));
            harness.get_by_label("Stop").click();
            harness.run();
            assert_eq!(harness.state().asked, Some(Action::Put(Input::Stop)), "{size:?}, {sign:?}");
        }
    }
}

#[test]
fn the_number_that_stands_is_framed_larger_and_named_and_the_foot_says_any_key() {
    for theme in [Theme::Paper, Theme::Dusk, Theme::Contrast] {
        for size in [PAGE, (640.0, 480.0)] {
            let (session, now) = at_number(3);
            let mut harness = show_session(theme, size, session, now);
            let standing = harness.get_by_label("3 of 10, any key now").rect();
            let other = harness.get_by_label("5 of 10").rect();
            assert!(standing.width() >= other.width() && harness.query_by_label("3 of 10").is_none());
            assert!(harness.query_by_label("Pause").is_none(), "Space answers, too");
            harness.get_by_label("Your number").click();
            harness.run();
            assert_eq!(harness.state().asked, Some(Action::Put(Input::Digit(3))));
        }
    }
    let (session, now) = at_number(4);
    picture("scan-paper", &mut show_session(Theme::Paper, PAGE, session, now));
}

#[test]
fn before_and_after_the_numbers_the_card_is_as_ever() {
    let (mut session, now) = at_number(0);
    session.apply(Input::Digit(2), now);
    let harness = show_session(Theme::Paper, PAGE, session, now);
    assert!(harness.query_by_label_contains("any key now").is_none(), "an answer stops the numbers");
    harness.get_by_label("Pause");
    let (session, now) = at_number(10);
    let mut after = show_session(Theme::Paper, PAGE, session, now);
    after.get_by_label("10 of 10, any key now");
    let shown = after.state_mut();
    shown.now += Duration::from_millis(1500);
    after.run();
    assert!(after.query_by_label_contains("any key now").is_none());
}

#[test]
fn the_choice_that_stands_on_the_sheet_is_framed_and_named() {
    let (mut session, now) = at_number(2);
    let opened = now + Duration::from_secs(1);
    session.apply(Input::Stop, opened);
    for (after, label) in [(6_000, "Go on?"), (8_500, "Finish here, and keep it?"), (11_000, "Something feels wrong?")]
    {
        let harness = show_session(Theme::Dusk, PAGE, session.clone(), opened + Duration::from_millis(after));
        harness.get_by_label(&format!("{label}: any key now"));
        harness.get_by_label_contains("Any key: the framed choice.");
    }
    let early = show_session(Theme::Dusk, PAGE, session.clone(), opened + Duration::from_secs(5));
    assert!(early.query_by_label_contains("any key now").is_none(), "nothing stands while the question is put");
    for size in [PAGE, (640.0, 480.0)] {
        let harness = show_session(Theme::Contrast, size, session.clone(), opened + Duration::from_millis(11_000));
        let hint = harness.get_by_label_contains("Any key: the framed choice.").rect();
        assert!(hint.max.y <= size.1, "{size:?}: {hint:?}");
    }
    let framed = opened + Duration::from_millis(8_500);
    picture("sheet-scan-dusk", &mut show_session(Theme::Dusk, PAGE, session, framed));
    let plain = show(Theme::Dusk, PAGE, &[(22_000, Input::Found), (40_000, Input::Stop)], 48_500);
    assert!(plain.query_by_label_contains("any key").is_none(), "without scanning the sheet is as ever");
}

/// In floor mode STOP is large, stays in sight beside the rest, and the whole window is a button with a name.
#[test]
fn floor_mode_has_three_things_and_large_targets_on_every_page() {
    let moments: [(Inputs, u64, &str); 6] = [
        (&[], 27_000, "Anywhere: found it"),
        (FOUND, 40_000, "Anywhere: ease off"),
        (FOUND, 61_000, "Anywhere at your number"),
        (FOUND, 124_000, "Anywhere: ease off"),
        (&[(22_000, Input::Found), (40_000, Input::Pause)], 41_000, "Right click: go on"),
        (&[(22_000, Input::Found), (40_000, Input::Ease), (41_000, Input::Ease)], 46_000, "Anywhere: yes"),
    ];
    for size in [PAGE, (640.0, 480.0), (1366.0, 700.0)] {
        for (inputs, at, says) in moments {
            let mut harness = show(Theme::Dusk, size, inputs, at);
            harness.state_mut().floor = Some(Floor { scans: true });
            harness.run();
            assert_eq!(harness.query_all_by_label(says).count(), 2, "{says} in {size:?}: the button, and its words");
            let stop = harness.get_by_label("Stop").rect();
            assert!(stop.height() >= 88.0, "{size:?}: {stop:?}");
            assert!(stop.max.x <= size.0 && stop.max.y <= size.1, "{size:?}: outside at {stop:?}");
            if says == "Anywhere at your number" {
                let five = harness.get_by_label("5 of 10").rect();
                assert!(!five.intersects(stop), "{size:?}: {five:?} under {stop:?}");
            }
            harness.get_by_label("Stop").click();
            harness.run();
            assert_eq!(harness.state().asked, Some(Action::Put(Input::Stop)), "{size:?} at {at} ms");
        }
    }
}

#[test]
fn the_large_button_answers_to_the_press_and_to_a_screen_reader() {
    let mut harness = show(Theme::Paper, PAGE, FOUND, 40_000);
    harness.state_mut().floor = Some(Floor { scans: false });
    harness.run();
    harness.event(egui::Event::PointerMoved(egui::pos2(300.0, 300.0)));
    harness.run();
    let press = |button, pressed| egui::Event::PointerButton {
        pos: egui::pos2(300.0, 300.0),
        button,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    for (button, key) in [(egui::PointerButton::Primary, Key::Other), (egui::PointerButton::Secondary, Key::Space)] {
        harness.event(press(button, true));
        harness.run();
        assert_eq!(harness.state_mut().asked.take(), Some(Action::Hands(Hands::Strike(key))), "at once");
        harness.event(press(button, false));
        harness.run();
        assert_eq!(harness.state().asked, None, "and once");
    }
    harness.get_by_role_and_label(egui::accesskit::Role::Button, "Anywhere: ease off").click_accesskit();
    harness.run();
    assert_eq!(harness.state().asked, Some(Action::Hands(Hands::Strike(Key::Other))));
}

#[test]
fn floor_mode_at_dusk() {
    let mut harness = show(Theme::Dusk, PAGE, FOUND, 40_000);
    harness.state_mut().floor = Some(Floor { scans: true });
    harness.set_pixels_per_point(0.5);
    harness.run();
    picture("floor-dusk", &mut harness);
}

#[test]
fn a_window_of_any_size_is_drawn() {
    for size in [(1.0, 1.0), (1.0, 900.0), (2400.0, 1.0), (300.0, 900.0), (2400.0, 200.0)] {
        for now in [1_000, 25_000, 45_000, 75_000] {
            show(Theme::Paper, size, &[], now).run();
        }
        show(Theme::Paper, size, &[(45_000, Input::Stop)], 46_000).run();
    }
}

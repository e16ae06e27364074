//! What the summary screen shows and asks for.

use std::time::Duration;

use eframe::egui::{Key, Ui, UiBuilder, Vec2, vec2};
use egui_kittest::{Harness, SnapshotOptions, kittest::Queryable};
use kneadwell::practice::measure::{Discomfort, Pain, Side};
use kneadwell::practice::safety::effects::{AfterEffects, Effect};
use kneadwell::practice::tally::{Hold, PointTally, Tally};
use kneadwell::ui::action::{Action, Asked, Banner, DecisionLine, Room, SummaryView, Way};
use kneadwell::ui::shell::shell;
use kneadwell::ui::summary::{SummaryDraft, summary};
use kneadwell::ui::theme::{self, Theme};
use kneadwell::words::place;

/// What a screen drew from, and what it asked for last.
pub struct Shown<D> {
    pub draft: D,
    pub asked: Option<Action>,
}

pub type Window<D> = Harness<'static, Shown<D>>;

/// The sizes every screen has to stay usable at: points, and pixels to a point.
pub const SIZES: [(Vec2, f32); 3] = [(vec2(1180.0, 780.0), 1.0), (vec2(1024.0, 640.0), 1.0), (vec2(590.0, 390.0), 2.0)];

/// A page in its frame.
pub fn page<D: 'static>(
    theme: Theme,
    (size, zoom): (Vec2, f32),
    draft: D,
    mut draw: impl FnMut(&mut Ui, &mut D) -> Option<Action> + 'static,
) -> Window<D> {
    window(theme, (size, zoom), draft, move |ui, draft| shell(ui, Room::Today, |ui| draw(ui, draft)))
}

/// A whole window.
pub fn window<D: 'static>(
    theme: Theme,
    (size, zoom): (Vec2, f32),
    draft: D,
    mut draw: impl FnMut(&mut Ui, &mut D) -> Option<Action> + 'static,
) -> Window<D> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(zoom)
        .with_context_setup(move |ctx| {
            theme::install(ctx);
            theme::apply(ctx, theme);
        })
        .build_ui_state(
            move |ui, shown: &mut Shown<D>| {
                let window = ui.ctx().content_rect();
                ui.painter().rect_filled(window, 0.0, theme.tokens().ground);
                let asked = ui.scope_builder(UiBuilder::new().max_rect(window), |ui| draw(ui, &mut shown.draft)).inner;
                shown.asked = asked.or_else(|| shown.asked.take());
            },
            Shown { draft, asked: None },
        );
    harness.run();
    harness
}

/// Every size, light and dark.
pub fn windows() -> impl Iterator<Item = (Theme, (Vec2, f32))> {
    [Theme::Paper, Theme::Dusk].into_iter().flat_map(|theme| SIZES.map(|size| (theme, size)))
}

pub fn picture<D>(name: &str, harness: &mut Window<D>) {
    let options = SnapshotOptions::new().output_path("tests/screens/snapshots").max_failed_pixels(20);
    harness.snapshot_options(name, &options);
}

/// Presses Tab until that has the focus, in sight, and then Space.
pub fn reach<D>(harness: &mut Window<D>, label: &str) {
    let has_focus = |harness: &Window<D>| harness.query_by_label(label).is_some_and(|node| node.is_focused());
    let reached = (0..80).any(|_| {
        harness.key_press(Key::Tab);
        harness.run();
        has_focus(harness)
    });
    assert!(reached, "the keyboard does not reach {label}");
    let window = harness.ctx.content_rect();
    assert!(window.contains_rect(harness.get_by_label(label).rect()), "{label} has the focus out of sight");
    harness.key_press(Key::Space);
    harness.run();
}

fn hold(held: u64, eased: Option<u64>, let_go: Option<u64>) -> Hold {
    let seconds = Duration::from_secs;
    Hold { held: seconds(held), planned: seconds(35), eased: eased.map(seconds), let_go: let_go.map(seconds) }
}

fn point(point: usize, site: &str, side: Side, holds: &[Hold], answers: [(u8, Option<u8>); 2]) -> PointTally {
    let answers = answers.into_iter().filter(|answer| usize::from(answer.0) <= holds.len());
    PointTally {
        point,
        site: site.to_owned(),
        side: Some(side),
        holds: holds.to_vec(),
        stretches: 2,
        answers: answers.map(|(round, level)| (round, level.and_then(Discomfort::new))).collect(),
    }
}

fn tally() -> Tally {
    let whole = hold(35, None, None);
    let points = vec![
        point(0, "upper-trapezius", Side::Left, &[whole; 3], [(1, Some(4)), (3, Some(3))]),
        point(
            1,
            "levator-scapulae",
            Side::Right,
            &[whole, hold(20, Some(12), None), whole],
            [(1, Some(5)), (3, Some(5))],
        ),
        point(2, "rhomboids", Side::Left, &[whole, whole, hold(23, None, Some(23))], [(1, Some(3)), (3, None)]),
        point(3, "infraspinatus", Side::Left, &[whole; 2], [(1, Some(3)), (2, Some(4))]),
    ];
    Tally { points, eases: 1, active: Duration::from_secs(14 * 60) }
}

fn shown(theme: Theme, size: (Vec2, f32), change: impl Fn(&mut SummaryView<'_>) + 'static) -> Window<SummaryDraft> {
    let tally = tally();
    page(theme, size, SummaryDraft::default(), move |ui, draft| {
        let names = |site: &str| (place::name_of(site), place::common_of(site));
        let mut view = SummaryView {
            tally: &tally,
            planned_points: 4,
            ended_early: false,
            pain_before: Pain::new(4),
            pain_after: Asked::Open,
            standing: None,
            region: "neck and shoulder",
            names: &names,
            effects: &AfterEffects::default(),
            next: &[],
            next_day: None,
            banners: &[],
        };
        change(&mut view);
        summary(ui, &view, draft)
    })
}

fn plain() -> Window<SummaryDraft> {
    shown(Theme::Paper, SIZES[0], |_| ())
}

#[test]
fn the_number_that_any_key_answers_with_is_named_and_framed() {
    for (theme, size) in windows() {
        let harness = shown(theme, size, |view| view.standing = Some(4));
        let standing = harness.get_by_label("Pain 4 of 10, any key now").rect();
        assert!(standing.width() > harness.get_by_label("Pain 5 of 10").rect().width() - 1.0);
        assert!(harness.query_by_label("Pain 4 of 10").is_none());
    }
    let mut harness = shown(Theme::Paper, SIZES[0], |view| view.standing = Some(4));
    harness.get_by_label("Any key: your number");
    picture("summary-scan-paper", &mut harness);
}

#[test]
fn every_button_answers() {
    let mut harness = plain();
    harness.get_by_label("Pain 3 of 10").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Pain::new(3).map(Action::PainAfter));
    harness.get_by_label("Something felt wrong").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Some(Action::SomethingNew));
    harness.get_by_label("A note, if you like").scroll_to_me();
    harness.run();
    harness.get_by_label("A note, if you like").click();
    harness.run();
    harness.get_by_label("A note, if you like").type_text("slept well");
    harness.run();
    harness.get_by_label("Done").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Some(Action::Done { note: "slept well".to_owned() }));
}

#[test]
fn the_title_says_how_it_ended() {
    plain().get_by_label("Done: 4 of 4 points, 14 min");
    plain().get_by_label("11 holds and 8 stretches. You eased off once, which is what the key is for.");
    let early = shown(Theme::Paper, SIZES[0], |view| (view.ended_early, view.planned_points) = (true, 6));
    early.get_by_label("Finished early: 4 of 6 points, 14 min");
}

#[test]
fn what_happened_is_said_in_words() {
    let harness = plain();
    for words in ["less tender", "the same", "more tender", "not answered"] {
        harness.get_by_label(words);
    }
    harness.get_by_label("eased off at 12 s in hold 2");
    harness.get_by_label("let go after 23 s in hold 3");
    harness.get_by_label("Holds: 2 whole, 1 in part, 0 left out");
    harness.get_by_label_contains("Levator scapulae, right: you eased off here.");
}

fn known() -> &'static [DecisionLine] {
    let line = |way, stressed: &str, plain: &str, why: &str| DecisionLine {
        way,
        stressed: stressed.to_owned(),
        plain: plain.to_owned(),
        why: why.to_owned(),
    };
    Box::leak(Box::new([
        line(Way::Same, "Same level for three points.", "Tomorrow's answer decides the rest.", ""),
        line(
            Way::Down,
            "Right stiff-neck muscle starts a little lower:",
            "aim for 3 to 4, because you eased off.",
            "P-EASE: after an ease the next session begins one lower. You eased off at 12 s in hold 2.",
        ),
    ]))
}

fn with_next(view: &mut SummaryView<'_>) {
    (view.next, view.next_day) = (known(), Some("Saturday 21 November"));
}

#[test]
fn what_is_known_about_the_next_session_is_told() {
    let mut harness = shown(Theme::Paper, SIZES[0], with_next);
    harness.get_by_label("Saturday 21 November");
    harness.get_by_label("Same level for three points. Tomorrow's answer decides the rest.");
    assert!(harness.query_by_label("The same dose next time.").is_none(), "a guess stands beside what is known");
    let why = "P-EASE: after an ease the next session begins one lower. You eased off at 12 s in hold 2.";
    assert!(harness.query_by_label(why).is_none());
    harness.get_by_label_contains("Why: Right stiff-neck muscle").click();
    harness.run();
    harness.get_by_label(why);
}

#[test]
fn what_is_felt_since_the_press_is_asked_at_once() {
    let mut harness = plain();
    let mut asked = |label: &str| {
        harness.get_by_label(label).scroll_to_me();
        harness.run();
        harness.get_by_label(label).click();
        harness.run();
        harness.state_mut().asked.take()
    };
    let answer =
        |effects| Some(Action::EffectsAfter(AfterEffects { effects: Some(effects), ..AfterEffects::default() }));
    assert_eq!(asked("None of these"), answer(vec![]));
    assert_eq!(asked("Headache"), answer(vec![Effect::Headache]));
    assert!(plain().query_by_label("Skin mark for over a day").is_none(), "nobody can know yet");
    let ticked: &'static AfterEffects =
        Box::leak(Box::new(AfterEffects { effects: Some(vec![Effect::Headache]), ..AfterEffects::default() }));
    let mut harness = shown(Theme::Paper, SIZES[0], move |view| view.effects = ticked);
    harness.get_by_label("Bruise up to 2 cm").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), answer(vec![Effect::Bruise, Effect::Headache]));
}

#[test]
fn an_answer_can_be_added_and_corrected() {
    let mut harness = plain();
    harness.get_by_label("Correct an answer").click();
    harness.run();
    harness.get_by_label("After hold 3: how strong was the press?");
    harness.get_by_label("2 of 10").click();
    harness.run();
    let answer = |point, side, round, level| {
        Discomfort::new(level).map(|level| Action::Tenderness { point, side: Some(side), round, level })
    };
    assert_eq!(harness.state_mut().asked.take(), answer(2, Side::Left, 3, 2));
    assert!(harness.query_by_label("2 of 10").is_none(), "the numbers stay open");
    harness.get_by_label("Levator scapulae, right, after hold 1: 5").click();
    harness.run();
    harness.get_by_label("10 of 10").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), answer(1, Side::Right, 1, 10));
    harness.get_by_label("Infraspinatus, left, after hold 2: 4").click();
    harness.run();
    harness.get_by_label("Leave it").click();
    harness.run();
    assert_eq!((harness.state().draft.correcting, harness.state_mut().asked.take()), (None, None));
}

#[test]
fn kept_is_said_only_once_it_is_kept() {
    let given = |kept| {
        shown(Theme::Paper, SIZES[0], move |view| {
            view.pain_after = Pain::new(3).map_or(Asked::Open, |pain| Asked::Given { pain, kept });
        })
    };
    given(true).get_by_label("Kept.");
    assert!(given(false).query_by_label("Kept.").is_none());
}

#[test]
fn a_banner_can_be_put_away() {
    let banners: &'static [Banner] =
        Box::leak(Box::new([Banner { warns: true, text: "The disk is full.".to_owned() }]));
    let mut harness = shown(Theme::Paper, SIZES[0], move |view| view.banners = banners);
    harness.get_by_label("Put away").click();
    harness.run();
    assert_eq!(harness.state_mut().asked.take(), Some(Action::Dismiss(0)));
}

#[test]
fn the_keyboard_does_everything_in_every_window() {
    for (theme, size) in windows() {
        let mut harness = shown(theme, size, |_| ());
        reach(&mut harness, "Rhomboids, left, after hold 3: not answered");
        reach(&mut harness, "7 of 10");
        assert!(matches!(harness.state_mut().asked.take(), Some(Action::Tenderness { point: 2, round: 3, .. })));
        reach(&mut harness, "Pain 10 of 10");
        assert_eq!(harness.state_mut().asked.take(), Pain::new(10).map(Action::PainAfter));
        reach(&mut harness, "None of these");
        assert!(matches!(harness.state_mut().asked.take(), Some(Action::EffectsAfter(_))));
        reach(&mut harness, "Done");
        assert_eq!(harness.state_mut().asked.take(), Some(Action::Done { note: String::new() }));
    }
}

#[test]
fn it_looks_as_drawn() {
    let mut harness = shown(Theme::Paper, SIZES[0], |view| {
        view.pain_after = Pain::new(3).map_or(Asked::Open, |pain| Asked::Given { pain, kept: true });
    });
    picture("summary-paper", &mut harness);
}

#[test]
fn it_looks_as_drawn_with_what_is_known() {
    let ticked: &'static AfterEffects =
        Box::leak(Box::new(AfterEffects { effects: Some(vec![Effect::Headache]), ..AfterEffects::default() }));
    let mut harness = shown(Theme::Dusk, SIZES[0], move |view| {
        with_next(view);
        view.effects = ticked;
    });
    picture("summary-effects-dusk", &mut harness);
}

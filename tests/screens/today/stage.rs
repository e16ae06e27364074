//! The stage on which screens are drawn, and a program for them to show.
#![expect(clippy::unwrap_used, reason = "a stage that cannot be set up is a test that fails")]

use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Ui, accesskit::Role, vec2};
use egui_kittest::{Harness, Node, SnapshotOptions, kittest::NodeT, kittest::Queryable};
use jiff::civil::{Weekday, date};
use kneadwell::practice::library::{Site, Tool};
use kneadwell::practice::measure::{Amount, Bounds, Discomfort, Seconds, Side, Sides};
use kneadwell::practice::program::{
    Hold, Limits, Place, Point, Prescribed, Press, Program, Progression, Roll, Routine, Schedule, Stretch,
};
use kneadwell::ui::action::{Action, Room};
use kneadwell::ui::shell::shell;
use kneadwell::ui::theme::{self, Theme};

/// A window in which a screen is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub theme: Theme,
    pub width: f32,
    pub height: f32,
}

impl Look {
    pub const PAPER: Self = Self { theme: Theme::Paper, width: 1180.0, height: 780.0 };

    /// The windows in which nothing may be lost: ordinary, a small laptop, and everything at twice and three times its size.
    pub fn all() -> impl Iterator<Item = Self> {
        let sizes = [(1180.0, 780.0), (1024.0, 640.0), (590.0, 390.0), (394.0, 260.0), (1600.0, 900.0)];
        let themes = [Theme::Paper, Theme::Dusk];
        themes
            .into_iter()
            .flat_map(move |theme| sizes.into_iter().map(move |(width, height)| Self { theme, width, height }))
            .chain([Self { theme: Theme::Contrast, ..Self::PAPER }])
    }
}

/// Puts a screen in its frame, and keeps what is asked for.
pub fn stage<'a>(
    look: Look,
    room: Room,
    mut draw: impl FnMut(&mut Ui) -> Option<Action> + 'a,
) -> Harness<'a, Vec<Action>> {
    let mut harness = Harness::builder()
        .with_size(vec2(look.width, look.height))
        .with_context_setup(move |ctx| {
            theme::install(ctx);
            theme::apply(ctx, look.theme);
        })
        .build_ui_state(
            move |ui, asked: &mut Vec<Action>| {
                let window = ui.ctx().content_rect();
                ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(window), |ui| {
                    asked.extend(shell(ui, room, |ui| draw(ui)));
                });
            },
            Vec::new(),
        );
    harness.run();
    harness
}

/// Clicks what has this name, and returns what that asked for.
pub fn click(harness: &mut Harness<'_, Vec<Action>>, name: &str) -> Vec<Action> {
    harness.get_by_label(name).scroll_to_me();
    harness.run();
    harness.state_mut().clear();
    harness.get_by_label(name).click();
    harness.run();
    std::mem::take(harness.state_mut())
}

pub fn picture(name: &str, harness: &mut Harness<'_, Vec<Action>>) {
    // Half the size is enough to see that something moved.
    harness.set_pixels_per_point(0.5);
    harness.run();
    let options = SnapshotOptions::new().output_path("tests/screens/snapshots/rooms").max_failed_pixels(20);
    harness.snapshot_options(name, &options);
}

/// Every text lies inside the window from left to right, and none lies over another.
pub fn nothing_is_lost(harness: &Harness<'_, Vec<Action>>, look: Look) {
    nothing_is_lost_but(harness, look, |_| false);
}

/// As [`nothing_is_lost`], not counting the names of what overlaps on purpose.
pub fn nothing_is_lost_but(harness: &Harness<'_, Vec<Action>>, look: Look, overlaps: impl Fn(&str) -> bool) {
    let mut texts: Vec<(String, Rect)> = Vec::new();
    for node in harness.root().children_recursive() {
        let access = node.accesskit_node();
        let words = access.label().or_else(|| access.value()).unwrap_or_default();
        let spoken = matches!(
            access.role(),
            Role::Label | Role::Button | Role::RadioButton | Role::Switch | Role::Tab | Role::Slider
        );
        if spoken && !words.is_empty() && !overlaps(&words) {
            texts.push((words, node.rect()));
        }
    }
    for (words, rect) in &texts {
        assert!(rect.left() >= -0.5 && rect.right() <= look.width + 0.5, "“{words}” at {rect:?} leaves {look:?}");
    }
    for (i, (words, rect)) in texts.iter().enumerate() {
        for (other, lies) in &texts[i + 1..] {
            let both = rect.intersect(*lies);
            let inside = rect.expand(2.0).contains_rect(*lies) || lies.expand(2.0).contains_rect(*rect);
            assert!(
                inside || both.width() <= 3.0 || both.height() <= 3.0,
                "“{words}” at {rect:?} lies over “{other}” at {lies:?} in {look:?}"
            );
        }
    }
}

/// Walks through the screen with the Tab key and returns the names of what it comes to.
pub fn walk(harness: &mut Harness<'_, Vec<Action>>, steps: usize) -> Vec<String> {
    (0..steps)
        .filter_map(|_| {
            harness.key_press(Key::Tab);
            harness.run();
            let focused = harness.root().children_recursive().find(Node::is_focused)?;
            let rect = focused.rect();
            let window = harness.ctx.content_rect();
            assert!(window.expand(1.0).contains_rect(rect), "{:?} is out of sight", focused.accesskit_node().label());
            focused.accesskit_node().label()
        })
        .collect()
}

pub fn bounds<T>(start: T, min: T, max: T, step: T) -> Amount<T> {
    Amount::Bounded(Bounds { start, min, max, step })
}

fn level(level: u8) -> Discomfort {
    Discomfort::new(level).unwrap()
}

fn point(site: &str, side: Side, tool: Tool, holds: u8, stretch: u32) -> Point {
    let hold = Hold {
        hold: bounds(Seconds(30), Seconds(20), Seconds(45), Seconds(5)),
        holds: Amount::Locked(holds),
        rest: Seconds(15),
        ramp: Seconds(5),
        release: Seconds(5),
        feel: None,
    };
    let stretch = Stretch {
        hold: bounds(Seconds(stretch), Seconds(15), Seconds(40), Seconds(5)),
        reps: Amount::Locked(2),
        rest: Seconds(10),
    };
    Point {
        place: Place::Known(Site::find(site).unwrap()),
        sides: Sides::One(side),
        tool: Some(tool),
        ceiling: None,
        press: Some(Press::Hold(hold)),
        stretch: Some(stretch),
        finish: None,
        note: None,
    }
}

/// A program with four points, as a therapist might write it.
pub fn sample() -> Program {
    Program {
        title: "Desk neck and shoulders".to_owned(),
        prescribed: Prescribed {
            by: "M. Okafor, physiotherapist".to_owned(),
            contact: Some("m.okafor@example.org".to_owned()),
            on: Some(date(2026, 11, 9)),
            review: Some(date(2026, 12, 6)),
            until: Some(date(2026, 12, 4)),
        },
        schedule: Schedule {
            days_per_week: 3,
            sessions_per_day: 1,
            days: vec![Weekday::Monday, Weekday::Thursday, Weekday::Saturday],
        },
        limits: Limits { ceiling: level(5), session: Seconds(20 * 60) },
        progression: Progression { good_days: 3, min_days_between_steps: 5, order: vec![] },
        stop_if: vec!["A new headache".to_owned(), "Tingling that goes below the elbow".to_owned()],
        notes: Some("Warm the shoulders for a minute first. Keep the first week easy.".to_owned()),
        routines: vec![Routine {
            name: "Whole session".to_owned(),
            points: vec![
                point("upper-trapezius", Side::Left, Tool::Cane, 3, 20),
                point("levator-scapulae", Side::Right, Tool::BallFirm, 3, 20),
                point("rhomboids", Side::Left, Tool::BallFirm, 3, 30),
                point("infraspinatus", Side::Left, Tool::BallFirm, 2, 30),
            ],
        }],
    }
}

/// The sample with a second routine of other techniques, a note on a point, and long words.
pub fn rich() -> Program {
    let mut program = sample();
    let mut rolled = point("infraspinatus", Side::Left, Tool::Roller, 2, 30);
    rolled.sides = Sides::Both;
    rolled.press = Some(Press::Roll(Roll { length: Seconds(60), sets: 2, rest: Seconds(20), feel: None }));
    rolled.note = Some("Side-on to the wall, the arm across the chest, and no further than the edge.".to_owned());
    program.notes = Some("Warm the shoulders for a minute first. ".repeat(9).trim().to_owned());
    program.routines.push(Routine { name: "Short evening".to_owned(), points: vec![rolled] });
    program
}

/// Clicks where nothing has a name of its own.
pub fn click_at(harness: &mut Harness<'_, Vec<Action>>, at: Pos2) {
    harness.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
    }
    harness.run();
}

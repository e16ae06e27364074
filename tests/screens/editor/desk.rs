//! The window with a hand on it: it types, clicks, presses and drags.
#![expect(clippy::panic, reason = "what is looked for and not there is a test that fails")]

use std::path::Path;
use std::time::Duration;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::{Harness, Node, SnapshotOptions, SnapshotResults, kittest::NodeT, kittest::Queryable};
use jiff::Zoned;
use kneadwell::app::App;
use kneadwell::world::World;
use kneadwell::world::clock::{Clock, Hand};
use kneadwell::world::settings::Theme;
use kneadwell::world::sound::Sound;

const EVENING: &str = "2026-11-22T18:00:00+00:00[Europe/London]";

/// The window, with its clock in hand.
pub struct Desk {
    pub harness: Harness<'static, App>,
    hand: Hand,
}

impl Desk {
    pub fn open(folder: &Path) -> Self {
        Self::dressed(folder, Theme::Paper, vec2(1180.0, 780.0))
    }

    pub fn dressed(folder: &Path, theme: Theme, size: Vec2) -> Self {
        let (clock, hand) = Clock::by_hand(EVENING.parse::<Zoned>().unwrap());
        let (mut world, found) = World::open(clock, Some(folder.to_owned())).unwrap();
        world.sound = Sound::off();
        world.settings.theme = theme;
        world.settings.reduce_motion = true;
        let harness = Harness::builder()
            .with_size(size)
            .with_max_steps(64)
            .build_eframe(move |context| App::new(&context.egui_ctx, world, &found, None));
        let mut desk = Self { harness, hand };
        desk.steps(2);
        desk
    }

    /// Opens the editor on an empty draft.
    pub fn from_nothing(folder: &Path) -> Self {
        let mut desk = Self::open(folder);
        desk.click("Program");
        desk.click("From nothing");
        desk
    }

    pub fn steps(&mut self, count: usize) {
        for _ in 0..count {
            self.harness.step();
        }
    }

    pub fn told(&self) -> String {
        let nodes = self.harness.root().children_recursive();
        nodes.filter_map(|node| said(&node)).collect::<Vec<_>>().join("\n")
    }

    pub fn node<'a>(&'a self, label: &'a str) -> Node<'a> {
        let found = self.harness.query_all_by_label(label).next();
        found.unwrap_or_else(|| panic!("“{label}” is not there:\n{}", self.told()))
    }

    pub fn has(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    pub fn click(&mut self, label: &str) {
        self.node(label).scroll_to_me();
        self.steps(3);
        self.node(label).click();
        self.steps(3);
    }

    pub fn field<'a>(&'a self, label: &'a str) -> Node<'a> {
        let is_field =
            |node: &Node<'_>| matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput);
        let found = self.harness.query_all_by_label(label).find(is_field);
        found.unwrap_or_else(|| panic!("no field “{label}”:\n{}", self.told()))
    }

    pub fn value(&self, label: &str) -> String {
        self.field(label).accesskit_node().value().unwrap_or_default()
    }

    /// Types at the end of what stands in a field.
    pub fn write(&mut self, label: &str, words: &str) {
        self.field(label).focus();
        self.steps(3);
        self.press(Key::End);
        self.field(label).type_text(words);
        self.steps(3);
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.steps(3);
    }

    pub fn chord(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.steps(3);
    }

    /// Finds a place by its name, the first that is found.
    pub fn find(&mut self, words: &str) {
        self.write("Find the place", words);
        self.press(Key::Enter);
    }

    pub fn point(&mut self, place: &str, side: &str) {
        self.click("Add a point");
        self.find(place);
        if !side.is_empty() {
            self.click(side);
        }
    }

    /// The rows of the points, as a screen reader hears them.
    pub fn rows(&self) -> Vec<String> {
        let all = self.harness.root().children_recursive();
        let labels = all.filter_map(|node| said(&node));
        labels.filter(|label| label.starts_with("Point ")).collect()
    }

    pub fn row(&self, start: &str) -> Node<'_> {
        let is_it = |node: &Node<'_>| said(node).is_some_and(|label| label.starts_with(start));
        self.harness.root().children_recursive().find(is_it).unwrap_or_else(|| panic!("{start}: {:?}", self.rows()))
    }

    pub fn open_row(&mut self, start: &str) {
        self.row(start).scroll_to_me();
        self.steps(3);
        self.row(start).click();
        self.steps(4);
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        let button = |pos, pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.harness.event(Event::PointerMoved(from));
        self.harness.event(button(from, true));
        self.harness.step();
        for part in 1_u8..=4 {
            self.harness.event(Event::PointerMoved(from.lerp(to, f32::from(part) / 4.0)));
            self.harness.step();
        }
        self.harness.event(button(to, false));
        self.steps(3);
    }

    pub fn pass(&mut self, seconds: u64) {
        for _ in 0..seconds {
            self.hand.advance(Duration::from_secs(1));
            self.harness.step();
        }
    }

    pub fn picture(mut self, name: &str) -> SnapshotResults {
        let options = SnapshotOptions::new().output_path("tests/screens/snapshots/rooms").max_failed_pixels(40);
        self.harness.snapshot_options(name, &options);
        self.harness.take_snapshot_results()
    }
}

/// What a screen reader says of it.
pub fn said(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    node.label().or_else(|| node.value()).filter(|words| !words.is_empty())
}

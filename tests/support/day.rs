//! One day at the window, with its clock in hand.

use std::path::Path;
use std::time::Duration;

use eframe::egui::{Key, vec2};
use egui_kittest::{Harness, kittest::Queryable};
use jiff::Zoned;
use kneadwell::app::App;
use kneadwell::world::World;
use kneadwell::world::clock::{Clock, Hand};
use kneadwell::world::sound::Sound;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

/// What a person says of one session.
pub struct Said {
    pub before: u8,
    /// The digit that is pressed when it is asked how strong a press was.
    pub felt: &'static str,
    pub after: u8,
}

/// The window on one day.
pub struct Window {
    harness: Harness<'static, App>,
    hand: Hand,
}

impl Window {
    /// Opens it in the evening of a day; where no program is in force yet, on a file, which is said yes to.
    pub fn open(data: &Path, date: &str, file: &Path) -> Self {
        let (clock, hand) = Clock::by_hand(format!("{date}T18:00:00+00:00[Europe/London]").parse::<Zoned>().unwrap());
        let (mut world, found) = World::open(clock, Some(data.to_owned())).unwrap();
        world.sound = Sound::off();
        let file = world.store.in_force().unwrap().is_none().then(|| file.to_owned());
        let is_new = file.is_some();
        let harness = Harness::builder()
            .with_size(vec2(1180.0, 780.0))
            .with_max_steps(32)
            .build_eframe(move |context| App::new(&context.egui_ctx, world, &found, file));
        let mut window = Self { harness, hand };
        window.harness.step();
        if is_new {
            window.click("Use this program");
        }
        window
    }

    pub fn click(&mut self, label: &str) {
        let exact = self.harness.query_all_by_label(label).next();
        let found = exact.or_else(|| self.harness.query_all_by_label_contains(label).next());
        found.unwrap_or_else(|| panic!("{label} is not there:\n{}", self.told())).click();
        self.harness.step();
        self.harness.step();
    }

    fn told(&self) -> String {
        let nodes = self.harness.query_all_by_label_contains("");
        nodes
            .filter_map(|node| egui_kittest::kittest::NodeT::accesskit_node(&node).label())
            .collect::<Vec<_>>()
            .join("\n")
    }

    pub fn sees(&self, words: &str) {
        let found = self.harness.query_all_by_label_contains(words).next().is_some();
        assert!(found, "{words} is not there:\n{}", self.told());
    }

    pub fn misses(&self, label: &str) {
        assert!(self.harness.query_all_by_label(label).next().is_none(), "{label} is there");
    }

    fn pass(&mut self, seconds: u64) {
        for _ in 0..seconds {
            self.hand.advance(Duration::from_secs(1));
            self.harness.step();
        }
    }

    /// The pain now, and nothing of the long list, on the first day.
    pub fn answer_the_long_list(&mut self, before: u8) {
        self.click(&format!("{before} of 10"));
        self.click("Nothing new since last time");
        self.click("None of these apply");
    }

    /// The next-day question: this pain, no soreness, and nothing else. It is the pain before today's session, too.
    pub fn tell_of_yesterday(&mut self, pain: u8) {
        self.click(&format!("{pain} of 10"));
        self.click("No soreness");
        self.click("None of these");
        self.click("That is all");
    }

    /// A whole session from Start to Done.
    pub fn session(&mut self, said: &Said) {
        let before = format!("{} of 10", said.before);
        if self.harness.query_all_by_label_contains("How is the pain in your").next().is_some()
            && self.harness.query_all_by_label(&before).next().is_some()
        {
            self.click(&before);
        }
        self.click("Nothing new since last time");
        self.click("Start");
        self.sees("Get ready");
        for _ in 0..1200 {
            self.pass(1);
            if self.harness.query_all_by_label_contains("how strong was the press?").next().is_some() {
                self.harness.key_press(Key::from_name(said.felt).unwrap());
                self.harness.step();
            }
            if self.harness.query_all_by_label_contains("Done: ").next().is_some() {
                break;
            }
        }
        self.click(&format!("{} of 10", said.after));
        self.click("Done");
    }

    /// Opens the sheet and marks a sign, and comes as far as the page that says to stop.
    pub fn stops_for(&mut self, sign: &str) {
        self.pass(5);
        for _ in 0..2 {
            self.harness.key_press(Key::Escape);
            self.harness.step();
            self.harness.step();
        }
        self.click(sign);
        self.click("Continue");
        self.sees("I ticked this by mistake");
    }

    /// Clicks the last of several that have this label.
    pub fn click_last(&mut self, label: &str) {
        self.harness.query_all_by_label(label).last().unwrap().click();
        self.harness.step();
        self.harness.step();
    }

    /// Records that a clinician has said to go on.
    pub fn release(&mut self, by: &str) {
        self.click("Record a go-ahead");
        let name = self.harness.query_all_by_role(eframe::egui::accesskit::Role::TextInput).next().unwrap();
        name.focus();
        self.harness.step();
        let name = self.harness.query_all_by_role(eframe::egui::accesskit::Role::TextInput).next().unwrap();
        name.type_text(by);
        self.harness.step();
        self.harness.step();
        self.click("Save");
    }
}

/// What a second client reads from the journal.
pub fn rows(data: &Path, sql: &str) -> Vec<String> {
    let journal = Connection::open_with_flags(data.join("journal.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut asked = journal.prepare(sql).unwrap();
    let columns = asked.column_count();
    let row = |row: &rusqlite::Row<'_>| {
        let text = |column: usize| match row.get_ref(column)? {
            ValueRef::Null => Ok("-".to_owned()),
            ValueRef::Integer(number) => Ok(number.to_string()),
            other => Ok(other.as_str().unwrap_or_default().to_owned()),
        };
        (0..columns).map(text).collect::<Result<Vec<_>, rusqlite::Error>>().map(|columns| columns.join(" "))
    };
    asked.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap()
}

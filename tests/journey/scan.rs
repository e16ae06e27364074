//! A whole session with eyes shut: Space, one other key and Escape, struck by what is heard.

use std::path::Path;
use std::time::Duration;

use eframe::egui::{Key, vec2};
use egui_kittest::{Harness, kittest::Queryable};
use jiff::Zoned;
use kneadwell::app::App;
use kneadwell::practice::score::{Line, Phrase};
use kneadwell::world::World;
use kneadwell::world::clock::{Clock, Hand};
use kneadwell::world::sound::{Overheard, Sound};

use super::{MORNING, click, rows, start_the_demo};

/// The one other key: a pedal that nobody has assigned.
const PEDAL: Key = Key::F13;
/// Someone strikes so long after a word has begun.
const REACTS: Duration = Duration::from_millis(700);
const BEAT: Duration = Duration::from_millis(100);

/// Someone who hears, and strikes keys.
struct Blind {
    harness: Harness<'static, App>,
    hand: Hand,
    clock: Clock,
    overheard: Overheard,
}

impl Blind {
    fn sit_down(folder: &Path) -> Self {
        let (clock, hand) = Clock::by_hand(MORNING.parse::<Zoned>().unwrap());
        let (mut world, found) = World::open(clock.clone(), Some(folder.to_owned())).unwrap();
        let (sound, overheard) = Sound::overheard();
        world.sound = sound;
        let mut harness = Harness::builder()
            .with_size(vec2(1180.0, 780.0))
            .with_max_steps(32)
            .build_eframe(move |context| App::new(&context.egui_ctx, world, &found, None));
        harness.step();
        start_the_demo(&mut harness);
        Self { harness, hand, clock, overheard }
    }

    fn wait(&mut self, time: Duration) {
        let mut waited = Duration::ZERO;
        while waited < time {
            self.hand.advance(BEAT);
            self.harness.step();
            waited += BEAT;
        }
    }

    fn strike(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.step();
        self.harness.step();
    }

    /// Returns true when a phrase has begun within the last beat.
    fn hears(&mut self, phrase: Phrase) -> bool {
        let now = self.clock.monotonic();
        let said = self.overheard.to_be_spoken(now.saturating_sub(BEAT));
        said.iter().any(|&(said, at)| said == phrase && at < now)
    }

    fn hear(&mut self, phrase: impl Into<Phrase>) {
        let phrase = phrase.into();
        for _ in 0..1200 {
            if self.hears(phrase) {
                return;
            }
            self.wait(BEAT);
        }
        panic!("{} is never said", phrase.id());
    }

    /// Waits until something is pressed, and a little longer.
    fn wait_to_press(&mut self) {
        for _ in 0..600 {
            if self.harness.query_by_label("Press").is_some() {
                return self.wait(Duration::from_secs(2));
            }
            self.wait(BEAT);
        }
        panic!("nothing is ever pressed");
    }

    /// Waits for a word, and strikes at it.
    fn strike_at(&mut self, phrase: impl Into<Phrase>, key: Key) {
        self.hear(phrase);
        self.wait(REACTS);
        self.strike(key);
    }

    /// Lets the journal's thread write, in its own time.
    fn until_kept(&mut self) {
        for _ in 0..400 {
            if self.hears(Line::Saved.into()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
            self.wait(BEAT);
        }
        panic!("that the answer is kept is never said");
    }
}

#[test]
fn from_start_to_summary_with_three_keys_and_eyes_shut() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Blind::sit_down(folder.path());
    person.strike_at(Line::Find, PEDAL);
    person.strike_at(Line::AnyKeyAtYours, PEDAL);
    person.strike_at(Phrase::Number(3), PEDAL);
    assert!(
        person.hears(Phrase::Number(3)) || {
            person.wait(BEAT * 3);
            person.harness.query_all_by_label_contains("3 of 10").count() > 0
        }
    );
    // In the second hold: a pause and on again, then once too much.
    person.wait_to_press();
    person.strike(Key::Space);
    person.strike_at(Line::Paused, Key::Space);
    person.wait_to_press();
    person.strike(PEDAL);
    // After the last hold Space answers too, a little late.
    person.strike_at(Phrase::Number(2), Key::Space);
    person.hear(Line::Tightness);
    person.strike(Key::Escape);
    person.strike_at(Line::ChoiceGoOn, PEDAL);
    person.hear(Line::PainNow);
    assert!(person.harness.query_by_label_contains("Done: ").is_some(), "Summary is open");
    person.strike_at(Phrase::Number(1), PEDAL);
    person.until_kept();
    person.hear(Line::AllTold);
    drop(person);

    let answers = rows(folder.path(), "SELECT scale, moment, level FROM answers ORDER BY id");
    assert_eq!(answers, ["pain before 4", "discomfort hold 3", "discomfort hold 2", "pain after 1"]);
    assert_eq!(rows(folder.path(), "SELECT ending FROM sessions"), ["finished"]);
    let told = "SELECT kind FROM events WHERE kind IN ('found', 'asked', 'answered', 'unanswered', 'paused', 'resumed', \
                'eased', 'stopped', 'finished') ORDER BY seq";
    let transcript = [
        "found", "asked", "answered", "paused", "resumed", "eased", "asked", "answered", "stopped", "resumed",
        "finished",
    ];
    assert_eq!(rows(folder.path(), told), transcript);
}

#[test]
fn who_says_nothing_is_told_so_and_nothing_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let mut person = Blind::sit_down(folder.path());
    person.strike_at(Line::Find, PEDAL);
    person.strike(Key::Escape);
    person.strike_at(Line::ChoiceFinish, PEDAL);
    person.hear(Line::PainNow);
    person.hear(Phrase::Number(10));
    person.wait(Duration::from_secs(2));
    person.hear(Phrase::Number(10));
    person.hear(Line::NotAnswered);
    person.hear(Line::AllTold);
    person.strike(PEDAL);
    drop(person);
    assert_eq!(rows(folder.path(), "SELECT count(*) FROM answers WHERE moment = 'after'"), ["0"]);
    assert_eq!(rows(folder.path(), "SELECT ending FROM sessions"), ["early"]);
}

#[test]
fn a_hand_that_answers_or_writes_stops_the_numbers() {
    for by_hand in ["Pain 6 of 10", "note"] {
        let folder = tempfile::tempdir().unwrap();
        let mut person = Blind::sit_down(folder.path());
        person.strike(Key::Escape);
        person.strike_at(Line::ChoiceFinish, PEDAL);
        person.hear(Phrase::Number(2));
        if by_hand == "note" {
            let note = person.harness.get_by_role(eframe::egui::accesskit::Role::TextInput);
            note.focus();
            person.harness.step();
            person.harness.get_by_role(eframe::egui::accesskit::Role::TextInput).type_text("b");
            person.wait(BEAT);
        } else {
            click(&mut person.harness, by_hand);
            person.until_kept();
        }
        person.wait(Duration::from_secs(1));
        let now = person.clock.monotonic();
        let numbers = person.overheard.to_be_spoken(now);
        let is_number = |(phrase, _): &(Phrase, Duration)| matches!(phrase, Phrase::Number(_));
        assert!(!numbers.iter().any(is_number), "{by_hand}: {numbers:?}");
        person.strike(PEDAL);
        drop(person);
        let after = rows(folder.path(), "SELECT level FROM answers WHERE moment = 'after'");
        let expected: &[&str] = if by_hand == "note" { &[] } else { &["6"] };
        assert_eq!(after, expected);
    }
}

#[test]
fn with_the_voice_off_nothing_is_scanned() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.json"), r#"{"voice": 0}"#).unwrap();
    let mut person = Blind::sit_down(folder.path());
    person.wait(Duration::from_secs(30));
    person.strike(Key::Escape);
    person.wait(Duration::from_secs(7));
    person.strike(PEDAL);
    person.harness.get_by_label("Stop here?");
    drop(person);
    let kept = rows(folder.path(), "SELECT setup FROM sessions");
    assert!(kept[0].contains(r#""answer_by":"digits""#), "{kept:?}");
}

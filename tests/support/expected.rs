//! What should be heard in a session, and told about it: the same inputs at the same instants, by a clock moved by hand and a
//! sound that is overheard.
#![allow(clippy::unwrap_used, reason = "a helper of a test that cannot go on says so")]
#![allow(dead_code, reason = "a bench and a test each need a part")]

use std::fs;
use std::time::Duration;

use jiff::Zoned;
use kneadwell::practice::journal::Event;
use kneadwell::practice::plan::LeadIns;
use kneadwell::practice::program::{Program, Revision};
use kneadwell::practice::score::{Lengths, Phrase, Tone};
use kneadwell::practice::session::State;
use kneadwell::practice::setup::Setup;
use kneadwell::world::World;
use kneadwell::world::clock::Clock;
use kneadwell::world::sound::{Overheard, Sound, Voice};
use kneadwell::world::stage::Stage;

/// What is to be heard, by the session's own time, and what is to be in the journal.
#[derive(Default)]
pub struct Expected {
    pub tones: Vec<Sounded>,
    pub words: Vec<Said>,
    pub events: Vec<Event>,
    /// When it is over.
    pub over: Duration,
}

/// A tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sounded {
    pub tone: Tone,
    pub at: Duration,
    /// True for the answer to a key, which comes over all else.
    pub at_once: bool,
}

/// A phrase, and the end of it; something else may have cut it short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub phrase: Phrase,
    pub at: Duration,
    pub until: Duration,
}

/// Lives through a session again, from what is told about the person's doings.
pub fn expected(program: &str, settings: &str, told: &[Event]) -> Expected {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("settings.json"), settings).unwrap();
    let (clock, hand) = Clock::by_hand("2026-11-23T08:30:00+00:00[Europe/London]".parse::<Zoned>().unwrap());
    let (mut world, _) = World::open(clock, Some(folder.path().to_owned())).unwrap();
    let (sound, mut overheard) = Sound::overheard();
    world.sound = sound;
    let revision = Revision::of(program.as_bytes());
    let program = Program::read(program.as_bytes()).unwrap();
    let lead_ins = LeadIns::from(world.settings.lead_ins);
    let mut setup = Setup::first_day(&program.routines[0], &program.limits, &[], lead_ins);
    setup.answer_by = world.settings.answer_by();
    let mut stage = Stage::begin(&world, revision, &program, 0, &setup).unwrap();
    let mut causes = told.iter().filter_map(|event| Some((event.at, event.what.cause()?))).peekable();
    let mut expected = Expected::default();
    let (mut now, mut words) = (Duration::ZERO, Vec::new());
    loop {
        expected.cut(&mut overheard, &mut words, now);
        let due = stage.rest(&world).map(|rest| now + rest);
        let ended = matches!(stage.session().state(), State::Ended(_));
        let cause = causes.peek().map(|(at, _)| *at).filter(|_| !ended);
        let next = [due, cause].into_iter().flatten().min();
        expected.hear(&mut overheard, now, next.unwrap_or(Duration::MAX));
        let Some(next) = next else { break };
        hand.advance(next.saturating_sub(now));
        now = next;
        let cause = causes.next_if(|(at, _)| *at == now && due.is_none_or(|due| due > now));
        match cause {
            Some((_, input)) => stage.put(&world, input),
            None => stage.tick(&world),
        };
    }
    expected.events = stage.events().to_vec();
    expected.tones.sort_by_key(|sounded| sounded.at);
    expected
}

impl Expected {
    /// Returns the same without the words from an instant on: there Summary speaks.
    pub fn until(mut self, over: Duration) -> Self {
        self.words.retain(|said| said.at < over);
        Self { over, ..self }
    }

    /// Takes the tones that answer what has just happened. They end what is being said, and so do other words.
    fn cut(&mut self, overheard: &mut Overheard, words: &mut Vec<(Phrase, Duration)>, now: Duration) {
        let at_once = overheard.said();
        let others = overheard.to_be_spoken(Duration::ZERO);
        if !at_once.is_empty() || others != *words {
            self.words.iter_mut().for_each(|said| said.until = said.until.min(now));
        }
        *words = others;
        self.tones.extend(at_once.into_iter().map(|tone| Sounded { tone, at: now, at_once: true }));
    }

    /// Takes what is to be heard from one instant up to another.
    fn hear(&mut self, overheard: &mut Overheard, from: Duration, to: Duration) {
        let coming = overheard.to_come(from).into_iter().filter(|(_, at)| *at < to);
        self.tones.extend(coming.map(|(tone, at)| Sounded { tone, at, at_once: false }));
        let words = overheard.to_be_spoken(from).into_iter().filter(|(_, at)| *at < to);
        self.words.extend(words.map(|(phrase, at)| Said {
            phrase,
            at,
            until: at + Voice.length(phrase).unwrap_or_default(),
        }));
    }
}

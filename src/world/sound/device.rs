//! The sound card, and what becomes of a session when there is none.
//!
//! A thread of its own holds the card, so that a card that hangs holds up nothing else. It opens the card when there is
//! something to play, and watches it: a card that fails, takes frames without playing them, or takes none any more is closed;
//! it is then silent, and the card is tried again. A session never waits for any of this, and what was missed is not caught up.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use super::own::OwnVoice;
use super::performance::{Clock, Desk, Gauge, Levels, Order, Part, Timed};
use super::tones::{Signal, Tuning};
use crate::practice::program::Place;
use crate::practice::score::{Cue, Phrase, Spoken, Tone, own_texts};

#[cfg(feature = "audio")]
mod card;
#[cfg(not(feature = "audio"))]
mod none;
mod overheard;
mod speaker;
#[cfg(feature = "audio")]
use card::Card;
#[cfg(not(feature = "audio"))]
use none::Card;
pub use overheard::Overheard;
use speaker::Speaker;

/// Why nothing is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The program was built without sound.
    NotBuilt,
    /// No card is there, or it cannot be opened.
    NoCard,
    /// The card has failed, or was pulled out.
    Lost,
    /// The card takes sound and plays nothing.
    PlaysNothing,
    /// The card takes no sound any more.
    Stuck,
}

/// What the sound is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SoundState {
    /// No card is open, and none is wanted.
    Off,
    /// A card is open.
    Playing,
    /// A card is wanted, and nothing is heard: the screen has to say it all.
    Silent(Why),
}

const STATES: [SoundState; 7] = [
    SoundState::Off,
    SoundState::Playing,
    SoundState::Silent(Why::NotBuilt),
    SoundState::Silent(Why::NoCard),
    SoundState::Silent(Why::Lost),
    SoundState::Silent(Why::PlaysNothing),
    SoundState::Silent(Why::Stuck),
];

/// All that is heard. Nothing here fails, and nothing waits.
#[derive(Debug)]
pub struct Sound {
    voice: OwnVoice,
    wishes: Sender<Wish>,
    gauge: Arc<Gauge>,
    state: Arc<AtomicU8>,
}

#[derive(Debug)]
enum Wish {
    Perform(Vec<Timed>, Duration),
    Say(Tone),
    Speak(Vec<(Phrase, Duration)>),
    Signal(Signal, Duration),
    Tune(Tuning),
    Hush,
    Wake,
    Rest,
}

impl Sound {
    /// Makes the sound ready; the card itself is opened when something is to be played.
    ///
    /// `clock` is the monotonic clock at its own speed, since a card knows no other. When this is dropped, all falls silent.
    pub fn open(clock: impl Fn() -> Duration + Send + Sync + 'static, levels: Levels) -> Self {
        let (wishes, heard) = channel();
        let gauge = Arc::new(Gauge::default());
        gauge.set(levels);
        let state = Arc::new(AtomicU8::new(0));
        let voice = OwnVoice::of_system();
        let keeper = Keeper {
            clock: Arc::new(clock),
            gauge: Arc::clone(&gauge),
            state: Arc::clone(&state),
            card: None,
            tuning: Tuning::default(),
            score: Vec::new(),
            speaker: Speaker::new(voice.clone()),
            resting: true,
            retry: None,
            tries: 0,
            opened: Duration::ZERO,
            stuck: Arc::new(AtomicUsize::new(0)),
        };
        // Without a thread there is no sound, and the session goes on.
        let _ = thread::Builder::new().name("sound".into()).spawn(move || keeper.keep(&heard));
        Self { voice, wishes, gauge, state }
    }

    /// Makes a sound that is never heard: for a clock that does not run as the card's does.
    pub fn off() -> Self {
        Self {
            voice: OwnVoice::default(),
            wishes: channel().0,
            gauge: Arc::new(Gauge::default()),
            state: Arc::new(AtomicU8::new(0)),
        }
    }

    /// Makes a sound that is never heard, and what tells how it would sound.
    pub fn overheard() -> (Self, Overheard) {
        Self::overheard_by(OwnVoice::default())
    }

    /// As [`Self::overheard`], with a voice that may know texts of a program's own.
    pub fn overheard_by(voice: OwnVoice) -> (Self, Overheard) {
        let (wishes, heard) = channel();
        let sound = Self { voice, wishes, ..Self::off() };
        (sound, Overheard { heard, to_come: Vec::new(), to_say: Vec::new(), signals: Vec::new() })
    }

    /// Returns the voice that speaks, with the lengths of what it can say.
    pub const fn voice(&self) -> &OwnVoice {
        &self.voice
    }

    /// Has the names of places spoken ahead, and what is told of them, where a program says that in its own words.
    pub fn prepare<'a>(&self, places: impl Iterator<Item = &'a Place>) {
        self.voice.prepare(places.flat_map(own_texts));
    }

    /// Opens the card ahead of the first cue, so that this one too comes on time.
    pub fn wake(&self) {
        self.wish(Wish::Wake);
    }

    /// Plays the cues from a position on, where the position stands at the instant `now`. They replace what was to come.
    pub fn perform(&self, cues: &[Cue], position: Duration, now: Duration) {
        let timed = |cue: &Cue| Some(Timed { tone: cue.tone, at: now + cue.at.checked_sub(position)? });
        let timed = cues.iter().filter_map(timed).collect();
        self.wish(Wish::Perform(timed, now));
    }

    /// Says this from a position on, where the position stands at the instant `now`. It replaces what is being said, and what
    /// was to be.
    pub fn speak(&self, speech: &[Spoken], position: Duration, now: Duration) {
        let timed = |spoken: &Spoken| Some((spoken.phrase, now + spoken.at.checked_sub(position)?));
        self.wish(Wish::Speak(speech.iter().filter_map(timed).collect()));
    }

    /// Sounds a tone at once, over what plays.
    pub fn say(&self, tone: Tone) {
        self.wish(Wish::Say(tone));
    }

    /// Sounds what is no cue at an instant. Where several are asked for, the last one sounds.
    pub fn signal(&self, signal: Signal, at: Duration) {
        self.wish(Wish::Signal(signal, at));
    }

    /// Has the tones made so from now on, also at an open card. What sounds is not changed.
    pub fn tune(&self, tuning: Tuning) {
        self.wish(Wish::Tune(tuning));
    }

    /// Fades out, and forgets what was to come.
    pub fn hush(&self) {
        self.wish(Wish::Hush);
    }

    /// Sets how loud it is.
    pub fn levels(&self, levels: Levels) {
        self.gauge.set(levels);
    }

    /// Closes the card as soon as nothing sounds and nothing is to come.
    pub fn rest(&self) {
        self.wish(Wish::Rest);
    }

    /// Returns what the sound is doing; costs next to nothing.
    pub fn state(&self) -> SoundState {
        STATES.get(usize::from(self.state.load(Relaxed))).copied().unwrap_or(SoundState::Off)
    }

    /// Returns how many frames the card has taken, to see that it runs.
    pub fn frames(&self) -> u64 {
        self.gauge.frames.load(Relaxed)
    }

    fn wish(&self, wish: Wish) {
        let _ = self.wishes.send(wish);
    }
}

/// How often an open card is looked at.
const WATCHED: Duration = Duration::from_millis(100);
const STALLED: Duration = Duration::from_secs(2);
/// A card is closed so long after its last sound.
const LINGERS: Duration = Duration::from_millis(600);
const RETRIES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(2), Duration::from_secs(5)];
/// A card that has run for so long is sound: its next failure counts as the first.
const SOUND: Duration = Duration::from_secs(10);
/// A card that hangs cannot be closed; with so many of them, no more is opened.
const STUCK: usize = 3;

/// The thread that holds the card.
struct Keeper {
    clock: Clock,
    gauge: Arc<Gauge>,
    state: Arc<AtomicU8>,
    card: Option<(Card, Desk)>,
    tuning: Tuning,
    /// What is to be played, for the next card.
    score: Vec<Timed>,
    speaker: Speaker,
    resting: bool,
    retry: Option<Duration>,
    tries: usize,
    opened: Duration,
    stuck: Arc<AtomicUsize>,
}

impl Keeper {
    fn keep(mut self, heard: &Receiver<Wish>) {
        loop {
            let wait = match (&self.card, self.retry) {
                (Some(_), _) => Some(WATCHED),
                (None, Some(retry)) => Some(retry.saturating_sub((self.clock)())),
                (None, None) => None,
            };
            let wish = wait.map_or_else(
                || heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
                |wait| heard.recv_timeout(wait),
            );
            match wish {
                Ok(wish) => self.grant(wish),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            self.watch();
            self.speak();
        }
        self.close();
    }

    fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::Perform(timed, now) => {
                self.score.clone_from(&timed);
                self.resting = false;
                self.open();
                self.order(Order::Perform(Box::new(Part::new(timed, now))));
            }
            Wish::Say(tone) => {
                self.open();
                self.order(Order::Say(tone));
            }
            Wish::Speak(words) => {
                self.speaker.replace(words);
                self.order(Order::Silence);
                if !self.speaker.is_done() {
                    self.open();
                }
            }
            Wish::Signal(signal, at) => {
                self.open();
                if let Some((_, desk)) = &mut self.card {
                    desk.signal(signal, at);
                }
            }
            Wish::Tune(tuning) => {
                self.tuning = tuning;
                if let Some((_, desk)) = &mut self.card {
                    desk.retune(tuning);
                }
            }
            Wish::Hush => {
                self.score.clear();
                self.speaker.replace(Vec::new());
                self.order(Order::Hush);
            }
            Wish::Wake => {
                self.resting = false;
                self.open();
            }
            Wish::Rest => {
                self.resting = true;
                if self.card.is_none() {
                    self.off();
                }
            }
        }
    }

    /// Hands the card the words that are due soon.
    fn speak(&mut self) {
        if let Some((card, desk)) = &self.card {
            let rate = card.rate();
            self.speaker.give((self.clock)(), rate, |utterance| {
                let _ = desk.orders.try_send(Order::Speak(utterance));
            });
        }
    }

    fn order(&self, order: Order) {
        if let Some((_, desk)) = &self.card {
            let _ = desk.orders.try_send(order);
        }
    }

    /// Opens the card, unless it is open, or has failed and is not to be tried again yet.
    fn open(&mut self) {
        if self.card.is_some() || self.retry.is_some() {
            return;
        }
        if self.stuck.load(Relaxed) >= STUCK {
            self.fail(Why::Stuck);
            return;
        }
        for flag in [&self.gauge.runaway, &self.gauge.broken] {
            flag.store(false, Relaxed);
        }
        self.gauge.quiet_from.store(u64::MAX, Relaxed);
        self.gauge.frames.store(0, Relaxed);
        match Card::open(&self.clock, &self.gauge, self.tuning) {
            Ok(card) => {
                self.card = Some(card);
                self.opened = (self.clock)();
                self.show(SoundState::Playing);
            }
            Err(why) => self.fail(why),
        }
    }

    fn watch(&mut self) {
        let now = (self.clock)();
        if let Some((_, desk)) = &self.card {
            desk.spent.try_iter().for_each(drop);
            if let Some(why) = self.ill(now) {
                self.close();
                self.fail(why);
            } else if self.resting && self.quiet() {
                self.close();
                self.off();
            } else if now.saturating_sub(self.opened) > SOUND {
                self.tries = 0;
            }
        } else if self.retry.is_some_and(|retry| retry <= now) {
            self.retry = None;
            self.open();
            let coming = self.score.partition_point(|cue| cue.at < now);
            let part = Part::new(self.score.split_off(coming), now);
            self.score = part.cues().to_vec();
            self.order(Order::Perform(Box::new(part)));
        }
    }

    /// Returns what is wrong with the open card.
    fn ill(&self, now: Duration) -> Option<Why> {
        let asked = Duration::from_nanos(self.gauge.asked.load(Relaxed));
        if self.gauge.broken.load(Relaxed) {
            Some(Why::Lost)
        } else if self.gauge.runaway.load(Relaxed) {
            Some(Why::PlaysNothing)
        } else {
            (now.saturating_sub(asked) > STALLED).then_some(Why::Stuck)
        }
    }

    /// Returns true when the last sound has had time to reach the ear.
    fn quiet(&self) -> bool {
        let Some((card, _)) = &self.card else { return true };
        let lingers = (LINGERS.as_secs_f64() * f64::from(card.rate())) as u64;
        let since = self.gauge.quiet_from.load(Relaxed);
        self.speaker.is_done() && since.saturating_add(lingers) < self.gauge.frames.load(Relaxed)
    }

    fn fail(&mut self, why: Why) {
        self.show(SoundState::Silent(why));
        if why == Why::NotBuilt || self.resting {
            return;
        }
        let wait = RETRIES[self.tries.min(RETRIES.len() - 1)];
        self.tries += 1;
        self.retry = Some((self.clock)() + wait);
    }

    fn off(&mut self) {
        self.score.clear();
        self.speaker.replace(Vec::new());
        (self.retry, self.tries) = (None, 0);
        self.show(SoundState::Off);
    }

    /// Closes the card aside: a card that hangs may take for ever.
    fn close(&mut self) {
        let Some((card, _)) = self.card.take() else { return };
        self.stuck.fetch_add(1, Relaxed);
        let stuck = Arc::clone(&self.stuck);
        let closing = move || {
            card.close();
            stuck.fetch_sub(1, Relaxed);
        };
        let _ = thread::Builder::new().name("sound-close".into()).spawn(closing);
    }

    fn show(&self, state: SoundState) {
        let number = STATES.iter().position(|&each| each == state).unwrap_or(0);
        self.state.store(number as u8, Relaxed);
    }
}

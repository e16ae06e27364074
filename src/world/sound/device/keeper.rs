//! The thread that holds the card: it carries out what `watch` decides, and hands the card what is to be played.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::card::{self, Card};
use super::speaker::Speaker;
use super::watch::{Do, Fact, Watch, Which};
use super::{Output, Shared, SoundState, Why, Wish};
use crate::practice::score::Tone;
use crate::world::sound::desk::Desk;
use crate::world::sound::own::OwnVoice;
use crate::world::sound::performance::{Clock, Gauge, Levels, Order, Part, Timed};
use crate::world::sound::tones::{Signal, Tuning};

/// What became of opening a card.
pub type Opening = Result<Opened, Why>;

/// An open card.
#[derive(Debug)]
pub struct Opened {
    pub card: Card,
    pub desk: Desk,
    /// Its own: a card that is being closed tells nothing about the next.
    pub gauge: Arc<Gauge>,
}

/// How often an open card is looked at.
const WATCHED: Duration = Duration::from_millis(100);
const STALLED: Duration = Duration::from_secs(2);
/// A card is closed so long after its last sound.
const LINGERS: Duration = Duration::from_millis(600);
/// A tone that answers a key waits so long for a card that is being opened.
const SAID: Duration = Duration::from_millis(400);
/// A card that hangs cannot be closed; with so many of them, no more is opened.
const STUCK: usize = 3;
/// How often the system is asked for its own output, where it tells.
const ASKED: Duration = Duration::from_secs(3);

/// The keeper of the card.
pub struct Keeper {
    clock: Clock,
    shared: Arc<Shared>,
    /// Where threads of its own answer.
    wishes: Sender<Wish>,
    watch: Watch,
    open: Option<Opened>,
    levels: Levels,
    tuning: Tuning,
    choice: Option<String>,
    score: Vec<Timed>,
    speaker: Speaker,
    /// Tones that were said while the card was being opened.
    said: Vec<(Tone, Duration)>,
    /// What is no cue and was asked for then.
    signal: Option<(Signal, Duration)>,
    looking: bool,
    stuck: Arc<AtomicUsize>,
    /// The system's own output when the card was opened, where the system tells, and when it was asked.
    default: Option<String>,
    asked: Duration,
}

impl Keeper {
    pub fn new(clock: Clock, levels: Levels, voice: OwnVoice, shared: Arc<Shared>, wishes: Sender<Wish>) -> Self {
        Self {
            clock,
            shared,
            wishes,
            watch: Watch::default(),
            open: None,
            levels,
            tuning: Tuning::default(),
            choice: None,
            score: Vec::new(),
            speaker: Speaker::new(voice),
            said: Vec::new(),
            signal: None,
            looking: false,
            stuck: Arc::new(AtomicUsize::new(0)),
            default: None,
            asked: Duration::ZERO,
        }
    }

    /// Keeps the card until the sound is dropped.
    pub fn keep(mut self, heard: &Receiver<Wish>) {
        loop {
            let wait = match (&self.open, self.watch.due()) {
                (Some(_), _) => Some(WATCHED),
                (None, Some(due)) => Some(due.saturating_sub((self.clock)())),
                (None, None) => None,
            };
            let wish = wait.map_or_else(
                || heard.recv().map_err(|_| RecvTimeoutError::Disconnected),
                |wait| heard.recv_timeout(wait),
            );
            match wish {
                Ok(Wish::End) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(wish) => self.grant(wish),
                Err(RecvTimeoutError::Timeout) => {}
            }
            self.look_after();
            self.speak();
            self.report();
        }
        self.close();
    }

    fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::Perform(timed, now) => {
                self.score.clone_from(&timed);
                self.fact(Fact::Wanted);
                self.order(Order::Perform(Box::new(Part::new(timed, now))));
            }
            Wish::Say(tone) => {
                self.fact(Fact::WantedOnce);
                if self.open.is_none() && self.watch.expects().is_some() {
                    self.said.push((tone, (self.clock)()));
                }
                self.order(Order::Say(tone));
            }
            Wish::Speak(words) => {
                self.speaker.replace(words);
                self.order(Order::Silence);
                if !self.speaker.is_done() {
                    self.fact(Fact::WantedOnce);
                }
            }
            Wish::Signal(signal, at) => {
                self.fact(Fact::WantedOnce);
                match &mut self.open {
                    Some(open) => open.desk.signal(signal, at),
                    None => self.signal = self.watch.expects().map(|_| (signal, at)),
                }
            }
            Wish::Tune(tuning) => {
                self.tuning = tuning;
                if let Some(open) = &mut self.open {
                    open.desk.retune(tuning);
                }
            }
            Wish::Hush => {
                self.forget();
                self.order(Order::Hush);
            }
            Wish::Wake => self.fact(Fact::Wanted),
            Wish::Rest => self.fact(Fact::Resting),
            Wish::Levels(levels) => {
                self.levels = levels;
                if let Some(open) = &self.open {
                    open.gauge.set(levels);
                }
            }
            Wish::Choose(output) if output != self.choice => {
                let which = if output.is_some() { Which::Chosen } else { Which::Default };
                self.choice = output;
                self.fact(Fact::Choice(which));
            }
            Wish::Look => self.look(),
            Wish::Slept => self.fact(Fact::Slept),
            Wish::Opened(number, opening) => self.opened(number, opening),
            Wish::Listed(outputs) => self.listed(outputs),
            Wish::Choose(_) | Wish::End => {}
        }
    }

    fn fact(&mut self, fact: Fact) {
        let now = (self.clock)();
        for each in self.watch.take(fact, now) {
            match each {
                Do::Open(which, number) => self.open(which, number),
                Do::Close => self.close(),
                Do::Play(from) => self.play(from, now),
                Do::Look => self.look(),
                Do::Forget => self.forget(),
            }
        }
    }

    fn forget(&mut self) {
        self.score.clear();
        self.said.clear();
        self.signal = None;
        self.speaker.replace(Vec::new());
    }

    /// Hands a card that has just been opened all that is due from an instant on.
    fn play(&mut self, from: Duration, now: Duration) {
        let coming = self.score.partition_point(|cue| cue.at < from);
        let part = Part::new(self.score[coming..].to_vec(), from);
        self.order(Order::Perform(Box::new(part)));
        self.speaker.again(now);
        if let (Some(open), Some((signal, at))) = (&mut self.open, self.signal.take()) {
            open.desk.signal(signal, at.max(now));
        }
        for (tone, at) in std::mem::take(&mut self.said) {
            if at >= from && now.saturating_sub(at) <= SAID {
                self.order(Order::Say(tone));
            }
        }
    }

    /// Hands the card the words that are due soon.
    fn speak(&mut self) {
        if let Some(open) = &self.open {
            let rate = open.card.rate();
            self.speaker.give((self.clock)(), rate, |utterance| {
                let _ = open.desk.orders.try_send(Order::Speak(utterance));
            });
        }
    }

    fn order(&self, order: Order) {
        if let Some(open) = &self.open {
            let _ = open.desk.orders.try_send(order);
        }
    }

    /// Opens a card aside, for it may take for ever.
    fn open(&mut self, which: Which, number: u32) {
        if self.stuck.load(Relaxed) >= STUCK {
            return self.fact(Fact::NotOpened(number, Why::Stuck));
        }
        let output = self.choice.clone().filter(|_| which == Which::Chosen);
        let (clock, levels, wishes) = (Arc::clone(&self.clock), self.levels, self.wishes.clone());
        let tuning = self.tuning;
        let stuck = Arc::clone(&self.stuck);
        stuck.fetch_add(1, Relaxed);
        let opening = move || {
            let gauge = Arc::new(Gauge::default());
            gauge.set(levels);
            let opened = Card::open(output.as_deref(), &clock, &gauge, tuning);
            stuck.fetch_sub(1, Relaxed);
            let _ = wishes.send(Wish::Opened(number, opened.map(|(card, desk)| Opened { card, desk, gauge })));
        };
        if thread::Builder::new().name("sound-open".into()).spawn(opening).is_err() {
            self.stuck.fetch_sub(1, Relaxed);
            self.fact(Fact::NotOpened(number, Why::NoCard));
        }
    }

    fn opened(&mut self, number: u32, opening: Opening) {
        let is_expected = self.watch.expects() == Some(number);
        match opening {
            Ok(opened) if is_expected => {
                opened.gauge.set(self.levels);
                let mut opened = opened;
                opened.desk.retune(self.tuning);
                self.open = Some(opened);
                (self.default, self.asked) = (card::default_id(), (self.clock)());
                self.fact(Fact::Opened(number));
            }
            Ok(late) => self.close_aside(late),
            Err(why) => self.fact(Fact::NotOpened(number, why)),
        }
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.close_aside(open);
        }
    }

    /// Closes a card aside: one that hangs may take for ever.
    fn close_aside(&self, open: Opened) {
        self.stuck.fetch_add(1, Relaxed);
        let stuck = Arc::clone(&self.stuck);
        let closing = move || {
            open.card.close();
            stuck.fetch_sub(1, Relaxed);
        };
        let _ = thread::Builder::new().name("sound-close".into()).spawn(closing);
    }

    fn look_after(&mut self) {
        let now = (self.clock)();
        if self.open.is_some() && self.is_default_another(now) {
            self.fact(Fact::Moved);
        }
        if let Some(open) = &self.open {
            open.desk.spent.try_iter().for_each(drop);
            if let Some(fact) = ill(open, now).or_else(|| self.is_quiet(open).then_some(Fact::Quiet)) {
                self.fact(fact);
            }
        }
        self.fact(Fact::Tick);
    }

    /// Returns true when the system's own output has become another. ALSA does not tell: its own output is always `default`.
    fn is_default_another(&mut self, now: Duration) -> bool {
        if self.choice.is_some() || self.default.is_none() || now.saturating_sub(self.asked) < ASKED {
            return false;
        }
        self.asked = now;
        card::default_id().is_some_and(|id| Some(id) != self.default)
    }

    /// Returns true when the last sound has had time to reach the ear.
    fn is_quiet(&self, open: &Opened) -> bool {
        let lingers = (LINGERS.as_secs_f64() * f64::from(open.card.rate())) as u64;
        let since = open.gauge.quiet_from.load(Relaxed);
        self.speaker.is_done() && since.saturating_add(lingers) < open.gauge.frames.load(Relaxed)
    }

    /// Looks for outputs aside; one look at a time, for it may take for ever.
    fn look(&mut self) {
        if self.looking {
            return;
        }
        let wishes = self.wishes.clone();
        let looking = move || {
            let _ = wishes.send(Wish::Listed(card::outputs()));
        };
        self.looking = thread::Builder::new().name("sound-list".into()).spawn(looking).is_ok();
    }

    fn listed(&mut self, outputs: Vec<Output>) {
        self.looking = false;
        let is_there = |id: &String| outputs.iter().any(|output| output.id == *id);
        let fact = self.choice.as_ref().map(|id| if is_there(id) { Fact::Present } else { Fact::Absent });
        self.shared.tell(|report| report.outputs = Some(outputs));
        if let Some(fact) = fact {
            self.fact(fact);
        }
    }

    fn report(&self) {
        let state = self.watch.shown();
        self.shared.tell(|report| {
            report.fault = match state {
                SoundState::Silent(why) => Some(why),
                SoundState::Playing => None,
                SoundState::Off => report.fault,
            };
            report.state = state;
            report.passed_over = self.watch.passed_over();
            report.looking = self.looking;
        });
    }
}

/// Returns what is wrong with an open card.
fn ill(open: &Opened, now: Duration) -> Option<Fact> {
    let asked = Duration::from_nanos(open.gauge.asked.load(Relaxed));
    if open.gauge.moved.load(Relaxed) {
        Some(Fact::Moved)
    } else if open.gauge.broken.load(Relaxed) {
        Some(Fact::Failed(Why::Lost))
    } else if open.gauge.runaway.load(Relaxed) {
        Some(Fact::Failed(Why::PlaysNothing))
    } else {
        (now.saturating_sub(asked) > STALLED).then_some(Fact::Failed(Why::Stuck))
    }
}

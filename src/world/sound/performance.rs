//! A score as it is played: frames on demand, each cue on the frame of its instant.
//!
//! This runs on the sound card's thread: between two samples it neither waits, nor allocates, nor frees. What it is told
//! arrives through a bounded queue, and what it is done with goes back through another.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

pub use super::desk::Desk;
use super::pace::{Keeping, Pace};
use super::tones::{Tones, slight};
use super::voices::Voices;
use crate::practice::score::Tone;

/// The monotonic clock.
pub type Clock = Arc<dyn Fn() -> Duration + Send + Sync>;

/// How loud it is, each 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levels {
    /// Everything.
    pub master: f32,
    /// The tones.
    pub tone: f32,
    /// The voice.
    pub voice: f32,
}

impl Default for Levels {
    fn default() -> Self {
        Self { master: 1.0, tone: 1.0, voice: 1.0 }
    }
}

/// A tone and its instant on the monotonic clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timed {
    /// What sounds.
    pub tone: Tone,
    /// When.
    pub at: Duration,
}

/// The rest of a score: it replaces what was due from an instant on.
#[derive(Debug, Default)]
pub struct Part {
    cues: Vec<Timed>,
    from: Duration,
    next: usize,
}

impl Part {
    /// Returns a part of these cues, in order, none before `from`.
    pub const fn new(cues: Vec<Timed>, from: Duration) -> Self {
        Self { cues, from, next: 0 }
    }

    /// Returns its cues.
    pub fn cues(&self) -> &[Timed] {
        &self.cues
    }
}

/// Something to be said, decoded, and its instant. Whoever sends it keeps the samples until it is over, so that they are not
/// freed between two samples of sound.
#[derive(Debug, Clone)]
pub struct Utterance {
    /// The samples, at the card's rate.
    pub samples: Arc<[f32]>,
    /// When.
    pub at: Duration,
}

/// What the performance is told.
#[derive(Debug)]
pub enum Order {
    /// Play this from now on.
    Perform(Box<Part>),
    /// Sound at once, over what plays; what is being said breaks off.
    Say(Tone),
    /// Sound this among the tones at its instant, however late.
    Signal(Utterance),
    /// Play from these tones from now on. What sounds is not changed.
    Retune(Tones),
    /// Say this too, in its order.
    Speak(Utterance),
    /// Break off what is being said, and forget what was to be said.
    Silence,
    /// Fade out, and forget the part and the words.
    Hush,
}

/// What can be read of a performance from outside, and how loud it is to be.
#[derive(Debug, Default)]
pub struct Gauge {
    /// Frames handed to the card.
    pub frames: AtomicU64,
    /// When it last asked for some, in nanoseconds of the monotonic clock.
    pub asked: AtomicU64,
    /// The frame before which the last tone ended; `u64::MAX` while something sounds or is to come.
    pub quiet_from: AtomicU64,
    /// The card takes frames without playing them.
    pub runaway: AtomicBool,
    /// The card has failed.
    pub broken: AtomicBool,
    /// The card leads elsewhere now.
    pub moved: AtomicBool,
    /// How often the card has lost frames.
    pub gaps: AtomicU32,
    tone: AtomicU32,
    voice: AtomicU32,
}

impl Gauge {
    /// Sets how loud it is to be; it gets there smoothly.
    pub fn set(&self, levels: Levels) {
        let of = |level: f32| if level.is_finite() { level.clamp(0.0, 1.0) } else { 0.0 };
        self.tone.store((of(levels.master) * of(levels.tone)).to_bits(), Relaxed);
        self.voice.store((of(levels.master) * of(levels.voice)).to_bits(), Relaxed);
    }
}

/// A performance at one card.
pub struct Performance {
    clock: Clock,
    gauge: Arc<Gauge>,
    orders: Receiver<Order>,
    spent: SyncSender<Box<Part>>,
    tones: Tones,
    voices: Voices,
    /// The voice, a layer of its own: no tone cuts it, but one that is said.
    speech: Voices,
    to_say: Vec<Utterance>,
    /// The sound that is no cue and is to come: the last one that was asked for.
    signal: Option<Utterance>,
    pace: Pace,
    part: Option<Box<Part>>,
    /// Cues of a part now replaced that were due before it was.
    owed: Vec<Timed>,
    /// The frame until which a tone that was said is not to be disturbed by slight ones.
    said_until: u64,
    bed: Vec<f32>,
    gaps: u32,
    gain: f32,
    speech_gain: f32,
    frame: u64,
    block: Vec<f32>,
    words: Vec<f32>,
    read: usize,
}

/// Time between what an instant asks for and its frame, beside the block: for the way from the caller to here.
const LEAD_MS: u64 = 10;
/// A cue later than this is left out; a tick sooner, for it would spoil the rhythm.
const LATEST: Duration = Duration::from_millis(400);
const LATEST_SLIGHT: Duration = Duration::from_millis(60);
/// Words later than this would run into what comes after them.
const LATEST_WORDS: Duration = Duration::from_millis(150);
const SAID_MS: u64 = 300;
/// Too low and too soft to be heard, enough to keep a wireless speaker from falling asleep: 20 Hz at −80 dB.
const BED_HZ: u32 = 20;
const BED: f64 = 1e-4;
/// A card that plays nothing is held back, until it is closed.
const HELD_BACK: Duration = Duration::from_millis(5);
const OWED: usize = 8;
const UTTERANCES: usize = 32;
const QUEUE: usize = 64;

impl Performance {
    /// Returns a performance at a card of the tones' rate, silent as yet, and its desk.
    pub fn new(clock: Clock, gauge: Arc<Gauge>, tones: Tones) -> (Self, Desk) {
        let rate = tones.rate();
        let (orders_in, orders) = sync_channel(QUEUE);
        let (spent, spent_out) = sync_channel(QUEUE);
        let voices = Voices::new(rate);
        let block = vec![0.0; (voices.fade() as usize).next_power_of_two()];
        let turn = |at: u32| std::f64::consts::TAU * f64::from(at * BED_HZ) / f64::from(rate);
        let bed = (0..rate / BED_HZ).map(|at| (BED * turn(at).sin()) as f32).collect();
        gauge.asked.store(clock().as_nanos() as u64, Relaxed);
        let desk = Desk::new(orders_in, spent_out, tones.clone());
        let performance = Self {
            gain: f32::from_bits(gauge.tone.load(Relaxed)),
            speech_gain: f32::from_bits(gauge.voice.load(Relaxed)),
            speech: Voices::new(rate),
            to_say: Vec::with_capacity(UTTERANCES),
            words: vec![0.0; block.len()],
            gaps: gauge.gaps.load(Relaxed),
            pace: Pace::new(rate),
            signal: None,
            tones,
            read: block.len(),
            owed: Vec::with_capacity(OWED),
            said_until: 0,
            frame: 0,
            part: None,
            clock,
            gauge,
            orders,
            spent,
            voices,
            bed,
            block,
        };
        (performance, desk)
    }

    /// Returns the next frame.
    #[inline]
    pub fn frame(&mut self) -> f32 {
        if self.read == self.block.len() {
            self.render();
            self.read = 0;
        }
        self.read += 1;
        self.block[self.read - 1]
    }

    /// Renders the next block.
    fn render(&mut self) {
        let now = (self.clock)();
        while let Ok(order) = self.orders.try_recv() {
            self.take(order);
        }
        let gaps = self.gauge.gaps.load(Relaxed);
        if gaps != self.gaps {
            self.gaps = gaps;
            self.pace.reset();
        }
        if self.pace.note(self.frame, now) == Keeping::Nothing {
            self.gauge.runaway.store(true, Relaxed);
            thread::sleep(HELD_BACK);
        }
        self.place();
        self.place_words();
        self.place_signal();
        self.voices.fill(self.frame, &mut self.block);
        self.speech.fill(self.frame, &mut self.words);
        self.level();
        self.frame += self.block.len() as u64;
        self.publish(now);
    }

    fn take(&mut self, order: Order) {
        match order {
            Order::Perform(part) => self.replace(part),
            Order::Say(tone) => self.say(tone),
            Order::Signal(signal) => self.signal = Some(signal),
            // The desk has these tones too, so that none is freed here.
            Order::Retune(tones) => self.tones = tones,
            Order::Speak(utterance) => {
                if self.to_say.len() < UTTERANCES {
                    self.to_say.push(utterance);
                }
            }
            Order::Silence => self.silence(),
            Order::Hush => {
                self.silence();
                self.signal = None;
                self.drop_part();
                self.owed.clear();
                self.voices.forget(self.frame, |_| true);
                self.voices.cut(self.frame + self.voices.fade());
            }
        }
    }

    /// Plays another part. What was due before that and has not begun yet is still owed.
    fn replace(&mut self, part: Box<Part>) {
        let from = part.from;
        self.voices.forget(self.frame, |due| due >= from);
        self.owed.retain(|cue| cue.at < from);
        if let Some(old) = &self.part {
            let due = old.cues[old.next..].iter().filter(|cue| cue.at < from);
            self.owed.extend(due.take(OWED - self.owed.len()));
        }
        self.drop_part();
        self.part = Some(part);
    }

    /// Sends the part back, to be freed elsewhere.
    fn drop_part(&mut self) {
        if let Some(part) = self.part.take() {
            let _ = self.spent.try_send(part);
        }
    }

    fn say(&mut self, tone: Tone) {
        self.voices.forget_slight(self.frame);
        self.speech.cut(self.frame + self.speech.fade());
        let at = self.soonest();
        self.said_until = at + u64::from(self.tones.rate()) * SAID_MS / 1000;
        self.voices.begin(at, self.tones.get(tone));
    }

    /// The first frame at which a tone can begin: what sounds must fade out before it.
    fn soonest(&self) -> u64 {
        if self.voices.silent_from(self.frame) { self.frame } else { self.frame + self.voices.fade() }
    }

    /// Gives a frame to each cue that begins in this block or the next. From then on nothing moves it.
    fn place(&mut self) {
        while let Some(cue) = self.coming() {
            let Some(due) = self.due(cue.at) else { return };
            self.turn_page();
            let missed = self.missed(due);
            let at = if missed > 0.0 { self.soonest() } else { due as u64 };
            let latest = if slight(cue.tone) { LATEST_SLIGHT } else { LATEST };
            if missed > latest.as_secs_f64() || (slight(cue.tone) && at < self.said_until) {
                continue;
            }
            self.voices.begin_due(at, self.tones.get(cue.tone), cue.at, slight(cue.tone));
        }
    }

    /// The frame of an instant, once it is in this block, in the next, or past.
    fn due(&self, at: Duration) -> Option<i64> {
        let lead = self.block.len() as u64 + u64::from(self.tones.rate()) * LEAD_MS / 1000;
        let due = self.pace.frame_at(at)?.saturating_add_unsigned(lead);
        (due < (self.frame + 2 * self.block.len() as u64).cast_signed()).then_some(due)
    }

    /// By how many seconds a frame was missed.
    fn missed(&self, due: i64) -> f64 {
        (self.frame.cast_signed() - due).max(0) as f64 / f64::from(self.tones.rate())
    }

    fn silence(&mut self) {
        self.to_say.clear();
        self.speech.forget(self.frame, |_| true);
        self.speech.cut(self.frame + self.speech.fade());
    }

    /// As [`Self::place`], for words.
    fn place_words(&mut self) {
        while let Some(next) = self.to_say.first() {
            let Some(due) = self.due(next.at) else { return };
            let next = self.to_say.remove(0);
            if self.missed(due) <= LATEST_WORDS.as_secs_f64() {
                let at = due.max(self.frame.cast_signed()) as u64;
                self.speech.begin_due(at, &next.samples, next.at, false);
            }
        }
    }

    /// As [`Self::place`], for a sound that is no cue: it comes late rather than not at all, for someone waits for it.
    fn place_signal(&mut self) {
        let Some(due) = self.signal.as_ref().and_then(|signal| self.due(signal.at)) else { return };
        let Some(signal) = self.signal.take() else { return };
        let at = if self.missed(due) > 0.0 { self.soonest() } else { due as u64 };
        self.voices.begin(at, &signal.samples);
    }

    fn coming(&self) -> Option<Timed> {
        self.owed.first().or_else(|| self.part.as_ref()?.cues.get(self.part.as_ref()?.next)).copied()
    }

    fn turn_page(&mut self) {
        if !self.owed.is_empty() {
            self.owed.remove(0);
        } else if let Some(part) = &mut self.part {
            part.next += 1;
        }
    }

    /// Brings the block to its level, and lays the bed under it.
    fn level(&mut self) {
        let target = f32::from_bits(self.gauge.tone.load(Relaxed));
        let speech_target = f32::from_bits(self.gauge.voice.load(Relaxed));
        let frames = self.block.len() as f32;
        let (step, speech_step) = ((target - self.gain) / frames, (speech_target - self.speech_gain) / frames);
        for ((sample, word), frame) in self.block.iter_mut().zip(&self.words).zip(self.frame..) {
            self.gain += step;
            self.speech_gain += speech_step;
            let bed = self.bed[(frame % self.bed.len() as u64) as usize];
            *sample = *sample * self.gain + word * self.speech_gain + bed;
        }
        (self.gain, self.speech_gain) = (target, speech_target);
    }

    fn publish(&self, now: Duration) {
        let silent = self.voices.silent_from(self.frame) && self.speech.silent_from(self.frame);
        let quiet = self.coming().is_none() && self.to_say.is_empty() && self.signal.is_none() && silent;
        let since = self.gauge.quiet_from.load(Relaxed);
        match (quiet, since) {
            (false, _) => self.gauge.quiet_from.store(u64::MAX, Relaxed),
            (true, u64::MAX) => self.gauge.quiet_from.store(self.frame, Relaxed),
            (true, _) => {}
        }
        self.gauge.frames.store(self.frame, Relaxed);
        self.gauge.asked.store(now.as_nanos() as u64, Relaxed);
    }
}

//! The fourteen tones, as samples: soft attacks, a few harmonics that die away, all of it between 300 and 1500 Hz.
//!
//! They are told apart by what they do, not by their pitch alone. What rises asks for more, what falls lets go; steps between
//! two notes belong to pressing, a glide to stretching; the fast fall of [`Tone::Ease`] is like no other. So they may be moved
//! to another register, and stay what they are.

use std::f64::consts::TAU;
use std::sync::Arc;

use crate::practice::score::{Register, Tone, Wanted};

/// No sample of what is played is above this, whatever sounds together.
pub const LOUDEST: f32 = 0.5;

/// One note of a tone.
struct Note {
    /// Its pitch,
    hz: f64,
    /// and the pitch that it glides to; the same for most.
    to: f64,
    /// When it begins in the tone.
    from_ms: u32,
    /// How long it sounds.
    length_ms: u32,
    /// How loud it is beside the tone's other notes.
    weight: f64,
    /// After how long it has died away to a third.
    decay_ms: f64,
    /// How loud its harmonics are, the fundamental first.
    harmonics: &'static [f64],
}

/// What a tone is made of.
struct Recipe {
    notes: &'static [Note],
    /// The greatest sample.
    peak: f64,
}

/// Every note swells for this long, and fades for at least [`RELEASE_MS`].
const ATTACK_MS: u32 = 9;
const RELEASE_MS: u32 = 20;

/// Below this, small loudspeakers fail.
const LOWEST: f64 = 300.0;
/// Above this, hearing fails first, and small loudspeakers are shrill.
const HIGHEST: f64 = 1500.0;

/// Outside the middle register every interval is so much of what it is there,
const SQUEEZE: f64 = 0.6;
/// above this pitch in the low one; the high one lies an octave above that.
const FOOT: f64 = 311.13;

const PURE: &[f64] = &[1.0];
const SOFT: &[f64] = &[1.0, 0.18];
const WARM: &[f64] = &[1.0, 0.45, 0.22, 0.08];

const fn note(hz: f64, from_ms: u32, length_ms: u32) -> Note {
    Note { hz, to: hz, from_ms, length_ms, weight: 1.0, decay_ms: 220.0, harmonics: SOFT }
}

impl Note {
    const fn to(self, to: f64) -> Self {
        Self { to, ..self }
    }

    const fn decay(self, decay_ms: f64) -> Self {
        Self { decay_ms, ..self }
    }

    const fn weight(self, weight: f64) -> Self {
        Self { weight, ..self }
    }

    const fn of(self, harmonics: &'static [f64]) -> Self {
        Self { harmonics, ..self }
    }
}

const E4: f64 = 329.63;
const G4: f64 = 392.00;
const C5: f64 = 523.25;
const D5: f64 = 587.33;
const E5: f64 = 659.26;
const G5: f64 = 783.99;
const A5: f64 = 880.00;
const C6: f64 = 1046.50;
const D6: f64 = 1174.66;

const TICK: &[Note] = &[note(A5, 0, 60).decay(20.0).of(PURE)];
const BEAT: &[Note] = &[note(G4, 0, 110).decay(40.0).of(&[1.0, 0.3])];
const PRESS: &[Note] = &[note(E4, 0, 640).decay(260.0).of(WARM)];
const STEP_UP: &[Note] = &[note(D5, 0, 260), note(G5, 150, 420)];
const RELEASE: &[Note] = &[note(G5, 0, 320).of(PURE), note(C5, 190, 470).decay(260.0)];
const STRETCH: &[Note] = &[note(G4, 0, 620).to(G5).decay(600.0)];
const REST: &[Note] = &[note(C5, 0, 520).decay(200.0).of(PURE)];
const SWITCH: &[Note] = &[note(C5, 0, 300), note(G5, 0, 300).of(PURE), note(D5, 220, 440), note(A5, 220, 440).of(PURE)];
const READY: &[Note] = &[note(E5, 0, 560).decay(240.0)];
const DONE: &[Note] = &[
    note(C5, 0, 700).decay(340.0),
    note(E5, 70, 630).decay(340.0).weight(0.9),
    note(G5, 140, 560).decay(340.0).weight(0.8).of(PURE),
    note(C6, 210, 490).decay(340.0).weight(0.7).of(PURE),
];
const EASE: &[Note] = &[note(C6, 0, 420).to(G4).decay(420.0).of(&[1.0, 0.25])];
const HALF: &[Note] = &[note(D6, 0, 180).decay(60.0).of(PURE)];
const LAST: &[Note] = &[note(D5, 0, 250).decay(160.0), note(D5, 200, 350).decay(160.0)];
const RESUME: &[Note] = &[note(C5, 0, 200), note(E5, 110, 220), note(G5, 220, 400)];

const fn recipe(tone: Tone) -> Recipe {
    let (notes, peak) = match tone {
        Tone::Tick => (TICK, 0.13),
        Tone::Beat => (BEAT, 0.24),
        Tone::Press => (PRESS, 0.36),
        Tone::StepUp => (STEP_UP, 0.34),
        Tone::Release => (RELEASE, 0.34),
        Tone::Stretch => (STRETCH, 0.32),
        Tone::Rest => (REST, 0.22),
        Tone::Switch => (SWITCH, 0.34),
        Tone::Ready => (READY, 0.26),
        Tone::Done => (DONE, 0.36),
        Tone::Ease => (EASE, 0.36),
        Tone::Half => (HALF, 0.14),
        Tone::Last => (LAST, 0.32),
        Tone::Resume => (RESUME, 0.30),
    };
    Recipe { notes, peak }
}

/// How the tones are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tuning {
    /// How high they lie.
    pub register: Register,
    /// Every tone is heard as a tick.
    pub quiet: Wanted,
}

impl Default for Tuning {
    fn default() -> Self {
        Self { register: Register::Middle, quiet: Wanted::No }
    }
}

/// In a quiet room, ticks that only lead to something, or divide it, are so much softer than those that are the instant.
const LED_IN: f32 = 0.5;

/// A sound that is no cue of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// A pure tone, to find out whether it is heard: one that stands for each register.
    Trial(Register),
    /// A soft swell before the first cue, for headphones that sleep.
    Swell,
}

impl Signal {
    /// Returns its pitch.
    pub const fn hz(self) -> f64 {
        match self {
            Self::Trial(Register::Low) => 350.0,
            Self::Trial(Register::Middle) => 660.0,
            Self::Trial(Register::High) => 1250.0,
            Self::Swell => G4,
        }
    }

    /// Returns its samples.
    pub fn samples(self, rate: u32) -> Vec<f32> {
        let (length_ms, edge_ms, peak) = match self {
            // As loud as the tones, and longer, so with a lesser peak.
            Self::Trial(_) => (900, 60, 0.16),
            Self::Swell => (1800, 900, 0.02),
        };
        let (length, edge) = (frames(length_ms, rate), frames(edge_ms, rate) as f64);
        let wave = |frame: usize| {
            // From silence to the middle and back, as a cosine goes: no click, and no edge that could be taken for a cue.
            let near = ((frame + 1).min(length - frame) as f64 / edge).min(1.0);
            let swell = 0.5 - 0.5 * (TAU / 2.0 * near).cos();
            (peak * swell * (TAU * self.hz() * frame as f64 / f64::from(rate)).sin()) as f32
        };
        (0..length).map(wave).collect()
    }
}

/// Returns the pitch that a pitch of the middle register has in another: nearer to one end, in the same order, and on a
/// semitone, so that what sounds together still agrees.
pub fn pitch(hz: f64, register: Register) -> f64 {
    let foot = match register {
        Register::Middle => return hz,
        Register::Low => FOOT,
        Register::High => 2.0 * FOOT,
    };
    let semitones = (12.0 * SQUEEZE * (hz / E4).log2()).round();
    (foot * (semitones / 12.0).exp2()).clamp(LOWEST, HIGHEST)
}

/// Returns the samples of a tone. The first is not zero at 16 bits, so that a tone begins where it begins.
pub fn tone(tone: Tone, rate: u32, register: Register) -> Vec<f32> {
    let recipe = recipe(tone);
    let frames = recipe.notes.iter().map(|note| frames(note.from_ms + note.length_ms, rate)).max().unwrap_or(0);
    let mut mix = vec![0.0; frames];
    for note in recipe.notes {
        let note = Note { hz: pitch(note.hz, register), to: pitch(note.to, register), ..*note };
        let from = frames_before(&note, rate);
        for (at, sample) in mix[from..].iter_mut().zip(sing(&note, rate)) {
            *at += sample;
        }
    }
    let peak = mix.iter().fold(f64::MIN_POSITIVE, |peak, sample| peak.max(sample.abs()));
    mix.into_iter().map(|sample| (sample * recipe.peak / peak) as f32).collect()
}

fn frames(ms: u32, rate: u32) -> usize {
    (u64::from(ms) * u64::from(rate) / 1000) as usize
}

fn frames_before(note: &Note, rate: u32) -> usize {
    frames(note.from_ms, rate)
}

/// The samples of one note. It is a cosine, whose first sample is already heard while the swell is at its first step.
fn sing(note: &Note, rate: u32) -> impl Iterator<Item = f64> {
    let length = frames(note.length_ms, rate);
    let attack = frames(ATTACK_MS, rate) as f64;
    let release = frames(RELEASE_MS, rate) as f64;
    let second = f64::from(rate);
    let bend = (note.to / note.hz).powf(1.0 / length as f64);
    let loss = (-1000.0 / (second * note.decay_ms)).exp();
    let (mut turn, mut hz, mut loud) = (0.0_f64, note.hz, note.weight);
    (0..length).map(move |frame| {
        let at = frame as f64;
        let harmonics = note.harmonics.iter().zip(1_u32..).map(|(share, nth)| (share, f64::from(nth)));
        let wave: f64 = harmonics.map(|(share, nth)| share * audible(hz * nth) * (turn * nth).cos()).sum();
        let swell = ((at + 1.0) / attack).min(1.0);
        let fade = ((length as f64 - at) / release).min(1.0);
        let sample = loud * wave * swell * fade;
        turn = (turn + TAU * hz / second) % TAU;
        (hz, loud) = (hz * bend, loud * loss);
        sample
    })
}

/// Leaves out what would lie above [`HIGHEST`], softly, for a glide may bring it there.
fn audible(hz: f64) -> f64 {
    ((HIGHEST - hz) / 100.0).clamp(0.0, 1.0)
}

/// All the tones at one rate, made once and shared.
#[derive(Debug, Clone)]
pub struct Tones {
    samples: Arc<[Arc<[f32]>]>,
    rate: u32,
    tuning: Tuning,
}

impl Tones {
    /// Makes them.
    pub fn at(rate: u32, tuning: Tuning) -> Self {
        let samples = match tuning.quiet {
            Wanted::No => Tone::ALL.into_iter().map(|each| tone(each, rate, tuning.register).into()).collect(),
            Wanted::Yes => {
                let tick = tone(Tone::Tick, rate, tuning.register);
                let soft: Arc<[f32]> = tick.iter().map(|sample| sample * LED_IN).collect();
                let tick = tick.into();
                let leads = |each: Tone| slight(each) || each == Tone::Last;
                Tone::ALL.into_iter().map(|each| Arc::clone(if leads(each) { &soft } else { &tick })).collect()
            }
        };
        Self { samples, rate, tuning }
    }

    /// Returns the samples of one.
    pub fn get(&self, tone: Tone) -> &Arc<[f32]> {
        &self.samples[tone as usize]
    }

    /// Returns the frames in a second.
    pub const fn rate(&self) -> u32 {
        self.rate
    }

    /// Returns how they were made.
    pub const fn tuning(&self) -> Tuning {
        self.tuning
    }

    /// Returns what a tone is heard as.
    pub const fn heard(&self, tone: Tone) -> Tone {
        match self.tuning.quiet {
            Wanted::No => tone,
            Wanted::Yes => Tone::Tick,
        }
    }
}

/// Tones that lead to something or divide it: they yield to one that was said.
pub const fn slight(tone: Tone) -> bool {
    matches!(tone, Tone::Tick | Tone::Half | Tone::Beat)
}

//! A whole score as a sound file, every cue on its sample.

use std::time::Duration;

use serde::Serialize;

use super::own::OwnVoice;
use super::tones::{Tones, Tuning};
use super::voices::Voices;
use crate::practice::plan::Plan;
use crate::practice::score::{Cue, Score, Spoken};

mod form;

pub use form::Form;

/// Frames in a second of a rendered file. It divides by 1000, so that a whole millisecond is a whole frame.
pub const RATE: u32 = 48_000;

/// A cue and where it is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// What sounds.
    pub cue: Cue,
    /// The sample at which it begins.
    pub sample: u64,
    /// For how many it sounds; the next cue cuts it short.
    pub samples: u64,
}

/// A phrase and where it is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// What is said.
    pub spoken: Spoken,
    /// The sample at which it begins.
    pub sample: u64,
    /// For how many it sounds.
    pub samples: u64,
}

/// A score laid out on samples.
#[derive(Debug, Clone)]
pub struct Render {
    placed: Vec<Placed>,
    said: Vec<Said>,
    tones: Tones,
    voice: OwnVoice,
    samples: u64,
}

const BLOCK: usize = 4096;

impl Render {
    /// Lays out the score of a plan. The file lasts as long as the plan, and until its last tone has died away.
    pub fn new(score: &Score, plan: &Plan) -> Self {
        let tuning = Tuning { quiet: score.profile().quiet, ..Tuning::default() };
        let mut render = Self::tuned(score.cues(), plan.total(), tuning);
        let samples = |spoken: &Spoken| (spoken.length.as_millis() * u128::from(RATE) / 1000) as u64;
        let place = |spoken: &Spoken| Said { spoken: *spoken, sample: frame_of(spoken.at), samples: samples(spoken) };
        render.said = score.speech().iter().map(place).collect();
        let heard = render.said.iter().map(|said| said.sample + said.samples).max().unwrap_or(0);
        render.samples = render.samples.max(heard);
        render
    }

    /// Has this voice say it, which knows texts of the program's own.
    #[must_use]
    pub fn by(self, voice: OwnVoice) -> Self {
        Self { voice, ..self }
    }

    /// Lays out cues, in order, for a file that lasts at least `total`.
    pub fn of(cues: &[Cue], total: Duration) -> Self {
        Self::tuned(cues, total, Tuning::default())
    }

    /// As [`Self::of`], with the tones made as told.
    pub fn tuned(cues: &[Cue], total: Duration, tuning: Tuning) -> Self {
        let tones = Tones::at(RATE, tuning);
        let begins = |cue: &Cue| frame_of(cue.at);
        let place = |(index, cue): (usize, &Cue)| {
            let sample = begins(cue);
            let next = cues[index..].iter().map(begins).find(|&begin| begin > sample);
            let whole = tones.get(cue.tone).len() as u64;
            let room = next.map_or(whole, |next| next - sample);
            Placed { cue: *cue, sample, samples: if room < whole { (room - 1).max(1) } else { whole } }
        };
        let placed: Vec<_> = cues.iter().enumerate().map(place).collect();
        let heard = placed.iter().map(|placed| placed.sample + placed.samples).max().unwrap_or(0);
        Self { placed, said: Vec::new(), tones, voice: OwnVoice::default(), samples: heard.max(frame_of(total)) }
    }

    /// Returns every phrase with its place.
    pub fn said(&self) -> &[Said] {
        &self.said
    }

    /// Returns every cue with its place.
    pub fn cues(&self) -> &[Placed] {
        &self.placed
    }

    /// Returns the length of the file.
    pub const fn samples(&self) -> u64 {
        self.samples
    }

    /// Hands out the samples, in order and a block at a time.
    ///
    /// # Errors
    /// The first error of `each`.
    pub fn play<E>(&self, mut each: impl FnMut(&[i16]) -> Result<(), E>) -> Result<(), E> {
        let (mut voices, mut speech) = (Voices::new(RATE), Voices::new(RATE));
        let (mut coming, mut to_say) = (self.placed.iter().peekable(), self.said.iter().peekable());
        let (mut block, mut words, mut whole) = ([0.0; BLOCK], [0.0; BLOCK], [0; BLOCK]);
        let mut frame = 0;
        while frame < self.samples {
            let length = (self.samples - frame).min(BLOCK as u64);
            // What begins in the block after this one may cut short what sounds in this one.
            let sight = frame + 2 * BLOCK as u64;
            while let Some(placed) = coming.next_if(|placed| placed.sample < sight) {
                voices.begin(placed.sample, self.tones.get(placed.cue.tone));
            }
            while let Some(said) = to_say.next_if(|said| said.sample < sight) {
                let samples = self.voice.samples(said.spoken.phrase, RATE).unwrap_or_default();
                speech.begin(said.sample, &samples.into());
            }
            let (block, words) = (&mut block[..length as usize], &mut words[..length as usize]);
            voices.fill(frame, block);
            speech.fill(frame, words);
            for (whole, (tone, word)) in whole.iter_mut().zip(block.iter().zip(words.iter())) {
                *whole = ((tone + word) * f32::from(i16::MAX)).round() as i16;
            }
            each(&whole[..length as usize])?;
            frame += length;
        }
        Ok(())
    }

    /// Returns the cues as the JSON of `render --cues`.
    pub fn cues_json(&self) -> String {
        let tones = self.placed.iter().map(|placed| CueJson {
            cue: self.tones.heard(placed.cue.tone).id().to_owned(),
            kind: "tone",
            sample: placed.sample,
            samples: placed.samples,
            step: placed.cue.step,
        });
        let said = self.said.iter().map(|said| CueJson {
            cue: said.spoken.phrase.id(),
            kind: "speech",
            sample: said.sample,
            samples: said.samples,
            step: said.spoken.step,
        });
        let mut cues: Vec<_> = tones.chain(said).collect();
        cues.sort_by_key(|cue| cue.sample);
        let sheet = SheetJson { sample_rate: RATE, cues };
        serde_json::to_string_pretty(&sheet).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct SheetJson {
    sample_rate: u32,
    cues: Vec<CueJson>,
}

#[derive(Serialize)]
struct CueJson {
    cue: String,
    kind: &'static str,
    sample: u64,
    samples: u64,
    step: usize,
}

/// The nearest sample to a time: exact for whole milliseconds.
fn frame_of(at: Duration) -> u64 {
    ((at.as_nanos() * u128::from(RATE) + 500_000_000) / 1_000_000_000) as u64
}

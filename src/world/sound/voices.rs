//! What sounds at a frame: tones that begin on their frame, and end early, softly, where the next one begins.

use std::sync::Arc;
use std::time::Duration;

use super::tones::LOUDEST;

/// So many may sound together; more are never begun at one instant.
const MOST: usize = 16;

/// A tone that sounds, or is about to.
#[derive(Debug)]
struct Voice {
    samples: Arc<[f32]>,
    begins: u64,
    /// The frame from which it is silent.
    ends: u64,
    /// The frame from which the fade to `ends` is under way, where something cuts it short.
    fades: Option<u64>,
    gain: f32,
    /// The instant it belongs to, where it is a cue of a score.
    due: Option<Duration>,
    /// True for what yields to a tone that was said.
    slight: bool,
}

/// All that sounds.
#[derive(Debug)]
pub struct Voices {
    voices: Vec<Voice>,
    fade: u64,
}

impl Voices {
    /// Returns silence at a rate.
    pub fn new(rate: u32) -> Self {
        Self { voices: Vec::with_capacity(MOST), fade: fade_frames(rate) }
    }

    /// Begins a tone at a frame not yet filled. What would still sound then fades out before it; what begins on the same
    /// frame sounds with it, the two no louder than [`LOUDEST`].
    pub fn begin(&mut self, frame: u64, samples: &Arc<[f32]>) {
        self.add(frame, samples, None, false);
    }

    /// As [`Self::begin`], for a cue that was due at an instant.
    pub fn begin_due(&mut self, frame: u64, samples: &Arc<[f32]>, due: Duration, slight: bool) {
        self.add(frame, samples, Some(due), slight);
    }

    fn add(&mut self, frame: u64, samples: &Arc<[f32]>, due: Option<Duration>, slight: bool) {
        self.cut(frame);
        if self.voices.len() == MOST {
            return;
        }
        let next = self.voices.iter().map(|voice| voice.begins).filter(|&begins| begins > frame).min();
        let ends = frame + samples.len() as u64;
        self.voices.push(Voice {
            samples: Arc::clone(samples),
            begins: frame,
            ends,
            fades: None,
            gain: 1.0,
            due,
            slight,
        });
        if let Some(next) = next {
            self.cut(next);
        }
        let together = |voice: &&mut Voice| voice.begins == frame;
        let peaks: f32 = self.voices.iter_mut().filter(together).map(|voice| peak(&voice.samples)).sum();
        let gain = if peaks > LOUDEST { LOUDEST / peaks } else { 1.0 };
        self.voices.iter_mut().filter(together).for_each(|voice| voice.gain = gain);
    }

    /// Fades out what began before a frame, so that the frame before it is silent.
    pub fn cut(&mut self, frame: u64) {
        let last = frame.saturating_sub(1);
        for voice in self.voices.iter_mut().filter(|voice| voice.begins < frame && voice.ends > last) {
            voice.ends = last.max(voice.begins + 1);
            voice.fades = Some(voice.ends.saturating_sub(self.fade).max(voice.begins));
        }
    }

    /// Forgets the cues that have not begun at a frame and whose instant is one of those.
    pub fn forget(&mut self, frame: u64, those: impl Fn(Duration) -> bool) {
        self.voices.retain(|voice| voice.begins < frame || !voice.due.is_some_and(&those));
    }

    /// Forgets the slight cues that have not begun at a frame.
    pub fn forget_slight(&mut self, frame: u64) {
        self.voices.retain(|voice| voice.begins < frame || !voice.slight);
    }

    /// Returns the frames a fade takes, with the silent one after it.
    pub const fn fade(&self) -> u64 {
        self.fade + 1
    }

    /// Returns true when nothing sounds at a frame or after it.
    pub fn silent_from(&self, frame: u64) -> bool {
        self.voices.iter().all(|voice| voice.ends <= frame)
    }

    /// Writes what sounds in the frames from `frame` on over `block`.
    pub fn fill(&mut self, frame: u64, block: &mut [f32]) {
        block.fill(0.0);
        let after = frame + block.len() as u64;
        for voice in &self.voices {
            for at in voice.begins.max(frame)..voice.ends.min(after) {
                block[(at - frame) as usize] += voice.sample(at);
            }
        }
        self.voices.retain(|voice| voice.ends > after);
    }
}

impl Voice {
    fn sample(&self, at: u64) -> f32 {
        let sample = self.gain * self.samples[(at - self.begins) as usize];
        match self.fades {
            Some(from) if at >= from => sample * (self.ends - at) as f32 / (self.ends - from + 1) as f32,
            _ => sample,
        }
    }
}

/// A fade lasts at least 5 ms.
const fn fade_frames(rate: u32) -> u64 {
    rate.div_ceil(200) as u64
}

fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak: f32, sample| peak.max(sample.abs()))
}

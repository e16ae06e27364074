//! What a card has played, as samples by the monotonic clock.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::paced_card::{FRAME, RATE};

/// Above the bed, below the first samples of every sound.
const AUDIBLE: f32 = 2.0e-4;
/// Words are compared at this part of the rate: enough for a voice.
const COARSE: usize = 12;

/// A recording of the first of two equal channels.
pub struct Recording {
    samples: Vec<f32>,
    /// The instant of the first sample.
    began: Duration,
}

impl Recording {
    /// Reads what the card has played at its first start.
    pub fn read(folder: &Path) -> Self {
        let raw = fs::read(folder.join("card-0.raw")).unwrap();
        let log = fs::read_to_string(folder.join("card-0.log")).unwrap();
        let (mut samples, mut began, mut byte) = (Vec::new(), None, 0);
        for line in log.lines() {
            let Some((at, bytes)) = line.split_once(' ') else { break };
            let (Ok(at), Ok(bytes)) = (at.parse().map(Duration::from_nanos), bytes.parse::<usize>()) else { break };
            let Some(block) = raw.get(byte..byte + bytes) else { break };
            let began = *began.get_or_insert(at);
            // Where the card had nothing to play, what follows comes later.
            let place = frames(at.saturating_sub(began));
            samples.resize(place.max(samples.len()), 0.0);
            samples.extend(block.chunks_exact(FRAME).map(|f| f32::from_le_bytes([f[0], f[1], f[2], f[3]])));
            byte += bytes;
        }
        Self { samples, began: began.unwrap() }
    }

    /// Returns the loudest sample.
    pub fn peak(&self) -> f32 {
        self.samples.iter().fold(0.0, |peak, sample| peak.max(sample.abs()))
    }

    /// Returns how long after an instant the first sound begins that has silence before it, within a time.
    pub fn onset(&self, from: Duration, within: Duration) -> Option<Duration> {
        let first = self.place(from);
        let last = self.place(from + within).min(self.samples.len());
        let silence = RATE as usize / 200;
        let mut silent = 0;
        for (at, sample) in self.samples.iter().enumerate().take(last).skip(first.saturating_sub(silence)) {
            if sample.abs() <= AUDIBLE {
                silent += 1;
            } else if silent >= silence && at >= first {
                return Some(Duration::from_secs_f64((at - first) as f64 / f64::from(RATE)));
            } else {
                silent = 0;
            }
        }
        None
    }

    /// Returns true where anything is heard between two instants.
    pub fn sounds(&self, from: Duration, to: Duration) -> bool {
        self.between(from, to).iter().any(|sample| sample.abs() > AUDIBLE)
    }

    /// Returns the instants at which something is heard outside of all these spans, one for each tenth of a second.
    pub fn heard_outside(&self, spans: &[(Duration, Duration)]) -> Vec<Duration> {
        let mut silent = vec![true; self.samples.len()];
        for &(from, to) in spans {
            let (from, to) = (self.place(from).min(silent.len()), self.place(to).min(silent.len()));
            silent[from..to.max(from)].fill(false);
        }
        let mut found = Vec::new();
        for (at, _) in
            self.samples.iter().zip(&silent).enumerate().filter(|(_, (s, silent))| **silent && s.abs() > AUDIBLE)
        {
            let tenth = Duration::from_millis(at as u64 * 10 / u64::from(RATE) * 100);
            if found.last() != Some(&(self.began + tenth)) {
                found.push(self.began + tenth);
            }
        }
        found
    }

    /// Returns how like these words are to what is heard at an instant, give or take `near`: 1 is the same.
    pub fn likeness(&self, words: &[f32], at: Duration, near: Duration) -> f32 {
        let words = coarse(words);
        let span = Duration::from_secs_f64((words.len() * COARSE) as f64 / f64::from(RATE));
        let heard = coarse(self.between(at.saturating_sub(near), at + span + near));
        let power = |samples: &[f32]| samples.iter().map(|sample| sample * sample).sum::<f32>().sqrt();
        let own = power(&words);
        let like = |window: &[f32]| {
            let dot: f32 = window.iter().zip(&words).map(|(one, other)| one * other).sum();
            dot / (own * power(window)).max(f32::MIN_POSITIVE)
        };
        heard.windows(words.len()).map(like).fold(0.0, f32::max)
    }

    fn between(&self, from: Duration, to: Duration) -> &[f32] {
        let (from, to) = (self.place(from).min(self.samples.len()), self.place(to).min(self.samples.len()));
        &self.samples[from..to.max(from)]
    }

    fn place(&self, at: Duration) -> usize {
        frames(at.saturating_sub(self.began))
    }
}

fn frames(time: Duration) -> usize {
    (time.as_secs_f64() * f64::from(RATE)).round() as usize
}

fn coarse(samples: &[f32]) -> Vec<f32> {
    samples.chunks_exact(COARSE).map(|some| some.iter().sum::<f32>() / COARSE as f32).collect()
}

//! The voice: phrases spoken beforehand, one Ogg Vorbis file each, inside the program. See `assets/voice/README.md`.

use std::collections::HashMap;
use std::f64::consts::PI;
use std::io::Cursor;
use std::sync::LazyLock;
use std::time::Duration;

use lewton::inside_ogg::OggStreamReader;
use rust_embed::RustEmbed;

use crate::practice::score::{Lengths, Phrase};

#[derive(RustEmbed)]
#[folder = "assets/voice/en/"]
struct Files;

/// Frames in a second of the files.
pub const RATE: u32 = 22_050;

/// The voice that is inside the program.
#[derive(Debug, Clone, Copy, Default)]
pub struct Voice;

/// How many samples each phrase has, by its id. Nothing is decoded for this.
static SAMPLES: LazyLock<HashMap<String, u64>> = LazyLock::new(|| {
    let named = |name: &str| Some((name.strip_suffix(".ogg")?.to_owned(), last_position(&Files::get(name)?.data)?));
    Files::iter().filter_map(|name| named(&name)).collect()
});

impl Lengths for Voice {
    fn length(&self, phrase: Phrase) -> Option<Duration> {
        let samples = SAMPLES.get(&phrase.id())?;
        Some(Duration::from_millis((samples * 1000).div_ceil(u64::from(RATE))))
    }
}

impl Voice {
    /// Returns the ids of all phrases that have a sound.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        SAMPLES.keys().map(String::as_str)
    }

    /// Decodes a phrase as it is kept; `None` where it has no sound.
    pub fn decode(phrase: Phrase) -> Option<Vec<f32>> {
        let id = phrase.id();
        let samples = usize::try_from(*SAMPLES.get(&id)?).ok()?;
        let file = Files::get(&format!("{id}.ogg"))?;
        let mut reader = OggStreamReader::new(Cursor::new(file.data)).ok()?;
        if (reader.ident_hdr.audio_channels, reader.ident_hdr.audio_sample_rate) != (1, RATE) {
            return None;
        }
        let mut decoded = Vec::with_capacity(samples);
        while let Some(packet) = reader.read_dec_packet_generic::<Vec<Vec<f32>>>().ok()? {
            decoded.extend(packet.into_iter().next()?);
        }
        // The last block of a file is longer than what was put into it.
        decoded.resize(samples, 0.0);
        soften(&mut decoded);
        Some(decoded)
    }

    /// Returns the samples of a phrase at a rate.
    pub fn samples(phrase: Phrase, rate: u32) -> Option<Vec<f32>> {
        Some(resampled(&Self::decode(phrase)?, RATE, rate))
    }
}

/// Fades 5 ms in and out: the coding may leave a little where the silence is cut.
fn soften(samples: &mut [f32]) {
    let fade = RATE as usize / 200;
    let weights = (0..fade).map(|at| at as f32 / fade as f32);
    samples.iter_mut().zip(weights.clone()).for_each(|(sample, weight)| *sample *= weight);
    samples.iter_mut().rev().zip(weights).for_each(|(sample, weight)| *sample *= weight);
}

/// Returns how many samples an Ogg file holds: the position that its last page ends at.
fn last_position(file: &[u8]) -> Option<u64> {
    let page = file.windows(4).rposition(|four| four == b"OggS")?;
    let position = file.get(page + 6..page + 14)?;
    Some(u64::from_le_bytes(position.try_into().ok()?))
}

/// Samples of the source on either side that make one of the result.
const REACH: i64 = 24;

/// Brings samples to another rate, by a windowed sinc: speech has little just below half of its rate, so nothing is lost.
pub fn resampled(samples: &[f32], from: u32, to: u32) -> Vec<f32> {
    if from == to {
        return samples.to_vec();
    }
    let shared = gcd(from, to);
    let (up, down) = (i64::from(to / shared), i64::from(from / shared));
    // A slower rate holds less: what would fold back is left out.
    let width = (f64::from(to) / f64::from(from)).min(1.0);
    let kernel = |away: f64| {
        let turn = PI * away * width;
        let sinc = if turn.abs() < 1e-9 { 1.0 } else { turn.sin() / turn };
        let window = 0.5 + 0.5 * (PI * away / REACH as f64).cos();
        (width * sinc * window) as f32
    };
    let phases: Vec<Vec<f32>> = (0..up)
        .map(|phase| (1 - REACH..REACH).map(|tap| kernel(tap as f64 - phase as f64 / up as f64)).collect())
        .collect();
    let length = (samples.len() as i64 * up).div_euclid(down) + i64::from((samples.len() as i64 * up) % down != 0);
    // With silence on either side no tap reaches past an end.
    let mut wide = vec![0.0; samples.len() + 2 * REACH as usize];
    wide[REACH as usize - 1..][..samples.len()].copy_from_slice(samples);
    (0..length)
        .map(|frame| {
            let (whole, phase) = ((frame * down).div_euclid(up), (frame * down).rem_euclid(up));
            let (weights, reached) = (&phases[phase as usize], &wide[whole as usize..]);
            weights.iter().zip(reached).map(|(weight, sample)| weight * sample).sum()
        })
        .collect()
}

const fn gcd(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { gcd(other, one % other) }
}

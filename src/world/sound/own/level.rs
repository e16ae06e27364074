//! A WAV file of speech made into a phrase like the others: cut to its sound, at their level, as `tools/voice/render` does.

use std::io::Cursor;

use hound::{SampleFormat, WavReader};

use crate::world::sound::voice::{self, resampled};

/// 20 ms, by which loudness is measured.
const FRAME: usize = voice::RATE as usize / 50;
const FADE: usize = voice::RATE as usize / 200;
/// The level of every phrase, −23 dB beside full scale, measured where it is within 25 dB of the loudest.
const LEVEL: f32 = 0.070_79;
const SPEECH: f32 = 0.056_23;
/// No sample is above this.
const PEAK: f32 = 0.36;
/// What lies so far below the loudest is no speech: −38 dB.
const SILENT: f32 = 0.012_6;
/// A longer one would find no room; a shorter one says nothing.
const LONGEST: usize = 12 * voice::RATE as usize;
const SHORTEST: usize = voice::RATE as usize / 10;
const RATES: std::ops::RangeInclusive<u32> = 8_000..=96_000;

/// Returns the samples of a file at [`voice::RATE`]; none where it holds no speech.
pub fn speech(wave: &[u8]) -> Option<Vec<f32>> {
    let (samples, rate) = read(wave)?;
    let mut samples = trimmed(&resampled(&samples, rate, voice::RATE))?;
    for _ in 0..4 {
        let loud = loudness(&samples)?;
        for sample in &mut samples {
            *sample *= LEVEL / loud;
        }
        limit(&mut samples);
    }
    Some(samples)
}

/// Reads one or two channels as one. A file that was written into a pipe does not know its own length: it is read to its end.
fn read(wave: &[u8]) -> Option<(Vec<f32>, u32)> {
    let mut wave = WavReader::new(Cursor::new(wave)).ok()?;
    let spec = wave.spec();
    if !RATES.contains(&spec.sample_rate) || !(1..=2).contains(&spec.channels) {
        return None;
    }
    let samples: Vec<f32> = match spec.sample_format {
        SampleFormat::Int => {
            let full = (1_i64 << (spec.bits_per_sample.clamp(1, 32) - 1)) as f32;
            wave.samples::<i32>().map_while(Result::ok).map(|sample| sample as f32 / full).collect()
        }
        SampleFormat::Float => wave.samples::<f32>().map_while(Result::ok).collect(),
    };
    let mixed = samples.chunks_exact(usize::from(spec.channels));
    let mixed: Vec<_> = mixed.map(|frame| frame.iter().sum::<f32>() / frame.len() as f32).collect();
    mixed.iter().all(|sample| sample.is_finite() && sample.abs() <= 1.0).then_some((mixed, spec.sample_rate))
}

/// Cuts the silence at both ends, and fades in and out.
fn trimmed(samples: &[f32]) -> Option<Vec<f32>> {
    let loudest = frames(samples).fold(0.0, f32::max);
    let heard = |sample: &f32| sample.abs() > loudest * SILENT;
    let first = samples.iter().position(heard)?.saturating_sub(FADE);
    let last = (samples.iter().rposition(heard)? + FADE).min(samples.len() - 1);
    let mut cut = samples[first..=last].to_vec();
    if !(SHORTEST..=LONGEST).contains(&cut.len()) {
        return None;
    }
    let weights = (0..FADE).map(|at| at as f32 / FADE as f32);
    cut.iter_mut().zip(weights.clone()).for_each(|(sample, weight)| *sample *= weight);
    cut.iter_mut().rev().zip(weights).for_each(|(sample, weight)| *sample *= weight);
    Some(cut)
}

/// The level of every 20 ms.
fn frames(samples: &[f32]) -> impl Iterator<Item = f32> {
    samples.chunks_exact(FRAME).map(|frame| (frame.iter().map(|each| each * each).sum::<f32>() / FRAME as f32).sqrt())
}

/// The level of those that are speech.
fn loudness(samples: &[f32]) -> Option<f32> {
    let least = frames(samples).fold(0.0, f32::max) * SPEECH;
    let spoken: Vec<_> = frames(samples).filter(|&level| level > least).collect();
    let power = spoken.iter().map(|level| level * level).sum::<f32>() / spoken.len() as f32;
    (power > 0.0).then(|| power.sqrt())
}

/// Turns the gain down smoothly around every peak that is too high.
fn limit(samples: &mut [f32]) {
    let mut gain = vec![1.0_f32; samples.len()];
    let around = |at: usize, reach: usize| at.saturating_sub(reach)..(at + reach + 1).min(samples.len());
    for (at, sample) in samples.iter().enumerate().filter(|(_, sample)| sample.abs() > PEAK) {
        for near in &mut gain[around(at, FADE)] {
            *near = near.min(PEAK / sample.abs());
        }
    }
    let mut sums = vec![0.0_f64; gain.len() + 1];
    for (at, &gain) in gain.iter().enumerate() {
        sums[at + 1] = sums[at] + f64::from(gain);
    }
    let smooth = |at: usize| {
        let near = around(at, FADE / 2);
        (sums[near.end] - sums[near.start]) / near.len() as f64
    };
    let smooth: Vec<_> = (0..gain.len()).map(smooth).collect();
    samples.iter_mut().zip(smooth).for_each(|(sample, gain)| *sample *= gain as f32);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_broken_anywhere_is_refused_or_read_and_never_more_than_that() {
        let spec =
            hound::WavSpec { channels: 1, sample_rate: 22_050, bits_per_sample: 16, sample_format: SampleFormat::Int };
        let mut whole = Cursor::new(Vec::new());
        let mut wav = hound::WavWriter::new(&mut whole, spec).unwrap();
        (0..6_000_i16).for_each(|at| wav.write_sample((at % 50 - 25) * 400).unwrap());
        wav.finalize().unwrap();
        let whole = whole.into_inner();
        assert!(speech(&whole).is_some());
        let sane = |samples: Option<Vec<f32>>| {
            samples.is_none_or(|samples| samples.iter().all(|sample| sample.abs() <= PEAK) && samples.len() <= LONGEST)
        };
        for at in 0..44 {
            for byte in [0, 1, 2, 3, 8, 24, 32, 64, 127, 128, 254, 255] {
                let mut broken = whole.clone();
                broken[at] = byte;
                assert!(sane(speech(&broken)), "byte {at} is {byte}");
            }
            assert!(sane(speech(&whole[..at])), "the first {at} bytes");
        }
    }
}

//! What can be read from samples.

use std::f64::consts::TAU;

use kneadwell::world::sound::render::RATE;

/// The greatest sample.
pub fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, sample| peak.max(sample.abs()))
}

/// How much of each frequency is in a slice, in steps of 20 Hz.
pub fn spectrum(slice: &[f32]) -> Vec<(f64, f64)> {
    let window = |at: usize| 0.5 - 0.5 * (TAU * at as f64 / slice.len() as f64).cos();
    let seen: Vec<_> = slice.iter().enumerate().map(|(at, &sample)| f64::from(sample) * window(at)).collect();
    // Goertzel's way to one bin of a Fourier transform.
    let power = |hz: f64| {
        let turn = 2.0 * (TAU * hz / f64::from(RATE)).cos();
        let (last, before) =
            seen.iter().fold((0.0, 0.0), |(last, before), sample| (sample + turn * last - before, last));
        last * last + before * before - turn * last * before
    };
    (3..200).map(|step| f64::from(step) * 20.0).map(|hz| (hz, power(hz))).collect()
}

/// The frequency that is strongest in a slice.
#[allow(dead_code, reason = "not every test asks for it")]
pub fn strongest(slice: &[f32]) -> f64 {
    let greater = |one: &(f64, f64), other: &(f64, f64)| one.1.total_cmp(&other.1);
    spectrum(slice).into_iter().max_by(greater).map_or(0.0, |bin| bin.0)
}

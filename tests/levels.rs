//! How loud every cue is: its peak, and its loudness by ITU-R BS.1770. `cargo test --test levels -- --nocapture` prints the
//! table of docs/sound.md.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests too may say that something went wrong")]

#[path = "support/listen.rs"]
mod listen;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use ebur128::{EbuR128, Mode};
use kneadwell::practice::score::{Phrase, Register, Tone, Wanted};
use kneadwell::world::sound::render::RATE;
use kneadwell::world::sound::tones::{LOUDEST, Signal, Tones, Tuning, tone};
use kneadwell::world::sound::voice::{self, Voice};
use listen::peak;

/// The greatest loudness that any 400 ms of a sound have, in LUFS; what is shorter counts with the silence around it, as an
/// ear gathers it.
fn loudness(samples: &[f32], rate: u32) -> f64 {
    let mut meter = EbuR128::new(1, rate, Mode::M).unwrap();
    let silence = vec![0.0; rate as usize * 2 / 5];
    let sound = [&silence, samples, &silence].concat();
    // A step of 10 ms finds the loudest window.
    let heard = sound.chunks(rate as usize / 100).map(|step| {
        meter.add_frames_f32(step).unwrap();
        meter.loudness_momentary().unwrap()
    });
    heard.fold(f64::NEG_INFINITY, f64::max)
}

/// How loud a tone is meant to be, in LUFS: what starts, changes or ends something is equally loud, "too much is heard" may
/// stand out, what leads to something is softer, and what divides it softer still.
const fn meant(tone: Tone) -> (f64, f64) {
    match tone {
        Tone::Press
        | Tone::StepUp
        | Tone::Release
        | Tone::Stretch
        | Tone::Switch
        | Tone::Done
        | Tone::Last
        | Tone::Resume => (-22.0, -17.0),
        Tone::Ease => (-18.0, -14.5),
        Tone::Ready | Tone::Rest => (-23.5, -19.5),
        Tone::Beat | Tone::Half => (-32.0, -29.0),
        Tone::Tick => (-37.0, -34.0),
    }
}

/// How loud every phrase is, gated.
const PHRASES: (f64, f64) = (-28.0, -23.0);
const PHRASE_PEAK: f32 = 0.46;

fn within((least, most): (f64, f64), level: f64) -> bool {
    (least..=most).contains(&level)
}

fn decibels(peak: f32) -> f64 {
    20.0 * f64::from(peak).log10()
}

#[test]
fn every_tone_is_as_loud_as_it_is_meant_in_every_register() {
    for register in Register::ALL {
        for each in Tone::ALL {
            let samples = tone(each, RATE, register);
            let loudness = loudness(&samples, RATE);
            assert!(within(meant(each), loudness), "{each:?} {register:?}: {loudness:.1} LUFS");
            assert!((0.12..=0.37).contains(&peak(&samples)), "{each:?} {register:?}: {}", peak(&samples));
        }
        let trial = Signal::Trial(register).samples(RATE);
        let loudness = loudness(&trial, RATE);
        assert!(within(meant(Tone::Press), loudness), "a tone on trial {register:?}: {loudness:.1} LUFS");
    }
    assert!(loudness(&Signal::Swell.samples(RATE), RATE) < -36.0);
}

#[test]
fn in_a_quiet_room_every_instant_is_equally_loud_and_what_leads_to_it_half_as_loud() {
    for register in Register::ALL {
        let quiet = Tones::at(RATE, Tuning { register, quiet: Wanted::Yes });
        let of = |tone| loudness(quiet.get(tone), RATE);
        let instants = [Tone::Press, Tone::Release, Tone::Stretch, Tone::StepUp, Tone::Ease, Tone::Done].map(of);
        assert!(instants.iter().all(|each| (each - instants[0]).abs() < 0.1), "{instants:?}");
        assert!((instants[0] - of(Tone::Tick) - 6.0).abs() < 0.2);
    }
}

#[test]
fn every_phrase_is_as_loud_as_the_others() {
    for phrase in Phrase::all() {
        let samples = Voice::decode(phrase).unwrap();
        let mut meter = EbuR128::new(1, voice::RATE, Mode::I).unwrap();
        let silence = vec![0.0; voice::RATE as usize * 2 / 5];
        meter.add_frames_f32(&[&silence, &samples[..], &silence].concat()).unwrap();
        let loudness = meter.loudness_global().unwrap();
        assert!(within(PHRASES, loudness), "{}: {loudness:.1} LUFS", phrase.id());
        assert!(peak(&samples) <= PHRASE_PEAK, "{}: {}", phrase.id(), peak(&samples));
    }
    // A tone and a word together never clip.
    const { assert!(LOUDEST + PHRASE_PEAK < 1.0) };
}

/// A line of the table: peak in dBFS, loudness in LUFS in each register.
fn line(each: Tone) -> (String, Vec<f64>) {
    let peaks = decibels(peak(&tone(each, RATE, Register::Middle)));
    let loud = Register::ALL.map(|register| loudness(&tone(each, RATE, register), RATE));
    let figures: Vec<_> = std::iter::once(peaks).chain(loud).collect();
    let mut line = format!("| {} |", each.id());
    for figure in &figures {
        write!(line, " {figure:.1} |").unwrap();
    }
    (line, figures)
}

#[test]
fn the_table_in_the_documents_is_what_is_measured() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sound.md");
    let document = fs::read_to_string(path).unwrap();
    let lines: Vec<_> = Tone::ALL.into_iter().map(|each| (each, line(each))).collect();
    for (_, (line, _)) in &lines {
        println!("{line}");
    }
    for (each, (line, figures)) in lines {
        let head = format!("| {} |", each.id());
        let listed = document.lines().find(|line| line.starts_with(&head));
        let listed = listed.unwrap_or_else(|| panic!("docs/sound.md has no line for {head}"));
        let told: Vec<f64> = listed.split('|').filter_map(|cell| cell.trim().parse().ok()).collect();
        let close = told.len() == figures.len() && told.iter().zip(&figures).all(|(a, b)| (a - b).abs() < 0.15);
        assert!(close, "docs/sound.md says {listed}, measured is {line}");
    }
}

//! The tones where ears or loudspeakers need them: low, high, or as ticks alone; the sounds that are no cues, and the warm-up.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests too may say that something went wrong")]

#[path = "support/listen.rs"]
mod listen;

use std::f64::consts::TAU;
use std::time::Duration;

use jiff::Zoned;
use kneadwell::practice::plan::LeadIns;
use kneadwell::practice::program::{Program, Revision};
use kneadwell::practice::score::{Register, Tone, Wanted};
use kneadwell::practice::session::Input;
use kneadwell::practice::setup::Setup;
use kneadwell::world::World;
use kneadwell::world::clock::{Clock, Hand};
use kneadwell::world::settings::Settings;
use kneadwell::world::sound::render::RATE;
use kneadwell::world::sound::tones::{Signal, Tones, Tuning, pitch, tone};
use kneadwell::world::sound::{Overheard, Sound};
use kneadwell::world::stage::Stage;
use listen::{peak, strongest};

const MOVED: [Register; 2] = [Register::Low, Register::High];
/// 43 ms: long enough to know a pitch.
const SLICE: usize = 2048;

#[test]
fn every_pitch_stays_inside_in_order_and_on_its_side() {
    let pitches = || (3000..=15_000).map(|tenth| f64::from(tenth) / 10.0);
    for register in MOVED {
        let moved: Vec<_> = pitches().map(|hz| pitch(hz, register)).collect();
        assert!(moved.iter().all(|hz| (300.0..=1500.0).contains(hz)), "{register:?}");
        assert!(moved.is_sorted(), "{register:?} changes the order");
    }
    for hz in pitches() {
        assert_eq!(pitch(hz, Register::Middle).to_bits(), hz.to_bits(), "the middle is as designed");
        assert!(pitch(hz, Register::Low) < pitch(hz, Register::High));
        // The lowest tones may be a semitone higher in the low register, for it begins at 311 Hz.
        assert!(pitch(hz, Register::Low) < hz * 1.06, "{hz}");
    }
    // The scale of the tones: no two notes become one.
    let scale = [329.63, 392.0, 523.25, 587.33, 659.26, 783.99, 880.0, 1046.5, 1174.66];
    for register in MOVED {
        let apart = scale.map(|hz| pitch(hz, register)).windows(2).all(|pair| pair[1] > pair[0] * 1.05);
        assert!(apart, "{register:?}");
    }
}

/// The pitch at the beginning of a tone and near its end.
fn ends(each: Tone, register: Register) -> (f64, f64) {
    let samples = tone(each, RATE, register);
    let heard = samples.iter().rposition(|sample| sample.abs() > 0.03).unwrap();
    (strongest(&samples[..SLICE]), strongest(&samples[heard - SLICE..heard]))
}

#[test]
fn what_rises_rises_and_what_falls_falls_in_every_register() {
    for register in Register::ALL {
        for each in [Tone::StepUp, Tone::Stretch, Tone::Resume] {
            let (from, to) = ends(each, register);
            assert!(to > from * 1.1, "{each:?} {register:?}: {from} to {to}");
        }
        for each in [Tone::Release, Tone::Ease] {
            let (from, to) = ends(each, register);
            assert!(to < from / 1.1, "{each:?} {register:?}: {from} to {to}");
        }
        let begins = |each| strongest(&tone(each, RATE, register)[..SLICE]);
        assert!(begins(Tone::Press) < begins(Tone::Rest) && begins(Tone::Rest) < begins(Tone::Ready), "{register:?}");
        assert!(begins(Tone::Ready) < begins(Tone::Tick), "{register:?}");
    }
}

/// Every twelfth sample is enough to tell 300 Hz from 1500.
const THINNED: usize = 12;
const SLICE_THINNED: usize = RATE as usize / 25 / THINNED;

/// A wave of each semitone from 300 Hz on, as long as a slice.
fn waves() -> Vec<Vec<(f64, f64)>> {
    let turn =
        |nth: i32, at: usize| TAU * 300.0 * (f64::from(nth) / 12.0).exp2() * (at * THINNED) as f64 / f64::from(RATE);
    (0..28).map(|nth| (0..SLICE_THINNED).map(|at| turn(nth, at).sin_cos()).collect()).collect()
}

/// How strong each semitone is in each slice of a tone, up to 0.75 s: what an ear tells it by.
fn shape(samples: &[f32], waves: &[Vec<(f64, f64)>]) -> Vec<f64> {
    let mut thin: Vec<_> = samples.iter().step_by(THINNED).map(|&sample| f64::from(sample)).collect();
    thin.resize(RATE as usize * 3 / 4 / THINNED, 0.0);
    let power = |slice: &[f64], wave: &[(f64, f64)]| {
        let (sin, cos) = slice
            .iter()
            .zip(wave)
            .fold((0.0, 0.0), |(sin, cos), (sample, wave)| (sin + sample * wave.0, cos + sample * wave.1));
        f64::hypot(sin, cos)
    };
    thin.chunks_exact(SLICE_THINNED).flat_map(|slice| waves.iter().map(move |wave| power(slice, wave))).collect()
}

fn likeness(one: &[f64], other: &[f64]) -> f64 {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    dot(one, other) / (dot(one, one) * dot(other, other)).sqrt()
}

#[test]
fn all_fourteen_are_told_apart_in_every_register() {
    let waves = waves();
    for register in Register::ALL {
        let shapes = Tone::ALL.map(|each| shape(&tone(each, RATE, register), &waves));
        let mut worst = (0.0, Tone::Tick, Tone::Tick);
        for (nth, one) in Tone::ALL.into_iter().enumerate() {
            for other in Tone::ALL.into_iter().skip(nth + 1) {
                let like = likeness(&shapes[one as usize], &shapes[other as usize]);
                if like > worst.0 {
                    worst = (like, one, other);
                }
            }
        }
        println!("{register:?}: most alike are {worst:?}");
        assert!(worst.0 < 0.85, "{register:?}: {worst:?}");
    }
}

#[test]
fn a_quiet_room_hears_ticks_alone_and_the_instant_a_little_more() {
    for register in Register::ALL {
        let quiet = Tones::at(RATE, Tuning { register, quiet: Wanted::Yes });
        let loud = Tones::at(RATE, Tuning { register, quiet: Wanted::No });
        let tick = loud.get(Tone::Tick);
        for each in Tone::ALL {
            let heard = quiet.get(each);
            assert_eq!((heard.len(), quiet.heard(each)), (tick.len(), Tone::Tick), "{each:?}");
            let leads = matches!(each, Tone::Tick | Tone::Half | Tone::Beat | Tone::Last);
            let most = peak(tick) * if leads { 0.5 } else { 1.0 };
            assert!((peak(heard) - most).abs() < 1e-4, "{each:?} peaks at {}", peak(heard));
            assert!(peak(heard) <= peak(loud.get(each)), "{each:?} is no louder than it was");
        }
    }
}

#[test]
fn what_is_no_cue_is_pure_and_soft_at_its_ends() {
    for register in Register::ALL {
        let signal = Signal::Trial(register);
        let samples = signal.samples(RATE);
        let middle = &samples[samples.len() / 2..][..SLICE];
        assert!((strongest(middle) - signal.hz()).abs() <= 20.0, "{signal:?}");
        assert!((peak(&samples) - 0.16).abs() < 0.01 && peak(&samples[..48]) < 0.01, "{signal:?}");
    }
    let low = Register::ALL.map(|register| Signal::Trial(register).hz());
    assert!(low.is_sorted() && low[0] >= 300.0 && low[2] <= 1500.0);
    let swell = Signal::Swell.samples(RATE);
    let softest = Tone::ALL.map(|each| peak(&tone(each, RATE, Register::Middle))).into_iter().fold(1.0, f32::min);
    assert!(peak(&swell) < softest / 4.0, "it is well under every tone");
    assert!((72_000..=96_000).contains(&swell.len()), "a second and a half to two");
    // No edge in it that could be taken for a cue: it grows for most of a second.
    let tenths: Vec<_> = swell.chunks(4800).map(peak).collect();
    assert!(tenths[..9].is_sorted() && tenths[9..].iter().rev().is_sorted(), "{tenths:?}");
    assert!((300.0..=500.0).contains(&Signal::Swell.hz()));
}

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// A session on the air with these settings, its clock in hand and its sound overheard.
fn on_air(folder: &std::path::Path, settings: Settings) -> (World, Stage, Hand, Overheard) {
    let (clock, hand) = Clock::by_hand("2026-11-23T08:30:00+00:00[Europe/London]".parse::<Zoned>().unwrap());
    let (mut world, _) = World::open(clock, Some(folder.to_owned())).unwrap();
    let (sound, overheard) = Sound::overheard();
    (world.sound, world.settings) = (sound, settings);
    let bytes = include_bytes!("sessions/usual.kneadwell");
    let program = Program::read(bytes).unwrap();
    let setup = Setup::first_day(&program.routines[0], &program.limits, &[], LeadIns::default());
    let stage = Stage::begin(&world, Revision::of(bytes), &program, 0, &setup).unwrap();
    (world, stage, hand, overheard)
}

#[test]
fn a_warm_up_comes_first_and_changes_nothing_else() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let usual = Settings::default();
    let (world, mut stage, hand, mut heard) = on_air(folders[0].path(), usual.clone());
    let (warm_world, mut warm, warm_hand, mut warm_heard) =
        on_air(folders[1].path(), Settings { warm_up: true, ..usual });
    let start = warm_world.clock.monotonic();
    assert_eq!((heard.signals(), warm_heard.signals()), (vec![], vec![(Signal::Swell, start)]));
    let later =
        |all: Vec<(Tone, Duration)>| all.into_iter().map(|(tone, at)| (tone, at + ms(2000))).collect::<Vec<_>>();
    assert_eq!(warm_heard.to_come(start), later(heard.to_come(start)), "every cue two seconds later");
    let words: Vec<_> = heard.to_be_spoken(start).into_iter().map(|(phrase, at)| (phrase, at + ms(2000))).collect();
    assert_eq!(warm_heard.to_be_spoken(start), words);
    let length = ms(Signal::Swell.samples(1000).len() as u64);
    assert!(length < ms(2000), "the first cue cuts nothing");
    // Time stands meanwhile, and nothing happens before it is due.
    let deadline = stage.rest(&world).unwrap();
    assert_eq!(warm.rest(&warm_world), Some(deadline + ms(2000)));
    warm_hand.advance(ms(1999));
    assert_eq!((warm.now(&warm_world), warm.tick(&warm_world)), (ms(0), vec![]));
    warm_hand.advance(ms(1));
    for step in [ms(700), deadline, ms(5_000), ms(12_000), ms(31_000), ms(60_000)] {
        hand.advance(step);
        warm_hand.advance(step);
        assert_eq!(warm.tick(&warm_world), stage.tick(&world), "after {step:?}");
        let inputs = [Input::Ease, Input::Pause, Input::Resume, Input::Digit(3), Input::Skip];
        for input in inputs {
            assert_eq!(warm.put(&warm_world, input), stage.put(&world, input), "{input:?}");
        }
    }
    assert_eq!(warm.events(), stage.events());
    assert_eq!(warm_heard.to_come(ms(0)).len(), heard.to_come(ms(0)).len());
}

#[test]
fn a_key_in_the_warm_up_is_taken_at_once_and_the_score_waits_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (world, mut stage, hand, mut heard) = on_air(folder.path(), Settings { warm_up: true, ..Settings::default() });
    let start = world.clock.monotonic();
    let planned = heard.to_come(start);
    hand.advance(ms(500));
    assert!(!stage.put(&world, Input::Pause).is_empty());
    let (said, spoken) = (heard.said(), heard.to_be_spoken(start));
    assert_eq!(said, [Tone::Release]);
    assert!(spoken.iter().all(|(_, at)| *at < start + ms(1_500)), "it is said now that it is paused: {spoken:?}");
    assert_eq!(heard.to_come(start), []);
    hand.advance(ms(500));
    stage.put(&world, Input::Resume);
    let resumed = heard.to_come(start);
    assert!(!resumed.is_empty() && resumed.len() <= planned.len() + 4);
    assert!(resumed.iter().all(|(_, at)| *at >= start + ms(2_000)), "nothing sounds before the clock runs");
}

#[test]
fn a_quiet_session_says_nothing_and_keeps_its_instants() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let quiet = Settings { quiet: true, ..Settings::default() };
    assert_eq!(quiet.tuning(), Tuning { register: Register::Middle, quiet: Wanted::Yes });
    let (world, mut stage, hand, mut heard) = on_air(folders[0].path(), quiet);
    let (_, _, _, mut loud) = on_air(folders[1].path(), Settings::default());
    let start = world.clock.monotonic();
    assert_eq!(heard.to_come(start), loud.to_come(start));
    assert_eq!(heard.to_be_spoken(start), []);
    assert!(!loud.to_be_spoken(start).is_empty());
    hand.advance(ms(50_000));
    stage.tick(&world);
    stage.put(&world, Input::Ease);
    assert_eq!(heard.said(), [Tone::Ease], "a key is still answered");
    assert_eq!(heard.to_be_spoken(start), []);
}

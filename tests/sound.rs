//! What is heard, sample by sample: the tones, a score as a file, and a score at a card whose time is an argument.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests too may say that something went wrong")]

#[path = "support/listen.rs"]
mod listen;

use std::f64::consts::TAU;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Duration;

use kneadwell::practice::library::Region;
use kneadwell::practice::measure::{Amount, Discomfort, Seconds, Side, Sides};
use kneadwell::practice::plan::Plan;
use kneadwell::practice::program::{Feel, Hold, Limits, OwnSite, Place, Point, Press, Routine, Stretch};
use kneadwell::practice::score::{Beside, Cue, Profile, Register, Score, Tone, Wanted};
use kneadwell::world::sound::Voice;
use kneadwell::world::sound::performance::{Desk, Gauge, Levels, Order, Part, Performance, Timed, Utterance};
use kneadwell::world::sound::render::{RATE, Render};
use kneadwell::world::sound::tones::{self, LOUDEST, Signal, Tones, Tuning};

use listen::{peak, spectrum};

/// Samples of 5 ms: no attack or release is shorter.
const SOFT: usize = RATE as usize / 200;

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Every tone in every register, with its name.
fn every_tone() -> impl Iterator<Item = (String, Vec<f32>)> {
    let named = |register, each| (format!("{each:?} {register:?}"), tones::tone(each, RATE, register));
    Register::ALL.into_iter().flat_map(move |register| Tone::ALL.map(|each| named(register, each)))
}

/// A tone as it was designed.
fn tone(tone: Tone, rate: u32) -> Vec<f32> {
    tones::tone(tone, rate, Register::Middle)
}

#[test]
fn every_tone_lies_between_300_and_1500_hz() {
    for (each, samples) in every_tone() {
        let (mut inside, mut all) = (0.0, 0.0);
        // A slice of 43 ms cannot tell 300 Hz from 260, nor 1500 from 1540.
        let slices = samples.chunks(2048).filter(|slice| slice.len() > 1024 && peak(slice) > 0.01);
        for slice in slices {
            let spectrum = spectrum(slice);
            let strongest = spectrum.iter().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap().0;
            assert!((300.0..=1500.0).contains(&strongest), "{each:?}: {strongest} Hz is strongest");
            all += spectrum.iter().map(|bin| bin.1).sum::<f64>();
            inside += spectrum.iter().filter(|bin| (260.0..=1540.0).contains(&bin.0)).map(|bin| bin.1).sum::<f64>();
        }
        assert!(inside / all > 0.98, "{each:?}: {:.1} % of it lies outside", 100.0 * (1.0 - inside / all));
    }
}

#[test]
fn every_tone_begins_and_ends_softly_and_stays_below_the_peak() {
    for (each, samples) in every_tone() {
        let peak = peak(&samples);
        assert!((0.1..=0.4).contains(&peak), "{each:?} peaks at {peak}");
        assert!((samples[0] * f32::from(i16::MAX)).round() >= 1.0, "{each:?} begins later than it says");
        for at in 0..SOFT {
            let most = peak * (at + 1) as f32 / SOFT as f32;
            assert!(samples[at].abs() <= most, "{each:?} clicks at its beginning");
            assert!(samples[samples.len() - 1 - at].abs() <= most, "{each:?} clicks at its end");
        }
        let steepest = samples.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
        assert!(steepest < 0.08, "{each:?} jumps by {steepest}");
    }
}

#[test]
fn tones_are_short_and_ticks_shorter() {
    for each in Tone::ALL {
        let length = tone(each, RATE).len() as f64 / f64::from(RATE);
        let most = if matches!(each, Tone::Tick | Tone::Beat) { 0.12 } else { 0.7 };
        assert!(length <= most, "{each:?} lasts {length} s");
    }
}

#[test]
fn a_tone_of_several_notes_is_one_sound() {
    for (each, samples) in every_tone() {
        // 10 ms after 10 ms, until the end has begun.
        let levels: Vec<_> = samples.chunks(480).map(peak).collect();
        let last = levels.iter().rposition(|&level| level > 0.02).unwrap();
        assert!(levels[1..last].iter().all(|&level| level > 0.012), "{each:?} has a hole: {levels:?}");
    }
}

#[test]
fn the_same_tone_sounds_the_same_at_every_rate() {
    for rate in [44_100, 96_000] {
        for each in Tone::ALL {
            let (here, there) = (tone(each, RATE), tone(each, rate));
            let seconds = |samples: &[f32], rate: u32| samples.len() as f64 / f64::from(rate);
            assert!((seconds(&here, RATE) - seconds(&there, rate)).abs() < 0.001, "{each:?} at {rate}");
            assert!((peak(&here) - peak(&there)).abs() < 0.001, "{each:?} at {rate}");
        }
    }
}

/// Two holds of 15 s that climb, each side, and a stretch: some step-ups fall on a count-in tick.
fn routine() -> Routine {
    let level = |level| Discomfort::new(level).unwrap();
    let feel = Some(Feel { from: level(2), to: level(5) });
    let hold = Hold {
        hold: Amount::Locked(Seconds(15)),
        holds: Amount::Locked(2),
        rest: Seconds(10),
        ramp: Seconds(3),
        release: Seconds(3),
        feel,
    };
    let stretch = Stretch { hold: Amount::Locked(Seconds(20)), reps: Amount::Locked(2), rest: Seconds(8) };
    let place = Place::Own(OwnSite {
        name: "Between the ribs".into(),
        location: "Below the shoulder blade".into(),
        region: Region::UpperBack,
        position: None,
    });
    let point = Point {
        place,
        sides: Sides::Both,
        tool: None,
        ceiling: None,
        press: Some(Press::Hold(hold)),
        stretch: Some(stretch),
        finish: Some(2),
        note: None,
    };
    let left = Point { sides: Sides::One(Side::Left), stretch: None, ..point.clone() };
    Routine { name: "Evening".into(), points: vec![point, left] }
}

fn drawn() -> (Plan, Score) {
    let limits = Limits { ceiling: Discomfort::new(5).unwrap(), session: Seconds(1200) };
    let plan = Plan::first_day(&routine(), &limits);
    let score = Score::of(&plan, Profile { half: Wanted::Yes, ..Profile::default() });
    (plan, score)
}

fn samples_of(render: &Render) -> Vec<i16> {
    let mut samples = Vec::new();
    let kept: Result<(), ()> = render.play(|block| {
        samples.extend_from_slice(block);
        Ok(())
    });
    kept.unwrap();
    samples
}

/// Where sound begins after at least ten silent samples.
fn onsets(samples: &[i16]) -> Vec<u64> {
    let mut silent = 10;
    let mut found = Vec::new();
    for (at, &sample) in samples.iter().enumerate() {
        if sample != 0 && silent >= 10 {
            found.push(at as u64);
        }
        silent = if sample == 0 { silent + 1 } else { 0 };
    }
    found
}

#[test]
fn every_cue_of_a_plan_begins_on_its_sample() {
    let (plan, score) = drawn();
    let render = Render::new(&score, &plan);
    let samples = samples_of(&render);
    let mut due: Vec<_> = score.cues().iter().map(|cue| cue.at.as_millis() as u64 * 48).collect();
    due.dedup();
    assert!(due.len() > 60 && due.len() < score.cues().len(), "some cues fall together, most do not");
    assert_eq!(onsets(&samples), due);
    assert_eq!(samples.len() as u64, render.samples());
    let loudest = samples.iter().map(|sample| sample.unsigned_abs()).max().unwrap();
    assert!(f32::from(loudest) <= LOUDEST * f32::from(i16::MAX), "{loudest}");
}

fn cues(list: &[(Tone, u64)]) -> Vec<Cue> {
    list.iter().map(|&(tone, at)| Cue { tone, at: ms(at), step: 0 }).collect()
}

#[test]
fn a_cue_that_comes_early_cuts_the_one_before_short() {
    for apart in [1, 3, 5, 6, 7, 20, 55, 61, 100, 333, 699] {
        let list = cues(&[(Tone::Done, 500), (Tone::Press, 500 + apart), (Tone::Tick, 2000)]);
        let render = Render::of(&list, ms(3000));
        let samples = samples_of(&render);
        let (first, second) = (500 * 48, (500 + apart) * 48);
        assert!(samples[first as usize] != 0 && samples[second as usize] != 0, "{apart} ms apart");
        assert_eq!((samples[first as usize - 1], samples[second as usize - 1]), (0, 0), "{apart} ms apart");
        assert_eq!(samples.len(), 3 * 48_000);
        let steepest = samples.windows(2).map(|pair| (i32::from(pair[1]) - i32::from(pair[0])).abs()).max().unwrap();
        assert!(steepest < 2600, "{apart} ms apart: a jump of {steepest}");
        let ends = (first + render.cues()[0].samples) as usize;
        assert!(ends < second as usize && samples[ends..second as usize].iter().all(|&sample| sample == 0));
    }
}

#[test]
fn cues_that_fall_together_sound_together_and_no_louder() {
    for (one, other) in [(Tone::Tick, Tone::StepUp), (Tone::Press, Tone::Done), (Tone::Ease, Tone::Ease)] {
        let samples = samples_of(&Render::of(&cues(&[(one, 1000), (other, 1000)]), ms(2000)));
        assert_eq!(onsets(&samples), [48_000]);
        let loudest = samples.iter().map(|sample| sample.unsigned_abs()).max().unwrap();
        assert!(f32::from(loudest) <= LOUDEST * f32::from(i16::MAX) + 1.0, "{one:?} with {other:?}: {loudest}");
    }
}

#[test]
fn a_file_holds_what_was_laid_out_and_lasts_until_the_last_tone_has_died_away() {
    let (plan, score) = drawn();
    let render = Render::new(&score, &plan);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("evening.wav");
    render.wav(&path).unwrap();
    render.wav(&path).unwrap();
    let mut wav = hound::WavReader::open(&path).unwrap();
    let spec = wav.spec();
    assert_eq!((spec.sample_rate, spec.bits_per_sample, spec.channels), (RATE, 16, 1));
    let read: Vec<i16> = wav.samples().map(Result::unwrap).collect();
    assert_eq!(read, samples_of(&render));
    let done = tone(Tone::Done, RATE).len() as u64;
    assert_eq!(render.samples(), plan.total().as_millis() as u64 * 48 + done);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["evening.wav"], "nothing unfinished is left behind");
}

#[test]
fn a_file_is_refused_where_none_can_be_and_nothing_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let render = Render::of(&cues(&[(Tone::Tick, 0)]), ms(100));
    assert!(render.wav(folder.path()).is_err(), "a folder is no file");
    assert!(render.wav(&folder.path().join("no such folder").join("out.wav")).is_err());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_quiet_session_is_ticks_at_the_same_instants_and_no_words() {
    let (plan, loud) = drawn();
    let profile = Profile { half: Wanted::Yes, quiet: Wanted::Yes, ..Profile::default() };
    let score = Score::of(&plan, profile).spoken(&plan, &Voice, &Beside::default());
    assert_eq!((score.cues(), score.speech()), (loud.cues(), &[][..]));
    let render = Render::new(&score, &plan);
    let samples = samples_of(&render);
    let mut due: Vec<_> = score.cues().iter().map(|cue| cue.at.as_millis() as u64 * 48).collect();
    due.dedup();
    assert_eq!(onsets(&samples), due);
    let tick = tone(Tone::Tick, RATE);
    assert!(render.cues().iter().all(|placed| placed.samples == tick.len() as u64));
    // Two that fall together are no louder than a step-up on its count-in.
    let loudest = f32::from(samples.iter().map(|sample| sample.unsigned_abs()).max().unwrap()) / f32::from(i16::MAX);
    assert!(loudest <= 1.6 * peak(&tick), "{loudest}");
    let json: serde_json::Value = serde_json::from_str(&render.cues_json()).unwrap();
    assert!(json["cues"].as_array().unwrap().iter().all(|cue| cue["cue"] == "tick" && cue["kind"] == "tone"));
}

#[test]
fn the_list_of_cues_is_what_was_promised() {
    let (plan, score) = drawn();
    let render = Render::new(&score, &plan);
    let json: serde_json::Value = serde_json::from_str(&render.cues_json()).unwrap();
    assert_eq!(json["sample_rate"], 48_000);
    let listed = json["cues"].as_array().unwrap();
    assert_eq!(listed.len(), score.cues().len());
    for (listed, cue) in listed.iter().zip(score.cues()) {
        assert_eq!(listed["cue"], cue.tone.id());
        assert_eq!(listed["kind"], "tone");
        assert_eq!(listed["sample"], cue.at.as_millis() as u64 * 48);
        assert_eq!(listed["step"], cue.step);
        assert!((1..=33_600).contains(&listed["samples"].as_u64().unwrap()));
    }
}

/// A card whose time passes as it takes frames: 1024 at a time, two such in its buffer.
struct Card {
    now: Arc<AtomicU64>,
    performance: Performance,
    desk: Desk,
    gauge: Arc<Gauge>,
    heard: Vec<f32>,
    /// The rate of its crystal, beside the one it should have.
    speed: f64,
}

const PERIOD: u64 = 1024;
const START: u64 = 5_000;

impl Card {
    fn new(speed: f64) -> Self {
        let now = Arc::new(AtomicU64::new(START * 1_000_000));
        let clock = Arc::clone(&now);
        let gauge = Arc::new(Gauge::default());
        gauge.set(Levels::default());
        let read = Arc::new(move || Duration::from_nanos(clock.load(Relaxed)));
        let (performance, desk) = Performance::new(read, Arc::clone(&gauge), Tones::at(RATE, Tuning::default()));
        let mut card = Self { now, performance, desk, gauge, heard: Vec::new(), speed };
        card.play(ms(START + 200), |_| 0);
        card
    }

    /// Lets time pass, each request for frames as many microseconds late as `late` says.
    fn play(&mut self, until: Duration, late: impl Fn(u64) -> u64) {
        loop {
            let period = self.heard.len() as u64 / PERIOD;
            let due = period.saturating_sub(2) as f64 * PERIOD as f64 / (f64::from(RATE) * self.speed);
            let at = START * 1_000_000 + (due * 1e9) as u64 + 1000 * late(period);
            if at > until.as_nanos() as u64 {
                self.now.store(until.as_nanos() as u64, Relaxed);
                return;
            }
            self.now.fetch_max(at, Relaxed);
            for _ in 0..PERIOD {
                self.heard.push(self.performance.frame());
            }
        }
    }

    fn perform(&self, cues: &[(Tone, u64)], now: u64) {
        let timed = cues.iter().map(|&(tone, at)| Timed { tone, at: ms(at) }).collect();
        self.desk.orders.try_send(Order::Perform(Box::new(Part::new(timed, ms(now))))).unwrap();
    }

    /// When each sound began to leave the card, in ms of the clock.
    fn onsets(&self) -> Vec<f64> {
        let (mut silent, mut found) = (200, Vec::new());
        for (at, &sample) in self.heard.iter().enumerate() {
            if sample.abs() > 2.0e-4 {
                if silent >= 200 {
                    found.push(START as f64 + at as f64 * 1000.0 / (f64::from(RATE) * self.speed));
                }
                silent = 0;
            } else {
                silent += 1;
            }
        }
        found
    }
}

/// How much later each sound began than it was due.
fn lags(onsets: &[f64], due: &[u64]) -> Vec<f64> {
    assert_eq!(onsets.len(), due.len(), "{onsets:?}");
    onsets.iter().zip(due).map(|(onset, &due)| onset - due as f64).collect()
}

fn spread(lags: &[f64]) -> f64 {
    let least = lags.iter().copied().fold(f64::INFINITY, f64::min);
    lags.iter().copied().fold(f64::NEG_INFINITY, f64::max) - least
}

/// A cue each second and a bit, of every kind.
fn long_score(count: u64) -> Vec<(Tone, u64)> {
    (0..count).map(|nth| (Tone::ALL[nth as usize % 14], 6_000 + nth * 1_013)).collect()
}

fn due(score: &[(Tone, u64)]) -> Vec<u64> {
    score.iter().map(|cue| cue.1).collect()
}

#[test]
fn at_a_busy_card_every_cue_keeps_one_lag() {
    let score = long_score(42);
    let mut card = Card::new(1.0);
    card.perform(&score, START + 200);
    card.play(ms(51_000), |period| [0, 3_000, 11_000, 500, 20_000][period as usize % 5]);
    let lags = lags(&card.onsets(), &due(&score));
    assert!(spread(&lags) < 0.05, "{lags:?}");
    assert!((0.0..80.0).contains(&lags[0]), "{} ms", lags[0]);
}

#[test]
fn a_card_that_drifts_is_followed_within_three_milliseconds() {
    for speed in [1.0 + 300e-6, 1.0 - 300e-6] {
        let score = long_score(60);
        let mut card = Card::new(speed);
        card.perform(&score, START + 200);
        card.play(ms(70_000), |_| 0);
        let lags = lags(&card.onsets(), &due(&score));
        assert!(spread(&lags) < 3.5, "{}: {lags:?}", spread(&lags));
    }
}

#[test]
fn a_score_replaced_at_any_moment_loses_nothing_and_plays_nothing_twice() {
    let score = long_score(60);
    let mut card = Card::new(1.0);
    card.perform(&score, START + 200);
    // From well before a cue to well after it, the same score is handed over again.
    for (nth, &(_, at)) in score.iter().enumerate() {
        let now = at + nth as u64 - 30;
        card.play(ms(now), |_| 0);
        let rest: Vec<_> = score.iter().copied().filter(|cue| cue.1 >= now).collect();
        card.perform(&rest, now);
    }
    card.play(ms(70_000), |_| 0);
    let lags = lags(&card.onsets(), &due(&score));
    assert!(spread(&lags) < 0.05, "{lags:?}");
    assert_eq!(card.desk.spent.try_iter().count(), 60, "parts that are done with come back");
}

#[test]
fn too_much_is_answered_at_once_also_over_a_score() {
    for after in [0, 7, 40, 300, 640] {
        let mut card = Card::new(1.0);
        card.perform(&[(Tone::Press, 6_000), (Tone::StepUp, 9_000)], START + 200);
        let now = 6_050 + after;
        card.play(ms(now), |_| 0);
        card.desk.orders.try_send(Order::Say(Tone::Ease)).unwrap();
        card.play(ms(12_000), |_| 0);
        let ease = tone(Tone::Ease, RATE);
        let begins = |at: usize| card.heard[at..].iter().zip(&ease).all(|(heard, own)| (heard - own).abs() < 3e-4);
        let at = (0..card.heard.len() - ease.len()).find(|&at| begins(at)).expect("the ease is heard whole");
        let late = START as f64 + at as f64 / 48.0 - now as f64;
        assert!((0.0..=3.0 * 21.4 + 6.0).contains(&late), "{after}: {late} ms after the key");
    }
}

#[test]
fn hush_fades_and_nothing_comes_after_but_what_is_said() {
    let mut card = Card::new(1.0);
    card.perform(&[(Tone::Press, 6_000), (Tone::Tick, 6_900), (Tone::Tick, 7_900)], START + 200);
    card.play(ms(6_200), |_| 0);
    card.desk.orders.try_send(Order::Hush).unwrap();
    card.desk.orders.try_send(Order::Say(Tone::Release)).unwrap();
    card.play(ms(10_000), |_| 0);
    let steepest = card.heard.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
    assert!(steepest < 0.08, "a jump of {steepest}");
    let release = card.heard[((6_200 - START) * 48) as usize..].iter().rposition(|sample| sample.abs() > 2e-4);
    let length = tone(Tone::Release, RATE).len() + 4 * PERIOD as usize;
    assert!(release.is_some_and(|last| last < length), "{release:?}");
    let gauge = &card.gauge;
    assert!(gauge.quiet_from.load(Relaxed) < gauge.frames.load(Relaxed));
}

#[test]
fn a_level_is_reached_smoothly() {
    let mut card = Card::new(1.0);
    card.perform(&[(Tone::Press, 6_000), (Tone::Press, 7_000)], START + 200);
    card.play(ms(6_100), |_| 0);
    card.gauge.set(Levels { master: 0.5, tone: 0.5, voice: 1.0 });
    card.play(ms(8_000), |_| 0);
    let steepest = card.heard.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
    assert!(steepest < 0.04, "a jump of {steepest}");
    let second = peak(&card.heard[((6_900 - START) * 48) as usize..]);
    assert!((second - peak(Tones::at(RATE, Tuning::default()).get(Tone::Press)) / 4.0).abs() < 0.001, "{second}");
}

#[test]
fn cues_that_were_missed_are_not_caught_up() {
    let mut card = Card::new(1.0);
    card.perform(&[(Tone::Press, 4_000), (Tone::Rest, 5_100), (Tone::Ready, 6_000)], 3_000);
    card.play(ms(8_000), |_| 0);
    let onsets = card.onsets();
    assert_eq!(onsets.len(), 2, "{onsets:?}");
    assert!(onsets[0] < 5_350.0 && (6_000.0..6_080.0).contains(&onsets[1]), "{onsets:?}");
}

#[test]
fn the_tones_of_an_open_card_change_without_a_click_and_what_sounds_stays() {
    let low = Tuning { register: Register::Low, ..Tuning::default() };
    let mut card = Card::new(1.0);
    card.perform(&[(Tone::Press, 6_000), (Tone::Stretch, 8_000), (Tone::Press, 10_000)], START + 200);
    card.play(ms(6_200), |_| 0);
    card.desk.retune(low);
    card.play(ms(9_000), |_| 0);
    card.desk.retune(Tuning::default());
    card.play(ms(12_000), |_| 0);
    let steepest = card.heard.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
    assert!(steepest < 0.08, "a jump of {steepest}");
    let due = [6_000.0, 8_000.0, 10_000.0];
    let onsets = card.onsets();
    let heard = |nth: usize, own: &[f32]| {
        let at = ((onsets[nth] - START as f64) * 48.0).round() as usize;
        (onsets[nth] - due[nth]) < 80.0
            && card.heard[at..].iter().zip(own).all(|(heard, own)| (heard - own).abs() < 3e-4)
    };
    assert!(heard(0, &tone(Tone::Press, RATE)), "what had begun goes on as it was");
    assert!(heard(1, &tones::tone(Tone::Stretch, RATE, Register::Low)), "what comes is low");
    assert!(heard(2, &tone(Tone::Press, RATE)));
}

#[test]
fn a_sound_that_is_no_cue_comes_at_its_instant_or_late_and_yields_to_a_cue() {
    let trial = Signal::Trial(Register::Middle).samples(RATE);
    for (at, from, until) in [(7_000, 7_000.0, 7_080.0), (3_000, 5_200.0, 5_300.0)] {
        let mut card = Card::new(1.0);
        card.desk.signal(Signal::Trial(Register::Middle), ms(at));
        card.play(ms(9_000), |_| 0);
        let begins = card.finds(&trial).unwrap();
        assert!((from..until).contains(&begins), "{begins}");
    }
    let mut card = Card::new(1.0);
    card.desk.signal(Signal::Swell, ms(5_500));
    card.perform(&[(Tone::Ready, 6_500)], START + 200);
    card.play(ms(9_000), |_| 0);
    let begins = card.finds(&tone(Tone::Ready, RATE)).expect("the first cue is heard whole");
    assert!((6_500.0..6_580.0).contains(&begins), "{begins}");
}

/// A second of something that is no tone: 200 Hz, swelling and fading in 5 ms.
fn words() -> Arc<[f32]> {
    let length = RATE as usize;
    let wave = |at: usize| {
        let fade = (at.min(length - 1 - at) as f64 / SOFT as f64).min(1.0);
        (0.3 * fade * (TAU * 200.0 * at as f64 / f64::from(RATE)).cos()) as f32
    };
    (0..length).map(wave).collect()
}

impl Card {
    fn speak(&self, samples: &Arc<[f32]>, at: u64) {
        let utterance = Utterance { samples: Arc::clone(samples), at: ms(at) };
        self.desk.orders.try_send(Order::Speak(utterance)).unwrap();
    }

    /// Where these samples are heard, in ms of the clock.
    fn finds(&self, samples: &[f32]) -> Option<f64> {
        let probe = &samples[..RATE as usize / 10];
        let begins = |at: &usize| self.heard[*at..].iter().zip(probe).all(|(heard, own)| (heard - own).abs() < 4e-4);
        let at = (0..self.heard.len() - probe.len()).find(begins)?;
        Some(START as f64 + at as f64 / 48.0)
    }
}

#[test]
fn words_keep_the_lag_of_the_tones_and_are_not_cut_by_them() {
    let words = words();
    let mut card = Card::new(1.0);
    card.perform(&[(Tone::Press, 6_000), (Tone::Rest, 9_000), (Tone::Tick, 9_900)], START + 200);
    card.speak(&words, 7_500);
    card.speak(&words, 9_300);
    card.play(ms(12_000), |period| [0, 3_000, 11_000, 500, 20_000][period as usize % 5]);
    let onsets = card.onsets();
    let (tone, spoken) = (onsets[0] - 6_000.0, card.finds(&words).unwrap() - 7_500.0);
    assert!((tone - spoken).abs() < 0.05, "tones lag by {tone} ms, words by {spoken}");
    // The second falls together with what sounds of the rest, and with a tick: it is there whole.
    let lag = spoken * 48.0;
    let at = ((9_300 - START) as f64 * 48.0 + lag).round() as usize;
    let end = &card.heard[at + RATE as usize * 8 / 10..at + RATE as usize - SOFT];
    assert!((peak(end) - 0.3).abs() < 0.01, "{}", peak(end));
}

#[test]
fn what_is_said_at_once_breaks_words_off_and_silence_forgets_those_to_come() {
    let words = words();
    for (order, tone) in [(Order::Say(Tone::Ease), true), (Order::Silence, false), (Order::Hush, false)] {
        let mut card = Card::new(1.0);
        card.speak(&words, 6_000);
        card.speak(&words, 8_000);
        card.play(ms(6_300), |_| 0);
        card.desk.orders.try_send(order).unwrap();
        card.play(ms(10_000), |_| 0);
        let steepest = card.heard.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
        assert!(steepest < 0.08, "a jump of {steepest}");
        let first = card.finds(&words).unwrap();
        assert!((6_000.0..6_090.0).contains(&first));
        // From 100 ms after the order there is nothing of the words; the tone has its own time.
        let from = |time: u64| ((time - START) * 48) as usize;
        let after = if tone { from(7_200) } else { from(6_400) };
        assert!(peak(&card.heard[after..from(7_900)]) < 2e-4, "the words break off");
        let later = peak(&card.heard[from(8_100)..from(8_900)]);
        assert_eq!(later > 0.2, tone, "a tone said forgets no words, silence does");
        let gauge = &card.gauge;
        assert!(gauge.quiet_from.load(Relaxed) < gauge.frames.load(Relaxed));
    }
}

#[test]
fn the_voice_has_a_level_of_its_own_and_late_words_are_left_out() {
    let words = words();
    let mut card = Card::new(1.0);
    card.gauge.set(Levels { master: 0.5, tone: 0.0, voice: 0.5 });
    card.perform(&[(Tone::Press, 6_000)], START + 200);
    card.speak(&words, 4_000);
    card.speak(&words, 7_000);
    card.play(ms(9_000), |_| 0);
    let from = |time: u64| ((time - START) * 48) as usize;
    assert!(peak(&card.heard[from(5_400)..from(6_990)]) < 2e-4, "no tone, and no words that are a second late");
    let spoken = peak(&card.heard[from(7_300)..from(7_900)]);
    assert!((spoken - 0.3 / 4.0).abs() < 0.002, "{spoken}");
}

#[cfg(not(feature = "audio"))]
#[test]
fn a_build_without_sound_says_so_and_goes_on() {
    use kneadwell::world::sound::{Sound, SoundState, Why};
    let sound = Sound::open(|| ms(0), Levels::default());
    assert_eq!(sound.state(), SoundState::Off);
    sound.perform(&cues(&[(Tone::Tick, 0)]), ms(0), ms(0));
    while sound.state() == SoundState::Off {
        std::thread::yield_now();
    }
    assert_eq!(sound.state(), SoundState::Silent(Why::NotBuilt));
    sound.rest();
    while sound.state() != SoundState::Off {
        std::thread::yield_now();
    }
}

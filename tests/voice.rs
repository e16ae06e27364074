//! What is spoken: every phrase has its words and its sound, at its level; and no plan has speech where there is none to be.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests too may say that something went wrong"
)]

#[path = "support/any.rs"]
#[expect(dead_code, reason = "the other properties need the rest")]
mod any;
#[path = "support/programs.rs"]
#[expect(dead_code, reason = "other tests need the rest")]
mod programs;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;

use kneadwell::practice::dose::Dose;
use kneadwell::practice::library::Site;
use kneadwell::practice::plan::{Kind, LeadIns, Plan, Step};
use kneadwell::practice::program::{OwnSite, Place, Program};
use kneadwell::practice::score::{Beside, Lengths, Line, OwnText, Phrase, Profile, Score, Spoken, Tone, Wanted};
use kneadwell::practice::session::Session;
use kneadwell::words::{LOADER, chapters};
use kneadwell::world::sound::render::{RATE, Render};
use kneadwell::world::sound::tones::{LOUDEST, Tones, Tuning};
use kneadwell::world::sound::voice::{self, Voice, resampled};
use proptest::prelude::*;

/// The level at which tools/voice/render sets every phrase, in dB beside full scale, and the greatest sample it allows.
const LEVEL: f64 = -23.0;
const PEAK: f32 = 0.46;

fn folder() -> PathBuf {
    programs::root().join("assets/voice/en")
}

#[test]
fn every_phrase_has_its_words_and_its_file_and_nothing_else_has() {
    let phrases: BTreeSet<_> = Phrase::all().into_iter().map(Phrase::id).collect();
    assert_eq!(phrases.len(), Phrase::all().len(), "an id stands twice");
    let text = fs::read_to_string(programs::root().join("assets/locales/en/voice.ftl")).unwrap();
    let worded: BTreeSet<_> =
        text.lines().filter_map(|line| Some(line.split_once(" = ")?.0.strip_prefix("voice-")?.to_owned())).collect();
    assert_eq!(worded, phrases);
    assert!(phrases.iter().all(|id| LOADER.has(&format!("voice-{id}"))));
    let files: BTreeSet<_> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| name.strip_suffix(".ogg").map(str::to_owned).unwrap_or(name))
        .collect();
    assert_eq!(files, phrases, "run tools/voice/render");
    assert_eq!(Voice::ids().map(str::to_owned).collect::<BTreeSet<_>>(), phrases);
}

#[test]
fn the_voice_takes_little_room() {
    let size: u64 = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum();
    assert!(size <= 2_500_000, "{size} bytes");
}

/// The level of the frames of 20 ms that are speech, as tools/voice/render measures it.
fn level(samples: &[f32]) -> f64 {
    let power = |frame: &[f32]| frame.iter().map(|&each| f64::from(each).powi(2)).sum::<f64>() / frame.len() as f64;
    let frames: Vec<_> = samples.chunks_exact(voice::RATE as usize / 50).map(power).collect();
    let least = frames.iter().copied().fold(0.0, f64::max) * 10_f64.powf(-2.5);
    let spoken: Vec<_> = frames.into_iter().filter(|&frame| frame > least).collect();
    10.0 * (spoken.iter().sum::<f64>() / spoken.len() as f64).log10()
}

#[test]
fn every_phrase_is_at_its_level_trimmed_and_soft_at_its_ends() {
    let mut faults = Vec::new();
    for phrase in Phrase::all() {
        let (id, samples) = (phrase.id(), Voice::decode(phrase).unwrap());
        let peak = |samples: &[f32]| samples.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
        let (level, loudest) = (level(&samples), peak(&samples));
        if (level - LEVEL).abs() > 1.0 || loudest > PEAK {
            faults.push(format!("{id}: {level:.2} dB, peak {loudest:.3}"));
        }
        let (first, last) = (peak(&samples[..20]), peak(&samples[samples.len() - 20..]));
        if first > 0.02 || last > 0.02 {
            faults.push(format!("{id}: begins at {first}, ends at {last}"));
        }
        // Not more than 80 ms of silence at either end.
        let heard = |sample: &&f32| sample.abs() > 0.002;
        let edge = voice::RATE as usize * 80 / 1000;
        if !samples[..edge].iter().any(|sample| heard(&sample))
            || !samples[samples.len() - edge..].iter().any(|sample| heard(&sample))
        {
            faults.push(format!("{id}: silence at an end"));
        }
        let length = samples.len() as f64 / f64::from(voice::RATE);
        if !(0.2..6.0).contains(&length) || Voice.length(phrase).is_none() {
            faults.push(format!("{id}: {length:.2} s"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn at_another_rate_the_same_is_heard() {
    let wave = |hz: f64, rate: u32, length: usize| -> Vec<f32> {
        let turn = std::f64::consts::TAU * hz / f64::from(rate);
        (0..length).map(|at| (0.3 * (turn * at as f64).sin()) as f32).collect()
    };
    for rate in [44_100, 48_000, 96_000, 16_000] {
        let brought = resampled(&wave(1000.0, voice::RATE, 4410), voice::RATE, rate);
        assert_eq!(brought.len(), (4410 * rate).div_ceil(voice::RATE) as usize);
        let own = wave(1000.0, rate, brought.len());
        let inside = rate as usize / 100..brought.len() - rate as usize / 100;
        let worst = inside.map(|at| (brought[at] - own[at]).abs()).fold(0.0, f32::max);
        assert!(worst < 0.003, "at {rate}: {worst} off");
    }
}

#[test]
fn at_another_rate_all_stays_in_its_place_and_nothing_folds_back() {
    let power = |samples: &[f32]| samples.iter().map(|&sample| f64::from(sample).powi(2)).sum::<f64>();
    for rate in [44_100, 48_000, 96_000, 192_000, 16_000, 8_000] {
        let mut struck = vec![0.0; 4410];
        struck[2205] = 1.0;
        let heard = resampled(&struck, voice::RATE, rate);
        let weighed: f64 = heard.iter().enumerate().map(|(at, &sample)| at as f64 * f64::from(sample).powi(2)).sum();
        let due = 2205.0 * f64::from(rate) / f64::from(voice::RATE);
        let off = weighed / power(&heard) - due;
        assert!(off.abs() < 0.1, "at {rate}: {off} frames off");
        // A sine between half of the new rate and half of the old one has no place in the new one.
        if rate < voice::RATE {
            let hz = f64::from(rate) / 2.0 + 1500.0;
            let turn = std::f64::consts::TAU * hz / f64::from(voice::RATE);
            let high: Vec<_> = (0..11_025).map(|at| (turn * f64::from(at)).sin() as f32).collect();
            let left = resampled(&high, voice::RATE, rate);
            let inside = &left[left.len() / 10..left.len() * 9 / 10];
            let left = 10.0 * (power(inside) / inside.len() as f64 * 2.0).log10();
            assert!(left < -50.0, "at {rate}: {left:.0} dB of {hz} Hz are left");
        }
    }
}

/// What must not be: speech over a tone, in the three seconds before anything is to be done, over speech, or out of the
/// step that it belongs to.
fn misplaced(plan: &Plan, score: &Score) -> Vec<String> {
    let mut faults = Vec::new();
    let speech = score.speech();
    let end = |spoken: &Spoken| spoken.at + spoken.length;
    for pair in speech.windows(2) {
        if pair[1].at < end(&pair[0]) {
            faults.push(format!("{} over {}", pair[1].phrase.id(), pair[0].phrase.id()));
        }
    }
    let seconds = |tone: Tone| Duration::from_secs_f64(TONES.get(tone).len() as f64 / f64::from(RATE));
    for cue in score.cues() {
        let now = matches!(cue.tone, Tone::Press | Tone::Stretch | Tone::StepUp);
        let from = if now { cue.at.saturating_sub(Duration::from_secs(3)) } else { cue.at };
        let until = cue.at + seconds(cue.tone);
        for spoken in speech.iter().filter(|spoken| spoken.at < until && end(spoken) > from) {
            faults.push(format!("{} at {:?} meets {:?} at {:?}", spoken.phrase.id(), spoken.at, cue.tone, cue.at));
        }
    }
    for spoken in speech {
        let announced = &plan.steps()[spoken.step];
        if announced.kind.is_work() && spoken.at < announced.at {
            let early = end(spoken) + Duration::from_secs(3) <= announced.at;
            if !early {
                faults.push(format!("{} ends past T−3 of its step", spoken.phrase.id()));
            }
        }
    }
    faults
}

static TONES: LazyLock<Tones> = LazyLock::new(|| Tones::at(RATE, Tuning::default()));

fn spoken(plan: &Plan, profile: Profile, beside: &Beside) -> Score {
    Score::of(plan, profile).spoken(plan, &Voice, beside)
}

const EVERYTHING: Profile = Profile { half: Wanted::Yes, last: Wanted::Yes, quiet: Wanted::No };

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_speech_over_a_tone_or_past_the_count_in(
        drawn in any::drawn(), puts in any::puts(), half in any::<bool>(), aside in 0..30_usize,
    ) {
        let profile = if half { EVERYTHING } else { Profile::default() };
        let first = drawn.plan();
        prop_assert_eq!(misplaced(&first, &spoken(&first, profile, &Beside::default())), Vec::<String>::new());
        let played = any::play(first, &puts, |_, _, _, _, _| {});
        let (plan, position) = (played.session.plan(), played.session.position(played.clock));
        let phrases = Phrase::all();
        let beside = Beside {
            aside: Some((position, vec![phrases[aside % phrases.len()]])),
            symptoms: played.session.symptoms_over(),
            under_way: played.session.under_way(),
        };
        let score = spoken(plan, profile, &beside);
        prop_assert_eq!(misplaced(plan, &score), Vec::<String>::new());
        prop_assert!(score.speech().is_sorted_by_key(|spoken| spoken.at));
        prop_assert!(score.speech_from(position).iter().all(|spoken| spoken.at >= position));
    }
}

/// A voice that knows every text of the program's own, each as long as it is told.
#[derive(Debug)]
struct Told(Vec<(OwnText, Duration)>);

impl Lengths for Told {
    fn length(&self, phrase: Phrase) -> Option<Duration> {
        let Phrase::Own(text) = phrase else { return Voice.length(phrase) };
        self.0.iter().find(|(told, _)| *told == text).map(|(_, length)| *length)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_a_programs_own_is_over_a_tone_or_past_the_count_in_however_long(
        mut drawn in any::drawn(), puts in any::puts(), lengths in proptest::collection::vec(1..20_000_u64, 9),
    ) {
        let mut told = Vec::new();
        for (nth, point) in drawn.routine.points.iter_mut().enumerate() {
            let [name, location, position] = ["name", "where", "position"].map(|text| format!("{text} {nth}"));
            for (text, length) in [&name, &location, &position].into_iter().zip(&lengths[3 * nth..]) {
                told.push((OwnText::of(text), Duration::from_millis(*length)));
            }
            let region = point.place.region();
            point.place = Place::Own(OwnSite { name, location, region, position: Some(position) });
        }
        let told = Told(told);
        let laid = |plan: &Plan, beside: &Beside| Score::of(plan, EVERYTHING).spoken(plan, &told, beside);
        let first = drawn.plan();
        let score = laid(&first, &Beside::default());
        prop_assert_eq!(misplaced(&first, &score), Vec::<String>::new());
        // A name of two seconds or less has room on the way to the first place.
        let (name, length) = told.0[0];
        let named = score.speech().iter().any(|spoken| spoken.phrase == Phrase::Own(name));
        prop_assert!(named || length > Duration::from_secs(2), "{:?}", score.speech());
        let played = any::play(first, &puts, |_, _, _, _, _| {});
        let (symptoms, under_way) = (played.session.symptoms_over(), played.session.under_way());
        let beside = Beside { aside: None, symptoms, under_way };
        prop_assert_eq!(misplaced(played.session.plan(), &laid(played.session.plan(), &beside)), Vec::<String>::new());
    }
}

/// The plans of every shipped program, each routine on its first day.
fn shipped() -> Vec<(String, Plan)> {
    let mut plans = Vec::new();
    for entry in fs::read_dir(programs::root().join("routines")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "kneadwell") {
            let program = Program::read(&fs::read(&path).unwrap()).unwrap();
            for routine in &program.routines {
                let name = format!("{}: {}", path.display(), routine.name);
                plans.push((name, Plan::first_day(routine, &program.limits)));
            }
        }
    }
    assert!(plans.len() >= 5);
    plans
}

#[test]
fn in_every_shipped_routine_each_side_is_named_found_counted_and_asked_about() {
    for (name, plan) in shipped() {
        let score = spoken(&plan, EVERYTHING, &Beside::default());
        assert_eq!(misplaced(&plan, &score), Vec::<String>::new(), "{name}");
        let said = |step: &Step| {
            let within = score.speech().iter().filter(|spoken| spoken.at >= step.at && spoken.at < step.end());
            within.map(|spoken| spoken.phrase).collect::<Vec<_>>()
        };
        let is = |phrase: &Phrase, line: Line| *phrase == Phrase::Line(line);
        for (index, step) in plan.steps().iter().enumerate() {
            let said = said(step);
            let next = plan.steps().get(index + 1);
            match step.kind {
                Kind::Locate => {
                    assert!(said.iter().any(|phrase| is(phrase, Line::Find)), "{name}: {said:?}");
                    let before = &plan.steps()[index - 1];
                    let place = plan.spot(step).unwrap().place.clone();
                    let ready = score.speech().iter().filter(|spoken| spoken.step == index - 1);
                    let named = ready.filter(|spoken| matches!(spoken.phrase, Phrase::Place(_) | Phrase::Side(_)));
                    assert_eq!(named.count(), 2, "{name}: {place:?} after {before:?}");
                }
                Kind::Rest if next.is_some_and(|next| next.round == next.rounds) => {
                    let room = step.length >= Duration::from_secs(10);
                    assert!(!room || said.iter().any(|phrase| is(phrase, Line::Last)), "{name}: {said:?}");
                }
                Kind::Switch => assert!(said.iter().any(|phrase| is(phrase, Line::NowRight)), "{name}: {said:?}"),
                Kind::Done => assert!(score.speech().last().is_some_and(|spoken| is(&spoken.phrase, Line::Done))),
                _ => {}
            }
        }
        // The question after the first hold of a side, and the one after its last where a stretch follows.
        let (session, _) = Session::start(plan.clone());
        assert!(session.symptoms_over().is_none());
        for (index, step) in plan.steps().iter().enumerate().filter(|(_, step)| step.kind == Kind::Rest) {
            let after_press = matches!(plan.steps()[index - 1].kind, Kind::Release);
            if after_press && step.round == 1 {
                assert!(said(step).iter().any(|phrase| is(phrase, Line::HowStrong)), "{name}: {:?}", said(step));
            }
        }
    }
}

#[test]
fn every_place_is_led_to_whatever_its_tool_side_and_technique() {
    let presses = [
        "{\"technique\": \"hold\"}",
        "{\"technique\": \"alternate\", \"on\": \"5s\", \"off\": \"3s\", \"total\": \"60s\"}",
        "{\"technique\": \"strokes\", \"count\": 10}",
        "{\"technique\": \"glide\", \"length\": \"45s\"}",
        "{\"technique\": \"roll\", \"length\": \"30s\", \"sets\": 2}",
    ];
    let mut plans = 0;
    for site in Site::all() {
        let tools = site.tools.iter().map(|tool| format!(", \"tool\": \"{}\"", tool.id()));
        for tool in tools.chain([String::new()]) {
            for side in ["left", "right", "both"] {
                for press in presses {
                    let text = format!(
                        "{{\"kneadwell\": 1, \"title\": \"Any\", \"prescribed\": {{\"by\": \"Any\"}}, \"routines\": [{{\
                         \"name\": \"Any\", \"points\": [{{\"site\": \"{}\", \"side\": \"{side}\"{tool}, \"unlock\": true, \
                         \"press\": {press}, \"stretch\": {{}}, \"finish\": {{\"reps\": 3}}}}]}}]}}",
                        site.id
                    );
                    let Ok(program) = Program::read(text.as_bytes()) else { continue };
                    let routine = &program.routines[0];
                    let doses: Vec<_> = routine.points.iter().map(|p| Dose::start(p, &program.limits)).collect();
                    let plan = Plan::draw(routine, &doses, &program.limits, &LeadIns::default());
                    let score = spoken(&plan, EVERYTHING, &Beside::default());
                    assert_eq!(misplaced(&plan, &score), Vec::<String>::new(), "{text}");
                    let has = |wanted: Phrase| score.speech().iter().any(|spoken| spoken.phrase == wanted);
                    assert!(has(Phrase::Place(site)) && has(Phrase::Stretch(site)), "{text}");
                    plans += 1;
                }
            }
        }
    }
    assert!(plans > 200, "{plans} programs were read");
}

#[test]
fn what_is_said_is_in_the_file_where_it_is_placed_and_nowhere_else() {
    let (name, plan) = shipped().into_iter().min_by_key(|(_, plan)| plan.total()).unwrap();
    let score = spoken(&plan, EVERYTHING, &Beside::default());
    let render = Render::new(&score, &plan);
    assert!(render.said().len() > 20, "{name}: {}", render.said().len());
    let mut samples: Vec<i16> = Vec::new();
    let kept: Result<(), ()> = render.play(|block| {
        samples.extend_from_slice(block);
        Ok(())
    });
    kept.unwrap();
    let loudest = samples.iter().map(|sample| sample.unsigned_abs()).max().unwrap();
    assert!(f32::from(loudest) <= LOUDEST * f32::from(i16::MAX) + 1.0, "{loudest}");
    for said in render.said() {
        let at = usize::try_from(said.sample).unwrap();
        assert_eq!(said.sample, said.spoken.at.as_millis() as u64 * 48, "{:?}", said.spoken);
        let own = Voice::samples(said.spoken.phrase, RATE).unwrap();
        assert!((own.len() as u64).abs_diff(said.samples) <= 48, "the list says how long it is");
        let heard = samples[at..].iter().zip(&own);
        let worst =
            heard.map(|(&heard, &own)| (f32::from(heard) / f32::from(i16::MAX) - own).abs()).fold(0.0, f32::max);
        assert!(worst < 0.001, "{}: {worst}", said.spoken.phrase.id());
    }
    let mut heard = vec![false; samples.len()];
    let tones = render.cues().iter().map(|placed| (placed.sample, placed.samples));
    for (from, length) in tones.chain(render.said().iter().map(|said| (said.sample, said.samples))) {
        heard[from as usize..((from + length) as usize).min(samples.len())].fill(true);
    }
    let silent = samples.iter().zip(&heard).filter(|(_, heard)| !**heard);
    assert!(silent.clone().count() > samples.len() / 4);
    assert!(silent.clone().all(|(&sample, _)| sample == 0), "{name}: something sounds where nothing is placed");
    let json: serde_json::Value = serde_json::from_str(&render.cues_json()).unwrap();
    let listed = json["cues"].as_array().unwrap();
    assert!(listed.is_sorted_by_key(|cue| cue["sample"].as_u64().unwrap()));
    let speech: Vec<_> = listed.iter().filter(|cue| cue["kind"] == "speech").collect();
    assert_eq!(speech.len(), render.said().len());
    for (listed, said) in speech.iter().zip(render.said()) {
        assert_eq!(listed["cue"], said.spoken.phrase.id());
        assert_eq!((&listed["sample"], &listed["step"]), (&said.sample.into(), &said.spoken.step.into()));
    }
}

#[test]
fn chapters_name_each_place_where_it_begins() {
    let text = fs::read(programs::root().join("routines/demo.kneadwell")).unwrap();
    let program = Program::read(&text).unwrap();
    let plan = Plan::first_day(&program.routines[0], &program.limits);
    let list = chapters::list(&chapters::chapters(&plan));
    let lines: Vec<_> = list.lines().collect();
    assert_eq!(lines[..2], ["CHAPTER01=00:00:00.000", "CHAPTER01NAME=Left top of the forearm: Get ready"]);
    assert_eq!(lines[2..4], ["CHAPTER02=00:00:40.000", "CHAPTER02NAME=Left top of the forearm: Press"]);
    assert_eq!(lines[lines.len() - 2..], ["CHAPTER05=00:03:02.000", "CHAPTER05NAME=Done"]);
    assert_eq!(lines.len(), 10);
}

//! A whole session with nobody looking: from Start to Summary by three keys, told by ear alone.

use std::thread::sleep;
use std::time::Duration;

use kneadwell::practice::journal::{Event, Happened, Question};
use kneadwell::practice::scan::{LATE, PAIN_AFTER};
use kneadwell::practice::score::{Phrase, Tone};
use kneadwell::world::settings::Settings;
use kneadwell::world::sound::Voice;
use kneadwell::world::sound::tones::LOUDEST;

use crate::desk::{Display, Setting, until};
use crate::expected::{Expected, Said, expected};
use crate::paced_card::{RATE, monotonic};
use crate::recording::Recording;

const PROGRAM: &str = include_str!("../../routines/demo.kneadwell");
/// As set at first, but for a shorter way to the first hold.
const SETTINGS: &str = r#"{ "practised": true, "sound_checked": true, "lead_ins": { "new_tool": 10 } }"#;

/// What is waited for before a key is pressed: the n-th such event, counted from 1, and some seconds more.
struct Then {
    nth: usize,
    is: fn(&Happened) -> bool,
    seconds: f32,
    key: &'static str,
}

const fn then(nth: usize, is: fn(&Happened) -> bool, seconds: f32, key: &'static str) -> Then {
    Then { nth, is, seconds, key }
}

/// Three keys: Space, which finds, pauses and goes on; X, which eases, answers with the number that is said, and takes the choice
/// that is said; Escape.
const SCRIPT: [Then; 8] = [
    then(1, |what| begins(what, "locate"), 5.0, "space"),
    then(1, is_asked, 9.0, "x"),
    then(2, |what| begins(what, "press"), 7.0, "x"),
    then(2, |what| begins(what, "rest"), 3.0, "space"),
    then(1, |what| matches!(what, Happened::Paused), 4.0, "space"),
    // The question after the last hold is left to close by itself.
    then(1, |what| begins(what, "stretch"), 6.0, "Escape"),
    then(1, |what| matches!(what, Happened::Stopped), 6.8, "x"),
    then(2, |what| begins(what, "stretch"), 6.0, "x"),
];

fn begins(what: &Happened, step: &str) -> bool {
    matches!(what, Happened::Began(began) if began.step == step)
}

const fn is_asked(what: &Happened) -> bool {
    matches!(what, Happened::Asked { .. })
}

/// How much later than planned a sound may be, beside what is the same for all of them.
const CLOSE: Duration = Duration::from_millis(60);
const NEAR: Duration = Duration::from_millis(25);
/// The first ones come sooner, by no more than this: the card has nothing else to play yet.
const FIRST: (usize, Duration) = (2, Duration::from_millis(150));
/// A tone is over after so long, and so is the fading of words that were cut short.
const TONE: Duration = Duration::from_millis(760);
const FADES: Duration = Duration::from_millis(60);
/// What is said about a key, and what gives way to that, is over by then.
const AFTER_A_KEY: Duration = Duration::from_secs(8);
/// From this on two sounds are the same words: other words of the same voice come to 0.3.
const SAME: f32 = 0.8;

#[test]
fn a_session_is_led_by_ear_from_start_to_summary_with_three_keys() {
    let _alone = crate::alone();
    crate::in_real_time(demo);
}

fn demo() {
    let setting = Setting { display: Display::Bare, program: PROGRAM, settings: SETTINGS, card: crate::card };
    let desk = crate::begin(&setting);
    for then in &SCRIPT {
        desk.until_told("what a key waits for", then.nth, then.is);
        sleep(Duration::from_secs_f32(then.seconds));
        desk.key(then.key);
    }
    assert_eq!(desk.until_ended(), "finished");
    let over = desk.began() + desk.rows().last().map(|row| row.event.at).unwrap();
    // On Summary the numbers begin anew: the key is struck in the middle of one.
    let number = PAIN_AFTER[0].each().nth(4).unwrap();
    sleep((over + number.1 + LATE + PAIN_AFTER[0].pace / 2).saturating_sub(monotonic()));
    desk.key("x");
    let pain = || desk.ask("SELECT level FROM answers WHERE moment = 'after'");
    until("the pain after it is kept", || pain() == number.0.to_string());
    let told: Vec<_> = desk.rows().into_iter().map(|row| row.event).collect();
    let levels = desk.ask("SELECT round, coalesce(level, 'none') FROM answers WHERE moment = 'hold' ORDER BY id");
    let began = desk.began();
    let folder = desk.close(Duration::from_secs(5));

    let expected = expected(PROGRAM, SETTINGS, &told);
    assert_eq!(told, expected.events, "the transcript has everything, in order, at its instant");
    assert!(every_question_is_closed(&told), "{told:?}");
    let (number, spoken) = answered(&told, &expected);
    assert_eq!(number, spoken, "the number that was being said");
    assert_eq!(levels, format!("1|{number}\n3|none"), "one was answered, one was not");
    let eases = told.iter().filter(|event| matches!(event.what, Happened::Eased { .. })).count();
    assert_eq!(eases, 2, "{told:?}");
    let over = told.last().map(|event| event.at).unwrap();
    listen(&Recording::read(folder.path()), began, &expected.until(over));
}

/// Returns the number that was answered with, and the one that was being said.
fn answered(told: &[Event], expected: &Expected) -> (u8, u8) {
    let answer = |event: &Event| match event.what {
        Happened::Answered { level, .. } => Some((event.at, level)),
        _ => None,
    };
    let (at, level) = told.iter().find_map(answer).unwrap();
    let number = |word: &Said| match word.phrase {
        Phrase::Number(number) if word.at + LATE <= at => Some(number),
        _ => None,
    };
    (level, expected.words.iter().rev().find_map(number).unwrap())
}

/// Returns true if each question that was asked was answered or stored as not answered before the next one.
fn every_question_is_closed(told: &[Event]) -> bool {
    let mut open: Option<&Question> = None;
    for event in told {
        match &event.what {
            Happened::Asked { question } if open.is_none() => open = Some(question),
            Happened::Asked { .. } => return false,
            Happened::Answered { question, .. } | Happened::Unanswered { question } if open == Some(question) => {
                open = None;
            }
            _ => {}
        }
    }
    open.is_none() && told.iter().any(|event| is_asked(&event.what))
}

/// Compares what was heard with what should have been: every tone, every word, and nothing else.
fn listen(recording: &Recording, began: Duration, expected: &Expected) {
    let settings: Settings = serde_json::from_str(SETTINGS).unwrap();
    let levels = settings.levels();
    assert!(recording.peak() <= levels.master * LOUDEST + 2e-4, "as loud as it is set: {}", recording.peak());

    let lags = lags(recording, began, expected);
    let lag = lags[lags.len() / 2];
    let far = lags.iter().filter(|each| each.abs_diff(lag) > CLOSE).count();
    assert!(far <= FIRST.0 && lags.iter().all(|each| each.abs_diff(lag) <= FIRST.1), "not at their instants: {lags:?}");
    assert!(lag < Duration::from_millis(500), "all of it is {lag:?} late");
    let zero = began + lag;
    for sounded in expected.tones.iter().filter(|sounded| !sounded.is_hidden(expected)) {
        let from = zero + sounded.at;
        let until = from + Duration::from_millis(100) + expected.leeway(sounded.at);
        assert!(recording.sounds(from, until), "not heard: {sounded:?}");
    }

    let mut said = 0;
    for word in &expected.words {
        let length = word.until.saturating_sub(word.at + FADES);
        if length < Duration::from_millis(300) {
            continue;
        }
        let samples = Voice::samples(word.phrase, RATE).unwrap();
        let heard = (length.as_secs_f64() * f64::from(RATE)) as usize;
        let like =
            recording.likeness(&samples[..heard.min(samples.len())], zero + word.at, NEAR + expected.leeway(word.at));
        assert!(like > SAME, "{word:?}: what is heard there is like it by {like:.2}");
        said += 1;
    }
    assert!(said > 20, "only {said} phrases were said");

    // Where something is to be done the tones are alone: nothing is said in the three seconds before.
    let now = |tone| matches!(tone, Tone::Press | Tone::Stretch | Tone::StepUp);
    for sounded in expected.tones.iter().filter(|sounded| now(sounded.tone)) {
        let from = sounded.at.saturating_sub(Duration::from_secs(3));
        let over = expected.words.iter().find(|word| word.at < sounded.at && word.until > from);
        assert!(over.is_none(), "{over:?} is said over {sounded:?}");
    }
    let early = FIRST.1;
    let tones = expected
        .tones
        .iter()
        .map(|tone| ((zero + tone.at).saturating_sub(early), zero + tone.at + TONE + expected.leeway(tone.at)));
    let words = expected
        .words
        .iter()
        .map(|word| ((zero + word.at).saturating_sub(early), zero + word.until + FADES + expected.leeway(word.at)));
    // What is said on Summary follows.
    let summary = ((zero + expected.over).saturating_sub(FADES), Duration::MAX);
    let outside = recording.heard_outside(&tones.chain(words).chain([summary]).collect::<Vec<_>>());
    let outside: Vec<_> = outside.into_iter().map(|at| at.saturating_sub(zero)).collect();
    assert!(outside.is_empty(), "heard, and nobody asked for it: {outside:?}");
}

/// Returns how late each tone of the score was that has silence before it, in order of size.
fn lags(recording: &Recording, began: Duration, expected: &Expected) -> Vec<Duration> {
    let clear = |at: Duration| {
        let tone = |other: &&crate::expected::Sounded| other.at < at && other.at + TONE + CLOSE > at;
        !expected.tones.iter().any(|other| tone(&other))
    };
    let cues = expected.tones.iter().filter(|sounded| !sounded.at_once && clear(sounded.at));
    let mut lags: Vec<_> = cues
        .map(|sounded| {
            let within = Duration::from_millis(600);
            recording.onset(began + sounded.at, within).unwrap_or_else(|| panic!("not heard: {sounded:?}"))
        })
        .collect();
    lags.sort_unstable();
    lags
}

impl crate::expected::Sounded {
    /// Returns true for a tick that yields to the answer to a key.
    fn is_hidden(&self, expected: &Expected) -> bool {
        let just_before = |other: &Self| other.at_once && other.at <= self.at && other.at + TONE > self.at;
        !self.at_once && expected.tones.iter().any(just_before)
    }
}

impl Expected {
    /// Returns how much later something may come that follows from a key: the key is drawn first, and the words about it are
    /// counted from when they were found.
    fn leeway(&self, at: Duration) -> Duration {
        let follows = |key: &Event| key.what.cause().is_some() && (key.at..key.at + AFTER_A_KEY).contains(&at);
        if self.events.iter().any(follows) { Duration::from_millis(300) } else { Duration::ZERO }
    }
}

//! STOP is within reach at every moment of a session: by a click, by Esc, and by a pedal's third press at the latest. It
//! silences the session at that instant.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where its session is wrong")]

use std::collections::BTreeSet;
use std::time::Duration;

use kneadwell::practice::keys::{Key, Wish, wish};
use kneadwell::practice::measure::Discomfort;
use kneadwell::practice::plan::Plan;
use kneadwell::practice::score::{Line, Phrase, Score, Tone};
use kneadwell::practice::session::{Input, Session, State};

#[path = "support/on_air.rs"]
mod on_air;
#[path = "support/programs.rs"]
mod programs;

use on_air::{on_air, to_be_spoken};

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// Ways to come to a state at a moment of the line: what is put, each so long after the one before.
const STATES: [(&str, &[(u64, Input)]); 9] = [
    ("running", &[]),
    ("paused", &[(0, Input::Pause)]),
    ("on again", &[(0, Input::Pause), (5_000, Input::Resume)]),
    ("a second into on again", &[(0, Input::Pause), (5_000, Input::Resume), (1_000, Input::Tick)]),
    ("found", &[(0, Input::Found)]),
    ("answered", &[(0, Input::Digit(9))]),
    ("eased", &[(0, Input::Ease)]),
    ("given up", &[(0, Input::Ease), (500, Input::Ease)]),
    ("asked about symptoms", &[(0, Input::Ease), (500, Input::Ease), (4_000, Input::Tick)]),
];

/// Shows `check` a session at many moments of a whole line, each in every state, with what it is called.
fn walk(plan: &Plan, mut check: impl FnMut(&Session, Duration, &str)) {
    let mut moments: BTreeSet<Duration> = (0..plan.total().as_millis() as u64).step_by(1_700).map(ms).collect();
    for step in plan.steps() {
        moments.extend([step.at, step.at + ms(1), step.end().saturating_sub(ms(1))]);
    }
    for moment in moments {
        for (name, puts) in STATES {
            let (mut session, _) = Session::start(plan.clone());
            let mut clock = moment;
            session.apply(Input::Tick, clock);
            for &(after, input) in puts {
                clock += ms(after);
                session.apply(input, clock);
            }
            if !matches!(session.state(), State::Ended(_)) {
                let step = session.moment(clock).map_or("", |moment| moment.step.kind.id());
                check(&session, clock, &format!("{name} at {moment:?}, in {step}"));
            }
        }
    }
}

fn plans() -> Vec<Plan> {
    ["usual/both", "usual/other techniques", "usual/two places"].map(programs::plan).into()
}

fn is_stopped(state: State) -> bool {
    matches!(state, State::Leaving | State::Unwell)
}

fn strike(session: &mut Session, key: Key, now: Duration) {
    if let Some(Wish::Put(input)) = wish(key, session, now) {
        session.apply(input, now);
    }
}

#[test]
fn one_click_or_one_esc_opens_the_sheet_at_every_moment_and_one_more_the_list_of_signs() {
    let mut seen = BTreeSet::new();
    for plan in plans() {
        walk(&plan, |session, clock, name| {
            seen.insert(session.moment(clock).unwrap().step.kind.id());
            for way in [Wish::Put(Input::Stop), wish(Key::Escape, session, clock).unwrap()] {
                let mut session = session.clone();
                let Wish::Put(input) = way else { panic!("{name}: {way:?}") };
                session.apply(input, clock);
                assert_eq!(session.state(), State::Leaving, "{name}");
                assert_eq!(session.deadline(clock), None, "{name}: nothing runs on behind the sheet");
                strike(&mut session, Key::Escape, clock);
                assert_eq!(session.state(), State::Unwell, "{name}");
            }
        });
    }
    let every = ["locate", "move", "press", "ready", "release", "rest", "stretch", "switch"];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), every);
}

#[test]
fn a_pedal_opens_it_with_its_third_press_at_every_moment() {
    for plan in plans() {
        for apart in [50, 400, 900] {
            walk(&plan, |session, clock, name| {
                let (mut session, mut clock) = (session.clone(), clock);
                for _ in 0..3 {
                    strike(&mut session, Key::Other, clock);
                    if is_stopped(session.state()) {
                        return;
                    }
                    clock += ms(apart);
                    session.apply(Input::Tick, clock);
                }
                // At the very end of the line the session may be over before the third press.
                assert!(matches!(session.state(), State::Ended(_)), "{name}, {apart} ms apart");
            });
        }
    }
}

#[test]
fn a_pedal_eases_then_lets_go_then_stops_and_slow_presses_are_no_third() {
    for (apart, stops) in [(500, true), (10_000, true), (10_001, false)] {
        let (mut session, _) = Session::start(programs::plan("usual/left"));
        let mut clock = ms(5_000);
        for _ in 0..3 {
            strike(&mut session, Key::Other, clock);
            clock += ms(apart);
        }
        assert_eq!(session.state() == State::Leaving, stops, "{apart} ms apart, in a lead-in");
    }
    let (mut session, _) = Session::start(programs::plan("usual/left"));
    strike(&mut session, Key::Other, ms(45_000));
    assert_eq!(session.moment(ms(45_000)).and_then(|moment| moment.target()).map(Discomfort::level), Some(2));
    // However late in the hold: the second lets go.
    strike(&mut session, Key::Other, ms(65_000));
    assert_eq!(session.moment(ms(65_000)).unwrap().step.kind.id(), "release");
    strike(&mut session, Key::Other, ms(66_000));
    assert_eq!(session.state(), State::Leaving);
}

#[test]
fn the_score_is_cut_at_the_instant_of_stop() {
    let folder = tempfile::tempdir().unwrap();
    let (world, mut stage, hand, mut overheard) = on_air(folder.path(), "both");
    while !matches!(stage.session().state(), State::Ended(_)) {
        assert!(!overheard.to_come(world.clock.monotonic()).is_empty(), "the score runs");
        overheard.said();
        stage.put(&world, Input::Stop);
        assert_eq!(overheard.said(), [Tone::Release]);
        assert_eq!(overheard.to_come(Duration::ZERO), [], "at {:?}", stage.now(&world));
        hand.advance(ms(1_000));
        stage.put(&world, Input::Resume);
        hand.advance(ms(4_100));
        stage.tick(&world);
    }
}

#[test]
fn an_answer_over_the_limit_has_its_tone_and_the_score_is_replaced_before_anything_says_press() {
    for (level, presses) in [(5, 2), (6, 2), (7, 0)] {
        let folder = tempfile::tempdir().unwrap();
        let (world, mut stage, hand, mut overheard) = on_air(folder.path(), "left");
        hand.advance(ms(75_000));
        stage.tick(&world);
        stage.put(&world, Input::Digit(level));
        overheard.said();
        hand.advance(ms(9_000));
        stage.tick(&world);
        let said = overheard.said();
        assert_eq!(said, if level > 5 { vec![Tone::Ease] } else { vec![] }, "{level}");
        let now = world.clock.monotonic();
        let heard = overheard.to_come(now);
        let score = Score::of(stage.session().plan(), world.settings.profile());
        let planned: Vec<_> = score.from(stage.session().position(now)).iter().map(|cue| (cue.tone, cue.at)).collect();
        assert_eq!(heard, planned, "{level}: what is heard is what the plan says");
        let press = heard.iter().filter(|(tone, _)| *tone == Tone::Press).count();
        assert_eq!(press, presses, "{level}");
        let first_step = if level > 6 { Tone::Ready } else { Tone::Press };
        let opens = heard.iter().find(|(tone, _)| *tone != Tone::Tick);
        assert_eq!(opens.map(|(tone, _)| *tone), Some(first_step), "{level}: the way to the stretch is sounded");
        let first = heard[0];
        assert!(first.1 >= now + ms(1_000), "{level}: nothing of the count-in has sounded, first comes {first:?}");
    }
}

#[test]
fn a_stretch_let_go_at_the_end_leaves_only_the_chord_of_the_end_to_be_heard() {
    let folder = tempfile::tempdir().unwrap();
    let (world, mut stage, hand, mut overheard) = on_air(folder.path(), "both");
    hand.advance(stage.session().plan().total().saturating_sub(ms(10_000)));
    stage.tick(&world);
    assert!(overheard.to_come(world.clock.monotonic()).len() > 1);
    stage.put(&world, Input::Ease);
    stage.put(&world, Input::Ease);
    assert!(matches!(stage.session().state(), State::Ended(_)));
    assert_eq!(overheard.to_come(Duration::ZERO), [(Tone::Done, world.clock.monotonic())]);
}

#[test]
fn what_a_key_has_changed_is_said_and_what_was_to_be_said_is_laid_out_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (world, mut stage, hand, mut overheard) = on_air(folder.path(), "left");
    let whole = to_be_spoken(&world, &mut overheard);
    let lines = |spoken: &[Phrase]| {
        let line = |phrase: &Phrase| if let Phrase::Line(line) = phrase { Some(*line) } else { None };
        spoken.iter().filter_map(line).collect::<Vec<_>>()
    };
    assert!(whole.len() > 15 && lines(&whole).contains(&Line::Find) && lines(&whole).ends_with(&[Line::Done]));
    // A pause says so, and nothing else is to be said until it is over.
    hand.advance(ms(45_000));
    stage.tick(&world);
    stage.put(&world, Input::Pause);
    assert_eq!(lines(&to_be_spoken(&world, &mut overheard)), [Line::Paused]);
    hand.advance(ms(5_000));
    stage.put(&world, Input::Resume);
    let again = to_be_spoken(&world, &mut overheard);
    assert!(again.len() > 10, "the rest is said again");
    assert!(
        !lines(&again).contains(&Line::Resumed),
        "on the way to a press there is no room for words, and none over it"
    );
    hand.advance(ms(8_000));
    stage.tick(&world);
    stage.put(&world, Input::Ease);
    assert_eq!(lines(&to_be_spoken(&world, &mut overheard)).first(), Some(&Line::Eased));
    hand.advance(ms(4_000));
    stage.tick(&world);
    // The second lets go, and the question that is owed is asked aloud.
    stage.put(&world, Input::Ease);
    let after = lines(&to_be_spoken(&world, &mut overheard));
    assert_eq!(after.first(), Some(&Line::GaveUp));
    assert!(after.contains(&Line::Symptoms) && !after.contains(&Line::HowStrong), "{after:?}");
    stage.put(&world, Input::Stop);
    assert_eq!(lines(&to_be_spoken(&world, &mut overheard)), [Line::Stopped]);
    stage.put(&world, Input::FinishEarly);
    assert_eq!(lines(&to_be_spoken(&world, &mut overheard)), [Line::Kept]);
}

#[test]
fn an_answer_is_said_back_and_the_time_on_request() {
    let folder = tempfile::tempdir().unwrap();
    let (world, mut stage, hand, mut overheard) = on_air(folder.path(), "left");
    hand.advance(ms(75_000));
    stage.tick(&world);
    assert!(stage.session().asking().is_some());
    stage.put(&world, Input::Digit(4));
    assert_eq!(to_be_spoken(&world, &mut overheard).first(), Some(&Phrase::Number(4)));
    hand.advance(ms(3_000));
    stage.tick(&world);
    stage.say_time(&world);
    let minutes = stage.session().left(stage.now(&world)).as_secs().div_ceil(60) as u8;
    let said = to_be_spoken(&world, &mut overheard);
    assert_eq!(said[..2], [Phrase::Number(minutes), Line::MinutesLeft.into()]);
}

#[test]
fn with_the_voice_at_nothing_nothing_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let (mut world, mut stage, hand, mut overheard) = on_air(folder.path(), "left");
    world.settings.voice = 0;
    hand.advance(ms(45_000));
    stage.put(&world, Input::Pause);
    assert_eq!(to_be_spoken(&world, &mut overheard), []);
    assert_eq!(overheard.to_come(Duration::ZERO), []);
}

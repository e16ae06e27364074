//! What holds for every session, whatever the program and whatever keys are pressed. The cases are the same in every run.

#![allow(clippy::expect_used, reason = "a test stops where its generator is wrong")]

use std::collections::BTreeMap;
use std::time::Duration;

use kneadwell::practice::journal::{Event, Happened};
use kneadwell::practice::measure::Side;
use kneadwell::practice::plan::{Kind, PRESSED_CAP, Plan, Step, Technique};
use kneadwell::practice::score::{Profile, Score, Tone};
use kneadwell::practice::session::{Ending, Input, Session, State};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

#[path = "support/any.rs"]
mod any;

use any::{Drawn, Played, answers, drawn, pauses, play, puts};

const LEAD: Duration = Duration::from_secs(3);
/// The rest put in for the question after a hold that was given up may go past the session's limit.
const QUESTION: Duration = Duration::from_secs(10);

fn few(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(few(300))]

    #[test]
    fn ticking_more_often_changes_nothing(drawn in drawn(), puts in puts(), every in 50..20_000_u64) {
        let mut rarely = unwatched(&drawn, &puts);
        rarely.finish();
        let (mut session, mut events) = Session::start(drawn.plan());
        let mut clock = Duration::ZERO;
        for &(at, input) in &rarely.inputs {
            while clock + Duration::from_millis(every) < at {
                clock += Duration::from_millis(every);
                events.extend(session.apply(Input::Tick, clock));
            }
            clock = at;
            events.extend(session.apply(input, at));
        }
        prop_assert_eq!(events, rarely.events);
        prop_assert_eq!(session.plan(), rarely.session.plan());
    }

    #[test]
    fn the_deadline_is_the_instant_of_the_next_event(drawn in drawn(), puts in puts()) {
        let Played { mut session, clock, .. } = unwatched(&drawn, &puts);
        let Some(due) = session.deadline(clock) else { return Ok(()) };
        let before = due.saturating_sub(Duration::from_millis(1)).max(clock);
        prop_assert!(before == due || session.clone().apply(Input::Tick, before).is_empty());
        let asked = session.asking().is_some();
        let told = session.apply(Input::Tick, due);
        // A question whose answer changes nothing closes without a word.
        prop_assert!(!told.is_empty() || (asked && session.asking().is_none()));
    }

    #[test]
    fn every_step_is_told_once_and_in_order(drawn in drawn(), puts in puts()) {
        let mut played = unwatched(&drawn, &puts);
        told_once_in_order(&played)?;
        played.finish();
        told_once_in_order(&played)?;
        if !matches!(played.session.state(), State::Ended(Ending::Early | Ending::Discarded)) {
            prop_assert_eq!(played.session.state(), State::Ended(Ending::Finished));
            let began = played.events.iter().filter(|event| matches!(event.what, Happened::Began(_))).count();
            prop_assert_eq!(began + 1, played.session.plan().steps().len());
        }
    }

    #[test]
    fn nothing_on_the_line_goes_past_a_limit(drawn in drawn(), puts in puts()) {
        let first = drawn.plan();
        let tops = tops(&first);
        let limit = drawn.limits.session.duration();
        let mut fault = sound(&first, limit, &tops);
        play(first, &puts, |_, after, _, _, _| {
            if fault.is_ok() {
                fault = sound(after.plan(), limit, &tops);
            }
        });
        fault?;
    }

    #[test]
    fn no_key_ever_raises_a_target(drawn in drawn(), puts in puts()) {
        let mut fault = Ok(());
        play(drawn.plan(), &puts, |before, after, input, clock, _| {
            if fault.is_ok() {
                fault = not_raised(before, after, clock).map_err(|why| TestCaseError::fail(format!("{input:?}: {why}")));
            }
        });
        fault?;
    }

    #[test]
    fn work_is_led_in_to(drawn in drawn(), puts in puts()) {
        let mut played = unwatched(&drawn, &puts);
        played.finish();
        let (mut began, mut anew) = (None, None);
        for event in &played.events {
            match &event.what {
                Happened::Began(step) if step.step == "press" => {
                    let led = event.position.saturating_sub(began.unwrap_or_default());
                    prop_assert!(led >= LEAD, "{:?} after {:?}", event, led);
                    let since = anew.map(|anew| event.position.saturating_sub(anew));
                    prop_assert!(since.is_none_or(|since| since >= LEAD), "{:?} {:?}", event, since);
                }
                Happened::Began(_) => began = Some(event.position),
                Happened::Resumed | Happened::WentBack => anew = Some(event.position),
                _ => {}
            }
        }
    }

    #[test]
    fn what_was_logged_rebuilds_the_session(drawn in drawn(), puts in puts()) {
        let played = unwatched(&drawn, &puts);
        let again = Session::replay(drawn.plan(), &played.events, played.clock);
        prop_assert_eq!(again.plan(), played.session.plan());
        prop_assert_eq!(again.position(played.clock), played.session.position(played.clock));
        prop_assert_eq!(again.asking(), played.session.asking());
        let halted = if played.session.state() == State::Running { State::Paused } else { played.session.state() };
        prop_assert_eq!(again.state(), halted);
    }

    #[test]
    fn a_session_taken_up_goes_on_as_from_a_pause(drawn in drawn(), puts in puts(), away in 0..1_800_000_u64) {
        let played = unwatched(&drawn, &puts);
        let resume = played.clock + Duration::from_millis(away);
        let mut killed = Session::replay(drawn.plan(), &played.events, played.clock);
        let mut paused = played.session.clone();
        paused.apply(Input::Pause, played.clock);
        let mut events = played.events;
        let taken_up = killed.apply(Input::Resume, resume);
        prop_assert_eq!(&taken_up, &paused.apply(Input::Resume, resume));
        prop_assert_eq!(killed.plan(), paused.plan());
        events.extend(taken_up);
        let twice = Session::replay(drawn.plan(), &events, resume);
        prop_assert_eq!(twice.plan(), killed.plan());
        prop_assert_eq!(twice.position(resume), killed.position(resume));
    }

    #[test]
    fn pauses_take_nothing_away(mut drawn in drawn(), puts in pauses()) {
        drawn.limits.session.0 += 600;
        let mut played = unwatched(&drawn, &puts);
        played.finish();
        let mut planned = BTreeMap::new();
        for step in drawn.plan().steps().iter().filter(|step| step.kind.is_work()) {
            planned.insert((step.point, step.side, step.kind.id().to_owned(), step.round), step.length);
        }
        let mut held = BTreeMap::new();
        for event in &played.events {
            if let Happened::Held(work) = &event.what {
                let sum: &mut Duration = held.entry((work.point, work.side, work.step.clone(), work.round)).or_default();
                *sum += Duration::from_millis(work.ms);
            }
        }
        prop_assert_eq!(held, planned);
    }

    #[test]
    fn the_score_fits_the_line(drawn in drawn(), puts in puts()) {
        let played = unwatched(&drawn, &puts);
        let (plan, position) = (played.session.plan(), played.session.position(played.clock));
        let score = Score::of(plan, Profile::default());
        let cues = score.cues();
        prop_assert!(cues.is_sorted_by_key(|cue| cue.at));
        for (index, step) in plan.steps().iter().enumerate() {
            let opens = cues.iter().any(|cue| cue.at == step.at && cue.step == index && opening(step) == cue.tone);
            prop_assert!(opens || step.length.is_zero(), "{:?} has no sound of its own", step);
        }
        for tick in cues.iter().filter(|cue| cue.tone == Tone::Tick) {
            let (before, announced) = (&plan.steps()[tick.step - 1], &plan.steps()[tick.step]);
            prop_assert!([1, 2, 3].contains(&announced.at.saturating_sub(tick.at).as_secs()));
            prop_assert!(before.whole >= Duration::from_secs(5) && before.at < tick.at);
            let hold = |step: &Step| step.pressing().is_some_and(|pressing| pressing.technique == Technique::Hold);
            let out = hold(before) || before.kind == Kind::Stretch;
            let into = announced.pressing().is_some() || announced.kind == Kind::Stretch;
            prop_assert!(out || (into && !before.kind.is_work()));
        }
        let to_come = score.from(position);
        prop_assert!(cues.ends_with(to_come) && to_come.iter().all(|cue| cue.at >= position));
        prop_assert!(cues[..cues.len() - to_come.len()].iter().all(|cue| cue.at < position));
    }
}

proptest! {
    #![proptest_config(few(300))]

    #[test]
    fn an_answer_over_the_ceiling_lowers_or_ends_what_is_still_to_be_pressed(
        drawn in drawn(), answers in answers(), puts in puts(),
    ) {
        let first = drawn.plan();
        let limit = drawn.limits.session.duration();
        let tops = tops(&first);
        let mut fault = Ok(());
        let mut over: Vec<(usize, Option<Side>)> = Vec::new();
        let played = any::play_answering(first, &answers, &puts, |before, after, told| {
            if fault.is_ok() {
                fault = overstepped(before, after, told, &mut over).and_then(|()| sound(after.plan(), limit, &tops));
            }
        });
        fault?;
        let again = Session::replay(drawn.plan(), &played.events, played.clock);
        prop_assert_eq!(again.plan(), played.session.plan());
    }
}

/// What was told in one step of the clock: no press on a side that was over, and each rule has done what it says.
fn overstepped(
    before: &Session,
    after: &Session,
    told: &[Event],
    over: &mut Vec<(usize, Option<Side>)>,
) -> Result<(), TestCaseError> {
    let to_come = |session: &Session, here: (usize, Option<Side>)| {
        let steps = session.plan().steps().iter().filter(move |step| (step.point, step.side) == here);
        let from = told.last().map_or(Duration::ZERO, |event| event.position);
        let later = steps.filter(move |step| step.at >= from);
        later.filter_map(|step| Some(step.pressing()?.target.level())).collect::<Vec<_>>()
    };
    for event in told {
        match &event.what {
            Happened::Began(began) => {
                let here = (began.point, began.side);
                prop_assert!(began.step != "press" || !over.contains(&here), "pressed after an L2: {:?}", event);
                prop_assert!(began.step != "stretch" || began.less == over.contains(&here), "{:?}", event);
            }
            Happened::Lowered { why, from, to } => {
                let here = (why.point, why.side);
                prop_assert_eq!(why.rule.id(), "L1");
                prop_assert_eq!(why.said, Some(why.ceiling + 1));
                prop_assert_eq!(*to, from.saturating_sub(1).max(1).min(*from));
                let (was, is) = (to_come(before, here), to_come(after, here));
                let lower = was.iter().map(|target| target.saturating_sub(1).max(1).min(*target));
                prop_assert!(told.len() > 1 || lower.eq(is.iter().copied()), "{:?} → {:?}", was, is);
            }
            Happened::PressingEnded { why, .. } => {
                let here = (why.point, why.side);
                prop_assert_eq!(why.rule.id(), "L2");
                prop_assert!(why.said.is_none_or(|said| said >= 8 || said >= why.ceiling + 2));
                prop_assert_eq!(to_come(after, here), Vec::<u8>::new());
                over.push(here);
            }
            _ => {}
        }
    }
    Ok(())
}

fn unwatched(drawn: &Drawn, puts: &[any::Put]) -> Played {
    play(drawn.plan(), puts, |_, _, _, _, _| {})
}

fn opening(step: &Step) -> Tone {
    match step.kind {
        Kind::Ready | Kind::Locate => Tone::Ready,
        Kind::Press(_) => Tone::Press,
        Kind::Release => Tone::Release,
        Kind::Rest => Tone::Rest,
        Kind::Stretch | Kind::Move => Tone::Stretch,
        Kind::Switch => Tone::Switch,
        Kind::Done => Tone::Done,
    }
}

fn told_once_in_order(played: &Played) -> Result<(), TestCaseError> {
    let told = |event: &Event| match &event.what {
        Happened::Began(began) => Some((event.position, began.step.clone(), began.point, began.side, began.round)),
        _ => None,
    };
    let told: Vec<_> = played.events.iter().filter_map(told).collect();
    let line = played.session.plan().steps().iter();
    let line: Vec<_> =
        line.map(|step| (step.at, step.kind.id().to_owned(), step.point, step.side, step.round)).collect();
    prop_assert!(line.starts_with(&told), "told {:#?}\nline {:#?}", told, line);
    prop_assert!(played.events.is_sorted_by_key(|event| event.at));
    prop_assert!(played.events.is_sorted_by_key(|event| event.position));
    let whole = |time: Duration| time.subsec_nanos().is_multiple_of(1_000_000);
    prop_assert!(played.events.iter().all(|event| whole(event.at) && whole(event.position)));
    let mut level = None;
    for event in &played.events {
        match &event.what {
            Happened::Began(began) => {
                let step = played.session.plan().steps().iter().rev().find(|step| {
                    step.at == event.position && step.kind.id() == began.step && step.round == began.round
                });
                level = step.and_then(Step::pressing).map(|pressing| pressing.from.level());
            }
            Happened::SteppedUp { to } => {
                prop_assert_eq!(level.map(|level| level + 1), Some(*to));
                level = Some(*to);
            }
            _ => {}
        }
    }
    Ok(())
}

/// The highest target of each hold as it was first drawn up.
fn tops(plan: &Plan) -> BTreeMap<(usize, Option<Side>, u8), u8> {
    let press = |step: &Step| Some(((step.point, step.side, step.round), step.pressing()?.target.level()));
    plan.steps().iter().filter_map(press).collect()
}

fn sound(plan: &Plan, limit: Duration, tops: &BTreeMap<(usize, Option<Side>, u8), u8>) -> Result<(), TestCaseError> {
    let mut at = Duration::ZERO;
    for step in plan.steps() {
        prop_assert_eq!(step.at, at, "steps join without gaps");
        at += step.length;
        prop_assert_eq!(step.length.subsec_nanos() % 1_000_000, 0);
        let Some(pressing) = step.pressing() else { continue };
        prop_assert!(pressing.from <= pressing.target && pressing.target <= pressing.ceiling);
        prop_assert!(pressing.target.level() <= tops[&(step.point, step.side, step.round)]);
        prop_assert!(pressing.ramp * 2 <= step.whole.max(step.length));
        let mut level = pressing.from;
        let mut after = pressing.ramp;
        for (index, turn) in pressing.step_ups.iter().enumerate() {
            prop_assert_eq!(turn.target, level.raised(), "one at a time");
            prop_assert!(turn.after > after || (index == 0 && turn.after >= after));
            (level, after) = (turn.target, turn.after);
            prop_assert_eq!(after.subsec_nanos() % 1_000_000, 0);
        }
        prop_assert!(pressing.eased.is_some() || level == pressing.target);
        for ms in (0..=step.length.as_millis() as u64).step_by(500) {
            prop_assert!(pressing.target_at(Duration::from_millis(ms)) <= pressing.ceiling);
        }
    }
    let gave_up = plan.steps().iter().filter(|step| matches!(step.kind, Kind::Rest) && step.whole == QUESTION).count();
    prop_assert!(
        plan.total() <= limit + QUESTION * u32::from(gave_up > 0),
        "{:?} is longer than {:?}",
        plan.total(),
        limit
    );
    for step in plan.steps() {
        if let Some(spot) = plan.spot(step) {
            prop_assert!(plan.pressed(&spot.place, step.side, Duration::MAX) <= PRESSED_CAP);
        }
    }
    Ok(())
}

fn not_raised(before: &Session, after: &Session, clock: Duration) -> Result<(), String> {
    let target = |session: &Session| session.moment(clock).and_then(|moment| moment.target());
    if let (Some(before), Some(after)) = (target(before), target(after))
        && after > before
    {
        return Err(format!("now {before} → {after}"));
    }
    let now = |session: &Session| session.moment(clock).map_or(0, |moment| moment.index);
    let hold_began = |session: &Session| {
        let steps = &session.plan().steps()[..=now(session)];
        steps.iter().rposition(|step| step.kind.is_work() && !step.continued).unwrap_or(0)
    };
    let to_come = |session: &Session, index: usize| {
        let steps = session.plan().steps()[index..].iter();
        let mut highest: BTreeMap<_, u8> = BTreeMap::new();
        for (step, pressing) in steps.filter_map(|step| Some((step, step.pressing()?))) {
            let top = highest.entry((step.point, step.side, step.round)).or_default();
            *top = (*top).max(pressing.eased.map_or(pressing.target, |eased| eased.target).level());
        }
        highest
    };
    let (before, after) = (to_come(before, hold_began(before)), to_come(after, now(after)));
    for (hold, level) in &after {
        if before.get(hold).is_some_and(|was| level > was) {
            return Err(format!("{hold:?} {} → {level}", before[hold]));
        }
    }
    Ok(())
}

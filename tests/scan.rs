//! Answers without hands: what a key means is what is being said, in every session that may be drawn up.

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

use std::time::Duration;

use kneadwell::practice::journal::{Happened, Question};
use kneadwell::practice::keys::{Key, Wish, wish};
use kneadwell::practice::plan::{LeadIns, Plan};
use kneadwell::practice::program::{Program, Routine};
use kneadwell::practice::scan::{AnswerBy, Choice, LATE, PAIN_AFTER, Scan};
use kneadwell::practice::score::{Beside, Lengths, Line, Phrase, Profile, Score, Spoken};
use kneadwell::practice::session::{Input, Session, State};
use kneadwell::practice::setup::Setup;
use kneadwell::world::sound::Voice;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

fn few(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..Config::default() }
}

fn end(spoken: &Spoken) -> Duration {
    spoken.at + spoken.length
}

/// What is still to be said, as the session stands.
fn to_be_said(session: &Session, profile: Profile) -> Vec<Spoken> {
    let beside = Beside { aside: None, symptoms: session.symptoms_over(), under_way: session.under_way() };
    Score::of(session.plan(), profile).spoken(session.plan(), &Voice, &beside).speech().to_vec()
}

/// The numbers of a scan are said each at its slot, and nothing else is said over them.
fn said_at_its_slots(speech: &[Spoken], scan: Scan) -> Result<(), TestCaseError> {
    for (number, at) in scan.each() {
        let said = speech.iter().filter(|spoken| spoken.at == at && spoken.phrase == Phrase::Number(number));
        prop_assert_eq!(said.count(), 1, "{} at {:?}", number, at);
    }
    let over = speech.iter().filter(|spoken| spoken.at < scan.end() && end(spoken) > scan.first);
    prop_assert_eq!(over.count(), usize::from(scan.slots), "other words over the numbers");
    Ok(())
}

/// Every scan of a session that nobody touches: the numbers of each question that opens.
fn scans(plan: Plan) -> Vec<(Session, Scan)> {
    let (mut session, _) = Session::start(plan);
    let mut clock = Duration::ZERO;
    let mut scans = Vec::new();
    while let Some(due) = session.deadline(clock) {
        clock = due;
        let told = session.apply(Input::Tick, clock);
        if told.iter().any(|event| matches!(event.what, Happened::Asked { .. }))
            && let Some(scan) = session.scan()
        {
            scans.push((session.clone(), scan));
        }
    }
    scans
}

fn asked(plan: Plan) -> usize {
    let (mut session, mut events) = Session::start(plan);
    let end = session.left(Duration::ZERO);
    events.extend(session.apply(Input::Tick, end));
    events.iter().filter(|event| matches!(event.what, Happened::Asked { .. })).count()
}

proptest! {
    #![proptest_config(few(150))]

    #[test]
    fn each_number_is_said_at_its_slot_and_nothing_else_over_it(drawn in any::drawn()) {
        let plain = any::Drawn { answer_by: AnswerBy::Digits, ..drawn.clone() }.plan();
        let plan = any::Drawn { answer_by: AnswerBy::Scan, ..drawn.clone() }.plan();
        prop_assert!(plan.total() <= drawn.limits.session.duration().max(plain.total()));
        let (session, _) = Session::start(plan.clone());
        let ahead = to_be_said(&session, Profile::default());
        let mut pace = None;
        for (asking, scan) in scans(plan.clone()) {
            prop_assert!((1000..=1500).contains(&scan.pace.as_millis()));
            prop_assert!(pace.is_none_or(|pace| pace == scan.pace), "one pace for all");
            pace = Some(scan.pace);
            said_at_its_slots(&ahead, scan)?;
            said_at_its_slots(&to_be_said(&asking, Profile::default()), scan)?;
            let closes = asking.asking().unwrap().closes;
            prop_assert!(scan.end() + LATE <= closes, "a late ten is still an answer");
            let question = ahead.iter().rev().find(|spoken| spoken.at < scan.first);
            let is_asked = |spoken: &Spoken| spoken.phrase == Phrase::Line(Line::AnyKeyAtYours);
            prop_assert!(question.is_some_and(is_asked), "{:?}", question);
        }
        if plan.total() + Duration::from_secs(40) < drawn.limits.session.duration() {
            prop_assert_eq!(scans(plan.clone()).len(), asked(plan), "with room, every question is scanned");
        }
    }

    #[test]
    fn a_key_answers_with_the_number_that_was_said(drawn in any::drawn(), after in 0..24_000_u64, key in any_key()) {
        let plan = any::Drawn { answer_by: AnswerBy::Scan, ..drawn }.plan();
        for (mut session, scan) in scans(plan) {
            let at = session.asking().unwrap().closes.min(scan.first.saturating_sub(Duration::from_secs(4)) + Duration::from_millis(after));
            session.apply(Input::Tick, at);
            let heard = scan.each().take_while(|(_, said)| *said + LATE <= at).last();
            let wished = wish(key, &session, at);
            let Some((number, _)) = heard.filter(|_| !scan.is_over(at) && session.scan().is_some()) else {
                prop_assert!(
                    !matches!(wished, Some(Wish::Put(Input::Digit(_) | Input::Ten))), "{:?} at {:?}: {:?}", key, at, wished
                );
                continue;
            };
            prop_assert_eq!(wished, Some(Wish::Put(Input::answer(number))));
            let told = session.apply(Input::answer(number), at);
            let answered = |what: &Happened| matches!(what, Happened::Answered { level, .. } if *level == number);
            prop_assert!(answered(&told.last().unwrap().what));
            prop_assert_eq!(session.scan(), None, "the numbers stop");
            let speech = to_be_said(&session, Profile::default());
            let later = speech.iter().filter(|spoken| spoken.at >= at && spoken.at < scan.end() + Duration::from_secs(4));
            let counted = later.filter(|spoken| matches!(spoken.phrase, Phrase::Number(_))).count();
            // "Hold for thirty seconds" may come later; no number of the scan does.
            prop_assert!(counted <= 1);
        }
    }
}

proptest! {
    #![proptest_config(few(150))]

    #[test]
    fn three_presses_in_a_row_stop_also_among_the_numbers(drawn in any::drawn(), after in 0..20_000_u64, apart in 60..450_u64) {
        let plan = any::Drawn { answer_by: AnswerBy::Scan, ..drawn }.plan();
        for (mut session, scan) in scans(plan) {
            let mut at = scan.first.saturating_sub(Duration::from_secs(4)) + Duration::from_millis(after);
            session.apply(Input::Tick, at);
            if session.scan().is_none() {
                continue;
            }
            for _ in 0..3 {
                if let Some(Wish::Put(input)) = wish(Key::Other, &session, at) {
                    session.apply(input, at);
                }
                at += Duration::from_millis(apart);
            }
            prop_assert_eq!(session.state(), State::Leaving, "from {:?} on, {} ms apart", after, apart);
        }
    }
}

fn any_key() -> impl Strategy<Value = Key> {
    prop_oneof![Just(Key::Space), Just(Key::Other), Just(Key::Time), Just(Key::LetGo), Just(Key::Plus)]
}

#[test]
fn the_words_of_the_voice_fit_between_the_slots() {
    for number in 0..=10 {
        let length = Voice.length(Phrase::Number(number)).unwrap();
        assert!(length <= Duration::from_millis(700), "{number}: {length:?}");
    }
    let sheet = Score::sheet(&[Line::Stopped.into()], Duration::from_secs(60), &Voice);
    let id = |spoken: &Spoken| spoken.phrase.id();
    let ids: Vec<_> = sheet.iter().map(id).collect();
    let round = ["choice-go-on", "choice-finish", "choice-unwell"];
    assert_eq!(ids, [&["stopped", "any-key-at-choice"][..], &round, &round].concat());
    let slots = sheet[2..].iter().map(|spoken| spoken.at.saturating_sub(Duration::from_secs(60)));
    assert!(slots.eq(Choice::scan().each().map(|(_, at)| at)));
    for last in [Line::Done, Line::Kept] {
        let pain = Score::pain_after(last, &Voice);
        let ids: Vec<_> = pain.iter().map(id).collect();
        assert_eq!(ids[1..3], ["pain-now", "any-key-at-yours"]);
        assert_eq!((&*ids[14], &*ids[26], &*ids[27]), ("any-key-at-yours", "not-answered", "all-told"), "{ids:?}");
        for scan in PAIN_AFTER {
            said_at_its_slots(&pain, scan).unwrap();
        }
        for speech in [&pain, &sheet] {
            assert!(speech.windows(2).all(|pair| end(&pair[0]) < pair[1].at), "{speech:?}");
        }
    }
}

fn shipped() -> Vec<(String, Program)> {
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        let is_program = path.extension().is_some_and(|ending| ending == "kneadwell");
        is_program.then(|| (path.display().to_string(), Program::read(&std::fs::read(&path).unwrap()).unwrap()))
    };
    std::fs::read_dir(programs::root().join("routines")).unwrap().filter_map(read).collect()
}

fn setup(routine: &Routine, program: &Program) -> Setup {
    let mut setup = Setup::first_day(routine, &program.limits, &[], LeadIns::default());
    setup.answer_by = AnswerBy::Scan;
    setup
}

#[test]
fn every_question_of_a_shipped_program_is_scanned_and_told_what_comes_next() {
    for (name, program) in shipped() {
        for routine in &program.routines {
            let setup = setup(routine, &program);
            let plan = setup.draw(routine, &program.limits);
            let again = Setup::from_json(&setup.to_json()).unwrap();
            assert_eq!(again.draw(routine, &program.limits), plan, "drawn up again after a crash");
            assert!(plan.total() <= program.limits.session.duration(), "{name}");
            let scans = scans(plan.clone());
            assert_eq!(scans.len(), asked(plan.clone()), "{name}, {}: {:?}", routine.name, plan.total());
            let speech = Score::of(&plan, Profile::default()).spoken(&plan, &Voice, &Beside::default());
            for (session, scan) in scans {
                let step = session.moment(scan.first).unwrap().step.clone();
                let lasts = step.length.as_millis();
                assert!(
                    (20_000..=35_000).contains(&lasts) || step.length > Duration::from_secs(45),
                    "{name}: {lasts} ms"
                );
                let next = speech.speech().iter().filter(|spoken| spoken.at >= scan.end() && spoken.at < step.end());
                assert!(next.count() > 0, "{name}: what comes next is said after the numbers of {step:?}");
            }
        }
    }
}

#[test]
fn an_old_session_is_drawn_up_without_a_scan() {
    let (_, program) = shipped().remove(0);
    let routine = &program.routines[0];
    let text = setup(routine, &program).to_json();
    let old = text.replace(r#","answer_by":"scan""#, "");
    assert_ne!(text, old);
    assert_eq!(Setup::from_json(&old).unwrap().answer_by, AnswerBy::Digits);
}

/// With one key alone, struck at its number, both questions of a side are answered and told in the journal.
#[test]
fn one_key_answers_a_whole_session() {
    let (_, program) = shipped().into_iter().find(|(name, _)| name.contains("demo")).unwrap();
    let plan = setup(&program.routines[0], &program).draw(&program.routines[0], &program.limits);
    let (mut session, mut events) = Session::start(plan);
    let mut clock = Duration::ZERO;
    while session.state() == State::Running {
        clock += Duration::from_millis(100);
        events.extend(session.apply(Input::Tick, clock));
        let found = session
            .moment(clock)
            .is_some_and(|moment| moment.step.kind.id() == "locate" && moment.step.length == moment.step.whole);
        let wants = found || session.standing(clock) == Some(3);
        if let Some(Wish::Put(input)) = wants.then(|| wish(Key::Other, &session, clock)).flatten() {
            events.extend(session.apply(input, clock));
        }
    }
    let answers: Vec<_> = events
        .iter()
        .filter_map(|event| match &event.what {
            Happened::Answered { question: Question::Discomfort { round, .. }, level } => Some((*round, *level)),
            _ => None,
        })
        .collect();
    assert_eq!(answers, [(1, 3), (3, 3)]);
    assert_eq!(events.iter().filter(|event| matches!(event.what, Happened::Unanswered { .. })).count(), 0);
}

//! The rules that act inside a session (`clinical.md` §3.2: L1, L2, L4, L5), each at both sides of its threshold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where its session is wrong")]

use std::time::Duration;

use kneadwell::practice::journal::{Event, Happened, Question, Rule};
use kneadwell::practice::keys::{Key, Wish, wish};
use kneadwell::practice::plan::{Kind, Plan, Refused, Step};
use kneadwell::practice::program::Program;
use kneadwell::practice::session::{Input, Session, State};
use kneadwell::practice::tally::{Hold, Mark, Tally};

/// A place that may be pressed up to 7: three holds of 30 s that climb to the ceiling, and two stretches.
fn plan(ceiling: u8) -> Plan {
    let from = ceiling.min(3);
    let text = format!(
        r#"{{ "kneadwell": 1, "title": "t", "prescribed": {{ "by": "T" }}, "limits": {{ "ceiling": 7 }},
             "routines": [{{ "name": "r", "points": [{{ "site": "gluteus-maximus", "side": "left", "tool": "ball-soft",
               "ceiling": {ceiling},
               "press": {{ "technique": "hold", "hold": "30s", "holds": 3, "rest": "15s", "ramp": "6s", "release": "3s",
                           "feel": [{from}, {ceiling}] }},
               "stretch": {{ "hold": "20s", "reps": 2, "rest": "10s" }} }}] }}] }}"#
    );
    let program = Program::read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}"));
    Plan::first_day(program.routine(None).unwrap(), &program.limits)
}

/// A session played by its clock, with everything that happened in it.
struct Run {
    drawn: Plan,
    session: Session,
    events: Vec<Event>,
    clock: Duration,
}

impl Run {
    fn of(plan: Plan) -> Self {
        let (session, events) = Session::start(plan.clone());
        Self { drawn: plan, session, events, clock: Duration::ZERO }
    }

    fn put(&mut self, input: Input) {
        let events = self.session.apply(input, self.clock);
        self.events.extend(events);
    }

    fn wait(&mut self, ms: u64) {
        self.clock += Duration::from_millis(ms);
        self.put(Input::Tick);
    }

    /// On until the question about the hold of this round opens.
    fn at_question(mut self, after: u8) -> Self {
        while !matches!(self.session.asking(), Some(asking) if is_about(&asking.question, after)) {
            let due = self.session.deadline(self.clock).expect("a question is asked");
            self.clock = due;
            self.put(Input::Tick);
        }
        self
    }

    /// On until this many milliseconds of the first hold are held.
    fn into_the_first_hold(mut self, ms: u64) -> Self {
        while self.session.moment(self.clock).is_none_or(|moment| moment.step.pressing().is_none()) {
            self.clock = self.session.deadline(self.clock).expect("a press comes");
            self.put(Input::Tick);
        }
        self.wait(ms);
        self
    }

    fn say(&mut self, level: u8) {
        self.put(if level == 10 { Input::Ten } else { Input::Digit(level) });
    }

    /// Closes the question that is open by letting its time pass.
    fn close(&mut self) {
        while self.session.asking().is_some() {
            self.clock = self.session.deadline(self.clock).expect("it closes by itself");
            self.put(Input::Tick);
        }
    }

    fn finish(&mut self) {
        self.clock += self.session.left(self.clock);
        self.put(Input::Tick);
    }

    /// The targets of the holds that are still to come.
    fn to_come(&self) -> Vec<u8> {
        let position = self.session.position(self.clock);
        let later = self.session.plan().steps().iter().filter(|step| step.at > position);
        later.filter_map(Step::pressing).map(|pressing| pressing.target.level()).collect()
    }

    fn stretches(&self) -> Vec<&Step> {
        self.session.plan().steps().iter().filter(|step| matches!(step.kind, Kind::Stretch)).collect()
    }

    /// The rules that have acted, in order.
    fn acted(&self) -> Vec<Rule> {
        let rule = |event: &Event| match &event.what {
            Happened::Lowered { why, .. } | Happened::PressingEnded { why, .. } => Some(why.rule),
            _ => None,
        };
        self.events.iter().filter_map(rule).collect()
    }

    /// The same session, rebuilt from what was logged.
    fn replayed(&self) -> Session {
        Session::replay(self.drawn.clone(), &self.events, self.clock)
    }
}

fn is_about(question: &Question, after: u8) -> bool {
    matches!(question, Question::Discomfort { round, .. } if *round == after)
}

/// An answer under a ceiling, and the rule that it calls for.
const ANSWERS: [(u8, u8, Option<Rule>); 23] = [
    (5, 0, None),
    (5, 4, None),
    (5, 5, None),
    (5, 6, Some(Rule::L1)),
    (5, 7, Some(Rule::L2)),
    (5, 8, Some(Rule::L2)),
    (5, 10, Some(Rule::L2)),
    (2, 1, None),
    (2, 2, None),
    (2, 3, Some(Rule::L1)),
    (2, 4, Some(Rule::L2)),
    (3, 3, None),
    (3, 4, Some(Rule::L1)),
    (3, 5, Some(Rule::L2)),
    (6, 5, None),
    (6, 6, None),
    (6, 7, Some(Rule::L1)),
    (6, 8, Some(Rule::L2)),
    (7, 6, None),
    (7, 7, None),
    // One over the ceiling, and yet too much: from 8 on it is L2 whatever the ceiling.
    (7, 8, Some(Rule::L2)),
    (7, 9, Some(Rule::L2)),
    (7, 10, Some(Rule::L2)),
];

#[test]
fn l1_and_l2_are_told_by_the_answer_and_the_ceiling() {
    for (ceiling, said, rule) in ANSWERS {
        assert_eq!(Rule::on(said, ceiling), rule, "{said} under a ceiling of {ceiling}");
    }
}

#[test]
fn l1_an_answer_one_over_the_ceiling_lowers_the_later_holds_of_the_side_by_one_notch() {
    for (ceiling, said, rule) in ANSWERS.into_iter().filter(|row| row.2 != Some(Rule::L2)) {
        let mut run = Run::of(plan(ceiling)).at_question(1);
        let before = run.to_come();
        run.say(said);
        assert_eq!(run.to_come(), before, "it may still be changed");
        run.close();
        let lower = before.iter().map(|target| if rule.is_some() { (target - 1).max(1) } else { *target });
        assert_eq!(run.to_come(), lower.collect::<Vec<_>>(), "{said} of {ceiling}");
        assert_eq!(run.acted(), rule.into_iter().collect::<Vec<_>>(), "{said} of {ceiling}");
        assert!(run.stretches().iter().all(|step| !step.less), "{said} of {ceiling}");
    }
}

#[test]
fn l1_after_the_last_hold_has_nothing_to_lower() {
    let mut run = Run::of(plan(5)).at_question(3);
    let before = run.session.plan().clone();
    run.say(6);
    run.finish();
    assert_eq!(run.session.plan(), &before);
    assert_eq!(run.acted(), []);
}

#[test]
fn l2_an_answer_two_over_the_ceiling_or_from_eight_on_ends_the_pressing_of_the_side_and_lessens_its_stretch() {
    for (ceiling, said, _) in ANSWERS.into_iter().filter(|row| row.2 == Some(Rule::L2)) {
        let mut run = Run::of(plan(ceiling)).at_question(1);
        run.say(said);
        assert_eq!(run.to_come().len(), 2, "it may still be changed");
        run.close();
        assert_eq!(run.to_come(), Vec::<u8>::new(), "{said} of {ceiling}");
        assert_eq!(run.acted(), [Rule::L2], "{said} of {ceiling}");
        let lengths: Vec<_> = run.stretches().iter().map(|step| (step.length.as_secs(), step.less)).collect();
        assert_eq!(lengths, [(20, true), (20, true)], "its stretch stays, and is less than usual");
        run.finish();
        let tally = Tally::of(&run.events);
        let marks: Vec<_> = tally.points[0].holds.iter().map(Hold::mark).collect();
        assert_eq!(marks, [Mark::Whole, Mark::Missed, Mark::Missed], "planned and not held");
        assert_eq!((tally.points[0].stretches, tally.counts()), (2, (1, 2)));
    }
}

#[test]
fn l2_after_the_last_hold_lessens_the_stretch() {
    let mut run = Run::of(plan(5)).at_question(3);
    run.say(7);
    run.finish();
    assert_eq!(run.acted(), [Rule::L2]);
    assert!(run.stretches().iter().all(|step| step.less));
    assert!(Tally::of(&run.events).points[0].is_done(), "every hold was held");
}

#[test]
fn l2_two_eases_in_one_hold_lessen_the_stretch_too() {
    let mut run = Run::of(plan(5)).into_the_first_hold(12_000);
    run.put(Input::Ease);
    assert!(run.stretches().iter().all(|step| !step.less), "one ease is no L2");
    run.put(Input::Ease);
    assert_eq!(run.acted(), [Rule::L2]);
    assert!(run.stretches().iter().all(|step| step.less));
    assert_eq!(run.to_come(), Vec::<u8>::new());
}

#[test]
fn l1_and_l2_leave_the_other_side_and_other_points_as_they_are() {
    let text = include_str!("sessions/usual.kneadwell");
    let program = Program::read(text.as_bytes()).unwrap();
    for said in [6, 9] {
        let drawn = Plan::first_day(program.routine(Some("both")).unwrap(), &program.limits);
        let mut run = Run::of(drawn.clone()).at_question(1);
        run.say(said);
        run.close();
        let right = |plan: &Plan| {
            let steps = plan.steps().iter().filter(|step| step.side == Some(kneadwell::practice::measure::Side::Right));
            steps.map(|step| (step.kind.clone(), step.length, step.less)).collect::<Vec<_>>()
        };
        assert_eq!(right(run.session.plan()), right(&drawn), "{said}");
    }
}

#[test]
fn l1_and_l2_act_on_the_answer_that_stands_and_once_and_never_on_silence() {
    let cases: [(&[u8], &[Rule]); 5] =
        [(&[], &[]), (&[9, 5], &[]), (&[5, 6], &[Rule::L1]), (&[6, 6, 6], &[Rule::L1]), (&[6, 9], &[Rule::L2])];
    for (answers, rules) in cases {
        let mut run = Run::of(plan(5)).at_question(1);
        for &level in answers {
            run.wait(1_000);
            run.say(level);
        }
        run.close();
        let after = run.to_come();
        run.wait(1_000);
        assert_eq!((run.acted().as_slice(), run.to_come()), (rules, after), "{answers:?}");
        let unanswered = run.events.iter().any(|event| matches!(event.what, Happened::Unanswered { .. }));
        assert_eq!(unanswered, answers.is_empty(), "silence is stored as silence");
    }
}

#[test]
fn l1_and_l2_are_the_same_when_the_session_is_rebuilt_from_its_log() {
    for (ceiling, said, _) in ANSWERS {
        for round in [1, 3] {
            let mut run = Run::of(plan(ceiling)).at_question(round);
            run.say(said);
            assert_eq!(run.replayed().plan(), run.session.plan(), "open: {said} of {ceiling}");
            run.close();
            assert_eq!(run.replayed().plan(), run.session.plan(), "closed: {said} of {ceiling}");
            run.finish();
            assert_eq!(run.replayed().plan(), run.session.plan(), "over: {said} of {ceiling}");
        }
    }
}

#[test]
fn l1_and_l2_act_when_the_question_is_cut_short() {
    for (said, rule, to_come) in [(6, Rule::L1, vec![3, 4]), (7, Rule::L2, vec![])] {
        for cut in [Input::Skip, Input::Unwell, Input::FinishEarly] {
            let mut run = Run::of(plan(5)).at_question(1);
            run.wait(2_000);
            run.say(said);
            run.put(cut);
            assert_eq!((run.acted(), run.to_come()), (vec![rule], to_come.clone()), "{said}, {cut:?}");
        }
    }
}

#[test]
fn l1_and_l2_stand_in_the_journal_by_their_ids() {
    for (said, kind, rule) in [(6, "lowered", "L1"), (7, "pressing-ended", "L2")] {
        let mut run = Run::of(plan(5)).at_question(1);
        run.say(said);
        run.close();
        let kept: Vec<_> = run.events.iter().map(|event| serde_json::to_value(&event.what).unwrap()).collect();
        let row = kept.iter().find(|row| row["kind"] == kind).unwrap();
        assert_eq!((&row["rule"], &row["said"], &row["ceiling"]), (&rule.into(), &said.into(), &5.into()));
        let read: Vec<Happened> = kept.into_iter().map(|row| serde_json::from_value(row).unwrap()).collect();
        assert!(read.iter().eq(run.events.iter().map(|event| &event.what)), "what is kept is read again");
    }
}

#[test]
fn l4_it_let_go_counts_from_ten_seconds_of_a_hold() {
    for (held, counts) in [(0, false), (9_999, false), (10_000, true), (29_999, true)] {
        let mut run = Run::of(plan(5)).into_the_first_hold(held);
        run.put(Input::LetGo);
        let told = &run.events.last().unwrap().what;
        if counts {
            run.finish();
            assert_eq!(
                Tally::of(&run.events).points[0].holds[0].mark(),
                Mark::Whole,
                "{held} ms: the hold is complete"
            );
        } else {
            assert_eq!(told, &Happened::Refused { why: Refused::TooSoon }, "{held} ms");
            assert!(run.session.moment(run.clock).unwrap().step.pressing().is_some(), "{held} ms: the hold goes on");
        }
    }
}

#[test]
fn l5_any_key_within_eight_seconds_is_a_yes_and_stops_and_silence_goes_on() {
    for (after, stops) in [(0, true), (7_999, true), (8_000, false)] {
        for key in [Key::Other, Key::Space, Key::Digit(0), Key::Left, Key::LetGo] {
            let mut run = Run::of(plan(5)).into_the_first_hold(12_000);
            run.put(Input::Ease);
            run.put(Input::Ease);
            run.wait(3_000);
            let asking = run.session.asking().expect("it is asked after a hold was given up");
            assert!(asking.question.is_symptoms());
            run.wait(after);
            if let Some(Wish::Put(input)) = wish(key, &run.session, run.clock) {
                run.put(input);
            }
            assert_eq!(run.session.state() == State::Unwell, stops, "{key:?} after {after} ms");
            let answered = run.events.iter().any(|event| matches!(event.what, Happened::Answered { level: 1, .. }));
            let silent = run.events.iter().any(|event| matches!(event.what, Happened::Unanswered { .. }));
            assert_eq!((answered, silent), (stops, !stops), "{key:?} after {after} ms");
        }
    }
}

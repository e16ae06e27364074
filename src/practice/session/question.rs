//! The questions that lie over a session: when they open, how they are answered, and that they close by themselves.

use std::time::Duration;

use super::{Event, Happened, Input, Question, Session, TWICE};
use crate::practice::plan::Step;
use crate::practice::scan::Scan;

/// A typed 1 waits this long for a 0 (`details.md` §4).
pub const ANSWER_TEN: Duration = Duration::from_millis(800);
/// How long "Tingling, numb, dizzy or sick?" stays open; any key in it is a yes.
pub const SYMPTOM_WINDOW: Duration = Duration::from_secs(8);
/// "It let go" counts from here (`clinical.md` §3.2, L4).
pub const LEAST_LET_GO: Duration = Duration::from_secs(10);
/// No question stays open longer than this.
const WINDOW: Duration = Duration::from_secs(20);

/// A question that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// What is asked.
    pub question: Question,
    /// The position at which it closes by itself.
    pub closes: Duration,
    /// The answer as it stands; it may be changed until the question closes.
    pub given: Option<u8>,
    /// The numbers that are spoken, until one is taken.
    pub scan: Option<Scan>,
    /// From here on there is room for other words, once a scan has ended.
    pub(super) free: Option<Duration>,
    /// True once they were asked for again.
    pub(super) again: bool,
    one_typed: Option<Duration>,
}

impl Asking {
    /// Takes a digit, and returns the answer as it stands now. A symptom question takes no number.
    pub(super) fn take(&mut self, input: Input, now: Duration, position: Duration) -> Option<u8> {
        if !matches!(self.question, Question::Discomfort { .. }) {
            return None;
        }
        let level = match input {
            Input::Ten => 10,
            Input::Digit(0) if self.one_typed.is_some_and(|typed| now.saturating_sub(typed) <= ANSWER_TEN) => 10,
            Input::Digit(digit) if digit <= 9 => digit,
            _ => return None,
        };
        self.one_typed = (level == 1).then_some(now);
        self.given = Some(level);
        self.end_scan(position);
        Some(level)
    }
}

impl Session {
    /// Opens the question that a step carries, if it carries one. A question asked in the hold's own rest is about that hold.
    pub(super) fn ask_over(&mut self, step: &Step, due: Duration, at: Duration, events: &mut Vec<Event>) {
        if !step.kind.carries_question() {
            return;
        }
        let (question, scan) = if self.owes_symptoms {
            self.owes_symptoms = false;
            (self.symptoms_question(), None)
        } else {
            (self.discomfort_question(), self.begun.checked_sub(1).and_then(|index| self.plan.scan_over(index)))
        };
        let Some(question) = question else { return };
        let window = if question.is_symptoms() { SYMPTOM_WINDOW } else { WINDOW };
        let closes = (scan.map_or(due, Scan::end) + window).min(self.plan.free_from(self.begun).max(due));
        events.push(Event { at, position: due, what: Happened::Asked { question: question.clone() } });
        self.asking = Some(Asking { question, closes, given: None, scan, free: None, again: false, one_typed: None });
    }

    /// Answers the question that is open.
    pub(super) fn answer(&mut self, input: Input, now: Duration, position: Duration, events: &mut Vec<Event>) {
        let counts = self.scan().is_some_and(|scan| scan.runs(position));
        let struck = self.struck_by(now);
        let Some(asking) = &mut self.asking else { return };
        let Some(level) = asking.take(input, now, position) else { return };
        if counts {
            // It may have been any key: a pedal that is struck three times stops, among the numbers too.
            self.struck = ((struck + 1).min(TWICE), now);
        }
        let what = Happened::Answered { question: asking.question.clone(), level };
        events.push(Event { at: now, position, what });
    }

    /// Closes the question that is open. What was answered is acted on here, once, since until now it could be changed;
    /// what was not answered is stored as not answered, and changes nothing.
    pub(super) fn close_question(&mut self, due: Duration, at: Duration, events: &mut Vec<Event>) {
        let Some(asking) = self.asking.take() else { return };
        let what = match asking.given {
            Some(said) => self.act_on(&asking.question, said),
            None => Some(Happened::Unanswered { question: asking.question }),
        };
        events.extend(what.map(|what| Event { at, position: due, what }));
    }

    /// Returns the question about the side whose press was given up last.
    fn symptoms_question(&self) -> Option<Question> {
        let given_up = self.plan.steps()[..self.begun].iter().rev().find(|step| step.pressing().is_some())?;
        let site = self.plan.spot(given_up).map_or_else(String::new, |spot| spot.place.id().to_owned());
        Some(Question::Symptoms { site, side: given_up.side })
    }

    /// Returns the question about the press that has just been released.
    fn discomfort_question(&self) -> Option<Question> {
        let release = self.plan.asked_over(self.begun.checked_sub(1)?)?;
        Some(Question::Discomfort {
            point: release.point,
            site: self.plan.spot(release).map_or_else(String::new, |spot| spot.place.id().to_owned()),
            side: release.side,
            round: release.round,
        })
    }

    /// Returns the step at which the question about symptoms will open, where it is owed.
    pub fn symptoms_over(&self) -> Option<usize> {
        let steps = self.plan.steps().iter().enumerate().skip(self.begun);
        let carries = |step: &Step| step.kind.carries_question();
        self.owes_symptoms.then(|| steps.into_iter().find(|(_, step)| carries(step)).map(|(index, _)| index))?
    }
}

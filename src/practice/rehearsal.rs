//! The practice round: a short session in the air, in which ease, answer and pause are tried once each.
//!
//! It is a session as any other, with two holds of 15 seconds. What is tried is read from its events.

use std::time::Duration;

use super::journal::{Event, Happened};
use super::plan::LeadIns;
use super::program::{Program, Refusal};
use super::score::Line;

/// Its program, in the format a therapist writes.
pub const PROGRAM: &str = include_str!("../../assets/practice.kneadwell");

/// Something to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Ease off in a hold.
    Ease,
    /// Answer how strong it was.
    Answer,
    /// Pause, and go on.
    Pause,
}

impl Task {
    /// All of them, in the order in which they come.
    pub const ALL: [Self; 3] = [Self::Ease, Self::Answer, Self::Pause];
}

/// How far a practice round is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rehearsal {
    done: Vec<Task>,
    /// What it is the time for.
    now: Option<Task>,
}

impl Rehearsal {
    /// Returns its program.
    ///
    /// # Errors
    /// Never in practice: a test reads it.
    pub fn program() -> Result<Program, Refusal> {
        Program::read(PROGRAM.as_bytes())
    }

    /// Returns its lead-ins: just long enough for their words.
    pub const fn lead_ins() -> LeadIns {
        let seconds = Duration::from_secs;
        LeadIns {
            new_tool: seconds(8),
            point: seconds(8),
            locate: seconds(10),
            stretch: seconds(8),
            switch: seconds(8),
        }
    }

    /// Hears what has happened, ticks off what was done, and returns what is said about it.
    pub fn hear(&mut self, event: &Event) -> Option<Line> {
        match &event.what {
            Happened::Began(began) => {
                let (task, line) = match (began.step.as_str(), began.round) {
                    ("press", 1) => (Task::Ease, Line::PracticeEase),
                    ("release", 1) => (Task::Answer, Line::PracticeAnswer),
                    ("press", 2) => (Task::Pause, Line::PracticePause),
                    ("rest", 1) => {
                        self.now = Some(Task::Answer);
                        return None;
                    }
                    _ => {
                        self.now = None;
                        return None;
                    }
                };
                self.now = Some(task);
                (!self.is_done(task)).then_some(line)
            }
            Happened::Eased { .. } => self.tick(Task::Ease).then_some(Line::PracticeEased),
            Happened::GaveUp => {
                // After a hold that was given up something else is asked.
                self.tick(Task::Ease);
                self.now = None;
                None
            }
            Happened::Answered { question, .. } if !question.is_symptoms() => {
                self.tick(Task::Answer);
                None
            }
            Happened::Paused => {
                self.tick(Task::Pause);
                None
            }
            Happened::Finished | Happened::FinishedEarly | Happened::Discarded => Some(Line::PracticeDone),
            _ => None,
        }
    }

    /// Returns true once this was done.
    pub fn is_done(&self, task: Task) -> bool {
        self.done.contains(&task)
    }

    /// Returns true once anything was.
    pub fn is_begun(&self) -> bool {
        !self.done.is_empty()
    }

    /// Returns what is to be tried now, while it was not done.
    pub fn now(&self) -> Option<Task> {
        self.now.filter(|&task| !self.is_done(task))
    }

    /// Ticks something off; returns true the first time.
    fn tick(&mut self, task: Task) -> bool {
        let first = !self.is_done(task);
        if first {
            self.done.push(task);
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::plan::Plan;
    use crate::practice::session::{Ending, Input, Session, State};
    use crate::practice::setup::Setup;

    fn plan() -> Plan {
        let program = Rehearsal::program().unwrap();
        let routine = program.routine(None).unwrap();
        Setup::first_day(routine, &program.limits, &[], Rehearsal::lead_ins()).draw(routine, &program.limits)
    }

    /// Plays it with these inputs, at these seconds, and returns what was said.
    fn play(inputs: &[(u64, Input)]) -> (Rehearsal, Vec<Line>, State) {
        let (mut session, mut events) = Session::start(plan());
        for &(at, input) in inputs {
            events.extend(session.apply(input, Duration::from_secs(at)));
        }
        events.extend(session.apply(Input::Tick, Duration::from_secs(600)));
        let mut rehearsal = Rehearsal::default();
        let said = events.iter().filter_map(|event| rehearsal.hear(event)).collect();
        (rehearsal, said, session.state())
    }

    #[test]
    fn it_takes_about_a_minute_and_ends_by_itself() {
        let total = plan().total();
        assert!((Duration::from_secs(55)..=Duration::from_secs(80)).contains(&total), "{total:?}");
        let (rehearsal, said, state) = play(&[]);
        assert_eq!(state, State::Ended(Ending::Finished));
        assert!(!rehearsal.is_begun());
        let lines = [Line::PracticeEase, Line::PracticeAnswer, Line::PracticePause, Line::PracticeDone];
        assert_eq!(said, lines);
    }

    #[test]
    fn what_was_done_is_ticked_off_once() {
        let (rehearsal, said, _) = play(&[
            (18, Input::Tick),
            (24, Input::Ease),
            (40, Input::Digit(3)),
            (60, Input::Pause),
            (62, Input::Resume),
            (64, Input::Pause),
            (65, Input::Resume),
        ]);
        assert!(Task::ALL.iter().all(|&task| rehearsal.is_done(task)), "{rehearsal:?}");
        assert_eq!(said.iter().filter(|line| **line == Line::PracticeEased).count(), 1);
        assert_eq!(
            said.iter().filter(|line| **line == Line::PracticePause).count(),
            1,
            "not said again after the pause"
        );
    }

    #[test]
    fn a_hold_given_up_has_no_answer_to_coach() {
        let (rehearsal, said, _) = play(&[(22, Input::Ease), (24, Input::Ease)]);
        assert!(rehearsal.is_done(Task::Ease) && !rehearsal.is_done(Task::Pause));
        assert!(!said.contains(&Line::PracticePause), "{said:?}");
    }
}

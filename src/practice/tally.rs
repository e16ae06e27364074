//! What a session came to, read from its events.

use std::time::Duration;

use super::journal::{Began, Event, Happened, Held, Question};
use super::measure::{Discomfort, Side};

/// What a session came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// One for each point and side that was begun, in order.
    pub points: Vec<PointTally>,
    /// How often "too much" was said.
    pub eases: u32,
    /// Running time, without pauses.
    pub active: Duration,
}

/// What one point and side came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointTally {
    /// Index of the point in the routine.
    pub point: usize,
    /// The site's id.
    pub site: String,
    /// The side.
    pub side: Option<Side>,
    /// Every planned hold, set or bout.
    pub holds: Vec<Hold>,
    /// Stretches of which something was held.
    pub stretches: u8,
    /// The discomfort answers: after which hold, and what.
    pub answers: Vec<(u8, Option<Discomfort>)>,
}

/// What one hold came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hold {
    /// Time held, with what pauses broke off.
    pub held: Duration,
    /// Time planned.
    pub planned: Duration,
    /// Held time at which it was eased off, if it was.
    pub eased: Option<Duration>,
    /// Held time at which it let go by itself, if it did.
    pub let_go: Option<Duration>,
}

/// How a hold is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As planned, or until it let go.
    Whole,
    /// Shorter than planned, or eased.
    Part,
    /// Not at all.
    Missed,
}

impl Hold {
    /// Returns how it is drawn.
    pub fn mark(&self) -> Mark {
        if self.held.is_zero() {
            Mark::Missed
        } else if self.eased.is_none() && (self.let_go.is_some() || self.held >= self.planned) {
            Mark::Whole
        } else {
            Mark::Part
        }
    }
}

impl PointTally {
    /// Returns the discomfort after the first hold and after the last, as far as answered: the point's tenderness.
    pub fn tenderness(&self) -> (Option<Discomfort>, Option<Discomfort>) {
        let first = self.answers.first().and_then(|answer| answer.1);
        let last = if self.answers.len() > 1 { self.answers.last().and_then(|answer| answer.1) } else { None };
        (first, last)
    }

    /// Returns true when every planned hold was held whole, and there was something to do.
    pub fn is_done(&self) -> bool {
        let worked = self.stretches > 0 || !self.holds.is_empty();
        worked && self.holds.iter().all(|hold| hold.mark() != Mark::Missed)
    }

    fn hold(&mut self, round: u8) -> Option<&mut Hold> {
        self.holds.get_mut(usize::from(round).checked_sub(1)?)
    }

    fn answer(&mut self, round: u8, level: Option<Discomfort>) {
        match self.answers.iter_mut().find(|answer| answer.0 == round) {
            Some(answer) => answer.1 = level.or(answer.1),
            None => self.answers.push((round, level)),
        }
    }
}

impl Tally {
    /// Reads the events of one session, in their order.
    pub fn of(events: &[Event]) -> Self {
        let mut tally = Self::default();
        let mut work: Option<Work> = None;
        for event in events {
            tally.active = tally.active.max(event.position);
            match &event.what {
                Happened::Began(began) => {
                    tally.begin(began);
                    work = Work::of(began, event.position);
                }
                Happened::Held(held) => tally.held(held),
                Happened::Eased { .. } | Happened::GaveUp | Happened::LetUp => {
                    tally.eases += 1;
                    tally.mark(work.as_ref(), event.position, |hold, held| {
                        hold.eased = hold.eased.or(Some(held));
                    });
                }
                Happened::LetGo { .. } => {
                    tally.mark(work.as_ref(), event.position, |hold, held| hold.let_go = Some(held));
                }
                Happened::Answered { question: Question::Discomfort { point, side, round, .. }, level } => {
                    tally.answer(*point, *side, *round, Discomfort::new(*level));
                }
                Happened::Unanswered { question: Question::Discomfort { point, side, round, .. } } => {
                    tally.answer(*point, *side, *round, None);
                }
                _ => {}
            }
        }
        tally
    }

    /// Returns the number of holds and of stretches of which something was held.
    pub fn counts(&self) -> (usize, usize) {
        let holds = self.points.iter().flat_map(|point| &point.holds).filter(|hold| !hold.held.is_zero()).count();
        (holds, self.points.iter().map(|point| usize::from(point.stretches)).sum())
    }

    fn begin(&mut self, began: &Began) {
        let index = self.points.iter().position(|point| (point.point, point.side) == (began.point, began.side));
        let index = index.unwrap_or_else(|| {
            self.points.push(PointTally {
                point: began.point,
                site: began.site.clone(),
                side: began.side,
                holds: Vec::new(),
                stretches: 0,
                answers: Vec::new(),
            });
            self.points.len() - 1
        });
        if began.step == "press" {
            let point = &mut self.points[index];
            if point.holds.is_empty() {
                point.holds = vec![Hold::default(); usize::from(began.rounds)];
            }
            if let Some(hold) = point.hold(began.round) {
                hold.planned = hold.planned.max(Duration::from_millis(began.length_ms));
            }
        }
    }

    fn held(&mut self, held: &Held) {
        let Some(point) = self.find(held.point, held.side) else { return };
        match held.step.as_str() {
            "press" => {
                if let Some(hold) = point.hold(held.round) {
                    hold.held += Duration::from_millis(held.ms);
                }
            }
            "stretch" => point.stretches = point.stretches.max(held.round),
            _ => {}
        }
    }

    fn mark(&mut self, work: Option<&Work>, position: Duration, set: impl FnOnce(&mut Hold, Duration)) {
        let Some(work) = work else { return };
        let Some(hold) = self.find(work.point, work.side).and_then(|point| point.hold(work.round)) else { return };
        let held = hold.held + position.saturating_sub(work.since);
        set(hold, held);
    }

    fn answer(&mut self, point: usize, side: Option<Side>, round: u8, level: Option<Discomfort>) {
        if let Some(point) = self.find(point, side) {
            point.answer(round, level);
        }
    }

    fn find(&mut self, point: usize, side: Option<Side>) -> Option<&mut PointTally> {
        self.points.iter_mut().find(|tally| (tally.point, tally.side) == (point, side))
    }
}

/// The press under way while events are read.
struct Work {
    point: usize,
    side: Option<Side>,
    round: u8,
    since: Duration,
}

impl Work {
    fn of(began: &Began, position: Duration) -> Option<Self> {
        (began.step == "press").then_some(Self {
            point: began.point,
            side: began.side,
            round: began.round,
            since: position,
        })
    }
}

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
    /// The questions about discomfort in the order they were asked: after which hold, and the answer.
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
        let rounds = self.answers.first().zip(self.answers.last()).map(|(first, last)| (first.0, last.0));
        let Some((first, last)) = rounds else { return (None, None) };
        let of = |round: u8| move |answer: &(u8, Option<Discomfort>)| answer.1.filter(|_| answer.0 == round);
        let after_last = if last == first { None } else { self.answers.iter().rev().find_map(of(last)) };
        (self.answers.iter().find_map(of(first)), after_last)
    }

    /// Returns the holds that are asked about and have no answer yet: the first and the last that were held.
    pub fn unanswered(&self) -> Vec<u8> {
        let held = |hold: &&(u8, &Hold)| !hold.1.held.is_zero();
        let holds: Vec<_> = (1..).zip(&self.holds).collect();
        let first = holds.iter().find(held).map(|hold| hold.0);
        let last = holds.iter().rev().find(held).map(|hold| hold.0).filter(|&last| first != Some(last));
        let answered = |round| self.answers.iter().any(|answer| answer.0 == round && answer.1.is_some());
        [first, last].into_iter().flatten().filter(|&round| !answered(round)).collect()
    }

    /// Returns how much of the planned holds was held, 0 to 1: what let go by itself counts whole. None where nothing is
    /// pressed.
    pub fn share(&self) -> Option<f64> {
        let planned: Duration = self.holds.iter().map(|hold| hold.planned).sum();
        let held = |hold: &Hold| if hold.let_go.is_some() { hold.planned } else { hold.held.min(hold.planned) };
        let held: Duration = self.holds.iter().map(held).sum();
        (!planned.is_zero()).then(|| held.as_secs_f64() / planned.as_secs_f64())
    }

    /// Returns true when something was held in every planned hold, and there was something to do.
    pub fn is_done(&self) -> bool {
        let worked = self.stretches > 0 || !self.holds.is_empty();
        worked && self.holds.iter().all(|hold| hold.mark() != Mark::Missed)
    }

    fn hold(&mut self, round: u8) -> Option<&mut Hold> {
        self.holds.get_mut(usize::from(round).checked_sub(1)?)
    }

    /// Keeps the answer to the last question about a hold. A hold that was done again is asked about again.
    fn answer(&mut self, round: u8, level: Discomfort) {
        match self.answers.iter_mut().rev().find(|answer| answer.0 == round) {
            Some(answer) => answer.1 = Some(level),
            None => self.answers.push((round, Some(level))),
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
                Happened::Asked { question: Question::Discomfort { point, side, round, .. } } => {
                    if let Some(tally) = tally.find(*point, *side) {
                        tally.answers.push((*round, None));
                    }
                }
                Happened::Answered { question: Question::Discomfort { point, side, round, .. }, level } => {
                    if let Some((tally, level)) = tally.find(*point, *side).zip(Discomfort::new(*level)) {
                        tally.answer(*round, level);
                    }
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
                let planned = Duration::from_millis(began.length_ms);
                point.holds = vec![Hold { planned, ..Hold::default() }; usize::from(began.rounds)];
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

#[cfg(test)]
mod tests {
    use super::*;

    fn hold(held: u64) -> Hold {
        Hold { held: Duration::from_secs(held), planned: Duration::from_secs(30), ..Hold::default() }
    }

    fn point(holds: Vec<Hold>, answers: &[(u8, Option<u8>)]) -> PointTally {
        let answers = answers.iter().map(|&(round, level)| (round, level.and_then(Discomfort::new))).collect();
        PointTally { point: 0, site: "masseter".into(), side: Some(Side::Left), holds, stretches: 0, answers }
    }

    #[test]
    fn a_hold_is_whole_in_part_or_missed() {
        let some = Some(Duration::from_secs(12));
        assert_eq!(hold(30).mark(), Mark::Whole);
        assert_eq!(hold(29).mark(), Mark::Part);
        assert_eq!(hold(0).mark(), Mark::Missed);
        assert_eq!(Hold { let_go: some, ..hold(12) }.mark(), Mark::Whole);
        assert_eq!(Hold { eased: some, ..hold(30) }.mark(), Mark::Part);
        assert_eq!(Hold { eased: some, let_go: some, ..hold(20) }.mark(), Mark::Part);
    }

    #[test]
    fn the_share_counts_what_let_go_whole_and_nothing_twice() {
        let share = |holds| point(holds, &[]).share();
        assert_eq!(share(vec![hold(30), hold(15), hold(0)]), Some(0.5));
        assert_eq!(share(vec![hold(60), hold(0)]), Some(0.5), "longer than planned makes up for no other hold");
        let let_go = Hold { let_go: Some(Duration::from_secs(12)), ..hold(12) };
        assert_eq!(share(vec![let_go]), Some(1.0));
        assert_eq!(share(vec![]), None);
    }

    #[test]
    fn tenderness_goes_from_the_first_hold_to_the_last() {
        let tenderness = |answers: &[_]| {
            let (first, last) = point(vec![], answers).tenderness();
            (first.map(Discomfort::level), last.map(Discomfort::level))
        };
        assert_eq!(tenderness(&[(1, Some(6)), (3, Some(4))]), (Some(6), Some(4)));
        assert_eq!(tenderness(&[(1, None), (1, Some(5)), (3, None)]), (Some(5), None));
        assert_eq!(tenderness(&[(1, Some(6)), (1, Some(5))]), (Some(6), None), "one hold is no way to go");
        assert_eq!(tenderness(&[]), (None, None));
    }

    #[test]
    fn the_first_and_the_last_hold_that_were_held_are_still_to_be_asked_about() {
        let unanswered =
            |held: &[u64], answers: &[_]| point(held.iter().map(|&held| hold(held)).collect(), answers).unanswered();
        assert_eq!(unanswered(&[30, 30, 30], &[(1, Some(4)), (3, None)]), [3]);
        assert_eq!(unanswered(&[0, 30, 30], &[]), [2, 3]);
        assert_eq!(unanswered(&[30, 12, 0], &[(1, Some(4))]), [2]);
        assert_eq!(unanswered(&[30], &[]), [1]);
        assert_eq!(unanswered(&[30, 30], &[(1, Some(4)), (2, Some(4))]), Vec::<u8>::new());
    }
}

//! Today's session drawn up: a fixed line of steps, and what stands at any position on it (`details.md` §1 and §2).
//!
//! A position is running time: pauses do not count, and it only ever moves forward. Skipping, easing or going back draws up
//! the rest of the line again ([`Plan`]'s editing methods live in `edit`), so what lies before the position is what was done.

use std::time::Duration;

use super::dose::Dose;
use super::library::Tool;
use super::measure::{Amount, Discomfort, Side};
use super::program::{Limits, Place, Point, Routine};

mod draw;
mod edit;
mod press;
mod scan;

pub use edit::{LEAD_BACK, LEAD_RESUME, Refused};
pub(in crate::practice) use press::whole_millis;
pub use press::{Beat, Pressing, Technique, Turn};

/// The most that one site and side is pressed in a session: 180 s (`clinical.md` §1.4).
pub const PRESSED_CAP: Duration = Duration::from_secs(180);

/// A question before a press closes this long before it, a second before the first tick of its count-in.
const BEFORE_COUNT_IN: Duration = Duration::from_secs(4);

/// How long the steps that lead in to something last. All are settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeadIns {
    /// Before the first point, and before a new tool or position.
    pub new_tool: Duration,
    /// Before any other point or side.
    pub point: Duration,
    /// To find the spot; any key ends it early.
    pub locate: Duration,
    /// To take the position of the stretch.
    pub stretch: Duration,
    /// To switch sides.
    pub switch: Duration,
}

impl Default for LeadIns {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { new_tool: seconds(20), point: seconds(10), locate: seconds(20), stretch: seconds(8), switch: seconds(8) }
    }
}

/// The line of steps of one session. Steps join without gaps; the last is [`Kind::Done`] with no length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    steps: Vec<Step>,
    spots: Vec<Spot>,
    longest: Duration,
    /// How long each number stands, where questions are scanned.
    pace: Option<Duration>,
    /// Points and sides that are pressed no more today.
    over: Vec<(usize, Option<Side>)>,
}

/// A point as the plan knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Where on the body.
    pub place: Place,
    /// What presses.
    pub tool: Option<Tool>,
    /// The therapist's words about it.
    pub note: Option<String>,
}

/// One step of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What is done.
    pub kind: Kind,
    /// Index of the point in the routine; `done` keeps the last one.
    pub point: usize,
    /// The side worked; none at `done`.
    pub side: Option<Side>,
    /// Where it begins on the line.
    pub at: Duration,
    /// How long it lasts; a wait has its limit.
    pub length: Duration,
    /// How long it was drawn up to last, before it was cut or extended.
    pub whole: Duration,
    /// The most that "ten more seconds" may make of it; none where the amount is locked.
    pub longest: Option<Duration>,
    /// Which hold, set or stretch this belongs to, from 1.
    pub round: u8,
    /// Of how many.
    pub rounds: u8,
    /// True for the rest of what a pause broke off: the step two before it is its beginning.
    pub continued: bool,
    /// True from where a press of this side was too much: what is left of the side is stretched less than usual.
    pub less: bool,
}

/// What is done in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Take the tool and the position.
    Ready,
    /// Find the spot; waits for any key.
    Locate,
    /// Press: one hold, or one bout of another technique.
    Press(Pressing),
    /// Come out slowly.
    Release,
    /// Nothing at all.
    Rest,
    /// One passive stretch.
    Stretch,
    /// The active movements at the end.
    Move,
    /// Change to the other side.
    Switch,
    /// The end of the line.
    Done,
}

impl Kind {
    /// Returns the word used in `plan --json` and in the journal.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Locate => "locate",
            Self::Press(_) => "press",
            Self::Release => "release",
            Self::Rest => "rest",
            Self::Stretch => "stretch",
            Self::Move => "move",
            Self::Switch => "switch",
            Self::Done => "done",
        }
    }

    /// Returns true for what loads the body: it is never entered without a lead-in.
    pub const fn is_work(&self) -> bool {
        matches!(self, Self::Press(_) | Self::Stretch | Self::Move)
    }

    /// Returns true for a step that a question may lie over.
    pub(in crate::practice) const fn carries_question(&self) -> bool {
        matches!(self, Self::Ready | Self::Rest | Self::Switch)
    }
}

impl Step {
    /// Returns where it ends on the line.
    pub fn end(&self) -> Duration {
        self.at + self.length
    }

    /// Returns true when the other is the same hold, bout, stretch or movement once more.
    pub(super) fn is_again(&self, other: &Self) -> bool {
        let which = |step: &Self| (step.kind.id(), step.point, step.side, step.round);
        self.kind.is_work() && which(self) == which(other)
    }

    /// Returns the press, if it is one.
    pub const fn pressing(&self) -> Option<&Pressing> {
        match &self.kind {
            Kind::Press(pressing) => Some(pressing),
            _ => None,
        }
    }
}

/// The plan at a position.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    /// The step that the position lies in.
    pub step: &'a Step,
    /// Its index on the line.
    pub index: usize,
    /// How far into it.
    pub offset: Duration,
    /// The step after it, if any.
    pub next: Option<&'a Step>,
}

impl Moment<'_> {
    /// Returns what is left of the step.
    pub fn left(&self) -> Duration {
        self.step.length.saturating_sub(self.offset)
    }

    /// Returns the discomfort asked for now, in a press.
    pub fn target(&self) -> Option<Discomfort> {
        self.step.pressing().map(|pressing| pressing.target_at(self.offset))
    }
}

impl Plan {
    /// Draws up a routine with today's doses, one for each point.
    pub fn draw(routine: &Routine, doses: &[Dose], limits: &Limits, lead_ins: &LeadIns) -> Self {
        let steps = draw::steps(routine, doses, lead_ins);
        let spots = routine
            .points
            .iter()
            .map(|point| Spot { place: point.place.clone(), tool: point.tool, note: point.note.clone() })
            .collect();
        let mut plan = Self { steps, spots, longest: limits.session.duration(), pace: None, over: Vec::new() };
        plan.join();
        plan
    }

    /// Draws up a routine with the doses of its first day and the usual lead-ins.
    pub fn first_day(routine: &Routine, limits: &Limits) -> Self {
        let doses: Vec<_> = routine.points.iter().map(|point| Dose::start(point, limits)).collect();
        Self::draw(routine, &doses, limits, &LeadIns::default())
    }

    /// Returns the steps in their order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns the point that a step belongs to.
    pub fn spot(&self, step: &Step) -> Option<&Spot> {
        self.spots.get(step.point)
    }

    /// Returns the points in the order of the routine.
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// Returns the length of the whole line.
    pub fn total(&self) -> Duration {
        self.steps.last().map_or(Duration::ZERO, Step::end)
    }

    /// Returns what stands at a position; past the end, the last step.
    ///
    /// A step cut to nothing is never stood in: the position belongs to the last step that begins there.
    pub fn at(&self, position: Duration) -> Option<Moment<'_>> {
        let index = self.steps.partition_point(|step| step.at <= position).checked_sub(1)?;
        let step = &self.steps[index];
        Some(Moment { step, index, offset: position.saturating_sub(step.at), next: self.steps.get(index + 1) })
    }

    /// Returns how long a place and side are pressed between the start of the line and a position.
    pub fn pressed(&self, place: &Place, side: Option<Side>, until: Duration) -> Duration {
        let here =
            |step: &&Step| step.side == side && self.spots.get(step.point).is_some_and(|spot| spot.place == *place);
        self.steps
            .iter()
            .filter(here)
            .filter_map(|step| Some(step.pressing()?.pressed(until.saturating_sub(step.at).min(step.length))))
            .sum()
    }

    /// Returns the release whose press is asked about over a step: after the first and the last hold of a side. A press that
    /// is about to be done once more is asked about after that, and one that was skipped before it began not at all.
    pub(in crate::practice) fn asked_over(&self, index: usize) -> Option<&Step> {
        self.steps.get(index).filter(|step| step.kind.carries_question())?;
        let before = self.steps.get(..index)?;
        let release = before.last().filter(|step| matches!(step.kind, Kind::Release))?;
        let here = (release.point, release.side);
        let pressed =
            |step: &&Step| step.pressing().is_some() && !step.length.is_zero() && (step.point, step.side) == here;
        if !before.iter().filter(pressed).any(|step| step.round == release.round) {
            return None;
        }
        let mut to_come = self.steps.get(index..)?.iter().filter(pressed).peekable();
        if to_come.peek().is_some_and(|step| step.round == release.round) {
            return None;
        }
        let more = to_come.peek().is_some();
        let first = before.iter().filter(pressed).all(|step| step.round == release.round);
        (first || !more).then_some(release)
    }

    /// Returns until when a question may stay open over the steps from this one on: to the next task, or, before a press,
    /// until just before its count-in, so that what an answer changes is heard before anything asks for pressure.
    pub(super) fn free_from(&self, index: usize) -> Duration {
        let task = self.task_from(index);
        match self.at(task) {
            Some(moment) if moment.offset.is_zero() && moment.step.pressing().is_some() => {
                task.saturating_sub(BEFORE_COUNT_IN)
            }
            _ => task,
        }
    }

    /// Returns where the first step from this one on begins that needs the hands or ears: work, a spot to find, or the end.
    pub(super) fn task_from(&self, index: usize) -> Duration {
        let to_come = self.steps.get(index..).unwrap_or_default();
        let is_task = |step: &&Step| step.kind.is_work() || matches!(step.kind, Kind::Locate | Kind::Done);
        to_come.iter().find(is_task).map_or(self.total(), |step| step.at)
    }

    /// Returns how much of the same hold was held before a step of it, when pauses broke it off.
    pub(super) fn held_before(&self, mut index: usize) -> Duration {
        let mut held = Duration::ZERO;
        while self.steps.get(index).is_some_and(|step| step.continued) && index >= 2 {
            index -= 2;
            held += self.steps[index].length;
        }
        held
    }

    /// Puts the steps end to end again after a change.
    fn join(&mut self) {
        let mut at = Duration::ZERO;
        for step in &mut self.steps {
            step.at = at;
            at += step.length;
        }
    }
}

/// Returns the longest that "ten more seconds" may make a step of this amount: nothing where it is locked.
fn longest(amount: Amount<super::measure::Seconds>) -> Option<Duration> {
    match amount {
        Amount::Locked(_) => None,
        Amount::Bounded(bounds) => Some(bounds.max.duration()),
    }
}

/// Returns true when one point needs nothing new in hand or under the body after the other.
fn same_setting(one: &Point, other: &Point) -> bool {
    let posture = |point: &Point| match &point.place {
        Place::Known(site) => Some(site.posture),
        Place::Own(_) => None,
    };
    let tool = |point: &Point| if point.press.is_none() { None } else { point.tool };
    tool(one) == tool(other)
        && match (&one.place, &other.place) {
            (Place::Own(one), Place::Own(other)) => one.position == other.position,
            _ => posture(one) == posture(other),
        }
}

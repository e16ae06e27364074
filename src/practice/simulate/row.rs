//! What became of each point on a simulated day.

use jiff::civil::Date;

use super::{Comes, Said};
use crate::practice::dose::Dose;
use crate::practice::measure::Discomfort;
use crate::practice::program::Point;
use crate::practice::progress::{Answers, Change, Cut, Day, Decision, Held, Key, PointDay, Rule, Strongest, Whole};
use crate::practice::safety::Flag;

/// What became of a point on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Session {
    /// Worked at the dose in force.
    Planned,
    /// Worked, easier.
    Easy,
    /// Not worked: the schedule or a rule says so.
    Rest,
    /// Not worked: locked.
    Locked,
    /// It was a day for it, and it was not done.
    Missed,
}

impl Session {
    /// Returns the word of `simulate --json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Easy => "easy",
            Self::Rest => "rest",
            Self::Locked => "locked",
            Self::Missed => "missed",
        }
    }
}

/// One point on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// From 1.
    pub day: u32,
    /// The day itself.
    pub date: Date,
    /// Which point.
    pub point: usize,
    /// Its routine, site and side.
    pub key: Key,
    /// The dose of today.
    pub dose: Dose,
    /// Whether the person came.
    pub comes: Comes,
    /// What it was answered; none where nothing was asked.
    pub answers: Option<Answers>,
    /// A sign that was marked in the session.
    pub sign: Option<Flag>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// What holds it, where it was worked and nothing moved.
    pub held: Option<Held>,
    /// What became of it.
    pub session: Session,
    /// The rule behind that, where it is a rule.
    pub rule: Option<Rule>,
    /// Where it stood before the session.
    pub standing: PointDay,
}

/// What becomes of a point, and the rule that says so.
pub(super) fn session(day: &Day, point: &PointDay, coming: Option<Comes>) -> (Session, Option<Rule>) {
    if day.whole == Whole::Locked {
        return (Session::Locked, Some(Rule::G0));
    }
    match point.aside {
        Some(aside) if aside.rule() == Rule::Stop => return (Session::Locked, Some(Rule::Stop)),
        Some(aside) => return (Session::Rest, Some(aside.rule())),
        None => {}
    }
    match (coming, day.whole) {
        (None, _) => (Session::Rest, None),
        (_, Whole::Rest(rule)) => (Session::Rest, Some(rule)),
        (Some(Comes::Away | Comes::Opens), _) => (Session::Missed, None),
        (_, Whole::Easy(rule)) => (Session::Easy, Some(rule)),
        _ => (Session::Planned, None),
    }
}

/// What the C rules will go by, as far as it is told on the day itself.
pub(super) fn answers(said: &Said, index: usize, ceiling: Discomfort, on: &Point) -> Answers {
    let felt = said.points.get(index).or(said.points.last());
    let strongest = match felt.and_then(|felt| felt.discomfort) {
        _ if on.press.is_none() => Strongest::NotAsked,
        Some(level) => Strongest::Known(level),
        None => Strongest::Missing(None),
    };
    Answers {
        before: said.before,
        discomfort: strongest,
        after: said.after,
        next_day: said.next_day,
        soreness_hours: said.soreness_hours,
        effects: said.effects.clone(),
        done: felt.map_or(100, |felt| felt.done),
        cut: felt.map_or(Cut::No, |felt| felt.cut),
        ceiling: Some(ceiling),
    }
}

/// The decision of a morning about one point: the last that changed something, else the last, with all that changed.
pub(super) fn decided(decisions: &[(Key, Decision)], key: &Key) -> Option<Decision> {
    let here: Vec<_> = decisions.iter().filter(|(of, _)| of == key).map(|(_, decision)| decision).collect();
    let shown = here.iter().rev().find(|decision| !decision.changes.is_empty()).or(here.last())?;
    let mut changes: Vec<Change> = Vec::new();
    for change in here.iter().flat_map(|decision| &decision.changes) {
        match changes.iter_mut().find(|known| known.amount == change.amount) {
            Some(known) => known.to = change.to,
            None => changes.push(*change),
        }
    }
    Some(Decision { changes, ..(*shown).clone() })
}

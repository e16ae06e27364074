//! A day: what was settled, what is worked, and what is offered. First [`Standings::settle`], then [`Day::of`].

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::decision::{Held, Step};
use super::ladder::Ladder;
use super::record::{Kept, Record};
use super::rise::may_rise;
use super::rule::Rule;
use super::standing::Standing;
use crate::practice::dose::Dose;
use crate::practice::insight::{Series, days_before};
use crate::practice::measure::{Discomfort, Pain, Side, Sides};
use crate::practice::plan::{LeadIns, Plan};
use crate::practice::program::{Point, Program, Routine};
use crate::practice::safety::gate::FirmTools;
use crate::practice::safety::{Flag, Urgency};
use crate::practice::scan::AnswerBy;
use crate::practice::setup::{Effort, Setup, has_no_tool};

/// From this pain on nothing is pressed (G1); the severe band of `clinical.md` §2.2.
const SEVERE: u8 = 8;
/// From this pain on the session is easy (G2); the moderate band.
const MODERATE: u8 = 6;
/// So long lies between two sessions at a place (G4).
const BETWEEN: SignedDuration = SignedDuration::from_hours(4);

/// A point of a program, by which its standing is found again: a new revision keeps the history of a site and side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// The routine's name.
    pub routine: String,
    /// The site's id, or the name of the program's own.
    pub site: String,
    /// `left`, `right`, `both` or `middle`.
    pub side: String,
}

/// Where every point stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standings(pub BTreeMap<Key, Standing>);

/// The instant at which a day is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The day here.
    pub today: Date,
    /// The instant.
    pub instant: Timestamp,
}

/// How the complaint went since the course began.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// The day of its first session.
    pub started: Option<Date>,
    /// Pain before sessions, of the part of the body that is worked.
    pub pains: Series,
    /// True once "two or three days a week" was chosen (W3).
    pub maintains: bool,
}

/// A sign that nobody has cleared, with its place and side where it belongs to one.
pub type OpenFlag = (Flag, Option<(String, Option<Side>)>);

/// All that the rules look back at.
#[derive(Debug, Clone, Copy)]
pub struct Past<'a> {
    /// How the complaint went.
    pub course: &'a Course,
    /// The sessions that are not settled yet, and those of the last days; the oldest first.
    pub records: &'a [Record],
    /// Signs that nobody has cleared: each with its place, where it belongs to one.
    pub flags: &'a [OpenFlag],
    /// Whether the long list blocks every session.
    pub blocked: bool,
    /// The most discomfort that a clinician's condition allows.
    pub ceiling: Option<Discomfort>,
    /// The lengths of what leads in, for the session's limit.
    pub lead_ins: &'a LeadIns,
}

/// What the rules say about one routine today.
#[derive(Debug, Clone, PartialEq)]
pub struct Day {
    /// What it comes to.
    pub whole: Whole,
    /// One for each point of the routine.
    pub points: Vec<PointDay>,
    /// The point that may take one step up today.
    pub offer: Option<(usize, Step)>,
}

/// What a day comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// The planned session, of the points that do not rest.
    Planned,
    /// An easy session, by this rule.
    Easy(Rule),
    /// Nothing today, by this rule.
    Rest(Rule),
    /// Nothing until a clinician has said to go on.
    Locked,
}

/// What a point comes to today.
#[derive(Debug, Clone, PartialEq)]
pub struct PointDay {
    /// Where it stands.
    pub standing: Standing,
    /// The dose of today: the one in force, or the easy one.
    pub dose: Dose,
    /// Why it is left out, if it is.
    pub aside: Option<SetAside>,
    /// Why nothing is offered here, if nothing is.
    pub held: Option<Held>,
}

/// Why a point is left out today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetAside {
    /// It rests up to this day (P-DOWN, P-PAUSE).
    Until(Rule, Date),
    /// Not before this instant (G4).
    Before(Timestamp),
    /// The number of sessions of today is reached (G4).
    Enough,
    /// It is sore or marked (G3).
    Sore,
    /// It is locked (P-STOP).
    Locked,
}

impl SetAside {
    /// Returns the rule behind it.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Until(rule, _) => rule,
            Self::Before(_) | Self::Enough => Rule::G4,
            Self::Sore => Rule::G3,
            Self::Locked => Rule::Stop,
        }
    }
}

impl Key {
    /// Returns the key of a point.
    pub fn of(routine: &Routine, point: &Point) -> Self {
        Self { routine: routine.name.clone(), site: point.place.id().to_owned(), side: point.sides.id().to_owned() }
    }

    pub(super) fn sides(&self) -> Sides {
        Side::from_id(&self.side).map_or(Sides::Both, Sides::One)
    }

    /// Returns true where both press the same place on the same side.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.site == other.site && self.sides().each().iter().any(|side| other.sides().each().contains(side))
    }
}

impl Day {
    /// Returns what the rules say about a routine, with the pain as far as it was told today.
    pub fn of(
        program: &Program,
        routine: &Routine,
        standings: &Standings,
        past: &Past<'_>,
        now: Now,
        pain: Option<Pain>,
    ) -> Self {
        let found: Vec<_> = routine
            .points
            .iter()
            .map(|point| {
                let key = Key::of(routine, point);
                let new = || {
                    let ladder = Ladder::of(point, &program.limits, &program.progression.order);
                    Standing::new(Dose::start(point, &program.limits), ladder)
                };
                let standing = standings.find(&key).unwrap_or_else(new);
                (key, standing)
            })
            .collect();
        let asides: Vec<_> = found.iter().map(|(key, _)| aside(key, program, standings, past, now)).collect();
        let whole = whole(&asides, past, now, pain);
        let doses: Vec<_> = found.iter().map(|(_, standing)| standing.dose).collect();
        let mut offer = None;
        let mut points = Vec::new();
        for (index, ((key, standing), aside)) in found.into_iter().zip(asides).enumerate() {
            let held = if whole != Whole::Planned || aside.is_some() {
                Some(Held::NotToday)
            } else {
                // A ceiling must not rise unseen behind the lower one that a clinician's condition asks for.
                let is_seen = |dose: &Dose| {
                    dose.ceiling == standing.dose.ceiling || past.ceiling.is_none_or(|most| dose.ceiling <= most)
                };
                let fits = |dose: &Dose| is_seen(dose) && fits(routine, &doses, index, dose, program, past.lead_ins);
                match offered(&key, &standing, program, standings, past, now, fits) {
                    Ok(_) if offer.is_some() => Some(Held::Another),
                    Ok(step) => {
                        offer = Some((index, step));
                        None
                    }
                    Err(held) => Some(held),
                }
            };
            let easy = matches!(whole, Whole::Easy(_));
            let dose = if easy { standing.ladder.easy(&standing.dose) } else { standing.dose };
            points.push(PointDay { dose: capped(dose, past.ceiling), standing, aside, held });
        }
        Self { whole, points, offer }
    }
}

impl Day {
    /// Returns it as if nothing rested, for a preview; what is locked stays locked.
    #[must_use]
    pub fn without_rest(mut self) -> Self {
        for point in &mut self.points {
            point.aside = point.aside.filter(|aside| *aside == SetAside::Locked);
        }
        self
    }

    /// Draws up the session with the points that do not rest, at today's doses.
    pub fn setup(&self, routine: &Routine, tools: FirmTools, lead_ins: LeadIns) -> Setup {
        let worked = self.points.iter().zip(&routine.points).enumerate();
        let worked = worked.filter(|(_, (point, on))| point.aside.is_none() && !has_no_tool(on, tools));
        let (points, doses) = worked.map(|(index, (point, _))| (index, point.dose)).unzip();
        let effort = if matches!(self.whole, Whole::Easy(_)) { Effort::Easy } else { Effort::Planned };
        Setup { points, doses, effort, tools, lead_ins, answer_by: AnswerBy::Digits }
    }
}

/// The reductions of a clinician's condition go below any bound.
fn capped(dose: Dose, ceiling: Option<Discomfort>) -> Dose {
    Dose { ceiling: ceiling.map_or(dose.ceiling, |most| dose.ceiling.min(most)), ..dose }
}

fn offered(
    key: &Key,
    standing: &Standing,
    program: &Program,
    standings: &Standings,
    past: &Past<'_>,
    now: Now,
    fits: impl Fn(&Dose) -> bool,
) -> Result<Step, Held> {
    let answered_today =
        |standing: &Standing| standing.declined == Some(now.today) || standing.ups.contains(&now.today);
    if standings.0.values().any(answered_today) {
        return Err(Held::Another);
    }
    let mut here = past.records.iter().filter(|record| record.worked(&key.site, key.sides()));
    if past.records.iter().any(|record| record.started > now.instant) {
        return Err(Held::ClockSetBack);
    }
    let step = may_rise(standing, program, past.course, now.today, fits)?;
    if here.any(|record| record.kept == Kept::Kept && !standing.has_settled(record.started)) {
        return Err(Held::Open);
    }
    Ok(step)
}

/// Returns true where the session with one point's dose changed stays within its limit, every wait at its own.
pub fn fits(
    routine: &Routine,
    doses: &[Dose],
    index: usize,
    dose: &Dose,
    program: &Program,
    lead_ins: &LeadIns,
) -> bool {
    let mut doses = doses.to_vec();
    doses[index] = *dose;
    Plan::draw(routine, &doses, &program.limits, lead_ins).total() <= program.limits.session.duration()
}

fn aside(key: &Key, program: &Program, standings: &Standings, past: &Past<'_>, now: Now) -> Option<SetAside> {
    let overlapping = || standings.0.iter().filter(|(other, _)| key.overlaps(other)).map(|(_, standing)| standing);
    let flagged = past.flags.iter().any(|(_, place)| match place {
        Some((site, side)) => *site == key.site && side.is_none_or(|side| key.sides().each().contains(&side)),
        None => false,
    });
    if flagged || overlapping().any(|standing| standing.locked.is_some()) {
        return Some(SetAside::Locked);
    }
    let rest = overlapping().filter_map(|standing| standing.rest).filter(|rest| rest.0 >= now.today).max();
    if let Some((until, rule)) = rest {
        return Some(SetAside::Until(rule, until));
    }
    let here = || past.records.iter().filter(|record| record.worked(&key.site, key.sides()));
    if here().any(|record| record.is_sore_at(&key.site, key.sides(), now.today)) {
        return Some(SetAside::Sore);
    }
    // However the clock was set, less than four hours lie between the two.
    let between = |record: &&Record| record.ended.duration_since(now.instant).abs() < BETWEEN;
    let waits = here().filter(between).map(|record| record.ended).max();
    if let Some(ended) = waits {
        return Some(SetAside::Before(ended + BETWEEN));
    }
    let done = here().filter(|record| record.day == now.today).count();
    (done >= usize::from(program.schedule.sessions_per_day)).then_some(SetAside::Enough)
}

fn whole(asides: &[Option<SetAside>], past: &Past<'_>, now: Now, pain: Option<Pain>) -> Whole {
    let locks = |flag: &OpenFlag| flag.0.urgency() > Urgency::Today || flag.1.is_none();
    if past.blocked || past.flags.iter().any(locks) {
        return Whole::Locked;
    }
    let all_aside: Option<Vec<_>> = asides.iter().copied().collect();
    match all_aside.as_deref() {
        Some(asides) if !asides.is_empty() && asides.iter().all(|&aside| aside == SetAside::Locked) => {
            return Whole::Locked;
        }
        Some([first, ..]) => return Whole::Rest(first.rule()),
        _ => {}
    }
    let yesterday = days_before(now.today, 1);
    match pain {
        Some(pain) if pain.score() >= SEVERE => Whole::Rest(Rule::G1),
        Some(pain) if pain.score() >= MODERATE => Whole::Easy(Rule::G2),
        Some(pain) if past.course.pains.base7(yesterday).is_some_and(|base7| base7.is_below(pain, 2)) => {
            Whole::Easy(Rule::G2)
        }
        _ => Whole::Planned,
    }
}

impl Course {
    /// G1, two days running: the therapist is to be told.
    pub fn was_severe_yesterday(&self, today: Date) -> bool {
        self.pains.was_severe_on(days_before(today, 1), SEVERE)
    }
}

/// Returns whole hours from one instant to another, rounded down: 11 h 59 min is 11.
pub fn hours(from: Timestamp, to: Timestamp) -> i32 {
    let seconds = to.as_second() - from.as_second();
    i32::try_from(seconds.div_euclid(3600)).unwrap_or(if seconds < 0 { i32::MIN } else { i32::MAX })
}

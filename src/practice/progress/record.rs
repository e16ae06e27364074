//! A session as the rules look at it: what was answered about it, and what it came to at each point and side.

use jiff::Timestamp;
use jiff::civil::Date;

use super::class::{Answers, Cut, Strongest};
use crate::practice::journal::{Event, Happened};
use crate::practice::measure::{Discomfort, Pain, Side, Sides};
use crate::practice::safety::effects::{AfterEffects, Effect};
use crate::practice::setup::{Effort, Setup};
use crate::practice::tally::{PointTally, Tally};

/// The next-day question is asked from so many hours after a session on.
pub const ASKED_FROM: i32 = 12;
/// After so many hours it is worded "the morning after", and the pain before a session is no longer the answer to it too.
pub const MORNING_AFTER: i32 = 36;
/// It is no longer asked after so many hours.
pub const ASKED_UNTIL: i32 = 72;

/// One session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// When it began.
    pub started: Timestamp,
    /// When it ended, or was last heard of.
    pub ended: Timestamp,
    /// The day on which it began.
    pub day: Date,
    /// Whether it was the planned session.
    pub effort: Effort,
    /// Whether it counts.
    pub kept: Kept,
    /// B, A and M.
    pub before: Option<Pain>,
    /// As in [`Answers::after`].
    pub after: Option<Pain>,
    /// As in [`Answers::next_day`].
    pub next_day: Option<Pain>,
    /// After-effects right after it.
    pub effects_after: AfterEffects,
    /// After-effects of the next day, and the day on which they were told.
    pub effects_next_day: (AfterEffects, Option<Date>),
    /// What was done.
    pub work: Vec<Worked>,
}

/// Whether a session counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It does.
    Kept,
    /// It was left out of the figures: never good news, but what was bad stays bad.
    Discarded,
}

/// What was done at one point and side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worked {
    /// Index of the point in its routine.
    pub point: usize,
    /// The site's id, or the name of the program's own.
    pub site: String,
    /// The side.
    pub side: Option<Side>,
    /// The ceiling in force.
    pub ceiling: Discomfort,
    /// D.
    pub strongest: Strongest,
    /// As in [`Answers::done`], of this side.
    pub done: u8,
    /// As in [`Answers::cut`].
    pub cut: Cut,
}

impl Worked {
    /// Reads what was done from a session's events, with the answers as they stand in the journal: an answer may have been
    /// given or set right after its question closed.
    pub fn of_session(setup: &Setup, events: &[Event], answers: &[Answered]) -> Vec<Self> {
        let mut tally = Tally::of(events);
        for answer in answers {
            let same = |point: &&mut PointTally| point.site == answer.site && point.side == answer.side;
            if let Some(point) = tally.points.iter_mut().find(same) {
                point.answers.retain(|given| given.0 != answer.round);
                point.answers.push((answer.round, Some(answer.level)));
            }
        }
        let worked = |point: &PointTally| {
            let planned = setup.points.get(point.point).copied()?;
            let dose = setup.doses.get(point.point)?;
            let stretched = stretched(events, point);
            let to_stretch =
                dose.stretch.map_or(0, |time| u64::from(time.0)) * u64::from(dose.reps.unwrap_or(0)) * 1000;
            let to_press: u64 = point.holds.iter().map(|hold| hold.planned.as_millis() as u64).sum();
            let pressed = point.share().unwrap_or(0.0) * to_press as f64;
            let (held, whole) = (pressed as u64 + stretched.min(to_stretch), to_press + to_stretch);
            if point.holds.iter().all(|hold| hold.held.is_zero()) && stretched == 0 {
                return None;
            }
            Some(Self {
                point: planned,
                site: point.site.clone(),
                side: point.side,
                ceiling: dose.ceiling,
                strongest: strongest(point, dose.ceiling),
                done: (held * 100).checked_div(whole).map_or(100, |percent| percent.min(100) as u8),
                cut: cut(events, point),
            })
        };
        tally.points.iter().filter_map(worked).collect()
    }
}

/// An answer to "how strong was it?" as the journal has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The site's id.
    pub site: String,
    /// The side.
    pub side: Option<Side>,
    /// After which hold.
    pub round: u8,
    /// The answer.
    pub level: Discomfort,
}

/// D: the larger of the two answers; an ease counts as one over the ceiling.
fn strongest(point: &PointTally, ceiling: Discomfort) -> Strongest {
    if point.holds.iter().all(|hold| hold.held.is_zero()) {
        return Strongest::NotAsked;
    }
    let eased = point.holds.iter().any(|hold| hold.eased.is_some()).then(|| ceiling.raised());
    let most = point.answers.iter().filter_map(|answer| answer.1).chain(eased).max();
    match most {
        Some(most) if point.unanswered().is_empty() => Strongest::Known(most),
        most => Strongest::Missing(most),
    }
}

fn stretched(events: &[Event], point: &PointTally) -> u64 {
    let held = events.iter().filter_map(|event| match &event.what {
        Happened::Held(held) if held.step == "stretch" && (held.point, held.side) == (point.point, point.side) => {
            Some(held.ms)
        }
        _ => None,
    });
    held.sum()
}

fn cut(events: &[Event], point: &PointTally) -> Cut {
    let mut here = false;
    let mut cut = if point.holds.iter().any(|hold| hold.eased.is_some()) { Cut::Pain } else { Cut::No };
    for event in events {
        match &event.what {
            Happened::Began(began) => here = (began.point, began.side) == (point.point, point.side),
            Happened::GaveUp | Happened::Unwell if here => cut = Cut::TooMuch,
            Happened::LetUp if here && cut == Cut::No => cut = Cut::Pain,
            _ => {}
        }
    }
    cut
}

impl Record {
    /// Returns true where this session worked a place, on one of these sides.
    pub fn worked(&self, site: &str, sides: Sides) -> bool {
        self.at(site, sides).next().is_some()
    }

    /// Returns what the C rules go by at a place: both sides of a point are as good as the worse one.
    pub fn answers(&self, site: &str, sides: Sides) -> Answers {
        let worked: Vec<_> = self.at(site, sides).collect();
        let least = worked.iter().map(|worked| worked.done).min().unwrap_or_default();
        let whole = (worked.len() * 100 / sides.each().len()).min(100) as u8;
        let strongest = worked.iter().map(|worked| worked.strongest).fold(Strongest::NotAsked, Strongest::or);
        Answers {
            before: self.before,
            discomfort: strongest,
            after: self.after,
            next_day: self.next_day,
            soreness_hours: self.soreness(&worked),
            effects: self.effects(&worked),
            done: least.min(whole),
            cut: worked.iter().map(|worked| worked.cut).max_by_key(|cut| *cut as u8).unwrap_or_default(),
            ceiling: worked.iter().map(|worked| worked.ceiling).min(),
        }
    }

    /// G3: what speaks against this place today, by what was told today: right after the session, or on the next day.
    pub fn is_sore_at(&self, site: &str, sides: Sides, today: Date) -> bool {
        let worked: Vec<_> = self.at(site, sides).collect();
        let is_told = self.day == today || self.effects_next_day.1 == Some(today);
        let is_marked = self.effects(&worked).iter().flatten().any(|effect| is_mark(*effect));
        let is_sore = self.soreness(&worked).is_some_and(|hours| hours > super::class::SORE);
        is_told && !worked.is_empty() && (is_marked || is_sore)
    }

    fn at<'a>(&'a self, site: &'a str, sides: Sides) -> impl Iterator<Item = &'a Worked> {
        let on = move |side: Option<Side>| side.is_none_or(|side| sides.each().contains(&side));
        self.work.iter().filter(move |worked| worked.site == site && on(worked.side))
    }

    /// S: how long it was sore here; elsewhere is not here.
    fn soreness(&self, worked: &[&Worked]) -> Option<u16> {
        let told = &self.effects_next_day.0;
        told.soreness_hours.map(|hours| if is_about(told, worked) { hours } else { 0 })
    }

    /// X: what was told on the next day, with what was told right after. Marks belong to their place, the rest to all.
    fn effects(&self, worked: &[&Worked]) -> Option<Vec<Effect>> {
        let next_day = &self.effects_next_day.0;
        let mut effects = Vec::new();
        for told in [&self.effects_after, next_day] {
            let here = |effect: &&Effect| is_about(told, worked) || !is_mark(**effect);
            effects.extend(told.effects.iter().flatten().filter(here).copied());
        }
        effects.sort_unstable();
        effects.dedup();
        (next_day.effects.is_some() || !effects.is_empty()).then_some(effects)
    }
}

impl Strongest {
    fn or(self, other: Self) -> Self {
        let most = self.level().max(other.level());
        match (self, other) {
            (Self::NotAsked, one) | (one, Self::NotAsked) => one,
            (Self::Missing(_), _) | (_, Self::Missing(_)) => Self::Missing(most),
            (Self::Known(one), Self::Known(two)) => Self::Known(one.max(two)),
        }
    }
}

const fn is_mark(effect: Effect) -> bool {
    matches!(effect, Effect::Bruise | Effect::LargeBruise | Effect::SkinMark)
}

fn is_about(told: &AfterEffects, worked: &[&Worked]) -> bool {
    told.points.is_empty() || worked.iter().any(|worked| told.points.contains(&worked.point))
}

//! P-UP and P-CAP: whether one step up may be offered at a point, and what holds it where it may not.

use jiff::civil::Date;

use super::day::Course;
use super::decision::{Held, Step};
use super::standing::Standing;
use crate::practice::dose::Dose;
use crate::practice::insight::{Change, REVIEW_DAY, WEEK, days_after, days_before, days_between};
use crate::practice::program::Program;

/// So many steps up within a week, and no more (`clinical.md` §3.2, P-UP).
const UPS_A_WEEK: usize = 2;
/// So many sessions in a row without answers hold a dose until one is answered (C-UNKNOWN).
const UNANSWERED: u8 = 3;

/// Returns the step that may be offered, or the first thing that holds it. `fits` says whether the whole session with a dose
/// stays within its limit.
pub(super) fn may_rise(
    standing: &Standing,
    program: &Program,
    course: &Course,
    today: Date,
    fits: impl Fn(&Dose) -> bool,
) -> Result<Step, Held> {
    if standing.ladder.is_locked() {
        let is_whole = standing.ladder.start(&standing.dose) == standing.dose;
        return Err(if is_whole { Held::NothingMoves } else { Held::Lowered });
    }
    prescription(program, today)?;
    answers(standing, program.progression.good_days)?;
    let step = standing.ladder.step_up(&standing.dose, fits);
    let (amount, dose) = step.ok_or(Held::AtLimit)?;
    let [change] = standing.dose.changes_to(&dose)[..] else { return Err(Held::AtLimit) };
    pace(standing, program.progression.min_days_between_steps, today)?;
    trend(course, today)?;
    Ok(Step { amount, change, dose })
}

/// The prescription has to be in force, and its review not past.
fn prescription(program: &Program, today: Date) -> Result<(), Held> {
    let prescribed = &program.prescribed;
    match (prescribed.until, prescribed.review) {
        (Some(on), _) if today > on => Err(Held::Ended { on }),
        (_, Some(on)) if today > on => Err(Held::Review { on }),
        _ => Ok(()),
    }
}

/// Enough green days in a row, the last session one of them.
fn answers(standing: &Standing, need: u8) -> Result<(), Held> {
    let have = standing.streak;
    if standing.unknown >= UNANSWERED {
        return Err(Held::Unanswered { sessions: standing.unknown });
    }
    match &standing.last {
        None => Err(Held::GoodDays { have: 0, need }),
        Some(last) if !last.is_credited() => Err(Held::NotGreen),
        Some(_) if have < need => Err(Held::GoodDays { have, need }),
        Some(_) => Ok(()),
    }
}

/// Not too soon after the last change, not too often in a week, and not right after a no.
fn pace(standing: &Standing, days: u8, today: Date) -> Result<(), Held> {
    let since = |day: Date| days_after(day, i32::from(days));
    if let Some(from) = standing.changed.map(since).filter(|&from| today < from) {
        return Err(Held::TooSoon { from });
    }
    if standing.ups.iter().filter(|&&up| up > days_before(today, WEEK)).count() >= UPS_A_WEEK {
        return Err(Held::TwoThisWeek);
    }
    match standing.declined.map(since).filter(|&from| today < from) {
        Some(from) => Err(Held::Declined { from }),
        None => Ok(()),
    }
}

/// The pain must not rise from week to week, must have moved at all by week 4, and little pain needs no more.
fn trend(course: &Course, today: Date) -> Result<(), Held> {
    if course.maintains || course.pains.is_quiet(today) {
        return Err(Held::Quiet);
    }
    if course.pains.is_rising(today) {
        return Err(Held::Rising);
    }
    if course.needs_review(today) { Err(Held::Little) } else { Ok(()) }
}

impl Course {
    /// W2: four weeks on, little has come of it.
    pub fn needs_review(&self, today: Date) -> bool {
        let Some(started) = self.started else { return false };
        days_between(started, today) >= REVIEW_DAY && self.pains.change(started, today) == Some(Change::Little)
    }
}

//! What stands once in a program: who prescribed it, how often, within which limits, and how it may progress.

use jiff::civil::{Date, Weekday};

use super::amounts::{self, Numbers, Times};
use super::collect::{Faults, Reported};
use super::fault::{Named, Wanted, What};
use super::tree::{Fields, Node};
use super::{Limits, Prescribed, Progression, Raisable, Schedule};
use crate::practice::measure::{Discomfort, Seconds, Side, Sides};

/// The sides as a file writes them.
pub(super) const SIDES: [Sides; 4] =
    [Sides::One(Side::Left), Sides::One(Side::Right), Sides::Both, Sides::One(Side::Middle)];

/// The weekdays as a file writes them.
pub(super) const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// The levels that a ceiling may have.
pub(super) const CEILINGS: Numbers = Numbers { least: 2, most: 7 };

/// More sessions a day than this are for strokes alone.
const MOST_SESSIONS: u8 = 3;

pub(super) fn prescribed(node: &Node, faults: &mut Faults) -> Result<Prescribed, Reported> {
    let fields = node.fields(&["by", "contact", "on", "review", "until"], faults)?;
    let by = fields.need("by", faults).and_then(|node| node.line(120, faults));
    let contact = fields.maybe("contact", |node| node.line(200, faults));
    let on = fields.maybe("on", |node| amounts::date(node, faults));
    let review = day_after(&fields, "review", on, faults);
    let until = day_after(&fields, "until", on, faults);
    Ok(Prescribed { by: by?, contact: contact?, on: on?, review: review?, until: until? })
}

fn day_after(
    fields: &Fields,
    key: &str,
    on: Result<Option<Date>, Reported>,
    faults: &mut Faults,
) -> Result<Option<Date>, Reported> {
    fields.maybe(key, |node| {
        let date = amounts::date(node, faults)?;
        match on {
            Ok(Some(on)) if date < on => Err(node.fault(What::BeforePrescribed { date, on }, faults)),
            _ => Ok(date),
        }
    })
}

pub(super) fn schedule(node: Option<&Node>, faults: &mut Faults) -> Result<Schedule, Reported> {
    let Some(node) = node else {
        return Ok(Schedule { days_per_week: 5, sessions_per_day: 1, days: Vec::new() });
    };
    let fields = node.fields(&["days_per_week", "sessions_per_day", "days"], faults)?;
    let per_week = fields.maybe("days_per_week", |node| Numbers { least: 1, most: 7 }.one(node, faults));
    let per_day = fields.maybe("sessions_per_day", |node| Numbers { least: 1, most: 6 }.one(node, faults));
    let days = fields.maybe("days", |node| {
        let day = |id: &str| DAYS.into_iter().find(|(day, _)| *day == id).map(|(_, day)| day);
        // Which days they are is what counts, not the order in which they came to mind.
        let mut days = distinct(&node.some(7, faults)?, Named::Day, day, faults)?;
        days.sort_by_key(|day| day.to_monday_zero_offset());
        match per_week {
            Ok(Some(per_week)) if days.len() != usize::from(per_week) => {
                Err(node.fault(What::DaysDisagree { named: days.len(), per_week }, faults))
            }
            _ => Ok(days),
        }
    });
    let (days, per_week) = (days?.unwrap_or_default(), per_week?);
    let named = u8::try_from(days.len()).ok().filter(|named| *named > 0);
    Ok(Schedule { days_per_week: per_week.or(named).unwrap_or(5), sessions_per_day: per_day?.unwrap_or(1), days })
}

/// Only strokes are short and light enough for more than three sessions a day.
pub(super) fn sessions(schedule: Option<&Node>, sessions: u8, only_strokes: bool, faults: &mut Faults) {
    if let Some(node) = schedule.and_then(|node| node.peek("sessions_per_day"))
        && sessions > MOST_SESSIONS
        && !only_strokes
    {
        node.fault(What::TooManySessions { sessions, most: MOST_SESSIONS }, faults);
    }
}

pub(super) fn limits(node: Option<&Node>, faults: &mut Faults) -> Result<Limits, Reported> {
    let mut limits = Limits { ceiling: Discomfort::new(5).unwrap_or(Discomfort::LEAST), session: Seconds(20 * 60) };
    let Some(node) = node else { return Ok(limits) };
    let fields = node.fields(&["ceiling", "session"], faults)?;
    let ceiling = fields.maybe("ceiling", |node| CEILINGS.level(node, faults));
    let session = fields.maybe("session", |node| Times { least: 60, most: 30 * 60 }.one(node, faults));
    limits.ceiling = ceiling?.unwrap_or(limits.ceiling);
    limits.session = session?.unwrap_or(limits.session);
    Ok(limits)
}

pub(super) fn progression(node: Option<&Node>, faults: &mut Faults) -> Result<Progression, Reported> {
    let mut progression = Progression { good_days: 3, min_days_between_steps: 3, order: Raisable::ALL.into() };
    let Some(node) = node else { return Ok(progression) };
    let fields = node.fields(&["good_days", "min_days_between_steps", "order"], faults)?;
    let good = fields.maybe("good_days", |node| Numbers { least: 2, most: 6 }.one(node, faults));
    let between = fields.maybe("min_days_between_steps", |node| Numbers { least: 2, most: 14 }.one(node, faults));
    let order = fields.maybe("order", |node| {
        let raisable = |id: &str| Raisable::ALL.into_iter().find(|amount| amount.id() == id);
        distinct(&node.some(Raisable::ALL.len(), faults)?, Named::Raisable, raisable, faults)
    });
    progression.good_days = good?.unwrap_or(progression.good_days);
    progression.min_days_between_steps = between?.unwrap_or(progression.min_days_between_steps);
    progression.order = order?.unwrap_or(progression.order);
    Ok(progression)
}

pub(super) fn stop_if(node: &Node, faults: &mut Faults) -> Result<Vec<String>, Reported> {
    let signs = node.list(20, faults)?;
    all(signs.iter().map(|sign| sign.line(200, faults)).collect())
}

/// Reads every entry before it gives up on one.
pub(super) fn all<T>(read: Vec<Result<T, Reported>>) -> Result<Vec<T>, Reported> {
    read.into_iter().collect()
}

fn distinct<T: Copy + PartialEq>(
    nodes: &[Node],
    of: Named,
    find: impl Fn(&str) -> Option<T>,
    faults: &mut Faults,
) -> Result<Vec<T>, Reported> {
    let mut entries: Vec<T> = Vec::new();
    let mut outcome = Ok(());
    for node in nodes {
        match node.named(of, Wanted::Text, &find, faults) {
            Ok(entry) if entries.contains(&entry) => {
                let written = node.string().unwrap_or_default().to_owned();
                outcome = Err(node.fault(What::DuplicateEntry { written }, faults));
            }
            Ok(entry) => entries.push(entry),
            Err(reported) => outcome = Err(reported),
        }
    }
    outcome.map(|()| entries)
}

//! What differs between two programs, each difference named once: for the page on which a person says yes to a new one.

use jiff::civil::{Date, Weekday};

use super::{Feel, Place, Press, Program, Raisable, Stretch};
use crate::practice::library::{Region, Tool};
use crate::practice::measure::{Amount, Sides};

mod point;
mod routine;

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where in the program.
    pub at: At,
    /// What, from the old to the new.
    pub change: Change,
    /// Which way it bears on the person.
    pub bearing: Bearing,
}

/// Which way a difference bears on the person; the first wants to be read first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearing {
    /// More is asked for, or more may be.
    Higher,
    /// The same, with less to guard it: a sign to stop at is gone, steps come sooner, rests are shorter.
    Looser,
    /// Anything else.
    Other,
}

/// Where in a program something differs, as the new one names it; what is gone, as the old one did.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum At {
    Program,
    Routine(String),
    Point { routine: String, place: Place, sides: Sides },
}

/// What differs. `from` is the old, `to` the new.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Change {
    /// A text reads otherwise.
    Text { what: Text, from: Option<String>, to: Option<String> },
    /// A date.
    Day { what: Day, from: Option<Date>, to: Option<Date> },
    /// A plain number, in seconds, as a count or as a level.
    Figure { what: Figure, from: Option<u32>, to: Option<u32> },
    /// An amount with what it may become; none is what is usual at the place.
    Amount { what: Moving, from: Option<Amount<u32>>, to: Option<Amount<u32>> },
    /// The weekdays.
    Days { from: Vec<Weekday>, to: Vec<Weekday> },
    /// What may rise, the first first.
    Order { from: Vec<Raisable>, to: Vec<Raisable> },
    /// A sign of the therapist's own to stop at is new.
    SignAdded(String),
    /// One is no longer there.
    SignGone(String),
    /// The signs stand in another order.
    SignsReordered,
    /// A routine or a point is new.
    Added,
    /// One is no longer there.
    Gone,
    /// A routine has another name.
    Renamed { from: String },
    /// A point has come from another routine.
    MovedFrom { routine: String },
    /// The routines, or the points of one, are worked in another order.
    Reordered,
    /// Another side, or both.
    Sides { from: Sides, to: Sides },
    /// Another part of the body, at a place of the program's own.
    Region { from: Region, to: Region },
    /// Another tool.
    Tool { from: Option<Tool>, to: Option<Tool> },
    /// Another way to press; none is not pressed.
    Press { from: Option<Press>, to: Option<Press> },
    /// Stretched or not.
    Stretch { from: Option<Stretch>, to: Option<Stretch> },
    /// How strong it is to feel at the first and at the last hold; none is what the limit of the day makes of it.
    Feel { from: Option<Feel>, to: Option<Feel> },
}

/// A text of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Text {
    Title,
    By,
    Contact,
    Notes,
    Where,
    Position,
    Note,
}

/// A date of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of Prescribed")]
pub enum Day {
    On,
    Review,
    Until,
}

/// A plain number of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names of the format")]
pub enum Figure {
    DaysPerWeek,
    SessionsPerDay,
    Ceiling,
    Session,
    GoodDays,
    DaysBetween,
    Rest,
    Ramp,
    Release,
    On,
    Off,
    Total,
    Count,
    Pace,
    Sets,
    Length,
    Target,
    StretchRest,
    Finish,
}

/// An amount that may have bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Moving {
    Hold,
    Holds,
    Stretch,
    Stretches,
    Ceiling,
}

/// Returns what differs from an old program to a new one: what asks for more first, then what guards less, then the rest,
/// each in the order of the program. Nothing differs between equal programs, and something does between any others.
pub fn differences(old: &Program, new: &Program) -> Vec<Difference> {
    let mut found = Found { at: At::Program, list: Vec::new() };
    head(old, new, &mut found);
    routine::all(old, new, &mut found);
    found.list.sort_by_key(|difference| difference.bearing);
    found.list
}

/// The differences found so far, and where the next ones are.
struct Found {
    at: At,
    list: Vec<Difference>,
}

impl Found {
    fn add(&mut self, bearing: Bearing, change: Change) {
        self.list.push(Difference { at: self.at.clone(), change, bearing });
    }

    fn text(&mut self, what: Text, from: Option<&String>, to: Option<&String>) {
        if from != to {
            self.add(Bearing::Other, Change::Text { what, from: from.cloned(), to: to.cloned() });
        }
    }

    fn figure(&mut self, what: Figure, from: impl Into<Option<u32>>, to: impl Into<Option<u32>>) {
        let (from, to) = (from.into(), to.into());
        if from != to {
            self.add(what.bearing(from, to), Change::Figure { what, from, to });
        }
    }
}

impl Figure {
    fn bearing(self, from: Option<u32>, to: Option<u32>) -> Bearing {
        match self {
            Self::DaysPerWeek
            | Self::SessionsPerDay
            | Self::Ceiling
            | Self::Session
            | Self::On
            | Self::Total
            | Self::Count
            | Self::Pace
            | Self::Sets
            | Self::Length
            | Self::Target
            | Self::Finish
                if to > from =>
            {
                Bearing::Higher
            }
            Self::GoodDays
            | Self::DaysBetween
            | Self::Rest
            | Self::Ramp
            | Self::Release
            | Self::Off
            | Self::StretchRest
                if to < from =>
            {
                Bearing::Looser
            }
            _ => Bearing::Other,
        }
    }
}

/// What stands once in a program.
fn head(old: &Program, new: &Program, found: &mut Found) {
    let (was, is) = (&old.prescribed, &new.prescribed);
    found.text(Text::Title, Some(&old.title), Some(&new.title));
    found.text(Text::By, Some(&was.by), Some(&is.by));
    found.text(Text::Contact, was.contact.as_ref(), is.contact.as_ref());
    day(Day::On, was.on, is.on, found);
    day(Day::Review, was.review, is.review, found);
    day(Day::Until, was.until, is.until, found);
    let number = |number: u8| u32::from(number);
    let (was, is) = (&old.schedule, &new.schedule);
    found.figure(Figure::DaysPerWeek, number(was.days_per_week), number(is.days_per_week));
    found.figure(Figure::SessionsPerDay, number(was.sessions_per_day), number(is.sessions_per_day));
    if was.days != is.days {
        found.add(Bearing::Other, Change::Days { from: was.days.clone(), to: is.days.clone() });
    }
    let (was, is) = (&old.limits, &new.limits);
    found.figure(Figure::Ceiling, number(was.ceiling.level()), number(is.ceiling.level()));
    found.figure(Figure::Session, was.session.0, is.session.0);
    let (was, is) = (&old.progression, &new.progression);
    found.figure(Figure::GoodDays, number(was.good_days), number(is.good_days));
    found.figure(Figure::DaysBetween, number(was.min_days_between_steps), number(is.min_days_between_steps));
    if was.order != is.order {
        let more = is.order.iter().any(|amount| !was.order.contains(amount));
        let bearing = if more { Bearing::Higher } else { Bearing::Other };
        found.add(bearing, Change::Order { from: was.order.clone(), to: is.order.clone() });
    }
    signs(&old.stop_if, &new.stop_if, found);
    found.text(Text::Notes, old.notes.as_ref(), new.notes.as_ref());
}

/// Steps up end after `review` and after `until`: a later day, or none, guards less.
fn day(what: Day, from: Option<Date>, to: Option<Date>, found: &mut Found) {
    if from == to {
        return;
    }
    let ends_later = from.is_some_and(|from| to.is_none_or(|to| to > from));
    let bearing = match what {
        Day::Review | Day::Until if ends_later => Bearing::Looser,
        Day::On | Day::Review | Day::Until => Bearing::Other,
    };
    found.add(bearing, Change::Day { what, from, to });
}

fn signs(old: &[String], new: &[String], found: &mut Found) {
    let before = found.list.len();
    for sign in old.iter().filter(|sign| !new.contains(sign)) {
        found.add(Bearing::Looser, Change::SignGone(sign.clone()));
    }
    for sign in new.iter().filter(|sign| !old.contains(sign)) {
        found.add(Bearing::Other, Change::SignAdded(sign.clone()));
    }
    if found.list.len() == before && old != new {
        found.add(Bearing::Other, Change::SignsReordered);
    }
}

/// Takes what is alike out of both lists, as pairs; what is alone stays.
fn pair<T: Copy>(old: &mut Vec<T>, new: &mut Vec<T>, alike: impl Fn(T, T) -> bool) -> Vec<(T, T)> {
    let mut pairs = Vec::new();
    new.retain(|&is| {
        let Some(at) = old.iter().position(|&was| alike(was, is)) else { return true };
        pairs.push((old.remove(at), is));
        false
    });
    pairs
}

/// Returns true where pairs in their new order stood in another one before.
fn reordered<T>(before: &[T], pairs: &[(&T, &T)]) -> bool {
    !pairs.iter().map(|(was, _)| place(before, was)).is_sorted()
}

/// Returns where in a list something stands.
fn place<T>(list: &[T], one: &T) -> Option<usize> {
    list.iter().position(|other| std::ptr::eq(one, other))
}

//! The program in force in words: its week, what it never moves, and its revisions.

use i18n_embed_fl::fl;
use jiff::civil::Date;

use super::dates::day_and_month;
use super::session::capital;
use super::{LOADER, place, taking};
use crate::practice::insight::{WEEK, days_between};
use crate::practice::measure::Amount;
use crate::practice::program::differs::differences;
use crate::practice::program::{Point, Press, Program, Raisable};
use crate::practice::progress::Ladder;

/// So many changes of a revision are told one by one.
const CHANGES: usize = 8;

/// Returns "Week 2 of 4"; nothing where no day of prescribing is written, or before it.
pub fn week(program: &Program, today: Date) -> Option<String> {
    let on = program.prescribed.on.filter(|&on| on <= today)?;
    let week = days_between(on, today) / WEEK + 1;
    Some(match program.prescribed.until {
        Some(until) if today > until => fl!(LOADER, "program-week-over", day = day_and_month(until)),
        Some(until) => fl!(LOADER, "program-week-of", week = week, weeks = (days_between(on, until) / WEEK + 1)),
        None => fl!(LOADER, "program-week", week = week),
    })
}

/// Returns what an amount of a ladder is called: "hold", "holds", "stretch", "limit".
pub fn amount(amount: Raisable) -> String {
    match amount {
        Raisable::Hold => fl!(LOADER, "rises-hold"),
        Raisable::Holds => fl!(LOADER, "rises-holds"),
        Raisable::Stretch => fl!(LOADER, "rises-stretch"),
        Raisable::Ceiling => fl!(LOADER, "rises-limit"),
    }
}

/// Returns what stands below a level: the day it was reached, "today", or its number.
pub fn reached(on: Date) -> String {
    fl!(LOADER, "steps-day", day = i64::from(on.day()), month = i64::from(on.month()))
}

/// Returns the word below the level in force.
pub fn here() -> String {
    fl!(LOADER, "steps-today")
}

/// Returns the number of a level.
pub fn level(number: usize) -> String {
    fl!(LOADER, "steps-number", level = number.cast_signed())
}

/// Returns why a point has no steps.
pub fn still(ladder: &Ladder) -> String {
    if ladder.is_locked() { fl!(LOADER, "steps-locked") } else { fl!(LOADER, "steps-no-room") }
}

/// Returns what never rises, in sentences: what is locked everywhere, then point by point.
pub fn stays(program: &Program) -> Vec<String> {
    let points: Vec<_> = program.routines.iter().flat_map(|routine| &routine.points).collect();
    let mut everywhere = Vec::new();
    let mut here_and_there = Vec::new();
    for amount in Raisable::ALL {
        let with: Vec<_> = points.iter().copied().filter(|point| has(point, amount)).collect();
        let (locked, free): (Vec<_>, Vec<_>) = with
            .into_iter()
            .partition(|point| is_locked(point, amount) || !program.progression.order.contains(&amount));
        if locked.is_empty() {
            continue;
        }
        if free.is_empty() {
            everywhere.push(self::amount(amount));
        } else {
            let mut places: Vec<_> = locked.iter().map(|point| place::with_sides(point)).collect();
            places.dedup();
            here_and_there.push(fl!(
                LOADER,
                "stays-at",
                what = capital(&self::amount(amount)),
                places = places.join(", ")
            ));
        }
    }
    let mut told = Vec::new();
    if !everywhere.is_empty() {
        told.push(fl!(LOADER, "stays-everywhere", what = everywhere.join(", ")));
    }
    told.extend(here_and_there);
    told.push(fl!(LOADER, "stays-always"));
    told
}

fn has(point: &Point, amount: Raisable) -> bool {
    match amount {
        Raisable::Hold | Raisable::Holds => matches!(point.press, Some(Press::Hold(_))),
        Raisable::Stretch => point.stretch.is_some(),
        Raisable::Ceiling => point.press.is_some(),
    }
}

fn is_locked(point: &Point, amount: Raisable) -> bool {
    const fn plain<T>(amount: &Amount<T>) -> bool {
        matches!(amount, Amount::Locked(_))
    }
    match (amount, &point.press) {
        (Raisable::Hold, Some(Press::Hold(hold))) => plain(&hold.hold),
        (Raisable::Holds, Some(Press::Hold(hold))) => plain(&hold.holds),
        (Raisable::Stretch, _) => point.stretch.as_ref().is_none_or(|stretch| plain(&stretch.hold)),
        (Raisable::Ceiling, _) => point.ceiling.as_ref().is_none_or(plain),
        _ => true,
    }
}

/// Returns the number of a revision among those of its program.
pub fn revision(number: usize) -> String {
    fl!(LOADER, "program-revision", revision = number.to_string())
}

/// Returns when a revision was in force: "In force 2 to 12 November, and since 20 November."
pub fn in_force(periods: &[(Date, Option<Date>)], today: Date) -> String {
    let told = |&(from, to): &(Date, Option<Date>)| match to {
        Some(to) if to == from => day(from, today),
        Some(to) => fl!(LOADER, "program-from-to", on = day(from, today), until = day(to, today)),
        None => fl!(LOADER, "program-since", on = day(from, today)),
    };
    let periods = periods.iter().map(told).collect::<Vec<_>>().join(", ");
    fl!(LOADER, "revision-in-force", periods = periods)
}

fn day(day: Date, today: Date) -> String {
    let told = day_and_month(day);
    if day.year() == today.year() {
        told
    } else {
        fl!(LOADER, "day-with-year", day = told, year = day.year().to_string())
    }
}

/// Returns what a revision changed against the one before, a line each, and how many more there are.
pub fn changes(before: Option<&Program>, program: &Program) -> Vec<String> {
    let Some(before) = before else { return vec![fl!(LOADER, "revision-first")] };
    let found = differences(before, program);
    if found.is_empty() {
        return vec![fl!(LOADER, "revision-same")];
    }
    let told = |difference| {
        let at = taking::at(difference, program);
        fl!(LOADER, "revision-change", at = at, change = taking::change(difference))
    };
    let mut lines: Vec<_> = found.iter().take(CHANGES).map(told).collect();
    if found.len() > CHANGES {
        lines.push(fl!(LOADER, "revision-more", more = (found.len() - CHANGES).cast_signed()));
    }
    lines
}

/// Returns that a revision cannot be read any more.
pub fn unreadable() -> String {
    fl!(LOADER, "revision-unreadable")
}

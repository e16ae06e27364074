//! A program that is offered in words: what is to be known about it, and what differs from the one in force.

use i18n_embed_fl::fl;
use jiff::civil::{Date, Weekday};

use super::dates::{day_and_month, weekday_name};
use super::session::capital;
use super::{LOADER, place};
use crate::practice::library::Tool;
use crate::practice::measure::{Amount, Bounds, Sides};
use crate::practice::plan::Plan;
use crate::practice::program::differs::{At, Change, Day, Difference, Figure, Moving, Text};
use crate::practice::program::intake::Remark;
use crate::practice::program::{Feel, Place, Press, Program, Raisable, Routine, Stretch};

/// Returns what is to be known before a program is taken.
pub fn remark(remark: Remark, by: &str) -> String {
    match remark {
        Remark::InForce => fl!(LOADER, "remark-in-force"),
        Remark::SameContent => fl!(LOADER, "remark-same-content"),
        Remark::Older { on, now } => fl!(LOADER, "remark-older", on = with_year(on), now = with_year(now)),
        Remark::Over(until) => fl!(LOADER, "remark-over", until = with_year(until), by = by),
        Remark::ReviewOver(review) => fl!(LOADER, "remark-review-over", review = with_year(review), by = by),
        Remark::Before => fl!(LOADER, "remark-before"),
        Remark::Example => fl!(LOADER, "remark-example"),
    }
}

/// Returns how long a routine lasts on its first day, and how often the program asks for it.
pub fn sum(routine: &Routine, program: &Program) -> String {
    let minutes = Plan::first_day(routine, &program.limits).total().as_secs().div_ceil(60);
    fl!(
        LOADER,
        "taking-sum",
        points = (routine.points.len() as i64),
        minutes = minutes.cast_signed(),
        days = i64::from(program.schedule.days_per_week),
        sessions = i64::from(program.schedule.sessions_per_day)
    )
}

/// Returns how the doses may go up: when, and what first.
pub fn steps(program: &Program) -> Option<String> {
    let rules = &program.progression;
    (!rules.order.is_empty()).then(|| {
        fl!(
            LOADER,
            "taking-steps",
            good = i64::from(rules.good_days),
            apart = i64::from(rules.min_days_between_steps),
            order = order(&rules.order)
        )
    })
}

/// Returns where something differs: "Left shoulder-top", with the routine where there are several.
pub fn at(difference: &Difference, program: &Program) -> String {
    match &difference.at {
        At::Program => fl!(LOADER, "differs-at-program"),
        At::Routine(name) => fl!(LOADER, "differs-at-routine", name = name.clone()),
        At::Point { routine, place, sides } => {
            let point = sided(place, *sides);
            if program.routines.len() > 1 {
                fl!(LOADER, "differs-at-point", routine = routine.clone(), point = point)
            } else {
                capital(&point)
            }
        }
    }
}

/// Returns what differs, in a sentence or less.
pub fn change(difference: &Difference) -> String {
    match &difference.change {
        Change::Text { what, from, to } => text(*what, from.as_deref(), to.as_deref()),
        Change::Day { what, from, to } => {
            let what = match what {
                Day::On => fl!(LOADER, "differs-on"),
                Day::Review => fl!(LOADER, "differs-review"),
                Day::Until => fl!(LOADER, "differs-until"),
            };
            now_before(&what, to.map(with_year), from.map(with_year))
        }
        Change::Figure { what, from, to } => {
            now_before(&title(*what), to.map(|to| figure(*what, to)), from.map(|from| figure(*what, from)))
        }
        Change::Amount { what, from, to } => {
            let usual = || match &difference.at {
                At::Point { place, .. } => {
                    Some(fl!(LOADER, "differs-usual", level = i64::from(place.preset().ceiling().level())))
                }
                At::Program | At::Routine(_) => None,
            };
            let told = |amount: &Option<Amount<u32>>| amount.map(|amount| span(*what, amount)).or_else(usual);
            now_before(&moving(*what), told(to), told(from))
        }
        Change::Days { from, to } => now_before(&fl!(LOADER, "differs-days"), Some(days(to)), Some(days(from))),
        Change::Order { from, to } => now_before(&fl!(LOADER, "differs-order"), Some(order(to)), Some(order(from))),
        Change::SignAdded(sign) => fl!(LOADER, "differs-sign-added", sign = sign.clone()),
        Change::SignGone(sign) => fl!(LOADER, "differs-sign-gone", sign = sign.clone()),
        Change::SignsReordered => fl!(LOADER, "differs-signs-reordered"),
        Change::Added => added(&difference.at),
        Change::Gone => fl!(LOADER, "differs-gone"),
        Change::Renamed { from } => fl!(LOADER, "differs-renamed", from = from.clone()),
        Change::MovedFrom { routine } => fl!(LOADER, "differs-moved", routine = routine.clone()),
        Change::Reordered => match &difference.at {
            At::Program => fl!(LOADER, "differs-routines-reordered"),
            At::Routine(_) | At::Point { .. } => fl!(LOADER, "differs-points-reordered"),
        },
        Change::Sides { from, to } => now_before(&fl!(LOADER, "differs-sides"), Some(sides(*to)), Some(sides(*from))),
        Change::Region { from, to } => {
            let told = |region| Some(place::region(region));
            now_before(&fl!(LOADER, "differs-region"), told(*to), told(*from))
        }
        Change::Tool { from, to } => {
            let told = |tool: &Option<Tool>| tool.map(|tool| place::tool(tool).to_lowercase());
            now_before(&fl!(LOADER, "differs-tool"), told(to), told(from))
        }
        Change::Press { from, to } => press(&difference.at, *from, *to),
        Change::Stretch { to: Some(stretch), .. } => fl!(LOADER, "differs-stretched", stretch = stretched(*stretch)),
        Change::Stretch { to: None, .. } => fl!(LOADER, "differs-not-stretched"),
        Change::Feel { from, to } => now_before(&fl!(LOADER, "differs-feel"), Some(feel(*to)), Some(feel(*from))),
    }
}

/// "Hold: 35 s; before 30 s".
fn now_before(what: &str, now: Option<String>, before: Option<String>) -> String {
    let none = || fl!(LOADER, "differs-none");
    fl!(LOADER, "differs-now-before", what = what, now = now.unwrap_or_else(none), before = before.unwrap_or_else(none))
}

fn text(what: Text, from: Option<&str>, to: Option<&str>) -> String {
    let what = match what {
        Text::Title => fl!(LOADER, "differs-title"),
        Text::By => fl!(LOADER, "differs-by"),
        Text::Contact => fl!(LOADER, "differs-contact"),
        Text::Where => fl!(LOADER, "differs-where"),
        Text::Position => fl!(LOADER, "differs-position"),
        // They may be long, and the new ones are shown whole below.
        Text::Notes | Text::Note => {
            return match (from, to) {
                (None, _) => fl!(LOADER, "differs-note-new"),
                (_, None) => fl!(LOADER, "differs-note-gone"),
                _ => fl!(LOADER, "differs-note-other"),
            };
        }
    };
    let quoted = |text: &str| fl!(LOADER, "differs-quoted", text = text);
    now_before(&what, to.map(quoted), from.map(quoted))
}

fn title(what: Figure) -> String {
    match what {
        Figure::DaysPerWeek => fl!(LOADER, "differs-days-per-week"),
        Figure::SessionsPerDay => fl!(LOADER, "differs-sessions-per-day"),
        Figure::Ceiling => fl!(LOADER, "differs-limit-everywhere"),
        Figure::Session => fl!(LOADER, "differs-session"),
        Figure::GoodDays => fl!(LOADER, "differs-good-days"),
        Figure::DaysBetween => fl!(LOADER, "differs-days-between"),
        Figure::Rest => fl!(LOADER, "differs-rest"),
        Figure::Ramp => fl!(LOADER, "differs-ramp"),
        Figure::Release => fl!(LOADER, "differs-release"),
        Figure::On => fl!(LOADER, "differs-pressed"),
        Figure::Off => fl!(LOADER, "differs-let-go"),
        Figure::Total => fl!(LOADER, "differs-total"),
        Figure::Count => fl!(LOADER, "differs-count"),
        Figure::Pace => fl!(LOADER, "differs-pace"),
        Figure::Sets => fl!(LOADER, "differs-sets"),
        Figure::Length => fl!(LOADER, "differs-length"),
        Figure::Target => fl!(LOADER, "differs-target"),
        Figure::StretchRest => fl!(LOADER, "differs-stretch-rest"),
        Figure::Finish => fl!(LOADER, "differs-finish"),
    }
}

fn figure(what: Figure, value: u32) -> String {
    match what {
        Figure::Rest
        | Figure::Ramp
        | Figure::Release
        | Figure::On
        | Figure::Off
        | Figure::Total
        | Figure::Pace
        | Figure::Length
        | Figure::StretchRest => seconds(value),
        Figure::Session => {
            let time = if value.is_multiple_of(60) {
                (value / 60).to_string()
            } else {
                super::session::long_clock(std::time::Duration::from_secs(u64::from(value)))
            };
            fl!(LOADER, "differs-minutes", time = time)
        }
        Figure::DaysPerWeek
        | Figure::SessionsPerDay
        | Figure::Ceiling
        | Figure::GoodDays
        | Figure::DaysBetween
        | Figure::Count
        | Figure::Sets
        | Figure::Target
        | Figure::Finish => value.to_string(),
    }
}

fn moving(what: Moving) -> String {
    match what {
        Moving::Hold => fl!(LOADER, "differs-hold"),
        Moving::Holds => fl!(LOADER, "differs-holds"),
        Moving::Stretch => fl!(LOADER, "differs-stretch"),
        Moving::Stretches => fl!(LOADER, "differs-stretches"),
        Moving::Ceiling => fl!(LOADER, "differs-limit"),
    }
}

/// "30 s, locked", or "30 s, from 15 to 60 s, a step is 5 s".
fn span(what: Moving, amount: Amount<u32>) -> String {
    let told = |value: u32| match what {
        Moving::Hold | Moving::Stretch => seconds(value),
        Moving::Holds | Moving::Stretches | Moving::Ceiling => value.to_string(),
    };
    match amount {
        Amount::Locked(value) => fl!(LOADER, "differs-locked", value = told(value)),
        Amount::Bounded(Bounds { start, min, max, step }) => fl!(
            LOADER,
            "differs-bounds",
            start = told(start),
            least = i64::from(min),
            most = told(max),
            step = told(step)
        ),
    }
}

fn seconds(value: u32) -> String {
    fl!(LOADER, "amount-seconds", value = i64::from(value))
}

fn days(days: &[Weekday]) -> String {
    if days.is_empty() {
        return fl!(LOADER, "differs-days-spread");
    }
    days.iter().map(|day| weekday_name(*day)).collect::<Vec<_>>().join(", ")
}

fn order(order: &[Raisable]) -> String {
    order.iter().map(|amount| super::program::amount(*amount)).collect::<Vec<_>>().join(", ")
}

fn added(at: &At) -> String {
    match at {
        At::Point { place: Place::Known(site), .. } if site.locked => fl!(LOADER, "differs-added-locked"),
        At::Point { .. } => fl!(LOADER, "differs-added"),
        At::Program | At::Routine(_) => fl!(LOADER, "differs-added-routine"),
    }
}

fn press(at: &At, from: Option<Press>, to: Option<Press>) -> String {
    let Some(press) = to else { return fl!(LOADER, "differs-not-pressed") };
    let told = pressed(press);
    match (at, from) {
        (At::Point { place: Place::Known(site), .. }, None) if site.locked => {
            fl!(LOADER, "differs-pressed-unlocked", press = told)
        }
        _ => now_before(&fl!(LOADER, "differs-press"), Some(told), from.map(pressed)),
    }
}

fn pressed(press: Press) -> String {
    let number = |number: u8| i64::from(number);
    match press {
        Press::Hold(hold) => {
            fl!(LOADER, "dose-holds", count = number(hold.holds.start()), seconds = i64::from(hold.hold.start().0))
        }
        Press::Alternate(press) => fl!(
            LOADER,
            "press-alternate",
            total = seconds(press.total.0),
            on = i64::from(press.on.0),
            off = i64::from(press.off.0)
        ),
        Press::Strokes(press) => {
            fl!(LOADER, "press-strokes", sets = number(press.sets), count = number(press.count))
        }
        Press::Glide(press) => fl!(LOADER, "press-glide", length = seconds(press.length.0)),
        Press::Roll(press) => {
            fl!(LOADER, "press-roll", sets = number(press.sets), length = seconds(press.length.0))
        }
    }
}

fn stretched(stretch: Stretch) -> String {
    fl!(LOADER, "dose-holds", count = i64::from(stretch.reps.start()), seconds = i64::from(stretch.hold.start().0))
}

fn feel(feel: Option<Feel>) -> String {
    match feel {
        Some(Feel { from, to }) => {
            fl!(LOADER, "differs-feel-levels", from = i64::from(from.level()), to = i64::from(to.level()))
        }
        None => fl!(LOADER, "differs-feel-usual"),
    }
}

fn sides(sides: Sides) -> String {
    match sides {
        Sides::One(side) => place::side(side).to_lowercase(),
        Sides::Both => fl!(LOADER, "side-both").to_lowercase(),
    }
}

fn sided(place: &Place, sides: Sides) -> String {
    match sides {
        Sides::One(side) => place::sided(place.id(), Some(side)),
        Sides::Both => fl!(LOADER, "sides-both", place = place::sided(place.id(), None)),
    }
}

/// "9 November 2026": what was prescribed may be a year old.
pub(super) fn with_year(day: Date) -> String {
    fl!(LOADER, "day-with-year", day = day_and_month(day), year = day.year().to_string())
}

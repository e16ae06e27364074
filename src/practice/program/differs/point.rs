//! What differs at one point.

use super::{Bearing, Change, Figure, Found, Moving, Text};
use crate::practice::dose::Dose;
use crate::practice::measure::{Amount, Bounds, Seconds};
use crate::practice::program::length::pressed;
use crate::practice::program::{Feel, Hold, Limits, Place, Point, Press, Stretch};

/// A point with the limits of its program.
type Limited<'a> = (&'a Point, &'a Limits);

/// Compares two points of one place.
pub(super) fn compare(old: Limited<'_>, new: Limited<'_>, found: &mut Found) {
    let ((was, _), (is, _)) = (old, new);
    if was.sides != is.sides {
        let is_new = is.sides.each().iter().any(|side| !was.sides.each().contains(side));
        found.add(more(is_new), Change::Sides { from: was.sides, to: is.sides });
    }
    if let (Place::Own(was), Place::Own(is)) = (&was.place, &is.place) {
        found.text(Text::Where, Some(&was.location), Some(&is.location));
        found.text(Text::Position, was.position.as_ref(), is.position.as_ref());
        if was.region != is.region {
            found.add(more(is.region.cap() > was.region.cap()), Change::Region { from: was.region, to: is.region });
        }
    }
    if was.tool != is.tool {
        found.add(more(is_firmer(was, is)), Change::Tool { from: was.tool, to: is.tool });
    }
    ceiling(was, is, found);
    press(old, new, found);
    stretch(was.stretch.as_ref(), is.stretch.as_ref(), found);
    found.figure(Figure::Finish, was.finish.map(u32::from), is.finish.map(u32::from));
    found.text(Text::Note, was.note.as_ref(), is.note.as_ref());
}

/// The tools of a site are listed with the softest first.
fn is_firmer(was: &Point, is: &Point) -> bool {
    let Place::Known(site) = &is.place else { return false };
    let rank = |point: &Point| point.tool.and_then(|tool| site.tools.iter().position(|of_site| *of_site == tool));
    rank(was).zip(rank(is)).is_some_and(|(was, is)| is > was)
}

fn ceiling(was: &Point, is: &Point, found: &mut Found) {
    let levels = |point: &Point| point.ceiling.map(|ceiling| numbers(ceiling, |level| u32::from(level.level())));
    let (from, to) = (levels(was), levels(is));
    if from != to {
        let usual = |point: &Point| Amount::Locked(u32::from(point.place.preset().ceiling().level()));
        let bearing = bearing(from.unwrap_or_else(|| usual(was)), to.unwrap_or_else(|| usual(is)));
        found.add(bearing, Change::Amount { what: Moving::Ceiling, from, to });
    }
}

fn press(old: Limited<'_>, new: Limited<'_>, found: &mut Found) {
    let number = |number: u8| u32::from(number);
    match (old.0.press, new.0.press) {
        (Some(Press::Hold(was)), Some(Press::Hold(is))) => hold(&was, &is, found),
        (Some(Press::Alternate(was)), Some(Press::Alternate(is))) => {
            found.figure(Figure::On, was.on.0, is.on.0);
            found.figure(Figure::Off, was.off.0, is.off.0);
            found.figure(Figure::Total, was.total.0, is.total.0);
        }
        (Some(Press::Strokes(was)), Some(Press::Strokes(is))) => {
            found.figure(Figure::Count, number(was.count), number(is.count));
            found.figure(Figure::Pace, was.pace.0, is.pace.0);
            found.figure(Figure::Sets, number(was.sets), number(is.sets));
        }
        (Some(Press::Glide(was)), Some(Press::Glide(is))) => {
            found.figure(Figure::Length, was.length.0, is.length.0);
            found.figure(Figure::Target, number(was.target.level()), number(is.target.level()));
        }
        (Some(Press::Roll(was)), Some(Press::Roll(is))) => {
            found.figure(Figure::Length, was.length.0, is.length.0);
            found.figure(Figure::Sets, number(was.sets), number(is.sets));
            found.figure(Figure::Rest, was.rest.0, is.rest.0);
        }
        (None, None) => {}
        (from, to) => {
            found.add(more(is_more(from, to)), Change::Press { from, to });
            return;
        }
    }
    feel(old, new, found);
}

/// Another way to press is more where it presses longer, or no longer glides lightly.
fn is_more(from: Option<Press>, to: Option<Press>) -> bool {
    match (from, to) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(from), Some(to)) => pressed(&to) > pressed(&from) || matches!(from, Press::Glide(_)),
    }
}

fn hold(was: &Hold, is: &Hold, found: &mut Found) {
    let seconds = |amount: Amount<Seconds>| numbers(amount, |time| time.0);
    amount(Moving::Hold, seconds(was.hold), seconds(is.hold), found);
    amount(Moving::Holds, numbers(was.holds, u32::from), numbers(is.holds, u32::from), found);
    found.figure(Figure::Rest, was.rest.0, is.rest.0);
    found.figure(Figure::Ramp, was.ramp.0, is.ramp.0);
    found.figure(Figure::Release, was.release.0, is.release.0);
}

fn feel(old: Limited<'_>, new: Limited<'_>, found: &mut Found) {
    let (from, to) = (written_feel(old.0), written_feel(new.0));
    if from == to {
        return;
    }
    let felt = |(point, limits): Limited<'_>, feel: Option<Feel>| Dose::start(point, limits).feel(feel);
    let (was, is) = (felt(old, from), felt(new, to));
    found.add(more(is.from > was.from || is.to > was.to), Change::Feel { from, to });
}

const fn written_feel(point: &Point) -> Option<Feel> {
    match point.press {
        Some(Press::Hold(press)) => press.feel,
        Some(Press::Alternate(press)) => press.feel,
        Some(Press::Strokes(press)) => press.feel,
        Some(Press::Roll(press)) => press.feel,
        Some(Press::Glide(_)) | None => None,
    }
}

fn stretch(was: Option<&Stretch>, is: Option<&Stretch>, found: &mut Found) {
    match (was, is) {
        (Some(was), Some(is)) => {
            let seconds = |amount: Amount<Seconds>| numbers(amount, |time| time.0);
            amount(Moving::Stretch, seconds(was.hold), seconds(is.hold), found);
            amount(Moving::Stretches, numbers(was.reps, u32::from), numbers(is.reps, u32::from), found);
            found.figure(Figure::StretchRest, was.rest.0, is.rest.0);
        }
        (None, None) => {}
        (from, to) => {
            found.add(more(from.is_none()), Change::Stretch { from: from.copied(), to: to.copied() });
        }
    }
}

fn amount(what: Moving, from: Amount<u32>, to: Amount<u32>, found: &mut Found) {
    if from != to {
        found.add(bearing(from, to), Change::Amount { what, from: Some(from), to: Some(to) });
    }
}

/// A higher start, most or step is more; a higher least is less to come down to.
fn bearing(from: Amount<u32>, to: Amount<u32>) -> Bearing {
    let step = |amount| match amount {
        Amount::Locked(_) => 0,
        Amount::Bounded(Bounds { min, max, step, .. }) => {
            if max > min {
                step
            } else {
                0
            }
        }
    };
    let least = |amount| match amount {
        Amount::Locked(_) => None,
        Amount::Bounded(Bounds { min, .. }) => Some(min),
    };
    let steps_are_longer = step(from) > 0 && step(to) > step(from);
    if to.start() > from.start() || to.max() > from.max() || steps_are_longer {
        Bearing::Higher
    } else if least(from).is_some() && least(to) > least(from) {
        Bearing::Looser
    } else {
        Bearing::Other
    }
}

fn numbers<T: Copy>(amount: Amount<T>, number: impl Fn(T) -> u32) -> Amount<u32> {
    match amount {
        Amount::Locked(value) => Amount::Locked(number(value)),
        Amount::Bounded(Bounds { start, min, max, step }) => {
            Amount::Bounded(Bounds { start: number(start), min: number(min), max: number(max), step: number(step) })
        }
    }
}

const fn more(is_more: bool) -> Bearing {
    if is_more { Bearing::Higher } else { Bearing::Other }
}

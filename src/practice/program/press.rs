//! The press and the stretch of a point, their ranges and defaults.

use super::amounts::{Numbers, Times};
use super::collect::{Faults, Reported};
use super::fault::{Named, Wanted, What};
use super::tree::{Fields, Node};
use super::{Alternate, Feel, Glide, Hold, Place, Press, Roll, Stretch, Strokes, length};
use crate::practice::measure::{Amount, Discomfort, Seconds};

/// The techniques of a press as a file writes them.
pub(super) const TECHNIQUES: [&str; 5] = ["hold", "alternate", "strokes", "glide", "roll"];

const HOLD: Times = Times { least: 10, most: 90 };
const HOLDS: Numbers = Numbers { least: 1, most: 6 };
const REST: Times = Times { least: 10, most: 60 };
const RAMP: Times = Times { least: 1, most: 45 };
const RELEASE: Times = Times { least: 1, most: 10 };
const STRETCH: Times = Times { least: 10, most: 120 };
const REPS: Numbers = Numbers { least: 1, most: 4 };
const STRETCH_REST: Times = Times { least: 5, most: 60 };
const SETS: Numbers = Numbers { least: 1, most: 3 };
const FEEL: Numbers = Numbers { least: 1, most: 7 };

/// What a press takes where the file is silent.
const USUAL_HOLDS: u8 = 3;
const USUAL_REST: Seconds = Seconds(15);
const USUAL_RAMP: Seconds = Seconds(6);
const USUAL_RELEASE: Seconds = Seconds(3);

/// Reads a press; `ceiling` is the highest that the file allows at this point, if that could be read.
pub(super) fn press(
    node: &Node,
    place: Option<&Place>,
    ceiling: Option<Discomfort>,
    faults: &mut Faults,
) -> Result<Press, Reported> {
    let fields = node.any_fields(faults)?;
    let technique = fields.maybe("technique", |node| {
        let find = |id: &str| TECHNIQUES.into_iter().find(|technique| *technique == id);
        node.named(Named::Technique, Wanted::Text, find, faults)
    })?;
    let feel = |fields: &Fields, faults: &mut Faults| fields.maybe("feel", |node| feel(node, ceiling, faults));
    let press = match technique.unwrap_or("hold") {
        "alternate" => {
            fields.only(&["technique", "on", "off", "total", "feel"], faults);
            let on = time(&fields, "on", Times { least: 3, most: 10 }, 5, faults);
            let off = time(&fields, "off", Times { least: 2, most: 5 }, 3, faults);
            let total = time(&fields, "total", Times { least: 30, most: 120 }, 60, faults);
            let feel = feel(&fields, faults);
            Press::Alternate(Alternate { on: on?, off: off?, total: total?, feel: feel? })
        }
        "strokes" => {
            fields.only(&["technique", "count", "pace", "sets", "feel"], faults);
            let count = number(&fields, "count", Numbers { least: 6, most: 12 }, 10, faults);
            let pace = time(&fields, "pace", Times { least: 2, most: 6 }, 3, faults);
            let sets = number(&fields, "sets", SETS, 1, faults);
            let feel = feel(&fields, faults);
            Press::Strokes(Strokes { count: count?, pace: pace?, sets: sets?, feel: feel? })
        }
        "glide" => {
            fields.only(&["technique", "length", "target"], faults);
            let length = time(&fields, "length", Times { least: 20, most: 180 }, 45, faults);
            let target = fields.maybe("target", |node| Numbers { least: 0, most: 2 }.level(node, faults));
            let usual = Discomfort::new(2).unwrap_or(Discomfort::LEAST);
            Press::Glide(Glide { length: length?, target: target?.unwrap_or(usual) })
        }
        "roll" => {
            fields.only(&["technique", "length", "sets", "rest", "feel"], faults);
            let length = time(&fields, "length", Times { least: 30, most: 120 }, 60, faults);
            let sets = number(&fields, "sets", SETS, 2, faults);
            let rest = time(&fields, "rest", REST, USUAL_REST.0, faults);
            let feel = feel(&fields, faults);
            Press::Roll(Roll { length: length?, sets: sets?, rest: rest?, feel: feel? })
        }
        _ => {
            fields.only(&["technique", "hold", "holds", "rest", "ramp", "release", "feel"], faults);
            let feel = feel(&fields, faults);
            Press::Hold(hold(&fields, feel, place, faults)?)
        }
    };
    let pressed = length::pressed(&press);
    if pressed > length::MOST_PRESSED {
        return Err(node.fault(What::PressedTooLong { pressed, most: length::MOST_PRESSED }, faults));
    }
    Ok(press)
}

/// Reads a stretch.
pub(super) fn stretch(node: &Node, place: Option<&Place>, faults: &mut Faults) -> Result<Stretch, Reported> {
    let fields = node.fields(&["hold", "reps", "rest"], faults)?;
    let hold = fields.maybe("hold", |node| STRETCH.bounds(node, faults));
    let reps = fields.maybe("reps", |node| REPS.bounds(node, faults));
    let rest = time(&fields, "rest", STRETCH_REST, 10, faults);
    let usual = match place {
        Some(Place::Known(site)) => site.stretch_seconds,
        _ => 20,
    };
    Ok(Stretch {
        hold: hold?.unwrap_or(Amount::Locked(Seconds(usual))),
        reps: reps?.unwrap_or(Amount::Locked(2)),
        rest: rest?,
    })
}

fn hold(
    fields: &Fields,
    feel: Result<Option<Feel>, Reported>,
    place: Option<&Place>,
    faults: &mut Faults,
) -> Result<Hold, Reported> {
    let hold = fields.maybe("hold", |node| HOLD.bounds(node, faults));
    let holds = fields.maybe("holds", |node| HOLDS.bounds(node, faults));
    let rest = time(fields, "rest", REST, USUAL_REST.0, faults);
    let ramp = fields.maybe("ramp", |node| RAMP.one(node, faults));
    let release = time(fields, "release", RELEASE, USUAL_RELEASE.0, faults);
    let usual = place.map_or(Seconds(30), |place| place.preset().hold());
    let hold = hold?.unwrap_or(Amount::Locked(usual));
    let half = Seconds(hold.start().0 / 2);
    if let (Ok(Some(ramp)), Some(node)) = (ramp, fields.get("ramp"))
        && ramp > half
    {
        return Err(node.fault(What::RampTooLong { ramp, hold: hold.start() }, faults));
    }
    Ok(Hold {
        hold,
        holds: holds?.unwrap_or(Amount::Locked(USUAL_HOLDS)),
        rest: rest?,
        ramp: ramp?.unwrap_or(USUAL_RAMP.min(half)),
        release: release?,
        feel: feel?,
    })
}

fn feel(node: &Node, ceiling: Option<Discomfort>, faults: &mut Faults) -> Result<Feel, Reported> {
    let Some((found, levels)) = node.entries(2) else {
        return Err(node.wrong(Wanted::Pair, None, faults));
    };
    let [from, to] = levels.as_slice() else {
        return Err(node.fault(What::NotAPair { found }, faults));
    };
    let (from, to) = (FEEL.level(from, faults), FEEL.level(to, faults));
    let (from, to) = (from?, to?);
    if from > to {
        return Err(node.fault(What::FeelReversed { from, to }, faults));
    }
    match ceiling {
        Some(ceiling) if to > ceiling => Err(node.fault(What::FeelAboveCeiling { to, ceiling }, faults)),
        _ => Ok(Feel { from, to }),
    }
}

fn time(fields: &Fields, key: &str, range: Times, usual: u32, faults: &mut Faults) -> Result<Seconds, Reported> {
    fields.maybe(key, |node| range.one(node, faults)).map(|time| time.unwrap_or(Seconds(usual)))
}

fn number(fields: &Fields, key: &str, range: Numbers, usual: u8, faults: &mut Faults) -> Result<u8, Reported> {
    fields.maybe(key, |node| range.one(node, faults)).map(|number| number.unwrap_or(usual))
}

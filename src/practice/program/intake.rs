//! What is to be known about a program before it is taken.

use jiff::civil::Date;

use super::{Program, Revision};
use crate::practice::dose::ceiling;
use crate::practice::measure::{Amount, Discomfort};

/// Something to be known before a program is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// These very bytes are in force.
    InForce,
    /// The program in force says the same in other bytes.
    SameContent,
    /// It was prescribed before the one in force.
    Older {
        /// The day it was prescribed.
        on: Date,
        /// The day of the one in force.
        now: Date,
    },
    /// The last day of its steps up is over.
    Over(Date),
    /// The day of its review is over.
    ReviewOver(Date),
    /// It was in force before.
    Before,
    /// It is an example that comes with the app: nobody prescribed it.
    Example,
}

/// A program with its identity.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// What it says.
    pub program: &'a Program,
    /// Its exact bytes.
    pub revision: Revision,
}

/// Returns what is to be known, the weightiest first. `before` were ever in force; `examples` come with the app.
pub fn remarks(
    offered: Known<'_>,
    now: Option<Known<'_>>,
    before: &[Revision],
    examples: &[Revision],
    today: Date,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let written = &offered.program.prescribed;
    let is_now = now.is_some_and(|now| now.revision == offered.revision);
    if is_now {
        remarks.push(Remark::InForce);
    } else if now.is_some_and(|now| now.program == offered.program) {
        remarks.push(Remark::SameContent);
    }
    if let (Some(on), Some(now)) = (written.on, now.and_then(|now| now.program.prescribed.on))
        && on < now
    {
        remarks.push(Remark::Older { on, now });
    }
    match (written.until.filter(|until| *until < today), written.review.filter(|review| *review < today)) {
        (Some(until), _) => remarks.push(Remark::Over(until)),
        (None, Some(review)) => remarks.push(Remark::ReviewOver(review)),
        (None, None) => {}
    }
    if !is_now && before.contains(&offered.revision) {
        remarks.push(Remark::Before);
    }
    if examples.contains(&offered.revision) {
        remarks.push(Remark::Example);
    }
    remarks
}

/// Returns the highest ceiling that any pressed point of a program can ever have; none where nothing is pressed.
pub fn highest_ceiling(program: &Program) -> Option<Discomfort> {
    let points = program.routines.iter().flat_map(|routine| &routine.points).filter(|point| point.press.is_some());
    let highest = points.map(|point| {
        let most = point.ceiling.map_or_else(|| ceiling(point, &program.limits), Amount::max);
        most.min(program.limits.ceiling).min(point.place.region().cap())
    });
    highest.max()
}

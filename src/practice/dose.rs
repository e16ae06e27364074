//! The amounts in force today for a point.

use super::measure::{Discomfort, Seconds};
use super::program::{Feel, Limits, Point, Press};

/// What a point gets today. Fields that its techniques have no use for are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dose {
    /// Length of one hold.
    pub hold: Option<Seconds>,
    /// How many holds.
    pub holds: Option<u8>,
    /// Length of one stretch.
    pub stretch: Option<Seconds>,
    /// How many stretches.
    pub reps: Option<u8>,
    /// The most discomfort today.
    pub ceiling: Discomfort,
}

impl Dose {
    /// Returns the dose of the first day.
    pub fn start(point: &Point, limits: &Limits) -> Self {
        let hold = match point.press {
            Some(Press::Hold(hold)) => Some(hold),
            _ => None,
        };
        Self {
            hold: hold.map(|hold| hold.hold.start()),
            holds: hold.map(|hold| hold.holds.start()),
            stretch: point.stretch.map(|stretch| stretch.hold.start()),
            reps: point.stretch.map(|stretch| stretch.reps.start()),
            ceiling: ceiling(point, limits),
        }
    }

    /// Returns the feel band kept under today's ceiling; a missing one is [min(3, C), C] (`details.md` §3).
    pub fn feel(&self, written: Option<Feel>) -> Feel {
        let ceiling = self.ceiling;
        let onset = Discomfort::new(3).map_or(ceiling, |three| three.min(ceiling));
        let feel = written.unwrap_or(Feel { from: onset, to: ceiling });
        Feel { from: feel.from.min(ceiling), to: feel.to.min(ceiling) }
    }
}

/// Returns the ceiling in force on the first day: the least of the point's own (or the site's preset), the program's and
/// the region's cap (`details.md` §2).
pub fn ceiling(point: &Point, limits: &Limits) -> Discomfort {
    let own = point.ceiling.map_or_else(|| point.place.preset().ceiling(), super::measure::Amount::start);
    own.min(limits.ceiling).min(point.place.region().cap())
}

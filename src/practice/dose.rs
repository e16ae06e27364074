//! The amounts in force today for a point.

use serde::{Deserialize, Serialize};

use super::measure::{Discomfort, Seconds};
use super::program::{Feel, Limits, Point, Press};

/// What a point gets today. Fields that its techniques have no use for are `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::library::Site;
    use crate::practice::measure::{Amount, Side, Sides};
    use crate::practice::program::Place;

    fn level(level: u8) -> Discomfort {
        Discomfort::new(level).unwrap()
    }

    #[test]
    fn the_ceiling_is_the_least_of_all() {
        let ceiling = |site: &str, own: Option<u8>, limit: u8| {
            let point = Point {
                place: Place::Known(Site::find(site).unwrap()),
                sides: Sides::One(Side::Left),
                tool: None,
                ceiling: own.map(|own| Amount::Locked(level(own))),
                press: None,
                stretch: None,
                finish: None,
                note: None,
            };
            ceiling(&point, &Limits { ceiling: level(limit), session: Seconds(60) }).level()
        };
        assert_eq!(ceiling("gluteus-maximus", None, 7), 5, "the preset");
        assert_eq!(ceiling("masseter", None, 7), 4, "a gentle preset");
        assert_eq!(ceiling("gluteus-maximus", None, 3), 3, "the program");
        assert_eq!(ceiling("gluteus-maximus", Some(7), 7), 7, "the point's own, above the preset");
        assert_eq!(ceiling("gluteus-maximus", Some(2), 7), 2, "the point's own, below the preset");
        assert_eq!(ceiling("masseter", Some(7), 7), 5, "the jaw");
    }

    #[test]
    fn the_feel_band_stays_under_the_ceiling_of_the_day() {
        let dose = |ceiling| Dose { hold: None, holds: None, stretch: None, reps: None, ceiling: level(ceiling) };
        let feel = |ceiling, written: Option<(u8, u8)>| {
            let written = written.map(|(from, to)| Feel { from: level(from), to: level(to) });
            let feel = dose(ceiling).feel(written);
            (feel.from.level(), feel.to.level())
        };
        assert_eq!(feel(5, None), (3, 5));
        assert_eq!(feel(2, None), (2, 2));
        assert_eq!(feel(5, Some((2, 4))), (2, 4));
        assert_eq!(feel(3, Some((2, 5))), (2, 3));
        assert_eq!(feel(2, Some((4, 5))), (2, 2));
    }
}

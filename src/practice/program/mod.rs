//! What a therapist prescribes, as it stands once every rule of the file format holds.

use std::fmt;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::library::{Preset, Region, Site, Tool};
use super::measure::{Amount, Discomfort, Seconds, Sides};

mod amounts;
mod collect;
pub mod differs;
pub mod draft;
pub mod fault;
mod header;
pub mod intake;
mod length;
mod likely;
mod point;
mod press;
mod read;
mod routine;
mod strict;
mod tree;
mod vocabulary;

pub use fault::{Fault, Refusal};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// The deepest that brackets may nest.
pub const MAX_DEPTH: usize = 64;

/// A whole program. Values of this type have passed every check of `docs/program-format.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// At most 120 characters.
    pub title: String,
    /// Who prescribed it, and when.
    pub prescribed: Prescribed,
    /// How often it is meant to be done.
    pub schedule: Schedule,
    /// What holds for all its points.
    pub limits: Limits,
    /// How the doses may move from day to day.
    pub progression: Progression,
    /// Signs of the therapist's own at which to stop.
    pub stop_if: Vec<String>,
    /// At most 2 000 characters.
    pub notes: Option<String>,
    /// At least one; their names differ.
    pub routines: Vec<Routine>,
}

impl Program {
    /// Reads a program from the exact bytes of its file.
    ///
    /// # Errors
    /// Every fault of the text, in the order of its lines, not just the first.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        read::read(bytes)
    }

    /// Returns the parts of the body that it works, each once, from head to foot.
    pub fn regions(&self) -> Vec<Region> {
        let points = self.routines.iter().flat_map(|routine| &routine.points);
        let mut regions: Vec<_> = points.map(|point| point.place.region()).collect();
        regions.sort_unstable();
        regions.dedup();
        regions
    }

    /// Returns the routine of that name, or the first when no name is given.
    pub fn routine(&self, name: Option<&str>) -> Option<&Routine> {
        match name {
            Some(name) => self.routines.iter().find(|routine| routine.name == name),
            None => self.routines.first(),
        }
    }
}

/// The identity of a program's exact bytes: their SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision([u8; 32]);

impl Revision {
    /// Returns the revision of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Returns the revision that is written so, in 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.as_bytes().chunks(2).map(|pair| {
            let pair = str::from_utf8(pair).ok().filter(|pair| !pair.starts_with('+'))?;
            u8::from_str_radix(pair, 16).ok()
        });
        let bytes: Vec<u8> = digits.collect::<Option<_>>()?;
        (text.len() == 64).then(|| bytes.try_into().ok().map(Self))?
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Who prescribed a program, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prescribed {
    /// The therapist's name as it is to be shown.
    pub by: String,
    /// Where to turn with questions.
    pub contact: Option<String>,
    /// The day it was written.
    pub on: Option<Date>,
    /// The day it is to be looked at again; not before `on`.
    pub review: Option<Date>,
    /// The last day of steps up; not before `on`.
    pub until: Option<Date>,
}

/// How often a program is meant to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// 1 to 7.
    pub days_per_week: u8,
    /// 1 to 3 (to 6 where a program only strokes).
    pub sessions_per_day: u8,
    /// The weekdays named by the therapist; empty when they are spread evenly from Monday.
    pub days: Vec<Weekday>,
}

impl Schedule {
    /// "Two or three days a week" is three at most (W3 of `clinical.md` §3.2).
    pub const MAINTAINED: u8 = 3;

    /// Returns it with three days a week at most, spread evenly from Monday.
    #[must_use]
    pub fn maintained(&self) -> Self {
        if self.days_per_week <= Self::MAINTAINED {
            return self.clone();
        }
        Self { days_per_week: Self::MAINTAINED, days: Vec::new(), ..*self }
    }

    /// Returns true for a weekday that the program plans: one that is named, else one of those spread evenly from Monday.
    pub fn is_planned(&self, day: Weekday) -> bool {
        if !self.days.is_empty() {
            return self.days.contains(&day);
        }
        let day = day.to_monday_zero_offset().unsigned_abs();
        (0..self.days_per_week).any(|session| session * 7 / self.days_per_week.max(1) == day)
    }
}

/// What holds for all the points of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most discomfort anywhere in the program, at most 7; 5 when the file is silent.
    pub ceiling: Discomfort,
    /// The longest a session may last with every wait at its limit; 20 min when the file is silent, 30 min at most.
    pub session: Seconds,
}

/// How the doses may move from day to day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progression {
    /// Green days in a row before a step up is offered, 2 to 6.
    pub good_days: u8,
    /// Days that must lie between two steps, 2 to 14.
    pub min_days_between_steps: u8,
    /// What is raised first.
    pub order: Vec<Raisable>,
}

/// The only amounts that ever rise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Raisable {
    Hold,
    Holds,
    Stretch,
    Ceiling,
}

impl Raisable {
    /// Every one, in the order they rise when a program is silent.
    pub const ALL: [Self; 4] = [Self::Hold, Self::Holds, Self::Stretch, Self::Ceiling];

    /// Returns the word used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Holds => "holds",
            Self::Stretch => "stretch",
            Self::Ceiling => "ceiling",
        }
    }
}

/// The points worked in one session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routine {
    /// Differs from the names of the other routines.
    pub name: String,
    /// 1 to 6; no site and side twice.
    pub points: Vec<Point>,
}

/// A site on a side, with a tool, a press, a stretch, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// Where on the body.
    pub place: Place,
    /// On which side.
    pub sides: Sides,
    /// What presses: the file's, else the site's first. None where nothing is pressed, or at a site of the program's own.
    pub tool: Option<Tool>,
    /// The point's own ceiling, if it writes one.
    pub ceiling: Option<Amount<Discomfort>>,
    /// What is pressed, if anything.
    pub press: Option<Press>,
    /// The paired passive stretch, if any.
    pub stretch: Option<Stretch>,
    /// Slow full-range movements at the end, 2 to 5, if any.
    pub finish: Option<u8>,
    /// The therapist's own words about this point.
    pub note: Option<String>,
}

/// Where on the body: a site of the library, or one that the program describes itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A site of the library.
    Known(&'static Site),
    /// A place in the therapist's words.
    Own(OwnSite),
}

impl Place {
    /// Returns the site's id, or the name of the program's own.
    pub fn id(&self) -> &str {
        match self {
            Self::Known(site) => &site.id,
            Self::Own(own) => &own.name,
        }
    }

    /// Returns the part of the body it belongs to.
    pub const fn region(&self) -> Region {
        match self {
            Self::Known(site) => site.region,
            Self::Own(own) => own.region,
        }
    }

    /// Returns the usual dose here: a place of the program's own takes the standard one.
    pub const fn preset(&self) -> Preset {
        match self {
            Self::Known(site) => site.preset,
            Self::Own(_) => Preset::Standard,
        }
    }
}

/// A place that the program describes itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSite {
    /// What it is called on screen.
    pub name: String,
    /// Where to press, in the therapist's words.
    pub location: String,
    /// The part of the body, for caps and questions.
    pub region: Region,
    /// How to sit, stand or lie.
    pub position: Option<String>,
}

/// How a point is pressed. Ranges: `clinical.md` §1.2, hard caps: `details.md` §3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// Press and hold.
    Hold(Hold),
    /// Press on and off in turn.
    Alternate(Alternate),
    /// Short slow strokes through the spot, one way.
    Strokes(Strokes),
    /// Light, broad gliding.
    Glide(Glide),
    /// Slow rolling over a ball or roller.
    Roll(Roll),
}

/// The discomfort at the first and at the last hold; `from ≤ to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feel {
    /// At the first hold, and at the beginning of every hold.
    pub from: Discomfort,
    /// At the end of the last hold.
    pub to: Discomfort,
}

/// Press and hold, a few times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// Length of one hold with its ramp, 10 to 90 s.
    pub hold: Amount<Seconds>,
    /// How many holds, 1 to 6.
    pub holds: Amount<u8>,
    /// Between two holds, 10 to 60 s.
    pub rest: Seconds,
    /// Time to sink in, part of the hold and at most half of it.
    pub ramp: Seconds,
    /// Time to come out, after the hold.
    pub release: Seconds,
    /// The written feel band; none takes [min(3, ceiling), ceiling].
    pub feel: Option<Feel>,
}

/// Pressure on and off in turn, one bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alternate {
    /// Pressed, 3 to 10 s.
    pub on: Seconds,
    /// Let go, 2 to 5 s.
    pub off: Seconds,
    /// The whole bout, 30 to 120 s.
    pub total: Seconds,
    /// As in [`Hold::feel`].
    pub feel: Option<Feel>,
}

/// Slow one-way strokes, in sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strokes {
    /// Strokes in a set, 6 to 12.
    pub count: u8,
    /// Time for one stroke, 2 to 6 s.
    pub pace: Seconds,
    /// 1 to 3.
    pub sets: u8,
    /// As in [`Hold::feel`].
    pub feel: Option<Feel>,
}

/// Light, broad gliding, one bout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glide {
    /// 20 to 180 s.
    pub length: Seconds,
    /// At most 2.
    pub target: Discomfort,
}

/// Slow rolling, in sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roll {
    /// One set, 30 to 120 s.
    pub length: Seconds,
    /// 1 to 3.
    pub sets: u8,
    /// Between two sets, 10 to 60 s.
    pub rest: Seconds,
    /// As in [`Hold::feel`].
    pub feel: Option<Feel>,
}

/// A passive stretch, a few times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Length of one stretch, 10 to 120 s.
    pub hold: Amount<Seconds>,
    /// How many, 1 to 4.
    pub reps: Amount<u8>,
    /// Between two stretches, 5 to 60 s.
    pub rest: Seconds,
}

//! Amounts: whole seconds, counts, and the two 0–10 scales that are never mixed.

use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A whole number of seconds, as a program writes it (`45s`, `1m30s`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seconds(pub u32);

impl Seconds {
    /// Returns the same time as a `Duration`.
    pub const fn duration(self) -> Duration {
        Duration::from_secs(self.0 as u64)
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, seconds) => write!(f, "{seconds}s"),
            (minutes, 0) => write!(f, "{minutes}m"),
            (minutes, seconds) => write!(f, "{minutes}m{seconds}s"),
        }
    }
}

/// How strong the pressure feels now, 0 (touch) to 10 (too much).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Discomfort(u8);

impl Discomfort {
    /// The least that a session ever asks for: an eased target stays here.
    pub const LEAST: Self = Self(1);

    /// Returns the level, or `None` above 10.
    pub const fn new(level: u8) -> Option<Self> {
        if level <= 10 { Some(Self(level)) } else { None }
    }

    /// Returns the number, 0 to 10.
    pub const fn level(self) -> u8 {
        self.0
    }

    /// Returns one notch less, never under [`Self::LEAST`] and never more than it is.
    #[must_use]
    pub fn eased(self) -> Self {
        Self(self.0.saturating_sub(1).max(Self::LEAST.0).min(self.0))
    }

    /// Returns one notch more, at most 10.
    #[must_use]
    pub fn raised(self) -> Self {
        Self((self.0 + 1).min(10))
    }
}

impl fmt::Display for Discomfort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How the complaint is, 0 (no pain) to 10 (worst pain imaginable): the NRS-11 of `clinical.md` §2.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Pain(u8);

impl Pain {
    /// Returns the score, or `None` above 10.
    pub const fn new(score: u8) -> Option<Self> {
        if score <= 10 { Some(Self(score)) } else { None }
    }

    /// Returns the number, 0 to 10.
    pub const fn score(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Pain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Level of neither scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OffScale(u8);

impl fmt::Display for OffScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not between 0 and 10", self.0)
    }
}

impl TryFrom<u8> for Discomfort {
    type Error = OffScale;

    fn try_from(level: u8) -> Result<Self, OffScale> {
        Self::new(level).ok_or(OffScale(level))
    }
}

impl TryFrom<u8> for Pain {
    type Error = OffScale;

    fn try_from(score: u8) -> Result<Self, OffScale> {
        Self::new(score).ok_or(OffScale(score))
    }
}

impl From<Discomfort> for u8 {
    fn from(level: Discomfort) -> Self {
        level.0
    }
}

impl From<Pain> for u8 {
    fn from(pain: Pain) -> Self {
        pain.0
    }
}

/// The person's own left or right, or the middle of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The person's own left.
    Left,
    /// The person's own right.
    Right,
    /// Neither: a place on the midline.
    Middle,
}

impl Side {
    /// Returns the word used in files and in `plan --json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Middle => "middle",
        }
    }

    /// Returns the side of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Left, Self::Right, Self::Middle].into_iter().find(|side| side.id() == id)
    }
}

/// The sides a program asks for at one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sides {
    /// One side, or the middle.
    One(Side),
    /// Two equal halves: the whole left side, then the whole right side, from the same dose.
    Both,
}

impl Sides {
    /// Returns the sides in the order they are worked.
    pub const fn each(self) -> &'static [Side] {
        match self {
            Self::One(Side::Left) => &[Side::Left],
            Self::One(Side::Right) => &[Side::Right],
            Self::One(Side::Middle) => &[Side::Middle],
            Self::Both => &[Side::Left, Side::Right],
        }
    }

    /// Returns the word used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::One(side) => side.id(),
            Self::Both => "both",
        }
    }
}

/// One amount of a dose: what it starts at, and what the therapist allows it to become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount<T> {
    /// A plain value: never raised.
    Locked(T),
    /// A value that may move between `min` and `max`, `step` at a time.
    Bounded(Bounds<T>),
}

/// What the therapist allows for one amount; `min ≤ start ≤ max`, `step ≥ 1`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds<T> {
    /// Where it begins.
    pub start: T,
    /// The least that a bad day may bring it to.
    pub min: T,
    /// The most it may become.
    pub max: T,
    /// How much one step changes.
    pub step: T,
}

impl<T: Copy> Amount<T> {
    /// Returns the value on the first day.
    pub const fn start(self) -> T {
        match self {
            Self::Locked(value) => value,
            Self::Bounded(bounds) => bounds.start,
        }
    }

    /// Returns the most it may ever be: a locked value is its own maximum.
    pub const fn max(self) -> T {
        match self {
            Self::Locked(value) => value,
            Self::Bounded(bounds) => bounds.max,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_written_as_a_program_writes_them() {
        let written: Vec<_> = [9, 60, 90, 605].map(|s| Seconds(s).to_string()).into();
        assert_eq!(written, ["9s", "1m", "1m30s", "10m5s"]);
    }

    #[test]
    fn easing_takes_one_notch_and_never_goes_under_one() {
        let eased: Vec<_> = [5, 2, 1, 0].map(|level| Discomfort(level).eased().level()).into();
        assert_eq!(eased, [4, 1, 1, 0]);
    }

    #[test]
    fn no_scale_goes_past_ten() {
        assert!(Discomfort::new(11).is_none() && Pain::new(11).is_none());
        assert_eq!(Discomfort(10).raised(), Discomfort(10));
    }
}

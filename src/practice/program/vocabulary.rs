//! What the format has words for, as faults speak of it.

use std::fmt;

use super::{Raisable, header, press};
use crate::practice::library::{Region, Site, Tool};
use crate::practice::measure::{Seconds, Sides};

/// A type that a value must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Wanted {
    Text,
    Number,
    Time,
    NumberOrBounds,
    TimeOrBounds,
    Date,
    Switch,
    List,
    Object,
    Pair,
    Site,
}

/// A type that a value has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Found {
    Null,
    Switch,
    Number,
    Text,
    List,
    Object,
}

/// The vocabularies of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Named {
    Site,
    Tool,
    Technique,
    Side,
    Region,
    Day,
    Raisable,
}

impl Named {
    /// Returns every word of the vocabulary.
    pub fn choices(self) -> Vec<&'static str> {
        match self {
            Self::Site => Site::all().iter().map(|site| site.id.as_str()).collect(),
            Self::Tool => Tool::ALL.map(Tool::id).into(),
            Self::Technique => press::TECHNIQUES.into(),
            Self::Side => header::SIDES.map(Sides::id).into(),
            Self::Region => Region::ALL.map(Region::id).into(),
            Self::Day => header::DAYS.map(|(id, _)| id).into(),
            Self::Raisable => Raisable::ALL.map(Raisable::id).into(),
        }
    }
}

/// An amount as a fault speaks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// A time.
    Time(Seconds),
    /// A number of something, or a level.
    Number(u32),
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Time(time) => time.fmt(f),
            Self::Number(number) => number.fmt(f),
        }
    }
}

//! A program while it is being written: every field as it was typed, right or wrong.

use serde::{Deserialize, Serialize};

use super::Raisable;
use crate::practice::library::{Region, Tool};
use crate::practice::measure::Side;

mod at;
mod edit;
mod json;
mod layout;
mod lean;
mod of;
mod text;

pub use at::Faults;
pub use of::{canonical, minified};

/// A whole program as typed. An empty field is a key that is left out of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the key of the file format that bears its name")]
pub struct Draft {
    pub title: String,
    pub by: String,
    pub contact: String,
    pub on: String,
    pub review: String,
    pub until: String,
    pub days_per_week: String,
    pub sessions_per_day: String,
    /// Which weekdays are named, from Monday.
    pub days: [bool; 7],
    pub ceiling: String,
    pub session: String,
    pub good_days: String,
    pub min_days_between_steps: String,
    /// Empty: all four in the usual order.
    pub order: Vec<Raisable>,
    pub stop_if: Vec<String>,
    pub notes: String,
    pub routines: Vec<RoutineDraft>,
}

/// A routine as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the key of the file format that bears its name")]
pub struct RoutineDraft {
    pub name: String,
    pub points: Vec<PointDraft>,
}

/// A point as typed. What is not `pressed` or not `stretched` keeps what was typed for it, and is left out of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the key of the file format that bears its name")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the screen")]
pub struct PointDraft {
    pub place: PlaceDraft,
    pub sides: SidesDraft,
    /// None: the site's usual one.
    pub tool: Option<Tool>,
    pub ceiling: AmountDraft,
    pub unlock: bool,
    pub is_pressed: bool,
    pub press: PressDraft,
    pub is_stretched: bool,
    pub stretch: StretchDraft,
    pub has_finish: bool,
    pub finish: String,
    pub note: String,
}

/// Where a point is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the key of the file format that bears its name")]
pub enum PlaceDraft {
    /// A site of the library, by its id; empty while none is chosen.
    Site(String),
    /// A place in the therapist's words.
    Own { name: String, location: String, region: Option<Region>, position: String },
}

impl Default for PlaceDraft {
    fn default() -> Self {
        Self::Site(String::new())
    }
}

/// On which side a point is, as far as it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum SidesDraft {
    #[default]
    Open,
    One(Side),
    Both,
}

/// How a point is pressed. All fields of all techniques are kept, so that changing the technique and back loses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the key of the file format that bears its name")]
pub struct PressDraft {
    pub technique: Technique,
    pub hold: AmountDraft,
    pub holds: AmountDraft,
    pub rest: String,
    pub ramp: String,
    pub release: String,
    /// Both ends of the band, or neither.
    pub feel: [String; 2],
    pub on: String,
    pub off: String,
    pub total: String,
    pub count: String,
    pub pace: String,
    pub sets: String,
    pub length: String,
    pub target: String,
}

/// The techniques of a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Technique {
    #[default]
    Hold,
    Alternate,
    Strokes,
    Glide,
    Roll,
}

/// A stretch as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the key of the file format that bears its name")]
pub struct StretchDraft {
    pub hold: AmountDraft,
    pub reps: AmountDraft,
    pub rest: String,
}

/// An amount as typed: `start` alone is a plain value, with bounds when it `moves`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is the key of the file format that bears its name")]
pub struct AmountDraft {
    pub start: String,
    /// False: locked, and `min`, `max` and `step` are left out of the file.
    pub moves: bool,
    pub min: String,
    pub max: String,
    pub step: String,
}

//! The rules by their ids, as `clinical.md` §3.2 numbers them.

use serde::{Deserialize, Serialize};

/// A rule. Its id is shown with every decision, and kept in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// A red flag, or a stop that nobody has released: no session.
    #[serde(rename = "G0")]
    G0,
    /// Pain of 8 or more before: no pressure today.
    #[serde(rename = "G1")]
    G1,
    /// Pain of 6 or 7 before, or 2 above the week's median: an easy session.
    #[serde(rename = "G2")]
    G2,
    /// A bruise, a mark on the skin, or soreness for more than a day: this site rests.
    #[serde(rename = "G3")]
    G3,
    /// Less than 4 hours since the last session here, or the day's number is reached: not yet.
    #[serde(rename = "G4")]
    G4,
    /// One over the ceiling: the later holds are one lower.
    #[serde(rename = "L1")]
    L1,
    /// Two over the ceiling, 8 or more, or "stop": the pressing of this side ends.
    #[serde(rename = "L2")]
    L2,
    /// It let go after 10 s or more: the hold is complete.
    #[serde(rename = "L4")]
    L4,
    /// Tingling, numb, dizzy, sick: the list of signs.
    #[serde(rename = "L5")]
    L5,
    /// A good day.
    #[serde(rename = "C-GREEN")]
    Green,
    /// Neither good nor bad: the same again.
    #[serde(rename = "C-AMBER")]
    Amber,
    /// A bad day: less.
    #[serde(rename = "C-RED")]
    Red,
    /// An answer is missing: never good news.
    #[serde(rename = "C-UNKNOWN")]
    Unknown,
    /// Enough good days: one step up is offered.
    #[serde(rename = "P-UP")]
    Up,
    /// Nothing can rise any more: the therapist decides.
    #[serde(rename = "P-CAP")]
    Cap,
    /// One red: a day of rest, then less.
    #[serde(rename = "P-DOWN")]
    Down,
    /// Two reds in 7 days: two days of rest, then the start dose, gentler.
    #[serde(rename = "P-PAUSE")]
    Pause,
    /// Three reds in 14 days, a sign at which to stop, or a median 2 above the first week's for 7 days: locked.
    #[serde(rename = "P-STOP")]
    Stop,
    /// 7 days without a session: two levels down; 21: the start dose.
    #[serde(rename = "P-GAP")]
    Gap,
    /// A change that counts.
    #[serde(rename = "W1")]
    W1,
    /// Little came of it in four weeks: time to review, and no steps up.
    #[serde(rename = "W2")]
    W2,
    /// Little pain for 14 days: fewer days, the last dose, no steps up.
    #[serde(rename = "W3")]
    W3,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 22] = [
        Self::G0,
        Self::G1,
        Self::G2,
        Self::G3,
        Self::G4,
        Self::L1,
        Self::L2,
        Self::L4,
        Self::L5,
        Self::Green,
        Self::Amber,
        Self::Red,
        Self::Unknown,
        Self::Up,
        Self::Cap,
        Self::Down,
        Self::Pause,
        Self::Stop,
        Self::Gap,
        Self::W1,
        Self::W2,
        Self::W3,
    ];

    /// Returns the id that is shown and kept.
    pub const fn id(self) -> &'static str {
        match self {
            Self::G0 => "G0",
            Self::G1 => "G1",
            Self::G2 => "G2",
            Self::G3 => "G3",
            Self::G4 => "G4",
            Self::L1 => "L1",
            Self::L2 => "L2",
            Self::L4 => "L4",
            Self::L5 => "L5",
            Self::Green => "C-GREEN",
            Self::Amber => "C-AMBER",
            Self::Red => "C-RED",
            Self::Unknown => "C-UNKNOWN",
            Self::Up => "P-UP",
            Self::Cap => "P-CAP",
            Self::Down => "P-DOWN",
            Self::Pause => "P-PAUSE",
            Self::Stop => "P-STOP",
            Self::Gap => "P-GAP",
            Self::W1 => "W1",
            Self::W2 => "W2",
            Self::W3 => "W3",
        }
    }

    /// Returns the rule of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }
}

//! What Program shows of the days so far: words are ready-made, and nothing is decided here.

use crate::practice::dose::Dose;
use crate::practice::program::Revision;

/// A point as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PointNow {
    /// The dose in force.
    pub dose: Dose,
    /// Its place in words: "Left shoulder-top".
    pub place: String,
    /// Its ladder of levels.
    pub steps: Steps,
}

/// A point's ladder of levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Steps {
    /// Nothing ever rises here, and why.
    Still(String),
    /// The levels from the first to the last.
    Ladder {
        /// What rises: "hold, holds".
        what: String,
        /// The levels.
        rungs: Vec<Rung>,
        /// The one in force.
        here: usize,
    },
}

/// One level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// The amount that it changes: "35 s", "4 × 45".
    pub words: String,
    /// Of what, where the number alone could be taken for another amount: "stretch".
    pub kind: Option<String>,
    /// "9 Nov", "today", "level 4"
    pub below: String,
}

/// Which revision of its program is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionTold {
    /// How many revisions of that title were taken up to it, itself with them.
    pub number: usize,
    /// The first characters of its hash.
    pub hash: String,
    /// Whether the journal has its file.
    pub file: KeptFile,
}

/// Whether the journal has the exact file of the program in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptFile {
    /// Byte for byte, and it reads as the program in force.
    Complete,
    /// It cannot be read, or is another one.
    Missing,
}

/// A revision of the program that was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisionLine {
    /// Which.
    pub revision: Revision,
    /// "Revision 2"
    pub title: String,
    /// "In force since 12 November."
    pub when: String,
    /// What it changed against the one before, a line each.
    pub changes: Vec<String>,
    /// True for the one in force.
    pub in_force: bool,
}

/// What is chosen on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ProgramDraft {
    /// The routine and the point of which the steps are shown; none is the first that can move.
    pub chosen: Option<(usize, usize)>,
}

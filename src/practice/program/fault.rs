//! What is wrong with a program file, and where.

use std::fmt;

/// Why a file was refused: every fault, in the order of its lines. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub Vec<Fault>);

/// One fault of a program file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line of the fault, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// JSON path, e.g. `$.routines[0].points[1].press.hold`.
    pub path: String,
    /// What is wrong, typed; `words` says it.
    pub what: What,
}

/// The kinds of fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The file has no text.
    Empty,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} faults", self.0.len())
    }
}

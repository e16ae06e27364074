//! What the page shows on which a person says yes to a program.

use super::Banner;
use crate::practice::program::Program;
use crate::practice::program::differs::Difference;
use crate::practice::program::intake::Remark;

/// A program that is offered.
pub struct TakeInView<'a> {
    /// What it says.
    pub program: &'a Program,
    /// The first characters of its revision.
    pub revision: &'a str,
    /// The title of the program in force, if any.
    pub replaces: Option<&'a str>,
    /// What is to be known about it, the weightiest first.
    pub remarks: &'a [Remark],
    /// What differs from the program in force, what asks for more first.
    pub differences: &'a [Difference],
    /// Lines across the top.
    pub banners: &'a [Banner],
}

/// What the page keeps in mind between frames.
#[derive(Debug, Default)]
pub struct TakeInDraft {
    /// True once the page was shown, and the keyboard led to where it begins.
    pub shown: bool,
}

//! What the program editor shows, and what is asked for there.

use super::Banner;

/// Something asked for about a program that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Begin to write.
    Begin(Beginning),
    /// Go on with a draft that was kept, by its name.
    GoOn(String),
    /// Show the program that the draft is, before it is taken.
    Use,
    /// Ask where its file is to lie.
    SaveAs,
    /// Go back to the programs; the draft is kept.
    Leave,
    /// Put the draft away for good.
    Discard,
}

/// What a new draft begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// Nothing but the day.
    Nothing,
    /// Nothing but the day, and a word about what to copy from the paper.
    Paper,
    /// A program that comes with Kneadwell, by its place in the list.
    Shipped(usize),
    /// The program in force.
    InForce,
}

/// A draft to go on with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLine {
    /// Its name among the drafts.
    pub name: String,
    /// Its title, or that it has none yet.
    pub title: String,
    /// When it was changed last, in words.
    pub changed: String,
}

/// What the editor shows beside the draft.
pub struct EditorView<'a> {
    /// Whether the draft will be there tomorrow.
    pub keeping: Keeping,
    /// Lines across the top.
    pub banners: &'a [Banner],
}

/// Whether a draft will be there tomorrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It is written to the disk as it is typed.
    Kept,
    /// It cannot be written: it is there until the window closes.
    Nowhere,
}

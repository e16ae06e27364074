//! What may be asked for about working without a mouse: keys and their duties.

use super::Banner;
use crate::practice::keys::Key;
use crate::practice::keys::assigned::{Assigned, Duty, Struck};

/// Something about keys, pedals and mouse buttons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hands {
    /// Show the page on which keys get their duties.
    Open,
    /// Leave that page.
    Leave,
    /// This was pressed there.
    Struck(Struck),
    /// Give what was pressed last this duty.
    Assign(Duty),
    /// Take its duty from the key of this name.
    Remove(String),
    /// Take theirs from all keys.
    RemoveAll,
    /// The large button of floor mode was pressed: it is as this key.
    Strike(Key),
    /// Begin the practice round.
    Practise,
}

/// What the page shows on which keys get their duties.
pub struct KeysView<'a> {
    /// What was pressed last.
    pub pressed: Option<&'a Struck>,
    /// Which keys have a duty.
    pub assigned: &'a Assigned,
    /// Lines across the top.
    pub banners: &'a [Banner],
}

//! Sounds to try, and the page that finds out what is heard.

use super::{OutputLine, Room};
use crate::practice::score::Register;

/// Something about what is heard, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hearing {
    /// Hear a sound at the present levels.
    Test(Test),
    /// Find out what is heard.
    Check,
    /// The sound check is done: these tones are to be used.
    Checked(Register),
    /// Send the sound to this output; none is the system's own.
    SendTo(Option<OutputLine>),
    /// Look for the outputs again.
    LookForOutputs,
}

/// What can be heard outside of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// A tone and the voice, as in a session.
    Both,
    /// A tone alone.
    Tones,
    /// The voice alone.
    Voice,
    /// A pure tone of the sound check, named by the voice.
    Trial(Register),
    /// The voice of the sound check.
    TrialVoice,
}

/// What the sound check shows. What was answered is a draft of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SoundCheckView {
    /// Whether there is anything to play to.
    pub device: Device,
    /// Where it was opened from, and leads back to.
    pub back: Room,
}

/// Whether there is anything to play to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// It plays, or will.
    There,
    /// None is there, or it plays nothing.
    Missing,
}

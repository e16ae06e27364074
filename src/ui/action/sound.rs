//! Where the sound goes, and why nothing is heard.

use i18n_embed_fl::fl;

use crate::words::LOADER;

/// An output that can be chosen, or was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputLine {
    /// The id under which it is opened.
    pub id: String,
    /// The name that a person reads.
    pub name: String,
}

/// Why nothing is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Silence {
    NotBuilt,
    NoDevice,
    Busy,
    Lost,
    PlaysNothing,
    Stuck,
}

impl Silence {
    /// Returns it in a sentence.
    pub fn words(self) -> String {
        match self {
            Self::NotBuilt => fl!(LOADER, "silence-not-built"),
            Self::NoDevice => fl!(LOADER, "silence-no-device"),
            Self::Busy => fl!(LOADER, "silence-busy"),
            Self::Lost => fl!(LOADER, "silence-lost"),
            Self::PlaysNothing => fl!(LOADER, "silence-plays-nothing"),
            Self::Stuck => fl!(LOADER, "silence-stuck"),
        }
    }

    /// Returns that an output of this name is passed over for the system's own, this being the reason.
    pub fn passes_over(self, name: &str) -> String {
        match self {
            Self::NoDevice => fl!(LOADER, "sound-not-there", name = name),
            _ => fl!(LOADER, "sound-refused", name = name),
        }
    }
}

/// What the sound is doing now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SoundNow {
    /// Nothing is open; why it failed when it was last wanted, if it did.
    Closed(Option<Silence>),
    /// An output is open and takes sound.
    Heard,
    /// An output is wanted, and nothing is heard.
    Silent(Silence),
}

/// What Settings shows about where the sound goes.
pub struct SoundView<'a> {
    /// The output that is chosen; none is the system's own.
    pub chosen: Option<&'a OutputLine>,
    /// The outputs that were found last; none before they were looked for.
    pub outputs: Option<&'a [OutputLine]>,
    /// True while they are looked for.
    pub looking: bool,
    /// Why the system's own output is used in place of the chosen one, where it is.
    pub passed_over: Option<Silence>,
    /// What the sound is doing now.
    pub now: SoundNow,
}

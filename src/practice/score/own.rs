//! The texts of a program's own places, which no list of phrases can have.

use sha2::{Digest, Sha256};

use crate::practice::program::Place;

/// A text in a program's own words, by a hash: whoever speaks it knows the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OwnText(u64);

impl OwnText {
    /// Returns the mark of a text; the same text always has the same.
    pub fn of(text: &str) -> Self {
        let hash = Sha256::digest(text.as_bytes());
        Self(hash.iter().take(8).fold(0, |mark, &byte| mark << 8 | u64::from(byte)))
    }

    /// Returns the id under which it stands among the cues.
    pub(super) fn id(self) -> String {
        format!("own-{:016x}", self.0)
    }
}

/// A longer text is read, not heard: there is no room for it on the way to a spot.
const SHORT: usize = 120;

/// Returns what may be spoken of a place: its name, how to sit, stand or lie, and where to press. Nothing for a site of the
/// library, which has its phrases.
pub fn own_texts(place: &Place) -> Vec<&str> {
    let Place::Own(own) = place else { return Vec::new() };
    let told = own.position.iter().chain([&own.location]).map(String::as_str);
    let short = told.filter(|text| text.chars().count() <= SHORT);
    [own.name.as_str()].into_iter().chain(short).collect()
}

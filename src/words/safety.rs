//! The signs in words: as a row to tick, with plain examples, and as a note to read out.

use std::time::Duration;

use i18n_embed_fl::fl;

use super::{LOADER, place};
use crate::practice::library::Tool;
use crate::practice::safety::{Flag, Sign};

/// Returns the words of a row to tick.
pub fn sign(sign: Sign) -> String {
    LOADER.get(&format!("sign-{}", sign.id()))
}

/// Returns what else counts, or how it shows, in plain words.
pub fn example(sign: Sign) -> String {
    LOADER.get(&format!("sign-{}-example", sign.id()))
}

/// Returns what was marked, for a sentence: our own words, or the therapist's in quotes.
pub fn marked(flag: &Flag) -> String {
    match flag {
        Flag::Sign(sign) => LOADER.get(&format!("sign-{}-note", sign.id())),
        Flag::Own(words) => fl!(LOADER, "safety-own", words = words.clone()),
    }
}

/// Returns a note that can be read out on the telephone: what was marked and when, and what was being done.
pub fn note(flags: &[&Flag], time: &str, doing: Option<(&str, Option<Tool>, Duration)>) -> String {
    let signs = flags.iter().map(|&flag| marked(flag)).collect::<Vec<_>>().join("; ");
    let mut note = fl!(LOADER, "safety-note", time = time, signs = signs);
    if let Some((place, tool, held)) = doing {
        let held = held.as_secs().cast_signed();
        let line = match tool {
            Some(tool) => {
                fl!(LOADER, "safety-note-tool", place = place, tool = place::tool(tool), seconds = held)
            }
            None => fl!(LOADER, "safety-note-place", place = place, seconds = held),
        };
        note.push_str("\n\n");
        note.push_str(&line);
    }
    note
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_its_words() {
        let keys = Sign::ALL.iter().flat_map(|sign| ["", "-example", "-note"].map(|part| (sign.id(), part)));
        let missing: Vec<_> =
            keys.map(|(id, part)| format!("sign-{id}{part}")).filter(|key| !LOADER.has(key)).collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn a_note_says_what_was_marked_and_what_was_done() {
        let own = Flag::Own("Tingling down to the thumb".to_owned());
        let held = Duration::from_millis(17_900);
        assert_eq!(
            note(&[&Flag::Sign(Sign::Weakness), &own], "18:40", Some(("left shoulder-top", Some(Tool::Cane), held))),
            "At 18:40 today I noticed: new weakness, or numbness that spreads; “Tingling down to the thumb”.\n\n\
             I was pressing with the cane for 17 seconds, here: left shoulder-top."
        );
        assert_eq!(note(&[&Flag::Sign(Sign::Faint)], "7:05", None), "At 7:05 today I noticed: fainting.");
    }
}

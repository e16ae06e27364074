//! The signs in words: as a row to tick, with plain examples, and as a note to read out.

use std::time::Duration;

use i18n_embed_fl::fl;

use super::{LOADER, place};
use crate::practice::library::Tool;
use crate::practice::safety::effects::Effect;
use crate::practice::safety::{Flag, Sign, Urgency};

/// Returns the words of a row to tick.
pub fn sign(sign: Sign) -> String {
    LOADER.get(&format!("sign-{}", sign.id()))
}

/// Returns what else counts, or how it shows, in plain words.
pub fn example(sign: Sign) -> String {
    LOADER.get(&format!("sign-{}-example", sign.id()))
}

/// Returns an after-effect as it is ticked.
pub fn effect(effect: Effect) -> String {
    LOADER.get(&format!("effect-{}", effect.id()))
}

/// Returns what was marked, for a sentence: our own words, or the therapist's in quotes.
pub fn marked(flag: &Flag) -> String {
    match flag {
        Flag::Sign(sign) => LOADER.get(&format!("sign-{}-note", sign.id())),
        Flag::Own(words) => fl!(LOADER, "safety-own", words = words.clone()),
    }
}

/// Returns what to do about what was marked, line by line: who to turn to comes first, and before them only the call for help.
pub fn where_to_turn(flags: &[Flag], by: &str, contact: Option<&str>) -> Vec<String> {
    let urgency = flags.iter().map(Flag::urgency).max().unwrap_or(Urgency::Today);
    let title = match urgency {
        Urgency::Emergency => [fl!(LOADER, "stop-title"), fl!(LOADER, "stop-title-emergency")].join(" "),
        Urgency::SameDay => [fl!(LOADER, "stop-title"), fl!(LOADER, "stop-title-same-day")].join(" "),
        Urgency::Today => fl!(LOADER, "stop-title-today"),
    };
    let why = match urgency {
        Urgency::Emergency => fl!(LOADER, "stop-why-emergency"),
        Urgency::SameDay => fl!(LOADER, "stop-why-same-day"),
        Urgency::Today => fl!(LOADER, "stop-why-today"),
    };
    let signs = flags.iter().map(marked).collect::<Vec<_>>().join("; ");
    let tell = contact
        .map_or_else(|| fl!(LOADER, "stop-tell-how"), |contact| fl!(LOADER, "stop-tell-contact", contact = contact));
    let tell = (fl!(LOADER, "stop-tell", name = by), tell);
    let leave = (fl!(LOADER, "stop-leave"), fl!(LOADER, "stop-leave-how"));
    let steps = match urgency {
        Urgency::Emergency => {
            [(fl!(LOADER, "stop-call-emergency"), fl!(LOADER, "stop-call-emergency-how")), tell, leave]
        }
        Urgency::SameDay => [tell, (fl!(LOADER, "stop-call-same-day"), fl!(LOADER, "stop-call-same-day-how")), leave],
        Urgency::Today => [tell, leave, (fl!(LOADER, "stop-call-today"), fl!(LOADER, "stop-call-today-how"))],
    };
    let mut lines = vec![title, format!("{} {signs}. {why}", fl!(LOADER, "stop-marked"))];
    lines.extend((1..).zip(steps).map(|(number, (what, how)): (u8, _)| format!("{number}. {what}. {how}")));
    if urgency != Urgency::Emergency {
        lines.push(format!("{} {}", fl!(LOADER, "stop-emergency"), fl!(LOADER, "stop-emergency-if")));
    }
    lines
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
    fn every_after_effect_has_its_words() {
        let keys = Effect::ALL.map(|effect| format!("effect-{}", effect.id()));
        let missing: Vec<_> = keys.into_iter().filter(|key| !LOADER.has(key)).collect();
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

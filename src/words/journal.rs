//! The Journal in words.

use i18n_embed_fl::fl;

use super::LOADER;
use crate::practice::session::Ending;

/// Returns the title of a session: program and routine.
pub fn title(program: &str, routine: &str) -> String {
    if routine.is_empty() {
        program.to_owned()
    } else {
        fl!(LOADER, "journal-title", program = program, routine = routine)
    }
}

/// Returns how a session ended.
pub fn ending(ending: Option<Ending>) -> String {
    match ending {
        Some(Ending::Finished) => fl!(LOADER, "ended-finished"),
        Some(Ending::Early) => fl!(LOADER, "ended-early"),
        Some(Ending::Discarded) => fl!(LOADER, "ended-discarded"),
        None => fl!(LOADER, "ended-not"),
    }
}

/// Returns what was asked after a hold.
pub fn after_hold(place: &str, round: u8) -> String {
    fl!(LOADER, "journal-after-hold", place = super::session::capital(place), round = i64::from(round))
}

/// Returns the question about symptoms, short.
pub fn symptoms() -> String {
    fl!(LOADER, "player-ask-symptoms")
}

/// Returns a yes.
pub fn yes() -> String {
    fl!(LOADER, "journal-yes")
}

/// Returns an answer as a number in words; silence is said to be silence.
pub fn level(level: Option<u8>) -> String {
    level.map_or_else(|| fl!(LOADER, "journal-not-answered"), |level| fl!(LOADER, "of-ten", number = i64::from(level)))
}

//! The long list in words: conditions as rows to tick and as part of a sentence, and what makes a spot be left out.

use i18n_embed_fl::fl;

use super::{LOADER, place, session};
use crate::practice::library::Region;
use crate::practice::safety::gate::{Condition, Due, SkipReason};

/// Returns the words of a row to tick.
pub fn condition(condition: Condition) -> String {
    LOADER.get(&format!("gate-{}", condition.id()))
}

/// Returns what else counts, in plain words; for what is only advised, what to do.
pub fn example(condition: Condition) -> String {
    LOADER.get(&format!("gate-{}-example", condition.id()))
}

/// Returns what was ticked, for a sentence.
pub fn ticked(condition: Condition) -> String {
    LOADER.get(&format!("gate-{}-note", condition.id()))
}

/// Returns what to do about what is only advised; nothing for what blocks or is asked about first.
pub fn advice(condition: Condition) -> Option<String> {
    let key = format!("gate-{}-advice", condition.id());
    LOADER.has(&key).then(|| LOADER.get(&key))
}

/// Returns what makes a spot be left out today, in one sentence.
pub fn skip_reasons() -> String {
    let reasons: Vec<_> = SkipReason::ALL.map(|reason| LOADER.get(&format!("skip-{}", reason.id()))).into();
    fl!(LOADER, "gate-skip-why", reasons = reasons.join(", "))
}

/// Returns which parts of the body it is asked about, and why now.
pub fn lead(due: Due, regions: &[Region]) -> String {
    let regions = session::capital(&place::parts(regions));
    match due {
        Due::First => fl!(LOADER, "gate-lead-first", regions = regions),
        Due::Again => fl!(LOADER, "gate-lead-again", regions = regions),
        Due::NewRegion => fl!(LOADER, "gate-lead-new", regions = regions),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::safety::gate::Level;

    #[test]
    fn every_condition_and_every_reason_has_its_words() {
        let rows = Condition::ALL.iter().flat_map(|row| ["", "-example", "-note"].map(|part| (row.id(), part)));
        let rows = rows.map(|(id, part)| format!("gate-{id}{part}"));
        let reasons = SkipReason::ALL.iter().map(|reason| format!("skip-{}", reason.id()));
        let missing: Vec<_> = rows.chain(reasons).filter(|key| !LOADER.has(key)).collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn what_is_advised_says_what_to_do_and_nothing_else_does() {
        for condition in Condition::ALL {
            let is_advised = condition.level(&Region::ALL) == Level::Advise;
            assert_eq!(advice(condition).is_some(), is_advised, "{condition:?}");
        }
    }

    #[test]
    fn the_lead_names_the_parts_and_why_it_is_asked_now() {
        let neck = [Region::Neck, Region::Shoulder, Region::UpperBack];
        assert_eq!(
            lead(Due::First, &neck),
            "Neck, shoulder and upper back. Asked before the first session, every 30 days, and with a new part of the body."
        );
        assert!(lead(Due::Again, &neck[..1]).starts_with("Neck. "));
        assert!(lead(Due::NewRegion, &neck[..2]).starts_with("Neck and shoulder. "));
    }
}

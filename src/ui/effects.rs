//! After-effects as chips to tick, right after a session and on the next day.

use eframe::egui::{Pos2, Ui};
use i18n_embed_fl::fl;

use super::parts::{Chip, Chips};
use crate::practice::safety::effects::{AfterEffects, Effect};
use crate::words::{LOADER, safety};

/// How high the chips are in a column that wide.
pub fn height(ui: &Ui, offered: &[Effect], column: f32) -> f32 {
    let words = words(offered);
    Chips(&chips(&words, offered, &AfterEffects::default())).height(ui, column)
}

/// Shows the chips and "None of these", and returns the answer as it stands after a click.
pub fn show_at(ui: &mut Ui, offered: &[Effect], kept: &AfterEffects, min: Pos2, column: f32) -> Option<AfterEffects> {
    let words = words(offered);
    let clicked = Chips(&chips(&words, offered, kept)).show_at(ui, min, column)?;
    Some(AfterEffects { effects: turned(kept.effects.as_deref(), offered.get(clicked).copied()), ..kept.clone() })
}

fn words(offered: &[Effect]) -> Vec<String> {
    offered.iter().map(|effect| safety::effect(*effect)).chain([fl!(LOADER, "effects-none")]).collect()
}

fn chips<'a>(words: &'a [String], offered: &[Effect], kept: &AfterEffects) -> Vec<Chip<'a>> {
    let ticked = kept.effects.as_deref();
    let of = |effect: &Effect| ticked.is_some_and(|ticked| ticked.contains(effect));
    let none = ticked.is_some_and(<[Effect]>::is_empty);
    let chosen = offered.iter().map(of).chain([none]);
    words.iter().zip(chosen).map(|(words, chosen)| Chip { chosen, ..Chip::any(words) }).collect()
}

/// What is ticked after a click on an after-effect, or on "None of these". With the last tick taken back nothing is
/// answered any more: that there was none has to be said.
fn turned(ticked: Option<&[Effect]>, clicked: Option<Effect>) -> Option<Vec<Effect>> {
    let Some(clicked) = clicked else {
        return if ticked.is_some_and(<[Effect]>::is_empty) { None } else { Some(Vec::new()) };
    };
    let before = ticked.unwrap_or_default();
    let after: Vec<_> =
        Effect::ALL.into_iter().filter(|effect| before.contains(effect) != (*effect == clicked)).collect();
    (!after.is_empty()).then_some(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_of_these_is_said_and_never_assumed() {
        let bruise = Effect::Bruise;
        assert_eq!(turned(None, Some(bruise)), Some(vec![bruise]));
        assert_eq!(turned(Some(&[bruise]), Some(bruise)), None);
        assert_eq!(turned(Some(&[bruise]), None), Some(vec![]));
        assert_eq!(turned(Some(&[]), None), None);
        assert_eq!(turned(Some(&[]), Some(bruise)), Some(vec![bruise]));
        assert_eq!(turned(Some(&[Effect::Other]), Some(bruise)), Some(vec![bruise, Effect::Other]));
    }
}

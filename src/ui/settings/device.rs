//! Where the sound goes: the outputs to choose from, the one that is open, and why nothing is heard.

use eframe::egui::{Ui, vec2};
use i18n_embed_fl::fl;

use super::card_titled;
use crate::ui::action::{Action, Hearing, OutputLine, Silence, SoundNow, SoundView};
use crate::ui::icons::Icon;
use crate::ui::parts::Button;
use crate::ui::shell::{choice, line, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// Shows the card, and returns what was asked for.
pub(super) fn card(ui: &mut Ui, view: &SoundView<'_>) -> Option<Action> {
    card_titled(ui, &fl!(LOADER, "sound-goes"), |ui| {
        let ink = Tokens::of(ui.ctx()).ink;
        text(ui, Face::Body, ink, &now(view));
        if let Some(warning) = passed_over(view) {
            text(ui, Face::Body, ink, &warning);
        }
        ui.add_space(12.0);
        let mut asked = None;
        if output(ui, &fl!(LOADER, "sound-system"), view.chosen.is_none()) {
            asked = Some(Action::Hearing(Hearing::SendTo(None)));
        }
        // The chosen one is listed too while it is not there, so that the list shows what is chosen.
        let found = view.outputs.unwrap_or_default();
        let missing = view.chosen.filter(|chosen| found.iter().all(|output| output.id != chosen.id));
        for each in found.iter().chain(missing) {
            let is_chosen = view.chosen.is_some_and(|chosen| chosen.id == each.id);
            if output(ui, &each.name, is_chosen) {
                asked = Some(Action::Hearing(Hearing::SendTo(Some(OutputLine::clone(each)))));
            }
        }
        if view.looking {
            line(ui, &fl!(LOADER, "sound-looking"));
        } else if view.outputs.is_some_and(<[_]>::is_empty) {
            line(ui, &fl!(LOADER, "sound-none"));
        }
        ui.add_space(6.0);
        let look = fl!(LOADER, "sound-look");
        if ui.add_enabled(!view.looking, Button::secondary(&look).icon(Icon::Search)).clicked() {
            asked = Some(Action::Hearing(Hearing::LookForOutputs));
        }
        asked
    })
}

/// One of the outputs; a click on the chosen one asks for nothing.
fn output(ui: &mut Ui, name: &str, is_chosen: bool) -> bool {
    let width = ui.available_width();
    let clicked = choice(ui, name, is_chosen, vec2(width, 44.0));
    ui.add_space(8.0);
    clicked && !is_chosen
}

/// What is open, and whether anything is heard.
fn now(view: &SoundView<'_>) -> String {
    match view.now {
        SoundNow::Closed(None) => fl!(LOADER, "sound-closed"),
        SoundNow::Closed(Some(why)) => {
            let last = fl!(LOADER, "sound-last-fault", why = why.words());
            format!("{} {last}", fl!(LOADER, "sound-closed"))
        }
        SoundNow::Silent(why) => why.words(),
        SoundNow::Heard => {
            let own = fl!(LOADER, "sound-own");
            let name = view.chosen.filter(|_| view.passed_over.is_none()).map_or(own, |chosen| chosen.name.clone());
            fl!(LOADER, "sound-open", name = name)
        }
    }
}

/// That the chosen output is not used, while it is not.
fn passed_over(view: &SoundView<'_>) -> Option<String> {
    let (chosen, why) = (view.chosen?, view.passed_over);
    let is_missing = view.outputs.is_some_and(|found| found.iter().all(|output| output.id != chosen.id));
    let is_unheard = is_missing && view.now != SoundNow::Heard;
    let why = why.or(is_unheard.then_some(Silence::NoDevice))?;
    Some(why.passes_over(&chosen.name))
}

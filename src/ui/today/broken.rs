//! A session that was broken off a short while ago.

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;

use crate::practice::measure::Side;
use crate::ui::action::{Action, Broken};
use crate::ui::parts::Button;
use crate::ui::shell::{card_with, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::{LOADER, place};

/// Asks what becomes of it.
pub fn card(ui: &mut Ui, broken: &Broken) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    card_with(ui, Margin::symmetric(28, 20), |ui| {
        text(ui, Face::Title, tokens.ink, &question(broken));
        let site = place::sided(&broken.site, broken.side);
        let words = fl!(LOADER, "broken-where", routine = broken.routine.as_str(), place = site);
        text(ui, Face::Narrow, tokens.ink_second, &words);
        ui.add_space(14.0);
        let mut asked = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            let (resume, keep, discard) =
                (fl!(LOADER, "broken-resume"), fl!(LOADER, "broken-keep"), fl!(LOADER, "broken-discard"));
            for (button, action) in [
                (Button::primary(&resume), Action::TakeUp),
                (Button::secondary(&keep), Action::KeepBroken),
                (Button::secondary(&discard), Action::DiscardBroken),
            ] {
                if ui.add(button).clicked() {
                    asked = Some(action);
                }
            }
        });
        asked
    })
}

fn question(broken: &Broken) -> String {
    let side = broken.side.map_or("none", Side::id);
    let (round, rounds) = (i64::from(broken.round), i64::from(broken.rounds));
    match broken.step.as_str() {
        "press" => fl!(LOADER, "broken-at-hold", round = round, rounds = rounds, side = side),
        "stretch" => fl!(LOADER, "broken-at-stretch", round = round, rounds = rounds, side = side),
        _ => fl!(LOADER, "broken-elsewhere", side = side),
    }
}

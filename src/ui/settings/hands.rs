//! The card of what works without a mouse.

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;

use crate::ui::action::{Action, Choices, Hands};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, toggle};
use crate::ui::shell::{card_with, line, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// Shows the card and returns what was asked for; what is chosen is changed in place.
pub(super) fn card(ui: &mut Ui, chosen: &mut Choices) -> Option<Action> {
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 24 }, |ui| {
        let ink = Tokens::of(ui.ctx()).ink;
        text(ui, Face::Title, ink, &fl!(LOADER, "hands-title"));
        ui.add_space(12.0);
        toggle(ui, &mut chosen.scan, &fl!(LOADER, "hands-scan"));
        line(ui, &fl!(LOADER, "hands-scan-more"));
        ui.add_space(10.0);
        toggle(ui, &mut chosen.floor, &fl!(LOADER, "hands-floor"));
        line(ui, &fl!(LOADER, "hands-floor-more"));
        ui.add_space(14.0);
        let (keys, practise) = (fl!(LOADER, "hands-keys"), fl!(LOADER, "hands-practise"));
        let mut asked = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            if ui.add(Button::secondary(&keys)).clicked() {
                asked = Some(Action::Hands(Hands::Open));
            }
            if ui.add(Button::secondary(&practise).icon(Icon::Play)).clicked() {
                asked = Some(Action::Hands(Hands::Practise));
            }
        });
        ui.add_space(6.0);
        line(ui, &fl!(LOADER, "hands-keys-more"));
        asked
    })
}

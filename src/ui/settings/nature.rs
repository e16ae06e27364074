//! What Kneadwell is, and what it is not.

use eframe::egui::Ui;
use i18n_embed_fl::fl;

use super::{About, card_titled};
use crate::ui::shell::text;
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, about: &About<'_>) {
    let tokens = Tokens::of(ui.ctx());
    card_titled(ui, &fl!(LOADER, "settings-about"), |ui| {
        text(ui, Face::Body, tokens.ink, &fl!(LOADER, "about-is"));
        ui.add_space(8.0);
        text(ui, Face::Body, tokens.ink, &fl!(LOADER, "about-is-not"));
        ui.add_space(14.0);
        text(ui, Face::Under, tokens.ink_third, &fl!(LOADER, "about-version", version = about.version));
        text(ui, Face::Under, tokens.ink_third, about.licence);
    });
}

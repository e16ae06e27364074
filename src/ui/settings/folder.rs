//! Where everything is kept.

use eframe::egui::Ui;
use i18n_embed_fl::fl;

use super::{About, card_titled};
use crate::ui::shell::{line, quoted};
use crate::words::LOADER;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, about: &About<'_>) {
    card_titled(ui, &fl!(LOADER, "settings-kept"), |ui| {
        line(ui, &fl!(LOADER, "settings-kept-more"));
        ui.add_space(10.0);
        quoted(ui, about.folder);
    });
}

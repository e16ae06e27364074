//! Colours, size and motion.

use eframe::egui::{Align2, Response, Ui, vec2};
use i18n_embed_fl::fl;

use super::card_titled;
use crate::ui::action::{Choices, ThemeChoice};
use crate::ui::parts::{Button, toggle};
use crate::ui::shell::{choice, label, line};
use crate::ui::theme::{Tokens, Weight, font, name};
use crate::words::LOADER;

/// One step of the size, in hundredths, and how far it goes.
const STEP: i32 = 25;
const SIZES: std::ops::RangeInclusive<i32> = 75..=300;

/// Shows the card.
pub(super) fn card(ui: &mut Ui, chosen: &mut Choices) {
    card_titled(ui, &fl!(LOADER, "settings-looks"), |ui| {
        label(ui, &fl!(LOADER, "settings-colours"));
        ui.add_space(8.0);
        let themes = [
            (ThemeChoice::System, fl!(LOADER, "theme-system")),
            (ThemeChoice::Paper, fl!(LOADER, "theme-paper")),
            (ThemeChoice::Dusk, fl!(LOADER, "theme-dusk")),
            (ThemeChoice::Contrast, fl!(LOADER, "theme-contrast")),
        ];
        let columns = if ui.available_width() >= 340.0 { 2 } else { 1 };
        let width = (ui.available_width() - 8.0 * (columns - 1) as f32) / columns as f32;
        for pair in themes.chunks(columns) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                for (theme, words) in pair {
                    if choice(ui, words, chosen.theme == *theme, vec2(width, 44.0)) {
                        chosen.theme = *theme;
                    }
                }
            });
            ui.add_space(8.0);
        }
        ui.add_space(10.0);
        label(ui, &fl!(LOADER, "settings-size"));
        ui.add_space(8.0);
        size(ui, chosen);
        ui.add_space(12.0);
        toggle(ui, &mut chosen.less_motion, &fl!(LOADER, "settings-less-motion"));
        line(ui, &fl!(LOADER, "settings-less-motion-more"));
    });
}

fn size(ui: &mut Ui, chosen: &mut Choices) {
    let tokens = Tokens::of(ui.ctx());
    let now = (chosen.zoom * 100.0).round() as i32;
    let mut wanted = now;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (smaller, larger) = (fl!(LOADER, "settings-smaller"), fl!(LOADER, "settings-larger"));
        let step = |ui: &mut Ui, enabled: bool, sign: &str, spoken: &str| -> Response {
            ui.add_enabled(enabled, Button::secondary(sign).named(spoken).at_least(vec2(56.0, 44.0)))
        };
        if step(ui, now > *SIZES.start(), "−", &smaller).clicked() {
            wanted = (now - 1).div_euclid(STEP) * STEP;
        }
        let words = fl!(LOADER, "settings-percent", percent = i64::from(now));
        let (_, rect) = ui.allocate_space(vec2(72.0, 44.0));
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, &words, font(Weight::SemiBold, 18.0), tokens.ink);
        name(ui, rect, &words);
        if step(ui, now < *SIZES.end(), "+", &larger).clicked() {
            wanted = now.div_euclid(STEP) * STEP + STEP;
        }
    });
    if wanted != now {
        chosen.zoom = wanted.clamp(*SIZES.start(), *SIZES.end()) as f32 / 100.0;
    }
}

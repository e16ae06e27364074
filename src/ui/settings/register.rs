//! How high the tones lie: three words, with a line each.

use eframe::egui::{Ui, vec2};
use i18n_embed_fl::fl;

use crate::practice::score::Register;
use crate::ui::shell::{choice, line};
use crate::words::LOADER;

/// A column narrower than this has the line under the word.
const BESIDE: f32 = 330.0;

/// Shows the three, and takes the one that is chosen.
pub(in crate::ui) fn choose(ui: &mut Ui, chosen: &mut Register) {
    for register in Register::ALL {
        let (word, more) = words(register);
        let mut option = |ui: &mut Ui| {
            if choice(ui, &word, *chosen == register, vec2(124.0, 44.0)) {
                *chosen = register;
            }
        };
        if ui.available_width() >= BESIDE {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 14.0;
                option(ui);
                line(ui, &more);
            });
        } else {
            option(ui);
            line(ui, &more);
        }
        ui.add_space(8.0);
    }
}

fn words(register: Register) -> (String, String) {
    match register {
        Register::Low => (fl!(LOADER, "register-low"), fl!(LOADER, "register-low-more")),
        Register::Middle => (fl!(LOADER, "register-middle"), fl!(LOADER, "register-middle-more")),
        Register::High => (fl!(LOADER, "register-high"), fl!(LOADER, "register-high-more")),
    }
}

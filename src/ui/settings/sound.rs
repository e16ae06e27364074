//! How loud, how high and how much is heard; each with a test beside it.

use eframe::egui::{Ui, vec2};
use i18n_embed_fl::fl;

use super::{card_titled, register, switch};
use crate::ui::action::{Action, Choices, Hearing, Test};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, slider};
use crate::ui::shell::label;
use crate::words::LOADER;

/// Between a loudness and its test.
const GAP: f32 = 16.0;

/// Shows the card, and returns what is to be heard or opened.
pub(super) fn card(ui: &mut Ui, chosen: &mut Choices) -> Option<Action> {
    card_titled(ui, &fl!(LOADER, "settings-sound"), |ui| {
        let levels = [
            (&mut chosen.master, fl!(LOADER, "settings-master"), fl!(LOADER, "settings-test-master"), Test::Both),
            (&mut chosen.tones, fl!(LOADER, "settings-tones"), fl!(LOADER, "settings-test-tones"), Test::Tones),
            (&mut chosen.voice, fl!(LOADER, "settings-voice"), fl!(LOADER, "settings-test-voice"), Test::Voice),
        ];
        let mut asked = None;
        for (value, words, test_words, test) in levels {
            if level(ui, value, &words, &test_words) {
                asked = Some(Action::Hearing(Hearing::Test(test)));
            }
            ui.add_space(8.0);
        }
        ui.add_space(6.0);
        let check = fl!(LOADER, "sound-check");
        if ui.add(Button::secondary(&check).icon(Icon::Sound)).clicked() {
            asked = Some(Action::Hearing(Hearing::Check));
        }
        ui.add_space(16.0);
        label(ui, &fl!(LOADER, "settings-register"));
        ui.add_space(8.0);
        register::choose(ui, &mut chosen.register);
        ui.add_space(6.0);
        switch(ui, &mut chosen.quiet, &fl!(LOADER, "settings-quiet"), Some(&fl!(LOADER, "settings-quiet-more")));
        switch(ui, &mut chosen.warm_up, &fl!(LOADER, "settings-warm-up"), Some(&fl!(LOADER, "settings-warm-up-more")));
        switch(ui, &mut chosen.half, &fl!(LOADER, "settings-half"), None);
        switch(ui, &mut chosen.last, &fl!(LOADER, "settings-last"), None);
        asked
    })
}

/// A loudness from 0 to 1, shown in hundredths, with its test beside it; returns true when that is to be heard.
fn level(ui: &mut Ui, value: &mut f32, words: &str, test_words: &str) -> bool {
    let mut percent = f64::from(*value * 100.0).round();
    let before = percent;
    let test = fl!(LOADER, "settings-test");
    let clicked = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let width = 84.0;
        ui.spacing_mut().slider_width = ui.available_width() - width - GAP;
        ui.vertical(|ui| {
            slider(ui, &mut percent, 0.0..=100.0, 5.0, words, |percent| {
                fl!(LOADER, "settings-percent", percent = percent.round())
            });
        });
        ui.add(Button::secondary(&test).named(test_words).at_least(vec2(width, 44.0))).clicked()
    });
    if (percent - before).abs() > f64::EPSILON {
        *value = (percent / 100.0) as f32;
    }
    clicked.inner
}

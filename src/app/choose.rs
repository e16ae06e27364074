//! What was chosen in Settings, put in force and kept.

use eframe::egui;

use super::{App, notices};
use crate::ui::action::{Choices, ThemeChoice};
use crate::world::settings::Theme;

impl App {
    /// Puts the choices in force at once, and keeps them.
    pub(super) fn choose(&mut self, ctx: &egui::Context, choices: Choices) {
        let settings = &mut self.world.settings;
        settings.theme = match choices.theme {
            ThemeChoice::System => Theme::System,
            ThemeChoice::Paper => Theme::Paper,
            ThemeChoice::Dusk => Theme::Dusk,
            ThemeChoice::Contrast => Theme::Contrast,
        };
        let percent = |level: f32| (level * 100.0).round().clamp(0.0, 100.0) as u8;
        settings.volume = percent(choices.master);
        settings.tone = percent(choices.tones);
        settings.voice = percent(choices.voice);
        settings.half_tick = choices.half;
        settings.last_tick = choices.last;
        settings.quiet = choices.quiet;
        settings.register = choices.register;
        settings.warm_up = choices.warm_up;
        settings.scan = choices.scan;
        settings.floor = choices.floor;
        settings.reduce_motion = choices.less_motion;
        settings.zoom = choices.zoom;
        self.world.settings = self.world.settings.clone().clamped();
        self.world.sound.levels(self.world.settings.levels());
        ctx.set_zoom_factor(self.world.settings.zoom);
        self.keep_settings();
    }

    /// Writes the settings; where they cannot be kept, that is told.
    pub(super) fn keep_settings(&mut self) {
        if let Some(folder) = &self.world.folder
            && let Err(error) = self.world.settings.save(folder)
        {
            self.model.banners.push(notices::settings_not_kept(&error));
        }
    }
}

//! What was chosen in Settings and in the sound check, put in force and kept.

use eframe::egui;

use super::screen::{Screen, SoundCheck};
use super::{App, notices};
use crate::practice::score::Register;
use crate::ui::action::{Choices, Hearing, Test, ThemeChoice};
use crate::ui::sound_check::SoundCheckDraft;
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
        // Whether questions are scanned makes the session longer or shorter.
        self.model.draw_up(&self.world);
        self.world.sound.tune(self.world.settings.tuning());
        ctx.set_zoom_factor(self.world.settings.zoom);
        self.keep_settings();
    }

    pub(super) fn heard(&mut self, hearing: Hearing) {
        match hearing {
            Hearing::Test(test) => self.test_sound(test),
            Hearing::Check => self.open_sound_check(),
            Hearing::Checked(register) => self.sound_checked(register),
            Hearing::SendTo(output) => self.sound_to(output),
            Hearing::LookForOutputs => self.world.sound.look(),
        }
    }

    /// Lets something be heard, as it is set.
    fn test_sound(&self, test: Test) {
        match test {
            Test::Both => self.world.test_sound(),
            Test::Tones => self.world.test_tones(),
            Test::Voice => self.world.test_voice(),
            Test::Trial(register) => self.world.try_tone(register),
            Test::TrialVoice => self.world.try_voice(),
        }
    }

    /// Opens the sound check, and the card with it: the first sound is then there at once.
    fn open_sound_check(&mut self) {
        let back = self.screen.room();
        self.world.sound.wake();
        self.screen = Screen::SoundCheck(SoundCheck { draft: SoundCheckDraft::default(), back });
    }

    /// Keeps what the sound check has come to, and goes back.
    fn sound_checked(&mut self, register: Register) {
        self.world.settings.register = register;
        self.world.settings.sound_checked = true;
        self.world.sound.tune(self.world.settings.tuning());
        self.keep_settings();
        if let Screen::SoundCheck(check) = &self.screen {
            self.go(check.back);
        }
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

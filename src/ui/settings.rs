//! Settings: looks, sound, where everything is kept, and what Kneadwell is not.

use eframe::egui::{Align2, Margin, Response, Ui, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, Choices, SoundView, ThemeChoice};
use super::icons::Icon;
use super::parts::{Button, slider, toggle};
use super::shell::{card_of_height, choice, heading, label, line, pair, quoted, text};
use super::theme::{Face, Tokens, Weight, font, name};
use crate::words::LOADER;

mod device;

/// From this width of the column on, the cards stand in two columns.
const WIDE: f32 = 780.0;
/// One step of the size, in hundredths, and how far it goes.
const STEP: i32 = 25;
const SIZES: std::ops::RangeInclusive<i32> = 75..=300;

/// What the program says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About<'a> {
    /// The version, `0.1.0`.
    pub version: &'a str,
    /// The folder where everything is kept.
    pub folder: &'a str,
    /// The licence, in a line.
    pub licence: &'a str,
}

/// Shows the screen and returns what was asked for. Every change is asked for at once.
pub fn settings(ui: &mut Ui, choices: &Choices, goes: &SoundView<'_>, about: &About<'_>) -> Option<Action> {
    heading(ui, &fl!(LOADER, "room-settings"));
    ui.add_space(18.0);
    let (mut look, mut sounds) = (*choices, *choices);
    let heard = if ui.available_width() >= WIDE {
        let half = (ui.available_width() - 16.0) / 2.0;
        let left = |ui: &mut Ui, height| looks(ui, &mut look, height);
        let (_, heard) = pair(ui, "looks and sound", half, left, |ui, height| sound(ui, &mut sounds, height));
        ui.add_space(16.0);
        let heard = heard.or(device::card(ui, goes));
        ui.add_space(16.0);
        let left = |ui: &mut Ui, height| folder(ui, about, height);
        pair(ui, "folder and nature", half, left, |ui, height| nature(ui, about, height));
        heard
    } else {
        looks(ui, &mut look, 0.0);
        ui.add_space(16.0);
        let (heard, _) = sound(ui, &mut sounds, 0.0);
        ui.add_space(16.0);
        let heard = heard.or(device::card(ui, goes));
        ui.add_space(16.0);
        folder(ui, about, 0.0);
        ui.add_space(16.0);
        nature(ui, about, 0.0);
        heard
    };
    let Choices { master, tones, voice, half, last, .. } = sounds;
    let chosen = Choices { master, tones, voice, half, last, ..look };
    if chosen == *choices { heard } else { Some(Action::Choose(chosen)) }
}

/// A card with a title; returns how high its inside would be by itself, too.
fn card_titled<R>(ui: &mut Ui, title: &str, least: f32, add: impl FnOnce(&mut Ui) -> R) -> (R, f32) {
    card_of_height(ui, Margin { left: 28, right: 28, top: 22, bottom: 24 }, least, |ui| {
        let ink = Tokens::of(ui.ctx()).ink;
        text(ui, Face::Title, ink, title);
        ui.add_space(12.0);
        add(ui)
    })
}

fn looks(ui: &mut Ui, chosen: &mut Choices, height: f32) -> (Option<Action>, f32) {
    card_titled(ui, &fl!(LOADER, "settings-looks"), height, |ui| {
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
        None
    })
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

fn sound(ui: &mut Ui, chosen: &mut Choices, height: f32) -> (Option<Action>, f32) {
    card_titled(ui, &fl!(LOADER, "settings-sound"), height, |ui| {
        ui.spacing_mut().slider_width = ui.available_width();
        level(ui, &mut chosen.master, &fl!(LOADER, "settings-master"));
        ui.add_space(8.0);
        level(ui, &mut chosen.tones, &fl!(LOADER, "settings-tones"));
        ui.add_space(8.0);
        level(ui, &mut chosen.voice, &fl!(LOADER, "settings-voice"));
        ui.add_space(12.0);
        let hear = fl!(LOADER, "settings-hear");
        let heard = ui.add(Button::secondary(&hear).icon(Icon::Sound)).clicked();
        ui.add_space(14.0);
        toggle(ui, &mut chosen.half, &fl!(LOADER, "settings-half"));
        toggle(ui, &mut chosen.last, &fl!(LOADER, "settings-last"));
        heard.then_some(Action::TestSound)
    })
}

/// A loudness from 0 to 1, shown in hundredths.
fn level(ui: &mut Ui, value: &mut f32, words: &str) {
    let mut percent = f64::from(*value * 100.0).round();
    let before = percent;
    slider(ui, &mut percent, 0.0..=100.0, 5.0, words, |percent| {
        fl!(LOADER, "settings-percent", percent = percent.round())
    });
    if (percent - before).abs() > f64::EPSILON {
        *value = (percent / 100.0) as f32;
    }
}

fn folder(ui: &mut Ui, about: &About<'_>, height: f32) -> ((), f32) {
    card_titled(ui, &fl!(LOADER, "settings-kept"), height, |ui| {
        line(ui, &fl!(LOADER, "settings-kept-more"));
        ui.add_space(10.0);
        quoted(ui, about.folder);
    })
}

fn nature(ui: &mut Ui, about: &About<'_>, height: f32) -> ((), f32) {
    let tokens = Tokens::of(ui.ctx());
    card_titled(ui, &fl!(LOADER, "settings-about"), height, |ui| {
        text(ui, Face::Body, tokens.ink, &fl!(LOADER, "about-is"));
        ui.add_space(8.0);
        text(ui, Face::Body, tokens.ink, &fl!(LOADER, "about-is-not"));
        ui.add_space(14.0);
        text(ui, Face::Under, tokens.ink_third, &fl!(LOADER, "about-version", version = about.version));
        text(ui, Face::Under, tokens.ink_third, about.licence);
    })
}

//! Settings: looks, sound, where everything is kept, and what Kneadwell is not. Each card is a file of its own.

use eframe::egui::{Margin, Ui};
use i18n_embed_fl::fl;

use super::action::{Action, Choices, SoundView};
use super::parts::toggle;
use super::shell::{block, card_with, heading, line, text};
use super::theme::{Face, Tokens};
use crate::words::LOADER;

mod device;
mod folder;
mod hands;
mod looks;
mod nature;
pub(super) mod register;
mod sound;

/// From this width of the column on, the cards stand in two columns.
const WIDE: f32 = 780.0;
/// Between two cards.
const GAP: f32 = 16.0;

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
    let mut chosen = *choices;
    let (mut asked, mut held, mut sent) = (None, None, None);
    if ui.available_width() >= WIDE {
        let half = (ui.available_width() - GAP) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            block(ui, half, |ui| {
                looks::card(ui, &mut chosen);
                ui.add_space(GAP);
                held = hands::card(ui, &mut chosen);
                ui.add_space(GAP);
                folder::card(ui, about);
                ui.add_space(GAP);
                nature::card(ui, about);
            });
            block(ui, half, |ui| {
                asked = sound::card(ui, &mut chosen);
                ui.add_space(GAP);
                sent = device::card(ui, goes);
            });
        });
    } else {
        looks::card(ui, &mut chosen);
        ui.add_space(GAP);
        asked = sound::card(ui, &mut chosen);
        ui.add_space(GAP);
        sent = device::card(ui, goes);
        ui.add_space(GAP);
        held = hands::card(ui, &mut chosen);
        ui.add_space(GAP);
        folder::card(ui, about);
        ui.add_space(GAP);
        nature::card(ui, about);
    }
    if chosen == *choices { asked.or(held).or(sent) } else { Some(Action::Choose(chosen)) }
}

/// A card with a title.
fn card_titled<R>(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 24 }, |ui| {
        let ink = Tokens::of(ui.ctx()).ink;
        text(ui, Face::Title, ink, title);
        ui.add_space(12.0);
        add(ui)
    })
}

/// A switch, with a line about it where its words are not enough.
fn switch(ui: &mut Ui, on: &mut bool, words: &str, more: Option<&str>) {
    toggle(ui, on, words);
    if let Some(more) = more {
        line(ui, more);
        ui.add_space(6.0);
    }
}

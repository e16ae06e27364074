//! What holds for the whole program: notes, signs to stop at, limits, and whom to ask.

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;

use crate::practice::program::Program;
use crate::ui::icons::Icon;
use crate::ui::shell::{card_of_height, day_and_month, pair, text, weekday_name};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// From this width of the column on, the two cards stand side by side.
const WIDE: f32 = 700.0;

/// Shows them, with more lines about the limits.
pub fn cards(ui: &mut Ui, program: &Program, more: &[(Icon, String)]) {
    let said = program.notes.is_some() || !program.stop_if.is_empty();
    if said && ui.available_width() >= WIDE {
        let right = (ui.available_width() * 0.39).floor();
        let words = |ui: &mut Ui, height| words(ui, program, height);
        pair(ui, "rules", right, words, |ui, height| limits(ui, program, more, height));
    } else {
        if said {
            words(ui, program, 0.0);
            ui.add_space(16.0);
        }
        limits(ui, program, more, 0.0);
    }
    ui.add_space(16.0);
}

/// The therapist's own words.
fn words(ui: &mut Ui, program: &Program, height: f32) -> ((), f32) {
    let tokens = Tokens::of(ui.ctx());
    card_of_height(ui, Margin::symmetric(28, 22), height, |ui| {
        if let Some(notes) = &program.notes {
            text(ui, Face::Lead, tokens.ink, &fl!(LOADER, "program-notes"));
            ui.add_space(4.0);
            text(ui, Face::Body, tokens.ink_second, notes);
        }
        if !program.stop_if.is_empty() {
            if program.notes.is_some() {
                ui.add_space(18.0);
            }
            text(ui, Face::Lead, tokens.ink, &fl!(LOADER, "program-stop-if"));
            ui.add_space(8.0);
            for sign in &program.stop_if {
                row(ui, Icon::Hand, sign);
            }
        }
    })
}

fn limits(ui: &mut Ui, program: &Program, more: &[(Icon, String)], height: f32) -> ((), f32) {
    let tokens = Tokens::of(ui.ctx());
    let written = &program.prescribed;
    card_of_height(ui, Margin::symmetric(28, 22), height, |ui| {
        text(ui, Face::Lead, tokens.ink, &fl!(LOADER, "program-limits"));
        ui.add_space(8.0);
        let ceiling = i64::from(program.limits.ceiling.level());
        row(ui, Icon::Press, &fl!(LOADER, "program-ceiling", level = ceiling));
        for (icon, words) in more {
            row(ui, *icon, words);
        }
        let minutes = i64::from(program.limits.session.0.div_ceil(60));
        row(ui, Icon::Ready, &fl!(LOADER, "program-session", minutes = minutes));
        if !program.schedule.days.is_empty() {
            let days: Vec<_> = program.schedule.days.iter().map(|day| weekday_name(*day)).collect();
            row(ui, Icon::Calendar, &days.join(", "));
        }
        if let Some(until) = written.until {
            row(ui, Icon::Up, &fl!(LOADER, "program-steps-until", day = day_and_month(until)));
        }
        if let Some(contact) = &written.contact {
            row(ui, Icon::Phone, contact);
        }
    })
}

fn row(ui: &mut Ui, icon: Icon, words: &str) {
    let tokens = Tokens::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let (_, place) = ui.allocate_space(vec2(20.0, 24.0));
        icon.paint(ui.painter(), place.center(), 20.0, tokens.ink_second);
        text(ui, Face::Narrow, tokens.ink_second, words);
    });
    ui.add_space(6.0);
}

//! Press what you will use: a key, a pedal or a button is pressed, named, and given something to do.

use eframe::egui::{Align, Layout, Margin, Rect, Ui, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, Hands, KeysView};
use super::parts::{Button, hairline};
use super::shell::{banners, card_with, choice, heading, label, line, text};
use super::spoken;
use super::theme::{Face, Tokens};
use crate::practice::keys::assigned::{Assigned, Duty, Struck};
use crate::words::{LOADER, keys as words};

/// From this width on, four choices stand in a row.
const WIDE: f32 = 640.0;

/// Shows the page and returns what was asked for. What is pressed comes from the window itself.
pub fn keys(ui: &mut Ui, view: &KeysView<'_>) -> Option<Action> {
    let put_away = banners(ui, view.banners);
    heading(ui, &fl!(LOADER, "keys-title"));
    ui.add_space(2.0);
    line(ui, &fl!(LOADER, "keys-lead"));
    ui.add_space(18.0);
    let asked = card(ui, |ui| {
        if let Some(struck) = view.pressed {
            return pressed(ui, struck, view.assigned);
        }
        waiting(ui);
        None
    });
    ui.add_space(16.0);
    let removed = card(ui, |ui| list(ui, view.assigned));
    ui.add_space(16.0);
    let done = fl!(LOADER, "keys-done");
    let left = ui.add(Button::primary(&done).large().at_least(vec2(180.0, 60.0))).clicked().then_some(Hands::Leave);
    put_away.or(asked.or(removed).or(left).map(Action::Hands))
}

fn card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 24 }, add)
}

fn waiting(ui: &mut Ui) {
    let color = Tokens::of(ui.ctx()).ink_second;
    text(ui, Face::Display, color, &fl!(LOADER, "keys-waits"));
    ui.add_space(8.0);
    line(ui, &fl!(LOADER, "keys-desktop"));
}

/// What was pressed, what it does, and what it may do.
fn pressed(ui: &mut Ui, struck: &Struck, assigned: &Assigned) -> Option<Hands> {
    let ink = Tokens::of(ui.ctx()).ink;
    let (name, does) = (words::name(&struck.name), words::does(struck, assigned));
    line(ui, &fl!(LOADER, "keys-pressed"));
    text(ui, Face::Phase, ink, &name);
    ui.add_space(4.0);
    text(ui, Face::Lead, ink, &does);
    let corner = Rect::from_min_size(ui.cursor().min, vec2(1.0, 1.0));
    spoken::announce(ui, corner, &fl!(LOADER, "keys-announce", name = name, does = does));
    let mut asked = None;
    if struck.may_be_assigned() {
        ui.add_space(16.0);
        label(ui, &fl!(LOADER, "keys-may"));
        ui.add_space(8.0);
        asked = duties(ui, now(struck, assigned));
    }
    ui.add_space(8.0);
    line(ui, &fl!(LOADER, "keys-desktop"));
    asked
}

/// The duty that a key has by itself, or was given.
fn now(struck: &Struck, assigned: &Assigned) -> Option<Duty> {
    let usual = || Duty::ALL.into_iter().find(|duty| struck.usual() == Some(duty.key()));
    assigned.duty(struck).or_else(usual)
}

fn duties(ui: &mut Ui, now: Option<Duty>) -> Option<Hands> {
    let columns = if ui.available_width() >= WIDE { 4 } else { 2 };
    let width = ((ui.available_width() - 8.0 * (columns - 1) as f32) / columns as f32).floor();
    let mut asked = None;
    for row in Duty::ALL.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for &duty in row {
                if choice(ui, &words::duty(duty), now == Some(duty), vec2(width, 44.0)) {
                    asked = Some(Hands::Assign(duty));
                }
            }
        });
        ui.add_space(8.0);
    }
    asked
}

fn list(ui: &mut Ui, assigned: &Assigned) -> Option<Hands> {
    let tokens = Tokens::of(ui.ctx());
    text(ui, Face::Title, tokens.ink, &fl!(LOADER, "keys-list"));
    ui.add_space(6.0);
    if assigned.is_empty() {
        line(ui, &fl!(LOADER, "keys-list-none"));
        return None;
    }
    let mut asked = None;
    for (name, duty) in assigned.all() {
        let said = words::name(name);
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.set_min_height(44.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let remove = (fl!(LOADER, "keys-remove"), fl!(LOADER, "keys-remove-name", name = said.as_str()));
                if ui.add(Button::secondary(&remove.0).named(&remove.1)).clicked() {
                    asked = Some(Hands::Remove(name.to_owned()));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 16.0;
                    text(ui, Face::Strong, tokens.ink, &said);
                    text(ui, Face::Body, tokens.ink_second, &words::duty(duty));
                });
            });
        });
        ui.add_space(4.0);
        hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
    }
    ui.add_space(12.0);
    line(ui, &fl!(LOADER, "keys-list-fixed"));
    ui.add_space(10.0);
    let all = fl!(LOADER, "keys-remove-all");
    if ui.add(Button::secondary(&all)).clicked() {
        asked = Some(Hands::RemoveAll);
    }
    asked
}

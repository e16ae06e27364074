//! After a practice round: what was tried, and what was not yet.

use eframe::egui::{Margin, Stroke, Ui, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, Hands, Room};
use super::icons::Icon;
use super::parts::Button;
use super::shell::{card_with, heading, line, text};
use super::theme::{Face, Tokens};
use crate::practice::rehearsal::{Rehearsal, Task};
use crate::words::{self, LOADER};

/// Shows the page and returns what was asked for.
pub fn rehearsed(ui: &mut Ui, rehearsal: &Rehearsal) -> Option<Action> {
    heading(ui, &fl!(LOADER, "practised-title"));
    ui.add_space(2.0);
    line(ui, &fl!(LOADER, "practised-lead"));
    ui.add_space(18.0);
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 24 }, |ui| {
        for task in Task::ALL {
            row(ui, task, rehearsal.is_done(task));
        }
    });
    ui.add_space(18.0);
    let (again, today) = (fl!(LOADER, "practised-again"), fl!(LOADER, "practised-today"));
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 10.0);
        if ui.add(Button::primary(&today).large()).clicked() {
            asked = Some(Action::Go(Room::Today));
        }
        if ui.add(Button::secondary(&again).large()).clicked() {
            asked = Some(Action::Hands(Hands::Practise));
        }
    });
    asked
}

/// What it was, whether it was done, and how it is done.
fn row(ui: &mut Ui, task: Task, done: bool) {
    let tokens = Tokens::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        let (_, rect) = ui.allocate_space(vec2(32.0, 56.0));
        let centre = rect.left_top() + vec2(16.0, 16.0);
        if done {
            Icon::Check.paint_stroked(ui.painter(), centre, 28.0, tokens.ink, 2.4);
        } else {
            ui.painter().circle_stroke(centre, 10.0, Stroke::new(1.5, tokens.line_strong));
        }
        ui.vertical(|ui| {
            let words = words::rehearsal::task(task);
            let state = if done {
                fl!(LOADER, "practice-done-name", task = words)
            } else {
                fl!(LOADER, "practice-open-name", task = words)
            };
            text(ui, Face::Lead, tokens.ink, &state);
            line(ui, &words::rehearsal::how(task));
        });
    });
    ui.add_space(8.0);
}

//! What stands once in a program: what it is, how often, within which limits, and words of the therapist's own.

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;
use jiff::civil::Weekday;

use super::Writing;
use super::field::{Cell, Field, Pen, faults, one, row};
use super::reading::usual_program;
use crate::practice::program::Raisable;
use crate::practice::program::draft::Draft;
use crate::ui::parts::{Button, Chip, Chips};
use crate::ui::shell::{card_with, line, place_at, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;
use crate::words::dates::weekday_name;

const DAY: f32 = 150.0;
const NUMBER: f32 = 190.0;

/// A card of the form.
pub fn section<R>(ui: &mut Ui, title: &str, more: Option<&str>, add: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = Tokens::of(ui.ctx());
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 12 }, |ui| {
        text(ui, Face::Title, tokens.ink, title);
        if let Some(more) = more {
            ui.add_space(2.0);
            line(ui, more);
        }
        ui.add_space(12.0);
        add(ui)
    })
}

/// The words over a group that is no field to write in.
pub fn group(ui: &mut Ui, words: &str) {
    let tokens = Tokens::of(ui.ctx());
    text(ui, Face::Under, tokens.ink_second, words);
    ui.add_space(4.0);
}

pub fn what(ui: &mut Ui, pen: &mut Pen<'_>, draft: &mut Draft) {
    section(ui, &fl!(LOADER, "editing-what"), None, |ui| {
        one(ui, pen, Field::new(&fl!(LOADER, "editing-name"), "$.title"), &mut draft.title);
        let by = fl!(LOADER, "editing-by");
        let contact = fl!(LOADER, "editing-contact");
        one(ui, pen, Field::new(&by, "$.prescribed.by").hint(fl!(LOADER, "editing-by-hint")), &mut draft.by);
        let hint = fl!(LOADER, "editing-contact-hint");
        one(ui, pen, Field::new(&contact, "$.prescribed.contact").hint(hint), &mut draft.contact);
        let [on, review, until] =
            [fl!(LOADER, "editing-on"), fl!(LOADER, "editing-review"), fl!(LOADER, "editing-until")];
        let day = |label, path| Field::new(label, path).hint(fl!(LOADER, "editing-day-hint")).wide(DAY);
        row(
            ui,
            pen,
            &mut [
                Cell::Text(day(&on, "$.prescribed.on"), &mut draft.on),
                Cell::Text(day(&review, "$.prescribed.review"), &mut draft.review),
                Cell::Text(day(&until, "$.prescribed.until"), &mut draft.until),
            ],
        );
        line(ui, &fl!(LOADER, "editing-on-more"));
        ui.add_space(8.0);
    });
}

pub fn when(ui: &mut Ui, pen: &mut Pen<'_>, draft: &mut Draft) {
    let usual = usual_program();
    section(ui, &fl!(LOADER, "editing-when"), None, |ui| {
        let [days, sessions] = [fl!(LOADER, "editing-days-per-week"), fl!(LOADER, "editing-sessions")];
        row(
            ui,
            pen,
            &mut [
                Cell::Text(
                    Field::new(&days, "$.schedule.days_per_week").hint(usual.days_per_week).wide(NUMBER),
                    &mut draft.days_per_week,
                ),
                Cell::Text(
                    Field::new(&sessions, "$.schedule.sessions_per_day").hint(usual.sessions_per_day).wide(NUMBER),
                    &mut draft.sessions_per_day,
                ),
            ],
        );
        group(ui, &fl!(LOADER, "editing-days"));
        let week = [
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
        ];
        let names = week.map(weekday_name);
        let chips: Vec<_> =
            names.iter().zip(draft.days).map(|(name, chosen)| Chip { chosen, ..Chip::any(name) }).collect();
        if let Some(day) = Chips(&chips).show(ui).and_then(|day| draft.days.get_mut(day)) {
            *day = !*day;
        }
        faults(ui, pen, vec!["$.schedule.days".to_owned()]);
        ui.add_space(12.0);
    });
}

pub fn limits(ui: &mut Ui, pen: &mut Pen<'_>, draft: &mut Draft) {
    let usual = usual_program();
    section(ui, &fl!(LOADER, "editing-limits"), Some(&fl!(LOADER, "editing-limits-more")), |ui| {
        let labels = [
            fl!(LOADER, "editing-ceiling-all"),
            fl!(LOADER, "editing-session"),
            fl!(LOADER, "editing-good-days"),
            fl!(LOADER, "editing-days-between"),
        ];
        let cell = |i: usize, path: &str, hint: String| Field::new(&labels[i], path).hint(hint).wide(NUMBER + 46.0);
        row(
            ui,
            pen,
            &mut [
                Cell::Text(cell(0, "$.limits.ceiling", usual.ceiling), &mut draft.ceiling),
                Cell::Text(cell(1, "$.limits.session", usual.session), &mut draft.session),
                Cell::Text(cell(2, "$.progression.good_days", usual.good_days), &mut draft.good_days),
                Cell::Text(
                    cell(3, "$.progression.min_days_between_steps", usual.min_days_between_steps),
                    &mut draft.min_days_between_steps,
                ),
            ],
        );
        group(ui, &fl!(LOADER, "editing-order"));
        order(ui, draft);
        faults(ui, pen, vec!["$.progression.order".to_owned()]);
        ui.add_space(12.0);
    });
}

/// What rises first: what is clicked comes next, and what is clicked again never rises.
fn order(ui: &mut Ui, draft: &mut Draft) {
    let amounts = Raisable::ALL;
    let words = amounts.map(|amount| {
        let name = match amount {
            Raisable::Hold => fl!(LOADER, "editing-rises-hold"),
            Raisable::Holds => fl!(LOADER, "editing-rises-holds"),
            Raisable::Stretch => fl!(LOADER, "editing-rises-stretch"),
            Raisable::Ceiling => fl!(LOADER, "editing-rises-ceiling"),
        };
        match draft.order.iter().position(|other| *other == amount) {
            Some(at) => fl!(LOADER, "editing-rises-at", place = (at as i64 + 1), name = name),
            None => name,
        }
    });
    let chips: Vec<_> = amounts
        .iter()
        .zip(&words)
        .map(|(amount, words)| Chip { chosen: draft.order.contains(amount), ..Chip::any(words) })
        .collect();
    if let Some(clicked) = Chips(&chips).show(ui).and_then(|clicked| amounts.get(clicked)) {
        if draft.order.contains(clicked) {
            draft.order.retain(|other| other != clicked);
        } else {
            draft.order.push(*clicked);
        }
    }
}

pub fn notes(ui: &mut Ui, pen: &mut Pen<'_>, writing: &mut Writing) {
    section(ui, &fl!(LOADER, "editing-notes"), None, |ui| {
        let notes = fl!(LOADER, "editing-notes-field");
        one(ui, pen, Field::new(&notes, "$.notes").rows(4), &mut writing.draft.notes);
        group(ui, &fl!(LOADER, "editing-signs"));
        let mut gone = None;
        for (i, sign) in writing.draft.stop_if.iter_mut().enumerate() {
            let label = fl!(LOADER, "editing-sign", number = (i as i64 + 1));
            let width = ui.available_width();
            let top = ui.cursor().top();
            let field = Field::new(&label, format!("$.stop_if[{i}]")).wide(width - 104.0);
            one(ui, pen, field, sign);
            let place = eframe::egui::Rect::from_min_size(
                eframe::egui::pos2(ui.max_rect().left() + width - 92.0, top + 24.0),
                vec2(92.0, 44.0),
            );
            let (remove, spoken) = (fl!(LOADER, "editing-remove"), fl!(LOADER, "editing-remove-sign", sign = label));
            if place_at(ui, place, Button::tertiary(&remove).named(&spoken)).clicked() {
                gone = Some(i);
            }
        }
        if let Some(gone) = gone {
            writing.change(ui, |writing| drop(writing.draft.stop_if.remove(gone)));
        }
        faults(ui, pen, vec!["$.stop_if".to_owned()]);
        if ui.add(Button::secondary(&fl!(LOADER, "editing-add-sign"))).clicked() {
            let added = writing.draft.stop_if.len();
            writing.change(ui, |writing| writing.draft.stop_if.push(String::new()));
            writing.seek = Some(format!("$.stop_if[{added}]"));
        }
        ui.add_space(12.0);
    });
}

//! Journal: what was done and answered, day by day.
//!
//! Ten years of sessions stay quick: heights are known without drawing, and only rows in sight are drawn.

mod decisions;
mod hurt;
mod row;

use eframe::egui::{Id, Margin, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;
use jiff::civil::Date;

use super::action::{Action, Banner, DecisionRow, HurtRow, JournalRow, Room};
use super::parts::{Button, hairline, paint_card};
use super::shell::{banners, beside, card_with, heading, line, text, whole_day};
use super::theme::{Face, Tokens};
use crate::words::LOADER;

/// The words over a day's card.
const DAY: f32 = 44.0;
/// Between two days.
const GAP: f32 = 20.0;
/// Rows this far out of sight are drawn too, so that the keyboard can go on to them.
const BEYOND: f32 = 160.0;

/// From this width of the column on, the decisions stand beside the days.
const WIDE: f32 = 940.0;
const DECISIONS: f32 = 378.0;

/// Shows the screen and returns what was asked for. Rows of the same day stand together; both lists begin with the newest.
pub fn journal(
    ui: &mut Ui,
    rows: &[JournalRow],
    hurts: &[HurtRow],
    decisions: &[DecisionRow],
    lines: &[Banner],
) -> Option<Action> {
    let asked = banners(ui, lines);
    heading(ui, &fl!(LOADER, "room-journal"));
    ui.add_space(4.0);
    let newest = rows.first().map(|row| row.day).max(hurts.first().map(|row| row.day));
    let Some(newest) = newest else { return asked.or(empty(ui)) };
    line(ui, &fl!(LOADER, "journal-count", sessions = rows.len().cast_signed()));
    ui.add_space(8.0);
    let year = newest.year();
    let rows = Rows { sessions: rows, hurts };
    if decisions.is_empty() {
        days(ui, rows, year);
    } else if ui.available_width() >= WIDE {
        let changes = |ui: &mut Ui, _: f32| {
            // Level with the card of the first day.
            ui.add_space(DAY);
            decisions::card(ui, decisions);
        };
        beside(ui, DECISIONS, 16.0, |ui| days(ui, rows, year), changes);
    } else {
        ui.add_space(12.0);
        decisions::card(ui, decisions);
        ui.add_space(8.0);
        days(ui, rows, year);
    }
    asked
}

fn empty(ui: &mut Ui) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    ui.add_space(20.0);
    card_with(ui, Margin::same(40), |ui| {
        text(ui, Face::Title, tokens.ink, &fl!(LOADER, "journal-empty"));
        ui.add_space(6.0);
        text(ui, Face::Body, tokens.ink_second, &fl!(LOADER, "journal-empty-more"));
        ui.add_space(20.0);
        let words = fl!(LOADER, "journal-empty-go");
        ui.add(Button::secondary(&words)).clicked().then_some(Action::Go(Room::Today))
    })
}

/// What happened on one day, or on all: each list begins with the newest.
#[derive(Clone, Copy)]
struct Rows<'a> {
    sessions: &'a [JournalRow],
    hurts: &'a [HurtRow],
}

impl Rows<'_> {
    /// Takes the newest day off.
    fn next_day(&mut self) -> Option<(Date, Self)> {
        let day = self.sessions.first().map(|row| row.day).max(self.hurts.first().map(|row| row.day))?;
        let (sessions, earlier) = self.sessions.split_at(self.sessions.partition_point(|row| row.day >= day));
        let (hurts, before) = self.hurts.split_at(self.hurts.partition_point(|row| row.day >= day));
        *self = Self { sessions: earlier, hurts: before };
        Some((day, Self { sessions, hurts }))
    }
}

fn days(ui: &mut Ui, mut rows: Rows<'_>, year: i16) {
    let id = Id::unique("journal rows that are open");
    let mut open: Vec<Id> = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let is_open = |row: &JournalRow| !open.is_empty() && open.contains(&row::id(row));
    let place = ui.available_rect_before_wrap();
    let sight = ui.clip_rect().y_range().expand(BEYOND);
    let mut top = place.top();
    let mut turned = None;
    while let Some((date, day)) = rows.next_day() {
        let heights: Vec<_> =
            day.sessions.iter().map(|row| row::height(ui, row, place.width(), is_open(row))).collect();
        let whole = DAY + heights.iter().sum::<f32>() + hurt::height(ui, day.hurts, place.width());
        if sight.intersects((top..=top + whole).into()) {
            let card = Rect::from_min_max(pos2(place.left(), top + DAY), pos2(place.right(), top + whole));
            day_title(ui, pos2(place.left(), top), &whole_day(date, year));
            paint_card(ui.painter(), card);
            let mut at = card.top();
            for (i, (row, height)) in day.sessions.iter().zip(heights).enumerate() {
                let rect = Rect::from_min_size(pos2(card.left(), at), vec2(card.width(), height));
                at += height;
                if i > 0 {
                    hairline(ui.painter(), rect.left() + 28.0..=rect.right() - 28.0, rect.top());
                }
                if sight.intersects(rect.y_range()) && row::show(ui, row, rect, is_open(row)) {
                    turned = Some(row::id(row));
                }
            }
            if !day.sessions.is_empty() && !day.hurts.is_empty() {
                hairline(ui.painter(), card.left() + 28.0..=card.right() - 28.0, at);
            }
            hurt::show(ui, day.hurts, Rect::from_min_max(pos2(card.left(), at), card.max));
        }
        top += whole + GAP;
    }
    ui.allocate_space(vec2(place.width(), top - place.top()));
    if let Some(row) = turned {
        if open.contains(&row) {
            open.retain(|other| *other != row);
        } else {
            open.push(row);
        }
        ui.data_mut(|data| data.insert_temp(id, open));
    }
}

fn day_title(ui: &mut Ui, at: eframe::egui::Pos2, words: &str) {
    let color = Tokens::of(ui.ctx()).ink;
    Face::Strong.say(ui, at + vec2(0.0, 20.0), eframe::egui::Align2::LEFT_CENTER, words, color);
}

//! An amount: a plain value that stays, or bounds that it may move in.

use eframe::egui::Ui;
use i18n_embed_fl::fl;

use super::field::{Cell, Field, Pen, row};
use crate::practice::program::draft::AmountDraft;
use crate::words::LOADER;

const VALUE: f32 = 80.0;
const START: f32 = 128.0;
const SWITCH: f32 = 136.0;

/// What an amount is called, where it stands in the file, and what the reader takes where it is left out.
pub struct Asked<'a> {
    pub label: &'a str,
    pub path: String,
    pub plain: &'a str,
    pub bounded: Option<&'a AmountDraft>,
}

/// Shows an amount. Switched to moving, it begins with the value that it had anyway.
pub fn amount(ui: &mut Ui, pen: &mut Pen<'_>, asked: &Asked<'_>, typed: &mut AmountDraft) {
    let Asked { label, path, plain, bounded } = asked;
    let label = *label;
    let words = [
        fl!(LOADER, "editing-start"),
        fl!(LOADER, "editing-least"),
        fl!(LOADER, "editing-most"),
        fl!(LOADER, "editing-step"),
    ];
    let name = |part: &str| fl!(LOADER, "editing-part", amount = label, part = part);
    let part = |i: usize, key: &str, hint: &str| {
        Field::new(&words[i], format!("{path}.{key}")).named(name(&words[i])).hint(hint).wide(VALUE)
    };
    let moved = typed.moves;
    let may_move = fl!(LOADER, "editing-may-move");
    let stays = Field::new(label, path.as_str()).also(format!("{path}.start")).hint(*plain).wide(START);
    let AmountDraft { start, moves, min, max, step } = typed;
    let usual = |of: fn(&AmountDraft) -> &String| bounded.map_or("", |bounded| of(bounded));
    let mut cells = vec![Cell::Text(stays, start), Cell::Switch(&may_move, moves, SWITCH)];
    if moved {
        cells.push(Cell::Text(part(1, "min", usual(|bounded| &bounded.min)), min));
        cells.push(Cell::Text(part(2, "max", ""), max));
        cells.push(Cell::Text(part(3, "step", usual(|bounded| &bounded.step)), step));
    }
    row(ui, pen, &mut cells);
    if typed.moves && !moved && typed.start.trim().is_empty() {
        (*plain).clone_into(&mut typed.start);
    }
}

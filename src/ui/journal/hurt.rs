//! The marks on the body of one day: a line each.

use eframe::egui::{Align2, Rect, Ui, pos2};
use i18n_embed_fl::fl;

use crate::ui::action::HurtRow;
use crate::ui::body::badge;
use crate::ui::theme::{Face, Tokens, name};
use crate::words::LOADER;

/// The least height of a line, and what words of several lines keep free above and below.
const LINE: f32 = 44.0;
const FREE: f32 = 20.0;
/// A card narrower than this has its columns closer together.
const NARROW: f32 = 760.0;

/// Where the time and the words begin, and how far the words go.
fn columns(width: f32) -> (f32, f32, f32) {
    if width < NARROW { (18.0, 82.0, width - 82.0 - 18.0) } else { (28.0, 112.0, width - 112.0 - 28.0) }
}

/// Returns how high they are, without drawing them.
pub fn height(ui: &Ui, rows: &[HurtRow], width: f32) -> f32 {
    rows.iter().map(|row| line_height(ui, row, width)).sum()
}

fn line_height(ui: &Ui, row: &HurtRow, width: f32) -> f32 {
    let (_, _, room) = columns(width);
    let ink = Tokens::of(ui.ctx()).ink;
    (Face::Narrow.lay_out(ui.painter(), &row.words, ink, room - 26.0).size().y + FREE).max(LINE)
}

/// Shows them from the top of a place.
pub fn show(ui: &mut Ui, rows: &[HurtRow], place: Rect) {
    let tokens = Tokens::of(ui.ctx());
    let (time, words, room) = columns(place.width());
    let mut top = place.top();
    for row in rows {
        let height = line_height(ui, row, place.width());
        let at = |x: f32| pos2(place.left() + x, top + LINE / 2.0);
        Face::Body.paint(ui.painter(), at(time), Align2::LEFT_CENTER, &row.time, tokens.ink_second);
        badge(ui.painter(), at(words + 9.0), 8.0, "");
        let galley = Face::Narrow.lay_out(ui.painter(), &row.words, tokens.ink, room - 26.0);
        ui.painter().galley(pos2(place.left() + words + 26.0, top + FREE / 2.0 + 1.0), galley, tokens.ink);
        let whole = Rect::from_min_max(pos2(place.left() + time, top), pos2(place.right() - time, top + height));
        name(ui, whole, &fl!(LOADER, "hurts-journal", time = row.time.as_str(), words = row.words.as_str()));
        top += height;
    }
}

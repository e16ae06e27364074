//! What every page is put together from.

use eframe::egui::{
    Align, Color32, Frame, Label, Layout, Margin, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    Widget, epaint::RectShape, vec2,
};
use i18n_embed_fl::fl;

use crate::practice::measure::{Side, Sides};
use crate::ui::action::{Action, Banner};
use crate::ui::figure;
use crate::ui::parts::{self, Button, NumberRow, Pill, Tone};
use crate::ui::theme::{Face, Tokens};
use crate::words::{LOADER, place};

/// Shows the lines across the top of a page, each to be put away.
pub fn banners(ui: &mut Ui, banners: &[Banner]) -> Option<Action> {
    let put_away = fl!(LOADER, "banner-put-away");
    let mut asked = None;
    for (i, banner) in banners.iter().enumerate() {
        let tone = if banner.warns { Tone::Warn } else { Tone::Info };
        let banner = parts::Banner { tone, words: &banner.text, action: Some(&put_away) };
        // Its button leaves the cursor above the banner's foot; a scope ends where the banner does.
        let shown = ui.scope(|ui| banner.show(ui)).inner;
        if shown.is_some_and(|response| response.clicked()) {
            asked = Some(Action::Dismiss(i));
        }
        ui.add_space(if i + 1 == banners.len() { 20.0 } else { 10.0 });
    }
    asked
}

/// A line of text that wraps.
pub fn text(ui: &mut Ui, face: Face, color: Color32, words: &str) -> Response {
    ui.add(Label::new(face.rich(words, color)).wrap())
}

/// A line of second text, the most common kind.
pub fn line(ui: &mut Ui, words: &str) -> Response {
    let color = Tokens::of(ui.ctx()).ink_second;
    text(ui, Face::Narrow, color, words)
}

/// The small words over a group of controls.
pub fn label(ui: &mut Ui, words: &str) -> Response {
    let color = Tokens::of(ui.ctx()).ink;
    text(ui, Face::Strong, color, words)
}

/// The title of a page.
pub fn heading(ui: &mut Ui, words: &str) -> Response {
    let color = Tokens::of(ui.ctx()).ink;
    text(ui, Face::Display, color, words)
}

/// A card as the kit draws it, with a padding of its own; a small window gets less.
pub fn card_with<R>(ui: &mut Ui, padding: Margin, add: impl FnOnce(&mut Ui) -> R) -> R {
    card_of_height(ui, padding, 0.0, add).0
}

/// As [`card_with`], its inside at least as high as told; returns how high it would be by itself, too.
pub fn card_of_height<R>(ui: &mut Ui, padding: Margin, least: f32, add: impl FnOnce(&mut Ui) -> R) -> (R, f32) {
    let tokens = Tokens::of(ui.ctx());
    let padding = if ui.ctx().content_rect().width() < 620.0 { Margin::same(18) } else { padding };
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(20.0)
        .shadow(tokens.shadow())
        .inner_margin(padding);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let added = add(ui);
        let height = ui.min_rect().height();
        ui.add_space((least - height).max(0.0));
        (added, height)
    });
    shown.inner
}

/// Two cards side by side, equally high. Each is told how high its inside has to be, and tells how high it would be.
pub fn pair<R>(
    ui: &mut Ui,
    name: &str,
    right: f32,
    left_card: impl FnOnce(&mut Ui, f32) -> (R, f32),
    right_card: impl FnOnce(&mut Ui, f32) -> (R, f32),
) -> (R, R) {
    let id = ui.scope_id().with(name);
    let least: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let (left, right) = beside(ui, right, 16.0, |ui| left_card(ui, least), |ui, _| right_card(ui, least));
    let height = left.1.max(right.1);
    if (height - least).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, height));
        ui.ctx().request_discard("two cards grow equally high");
    }
    (left.0, right.0)
}

/// Two blocks side by side, the right one of a width given.
pub fn beside<L, R>(
    ui: &mut Ui,
    right: f32,
    gap: f32,
    add_left: impl FnOnce(&mut Ui) -> L,
    add_right: impl FnOnce(&mut Ui, f32) -> R,
) -> (L, R) {
    let left = ui.available_width() - right - gap;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let first = block(ui, left, add_left);
        ui.add_space(gap);
        let height = first.1.y;
        let second = block(ui, right, |ui| add_right(ui, height));
        (first.0, second.0)
    })
    .inner
}

/// A block of a width given; returns how large it became, too.
pub fn block<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> (R, Vec2) {
    let layout = Layout::top_down(Align::Min);
    let shown = ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
        ui.set_width(width);
        add(ui)
    });
    (shown.inner, shown.response.rect.size())
}

/// A row of numbers that keeps to the width there is.
pub fn fitting(row: NumberRow<'_>, width: f32) -> NumberRow<'_> {
    if row.width() <= width {
        return row;
    }
    let pitch = ((width + 4.0) / 11.0).floor();
    NumberRow { size: vec2(pitch - 4.0, row.size.y), pitch, ..row }
}

/// One of several choices: sunk with a check when chosen, for the one filled button of a screen is another.
pub fn choice(ui: &mut Ui, words: &str, chosen: bool, size: Vec2) -> bool {
    let tokens = Tokens::of(ui.ctx());
    let ground = ui.painter().add(Shape::Noop);
    let button = if chosen { Button::quietly_chosen(words) } else { Button::secondary(words) };
    let response = ui.add(button.at_least(size));
    if !chosen && !response.hovered() {
        // What is not chosen lies above a sunk panel, and level with a card.
        ui.painter().set(ground, RectShape::filled(response.rect, 14.0, tokens.surface));
    }
    response.clicked()
}

/// Shows which control the keyboard is on.
pub fn outline(ui: &Ui, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        let stroke = Stroke::new(3.0, Tokens::of(ui.ctx()).focus);
        ui.painter().rect_stroke(rect.expand(3.0), radius + 3.0, stroke, StrokeKind::Outside);
    }
}

/// How wide every side is, so that they make a column.
const PILL: f32 = 78.0;

/// The side, or the sides, of a point with its top left corner at `min`.
pub fn side_pill(ui: &mut Ui, min: Pos2, sides: Sides) {
    let both = fl!(LOADER, "side-both");
    let pill = match sides {
        Sides::One(Side::Left) => (Some(figure::Side::Left), place::side(Side::Left)),
        Sides::One(Side::Right) => (Some(figure::Side::Right), place::side(Side::Right)),
        Sides::One(Side::Middle) => (None, place::side(Side::Middle)),
        Sides::Both => (None, both),
    };
    let rect = Rect::from_min_size(min, vec2(PILL, 28.0));
    let _ = match &pill {
        (Some(side), words) => place_at(ui, rect, Pill::side(*side, words).at_least(PILL)),
        (None, words) => place_at(ui, rect, Pill::new(words).at_least(PILL)),
    };
}

/// A widget where it is told, the rest of the page staying where it is.
pub fn place_at(ui: &mut Ui, rect: Rect, widget: impl Widget) -> Response {
    ui.new_child(UiBuilder::new().max_rect(rect)).add(widget)
}

/// Words to be read as they stand and to be copied: a path, a fault.
pub fn quoted(ui: &mut Ui, words: &str) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let shown =
        Frame::new().fill(tokens.sunk).corner_radius(12.0).inner_margin(Margin::symmetric(16, 11)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(Face::Narrow.rich(words, tokens.ink)).wrap().selectable(true))
        });
    shown.inner
}

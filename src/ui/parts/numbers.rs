//! The row of numbers from 0 to 10 that every question is answered with.

use eframe::egui::{
    Align2, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use i18n_embed_fl::fl;

use super::{EDGE, focus_outline, hovering, painter_of, pressed};
use crate::ui::theme::{Face, Tokens, Weight, font};
use crate::words::LOADER;

/// The largest number there is.
const MOST: u8 = 10;

/// A row of numbers.
#[derive(Clone, Copy)]
pub struct NumberRow<'a> {
    /// The size of a button.
    pub size: Vec2,
    /// From one button's left edge to the next.
    pub pitch: f32,
    /// The answer given before, if any.
    pub chosen: Option<u8>,
    /// The number that any key means now, where they are spoken one after another.
    pub standing: Option<u8>,
    /// Words under some of the numbers: 0 starts at its button's left edge, 10 ends at its right, others are centred.
    pub notes: &'a [(u8, &'a str)],
    /// What a screen reader says for a number, e.g. "4 of 10".
    pub name: &'a dyn Fn(u8) -> String,
    /// How many stand in one line.
    pub per_line: u8,
}

/// Between two lines of numbers.
const BETWEEN: f32 = 6.0;

impl<'a> NumberRow<'a> {
    /// The row of a form.
    pub fn new(name: &'a dyn Fn(u8) -> String) -> Self {
        Self { size: vec2(52.0, 44.0), pitch: 60.0, chosen: None, standing: None, notes: &[], name, per_line: MOST + 1 }
    }

    /// The row of the player, to be hit from afar.
    pub fn large(name: &'a dyn Fn(u8) -> String) -> Self {
        Self { size: vec2(84.0, 60.0), pitch: 95.2, ..Self::new(name) }
    }

    /// The same row in a larger or smaller window.
    #[must_use]
    pub fn scaled(self, scale: f32) -> Self {
        Self { size: self.size * scale, pitch: self.pitch * scale, ..self }
    }

    /// With the answer given before.
    #[must_use]
    pub fn chosen(self, chosen: Option<u8>) -> Self {
        Self { chosen, ..self }
    }

    /// With the number that any key means now.
    #[must_use]
    pub fn standing(self, standing: Option<u8>) -> Self {
        Self { standing, ..self }
    }

    /// With words under some of the numbers.
    #[must_use]
    pub fn notes(self, notes: &'a [(u8, &'a str)]) -> Self {
        Self { notes, ..self }
    }

    /// In two lines, as wide as a column.
    #[must_use]
    pub fn in_two(self, width: f32) -> Self {
        let per_line = MOST / 2 + 1;
        let pitch = ((width + BETWEEN) / f32::from(per_line)).floor();
        Self { size: vec2(pitch - BETWEEN, self.size.y), pitch, per_line, ..self }
    }

    /// How wide the row is.
    pub fn width(&self) -> f32 {
        self.pitch * f32::from(self.per_line - 1) + self.size.x
    }

    fn height(&self) -> f32 {
        if self.per_line > MOST { self.size.y } else { 2.0 * self.size.y + BETWEEN }
    }

    /// Shows the row, and returns the number clicked just now.
    pub fn show(&self, ui: &mut Ui) -> Option<u8> {
        let notes = if self.notes.is_empty() { 0.0 } else { 30.0 };
        let (_, rect) = ui.allocate_space(vec2(self.width(), self.height() + notes));
        self.show_at(ui, rect.min)
    }

    /// As [`NumberRow::show`], with its top left corner given.
    pub fn show_at(&self, ui: &mut Ui, min: Pos2) -> Option<u8> {
        let tokens = Tokens::of(ui.ctx());
        for &(number, words) in self.notes {
            self.note(ui, tokens, self.button(min, number), number, words);
        }
        let mut answer = None;
        let spoken = |number| {
            let name = (self.name)(number);
            if self.standing == Some(number) { fl!(LOADER, "number-standing", name = name) } else { name }
        };
        for number in 0..=MOST {
            let rect = self.button(min, number);
            let id = ui.next_auto_id();
            ui.skip_ahead_auto_ids(1);
            let response = ui.interact(rect, id, Sense::click());
            let chosen = self.chosen == Some(number);
            let enabled = ui.is_enabled();
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, chosen, spoken(number)));
            if ui.is_rect_visible(rect) {
                self.paint(ui, tokens, &response, number);
            }
            if response.clicked() {
                answer = Some(number);
            }
        }
        answer
    }

    fn button(&self, min: Pos2, number: u8) -> Rect {
        let (line, place) = (number / self.per_line, number % self.per_line);
        let down = f32::from(line) * (self.size.y + BETWEEN);
        Rect::from_min_size(pos2(min.x + self.pitch * f32::from(place), min.y + down), self.size)
    }

    fn paint(&self, ui: &Ui, tokens: &Tokens, response: &Response, number: u8) {
        let standing = self.standing == Some(number);
        // What stands is larger, and framed: it is seen from afar, and without colour.
        let between = self.pitch - self.size.x;
        let rect = response.rect.translate(pressed(response)).expand(if standing { 0.2 * between } else { 0.0 });
        let painter: Painter = painter_of(ui);
        let chosen = self.chosen == Some(number);
        let larger = if standing { 1.4 } else { 1.0 };
        let (radius, size) = (self.size.y.min(48.0) * 0.26, (self.size.y * 0.4 * larger).round());
        let fill = if chosen { tokens.primary } else { hovering(ui, response, tokens.surface, tokens.sunk) };
        let words = match (ui.is_enabled(), chosen) {
            (false, _) => tokens.ink_third,
            (true, true) => tokens.on_primary,
            (true, false) => tokens.ink,
        };
        painter.rect_filled(rect, radius, fill);
        if !chosen {
            let edge = if ui.is_enabled() { tokens.line_strong } else { tokens.line };
            painter.rect_stroke(rect, radius, Stroke::new(EDGE, edge), StrokeKind::Inside);
        }
        if standing {
            let frame = Stroke::new((0.4 * between).clamp(2.0, 4.0), tokens.ink);
            painter.rect_stroke(rect.expand(1.5), radius + 1.5, frame, StrokeKind::Outside);
        }
        painter.text(rect.center(), Align2::CENTER_CENTER, number, font(Weight::SemiBold, size), words);
        focus_outline(ui, tokens, response, rect, radius);
    }

    fn note(&self, ui: &mut Ui, tokens: &Tokens, button: Rect, number: u8, words: &str) {
        let (x, anchor) = match number {
            0 => (button.left(), Align2::LEFT_CENTER),
            MOST => (button.right(), Align2::RIGHT_CENTER),
            _ => (button.center().x, Align2::CENTER_CENTER),
        };
        let (face, below) = if self.size.y >= 60.0 { (Face::Narrow, 22.0) } else { (Face::Caption, 18.0) };
        face.say(ui, pos2(x, button.bottom() + below), anchor, words, tokens.ink_second);
    }
}

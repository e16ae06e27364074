//! Choices that answer at once: one of several, or as many as apply.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, Galley, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, Widget,
    WidgetInfo, pos2, vec2,
};

use super::{EDGE, focus_outline, hovering, painter_of, pressed};
use crate::ui::{
    icons::Icon,
    theme::{Letters, Tokens, Weight},
};

const HEIGHT: f32 = 44.0;
/// Room beside the words. A check takes its place when chosen, so that nothing moves.
const ROOM: f32 = 46.0;
const CHECK: f32 = 16.0;
const GAP: f32 = 7.0;
/// Between one chip and the next, in a line and from line to line.
const BETWEEN: f32 = 8.0;

/// A choice among others: sunk with a check once it is chosen, for the one filled button of a screen is another.
#[derive(Clone, Copy, Debug)]
pub struct Chip<'a> {
    /// What it says.
    pub words: &'a str,
    /// What a screen reader says instead, where the words do not speak for themselves.
    pub name: Option<&'a str>,
    /// True while it is chosen.
    pub chosen: bool,
    /// How many of its neighbours may be chosen with it.
    pub among: Among,
    /// How wide it is at least.
    pub least: f32,
}

/// How many of a group of chips may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// One at a time.
    One,
    /// As many as apply.
    Any,
}

impl<'a> Chip<'a> {
    /// One of several, not chosen.
    pub fn one(words: &'a str) -> Self {
        Self { words, name: None, chosen: false, among: Among::One, least: HEIGHT }
    }

    /// One of those that may apply together, not ticked.
    pub fn any(words: &'a str) -> Self {
        Self { among: Among::Any, ..Self::one(words) }
    }

    /// How large it becomes in a column that wide; a narrow one cuts its words into lines.
    pub fn size(&self, ui: &Ui, column: f32) -> Vec2 {
        let ink = Tokens::of(ui.ctx()).ink;
        let whole = Self::letters().lay_out(ui.painter(), self.words, ink, f32::INFINITY).size().x + ROOM;
        let width = whole.max(self.least).min(column.max(HEIGHT));
        vec2(width, HEIGHT.max(self.lay_out(ui, width, ink).size().y + 18.0))
    }

    fn lay_out(&self, ui: &Ui, width: f32, color: Color32) -> Arc<Galley> {
        Self::letters().lay_out(ui.painter(), self.words, color, width - ROOM + 1.0)
    }

    fn letters() -> Letters {
        Letters { line: 22.0, ..Letters::new(Weight::SemiBold, 15.0) }
    }
}

impl Widget for Chip<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.ctx());
        let color = if ui.is_enabled() { tokens.ink } else { tokens.ink_third };
        let size = self.size(ui, ui.max_rect().width());
        let words = self.lay_out(ui, size.x, color);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let role = if self.among == Among::One { Role::RadioButton } else { Role::CheckBox };
        let (enabled, name) = (ui.is_enabled(), self.name.unwrap_or(self.words));
        response.widget_info(|| WidgetInfo::selected(role, enabled, self.chosen, name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let face = rect.translate(pressed(&response));
        let radius = if self.among == Among::One { 14.0 } else { HEIGHT / 2.0 };
        let fill = if self.chosen { tokens.sunk } else { hovering(ui, &response, tokens.surface, tokens.sunk) };
        let edge = Stroke::new(EDGE, if enabled { tokens.line_strong } else { tokens.line });
        let painter = painter_of(ui);
        painter.rect(face, radius, fill, edge, StrokeKind::Inside);
        let shift = if self.chosen { f32::midpoint(CHECK, GAP) } else { 0.0 };
        let at = Align2::CENTER_CENTER.anchor_size(face.center() + vec2(shift, 0.0), words.size());
        if self.chosen {
            let centre = pos2(at.left() - GAP - CHECK / 2.0, face.center().y);
            Icon::Check.paint_stroked(&painter, centre, CHECK + 2.0, color, 2.4);
        }
        painter.galley(at.min, words, color);
        focus_outline(ui, tokens, &response, face, radius);
        response
    }
}

/// Chips side by side, and in as many lines as they need.
#[derive(Clone, Copy, Debug)]
pub struct Chips<'a>(pub &'a [Chip<'a>]);

impl Chips<'_> {
    /// How high they are in a column that wide.
    pub fn height(&self, ui: &Ui, column: f32) -> f32 {
        self.places(ui, column).iter().map(Rect::bottom).fold(0.0, f32::max)
    }

    /// Shows them where the cursor is, and returns the place in the list of the one clicked just now.
    pub fn show(&self, ui: &mut Ui) -> Option<usize> {
        let column = ui.available_width();
        let (_, rect) = ui.allocate_space(vec2(column, self.height(ui, column)));
        self.show_at(ui, rect.min, column)
    }

    /// As [`Chips::show`], with their top left corner given.
    pub fn show_at(&self, ui: &mut Ui, min: Pos2, column: f32) -> Option<usize> {
        let mut clicked = None;
        for (i, (chip, place)) in self.0.iter().zip(self.places(ui, column)).enumerate() {
            let mut inside = ui.new_child(UiBuilder::new().max_rect(place.translate(min.to_vec2())));
            if inside.add(*chip).clicked() {
                clicked = Some(i);
            }
        }
        clicked
    }

    /// Where each lies, from the top left corner of them all.
    fn places(&self, ui: &Ui, column: f32) -> Vec<Rect> {
        let (mut at, mut line) = (Pos2::ZERO, 0.0_f32);
        let mut places = Vec::with_capacity(self.0.len());
        for chip in self.0 {
            let size = chip.size(ui, column);
            if at.x > 0.0 && at.x + size.x > column {
                at = pos2(0.0, at.y + line + BETWEEN);
                line = 0.0;
            }
            places.push(Rect::from_min_size(at, size));
            at.x += size.x + BETWEEN;
            line = line.max(size.y);
        }
        places
    }
}

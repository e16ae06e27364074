//! A column in which every card lies where it is told.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align2, Color32, Galley, Painter, Pos2, Rect, Response, Ui, pos2, vec2};

use crate::ui::spoken::name;
use crate::ui::theme::Face;

/// The column of a page, and how much of it the window shows.
#[derive(Clone, Copy, Debug)]
pub struct Sheet {
    /// The left edge.
    pub left: f32,
    /// From edge to edge.
    pub width: f32,
    /// The upper edge.
    pub top: f32,
    /// How much of it is seen at once.
    pub seen: f32,
}

impl Sheet {
    /// Returns the column that `ui` was given inside something that scrolls.
    pub fn of(ui: &Ui) -> Self {
        let (column, window) = (ui.max_rect(), ui.clip_rect());
        Self { left: column.left(), width: column.width(), top: column.top(), seen: window.height() }
    }

    /// Returns true where two cards find room side by side.
    pub fn is_wide(self) -> bool {
        self.width >= 940.0
    }

    /// Returns a rectangle from the left edge.
    pub fn rect(self, left: f32, top: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(self.left + left, top), vec2(width, height))
    }

    /// Takes the column down to there.
    pub fn take(self, ui: &mut Ui, bottom: f32) {
        ui.advance_cursor_after_rect(self.rect(0.0, self.top, self.width, bottom - self.top));
    }
}

/// The padding of a card of that width.
pub fn padding(width: f32) -> f32 {
    if width < 600.0 { 20.0 } else { 28.0 }
}

/// Scrolls to what the keyboard has come to.
pub fn follow_focus(ui: &Ui) {
    let focused = ui.memory(eframe::egui::Memory::focused);
    let response = focused.and_then(|id| ui.ctx().read_response(id));
    if let Some(response) = response.filter(Response::gained_focus) {
        ui.scroll_to_rect(response.rect.expand(24.0), None);
    }
}

/// Lays out stretches of text of different kinds as one paragraph, wrapped at `width`.
pub fn mixed(painter: &Painter, parts: &[(TextFormat, &str)], width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (format, text) in parts {
        job.append(text, 0.0, format.clone());
    }
    job.wrap.max_width = width;
    painter.layout_job(job)
}

/// Writes one line, its middle left at `at`; what does not fit is cut, and a screen reader still hears all of it.
pub fn one_line(ui: &mut Ui, at: Pos2, face: Face, text: &str, color: Color32, width: f32) {
    let mut job = LayoutJob::single_section(text.to_owned(), face.letters().format(color));
    job.wrap = TextWrapping::truncate_at_width(width);
    let galley = ui.painter().layout_job(job);
    let rect = Align2::LEFT_CENTER.anchor_size(at, galley.size());
    ui.painter().galley(rect.min, galley, color);
    name(ui, rect, text);
}

/// Paints what was laid out, names it for a screen reader, and returns its lower edge.
pub fn put_galley(ui: &mut Ui, at: Pos2, galley: Arc<Galley>, color: Color32) -> f32 {
    let rect = Rect::from_min_size(at, galley.size());
    let text = galley.text().to_owned();
    ui.painter().galley(at, galley, color);
    name(ui, rect, &text);
    rect.bottom()
}

//! A page of 1180 by 780 fitted into the window.

use eframe::egui::{Align2, Color32, Pos2, Rect, Response, Ui, Vec2, vec2};

use crate::ui::theme::Face;

/// The size everything is laid out at.
const PAGE: Vec2 = vec2(1180.0, 780.0);

/// A window may be made smaller than anything can be read in, down to nothing; text must have a size all the same.
const LEAST: f32 = 0.05;

/// Where the page lies in the window, and how large.
pub(super) struct Canvas {
    origin: Pos2,
    /// 1 at a window of 1180 by 780.
    pub scale: f32,
}

impl Canvas {
    /// Fits the page into a window, centred.
    pub fn fitting(window: Rect) -> Self {
        let scale = (window.width() / PAGE.x).min(window.height() / PAGE.y).max(LEAST);
        Self { origin: window.center() - PAGE * scale / 2.0, scale }
    }

    /// Returns a point of the page in the window.
    pub fn at(&self, x: f32, y: f32) -> Pos2 {
        self.origin + vec2(x, y) * self.scale
    }

    /// Returns a rectangle of the page in the window.
    pub fn rect(&self, x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(self.at(x, y), vec2(width, height) * self.scale)
    }

    /// Returns the place on the page of an x in the window.
    pub fn x_of(&self, x: f32) -> f32 {
        (x - self.origin.x) / self.scale
    }

    /// Returns the place on the page of a y in the window.
    pub fn y_of(&self, y: f32) -> f32 {
        (y - self.origin.y) / self.scale
    }

    /// Paints a line of text that a screen reader can read too.
    pub fn say(&self, ui: &mut Ui, face: Face, at: (f32, f32), anchor: Align2, text: &str, color: Color32) -> Response {
        self.say_within(ui, face, at, anchor, text, color, f32::INFINITY)
    }

    /// As [`Self::say`], wrapped at a width on the page.
    #[expect(clippy::too_many_arguments, reason = "a place, a look and a width, each plain")]
    pub fn say_within(
        &self,
        ui: &mut Ui,
        face: Face,
        at: (f32, f32),
        anchor: Align2,
        text: &str,
        color: Color32,
        width: f32,
    ) -> Response {
        face.scaled(self.scale).say_within(ui, self.at(at.0, at.1), anchor, text, color, width * self.scale)
    }
}

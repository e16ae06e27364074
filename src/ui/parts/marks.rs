//! Small marks of progress: the points of a session, and the holds of a point.

use std::f32::consts::PI;

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use crate::ui::{icons::Icon, strokes::circle, theme::Tokens};

/// The points of a session as a row of bars, the present one longer.
#[derive(Clone, Copy, Debug)]
pub struct Pips {
    /// How many points there are.
    pub count: usize,
    /// Which is being done, from 0.
    pub current: usize,
    /// The colour of what is done and of the present point.
    pub color: Color32,
    /// The colour of what lies ahead.
    pub track: Color32,
    /// 1 at a window of 1180 by 780.
    pub scale: f32,
}

impl Pips {
    /// Paints the row and returns where it lies. Say the same in words beside it.
    pub fn paint(&self, painter: &Painter, min: Pos2) -> Rect {
        let mut left = min.x;
        let height = 8.0 * self.scale;
        for pip in 0..self.count {
            let width = self.scale * if pip == self.current { 56.0 } else { 28.0 };
            let bar = Rect::from_min_size(pos2(left, min.y), vec2(width, height));
            painter.rect_filled(bar, height / 2.0, if pip <= self.current { self.color } else { self.track });
            left += width + 14.0 * self.scale;
        }
        Rect::from_min_max(min, pos2(left - 14.0 * self.scale, min.y + height))
    }
}

/// How a hold went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// To its end.
    Done,
    /// Eased off before.
    Part,
    /// Not at all.
    Skipped,
}

/// Paints the mark of a hold. Say the same in words beside it.
pub fn hold_mark(painter: &Painter, centre: Pos2, hold: Hold) {
    let tokens = Tokens::of(painter.ctx());
    let radius = 13.0;
    match hold {
        Hold::Done => {
            painter.circle_filled(centre, radius, tokens.press);
            Icon::Check.paint_stroked(painter, centre, 18.0, tokens.on_press, 2.6);
        }
        Hold::Part => {
            circle(painter, centre, radius - 1.0, Stroke::new(2.0, tokens.press));
            let half = (0..=24).map(|i| centre + (radius - 1.0) * Vec2::angled(PI / 2.0 + PI * i as f32 / 24.0));
            painter.add(Shape::convex_polygon(half.collect(), tokens.press, Stroke::NONE));
        }
        Hold::Skipped => {
            circle(painter, centre, radius - 1.0, Stroke::new(2.0, tokens.line_strong));
        }
    }
}

//! The icons, the logo and the half-filled side mark: all painted, for the letters have no arrows and no check marks.

mod trace;

use std::{collections::HashMap, f32::consts::PI, sync::LazyLock};

use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2, pos2, vec2};

use super::{
    figure::Side,
    strokes::{circle, dot, round_line},
};
use trace::Trace;

/// The grid the icons are drawn on.
const GRID: f32 = 24.0;

/// Every icon of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is named after what it shows")]
pub enum Icon {
    Today,
    Program,
    Body,
    Journal,
    Settings,
    Press,
    Release,
    Stretch,
    Rest,
    Ready,
    Switch,
    Stop,
    Play,
    Pause,
    Right,
    Left,
    Up,
    Down,
    Check,
    Lock,
    Import,
    Export,
    Print,
    Phone,
    Info,
    Warn,
    Ball,
    Cane,
    Hand,
    Flag,
    Note,
    Sound,
    Chair,
    Pin,
    Calendar,
    Wave,
    Search,
}

impl Icon {
    /// Every icon, in the order of the kit's page.
    #[rustfmt::skip]
    pub const ALL: [Self; 37] = [
        Self::Today, Self::Program, Self::Body, Self::Journal, Self::Settings, Self::Press, Self::Release, Self::Stretch,
        Self::Rest, Self::Ready, Self::Switch, Self::Stop, Self::Play, Self::Pause, Self::Right, Self::Left, Self::Up,
        Self::Down, Self::Check, Self::Lock, Self::Import, Self::Export, Self::Print, Self::Phone, Self::Info, Self::Warn,
        Self::Ball, Self::Cane, Self::Hand, Self::Flag, Self::Note, Self::Sound, Self::Chair, Self::Pin, Self::Calendar,
        Self::Wave, Self::Search,
    ];

    /// Its key in the file of drawings.
    pub fn key(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    /// Paints it at a size, the stroke growing a little for large icons so that it keeps up with bold words beside it.
    pub fn paint(self, painter: &Painter, centre: Pos2, size: f32, color: Color32) {
        self.paint_stroked(painter, centre, size, color, if size > 28.0 { 2.3 } else { 1.9 });
    }

    /// As [`Icon::paint`] with the stroke width given on the grid of 24.
    pub fn paint_stroked(self, painter: &Painter, centre: Pos2, size: f32, color: Color32, stroke: f32) {
        let Some(traces) = DRAWINGS.get(&self) else { return };
        let scale = size / GRID;
        let to_screen = |p: &Vec2| centre + (*p - Vec2::splat(GRID / 2.0)) * scale;
        for trace in traces {
            let width = trace.width.unwrap_or(stroke) * scale;
            let points: Vec<Pos2> = trace.points.iter().map(to_screen).collect();
            if let Some(radius) = trace.disc {
                let edge = if trace.stroked { width / 2.0 } else { 0.0 };
                dot(painter, to_screen(&trace.middle()), radius * scale + edge, color);
                continue;
            }
            if trace.filled {
                painter.add(Shape::convex_polygon(points.clone(), color, Stroke::NONE));
            }
            if trace.stroked {
                stroke_with_round_joins(painter, &points, trace.closed, width, color);
            }
        }
    }

    /// The lines it is made of, on the grid of 24.
    pub fn lines(self) -> impl Iterator<Item = &'static [Vec2]> {
        DRAWINGS.get(&self).into_iter().flatten().map(|trace| trace.points.as_slice())
    }
}

/// Paints the mark of the program, a press into a dent, as a disc of this diameter.
pub fn logo(painter: &Painter, centre: Pos2, size: f32, disc: Color32, ink: Color32) {
    let unit = size / 36.0;
    painter.circle_filled(centre, 17.0 * unit, disc);
    painter.circle_filled(centre + vec2(0.0, -4.0) * unit, 4.6 * unit, ink);
    let dent: Vec<Pos2> = (0..=24)
        .map(|i| {
            let x = -13.0 + 26.0 * i as f32 / 24.0;
            // Flat shoulders, and a dent as wide as half the disc.
            let depth = if x.abs() < 8.0 { 3.1 * (1.0 + (PI * x / 8.0).cos()) } else { 0.0 };
            centre + vec2(x, 1.4 + depth) * unit
        })
        .collect();
    round_line(painter, dent, 3.2 * unit, ink);
}

/// Paints the mark of a side: a circle with its left or right half filled. Always set a word beside it.
pub fn side_mark(painter: &Painter, centre: Pos2, radius: f32, side: Side, color: Color32) {
    let stroke = radius * 0.3;
    circle(painter, centre, radius, Stroke::new(stroke, color));
    let start = match side {
        Side::Left => PI / 2.0,
        Side::Right => -PI / 2.0,
    };
    let half: Vec<Pos2> = (0..=16).map(|i| centre + radius * Vec2::angled(start + PI * i as f32 / 16.0)).collect();
    painter.add(Shape::convex_polygon(half, color, Stroke::NONE));
}

/// Paints the filled octagon of a stop with its mark, as wide as `size`.
pub fn stop_sign(painter: &Painter, centre: Pos2, size: f32, fill: Color32, ink: Color32) {
    let unit = size / 112.0;
    let (far, near) = (50.0 * unit, 20.0 * unit);
    let corners = [
        (-near, -far),
        (near, -far),
        (far, -near),
        (far, near),
        (near, far),
        (-near, far),
        (-far, near),
        (-far, -near),
    ];
    let octagon = corners.iter().map(|&(x, y)| centre + vec2(x, y)).collect();
    painter.add(Shape::convex_polygon(octagon, fill, Stroke::NONE));
    let x = centre.x;
    round_line(painter, vec![pos2(x, centre.y - 26.0 * unit), pos2(x, centre.y + 8.0 * unit)], 10.0 * unit, ink);
    painter.circle_filled(pos2(x, centre.y + 26.0 * unit), 6.0 * unit, ink);
}

/// The drawings, traced once.
static DRAWINGS: LazyLock<HashMap<Icon, Vec<Trace>>> = LazyLock::new(|| {
    let drawings = trace::read(include_str!("../../assets/icons.json"));
    Icon::ALL.into_iter().filter_map(|icon| Some((icon, drawings.get(&icon.key())?.clone()))).collect()
});

/// epaint mitres or cuts its joins: the line is broken at every corner, and a disc rounds the break.
fn stroke_with_round_joins(painter: &Painter, points: &[Pos2], closed: bool, width: f32, color: Color32) {
    let stroke = Stroke::new(width, color);
    // The soft edges of line and disc add up where they overlap: a disc of the full width would show as a bead.
    let cap = (width / 2.0 - 0.2).max(width * 0.4);
    let count = points.len();
    let at = |i: usize| points[i % count];
    let is_corner = |i: usize| {
        let (before, after) = (at(i) - at(i + count - 1), at(i + 1) - at(i));
        before.normalized().dot(after.normalized()) < 0.85
    };
    let corners: Vec<usize> =
        (0..count).filter(|&i| if closed { is_corner(i) } else { i > 0 && i + 1 < count && is_corner(i) }).collect();
    let breaks: Vec<usize> = match (closed, corners.first()) {
        (true, None) => {
            painter.add(Shape::closed_line(points.to_vec(), stroke));
            return;
        }
        (true, Some(first)) => corners.iter().copied().chain([first + count]).collect(),
        (false, _) => [0].into_iter().chain(corners).chain([count - 1]).collect(),
    };
    for piece in breaks.windows(2) {
        painter.add(Shape::line((piece[0]..=piece[1]).map(at).collect(), stroke));
        dot(painter, at(piece[0]), cap, color);
    }
    if let (false, Some(last)) = (closed, points.last()) {
        dot(painter, *last, cap, color);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_a_drawing_inside_its_grid() {
        for icon in Icon::ALL {
            assert!(icon.lines().count() > 0, "{icon:?} has no drawing");
            for line in icon.lines() {
                assert!(line.len() > 1, "{icon:?} has an empty line");
                assert!(line.iter().all(|p| (0.0..=GRID).contains(&p.x) && (0.0..=GRID).contains(&p.y)), "{icon:?}");
            }
        }
    }
}

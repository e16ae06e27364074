//! Strokes with round ends, and arcs fine enough to look round: epaint has neither.

use std::f32::consts::TAU;

use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2};

/// The widest piece of an arc, in degrees.
const PIECE: f32 = 2.5;

/// A point on a circle: 0 degrees is twelve o'clock, and degrees run clockwise.
pub fn on_ring(centre: Pos2, radius: f32, degrees: f32) -> Pos2 {
    centre + radius * Vec2::angled((degrees - 90.0).to_radians())
}

/// The points of an arc.
pub fn arc_points(centre: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    let pieces = ((to - from).abs() / PIECE).ceil().max(1.0);
    (0..=pieces as usize).map(|i| on_ring(centre, radius, from + (to - from) * i as f32 / pieces)).collect()
}

/// An arc with flat ends.
pub fn arc(painter: &Painter, centre: Pos2, radius: f32, [from, to]: [f32; 2], stroke: Stroke) {
    if to - from >= 360.0 {
        painter.add(Shape::closed_line(arc_points(centre, radius, from, to - PIECE), stroke));
    } else if to > from {
        painter.add(Shape::line(arc_points(centre, radius, from, to), stroke));
    }
}

/// An arc with round ends.
pub fn round_arc(painter: &Painter, centre: Pos2, radius: f32, [from, to]: [f32; 2], stroke: Stroke) {
    arc(painter, centre, radius, [from, to], stroke);
    if to > from && to - from < 360.0 {
        dot(painter, on_ring(centre, radius, from), stroke.width / 2.0, stroke.color);
        dot(painter, on_ring(centre, radius, to), stroke.width / 2.0, stroke.color);
    }
}

/// A line with round ends.
pub fn round_line(painter: &Painter, points: Vec<Pos2>, width: f32, color: Color32) {
    if let [first, .., last] = points[..] {
        dot(painter, first, width / 2.0, color);
        dot(painter, last, width / 2.0, color);
    }
    painter.add(Shape::line(points, Stroke::new(width, color)));
}

/// A whole circle, the radius taken to the middle of its line: epaint paints the stroke of a circle outside it.
pub fn circle(painter: &Painter, centre: Pos2, radius: f32, stroke: Stroke) {
    painter.circle_stroke(centre, radius - stroke.width / 2.0, stroke);
}

/// A filled disc.
pub fn dot(painter: &Painter, centre: Pos2, radius: f32, color: Color32) {
    if radius > 12.0 {
        painter.circle_filled(centre, radius, color);
    } else {
        // epaint's ready-made small discs come out wider than a line of the same width; as a polygon both agree.
        let count = 12 + 2 * radius as usize;
        let corners = (0..count).map(|i| centre + radius * Vec2::angled(TAU * i as f32 / count as f32));
        painter.add(Shape::convex_polygon(corners.collect(), color, Stroke::NONE));
    }
}

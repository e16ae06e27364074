//! Turns the drawings of `assets/icons.json`, a small part of SVG, into lines of points.
//!
//! The file is ours: what this does not know (rotated ellipses, transforms) is simply not used in it.

use std::{collections::HashMap, f32::consts::TAU};

use eframe::egui::{Vec2, vec2};
use serde::Deserialize;

/// How many pieces a curve, or a whole circle, is cut into: fine enough for an icon of 120 points.
const PIECES: usize = 12;

/// One line of a drawing, on its grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    pub points: Vec<Vec2>,
    pub closed: bool,
    pub filled: bool,
    pub stroked: bool,
    /// Its own stroke width, where it differs from the icon's.
    pub width: Option<f32>,
    /// The radius, when it is a filled circle.
    pub disc: Option<f32>,
}

impl Trace {
    /// The middle of its points.
    pub fn middle(&self) -> Vec2 {
        let sum = self.points.iter().fold(Vec2::ZERO, |sum, p| sum + *p);
        sum / self.points.len().max(1) as f32
    }
}

/// Reads every drawing of the file; an unreadable file gives none, which a test would notice.
pub fn read(json: &str) -> HashMap<String, Vec<Trace>> {
    #[derive(Deserialize)]
    struct Drawings {
        icons: HashMap<String, String>,
    }
    let Ok(drawings) = serde_json::from_str::<Drawings>(json) else { return HashMap::new() };
    drawings.icons.into_iter().map(|(name, svg)| (name, svg.split('<').flat_map(element).collect())).collect()
}

fn element(source: &str) -> Vec<Trace> {
    let number = |name: &str| attribute(source, name).and_then(|text| text.parse::<f32>().ok());
    let trace = Trace {
        filled: attribute(source, "fill").is_some_and(|fill| fill != "none"),
        stroked: attribute(source, "stroke") != Some("none"),
        width: number("stroke-width"),
        ..Trace::default()
    };
    let value = |name: &str| number(name).unwrap_or(0.0);
    if source.starts_with("circle") {
        let (centre, radius) = (vec2(value("cx"), value("cy")), value("r"));
        if let Some(dashes) = attribute(source, "stroke-dasharray") {
            return dashed_circle(centre, radius, dashes, &trace);
        }
        let points = (0..2 * PIECES).map(|i| on_circle(centre, radius, i as f32 / (2 * PIECES) as f32)).collect();
        let disc = trace.filled.then_some(radius);
        return vec![Trace { points, closed: true, disc, ..trace }];
    }
    if source.starts_with("rect") {
        let (min, size) = (vec2(value("x"), value("y")), vec2(value("width"), value("height")));
        return vec![Trace { points: rounded(min, min + size, value("rx")), closed: true, ..trace }];
    }
    if !source.starts_with("path") {
        return Vec::new();
    }
    let lines = Pen::default().follow(attribute(source, "d").unwrap_or_default());
    lines.into_iter().map(|(points, closed)| Trace { points, closed, ..trace.clone() }).collect()
}

fn attribute<'a>(source: &'a str, name: &str) -> Option<&'a str> {
    let start = source.find(&format!(" {name}=\""))? + name.len() + 3;
    source[start..].split('"').next()
}

fn on_circle(centre: Vec2, radius: f32, turn: f32) -> Vec2 {
    centre + radius * Vec2::angled(turn * TAU)
}

fn dashed_circle(centre: Vec2, radius: f32, dashes: &str, trace: &Trace) -> Vec<Trace> {
    let lengths: Vec<f32> = dashes.split(' ').filter_map(|text| text.parse().ok()).collect();
    let [dash, gap] = lengths[..] else { return Vec::new() };
    let round = TAU * radius;
    let count = (round / (dash + gap)).round().max(1.0);
    (0..count as usize)
        .map(|i| {
            let start = i as f32 / count;
            let points = (0..=4).map(|k| on_circle(centre, radius, start + dash / round * k as f32 / 4.0)).collect();
            Trace { points, ..trace.clone() }
        })
        .collect()
}

fn rounded(min: Vec2, max: Vec2, radius: f32) -> Vec<Vec2> {
    let (inner_min, inner_max) = (min + Vec2::splat(radius), max - Vec2::splat(radius));
    let corners = [
        (inner_max.x, inner_max.y),
        (inner_min.x, inner_max.y),
        (inner_min.x, inner_min.y),
        (inner_max.x, inner_min.y),
    ];
    let steps = if radius > 0.0 { 4 } else { 0 };
    let arc = |(quarter, (x, y)): (usize, (f32, f32))| {
        (0..=steps).map(move |k| on_circle(vec2(x, y), radius, (quarter as f32 + k as f32 / 4.0) / 4.0))
    };
    corners.into_iter().enumerate().flat_map(arc).collect()
}

/// Follows the commands of a path.
#[derive(Default)]
struct Pen {
    at: Vec2,
    /// The last control point, which a smooth curve mirrors.
    control: Option<Vec2>,
    lines: Vec<(Vec<Vec2>, bool)>,
}

impl Pen {
    fn follow(mut self, path: &str) -> Vec<(Vec<Vec2>, bool)> {
        for start in path.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).map(|(i, _)| i) {
            let command = &path[start..];
            let end = command[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(command.len(), |i| i + 1);
            let letter = command.chars().next().unwrap_or('z');
            self.obey(letter, &numbers(&command[1..end]));
        }
        self.lines.retain(|(points, _)| points.len() > 1);
        self.lines
    }

    fn obey(&mut self, letter: char, numbers: &[f32]) {
        let count = match letter.to_ascii_lowercase() {
            'h' | 'v' => 1,
            'm' | 'l' => 2,
            's' => 4,
            'c' => 6,
            'a' => 7,
            _ => {
                self.close();
                return;
            }
        };
        for (i, chunk) in numbers.chunks_exact(count).enumerate() {
            let from = if letter.is_ascii_lowercase() { self.at } else { Vec2::ZERO };
            let point = |k: usize| from + vec2(chunk[k], chunk[k + 1]);
            match letter.to_ascii_lowercase() {
                'm' if i == 0 => self.lift_to(point(0)),
                'm' | 'l' => self.line_to(point(0)),
                'h' => self.line_to(vec2(from.x + chunk[0], self.at.y)),
                'v' => self.line_to(vec2(self.at.x, from.y + chunk[0])),
                'c' => self.curve_to(point(0), point(2), point(4)),
                's' => self.curve_to(self.control.map_or(self.at, |c| self.at * 2.0 - c), point(0), point(2)),
                _ => self.arc_to(chunk[0], chunk[3] > 0.5, chunk[4] > 0.5, point(5)),
            }
        }
    }

    fn lift_to(&mut self, to: Vec2) {
        self.lines.push((vec![to], false));
        self.at = to;
        self.control = None;
    }

    fn line_to(&mut self, to: Vec2) {
        if let Some((points, _)) = self.lines.last_mut() {
            points.push(to);
        }
        self.at = to;
        self.control = None;
    }

    fn curve_to(&mut self, c1: Vec2, c2: Vec2, to: Vec2) {
        let from = self.at;
        for i in 1..=PIECES {
            let t = i as f32 / PIECES as f32;
            let u = 1.0 - t;
            self.line_to(from * (u * u * u) + c1 * (3.0 * u * u * t) + c2 * (3.0 * u * t * t) + to * (t * t * t));
        }
        self.control = Some(c2);
    }

    /// An arc of a circle: the drawings have no ellipses.
    fn arc_to(&mut self, radius: f32, large: bool, clockwise: bool, to: Vec2) {
        let from = self.at;
        let half = (to - from) / 2.0;
        let height = (radius * radius - half.length_sq()).max(0.0).sqrt();
        let toward = half.rot90().normalized() * height;
        let centre = from + half + if large == clockwise { toward } else { -toward };
        let reach = (from - centre).length();
        let start = (from - centre).angle();
        let mut sweep = ((to - centre).angle() - start).rem_euclid(TAU);
        if !clockwise {
            sweep -= TAU;
        }
        for i in 1..=PIECES {
            self.line_to(centre + reach * Vec2::angled(start + sweep * i as f32 / PIECES as f32));
        }
    }

    fn close(&mut self) {
        if let Some((points, closed)) = self.lines.last_mut() {
            *closed = true;
            if points.len() > 1 && points.first() == points.last() {
                points.pop();
            }
            self.at = points.first().copied().unwrap_or_default();
        }
    }
}

fn numbers(text: &str) -> Vec<f32> {
    let mut words = vec![String::new()];
    for c in text.chars() {
        let dotted = words.last().is_some_and(|word| word.contains('.'));
        if c == '-' || (c == '.' && dotted) || c == ' ' || c == ',' {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.iter().filter_map(|word| word.trim_matches([' ', ',']).parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_may_touch() {
        assert_eq!(numbers("1.7-1.7.8 2,.5"), [1.7, -1.7, 0.8, 2.0, 0.5]);
    }

    #[test]
    fn an_arc_keeps_to_its_side() {
        // The bow of a padlock bulges upward.
        let lines = Pen::default().follow("M8 8a3 3 0 0 1 6 0");
        let top = lines[0].0.iter().map(|p| p.y).fold(f32::INFINITY, f32::min);
        assert!((top - 5.0).abs() < 0.01);
    }
}

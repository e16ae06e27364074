//! The body figure: where on a body a site lies, from the front, from behind, or on the soles.
//!
//! Left and right are always the person's own. On the back view they are where the reader's are; on the front view the
//! figure faces the reader, so they change places.

mod choose;
mod drawn;
mod geometry;
mod thin;

use eframe::egui::{Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use super::theme::Tokens;
pub use crate::practice::figure::View;
use crate::practice::measure;
pub use choose::{Pointed, choose, place_near};
use geometry::{BODY, Patch};

/// The person's own side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
}

impl Side {
    /// Left, then right: the order of reading.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// Returns the side of a program or of the journal as the figure draws it; the middle is on neither.
    pub const fn of(side: measure::Side) -> Option<Self> {
        match side {
            measure::Side::Left => Some(Self::Left),
            measure::Side::Right => Some(Self::Right),
            measure::Side::Middle => None,
        }
    }

    /// Returns the side as a program and the journal write it.
    pub const fn written(self) -> measure::Side {
        match self {
            Self::Left => measure::Side::Left,
            Self::Right => measure::Side::Right,
        }
    }
}

impl View {
    /// Which half of the picture belongs to the person's side: 1 for x > 0, -1 for the other.
    fn half(self, side: Side) -> f32 {
        self.half_of(side.written()).unwrap_or_default()
    }
}

/// How a site is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Pressed, now or next.
    Press,
    /// Stretched, now or next.
    Stretch,
    /// Part of the program.
    Planned,
    /// Under the pointer.
    Pointed,
    /// Chosen.
    Chosen,
    /// Chosen: where a press there is often felt. The site itself stays as it is.
    Felt,
    /// The keyboard stands here.
    Focused,
}

/// A site that is marked on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lit<'a> {
    /// The site's id, e.g. `upper-trapezius`; an unknown one paints nothing.
    pub site: &'a str,
    /// The person's side.
    pub side: Side,
    /// How.
    pub mark: Mark,
}

/// How much the figure shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Drawing {
    /// Soft edges: a background for what is lit.
    #[default]
    Quiet,
    /// A map: clear edges, and hatching where nobody should press.
    Map,
}

/// A figure about to be painted.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// From where it is seen.
    pub view: View,
    /// The height of a whole body, crown to sole. The soles are drawn to the same scale.
    pub height: f32,
    /// The crown, on the midline.
    pub crown: Pos2,
    /// How much it shows.
    pub drawing: Drawing,
    /// What is marked on it.
    pub lit: &'a [Lit<'a>],
}

/// A site on the figure, on one side: something to point at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The site's id.
    pub site: &'static str,
    /// The person's side.
    pub side: Side,
    /// From where it is seen.
    pub view: View,
    /// The box around it.
    pub rect: Rect,
    /// A point well inside it.
    pub anchor: Pos2,
}

/// Paints figures that stand side by side, cropped to `clip`.
pub fn paint(painter: &Painter, clip: Rect, figures: &[Figure<'_>]) {
    let painter = painter.with_clip_rect(clip.intersect(painter.clip_rect()));
    for together in figures.chunks(drawn::TOGETHER) {
        painter.add(Shape::Mesh(drawn::base(painter.ctx(), together)));
    }
    // What is lit is cropped a hair wider: egui then begins a mesh of its own for it. In the same one, each frame would copy
    // the thirty thousand corners of the figures to make room.
    let above = painter.with_clip_rect(painter.clip_rect().expand(0.01));
    for figure in figures {
        figure.mark(&above);
    }
}

impl Figure<'_> {
    /// Paints the figure, cropped to `clip`.
    pub fn paint(&self, painter: &Painter, clip: Rect) {
        paint(painter, clip, std::slice::from_ref(self));
    }

    /// Paints what is lit.
    fn mark(&self, painter: &Painter) {
        let tokens = Tokens::of(painter.ctx());
        for lit in self.lit {
            if lit.mark == Mark::Felt {
                self.feel(painter, tokens, *lit);
            } else if let Some(patch) = BODY.region(self.view, lit.site) {
                self.light(painter, tokens, patch, *lit);
            }
        }
    }

    /// A point well inside a site on a side, where this view shows it.
    pub fn anchor(&self, site: &str, side: Side) -> Option<Pos2> {
        let patch = BODY.region(self.view, site)?;
        Some(self.project(patch.anchor(), self.view.half(side)))
    }

    /// Every place of this view, from head to foot, left before right.
    pub fn places(&self) -> Vec<Place> {
        let mut places: Vec<Place> = BODY
            .locked(self.view)
            .chain(BODY.regions(self.view))
            .flat_map(|(site, patch)| Side::BOTH.map(|side| self.place(site, side, patch)))
            .collect();
        places.sort_by_key(Place::order);
        places
    }

    /// The place under a point. What is locked lies deep, over or between the others, and comes first.
    pub fn place_at(&self, point: Pos2) -> Option<Place> {
        // The half that the point is in belongs to one side, so that left and right cannot be confused.
        let [left, right] = Side::BOTH.map(|side| (side, self.view.half(side)));
        let (side, half) = if (point.x - self.crown.x) * left.1 >= 0.0 { left } else { right };
        let apart = if self.view == View::Soles { geometry::SOLE_APART } else { 0.0 };
        let offset = (point - self.crown) / self.height;
        let at = vec2(offset.x * half - apart, offset.y);
        let mut sites = BODY.locked(self.view).chain(BODY.regions(self.view));
        let (site, patch) = sites.find(|(_, patch)| contains(&patch.polygon, at))?;
        Some(self.place(site, side, patch))
    }

    /// The site whose middle is nearest to a point, and how far that is.
    fn nearest(&self, point: Pos2) -> Option<(f32, &'static str, Side, &'static Patch)> {
        let sites = BODY.locked(self.view).chain(BODY.regions(self.view));
        let both = sites.flat_map(|(site, patch)| {
            Side::BOTH.map(|side| {
                let anchor = self.project(patch.anchor(), self.view.half(side));
                (anchor.distance(point), site, side, patch)
            })
        });
        both.min_by(|a, b| a.0.total_cmp(&b.0))
    }

    fn place(&self, site: &'static str, side: Side, patch: &Patch) -> Place {
        let anchor = self.project(patch.anchor(), self.view.half(side));
        Place { site, side, view: self.view, rect: Rect::from_points(&self.outline(patch, side)), anchor }
    }

    fn project(&self, point: Vec2, half: f32) -> Pos2 {
        let apart = if self.view == View::Soles { geometry::SOLE_APART } else { 0.0 };
        self.crown + vec2((point.x + apart) * half, point.y) * self.height
    }

    fn outline(&self, patch: &Patch, side: Side) -> Vec<Pos2> {
        patch.polygon.iter().map(|&p| self.project(p, self.view.half(side))).collect()
    }

    fn light(&self, painter: &Painter, tokens: &Tokens, patch: &Patch, lit: Lit<'_>) {
        let outline = self.outline(patch, lit.side);
        let fill = match lit.mark {
            Mark::Stretch => tokens.stretch,
            Mark::Planned => tokens.press_track,
            Mark::Pointed => tokens.press_track.lerp_to_gamma(tokens.press, 0.35),
            Mark::Focused => {
                // Around whatever the site is, so that it can be told from being chosen.
                painter.add(Shape::closed_line(outline.clone(), Stroke::new(9.0, tokens.focus)));
                painter.add(Shape::closed_line(outline, Stroke::new(3.4, tokens.surface)));
                return;
            }
            Mark::Press | Mark::Chosen | Mark::Felt => tokens.press,
        };
        let edge = match lit.mark {
            Mark::Planned => tokens.press,
            Mark::Pointed => tokens.ink,
            _ => fill,
        };
        if lit.mark == Mark::Chosen {
            painter.add(Shape::closed_line(outline.clone(), Stroke::new(6.8, tokens.ink)));
            painter.add(Shape::closed_line(outline.clone(), Stroke::new(3.4, tokens.surface)));
        }
        painter.add(Shape::mesh(patch.fill(&outline, fill)));
        // A mesh has hard edges; a line over them makes them soft.
        let width = match lit.mark {
            Mark::Planned | Mark::Pointed => 1.6,
            Mark::Chosen => 1.0,
            _ => 1.2,
        };
        painter.add(Shape::closed_line(outline, Stroke::new(width, edge)));
    }

    /// Soft outlines where a press at a site is often felt.
    fn feel(&self, painter: &Painter, tokens: &Tokens, lit: Lit<'_>) {
        let half = self.view.half(lit.side);
        for outline in BODY.felt(self.view, lit.site) {
            let mut line: Vec<Pos2> = outline.iter().map(|&p| self.project(p, half)).collect();
            line.extend(line.first().copied());
            painter.extend(Shape::dotted_line(&line, tokens.press, 3.9, 0.95));
        }
    }
}

impl Place {
    /// Sorts from head to foot, and left before right.
    fn order(&self) -> (i32, View, &'static str, Side) {
        (self.anchor.y.round() as i32, self.view, self.site, self.side)
    }
}

/// Whether a point lies in a polygon, convex or not.
fn contains(outline: &[Vec2], point: Vec2) -> bool {
    let mut inside = false;
    for (i, a) in outline.iter().enumerate() {
        let b = outline[(i + 1) % outline.len()];
        if (a.y > point.y) != (b.y > point.y) && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y) {
            inside = !inside;
        }
    }
    inside
}

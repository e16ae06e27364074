//! The figure without its marks: drawn once for a size and its colours, and kept as a mesh.

use std::sync::Arc;

use eframe::egui::{
    Color32, Context, Mesh, Pos2, Shape, Stroke,
    cache::{ComputerMut, FrameCache},
    epaint::{TessellationOptions, Tessellator},
    pos2, vec2,
};

use super::geometry::{BODY, Patch};
use super::{Drawing, Figure, View, thin};
use crate::ui::theme::{Theme, Tokens};

/// Figures without their marks. Nearly three thousand edges are tessellated once and then kept while they are shown, and all in
/// one mesh, for egui copies it each frame: room for the whole of it is made once.
pub fn base(ctx: &Context, figures: &[Figure<'_>]) -> Arc<Mesh> {
    let Some(first) = figures.first() else { return Arc::default() };
    let mut drawn = [None; TOGETHER];
    for (key, figure) in drawn.iter_mut().zip(figures) {
        // To a hair: scrolling changes the last digits.
        let aside = (figure.crown - first.crown) * HAIR;
        *key = Some(Key {
            view: figure.view,
            drawing: figure.drawing,
            theme: Theme::of(ctx),
            aside: [aside.x.round() as i32, aside.y.round() as i32],
            geometry: [figure.height, ctx.pixels_per_point()].map(f32::to_bits),
        });
    }
    let at = [first.crown.x, first.crown.y].map(f32::to_bits);
    ctx.memory_mut(|memory| Arc::clone(memory.caches.cache::<FigureCache>().get((drawn, at))))
}

/// So many figures share a mesh.
pub const TOGETHER: usize = 3;
/// So many meshes are kept wherever they are drawn next, for a page that scrolls.
const KEPT: usize = 3;
/// Parts of a point that make a difference.
const HAIR: f32 = 64.0;

type Drawn = [Option<Key>; TOGETHER];
type FigureCache = FrameCache<Arc<Mesh>, Painting>;

#[derive(Clone, Copy, PartialEq, Hash)]
struct Key {
    view: View,
    drawing: Drawing,
    theme: Theme,
    /// How far it stands from the first one.
    aside: [i32; 2],
    /// Height and pixels per point, as bits: floats have no hash.
    geometry: [u32; 2],
}

/// The meshes drawn last, with the crown of the first figure where all begins.
#[derive(Default)]
struct Painting(Vec<(Drawn, Mesh)>);

impl ComputerMut<(Drawn, [u32; 2]), Arc<Mesh>> for Painting {
    fn compute(&mut self, (drawn, at): (Drawn, [u32; 2])) -> Arc<Mesh> {
        let found = self.0.iter().position(|(other, _)| *other == drawn);
        let last = found.map_or_else(|| (drawn, tessellated(&drawn)), |index| self.0.remove(index));
        let [x, y] = at.map(f32::from_bits);
        let mut mesh = last.1.clone();
        mesh.translate(vec2(x, y));
        self.0.truncate(KEPT - 1);
        self.0.insert(0, last);
        Arc::new(mesh)
    }
}

fn tessellated(drawn: &Drawn) -> Mesh {
    let mut mesh = Mesh::default();
    for key in drawn.iter().flatten() {
        let [height, pixels_per_point] = key.geometry.map(f32::from_bits);
        let [x, y] = key.aside.map(|aside| aside as f32 / HAIR);
        let figure = Figure { view: key.view, height, crown: pos2(x, y), drawing: key.drawing, lit: &[] };
        let mut shapes = Vec::new();
        figure.shapes(key.theme.tokens(), pixels_per_point, &mut shapes);
        // No circles are tessellated here, so the atlas with its ready-made discs is not needed.
        let options = TessellationOptions::default();
        let mut tessellator = Tessellator::new(pixels_per_point, options, [1, 1], Vec::new());
        for shape in shapes {
            tessellator.tessellate_shape(shape, &mut mesh);
        }
    }
    thin::welded(&mesh)
}

impl Figure<'_> {
    /// Everything but the marks, from back to front.
    fn shapes(&self, tokens: &Tokens, pixels_per_point: f32, shapes: &mut Vec<Shape>) {
        let edge = Stroke::new(1.1, tokens.body_edge);
        let mut add = |patch: &Patch, half: f32, fill: Color32, edge: Stroke| {
            let outline: Vec<Pos2> = patch.polygon.iter().map(|&p| self.project(p, half)).collect();
            shapes.push(Shape::mesh(patch.fill(&outline, fill)));
            shapes.push(Shape::closed_line(thin::outline(&outline, pixels_per_point), edge));
        };
        let halves = [1.0, -1.0];
        for (patch, paired) in BODY.outline(self.view) {
            for &half in if paired { &halves[..] } else { &halves[..1] } {
                add(patch, half, tokens.body_fill, edge);
            }
        }
        let region_edge = match self.drawing {
            Drawing::Quiet => Stroke::new(1.0, tokens.body_edge),
            Drawing::Map => Stroke::new(1.0, tokens.region_edge),
        };
        let mut hatching = Vec::new();
        if self.drawing == Drawing::Map {
            // A spot with a single line of hatching, an eye, is too small to read as hatched.
            for spot in BODY.no_press(self.view).iter().filter(|spot| spot.hatch.len() > 1) {
                for &half in if spot.paired { &halves[..] } else { &halves[..1] } {
                    add(&spot.patch, half, tokens.body_fill, Stroke::new(0.8, tokens.hatch));
                    hatching.extend(spot.hatch.iter().map(|line| line.map(|p| self.project(p, half))));
                }
            }
        }
        for (_, patch) in BODY.regions(self.view) {
            for half in halves {
                add(patch, half, tokens.region, region_edge);
            }
        }
        if self.drawing == Drawing::Map {
            for (_, patch) in BODY.locked(self.view) {
                for half in halves {
                    let mut line: Vec<Pos2> = patch.polygon.iter().map(|&p| self.project(p, half)).collect();
                    line.extend(line.first().copied());
                    let dashes = Shape::dashed_line(&line, Stroke::new(1.0, tokens.region_edge), 3.0, 2.2);
                    shapes.extend(dashes);
                }
            }
        }
        shapes.extend(hatching.into_iter().map(|line| Shape::line_segment(line, Stroke::new(0.8, tokens.hatch))));
        for crease in BODY.creases(self.view) {
            for half in halves {
                let line: Vec<Pos2> = crease.iter().map(|&p| self.project(p, half)).collect();
                shapes.push(Shape::line(thin::line(&line, pixels_per_point), Stroke::new(1.0, tokens.body_edge)));
            }
        }
    }
}

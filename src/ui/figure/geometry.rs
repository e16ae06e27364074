//! The geometry of the figure as egui draws it.

use std::sync::LazyLock;

use eframe::egui::{Color32, Mesh, Pos2, Vec2, epaint::Vertex, epaint::WHITE_UV};

pub use crate::practice::figure::SOLE_APART;
use crate::practice::figure::{self, Body, FIGURE};

/// The whole figure.
pub static BODY: LazyLock<Body<Vec2>> = LazyLock::new(|| FIGURE.map());

/// A part of it.
pub type Patch = figure::Patch<Vec2>;

impl Patch {
    /// The filled polygon, its corners at these points of the screen.
    pub fn fill(&self, outline: &[Pos2], color: Color32) -> Mesh {
        Mesh {
            vertices: outline.iter().map(|&pos| Vertex { pos, uv: WHITE_UV, color }).collect(),
            indices: self.triangles.iter().flatten().copied().collect(),
            ..Mesh::default()
        }
    }
}

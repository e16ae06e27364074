//! The geometry of the figure, read once from `assets/body.json`. The unit is the height of the body, x 0 its midline.

use std::{collections::BTreeMap, sync::LazyLock};

use eframe::egui::{Color32, Mesh, Pos2, Vec2, epaint::Vertex, epaint::WHITE_UV};
use serde::{Deserialize, Deserializer};

use super::View;

/// How far from the midline each sole is drawn.
pub const SOLE_APART: f32 = 0.057;

/// The whole figure. A broken file gives an empty one, which a test would notice.
pub static BODY: LazyLock<Body> =
    LazyLock::new(|| Body::read(include_str!("../../../assets/body.json")).unwrap_or_default());

/// A part of the figure: a polygon that need not be convex, with the triangles that fill it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Patch {
    #[serde(deserialize_with = "points")]
    pub polygon: Vec<Vec2>,
    triangles: Vec<[u32; 3]>,
    #[serde(default)]
    anchor: Option<[f32; 2]>,
}

impl Patch {
    /// A point well inside: given in the file, else the mean of the corners.
    pub fn anchor(&self) -> Vec2 {
        let mean = || self.polygon.iter().fold(Vec2::ZERO, |sum, p| sum + *p) / self.polygon.len().max(1) as f32;
        self.anchor.map_or_else(mean, Vec2::from)
    }

    /// The filled polygon, its corners at these points of the screen.
    pub fn fill(&self, outline: &[Pos2], color: Color32) -> Mesh {
        Mesh {
            vertices: outline.iter().map(|&pos| Vertex { pos, uv: WHITE_UV, color }).collect(),
            indices: self.triangles.iter().flatten().copied().collect(),
            ..Mesh::default()
        }
    }
}

/// A place where nobody should press.
#[derive(Clone, Debug, Deserialize)]
pub struct Spot {
    #[serde(flatten)]
    pub patch: Patch,
    pub paired: bool,
    #[serde(rename = "hatch45", deserialize_with = "hatch")]
    pub hatch: Vec<[Vec2; 2]>,
}

/// Everything there is to paint.
#[derive(Clone, Debug, Default)]
pub struct Body {
    front: Half,
    back: Half,
    ear: Patch,
    sole: Patch,
    sole_regions: BTreeMap<String, Patch>,
}

#[derive(Clone, Debug, Default)]
struct Half {
    body: Patch,
    head: Patch,
    regions: BTreeMap<String, Patch>,
    no_press: Vec<Spot>,
    creases: Vec<Vec<Vec2>>,
}

impl Body {
    /// The parts of the silhouette from back to front, and whether each comes twice.
    pub fn outline(&self, view: View) -> Vec<(&Patch, bool)> {
        match self.half(view) {
            Some(half) => vec![(&self.ear, true), (&half.body, false), (&half.head, false)],
            None => vec![(&self.sole, true)],
        }
    }

    /// The sites of a view: the half where x > 0.
    pub fn regions(&self, view: View) -> impl Iterator<Item = (&str, &Patch)> {
        let regions = self.half(view).map_or(&self.sole_regions, |half| &half.regions);
        regions.iter().map(|(site, patch)| (site.as_str(), patch))
    }

    /// One site.
    pub fn region(&self, view: View, site: &str) -> Option<&Patch> {
        self.half(view).map_or(&self.sole_regions, |half| &half.regions).get(site)
    }

    /// Where nobody should press.
    pub fn no_press(&self, view: View) -> &[Spot] {
        self.half(view).map_or(&[], |half| &half.no_press)
    }

    /// Lines that are only drawn: collar bones, creases, fingers.
    pub fn creases(&self, view: View) -> &[Vec<Vec2>] {
        self.half(view).map_or(&[], |half| &half.creases)
    }

    fn half(&self, view: View) -> Option<&Half> {
        match view {
            View::Front => Some(&self.front),
            View::Back => Some(&self.back),
            View::Soles => None,
        }
    }

    fn read(json: &str) -> serde_json::Result<Self> {
        #[derive(Deserialize)]
        struct Views<T> {
            front: T,
            back: T,
        }
        #[derive(Deserialize)]
        struct Silhouette {
            body: Patch,
            head: Patch,
        }
        #[derive(Deserialize)]
        struct Outline {
            #[serde(flatten)]
            views: Views<Silhouette>,
            ear: Patch,
        }
        #[derive(Deserialize)]
        struct Soles {
            outline: Patch,
            #[serde(rename = "plantar-foot")]
            plantar_foot: Patch,
        }
        #[derive(Deserialize)]
        struct File {
            outline: Outline,
            regions: Views<BTreeMap<String, Patch>>,
            no_press: Views<BTreeMap<String, Spot>>,
            detail: Views<Vec<Vec<[f32; 2]>>>,
            soles: Soles,
        }
        let file: File = serde_json::from_str(json)?;
        let half = |shape: Silhouette, regions, spots: BTreeMap<String, Spot>, creases: Vec<Vec<[f32; 2]>>| Half {
            body: shape.body,
            head: shape.head,
            regions,
            no_press: spots.into_values().collect(),
            creases: creases.into_iter().map(|line| line.into_iter().map(Vec2::from).collect()).collect(),
        };
        let Views { front, back } = file.outline.views;
        Ok(Self {
            front: half(front, file.regions.front, file.no_press.front, file.detail.front),
            back: half(back, file.regions.back, file.no_press.back, file.detail.back),
            ear: file.outline.ear,
            sole: file.soles.outline,
            sole_regions: BTreeMap::from([("plantar-foot".to_owned(), file.soles.plantar_foot)]),
        })
    }
}

fn points<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec2>, D::Error> {
    Ok(Vec::<[f32; 2]>::deserialize(deserializer)?.into_iter().map(Vec2::from).collect())
}

fn hatch<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<[Vec2; 2]>, D::Error> {
    let lines = Vec::<[[f32; 2]; 2]>::deserialize(deserializer)?;
    Ok(lines.into_iter().map(|line| line.map(Vec2::from)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole() {
        assert!(Body::read(include_str!("../../../assets/body.json")).is_ok());
    }
}

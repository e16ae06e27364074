//! The geometry of the figure, read once from `assets/body.json`. The unit is the height of the body, x 0 its midline.

use std::{collections::BTreeMap, sync::LazyLock};

use eframe::egui::{Color32, Mesh, Pos2, Vec2, epaint::Vertex, epaint::WHITE_UV};
use serde::{Deserialize, Deserializer};

use super::View;

/// How far from the midline each sole is drawn.
pub const SOLE_APART: f32 = 0.036;

/// The whole figure. A broken file gives an empty one, which a test would notice.
pub static BODY: LazyLock<Body> = LazyLock::new(|| Body::read(FIGURE, AREAS).unwrap_or_default());

const FIGURE: &str = include_str!("../../../assets/body.json");
/// The sites that are locked, and where a press is often felt.
const AREAS: &str = include_str!("../../../assets/areas.json");

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
    felt: BTreeMap<String, Vec<Felt>>,
}

/// Where a press is often felt: a site that is drawn anyway, or an outline of its own.
#[derive(Clone, Debug, Deserialize)]
struct Felt {
    view: View,
    #[serde(default)]
    site: Option<String>,
    #[serde(default, deserialize_with = "points")]
    polygon: Vec<Vec2>,
}

#[derive(Clone, Debug, Default)]
struct Half {
    body: Patch,
    head: Patch,
    regions: BTreeMap<String, Patch>,
    locked: BTreeMap<String, Patch>,
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

    /// The sites of a view that only a therapist unlocks. They lie deep, over or between the others.
    pub fn locked(&self, view: View) -> impl Iterator<Item = (&str, &Patch)> {
        self.half(view).into_iter().flat_map(|half| &half.locked).map(|(site, patch)| (site.as_str(), patch))
    }

    /// One site, locked or not.
    pub fn region(&self, view: View, site: &str) -> Option<&Patch> {
        match self.half(view) {
            Some(half) => half.regions.get(site).or_else(|| half.locked.get(site)),
            None => self.sole_regions.get(site),
        }
    }

    /// The outlines in a view where a press at a site is often felt: the half where x > 0.
    pub fn felt(&self, view: View, site: &str) -> impl Iterator<Item = &[Vec2]> {
        self.felt.get(site).into_iter().flatten().filter(move |felt| felt.view == view).filter_map(move |felt| {
            match &felt.site {
                Some(site) => self.region(view, site).map(|patch| patch.polygon.as_slice()),
                None => Some(felt.polygon.as_slice()),
            }
        })
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

    fn read(figure: &str, areas: &str) -> serde_json::Result<Self> {
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
        #[derive(Deserialize)]
        struct Areas {
            locked: Views<BTreeMap<String, Patch>>,
            felt: BTreeMap<String, Vec<Felt>>,
        }
        let file: File = serde_json::from_str(figure)?;
        let areas: Areas = serde_json::from_str(areas)?;
        let half =
            |shape: Silhouette, regions, locked, spots: BTreeMap<String, Spot>, creases: Vec<Vec<[f32; 2]>>| Half {
                body: shape.body,
                head: shape.head,
                regions,
                locked,
                no_press: spots.into_values().collect(),
                creases: creases.into_iter().map(|line| line.into_iter().map(Vec2::from).collect()).collect(),
            };
        let Views { front, back } = file.outline.views;
        Ok(Self {
            front: half(front, file.regions.front, areas.locked.front, file.no_press.front, file.detail.front),
            back: half(back, file.regions.back, areas.locked.back, file.no_press.back, file.detail.back),
            ear: file.outline.ear,
            sole: file.soles.outline,
            sole_regions: BTreeMap::from([("plantar-foot".to_owned(), file.soles.plantar_foot)]),
            felt: areas.felt,
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
    use std::collections::BTreeSet;

    use super::*;
    use crate::practice::library::Site;

    #[test]
    fn the_files_are_whole() {
        assert!(Body::read(FIGURE, AREAS).is_ok());
    }

    #[test]
    fn every_site_of_the_library_is_drawn_and_no_other() {
        let views = [View::Front, View::Back, View::Soles];
        let drawn: BTreeSet<_> =
            views.iter().flat_map(|&view| BODY.regions(view).chain(BODY.locked(view))).map(|(site, _)| site).collect();
        let sites: BTreeSet<_> = Site::all().iter().map(|site| site.id.as_str()).collect();
        assert_eq!(drawn, sites);
        for &view in &views {
            assert!(BODY.locked(view).all(|(site, _)| Site::find(site).unwrap().locked));
        }
    }

    #[test]
    fn what_is_often_felt_names_sites_that_are_drawn() {
        for (site, areas) in &BODY.felt {
            assert!(Site::find(site).is_some(), "{site}");
            for felt in areas {
                let drawn = felt.site.as_ref().map(|other| BODY.region(felt.view, other).is_some());
                assert!(drawn.unwrap_or(felt.polygon.len() > 8), "{site}: {felt:?}");
            }
        }
    }
}

//! The body figure as plain numbers, read once from `assets/body.json` and `assets/areas.json`.
//!
//! The unit is the height of the body: y 0 is the crown, y 1 the soles, x 0 the midline. One half is stored, that of x > 0;
//! the other is its mirror image.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::measure::Side;

/// How far from the midline each sole is drawn.
pub const SOLE_APART: f32 = 0.036;

/// The whole figure. A broken file gives an empty one, which a test would notice.
pub static FIGURE: LazyLock<Body<Dot>> = LazyLock::new(|| Body::read(BODY, AREAS).unwrap_or_default());

const BODY: &str = include_str!("../../assets/body.json");
/// The sites that are locked, and where a press is often felt.
const AREAS: &str = include_str!("../../assets/areas.json");

/// A place on the figure: x, y.
pub type Dot = [f32; 2];

/// From where the body is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum View {
    /// Facing the reader.
    Front,
    /// From behind.
    Back,
    /// Both soles, from below.
    Soles,
}

impl View {
    /// Every view, that which shows a site best first.
    pub const BEST: [Self; 3] = [Self::Back, Self::Front, Self::Soles];

    /// Returns the view that shows a site best: the back, unless it lies at the front or under the foot only.
    pub fn of(site: &str) -> Option<Self> {
        Self::BEST.into_iter().find(|view| view.shows(site))
    }

    /// Returns true where the site can be seen from here.
    pub fn shows(self, site: &str) -> bool {
        FIGURE.region(self, site).is_some()
    }

    /// Returns which half of the picture belongs to the person's own side: 1 for x > 0, -1 for the other. Who faces the reader
    /// has the left hand where the reader has the right. The middle has no half of its own.
    pub const fn half_of(self, side: Side) -> Option<f32> {
        match (self, side) {
            (Self::Front, Side::Left) | (Self::Back | Self::Soles, Side::Right) => Some(1.0),
            (Self::Front, Side::Right) | (Self::Back | Self::Soles, Side::Left) => Some(-1.0),
            (_, Side::Middle) => None,
        }
    }
}

/// A part of the figure: a polygon that need not be convex, with the triangles that fill it.
#[derive(Clone, Debug, Default)]
pub struct Patch<P> {
    /// Its corners.
    pub polygon: Vec<P>,
    /// Triangles that fill it, by the places of their corners.
    pub triangles: Vec<[u32; 3]>,
    anchor: P,
}

impl<P: Copy> Patch<P> {
    /// Returns a point well inside: given in the file, else the mean of the corners.
    pub const fn anchor(&self) -> P {
        self.anchor
    }
}

/// A place where nobody should press.
#[derive(Clone, Debug)]
pub struct Spot<P> {
    /// Its outline.
    pub patch: Patch<P>,
    /// True where there is one on each half.
    pub paired: bool,
    /// Lines that hatch it.
    pub hatch: Vec<[P; 2]>,
}

/// Everything there is to draw, its points in whatever form suits who draws it.
#[derive(Clone, Debug, Default)]
pub struct Body<P> {
    front: Half<P>,
    back: Half<P>,
    ear: Patch<P>,
    sole: Patch<P>,
    sole_regions: BTreeMap<String, Patch<P>>,
    felt: BTreeMap<String, Vec<Felt<P>>>,
}

/// Where a press is often felt: a site that is drawn anyway, or an outline of its own.
#[derive(Clone, Debug)]
struct Felt<P> {
    view: View,
    site: Option<String>,
    polygon: Vec<P>,
}

#[derive(Clone, Debug, Default)]
struct Half<P> {
    body: Patch<P>,
    head: Patch<P>,
    regions: BTreeMap<String, Patch<P>>,
    locked: BTreeMap<String, Patch<P>>,
    no_press: Vec<Spot<P>>,
    creases: Vec<Vec<P>>,
}

impl<P> Body<P> {
    /// Returns the parts of the silhouette from back to front, and whether each comes twice.
    pub fn outline(&self, view: View) -> Vec<(&Patch<P>, bool)> {
        match self.half(view) {
            Some(half) => vec![(&self.ear, true), (&half.body, false), (&half.head, false)],
            None => vec![(&self.sole, true)],
        }
    }

    /// Returns the sites of a view: the half where x > 0.
    pub fn regions(&self, view: View) -> impl Iterator<Item = (&str, &Patch<P>)> {
        let regions = self.half(view).map_or(&self.sole_regions, |half| &half.regions);
        regions.iter().map(|(site, patch)| (site.as_str(), patch))
    }

    /// Returns the sites of a view that only a therapist unlocks. They lie deep, over or between the others.
    pub fn locked(&self, view: View) -> impl Iterator<Item = (&str, &Patch<P>)> {
        self.half(view).into_iter().flat_map(|half| &half.locked).map(|(site, patch)| (site.as_str(), patch))
    }

    /// Returns one site, locked or not.
    pub fn region(&self, view: View, site: &str) -> Option<&Patch<P>> {
        match self.half(view) {
            Some(half) => half.regions.get(site).or_else(|| half.locked.get(site)),
            None => self.sole_regions.get(site),
        }
    }

    /// Returns the outlines in a view where a press at a site is often felt: the half where x > 0.
    pub fn felt(&self, view: View, site: &str) -> impl Iterator<Item = &[P]> {
        self.felt.get(site).into_iter().flatten().filter(move |felt| felt.view == view).filter_map(move |felt| {
            match &felt.site {
                Some(site) => self.region(view, site).map(|patch| patch.polygon.as_slice()),
                None => Some(felt.polygon.as_slice()),
            }
        })
    }

    /// Returns where nobody should press.
    pub fn no_press(&self, view: View) -> &[Spot<P>] {
        self.half(view).map_or(&[], |half| &half.no_press)
    }

    /// Returns lines that are only drawn: collar bones, creases, fingers.
    pub fn creases(&self, view: View) -> &[Vec<P>] {
        self.half(view).map_or(&[], |half| &half.creases)
    }

    const fn half(&self, view: View) -> Option<&Half<P>> {
        match view {
            View::Front => Some(&self.front),
            View::Back => Some(&self.back),
            View::Soles => None,
        }
    }
}

impl Body<Dot> {
    /// Returns it with every point in another form.
    pub fn map<P: From<Dot>>(&self) -> Body<P> {
        Body {
            front: self.front.map(),
            back: self.back.map(),
            ear: self.ear.map(),
            sole: self.sole.map(),
            sole_regions: patches(&self.sole_regions),
            felt: self.felt.iter().map(|(site, felt)| (site.clone(), felt.iter().map(Felt::map).collect())).collect(),
        }
    }

    fn read(figure: &str, areas: &str) -> serde_json::Result<Self> {
        let file: file::Figure = serde_json::from_str(figure)?;
        let areas: file::Areas = serde_json::from_str(areas)?;
        let half = |shape: file::Silhouette, regions, locked, spots: BTreeMap<String, file::Spot>, creases| Half {
            body: shape.body.into(),
            head: shape.head.into(),
            regions: named(regions),
            locked: named(locked),
            no_press: spots.into_values().map(Spot::from).collect(),
            creases,
        };
        let file::Views { front, back } = file.outline.views;
        let felt = |felt: file::Felt| Felt { view: felt.view, site: felt.site, polygon: felt.polygon };
        Ok(Self {
            front: half(front, file.regions.front, areas.locked.front, file.no_press.front, file.detail.front),
            back: half(back, file.regions.back, areas.locked.back, file.no_press.back, file.detail.back),
            ear: file.outline.ear.into(),
            sole: file.soles.outline.into(),
            sole_regions: BTreeMap::from([("plantar-foot".to_owned(), file.soles.plantar_foot.into())]),
            felt: areas.felt.into_iter().map(|(site, all)| (site, all.into_iter().map(felt).collect())).collect(),
        })
    }
}

impl Patch<Dot> {
    fn map<P: From<Dot>>(&self) -> Patch<P> {
        Patch { polygon: points(&self.polygon), triangles: self.triangles.clone(), anchor: self.anchor.into() }
    }
}

impl Felt<Dot> {
    fn map<P: From<Dot>>(&self) -> Felt<P> {
        Felt { view: self.view, site: self.site.clone(), polygon: points(&self.polygon) }
    }
}

impl Half<Dot> {
    fn map<P: From<Dot>>(&self) -> Half<P> {
        let spot = |spot: &Spot<Dot>| Spot {
            patch: spot.patch.map(),
            paired: spot.paired,
            hatch: spot.hatch.iter().map(|line| line.map(P::from)).collect(),
        };
        Half {
            body: self.body.map(),
            head: self.head.map(),
            regions: patches(&self.regions),
            locked: patches(&self.locked),
            no_press: self.no_press.iter().map(spot).collect(),
            creases: self.creases.iter().map(|line| points(line)).collect(),
        }
    }
}

fn points<P: From<Dot>>(line: &[Dot]) -> Vec<P> {
    line.iter().copied().map(P::from).collect()
}

fn patches<P: From<Dot>>(patches: &BTreeMap<String, Patch<Dot>>) -> BTreeMap<String, Patch<P>> {
    patches.iter().map(|(site, patch)| (site.clone(), patch.map())).collect()
}

fn named(patches: BTreeMap<String, file::Patch>) -> BTreeMap<String, Patch<Dot>> {
    patches.into_iter().map(|(site, patch)| (site, patch.into())).collect()
}

impl From<file::Patch> for Patch<Dot> {
    fn from(written: file::Patch) -> Self {
        let count = written.polygon.len().max(1) as f32;
        let sum = written.polygon.iter().fold([0.0; 2], |sum, dot| [sum[0] + dot[0], sum[1] + dot[1]]);
        let anchor = written.anchor.unwrap_or_else(|| sum.map(|sum| sum / count));
        Self { polygon: written.polygon, triangles: written.triangles, anchor }
    }
}

impl From<file::Spot> for Spot<Dot> {
    fn from(written: file::Spot) -> Self {
        Self { patch: written.patch.into(), paired: written.paired, hatch: written.hatch }
    }
}

/// The two files as they are written.
mod file {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::{Dot, View};

    #[derive(Deserialize)]
    pub struct Figure {
        pub outline: Outline,
        pub regions: Views<BTreeMap<String, Patch>>,
        pub no_press: Views<BTreeMap<String, Spot>>,
        pub detail: Views<Vec<Vec<Dot>>>,
        pub soles: Soles,
    }

    #[derive(Deserialize)]
    pub struct Areas {
        pub locked: Views<BTreeMap<String, Patch>>,
        pub felt: BTreeMap<String, Vec<Felt>>,
    }

    #[derive(Deserialize)]
    pub struct Views<T> {
        pub front: T,
        pub back: T,
    }

    #[derive(Deserialize)]
    pub struct Outline {
        #[serde(flatten)]
        pub views: Views<Silhouette>,
        pub ear: Patch,
    }

    #[derive(Deserialize)]
    pub struct Silhouette {
        pub body: Patch,
        pub head: Patch,
    }

    #[derive(Deserialize)]
    pub struct Soles {
        pub outline: Patch,
        #[serde(rename = "plantar-foot")]
        pub plantar_foot: Patch,
    }

    #[derive(Deserialize)]
    pub struct Patch {
        pub polygon: Vec<Dot>,
        pub triangles: Vec<[u32; 3]>,
        #[serde(default)]
        pub anchor: Option<Dot>,
    }

    #[derive(Deserialize)]
    pub struct Spot {
        #[serde(flatten)]
        pub patch: Patch,
        pub paired: bool,
        #[serde(rename = "hatch45")]
        pub hatch: Vec<[Dot; 2]>,
    }

    #[derive(Deserialize)]
    pub struct Felt {
        pub view: View,
        #[serde(default)]
        pub site: Option<String>,
        #[serde(default)]
        pub polygon: Vec<Dot>,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::practice::library::Site;

    #[test]
    fn the_files_are_whole() {
        assert!(Body::read(BODY, AREAS).is_ok());
    }

    #[test]
    fn every_site_of_the_library_is_drawn_and_no_other() {
        let drawn: BTreeSet<_> = View::BEST
            .iter()
            .flat_map(|&view| FIGURE.regions(view).chain(FIGURE.locked(view)))
            .map(|(site, _)| site)
            .collect();
        let sites: BTreeSet<_> = Site::all().iter().map(|site| site.id.as_str()).collect();
        assert_eq!(drawn, sites);
        for &view in &View::BEST {
            assert!(FIGURE.locked(view).all(|(site, _)| Site::find(site).unwrap().locked));
        }
    }

    #[test]
    fn what_is_often_felt_names_sites_that_are_drawn() {
        for (site, areas) in &FIGURE.felt {
            assert!(Site::find(site).is_some(), "{site}");
            for felt in areas {
                let drawn = felt.site.as_ref().map(|other| FIGURE.region(felt.view, other).is_some());
                assert!(drawn.unwrap_or(felt.polygon.len() > 8), "{site}: {felt:?}");
            }
        }
    }

    #[test]
    fn who_faces_the_reader_has_left_where_the_reader_has_right() {
        assert_eq!(View::Front.half_of(Side::Left), Some(1.0));
        assert_eq!(View::Back.half_of(Side::Left), Some(-1.0));
        assert_eq!(View::Soles.half_of(Side::Left), Some(-1.0));
        for view in View::BEST {
            assert_eq!(view.half_of(Side::Left).map(|half| -half), view.half_of(Side::Right));
            assert_eq!(view.half_of(Side::Middle), None);
        }
    }
}

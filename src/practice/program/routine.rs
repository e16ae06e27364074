//! The routines, and what must hold between their points.

use super::collect::{Faults, Reported};
use super::fault::What;
use super::header::{SIDES, all};
use super::length::session_length;
use super::tree::Node;
use super::{Limits, Point, Routine, point};
use crate::practice::measure::Sides;

const MOST_ROUTINES: usize = 12;
const MOST_POINTS: usize = 6;

pub(super) fn routines(node: &Node, limits: Option<&Limits>, faults: &mut Faults) -> Result<Vec<Routine>, Reported> {
    let nodes = node.some(MOST_ROUTINES, faults)?;
    let mut names: Vec<(String, usize)> = Vec::new();
    let routines = nodes.iter().map(|node| routine(node, limits, &mut names, faults)).collect();
    all(routines)
}

fn routine(
    node: &Node,
    limits: Option<&Limits>,
    names: &mut Vec<(String, usize)>,
    faults: &mut Faults,
) -> Result<Routine, Reported> {
    let fields = node.fields(&["name", "points"], faults)?;
    let name = fields.need("name", faults).and_then(|node| {
        let name = node.line(80, faults)?;
        if let Some((_, first)) = names.iter().find(|(other, _)| *other == name) {
            let what = What::RoutineTwice { name, first_line: faults.line(*first) };
            return Err(node.fault(what, faults));
        }
        names.push((name.clone(), node.at));
        Ok(name)
    });
    let points = fields.need("points", faults).and_then(|node| points(&node, limits, faults));
    let routine = Routine { name: name?, points: points? };
    if let Some(limits) = limits {
        let (length, limit) = (session_length(&routine, *limits), limits.session);
        if length > limit {
            return Err(node.fault(What::SessionTooLong { length, limit }, faults));
        }
    }
    Ok(routine)
}

fn points(node: &Node, limits: Option<&Limits>, faults: &mut Faults) -> Result<Vec<Point>, Reported> {
    let nodes = node.some(MOST_POINTS, faults)?;
    let mut before: Vec<Worked> = Vec::new();
    let mut points = Vec::new();
    for node in &nodes {
        let point = point::point(node, limits, faults);
        let here = Worked::of(node, faults);
        let clash = here.as_ref().and_then(|here| here.clash(&before));
        let clash = clash.map(|what| node.peek("side").unwrap_or_else(|| node.clone()).fault(what, faults));
        before.extend(here);
        points.push(clash.map_or(point, Err));
    }
    all(points)
}

/// What a point works, read from its text alone: two points clash whatever else is wrong with them.
struct Worked {
    site: String,
    sides: Sides,
    line: usize,
}

impl Worked {
    fn of(point: &Node, faults: &Faults) -> Option<Self> {
        let (site, side) = (point.peek("site")?, point.peek("side")?);
        let name = site.peek("name");
        let site = site.string().or_else(|| name.as_ref()?.string())?;
        let sides = SIDES.into_iter().find(|sides| Some(sides.id()) == side.string())?;
        Some(Self { site: site.to_owned(), sides, line: faults.line(side.at) })
    }

    fn clash(&self, before: &[Self]) -> Option<What> {
        before.iter().filter(|other| other.site == self.site).find_map(|other| {
            let side = *self.sides.each().iter().find(|side| other.sides.each().contains(side))?;
            Some(What::SideTwice { site: self.site.clone(), side, first: other.sides, first_line: other.line })
        })
    }
}

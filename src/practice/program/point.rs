//! One point of a routine: where, on which side, with what, how hard.

use super::amounts::Numbers;
use super::collect::{Faults, Reported};
use super::fault::{Found, Named, Wanted, What};
use super::header::{CEILINGS, SIDES};
use super::tree::{Fields, Node};
use super::{Limits, OwnSite, Place, Point, press};
use crate::practice::library::{Region, Site, Tool};
use crate::practice::measure::{Amount, Discomfort, Sides};

const KEYS: [&str; 9] = ["site", "side", "tool", "ceiling", "unlock", "press", "stretch", "finish", "note"];

/// Reads a point; `limits` are the program's, if those could be read.
pub(super) fn point(node: &Node, limits: Option<&Limits>, faults: &mut Faults) -> Result<Point, Reported> {
    let fields = node.fields(&KEYS, faults)?;
    let place = fields.need("site", faults).and_then(|node| place(&node, faults));
    let known = place.as_ref().ok();
    let sides = fields.need("side", faults).and_then(|node| side(&node, known, faults));
    let tool = fields.maybe("tool", |node| tool(node, known, faults));
    let ceiling = fields.maybe("ceiling", |node| ceiling(node, known, limits, faults));
    let locked = lock(&fields, known, faults);
    let highest = highest(ceiling, known, limits);
    let press = fields.maybe("press", |node| press::press(node, known, highest, faults));
    let stretch = fields.maybe("stretch", |node| press::stretch(node, known, faults));
    let finish = fields.maybe("finish", |node| finish(node, faults));
    let note = fields.maybe("note", |node| node.prose(1000, faults));
    if fields.get("press").is_none() && fields.get("stretch").is_none() {
        return Err(node.fault(What::NothingToDo, faults));
    }
    locked?;
    let (place, press) = (place?, press?);
    Ok(Point {
        tool: tool?.or_else(|| usual_tool(&place)).filter(|_| press.is_some()),
        place,
        sides: sides?,
        ceiling: ceiling?,
        press,
        stretch: stretch?,
        finish: finish?,
        note: note?,
    })
}

fn place(node: &Node, faults: &mut Faults) -> Result<Place, Reported> {
    if node.string().is_some() {
        return node.named(Named::Site, Wanted::Site, Site::find, faults).map(Place::Known);
    }
    if node.found() != Found::Object {
        return Err(node.wrong(Wanted::Site, None, faults));
    }
    let fields = node.fields(&["name", "where", "region", "position"], faults)?;
    let name = fields.need("name", faults).and_then(|node| {
        let name = node.line(80, faults)?;
        match Site::find(&name) {
            Some(site) => Err(node.fault(What::OwnNameTaken { site }, faults)),
            None => Ok(name),
        }
    });
    let location = fields.need("where", faults).and_then(|node| node.line(500, faults));
    let region = fields.need("region", faults).and_then(|node| {
        let find = |id: &str| Region::ALL.into_iter().find(|region| region.id() == id);
        node.named(Named::Region, Wanted::Text, find, faults)
    });
    let position = fields.maybe("position", |node| node.line(500, faults));
    Ok(Place::Own(OwnSite { name: name?, location: location?, region: region?, position: position? }))
}

/// A site that is one of a pair has no middle.
fn side(node: &Node, place: Option<&Place>, faults: &mut Faults) -> Result<Sides, Reported> {
    let find = |id: &str| SIDES.into_iter().find(|sides| sides.id() == id);
    let sides = node.named(Named::Side, Wanted::Text, find, faults)?;
    match place {
        Some(Place::Known(site)) if !sides.each().iter().all(|side| site.sides.contains(side)) => {
            Err(node.fault(What::MiddleOfPair { site }, faults))
        }
        _ => Ok(sides),
    }
}

fn tool(node: &Node, place: Option<&Place>, faults: &mut Faults) -> Result<Tool, Reported> {
    let find = |id: &str| Tool::ALL.into_iter().find(|tool| tool.id() == id);
    let tool = node.named(Named::Tool, Wanted::Text, find, faults)?;
    match place {
        Some(Place::Known(site)) if !site.tools.contains(&tool) => {
            Err(node.fault(What::ToolNotForSite { tool, site }, faults))
        }
        _ => Ok(tool),
    }
}

fn usual_tool(place: &Place) -> Option<Tool> {
    match place {
        Place::Known(site) => site.tools.first().copied(),
        Place::Own(_) => None,
    }
}

fn ceiling(
    node: &Node,
    place: Option<&Place>,
    limits: Option<&Limits>,
    faults: &mut Faults,
) -> Result<Amount<Discomfort>, Reported> {
    let amount = CEILINGS.levels(node, faults)?;
    let ceiling = amount.max();
    if let Some(region) = place.map(Place::region).filter(|region| ceiling > region.cap()) {
        return Err(node.fault(What::CeilingAboveRegion { ceiling, region }, faults));
    }
    match limits.map(|limits| limits.ceiling) {
        Some(limit) if ceiling > limit => Err(node.fault(What::CeilingAboveLimits { ceiling, limit }, faults)),
        _ => Ok(amount),
    }
}

/// Vessels, nerves or organs lie close to a locked site: pressing it must be the therapist's explicit wish.
fn lock(fields: &Fields, place: Option<&Place>, faults: &mut Faults) -> Result<(), Reported> {
    let unlocked = fields.maybe("unlock", |node| node.switch(faults))?.unwrap_or(false);
    match (place, fields.get("press")) {
        (Some(Place::Known(site)), Some(press)) if site.locked && !unlocked => {
            Err(press.fault(What::LockedSite { site }, faults))
        }
        _ => Ok(()),
    }
}

/// Returns the highest ceiling that this point can ever have.
fn highest(
    ceiling: Result<Option<Amount<Discomfort>>, Reported>,
    place: Option<&Place>,
    limits: Option<&Limits>,
) -> Option<Discomfort> {
    let (place, limits) = (place?, limits?);
    let own = ceiling.ok()?.map_or_else(|| place.preset().ceiling(), Amount::max);
    Some(own.min(limits.ceiling).min(place.region().cap()))
}

fn finish(node: &Node, faults: &mut Faults) -> Result<u8, Reported> {
    let fields = node.fields(&["reps"], faults)?;
    let reps = fields.maybe("reps", |node| Numbers { least: 2, most: 5 }.one(node, faults));
    Ok(reps?.unwrap_or(3))
}

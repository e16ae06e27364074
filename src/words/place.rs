//! Sites, sides, tools and regions in words.

use i18n_embed_fl::fl;

use super::LOADER;
use crate::practice::library::{Region, Site, Source, Tool};
use crate::practice::measure::{Side, Sides};
use crate::practice::plan::Spot;
use crate::practice::program::{Place, Point, Routine};

/// A stretch has at most so many steps.
const STRETCH_STEPS: usize = 3;

/// Returns the name of a place: the site's, or the program's own.
pub fn name(place: &Place) -> String {
    of_site(place, "").unwrap_or_else(|| place.id().to_owned())
}

/// Returns the plain name of a place, e.g. `shoulder-top`; empty for a place of the program's own.
pub fn common(place: &Place) -> String {
    of_site(place, "-common").unwrap_or_default()
}

/// Returns the name of a site by its id; an id that is none is the name of a program's own place.
pub fn name_of(id: &str) -> String {
    Site::find(id).map_or_else(|| id.to_owned(), |site| LOADER.get(&format!("site-{}", site.id)))
}

/// Returns the plain name of a site by its id, or nothing.
pub fn common_of(id: &str) -> String {
    Site::find(id).map_or_else(String::new, |site| LOADER.get(&format!("site-{}-common", site.id)))
}

/// Returns where to press, in a sentence.
pub fn location(place: &Place) -> String {
    match place {
        Place::Known(_) => of_site(place, "-where").unwrap_or_default(),
        Place::Own(own) => own.location.clone(),
    }
}

/// Returns how to sit, stand or lie.
pub fn position(place: &Place) -> String {
    match place {
        Place::Known(_) => of_site(place, "-position").unwrap_or_default(),
        Place::Own(own) => own.position.clone().unwrap_or_default(),
    }
}

/// Returns how to stretch, in one go; the therapist's note has to do it for a place of the program's own.
pub fn stretch(place: &Place) -> String {
    stretch_steps(place).join(" ")
}

/// Returns how to stretch, step by step: two or three for a site, one for a place of the program's own.
pub fn stretch_steps(place: &Place) -> Vec<String> {
    match place {
        Place::Known(site) => {
            let keys = (1..=STRETCH_STEPS).map(|step| format!("site-{}-stretch-{step}", site.id));
            keys.take_while(|key| LOADER.has(key)).map(|key| LOADER.get(&key)).collect()
        }
        Place::Own(_) => vec![fl!(LOADER, "stretch-own")],
    }
}

/// Returns the no-press zones beside a site; none where nothing of that kind lies close.
pub fn no_press(site: &Site) -> Vec<String> {
    site.no_press.iter().map(|zone| LOADER.get(&format!("zone-{zone}"))).collect()
}

/// Returns where the library takes a site from.
pub fn sources(site: &Site) -> Vec<String> {
    site.sources.iter().copied().map(source).collect()
}

fn source(source: Source) -> String {
    LOADER.get(&format!("source-{}", source.id()))
}

/// Returns what to keep off, and when to stop.
pub fn caution(place: &Place) -> String {
    of_site(place, "-caution").unwrap_or_default()
}

/// Returns where a press here is often felt: a description, never a finding. Nothing for a place of the program's own.
pub fn felt(place: &Place) -> String {
    of_site(place, "-felt").unwrap_or_default()
}

/// Returns what to keep off at a site by its id, or nothing.
pub fn caution_of(id: &str) -> String {
    Site::find(id).map_or_else(String::new, |site| LOADER.get(&format!("site-{}-caution", site.id)))
}

/// Returns what to take in hand, and how to sit or stand.
pub fn setting(spot: &Spot) -> String {
    let take = spot.tool.map(tool_take).unwrap_or_default();
    [take, position(&spot.place)]
        .iter()
        .filter(|text| !text.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns "Left", "Right" or "Middle".
pub fn side(side: Side) -> String {
    match side {
        Side::Left => fl!(LOADER, "side-left"),
        Side::Right => fl!(LOADER, "side-right"),
        Side::Middle => fl!(LOADER, "side-middle"),
    }
}

/// Returns a site with its side, for a sentence: "left shoulder-top".
pub fn sided(id: &str, on: Option<Side>) -> String {
    let common = common_of(id);
    let place = if common.is_empty() { id.to_owned() } else { common };
    match on {
        Some(Side::Left) => fl!(LOADER, "sided-left", place = place),
        Some(Side::Right) => fl!(LOADER, "sided-right", place = place),
        Some(Side::Middle) | None => place,
    }
}

/// Returns a point with its side or sides, for a list: "Left shoulder-top".
pub fn with_sides(point: &Point) -> String {
    super::session::capital(&point_of(point))
}

/// As [`with_sides`], for a sentence: "left shoulder-top".
pub fn point_of(point: &Point) -> String {
    let id = point.place.id();
    match point.sides {
        Sides::One(side) => sided(id, Some(side)),
        Sides::Both => fl!(LOADER, "sides-both", place = sided(id, None)),
    }
}

/// Returns the name of a tool.
pub fn tool(tool: Tool) -> String {
    LOADER.get(&format!("tool-{}", tool.id()))
}

/// Returns the sentence that puts a tool in hand.
pub fn tool_take(tool: Tool) -> String {
    LOADER.get(&format!("tool-{}-take", tool.id()))
}

/// Returns the name of a region.
pub fn region(region: Region) -> String {
    LOADER.get(&format!("region-{}", region.id()))
}

/// Returns the regions of a routine in words, for "How is the pain in your … now?".
pub fn regions(routine: &Routine) -> String {
    let mut found: Vec<Region> = Vec::new();
    for point in &routine.points {
        let region = point.place.region();
        if !found.contains(&region) {
            found.push(region);
        }
    }
    parts(&found)
}

/// Returns parts of the body as a list in words: "neck, shoulder and arm".
pub fn parts(regions: &[Region]) -> String {
    let names: Vec<_> = regions.iter().copied().map(region).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => fl!(LOADER, "list-and", rest = rest.join(", "), last = last.clone()),
    }
}

fn of_site(place: &Place, suffix: &str) -> Option<String> {
    match place {
        Place::Known(site) => Some(LOADER.get(&format!("site-{}{suffix}", site.id))),
        Place::Own(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_site_tool_and_region_has_its_words() {
        let texts = ["", "-common", "-where", "-position", "-stretch-1", "-stretch-2", "-caution", "-felt"];
        let sites = Site::all().iter().flat_map(|site| texts.map(|text| format!("site-{}{text}", site.id)));
        let tools = Tool::ALL.iter().flat_map(|tool| ["", "-take"].map(|text| format!("tool-{}{text}", tool.id())));
        let regions = Region::ALL.iter().map(|region| format!("region-{}", region.id()));
        let zones = Site::all().iter().flat_map(|site| site.no_press.iter().map(|zone| format!("zone-{zone}")));
        let sources = Source::ALL.iter().map(|source| format!("source-{}", source.id()));
        let all = sites.chain(tools).chain(regions).chain(zones).chain(sources);
        let missing: Vec<_> = all.filter(|key| !LOADER.has(key)).collect();
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn a_stretch_has_two_or_three_short_steps_and_is_said_in_one_go() {
        for site in Site::all() {
            let place = Place::Known(site);
            let steps = stretch_steps(&place);
            assert!((2..=STRETCH_STEPS).contains(&steps.len()), "{}: {steps:?}", site.id);
            assert!(steps.iter().all(|step| step.ends_with('.') && step.len() <= 70), "{}: {steps:?}", site.id);
            assert_eq!(stretch(&place), steps.join(" "));
            assert!(!LOADER.has(&format!("site-{}-stretch-{}", site.id, STRETCH_STEPS + 1)), "{}", site.id);
        }
    }
}

//! Where a point is: found by name, picked on the map, or described in the therapist's words.

use eframe::egui::{Key, Rect, Ui, pos2};
use i18n_embed_fl::fl;

use super::Writing;
use super::cards::group;
use super::field::{Field, Pen, faults, id_of, one};
use super::map;
use super::routines::row_id;
use crate::practice::library::{Region, Site};
use crate::practice::measure::Side;
use crate::practice::program::draft::{PlaceDraft, PointDraft, SidesDraft};
use crate::ui::body::find;
use crate::ui::figure;
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, Chip, Chips};
use crate::ui::shell::{line, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::session::capital;
use crate::words::{LOADER, place};

/// The most that a search lists.
const LISTED: usize = 6;

/// How a place is being looked for.
#[derive(Debug, Default)]
pub struct Finder {
    /// What is written in the search.
    search: String,
    /// True while the map is open.
    on_map: bool,
    /// True while another place is looked for than the one that stands.
    again: bool,
}

/// Shows the place of a point, and ways to another.
pub fn place(ui: &mut Ui, pen: &mut Pen<'_>, writing: &mut Writing, (routine, index): (usize, usize), path: &str) {
    let Some(point) = writing.draft.routines.get_mut(routine).and_then(|routine| routine.points.get_mut(index)) else {
        return;
    };
    match &point.place {
        PlaceDraft::Site(id) if !id.is_empty() && !writing.finder.again => {
            if chosen(ui, id) {
                writing.finder.again = true;
                writing.seek = Some(format!("{path}.site"));
            }
            faults(ui, pen, vec![format!("{path}.site")]);
        }
        PlaceDraft::Own { .. } => own(ui, pen, point, path),
        PlaceDraft::Site(_) => {
            if finder(ui, pen, &mut writing.finder, point, path) {
                // The search is gone, and the keyboard goes on from the row.
                ui.memory_mut(|memory| memory.request_focus(row_id(routine, index)));
            }
        }
    }
    ui.add_space(12.0);
}

/// The place as it stands. True where another is asked for.
fn chosen(ui: &mut Ui, id: &str) -> bool {
    let tokens = Tokens::of(ui.ctx());
    let Some(site) = Site::find(id) else {
        text(ui, Face::Strong, tokens.ink, id);
        return ui.add(Button::tertiary(&fl!(LOADER, "editing-another-place"))).clicked();
    };
    let known = crate::practice::program::Place::Known(site);
    group(ui, &fl!(LOADER, "editing-place"));
    line(ui, &place::location(&known));
    ui.add(Button::tertiary(&fl!(LOADER, "editing-another-place"))).clicked()
}

/// The ways to a place. True once one was found.
fn finder(ui: &mut Ui, pen: &mut Pen<'_>, finder: &mut Finder, point: &mut PointDraft, path: &str) -> bool {
    let (top, before) = (ui.cursor().min, (finder.search.clone(), finder.on_map));
    let label = fl!(LOADER, "editing-find");
    let field_path = format!("{path}.site");
    let hint = fl!(LOADER, "body-search");
    one(ui, pen, Field::new(&label, field_path.as_str()).hint(hint), &mut finder.search);
    let field = ui.ctx().read_response(id_of(&field_path));
    let entered = field.is_some_and(|field| field.lost_focus()) && ui.input(|input| input.key_pressed(Key::Enter));
    let mut picked = None;
    if !finder.search.trim().is_empty() {
        let found = find(&finder.search);
        if found.sites.is_empty() {
            line(ui, &fl!(LOADER, "body-nothing"));
            ui.add_space(8.0);
        }
        for site in found.sites.iter().take(LISTED) {
            let (common, name) = (capital(&place::common_of(&site.id)), place::name_of(&site.id));
            let words = fl!(LOADER, "body-row", common = common, name = name);
            let button = Button::secondary(&words);
            let button = if site.locked { button.icon(Icon::Lock) } else { button };
            if ui.add(button).clicked() {
                picked = Some((*site, found.side));
            }
            ui.add_space(6.0);
        }
        if entered && let Some(site) = found.sites.first() {
            picked = Some((*site, found.side));
        }
    }
    ui.add_space(2.0);
    let [on_map, own] = [fl!(LOADER, "editing-on-map"), fl!(LOADER, "editing-own-place")];
    let mut chips = vec![Chip { chosen: finder.on_map, ..Chip::any(&on_map) }, Chip::any(&own)];
    let back = fl!(LOADER, "editing-keep-place");
    if finder.again {
        chips.push(Chip::any(&back));
    }
    match Chips(&chips).show(ui) {
        Some(0) => finder.on_map = !finder.on_map,
        Some(1) => {
            point.place = PlaceDraft::Own {
                name: finder.search.trim().to_owned(),
                location: String::new(),
                region: None,
                position: String::new(),
            };
            point.tool = None;
            *finder = Finder::default();
            return true;
        }
        Some(_) => *finder = Finder::default(),
        None => {}
    }
    if finder.on_map {
        ui.add_space(10.0);
        let from_map = map::pick(ui, point.site().zip(side_of(point)));
        picked = picked.or(from_map.map(|(site, side)| (site, Some(side))));
    }
    if before != (finder.search.clone(), finder.on_map) {
        // What is found, or the map, comes into sight with the field.
        let found = Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.cursor().top()));
        ui.scroll_to_rect(found.expand(12.0), None);
    }
    if let Some((site, side)) = picked {
        take(point, site, side);
        *finder = Finder::default();
    }
    picked.is_some()
}

/// Takes a site of the library, on the side that was named or pointed at.
fn take(point: &mut PointDraft, site: &Site, side: Option<figure::Side>) {
    point.pick(site);
    if let Some(side) = side {
        point.sides = SidesDraft::One(side.written());
    }
}

fn side_of(point: &PointDraft) -> Option<figure::Side> {
    match point.sides {
        SidesDraft::One(side) => figure::Side::of(side),
        SidesDraft::Both => Some(figure::Side::Left),
        SidesDraft::Open => None,
    }
}

/// A place that the library does not know.
fn own(ui: &mut Ui, pen: &mut Pen<'_>, point: &mut PointDraft, path: &str) {
    let PlaceDraft::Own { name, location, region, position } = &mut point.place else { return };
    let site = format!("{path}.site");
    let [label, whereabouts, posture] =
        [fl!(LOADER, "editing-own-name"), fl!(LOADER, "editing-own-where"), fl!(LOADER, "editing-own-position")];
    one(ui, pen, Field::new(&label, format!("{site}.name")), name);
    one(ui, pen, Field::new(&whereabouts, format!("{site}.where")), location);
    group(ui, &fl!(LOADER, "editing-own-region"));
    let words = Region::ALL.map(|region| capital(&place::region(region)));
    let chips: Vec<_> = Region::ALL
        .iter()
        .zip(&words)
        .map(|(of, words)| Chip { chosen: *region == Some(*of), ..Chip::one(words) })
        .collect();
    if let Some(clicked) = Chips(&chips).show(ui) {
        *region = Region::ALL.get(clicked).copied();
    }
    faults(ui, pen, vec![format!("{site}.region"), site.clone()]);
    ui.add_space(12.0);
    one(ui, pen, Field::new(&posture, format!("{site}.position")), position);
    if ui.add(Button::tertiary(&fl!(LOADER, "editing-known-place"))).clicked() {
        point.place = PlaceDraft::default();
        if point.sides == SidesDraft::One(Side::Middle) {
            point.sides = SidesDraft::Open;
        }
    }
}

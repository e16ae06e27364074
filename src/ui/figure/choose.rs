//! Choosing a site on figures, by pointer, by keyboard, or through a screen reader.

use eframe::egui::{Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{Figure, Place, Side, View};

/// How near a small site has to be pointed at: half of a target's 44 points.
const REACH: f32 = 22.0;

/// What is pointed at, and what was chosen just now.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pointed {
    /// Under the pointer.
    pub hovered: Option<Place>,
    /// On it the keyboard stands.
    pub focused: Option<Place>,
    /// Clicked, or pressed with the keyboard.
    pub chosen: Option<Place>,
}

impl Figure<'_> {
    /// As [`choose`], on this figure alone.
    pub fn choose(&self, ui: &mut Ui, area: Rect, name: impl Fn(&str, Side) -> String) -> Pointed {
        choose(ui, std::slice::from_ref(self), area, name)
    }

    /// As [`place_near`], on this figure alone.
    pub fn place_near(&self, point: Pos2) -> Option<Place> {
        place_near(std::slice::from_ref(self), point)
    }
}

/// Lets a site be chosen within `area`. `name` is what a screen reader says, e.g. "left upper trapezius".
///
/// The boxes around the sites overlap, so the pointer is asked where it is, and the boxes serve the keyboard alone. It comes to
/// each site once, from head to foot and left before right, whichever figure shows it best.
pub fn choose(ui: &mut Ui, figures: &[Figure<'_>], area: Rect, name: impl Fn(&str, Side) -> String) -> Pointed {
    let ground = ui.interact(area, ui.next_auto_id().with("figures"), Sense::CLICK);
    ui.skip_ahead_auto_ids(1);
    let pointer = if ground.contains_pointer() { ui.ctx().pointer_latest_pos() } else { None };
    let mut pointed = Pointed { hovered: pointer.and_then(|at| place_near(figures, at)), ..Pointed::default() };
    let clicked = ground.clicked() || keyed(ui, &stops(figures), name, &mut pointed);
    if clicked && pointed.chosen.is_none() {
        pointed.chosen = ui.ctx().pointer_interact_pos().and_then(|at| place_near(figures, at));
    }
    pointed
}

/// The place under a point, or else the nearest within reach of a finger.
pub fn place_near(figures: &[Figure<'_>], point: Pos2) -> Option<Place> {
    figures.iter().find_map(|figure| figure.place_at(point)).or_else(|| {
        let near = figures.iter().filter_map(|figure| Some((figure.nearest(point)?, figure)));
        let ((distance, site, side, patch), figure) = near.min_by(|a, b| a.0.0.total_cmp(&b.0.0))?;
        (distance <= REACH).then(|| figure.place(site, side, patch))
    })
}

/// Where the keyboard stops: a site that two figures show is one stop, on the figure that shows it best.
fn stops(figures: &[Figure<'_>]) -> Vec<Place> {
    let several = figures.len() > 1;
    let best = |place: &Place| !several || View::of(place.site) == Some(place.view);
    let mut places: Vec<Place> = figures.iter().flat_map(Figure::places).filter(best).collect();
    places.sort_by_key(Place::order);
    places
}

/// One widget for every place, in the order of reading. True if one of them was clicked by the pointer.
fn keyed(ui: &mut Ui, places: &[Place], name: impl Fn(&str, Side) -> String, pointed: &mut Pointed) -> bool {
    let mut clicked = false;
    for place in places {
        let target = Rect::from_center_size(place.anchor, Vec2::splat(2.0 * REACH));
        let response = ui.interact(target, ui.scope_id().with((place.site, place.side, place.view)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name(place.site, place.side)));
        if response.has_focus() {
            pointed.focused = Some(*place);
        }
        let by_pointer = ui.ctx().input(|input| input.pointer.any_click());
        if response.clicked() && by_pointer {
            clicked = true;
        } else if response.clicked() {
            pointed.chosen = Some(*place);
        }
    }
    clicked
}

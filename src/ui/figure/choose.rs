//! Choosing a site on the figure, by pointer, by keyboard, or through a screen reader.

use eframe::egui::{Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{Figure, Place, Side};

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
    /// Lets a site be chosen within `area`. `name` is what a screen reader says, e.g. "left upper trapezius".
    ///
    /// The boxes around the sites overlap, so the pointer is asked where it is, and the boxes serve the keyboard alone.
    pub fn choose(&self, ui: &mut Ui, area: Rect, name: impl Fn(&str, Side) -> String) -> Pointed {
        let ground = self.widget(ui, area, Sense::CLICK);
        let pointer = if ground.contains_pointer() { ui.ctx().pointer_latest_pos() } else { None };
        let mut pointed = Pointed { hovered: pointer.and_then(|at| self.place_near(at)), ..Pointed::default() };
        let places = self.places();
        let clicked = ground.clicked() || self.keyed(ui, &places, name, &mut pointed);
        if clicked && pointed.chosen.is_none() {
            pointed.chosen = ui.ctx().pointer_interact_pos().and_then(|at| self.place_near(at));
        }
        pointed
    }

    /// The place under a point, or else the nearest within reach of a finger.
    pub fn place_near(&self, point: Pos2) -> Option<Place> {
        self.place_at(point).or_else(|| {
            let near = self.places().into_iter().map(|place| (place.anchor.distance(point), place));
            let nearest = near.filter(|(distance, _)| *distance <= REACH).min_by(|a, b| a.0.total_cmp(&b.0));
            nearest.map(|(_, place)| place)
        })
    }

    /// One widget for every place, in the order of reading. True if one of them was clicked by the pointer.
    fn keyed(&self, ui: &mut Ui, places: &[Place], name: impl Fn(&str, Side) -> String, pointed: &mut Pointed) -> bool {
        let mut clicked = false;
        for place in places {
            let target = Rect::from_center_size(place.anchor, Vec2::splat(2.0 * REACH));
            let response = self.widget(ui, target, Sense::click());
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

    fn widget(&self, ui: &mut Ui, rect: Rect, sense: Sense) -> Response {
        let id = ui.next_auto_id().with(self.view);
        ui.skip_ahead_auto_ids(1);
        ui.interact(rect, id, sense)
    }
}

//! Body: a map of every site, what is known about the one that is chosen, and a list to search.

mod actions;
mod detail;
mod form;
mod list;
mod map;
mod marks;

use eframe::egui::{Key, Rect, Ui, UiBuilder, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, BodyView};
use super::figure::Side;
use super::icons::Icon;
use super::parts::text_field;
use super::shell::{banners, block, heading};
use crate::practice::hurts::{Hurt, Quality, Spot};
use crate::practice::library::Site;
use crate::practice::measure::Pain;
use crate::words::LOADER;

pub use list::{Found, find};
pub(super) use marks::badge;

/// From this width of the column on, the card stands beside the map.
const WIDE: f32 = 760.0;
/// From this width of the column on, the card is as wide as it is drawn.
const ROOMY: f32 = 980.0;
const GAP: f32 = 20.0;

/// What is chosen, and what is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BodyDraft {
    /// The site and the person's side that are lit; none at first.
    pub chosen: Option<Chosen>,
    /// What is written in the search field.
    pub search: String,
    /// What is being told about where it hurts, while that is open.
    pub form: Option<HurtForm>,
    /// True from the moment something is chosen until it was scrolled to.
    arrived: bool,
}

/// How it hurts at the chosen spot, as far as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HurtForm {
    /// How much.
    pub pain: Option<Pain>,
    /// What it is like.
    pub qualities: Vec<Quality>,
    /// Where it spreads to.
    pub spreads: Vec<Spot>,
    /// True while a click on the body chooses where it spreads to.
    pub choosing: bool,
}

/// A site on a side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// The site.
    pub site: &'static Site,
    /// The person's own side.
    pub side: Side,
}

impl BodyDraft {
    /// Chooses a site on a side, and puts the search away. Where a pain spreads to is being chosen, it is that which changes.
    pub fn choose(&mut self, site: &'static Site, side: Side) {
        self.search.clear();
        self.arrived = true;
        let chosen = Chosen { site, side };
        match &mut self.form {
            Some(form) if form.choosing => form.spread_to(chosen.spot(), self.chosen.map(Chosen::spot).as_ref()),
            form => {
                if let Some(form) = form {
                    form.spreads.retain(|spread| *spread != chosen.spot());
                }
                self.chosen = Some(chosen);
            }
        }
    }

    /// The chosen spot as the journal writes it.
    pub fn spot(&self) -> Option<Spot> {
        self.chosen.map(Chosen::spot)
    }

    /// The side to begin with where none was named: the one looked at last.
    fn side(&self) -> Side {
        self.chosen.map_or(Side::Left, |chosen| chosen.side)
    }

    fn is_searching(&self) -> bool {
        !self.search.trim().is_empty()
    }
}

impl Chosen {
    /// The same as the journal writes it.
    fn spot(self) -> Spot {
        Spot { site: self.site.id.clone(), side: self.side.written() }
    }
}

impl HurtForm {
    /// Takes a spot in, or out again; the one that hurts spreads to others.
    fn spread_to(&mut self, spot: Spot, here: Option<&Spot>) {
        if self.spreads.contains(&spot) {
            self.spreads.retain(|spread| *spread != spot);
        } else if here != Some(&spot) {
            self.spreads.push(spot);
        }
    }

    /// What is told, once it is enough to be kept.
    fn hurt(&self) -> Option<Hurt> {
        let pain = self.pain?;
        Some(Hurt { pain, qualities: self.qualities.clone(), spreads: self.spreads.clone() })
    }
}

/// Shows the screen and returns what was asked for; choosing and filling in change the draft alone.
pub fn body(ui: &mut Ui, view: &BodyView<'_>, draft: &mut BodyDraft) -> Option<Action> {
    let mut asked = banners(ui, view.banners);
    let width = ui.available_width();
    if width >= WIDE {
        let card = if width >= ROOMY { 352.0 } else { 316.0 };
        asked = asked.or(wide(ui, view, draft, card));
    } else {
        heading(ui, &fl!(LOADER, "room-body"));
        ui.add_space(10.0);
        search(ui, draft);
        ui.add_space(14.0);
        if draft.is_searching() {
            list::card(ui, view, draft, None);
            ui.add_space(16.0);
        }
        map::card(ui, view, draft);
        ui.add_space(14.0);
        map::legend(ui, view);
        ui.add_space(16.0);
        if draft.chosen.is_some() {
            let shown = block(ui, ui.available_width(), |ui| detail::card(ui, view, draft, 0.0));
            asked = asked.or(shown.0);
            if std::mem::take(&mut draft.arrived) {
                // The card lies below the map here: its first lines come into sight, and the map stays as far as it can.
                let foot = ui.cursor().top();
                let top = foot - shown.1.y;
                let lines = Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=(top + 130.0).min(foot));
                ui.scroll_to_rect(lines, None);
            }
        } else if !draft.is_searching() {
            list::card(ui, view, draft, None);
        }
    }
    asked
}

/// The map with a card beside it, and the search over the card, where the keyboard comes first.
fn wide(ui: &mut Ui, view: &BodyView<'_>, draft: &mut BodyDraft, card: f32) -> Option<Action> {
    let map_width = ui.available_width() - card - GAP;
    let (_, head) = ui.allocate_space(vec2(ui.available_width(), 48.0));
    let [left, right] = [head.with_max_x(head.left() + map_width), head.with_min_x(head.right() - card)];
    let mut at_left = ui.new_child(UiBuilder::new().max_rect(left));
    let title = heading(&mut at_left, &fl!(LOADER, "room-body")).rect;
    search(&mut ui.new_child(UiBuilder::new().max_rect(right)), draft);
    map::legend_at(ui, view, left.with_min_x(title.right() + 20.0));
    ui.add_space(18.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        block(ui, map_width, |ui| map::card(ui, view, draft));
        ui.add_space(GAP);
        let beside = |ui: &mut Ui| {
            if draft.is_searching() || draft.chosen.is_none() {
                list::card(ui, view, draft, Some(map::height(map_width)));
                None
            } else {
                detail::card(ui, view, draft, map::height(map_width))
            }
        };
        block(ui, card, beside).0
    })
    .inner
}

/// The field to search in. Enter chooses the first that is found.
fn search(ui: &mut Ui, draft: &mut BodyDraft) {
    let hint = fl!(LOADER, "body-search");
    let size = vec2(ui.available_width(), 48.0);
    let response = text_field(ui, &mut draft.search, &hint, Icon::Search, size).accessible_name(&hint);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered && draft.is_searching() {
        let found = find(&draft.search);
        if let Some(site) = found.sites.first() {
            let side = found.side.unwrap_or(draft.side());
            draft.choose(site, side);
        }
    }
}

/// A site on a side in words, e.g. "Left shoulder-top".
fn named(site: &Site, side: Side) -> String {
    let words = crate::words::session::capital(&crate::words::place::sided(&site.id, Some(side.written())));
    if site.locked { fl!(LOADER, "body-locked-name", place = words) } else { words }
}

//! The map, small, to pick a place on: where one clicks says which side it is.

use eframe::egui::{Align2, CursorIcon, Ui, vec2};
use i18n_embed_fl::fl;

use crate::practice::library::Site;
use crate::ui::figure::{Drawing, Figure, Lit, Mark, Side, View, choose};
use crate::ui::parts::paint_panel;
use crate::ui::theme::{Face, Tokens};
use crate::words::session::capital;
use crate::words::{LOADER, place};

/// The panel as it is drawn; it grows and shrinks with its width.
const WIDTH: f32 = 632.0;
const HEIGHT: f32 = 606.0;
const TALLEST: f32 = 560.0;

/// Shows the map, and returns what was picked on it.
pub fn pick(ui: &mut Ui, chosen: Option<(&'static Site, Side)>) -> Option<(&'static Site, Side)> {
    let tokens = Tokens::of(ui.ctx());
    let width = ui.available_width();
    let height = (width * 656.0 / WIDTH).min(TALLEST);
    let scale = height / 656.0;
    let (_, rect) = ui.allocate_space(vec2(width, height + 26.0));
    paint_panel(ui.painter(), rect, tokens.surface);
    let left = rect.center().x - WIDTH / 2.0 * scale;
    let at = |x: f32, y: f32| eframe::egui::pos2(left + x * scale, rect.top() + y * scale);
    let figure = |view, x, y| Figure { view, height: HEIGHT * scale, crown: at(x, y), drawing: Drawing::Map, lit: &[] };
    let figures =
        [figure(View::Front, 160.0, 16.0), figure(View::Back, 470.0, 16.0), figure(View::Soles, 582.0, 552.0)];
    let named = |site: &str, side| capital(&place::sided(site, Some(Side::written(side))));
    let pointed = choose(ui, &figures, rect.shrink(1.0), named);
    let mut lit: Vec<Lit<'_>> = Vec::new();
    if let Some(place) = pointed.hovered {
        lit.push(Lit { site: place.site, side: place.side, mark: Mark::Pointed });
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if let Some((site, side)) = chosen {
        lit.push(Lit { site: &site.id, side, mark: Mark::Chosen });
    }
    if let Some(place) = pointed.focused {
        lit.push(Lit { site: place.site, side: place.side, mark: Mark::Focused });
        lit.push(Lit { site: place.site, side: place.side, mark: Mark::Pointed });
    }
    for figure in figures {
        Figure { lit: &lit, ..figure }.paint(ui.painter(), rect.shrink(1.0));
    }
    let told = pointed.hovered.or(pointed.focused).map(|place| named(place.site, place.side));
    let told = told.unwrap_or_else(|| fl!(LOADER, "editing-map-hint"));
    let foot = rect.center_bottom() - vec2(0.0, 16.0);
    Face::Under.say(ui, foot, Align2::CENTER_CENTER, &told, tokens.ink_second);
    let picked = pointed.chosen?;
    Some((Site::find(picked.site)?, picked.side))
}

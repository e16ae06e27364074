//! Every site by name, part by part, or those that were looked for.

use eframe::egui::{Align2, Margin, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::BodyDraft;
use crate::practice::library::{Region, Site};
use crate::practice::measure;
use crate::ui::action::BodyView;
use crate::ui::figure::Side;
use crate::ui::icons::Icon;
use crate::ui::parts::hairline;
use crate::ui::shell::{card_with, outline, text};
use crate::ui::theme::{Face, Letters, Tokens, Weight};
use crate::words::session::capital;
use crate::words::{LOADER, place};

const ROW: f32 = 52.0;

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The sites, the closest first.
    pub sites: Vec<&'static Site>,
    /// The side, where one was named: "left calf".
    pub side: Option<Side>,
}

/// Looks for sites by plain name, anatomical name, part of the body, or where a press there is often felt. Every word has to be met; a side may be among them.
pub fn find(search: &str) -> Found {
    let search = search.to_lowercase();
    let [left, right] = [measure::Side::Left, measure::Side::Right].map(|side| place::side(side).to_lowercase());
    let mut side = None;
    let mut words: Vec<&str> = Vec::new();
    for word in search.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|word| !word.is_empty()) {
        if word == left {
            side = Some(Side::Left);
        } else if word == right {
            side = Some(Side::Right);
        } else {
            words.push(word);
        }
    }
    let mut sites: Vec<(usize, &'static Site)> =
        Site::all().iter().filter_map(|site| closeness(site, &words).map(|rank| (rank, site))).collect();
    // The order of the library stays where two are as close.
    sites.sort_by_key(|(rank, _)| *rank);
    Found { sites: sites.into_iter().map(|(_, site)| site).collect(), side }
}

/// How close a site comes to all of the words: 0 where a name begins so, 1 where a word of a name does, then anywhere else.
fn closeness(site: &Site, words: &[&str]) -> Option<usize> {
    let names = [place::common_of(&site.id), place::name_of(&site.id)].map(|name| name.to_lowercase());
    let region = place::region(site.region).to_lowercase();
    let rank = |word: &&str| {
        if names.iter().any(|name| name.starts_with(word)) {
            Some(0)
        } else if names.iter().flat_map(|name| name.split([' ', '-'])).any(|part| part.starts_with(word)) {
            Some(1)
        } else if names.iter().any(|name| name.contains(word)) {
            Some(2)
        } else {
            let felt = || site.felt.iter().any(|part| place::region(*part).to_lowercase().starts_with(word));
            if region.contains(word) { Some(3) } else { felt().then_some(4) }
        }
    };
    words.iter().map(rank).try_fold(0, |worst, rank| rank.map(|rank| worst.max(rank)))
}

/// Shows the list in a card: of this height with a scroll of its own, or as high as it is.
pub fn card(ui: &mut Ui, view: &BodyView<'_>, draft: &mut BodyDraft, height: Option<f32>) {
    let padding = Margin { left: 20, right: 14, top: 18, bottom: 18 };
    card_with(ui, padding, |ui| match height {
        Some(height) => {
            let inside = height - 38.0;
            ScrollArea::vertical()
                .id_salt("sites")
                .auto_shrink(false)
                .max_height(inside)
                .min_scrolled_height(inside)
                .show(ui, |ui| {
                    rows(ui, view, draft);
                });
        }
        None => rows(ui, view, draft),
    });
}

fn rows(ui: &mut Ui, view: &BodyView<'_>, draft: &mut BodyDraft) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let found = find(&draft.search);
    let side = found.side.unwrap_or(draft.side());
    let mut chosen = None;
    if !draft.is_searching() {
        let tokens = Tokens::of(ui.ctx());
        text(ui, Face::Lead, tokens.ink, &fl!(LOADER, "body-choose"));
        for region in Region::ALL {
            let sites: Vec<_> = found.sites.iter().filter(|site| site.region == region).collect();
            if !sites.is_empty() {
                part(ui, region);
            }
            for site in sites {
                if row(ui, view, site).clicked() {
                    chosen = Some(*site);
                }
            }
        }
    } else if found.sites.is_empty() {
        let tokens = Tokens::of(ui.ctx());
        text(ui, Face::Strong, tokens.ink, &fl!(LOADER, "body-nothing"));
        ui.add_space(4.0);
        text(ui, Face::Narrow, tokens.ink_second, &fl!(LOADER, "body-nothing-hint"));
    } else {
        for site in &found.sites {
            if row(ui, view, site).clicked() {
                chosen = Some(*site);
            }
        }
    }
    if let Some(site) = chosen {
        draft.choose(site, side);
    }
}

/// The name of a part of the body over its sites.
fn part(ui: &mut Ui, region: Region) {
    let tokens = Tokens::of(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 36.0));
    let at = pos2(rect.left(), rect.bottom() - 13.0);
    let words = capital(&place::region(region));
    let shown = Face::Caption.say(ui, at, Align2::LEFT_CENTER, &words, tokens.ink_third);
    hairline(ui.painter(), shown.rect.right() + 10.0..=rect.right() - 6.0, at.y);
}

fn row(ui: &mut Ui, view: &BodyView<'_>, site: &'static Site) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let width = ui.available_width() - 6.0;
    let common = capital(&place::common_of(&site.id));
    let name = place::name_of(&site.id);
    let letters = Letters { line: 21.0, ..Letters::new(Weight::SemiBold, 15.0) };
    let room = width - 44.0;
    let first = letters.lay_out(ui.painter(), &common, tokens.ink, room);
    let second = Face::Under.lay_out(ui.painter(), &name, tokens.ink_second, room);
    let text = first.size().y + second.size().y;
    let (rect, response) = ui.allocate_exact_size(vec2(width, ROW.max(text + 10.0)), Sense::click());
    let said = if site.locked {
        fl!(LOADER, "body-row-locked", common = common.as_str(), name = name.as_str())
    } else {
        fl!(LOADER, "body-row", common = common.as_str(), name = name.as_str())
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let ground = Rect::from_min_max(rect.min - vec2(10.0, 0.0), rect.max);
    if response.hovered() {
        ui.painter().rect_filled(ground, 12.0, tokens.sunk);
    }
    let at = pos2(rect.left(), rect.center().y - text / 2.0);
    let below = at + vec2(0.0, first.size().y);
    ui.painter().galley(at, first, tokens.ink);
    ui.painter().galley(below, second, tokens.ink_second);
    let mark = pos2(rect.right() - 18.0, rect.center().y);
    let points = view.program.into_iter().flat_map(|program| &program.routines).flat_map(|routine| &routine.points);
    if points.into_iter().any(|point| point.place.id() == site.id) {
        Icon::Program.paint(ui.painter(), mark, 20.0, tokens.press);
    } else if site.locked {
        Icon::Lock.paint(ui.painter(), mark, 20.0, tokens.ink_third);
    }
    outline(ui, &response, ground.shrink(3.0), 9.0);
    response
}

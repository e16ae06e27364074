//! What the lists of signs and of conditions are made of: cards whose rows scroll, rows to tick, and the way on.

use eframe::egui::{Align2, Frame, Id, Rect, Response, ScrollArea, Ui, UiBuilder, pos2, style::ScrollFadeStyle, vec2};
use i18n_embed_fl::fl;

use super::action::Action;
use super::icons::Icon;
use super::parts::{Button, CheckRow, card, hairline, paint_card};
use super::summary::page::Sheet;
use super::theme::{Face, tokens};
use crate::words::LOADER;
use crate::words::session::capital;

/// Above a page's column.
const ABOVE: f32 = 30.0;
/// Room for the way on, at the foot of the page.
const FOOT: f32 = 124.0;
/// The column beside the list.
pub(super) const ASIDE: f32 = 340.0;
/// Between cards.
pub(super) const GAP: f32 = 16.0;
/// The line under a list that scrolls.
const LIST_FOOT: f32 = 34.0;
const PADDING: f32 = 28.0;

/// The title of the page and the line under it; returns where the cards begin.
pub(super) fn head(ui: &mut Ui, sheet: Sheet, title: &str, lead: &str) -> f32 {
    let tokens = tokens(ui);
    let face = if sheet.width < 600.0 { Face::Title } else { Face::Display };
    let line = |ui: &mut Ui, top: f32, face: Face, words: &str, color| {
        face.say_within(ui, pos2(sheet.left, top), Align2::LEFT_TOP, words, color, sheet.width).rect.bottom()
    };
    let top = line(ui, sheet.top + 6.0, face, title, tokens.ink);
    line(ui, top + 6.0, Face::Body, lead, tokens.ink_second) + 28.0
}

/// Returns how high two columns may be that fill the window from there, where it is large enough for them.
pub(super) fn room_beside(sheet: Sheet, top: f32) -> Option<f32> {
    let room = sheet.seen - ABOVE - FOOT - (top - sheet.top);
    (sheet.is_wide() && room > 340.0).then_some(room)
}

/// One column of cards; returns its lower edge, too.
pub(super) fn column<R>(ui: &mut Ui, sheet: Sheet, top: f32, add: impl FnOnce(&mut Ui) -> R) -> (R, f32) {
    let column = sheet.rect(0.0, top, sheet.width, f32::INFINITY);
    ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        let added = add(ui);
        (added, ui.min_rect().bottom())
    })
    .inner
}

/// A card with rows to tick.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListCard<'a> {
    pub icon: Icon,
    pub title: &'a str,
    /// What stands at the foot where the rows scroll; nothing in one column.
    pub foot: &'a str,
}

impl ListCard<'_> {
    /// Fills a rectangle; what does not fit scrolls, and a line says that there is more.
    pub fn show_at<R>(self, ui: &mut Ui, rect: Rect, rows: impl FnOnce(&mut Ui) -> R) -> R {
        let tokens = tokens(ui);
        paint_card(ui.painter(), rect);
        let inside = rect.shrink2(vec2(PADDING, 20.0));
        let list = inside.with_max_y(rect.bottom() - LIST_FOOT);
        ui.scope_builder(UiBuilder::new().max_rect(list), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            self.head(ui);
            // The rows' hover reaches out of the column of words.
            let view_port = ui.available_rect_before_wrap().expand2(vec2(12.0, 0.0));
            let scrolled = ui.scope_builder(UiBuilder::new().max_rect(view_port), |ui| {
                // The fill tells egui what the rows fade into; a short list has no row to spare for it.
                let size = (0.15 * view_port.height()).min(40.0);
                ui.spacing_mut().scroll.fade = ScrollFadeStyle { size, strength: 1.0 };
                Frame::new().fill(tokens.surface).show(ui, |ui| {
                    ScrollArea::vertical().auto_shrink(false).id_salt(self.title).show(ui, |ui| {
                        let column = ui.max_rect().shrink2(vec2(12.0, 0.0));
                        let added = ui.scope_builder(UiBuilder::new().max_rect(column), rows).inner;
                        // The last row's focus outline reaches below it.
                        ui.add_space(6.0);
                        added
                    })
                })
            });
            let scrolled = scrolled.inner.inner;
            let left = scrolled.content_size.y - scrolled.state.clamped_offset().y - scrolled.inner_rect.height();
            let middle = rect.bottom() - LIST_FOOT / 2.0 - 2.0;
            if !self.foot.is_empty() {
                let at = pos2(inside.left(), middle);
                Face::Under.say(ui, at, Align2::LEFT_CENTER, self.foot, tokens.ink_third);
            }
            if left > 8.0 {
                let at = pos2(inside.right() - 26.0, middle);
                let more = fl!(LOADER, "check-more");
                let words = Face::Under.say(ui, at, Align2::RIGHT_CENTER, &more, tokens.ink_second);
                Icon::Down.paint(ui.painter(), pos2(words.rect.right() + 14.0, middle), 18.0, tokens.ink_second);
            }
            scrolled.inner
        })
        .inner
    }

    /// A card as high as its rows.
    pub fn show<R>(self, ui: &mut Ui, rows: impl FnOnce(&mut Ui) -> R) -> R {
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 0.0;
            self.head(ui);
            rows(ui)
        })
        .inner
    }

    /// Red is for what stops a session alone.
    fn head(self, ui: &mut Ui) {
        let tokens = tokens(ui);
        let (face, color, stroke) = match self.icon {
            Icon::Stop => (Face::Lead, tokens.stop, 2.1),
            _ => (Face::Strong, tokens.ink, 1.9),
        };
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 40.0));
        let middle = rect.top() + 14.0;
        self.icon.paint_stroked(ui.painter(), pos2(rect.left() + 11.0, middle), 22.0, color, stroke);
        let at = pos2(rect.left() + 32.0, middle);
        face.say_within(ui, at, Align2::LEFT_CENTER, self.title, tokens.ink, rect.width() - 32.0);
        hairline(ui.painter(), rect.x_range(), rect.bottom() - 1.0);
    }
}

/// A row with a line between it and the one above; `ticked` holds what is ticked, in that order.
pub(super) fn row<T: PartialEq>(ui: &mut Ui, above: Above, ticked: &mut Vec<T>, item: T, words: &str, example: &str) {
    if above == Above::Row {
        hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
    }
    let before = ticked.contains(&item);
    let mut now = before;
    let shown = ui.add(CheckRow::new(&mut now, words).under(example));
    follow(ui, &shown);
    if now && !before {
        ticked.push(item);
    } else if before && !now {
        ticked.retain(|other| *other != item);
    }
}

/// Scrolls to a row that the keyboard has come to: its own list alone, and not the one beside it.
fn follow(ui: &Ui, row: &Response) {
    let key = Id::unique("row that was followed");
    let followed = ui.data(|data| data.get_temp(key)) == Some(row.id);
    if row.has_focus() && !followed {
        ui.data_mut(|data| data.insert_temp(key, row.id));
        ui.scroll_to_rect(row.rect.expand(24.0), None);
    } else if followed && !row.has_focus() {
        ui.data_mut(|data| data.remove::<Id>(key));
    }
}

/// What stands above a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Above {
    /// A title, with its own line.
    Title,
    /// Another row.
    Row,
}

impl Above {
    /// Returns what stands above the row of that place in its list.
    pub fn at(index: usize) -> Self {
        if index == 0 { Self::Title } else { Self::Row }
    }
}

/// Each point of the routine, to be left out today.
pub(super) fn spots(ui: &mut Ui, points: &[(String, bool)]) -> Option<Action> {
    let mut asked = None;
    for (i, (place, skipped)) in points.iter().enumerate() {
        hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
        let mut skipped = *skipped;
        let shown = ui.add(CheckRow::new(&mut skipped, &capital(place)));
        follow(ui, &shown);
        if shown.changed() {
            asked = Some(Action::SkipPoint(i));
        }
    }
    asked
}

/// How the page is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// By the one filled button.
    On,
    /// By the words beside it.
    Back,
}

/// Where the ways on and back lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Foot {
    way_on: Rect,
    back: Rect,
}

impl Foot {
    /// Under two columns that end there: the way on under the right one, the way back under the left.
    pub fn beside(sheet: Sheet, bottom: f32) -> Self {
        Self {
            way_on: sheet.rect(sheet.width - ASIDE, bottom + 22.0, ASIDE, 60.0),
            back: sheet.rect(-4.0, bottom + 30.0, 130.0, 44.0),
        }
    }

    /// Under one column that ends there.
    pub fn under(sheet: Sheet, bottom: f32) -> Self {
        let way_on = sheet.rect(0.0, bottom + 22.0, sheet.width, 60.0);
        Self { way_on, back: sheet.rect(-4.0, way_on.bottom() + 12.0, 130.0, 44.0) }
    }

    /// The lower edge of the page.
    pub fn bottom(self) -> f32 {
        self.way_on.bottom().max(self.back.bottom())
    }

    /// The button says that nothing applies until something is `ticked`; without words for it there is no way back.
    pub fn show(self, ui: &mut Ui, ticked: usize, back: Option<&str>) -> Option<Left> {
        let words = if ticked == 0 { fl!(LOADER, "check-none") } else { fl!(LOADER, "check-continue") };
        let button = Button::primary(&words).large().at_least(self.way_on.size());
        let button = if ticked == 0 { button.icon(Icon::Check) } else { button };
        let mut left = ui.put(self.way_on, button).clicked().then_some(Left::On);
        if let Some(words) = back {
            let button = |ui: &mut Ui| ui.add(Button::tertiary(words));
            if ui.scope_builder(UiBuilder::new().max_rect(self.back), button).inner.clicked() {
                left = Some(Left::Back);
            }
        }
        left
    }
}

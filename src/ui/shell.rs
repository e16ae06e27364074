//! The frame around every screen: the rail with its five rooms, and one column that scrolls when the window is short.

mod doses;
mod page;

use eframe::egui::{Align2, Id, Memory, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, Room};
use super::icons::Icon;
use super::parts::{RAIL_WIDTH, RailItem, rail};
use super::theme::{Tokens, Weight, font};
use crate::words::LOADER;

pub(super) use crate::words::dates::{day_and_month, month_name, weekday_name, whole_day};
pub(super) use doses::{pressed, times};
pub use page::banners;
pub(super) use page::{
    beside, block, card_of_height, card_with, choice, fitting, heading, label, line, outline, pair, place_at, quoted,
    side_pill, text,
};

/// How wide the column grows.
const COLUMN: f32 = 1004.0;
/// A window narrower or lower than this has no room for the rail beside the page.
const LEAST_FOR_RAIL: (f32, f32) = (620.0, 440.0);
/// A room above the page that is narrower shows its icon alone.
const LEAST_FOR_WORDS: f32 = 58.0;

/// Shows a screen with the rail beside it, and returns what was asked for in either.
pub fn shell(ui: &mut Ui, current: Room, add: impl FnOnce(&mut Ui) -> Option<Action>) -> Option<Action> {
    page_of(ui, Some(current), add)
}

/// Shows a screen that has to be done with before another room is gone to: no rail.
pub fn alone(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> Option<Action>) -> Option<Action> {
    page_of(ui, None, add)
}

fn page_of(ui: &mut Ui, room: Option<Room>, add: impl FnOnce(&mut Ui) -> Option<Action>) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let window = ui.max_rect();
    ui.painter().rect_filled(window, 0.0, tokens.ground);
    let wide = window.width() >= LEAST_FOR_RAIL.0 && window.height() >= LEAST_FOR_RAIL.1;
    let with_rail = wide && room.is_some();
    let mut gone = room.filter(|_| with_rail).and_then(|current| rooms_at_the_side(ui, current));
    let left = window.left() + if with_rail { RAIL_WIDTH } else { 0.0 };
    let page = Rect::from_min_max(pos2(left, window.top()), window.max);
    let asked = ui.scope_builder(UiBuilder::new().max_rect(page), |ui| {
        ScrollArea::vertical().id_salt(("page", room.map(|room| room as u8))).auto_shrink(false).show(ui, |ui| {
            let top = ui.cursor().min;
            if let Some(current) = room.filter(|_| !with_rail) {
                gone = rooms_on_top(ui, current);
            }
            let column = column(ui);
            let asked = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let asked = add(ui);
                ui.add_space(22.0);
                asked
            });
            follow_focus(ui, Rect::from_min_max(top, asked.response.rect.max));
            asked.inner
        })
    });
    gone.or(asked.inner.inner)
}

/// Returns where the page's content goes.
fn column(ui: &Ui) -> Rect {
    let free = ui.available_rect_before_wrap();
    let (margin, top) = if free.width() >= 800.0 { (40.0, 30.0) } else { (20.0, 18.0) };
    let width = (free.width() - 2.0 * margin).clamp(200.0, COLUMN);
    let left = free.left() + ((free.width() - width) / 2.0).max(0.0).floor();
    Rect::from_min_max(pos2(left, free.top() + top), pos2(left + width, free.bottom().max(free.top() + 60.0)))
}

/// The rooms in the order of the rail.
fn rooms() -> [(Room, Icon, String); 5] {
    [
        (Room::Today, Icon::Today, fl!(LOADER, "room-today")),
        (Room::Program, Icon::Program, fl!(LOADER, "room-program")),
        (Room::Body, Icon::Body, fl!(LOADER, "room-body")),
        (Room::Journal, Icon::Journal, fl!(LOADER, "room-journal")),
        (Room::Settings, Icon::Settings, fl!(LOADER, "room-settings")),
    ]
}

fn rooms_at_the_side(ui: &mut Ui, current: Room) -> Option<Action> {
    let rooms = rooms();
    let items: Vec<_> = rooms.iter().map(|(_, icon, label)| RailItem { icon: *icon, label }).collect();
    let index = rooms.iter().position(|(room, ..)| *room == current).unwrap_or_default();
    rail(ui, &items, index).map(|clicked| Action::Go(rooms[clicked].0))
}

/// The same rooms side by side above the page, where the window is small or everything is drawn large.
fn rooms_on_top(ui: &mut Ui, current: Room) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let rooms = rooms();
    let (_, bar) = ui.allocate_space(vec2(ui.available_width(), 60.0));
    ui.painter().rect_filled(bar, 0.0, tokens.rail);
    let pitch = (bar.width() / rooms.len() as f32).min(120.0);
    let mut asked = None;
    for (i, (room, icon, label)) in rooms.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(bar.left() + pitch * i as f32, bar.top()), vec2(pitch, bar.height()));
        let rect = rect.shrink2(vec2(3.0, 4.0));
        let response = ui.interact(rect, Id::unique(("room", i)), Sense::click());
        let is_current = *room == current;
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_current, label));
        let (fill, color) = match (is_current, response.hovered()) {
            (true, _) => (tokens.surface, tokens.ink),
            (false, true) => (tokens.sunk, tokens.ink_second),
            (false, false) => (tokens.rail, tokens.ink_second),
        };
        let painter = ui.painter();
        painter.rect_filled(rect, 14.0, fill);
        if rect.width() >= LEAST_FOR_WORDS {
            icon.paint(painter, rect.center() - vec2(0.0, 9.0), 22.0, color);
            let words = font(Weight::SemiBold, 13.0);
            painter.text(rect.center() + vec2(0.0, 15.0), Align2::CENTER_CENTER, label, words, color);
        } else {
            icon.paint(painter, rect.center(), 24.0, color);
        }
        outline(ui, &response, rect.shrink(3.0), 12.0);
        if response.clicked() {
            asked = Some(Action::Go(*room));
        }
    }
    asked
}

/// Scrolls to what the keyboard came to, which egui leaves to us.
fn follow_focus(ui: &Ui, page: Rect) {
    let focused = ui.memory(Memory::focused);
    let key = Id::unique("focus that was followed");
    let before: Option<Id> = ui.data(|data| data.get_temp(key)).flatten();
    if focused == before {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, focused));
    let rect = focused.and_then(|id| ui.ctx().read_response(id)).map(|response| response.rect);
    if let Some(rect) = rect.filter(|rect| page.intersects(*rect)) {
        ui.scroll_to_rect(rect.expand(24.0), None);
    }
}

//! What may be wrong: the list of signs, before a session and inside one.

use eframe::egui::{Align2, Frame, Rect, ScrollArea, Ui, UiBuilder, pos2, style::ScrollFadeStyle, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, CheckView, Room};
use super::icons::Icon;
use super::parts::{Button, CheckRow, card, hairline, paint_card};
use super::summary::page::{Sheet, follow_focus};
use super::theme::{Face, Tokens, tokens};
use crate::practice::safety::{Flag, Sign};
use crate::words::session::capital;
use crate::words::{LOADER, safety};

/// What is ticked, and not yet marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckDraft {
    /// The signs, in the order they were ticked.
    pub ticked: Vec<Flag>,
}

/// Above a page's column.
const ABOVE: f32 = 30.0;
/// Room for the way on, at the foot of the page.
const FOOT: f32 = 124.0;
/// The line under a list that scrolls.
const LIST_FOOT: f32 = 34.0;
const PADDING: f32 = 28.0;

/// Shows the screen.
pub fn check(ui: &mut Ui, view: &CheckView<'_>, draft: &mut CheckDraft) -> Option<Action> {
    let sheet = Sheet::of(ui);
    let top = head(ui, view, sheet);
    let room = sheet.seen - ABOVE - FOOT - (top - sheet.top);
    let (bottom, asked) = if sheet.is_wide() && room > 340.0 {
        beside(ui, view, draft, sheet, top, room)
    } else {
        under(ui, view, draft, sheet, top)
    };
    sheet.take(ui, bottom);
    asked
}

fn head(ui: &mut Ui, view: &CheckView<'_>, sheet: Sheet) -> f32 {
    let tokens = tokens(ui);
    let (title, lead) = if view.points.is_empty() {
        (fl!(LOADER, "check-title-inside"), fl!(LOADER, "check-lead-inside"))
    } else {
        (fl!(LOADER, "check-title"), fl!(LOADER, "check-lead"))
    };
    let face = if sheet.width < 600.0 { Face::Title } else { Face::Display };
    let line = |ui: &mut Ui, top: f32, face: Face, words: &str, color| {
        face.say_within(ui, pos2(sheet.left, top), Align2::LEFT_TOP, words, color, sheet.width).rect.bottom()
    };
    let top = line(ui, sheet.top + 6.0, face, &title, tokens.ink);
    line(ui, top + 6.0, Face::Body, &lead, tokens.ink_second) + 28.0
}

/// Two columns that fill the window: the list scrolls in its card, and the way on stays in sight.
fn beside(
    ui: &mut Ui,
    view: &CheckView<'_>,
    draft: &mut CheckDraft,
    sheet: Sheet,
    top: f32,
    room: f32,
) -> (f32, Option<Action>) {
    let width = sheet.width - 356.0;
    let list = sheet.rect(0.0, top, width, room);
    scrolling_list(ui, view, draft, list);
    let column = sheet.rect(width + 16.0, top, 340.0, room);
    let skipped = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| aside(ui, view, room)).inner;
    let way_on = sheet.rect(width + 16.0, list.bottom() + 22.0, 340.0, 60.0);
    let back = sheet.rect(-4.0, list.bottom() + 30.0, 130.0, 44.0);
    let left = foot(ui, view, draft, way_on, back);
    (way_on.bottom(), skipped.or(left))
}

/// One column, and the whole page scrolls.
fn under(ui: &mut Ui, view: &CheckView<'_>, draft: &mut CheckDraft, sheet: Sheet, top: f32) -> (f32, Option<Action>) {
    let column = sheet.rect(0.0, top, sheet.width, f32::INFINITY);
    let (skipped, bottom) = ui
        .scope_builder(UiBuilder::new().max_rect(column), |ui| {
            ui.spacing_mut().item_spacing.y = 16.0;
            card(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 0.0;
                list_title(ui);
                signs(ui, view, draft);
            });
            let skipped = aside(ui, view, f32::INFINITY);
            (skipped, ui.min_rect().bottom())
        })
        .inner;
    let way_on = sheet.rect(0.0, bottom + 22.0, sheet.width, 60.0);
    let back = sheet.rect(-4.0, way_on.bottom() + 12.0, 130.0, 44.0);
    let left = foot(ui, view, draft, way_on, back);
    (back.bottom(), skipped.or(left))
}

fn scrolling_list(ui: &mut Ui, view: &CheckView<'_>, draft: &mut CheckDraft, rect: Rect) {
    let tokens = tokens(ui);
    paint_card(ui.painter(), rect);
    let inside = rect.shrink2(vec2(PADDING, 20.0));
    ui.scope_builder(UiBuilder::new().max_rect(inside.with_max_y(rect.bottom() - LIST_FOOT)), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        list_title(ui);
        // The rows' hover reaches out of the column of words.
        let view_port = ui.available_rect_before_wrap().expand2(vec2(12.0, 0.0));
        let scrolled = ui.scope_builder(UiBuilder::new().max_rect(view_port), |ui| {
            // The fill tells egui what the rows fade into.
            ui.spacing_mut().scroll.fade = ScrollFadeStyle { size: 40.0, strength: 1.0 };
            Frame::new().fill(tokens.surface).show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).id_salt("signs").show(ui, |ui| {
                    let column = ui.max_rect().shrink2(vec2(12.0, 0.0));
                    ui.scope_builder(UiBuilder::new().max_rect(column), |ui| signs(ui, view, draft));
                    // The last row's focus outline reaches below it.
                    ui.add_space(6.0);
                    follow_focus(ui);
                })
            })
        });
        let scrolled = scrolled.inner.inner;
        let left = scrolled.content_size.y - scrolled.state.clamped_offset().y - scrolled.inner_rect.height();
        let middle = rect.bottom() - LIST_FOOT / 2.0 - 2.0;
        let stays = fl!(LOADER, "check-stays");
        Face::Under.say(ui, pos2(inside.left(), middle), Align2::LEFT_CENTER, &stays, tokens.ink_third);
        if left > 8.0 {
            let more = fl!(LOADER, "check-more");
            let words = Face::Under.say(
                ui,
                pos2(inside.right() - 26.0, middle),
                Align2::RIGHT_CENTER,
                &more,
                tokens.ink_second,
            );
            Icon::Down.paint(ui.painter(), pos2(words.rect.right() + 14.0, middle), 18.0, tokens.ink_second);
        }
    });
}

fn list_title(ui: &mut Ui) {
    let tokens = tokens(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 40.0));
    let middle = rect.top() + 14.0;
    Icon::Stop.paint_stroked(ui.painter(), pos2(rect.left() + 11.0, middle), 22.0, tokens.stop, 2.1);
    let words = fl!(LOADER, "check-stop");
    let at = pos2(rect.left() + 32.0, middle);
    Face::Lead.say_within(ui, at, Align2::LEFT_CENTER, &words, tokens.ink, rect.width() - 32.0);
    hairline(ui.painter(), rect.x_range(), rect.bottom() - 1.0);
}

/// Everything that can be ticked: the therapist's own signs, then ours, the most urgent first.
fn listed(view: &CheckView<'_>) -> Vec<(Flag, String, String)> {
    let own = |words: &String| (Flag::Own(words.clone()), words.clone(), fl!(LOADER, "check-own"));
    let ours = |sign: Sign| (Flag::Sign(sign), safety::sign(sign), safety::example(sign));
    view.own_signs.iter().map(own).chain(Sign::listed_for(view.regions).into_iter().map(ours)).collect()
}

fn signs(ui: &mut Ui, view: &CheckView<'_>, draft: &mut CheckDraft) {
    for (i, (flag, words, example)) in listed(view).into_iter().enumerate() {
        if i > 0 {
            hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
        }
        let before = draft.ticked.contains(&flag);
        let mut ticked = before;
        ui.add(CheckRow::new(&mut ticked, &words).under(&example));
        if ticked && !before {
            draft.ticked.push(flag);
        } else if before && !ticked {
            draft.ticked.retain(|other| *other != flag);
        }
    }
}

/// Beside the list: what can be left out today, and what a tick leads to.
fn aside(ui: &mut Ui, view: &CheckView<'_>, room: f32) -> Option<Action> {
    ui.spacing_mut().item_spacing.y = 16.0;
    let asked = if view.points.is_empty() { None } else { skip(ui, view, room) };
    let words =
        if view.points.is_empty() { fl!(LOADER, "check-then-inside") } else { fl!(LOADER, "check-then-before") };
    let left = room - ui.min_rect().height() - 16.0;
    if left > 130.0 {
        aside_card(ui, Icon::Info, &fl!(LOADER, "check-then"), &words, |ui| {
            // Two cards end where the list ends.
            if !view.points.is_empty() && left < 300.0 {
                ui.add_space((left - 2.0 * (PADDING + 1.0) - ui.min_rect().height()).max(0.0));
            }
        });
    }
    asked
}

fn skip(ui: &mut Ui, view: &CheckView<'_>, room: f32) -> Option<Action> {
    let (title, why) = (fl!(LOADER, "check-skip"), fl!(LOADER, "check-skip-why"));
    aside_card(ui, Icon::Pin, &title, &why, |ui| {
        ui.add_space(10.0);
        let most = (room - 180.0).max(92.0);
        let list = ScrollArea::vertical().id_salt("spots").max_height(most).auto_shrink([false, true]);
        list.show(ui, |ui| {
            let asked = spots(ui, view);
            follow_focus(ui);
            asked
        })
        .inner
    })
}

fn aside_card<R>(ui: &mut Ui, icon: Icon, title: &str, words: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = tokens(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        aside_title(ui, tokens, icon, title);
        ui.label(Face::Narrow.rich(words, tokens.ink_second));
        add(ui)
    })
    .inner
}

fn aside_title(ui: &mut Ui, tokens: &Tokens, icon: Icon, words: &str) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 30.0));
    let middle = rect.top() + 5.0;
    icon.paint(ui.painter(), pos2(rect.left() + 10.0, middle), 20.0, tokens.ink);
    Face::Strong.say(ui, pos2(rect.left() + 30.0, middle), Align2::LEFT_CENTER, words, tokens.ink);
}

fn spots(ui: &mut Ui, view: &CheckView<'_>) -> Option<Action> {
    let mut asked = None;
    for (i, (place, skipped)) in view.points.iter().enumerate() {
        hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
        let mut skipped = *skipped;
        if ui.add(CheckRow::new(&mut skipped, &capital(place))).changed() {
            asked = Some(Action::SkipPoint(i));
        }
    }
    asked
}

fn foot(ui: &mut Ui, view: &CheckView<'_>, draft: &CheckDraft, way_on: Rect, back: Rect) -> Option<Action> {
    let mut asked = None;
    let words = if draft.ticked.is_empty() { fl!(LOADER, "check-none") } else { fl!(LOADER, "check-continue") };
    let button = Button::primary(&words).large().at_least(way_on.size());
    let button = if draft.ticked.is_empty() { button.icon(Icon::Check) } else { button };
    if ui.put(way_on, button).clicked() {
        let flags = listed(view).into_iter().map(|(flag, ..)| flag);
        asked = Some(Action::Mark(flags.filter(|flag| draft.ticked.contains(flag)).collect()));
    }
    if !view.points.is_empty() {
        let words = fl!(LOADER, "check-back");
        let button = ui.scope_builder(UiBuilder::new().max_rect(back), |ui| ui.add(Button::tertiary(&words)));
        if button.inner.clicked() {
            asked = Some(Action::Go(Room::Today));
        }
    }
    asked
}

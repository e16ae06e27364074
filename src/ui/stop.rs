//! The stop screen: where to turn.

use std::cmp::Reverse;

use eframe::egui::{Align2, Id, Label, Pos2, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, text::TextFormat, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, StopView};
use super::icons::{Icon, stop_sign};
use super::parts::{Button, card, paint_panel};
use super::spoken::name;
use super::summary::page::{Sheet, follow_focus, mixed, put_galley};
use super::theme::{Face, Tokens, Weight, font, tokens};
use crate::practice::safety::{Flag, Urgency};
use crate::words::{LOADER, safety};

/// The height of the bar at the top.
const BAR: f32 = 12.0;
/// How wide the screen's contents grow.
const WIDEST: f32 = 988.0;
/// The column of the note.
const NOTE: f32 = 348.0;

/// Shows the screen, over the whole window.
pub fn stop(ui: &mut Ui, view: &StopView<'_>) -> Option<Action> {
    let tokens = tokens(ui);
    let window = ui.max_rect();
    let urgency = view.flags.iter().map(Flag::urgency).max().unwrap_or(Urgency::Today);
    let below = window.with_min_y(window.top() + BAR);
    let asked = ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        let area = ScrollArea::vertical().id_salt("stop").auto_shrink(false);
        area.show(ui, |ui| {
            let asked = contents(ui, view, tokens, urgency);
            follow_focus(ui);
            asked
        })
    });
    ui.painter().rect_filled(window.with_max_y(window.top() + BAR), 0.0, tokens.stop_fill);
    asked.inner.inner
}

fn contents(ui: &mut Ui, view: &StopView<'_>, tokens: &Tokens, urgency: Urgency) -> Option<Action> {
    let sheet = centred(Sheet::of(ui));
    let (bottom, asked) = if sheet.width < 860.0 {
        let bottom = told(ui, view, tokens, urgency, sheet, sheet.width);
        aside(ui, view, tokens, sheet, sheet.left, bottom + 24.0, sheet.width)
    } else {
        let left = told(ui, view, tokens, urgency, sheet, sheet.width - NOTE - 60.0);
        let column = sheet.left + sheet.width - NOTE;
        let (right, asked) = aside(ui, view, tokens, sheet, column, sheet.top + 60.0, NOTE);
        (left.max(right), asked)
    };
    sheet.take(ui, bottom + 24.0);
    asked
}

fn centred(sheet: Sheet) -> Sheet {
    let margin = if sheet.width < 860.0 { 20.0 } else { 40.0 };
    let width = (sheet.width - 2.0 * margin).min(WIDEST);
    Sheet { left: sheet.left + (sheet.width - width) / 2.0, width, ..sheet }
}

/// What was marked, and what to do, one thing after another; returns its lower edge.
fn told(ui: &mut Ui, view: &StopView<'_>, tokens: &Tokens, urgency: Urgency, sheet: Sheet, width: f32) -> f32 {
    let mut top = title(ui, tokens, urgency, sheet, width) + 36.0;
    let why = match urgency {
        Urgency::Emergency => fl!(LOADER, "stop-why-emergency"),
        Urgency::SameDay => fl!(LOADER, "stop-why-same-day"),
        Urgency::Today => fl!(LOADER, "stop-why-today"),
    };
    let signs = marked(view);
    let first = signs.first().map(|flag| safety::marked(flag)).unwrap_or_default();
    let more = signs.len().saturating_sub(1) as i64;
    let end = if more > 0 { fl!(LOADER, "stop-marked-more", more = more) } else { ".".to_owned() };
    let (before, after) = (format!("{} ", fl!(LOADER, "stop-marked")), format!("{end} {why}"));
    let plain = TextFormat { font_id: font(Weight::Regular, 18.0), ..Face::Lead.letters().format(tokens.ink_second) };
    let parts = [
        (plain.clone(), before.as_str()),
        (Face::Lead.letters().format(tokens.ink), first.as_str()),
        (plain, after.as_str()),
    ];
    let galley = mixed(ui.painter(), &parts, width);
    top = put_galley(ui, pos2(sheet.left, top), galley, tokens.ink) + 32.0;
    for (number, (what, how)) in (1..).zip(steps(view, urgency)) {
        top = step(ui, tokens, pos2(sheet.left, top), width, number, &what, &how) + 21.0;
    }
    if urgency == Urgency::Emergency {
        return top;
    }
    let line = if stands_free(sheet, width) { sheet.top + 580.0 } else { 0.0 };
    emergency(ui, tokens, sheet, line.max(top + 20.0), width)
}

/// Whether there is height enough for the feet of both columns to stand on one line.
fn stands_free(sheet: Sheet, width: f32) -> bool {
    width < sheet.width && sheet.seen > 720.0
}

fn title(ui: &mut Ui, tokens: &Tokens, urgency: Urgency, sheet: Sheet, width: f32) -> f32 {
    let top = sheet.top + 54.0;
    // The last word may reach into the gap between the columns.
    let (sign, gap, size, more) = match width {
        _ if width >= sheet.width => (64.0, 20.0, 28.0, 0.0),
        ..560.0 => (112.0, 32.0, 42.0, 40.0),
        _ => (112.0, 32.0, 52.0, 52.0),
    };
    let centre = pos2(sheet.left + sign / 2.0, top + 6.0 + sign / 2.0);
    stop_sign(ui.painter(), centre, sign, tokens.stop_fill, tokens.on_stop);
    let lines = match urgency {
        Urgency::Emergency => vec![fl!(LOADER, "stop-title"), fl!(LOADER, "stop-title-emergency")],
        Urgency::SameDay => vec![fl!(LOADER, "stop-title"), fl!(LOADER, "stop-title-same-day")],
        Urgency::Today => vec![fl!(LOADER, "stop-title-today")],
    };
    let format = TextFormat {
        font_id: font(Weight::Bold, size),
        line_height: Some(size + 8.0),
        ..Face::Stop.letters().format(tokens.ink)
    };
    let galley = mixed(ui.painter(), &[(format, &lines.join("\n"))], width - sign - gap + more);
    let first = if lines.len() == 1 { centre.y - galley.size().y / 2.0 } else { top };
    let at = put_galley(ui, pos2(sheet.left + sign + gap, first), galley, tokens.ink);
    at.max(top + sign + 6.0)
}

/// The most urgent first.
fn marked<'a>(view: &StopView<'a>) -> Vec<&'a Flag> {
    let mut flags: Vec<&Flag> = view.flags.iter().collect();
    flags.sort_by_key(|flag| Reverse(flag.urgency()));
    flags
}

fn steps(view: &StopView<'_>, urgency: Urgency) -> [(String, String); 3] {
    let leave = (fl!(LOADER, "stop-leave"), fl!(LOADER, "stop-leave-how"));
    let tell = match view.therapist {
        Some((name, contact)) => {
            let how = contact.map_or_else(
                || fl!(LOADER, "stop-tell-how"),
                |contact| fl!(LOADER, "stop-tell-contact", contact = contact),
            );
            (fl!(LOADER, "stop-tell", name = name), how)
        }
        None => (fl!(LOADER, "stop-tell-nobody"), fl!(LOADER, "stop-tell-how")),
    };
    match urgency {
        // Nothing comes before the call.
        Urgency::Emergency => {
            [(fl!(LOADER, "stop-call-emergency"), fl!(LOADER, "stop-call-emergency-how")), leave, tell]
        }
        Urgency::SameDay => [leave, (fl!(LOADER, "stop-call-same-day"), fl!(LOADER, "stop-call-same-day-how")), tell],
        Urgency::Today => [leave, (fl!(LOADER, "stop-call-today"), fl!(LOADER, "stop-call-today-how")), tell],
    }
}

fn step(ui: &mut Ui, tokens: &Tokens, at: Pos2, width: f32, number: u8, what: &str, how: &str) -> f32 {
    let centre = at + vec2(20.0, 20.0);
    ui.painter().circle_stroke(centre, 19.0, Stroke::new(2.0, tokens.ink));
    let digit = ui.painter().text(centre, Align2::CENTER_CENTER, number, font(Weight::Bold, 17.0), tokens.ink);
    name(ui, digit, &number.to_string());
    let left = at.x + 60.0;
    let top = at.y + 7.0;
    let what = Face::Lead.say_within(ui, pos2(left, top), Align2::LEFT_TOP, what, tokens.ink, width - 60.0);
    let below = pos2(left, what.rect.bottom());
    let how = Face::Body.say_within(ui, below, Align2::LEFT_TOP, how, tokens.ink_second, width - 60.0);
    how.rect.bottom().max(at.y + 60.0)
}

fn emergency(ui: &mut Ui, tokens: &Tokens, sheet: Sheet, top: f32, width: f32) -> f32 {
    let (now, unless) = (fl!(LOADER, "stop-emergency"), format!(" {}", fl!(LOADER, "stop-emergency-if")));
    let parts = [
        (Face::Strong.letters().format(tokens.ink), now.as_str()),
        (Face::Body.letters().format(tokens.ink), unless.as_str()),
    ];
    let galley = mixed(ui.painter(), &parts, width - 64.0 - 24.0);
    let rect = sheet.rect(0.0, top, width, galley.size().y + 38.0);
    paint_panel(ui.painter(), rect, tokens.stop_tint);
    Icon::Phone.paint_stroked(ui.painter(), rect.left_top() + vec2(35.0, 31.0), 24.0, tokens.stop, 2.1);
    put_galley(ui, rect.left_top() + vec2(64.0, 19.0), galley, tokens.ink);
    rect.bottom()
}

/// The note to read out, and the ways on; returns its lower edge.
fn aside(
    ui: &mut Ui,
    view: &StopView<'_>,
    tokens: &Tokens,
    sheet: Sheet,
    left: f32,
    top: f32,
    width: f32,
) -> (f32, Option<Action>) {
    let column = Rect::from_min_size(pos2(left, top), vec2(width, f32::INFINITY));
    let card = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| note(ui, view, tokens)).inner;
    let mut bottom = card.bottom();
    if view.holds_kept > 0 {
        let holds = view.holds_kept as i64;
        let saved = fl!(LOADER, "stop-saved", holds = holds);
        let at = pos2(left, bottom + 24.0);
        bottom = Face::Narrow.say_within(ui, at, Align2::LEFT_TOP, &saved, tokens.ink_second, width).rect.bottom();
    }
    let line = if stands_free(sheet, width) { sheet.top + 580.0 } else { 0.0 };
    let from = line.max(bottom + 24.0);
    let (close, unmark) = (fl!(LOADER, "stop-close"), fl!(LOADER, "stop-unmark"));
    let rect = Rect::from_min_size(pos2(left, from), vec2(width, 60.0));
    let mut asked = None;
    if ui.put(rect, Button::primary(&close).large().at_least(rect.size())).clicked() {
        asked = Some(Action::LeaveStop);
    }
    let under = Rect::from_center_size(pos2(rect.center().x, rect.bottom() + 34.0), vec2(190.0, 44.0));
    if ui.put(under, Button::tertiary(&unmark)).clicked() {
        asked = Some(Action::Unmark);
    }
    (under.bottom(), asked)
}

fn note(ui: &mut Ui, view: &StopView<'_>, tokens: &Tokens) -> Rect {
    let doing = view.doing.as_ref().map(|(place, tool, held)| (place.as_str(), *tool, *held));
    let text = safety::note(&marked(view), view.time, doing);
    let words = fl!(LOADER, "stop-note");
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let (_, head) = ui.allocate_space(vec2(ui.available_width(), 22.0));
        Icon::Note.paint(ui.painter(), head.left_center() + vec2(11.0, 0.0), 20.0, tokens.ink_second);
        Face::Lead.say(ui, head.left_center() + vec2(32.0, 0.0), Align2::LEFT_CENTER, &words, tokens.ink);
        ui.add_space(8.0);
        ui.add(Label::new(Face::Body.rich(&text, tokens.ink)).selectable(true).wrap());
        ui.add_space(20.0);
        ui.horizontal(|ui| {
            let copied = Id::unique("copied note");
            if ui.add(Button::secondary(&fl!(LOADER, "stop-copy"))).clicked() {
                ui.ctx().copy_text(text.clone());
                ui.data_mut(|data| data.insert_temp(copied, text.clone()));
            }
            if ui.data(|data| data.get_temp::<String>(copied)).is_some_and(|last| last == text) {
                ui.label(Face::Narrow.rich(&fl!(LOADER, "stop-copied"), tokens.ink_second));
            }
        });
    })
    .response
    .rect
}

//! The panel beside the points: the dose and why, anything new, and Start.

use eframe::egui::{Frame, Margin, Ui, vec2};
use i18n_embed_fl::fl;

use super::dose::{self, Room};
use super::points::is_worked;
use super::rest;
use crate::ui::action::{Action, Asked, Today, TodayView};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, hairline};
use crate::ui::shell::{beside, choice, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// How high the part from the two choices down is.
const ASKING: f32 = 44.0 + 8.0 + 44.0 + 8.0 + 18.0 + 6.0 + 60.0;
/// Between the dose and that part.
const GAP: f32 = 24.0;
/// The dose makes the panel no higher than with an offer.
const MOST: f32 = 240.0;

/// How high the panel is to be.
#[derive(Debug, Clone, Copy)]
pub struct Height {
    /// As high as what stands beside it.
    pub beside: f32,
    /// Start is in sight up to here.
    pub most: f32,
}

/// Shows the panel, as high as what stands beside it as long as Start is in sight.
pub fn panel(ui: &mut Ui, view: &TodayView<'_>, height: Height) -> Option<Action> {
    let padding = Margin { left: 20, right: 20, top: 14, bottom: 16 };
    let fill = Tokens::of(ui.ctx()).sunk;
    Frame::new()
        .fill(fill)
        .corner_radius(16.0)
        .inner_margin(padding)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let inside = height.beside.min(height.most) - padding.sum().y;
            if let Some(day) = view.day
                && let Today::Rest { sentence, why } = &day.session
            {
                return rest::show(ui, (sentence, why), &day.decisions, inside);
            }
            if ui.available_width() >= 640.0 {
                let half = (ui.available_width() - 40.0) / 2.0;
                let room = Room { free: f32::INFINITY, most: f32::INFINITY };
                let (left, right) = beside(ui, half, 40.0, |ui| dose::show(ui, view, room), |ui, _| asking(ui, view));
                return left.or(right);
            }
            let top = ui.cursor().top();
            let free = inside - ASKING - GAP;
            let room = if height.beside > 0.0 {
                Room { free, most: (height.most - padding.sum().y - ASKING - GAP).min(MOST).max(free) }
            } else {
                Room { free: f32::INFINITY, most: f32::INFINITY }
            };
            let asked = dose::show(ui, view, room);
            let used = ui.cursor().top() - top;
            let gap = (inside - used - ASKING).max(GAP);
            ui.add_space(gap);
            if view.day.is_some() {
                let y = ui.cursor().top() - GAP / 2.0;
                hairline(ui.painter(), ui.max_rect().x_range(), y);
            }
            asked.or(asking(ui, view))
        })
        .inner
}

/// Anything new since last time, and Start once there is not.
fn asking(ui: &mut Ui, view: &TodayView<'_>) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let size = vec2(ui.available_width(), 44.0);
    let mut asked = None;
    if choice(ui, &fl!(LOADER, "today-nothing-new"), view.nothing_new, size) {
        asked = Some(Action::NothingNew);
    }
    ui.add_space(8.0);
    if choice(ui, &fl!(LOADER, "today-something-new"), false, size) {
        asked = Some(Action::SomethingNew);
    }
    ui.add_space(8.0);
    let why_not = waits_for(view);
    let hint = why_not.clone().unwrap_or_else(|| fl!(LOADER, "today-start-hint"));
    text(ui, Face::Caption, tokens.ink_second, &hint);
    ui.add_space(6.0);
    let words = fl!(LOADER, "today-start");
    let start = Button::primary(&words).icon(Icon::Play).large().at_least(vec2(ui.available_width(), 60.0));
    if ui.add_enabled(why_not.is_none(), start).clicked() {
        asked = Some(Action::Start);
    }
    asked
}

/// Why the session cannot begin yet.
fn waits_for(view: &TodayView<'_>) -> Option<String> {
    let after = view.day.and_then(|day| day.day_after.as_ref());
    if after.is_some_and(|after| after.pain == Asked::Open) {
        Some(fl!(LOADER, "start-waits-after"))
    } else if view.broken.is_some() {
        Some(fl!(LOADER, "start-waits-broken"))
    } else if !view.doses.is_empty() && !(0..view.doses.len()).any(|point| is_worked(view, point)) {
        Some(fl!(LOADER, "start-waits-points"))
    } else if !view.nothing_new {
        Some(fl!(LOADER, "start-waits-new"))
    } else {
        None
    }
}

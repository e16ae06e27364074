//! The panel beside the points: how strong, anything new, and Start.

use eframe::egui::{Align2, Frame, Margin, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::ui::action::{Action, TodayView};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, Gauge};
use crate::ui::shell::{beside, choice, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// How high the part from the two choices down is.
const ASKING: f32 = 44.0 + 8.0 + 44.0 + 10.0 + 18.0 + 6.0 + 60.0;

/// Shows the panel, at least as high as what stands beside it.
pub fn panel(ui: &mut Ui, view: &TodayView<'_>, height: f32) -> Option<Action> {
    let padding = Margin { left: 20, right: 20, top: 14, bottom: 16 };
    let fill = Tokens::of(ui.ctx()).sunk;
    Frame::new()
        .fill(fill)
        .corner_radius(16.0)
        .inner_margin(padding)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            if ui.available_width() >= 640.0 {
                let half = (ui.available_width() - 40.0) / 2.0;
                return beside(ui, half, 40.0, |ui| strength(ui, view), |ui, _| asking(ui, view)).1;
            }
            let top = ui.cursor().top();
            strength(ui, view);
            let used = ui.cursor().top() - top;
            ui.add_space((height - padding.sum().y - used - ASKING).max(16.0));
            asking(ui, view)
        })
        .inner
}

/// How strong the pressing is to feel, over all the points of today.
fn strength(ui: &mut Ui, view: &TodayView<'_>) {
    let tokens = Tokens::of(ui.ctx());
    let routine = view.program.and_then(|program| program.routines.get(view.routine));
    let points = routine.map(|routine| routine.points.as_slice()).unwrap_or_default();
    let pressed = points.iter().zip(view.doses).zip(view.skipped).filter(|(_, skipped)| !**skipped);
    let bands: Vec<_> = pressed
        .filter_map(|((point, dose), _)| Some((super::points::feel(dose, point.press?)?, dose.ceiling)))
        .collect();
    let from = bands.iter().map(|(feel, _)| feel.from.level()).min();
    let to = bands.iter().map(|(feel, _)| feel.to.level()).max();
    let limit = bands.iter().map(|(_, ceiling)| ceiling.level()).max();
    let (Some(from), Some(to), Some(limit)) = (from, to, limit) else {
        text(ui, Face::Lead, tokens.ink, &fl!(LOADER, "today-stretch-strength"));
        return;
    };
    let aim = if from == to {
        fl!(LOADER, "today-aim-one", level = i64::from(to))
    } else {
        fl!(LOADER, "today-aim", from = i64::from(from), to = i64::from(to))
    };
    let never = fl!(LOADER, "today-never-above", limit = i64::from(limit));
    let room = ui.available_width();
    let (_, head) = ui.allocate_space(vec2(room, 26.0));
    let said = Face::Lead.say(ui, head.left_center(), Align2::LEFT_CENTER, &aim, tokens.ink);
    let width = Face::Narrow.lay_out(ui.painter(), &never, tokens.ink_second, f32::INFINITY).size().x;
    let (line, at, anchor) = if said.rect.width() + width + 12.0 <= room {
        (head, head.right_center(), Align2::RIGHT_CENTER)
    } else {
        let (_, below) = ui.allocate_space(vec2(room, 22.0));
        (below, below.left_center(), Align2::LEFT_CENTER)
    };
    Face::Narrow.say_within(ui, at, anchor, &never, tokens.ink_second, line.width());
    ui.add_space(10.0);
    let name = format!("{aim}. {never}");
    let color = tokens.press;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 24.0));
    Gauge { aim: from..=to, limit, target: from, color, words: ["", "", ""], name: &name, scale: 0.8 }.paint(
        ui.painter(),
        rect.min,
        rect.width(),
    );
    let (_, under) = ui.allocate_space(vec2(rect.width(), 26.0));
    let (low, high) = (fl!(LOADER, "strength-low"), fl!(LOADER, "strength-high"));
    let y = under.bottom() - 9.0;
    Face::Caption.say(ui, pos2(under.left(), y), Align2::LEFT_CENTER, &low, tokens.ink_second);
    Face::Caption.say(ui, pos2(under.right(), y), Align2::RIGHT_CENTER, &high, tokens.ink_second);
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
    ui.add_space(10.0);
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
    if view.broken.is_some() {
        Some(fl!(LOADER, "start-waits-broken"))
    } else if !view.skipped.is_empty() && view.skipped.iter().all(|skipped| *skipped) {
        Some(fl!(LOADER, "start-waits-points"))
    } else if !view.nothing_new {
        Some(fl!(LOADER, "start-waits-new"))
    } else {
        None
    }
}

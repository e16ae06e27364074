//! What can be pressed, and what holds it.
//!
//! Every part is an egui widget or has a `show`; it takes its words from outside and tells a screen reader what it is.

mod banner;
mod button;
mod card;
mod chip;
mod gauge;
mod keys;
mod marks;
mod numbers;
mod rail;
mod rows;

use eframe::egui::{Color32, Painter, Rect, Response, Stroke, StrokeKind, Ui, Vec2, vec2};

pub use banner::{Banner, Tone};
pub use button::Button;
pub use card::{Pill, card, card_at, hairline, paint_card, paint_panel, panel_at};
pub use chip::{Among, Chip, Chips};
pub use gauge::Gauge;
pub use keys::{Cap, Key, KeyLook, key_row};
pub use marks::{Hold, Pips, hold_mark};
pub use numbers::NumberRow;
pub use rail::{RAIL_WIDTH, RailItem, rail};
pub use rows::{CheckRow, slider, text_field, toggle};

use super::theme::Tokens;

/// The edge of a control.
const EDGE: f32 = 1.2;
/// How far outside a control its focus outline lies, and how thick it is.
const FOCUS: f32 = 3.0;

/// Shows which control the keyboard is on.
fn focus_outline(ui: &Ui, tokens: &Tokens, response: &Response, rect: Rect, radius: f32) {
    if response.has_focus() {
        let stroke = Stroke::new(FOCUS, tokens.focus);
        ui.painter().rect_stroke(rect.expand(FOCUS), radius + FOCUS, stroke, StrokeKind::Outside);
    }
}

/// A pressed control sits one point lower.
fn pressed(response: &Response) -> Vec2 {
    vec2(0.0, if response.is_pointer_button_down_on() { 1.0 } else { 0.0 })
}

/// How far a hover has faded in, 0 to 1.
fn hover(ui: &Ui, response: &Response) -> f32 {
    let over = response.hovered() || response.is_pointer_button_down_on();
    ui.ctx().animate_bool(response.id, over && ui.is_enabled())
}

/// A fill that fades towards its hovered colour.
fn hovering(ui: &Ui, response: &Response, from: Color32, to: Color32) -> Color32 {
    from.lerp_to_gamma(to, hover(ui, response))
}

/// egui fades what is disabled until it cannot be read; the tokens have colours for it instead.
fn painter_of(ui: &Ui) -> Painter {
    let mut painter = ui.painter().clone();
    if !ui.is_enabled() {
        painter.set_opacity(1.0);
    }
    painter
}

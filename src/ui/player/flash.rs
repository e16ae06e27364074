//! Signs for eyes half shut, where nothing is heard: the whole window turns as a phase begins, and its edge counts in.

use eframe::egui::{Align2, StrokeKind, Ui, vec2};

use super::Scene;
use super::canvas::Canvas;
use crate::practice::score::Sign;
use crate::ui::theme::{Motion, Weight, font, tokens};

/// How thick the edge is, on a page of 1180 by 780.
const CHANGE: f32 = 40.0;
const MARK: f32 = 16.0;

/// Paints the sign over the page. The page lies under it and is named there, so the sign itself has no name.
pub(super) fn paint(ui: &Ui, canvas: &Canvas, scene: &Scene<'_>) {
    let Some(sign) = scene.view.sign else { return };
    let (tokens, window) = (tokens(ui), ui.max_rect());
    let edge = match sign {
        Sign::Change if Motion::of(ui.ctx()) == Motion::Gentle => {
            ui.painter().rect_filled(window, 0.0, tokens.ink);
            let centre = window.center();
            let lift = vec2(0.0, 120.0) * canvas.scale;
            scene.look.icon.paint_stroked(ui.painter(), centre - lift, 190.0 * canvas.scale, tokens.ground, 2.4);
            let letters = font(Weight::SemiBold, 132.0 * canvas.scale);
            ui.painter().text(centre + lift, Align2::CENTER_CENTER, scene.phase(), letters, tokens.ground);
            return;
        }
        Sign::Change => CHANGE,
        Sign::Mark => MARK,
    };
    ui.painter().rect_stroke(window, 0.0, (edge * canvas.scale, tokens.ink), StrokeKind::Inside);
}

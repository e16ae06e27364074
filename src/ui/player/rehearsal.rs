//! What a practice round lets one try, each ticked off when it was done.

use eframe::egui::{Align2, Stroke, Ui};
use i18n_embed_fl::fl;

use super::canvas::Canvas;
use crate::practice::rehearsal::{Rehearsal, Task};
use crate::ui::icons::Icon;
use crate::ui::spoken;
use crate::ui::theme::{Face, tokens};
use crate::words::{self, LOADER};

/// The middle of the strip, between the cards and the keys.
const MIDDLE: f32 = 699.0;

/// Draws the strip.
pub(super) fn tasks(ui: &mut Ui, canvas: &Canvas, rehearsal: &Rehearsal) {
    let tokens = tokens(ui);
    let title = fl!(LOADER, "practice-strip");
    let said = canvas.say(ui, Face::Narrow, (40.0, MIDDLE), Align2::LEFT_CENTER, &title, tokens.ink_second);
    let mut x = canvas.x_of(said.rect.right()) + 28.0;
    for task in Task::ALL {
        let (done, words) = (rehearsal.is_done(task), words::rehearsal::task(task));
        let centre = canvas.at(x + 9.0, MIDDLE);
        if done {
            Icon::Check.paint_stroked(ui.painter(), centre, 20.0 * canvas.scale, tokens.ink, 2.4);
        } else {
            ui.painter().circle_stroke(centre, 7.0 * canvas.scale, Stroke::new(1.5, tokens.line_strong));
        }
        let face = if done || rehearsal.now() == Some(task) { Face::Strong } else { Face::Body };
        let letters = face.scaled(canvas.scale);
        let at = canvas.at(x + 26.0, MIDDLE);
        let painted = letters.paint(ui.painter(), at, Align2::LEFT_CENTER, &words, tokens.ink);
        let state = if done {
            fl!(LOADER, "practice-done-name", task = words)
        } else {
            fl!(LOADER, "practice-open-name", task = words)
        };
        spoken::name(ui, painted.with_min_x(centre.x), &state);
        x = canvas.x_of(painted.right()) + 30.0;
    }
}

//! A day without pressing: why, and nothing else to do.

use eframe::egui::{Ui, vec2};
use i18n_embed_fl::fl;

use super::pain::way;
use crate::ui::action::{Action, DecisionLine};
use crate::ui::icons::Icon;
use crate::ui::reason::Reason;
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// How large the moon's disc is.
const DISC: f32 = 56.0;

/// Says that today is a day of rest, and leaves the way open for a sign that is new.
pub fn show(ui: &mut Ui, (sentence, why): (&str, &str), lines: &[DecisionLine], height: f32) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let top = ui.cursor().top();
    ui.add_space(6.0);
    let (_, disc) = ui.allocate_space(vec2(DISC, DISC));
    ui.painter().circle_filled(disc.center(), DISC / 2.0, tokens.rest_tint);
    Icon::Rest.paint(ui.painter(), disc.center(), 30.0, tokens.rest);
    ui.add_space(14.0);
    Reason { strong: Face::Lead.letters(), ..Reason::plainly(sentence, "", why, 0) }.show(ui);
    for (i, line) in lines.iter().enumerate() {
        ui.add_space(10.0);
        Reason::of(line, i + 1).narrow().show(ui);
    }
    let used = ui.cursor().top() - top;
    ui.add_space((height - used - 44.0).max(16.0));
    way(ui, &fl!(LOADER, "today-something-new")).then_some(Action::SomethingNew)
}

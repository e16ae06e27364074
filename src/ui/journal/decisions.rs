//! What changed in the dose, and why: the newest first.

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;

use crate::ui::action::DecisionRow;
use crate::ui::parts::{Button, hairline};
use crate::ui::reason::Reason;
use crate::ui::shell::{card_with, label, place_at};
use crate::words::LOADER;

/// So many are shown at first, and so many more each time earlier ones are asked for.
const FEW: usize = 4;
const MORE: usize = 20;

/// Shows the card.
pub fn card(ui: &mut Ui, rows: &[DecisionRow]) {
    let id = ui.scope_id().with("decisions that are shown");
    let count: usize = ui.data(|data| data.get_temp(id)).unwrap_or(FEW);
    card_with(ui, Margin { left: 26, right: 22, top: 18, bottom: 10 }, |ui| {
        label(ui, &fl!(LOADER, "journal-decisions"));
        ui.add_space(9.0);
        for (i, row) in rows.iter().enumerate().take(count) {
            hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
            ui.add_space(8.0);
            Reason::row(row, i).show(ui);
            ui.add_space(8.0);
        }
        if count >= rows.len() {
            return;
        }
        hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
        let words = fl!(LOADER, "journal-decisions-earlier");
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 50.0));
        let place = rect.with_min_x(rect.left() - 4.0).shrink2(vec2(0.0, 3.0));
        if place_at(ui, place, Button::tertiary(&words)).clicked() {
            ui.data_mut(|data| data.insert_temp(id, count + MORE));
        }
    });
}

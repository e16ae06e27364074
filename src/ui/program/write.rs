//! Programs to write: the one in force anew, one from nothing, from paper or from an example, and drafts to go on with.

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;

use super::choose::row;
use crate::ui::action::{Action, Beginning, Edit, ProgramView};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, hairline};
use crate::ui::shell::{card_with, line, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// Shows the card.
pub fn cards(ui: &mut Ui, view: &ProgramView<'_>) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let mut asked = None;
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 14 }, |ui| {
        text(ui, Face::Title, tokens.ink, &fl!(LOADER, "write-title"));
        ui.add_space(2.0);
        line(ui, &fl!(LOADER, "write-more"));
        ui.add_space(12.0);
        let go_on = fl!(LOADER, "write-go-on");
        for draft in view.drafts {
            let changed = fl!(LOADER, "write-changed", day = draft.changed.as_str());
            if row(ui, &draft.title, &changed, Some(&go_on)) {
                asked = Some(Edit::GoOn(draft.name.clone()));
            }
        }
        if view.program.is_some() {
            let edit = fl!(LOADER, "write-edit");
            if row(ui, &fl!(LOADER, "write-in-force"), &fl!(LOADER, "write-edit-more"), Some(&edit)) {
                asked = Some(Edit::Begin(Beginning::InForce));
            }
        }
        hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
        ui.add_space(14.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            let [nothing, paper] = [fl!(LOADER, "write-nothing"), fl!(LOADER, "write-paper")];
            if ui.add(Button::secondary(&nothing)).clicked() {
                asked = Some(Edit::Begin(Beginning::Nothing));
            }
            if ui.add(Button::secondary(&paper).icon(Icon::Note)).clicked() {
                asked = Some(Edit::Begin(Beginning::Paper));
            }
        });
        if !view.shipped.is_empty() {
            ui.add_space(12.0);
            text(ui, Face::Under, tokens.ink_second, &fl!(LOADER, "write-example"));
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
                for (i, (title, _)) in view.shipped.iter().enumerate() {
                    let named = fl!(LOADER, "write-from", title = title.as_str());
                    if ui.add(Button::secondary(title).named(&named)).clicked() {
                        asked = Some(Edit::Begin(Beginning::Shipped(i)));
                    }
                }
            });
        }
        ui.add_space(8.0);
    });
    asked.map(Action::Edit)
}

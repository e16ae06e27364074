//! Before the first program: an invitation.

use eframe::egui::{Margin, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::ui::action::{Action, Room};
use crate::ui::figure::{Drawing, Figure, Lit, Mark, Side, View};
use crate::ui::icons::Icon;
use crate::ui::parts::Button;
use crate::ui::shell::{block, card_with, line, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// The column from which on the figure stands beside the words.
const WITH_FIGURE: f32 = 760.0;
const HEIGHT: f32 = 440.0;

/// Asks for a first program.
pub fn first_program(ui: &mut Ui) -> Option<Action> {
    let with_figure = ui.available_width() >= WITH_FIGURE;
    let whole = ui.available_rect_before_wrap();
    let asked = card_with(ui, Margin::same(40), |ui| {
        if !with_figure {
            return words(ui);
        }
        ui.set_min_height(HEIGHT - 80.0);
        block(ui, ui.available_width() - 350.0, words).0
    });
    if with_figure {
        let card = Rect::from_min_max(whole.min, pos2(whole.right(), ui.min_rect().bottom()));
        figure(ui, card);
    }
    asked
}

fn words(ui: &mut Ui) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let mut asked = None;
    text(ui, Face::Title, tokens.ink, &fl!(LOADER, "first-question"));
    ui.add_space(8.0);
    text(ui, Face::Body, tokens.ink_second, &fl!(LOADER, "first-therapist"));
    ui.add_space(20.0);
    let open = fl!(LOADER, "first-open");
    if ui.add(Button::primary(&open).icon(Icon::Import).large()).clicked() {
        asked = Some(Action::ChooseFile);
    }
    ui.add_space(28.0);
    text(ui, Face::Strong, tokens.ink, &fl!(LOADER, "first-none-yet"));
    ui.add_space(2.0);
    line(ui, &fl!(LOADER, "first-examples"));
    ui.add_space(14.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let (shipped, demo) = (fl!(LOADER, "first-shipped"), fl!(LOADER, "first-demo"));
        if ui.add(Button::secondary(&shipped)).clicked() {
            asked = Some(Action::Go(Room::Program));
        }
        if ui.add(Button::secondary(&demo).icon(Icon::Play)).clicked() {
            asked = Some(Action::TakeShipped(0));
        }
    });
    asked
}

fn figure(ui: &Ui, card: Rect) {
    let lit = [
        Lit { site: "upper-trapezius", side: Side::Left, mark: Mark::Press },
        Lit { site: "infraspinatus", side: Side::Right, mark: Mark::Stretch },
    ];
    let crown = pos2(card.right() - 196.0, card.top() + 36.0);
    Figure { view: View::Back, height: 940.0, crown, drawing: Drawing::Quiet, lit: &lit }
        .paint(ui.painter(), card.shrink(1.0));
}

//! The one sheet that ends a session.

use eframe::egui::{Align2, Rect, Sense, Stroke, StrokeKind, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::PlayerView;
use crate::practice::scan::Choice;
use crate::practice::session::Input;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, paint_card};
use crate::ui::spoken::name;
use crate::ui::theme::{Face, tokens};
use crate::words::{self, LOADER};

/// Draws the sheet over the player; nothing behind it can be pressed.
pub(super) fn sheet(ui: &mut Ui, view: &PlayerView<'_>) -> Option<Action> {
    let tokens = tokens(ui);
    let window = ui.max_rect();
    ui.interact(window, ui.scope_id().with("behind the sheet"), Sense::click());
    ui.painter().rect_filled(window, 0.0, tokens.ground.gamma_multiply(0.86));
    // A practice round has nothing to keep, and so nothing to leave out.
    let practises = view.rehearsal.is_some();
    let spared = if practises { 68.0 } else { 0.0 };
    let size = vec2(560.0_f32.min(window.width() - 24.0), 452.0 - spared);
    let card = Rect::from_center_size(window.center(), size);
    paint_card(ui.painter(), card);
    let left = card.left() + 32.0;
    let width = card.width() - 64.0;
    let at = |y: f32| pos2(left, card.top() + y);
    Face::Display.say(ui, at(28.0), Align2::LEFT_TOP, &fl!(LOADER, "sheet-title"), tokens.ink);
    let left_over = words::session::long_clock(view.session.left(view.now));
    let under = if practises { fl!(LOADER, "practice-under") } else { fl!(LOADER, "sheet-under", left = left_over) };
    Face::Body.say_within(ui, at(76.0), Align2::LEFT_TOP, &under, tokens.ink_second, width);

    let wrong = fl!(LOADER, "sheet-wrong");
    let finish = if practises { fl!(LOADER, "practice-end") } else { fl!(LOADER, "sheet-finish") };
    let choices = [
        (Button::primary(&fl!(LOADER, "sheet-resume")).large().icon(Icon::Play), Input::Resume, 128.0, 64.0),
        (Button::secondary(&finish).large(), Input::FinishEarly, 204.0, 56.0),
        (Button::secondary(&fl!(LOADER, "sheet-discard")).large(), Input::Discard, 272.0, 56.0),
        (Button::stop(&wrong).large().icon(Icon::Stop), Input::Unwell, 348.0 - spared, 60.0),
    ]
    .into_iter()
    .filter(|(_, input, ..)| !practises || *input != Input::Discard)
    .map(|(button, input, y, height)| {
        let rect = Rect::from_min_size(at(y), vec2(width, height));
        let clicked = ui.put(rect, button.at_least(rect.size())).clicked();
        if let Some(choice) = view.session.choice(view.now).filter(|choice| choice.input() == input) {
            frame(ui, rect, choice);
        }
        (clicked, input)
    })
    .collect::<Vec<_>>();
    let hint = if view.session.is_scanned() { fl!(LOADER, "sheet-keys-scan") } else { fl!(LOADER, "sheet-keys") };
    Face::Under.say_within(ui, at(416.0 - spared), Align2::LEFT_TOP, &hint, tokens.ink_third, width);
    choices.into_iter().find(|(clicked, _)| *clicked).map(|(_, input)| Action::Put(input))
}

/// Frames the choice that any key takes now, and points at it.
fn frame(ui: &mut Ui, rect: Rect, choice: Choice) {
    let ink = tokens(ui).ink;
    ui.painter().rect_stroke(rect.expand(2.0), 18.0, Stroke::new(3.5, ink), StrokeKind::Outside);
    let at = pos2(rect.left() - 18.0, rect.center().y);
    Icon::Right.paint_stroked(ui.painter(), at, 18.0, ink, 2.6);
    let choice = words::session::choice(choice);
    name(ui, Rect::from_center_size(at, vec2(20.0, 20.0)), &fl!(LOADER, "sheet-standing", choice = choice));
}

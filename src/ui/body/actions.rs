//! What can be done at the chosen spot, and what was marked there.

use eframe::egui::{Align2, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::marks::badge;
use super::{BodyDraft, Chosen, HurtForm};
use crate::practice::hurts::{Hurt, Marking};
use crate::ui::action::{Action, BodyView};
use crate::ui::parts::{Button, hairline};
use crate::ui::shell::{place_at, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::{LOADER, hurts, session};

const HEIGHT: f32 = 52.0;
const BETWEEN: f32 = 10.0;
const ABOVE: f32 = 14.0;
/// So many earlier marks are listed; the Journal has them all.
const EARLIER: usize = 5;

/// How high the buttons are, with what is above them.
pub fn height(view: &BodyView<'_>) -> f32 {
    ABOVE + HEIGHT + if view.only.is_some() { HEIGHT + BETWEEN } else { 0.0 }
}

/// Shows the buttons at the foot of the card.
pub fn show(ui: &mut Ui, view: &BodyView<'_>, draft: &mut BodyDraft) -> Option<Action> {
    ui.add_space(ABOVE);
    let size = vec2(ui.available_width(), HEIGHT);
    let mut asked = None;
    if let Some((only, length)) = view.only {
        let words = fl!(LOADER, "hurts-only", length = session::minutes(length));
        if ui.add(Button::primary(&words).at_least(size)).clicked() {
            asked = Some(Action::OnlyPoint(only));
        }
        ui.add_space(BETWEEN);
    }
    let today = draft.chosen.and_then(|chosen| here(view, chosen).find(|(marking, _)| marking.day() == view.today));
    let words = if today.is_some() { fl!(LOADER, "hurts-change") } else { fl!(LOADER, "hurts-log") };
    if ui.add(Button::secondary(&words).at_least(size)).clicked() {
        let told = today.map(|(_, hurt)| hurt.clone());
        draft.form = Some(told.map_or_else(HurtForm::default, |hurt| HurtForm {
            pain: Some(hurt.pain),
            qualities: hurt.qualities,
            spreads: hurt.spreads,
            choosing: false,
        }));
    }
    asked
}

/// The marks at a spot, the newest first.
fn here<'a>(view: &BodyView<'a>, chosen: Chosen) -> impl Iterator<Item = (&'a Marking, &'a Hurt)> {
    let spot = chosen.spot();
    let here = view.hurts.iter().filter(move |marking| marking.spot == spot);
    here.filter_map(|marking| Some((marking, marking.told.as_ref()?)))
}

/// Lists today's mark, to be taken back, and earlier ones.
pub fn marks(ui: &mut Ui, view: &BodyView<'_>, chosen: Chosen) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let (today, earlier): (Vec<_>, Vec<_>) = here(view, chosen).partition(|(marking, _)| marking.day() == view.today);
    if today.is_empty() && earlier.is_empty() {
        return None;
    }
    let mut asked = None;
    for (marking, hurt) in today {
        if of_today(ui, view, marking, hurt) {
            asked = Some(Action::TakeBack(marking.spot.clone()));
        }
    }
    if !earlier.is_empty() {
        text(ui, Face::Under, tokens.ink_second, &fl!(LOADER, "hurts-earlier"));
        for (marking, hurt) in earlier.iter().take(EARLIER) {
            text(ui, Face::Narrow, tokens.ink, &hurts::on_day(marking.day(), hurt));
        }
    }
    ui.add_space(9.0);
    hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
    ui.add_space(10.0);
    asked
}

/// Today's mark with its badge; returns true where it is to be taken back.
fn of_today(ui: &mut Ui, view: &BodyView<'_>, marking: &Marking, hurt: &Hurt) -> bool {
    let tokens = Tokens::of(ui.ctx());
    let back = fl!(LOADER, "hurts-back");
    let back_name = fl!(LOADER, "hurts-back-name", place = hurts::spot(&marking.spot));
    let (left, right) = (42.0, 92.0);
    let width = ui.available_width() - left - right;
    let state = if view.kept { fl!(LOADER, "hurts-saved") } else { fl!(LOADER, "hurts-saving") };
    let head = format!("{} · {}", fl!(LOADER, "hurts-today"), state);
    let told = hurts::told(hurt);
    let first = Face::Under.lay_out(ui.painter(), &head, tokens.ink_second, width).size().y;
    let second = Face::Narrow.lay_out(ui.painter(), &told, tokens.ink, width).size().y;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), (first + second).max(44.0)));
    badge(ui.painter(), pos2(rect.left() + 16.0, rect.top() + 22.0), 15.0, &hurt.pain.to_string());
    let at = pos2(rect.left() + left, rect.top());
    Face::Under.say_within(ui, at, Align2::LEFT_TOP, &head, tokens.ink_second, width);
    Face::Narrow.say_within(ui, at + vec2(0.0, first), Align2::LEFT_TOP, &told, tokens.ink, width);
    let place = Rect::from_min_size(pos2(rect.right() - right, rect.top()), vec2(right, 44.0));
    let clicked = place_at(ui, place, Button::tertiary(&back).named(&back_name)).clicked();
    ui.add_space(6.0);
    clicked
}

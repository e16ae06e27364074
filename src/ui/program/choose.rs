//! Programs to take: those that come with the app, and those that were in force before.

use eframe::egui::{Align2, Margin, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::ui::action::{Action, ProgramView};
use crate::ui::parts::{Button, hairline};
use crate::ui::shell::{card_with, line, place_at, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

const BUTTON: f32 = 116.0;
/// A narrower row has its button under the words.
const NARROW: f32 = 420.0;

/// Shows both lists, as far as there is anything in them.
pub fn cards(ui: &mut Ui, view: &ProgramView<'_>) -> Option<Action> {
    let mut asked = revisions(ui, view);
    if !view.shipped.is_empty() {
        let rows: Vec<_> = view.shipped.iter().map(|(title, about)| (title.as_str(), about.as_str())).collect();
        let (title, more) = (fl!(LOADER, "program-shipped"), fl!(LOADER, "program-shipped-more"));
        let taken = list(ui, &title, &more, &fl!(LOADER, "program-use"), &rows);
        asked = asked.or(taken.map(Action::TakeShipped));
    }
    if !view.before.is_empty() {
        ui.add_space(if view.shipped.is_empty() { 0.0 } else { 16.0 });
        let rows: Vec<_> = view.before.iter().map(|(title, by, _)| (title.as_str(), by.as_str())).collect();
        let (title, more) = (fl!(LOADER, "program-before"), fl!(LOADER, "program-before-more"));
        let taken = list(ui, &title, &more, &fl!(LOADER, "program-use-again"), &rows);
        asked = asked.or(taken.and_then(|i| Some(Action::TakeKept(view.before.get(i)?.2))));
    }
    asked
}

fn list(ui: &mut Ui, title: &str, more: &str, take: &str, rows: &[(&str, &str)]) -> Option<usize> {
    let tokens = Tokens::of(ui.ctx());
    let mut taken = None;
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 10 }, |ui| {
        text(ui, Face::Title, tokens.ink, title);
        ui.add_space(2.0);
        line(ui, more);
        ui.add_space(12.0);
        for (i, (title, about)) in rows.iter().enumerate() {
            if row(ui, title, about, Some(take)) {
                taken = Some(i);
            }
        }
    });
    taken
}

/// The revisions of the program in force, each with the days it was in force and what it changed.
fn revisions(ui: &mut Ui, view: &ProgramView<'_>) -> Option<Action> {
    if view.revisions.is_empty() {
        return None;
    }
    let tokens = Tokens::of(ui.ctx());
    let mut asked = None;
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 10 }, |ui| {
        text(ui, Face::Title, tokens.ink, &fl!(LOADER, "program-revisions"));
        ui.add_space(2.0);
        line(ui, &fl!(LOADER, "program-revisions-more"));
        ui.add_space(12.0);
        let again = fl!(LOADER, "program-use-again");
        for revision in view.revisions {
            let about: Vec<_> =
                [revision.when.as_str()].into_iter().chain(revision.changes.iter().map(String::as_str)).collect();
            let take = (!revision.in_force).then_some(again.as_str());
            if row(ui, &revision.title, &about.join("\n"), take) {
                asked = Some(Action::TakeKept(revision.revision));
            }
        }
    });
    ui.add_space(16.0);
    asked
}

/// A title, what is said about it, and the button that takes it, if it can be taken.
pub fn row(ui: &mut Ui, title: &str, about: &str, take: Option<&str>) -> bool {
    let tokens = Tokens::of(ui.ctx());
    let width = ui.available_width();
    let narrow = width < NARROW;
    let room = if narrow { width } else { width - BUTTON - 24.0 };
    let first = Face::Strong.lay_out(ui.painter(), title, tokens.ink, room).size().y;
    let second = Face::Narrow.lay_out(ui.painter(), about, tokens.ink_second, room).size().y;
    let words = first + second + 22.0;
    let height = if narrow && take.is_some() { words + 56.0 } else { words.max(70.0) };
    let (_, rect) = ui.allocate_space(vec2(width, height));
    hairline(ui.painter(), rect.x_range(), rect.top());
    let top = if narrow || first + second > 70.0 {
        rect.top() + 11.0
    } else {
        rect.center().y - f32::midpoint(first, second)
    };
    let at = pos2(rect.left(), top);
    Face::Strong.say_within(ui, at, Align2::LEFT_TOP, title, tokens.ink, room);
    Face::Narrow.say_within(ui, at + vec2(0.0, first), Align2::LEFT_TOP, about, tokens.ink_second, room);
    let Some(take) = take else { return false };
    let size = vec2(BUTTON, 44.0);
    let place = if narrow {
        Rect::from_min_size(pos2(rect.left(), rect.bottom() - 56.0), size)
    } else {
        Align2::RIGHT_CENTER.anchor_size(rect.right_center(), size)
    };
    let spoken = fl!(LOADER, "program-take", take = take, title = title);
    place_at(ui, place, Button::secondary(take).named(&spoken).at_least(size)).clicked()
}

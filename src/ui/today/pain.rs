//! Pain now, before the session.

use eframe::egui::{Align2, Margin, Stroke, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::practice::measure::Pain;
use crate::practice::program::Routine;
use crate::ui::action::{Action, Asked, TodayView};
use crate::ui::parts::{Button, NumberRow};
use crate::ui::shell::{beside, card_with, fitting, line, place_at, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::{LOADER, place};

/// From this width of the column on, the way out stands beside the numbers.
pub const WIDE: f32 = 940.0;

/// Asks, and may be answered again until the session begins.
pub fn card(ui: &mut Ui, view: &TodayView<'_>, routine: &Routine) -> Option<Action> {
    let wide = ui.available_width() >= WIDE;
    card_with(ui, Margin { left: 28, right: 28, top: 14, bottom: 13 }, |ui| {
        let question = fl!(LOADER, "today-pain", regions = place::regions(routine));
        if wide {
            let left = |ui: &mut Ui| numbers(ui, view.pain, &question);
            let (left, right) = divided(ui, left, |ui| way_out(ui, view));
            left.or(right)
        } else {
            let asked = numbers(ui, view.pain, &question);
            ui.add_space(10.0);
            asked.or(way_out(ui, view))
        }
    })
}

/// A question, and at the right of a line what there is to say about it.
pub fn divided<L, R>(ui: &mut Ui, left: impl FnOnce(&mut Ui) -> L, right: impl FnOnce(&mut Ui) -> R) -> (L, R) {
    beside(ui, 250.0, 44.0, left, |ui, height| {
        let x = ui.max_rect().left() - 24.0;
        let y = ui.max_rect().top();
        let stroke = Stroke::new(1.0, Tokens::of(ui.ctx()).line);
        ui.painter().vline(x, y + 4.0..=y + height - 4.0, stroke);
        right(ui)
    })
}

fn numbers(ui: &mut Ui, pain: Asked, question: &str) -> Option<Action> {
    let color = Tokens::of(ui.ctx()).ink;
    text(ui, Face::Lead, color, question);
    ui.add_space(12.0);
    let name = |number: u8| fl!(LOADER, "of-ten", number = i64::from(number));
    scale(ui, pain, &name).map(|pain| Action::PainBefore(Some(pain)))
}

/// The numbers from 0 to 10 with the words of the scale of pain beneath, and what was clicked.
pub fn scale(ui: &mut Ui, pain: Asked, name: &dyn Fn(u8) -> String) -> Option<Pain> {
    let tokens = Tokens::of(ui.ctx());
    let chosen = match pain {
        Asked::Given { pain, .. } => Some(pain.score()),
        Asked::Open | Asked::NotNow => None,
    };
    let row = fitting(NumberRow::new(name).chosen(chosen), ui.available_width());
    let answer = row.show(ui);
    let (low, high) = (fl!(LOADER, "pain-low"), fl!(LOADER, "pain-high"));
    let (_, under) = ui.allocate_space(vec2(row.width(), 28.0));
    let y = under.bottom() - 9.0;
    Face::Caption.say(ui, pos2(under.left(), y), Align2::LEFT_CENTER, &low, tokens.ink_second);
    Face::Caption.say(ui, pos2(under.right(), y), Align2::RIGHT_CENTER, &high, tokens.ink_second);
    answer.and_then(Pain::new)
}

fn way_out(ui: &mut Ui, view: &TodayView<'_>) -> Option<Action> {
    if let Some(marks) = view.marks {
        line(ui, marks);
        ui.add_space(2.0);
    }
    let pain = view.pain;
    let words = match pain {
        Asked::Open => fl!(LOADER, "today-pain-why"),
        Asked::NotNow => fl!(LOADER, "today-pain-put-off"),
        Asked::Given { kept: true, .. } => fl!(LOADER, "today-pain-kept"),
        Asked::Given { kept: false, .. } => fl!(LOADER, "today-pain-change"),
    };
    line(ui, &words);
    if pain == Asked::NotNow {
        return None;
    }
    ui.add_space(6.0);
    way(ui, &fl!(LOADER, "today-not-now")).then_some(Action::PainBefore(None))
}

/// An underlined way out, its words level with those above; returns true when it is taken.
pub fn way(ui: &mut Ui, words: &str) -> bool {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 44.0));
    let rect = rect.with_min_x(rect.left() - 4.0);
    place_at(ui, rect, Button::tertiary(words)).clicked()
}

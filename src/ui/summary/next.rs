//! What is true for the next session already now.

use std::sync::Arc;

use eframe::egui::{Align2, Galley, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::page::{mixed, put_galley};
use super::points::spot;
use crate::ui::action::SummaryView;
use crate::ui::icons::Icon;
use crate::ui::parts::paint_card;
use crate::ui::theme::{Face, tokens};
use crate::words::LOADER;

const PADDING: f32 = 28.0;
/// Where the words begin: under the title, right of the icons.
const HEAD: f32 = 66.0;
const INDENT: f32 = 32.0;
const GAP: f32 = 14.0;

/// A sentence with its stressed beginning.
pub struct Line {
    icon: Icon,
    stressed: String,
    plain: String,
}

/// Returns what can be said.
pub fn lines(view: &SummaryView<'_>) -> Vec<Line> {
    let mut lines = vec![Line { icon: Icon::Right, stressed: fl!(LOADER, "summary-next-same"), plain: String::new() }];
    let eased: Vec<_> =
        view.tally.points.iter().filter(|point| point.holds.iter().any(|hold| hold.eased.is_some())).collect();
    let stressed = match eased.as_slice() {
        [] => None,
        [point] => {
            let place = spot(view, point);
            Some(fl!(LOADER, "summary-next-eased", place = place))
        }
        many => {
            let points = many.len() as i64;
            Some(fl!(LOADER, "summary-next-eased-many", points = points))
        }
    };
    if let Some(stressed) = stressed {
        lines.push(Line { icon: Icon::Hand, stressed, plain: fl!(LOADER, "summary-next-limit") });
    }
    if view.tally.counts().0 > 0 {
        let plain = fl!(LOADER, "summary-next-sore");
        lines.push(Line { icon: Icon::Today, stressed: String::new(), plain });
    }
    lines
}

/// Returns how high a card of that width has to be.
pub fn height(ui: &Ui, lines: &[Line], width: f32) -> f32 {
    let text: f32 = lines.iter().map(|line| line.lay_out(ui, width).size().y + GAP).sum();
    HEAD + text - GAP + PADDING
}

/// Shows the card.
pub fn show(ui: &mut Ui, lines: &[Line], rect: Rect) {
    let tokens = tokens(ui);
    paint_card(ui.painter(), rect);
    let left = rect.left() + PADDING;
    let title = fl!(LOADER, "summary-next");
    Face::Title.say(ui, pos2(left, rect.top() + 37.0), Align2::LEFT_CENTER, &title, tokens.ink);
    let mut top = rect.top() + HEAD;
    for line in lines {
        line.icon.paint(ui.painter(), pos2(left + 10.0, top + 12.0), 20.0, tokens.ink_second);
        let galley = line.lay_out(ui, rect.width());
        top = put_galley(ui, pos2(left, top) + vec2(INDENT, 0.0), galley, tokens.ink) + GAP;
    }
}

impl Line {
    fn lay_out(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let ink = tokens(ui).ink;
        let gap = if self.stressed.is_empty() || self.plain.is_empty() { "" } else { " " };
        let (strong, body) = (Face::Strong.letters().format(ink), Face::Body.letters().format(ink));
        let parts = [(strong, self.stressed.as_str()), (body.clone(), gap), (body, self.plain.as_str())];
        mixed(ui.painter(), &parts, width - 2.0 * PADDING - INDENT)
    }
}

//! What is true for the next session already now.

use eframe::egui::{Align2, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::points::spot;
use crate::ui::action::{DecisionLine, SummaryView};
use crate::ui::icons::Icon;
use crate::ui::parts::paint_card;
use crate::ui::reason::{Reason, icon};
use crate::ui::theme::{Face, tokens};
use crate::words::LOADER;

const GAP: f32 = 14.0;

/// A sentence with its stressed beginning, and perhaps a reason.
pub struct Line {
    icon: Icon,
    stressed: String,
    plain: String,
    why: String,
}

/// Returns what can be said: what is known, or else what is true for anyone.
pub fn lines(view: &SummaryView<'_>) -> Vec<Line> {
    let said = |icon, stressed, plain| Line { icon, stressed, plain, why: String::new() };
    let mut lines: Vec<_> = view.next.iter().map(Line::of).collect();
    if lines.is_empty() {
        lines.push(said(Icon::Right, fl!(LOADER, "summary-next-same"), String::new()));
        lines.extend(eased(view).map(|stressed| said(Icon::Hand, stressed, fl!(LOADER, "summary-next-limit"))));
    }
    if view.tally.counts().0 > 0 {
        lines.push(said(Icon::Today, String::new(), fl!(LOADER, "summary-next-sore")));
    }
    lines
}

fn eased(view: &SummaryView<'_>) -> Option<String> {
    let eased: Vec<_> =
        view.tally.points.iter().filter(|point| point.holds.iter().any(|hold| hold.eased.is_some())).collect();
    match eased.as_slice() {
        [] => None,
        [point] => {
            let place = spot(view, point);
            Some(fl!(LOADER, "summary-next-eased", place = place))
        }
        many => {
            let points = many.len() as i64;
            Some(fl!(LOADER, "summary-next-eased-many", points = points))
        }
    }
}

/// Returns how high a card of that width and padding has to be.
pub fn height(ui: &Ui, view: &SummaryView<'_>, lines: &[Line], [width, padding]: [f32; 2]) -> f32 {
    let inside = width - 2.0 * padding;
    let text: f32 = lines.iter().enumerate().map(|(i, line)| line.reason(i).height(ui, inside) + GAP).sum();
    head(view) + text - GAP + padding
}

/// Shows the card.
pub fn show(ui: &mut Ui, view: &SummaryView<'_>, lines: &[Line], rect: Rect, padding: f32) {
    let tokens = tokens(ui);
    paint_card(ui.painter(), rect);
    let inside = rect.shrink2(vec2(padding, 0.0));
    let title = fl!(LOADER, "summary-next");
    Face::Title.say(ui, inside.left_top() + vec2(0.0, 37.0), Align2::LEFT_CENTER, &title, tokens.ink);
    if let Some(day) = view.next_day {
        let at = inside.left_top() + vec2(0.0, 67.0);
        Face::Narrow.say(ui, at, Align2::LEFT_CENTER, day, tokens.ink_second);
    }
    let mut top = rect.top() + head(view);
    for (i, line) in lines.iter().enumerate() {
        top = line.reason(i).show_at(ui, pos2(inside.left(), top), inside.width()).bottom + GAP;
    }
}

/// Where the words begin: under the title, and the day if it is known.
fn head(view: &SummaryView<'_>) -> f32 {
    if view.next_day.is_some() { 92.0 } else { 66.0 }
}

impl Line {
    fn of(line: &DecisionLine) -> Self {
        let DecisionLine { way, stressed, plain, why } = line.clone();
        Self { icon: icon(way), stressed, plain, why }
    }

    fn reason(&self, key: usize) -> Reason<'_> {
        Reason { icon: Some(self.icon), ..Reason::plainly(&self.stressed, &self.plain, &self.why, key) }
    }
}

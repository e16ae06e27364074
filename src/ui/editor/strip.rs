//! The plan as a strip: each kind of step has a colour, a shape and a height of its own, and a line of words below.

use std::time::Duration;

use eframe::egui::{Align2, Painter, Rect, Stroke, StrokeKind, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::side::time;
use crate::practice::plan::{Kind, Plan};
use crate::ui::theme::{Face, Tokens, name};
use crate::words::LOADER;

const HEIGHT: f32 = 34.0;
const SWATCH: f32 = 22.0;

/// What the steps of a plan are put together to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Press,
    Stretch,
    Finish,
    Rest,
    Ready,
}

impl Part {
    const ALL: [Self; 5] = [Self::Press, Self::Stretch, Self::Finish, Self::Rest, Self::Ready];

    fn of(kind: &Kind) -> Option<Self> {
        match kind {
            Kind::Press(_) => Some(Self::Press),
            Kind::Stretch => Some(Self::Stretch),
            Kind::Move => Some(Self::Finish),
            Kind::Release | Kind::Rest => Some(Self::Rest),
            Kind::Ready | Kind::Locate | Kind::Switch => Some(Self::Ready),
            Kind::Done => None,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Press => fl!(LOADER, "phase-press"),
            Self::Stretch => fl!(LOADER, "phase-stretch"),
            Self::Finish => fl!(LOADER, "editing-finish-short"),
            Self::Rest => fl!(LOADER, "phase-rest"),
            Self::Ready => fl!(LOADER, "phase-ready"),
        }
    }

    /// A block for a press, two rails for a stretch, a hollow box for a movement, dots for a rest, a thin line to get ready.
    fn paint(self, painter: &Painter, tokens: &Tokens, rect: Rect) {
        let middle = rect.center().y;
        match self {
            Self::Press => drop(painter.rect_filled(rect, 1.0, tokens.press)),
            Self::Stretch => {
                let third = rect.height() / 3.0;
                painter.rect_filled(rect.with_max_y(rect.top() + third), 1.0, tokens.stretch);
                painter.rect_filled(rect.with_min_y(rect.bottom() - third), 1.0, tokens.stretch);
            }
            Self::Finish => {
                let inner = rect.shrink2(vec2(0.0, rect.height() * 0.18));
                painter.rect_stroke(inner, 1.0, Stroke::new(1.6, tokens.ink), StrokeKind::Inside);
            }
            Self::Rest => {
                let mut x = rect.left() + 2.0;
                while x < rect.right() {
                    painter.circle_filled(pos2(x, middle), 1.5, tokens.rest);
                    x += 5.0;
                }
            }
            Self::Ready => drop(painter.hline(rect.x_range(), middle, Stroke::new(2.0, tokens.ready))),
        }
    }
}

/// Shows the strip, with what it comes to below.
pub fn strip(ui: &mut Ui, plan: &Plan) {
    let tokens = Tokens::of(ui.ctx());
    let parts = joined(plan);
    let sums: Vec<(Part, Duration)> = Part::ALL
        .into_iter()
        .map(|part| (part, parts.iter().filter(|(other, ..)| *other == part).map(|(.., length)| *length).sum()))
        .filter(|(_, sum): &(Part, Duration)| !sum.is_zero())
        .collect();
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    let whole = plan.total().as_secs_f32().max(1.0);
    let x = |at: Duration| rect.left() + rect.width() * at.as_secs_f32() / whole;
    for (part, at, length) in &parts {
        let lies = Rect::from_x_y_ranges(x(*at)..=x(*at + *length) - 0.6, rect.y_range());
        part.paint(ui.painter(), tokens, lies);
    }
    let spoken: Vec<_> = sums.iter().map(|(part, sum)| said(*part, *sum)).collect();
    name(ui, rect, &fl!(LOADER, "editing-strip", parts = spoken.join(", ")));
    ui.add_space(8.0);
    for (part, sum) in sums {
        let (_, line) = ui.allocate_space(vec2(ui.available_width(), 22.0));
        let swatch = Rect::from_center_size(line.left_center() + vec2(SWATCH / 2.0, 0.0), vec2(SWATCH, 14.0));
        part.paint(ui.painter(), tokens, swatch);
        let at = line.left_center() + vec2(SWATCH + 10.0, 0.0);
        Face::Under.paint(ui.painter(), at, Align2::LEFT_CENTER, &part.words(), tokens.ink_second);
        Face::Under.paint(ui.painter(), line.right_center(), Align2::RIGHT_CENTER, &time(sum), tokens.ink);
        name(ui, line, &said(part, sum));
    }
}

fn said(part: Part, sum: Duration) -> String {
    fl!(LOADER, "editing-strip-part", part = part.words(), time = time(sum))
}

/// The steps, neighbours of one kind put together: what it is, where it begins, how long it lasts.
fn joined(plan: &Plan) -> Vec<(Part, Duration, Duration)> {
    let mut parts: Vec<(Part, Duration, Duration)> = Vec::new();
    for step in plan.steps() {
        let Some(part) = Part::of(&step.kind) else { continue };
        match parts.last_mut() {
            // Two presses side by side are two: only what lies between them is put together.
            Some((last, _, length)) if *last == part && matches!(part, Part::Rest | Part::Ready) => {
                *length += step.length;
            }
            _ => parts.push((part, step.at, step.length)),
        }
    }
    parts
}

//! The levels of one point, step by step, with the days on which they were reached.

use std::cmp::Ordering;

use eframe::egui::{Align2, CornerRadius, Margin, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2};
use i18n_embed_fl::fl;

use crate::ui::action::{PointNow, Rung, Steps};
use crate::ui::shell::{card_of_height, line, text};
use crate::ui::theme::{Face, Tokens, Weight, font, name};
use crate::words::LOADER;

const GAP: f32 = 8.0;
/// No step is wider, and none narrower: what has no room goes to the next line.
const WIDEST: f32 = 84.0;
const NARROWEST: f32 = 56.0;
/// The first step, the last where nothing is higher, and how much each is higher than the one before at most.
const LOW: f32 = 36.0;
const HIGH: f32 = 121.0;
const RISE: f32 = 40.0;
/// The line of days below.
const LABELS: f32 = 30.0;

/// Shows the card, its inside at least so high.
pub fn card(ui: &mut Ui, point: &PointNow, height: f32) -> ((), f32) {
    let tokens = Tokens::of(ui.ctx());
    card_of_height(ui, Margin { left: 28, right: 28, top: 20, bottom: 12 }, height, |ui| match &point.steps {
        Steps::Still(why) => {
            text(ui, Face::Lead, tokens.ink, &fl!(LOADER, "steps-none", place = point.place.as_str()));
            ui.add_space(4.0);
            line(ui, why);
        }
        Steps::Ladder { what, rungs, here } => {
            let title = fl!(LOADER, "steps-title", place = point.place.as_str(), what = what.as_str());
            text(ui, Face::Lead, tokens.ink, &title);
            ui.add_space(12.0);
            // The steps fill a card that is higher for its neighbour, and stand at its foot.
            let room = height - ui.min_rect().height();
            let stairs = Stairs::within(vec2(ui.available_width(), room), rungs.len());
            ui.add_space((room - stairs.height()).max(0.0));
            stairs.show(ui, rungs, *here);
        }
    })
}

/// Steps in as many lines as they need.
struct Stairs {
    count: usize,
    in_a_line: usize,
    width: f32,
    rise: f32,
}

impl Stairs {
    fn within(room: Vec2, count: usize) -> Self {
        let most = (((room.x + GAP) / (NARROWEST + GAP)).floor() as usize).max(1);
        let lines = count.div_ceil(most).max(1);
        let in_a_line = count.div_ceil(lines).max(1);
        let width = ((room.x - GAP * (in_a_line - 1) as f32) / in_a_line as f32).min(WIDEST);
        let highest = if lines == 1 { (room.y - LABELS).max(HIGH) } else { HIGH };
        let rise = ((highest - LOW) / (count.max(2) - 1) as f32).min(RISE);
        Self { count, in_a_line, width, rise }
    }

    fn step(&self, i: usize) -> f32 {
        LOW + self.rise * i as f32
    }

    fn height(&self) -> f32 {
        let lasts = (0..self.count).filter(|i| (i + 1) % self.in_a_line == 0 || i + 1 == self.count);
        lasts.map(|i| self.step(i) + LABELS).sum()
    }

    fn show(&self, ui: &mut Ui, rungs: &[Rung], here: usize) {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (number, line) in rungs.chunks(self.in_a_line).enumerate() {
            let first = number * self.in_a_line;
            let highest = self.step(first + line.len() - 1);
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), highest + LABELS));
            let foot = rect.top() + highest;
            for (i, rung) in line.iter().enumerate() {
                let left = rect.left() + (self.width + GAP) * i as f32;
                let top = foot - self.step(first + i);
                let bar = Rect::from_min_max(pos2(left, top), pos2(left + self.width, foot));
                step(ui, bar, rung, first + i, here);
            }
        }
    }
}

fn step(ui: &mut Ui, bar: Rect, rung: &Rung, i: usize, here: usize) {
    let tokens = Tokens::of(ui.ctx());
    let painter = ui.painter();
    let corners = CornerRadius::same(10);
    let (fill, edge, ink) = match i.cmp(&here) {
        Ordering::Equal => (tokens.press, tokens.press, tokens.on_press),
        Ordering::Less => (tokens.press_track, tokens.press, tokens.ink),
        Ordering::Greater => (tokens.surface, tokens.line_strong, tokens.ink),
    };
    painter.rect(bar, corners, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    let middle = bar.center().x;
    let words = |size: f32| painter.layout_no_wrap(rung.words.clone(), font(Weight::SemiBold, size), ink);
    let galley = Some(words(16.0)).filter(|galley| galley.size().x <= bar.width() - 6.0).unwrap_or_else(|| words(13.0));
    let at = Align2::CENTER_CENTER.anchor_size(pos2(middle, bar.top() + 18.5), galley.size());
    painter.galley(at.min, galley, ink);
    if let Some(kind) = &rung.kind {
        Face::Caption.paint(painter, pos2(middle, bar.top() + 37.0), Align2::CENTER_CENTER, kind, ink);
    }
    let (weight, color) = if i == here { (Weight::SemiBold, tokens.ink) } else { (Weight::Regular, tokens.ink_third) };
    let below = painter.layout_no_wrap(rung.below.clone(), font(weight, 14.0), color);
    let at = Align2::CENTER_CENTER.anchor_size(pos2(middle, bar.bottom() + 17.0), below.size());
    painter.galley(at.min, below, color);
    let level = (i + 1).cast_signed();
    let words = match &rung.kind {
        Some(kind) => format!("{kind} {}", rung.words),
        None => rung.words.clone(),
    };
    let told = if i <= here {
        fl!(LOADER, "steps-level-reached", level = level, words = words, when = rung.below.as_str())
    } else {
        fl!(LOADER, "steps-level", level = level, words = words)
    };
    name(ui, bar.with_max_y(bar.bottom() + LABELS - 2.0), &told);
}

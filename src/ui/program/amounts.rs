//! Amounts as the therapist wrote them: a bar from the least to the most, or a lock.

use eframe::egui::{Align2, Color32, Pos2, Rect, Stroke, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::practice::measure::{Amount, Bounds};
use crate::ui::icons::Icon;
use crate::ui::theme::{Face, Tokens, Weight, font, name};
use crate::words::LOADER;

/// An amount in whole numbers: as it was written, and as it is now.
#[derive(Debug, Clone, Copy)]
pub struct Shown {
    written: Amount<u32>,
    now: u32,
}

impl Shown {
    /// Of an amount, each value turned into a number, with what it is now; before the first day that is its start.
    pub fn of<T: Copy>(amount: Amount<T>, number: impl Fn(T) -> u32, now: Option<u32>) -> Self {
        let written = match amount {
            Amount::Locked(value) => Amount::Locked(number(value)),
            Amount::Bounded(Bounds { start, min, max, step }) => {
                Amount::Bounded(Bounds { start: number(start), min: number(min), max: number(max), step: number(step) })
            }
        };
        Self { written, now: now.unwrap_or(written.start()) }
    }

    /// For a screen reader: "Hold, s: 35 now, from 20 to 45, began at 30".
    fn spoken(self, what: &str) -> String {
        let [start, most, now] = [self.written.start(), self.written.max(), self.now].map(i64::from);
        match self.written {
            Amount::Locked(_) if now == start => fl!(LOADER, "amount-locked", what = what, value = start),
            Amount::Locked(_) => fl!(LOADER, "amount-locked-now", what = what, now = now, value = start),
            Amount::Bounded(Bounds { min, .. }) if now == start => {
                fl!(LOADER, "amount-between", what = what, start = start, least = i64::from(min), most = most)
            }
            Amount::Bounded(Bounds { min, .. }) => fl!(
                LOADER,
                "amount-between-now",
                what = what,
                now = now,
                least = i64::from(min),
                most = most,
                start = start
            ),
        }
    }

    /// Shows the amount at `at`, the left end of its middle line, at most `width` wide.
    pub fn show(self, ui: &mut Ui, at: Pos2, width: f32, color: Color32, what: &str) {
        let tokens = Tokens::of(ui.ctx());
        let painter = ui.painter();
        let number = font(Weight::SemiBold, 16.0);
        match self.written {
            Amount::Locked(_) => {
                Icon::Lock.paint(painter, at + vec2(8.0, -1.0), 18.0, tokens.ink_second);
                painter.text(at + vec2(23.0, 0.0), Align2::LEFT_CENTER, self.now, number, tokens.ink);
            }
            Amount::Bounded(Bounds { start, min, max, .. }) => {
                let bar = Rect::from_min_max(at - vec2(0.0, 2.0), at + vec2(width, 4.0));
                let place = |value: u32| {
                    let along =
                        value.clamp(min, max).saturating_sub(min) as f32 / max.saturating_sub(min).max(1) as f32;
                    pos2(bar.left() + 7.0 + (bar.width() - 14.0) * along, bar.center().y)
                };
                let knob = place(self.now);
                painter.rect_filled(bar, 3.0, tokens.rest_track);
                painter.rect_filled(bar.with_max_x(knob.x), 3.0, color);
                if self.now != start {
                    // A small line where it began.
                    painter.vline(place(start).x, bar.y_range().expand(4.0), Stroke::new(2.0, tokens.ink_second));
                }
                painter.circle(knob, 7.0, tokens.surface, Stroke::new(3.0, color));
                painter.text(knob - vec2(0.0, 18.0), Align2::CENTER_CENTER, self.now, number, tokens.ink);
                let low = pos2(bar.left(), bar.bottom() + 12.0);
                Face::Caption.paint(painter, low, Align2::LEFT_CENTER, &min.to_string(), tokens.ink_third);
                let high = pos2(bar.right(), bar.bottom() + 12.0);
                Face::Caption.paint(painter, high, Align2::RIGHT_CENTER, &max.to_string(), tokens.ink_third);
            }
        }
        let rect = Rect::from_min_max(at - vec2(0.0, 24.0), at + vec2(width, 24.0));
        name(ui, rect, &self.spoken(what));
    }
}

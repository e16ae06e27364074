//! Amounts as the therapist wrote them: a bar from the least to the most, or a lock.

use eframe::egui::{Align2, Color32, Pos2, Rect, Stroke, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::practice::measure::Amount;
use crate::ui::icons::Icon;
use crate::ui::theme::{Face, Tokens, Weight, font, name};
use crate::words::LOADER;

/// An amount in whole numbers.
#[derive(Debug, Clone, Copy)]
pub enum Shown {
    /// Stays as it is.
    Locked(u32),
    /// Least, start, most.
    Between(u32, u32, u32),
}

impl Shown {
    /// Of an amount, each value turned into a number.
    pub fn of<T: Copy>(amount: Amount<T>, number: impl Fn(T) -> u32) -> Self {
        match amount {
            Amount::Locked(value) => Self::Locked(number(value)),
            Amount::Bounded(bounds) => Self::Between(number(bounds.min), number(bounds.start), number(bounds.max)),
        }
    }

    /// For a screen reader: "Hold, s: 30, from 20 to 45".
    fn spoken(self, what: &str) -> String {
        match self {
            Self::Locked(value) => fl!(LOADER, "amount-locked", what = what, value = i64::from(value)),
            Self::Between(least, start, most) => fl!(
                LOADER,
                "amount-between",
                what = what,
                start = i64::from(start),
                least = i64::from(least),
                most = i64::from(most)
            ),
        }
    }

    /// Shows the amount at `at`, the left end of its middle line, at most `width` wide.
    pub fn show(self, ui: &mut Ui, at: Pos2, width: f32, color: Color32, what: &str) {
        let tokens = Tokens::of(ui.ctx());
        let painter = ui.painter();
        let number = font(Weight::SemiBold, 16.0);
        match self {
            Self::Locked(value) => {
                Icon::Lock.paint(painter, at + vec2(8.0, -1.0), 18.0, tokens.ink_second);
                painter.text(at + vec2(23.0, 0.0), Align2::LEFT_CENTER, value, number, tokens.ink);
            }
            Self::Between(least, start, most) => {
                let bar = Rect::from_min_max(at - vec2(0.0, 2.0), at + vec2(width, 4.0));
                let along = start.saturating_sub(least) as f32 / most.saturating_sub(least).max(1) as f32;
                let knob = pos2(bar.left() + 7.0 + (bar.width() - 14.0) * along, bar.center().y);
                painter.rect_filled(bar, 3.0, tokens.rest_track);
                painter.rect_filled(bar.with_max_x(knob.x), 3.0, color);
                painter.circle(knob, 7.0, tokens.surface, Stroke::new(3.0, color));
                painter.text(knob - vec2(0.0, 18.0), Align2::CENTER_CENTER, start, number, tokens.ink);
                let low = pos2(bar.left(), bar.bottom() + 9.0);
                Face::Caption.paint(painter, low, Align2::LEFT_CENTER, &least.to_string(), tokens.ink_third);
                let high = pos2(bar.right(), bar.bottom() + 9.0);
                Face::Caption.paint(painter, high, Align2::RIGHT_CENTER, &most.to_string(), tokens.ink_third);
            }
        }
        let rect = Rect::from_min_max(at - vec2(0.0, 24.0), at + vec2(width, 24.0));
        name(ui, rect, &self.spoken(what));
    }
}

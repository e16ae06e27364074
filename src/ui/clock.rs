//! Clocks and counts, painted digit by digit.
//!
//! The digits of the font differ in width and egui cannot ask it for its even ones, so a running count would wobble. Each
//! digit is centred in a cell of its own instead.

use eframe::egui::{Align2, Color32, FontId, Painter, Pos2, Rect, pos2, vec2};

use super::theme::{Weight, font};

/// Paints digits and colons in one weight and returns where they lie. `at` is where `anchor` of the whole comes to lie.
pub fn clock_digits(painter: &Painter, at: Pos2, anchor: Align2, text: &str, size: f32, color: Color32) -> Rect {
    let rect = anchor.anchor_size(at, vec2(clock_width(text, size), size));
    let mut left = rect.left();
    for digit in text.chars() {
        let cell = cell(digit) * size;
        // A little up: egui rounds the ascent of a row, which shows in large digits.
        let middle = pos2(left + cell / 2.0, rect.center().y - size * 0.008);
        painter.text(middle, Align2::CENTER_CENTER, digit, digits(size), color);
        left += cell;
    }
    rect
}

/// How wide [`clock_digits`] will be.
pub fn clock_width(text: &str, size: f32) -> f32 {
    text.chars().map(cell).sum::<f32>() * size
}

fn digits(size: f32) -> FontId {
    font(Weight::SemiBold, size)
}

/// The width of a character's cell, in em.
fn cell(c: char) -> f32 {
    if c.is_ascii_digit() { 0.62 } else { 0.29 }
}

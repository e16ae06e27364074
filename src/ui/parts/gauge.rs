//! The gauge of pressing strength: what is asked for now, the range to keep in, and the limit.
//!
//! The marker is never a measurement. Nothing here measures.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align2, Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use crate::ui::{
    strokes::round_line,
    theme::{Face, Tokens, Weight, font},
};

const MOST: f32 = 10.0;
const BAR: f32 = 30.0;
const RADIUS: u8 = 9;

/// A gauge from 0 to 10.
#[derive(Clone, Debug)]
pub struct Gauge<'a> {
    /// What to keep in.
    pub aim: RangeInclusive<u8>,
    /// Never above this.
    pub limit: u8,
    /// What is asked for now.
    pub target: u8,
    /// The colour of the phase.
    pub color: Color32,
    /// Words at the low end, under the range, and at the high end.
    pub words: [&'a str; 3],
    /// What a screen reader says for all of it.
    pub name: &'a str,
    /// 1 at a window of 1180 by 780.
    pub scale: f32,
}

impl Gauge<'_> {
    /// Shows the gauge over the whole width there is.
    pub fn show(&self, ui: &mut Ui) -> Response {
        let size = vec2(ui.available_width(), (BAR + 36.0) * self.scale);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        self.paint(ui.painter(), rect.min, rect.width());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, self.name));
        response
    }

    /// Paints the gauge with the top left corner of its bar at `min`; the words lie beneath.
    pub fn paint(&self, painter: &Painter, min: Pos2, width: f32) {
        let tokens = Tokens::of(painter.ctx());
        let bar = Rect::from_min_size(min, vec2(width, BAR * self.scale));
        let x = |value: f32| bar.left() + bar.width() * value / MOST;
        let (low, high) = (f32::from(*self.aim.start()), f32::from(*self.aim.end()));
        let limit = f32::from(self.limit);
        painter.rect_filled(bar, CornerRadius::same(RADIUS), tokens.sunk);
        hatch(painter, tokens, bar, x(limit), self.scale);
        let aim = Rect::from_x_y_ranges(x(low)..=x(high), bar.y_range());
        // The range keeps the bar's round corner where it touches an end of it.
        let (west, east) = (if low <= 0.0 { RADIUS } else { 0 }, if high >= MOST { RADIUS } else { 0 });
        painter.rect_filled(aim, CornerRadius { nw: west, sw: west, ne: east, se: east }, self.color);
        let over = 5.0 * self.scale;
        let line = [pos2(x(limit), bar.top() - over), pos2(x(limit), bar.bottom() + over)];
        round_line(painter, line.to_vec(), 3.0 * self.scale, tokens.ink);
        self.marker(painter, tokens, pos2(x(f32::from(self.target)), bar.center().y));
        self.words(painter, tokens, bar, aim.center().x);
    }

    fn marker(&self, painter: &Painter, tokens: &Tokens, centre: Pos2) {
        painter.circle(centre, 15.8 * self.scale, tokens.surface, Stroke::new(2.4 * self.scale, tokens.ink));
        let digits = font(Weight::SemiBold, 20.0 * self.scale);
        painter.text(centre, Align2::CENTER_CENTER, self.target, digits, tokens.ink);
    }

    fn words(&self, painter: &Painter, tokens: &Tokens, bar: Rect, middle: f32) {
        let size = Face::Narrow.font().size * self.scale;
        let [low, aim, high] = self
            .words
            .map(|words| painter.layout_no_wrap(words.to_owned(), font(Weight::Regular, size), tokens.ink_second));
        let top = bar.bottom() + 10.0 * self.scale;
        let gap = 16.0 * self.scale;
        let right = bar.right() - high.size().x;
        // The words of the range stay clear of their neighbours, whatever the language.
        let least = bar.left() + if low.is_empty() { 0.0 } else { low.size().x + gap };
        let most = (right - gap - aim.size().x).max(least);
        let start = (middle - aim.size().x / 2.0).clamp(least, most);
        for (left, galley) in [(bar.left(), low), (start, aim), (right, high)] {
            painter.galley(pos2(left, top), galley, tokens.ink_second);
        }
    }
}

/// Hatches the bar to the right of `from`, its round corners kept.
fn hatch(painter: &Painter, tokens: &Tokens, bar: Rect, from: f32, scale: f32) {
    let pitch = 9.0 * scale;
    // A small bar has no room for the whole radius.
    let radius = f32::from(RADIUS).min(bar.height() / 2.0).min(bar.width() / 2.0);
    let core = bar.shrink(radius);
    let inside = |p: Pos2| p.x >= from && bar.contains(p) && p.distance(core.clamp(p)) <= radius;
    let clip = painter.with_clip_rect(bar.intersect(painter.clip_rect()));
    let mut foot = from - bar.height();
    while foot < bar.right() {
        let steps = 24;
        let points = (0..=steps).map(|i| {
            let rise = bar.height() * i as f32 / steps as f32;
            pos2(foot + rise, bar.bottom() - rise)
        });
        let kept: Vec<Pos2> = points.filter(|&p| inside(p)).collect();
        if let [first, .., last] = kept[..] {
            clip.line_segment([first, last], Stroke::new(1.6 * scale, tokens.line_strong));
        }
        foot += pitch;
    }
}

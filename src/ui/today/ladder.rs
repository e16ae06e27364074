//! A point's place on its own ladder of allowed steps.

use eframe::egui::{CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::ui::action::Ladder;
use crate::ui::theme::{Tokens, Weight, font, name};
use crate::words::LOADER;

/// The highest bar and the lowest.
const HIGH: f32 = 52.0;
const LOW: f32 = 12.0;
/// The line of labels below.
const LABELS: f32 = 24.0;
/// No bar is wider: a ladder of two rungs is not two walls.
const WIDEST: f32 = 64.0;
const RADIUS: f32 = 6.0;
/// Between two labels.
const APART: f32 = 6.0;

/// Shows the bars, growing from the first rung to the last, and what they are.
pub fn show(ui: &mut Ui, ladder: &Ladder) {
    let count = ladder.rungs.len();
    if count == 0 {
        return;
    }
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HIGH + LABELS));
    let gap = if count > 9 { 3.0 } else { 6.0 };
    let width = ((rect.width() - gap * (count - 1) as f32) / count as f32).min(WIDEST);
    let bar = |i: usize| {
        let height = if count > 1 { LOW + (HIGH - LOW) * i as f32 / (count - 1) as f32 } else { HIGH / 2.0 };
        let left = rect.left() + (width + gap) * i as f32;
        Rect::from_min_size(pos2(left, rect.top() + HIGH - height), vec2(width, height))
    };
    for i in 0..count {
        paint(ui, bar(i), i, ladder);
    }
    labels(ui, ladder, &bar, rect);
    name(ui, rect, &spoken(ladder));
}

fn paint(ui: &Ui, bar: Rect, i: usize, ladder: &Ladder) {
    let tokens = Tokens::of(ui.ctx());
    let painter = ui.painter();
    let radius = RADIUS.min(bar.height() / 2.0).min(bar.width() / 2.0);
    let corners = CornerRadius::same(radius as u8);
    if Some(i) == ladder.offered {
        painter.rect_filled(bar, corners, tokens.surface);
        dashed(painter, bar.shrink(1.0), radius - 1.0, Stroke::new(2.0, tokens.press));
    } else if i == ladder.here {
        painter.rect_filled(bar, corners, tokens.press);
    } else if i < ladder.here {
        painter.rect(bar, corners, tokens.press_track, Stroke::new(1.2, tokens.press), StrokeKind::Inside);
    } else {
        painter.rect(bar, corners, tokens.surface, Stroke::new(1.2, tokens.line_strong), StrokeKind::Inside);
    }
}

/// A dashed outline with round corners, begun where it is straight.
fn dashed(painter: &Painter, rect: Rect, radius: f32, stroke: Stroke) {
    let core = rect.shrink(radius);
    let corner = |centre: Pos2, from: f32| {
        (0..=4).map(move |i| centre + radius * eframe::egui::Vec2::angled((from + 22.5 * i as f32).to_radians()))
    };
    let mut path = vec![pos2(rect.center().x, rect.top())];
    path.extend(corner(core.right_top(), -90.0));
    path.extend(corner(core.right_bottom(), 0.0));
    path.extend(corner(core.left_bottom(), 90.0));
    path.extend(corner(core.left_top(), 180.0));
    path.push(pos2(rect.center().x, rect.top()));
    painter.extend(Shape::dashed_line(&path, stroke, 5.0, 3.5));
}

/// A label under each bar, or under the bars that matter where the others have no room.
fn labels(ui: &Ui, ladder: &Ladder, bar: &dyn Fn(usize) -> Rect, rect: Rect) {
    let tokens = Tokens::of(ui.ctx());
    let last = ladder.rungs.len() - 1;
    let lay_out = |i: usize| {
        let (weight, color) =
            if i == ladder.here { (Weight::SemiBold, tokens.ink) } else { (Weight::Regular, tokens.ink_third) };
        ui.painter().layout_no_wrap(ladder.rungs[i].clone(), font(weight, 13.0), color)
    };
    let crowded = (0..=last).any(|i| lay_out(i).size().x > bar(i).width() + 4.0);
    let mut wanted = vec![ladder.here.min(last)];
    wanted.extend(ladder.offered.filter(|offered| *offered <= last));
    if crowded {
        wanted.extend([last, 0]);
    } else {
        wanted.extend(0..=last);
    }
    let mut taken: Vec<(f32, f32)> = Vec::new();
    for i in wanted {
        let galley = lay_out(i);
        let width = galley.size().x;
        let most = (rect.right() - width).max(rect.left());
        let mut left = (bar(i).center().x - width / 2.0).clamp(rect.left(), most);
        if let (true, Some((_, end))) = (Some(i) == ladder.offered, taken.first()) {
            // The offered rung stands beside the present one, and so may its label.
            left = left.max(end + APART).min(most);
        }
        let is_free = taken.iter().all(|(from, to)| left >= to + APART - 1.0 || left + width + APART - 1.0 <= *from);
        if !is_free {
            continue;
        }
        taken.push((left, left + width));
        ui.painter().galley(pos2(left, rect.top() + HIGH + 5.0), galley, tokens.ink);
    }
}

fn spoken(ladder: &Ladder) -> String {
    let rungs = ladder.rungs.join(", ");
    let here = ladder.rungs.get(ladder.here).cloned().unwrap_or_default();
    match ladder.offered.and_then(|offered| ladder.rungs.get(offered)) {
        Some(offered) => fl!(LOADER, "ladder-offered", rungs = rungs, here = here, offered = offered.as_str()),
        None => fl!(LOADER, "ladder-here", rungs = rungs, here = here),
    }
}

//! The navigation rail on the left.

use eframe::egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{focus_outline, hovering};
use crate::ui::{
    icons::{Icon, logo},
    theme::{Tokens, Weight, font},
};

/// How wide the rail is.
pub const RAIL_WIDTH: f32 = 96.0;

/// A place one can go to.
#[derive(Clone, Copy, Debug)]
pub struct RailItem<'a> {
    /// Its icon.
    pub icon: Icon,
    /// Its name.
    pub label: &'a str,
}

/// Shows the rail at the left edge of `ui`, the last item at its foot, and returns the item clicked.
pub fn rail(ui: &mut Ui, items: &[RailItem<'_>], current: usize) -> Option<usize> {
    let tokens = Tokens::of(ui.ctx());
    let ground = Rect::from_min_size(ui.max_rect().min, vec2(RAIL_WIDTH, ui.max_rect().height()));
    let painter = ui.painter().clone();
    painter.rect_filled(ground, 0.0, tokens.rail);
    painter.vline(ground.right() - 0.5, ground.y_range(), Stroke::new(1.0, tokens.line));
    logo(&painter, ground.min + vec2(48.0, 46.0), 36.0, tokens.press, tokens.rail);
    let mut clicked = None;
    // In a low window the items move together, so that the last still has its place.
    let first = if ground.height() < 500.0 { 76.0 } else { 104.0 };
    let pitch = ((ground.height() - first - 76.0) / items.len().saturating_sub(1).max(1) as f32).clamp(70.0, 80.0);
    for (i, item) in items.iter().enumerate() {
        let from_top = first + pitch * i as f32;
        let is_last = i + 1 == items.len();
        // A low window pushes the last item down rather than over its neighbour.
        let top = if is_last { from_top.max(ground.height() - 96.0) } else { from_top };
        let rect = Rect::from_min_size(ground.min + vec2(10.0, top), vec2(76.0, 68.0));
        let id = ui.next_auto_id();
        ui.skip_ahead_auto_ids(1);
        let response = ui.interact(rect, id, Sense::click());
        let is_current = i == current;
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_current, item.label));
        let color = if is_current {
            painter.add(tokens.shadow().as_shape(rect.shrink(4.0), 18.0));
            painter.rect_filled(rect, 18.0, tokens.surface);
            let bar = Rect::from_min_size(pos2(ground.left(), rect.center().y - 16.0), vec2(4.0, 32.0));
            painter.rect_filled(bar, 2.0, tokens.press);
            tokens.ink
        } else {
            painter.rect_filled(rect, 18.0, hovering(ui, &response, tokens.rail, tokens.sunk));
            tokens.ink_second
        };
        let centre = rect.center();
        item.icon.paint_stroked(&painter, centre - vec2(0.0, 11.0), 26.0, color, if is_current { 2.2 } else { 1.9 });
        let words = font(Weight::SemiBold, 14.0);
        painter.text(centre + vec2(0.0, 15.0), Align2::CENTER_CENTER, item.label, words, color);
        focus_outline(ui, tokens, &response, rect.shrink(3.0), 15.0);
        if response.clicked() {
            clicked = Some(i);
        }
    }
    clicked
}

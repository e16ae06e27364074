//! The row of keys at the foot of the player. A key is also a button: what it names can be clicked.

use std::sync::Arc;

use eframe::egui::{
    Color32, Galley, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::{focus_outline, hovering, pressed};
use crate::ui::{
    icons::Icon,
    theme::{Tokens, Weight, font},
};

/// What is printed on a cap, or stands between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap<'a> {
    /// A key with words.
    Words(&'a str),
    /// A key with an icon: the arrows.
    Icon(Icon),
    /// Plain words between two keys, e.g. "to".
    Between(&'a str),
}

/// How much a key asks to be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeyLook {
    /// As the others.
    #[default]
    Plain,
    /// The one to know, while pressing.
    Press,
    /// The one to know, while stretching.
    Stretch,
    /// STOP.
    Stop,
}

/// A key with what it does.
#[derive(Clone, Copy, Debug)]
pub struct Key<'a> {
    /// Its caps.
    pub caps: &'a [Cap<'a>],
    /// What it does; a screen reader says this.
    pub caption: &'a str,
    /// How much it asks to be seen.
    pub look: KeyLook,
}

/// Shows keys in a row centred on a point, and returns which was clicked. `scale` is 1 at a window of 1180 by 780.
pub fn key_row(ui: &mut Ui, centre: Pos2, scale: f32, keys: &[Key<'_>]) -> Option<usize> {
    let gap = 34.0 * scale;
    let laid_out: Vec<LaidOut> = keys.iter().map(|key| LaidOut::new(ui, key, scale)).collect();
    let width = laid_out.iter().map(|key| key.width).sum::<f32>() + gap * laid_out.len().saturating_sub(1) as f32;
    // Whole points: the thin edges of the caps must not fall between pixels.
    let mut left = (centre.x - width / 2.0).round();
    let mut clicked = None;
    for (i, (key, laid_out)) in keys.iter().zip(laid_out).enumerate() {
        let middle = pos2(left + laid_out.width / 2.0, centre.y);
        let rect = Rect::from_center_size(middle, vec2(laid_out.width, 44.0_f32.max(44.0 * scale)));
        left += laid_out.width + gap;
        let id = ui.next_auto_id();
        ui.skip_ahead_auto_ids(1);
        let response = ui.interact(rect, id, Sense::click());
        let enabled = ui.is_enabled();
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, key.caption));
        laid_out.paint(ui, key, &response, scale);
        if response.clicked() {
            clicked = Some(i);
        }
    }
    clicked
}

struct LaidOut {
    caps: Vec<(Arc<Galley>, f32)>,
    caption: Arc<Galley>,
    width: f32,
}

impl LaidOut {
    fn new(ui: &Ui, key: &Key<'_>, scale: f32) -> Self {
        let tokens = Tokens::of(ui.ctx());
        let painter = ui.painter();
        let caps: Vec<(Arc<Galley>, f32)> =
            key.caps.iter().map(|cap| lay_out(painter, tokens, *cap, key.look, scale)).collect();
        let weight = if key.look == KeyLook::Plain { Weight::Regular } else { Weight::SemiBold };
        let color = if key.look == KeyLook::Stop { tokens.stop } else { tokens.ink };
        let caption = painter.layout_no_wrap(key.caption.to_owned(), font(weight, 17.0 * scale), color);
        let caps_width = caps.iter().map(|(_, width)| width + 6.0 * scale).sum::<f32>() - 6.0 * scale;
        let width = (caps_width + 10.0 * scale + caption.size().x).ceil();
        Self { caps, caption, width }
    }

    fn paint(self, ui: &Ui, key: &Key<'_>, response: &Response, scale: f32) {
        let tokens = Tokens::of(ui.ctx());
        let painter = ui.painter();
        let middle = response.rect.center().y + pressed(response).y;
        let mut left = response.rect.left();
        for (cap, (galley, width)) in key.caps.iter().zip(self.caps) {
            let rect = Rect::from_min_size(pos2(left, middle - 16.0 * scale), vec2(width, 32.0 * scale));
            left += width + 6.0 * scale;
            if matches!(cap, Cap::Between(_)) {
                painter.galley(rect.center() - galley.size() / 2.0, galley, tokens.ink_third);
                continue;
            }
            let (fill, words, edge) = colors(tokens, key.look);
            paint_cap(
                painter,
                rect,
                hovering(ui, response, fill, if edge.is_some() { tokens.sunk } else { fill }),
                edge,
                scale,
            );
            let face = rect.center() - vec2(0.0, scale);
            if let Cap::Icon(icon) = cap {
                icon.paint_stroked(painter, face, 18.0 * scale, words, 2.1);
            }
            painter.galley(face - galley.size() / 2.0, galley, words);
        }
        let at = pos2(left + 4.0 * scale, middle - self.caption.size().y / 2.0);
        painter.galley(at, self.caption, tokens.ink);
        focus_outline(ui, tokens, response, response.rect, 9.0);
    }
}

fn lay_out(painter: &Painter, tokens: &Tokens, cap: Cap<'_>, look: KeyLook, scale: f32) -> (Arc<Galley>, f32) {
    let (words, weight) = match cap {
        Cap::Words(words) => (words, Weight::SemiBold),
        Cap::Icon(_) => ("", Weight::SemiBold),
        Cap::Between(words) => (words, Weight::Regular),
    };
    let color = if matches!(cap, Cap::Between(_)) { tokens.ink_third } else { colors(tokens, look).1 };
    let galley = painter.layout_no_wrap(words.to_owned(), font(weight, 15.0 * scale), color);
    let width = match cap {
        Cap::Between(_) => galley.size().x.ceil(),
        Cap::Words(_) | Cap::Icon(_) => (galley.size().x + 22.0 * scale).max(36.0 * scale).ceil(),
    };
    (galley, width)
}

/// The fill, the words and the edge of a cap.
fn colors(tokens: &Tokens, look: KeyLook) -> (Color32, Color32, Option<Color32>) {
    match look {
        KeyLook::Plain | KeyLook::Stop => (tokens.surface, tokens.ink, Some(tokens.line_strong)),
        KeyLook::Press => (tokens.press, tokens.on_press, None),
        KeyLook::Stretch => (tokens.stretch, tokens.on_stretch, None),
    }
}

/// A cap stands on its thicker lower edge.
pub(super) fn paint_cap(painter: &Painter, rect: Rect, fill: Color32, edge: Option<Color32>, scale: f32) {
    let radius = 9.0 * scale;
    let Some(edge) = edge else {
        painter.rect_filled(rect, radius, fill);
        return;
    };
    painter.rect_filled(rect, radius, edge);
    let mut face = rect.shrink(1.3 * scale);
    face.max.y -= 1.7 * scale;
    painter.rect(face, radius - 1.5 * scale, fill, Stroke::NONE, StrokeKind::Inside);
}

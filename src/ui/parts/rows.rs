//! Rows of a form: tick, switch, slide, write.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align2, Frame, Margin, Rect, Response, Role, Sense, Slider, Stroke, StrokeKind, TextEdit, Ui, Vec2, Widget,
    WidgetInfo, pos2, vec2,
};

use super::{EDGE, focus_outline, hover, hovering};
use crate::ui::{
    icons::Icon,
    theme::{Face, Tokens, Weight, font},
};

/// A row with a box to tick; the whole row can be clicked.
pub struct CheckRow<'a> {
    ticked: &'a mut bool,
    words: &'a str,
    under: Option<&'a str>,
    height: f32,
}

impl<'a> CheckRow<'a> {
    /// A row of a list.
    pub fn new(ticked: &'a mut bool, words: &'a str) -> Self {
        Self { ticked, words, under: None, height: 46.0 }
    }

    /// With a second, smaller line.
    #[must_use]
    pub fn under(self, under: &'a str) -> Self {
        Self { under: Some(under), ..self.tall() }
    }

    /// As high as a row with two lines.
    #[must_use]
    pub fn tall(self) -> Self {
        Self { height: 58.0, ..self }
    }
}

impl Widget for CheckRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.ctx());
        let painter = ui.painter().clone();
        let (gap, width) = (44.0, ui.available_width());
        let words = painter.layout(self.words.to_owned(), font(Weight::Medium, 16.0), tokens.ink, width - gap);
        let under = self.under.map(|under| Face::Under.lay_out(&painter, under, tokens.ink_third, width - gap));
        let under_height = under.as_ref().map_or(0.0, |galley| galley.size().y);
        let text = words.size().y + under_height;
        let (rect, mut response) = ui.allocate_exact_size(vec2(width, self.height.max(text + 16.0)), Sense::click());
        if response.clicked() {
            *self.ticked = !*self.ticked;
            response.mark_changed();
        }
        let (ticked, enabled) = (*self.ticked, ui.is_enabled());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, ticked, self.words));
        painter.rect_filled(
            rect.expand2(vec2(8.0, -1.0)),
            12.0,
            hovering(ui, &response, tokens.sunk.gamma_multiply(0.0), tokens.sunk),
        );
        let tick = Rect::from_center_size(pos2(rect.left() + 14.0, rect.center().y), Vec2::splat(26.0));
        if ticked {
            painter.rect_filled(tick, 8.0, tokens.primary);
            Icon::Check.paint_stroked(&painter, tick.center(), 20.0, tokens.on_primary, 2.6);
        } else {
            painter.rect(tick, 8.0, tokens.surface, Stroke::new(2.0, tokens.line_strong), StrokeKind::Inside);
        }
        let at = pos2(rect.left() + gap, rect.center().y - text / 2.0);
        let below = at + vec2(0.0, words.size().y);
        painter.galley(at, words, tokens.ink);
        if let Some(under) = under {
            painter.galley(below, under, tokens.ink_third);
        }
        focus_outline(ui, tokens, &response, rect.expand2(vec2(5.0, -4.0)), 12.0);
        response
    }
}

/// A switch with its words; both can be clicked.
pub fn toggle(ui: &mut Ui, on: &mut bool, words: &str) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let galley = Face::Body.lay_out(ui.painter(), words, tokens.ink, (ui.available_width() - 60.0).max(80.0));
    let size = vec2(60.0 + galley.size().x, galley.size().y.max(44.0));
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    let (is_on, enabled) = (*on, ui.is_enabled());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, enabled, is_on, words));
    let track = Rect::from_center_size(pos2(rect.left() + 24.0, rect.center().y), vec2(48.0, 28.0));
    let way = ui.ctx().animate_bool(response.id.with("way"), is_on);
    let painter = ui.painter();
    let fill = hovering(ui, &response, tokens.surface, tokens.sunk).lerp_to_gamma(tokens.primary, way);
    let edge = tokens.line_strong.lerp_to_gamma(tokens.primary, way);
    painter.rect(track, 14.0, fill, Stroke::new(2.0, edge), StrokeKind::Inside);
    let knob = pos2(track.left() + 14.0 + 20.0 * way, track.center().y);
    painter.circle_filled(knob, 8.0, tokens.line_strong.lerp_to_gamma(tokens.on_primary, way));
    painter.galley(pos2(rect.left() + 60.0, rect.center().y - galley.size().y / 2.0), galley, tokens.ink);
    focus_outline(ui, tokens, &response, track, 14.0);
    response
}

/// A slider under its words, its value written at the right by `tell`.
pub fn slider(
    ui: &mut Ui,
    value: &mut f64,
    range: RangeInclusive<f64>,
    step: f64,
    words: &str,
    tell: impl Fn(f64) -> String,
) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let (_, head) = ui.allocate_space(vec2(ui.spacing().slider_width, 24.0));
    let (low, high) = (*range.start(), *range.end());
    // egui's own slider knows the keyboard and the screen reader; only its looks are ours.
    let response = ui
        .scope(|ui| {
            ui.set_opacity(0.0);
            ui.add(Slider::new(value, range).step_by(step).show_value(false))
        })
        .inner
        .accessible_name(words);
    let painter = ui.painter();
    Face::Strong.paint(painter, head.left_center(), Align2::LEFT_CENTER, words, tokens.ink);
    Face::Body.paint(painter, head.right_center(), Align2::RIGHT_CENTER, &tell(*value), tokens.ink_second);
    let knob = 9.0;
    let line = response.rect.x_range().shrink(knob);
    let middle = response.rect.center().y;
    let along = ((*value - low) / (high - low).max(f64::EPSILON)).clamp(0.0, 1.0) as f32;
    let at = pos2(line.min + line.span() * along, middle);
    let bar = Rect::from_x_y_ranges(line, middle - 3.0..=middle + 3.0);
    painter.rect_filled(bar, 3.0, tokens.rest_track);
    painter.rect_filled(bar.with_max_x(at.x), 3.0, tokens.press);
    painter.circle(at, knob + hover(ui, &response), tokens.surface, Stroke::new(3.0, tokens.press));
    focus_outline(ui, tokens, &response, Rect::from_center_size(at, Vec2::splat(2.0 * knob + 2.0)), knob);
    response
}

/// A field to write in, with an icon and a hint; the hint is also its name.
pub fn text_field(ui: &mut Ui, text: &mut String, hint: &str, icon: Icon, size: Vec2) -> Response {
    let tokens = Tokens::of(ui.ctx());
    let (_, rect) = ui.allocate_space(size);
    let inner = Rect::from_min_max(rect.min + vec2(50.0, 0.0), rect.max - vec2(14.0, 0.0));
    let ground = ui.painter().add(eframe::egui::Shape::Noop);
    let edit = TextEdit::singleline(text)
        .hint_text(Face::Body.rich(hint, tokens.ink_third))
        .frame(Frame::new().inner_margin(Margin::symmetric(0, 12)))
        .font(Face::Body.font())
        .text_color(tokens.ink);
    let response = ui.put(inner, edit);
    let shape = eframe::egui::epaint::RectShape::new(
        rect,
        14.0,
        tokens.surface,
        Stroke::new(EDGE, tokens.line_strong),
        StrokeKind::Inside,
    );
    ui.painter().set(ground, shape);
    icon.paint(ui.painter(), pos2(rect.left() + 29.0, rect.center().y), 20.0, tokens.ink_second);
    focus_outline(ui, tokens, &response, rect, 14.0);
    response
}

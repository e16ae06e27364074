//! Buttons. One primary button a screen; red for STOP alone.

use eframe::egui::{
    Align2, Color32, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, Widget, WidgetInfo, pos2, vec2,
};

use super::keys::paint_cap;
use super::{EDGE, focus_outline, hovering, painter_of, pressed};
use crate::ui::{
    icons::Icon,
    theme::{Face, Tokens, Weight, font},
};

/// The size of a key's cap.
const CAP: Vec2 = vec2(36.0, 32.0);

/// A button, set up by how much it weighs.
#[derive(Clone, Copy, Debug)]
pub struct Button<'a> {
    words: &'a str,
    kind: Kind,
    icon: Option<Icon>,
    cap: Option<&'a str>,
    name: Option<&'a str>,
    least: Vec2,
    face: Face,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Tertiary,
    Stop,
    QuietlyChosen,
}

impl<'a> Button<'a> {
    /// The one filled button of a screen.
    pub fn primary(words: &'a str) -> Self {
        Self::new(words, Kind::Primary)
    }

    /// Any other thing one may do.
    pub fn secondary(words: &'a str) -> Self {
        Self::new(words, Kind::Secondary)
    }

    /// Underlined words: a way out, or a detail.
    pub fn tertiary(words: &'a str) -> Self {
        Self::new(words, Kind::Tertiary)
    }

    /// STOP, and nothing else.
    pub fn stop(words: &'a str) -> Self {
        Self { icon: Some(Icon::Stop), ..Self::new(words, Kind::Stop) }
    }

    /// One of several choices, chosen: filled. The others are secondary buttons.
    pub fn chosen(words: &'a str) -> Self {
        Self { icon: Some(Icon::Check), ..Self::new(words, Kind::Primary) }
    }

    /// As [`Button::chosen`], on a screen whose one filled button is another.
    pub fn quietly_chosen(words: &'a str) -> Self {
        Self { icon: Some(Icon::Check), ..Self::new(words, Kind::QuietlyChosen) }
    }

    /// The size of Start and Save.
    #[must_use]
    pub fn large(self) -> Self {
        Self { least: self.least.max(vec2(0.0, 60.0)), face: Face::Lead, ..self }
    }

    /// To be hit from the floor.
    #[must_use]
    pub fn huge(self) -> Self {
        Self { least: self.least.max(vec2(0.0, 88.0)), face: Face::Cue, ..self }
    }

    /// At least this large.
    #[must_use]
    pub fn at_least(self, size: Vec2) -> Self {
        Self { least: self.least.max(size), ..self }
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// With the key that does the same, as a cap before the words.
    #[must_use]
    pub fn cap(self, key: &'a str) -> Self {
        Self { cap: Some(key), ..self }
    }

    /// What a screen reader says instead of the words, where they do not speak for themselves.
    #[must_use]
    pub fn named(self, name: &'a str) -> Self {
        Self { name: Some(name), ..self }
    }

    fn new(words: &'a str, kind: Kind) -> Self {
        Self { words, kind, icon: None, cap: None, name: None, least: vec2(44.0, 44.0), face: Face::Strong }
    }

    fn colors(self, ui: &Ui, tokens: &Tokens, response: &Response) -> Colors {
        let edge = Some(tokens.line_strong);
        let mut colors = match self.kind {
            Kind::Primary => Colors {
                fill: hovering(ui, response, tokens.primary, tokens.primary_hover),
                words: tokens.on_primary,
                edge: None,
            },
            Kind::Secondary => {
                Colors { fill: hovering(ui, response, Color32::TRANSPARENT, tokens.sunk), words: tokens.ink, edge }
            }
            Kind::Tertiary => Colors {
                fill: hovering(ui, response, Color32::TRANSPARENT, tokens.sunk),
                words: tokens.ink,
                edge: None,
            },
            Kind::Stop => Colors {
                fill: hovering(
                    ui,
                    response,
                    tokens.stop_fill,
                    tokens.stop_fill.lerp_to_gamma(tokens.primary_hover, 0.22),
                ),
                words: tokens.on_stop,
                edge: None,
            },
            Kind::QuietlyChosen => Colors { fill: tokens.sunk, words: tokens.ink, edge },
        };
        if !ui.is_enabled() {
            colors.words = tokens.ink_third;
            colors.edge = colors.edge.map(|_| tokens.line);
            if matches!(self.kind, Kind::Primary | Kind::Stop) {
                colors = Colors { fill: tokens.sunk, edge: Some(tokens.line), ..colors };
            }
        }
        colors
    }

    fn icon_size(self) -> f32 {
        match self.face {
            Face::Cue => 32.0,
            Face::Lead => 22.0,
            _ => 20.0,
        }
    }

    /// The room that what stands before the words takes, with the gap after it.
    fn before(self) -> f32 {
        match (self.cap, self.icon) {
            (Some(_), _) => CAP.x + 12.0,
            (None, Some(_)) => self.icon_size() + 10.0,
            (None, None) => 0.0,
        }
    }

    fn paint_words(self, painter: &Painter, tokens: &Tokens, rect: Rect, color: Color32) {
        let galley = self.face.lay_out(painter, self.words, color, f32::INFINITY);
        let before = self.before();
        let left = rect.center().x - f32::midpoint(galley.size().x, before);
        if let Some(key) = self.cap {
            let cap = Align2::LEFT_CENTER.anchor_size(pos2(left, rect.center().y), CAP);
            paint_cap(painter, cap, tokens.surface, Some(tokens.line_strong), 1.0);
            let middle = cap.center() - vec2(0.0, 1.0);
            painter.text(middle, Align2::CENTER_CENTER, key, font(Weight::SemiBold, 15.0), color);
        } else if let Some(drawing) = self.icon {
            let centre = pos2(left + self.icon_size() / 2.0, rect.center().y);
            drawing.paint_stroked(painter, centre, self.icon_size(), color, 2.2);
        }
        let at = pos2(left + before, rect.center().y);
        let words = self.face.paint(painter, at, Align2::LEFT_CENTER, self.words, color);
        if self.kind == Kind::Tertiary {
            let y = words.center().y + self.face.font().size * 0.68;
            painter.hline(words.x_range(), y, Stroke::new(1.6, tokens.line_strong));
        }
    }
}

struct Colors {
    fill: Color32,
    words: Color32,
    edge: Option<Color32>,
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.ctx());
        let text = self.face.lay_out(ui.painter(), self.words, tokens.ink, f32::INFINITY).size().x;
        let padding = if self.kind == Kind::Tertiary { 4.0 } else { 20.0 };
        let (rect, response) =
            ui.allocate_at_least(self.least.max(vec2(text + self.before() + 2.0 * padding, 0.0)), Sense::click());
        let name = self.name.unwrap_or(self.words);
        let enabled = ui.is_enabled();
        response.widget_info(|| match self.kind {
            Kind::QuietlyChosen => WidgetInfo::selected(Role::Button, enabled, true, name),
            _ => WidgetInfo::labeled(Role::Button, enabled, name),
        });
        if ui.is_rect_visible(rect) {
            let rect = rect.translate(pressed(&response));
            let colors = self.colors(ui, tokens, &response);
            let radius = if rect.height() >= 60.0 { 18.0 } else { 14.0 };
            let painter = painter_of(ui);
            painter.rect_filled(rect, radius, colors.fill);
            if let Some(edge) = colors.edge {
                painter.rect_stroke(rect, radius, Stroke::new(EDGE, edge), StrokeKind::Inside);
            }
            self.paint_words(&painter, tokens, rect, colors.words);
            focus_outline(ui, tokens, &response, rect, radius);
        }
        response
    }
}

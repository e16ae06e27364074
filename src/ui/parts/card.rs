//! What holds other things: cards, sunk panels, pills, hairlines.

use eframe::egui::{
    Align2, Color32, Frame, InnerResponse, Margin, Painter, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, Widget, WidgetInfo, pos2, vec2,
};

use crate::ui::{
    figure::Side,
    icons::{Icon, side_mark},
    theme::{Tokens, Weight, font},
};

const CARD_RADIUS: f32 = 20.0;
const PANEL_RADIUS: f32 = 16.0;
const PADDING: f32 = 28.0;

/// A card that grows with its contents.
pub fn card<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let tokens = Tokens::of(ui.ctx());
    Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.line))
        .corner_radius(CARD_RADIUS)
        .shadow(tokens.shadow())
        .inner_margin(Margin::same(PADDING as i8))
        .show(ui, add_contents)
}

/// A card that lies where it is told.
pub fn card_at<R>(ui: &mut Ui, rect: Rect, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    paint_card(ui.painter(), rect);
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink(PADDING)), add_contents).inner
}

/// A sunk panel that lies where it is told.
pub fn panel_at<R>(ui: &mut Ui, rect: Rect, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    paint_panel(ui.painter(), rect, Tokens::of(ui.ctx()).sunk);
    ui.scope_builder(UiBuilder::new().max_rect(rect.shrink(20.0)), add_contents).inner
}

/// The ground of a card.
pub fn paint_card(painter: &Painter, rect: Rect) {
    let tokens = Tokens::of(painter.ctx());
    painter.add(tokens.shadow().as_shape(rect, CARD_RADIUS));
    painter.rect(rect, CARD_RADIUS, tokens.surface, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
}

/// The ground of a panel inside a card, or of a box that calls for attention.
pub fn paint_panel(painter: &Painter, rect: Rect, fill: Color32) {
    painter.rect_filled(rect, PANEL_RADIUS, fill);
}

/// A hairline between rows.
pub fn hairline(painter: &Painter, x: impl Into<Rangef>, y: f32) {
    painter.hline(x, y, Stroke::new(1.0, Tokens::of(painter.ctx()).line));
}

/// A word in a rounded box, with a mark before it.
#[derive(Clone, Copy, Debug)]
pub struct Pill<'a> {
    words: &'a str,
    name: Option<&'a str>,
    mark: Option<Mark>,
    width: f32,
}

#[derive(Clone, Copy, Debug)]
enum Mark {
    Side(Side),
    Icon(Icon),
}

impl<'a> Pill<'a> {
    /// A pill with words alone.
    pub fn new(words: &'a str) -> Self {
        Self { words, name: None, mark: None, width: 0.0 }
    }

    /// A side: the mark and its word.
    pub fn side(side: Side, words: &'a str) -> Self {
        Self { mark: Some(Mark::Side(side)), width: 72.0, ..Self::new(words) }
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { mark: Some(Mark::Icon(icon)), ..self }
    }

    /// What a screen reader says instead, where the words do not speak for themselves.
    #[must_use]
    pub fn named(self, name: &'a str) -> Self {
        Self { name: Some(name), ..self }
    }

    /// At least this wide, so that pills in a column are alike.
    #[must_use]
    pub fn at_least(self, width: f32) -> Self {
        Self { width, ..self }
    }
}

impl Widget for Pill<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let tokens = Tokens::of(ui.ctx());
        let galley = ui.painter().layout_no_wrap(self.words.to_owned(), font(Weight::SemiBold, 14.0), tokens.ink);
        let mark = match self.mark {
            None => 0.0,
            Some(Mark::Side(_)) => 20.0,
            Some(Mark::Icon(_)) => 25.0,
        };
        let content = galley.size().x + mark;
        let size = vec2((content + 24.0).max(self.width), 28.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.name.unwrap_or(self.words)));
        let painter = ui.painter();
        painter.rect(rect, 14.0, tokens.sunk, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
        let left = rect.center().x - content / 2.0;
        let middle = rect.center().y;
        match self.mark {
            None => {}
            Some(Mark::Side(side)) => side_mark(painter, pos2(left + 5.5, middle), 5.0, side, tokens.ink),
            Some(Mark::Icon(icon)) => icon.paint(painter, pos2(left + 8.5, middle), 17.0, tokens.ink_second),
        }
        let at = Align2::LEFT_CENTER.anchor_size(pos2(left + mark, middle), galley.size());
        painter.galley(at.min, galley, tokens.ink);
        response
    }
}

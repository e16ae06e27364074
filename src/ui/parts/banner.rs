//! A box with something to know, and perhaps something to do about it.

use eframe::egui::{
    Align2, Color32, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{Button, paint_panel};
use crate::ui::{
    icons::Icon,
    theme::{Face, Tokens},
};

/// How a banner speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Mind this.
    Warn,
    /// Call for help.
    Emergency,
}

/// A banner over the whole width there is.
#[derive(Clone, Copy, Debug)]
pub struct Banner<'a> {
    /// How it speaks.
    pub tone: Tone,
    /// What it says.
    pub words: &'a str,
    /// What can be done about it.
    pub action: Option<&'a str>,
}

impl Banner<'_> {
    /// Shows the banner and returns its action's button.
    pub fn show(&self, ui: &mut Ui) -> Option<Response> {
        let tokens = Tokens::of(ui.ctx());
        let (icon, fill, color) = self.look(tokens);
        let width = ui.available_width();
        let strong = |words: &str| Face::Strong.lay_out(ui.painter(), words, tokens.ink, f32::INFINITY).size().x;
        let action_width = self.action.map_or(0.0, |action| strong(action) + 8.0 + 24.0);
        let galley = Face::Body.lay_out(ui.painter(), self.words, tokens.ink, width - 64.0 - 24.0 - action_width);
        let size = vec2(width, (galley.size().y + 32.0).max(60.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.words));
        paint_panel(ui.painter(), rect, fill);
        if self.tone == Tone::Info {
            // Sunk on the ground of a page is hardly there at dusk.
            ui.painter().rect_stroke(rect, 16.0, Stroke::new(1.0, tokens.line), StrokeKind::Inside);
        }
        let top = rect.center().y - galley.size().y / 2.0;
        icon.paint_stroked(ui.painter(), pos2(rect.left() + 34.0, top + 12.0), 24.0, color, 2.1);
        ui.painter().galley(pos2(rect.left() + 64.0, top), galley, tokens.ink);
        let action = Button::tertiary(self.action?);
        let corner =
            Align2::RIGHT_CENTER.anchor_size(rect.right_center() - vec2(20.0, 0.0), vec2(action_width - 16.0, 44.0));
        // A child that takes no room of its own: the banner has it already.
        Some(ui.new_child(UiBuilder::new().max_rect(corner)).add(action))
    }

    fn look(&self, tokens: &Tokens) -> (Icon, Color32, Color32) {
        match self.tone {
            Tone::Info => (Icon::Info, tokens.sunk, tokens.ink_second),
            Tone::Warn => (Icon::Warn, tokens.press_tint, tokens.press),
            Tone::Emergency => (Icon::Phone, tokens.stop_tint, tokens.stop),
        }
    }
}

//! The look of stock egui widgets, so that a plain text edit or a scroll bar belongs to the rest.

use eframe::egui::{
    self, Color32, Context, CornerRadius, CursorIcon, FontId, Margin, Stroke, TextStyle, Visuals,
    style::{HandleShape, ScrollStyle, Selection, Spacing, TextCursorStyle, WidgetVisuals, Widgets},
    vec2,
};

use super::{Motion, Theme, Tokens, Weight, font};

/// How long a hover takes to show.
const HOVER_SECONDS: f32 = 0.09;

pub fn install(ctx: &Context, theme: Theme) {
    let tokens = theme.tokens();
    let motion = Motion::of(ctx);
    let egui_theme = if theme == Theme::Dusk { egui::Theme::Dark } else { egui::Theme::Light };
    ctx.set_theme(egui_theme);
    // Both of egui's slots get the same look: which one is in use must not depend on what the system prefers.
    ctx.all_styles_mut(|style| {
        style.text_styles = text_styles();
        style.visuals = visuals(theme, tokens);
        space(&mut style.spacing);
        style.interaction.selectable_labels = false;
        style.animation_time = animation_time(motion);
    });
}

/// How long stock egui and our own parts take from one state to the next.
pub fn animation_time(motion: Motion) -> f32 {
    match motion {
        Motion::Gentle => HOVER_SECONDS,
        Motion::None => 0.0,
    }
}

fn text_styles() -> std::collections::BTreeMap<TextStyle, FontId> {
    [
        (TextStyle::Small, font(Weight::Regular, 13.0)),
        (TextStyle::Body, font(Weight::Regular, 16.0)),
        (TextStyle::Button, font(Weight::SemiBold, 16.0)),
        (TextStyle::Heading, font(Weight::SemiBold, 22.0)),
        (TextStyle::Monospace, FontId::monospace(15.0)),
    ]
    .into()
}

fn visuals(theme: Theme, tokens: &Tokens) -> Visuals {
    let base = if theme == Theme::Dusk { Visuals::dark() } else { Visuals::light() };
    Visuals {
        weak_text_color: Some(tokens.ink_third),
        widgets: widgets(tokens),
        selection: Selection { bg_fill: tokens.stretch_track, stroke: Stroke::new(1.5, tokens.ink) },
        hyperlink_color: tokens.ink,
        faint_bg_color: tokens.sunk,
        extreme_bg_color: tokens.surface,
        text_edit_bg_color: Some(tokens.surface),
        code_bg_color: tokens.sunk,
        warn_fg_color: tokens.press,
        // Red is kept for STOP, so a fault in a form is told in plain ink.
        error_fg_color: tokens.ink,
        window_corner_radius: CornerRadius::same(20),
        window_shadow: tokens.shadow(),
        window_fill: tokens.surface,
        window_stroke: Stroke::new(1.0, tokens.line),
        menu_corner_radius: CornerRadius::same(14),
        panel_fill: tokens.ground,
        popup_shadow: tokens.shadow(),
        text_cursor: TextCursorStyle { stroke: Stroke::new(2.0, tokens.ink), blink: false, ..base.text_cursor },
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        interact_cursor: Some(CursorIcon::PointingHand),
        ..base
    }
}

fn widgets(tokens: &Tokens) -> Widgets {
    let widget = |fill: Color32, edge: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: edge,
        corner_radius: CornerRadius::same(12),
        fg_stroke: Stroke::new(1.5, tokens.ink),
        expansion: 0.0,
    };
    let edge = Stroke::new(1.5, tokens.line_strong);
    Widgets {
        noninteractive: widget(tokens.surface, Stroke::new(1.0, tokens.line)),
        inactive: widget(tokens.surface, edge),
        hovered: widget(tokens.sunk, edge),
        // egui draws the focused widget as the pressed one: the outline must be there to be seen.
        active: widget(tokens.sunk, Stroke::new(3.0, tokens.focus)),
        open: widget(tokens.sunk, edge),
    }
}

fn space(spacing: &mut Spacing) {
    spacing.item_spacing = vec2(8.0, 8.0);
    spacing.button_padding = vec2(18.0, 10.0);
    spacing.interact_size = vec2(44.0, 44.0);
    spacing.icon_width = 24.0;
    spacing.icon_width_inner = 14.0;
    spacing.icon_spacing = 12.0;
    spacing.window_margin = Margin::same(28);
    spacing.menu_margin = Margin::same(8);
    spacing.slider_width = 240.0;
    spacing.slider_rail_height = 6.0;
    spacing.combo_width = 180.0;
    spacing.text_edit_width = 320.0;
    spacing.tooltip_width = 360.0;
    spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        floating_width: 6.0,
        handle_min_length: 44.0,
        foreground_color: true,
        ..ScrollStyle::floating()
    };
}

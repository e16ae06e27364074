//! Where it hurts today, on the map: a diamond with its number, and lines to where it spreads.

use eframe::egui::{Align2, Painter, Pos2, Rect, Shape, Stroke, Ui, Vec2, vec2};
use i18n_embed_fl::fl;

use super::BodyDraft;
use crate::practice::hurts::{Hurt, Marking, Spot};
use crate::ui::action::BodyView;
use crate::ui::figure::{Figure, Side, View};
use crate::ui::theme::{Letters, Tokens, Weight, name};
use crate::words::{LOADER, hurts};

/// From the middle of a diamond to its corners.
const REACH: f32 = 15.0;
/// The dot at the end of a line.
const DOT: f32 = 4.0;

/// The marks of today that stand.
pub fn of_today<'a>(view: &BodyView<'a>) -> impl Iterator<Item = (&'a Spot, &'a Hurt)> {
    let today = view.today;
    let of_today = view.hurts.iter().filter(move |marking: &&Marking| marking.day() == today);
    of_today.filter_map(|marking| Some((&marking.spot, marking.told.as_ref()?)))
}

/// Shows the marks of today, and the one that is being filled in.
pub fn show(ui: &mut Ui, figures: &[Figure<'_>], view: &BodyView<'_>, draft: &BodyDraft) {
    let open = draft.form.as_ref().zip(draft.spot());
    for (spot, hurt) in of_today(view) {
        if open.as_ref().is_none_or(|(_, here)| here != spot) {
            let rect = mark(ui, figures, spot, &hurt.spreads, &hurt.pain.to_string());
            if let Some(rect) = rect {
                name(ui, rect, &fl!(LOADER, "hurts-on-map", line = hurts::line(spot, hurt)));
            }
        }
    }
    if let Some((form, here)) = open {
        let pain = form.pain.map(|pain| pain.to_string()).unwrap_or_default();
        mark(ui, figures, &here, &form.spreads, &pain);
    }
}

/// Paints one on every figure that shows the spot, and returns where it lies on the one that shows it best.
fn mark(ui: &Ui, figures: &[Figure<'_>], spot: &Spot, spreads: &[Spot], number: &str) -> Option<Rect> {
    let tokens = Tokens::of(ui.ctx());
    let at = |figure: &Figure<'_>, spot: &Spot| figure.anchor(&spot.site, Side::of(spot.side)?);
    let mut best = None;
    for figure in figures {
        let from = at(figure, spot);
        for to in spreads.iter().filter_map(|spread| at(figure, spread)) {
            if let Some(from) = from {
                ui.painter().line_segment([from, to], Stroke::new(4.0, tokens.surface));
                ui.painter().extend(Shape::dashed_line(&[from, to], Stroke::new(2.0, tokens.ink), 6.0, 4.0));
            }
            ui.painter().circle(to, DOT, tokens.ink, Stroke::new(1.6, tokens.surface));
        }
        if let Some(from) = from {
            badge(ui.painter(), from, REACH, number);
            if best.is_none() || View::of(&spot.site) == Some(figure.view) {
                best = Some(Rect::from_center_size(from, Vec2::splat(2.0 * REACH)));
            }
        }
    }
    best
}

/// A diamond, with a number where there is room for one.
pub fn badge(painter: &Painter, centre: Pos2, reach: f32, number: &str) {
    let tokens = Tokens::of(painter.ctx());
    let corners = |reach: f32| [vec2(0.0, -reach), vec2(reach, 0.0), vec2(0.0, reach), vec2(-reach, 0.0)];
    let outline = |reach: f32| corners(reach).map(|corner| centre + corner).to_vec();
    painter.add(Shape::convex_polygon(outline(reach + 2.4), tokens.surface, Stroke::NONE));
    painter.add(Shape::convex_polygon(outline(reach), tokens.primary, Stroke::NONE));
    let letters = Letters { line: 16.0, ..Letters::new(Weight::SemiBold, 14.0) };
    letters.paint(painter, centre, Align2::CENTER_CENTER, number, tokens.on_primary);
}

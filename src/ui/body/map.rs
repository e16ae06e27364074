//! The figures from the front and from behind, and the soles: every site can be pointed at.

use eframe::egui::{
    Align2, Painter, Pos2, Rangef, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, epaint::RectShape, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::{BodyDraft, marks, named};
use crate::practice::library::Site;
use crate::ui::action::BodyView;
use crate::ui::figure::{Drawing, Figure, Lit, Mark, Pointed, Side, View, choose, paint};
use crate::ui::parts::paint_card;
use crate::ui::theme::{Face, Letters, Tokens, Weight, name};
use crate::words::LOADER;

/// The card as it is drawn; everything on it grows and shrinks with it.
const CARD: Vec2 = vec2(632.0, 656.0);
const HEIGHT: f32 = 606.0;
const CROWN: f32 = 16.0;
const FRONT: f32 = 160.0;
const BACK: f32 = 470.0;
const SOLES: (f32, f32) = (582.0, 552.0);

/// How high the card is when it is that wide.
pub fn height(width: f32) -> f32 {
    (width * CARD.y / CARD.x).min(CARD.y * 1.15).round()
}

/// Shows the card. A click on a site chooses it.
pub fn card(ui: &mut Ui, view: &BodyView<'_>, draft: &mut BodyDraft) {
    let width = ui.available_width();
    let (_, rect) = ui.allocate_space(vec2(width, height(width)));
    paint_card(ui.painter(), rect);
    let stage = Stage::within(rect);
    captions(ui, &stage);
    let planned = planned(view);
    let base: Vec<Lit<'_>> = planned.iter().map(|&(site, side)| Lit { site, side, mark: Mark::Planned }).collect();
    let figures = stage.figures(&[]);
    let pointed = choose(ui, &figures, rect.shrink(1.0), |site, side| {
        Site::find(site).map_or_else(String::new, |site| named(site, side))
    });
    let lit = lit(&base, &pointed, draft);
    paint(ui.painter(), rect.shrink(1.0), &stage.figures(&lit));
    marks::show(ui, &figures, view, draft);
    tip(ui, rect, &pointed);
    if pointed.hovered.is_some() {
        ui.ctx().set_cursor_icon(eframe::egui::CursorIcon::PointingHand);
    }
    if let Some(place) = pointed.chosen
        && let Some(site) = Site::find(place.site)
    {
        draft.choose(site, place.side);
    }
}

/// Where everything lies on a card that is larger or smaller than drawn.
struct Stage {
    min: Pos2,
    scale: f32,
}

impl Stage {
    fn within(card: Rect) -> Self {
        let scale = (card.width() / CARD.x).min(card.height() / CARD.y);
        let left = card.left() + (card.width() - CARD.x * scale) / 2.0;
        Self { min: pos2(left, card.top()), scale }
    }

    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.min + vec2(x, y) * self.scale
    }

    fn figures<'a>(&self, lit: &'a [Lit<'a>]) -> [Figure<'a>; 3] {
        let height = HEIGHT * self.scale;
        let figure = |view, x, y| Figure { view, height, crown: self.at(x, y), drawing: Drawing::Map, lit };
        [figure(View::Front, FRONT, CROWN), figure(View::Back, BACK, CROWN), figure(View::Soles, SOLES.0, SOLES.1)]
    }
}

/// Each site and side of the program, once.
fn planned<'a>(view: &BodyView<'a>) -> Vec<(&'a str, Side)> {
    let points = view.program.into_iter().flat_map(|program| &program.routines).flat_map(|routine| &routine.points);
    let mut planned: Vec<_> = points
        .flat_map(|point| {
            let sides = Side::BOTH.into_iter().filter(|&side| point.sides.each().contains(&side.written()));
            sides.map(|side| (point.place.id(), side))
        })
        .collect();
    planned.sort_unstable();
    planned.dedup();
    planned
}

/// What is lit, from below to above.
fn lit<'a>(planned: &[Lit<'a>], pointed: &Pointed, draft: &BodyDraft) -> Vec<Lit<'a>> {
    let mut lit = planned.to_vec();
    let chosen = draft.chosen.map(|chosen| (chosen.site.id.as_str(), chosen.side));
    let hovered = pointed.hovered.map(|place| (place.site, place.side)).filter(|hovered| chosen != Some(*hovered));
    if let Some((site, side)) = hovered {
        lit.push(Lit { site, side, mark: Mark::Pointed });
    }
    if let Some((site, side)) = chosen {
        lit.push(Lit { site, side, mark: Mark::Chosen });
        lit.push(Lit { site, side, mark: Mark::Felt });
    }
    if let Some(place) = pointed.focused {
        let (site, side) = (place.site, place.side);
        let again =
            lit.iter().rev().find(|lit| (lit.site, lit.side) == (site, side) && lit.mark != Mark::Felt).copied();
        lit.push(Lit { site, side, mark: Mark::Focused });
        lit.push(again.unwrap_or(Lit { site, side, mark: Mark::Pointed }));
    }
    lit
}

/// Which side is whose, and from where the body is seen.
fn captions(ui: &mut Ui, stage: &Stage) {
    let tokens = Tokens::of(ui.ctx());
    let [left, right] = [fl!(LOADER, "body-your-left"), fl!(LOADER, "body-your-right")];
    for (x, words) in [(28.0, &right), (272.0, &left), (358.0, &left), (598.0, &right)] {
        // "your" over "left": two lines that keep clear of the arms.
        let at = stage.at(x, 20.0);
        let lines: Vec<&str> = words.split(' ').collect();
        let mut whole = Rect::NOTHING;
        for (i, line) in lines.iter().enumerate() {
            let at = at + vec2(0.0, 18.0 * i as f32);
            whole = whole.union(Face::Under.paint(ui.painter(), at, Align2::CENTER_TOP, line, tokens.ink_second));
        }
        name(ui, whole, words);
    }
    let small = Letters { line: 18.0, ..Letters::new(Weight::SemiBold, 14.0) };
    let titles =
        [(FRONT, fl!(LOADER, "body-front")), (BACK, fl!(LOADER, "body-back")), (SOLES.0, fl!(LOADER, "body-soles"))];
    for (x, words) in titles {
        small.say(ui, stage.at(x, 638.0), Align2::CENTER_CENTER, &words, tokens.ink_second);
    }
}

/// The name of what is pointed at, beside it.
fn tip(ui: &Ui, card: Rect, pointed: &Pointed) {
    let Some(place) = pointed.hovered.or(pointed.focused) else { return };
    let Some(site) = Site::find(place.site) else { return };
    let tokens = Tokens::of(ui.ctx());
    let words = named(site, place.side);
    let letters = Letters { line: 20.0, ..Letters::new(Weight::SemiBold, 14.0) };
    let galley = letters.lay_out(ui.painter(), &words, tokens.on_primary, f32::INFINITY);
    let size = galley.size() + vec2(24.0, 10.0);
    let centre = place.rect.center().x.clamp(card.left() + size.x / 2.0 + 8.0, card.right() - size.x / 2.0 - 8.0);
    let above = place.rect.top() - 12.0 - size.y;
    let top = if above > card.top() + 6.0 { above } else { place.rect.bottom() + 12.0 };
    let rect = Rect::from_min_size(pos2(centre - size.x / 2.0, top), size);
    ui.painter().add(RectShape::filled(rect, rect.height() / 2.0, tokens.primary));
    ui.painter().galley(rect.min + vec2(12.0, 5.0), galley, tokens.on_primary);
}

#[derive(Clone, Copy)]
enum Swatch {
    Planned,
    Felt,
    NoPress,
    Locked,
    Hurts,
}

/// What there is on the map; marks only where there are some.
fn legend_words(view: &BodyView<'_>) -> Vec<(Swatch, String)> {
    let mut words = vec![
        (Swatch::Planned, fl!(LOADER, "body-legend-program")),
        (Swatch::Felt, fl!(LOADER, "body-legend-felt")),
        (Swatch::NoPress, fl!(LOADER, "body-legend-no-press")),
        (Swatch::Locked, fl!(LOADER, "body-legend-locked")),
    ];
    if marks::of_today(view).next().is_some() {
        words.push((Swatch::Hurts, fl!(LOADER, "hurts-legend")));
    }
    words
}

const SWATCH: Vec2 = vec2(21.0, 14.0);
const WORDS_AFTER: f32 = 29.0;
const BETWEEN: f32 = 20.0;

/// The legend at the right end of a line; where it has no room in one it takes two, one column under the other.
pub fn legend_at(ui: &mut Ui, view: &BodyView<'_>, line: Rect) {
    let words = legend_words(view);
    let widths: Vec<f32> = words.iter().map(|(_, words)| entry_width(ui.painter(), words)).collect();
    let whole = widths.iter().sum::<f32>() + BETWEEN * (words.len() - 1) as f32;
    let lines = if whole <= line.width() { 1 } else { 2 };
    let columns = words.len().div_ceil(lines);
    let column = |column: usize| widths.iter().skip(column).step_by(columns).copied().fold(0.0, f32::max);
    let taken = (0..columns).map(column).sum::<f32>() + BETWEEN * (columns - 1) as f32;
    let mut left = line.right() - taken;
    let top = line.center().y - 12.0 * (lines - 1) as f32;
    for of in 0..columns {
        for (row, (swatch, words)) in words.iter().skip(of).step_by(columns).enumerate() {
            entry(ui, pos2(left, top + 24.0 * row as f32), *swatch, words);
        }
        left += column(of) + BETWEEN;
    }
}

/// The legend in as many lines as it needs.
pub fn legend(ui: &mut Ui, view: &BodyView<'_>) {
    let words = legend_words(view);
    let width = ui.available_width();
    let mut at = vec2(0.0, 0.0);
    let mut places = Vec::new();
    for (_, words) in &words {
        let wide = entry_width(ui.painter(), words);
        if at.x > 0.0 && at.x + wide > width {
            at = vec2(0.0, at.y + 26.0);
        }
        places.push(at);
        at.x += wide + BETWEEN;
    }
    let (_, rect) = ui.allocate_space(vec2(width, at.y + 24.0));
    for ((swatch, words), place) in words.iter().zip(places) {
        entry(ui, rect.min + place + vec2(0.0, 12.0), *swatch, words);
    }
}

fn entry_width(painter: &Painter, words: &str) -> f32 {
    let ink = Tokens::of(painter.ctx()).ink_second;
    WORDS_AFTER + Face::Under.lay_out(painter, words, ink, f32::INFINITY).size().x
}

fn entry(ui: &mut Ui, left: Pos2, swatch: Swatch, words: &str) {
    let tokens = Tokens::of(ui.ctx());
    let rect = Rect::from_min_size(pos2(left.x, left.y - SWATCH.y / 2.0), SWATCH);
    swatch.paint(ui.painter(), tokens, rect);
    Face::Under.say(ui, pos2(left.x + WORDS_AFTER, left.y), Align2::LEFT_CENTER, words, tokens.ink_second);
}

impl Swatch {
    fn paint(self, painter: &Painter, tokens: &Tokens, rect: Rect) {
        let edge = rounded(rect, 5.0);
        match self {
            Self::Planned => {
                painter.rect(rect, 5.0, tokens.press_track, Stroke::new(1.6, tokens.press), StrokeKind::Middle);
            }
            Self::Hurts => marks::badge(painter, rect.center(), 9.0, ""),
            Self::Felt => painter.extend(Shape::dotted_line(&edge, tokens.press, 3.6, 0.95)),
            Self::Locked => painter.extend(Shape::dashed_line(&edge, Stroke::new(1.1, tokens.region_edge), 3.0, 2.2)),
            Self::NoPress => {
                painter.rect(rect, 5.0, tokens.body_fill, Stroke::new(1.0, tokens.hatch), StrokeKind::Middle);
                let inside = painter.with_clip_rect(rect.shrink(1.5));
                let mut x = rect.left() - rect.height();
                while x < rect.right() {
                    let line = [pos2(x, rect.top()), pos2(x + rect.height(), rect.bottom())];
                    inside.line_segment(line, Stroke::new(0.9, tokens.hatch));
                    x += 5.6;
                }
            }
        }
    }
}

/// The edge of a box with round corners, closed.
fn rounded(rect: Rect, radius: f32) -> Vec<Pos2> {
    let inner = rect.shrink(radius);
    let corners = [
        (inner.right_top(), -90.0_f32),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 90.0),
        (inner.left_top(), 180.0),
    ];
    let turn = Rangef::new(0.0, 90.0);
    let mut edge: Vec<Pos2> = corners
        .iter()
        .flat_map(|&(corner, from)| {
            (0_u8..=4).map(move |step| {
                let angle = (from + turn.span() * f32::from(step) / 4.0).to_radians();
                corner + Vec2::angled(angle) * radius
            })
        })
        .collect();
    edge.extend(edge.first().copied());
    edge
}

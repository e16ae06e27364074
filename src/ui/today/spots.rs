//! Today's points on a small body, front and back, in the margin of a wide window. Where there is no margin there is none: the
//! session's own rows come first.

use eframe::egui::{Align2, Pos2, Rect, Stroke, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::points::is_worked;
use crate::practice::program::Routine;
use crate::ui::action::TodayView;
use crate::ui::figure::{Drawing, Figure, Lit, Mark, Side, View, paint};
use crate::ui::theme::{Face, Letters, Tokens, Weight, name};
use crate::words::{LOADER, place};

/// The margin it needs, and where it lies in it.
const MARGIN: f32 = 216.0;
const AWAY: f32 = 20.0;
/// How much of a body's height each figure is wide, with room between the two.
const WIDE: f32 = 0.48;
/// The captions under the figures.
const FOOT: f32 = 30.0;
/// No taller than this, however much room there is.
const TALLEST: f32 = 360.0;
const BADGE: f32 = 9.5;
/// A number stands so much above what it is about, and so far from the midline, in heights of a body: clear of the arms.
const RISE: f32 = 18.0;
const AWAY_FROM_MIDLINE: f32 = 0.2;

/// Shows the points that are worked today, numbered as they come, beside the card of the session.
pub fn beside(ui: &mut Ui, view: &TodayView<'_>, routine: &Routine, card: Rect) {
    let window = ui.ctx().content_rect();
    let margin = window.right() - card.right();
    if margin < MARGIN {
        return;
    }
    let spots = spots(view, routine);
    if spots.is_empty() {
        return;
    }
    let width = (margin - 2.0 * AWAY).min(2.0 * WIDE * TALLEST);
    let height = (width / 2.0 / WIDE).min(card.height() - FOOT);
    let left = card.right() + AWAY;
    let lit: Vec<Lit<'_>> =
        spots.iter().map(|spot| Lit { site: spot.site, side: spot.side, mark: Mark::Press }).collect();
    let crown = |at: f32| pos2(left + width * at, card.top() + 6.0);
    let figures = [(View::Front, 0.25), (View::Back, 0.75)];
    let figures =
        figures.map(|(view, at)| Figure { view, height, crown: crown(at), drawing: Drawing::Quiet, lit: &lit });
    let place = Rect::from_min_size(pos2(left, card.top()), vec2(width, height + FOOT + 10.0));
    paint(ui.painter(), place, &figures);
    let tokens = Tokens::of(ui.ctx());
    for (at, words) in [(0.25, fl!(LOADER, "body-front")), (0.75, fl!(LOADER, "body-back"))] {
        let at = pos2(left + width * at, card.top() + height + 20.0);
        Face::Caption.paint(ui.painter(), at, Align2::CENTER_CENTER, &words, tokens.ink_second);
    }
    for figure in &figures {
        numbers(ui, figure, &spots);
    }
    let mut told: Vec<String> = spots.iter().map(Spot::words).collect();
    told.dedup();
    name(ui, place, &fl!(LOADER, "today-map", points = told.join(", ")));
}

/// A site that is worked on a side, and as which of the points.
struct Spot<'a> {
    number: usize,
    site: &'a str,
    side: Side,
}

impl Spot<'_> {
    fn words(&self) -> String {
        let number = self.number.cast_signed();
        fl!(LOADER, "today-map-point", number = number, place = place::sided(self.site, Some(self.side.written())))
    }
}

/// What the figure can show: a place of the program's own is on none, nor are soles seen here.
fn spots<'a>(view: &TodayView<'_>, routine: &'a Routine) -> Vec<Spot<'a>> {
    let worked = routine.points.iter().enumerate().filter(|(index, _)| is_worked(view, *index));
    let sided = worked.enumerate().flat_map(|(place, (_, point))| {
        let sides = point.sides.each().iter().filter_map(|&side| Side::of(side));
        sides.map(move |side| Spot { number: place + 1, site: point.place.id(), side })
    });
    let is_seen = |spot: &Spot<'_>| matches!(View::of(spot.site), Some(View::Front | View::Back));
    sided.filter(is_seen).collect()
}

/// The numbers of what a figure shows best, beside the body on the side where each lies, so that none covers another.
fn numbers(ui: &Ui, figure: &Figure<'_>, spots: &[Spot<'_>]) {
    let tokens = Tokens::of(ui.ctx());
    for way in [-1.0, 1.0] {
        let best = spots.iter().filter(|spot| Some(figure.view) == View::of(spot.site));
        let anchors = best.filter_map(|spot| Some((spot.number, figure.anchor(spot.site, spot.side)?)));
        let mut here: Vec<_> = anchors.filter(|(_, at)| (at.x - figure.crown.x) * way > 0.0).collect();
        here.sort_by(|(_, a), (_, b)| a.y.total_cmp(&b.y));
        let mut lowest = f32::NEG_INFINITY;
        for (of, at) in here {
            let y = (at.y - RISE).max(lowest + 2.0 * BADGE + 3.0);
            lowest = y;
            let beside = pos2(figure.crown.x + way * figure.height * AWAY_FROM_MIDLINE, y);
            ui.painter().line_segment([beside, at], Stroke::new(1.2, tokens.ink));
            ui.painter().circle(at, 3.0, tokens.ink, Stroke::new(1.2, tokens.surface));
            number(ui, beside, of);
        }
    }
}

fn number(ui: &Ui, at: Pos2, number: usize) {
    let tokens = Tokens::of(ui.ctx());
    ui.painter().circle(at, BADGE, tokens.primary, Stroke::new(1.6, tokens.ground));
    let letters = Letters { line: 14.0, ..Letters::new(Weight::SemiBold, 12.0) };
    letters.paint(ui.painter(), at, Align2::CENTER_CENTER, &number.to_string(), tokens.on_primary);
}

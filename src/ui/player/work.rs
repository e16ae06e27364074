//! Find, press, release, stretch: the large ring, and beside it where, how strong, and what comes next.

use eframe::egui::{Align2, Rect, Ui, Vec2, vec2};
use i18n_embed_fl::fl;

use super::canvas::Canvas;
use super::{Scene, ring_look};
use crate::practice::measure::Side;
use crate::practice::plan::{Kind, Pressing, Spot};
use crate::ui::action::Action;
use crate::ui::clock::{clock_digits, clock_width};
use crate::ui::figure::{self, Figure, Lit, Mark, View};
use crate::ui::icons::Icon;
use crate::ui::parts::{Gauge, paint_card};
use crate::ui::ring::{Ring, RingSize};
use crate::ui::spoken;
use crate::ui::theme::{Face, tokens};
use crate::words::{self, LOADER};

pub(super) fn page(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) -> Option<Action> {
    ring(ui, canvas, scene);
    site_card(ui, canvas, scene);
    strength_card(ui, canvas, scene);
    next_card(ui, canvas, scene);
    None
}

fn ring(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let step = scene.moment.step;
    let length = step.length.as_secs_f32().max(1.0);
    let step_ups: Vec<f32> = step
        .pressing()
        .map(|pressing| pressing.step_ups.iter().map(|turn| turn.after.as_secs_f32() / length).collect())
        .unwrap_or_default();
    let ring = Ring {
        centre: canvas.at(348.0, 372.0),
        size: RingSize::PLAYER.scaled(canvas.scale),
        look: ring_look(&step.kind, scene.view.session.state(), &step_ups),
        left: scene.left(),
        session: scene.session(),
        ground: scene.look.ground,
    };
    ring.paint(ui.painter(), tokens);

    let phase = scene.phase();
    // A long word is set smaller, to stay inside the ring.
    let (fit, icon) = if phase.chars().count() > 9 { (0.68, 34.0) } else { (1.0, 46.0) };
    let letters = Face::Phase.scaled(canvas.scale * fit);
    let said = letters.say(ui, canvas.at(378.0, 258.0), Align2::CENTER_CENTER, &phase, scene.look.color);
    let left = canvas.x_of(said.rect.left()) - 14.0 - icon / 2.0;
    scene.look.icon.paint_stroked(ui.painter(), canvas.at(left, 258.0), icon * canvas.scale, scene.look.color, 2.4);
    let left = scene.seconds_left();
    let digits = words::session::clock(left);
    let most = 300.0;
    let size: f32 = if digits.contains(':') { 150.0 } else { 204.0 };
    let size = size.min(size * most / clock_width(&digits, size));
    clock_digits(
        ui.painter(),
        canvas.at(348.0, 380.0),
        Align2::CENTER_CENTER,
        &digits,
        size * canvas.scale,
        tokens.ink,
    );
    let whole = step.length.as_secs().cast_signed();
    let of = match step.kind {
        Kind::Locate => fl!(LOADER, "player-locate-limit"),
        _ => fl!(LOADER, "player-of", seconds = whole),
    };
    canvas.say(ui, Face::Title, (348.0, 488.0), Align2::CENTER_CENTER, &of, tokens.ink_second);
    let usual = || words::session::cue_line(scene.view.session, &scene.moment, scene.view.now);
    let line = scene.view.said().unwrap_or_else(usual);
    let fit = if line.chars().count() > 40 { 0.76 } else { 1.0 };
    let letters = Face::Cue.scaled(canvas.scale * fit);
    let width = 596.0 * canvas.scale;
    letters.say_within(ui, canvas.at(348.0, 660.0), Align2::CENTER_CENTER, &line, tokens.ink, width);
}

/// Where: the side, the site, how to press or stretch it, and the figure with the spot lit.
fn site_card(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let rect = canvas.rect(660.0, 92.0, 480.0, 300.0);
    paint_card(ui.painter(), rect);
    let step = scene.moment.step;
    let Some(spot) = scene.view.session.plan().spot(step) else { return };
    let stretching = matches!(step.kind, Kind::Stretch | Kind::Move);
    let mark = if stretching { Mark::Stretch } else { Mark::Press };
    let drawn = ui.max_rect().width() >= 900.0 * canvas.scale.min(1.0)
        && figure(ui, canvas, spot, step.side, mark, rect, (740.0, 1014.0, 114.0), 924.0);
    let width = if drawn { 212.0 } else { 424.0 };
    if let Some(side) = step.side.filter(|&side| side != Side::Middle) {
        canvas.say(ui, Face::Side, (688.0, 114.0), Align2::LEFT_TOP, &words::place::side(side), tokens.ink);
    }
    let name = words::place::name(&spot.place);
    let said = canvas.say_within(ui, Face::Title, (689.0, 200.0), Align2::LEFT_TOP, &name, tokens.ink, width);
    let below = canvas.y_of(said.rect.bottom());
    let common = words::place::common(&spot.place);
    canvas.say(ui, Face::Lead, (689.0, below + 1.0), Align2::LEFT_TOP, &common, tokens.ink_second);
    let how = match step.kind {
        Kind::Stretch => words::place::stretch(&spot.place),
        Kind::Locate => words::place::location(&spot.place),
        _ => words::place::setting(spot),
    };
    let face = if how.len() > 110 { Face::Narrow } else { Face::Body };
    canvas.say_within(ui, face, (689.0, below + 36.0), Align2::LEFT_TOP, &how, tokens.ink_second, width);
}

/// How strong: the gauge in a press; words elsewhere, for a stretch has no number.
fn strength_card(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    paint_card(ui.painter(), canvas.rect(660.0, 408.0, 480.0, 130.0));
    let step = scene.moment.step;
    match &step.kind {
        Kind::Press(pressing) => gauge(ui, canvas, scene, pressing),
        Kind::Stretch | Kind::Move => {
            let (title, under) = if step.less {
                (fl!(LOADER, "player-stretch-less-short"), fl!(LOADER, "player-stretch-less-how"))
            } else {
                (fl!(LOADER, "player-stretch-strength"), fl!(LOADER, "player-stretch-breath"))
            };
            canvas.say(ui, Face::Title, (688.0, 432.0), Align2::LEFT_TOP, &title, tokens.stretch);
            canvas.say_within(ui, Face::Body, (688.0, 468.0), Align2::LEFT_TOP, &under, tokens.ink_second, 424.0);
        }
        _ => {
            let caution = scene.view.session.plan().spot(step).map(|spot| words::place::caution(&spot.place));
            let caution = caution.filter(|caution| !caution.is_empty());
            let note = scene.view.session.plan().spot(step).and_then(|spot| spot.note.clone());
            if let Some(text) = caution.or(note) {
                let title = fl!(LOADER, "player-caution");
                canvas.say(ui, Face::Strong, (688.0, 426.0), Align2::LEFT_TOP, &title, tokens.ink);
                canvas.say_within(ui, Face::Narrow, (688.0, 454.0), Align2::LEFT_TOP, &text, tokens.ink_second, 424.0);
            }
        }
    }
}

fn gauge(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>, pressing: &Pressing) {
    let tokens = tokens(ui);
    let target = scene.moment.target().unwrap_or(pressing.from);
    let (from, to) = (pressing.from.min(target).level(), pressing.target.max(target).level());
    let (from, to, limit) = if pressing.eased.is_some() {
        (target.level(), target.level(), pressing.ceiling.level())
    } else {
        (from, to, pressing.ceiling.level())
    };
    let (low, high) = (i64::from(from), i64::from(to));
    let title = if from == to {
        fl!(LOADER, "player-aim-one", level = low)
    } else {
        fl!(LOADER, "player-aim", from = low, to = high)
    };
    canvas.say(ui, Face::Lead, (688.0, 438.0), Align2::LEFT_CENTER, &title, tokens.ink);
    let hatched = fl!(LOADER, "player-hatched");
    canvas.say(ui, Face::Narrow, (1112.0, 438.0), Align2::RIGHT_CENTER, &hatched, tokens.ink_second);
    let words = [fl!(LOADER, "gauge-low"), fl!(LOADER, "gauge-aim"), fl!(LOADER, "gauge-high")];
    let now =
        fl!(LOADER, "gauge-name", level = i64::from(target.level()), from = low, to = high, limit = i64::from(limit));
    // The bar shows a band of at least a notch: a single level would be a line.
    let shown_from = if from == to { from.saturating_sub(1) } else { from };
    let gauge = Gauge {
        aim: shown_from..=to,
        limit,
        target: target.level(),
        color: tokens.press,
        words: [&words[0], &words[1], &words[2]],
        name: &now,
        scale: canvas.scale,
    };
    let bar = canvas.rect(688.0, 464.0, 424.0, 30.0);
    gauge.paint(ui.painter(), bar.min, bar.width());
    spoken::name(ui, bar, &now);
}

/// What comes next, and what after it.
fn next_card(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let plan = scene.view.session.plan();
    let Some((title, then)) = words::session::next_lines(plan, scene.moment.index) else { return };
    paint_card(ui.painter(), canvas.rect(660.0, 554.0, 480.0, 110.0));
    let next = scene.moment.next.map_or(Icon::Check, |step| icon(&step.kind));
    ui.painter().circle_filled(canvas.at(717.0, 609.0), 28.0 * canvas.scale, tokens.rest_tint);
    next.paint(ui.painter(), canvas.at(717.0, 609.0), 28.0 * canvas.scale, tokens.ink_second);
    canvas.say(ui, Face::Narrow, (765.0, 583.0), Align2::LEFT_CENTER, &fl!(LOADER, "player-next"), tokens.ink_second);
    canvas.say(ui, Face::Title, (765.0, 608.0), Align2::LEFT_CENTER, &title, tokens.ink);
    if ui.max_rect().width() >= 900.0 * canvas.scale.min(1.0) {
        canvas.say(ui, Face::Body, (765.0, 633.0), Align2::LEFT_CENTER, &then, tokens.ink_second);
    }
}

pub(super) const fn icon(kind: &Kind) -> Icon {
    match kind {
        Kind::Ready => Icon::Ready,
        Kind::Locate => Icon::Pin,
        Kind::Press(_) => Icon::Press,
        Kind::Release => Icon::Release,
        Kind::Rest => Icon::Rest,
        Kind::Stretch | Kind::Move => Icon::Stretch,
        Kind::Switch => Icon::Switch,
        Kind::Done => Icon::Check,
    }
}

/// Paints the figure with a spot lit, cropped to a card; a place of the program's own is on no figure.
///
/// `place` is the height of the whole body, the midline's x and the crown's y on the page; left of `clear` stand words.
#[expect(clippy::too_many_arguments, reason = "what is shown, and where")]
pub(super) fn figure(
    ui: &Ui,
    canvas: &Canvas,
    spot: &Spot,
    side: Option<Side>,
    mark: Mark,
    card: Rect,
    place: (f32, f32, f32),
    clear: f32,
) -> bool {
    let site = spot.place.id();
    let Some(side) = side.and_then(figure::Side::of) else { return false };
    let lit = [Lit { site, side, mark }];
    let Some(shown) = placed(canvas, &lit, card, place, clear) else { return false };
    shown.paint(ui.painter(), card.shrink(canvas.scale.max(1.0)));
    true
}

/// What is lit stays so far from the card's right edge.
const MARGIN: f32 = 24.0;

/// Where the figure has to stand so that what is lit is seen.
fn placed<'a>(
    canvas: &Canvas,
    lit: &'a [Lit<'a>; 1],
    card: Rect,
    (height, midline, crown): (f32, f32, f32),
    clear: f32,
) -> Option<Figure<'a>> {
    let [Lit { site, side, .. }] = *lit;
    let measure = Figure {
        view: View::of(site)?,
        height: height * canvas.scale,
        crown: canvas.at(midline, crown),
        drawing: figure::Drawing::default(),
        lit,
    };
    // A site below the card's foot slides up until it is seen, and one far out on an arm aside, clear of the words and of the edge.
    let found = measure.places().into_iter().find(|place| place.site == site && place.side == side);
    let lowest = card.bottom() - card.height() * 0.35;
    let leftmost = canvas.at(clear, 0.0).x;
    let rightmost = card.right() - MARGIN * canvas.scale;
    let shift = found.map_or(Vec2::ZERO, |found| {
        let aside = (leftmost - found.rect.left()).max(0.0) - (found.rect.right() - rightmost).max(0.0);
        vec2(aside, -(found.anchor.y - lowest).max(0.0))
    });
    Some(Figure { crown: measure.crown + shift, ..measure })
}

#[cfg(test)]
mod tests {
    use eframe::egui::pos2;

    use super::*;
    use crate::practice::library::Site;

    #[test]
    fn every_site_is_lit_in_the_card_on_the_persons_own_side() {
        let canvas = Canvas::fitting(Rect::from_min_max(pos2(0.0, 0.0), pos2(1180.0, 780.0)));
        let card = canvas.rect(660.0, 92.0, 480.0, 300.0);
        for site in Site::all() {
            for (own, reader) in [(Side::Left, -1.0), (Side::Right, 1.0)] {
                let side = figure::Side::of(own).unwrap();
                let lit = [Lit { site: &site.id, side, mark: Mark::Press }];
                let shown = placed(&canvas, &lit, card, (740.0, 1014.0, 114.0), 924.0).unwrap();
                let at = shown.anchor(&site.id, side).unwrap();
                assert!(card.contains(at), "{} {own:?} lies at {at:?}", site.id);
                // Face to face the person's left is the reader's right.
                let reader = if shown.view == View::Front { -reader } else { reader };
                assert!((at.x - shown.crown.x) * reader > 0.0, "{} {own:?} is on the other side", site.id);
                assert_eq!(shown.place_at(at).map(|found| found.side), Some(side), "{} {own:?}", site.id);
            }
        }
    }
}

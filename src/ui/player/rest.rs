//! Rests and lead-ins: what comes next stands large, and a question may lie below it.

use std::time::Duration;

use eframe::egui::{Align2, Ui};
use i18n_embed_fl::fl;

use super::canvas::Canvas;
use super::{Scene, ring_look, work};
use crate::practice::journal::Question;
use crate::practice::measure::Side;
use crate::practice::plan::{Kind, Step};
use crate::practice::session::{Asking, Input};
use crate::ui::action::Action;
use crate::ui::clock::clock_digits;
use crate::ui::figure::Mark;
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, NumberRow, paint_card};
use crate::ui::ring::{Ring, RingSize};
use crate::ui::theme::{Face, tokens};
use crate::words::{self, LOADER};

pub(super) fn page(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) -> Option<Action> {
    ring(ui, canvas, scene);
    next_card(ui, canvas, scene);
    let asking = scene.view.session.asking()?;
    question_card(ui, canvas, scene, asking)
}

fn ring(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let step = scene.moment.step;
    let ring = Ring {
        centre: canvas.at(186.0, 262.0),
        size: RingSize::REST.scaled(canvas.scale),
        look: ring_look(&step.kind, scene.view.session.state(), &[]),
        left: scene.left(),
        session: scene.session(),
        ground: scene.look.ground,
    };
    ring.paint(ui.painter(), tokens);
    let phase = scene.phase();
    let face = if phase.chars().count() > 6 { Face::Title } else { Face::Cue };
    let said = canvas.say(ui, face, (200.0, 213.0), Align2::CENTER_CENTER, &phase, scene.look.color);
    let left = canvas.x_of(said.rect.left()) - 20.0;
    scene.look.icon.paint_stroked(ui.painter(), canvas.at(left, 213.0), 26.0 * canvas.scale, scene.look.color, 2.3);
    let digits = words::session::clock(scene.seconds_left());
    let size = 96.0 * canvas.scale;
    clock_digits(ui.painter(), canvas.at(186.0, 277.0), Align2::CENTER_CENTER, &digits, size, tokens.ink);
    let line = scene.view.said().unwrap_or_else(|| line(scene));
    canvas.say_within(ui, Face::Lead, (186.0, 418.0), Align2::CENTER_TOP, &line, tokens.ink_second, 292.0);
}

/// Before a point: what to take in hand and how to sit. Else the cue line.
fn line(scene: &Scene<'_>) -> String {
    let spot = scene.view.session.plan().spot(scene.moment.step);
    let leads_in = matches!(scene.moment.step.kind, Kind::Ready)
        && scene.moment.next.is_some_and(|next| matches!(next.kind, Kind::Locate));
    match spot.filter(|_| leads_in && !scene.is_paused()) {
        Some(spot) => words::place::setting(spot),
        None => words::session::cue_line(scene.view.session, &scene.moment, scene.view.now),
    }
}

/// The work that comes next, with its side, its place and its dose.
fn next_card(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let plan = scene.view.session.plan();
    let to_come = &plan.steps()[scene.moment.index + 1..];
    let Some(next) = to_come.iter().find(|step| step.kind.is_work() || matches!(step.kind, Kind::Locate)) else {
        return;
    };
    let Some(spot) = plan.spot(next) else { return };
    let tall = if scene.view.session.asking().is_some() { 396.0 } else { 594.0 };
    let rect = canvas.rect(372.0, 92.0, 768.0, tall);
    paint_card(ui.painter(), rect);
    let mark = if matches!(next.kind, Kind::Stretch) { Mark::Stretch } else { Mark::Press };
    work::figure(
        ui,
        canvas,
        spot,
        next.side,
        mark,
        rect,
        if tall > 400.0 { (1120.0, 996.0, 124.0) } else { (920.0, 972.0, 118.0) },
        868.0,
    );
    Icon::Right.paint_stroked(ui.painter(), canvas.at(424.0, 137.0), 24.0 * canvas.scale, tokens.ink_second, 2.3);
    let title = fl!(LOADER, "player-next");
    canvas.say(ui, Face::Title, (449.0, 137.0), Align2::LEFT_CENTER, &title, tokens.ink_second);
    let mut y = 168.0;
    if let Some(side) = next.side.filter(|&side| side != Side::Middle) {
        canvas.say(ui, Face::SideNext, (409.0, y), Align2::LEFT_TOP, &words::place::side(side), tokens.ink);
        y += 100.0;
    }
    let name = words::place::name(&spot.place);
    let said = canvas.say_within(ui, Face::Display, (409.0, y), Align2::LEFT_TOP, &name, tokens.ink, 440.0);
    y = canvas.y_of(said.rect.bottom());
    let common = words::place::common(&spot.place);
    canvas.say(ui, Face::Title, (409.0, y), Align2::LEFT_TOP, &common, tokens.ink_second);
    y += if common.is_empty() { 18.0 } else { 52.0 };
    dose(ui, canvas, y, next, to_come);
    // Left of the figure's hand.
    let width = if tall > 400.0 { 330.0 } else { 390.0 };
    let say = |ui: &mut Ui, face, y, text: &str, color| {
        let said = canvas.say_within(ui, face, (409.0, y), Align2::LEFT_TOP, text, color, width);
        canvas.y_of(said.rect.bottom())
    };
    y += 34.0;
    if matches!(next.kind, Kind::Stretch) {
        if next.less {
            y = say(ui, Face::Strong, y, &fl!(LOADER, "player-stretch-less"), tokens.ink) + 6.0;
        }
        say(ui, Face::Body, y, &words::place::stretch(&spot.place), tokens.ink_second);
        return;
    }
    y = say(ui, Face::Body, y, &words::place::location(&spot.place), tokens.ink_second);
    if tall > 400.0 {
        // What to keep off is read before anything is pressed, and before the therapist's words, which may be long.
        let caution = words::place::caution(&spot.place);
        if !caution.is_empty() {
            y = say(ui, Face::Strong, y + 14.0, &fl!(LOADER, "player-caution"), tokens.ink);
            y = say(ui, Face::Body, y + 2.0, &caution, tokens.ink_second);
        }
        say(ui, Face::Body, y + 14.0, spot.note.as_deref().unwrap_or_default(), tokens.ink_second);
    }
}

/// "3 × 30 s" to press and "2 × 20 s" to stretch on the side that comes next, as they are still to be done.
fn dose(ui: &mut Ui, canvas: &Canvas, y: f32, next: &Step, to_come: &[Step]) {
    let tokens = tokens(ui);
    let here: Vec<&Step> = to_come.iter().filter(|step| (step.point, step.side) == (next.point, next.side)).collect();
    let presses: Vec<_> = here.iter().filter(|step| step.pressing().is_some()).map(|step| step.length).collect();
    let stretches: Vec<_> =
        here.iter().filter(|step| matches!(step.kind, Kind::Stretch)).map(|step| step.length).collect();
    let mut x = 409.0;
    for (lengths, icon, color) in [(presses, Icon::Press, tokens.press), (stretches, Icon::Stretch, tokens.stretch)] {
        if let Some(amount) = amount(&lengths) {
            icon.paint_stroked(ui.painter(), canvas.at(x + 15.0, y + 2.0), 30.0 * canvas.scale, color, 2.2);
            let said = canvas.say(ui, Face::Title, (x + 40.0, y + 2.0), Align2::LEFT_CENTER, &amount, tokens.ink);
            x = canvas.x_of(said.rect.right()) + 28.0;
        }
    }
}

fn amount(lengths: &[Duration]) -> Option<String> {
    let first = lengths.first()?;
    let longest = lengths.iter().max().unwrap_or(first);
    Some(fl!(LOADER, "amount", count = (lengths.len() as i64), length = words::session::seconds(*longest)))
}

pub(super) fn question_card(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>, asking: &Asking) -> Option<Action> {
    let tokens = tokens(ui);
    paint_card(ui.painter(), canvas.rect(40.0, 508.0, 1100.0, 178.0));
    let question = match &asking.question {
        Question::Discomfort { site, side, .. } => {
            let place = words::session::capital(&words::place::sided(site, *side));
            fl!(LOADER, "player-ask", place = place)
        }
        Question::Symptoms { .. } => fl!(LOADER, "player-ask-symptoms"),
    };
    canvas.say(ui, Face::Title, (73.0, 543.0), Align2::LEFT_CENTER, &question, tokens.ink);
    let closes = fl!(LOADER, "player-ask-closes");
    canvas.say(ui, Face::Body, (1109.0, 543.0), Align2::RIGHT_CENTER, &closes, tokens.ink_second);
    if asking.question.is_symptoms() {
        let yes = fl!(LOADER, "player-symptoms-yes");
        let rect = canvas.rect(72.0, 578.0, 480.0, 64.0);
        let clicked = ui.put(rect, Button::secondary(&yes).large().at_least(rect.size())).clicked();
        return clicked.then_some(Action::Put(Input::Unwell));
    }
    let limit = scene.view.session.plan().steps()[..=scene.moment.index]
        .iter()
        .rev()
        .find_map(|step| step.pressing())
        .map(|pressing| pressing.ceiling.level());
    let words =
        [fl!(LOADER, "ask-touch"), fl!(LOADER, "ask-onset"), fl!(LOADER, "ask-limit"), fl!(LOADER, "ask-too-much")];
    let mut notes = vec![(0, words[0].as_str())];
    if limit.is_none_or(|limit| limit > 4) {
        notes.push((3, words[1].as_str()));
    }
    notes.extend(limit.map(|limit| (limit, words[2].as_str())));
    notes.push((10, words[3].as_str()));
    let name = |number: u8| fl!(LOADER, "of-ten", number = i64::from(number));
    let row = NumberRow::large(&name).chosen(asking.given).notes(&notes);
    let row = row.standing(scene.view.session.standing(scene.view.now));
    let scaled = NumberRow { size: row.size * canvas.scale, pitch: row.pitch * canvas.scale, ..row };
    let answer = scaled.show_at(ui, canvas.at(72.0, 572.0))?;
    Some(Action::Put(Input::answer(answer)))
}

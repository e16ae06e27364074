//! Floor mode: three things at twice the size, read from the floor, and the whole window one large button.

use eframe::egui::{Align2, PointerButton, Rect, Role, Sense, Ui, WidgetInfo, vec2};
use i18n_embed_fl::fl;

use super::canvas::Canvas;
use super::{Floor, Scene, flash, rest};
use crate::practice::keys::Key;
use crate::practice::measure::Side;
use crate::practice::plan::{Kind, Step};
use crate::practice::session::Input;
use crate::ui::action::{Action, Hands};
use crate::ui::clock::{clock_digits, clock_width};
use crate::ui::icons::Icon;
use crate::ui::parts::Button;
use crate::ui::shell::outline;
use crate::ui::theme::{Face, tokens};
use crate::words::{self, LOADER};

/// STOP and Pause are no lower than this, whatever the window.
const LEAST: f32 = 88.0;
/// Below the page there is room for them.
const FOOT: f32 = 688.0;

/// Returns the page, above a foot that does not shrink with it.
pub(super) fn canvas(window: Rect) -> Canvas {
    let small = Canvas::fitting(window).scale < 1.0;
    let whole = window.height() * (780.0 / FOOT) - LEAST * (780.0 / FOOT);
    Canvas::fitting(if small { Rect::from_min_size(window.min, vec2(window.width(), whole)) } else { window })
}

/// Draws the page, and the button that it is.
pub(super) fn page(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>, floor: Floor) -> Option<Action> {
    let window = ui.max_rect();
    let says = says(scene, floor);
    let mut action = anywhere(ui, window, &says);
    super::top(ui, canvas, scene);
    let asking = scene.view.session.asking();
    count(ui, canvas, scene, if asking.is_some() { 0.72 } else { 1.0 });
    place(ui, canvas, scene);
    if let Some(asking) = asking {
        action = rest::question_card(ui, canvas, scene, asking).or(action);
    }
    foot(ui, canvas, scene, &says).or(action)
}

/// The large button. It answers at once, as a key does, and not when it is let go: an elbow may stay down.
fn anywhere(ui: &mut Ui, window: Rect, says: &str) -> Option<Action> {
    let response = ui.interact(window, ui.scope_id().with("anywhere"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, says));
    outline(ui, &response, window.shrink(8.0), 8.0);
    let (first, second, released) = ui.input(|input| {
        let pressed = |button| input.pointer.button_pressed(button);
        (pressed(PointerButton::Primary), pressed(PointerButton::Secondary), input.pointer.any_released())
    });
    let here = response.is_pointer_button_down_on();
    let by_reader = response.clicked() && !released;
    if here && second {
        Some(Action::Hands(Hands::Strike(Key::Space)))
    } else if (here && first) || by_reader {
        Some(Action::Hands(Hands::Strike(Key::Other)))
    } else {
        None
    }
}

/// What the large button does now.
fn says(scene: &Scene<'_>, floor: Floor) -> String {
    if scene.is_paused() {
        return fl!(LOADER, "floor-paused");
    }
    match scene.view.session.asking() {
        Some(asking) if asking.question.is_symptoms() => return fl!(LOADER, "floor-symptoms"),
        Some(_) if floor.scans => return fl!(LOADER, "floor-answer"),
        _ => {}
    }
    match scene.moment.step.kind {
        Kind::Locate => fl!(LOADER, "floor-found"),
        Kind::Press(_) | Kind::Stretch | Kind::Move => fl!(LOADER, "floor-ease"),
        _ => fl!(LOADER, "floor-thrice"),
    }
}

/// The phase, and how long it still takes.
fn count(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>, fit: f32) {
    let tokens = tokens(ui);
    let phase = scene.phase();
    let long = if phase.chars().count() > 9 { 0.74 } else { 1.0 };
    scene.look.icon.paint_stroked(ui.painter(), canvas.at(80.0, 140.0), 64.0 * canvas.scale, scene.look.color, 2.4);
    let letters = Face::Phase.scaled(canvas.scale * 1.6 * long);
    letters.say(ui, canvas.at(128.0, 140.0), Align2::LEFT_CENTER, &phase, scene.look.color);
    let digits = words::session::clock(scene.seconds_left());
    let size = 400.0 * fit;
    let size = size.min(size * 560.0 / clock_width(&digits, size));
    let middle = 190.0 + 210.0 * fit;
    let at = canvas.at(40.0, middle);
    clock_digits(ui.painter(), at, Align2::LEFT_CENTER, &digits, size * canvas.scale, tokens.ink);
}

/// Where, now or next.
fn place(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) {
    let tokens = tokens(ui);
    let plan = scene.view.session.plan();
    let is_place = |step: &&Step| step.kind.is_work() || matches!(step.kind, Kind::Locate | Kind::Release);
    let steps = plan.steps().get(scene.moment.index..).unwrap_or_default();
    let Some(step) = steps.iter().find(is_place) else { return };
    let Some(spot) = plan.spot(step) else { return };
    let mut y = 118.0;
    if step.at > scene.moment.step.at {
        let next = fl!(LOADER, "player-next");
        canvas.say(ui, Face::Cue, (660.0, y), Align2::LEFT_TOP, &next, tokens.ink_second);
        y += 44.0;
    }
    if let Some(side) = step.side.filter(|&side| side != Side::Middle) {
        let letters = Face::Side.scaled(canvas.scale * 1.5);
        let said = letters.say(ui, canvas.at(656.0, y), Align2::LEFT_TOP, &words::place::side(side), tokens.ink);
        y = canvas.y_of(said.rect.bottom()) + 4.0;
    }
    let letters = Face::Display.scaled(canvas.scale * 1.3);
    let (name, width) = (words::place::name(&spot.place), 480.0 * canvas.scale);
    let said = letters.say_within(ui, canvas.at(660.0, y), Align2::LEFT_TOP, &name, tokens.ink, width);
    y = canvas.y_of(said.rect.bottom()) + 4.0;
    let common = words::place::common(&spot.place);
    canvas.say(ui, Face::Cue, (660.0, y), Align2::LEFT_TOP, &common, tokens.ink_second);
}

/// What the window does as a button, Pause, and STOP.
fn foot(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>, says: &str) -> Option<Action> {
    let tokens = tokens(ui);
    let window = ui.max_rect();
    let height = LEAST * canvas.scale.max(1.0);
    let edge = 8.0;
    let right = canvas.at(1140.0, 0.0).x;
    let top = window.bottom() - height - edge;
    let wide = 220.0 * canvas.scale.max(0.7);
    let stop_at = Rect::from_min_size(eframe::egui::pos2(right - wide, top), vec2(wide, height));
    let pause_at = stop_at.translate(vec2(-wide - 14.0, 0.0));
    let left = canvas.at(40.0, 0.0).x;
    let said = scene.view.said();
    let line = said.as_deref().unwrap_or(says);
    let letters = Face::Cue.scaled(canvas.scale.max(0.62) * 1.15);
    let room = pause_at.left() - left - 16.0;
    letters.say_within(ui, eframe::egui::pos2(left, stop_at.center().y), Align2::LEFT_CENTER, line, tokens.ink, room);
    flash::paint(ui, canvas, scene);
    let stop = fl!(LOADER, "player-stop");
    if ui.put(stop_at, Button::stop(&stop).huge().icon(Icon::Stop).at_least(stop_at.size())).clicked() {
        return Some(Action::Put(Input::Stop));
    }
    let (words, icon, input) = if scene.is_paused() {
        (fl!(LOADER, "key-resume"), Icon::Play, Input::Resume)
    } else {
        (fl!(LOADER, "key-pause"), Icon::Pause, Input::Pause)
    };
    let pause = Button::secondary(&words).huge().icon(icon).at_least(pause_at.size());
    ui.put(pause_at, pause).clicked().then_some(Action::Put(input))
}

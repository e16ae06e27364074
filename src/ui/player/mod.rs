//! The player: what to do now, legible from three metres.
//!
//! Everything is laid out at 1180 by 780 and scaled to the window. What moves moves once a second: the digits and the ring
//! show whole seconds, so that a frame is drawn only when a second begins or something happens.

use std::sync::LazyLock;
use std::time::Duration;

use eframe::egui::{Align2, Color32, Rect, Ui, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, Silence};
use super::clock::{clock_digits, clock_width};
use super::icons::Icon;
use super::parts::{Button, Cap, Key, KeyLook, Pips, key_row};
use super::ring::RingLook;
use super::spoken;
use super::theme::{Face, Tokens, tokens};
use crate::practice::plan::{Kind, Moment};
use crate::practice::rehearsal::Rehearsal;
use crate::practice::score::Sign;
use crate::practice::session::{Input, Session, State};
use crate::words::{self, LOADER};
use canvas::Canvas;

mod canvas;
mod flash;
mod floor;
mod rehearsal;
mod rest;
mod sheet;
mod work;

/// What the player shows.
pub struct PlayerView<'a> {
    /// The session under way.
    pub session: &'a Session,
    /// Its time.
    pub now: Duration,
    /// What is heard.
    pub heard: Heard,
    /// What is to be seen in the place of a sound that is not heard.
    pub sign: Option<Sign>,
    /// What a screen reader is to say next: a phase at its beginning, or the time on `T`.
    pub announcement: &'a str,
    /// A word about the key pressed last, when it could not do what it stands for, or about what an answer has changed.
    pub word: Option<&'a str>,
    /// How far it is as a practice round, if it is one.
    pub rehearsal: Option<&'a Rehearsal>,
    /// Set where the whole window is one large button.
    pub floor: Option<Floor>,
}

/// The whole window is one large button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floor {
    /// True where numbers are spoken, and any key answers at its own.
    pub scans: bool,
}

impl PlayerView<'_> {
    /// The word to be shown in place of the line under the ring, in a practice round what is to be tried.
    fn said(&self) -> Option<String> {
        let coached = || self.rehearsal.filter(|_| self.session.state() == State::Running)?.now();
        self.word.map(ToOwned::to_owned).or_else(|| coached().map(words::rehearsal::how))
    }
}

/// What is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// Tones.
    Tones,
    /// Nothing: the screen has to do.
    Nothing(Silence),
}

/// Returns the colour of the window behind the player. It is cleared to, not painted: filling a whole window costs a
/// computer without a graphics card more than all the rest of a frame.
pub fn ground(tokens: &Tokens, session: &Session, now: Duration) -> Color32 {
    session.moment(now).map_or(tokens.ground, |moment| Look::of(tokens, &moment, session.state()).ground)
}

/// Draws the player, on its [`ground`].
pub fn player(ui: &mut Ui, view: &PlayerView<'_>) -> Option<Action> {
    let moment = view.session.moment(view.now)?;
    let scene = Scene { view, moment, look: Look::of(tokens(ui), &moment, view.session.state()) };
    let window = ui.max_rect();
    let canvas = if view.floor.is_some() { floor::canvas(window) } else { Canvas::fitting(window) };
    let corner = Rect::from_min_size(window.min, vec2(1.0, 1.0));
    spoken::announce(ui, corner, view.announcement);
    if let Some(floor) = view.floor {
        let action = floor::page(ui, &canvas, &scene, floor);
        return if view.session.state() == State::Leaving { sheet::sheet(ui, view) } else { action };
    }
    let mut action = top(ui, &canvas, &scene);
    let open = view.session.asking().is_some();
    let resting = matches!(moment.step.kind, Kind::Rest | Kind::Ready | Kind::Switch);
    let page = if resting || open { rest::page(ui, &canvas, &scene) } else { work::page(ui, &canvas, &scene) };
    action = page.or(action);
    if let Some(rehearsal) = view.rehearsal {
        rehearsal::tasks(ui, &canvas, rehearsal);
    }
    action = hints(ui, &canvas, &scene).or(action);
    flash::paint(ui, &canvas, &scene);
    action = stop(ui, &canvas).or(action);
    if view.session.state() == State::Leaving {
        return sheet::sheet(ui, view);
    }
    action
}

/// What is drawn, and how.
struct Scene<'a> {
    view: &'a PlayerView<'a>,
    moment: Moment<'a>,
    look: Look,
}

impl Scene<'_> {
    /// Whole seconds left of the step, as digits and ring show them.
    fn seconds_left(&self) -> Duration {
        Duration::from_secs((self.moment.left().as_millis() as u64).div_ceil(1000))
    }

    /// What is left of the step, 0 to 1.
    fn left(&self) -> f32 {
        let length = self.moment.step.length.as_secs_f32().ceil().max(1.0);
        (self.seconds_left().as_secs_f32() / length).clamp(0.0, 1.0)
    }

    /// How far the session is, 0 to 1.
    fn session(&self) -> f32 {
        let total = self.view.session.plan().total().as_secs_f32().max(1.0);
        (self.view.session.position(self.view.now).as_secs_f32().floor() / total).clamp(0.0, 1.0)
    }

    fn is_paused(&self) -> bool {
        self.view.session.state() != State::Running
    }

    fn phase(&self) -> String {
        if self.is_paused() { fl!(LOADER, "player-paused") } else { words::session::phase(&self.moment.step.kind) }
    }
}

/// The colours of a phase.
#[derive(Clone, Copy)]
struct Look {
    ground: Color32,
    color: Color32,
    track: Color32,
    icon: Icon,
    key: KeyLook,
}

impl Look {
    fn of(tokens: &Tokens, moment: &Moment<'_>, state: State) -> Self {
        let plain = Self {
            ground: tokens.ground,
            color: tokens.ready,
            track: tokens.rest_track,
            icon: Icon::Ready,
            key: KeyLook::Plain,
        };
        let look = match moment.step.kind {
            Kind::Ready => plain,
            Kind::Locate => Self { color: tokens.press, track: tokens.press_track, icon: Icon::Pin, ..plain },
            Kind::Press(_) => Self {
                ground: tokens.press_wash,
                color: tokens.press,
                track: tokens.press_track,
                icon: Icon::Press,
                key: KeyLook::Press,
            },
            Kind::Release => Self { color: tokens.release, track: tokens.press_track, icon: Icon::Release, ..plain },
            Kind::Rest | Kind::Done => Self { ground: tokens.rest_wash, color: tokens.rest, icon: Icon::Rest, ..plain },
            Kind::Stretch | Kind::Move => Self {
                ground: tokens.stretch_wash,
                color: tokens.stretch,
                track: tokens.stretch_track,
                icon: Icon::Stretch,
                key: KeyLook::Stretch,
            },
            Kind::Switch => Self { color: tokens.switch, icon: Icon::Switch, ..plain },
        };
        if state == State::Running { look } else { Self { color: tokens.ink_second, icon: Icon::Pause, ..look } }
    }
}

/// The pattern of a phase.
fn ring_look<'a>(kind: &Kind, state: State, step_ups: &'a [f32]) -> RingLook<'a> {
    if state != State::Running {
        return RingLook::Paused;
    }
    match kind {
        Kind::Ready => RingLook::Ready,
        Kind::Locate => RingLook::Seek,
        Kind::Press(_) => RingLook::Press { step_up_ticks: step_ups },
        Kind::Release => RingLook::Release,
        Kind::Stretch | Kind::Move => RingLook::Stretch,
        Kind::Rest | Kind::Done => RingLook::Rest,
        Kind::Switch => RingLook::Switch { turned: 0.0 },
    }
}

/// Where in the session this is, what is heard, and how long it still takes.
fn top(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) -> Option<Action> {
    let tokens = tokens(ui);
    let step = scene.moment.step;
    let count = scene.view.session.plan().spots().len();
    let pips =
        Pips { count, current: step.point, color: scene.look.color, track: scene.look.track, scale: canvas.scale };
    let rect = pips.paint(ui.painter(), canvas.at(40.0, 46.0));
    let (point, points) = (step.point as i64 + 1, count as i64);
    let label = match &step.kind {
        Kind::Press(_) | Kind::Release | Kind::Rest | Kind::Stretch => {
            let work = nearest_work(scene).unwrap_or_default();
            fl!(LOADER, "player-point-work", point = point, points = points, work = work)
        }
        _ => fl!(LOADER, "player-point", point = point, points = points),
    };
    let left = canvas.x_of(rect.right()) + 24.0;
    canvas.say(ui, Face::Lead, (left, 50.0), Align2::LEFT_CENTER, &label, tokens.ink_second);

    let remaining = words::session::long_clock(scene.view.session.left(scene.view.now));
    let words = fl!(LOADER, "player-left");
    let said = canvas.say(ui, Face::Lead, (1140.0, 51.0), Align2::RIGHT_CENTER, &words, tokens.ink_second);
    let right = canvas.x_of(said.rect.left()) - 6.0;
    let size = 26.0 * canvas.scale;
    clock_digits(ui.painter(), canvas.at(right, 50.0), Align2::RIGHT_CENTER, &remaining, size, tokens.ink);
    let right = right - clock_width(&remaining, 26.0) - 24.0;
    let (icon, words, color) = match scene.view.heard {
        Heard::Tones => (Icon::Sound, fl!(LOADER, "player-heard"), tokens.ink_second),
        Heard::Nothing(why) => {
            canvas.say(ui, Face::Under, (1140.0, 76.0), Align2::RIGHT_CENTER, &why.words(), tokens.ink_second);
            (Icon::Warn, fl!(LOADER, "player-silent"), tokens.ink)
        }
    };
    let said = canvas.say(ui, Face::Body, (right, 50.0), Align2::RIGHT_CENTER, &words, color);
    icon.paint(ui.painter(), canvas.at(canvas.x_of(said.rect.left()) - 18.0, 50.0), 20.0 * canvas.scale, color);
    None
}

/// "hold 2 of 3" for a press, and for the release and rest after it.
fn nearest_work(scene: &Scene<'_>) -> Option<String> {
    let steps = &scene.view.session.plan().steps()[..=scene.moment.index];
    steps.iter().rev().find(|step| step.kind.is_work()).map(words::session::work)
}

/// The keys, each a button too.
fn hints(ui: &mut Ui, canvas: &Canvas, scene: &Scene<'_>) -> Option<Action> {
    let keys = keys(scene);
    let shown: Vec<Key<'_>> =
        keys.iter().map(|key| Key { caps: &key.caps, caption: &key.caption, look: key.look }).collect();
    let clicked = key_row(ui, canvas.at(528.0, 734.0), canvas.scale, &shown);
    clicked.and_then(|index| keys.get(index)).map(|key| key.action.clone())
}

/// STOP lies above all else: it is there through a flash too.
fn stop(ui: &mut Ui, canvas: &Canvas) -> Option<Action> {
    let stop = fl!(LOADER, "player-stop");
    let rect = Rect::from_min_size(canvas.at(1012.0, 712.0), vec2(128.0, 44.0) * canvas.scale.max(1.0));
    // In a small window it stays large enough to hit, and inside.
    let corner = canvas.at(1140.0, 0.0).x;
    let lowest = ui.max_rect().bottom() - 4.0;
    let rect = rect.translate(vec2((corner - rect.right()).min(0.0), (lowest - rect.bottom()).min(0.0)));
    let stopped = ui.put(rect, Button::stop(&stop).icon(Icon::Stop).at_least(rect.size())).clicked();
    stopped.then_some(Action::Put(Input::Stop))
}

struct Hint<'a> {
    caps: Vec<Cap<'a>>,
    caption: String,
    look: KeyLook,
    action: Action,
}

fn keys<'a>(scene: &Scene<'_>) -> Vec<Hint<'a>> {
    let hint = |caps: Vec<Cap<'a>>, caption: String, input| Hint {
        caps,
        caption,
        look: KeyLook::Plain,
        action: Action::Put(input),
    };
    let space = Cap::Words(&SPACE);
    if scene.is_paused() {
        return vec![hint(vec![space], fl!(LOADER, "key-resume"), Input::Resume)];
    }
    let pause = hint(vec![space], fl!(LOADER, "key-pause"), Input::Pause);
    let any = |caption: String, input, look| Hint {
        caps: vec![Cap::Words(&ANY_OTHER)],
        caption,
        look,
        action: Action::Put(input),
    };
    let back = hint(vec![Cap::Icon(Icon::Left)], fl!(LOADER, "key-back"), Input::Back);
    let on = hint(vec![Cap::Icon(Icon::Right)], fl!(LOADER, "key-skip"), Input::Skip);
    let more = hint(vec![Cap::Words("+")], fl!(LOADER, "key-more"), Input::More);
    if scene.view.session.asking().is_some_and(|asking| asking.question.is_symptoms()) {
        let yes = hint(vec![Cap::Words(&ANY)], fl!(LOADER, "key-symptoms"), Input::Unwell);
        return vec![yes];
    }
    if let Some(number) = scene.view.session.standing(scene.view.now) {
        let yours = any(fl!(LOADER, "key-your-number"), Input::answer(number), KeyLook::Plain);
        return vec![Hint { caps: vec![Cap::Words(&ANY)], ..yours }, back, on];
    }
    match &scene.moment.step.kind {
        Kind::Locate => vec![hint(vec![Cap::Words(&ANY)], fl!(LOADER, "key-found"), Input::Found)],
        Kind::Press(_) => {
            let go = hint(vec![Cap::Words("L")], fl!(LOADER, "key-let-go"), Input::LetGo);
            vec![pause, any(fl!(LOADER, "key-ease"), Input::Ease, scene.look.key), go, back, on, more]
        }
        Kind::Stretch | Kind::Move => {
            vec![pause, any(fl!(LOADER, "key-ease"), Input::Ease, scene.look.key), back, on, more]
        }
        _ => vec![pause, back, on, more],
    }
}

/// What is printed on the caps of keys that have no sign of their own.
static SPACE: LazyLock<String> = LazyLock::new(|| fl!(LOADER, "cap-space"));
static ANY_OTHER: LazyLock<String> = LazyLock::new(|| fl!(LOADER, "cap-any-other"));
static ANY: LazyLock<String> = LazyLock::new(|| fl!(LOADER, "cap-any"));

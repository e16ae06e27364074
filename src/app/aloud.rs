//! The pain after a session, asked aloud on Summary: someone lies there with eyes shut, and any key answers.

use std::time::Duration;

use eframe::egui::Context;

use super::App;
use super::keys::{has_focus, struck};
use super::model::settle;
use super::screen::{Screen, Summary};
use crate::practice::keys::Key;
use crate::practice::keys::assigned::Struck;
use crate::practice::measure::Pain;
use crate::practice::scan::{AnswerBy, PAIN_AFTER, pain_standing};
use crate::practice::score::{Line, Phrase, Score};
use crate::practice::session::{Ending, Session, State};
use crate::ui::action::{Action, Asked};
use crate::world::World;
use crate::world::sound::Voice;

/// How far the question has come. Instants are those of the monotonic clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aloud {
    /// It is not asked aloud, or not any more.
    Silent,
    /// The numbers are spoken.
    Asking {
        /// When Summary opened.
        since: Duration,
    },
    /// The answer was spoken back; once it is on disk, that is said.
    SaidBack {
        /// When.
        at: Duration,
    },
}

/// Speaking an answer back takes so long.
const SAID_BACK: Duration = Duration::from_millis(1000);

impl Aloud {
    /// Asks aloud after a session whose questions were.
    pub fn ask(world: &World, session: &Session) -> Self {
        let last = match session.state() {
            State::Ended(Ending::Finished) => Line::Done,
            _ => Line::Kept,
        };
        if !session.is_scanned() || world.settings.answer_by() == AnswerBy::Digits {
            return Self::Silent;
        }
        let since = world.clock.monotonic();
        world.sound.speak(&Score::pain_after(last, &Voice), Duration::ZERO, since);
        Self::Asking { since }
    }

    /// Returns the number that any key answers with now.
    pub fn standing(self, world: &World) -> Option<u8> {
        match self {
            Self::Asking { since } => pain_standing(world.clock.monotonic().saturating_sub(since)),
            Self::Silent | Self::SaidBack { .. } => None,
        }
    }

    /// The question is answered: its numbers stop, and the answer is spoken back.
    pub fn say_back(&mut self, world: &World, pain: Pain) {
        if *self == Self::Silent {
            return;
        }
        let at = world.clock.monotonic();
        let said = Score::aside(&[Phrase::Number(pain.score())], Duration::ZERO, &Voice);
        world.sound.speak(&said, said.first().map_or(Duration::ZERO, |said| said.at), at);
        *self = Self::SaidBack { at };
    }

    /// Says that the answer is kept, once it is; returns how long nothing changes.
    fn go_on(&mut self, world: &World, asked: Asked) -> Option<Duration> {
        let now = world.clock.monotonic();
        match *self {
            Self::Silent => None,
            Self::Asking { since } => {
                let into = now.saturating_sub(since);
                let change = PAIN_AFTER.iter().find_map(|scan| scan.changes_after(into));
                if change.is_none() {
                    // Nobody has answered, and is told so.
                    *self = Self::Silent;
                }
                change.map(|change| change.saturating_sub(into))
            }
            Self::SaidBack { at } => {
                let left = (at + SAID_BACK).saturating_sub(now);
                if left.is_zero() && matches!(asked, Asked::Given { kept: true, .. }) {
                    let words = Score::aside(&[Line::Saved.into(), Line::AllTold.into()], Duration::ZERO, &Voice);
                    world.sound.speak(&words, Duration::ZERO, now);
                    *self = Self::Silent;
                }
                // What is on its way to the disk wakes the window by itself.
                Some(left).filter(|left| !left.is_zero())
            }
        }
    }
}

impl App {
    /// Goes on asking aloud; returns how long nothing changes.
    pub(super) fn ask_on(&mut self) -> Option<Duration> {
        let Screen::Summary(summary) = &mut self.screen else { return None };
        settle(&self.world, summary.pain_ticket, &mut summary.pain_after);
        if !summary.draft.note.is_empty() && matches!(summary.aloud, Aloud::Asking { .. }) {
            // Someone who writes has hands and eyes.
            self.stop_asking();
            return None;
        }
        summary.aloud.go_on(&self.world, summary.pain_after)
    }

    /// Stops asking aloud, for good: an answer by hand, or another screen.
    pub(super) fn stop_asking(&mut self) {
        if let Screen::Summary(summary) = &mut self.screen
            && matches!(summary.aloud, Aloud::Asking { .. })
        {
            summary.aloud = Aloud::Silent;
            self.world.sound.speak(&[], Duration::ZERO, self.world.clock.monotonic());
        }
    }
}

/// Takes the keys that answer the question away from the widgets, and returns the answer. What is typed into the note is left
/// alone, and so are Tab, the arrows, and the keys that press what has the focus. `dropped` are keys that egui does not tell.
pub(super) fn take(
    ctx: &Context,
    summary: &Summary,
    world: &World,
    dropped: impl Iterator<Item = Struck>,
) -> Vec<Action> {
    let Aloud::Asking { .. } = summary.aloud else { return Vec::new() };
    if ctx.text_edit_focused() {
        return Vec::new();
    }
    let (focused, standing) = (has_focus(ctx), summary.aloud.standing(world));
    let answer = |struck: &Struck| {
        let walks = matches!(&*struck.name, "Up" | "Down");
        let presses = focused && matches!(&*struck.name, "Space" | "Enter");
        // As on the sheet, a key with a duty is as any other here.
        let key = world.settings.keys.key(struck, State::Leaving).filter(|_| !walks && !presses)?;
        let number = match key {
            Key::Escape | Key::Left | Key::Right => None,
            Key::Digit(digit) => Some(digit),
            Key::Ten => Some(10),
            _ => standing,
        };
        number.and_then(Pain::new).map(Action::PainAfter)
    };
    let mut answers = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Some((struck, pressed)) = struck(event) else { return true };
            let Some(answered) = answer(&struck) else { return true };
            if pressed {
                answers.push(answered);
            }
            false
        });
    });
    answers.extend(dropped.filter_map(|struck| answer(&struck)));
    answers
}

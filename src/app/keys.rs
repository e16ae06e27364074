//! From the window's events to what a session understands; what a key means is told in `practice::keys`.

use std::sync::mpsc::Receiver;

use eframe::egui::{Context, Event, PointerButton};

use super::aloud;
use super::screen::{Player, Screen};
use crate::practice::keys::assigned::Struck;
use crate::practice::keys::{Key, Wish, wish};
use crate::practice::session::State;
use crate::ui::action::{Action, Hands};
use crate::world::World;

/// Takes the keys that belong to a session away from the widgets, and returns what they ask for. `dropped` are those that egui
/// does not tell.
///
/// While a session runs every key is the session's, so that one struck blindly never presses a button. With the sheet open
/// Escape is, Space as long as no button has the focus, and, while its choices are spoken, every other but Enter on a button.
pub(super) fn take(ctx: &Context, screen: &Screen, world: &World, dropped: &Receiver<Struck>) -> Vec<Action> {
    let dropped = dropped.try_iter();
    match screen {
        Screen::Player(player) => {
            let listening = Listening { player, world, focused: has_focus(ctx) };
            let mut actions = listening.take(ctx);
            actions.extend(dropped.filter_map(|struck| listening.asked(&struck)));
            actions
        }
        Screen::Summary(summary) => aloud::take(ctx, summary, world, dropped),
        Screen::Keys(_) => {
            let mut actions = take_to_assign(ctx);
            actions.extend(dropped.filter(is_shown).map(|struck| Action::Hands(Hands::Struck(struck))));
            actions
        }
        _ => {
            dropped.for_each(drop);
            Vec::new()
        }
    }
}

pub(super) fn has_focus(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.focused().is_some())
}

/// A session, and who else has an ear for keys.
struct Listening<'a> {
    player: &'a Player,
    world: &'a World,
    focused: bool,
}

impl Listening<'_> {
    fn take(&self, ctx: &Context) -> Vec<Action> {
        let mut actions = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let Some((struck, pressed)) = struck(event) else { return !matches!(event, Event::Text(_)) };
                if self.key(&struck).is_none() {
                    return true;
                }
                if pressed {
                    actions.extend(self.asked(&struck));
                }
                false
            });
        });
        actions
    }

    /// What a key is here; `None` for one that is not the session's.
    fn key(&self, struck: &Struck) -> Option<Key> {
        let session = self.player.stage.session();
        let state = session.state();
        let on_sheet = state == State::Leaving;
        let stands = session.choice(self.player.stage.now(self.world)).is_some();
        self.world.settings.keys.key(struck, state).filter(|key| match key {
            Key::Escape => true,
            Key::Space => !on_sheet || !self.focused,
            _ => !on_sheet || (stands && !(self.focused && struck.name == "Enter")),
        })
    }

    fn asked(&self, struck: &Struck) -> Option<Action> {
        strike(self.player, self.world, self.key(struck)?)
    }
}

/// Returns what a key asks of a session now.
pub(super) fn strike(player: &Player, world: &World, key: Key) -> Option<Action> {
    let asked = wish(key, player.stage.session(), player.stage.now(world))?;
    Some(match asked {
        Wish::Put(input) => Action::Put(input),
        Wish::Time => Action::SayTime,
    })
}

/// Takes what is pressed to be assigned. Tab walks as everywhere, Escape leaves, and where a control has the focus, Enter, Space
/// and the arrows are its own.
fn take_to_assign(ctx: &Context) -> Vec<Action> {
    let focused = has_focus(ctx);
    let mut actions = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Some((struck, pressed)) = struck(event) else { return !matches!(event, Event::Text(_)) };
            let of_control = focused && ["Enter", "Space", "Left", "Right", "Up", "Down"].contains(&&*struck.name);
            if of_control || !is_shown(&struck) {
                return true;
            }
            if pressed {
                let is_escape = struck.name == "Escape";
                actions.push(Action::Hands(if is_escape { Hands::Leave } else { Hands::Struck(struck) }));
            }
            false
        });
    });
    actions
}

/// True for what the page about keys shows: whatever a session hears, and all that may be assigned.
fn is_shown(struck: &Struck) -> bool {
    struck.usual().is_some() || struck.may_be_assigned()
}

/// Returns the key or button of an event, and whether it was pressed just now; `None` for chords with Ctrl, Alt or Command, and
/// for what is neither. Auto-repeat is no press.
pub(super) fn struck(event: &Event) -> Option<(Struck, bool)> {
    match event {
        Event::Key { key, physical_key, pressed, repeat, modifiers } => {
            let chord = modifiers.ctrl || modifiers.alt || modifiers.command || modifiers.mac_cmd;
            let place = physical_key.map(|place| place.name().to_owned());
            let struck = Struck { name: key.name().to_owned(), place };
            (!chord).then_some((struck, *pressed && !*repeat))
        }
        Event::PointerButton { button, pressed, .. } => Some((Struck::named(mouse(*button)?), *pressed)),
        _ => None,
    }
}

/// The left button works the window.
const fn mouse(button: PointerButton) -> Option<&'static str> {
    match button {
        PointerButton::Primary => None,
        PointerButton::Secondary => Some("MouseSecondary"),
        PointerButton::Middle => Some("MouseMiddle"),
        PointerButton::Extra1 => Some("MouseExtra1"),
        PointerButton::Extra2 => Some("MouseExtra2"),
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Key as Pressed, Modifiers};

    use super::*;
    use crate::practice::keys::assigned::Assigned;

    fn named(key: Pressed, physical_key: Option<Pressed>, modifiers: Modifiers) -> Option<Key> {
        let event = Event::Key { key, physical_key, pressed: true, repeat: false, modifiers };
        let (struck, pressed) = struck(&event)?;
        assert!(pressed);
        Assigned::default().key(&struck, State::Running)
    }

    #[test]
    fn digits_go_by_their_place_and_chords_are_nothing() {
        let plain = Modifiers::NONE;
        // On a French keyboard the unshifted key of the 4 types an apostrophe.
        assert_eq!(named(Pressed::Quote, Some(Pressed::Num4), plain), Some(Key::Digit(4)));
        assert_eq!(named(Pressed::Minus, Some(Pressed::Minus), plain), Some(Key::Ten));
        assert_eq!(named(Pressed::C, Some(Pressed::C), Modifiers::CTRL), None);
        assert_eq!(named(Pressed::Tab, None, plain), None);
        assert_eq!(named(Pressed::PageDown, Some(Pressed::PageDown), plain), Some(Key::Other));
        assert_eq!(named(Pressed::F13, None, plain), Some(Key::Other));
    }

    /// The names that `practice::keys` knows are those that egui gives.
    #[test]
    fn every_key_of_the_session_is_found_by_its_name() {
        for (pressed, key) in [
            (Pressed::Space, Key::Space),
            (Pressed::L, Key::LetGo),
            (Pressed::T, Key::Time),
            (Pressed::ArrowLeft, Key::Left),
            (Pressed::ArrowRight, Key::Right),
            (Pressed::Plus, Key::Plus),
            (Pressed::Escape, Key::Escape),
            (Pressed::Num0, Key::Digit(0)),
            (Pressed::Num9, Key::Digit(9)),
            (Pressed::MediaPlayPause, Key::Other),
            (Pressed::ScrollLock, Key::Other),
        ] {
            assert_eq!(named(pressed, Some(pressed), Modifiers::NONE), Some(key), "{pressed:?}");
        }
        for pressed in [
            Pressed::ShiftLeft,
            Pressed::ControlRight,
            Pressed::AltRight,
            Pressed::SuperLeft,
            Pressed::CapsLock,
            Pressed::NumLock,
            Pressed::Fn,
            Pressed::AudioVolumeUp,
            Pressed::AudioVolumeMute,
        ] {
            assert_eq!(named(pressed, Some(pressed), Modifiers::NONE), None, "{pressed:?}");
        }
    }
}

//! From the keyboard's events to what a session understands.

use eframe::egui::{Context, Event, Key as Pressed, Modifiers};

use super::aloud;
use super::screen::Screen;
use crate::practice::keys::{Key, Wish, wish};
use crate::practice::session::State;
use crate::ui::action::Action;
use crate::world::World;

/// Takes the keys that belong to a session away from the widgets, and returns what they ask for.
///
/// While a session runs every key is the session's, so that one struck blindly never presses a button. With the sheet open
/// Escape is, Space as long as no button has the focus, and, while its choices are spoken, every other but Enter on a button.
pub(super) fn take(ctx: &Context, screen: &Screen, world: &World) -> Vec<Action> {
    let player = match screen {
        Screen::Player(player) => player,
        Screen::Summary(summary) => return aloud::take(ctx, summary, world),
        _ => return Vec::new(),
    };
    let session = player.stage.session();
    let now = player.stage.now(world);
    let on_sheet = session.state() == State::Leaving;
    let stands = session.choice(now).is_some();
    let focused = ctx.memory(|memory| memory.focused().is_some());
    let mut actions = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key { key, physical_key, pressed, repeat, modifiers } = event else {
                return !matches!(event, Event::Text(_));
            };
            let Some(named) = named(*key, *physical_key, *modifiers) else { return true };
            let ours = match named {
                Key::Escape => true,
                Key::Space => !on_sheet || !focused,
                _ => !on_sheet || (stands && !(focused && *key == Pressed::Enter)),
            };
            if !ours {
                return true;
            }
            if *pressed && !*repeat {
                actions.extend(wish(named, session, now).map(|wish| match wish {
                    Wish::Put(input) => Action::Put(input),
                    Wish::Time => Action::SayTime,
                }));
            }
            false
        });
    });
    actions
}

/// Returns the session's name for a key; `None` for what is no session key: Tab, and chords with Ctrl, Alt or Command.
///
/// Digits go by their place on the keyboard, so that they answer on every layout.
pub(super) fn named(key: Pressed, physical: Option<Pressed>, modifiers: Modifiers) -> Option<Key> {
    if key == Pressed::Tab || modifiers.ctrl || modifiers.alt || modifiers.command || modifiers.mac_cmd {
        return None;
    }
    let digit = |key: Pressed| DIGITS.iter().position(|&digit| digit == key).and_then(|digit| u8::try_from(digit).ok());
    let named = match key {
        Pressed::Space => Key::Space,
        Pressed::L => Key::LetGo,
        Pressed::T => Key::Time,
        Pressed::ArrowLeft => Key::Left,
        Pressed::ArrowRight => Key::Right,
        Pressed::Plus => Key::Plus,
        Pressed::Escape => Key::Escape,
        _ => match physical.unwrap_or(key) {
            Pressed::Minus => Key::Ten,
            place => digit(place).map_or(Key::Other, Key::Digit),
        },
    };
    Some(named)
}

const DIGITS: [Pressed; 10] = [
    Pressed::Num0,
    Pressed::Num1,
    Pressed::Num2,
    Pressed::Num3,
    Pressed::Num4,
    Pressed::Num5,
    Pressed::Num6,
    Pressed::Num7,
    Pressed::Num8,
    Pressed::Num9,
];

#[cfg(test)]
mod tests {
    use super::*;

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
}

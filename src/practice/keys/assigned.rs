//! Keys with a duty of their own: pedals, presenters, media keys, and the buttons of a mouse (`details.md` §4).
//!
//! A key goes by its name, as the window tells it: `PageDown`, `F13`, `MediaPlayPause`, `MouseMiddle`, `0x1d3`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Key;
use crate::practice::session::State;

/// What a key may be there for. None does anything worse than ease, pause or open the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Duty {
    /// Ease off, as every other key.
    Ease,
    /// Pause, and go on.
    Pause,
    /// It let go.
    LetGo,
    /// On to what comes next.
    Next,
    /// The last hold or stretch again.
    Back,
    /// Ten more seconds.
    More,
    /// Say the time.
    Time,
    /// The sheet that ends a session.
    Stop,
}

impl Duty {
    /// All of them, as they are offered.
    pub const ALL: [Self; 8] =
        [Self::Ease, Self::Pause, Self::LetGo, Self::Next, Self::Back, Self::More, Self::Time, Self::Stop];

    /// Returns the word it is kept under.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ease => "ease",
            Self::Pause => "pause",
            Self::LetGo => "let-go",
            Self::Next => "next",
            Self::Back => "back",
            Self::More => "more",
            Self::Time => "time",
            Self::Stop => "stop",
        }
    }

    /// Returns the key that a session knows it by.
    pub const fn key(self) -> Key {
        match self {
            Self::Ease => Key::Other,
            Self::Pause => Key::Space,
            Self::LetGo => Key::LetGo,
            Self::Next => Key::Right,
            Self::Back => Key::Left,
            Self::More => Key::Plus,
            Self::Time => Key::Time,
            Self::Stop => Key::Escape,
        }
    }

    fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|duty| duty.id() == id)
    }
}

/// A key or button that was pressed, by its name and by its place on the keyboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Struck {
    /// What it is called: by what it types, or by what it is for.
    pub name: String,
    /// What a key at this place is called on the usual keyboard: digits go by their place.
    pub place: Option<String>,
}

impl Struck {
    /// A key without a place of its own.
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), place: None }
    }

    /// Returns what it is to a session by itself; `None` for what is no session key: Tab, keys that only change others, and
    /// those for the volume. The buttons of a mouse have a duty only where they are given one.
    pub fn usual(&self) -> Option<Key> {
        let digit = |name: &str| name.parse().ok().filter(|digit| *digit <= 9).map(Key::Digit);
        match self.name.as_str() {
            "Space" => Some(Key::Space),
            "L" => Some(Key::LetGo),
            "T" => Some(Key::Time),
            "Left" => Some(Key::Left),
            "Right" => Some(Key::Right),
            "Plus" => Some(Key::Plus),
            "Escape" => Some(Key::Escape),
            name if NO_KEYS.iter().any(|no_key| name.starts_with(no_key)) => None,
            name => match self.place.as_deref().unwrap_or(name) {
                "Minus" => Some(Key::Ten),
                place => Some(digit(place).unwrap_or(Key::Other)),
            },
        }
    }

    /// Returns true for what may be given a duty: all but the digits, Space and Escape, and what is no session key.
    pub fn may_be_assigned(&self) -> bool {
        let fixed = |key| matches!(key, Key::Space | Key::Escape | Key::Digit(_) | Key::Ten);
        is_mouse(&self.name) || self.usual().is_some_and(|key| !fixed(key))
    }
}

/// The beginnings of the names of what is no session key.
const NO_KEYS: [&str; 16] = [
    "Tab",
    "Shift",
    "Control",
    "Alt",
    "Super",
    "Meta",
    "Hyper",
    "Fn",
    "CapsLock",
    "NumLock",
    "Symbol",
    "AudioVolume",
    "MicrophoneVolume",
    "Process",
    "Compose",
    "Mouse",
];
/// No key has a longer name.
const LONGEST: usize = 40;

/// The left button works the window, and is no key.
fn is_mouse(name: &str) -> bool {
    ["MouseMiddle", "MouseSecondary", "MouseExtra1", "MouseExtra2"].contains(&name)
}

/// Which keys were given a duty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "BTreeMap<String, &'static str>", from = "BTreeMap<String, Value>")]
pub struct Assigned(BTreeMap<String, Duty>);

impl Assigned {
    /// Returns what a key is to a session; `None` for what is no session key. On the sheet a key with a duty is as any other, so
    /// that a second press of a pedal means what is shown there.
    pub fn key(&self, struck: &Struck, state: State) -> Option<Key> {
        match self.duty(struck) {
            Some(_) if state == State::Leaving => Some(Key::Other),
            Some(duty) => Some(duty.key()),
            None => struck.usual(),
        }
    }

    /// Returns the duty that a key was given.
    pub fn duty(&self, struck: &Struck) -> Option<Duty> {
        self.0.get(&struck.name).copied().filter(|_| struck.may_be_assigned())
    }

    /// Gives a key a duty; one that cannot have one stays as it is.
    pub fn assign(&mut self, struck: &Struck, duty: Duty) {
        if struck.may_be_assigned() && is_name(&struck.name) {
            self.0.insert(struck.name.clone(), duty);
        }
    }

    /// Takes its duty from a key.
    pub fn remove(&mut self, name: &str) {
        self.0.remove(name);
    }

    /// Returns every key with its duty.
    pub fn all(&self) -> impl Iterator<Item = (&str, Duty)> {
        self.0.iter().map(|(name, duty)| (name.as_str(), *duty))
    }

    /// Returns true where no key has one.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Returns true for what a key may be called.
fn is_name(name: &str) -> bool {
    (1..=LONGEST).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

impl From<Assigned> for BTreeMap<String, &'static str> {
    fn from(assigned: Assigned) -> Self {
        assigned.0.into_iter().map(|(name, duty)| (name, duty.id())).collect()
    }
}

/// What no key is called, what may not be given a duty, and what is no duty is left out.
impl From<BTreeMap<String, Value>> for Assigned {
    fn from(found: BTreeMap<String, Value>) -> Self {
        let mut assigned = Self::default();
        for (name, duty) in found {
            if let Some(duty) = duty.as_str().and_then(Duty::of_id) {
                assigned.assign(&Struck::named(&name), duty);
            }
        }
        assigned
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(name: &str, place: &str) -> Struck {
        Struck { name: name.to_owned(), place: Some(place.to_owned()) }
    }

    #[test]
    fn any_key_eases_until_it_is_assigned() {
        let mut assigned = Assigned::default();
        for name in ["PageDown", "F13", "MediaPlayPause", "MediaPause", "Enter", "0x1d3", "B", "ScrollLock"] {
            let struck = Struck::named(name);
            assert_eq!(assigned.key(&struck, State::Running), Some(Key::Other), "{name}");
            for duty in Duty::ALL {
                assigned.assign(&struck, duty);
                assert_eq!(assigned.key(&struck, State::Running), Some(duty.key()), "{name}");
            }
            assigned.remove(name);
            assert_eq!(assigned.key(&struck, State::Running), Some(Key::Other), "{name}");
        }
        assert!(assigned.is_empty());
    }

    #[test]
    fn what_is_no_session_key_stays_none() {
        let mut assigned = Assigned::default();
        for name in ["Tab", "ShiftLeft", "ControlRight", "AltRight", "AltGraph", "SuperLeft", "CapsLock", "NumLock"]
            .into_iter()
            .chain(["AudioVolumeUp", "AudioVolumeDown", "AudioVolumeMute", "Fn"])
        {
            assigned.assign(&Struck::named(name), Duty::Pause);
            assert_eq!(assigned.key(&Struck::named(name), State::Running), None, "{name}");
        }
        assert!(assigned.is_empty());
    }

    #[test]
    fn digits_space_and_escape_keep_their_meaning_by_their_place() {
        let mut assigned = Assigned::default();
        // On a French keyboard the unshifted key of the 4 types an apostrophe.
        let four = at("Quote", "4");
        for (struck, key) in [
            (Struck::named("Space"), Key::Space),
            (Struck::named("Escape"), Key::Escape),
            (at("0", "0"), Key::Digit(0)),
            (at("Minus", "Minus"), Key::Ten),
            (four.clone(), Key::Digit(4)),
        ] {
            assert!(!struck.may_be_assigned(), "{struck:?}");
            assigned.assign(&struck, Duty::Stop);
            assert_eq!(assigned.key(&struck, State::Running), Some(key));
        }
        // Elsewhere the apostrophe is a key as any other, and what it was given does not reach the 4.
        assigned.assign(&at("Quote", "Quote"), Duty::Next);
        assert_eq!(assigned.key(&at("Quote", "Quote"), State::Running), Some(Key::Right));
        assert_eq!(assigned.key(&four, State::Running), Some(Key::Digit(4)));
    }

    #[test]
    fn a_mouse_button_does_something_only_where_it_was_given_a_duty() {
        let (middle, mut assigned) = (Struck::named("MouseMiddle"), Assigned::default());
        assert_eq!(assigned.key(&middle, State::Running), None);
        assigned.assign(&middle, Duty::Ease);
        assert_eq!(assigned.key(&middle, State::Running), Some(Key::Other));
    }

    #[test]
    fn on_the_sheet_a_pedal_chooses_as_any_key_does() {
        let (pedal, mut assigned) = (Struck::named("F13"), Assigned::default());
        assigned.assign(&pedal, Duty::Stop);
        assert_eq!(assigned.key(&pedal, State::Running), Some(Key::Escape));
        assert_eq!(assigned.key(&pedal, State::Leaving), Some(Key::Other));
        assert_eq!(assigned.key(&Struck::named("Escape"), State::Leaving), Some(Key::Escape));
    }

    #[test]
    fn what_is_kept_is_read_again_and_what_makes_no_sense_is_left_out() {
        let text = r#"{"F13": "pause", "MouseMiddle": "stop", "0x1d3": "ease", "Space": "stop", "4": "next", "Tab": "ease",
            "F14": "jump", "F15": 3, "": "ease", "a b": "ease", "MousePrimary": "back"}"#;
        let read: Assigned = serde_json::from_str(text).unwrap();
        let kept = serde_json::to_string(&read).unwrap();
        assert_eq!(kept, r#"{"0x1d3":"ease","F13":"pause","MouseMiddle":"stop"}"#);
        assert_eq!(serde_json::from_str::<Assigned>(&kept).unwrap(), read);
    }
}

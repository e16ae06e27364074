//! Keys, pedals and mouse buttons in words, and what they do.

use i18n_embed_fl::fl;

use super::LOADER;
use crate::practice::keys::Key;
use crate::practice::keys::assigned::{Assigned, Duty, Struck};
use crate::practice::session::State;

/// Returns a key's name as a person says it: "Page Down", "Play/Pause", "Middle mouse button", "Key 0x1d3".
pub fn name(name: &str) -> String {
    match name {
        "Up" => fl!(LOADER, "key-name-up"),
        "Down" => fl!(LOADER, "key-name-down"),
        "Left" => fl!(LOADER, "key-name-left"),
        "Right" => fl!(LOADER, "key-name-right"),
        "MediaPlayPause" => fl!(LOADER, "key-name-play-pause"),
        "MediaPlay" => fl!(LOADER, "key-name-play"),
        "MediaPause" => fl!(LOADER, "key-name-media-pause"),
        "MediaStop" => fl!(LOADER, "key-name-media-stop"),
        "MediaTrackNext" => fl!(LOADER, "key-name-next-track"),
        "MediaTrackPrevious" => fl!(LOADER, "key-name-previous-track"),
        "MouseMiddle" => fl!(LOADER, "key-name-mouse-middle"),
        "MouseSecondary" => fl!(LOADER, "key-name-mouse-right"),
        "MouseExtra1" => fl!(LOADER, "key-name-mouse-fourth"),
        "MouseExtra2" => fl!(LOADER, "key-name-mouse-fifth"),
        _ if name.starts_with("0x") => fl!(LOADER, "key-name-number", number = name),
        _ => parted(name),
    }
}

/// Returns what a key may do, in a few words.
pub fn duty(duty: Duty) -> String {
    match duty {
        Duty::Ease => fl!(LOADER, "duty-ease"),
        Duty::Pause => fl!(LOADER, "duty-pause"),
        Duty::LetGo => fl!(LOADER, "duty-let-go"),
        Duty::Next => fl!(LOADER, "duty-next"),
        Duty::Back => fl!(LOADER, "duty-back"),
        Duty::More => fl!(LOADER, "duty-more"),
        Duty::Time => fl!(LOADER, "duty-time"),
        Duty::Stop => fl!(LOADER, "duty-stop"),
    }
}

/// Returns what a key does now, in a sentence.
pub fn does(struck: &Struck, assigned: &Assigned) -> String {
    if !struck.may_be_assigned() {
        return match struck.usual() {
            Some(Key::Space) => fl!(LOADER, "keys-fixed-space"),
            Some(Key::Escape) => fl!(LOADER, "keys-fixed-escape"),
            _ => fl!(LOADER, "keys-fixed-digit"),
        };
    }
    match assigned.key(struck, State::Running) {
        None => fl!(LOADER, "keys-does-nothing"),
        Some(Key::Other) => fl!(LOADER, "keys-does-ease"),
        Some(key) => {
            let known = Duty::ALL.into_iter().find(|duty| duty.key() == key).unwrap_or(Duty::Ease);
            fl!(LOADER, "keys-does", duty = duty(known))
        }
    }
}

/// Parts a name before its capitals: `PageDown` is "Page Down". A letter or a figure stays with those before it.
fn parted(name: &str) -> String {
    let mut words = String::new();
    let mut before = ' ';
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && before.is_ascii_lowercase() {
            words.push(' ');
        }
        words.push(letter);
        before = letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_words() {
        for (given, said) in [
            ("PageDown", "Page Down"),
            ("F13", "F13"),
            ("L", "L"),
            ("Enter", "Enter"),
            ("MediaPlayPause", "Play/Pause"),
            ("MediaTrackNext", "Next track"),
            ("MediaRewind", "Media Rewind"),
            ("MouseMiddle", "Middle mouse button"),
            ("Left", "Arrow left"),
            ("0x1d3", "Key 0x1d3"),
            ("LaunchApp1", "Launch App1"),
        ] {
            assert_eq!(name(given), said);
        }
    }

    #[test]
    fn what_a_key_does_is_told_before_it_is_changed() {
        let mut assigned = Assigned::default();
        let told = |name: &str, assigned: &Assigned| does(&Struck::named(name), assigned);
        assert_eq!(told("PageDown", &assigned), "It eases off, as every other key.");
        assert_eq!(told("Right", &assigned), "It does this now: Next.");
        assert_eq!(told("MouseMiddle", &assigned), "It does nothing yet.");
        assert!(told("Space", &assigned).starts_with("Space pauses"));
        assert!(told("Escape", &assigned).starts_with("Escape opens"));
        assert!(told("7", &assigned).starts_with("The digits answer"));
        assigned.assign(&Struck::named("PageDown"), Duty::Stop);
        assert_eq!(told("PageDown", &assigned), "It does this now: Stop.");
    }
}

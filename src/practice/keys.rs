//! What a key means, at every moment of a session (`details.md` §4). The window and `play --text` share it.

use std::time::Duration;

use super::plan::Kind;
use super::session::{Input, Session, State};

pub mod assigned;

/// A key as a session knows it. Auto-repeat, chords with Ctrl or Alt, Tab and volume keys are no session keys. What a key of a
/// keyboard, a pedal or a presenter is to a session says [`assigned`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// The space bar.
    Space,
    /// `L`: it let go.
    LetGo,
    /// `T`: say the time.
    Time,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Plus: ten more seconds.
    Plus,
    /// Escape.
    Escape,
    /// A digit of the row above the letters or of the number pad, by its place.
    Digit(u8),
    /// The key right of 0, or the number pad's minus.
    Ten,
    /// Every other key, pedal and presenter button.
    Other,
}

impl Key {
    /// Returns the key of a name as `play --text` reads it: `space`, `l`, `t`, `left`, `right`, `+`, `esc`, `0` to `10`;
    /// anything else is [`Self::Other`].
    pub fn named(name: &str) -> Self {
        match name.trim().to_ascii_lowercase().as_str() {
            "space" => Self::Space,
            "l" => Self::LetGo,
            "t" => Self::Time,
            "left" => Self::Left,
            "right" => Self::Right,
            "+" => Self::Plus,
            "esc" => Self::Escape,
            "10" | "-" => Self::Ten,
            other => match other.parse::<u8>() {
                Ok(digit @ 0..=9) => Self::Digit(digit),
                _ => Self::Other,
            },
        }
    }
}

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// An input to the session.
    Put(Input),
    /// To be told the time.
    Time,
}

/// Returns what a key asks for at this moment, if anything. No key ever does anything worse than ease, pause or
/// open the sheet.
pub fn wish(key: Key, session: &Session, now: Duration) -> Option<Wish> {
    let put = |input| Some(Wish::Put(input));
    let mut session = session.clone();
    session.apply(Input::Tick, now);
    match session.state() {
        State::Ended(_) | State::Unwell => None,
        State::Leaving => match key {
            Key::Escape => put(Input::Unwell),
            Key::Space => put(Input::Resume),
            _ => session.choice(now).and_then(|choice| put(choice.input())),
        },
        State::Paused => match key {
            Key::Escape => put(Input::Stop),
            Key::Space => put(Input::Resume),
            Key::Time => Some(Wish::Time),
            Key::Digit(digit) => put(Input::Digit(digit)),
            Key::Ten => put(Input::Ten),
            Key::Other if session.third_key_stops(now) => put(Input::Stop),
            Key::Other => put(Input::Ease),
            _ => None,
        },
        State::Running if key == Key::Escape => put(Input::Stop),
        State::Running if session.asking().is_some_and(|asking| asking.question.is_symptoms()) => put(Input::Unwell),
        State::Running if is_third(key, &session, now) => put(Input::Stop),
        State::Running if takes_number(key) && session.scan().is_some_and(|scan| scan.runs(session.position(now))) => {
            number(key, &session, now)
        }
        State::Running if takes_again(key) && session.once_more(now).is_some() => put(Input::ScanAgain),
        State::Running => running(key, &session, now),
    }
}

/// Returns true for the third in a row of the keys that have no meaning but to ease: it opens the sheet, wherever it falls. So
/// a pedal, which is such a key, has a way to stop at every moment. Digits may have been meant as an answer, and do so only
/// after a hold was given up.
fn is_third(key: Key, session: &Session, now: Duration) -> bool {
    match key {
        Key::Other => session.third_key_stops(now) && !session.stands_again(now),
        Key::Digit(_) | Key::Ten => session.just_gave_up(now),
        _ => false,
    }
}

/// Returns true for the keys that answer with the number that stands: all but those that answer by themselves, and those that
/// leave the question.
const fn takes_number(key: Key) -> bool {
    !matches!(key, Key::Escape | Key::Left | Key::Right | Key::Digit(_) | Key::Ten)
}

/// Returns true for the keys that have no meaning of their own over a question: they ask for the numbers once more.
const fn takes_again(key: Key) -> bool {
    matches!(key, Key::Other | Key::LetGo)
}

/// The number that stands. Before the first can have been heard a key is no answer: the hold has only just ended, and a late
/// "too much" must not become a zero.
fn number(key: Key, session: &Session, now: Duration) -> Option<Wish> {
    match session.standing(now) {
        Some(number) => Some(Wish::Put(Input::answer(number))),
        None if key == Key::Other => Some(Wish::Put(Input::Ease)),
        None => None,
    }
}

fn running(key: Key, session: &Session, now: Duration) -> Option<Wish> {
    let put = |input| Some(Wish::Put(input));
    let moment = session.moment(now)?;
    match (&moment.step.kind, key) {
        // It finds the spot as well, and is counted when there is nothing left to find.
        (Kind::Locate, Key::Other) => put(Input::Ease),
        (Kind::Locate, _) => put(Input::Found),
        (_, Key::Space) => put(Input::Pause),
        (_, Key::Left) => put(Input::Back),
        (_, Key::Right) => put(Input::Skip),
        (_, Key::Plus) => put(Input::More),
        (Kind::Press(_), Key::LetGo) => put(Input::LetGo),
        (Kind::Press(_), _) => put(Input::Ease),
        (_, Key::Time) => Some(Wish::Time),
        // Where there is nothing to ease such a key is counted, for the third in a row.
        (Kind::Stretch | Kind::Move, _) | (_, Key::Other) => put(Input::Ease),
        (_, Key::Digit(digit)) => put(Input::Digit(digit)),
        (_, Key::Ten) => put(Input::Ten),
        (_, Key::LetGo | Key::Escape) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_written_and_anything_else_eases() {
        let keys =
            ["space", "L", " t ", "left", "right", "+", "esc", "0", "9", "10", "-", "11", "x", ""].map(Key::named);
        assert_eq!(keys[..7], [Key::Space, Key::LetGo, Key::Time, Key::Left, Key::Right, Key::Plus, Key::Escape]);
        assert_eq!(keys[7..11], [Key::Digit(0), Key::Digit(9), Key::Ten, Key::Ten]);
        assert_eq!(keys[11..], [Key::Other; 3]);
    }
}

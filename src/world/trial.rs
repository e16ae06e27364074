//! Sounds to try outside of a session.

use std::time::Duration;

use super::World;
use super::sound::{Signal, Voice};
use crate::practice::score::{Lengths, Line, Phrase, Register, Score, Spoken, Tone};

/// Time for words to be decoded and to reach the card.
const AT_FIRST: Duration = Duration::from_millis(400);
/// Between a name and its tone, and between a sound and the question about it.
const APART: Duration = Duration::from_millis(350);
/// How long a tone of the sound check lasts.
const TRIAL: Duration = Duration::from_millis(900);

impl World {
    /// Lets a tone and the voice be heard, as loud as they are set.
    pub fn test_sound(&self) {
        self.sound.say(Tone::Stretch);
        self.say_test();
    }

    /// Lets a tone be heard alone.
    pub fn test_tones(&self) {
        self.sound.hush();
        self.sound.say(Tone::Stretch);
        self.sound.rest();
    }

    /// Lets the voice be heard alone.
    pub fn test_voice(&self) {
        self.sound.hush();
        self.say_test();
    }

    fn say_test(&self) {
        let words = Score::aside(&[Line::Test.into()], Duration::ZERO, &Voice);
        self.sound.speak(&words, Duration::ZERO, self.clock.monotonic());
        self.sound.rest();
    }

    /// Names a pure tone, lets it be heard and asks about it. The card stays open for the next.
    pub fn try_tone(&self, register: Register) {
        let name = match register {
            Register::Low => Line::ToneLow,
            Register::Middle => Line::ToneMiddle,
            Register::High => Line::ToneHigh,
        };
        let named = said(name, AT_FIRST);
        let sounds = AT_FIRST + named.length + APART;
        let now = self.clock.monotonic();
        self.sound.hush();
        self.sound.speak(&[named, said(Line::HeardNow, sounds + TRIAL + APART)], Duration::ZERO, now);
        self.sound.signal(Signal::Trial(register), now + sounds);
    }

    /// Lets the voice say a sentence and ask about it. The card stays open.
    pub fn try_voice(&self) {
        let sentence = said(Line::Test, AT_FIRST);
        let asked = said(Line::HeardNow, AT_FIRST + sentence.length + APART);
        self.sound.hush();
        self.sound.speak(&[sentence, asked], Duration::ZERO, self.clock.monotonic());
    }
}

fn said(line: Line, at: Duration) -> Spoken {
    let phrase = Phrase::from(line);
    Spoken { phrase, at, length: Voice.length(phrase).unwrap_or_default(), step: 0 }
}

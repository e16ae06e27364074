//! What is to be spoken at a card, decoded shortly before its time, aside of the thread that plays it.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use crate::practice::score::Phrase;
use crate::world::sound::own::OwnVoice;
use crate::world::sound::performance::Utterance;

/// A phrase is decoded so long before it is due: a busy computer has time, and little is kept.
const AHEAD: Duration = Duration::from_secs(3);
/// Samples are kept so long after their end, so that the thread that plays never frees them.
const KEPT: Duration = Duration::from_secs(3);

/// The words of a score.
#[derive(Debug, Default)]
pub struct Speaker {
    voice: OwnVoice,
    to_come: VecDeque<(Phrase, Duration)>,
    given: VecDeque<Given>,
}

/// A phrase that a card has, and until when its samples are kept.
#[derive(Debug)]
struct Given {
    phrase: Phrase,
    at: Duration,
    _samples: Arc<[f32]>,
    until: Duration,
    stands: bool,
}

impl Speaker {
    /// Returns one with nothing to say yet.
    pub fn new(voice: OwnVoice) -> Self {
        Self { voice, ..Self::default() }
    }

    /// Says these from now on, in the place of what was to come.
    pub fn replace(&mut self, words: Vec<(Phrase, Duration)>) {
        self.to_come = words.into();
        self.given.iter_mut().for_each(|given| given.stands = false);
    }

    /// Takes back what the last card was given and has not begun, for another.
    pub fn again(&mut self, now: Duration) {
        for given in self.given.iter_mut().rev().filter(|given| given.stands) {
            given.stands = false;
            if given.at >= now {
                self.to_come.push_front((given.phrase, given.at));
            }
        }
    }

    /// Returns true when nothing is to come.
    pub fn is_done(&self) -> bool {
        self.to_come.is_empty()
    }

    /// Hands out what is due soon; what is past is left out.
    pub fn give(&mut self, now: Duration, rate: u32, mut hand: impl FnMut(Utterance)) {
        while self.given.front().is_some_and(|given| given.until < now) {
            self.given.pop_front();
        }
        while let Some((phrase, at)) = self.to_come.pop_front_if(|(_, at)| *at <= now + AHEAD) {
            if at < now {
                continue;
            }
            let Some(samples) = self.voice.samples(phrase, rate) else { continue };
            let samples: Arc<[f32]> = samples.into();
            let length = Duration::from_secs_f64(samples.len() as f64 / f64::from(rate.max(1)));
            let until = at + length + KEPT;
            self.given.push_back(Given { phrase, at, _samples: Arc::clone(&samples), until, stands: true });
            hand(Utterance { samples, at });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::score::Line;
    use crate::world::sound::voice::Voice;

    #[test]
    fn words_are_handed_out_shortly_before_their_time_and_not_after_it() {
        let seconds = Duration::from_secs;
        let mut speaker = Speaker::default();
        let words = [1, 5, 6, 20].map(|at| (Phrase::Line(Line::Rest), seconds(at)));
        speaker.replace(words.to_vec());
        let given = |speaker: &mut Speaker, now| {
            let mut given = Vec::new();
            speaker.give(seconds(now), 48_000, |utterance| given.push((utterance.at, utterance.samples.len())));
            given
        };
        let length = Voice::samples(Phrase::Line(Line::Rest), 48_000).unwrap().len();
        assert_eq!(given(&mut speaker, 2), [(seconds(5), length)], "the first is past, the third not due yet");
        assert_eq!(given(&mut speaker, 3), [(seconds(6), length)]);
        assert_eq!(speaker.given.len(), 2, "they are kept while they are played");
        assert_eq!(given(&mut speaker, 16), []);
        assert_eq!(speaker.given.len(), 0);
        assert!(!speaker.is_done());
        speaker.replace(Vec::new());
        assert!(speaker.is_done());
    }

    #[test]
    fn another_card_is_given_what_the_last_one_has_not_begun() {
        let seconds = Duration::from_secs;
        let words = |seconds: &[u64]| -> Vec<_> {
            seconds.iter().map(|at| (Phrase::Line(Line::Rest), Duration::from_secs(*at))).collect()
        };
        let given = |speaker: &mut Speaker, now| {
            let mut given = Vec::new();
            speaker.give(seconds(now), 48_000, |utterance| given.push(utterance.at));
            given
        };
        let mut speaker = Speaker::default();
        speaker.replace(words(&[3, 5, 6, 20]));
        assert_eq!(given(&mut speaker, 3), [3, 5, 6].map(seconds));
        speaker.again(seconds(4));
        assert_eq!(given(&mut speaker, 4), [5, 6].map(seconds), "what has begun is not said twice");
        speaker.replace(words(&[20]));
        speaker.again(seconds(4));
        assert_eq!(given(&mut speaker, 4), [], "what was replaced is not said");
    }
}

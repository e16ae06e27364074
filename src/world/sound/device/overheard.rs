//! How a sound would be heard, without a card.

use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use super::{Report, Shared, Wish};
use crate::practice::score::{Phrase, Tone};
use crate::world::sound::performance::Timed;
use crate::world::sound::tones::Signal;

/// What a sound was asked for, where no card plays it.
pub struct Overheard {
    pub(super) heard: Receiver<Wish>,
    pub(super) shared: Arc<Shared>,
    pub(super) to_come: Vec<Timed>,
    pub(super) to_say: Vec<(Phrase, Duration)>,
    pub(super) signals: Vec<(Signal, Duration)>,
}

impl fmt::Debug for Overheard {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Overheard")
            .field("to_come", &self.to_come)
            .field("to_say", &self.to_say)
            .finish_non_exhaustive()
    }
}

impl Overheard {
    /// Lets the sound report something else, as a card would.
    pub fn tell(&self, change: impl FnOnce(&mut Report)) {
        self.shared.tell(change);
    }

    /// Returns the tones that were said at once since this was last asked.
    pub fn said(&mut self) -> Vec<Tone> {
        let mut said = Vec::new();
        while let Ok(wish) = self.heard.try_recv() {
            match wish {
                Wish::Perform(timed, _) => self.to_come = timed,
                Wish::Say(tone) => said.push(tone),
                Wish::Speak(words) => self.to_say = words,
                Wish::Hush => {
                    self.to_come.clear();
                    self.to_say.clear();
                }
                Wish::Signal(signal, at) => self.signals.push((signal, at)),
                _ => {}
            }
        }
        said
    }

    /// Returns the tones that stand to be played from an instant on, with their own instants.
    pub fn to_come(&mut self, now: Duration) -> Vec<(Tone, Duration)> {
        self.said();
        self.to_come.iter().filter(|timed| timed.at >= now).map(|timed| (timed.tone, timed.at)).collect()
    }

    /// Returns the phrases that stand to be spoken from an instant on, with their own instants.
    pub fn to_be_spoken(&mut self, now: Duration) -> Vec<(Phrase, Duration)> {
        self.said();
        self.to_say.iter().filter(|(_, at)| *at >= now).copied().collect()
    }
    /// Returns the sounds that are no cues since this was last asked, with their instants.
    pub fn signals(&mut self) -> Vec<(Signal, Duration)> {
        self.said();
        std::mem::take(&mut self.signals)
    }
}

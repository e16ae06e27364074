//! The room between tones, and the words that are put into it.

use std::time::Duration;

use super::phrase::Phrase;
use super::{Cue, Tone};
use crate::practice::plan::Step;

/// How long each phrase lasts; nothing for one that has no sound.
pub trait Lengths {
    /// Returns the length of a phrase in whole milliseconds, rounded up.
    fn length(&self, phrase: Phrase) -> Option<Duration>;
}

/// A phrase and its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken {
    /// What is said.
    pub phrase: Phrase,
    /// The position on the plan's line at which it begins.
    pub at: Duration,
    /// How long it lasts.
    pub length: Duration,
    /// Index of the step that it announces.
    pub step: usize,
}

/// No speech begins so soon after a tone, for it is still dying away,
pub(super) const AFTER_TONE: Duration = Duration::from_millis(800);
/// or after a short one.
const AFTER_TICK: Duration = Duration::from_millis(250);
/// It ends so long before the next tone,
const BEFORE_TONE: Duration = Duration::from_millis(200);
/// and so long before the instant at which something is to be done.
const BEFORE_NOW: Duration = Duration::from_secs(3);
/// Between two phrases of one sentence, and between two sentences.
const WITHIN: Duration = Duration::from_millis(120);
pub(super) const BETWEEN: Duration = Duration::from_millis(350);
/// What is heard so far, and the room between.
pub(super) struct Board<'a> {
    busy: Vec<(Duration, Duration)>,
    lengths: &'a dyn Lengths,
    spoken: Vec<Spoken>,
}

impl<'a> Board<'a> {
    /// Returns the room around the tones of a plan.
    pub(super) fn new(cues: &[Cue], steps: &[Step], lengths: &'a dyn Lengths) -> Self {
        let mut busy: Vec<_> = cues.iter().map(|cue| fence(cue, steps)).collect();
        busy.sort_unstable();
        Self { busy, lengths, spoken: Vec::new() }
    }

    /// Returns all that was put on it, in order.
    pub(super) fn spoken(mut self) -> Vec<Spoken> {
        self.spoken.sort_by_key(|spoken| spoken.at);
        self.spoken
    }

    /// Says the first of these that fits between two positions, as early as it can; returns which, and where it ends.
    pub(super) fn place(
        &mut self,
        options: &[Vec<Phrase>],
        from: Duration,
        until: Duration,
        step: usize,
    ) -> Option<(usize, Duration)> {
        options.iter().enumerate().find_map(|(nth, phrases)| {
            let whole = self.whole(phrases)?;
            let at = self.free(from, whole);
            (at.saturating_add(whole) <= until).then(|| (nth, self.say(phrases, at, step)))
        })
    }

    /// Says the first of these that fits so that it ends just before the count-in of an instant.
    pub(super) fn place_before(
        &mut self,
        options: &[Vec<Phrase>],
        from: Duration,
        instant: Duration,
        step: usize,
    ) -> Option<(usize, Duration)> {
        let end = instant.checked_sub(BEFORE_NOW + BEFORE_TONE)?;
        options.iter().enumerate().find_map(|(nth, phrases)| {
            let whole = self.whole(phrases)?;
            let at = end.checked_sub(whole).filter(|&at| at >= from)?;
            (self.free(at, whole) == at).then(|| (nth, self.say(phrases, at, step)))
        })
    }

    /// Keeps the time between two positions for what is said at its own instants.
    pub(super) fn reserve(&mut self, from: Duration, until: Duration) {
        let place = self.busy.partition_point(|&(begins, _)| begins < from);
        self.busy.insert(place, (from, until));
    }

    /// Says a phrase at an instant of a time that is kept for it.
    pub(super) fn say_at(&mut self, phrase: Phrase, at: Duration, step: usize) {
        if let Some(length) = self.lengths.length(phrase) {
            self.spoken.push(Spoken { phrase, at, length, step });
        }
    }

    /// Returns how long these last together; nothing where one has no sound.
    fn whole(&self, phrases: &[Phrase]) -> Option<Duration> {
        let lengths: Option<Vec<_>> = phrases.iter().map(|&phrase| self.lengths.length(phrase)).collect();
        let lengths = lengths.filter(|lengths| !lengths.is_empty())?;
        Some(lengths.iter().sum::<Duration>() + WITHIN * (lengths.len() as u32 - 1))
    }

    /// Returns the first position from which so much is free.
    fn free(&self, from: Duration, whole: Duration) -> Duration {
        self.busy.iter().fold(from, |at, &(begins, ends)| {
            let clear = ends <= at || begins >= at.saturating_add(whole);
            if clear { at } else { ends }
        })
    }

    fn say(&mut self, phrases: &[Phrase], from: Duration, step: usize) -> Duration {
        let mut end = from;
        for (nth, &phrase) in phrases.iter().enumerate() {
            let at = if nth == 0 { from } else { end + WITHIN };
            let length = self.lengths.length(phrase).unwrap_or_default();
            self.spoken.push(Spoken { phrase, at, length, step });
            end = at + length;
        }
        let place = self.busy.partition_point(|&(begins, _)| begins < from);
        self.busy.insert(place, (from, end + BETWEEN));
        end
    }
}

/// The time around a tone in which nothing is said.
fn fence(cue: &Cue, steps: &[Step]) -> (Duration, Duration) {
    match cue.tone {
        Tone::Press | Tone::Stretch | Tone::StepUp => (cue.at.saturating_sub(BEFORE_NOW), cue.at + AFTER_TONE),
        // The ticks of a count-in belong together, and to the tone at their end.
        Tone::Tick => {
            let end = steps.get(cue.step).map_or(cue.at, |step| step.at);
            (cue.at.saturating_sub(BEFORE_TONE), end.max(cue.at + AFTER_TICK))
        }
        Tone::Half | Tone::Beat => (cue.at.saturating_sub(BEFORE_TONE), cue.at + AFTER_TICK),
        _ => (cue.at.saturating_sub(BEFORE_TONE), cue.at + AFTER_TONE),
    }
}

//! The plan read as music: every sound with its time (`details.md` §6).

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::plan::{Beat, Kind, Plan, Step, Technique};

mod board;
mod choices;
mod own;
mod phrase;
mod sight;
mod speech;

pub use board::{Lengths, Spoken};
pub use own::{OwnText, own_texts};
pub use phrase::{Line, Phrase, Turns};
pub use sight::{Sight, Sign, Stands};
pub use speech::Beside;

/// What a sound says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Three of these count in, at T−3, −2 and −1.
    Tick,
    /// Press now: low and warm.
    Press,
    /// A little more: two rising notes.
    StepUp,
    /// Let go: falling.
    Release,
    /// Stretch now: rising.
    Stretch,
    /// Rest: soft.
    Rest,
    /// Change sides: a pair.
    Switch,
    /// Take the position, or find the spot.
    Ready,
    /// The end: a chord.
    Done,
    /// Too much is heard: falling, at once.
    Ease,
    /// Half of a hold is over.
    Half,
    /// The hold to come is the last one.
    Last,
    /// On again.
    Resume,
    /// The next stroke, or press again.
    Beat,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Self; 14] = [
        Self::Tick,
        Self::Press,
        Self::StepUp,
        Self::Release,
        Self::Stretch,
        Self::Rest,
        Self::Switch,
        Self::Ready,
        Self::Done,
        Self::Ease,
        Self::Half,
        Self::Last,
        Self::Resume,
        Self::Beat,
    ];

    /// Returns the word used in `render --cues`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Tick => "tick",
            Self::Press => "press",
            Self::StepUp => "step-up",
            Self::Release => "release",
            Self::Stretch => "stretch",
            Self::Rest => "rest",
            Self::Switch => "switch",
            Self::Ready => "ready",
            Self::Done => "done",
            Self::Ease => "ease",
            Self::Half => "half",
            Self::Last => "last",
            Self::Resume => "resume",
            Self::Beat => "beat",
        }
    }
}

/// A sound and its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// What sounds.
    pub tone: Tone,
    /// The position on the plan's line at which it begins.
    pub at: Duration,
    /// Index of the step that it announces.
    pub step: usize,
}

/// Which of the sounds that may be left out are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// A tick at half of a hold or stretch.
    pub half: Wanted,
    /// Two notes before the last hold.
    pub last: Wanted,
    /// Ticks alone, for a room with others in it: every tone is heard as a tick, and nothing is said.
    pub quiet: Wanted,
}

/// Whether an optional sound is played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Wanted {
    Yes,
    No,
}

/// How high the tones lie: ears and loudspeakers differ in what they give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Register {
    /// For ears that have lost the high tones.
    Low,
    /// As designed.
    #[default]
    Middle,
    /// For small loudspeakers, which have no low ones.
    High,
}

impl Register {
    /// Every register.
    pub const ALL: [Self; 3] = [Self::Low, Self::Middle, Self::High];
}

impl Default for Profile {
    fn default() -> Self {
        Self { half: Wanted::No, last: Wanted::Yes, quiet: Wanted::No }
    }
}

/// All the sounds of a plan, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Score {
    cues: Vec<Cue>,
    speech: Vec<Spoken>,
    profile: Profile,
}

/// A step shorter than this has no count-in at its end. A wait that was cut to its count-in keeps it.
const COUNTED_IN: Duration = Duration::from_secs(5);
/// How long before a hold "last one" sounds, in a rest that has room for it.
const LAST_BEFORE: Duration = Duration::from_secs(5);
const LAST_NEEDS: Duration = Duration::from_secs(8);
/// Only holds this long have a half-way tick.
const HALVED: Duration = Duration::from_secs(20);

impl Score {
    /// Reads a plan as music. A wait is taken to run to its limit.
    pub fn of(plan: &Plan, profile: Profile) -> Self {
        let steps = plan.steps();
        let mut cues = Vec::new();
        for (index, step) in steps.iter().enumerate() {
            let next = steps.get(index + 1);
            if step.length.is_zero() && next.is_some() {
                continue;
            }
            cues.push(Cue { tone: opening(&step.kind), at: step.at, step: index });
            inside(step, index, profile, &mut cues);
            if let Some(next) = next {
                count_in(step, next, index + 1, &mut cues);
                announce_last(step, next, index + 1, profile, &mut cues);
            }
        }
        cues.sort_by_key(|cue| cue.at);
        Self { cues, speech: Vec::new(), profile }
    }

    /// Adds what is said over the same plan: it ends three seconds before anything is to be done, and meets no tone. What
    /// does not fit is said in fewer words, or not at all. Where quiet is wanted, nothing is.
    #[must_use]
    pub fn spoken(mut self, plan: &Plan, lengths: &dyn Lengths, beside: &Beside) -> Self {
        if self.profile.quiet == Wanted::No {
            self.speech = speech::lay(plan, &self.cues, self.profile, lengths, beside);
        }
        self
    }

    /// Returns which sounds are wanted.
    pub const fn profile(&self) -> Profile {
        self.profile
    }

    /// Lays out something that is said from a position on, right after a tone, where nothing else is to come.
    pub fn aside(phrases: &[Phrase], from: Duration, lengths: &dyn Lengths) -> Vec<Spoken> {
        speech::aside(phrases, from, lengths)
    }

    /// Lays out what has happened and the choices of the sheet, where nothing else is to come from a position on.
    pub fn sheet(happened: &[Phrase], from: Duration, lengths: &dyn Lengths) -> Vec<Spoken> {
        choices::sheet(happened, from, lengths)
    }

    /// Lays out the question about the pain after a session, from zero on, behind the session's last words.
    pub fn pain_after(last: Line, lengths: &dyn Lengths) -> Vec<Spoken> {
        choices::pain_after(last, lengths)
    }

    /// Returns what is said, in order.
    pub fn speech(&self) -> &[Spoken] {
        &self.speech
    }

    /// Returns what is still to be said at a position.
    pub fn speech_from(&self, position: Duration) -> &[Spoken] {
        &self.speech[self.speech.partition_point(|spoken| spoken.at < position)..]
    }

    /// Returns the tones in order.
    pub fn cues(&self) -> &[Cue] {
        &self.cues
    }

    /// Returns the sounds that are still to come at a position; one that begins just there is to come.
    pub fn from(&self, position: Duration) -> &[Cue] {
        &self.cues[self.cues.partition_point(|cue| cue.at < position)..]
    }
}

fn opening(kind: &Kind) -> Tone {
    match kind {
        Kind::Ready | Kind::Locate => Tone::Ready,
        Kind::Press(_) => Tone::Press,
        Kind::Release => Tone::Release,
        Kind::Rest => Tone::Rest,
        Kind::Stretch | Kind::Move => Tone::Stretch,
        Kind::Switch => Tone::Switch,
        Kind::Done => Tone::Done,
    }
}

/// The sounds inside a hold, a stretch or a bout.
fn inside(step: &Step, index: usize, profile: Profile, cues: &mut Vec<Cue>) {
    let mut cue = |tone, after| cues.push(Cue { tone, at: step.at + after, step: index });
    let climbs = step.pressing().map(|pressing| pressing.step_ups.as_slice()).unwrap_or_default();
    for turn in climbs.iter().filter(|turn| turn.after < step.length) {
        cue(Tone::StepUp, turn.after);
    }
    let beats = step.pressing().map(|pressing| pressing.beats(step.length)).unwrap_or_default();
    for &(after, beat) in &beats {
        cue(if beat == Beat::On { Tone::Beat } else { Tone::Rest }, after);
    }
    let half = Duration::from_millis(step.length.as_millis() as u64 / 2);
    let clear = climbs.iter().all(|turn| turn.after.abs_diff(half) >= Duration::from_secs(1));
    let halved = step.kind.is_work() && step.length >= HALVED && beats.is_empty();
    if profile.half == Wanted::Yes && halved && clear {
        cue(Tone::Half, half);
    }
}

/// Three ticks before a press or stretch, and before the end of a hold or stretch; none inside a bout.
fn count_in(step: &Step, next: &Step, announced: usize, cues: &mut Vec<Cue>) {
    let counted = match &step.kind {
        Kind::Press(pressing) => pressing.technique == Technique::Hold && step.length >= COUNTED_IN,
        Kind::Stretch => step.length >= COUNTED_IN,
        Kind::Move => false,
        _ => step.whole >= COUNTED_IN && matches!(next.kind, Kind::Press(_) | Kind::Stretch),
    };
    if counted {
        let ticks = [3, 2, 1].map(|before| step.end().saturating_sub(Duration::from_secs(before)));
        cues.extend(ticks.iter().filter(|&&at| at > step.at).map(|&at| Cue { tone: Tone::Tick, at, step: announced }));
    }
}

fn announce_last(step: &Step, next: &Step, announced: usize, profile: Profile, cues: &mut Vec<Cue>) {
    let last = next.rounds > 1 && next.round == next.rounds && matches!(next.kind, Kind::Press(_) | Kind::Stretch);
    if profile.last == Wanted::Yes && last && matches!(step.kind, Kind::Rest) && step.length >= LAST_NEEDS {
        cues.push(Cue { tone: Tone::Last, at: step.end().saturating_sub(LAST_BEFORE), step: announced });
    }
}

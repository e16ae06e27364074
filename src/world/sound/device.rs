//! The sound card, and what becomes of a session when there is none.
//!
//! A thread of its own, the keeper, holds the card. It is told what to do about it by `watch`, which knows no card: opened when
//! there is something to play, closed when it fails, takes frames without playing them, or takes none any more, and then tried
//! again. A card is opened, closed and looked for on threads of their own, since each of these may hang. A session never waits
//! for any of this, and what was missed is not caught up.

use std::fmt;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::own::OwnVoice;
use super::performance::{Levels, Timed};
use super::tones::{Signal, Tuning};
use crate::practice::program::Place;
use crate::practice::score::{Cue, Phrase, Spoken, Tone, own_texts};

#[cfg(feature = "audio")]
mod card;
#[cfg(not(feature = "audio"))]
#[path = "device/none.rs"]
mod card;
mod keeper;
#[cfg(feature = "audio")]
mod outputs;
mod overheard;
mod speaker;
mod watch;

use keeper::{Keeper, Opening};
pub use overheard::Overheard;

/// Why nothing is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The program was built without sound.
    NotBuilt,
    /// No card is there, or it cannot be used.
    NoCard,
    /// The card is there, and something else has it.
    Busy,
    /// The card has failed, or was pulled out.
    Lost,
    /// The card takes sound and plays nothing.
    PlaysNothing,
    /// The card takes no sound any more.
    Stuck,
}

/// What the sound is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SoundState {
    /// No card is open, and none is wanted.
    Off,
    /// A card is open.
    Playing,
    /// A card is wanted, and nothing is heard: the screen has to say it all.
    Silent(Why),
}

/// A place where sound can go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The name under which it is opened.
    pub id: String,
    /// The name that a person reads.
    pub name: String,
}

/// What there is to know about the sound card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What the sound is doing.
    pub state: SoundState,
    /// Why the last card failed, if it did and none has played since.
    pub fault: Option<Why>,
    /// Why the system's own output is used in place of the chosen one, where it is.
    pub passed_over: Option<Why>,
    /// The outputs that were found last; none before they were looked for.
    pub outputs: Option<Vec<Output>>,
    /// True while they are looked for.
    pub looking: bool,
}

impl Report {
    const NOTHING: Self =
        Self { state: SoundState::Off, fault: None, passed_over: None, outputs: None, looking: false };
}

/// What the keeper tells, and whom.
struct Shared {
    report: Mutex<Report>,
    changed: Mutex<Option<Changed>>,
}

/// Called on a thread of its own when the report changes.
pub type Changed = Box<dyn Fn() + Send>;

impl Shared {
    fn new() -> Arc<Self> {
        Arc::new(Self { report: Mutex::new(Report::NOTHING), changed: Mutex::new(None) })
    }

    fn tell(&self, change: impl FnOnce(&mut Report)) {
        let mut report = lock(&self.report);
        let before = report.clone();
        change(&mut report);
        let is_news = *report != before;
        drop(report);
        if is_news && let Some(changed) = &*lock(&self.changed) {
            changed();
        }
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// All that is heard. Nothing here fails, and nothing waits.
pub struct Sound {
    voice: OwnVoice,
    wishes: Sender<Wish>,
    shared: Arc<Shared>,
}

impl fmt::Debug for Sound {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Sound").field("report", &self.report()).finish_non_exhaustive()
    }
}

#[derive(Debug)]
enum Wish {
    Perform(Vec<Timed>, Duration),
    Say(Tone),
    Speak(Vec<(Phrase, Duration)>),
    Signal(Signal, Duration),
    Tune(Tuning),
    Hush,
    Wake,
    Rest,
    Levels(Levels),
    Choose(Option<String>),
    Look,
    Slept,
    /// From a thread that opens a card: the number it was given, and what became of it.
    Opened(u32, Opening),
    /// From the thread that looks for outputs.
    Listed(Vec<Output>),
    End,
}

impl Sound {
    /// Makes the sound ready; the card itself is opened when something is to be played.
    ///
    /// `clock` is the monotonic clock at its own speed, since a card knows no other. When this is dropped, all falls silent.
    pub fn open(clock: impl Fn() -> Duration + Send + Sync + 'static, levels: Levels) -> Self {
        let (wishes, heard) = channel();
        let shared = Shared::new();
        let voice = OwnVoice::of_system();
        let keeper = Keeper::new(Arc::new(clock), levels, voice.clone(), Arc::clone(&shared), wishes.clone());
        // Without a thread there is no sound, and the session goes on.
        let _ = thread::Builder::new().name("sound".into()).spawn(move || keeper.keep(&heard));
        Self { voice, wishes, shared }
    }

    /// Makes a sound that is never heard: for a clock that does not run as the card's does.
    pub fn off() -> Self {
        Self { voice: OwnVoice::default(), wishes: channel().0, shared: Shared::new() }
    }

    /// Makes a sound that is never heard, and what tells how it would sound.
    pub fn overheard() -> (Self, Overheard) {
        Self::overheard_by(OwnVoice::default())
    }

    /// As [`Self::overheard`], with a voice that may know texts of a program's own.
    pub fn overheard_by(voice: OwnVoice) -> (Self, Overheard) {
        let (wishes, heard) = channel();
        let sound = Self { voice, wishes, shared: Shared::new() };
        let shared = Arc::clone(&sound.shared);
        (sound, Overheard { heard, shared, to_come: Vec::new(), to_say: Vec::new(), signals: Vec::new() })
    }

    /// Returns the voice that speaks, with the lengths of what it can say.
    pub const fn voice(&self) -> &OwnVoice {
        &self.voice
    }

    /// Has the names of places spoken ahead, and what is told of them, where a program says that in its own words.
    pub fn prepare<'a>(&self, places: impl Iterator<Item = &'a Place>) {
        self.voice.prepare(places.flat_map(own_texts));
    }

    /// Calls back whenever the [report](Self::report) changes, in the place of what was called before.
    pub fn on_change(&self, changed: Changed) {
        *lock(&self.shared.changed) = Some(changed);
    }

    /// Opens the card ahead of the first cue, so that this one too comes on time.
    pub fn wake(&self) {
        self.wish(Wish::Wake);
    }

    /// Plays the cues from a position on, where the position stands at the instant `now`. They replace what was to come.
    pub fn perform(&self, cues: &[Cue], position: Duration, now: Duration) {
        let timed = |cue: &Cue| Some(Timed { tone: cue.tone, at: now + cue.at.checked_sub(position)? });
        let timed = cues.iter().filter_map(timed).collect();
        self.wish(Wish::Perform(timed, now));
    }

    /// Says this from a position on, where the position stands at the instant `now`. It replaces what is being said, and what
    /// was to be.
    pub fn speak(&self, speech: &[Spoken], position: Duration, now: Duration) {
        let timed = |spoken: &Spoken| Some((spoken.phrase, now + spoken.at.checked_sub(position)?));
        self.wish(Wish::Speak(speech.iter().filter_map(timed).collect()));
    }

    /// Sounds a tone at once, over what plays.
    pub fn say(&self, tone: Tone) {
        self.wish(Wish::Say(tone));
    }

    /// Sounds what is no cue at an instant. Where several are asked for, the last one sounds.
    pub fn signal(&self, signal: Signal, at: Duration) {
        self.wish(Wish::Signal(signal, at));
    }

    /// Has the tones made so from now on, also at an open card. What sounds is not changed.
    pub fn tune(&self, tuning: Tuning) {
        self.wish(Wish::Tune(tuning));
    }

    /// Fades out, and forgets what was to come.
    pub fn hush(&self) {
        self.wish(Wish::Hush);
    }

    /// Sets how loud it is.
    pub fn levels(&self, levels: Levels) {
        self.wish(Wish::Levels(levels));
    }

    /// Closes the card as soon as nothing sounds and nothing is to come.
    pub fn rest(&self) {
        self.wish(Wish::Rest);
    }

    /// Sends the sound to an output, by its id, from now on; none is the system's own. What stands to be played goes there.
    pub fn choose(&self, output: Option<String>) {
        self.wish(Wish::Choose(output));
    }

    /// Looks for the outputs of this computer; the report tells them.
    pub fn look(&self) {
        self.wish(Wish::Look);
    }

    /// The computer has slept: a card that was open is opened again.
    pub fn slept(&self) {
        self.wish(Wish::Slept);
    }

    /// Returns what the sound is doing; costs next to nothing.
    pub fn state(&self) -> SoundState {
        lock(&self.shared.report).state
    }

    /// Returns all there is to know about the sound card.
    pub fn report(&self) -> Report {
        lock(&self.shared.report).clone()
    }

    fn wish(&self, wish: Wish) {
        let _ = self.wishes.send(wish);
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        self.wish(Wish::End);
    }
}

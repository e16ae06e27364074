//! Which screen is shown, with what is being filled in on it.

use std::time::Duration;

use super::aloud::Aloud;
use super::model::Journal;
use super::program::ProgramPage;
use crate::practice::journal::{Event, Happened};
use crate::practice::keys::assigned::Struck;
use crate::practice::measure::Pain;
use crate::practice::program::differs::Difference;
use crate::practice::program::draft::Draft;
use crate::practice::program::intake::Remark;
use crate::practice::program::{Program, Revision};
use crate::practice::rehearsal::Rehearsal;
use crate::practice::safety::Flag;
use crate::practice::safety::effects::AfterEffects;
use crate::practice::tally::Tally;
use crate::ui::action::{Asked, DecisionLine, Room, Silence, TakeInDraft};
use crate::ui::check::CheckDraft;
use crate::ui::editor::Writing;
use crate::ui::gate::GateDraft;
use crate::ui::sound_check::SoundCheckDraft;
use crate::ui::summary::SummaryDraft;
use crate::words;
use crate::world::World;
use crate::world::stage::Stage;
use crate::world::store::{SessionId, Ticket};

/// One screen at a time, each with its own drafts.
pub(super) enum Screen {
    Today,
    Program(Box<ProgramPage>),
    Body,
    Journal(Journal),
    Settings,
    SoundCheck(SoundCheck),
    Keys(Box<Keys>),
    Rehearsed(Rehearsal),
    Player(Box<Player>),
    Check(Box<Check>),
    Gate(Box<GateDraft>),
    Stop(Box<Stop>),
    TakeIn(Box<TakeIn>),
    Editor(Box<Editor>),
    Summary(Box<Summary>),
}

impl Screen {
    /// The item of the rail that is lit.
    pub fn room(&self) -> Room {
        match self {
            Self::Program(_) | Self::TakeIn(_) | Self::Editor(_) => Room::Program,
            Self::Body => Room::Body,
            Self::Journal(_) => Room::Journal,
            Self::Settings => Room::Settings,
            Self::SoundCheck(check) => check.back,
            Self::Keys(keys) => keys.back,
            Self::Today
            | Self::Rehearsed(_)
            | Self::Player(_)
            | Self::Check(_)
            | Self::Gate(_)
            | Self::Stop(_)
            | Self::Summary(_) => Room::Today,
        }
    }
}

/// What is heard, as far as it is known.
pub(super) struct SoundCheck {
    pub draft: SoundCheckDraft,
    /// Where it was opened from.
    pub back: Room,
}

/// The page on which keys get their duties.
pub(super) struct Keys {
    /// Where it was opened.
    pub back: Room,
    /// What was pressed last.
    pub pressed: Option<Struck>,
}

/// A program that is offered, and what is to be known about it.
pub(super) struct TakeIn {
    pub program: Program,
    pub revision: Revision,
    /// Its exact bytes, for the journal.
    pub bytes: Vec<u8>,
    pub remarks: Vec<Remark>,
    /// What differs from the program in force.
    pub differences: Vec<Difference>,
    /// When it was opened: each page is another, and begins at its head.
    pub opened: Duration,
    /// Where it was opened.
    pub back: Room,
    /// Where it was written, if it was written here.
    pub written: Option<Box<Editor>>,
    pub draft: TakeInDraft,
}

/// A program that is being written.
pub(super) struct Editor {
    pub writing: Writing,
    /// Its name among the drafts.
    pub name: String,
    /// The draft as it was begun: until something is typed there is nothing to keep.
    pub begun: Draft,
    /// The draft as it was kept last.
    pub kept: Draft,
    /// The draft as it was looked at last, and when it was seen to change.
    pub seen: (Draft, Duration),
    /// When it was opened: each page is another, and begins at its head.
    pub opened: Duration,
}

/// A session on screen.
pub(super) struct Player {
    pub stage: Stage,
    /// What a screen reader is to say.
    pub announcement: String,
    /// A word about the last key or answer, and until when it stays.
    word: Option<(String, Duration)>,
    /// Why nothing is heard, as it was told last.
    pub silence: Option<Silence>,
    /// True while the chosen output is passed over for the system's own.
    pub passes_over: bool,
    /// Keeps the screen lit while it lives.
    pub _awake: crate::world::awake::Awake,
}

/// How long a word about a key stays.
pub(super) const WORD: Duration = Duration::from_secs(4);
/// How long a word about what an answer has changed stays.
pub(super) const LONG_WORD: Duration = Duration::from_secs(8);

impl Player {
    pub fn new(stage: Stage) -> Self {
        let awake = crate::world::awake::Awake::hold();
        Self { stage, announcement: String::new(), word: None, silence: None, passes_over: false, _awake: awake }
    }

    /// Takes from events what is to be shown or spoken about them.
    pub fn hear_of(&mut self, world: &World, events: &[Event]) {
        for event in events {
            match &event.what {
                Happened::Refused { why } => self.say(world, words::session::refused(*why), WORD),
                Happened::Lowered { .. } | Happened::PressingEnded { .. } => {
                    if let Some(what) = words::session::event(event) {
                        self.announcement.clone_from(&what);
                        self.say(world, what, LONG_WORD);
                    }
                }
                Happened::Slept { .. } => {
                    if let Some(what) = words::session::event(event) {
                        self.announcement.clone_from(&what);
                        // Whoever comes back finds why it stands still.
                        self.say(world, what, Duration::MAX);
                    }
                }
                Happened::Resumed => {
                    self.word = None;
                    self.announcement = words::session::event(event).unwrap_or_default();
                }
                Happened::Began(_)
                | Happened::Paused
                | Happened::Eased { .. }
                | Happened::GaveUp
                | Happened::LetGo { .. }
                | Happened::Asked { .. }
                | Happened::Answered { .. } => {
                    let said = [words::session::event(event), words::session::caution(event)];
                    self.announcement = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
                }
                _ => {}
            }
        }
    }

    /// Shows that headphones are being woken first, where they are.
    pub fn say_warm_up(&mut self, world: &World) {
        if world.settings.warm_up {
            self.say(world, words::session::warm_up(), WORD);
        }
    }

    pub fn say(&mut self, world: &World, what: String, stays: Duration) {
        self.word = Some((what, world.clock.monotonic().saturating_add(stays)));
    }

    /// The word about the last key or answer, while it stays.
    pub fn word(&self, world: &World) -> Option<&str> {
        let (word, until) = self.word.as_ref()?;
        (world.clock.monotonic() < *until).then_some(word)
    }

    /// Until the word goes.
    pub fn word_fades(&self, world: &World) -> Option<Duration> {
        let (_, until) = self.word.as_ref()?;
        let stays = until.saturating_sub(world.clock.monotonic());
        (!stays.is_zero()).then_some(stays)
    }
}

/// The list of signs, and where it came from.
pub(super) struct Check {
    pub draft: CheckDraft,
    pub from: Origin,
    /// Why it is shown, where that is not plain.
    pub why: Option<String>,
}

/// Where a list of signs or a stop screen came from.
pub(super) enum Origin {
    /// Today, before a session.
    Today,
    /// A session that is halted.
    Player(Box<Player>),
    /// Summary.
    Summary(Box<Summary>),
}

/// What was marked, and what was being done.
pub(super) struct Stop {
    pub flags: Vec<Flag>,
    pub time: String,
    pub doing: Option<(String, Option<crate::practice::library::Tool>, Duration)>,
    pub holds_kept: usize,
    pub from: Origin,
}

/// What a session came to, and the last questions about it.
pub(super) struct Summary {
    pub id: SessionId,
    pub tally: Tally,
    pub planned_points: usize,
    pub ended_early: bool,
    pub pain_before: Option<Pain>,
    pub pain_after: Asked,
    pub pain_ticket: Option<Ticket>,
    /// The same question asked aloud.
    pub aloud: Aloud,
    /// After-effects right after it, as told so far.
    pub effects: AfterEffects,
    /// What can be said about the next session already.
    pub next: Vec<DecisionLine>,
    pub next_day: Option<String>,
    pub region: String,
    pub draft: SummaryDraft,
}

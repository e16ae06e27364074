//! What a person can ask for. Screens answer with one of these; only `App::act` carries them out.

use jiff::civil::{Date, Weekday};
use std::time::Duration;

use crate::practice::dose::Dose;
use crate::practice::hurts::{Hurt, Marking, Spot};
use crate::practice::measure::{Discomfort, Pain, Side};
use crate::practice::program::{Program, Revision};
use crate::practice::safety::Flag;
use crate::practice::safety::effects::AfterEffects;
use crate::practice::safety::gate::Condition;
use crate::practice::score::Register;
use crate::practice::session::Input;
use crate::practice::tally::Tally;

mod day;
mod editing;
mod hands;
mod hearing;
mod program;
mod sound;
mod taking;

pub use day::{
    DayAfter, DayView, DecisionLine, DecisionRow, EasyChoice, GateView, Ladder, LockLine, OfferChoice, OfferLine,
    PointDay, ReleaseDraft, Today, Way,
};

pub use editing::{Beginning, DraftLine, Edit, EditorView, Keeping};

pub use hands::{Hands, KeysView};
pub use hearing::{Device, Hearing, SoundCheckView, Test};
pub use program::{KeptFile, PointNow, ProgramDraft, RevisionLine, RevisionTold, Rung, Steps};
pub use sound::{OutputLine, Silence, SoundNow, SoundView};
pub use taking::{TakeInDraft, TakeInView};

/// Something a person asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Show another screen.
    Go(Room),
    /// Ask for a program file with the system's dialog.
    ChooseFile,
    /// Show a shipped program before it is taken, by its place in the list; the demo of the first page is taken at once.
    TakeShipped(usize),
    /// Show a program that was in force before, before it is taken again.
    TakeKept(Revision),
    /// Write the handout of the program in force, and open it for printing.
    Print,
    /// Ask where the file of the program in force is to go, and write it there.
    Export,
    /// Put the program that is shown in force.
    TakeIn,
    /// Leave the program that is shown: nothing changes.
    LeaveIt,
    /// Write a program.
    Edit(Edit),
    /// Work this routine of the program today.
    Routine(usize),
    /// It hurts here, so.
    Hurts(Spot, Hurt),
    /// Take back the mark of today at this spot.
    TakeBack(Spot),
    /// Work one point alone today: the others are left out.
    OnlyPoint(OnlyPoint),
    /// Pain now, before the session; none is "not now".
    PainBefore(Option<Pain>),
    /// Pain on the day after the last session; none is "not now".
    PainNextDay(Option<Pain>),
    /// After-effects of the session that is asked about, as they stand now.
    NextDayEffects(AfterEffects),
    /// After-effects right after the session, as they stand now.
    EffectsAfter(AfterEffects),
    /// Take the higher dose that is offered, or stay at the last one.
    Offer(OfferChoice),
    /// Work the easy session today, or the planned one again.
    EasyToday(EasyChoice),
    /// Work two or three days a week from now on, at the last dose.
    Maintain,
    /// A clinician has said to go on: this lock is released.
    Release {
        /// Its place in the list.
        lock: usize,
        /// The clinician's name; not empty.
        by: String,
        /// The day it was said; not in the future.
        on: Date,
    },
    /// The long list was answered: what applies, possibly nothing.
    AnswerGate(Vec<Condition>),
    /// "Nothing new since last time."
    NothingNew,
    /// "Something is new", or "something felt wrong": show the list of signs.
    SomethingNew,
    /// Leave a point out today, or take it in again.
    SkipPoint(usize),
    /// Begin the session.
    Start,
    /// Put something to the session.
    Put(Input),
    /// Say the time that is left.
    SayTime,
    /// These signs are marked; none is "none of these apply".
    Mark(Vec<Flag>),
    /// Close the stop screen, with what was marked.
    LeaveStop,
    /// "I ticked this by mistake."
    Unmark,
    /// Pain now, after the session.
    PainAfter(Pain),
    /// Correct or add how strong a press was.
    Tenderness {
        /// Index of the point in the routine.
        point: usize,
        /// The side.
        side: Option<Side>,
        /// After which hold.
        round: u8,
        /// The answer.
        level: Discomfort,
    },
    /// Leave Summary, with the note as it stands.
    Done {
        /// The person's own words, possibly none.
        note: String,
    },
    /// Go on with the session that was broken off.
    TakeUp,
    /// Keep the session that was broken off as finished early.
    KeepBroken,
    /// Leave the session that was broken off out of the figures.
    DiscardBroken,
    /// Put a banner away, by its place in the list.
    Dismiss(usize),
    /// Change the settings.
    Choose(Choices),
    /// Something about what is heard, and where.
    Hearing(Hearing),
    /// Something about keys, pedals and the practice round.
    Hands(Hands),
}

/// The screens of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Room {
    Today,
    Program,
    Body,
    Journal,
    Settings,
}

/// What may be chosen in Settings.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
pub struct Choices {
    /// Which colours.
    pub theme: ThemeChoice,
    /// Loudness of everything, 0 to 1.
    pub master: f32,
    /// Loudness of tones, 0 to 1.
    pub tones: f32,
    /// Loudness of the voice, 0 to 1; at 0 nothing is spoken.
    pub voice: f32,
    /// A tick at half of a hold.
    pub half: bool,
    /// Two notes before the last hold.
    pub last: bool,
    /// Ticks alone: no voice, no tones.
    pub quiet: bool,
    /// How high the tones lie.
    pub register: Register,
    /// A soft sound before the first cue wakes headphones that sleep.
    pub warm_up: bool,
    /// A question is also answered by any key at one's number, as the numbers are spoken.
    pub scan: bool,
    /// The whole window of a session is one large button.
    pub floor: bool,
    /// States swap instead of moving.
    pub less_motion: bool,
    /// Size of everything, 0.75 to 3.
    pub zoom: f32,
}

/// Which colours are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ThemeChoice {
    System,
    Paper,
    Dusk,
    Contrast,
}

/// A line across the top of a screen that stays until it is put away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Banner {
    /// True for trouble, false for news.
    pub warns: bool,
    /// What is said.
    pub text: String,
}

/// What Today shows.
pub struct TodayView<'a> {
    /// The day.
    pub today: Date,
    /// The hour, 0 to 23, for the greeting.
    pub hour: i8,
    /// The program in force; none before the first is chosen.
    pub program: Option<&'a Program>,
    /// Which routine of it is worked.
    pub routine: usize,
    /// Today's dose of each point of that routine.
    pub doses: &'a [Dose],
    /// Which points are left out today.
    pub skipped: &'a [bool],
    /// What the rules say about today; none without a program.
    pub day: Option<&'a DayView>,
    /// Length of the session with every wait at its limit.
    pub total: Duration,
    /// Pain before: not asked for yet, put off, or given.
    pub pain: Asked,
    /// What marks on the body say about it, if anything.
    pub marks: Option<&'a str>,
    /// True once "nothing new" was said today.
    pub nothing_new: bool,
    /// A session that was broken off within the last half hour.
    pub broken: Option<&'a Broken>,
    /// The days of this month.
    pub month: &'a [DayMark],
    /// True once the sound check was done, or is not to be offered.
    pub sound_checked: bool,
    /// True until the practice round was gone through once.
    pub practice: bool,
    /// Lines across the top.
    pub banners: &'a [Banner],
}

/// A question and what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Still open.
    Open,
    /// Put off.
    NotNow,
    /// Answered; `kept` once it is on disk.
    Given {
        /// The answer.
        pain: Pain,
        /// True once it is on disk.
        kept: bool,
    },
}

/// A session that was broken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The routine's name.
    pub routine: String,
    /// The site's id, or the name of the program's own.
    pub site: String,
    /// The side it stood at.
    pub side: Option<Side>,
    /// `press`, `stretch`, `rest`…: the word of the step.
    pub step: String,
    /// Which hold or stretch.
    pub round: u8,
    /// Of how many.
    pub rounds: u8,
}

/// How a day of the month is drawn. Missed days look like empty ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DayMark {
    None,
    Done,
    Part,
    Planned,
}

/// What Summary shows.
pub struct SummaryView<'a> {
    /// What the session came to.
    pub tally: &'a Tally,
    /// Points in the routine, with both sides counted.
    pub planned_points: usize,
    /// True when it was ended before its last step.
    pub ended_early: bool,
    /// Pain before the session, if it was given.
    pub pain_before: Option<Pain>,
    /// Pain after it.
    pub pain_after: Asked,
    /// The number that any key answers with now, where they are spoken one after another.
    pub standing: Option<u8>,
    /// The part of the body asked about, in words ("neck and shoulder").
    pub region: &'a str,
    /// The name to show for a point's site: title and common name.
    pub names: &'a dyn Fn(&str) -> (String, String),
    /// After-effects right after the session, as far as answered.
    pub effects: &'a AfterEffects,
    /// What is already known about the next session, in place of guesses; empty falls back to what is true for anyone.
    pub next: &'a [DecisionLine],
    /// The next planned day in words: "Saturday 21 November".
    pub next_day: Option<&'a str>,
    /// Lines across the top.
    pub banners: &'a [Banner],
}

/// One row of the plain Journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// The day.
    pub day: Date,
    /// Which weekday it was.
    pub weekday: Weekday,
    /// Time of day, `18:40`.
    pub time: String,
    /// The program's title and the routine's name.
    pub title: String,
    /// How it ended, in words.
    pub ending: String,
    /// Running time.
    pub active: Duration,
    /// Pain before and after.
    pub pain: (Option<Pain>, Option<Pain>),
    /// Each answer of the session as a line: what was asked, and the answer or "not answered".
    pub answers: Vec<(String, String)>,
    /// The person's own words.
    pub note: Option<String>,
}

/// A mark on the body, as the Journal lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HurtRow {
    /// The day.
    pub day: Date,
    /// Time of day, `18:40`.
    pub time: String,
    /// Where, how much, and what it was like.
    pub words: String,
}

/// A point of a routine of the program in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnlyPoint {
    /// Index of the routine in the program.
    pub routine: usize,
    /// Index of the point in the routine.
    pub point: usize,
}

/// What Program shows.
pub struct ProgramView<'a> {
    /// The program in force, if any.
    pub program: Option<&'a Program>,
    /// The day.
    pub today: Date,
    /// Where each point of each routine stands.
    pub points: &'a [Vec<PointNow>],
    /// Which revision it is.
    pub revision: Option<&'a RevisionTold>,
    /// Its revisions that were in force, the newest first.
    pub revisions: &'a [RevisionLine],
    /// Titles of the shipped programs, with a line about each.
    pub shipped: &'a [(String, String)],
    /// Programs that are being written.
    pub drafts: &'a [DraftLine],
    /// Other programs that were in force before: title, by whom, revision.
    pub before: &'a [(String, String, Revision)],
    /// The file that was refused last: its name, and each fault as `check` tells it.
    pub refused: Option<&'a (String, Vec<String>)>,
    /// Lines across the top.
    pub banners: &'a [Banner],
}

/// What the list of signs shows.
pub struct CheckView<'a> {
    /// The parts of the body that the program works.
    pub regions: &'a [crate::practice::library::Region],
    /// Signs of the therapist's own, listed first.
    pub own_signs: &'a [String],
    /// Each point of today's routine, with its place in words ("left shoulder-top"), and whether it is left out today.
    /// Empty inside a session, where nothing can be left out any more.
    pub points: &'a [(String, bool)],
    /// Why the list is shown, where nobody asked for it.
    pub why: Option<&'a str>,
}

/// What the stop screen shows.
pub struct StopView<'a> {
    /// What was marked; never empty.
    pub flags: &'a [Flag],
    /// The therapist's name and contact, from the program.
    pub therapist: Option<(&'a str, Option<&'a str>)>,
    /// The time of day it was marked, `18:40`.
    pub time: &'a str,
    /// What was being done when it was marked ("left shoulder-top", the tool, seconds held so far), if anything was.
    pub doing: Option<(String, Option<crate::practice::library::Tool>, Duration)>,
    /// Holds that were finished and kept.
    pub holds_kept: usize,
}

/// What Body shows. What is chosen there is a draft of its own.
pub struct BodyView<'a> {
    /// The program in force, if any: its sites are marked, and its first doses told.
    pub program: Option<&'a Program>,
    /// The day.
    pub today: Date,
    /// The marks that stand, the newest first; those of today are on the map.
    pub hurts: &'a [Marking],
    /// True once all of them are on disk.
    pub kept: bool,
    /// The point at the chosen spot that may be worked alone today, and how long that takes.
    pub only: Option<(OnlyPoint, Duration)>,
    /// Lines across the top.
    pub banners: &'a [Banner],
}

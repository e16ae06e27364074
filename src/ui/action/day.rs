//! What the rules say about a day, as screens are shown it: words are ready-made, and nothing is decided here.

use super::Asked;
use crate::practice::library::Region;
use crate::practice::safety::effects::AfterEffects;
use crate::practice::safety::gate::Due;

/// What the rules say about today's session, in words.
#[derive(Debug, Clone, PartialEq)]
pub struct DayView {
    /// The question about the last session, while it is to be asked. Everything else waits until it is answered or put off.
    pub day_after: Option<DayAfter>,
    /// True where the answer to that question is also the pain before this session: it is not asked twice.
    pub pain_is_known: bool,
    /// What today comes to.
    pub session: Today,
    /// One for each point of the routine, in its order.
    pub points: Vec<PointDay>,
    /// One sentence for each decision, the most important first.
    pub decisions: Vec<DecisionLine>,
    /// The one step up that is offered today.
    pub offer: Option<OfferLine>,
    /// The ladder of the point that the offer or the first decision is about.
    pub ladder: Option<Ladder>,
    /// What else is to be known: a change that counts, time to review, the plan's limit.
    pub notes: Vec<DecisionLine>,
    /// True where "two or three days a week" is offered.
    pub may_maintain: bool,
    /// What a clinician has to say about first; where it is one point only, the others go on.
    pub locks: Vec<LockLine>,
}

/// The question about the last session.
#[derive(Debug, Clone, PartialEq)]
pub struct DayAfter {
    /// The day of that session in words, for "Sore from Tuesday's calf?": "Tuesday", "yesterday".
    pub session_day: String,
    /// What was worked then, in words: "calf", "neck and shoulder".
    pub worked: String,
    /// Whole hours since then. After 36 the pain asked for is that of "the morning after".
    pub hours: u16,
    /// The pain, as far as answered.
    pub pain: Asked,
    /// Soreness and after-effects, as far as answered.
    pub effects: AfterEffects,
    /// The points worked then, in words, with their place in the routine: "left shoulder-top".
    pub points: Vec<(usize, String)>,
}

/// What today comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Today {
    /// The planned session.
    Planned,
    /// An easy session; why is among the decisions.
    Easy {
        /// True where the person chose it, and may go back to the planned one.
        chosen: bool,
    },
    /// No pressing today, with the sentence that says why and until when.
    Rest {
        /// "Rest today: …"
        sentence: String,
        /// The rule behind it.
        why: String,
    },
    /// Nothing until a clinician has said to go on: see [`DayView::locks`].
    Locked,
}

/// What a point comes to today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PointDay {
    /// It is worked.
    Worked,
    /// It rests, in a few words: "rests today", "not before 15:00", "locked".
    Rests(String),
}

/// A decision as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionLine {
    /// Which way the dose goes.
    pub way: Way,
    /// The stressed beginning, naming place and amount: "Left shoulder-top: hold 30 s, as before."
    pub stressed: String,
    /// Why, in one plain sentence.
    pub plain: String,
    /// What is shown behind "Why": the rule's id, what it says, and the answers it went by.
    pub why: String,
}

/// Which way a dose goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Way {
    Same,
    Up,
    Down,
    Rest,
    Note,
}

/// The one step up that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferLine {
    /// "You may hold 35 s instead of 30 s:"
    pub stressed: String,
    /// "three good days in a row."
    pub plain: String,
    /// As in [`DecisionLine::why`].
    pub why: String,
    /// "Stay at 30 s", which keeps the last dose.
    pub stay: String,
    /// "Go to 35 s"
    pub go: String,
    /// What is chosen now. It begins with staying: Start alone never takes a step up.
    pub chosen: OfferChoice,
}

/// An answer to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum OfferChoice {
    Stay,
    Go,
}

/// Whether to do less than the plan today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum EasyChoice {
    Easy,
    Planned,
}

/// A point's place on its own ladder of allowed steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// "Week 2 · level 2 of 6"
    pub title: String,
    /// What each rung is: "25 s", "4 × 45".
    pub rungs: Vec<String>,
    /// The rung in force.
    pub here: usize,
    /// The rung that is offered.
    pub offered: Option<usize>,
}

/// Something that a clinician has to say about first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockLine {
    /// What is locked and why: "Everything: new weakness was marked on 18 November."
    pub what: String,
    /// Whom to turn to: "Tell Ana Ruiz, 555 0142."
    pub turn_to: String,
    /// True for a lock of one point: the others go on.
    pub one_point: bool,
}

/// What is being filled in to release a lock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReleaseDraft {
    /// Which lock's form is open.
    pub open: Option<usize>,
    /// The clinician's name.
    pub by: String,
    /// The day, as typed: 2026-11-20.
    pub on: String,
}

/// What the long list shows, before the first session, every 30 days and with a new part of the body.
pub struct GateView<'a> {
    /// The parts of the body that the program works.
    pub regions: &'a [Region],
    /// Why it is asked now.
    pub due: Due,
    /// Each point of today's routine, with its place in words, and whether it is left out today.
    pub points: &'a [(String, bool)],
}

/// A decision as the Journal lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRow {
    /// Which way the dose went.
    pub way: Way,
    /// "Left shoulder-top: hold 30 to 35 s"
    pub stressed: String,
    /// "19 November. Three good days in a row."
    pub plain: String,
    /// As in [`DecisionLine::why`].
    pub why: String,
}

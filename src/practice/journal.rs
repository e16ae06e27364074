//! Everything that happened and was answered: the events of a session, as they are logged.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::measure::Side;
use super::plan::{Plan, Refused, Step};
use super::session::Input;

/// One thing that happened in a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Session time: since Start, pauses included, whole milliseconds.
    pub at: Duration,
    /// Position on the line.
    pub position: Duration,
    /// What it was.
    pub what: Happened,
}

/// What can happen. The shapes are those of the journal: names may be added, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum Happened {
    /// The session began.
    Started,
    /// A step began.
    Began(Began),
    /// The press asks for one more.
    SteppedUp {
        /// The discomfort asked for from here.
        to: u8,
    },
    /// Work ended, or was broken off by a pause: this much of it was held.
    Held(Held),
    /// The spot was found.
    Found,
    /// Paused.
    Paused,
    /// The computer slept, which is why it paused.
    Slept {
        /// For so long.
        ms: u64,
    },
    /// The sheet was opened.
    Stopped,
    /// On again, from a pause, the sheet or a take-up.
    Resumed,
    /// Something feels wrong.
    Unwell,
    /// On to the next step.
    Skipped,
    /// Once more.
    WentBack,
    /// Made longer.
    Extended {
        /// By this much.
        ms: u64,
    },
    /// Eased off.
    Eased {
        /// The discomfort asked for from here; none in a stretch.
        to: Option<u8>,
    },
    /// Eased twice in a hold: let go, and no more presses on this side.
    GaveUp,
    /// A press was one stronger than allowed: the later holds of its side are one notch lower.
    Lowered {
        /// Which press, and by which rule.
        #[serde(flatten)]
        why: Overstep,
        /// The most that the later holds asked for until now.
        from: u8,
        /// The most that they ask for from here.
        to: u8,
    },
    /// A press was much stronger than allowed: its side is pressed no more, and is stretched less than usual.
    PressingEnded {
        /// Which press, and by which rule.
        #[serde(flatten)]
        why: Overstep,
        /// How many holds fall away.
        dropped: u8,
    },
    /// Eased twice in a stretch: it ended.
    LetUp,
    /// The hold let go by itself.
    LetGo {
        /// Time held until then.
        after_ms: u64,
    },
    /// A key could not do what it stands for.
    Refused {
        /// Why not.
        why: Refused,
    },
    /// A question opened.
    Asked {
        /// Which.
        question: Question,
    },
    /// The numbers of the open question are spoken once more.
    AskedAgain,
    /// A question was answered, or its answer changed.
    Answered {
        /// Which.
        question: Question,
        /// 0 to 10.
        level: u8,
    },
    /// A question closed without an answer.
    Unanswered {
        /// Which.
        question: Question,
    },
    /// The whole line was done.
    Finished,
    /// Ended early, and kept.
    FinishedEarly,
    /// Left out of the figures.
    Discarded,
}

/// A step that began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields of plan::Step")]
pub struct Began {
    pub step: String,
    pub point: usize,
    pub site: String,
    pub side: Option<Side>,
    pub round: u8,
    pub rounds: u8,
    pub length_ms: u64,
    /// The discomfort a press ends at.
    pub target: Option<u8>,
    /// True where less than usual is asked for, since a press of this side was too much.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub less: bool,
}

/// A step as usual is written without a word about it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
const fn is_usual(less: &bool) -> bool {
    !*less
}

/// A press that was stronger than the ceiling in force for it, and the rule that acted on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields of plan::Step")]
pub struct Overstep {
    pub rule: Rule,
    pub point: usize,
    pub site: String,
    pub side: Option<Side>,
    pub round: u8,
    /// The ceiling in force.
    pub ceiling: u8,
    /// The discomfort that was answered; none where the key said it, twice in one hold.
    pub said: Option<u8>,
}

/// A rule of the session itself, named by its id (`clinical.md` §3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Rule {
    /// One over the ceiling: the later holds of the side are one notch lower.
    L1,
    /// Two or more over the ceiling, or 8 and more: the side is pressed no more.
    L2,
}

impl Rule {
    /// From here on a press is too much whatever the ceiling.
    pub const TOO_MUCH: u8 = 8;

    /// Returns the rule that an answered discomfort calls for under a ceiling, if it calls for one.
    pub const fn on(said: u8, ceiling: u8) -> Option<Self> {
        if said >= Self::TOO_MUCH || said >= ceiling.saturating_add(2) {
            Some(Self::L2)
        } else if said > ceiling {
            Some(Self::L1)
        } else {
            None
        }
    }

    /// Returns its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::L1 => "L1",
            Self::L2 => "L2",
        }
    }
}

/// Work that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields of plan::Step")]
pub struct Held {
    pub step: String,
    pub point: usize,
    pub site: String,
    pub side: Option<Side>,
    pub round: u8,
    pub ms: u64,
}

/// What may be asked in a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum Question {
    /// How strong was the press? 0 to 10.
    Discomfort {
        /// Index of the point in the routine.
        point: usize,
        /// The site's id.
        site: String,
        /// The side.
        side: Option<Side>,
        /// After which hold.
        round: u8,
    },
    /// "Tingling, numb, dizzy or sick?" after a hold was given up. A yes is stored as 1.
    Symptoms {
        /// The site's id.
        site: String,
        /// The side.
        side: Option<Side>,
    },
}

impl Question {
    /// Returns true for the question that any key says yes to.
    pub const fn is_symptoms(&self) -> bool {
        matches!(self, Self::Symptoms { .. })
    }
}

impl Happened {
    pub(super) fn began(step: &Step, plan: &Plan) -> Self {
        Self::Began(Began {
            step: step.kind.id().to_owned(),
            point: step.point,
            site: site(step, plan),
            side: step.side,
            round: step.round,
            rounds: step.rounds,
            length_ms: step.length.as_millis() as u64,
            target: step.pressing().map(|pressing| pressing.target.level()),
            less: step.less,
        })
    }

    pub(super) fn held(step: &Step, plan: &Plan, held: Duration) -> Self {
        Self::Held(Held {
            step: step.kind.id().to_owned(),
            point: step.point,
            site: site(step, plan),
            side: step.side,
            round: step.round,
            ms: held.as_millis() as u64,
        })
    }

    /// Returns the input that brought this about, where it was one; time brought about the rest.
    pub const fn cause(&self) -> Option<Input> {
        Some(match self {
            Self::Found => Input::Found,
            Self::Paused => Input::Pause,
            Self::Stopped => Input::Stop,
            Self::Resumed => Input::Resume,
            Self::Unwell => Input::Unwell,
            Self::Skipped => Input::Skip,
            Self::WentBack => Input::Back,
            Self::Extended { .. } => Input::More,
            Self::Eased { .. } | Self::GaveUp | Self::LetUp => Input::Ease,
            Self::LetGo { .. } => Input::LetGo,
            Self::AskedAgain => Input::ScanAgain,
            Self::Answered { level, .. } => Input::answer(*level),
            Self::FinishedEarly => Input::FinishEarly,
            Self::Discarded => Input::Discard,
            Self::Started
            | Self::Slept { .. }
            | Self::Began(_)
            | Self::SteppedUp { .. }
            | Self::Held(_)
            | Self::Lowered { .. }
            | Self::PressingEnded { .. }
            | Self::Refused { .. }
            | Self::Asked { .. }
            | Self::Unanswered { .. }
            | Self::Finished => return None,
        })
    }
}

fn site(step: &Step, plan: &Plan) -> String {
    plan.spot(step).map_or_else(String::new, |spot| spot.place.id().to_owned())
}

//! A dose kept, raised or lowered: what decided, and why.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::class::{Answers, Class};
use super::ladder::Change;
use super::rule::Rule;
use crate::practice::program::Raisable;

/// A decision about a point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The rule that decided.
    pub rule: Rule,
    /// The class it went by, if it went by one.
    pub class: Option<Class>,
    /// What changes; for an offer, what would. Empty keeps the dose.
    pub changes: Vec<Change>,
    /// What was answered, where something was offered.
    pub accepted: Option<bool>,
    /// The answers it went by.
    pub answers: Option<Answers>,
    /// Green days in a row after it.
    pub streak: u8,
}

impl Decision {
    /// Returns what a rule decides by itself: nothing changes, nothing was offered, and no answers are behind it.
    pub const fn by(rule: Rule) -> Self {
        Self { rule, class: None, changes: Vec::new(), accepted: None, answers: None, streak: 0 }
    }

    /// Puts a kept dose under the rule that held it after a good day, where one of the rules did.
    #[must_use]
    pub fn held(self, by: Option<Held>) -> Self {
        match by.and_then(Held::rule).filter(|_| self.rule == Rule::Green) {
            Some(rule) => Self { rule, ..self },
            None => self,
        }
    }
}

impl Held {
    /// Returns the rule of its own that holds, if there is one; the rest are conditions of P-UP. A decision by W3 is the
    /// person's choice of fewer days, and nothing that holds by itself.
    pub const fn rule(self) -> Option<Rule> {
        match self {
            Self::AtLimit => Some(Rule::Cap),
            Self::Little => Some(Rule::W2),
            _ => None,
        }
    }
}

/// Why no step up is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum Held {
    /// The therapist locked every amount.
    NothingMoves,
    /// The same, and a bad day has lowered one of them.
    Lowered,
    /// Not enough good days yet.
    GoodDays {
        /// So many there are.
        have: u8,
        /// So many it takes.
        need: u8,
    },
    /// The last session was not a whole green one.
    NotGreen,
    /// So many sessions in a row have no answers.
    Unanswered {
        /// How many.
        sessions: u8,
    },
    /// The last session is not settled yet: its answers are missing.
    Open,
    /// The last change is not long enough ago.
    TooSoon {
        /// From this day on.
        from: Date,
    },
    /// There were two steps up within a week.
    TwoThisWeek,
    /// The review's day is past.
    Review {
        /// That day.
        on: Date,
    },
    /// The prescription has ended.
    Ended {
        /// Its last day.
        on: Date,
    },
    /// The week's median rises.
    Rising,
    /// Little came of it in four weeks (W2).
    Little,
    /// Little pain for two weeks (W3), or the person chose fewer days.
    Quiet,
    /// It was declined a short time ago.
    Declined {
        /// Offered again from this day on.
        from: Date,
    },
    /// One offer a day, and another point has it.
    Another,
    /// A session lies in the future: the clock was set back.
    ClockSetBack,
    /// Nothing can rise inside the bounds and caps (P-CAP).
    AtLimit,
    /// It is an easy day, or one of rest.
    NotToday,
}

/// A step up that may be offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What rises.
    pub amount: Raisable,
    /// From what to what.
    pub change: Change,
    /// The dose with it.
    pub dose: crate::practice::dose::Dose,
}

/// What is answered to an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Yes: the step is taken.
    Go,
    /// The last dose is kept.
    Stay,
}

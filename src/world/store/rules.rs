//! What the rules keep and look back at: after-effects, the long list, decisions, where each point stands, and where it hurts.

use jiff::{Timestamp, Zoned};

use super::write::Write;
use super::{AnswerMoment, CourseDay, Decided, Said, SessionId, Store, StoreFault, Ticket, ToldEffects, read};
use crate::practice::hurts::Marking;
use crate::practice::progress::{Key, Rule, Standing, Standings};
use crate::practice::safety::effects::AfterEffects;
use crate::practice::safety::gate::Answered;

impl Store {
    /// Keeps what was told about after-effects of a session; what was told before at that moment gives way.
    pub fn effects(&self, session: &SessionId, moment: AnswerMoment, told: &AfterEffects, at: &Zoned) -> Ticket {
        self.write(Write::Effects { session: *session, moment, told: told.clone(), at: at.clone() })
    }

    /// Keeps an answer to the long list, or a clinician's go-ahead for what was ticked there.
    pub fn answer_gate(&self, answered: &Answered, said: Option<Said>, at: &Zoned) -> Ticket {
        self.write(Write::Gate { answered: answered.clone(), said, at: at.clone() })
    }

    /// Keeps decisions, and where the points stand after them: all of it or nothing.
    pub fn decide(&self, decided: Vec<Decided>, standings: Vec<(Key, Standing)>, at: &Zoned) -> Ticket {
        self.write(Write::Decide { decided, standings, at: at.clone() })
    }

    /// Returns the after-effects told since an instant, the oldest first.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn told_effects(&self, since: Timestamp) -> Result<Vec<ToldEffects>, StoreFault> {
        self.read(move |from| read::effects(from, since))
    }

    /// Returns the last answer to the long list.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn gate(&self) -> Result<Option<Answered>, StoreFault> {
        self.read(read::gate)
    }

    /// Returns where every point stands.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn standings(&self) -> Result<Standings, StoreFault> {
        self.read(read::standings)
    }

    /// Returns the newest decisions first, at most `limit`; with a rule, those of that rule.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn decisions(&self, limit: usize, rule: Option<Rule>) -> Result<Vec<Decided>, StoreFault> {
        self.read(move |from| read::decisions(from, limit, rule))
    }

    /// Returns the days of all sessions of a routine, the oldest first, and the pain before each, as far as it was told; and of
    /// the days without any session on which pain was told. The program is known by its title: a new revision goes on with its history.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn course(&self, title: &str, routine: &str) -> Result<Vec<CourseDay>, StoreFault> {
        let (title, routine) = (title.to_owned(), routine.to_owned());
        self.read(move |from| read::course(from, &title, &routine))
    }

    /// Keeps a mark on the body, or that it is taken back: each is a row of its own.
    pub fn hurts(&self, marking: &Marking) -> Ticket {
        self.write(Write::Hurts(marking.clone()))
    }

    /// Returns the last marks on the body, at most `limit`, the oldest first.
    ///
    /// # Errors
    /// They cannot be read.
    pub fn marked(&self, limit: usize) -> Result<Vec<Marking>, StoreFault> {
        self.read(move |from| read::marked(from, limit))
    }
}

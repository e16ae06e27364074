//! What goes into the journal and what comes out of it.

use std::fmt;
use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use crate::practice::journal::Event;
use crate::practice::measure::{Pain, Side};
use crate::practice::program::Revision;
use crate::practice::progress::{Decision, Key};
use crate::practice::safety::effects::AfterEffects;
use crate::practice::safety::{Flag, Urgency};
use crate::practice::session::Ending;

/// The identity of a session, the same on every computer: 128 random bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SessionId(u128);

impl SessionId {
    /// Returns a new one.
    pub(super) fn new() -> Self {
        use std::hash::{BuildHasher, RandomState};
        // Keys from the system's own source of randomness: no two computers, and no two calls, draw the same.
        let half = || u128::from(RandomState::new().hash_one("session"));
        Self(half() << 64 | half())
    }

    /// Returns the identity that is written so, in 32 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let plain = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        if plain { u128::from_str_radix(text, 16).ok().map(Self) } else { None }
    }
}

impl fmt::Display for SessionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// A session that begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionStart {
    /// The program; it is [kept](super::Store::keep_revision) already.
    pub revision: Revision,
    /// The name of the routine.
    pub routine: String,
    /// What the plan was drawn up with, as JSON of the app's own: doses and lead-ins.
    pub setup: String,
    /// When.
    pub started: Zoned,
}

/// A program as it was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRevision {
    /// Its identity.
    pub revision: Revision,
    /// Its exact bytes.
    pub bytes: Vec<u8>,
    /// Its title.
    pub title: String,
    /// Who prescribed it.
    pub prescribed_by: String,
    /// When it came in.
    pub added_at: Zoned,
}

/// A program came into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taking {
    /// Which.
    pub revision: Revision,
    /// When.
    pub at: Zoned,
}

/// The program in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptProgram {
    /// Its identity.
    pub revision: Revision,
    /// Its exact bytes.
    pub bytes: Vec<u8>,
    /// Its title.
    pub title: String,
    /// When it came into force.
    pub taken_at: Zoned,
}

/// A session that has no ending: the program was closed, or fell over, while it ran.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// Its identity.
    pub id: SessionId,
    /// Its program.
    pub revision: Revision,
    /// The program's exact bytes.
    pub bytes: Vec<u8>,
    /// The name of the routine.
    pub routine: String,
    /// As in [`SessionStart::setup`].
    pub setup: String,
    /// When it began.
    pub started: Zoned,
    /// All that happened, in order.
    pub events: Vec<Event>,
    /// The last session time that is known.
    pub seen_at: Duration,
    /// The position then.
    pub seen_position: Duration,
    /// The calendar then.
    pub seen_utc: Timestamp,
}

/// One session of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// Its identity.
    pub id: SessionId,
    /// Its program.
    pub revision: Revision,
    /// The program's title.
    pub title: String,
    /// The name of the routine.
    pub routine: String,
    /// As in [`SessionStart::setup`].
    pub setup: String,
    /// When it began.
    pub started: Zoned,
    /// When it ended, if it did.
    pub ended_at: Option<Zoned>,
    /// How it ended, if it did.
    pub ending: Option<Ending>,
    /// The last session time that is known: how long it took, pauses included.
    pub lasted: Duration,
    /// How the complaint was before.
    pub pain_before: Reply,
    /// How the complaint was right after.
    pub pain_after: Reply,
    /// Every answer that belongs to it, in the order it was first given.
    pub answers: Vec<Answer>,
    /// How many events it has.
    pub events: u64,
    /// The person's own words.
    pub note: Option<String>,
}

/// What came of a question. Silence is never good news.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reply {
    /// It was not asked.
    NotAsked,
    /// It was asked and not answered.
    Unanswered,
    /// 0 to 10.
    Level(u8),
}

impl Reply {
    /// Returns the level, if there is one.
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::Level(level) => Some(level),
            Self::NotAsked | Self::Unanswered => None,
        }
    }
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scale {
    /// How the complaint is.
    Pain,
    /// How strong the pressure felt.
    Discomfort,
    /// Whether something felt wrong.
    Symptoms,
}

/// When a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnswerMoment {
    /// Before the session.
    Before,
    /// Right after it.
    After,
    /// The next day.
    NextDay,
    /// In it, after a hold.
    Hold,
}

/// One question that was asked, and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The session it belongs to, if to one.
    pub session: Option<SessionId>,
    /// When it was given, or closed without an answer.
    pub at: Zoned,
    /// What it is about.
    pub scale: Scale,
    /// When it is asked.
    pub moment: AnswerMoment,
    /// The site's id, where it is about one.
    pub site: Option<String>,
    /// The side, where it is about one.
    pub side: Option<Side>,
    /// After which hold, where it is about one.
    pub round: Option<u8>,
    /// 0 to 10; none was asked for and not answered.
    pub level: Option<u8>,
}

/// The place that a sign belongs to: a site's id, and its side.
pub type FlagPlace = (String, Option<Side>);

/// Who has said to go on, and on which day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The clinician's name.
    pub by: String,
    /// The day it was said.
    pub on: Date,
}

/// A decision as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The day on which it was taken.
    pub day: Date,
    /// The point; empty where it is about the whole program.
    pub key: Key,
    /// What was decided, and why.
    pub decision: Decision,
    /// The sentence that was shown.
    pub sentence: String,
    /// Who said so, where a clinician did.
    pub said: Option<Said>,
}

/// One day of a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CourseDay {
    /// Which.
    pub day: Date,
    /// Pain before the session, or on a day without one.
    pub pain: Option<Pain>,
    /// True where a session was begun.
    pub has_session: bool,
}

/// After-effects as they were told last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldEffects {
    /// The session.
    pub session: SessionId,
    /// Right after it, or on the next day.
    pub moment: AnswerMoment,
    /// When.
    pub at: Zoned,
    /// What was told.
    pub told: AfterEffects,
}

/// A sign that stopped a session and has not been cleared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenFlag {
    /// Its number, for [`clear_flag`](super::Store::clear_flag).
    pub id: i64,
    /// The session, if one was running.
    pub session: Option<SessionId>,
    /// When.
    pub at: Zoned,
    /// The sign.
    pub flag: Flag,
    /// How urgent it was when it was raised.
    pub urgency: Urgency,
    /// The place that it belongs to, if to one.
    pub place: Option<FlagPlace>,
}

impl Scale {
    const ALL: [Self; 3] = [Self::Pain, Self::Discomfort, Self::Symptoms];

    /// Returns the word kept in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::Discomfort => "discomfort",
            Self::Symptoms => "symptoms",
        }
    }

    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.id() == id)
    }
}

impl AnswerMoment {
    const ALL: [Self; 4] = [Self::Before, Self::After, Self::NextDay, Self::Hold];

    /// Returns the word kept in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::NextDay => "next-day",
            Self::Hold => "hold",
        }
    }

    pub(super) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.id() == id)
    }
}

/// Returns the word kept in the journal for an ending.
pub(super) const fn ending_id(ending: Ending) -> &'static str {
    match ending {
        Ending::Finished => "finished",
        Ending::Early => "early",
        Ending::Discarded => "discarded",
    }
}

pub(super) fn ending_from_id(id: &str) -> Option<Ending> {
    [Ending::Finished, Ending::Early, Ending::Discarded].into_iter().find(|&ending| ending_id(ending) == id)
}

/// Reads a time as it was kept. A zone that this computer does not know, or knows otherwise by now, leaves the offset.
pub(super) fn zoned(text: &str) -> Option<Zoned> {
    if let Ok(zoned) = text.parse() {
        return Some(zoned);
    }
    let plain = text.split('[').next()?;
    let instant: Timestamp = plain.parse().ok()?;
    let local: jiff::civil::DateTime = plain.parse().ok()?;
    let offset = local.to_zoned(TimeZone::UTC).ok()?.timestamp().duration_since(instant);
    let offset = Offset::from_seconds(i32::try_from(offset.as_secs()).ok()?).ok()?;
    Some(instant.to_zoned(TimeZone::fixed(offset)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_written_in_32_digits_and_read_again() {
        let id = SessionId::new();
        assert_eq!(id.to_string().len(), 32);
        assert_eq!(SessionId::from_hex(&id.to_string()), Some(id));
        assert_ne!(id, SessionId::new());
        assert_eq!(SessionId::from_hex(&SessionId(7).to_string()), Some(SessionId(7)));
        for bad in ["", "+0000000000000000000000000000007", "00000000000000000000000000000007f"] {
            assert_eq!(SessionId::from_hex(bad), None);
        }
    }

    #[test]
    fn a_time_is_read_with_its_zone_or_at_least_its_offset() {
        let known = "2026-11-02T18:00:00.25+01:00[Europe/Zurich]";
        assert_eq!(zoned(known).unwrap().to_string(), known);
        let moved = zoned("2026-11-02T18:00:00+05:00[Mars/Olympus]").unwrap();
        assert_eq!(moved.to_string(), "2026-11-02T18:00:00+05:00[+05:00]");
        assert_eq!(zoned("2026-11-02T18:00:00+05:00[Europe/Zurich]").unwrap().hour(), 18);
        assert_eq!(zoned("yesterday"), None);
    }
}

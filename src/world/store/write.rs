//! Each write as the statements it becomes. All may be tried again after a commit of which nobody knows how it ended:
//! numbers are drawn once, and what is there already stays.

use std::time::Duration;

use jiff::Zoned;
use jiff::civil::Date;
use rusqlite::{Connection, params};
use serde::Serialize;

use super::fault::StoreFault;
use super::row::{AnswerMoment, Decided, FlagPlace, Said, Scale, SessionId, SessionStart, ending_id};
use crate::practice::hurts::Marking;
use crate::practice::journal::{Event, Happened, Question};
use crate::practice::measure::Side;
use crate::practice::program::Revision;
use crate::practice::progress::{Key, Standing};
use crate::practice::safety::Flag;
use crate::practice::safety::effects::AfterEffects;
use crate::practice::safety::gate::Answered;
use crate::practice::session::Ending;

/// Something to keep.
#[derive(Debug)]
pub(super) enum Write {
    Revision { revision: Revision, bytes: Vec<u8>, title: String, by: String, at: Zoned },
    Take { revision: Revision, at: Zoned },
    Begin { id: SessionId, start: SessionStart },
    Log { session: SessionId, events: Vec<Event>, now: Zoned },
    Seen { session: SessionId, at: Duration, position: Duration, now: Zoned },
    Answer(NewAnswer),
    Adopt { session: SessionId, now: Zoned },
    Note { session: SessionId, text: String },
    Flag { session: Option<SessionId>, flag: Flag, place: Option<FlagPlace>, at: Zoned },
    ClearFlag { id: i64, by: String, said_on: Option<Date>, at: Zoned },
    Effects { session: SessionId, moment: AnswerMoment, told: AfterEffects, at: Zoned },
    Gate { answered: Answered, said: Option<Said>, at: Zoned },
    Decide { decided: Vec<Decided>, standings: Vec<(Key, Standing)>, at: Zoned },
    Hurts(Marking),
}

/// How old an answer before a session may be to belong to it.
const ADOPTED: Duration = Duration::from_secs(12 * 60 * 60);

/// An answer, or the silence that followed a question.
#[derive(Debug, Clone)]
pub(super) struct NewAnswer {
    pub session: Option<SessionId>,
    pub at: Zoned,
    pub scale: Scale,
    pub moment: AnswerMoment,
    pub site: Option<String>,
    pub side: Option<Side>,
    pub round: Option<u8>,
    pub level: Option<u8>,
}

/// A write on its way, with the number that its first row takes.
#[derive(Debug)]
pub(super) struct Job {
    pub ticket: u64,
    /// Why it can never be kept, once that is known.
    pub refused: Option<StoreFault>,
    write: Write,
    first: Option<i64>,
}

impl Job {
    pub(super) const fn new(ticket: u64, write: Write) -> Self {
        Self { ticket, refused: None, write, first: None }
    }

    /// Puts it into the open transaction.
    pub(super) fn apply(&mut self, to: &Connection) -> Result<(), StoreFault> {
        let first = &mut self.first;
        match &self.write {
            Write::Revision { revision, bytes, title, by, at } => {
                let sql = "INSERT INTO revisions (hash, bytes, title, prescribed_by, added_at) VALUES (?, ?, ?, ?, ?)
                           ON CONFLICT (hash) DO NOTHING";
                to.prepare_cached(sql)?.execute(params![revision.to_string(), bytes, title, by, at.to_string()])?;
            }
            Write::Take { revision, at } => {
                let id = number(first, to, "SELECT coalesce(max(id), 0) + 1 FROM taken")?;
                let sql = "INSERT INTO taken (id, revision, at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING";
                to.prepare_cached(sql)?.execute(params![id, revision.to_string(), at.to_string()])?;
            }
            Write::Begin { id, start } => begin(to, *id, start)?,
            Write::Log { session, events, now } => {
                if first.is_none() {
                    let sql = "SELECT coalesce(max(seq) + 1, 0) FROM events WHERE session = ?";
                    *first = Some(to.prepare_cached(sql)?.query_row([session.to_string()], |row| row.get(0))?);
                }
                log(to, *session, events, now, first.unwrap_or(0))?;
            }
            Write::Seen { session, at, position, now } => seen(to, *session, *at, *position, now)?,
            Write::Answer(answer) if answer.session.is_some() => in_session(to, answer)?,
            Write::Answer(answer) => {
                let id = number(first, to, "SELECT coalesce(max(id), 0) + 1 FROM answers")?;
                let sql = "INSERT INTO answers (id, at, utc, scale, moment, level) VALUES (?, ?, ?, ?, ?, ?)
                           ON CONFLICT (id) DO NOTHING";
                to.prepare_cached(sql)?.execute(params![
                    id,
                    answer.at.to_string(),
                    utc(&answer.at),
                    answer.scale.id(),
                    answer.moment.id(),
                    answer.level
                ])?;
            }
            Write::Adopt { session, now } => {
                let sql = "UPDATE OR IGNORE answers SET session = ?1 WHERE id = (
                               SELECT max(id) FROM answers
                               WHERE session IS NULL AND scale = 'pain' AND moment = 'before' AND utc >= ?2)";
                let since = utc(now) - ADOPTED.as_millis() as i64;
                to.prepare_cached(sql)?.execute(params![session.to_string(), since])?;
            }
            Write::Note { session, text } => {
                let sql = "UPDATE sessions SET note = nullif(?, '') WHERE id = ?";
                one(to.prepare_cached(sql)?.execute(params![text, session.to_string()])?, "session")?;
            }
            Write::Flag { session, flag, place, at } => {
                let id = number(first, to, "SELECT coalesce(max(id), 0) + 1 FROM flags")?;
                let (sign, own) = match flag {
                    Flag::Sign(sign) => (sign.id(), false),
                    Flag::Own(words) => (words.as_str(), true),
                };
                let sql = "INSERT INTO flags (id, session, at, utc, sign, own, level, site, side)
                           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
                to.prepare_cached(sql)?.execute(params![
                    id,
                    session.map(|id| id.to_string()),
                    at.to_string(),
                    utc(at),
                    sign,
                    own,
                    flag.urgency().id(),
                    place.as_ref().map(|place| &place.0),
                    place.as_ref().and_then(|place| place.1).map(Side::id)
                ])?;
            }
            Write::ClearFlag { id, by, said_on, at } => {
                let sql = "UPDATE flags SET cleared_by = ?, cleared_at = ?, said_on = ? WHERE id = ?";
                let said_on = said_on.map(|day| day.to_string());
                one(to.prepare_cached(sql)?.execute(params![by, at.to_string(), said_on, id])?, "flag")?;
            }
            Write::Effects { session, moment, told, at } => {
                let sql = "INSERT INTO effects (session, moment, at, utc, told) VALUES (?, ?, ?, ?, ?)
                           ON CONFLICT (session, moment)
                           DO UPDATE SET at = excluded.at, utc = excluded.utc, told = excluded.told";
                let row = params![session.to_string(), moment.id(), at.to_string(), utc(at), json(told)?];
                to.prepare_cached(sql)?.execute(row)?;
            }
            Write::Gate { answered, said, at } => {
                let id = number(first, to, "SELECT coalesce(max(id), 0) + 1 FROM gate")?;
                let sql = "INSERT INTO gate (id, at, utc, answered, said_by, said_on) VALUES (?, ?, ?, ?, ?, ?)
                           ON CONFLICT (id) DO NOTHING";
                let (by, on) = said_columns(said.as_ref());
                to.prepare_cached(sql)?.execute(params![id, at.to_string(), utc(at), json(answered)?, by, on])?;
            }
            Write::Decide { decided, standings, at } => {
                let id = number(first, to, "SELECT coalesce(max(id), 0) + 1 FROM decisions")?;
                for (id, decided) in (id..).zip(decided) {
                    decide(to, id, decided, at)?;
                }
                for (key, standing) in standings {
                    stand(to, key, standing)?;
                }
            }
            Write::Hurts(marking) => {
                let id = number(first, to, "SELECT coalesce(max(id), 0) + 1 FROM hurts")?;
                hurts(to, id, marking)?;
            }
        }
        Ok(())
    }
}

fn hurts(to: &Connection, id: i64, marking: &Marking) -> Result<(), StoreFault> {
    let sql = "INSERT INTO hurts (id, at, utc, site, side, level, qualities, spreads) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (id) DO NOTHING";
    let (at, spot, told) = (&marking.at, &marking.spot, marking.told.as_ref());
    to.prepare_cached(sql)?.execute(params![
        id,
        at.to_string(),
        utc(at),
        spot.site,
        spot.side.id(),
        told.map(|hurt| hurt.pain.score()),
        json(&told.map(|hurt| hurt.qualities.as_slice()).unwrap_or_default())?,
        json(&told.map(|hurt| hurt.spreads.as_slice()).unwrap_or_default())?
    ])?;
    Ok(())
}

fn decide(to: &Connection, id: i64, decided: &Decided, at: &Zoned) -> Result<(), StoreFault> {
    let sql =
        "INSERT INTO decisions (id, at, utc, day, routine, site, side, rule, decision, sentence, said_by, said_on)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    let (by, on) = said_columns(decided.said.as_ref());
    to.prepare_cached(sql)?.execute(params![
        id,
        at.to_string(),
        utc(at),
        decided.day.to_string(),
        decided.key.routine,
        decided.key.site,
        decided.key.side,
        decided.decision.rule.id(),
        json(&decided.decision)?,
        decided.sentence,
        by,
        on
    ])?;
    Ok(())
}

fn stand(to: &Connection, key: &Key, standing: &Standing) -> Result<(), StoreFault> {
    let sql = "INSERT INTO standings (routine, site, side, standing) VALUES (?, ?, ?, ?)
               ON CONFLICT (routine, site, side) DO UPDATE SET standing = excluded.standing";
    to.prepare_cached(sql)?.execute(params![key.routine, key.site, key.side, json(standing)?])?;
    Ok(())
}

fn said_columns(said: Option<&Said>) -> (Option<&str>, Option<String>) {
    (said.map(|said| said.by.as_str()), said.map(|said| said.on.to_string()))
}

fn json(value: &impl Serialize) -> Result<String, StoreFault> {
    serde_json::to_string(value).map_err(|error| StoreFault::Refused(error.to_string()))
}

fn begin(to: &Connection, id: SessionId, start: &SessionStart) -> Result<(), StoreFault> {
    let sql = "INSERT INTO sessions (id, revision, routine, setup, started_at, started_utc, seen_ms, seen_position_ms,
                                     seen_utc)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 0, ?6) ON CONFLICT (id) DO NOTHING";
    to.prepare_cached(sql)?.execute(params![
        id.to_string(),
        start.revision.to_string(),
        start.routine,
        start.setup,
        start.started.to_string(),
        utc(&start.started)
    ])?;
    Ok(())
}

/// Keeps events, and what follows from them: answers, how far the session is known to have come, and its ending.
fn log(to: &Connection, session: SessionId, events: &[Event], now: &Zoned, first: i64) -> Result<(), StoreFault> {
    let sql = "INSERT INTO events (session, seq, at_ms, position_ms, utc, kind, data) VALUES (?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (session, seq) DO NOTHING";
    let mut insert = to.prepare_cached(sql)?;
    for (seq, event) in (first..).zip(events) {
        let data = serde_json::to_value(&event.what).map_err(|error| StoreFault::Refused(error.to_string()))?;
        insert.execute(params![
            session.to_string(),
            seq,
            ms(event.at),
            ms(event.position),
            utc(now),
            data["kind"].as_str(),
            data.to_string()
        ])?;
        match &event.what {
            Happened::Answered { question, level } => in_session(to, &reply(session, question, Some(*level), now))?,
            Happened::Unanswered { question } => in_session(to, &reply(session, question, None, now))?,
            Happened::Finished => end(to, session, Ending::Finished, now)?,
            Happened::FinishedEarly => end(to, session, Ending::Early, now)?,
            Happened::Discarded => end(to, session, Ending::Discarded, now)?,
            _ => {}
        }
    }
    if let Some(last) = events.last() {
        seen(to, session, last.at, last.position, now)?;
    }
    Ok(())
}

fn reply(session: SessionId, question: &Question, level: Option<u8>, now: &Zoned) -> NewAnswer {
    let (scale, site, side, round) = match question {
        Question::Discomfort { site, side, round, .. } => (Scale::Discomfort, Some(site.clone()), *side, Some(*round)),
        Question::Symptoms { site, side } => (Scale::Symptoms, Some(site.clone()), *side, None),
    };
    let (session, moment) = (Some(session), AnswerMoment::Hold);
    NewAnswer { session, at: now.clone(), scale, moment, site, side, round, level }
}

/// Keeps the answer to a question of a session. A later answer stands for an earlier one; silence never does.
fn in_session(to: &Connection, answer: &NewAnswer) -> Result<(), StoreFault> {
    let sql = "INSERT INTO answers (session, at, utc, scale, moment, site, side, round, level)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (session, scale, moment, coalesce(site, ''), coalesce(side, ''), coalesce(round, -1))
               WHERE session IS NOT NULL
               DO UPDATE SET at = excluded.at, utc = excluded.utc, level = excluded.level
               WHERE excluded.level IS NOT NULL";
    to.prepare_cached(sql)?.execute(params![
        answer.session.map(|id| id.to_string()),
        answer.at.to_string(),
        utc(&answer.at),
        answer.scale.id(),
        answer.moment.id(),
        answer.site,
        answer.side.map(Side::id),
        answer.round,
        answer.level
    ])?;
    Ok(())
}

fn seen(to: &Connection, session: SessionId, at: Duration, position: Duration, now: &Zoned) -> Result<(), StoreFault> {
    let sql = "UPDATE sessions SET seen_ms = ?, seen_position_ms = ?, seen_utc = ? WHERE id = ?";
    let changed = to.prepare_cached(sql)?.execute(params![ms(at), ms(position), utc(now), session.to_string()])?;
    one(changed, "session")
}

fn end(to: &Connection, session: SessionId, ending: Ending, now: &Zoned) -> Result<(), StoreFault> {
    let sql = "UPDATE sessions SET ended_at = ?, ending = ? WHERE id = ?";
    let changed = to.prepare_cached(sql)?.execute(params![now.to_string(), ending_id(ending), session.to_string()])?;
    one(changed, "session")
}

/// Draws the number of a new row, once for each job.
fn number(drawn: &mut Option<i64>, to: &Connection, sql: &str) -> Result<i64, StoreFault> {
    if let Some(number) = *drawn {
        return Ok(number);
    }
    let number = to.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    *drawn = Some(number);
    Ok(number)
}

fn one(changed: usize, what: &str) -> Result<(), StoreFault> {
    if changed == 1 { Ok(()) } else { Err(StoreFault::Refused(format!("there is no such {what}"))) }
}

fn ms(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

fn utc(time: &Zoned) -> i64 {
    time.timestamp().as_millisecond()
}

//! Each question to the journal.

use std::time::Duration;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};
use serde::de::DeserializeOwned;

use super::fault::StoreFault;
use super::row::{
    Answer, AnswerMoment, CourseDay, Decided, KeptProgram, KeptRevision, OpenFlag, Reply, Said, Scale, SessionId,
    SessionRow, Taking, ToldEffects, Unfinished, ending_from_id, zoned,
};
use crate::practice::hurts::{Hurt, Marking, Spot};
use crate::practice::journal::Event;
use crate::practice::measure::{Pain, Side};
use crate::practice::program::Revision;
use crate::practice::progress::{Key, Rule, Standings};
use crate::practice::safety::gate::Answered;
use crate::practice::safety::{Flag, Sign, Urgency};

type Read<T> = Result<T, StoreFault>;

pub(super) fn in_force(from: &Connection) -> Read<Option<KeptProgram>> {
    let sql = "SELECT hash, bytes, title, at FROM taken JOIN revisions ON hash = revision ORDER BY id DESC LIMIT 1";
    let read = |row: &Row<'_>| {
        Ok(KeptProgram {
            revision: word(row, 0, Revision::from_hex)?,
            bytes: row.get(1)?,
            title: row.get(2)?,
            taken_at: word(row, 3, zoned)?,
        })
    };
    Ok(from.prepare_cached(sql)?.query_row([], read).optional()?)
}

pub(super) fn revision(from: &Connection, revision: Revision) -> Read<Option<KeptRevision>> {
    let sql = "SELECT bytes, title, prescribed_by, added_at FROM revisions WHERE hash = ?";
    let read = |row: &Row<'_>| {
        Ok(KeptRevision {
            revision,
            bytes: row.get(0)?,
            title: row.get(1)?,
            prescribed_by: row.get(2)?,
            added_at: word(row, 3, zoned)?,
        })
    };
    Ok(from.prepare_cached(sql)?.query_row([revision.to_string()], read).optional()?)
}

pub(super) fn taken(from: &Connection) -> Read<Vec<KeptRevision>> {
    let sql = "SELECT hash, bytes, title, prescribed_by, added_at FROM revisions
               JOIN (SELECT revision, max(id) AS last FROM taken GROUP BY revision) ON hash = revision
               ORDER BY last DESC";
    all(from, sql, &[], |row| {
        Ok(KeptRevision {
            revision: word(row, 0, Revision::from_hex)?,
            bytes: row.get(1)?,
            title: row.get(2)?,
            prescribed_by: row.get(3)?,
            added_at: word(row, 4, zoned)?,
        })
    })
}

pub(super) fn takings(from: &Connection) -> Read<Vec<Taking>> {
    all(from, "SELECT revision, at FROM taken ORDER BY id", &[], |row| {
        Ok(Taking { revision: word(row, 0, Revision::from_hex)?, at: word(row, 1, zoned)? })
    })
}

pub(super) fn unfinished(from: &Connection) -> Read<Option<Unfinished>> {
    let sql = "SELECT id, revision, bytes, routine, setup, started_at, seen_ms, seen_position_ms, seen_utc
               FROM sessions JOIN revisions ON hash = revision
               WHERE ending IS NULL ORDER BY started_utc DESC, sessions.rowid DESC LIMIT 1";
    let read = |row: &Row<'_>| {
        Ok(Unfinished {
            id: word(row, 0, SessionId::from_hex)?,
            revision: word(row, 1, Revision::from_hex)?,
            bytes: row.get(2)?,
            routine: row.get(3)?,
            setup: row.get(4)?,
            started: word(row, 5, zoned)?,
            events: Vec::new(),
            seen_at: length(row, 6)?,
            seen_position: length(row, 7)?,
            seen_utc: instant(row, 8)?,
        })
    };
    let Some(mut found) = from.prepare_cached(sql)?.query_row([], read).optional()? else { return Ok(None) };
    found.events = events(from, found.id)?;
    Ok(Some(found))
}

pub(super) fn events(from: &Connection, session: SessionId) -> Read<Vec<Event>> {
    let sql = "SELECT at_ms, position_ms, data FROM events WHERE session = ? ORDER BY seq";
    all(from, sql, &[&session.to_string()], |row| {
        let what = word(row, 2, |data| serde_json::from_str(data).ok())?;
        Ok(Event { at: length(row, 0)?, position: length(row, 1)?, what })
    })
}

/// Returns the newest sessions first: `limit` of those that began before an instant.
pub(super) fn sessions(from: &Connection, limit: usize, before: Option<Timestamp>) -> Read<Vec<SessionRow>> {
    let before = before.map_or(i64::MAX, Timestamp::as_millisecond);
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let sql = "SELECT id, revision, title, routine, setup, started_at, ended_at, ending, seen_ms, note,
                      (SELECT coalesce(max(seq) + 1, 0) FROM events WHERE session = id)
               FROM sessions JOIN revisions ON hash = revision
               WHERE started_utc < ? ORDER BY started_utc DESC, sessions.rowid DESC LIMIT ?";
    let mut rows = all(from, sql, &[&before, &limit], |row| {
        Ok(SessionRow {
            id: word(row, 0, SessionId::from_hex)?,
            revision: word(row, 1, Revision::from_hex)?,
            title: row.get(2)?,
            routine: row.get(3)?,
            setup: row.get(4)?,
            started: word(row, 5, zoned)?,
            ended_at: word_or_none(row, 6, zoned)?,
            ending: word_or_none(row, 7, ending_from_id)?,
            lasted: length(row, 8)?,
            pain_before: Reply::NotAsked,
            pain_after: Reply::NotAsked,
            answers: Vec::new(),
            note: row.get(9)?,
            events: row.get::<_, i64>(10)?.unsigned_abs(),
        })
    })?;
    for row in &mut rows {
        row.answers = all(from, ANSWERS_OF_SESSION, &[&row.id.to_string()], answer)?;
        row.pain_before = pain(&row.answers, AnswerMoment::Before);
        row.pain_after = pain(&row.answers, AnswerMoment::After);
    }
    Ok(rows)
}

fn pain(answers: &[Answer], moment: AnswerMoment) -> Reply {
    let asked = answers.iter().find(|answer| answer.scale == Scale::Pain && answer.moment == moment);
    asked.map_or(Reply::NotAsked, |answer| answer.level.map_or(Reply::Unanswered, Reply::Level))
}

const ANSWERS_OF_SESSION: &str =
    "SELECT session, at, scale, moment, site, side, round, level FROM answers WHERE session = ? ORDER BY id";

pub(super) fn answers(from: &Connection, since: Timestamp) -> Read<Vec<Answer>> {
    let sql = "SELECT session, at, scale, moment, site, side, round, level FROM answers
               WHERE utc >= ? ORDER BY utc, id";
    all(from, sql, &[&since.as_millisecond()], answer)
}

pub(super) fn pain_answers(from: &Connection, since: Timestamp) -> Read<Vec<Answer>> {
    let sql = "SELECT session, at, scale, moment, site, side, round, level FROM answers
               WHERE utc >= ? AND scale = 'pain' ORDER BY utc, id";
    all(from, sql, &[&since.as_millisecond()], answer)
}

fn answer(row: &Row<'_>) -> rusqlite::Result<Answer> {
    Ok(Answer {
        session: word_or_none(row, 0, SessionId::from_hex)?,
        at: word(row, 1, zoned)?,
        scale: word(row, 2, Scale::from_id)?,
        moment: word(row, 3, AnswerMoment::from_id)?,
        site: row.get(4)?,
        side: word_or_none(row, 5, Side::from_id)?,
        round: row.get(6)?,
        level: row.get(7)?,
    })
}

pub(super) fn open_flags(from: &Connection) -> Read<Vec<OpenFlag>> {
    let sql =
        "SELECT id, session, at, sign, own, level, site, side FROM flags WHERE cleared_at IS NULL ORDER BY utc, id";
    let urgencies = [Urgency::Today, Urgency::SameDay, Urgency::Emergency];
    all(from, sql, &[], |row| {
        let flag = if row.get(4)? {
            Flag::Own(row.get(3)?)
        } else {
            Flag::Sign(word(row, 3, |id| Sign::ALL.into_iter().find(|sign| sign.id() == id))?)
        };
        Ok(OpenFlag {
            id: row.get(0)?,
            session: word_or_none(row, 1, SessionId::from_hex)?,
            at: word(row, 2, zoned)?,
            flag,
            urgency: word(row, 5, |id| urgencies.into_iter().find(|urgency| urgency.id() == id))?,
            place: match row.get(6)? {
                Some(site) => Some((site, word_or_none(row, 7, Side::from_id)?)),
                None => None,
            },
        })
    })
}

/// Returns the after-effects told since an instant.
pub(super) fn effects(from: &Connection, since: Timestamp) -> Read<Vec<ToldEffects>> {
    let sql = "SELECT session, moment, at, told FROM effects WHERE utc >= ? ORDER BY utc";
    all(from, sql, &[&since.as_millisecond()], |row| {
        Ok(ToldEffects {
            session: word(row, 0, SessionId::from_hex)?,
            moment: word(row, 1, AnswerMoment::from_id)?,
            at: word(row, 2, zoned)?,
            told: word(row, 3, |told| serde_json::from_str(told).ok())?,
        })
    })
}

/// Returns the last answer to the long list.
pub(super) fn gate(from: &Connection) -> Read<Option<Answered>> {
    let sql = "SELECT answered FROM gate ORDER BY id DESC LIMIT 1";
    let read = |row: &Row<'_>| word(row, 0, |text| serde_json::from_str(text).ok());
    Ok(from.prepare_cached(sql)?.query_row([], read).optional()?)
}

/// Returns where every point stands.
pub(super) fn standings(from: &Connection) -> Read<Standings> {
    let rows = all(from, "SELECT routine, site, side, standing FROM standings", &[], |row| {
        let key = Key { routine: row.get(0)?, site: row.get(1)?, side: row.get(2)? };
        Ok((key, word(row, 3, |text| serde_json::from_str(text).ok())?))
    })?;
    Ok(Standings(rows.into_iter().collect()))
}

/// Returns the newest decisions first; with a rule, those of that rule.
pub(super) fn decisions(from: &Connection, limit: usize, rule: Option<Rule>) -> Read<Vec<Decided>> {
    let sql = "SELECT day, routine, site, side, decision, sentence, said_by, said_on FROM decisions
               WHERE ?1 IS NULL OR rule = ?1 ORDER BY id DESC LIMIT ?2";
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    all(from, sql, &[&rule.map(Rule::id), &limit], |row| {
        let on: Option<Date> = word_or_none(row, 7, |day| day.parse().ok())?;
        let by: Option<String> = row.get(6)?;
        Ok(Decided {
            day: word(row, 0, |day| day.parse().ok())?,
            key: Key { routine: row.get(1)?, site: row.get(2)?, side: row.get(3)? },
            decision: word(row, 4, |text| serde_json::from_str(text).ok())?,
            sentence: row.get(5)?,
            said: by.zip(on).map(|(by, on)| Said { by, on }),
        })
    })
}

/// Returns the days of all sessions of a routine of a program, by the program's title, the oldest first; and the pain before
/// each, as far as it was told. Pain that was told on a day without any session stands there, too: it may have been too strong
/// for one.
pub(super) fn course(from: &Connection, title: &str, routine: &str) -> Read<Vec<CourseDay>> {
    let sql = "SELECT substr(started_at, 1, 10) AS day, level, 1 FROM sessions
               JOIN revisions ON hash = sessions.revision
               LEFT JOIN answers ON answers.session = sessions.id AND scale = 'pain' AND moment = 'before'
               WHERE title = ? AND routine = ?
               UNION ALL
               SELECT substr(at, 1, 10) AS day, level, 0 FROM answers
               WHERE id IN (SELECT max(id) FROM answers WHERE session IS NULL AND scale = 'pain' AND moment = 'before'
                            GROUP BY substr(at, 1, 10))
                 AND level IS NOT NULL
                 AND substr(at, 1, 10) NOT IN (SELECT substr(started_at, 1, 10) FROM sessions)
               ORDER BY day";
    all(from, sql, &[&title, &routine], |row| {
        Ok(CourseDay {
            day: word(row, 0, |day| day.parse().ok())?,
            pain: row.get::<_, Option<u8>>(1)?.and_then(Pain::new),
            has_session: row.get(2)?,
        })
    })
}

/// Returns the last marks on the body, the oldest first. One with a quality or a spread that is not understood stays, without it.
pub(super) fn marked(from: &Connection, limit: usize) -> Read<Vec<Marking>> {
    let sql = "SELECT at, site, side, level, qualities, spreads FROM
                   (SELECT * FROM hurts ORDER BY id DESC LIMIT ?) ORDER BY id";
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    all(from, sql, &[&limit], |row| {
        let level: Option<u8> = row.get(3)?;
        let qualities = known(row.get_ref(4)?.as_str()?);
        let spreads = known(row.get_ref(5)?.as_str()?);
        Ok(Marking {
            at: word(row, 0, zoned)?,
            spot: Spot { site: row.get(1)?, side: word(row, 2, Side::from_id)? },
            told: level.and_then(Pain::new).map(|pain| Hurt { pain, qualities, spreads }),
        })
    })
}

/// Reads those of a list that are understood.
fn known<T: DeserializeOwned>(list: &str) -> Vec<T> {
    let values: Vec<serde_json::Value> = serde_json::from_str(list).unwrap_or_default();
    values.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect()
}

/// Returns the last instant that anything in the journal is from. It is asked of older copies too, which have no marks.
pub(super) fn last_entry(from: &Connection, zone: TimeZone) -> Read<Option<Zoned>> {
    let sql = "SELECT max(utc) FROM (SELECT max(seen_utc) AS utc FROM sessions UNION ALL
               SELECT max(utc) FROM answers UNION ALL SELECT max(utc) FROM flags)";
    let utc: Option<i64> = from.query_row(sql, params![], |row| row.get(0))?;
    Ok(utc.and_then(|utc| Timestamp::from_millisecond(utc).ok()).map(|utc| utc.to_zoned(zone)))
}

fn all<T>(
    from: &Connection,
    sql: &str,
    with: &[&dyn ToSql],
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Read<Vec<T>> {
    let mut statement = from.prepare_cached(sql)?;
    let rows = statement.query_map(with, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Reads a text that stands for something of ours.
fn word<T>(row: &Row<'_>, column: usize, read: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    read(text).ok_or_else(|| {
        let why = format!("`{text}` is not understood");
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, why.into())
    })
}

fn word_or_none<T>(row: &Row<'_>, column: usize, read: impl FnOnce(&str) -> Option<T>) -> rusqlite::Result<Option<T>> {
    if row.get_ref(column)?.as_str_or_null()?.is_none() { Ok(None) } else { word(row, column, read).map(Some) }
}

fn length(row: &Row<'_>, column: usize) -> rusqlite::Result<Duration> {
    row.get::<_, i64>(column).map(|ms| Duration::from_millis(ms.unsigned_abs()))
}

fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    let ms = row.get(column)?;
    Timestamp::from_millisecond(ms).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, ms))
}

//! The tables, plain enough for any SQLite client, and how an older journal becomes today's.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use std::time::Duration;

use super::fault::StoreFault;

/// "Knea" in ASCII: says to `file` and others whose database this is.
pub(super) const APPLICATION_ID: i32 = 0x4b6e_6561;

/// The version this program writes.
pub(super) const VERSION: i32 = 3;

/// What is only read may be as old as this: it has all that the rules go by.
pub(super) const READABLE: i32 = 2;

/// The n-th makes version n of what was before. One that was ever released is never changed.
const MIGRATIONS: [&str; VERSION as usize] = [VERSION_1, VERSION_2, VERSION_3];

/// How long a statement waits for another program that reads the file; then the writer tries again later.
const BUSY: Duration = Duration::from_millis(250);

const VERSION_1: &str = "
-- Every program that was ever in force or imported: its exact bytes by their SHA-256.
CREATE TABLE revisions (
  hash          TEXT PRIMARY KEY CHECK (length(hash) = 64),
  bytes         BLOB NOT NULL,
  title         TEXT NOT NULL,
  prescribed_by TEXT NOT NULL,
  added_at      TEXT NOT NULL
) STRICT;

-- The programs in force over time; the last row is the one in force.
CREATE TABLE taken (
  id       INTEGER PRIMARY KEY,
  revision TEXT NOT NULL REFERENCES revisions (hash),
  at       TEXT NOT NULL
) STRICT;

-- Times: `_at` and `at` are local with their zone (RFC 9557), `utc` is milliseconds since 1970, `_ms` is the session's own.
CREATE TABLE sessions (
  id               TEXT PRIMARY KEY CHECK (length(id) = 32),
  revision         TEXT NOT NULL REFERENCES revisions (hash),
  routine          TEXT NOT NULL,
  setup            TEXT NOT NULL CHECK (json_valid(setup)),
  started_at       TEXT NOT NULL,
  started_utc      INTEGER NOT NULL,
  seen_ms          INTEGER NOT NULL CHECK (seen_ms >= 0),
  seen_position_ms INTEGER NOT NULL CHECK (seen_position_ms >= 0),
  seen_utc         INTEGER NOT NULL,
  ended_at         TEXT,
  ending           TEXT CHECK (ending IN ('finished', 'early', 'discarded')),
  note             TEXT,
  CHECK ((ended_at IS NULL) = (ending IS NULL))
) STRICT;
CREATE INDEX sessions_by_time ON sessions (started_utc);
CREATE INDEX sessions_unfinished ON sessions (started_utc) WHERE ending IS NULL;

CREATE TABLE events (
  session     TEXT NOT NULL REFERENCES sessions (id),
  seq         INTEGER NOT NULL CHECK (seq >= 0),
  at_ms       INTEGER NOT NULL CHECK (at_ms >= 0),
  position_ms INTEGER NOT NULL CHECK (position_ms >= 0),
  utc         INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  data        TEXT NOT NULL CHECK (json_valid(data)),
  PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

-- A level that is NULL was asked for and not answered.
CREATE TABLE answers (
  id      INTEGER PRIMARY KEY,
  session TEXT REFERENCES sessions (id),
  at      TEXT NOT NULL,
  utc     INTEGER NOT NULL,
  scale   TEXT NOT NULL CHECK (scale IN ('pain', 'discomfort', 'symptoms')),
  moment  TEXT NOT NULL CHECK (moment IN ('before', 'after', 'next-day', 'hold')),
  site    TEXT,
  side    TEXT CHECK (side IN ('left', 'right', 'middle')),
  round   INTEGER CHECK (round >= 0),
  level   INTEGER CHECK (level BETWEEN 0 AND 10)
) STRICT;
CREATE INDEX answers_by_time ON answers (utc);
-- One answer to one question of a session: the last one given stands.
CREATE UNIQUE INDEX answers_once ON answers
  (session, scale, moment, coalesce(site, ''), coalesce(side, ''), coalesce(round, -1)) WHERE session IS NOT NULL;

-- Signs that stopped a session; `own` where the words are the therapist's.
CREATE TABLE flags (
  id         INTEGER PRIMARY KEY,
  session    TEXT REFERENCES sessions (id),
  at         TEXT NOT NULL,
  utc        INTEGER NOT NULL,
  sign       TEXT NOT NULL,
  own        INTEGER NOT NULL CHECK (own IN (0, 1)),
  level      TEXT NOT NULL CHECK (level IN ('today', 'same-day', 'emergency')),
  cleared_by TEXT,
  cleared_at TEXT,
  CHECK ((cleared_by IS NULL) = (cleared_at IS NULL))
) STRICT;
CREATE INDEX flags_open ON flags (utc) WHERE cleared_at IS NULL;
CREATE INDEX flags_by_session ON flags (session);
";

const VERSION_2: &str = "
-- Where a sign belongs to one place; and the day on which a clinician said to go on.
ALTER TABLE flags ADD COLUMN site TEXT;
ALTER TABLE flags ADD COLUMN side TEXT CHECK (side IN ('left', 'right', 'middle'));
ALTER TABLE flags ADD COLUMN said_on TEXT;

-- After-effects of a session, as they were told last; what is missing in `told` was not answered.
CREATE TABLE effects (
  session TEXT NOT NULL REFERENCES sessions (id),
  moment  TEXT NOT NULL CHECK (moment IN ('after', 'next-day')),
  at      TEXT NOT NULL,
  utc     INTEGER NOT NULL,
  told    TEXT NOT NULL CHECK (json_valid(told)),
  PRIMARY KEY (session, moment)
) STRICT, WITHOUT ROWID;

-- Each answer to the long list, and each go-ahead for what was ticked there. The last row counts.
CREATE TABLE gate (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  utc      INTEGER NOT NULL,
  answered TEXT NOT NULL CHECK (json_valid(answered)),
  said_by  TEXT,
  said_on  TEXT,
  CHECK ((said_by IS NULL) = (said_on IS NULL))
) STRICT;

-- What was decided about a dose: the rule, what it went by, what changed, and the sentence that was shown. `site` is empty
-- where it is about the whole program.
CREATE TABLE decisions (
  id       INTEGER PRIMARY KEY,
  at       TEXT NOT NULL,
  utc      INTEGER NOT NULL,
  day      TEXT NOT NULL,
  routine  TEXT NOT NULL,
  site     TEXT NOT NULL,
  side     TEXT NOT NULL CHECK (side IN ('left', 'right', 'both', 'middle', '')),
  rule     TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (json_valid(decision)),
  sentence TEXT NOT NULL,
  said_by  TEXT,
  said_on  TEXT,
  CHECK ((said_by IS NULL) = (said_on IS NULL))
) STRICT;
CREATE INDEX decisions_by_rule ON decisions (rule, id);

-- Where each point of a program stands now: its dose, and what is counted for the next step.
CREATE TABLE standings (
  routine  TEXT NOT NULL,
  site     TEXT NOT NULL,
  side     TEXT NOT NULL CHECK (side IN ('left', 'right', 'both', 'middle')),
  standing TEXT NOT NULL CHECK (json_valid(standing)),
  PRIMARY KEY (routine, site, side)
) STRICT, WITHOUT ROWID;
";

const VERSION_3: &str = "
-- Where it hurts, as it was marked on the body. Nothing is ever changed or deleted here: of one spot and day the last row
-- stands, and a level that is NULL takes back what stood. `spreads` are spots: [{\"site\", \"side\"}].
CREATE TABLE hurts (
  id        INTEGER PRIMARY KEY,
  at        TEXT NOT NULL,
  utc       INTEGER NOT NULL,
  site      TEXT NOT NULL,
  side      TEXT NOT NULL CHECK (side IN ('left', 'right', 'middle')),
  level     INTEGER CHECK (level BETWEEN 0 AND 10),
  qualities TEXT NOT NULL CHECK (json_valid(qualities)),
  spreads   TEXT NOT NULL CHECK (json_valid(spreads))
) STRICT;
CREATE INDEX hurts_by_time ON hurts (utc);
";

/// Sets up a connection that may write: one file at rest, every commit on the disk before it counts, nothing trusted.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.execute_batch(
        "PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY;",
    )?;
    if !connection.is_readonly("main")? {
        // Answers with the mode that was set, so this one is a query.
        connection.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
        connection.execute_batch(
            "PRAGMA synchronous = EXTRA;
             PRAGMA fullfsync = ON;",
        )?;
        connection.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))?;
    }
    Ok(())
}

/// Returns the version of the journal: 0 for a new one.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i32> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings the journal to today's version, each step whole or not at all.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StoreFault> {
    let found = version(connection)?;
    if found > VERSION {
        return Err(StoreFault::Newer { found, known: VERSION });
    }
    for (version, step) in (1..).zip(MIGRATIONS).filter(|&(version, _)| version > found) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Returns true for a journal, or what is still empty.
pub(super) fn is_journal(connection: &Connection) -> rusqlite::Result<bool> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(if tables == 0 { version(connection)? == 0 } else { id == APPLICATION_ID })
}

/// Returns the first thing wrong with the file, if anything is.
pub(super) fn damage(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    Ok((found != "ok").then_some(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_journal_is_at_todays_version_and_migrating_again_changes_nothing() {
        let mut connection = Connection::open_in_memory().unwrap();
        prepare(&connection).unwrap();
        migrate(&mut connection).unwrap();
        let tables = |connection: &Connection| -> String {
            connection.query_row("SELECT group_concat(sql) FROM sqlite_schema", [], |row| row.get(0)).unwrap()
        };
        let before = tables(&connection);
        migrate(&mut connection).unwrap();
        assert_eq!((version(&connection).unwrap(), tables(&connection)), (VERSION, before));
    }

    #[test]
    fn a_newer_journal_is_left_alone() {
        let mut connection = Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
        assert_eq!(migrate(&mut connection), Err(StoreFault::Newer { found: 99, known: VERSION }));
    }
}

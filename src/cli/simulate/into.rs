//! Simulated days as a journal: each session is run by the engine, so that the window can go on from there.

use std::path::Path;
use std::time::Duration;

use i18n_embed_fl::fl;
use jiff::Zoned;
use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;

use crate::practice::journal::{Event, Question};
use crate::practice::measure::Discomfort;
use crate::practice::plan::LeadIns;
use crate::practice::program::{Program, Revision, Routine};
use crate::practice::progress::{Cut, Standings};
use crate::practice::safety::Urgency;
use crate::practice::safety::effects::AfterEffects;
use crate::practice::safety::gate::FirmTools;
use crate::practice::scan::AnswerBy;
use crate::practice::session::{Input, Session, State};
use crate::practice::setup::{Effort, Setup};
use crate::practice::simulate::{Comes, Felt, Row, Said, Session as Became};
use crate::words::{self, LOADER};
use crate::world::clock::Clock;
use crate::world::folder::Folder;
use crate::world::store::{AnswerMoment, Decided, SessionId, SessionStart, Store};

/// When a day is opened, and when its session begins: as in the simulation.
const MORNING: Time = time(8, 0, 0, 0);
const SESSION: Time = time(9, 0, 0, 0);
/// The disk gets this long to take it all.
const CLOSING: Duration = Duration::from_secs(60);

/// A journal that is being written.
pub struct Into<'a> {
    program: &'a Program,
    routine: &'a Routine,
    revision: Revision,
    store: Store,
    /// The last session, and what will be said about it on the next morning.
    last: Option<(SessionId, Said)>,
}

impl<'a> Into<'a> {
    /// Makes the folder, and puts the program in force there. A folder that has a journal is left alone.
    pub fn open(
        dir: &Path,
        program: &'a Program,
        bytes: &[u8],
        routine: &'a Routine,
        first: Date,
    ) -> Result<Self, String> {
        let named = |what: String| words::files::unwritable(&dir.display().to_string(), &what);
        if Store::peek(dir).map_err(|fault| named(fault.to_string()))?.is_some() {
            return Err(fl!(LOADER, "simulate-into-taken", folder = dir.display().to_string()));
        }
        let folder = Folder::open(Some(dir.to_owned())).map_err(|fault| named(fault.to_string()))?;
        let begin = at(first, MORNING);
        let (clock, _) = Clock::by_hand(begin.clone());
        let (store, _) = Store::open(&folder, &clock).map_err(|fault| named(fault.to_string()))?;
        store.keep_revision(bytes, &program.title, &program.prescribed.by, &begin);
        let revision = Revision::of(bytes);
        store.take(revision, &begin);
        Ok(Self { program, routine, revision, store, last: None })
    }

    /// Writes one day: the morning's answers and decisions, and the session.
    pub fn write(&mut self, rows: &[Row], said: &Said, standings: &Standings) {
        let Some(date) = rows.first().map(|row| row.date) else { return };
        let morning = at(date, MORNING);
        // Who stays away is not asked.
        let is_away = rows.iter().any(|row| row.comes == Comes::Away);
        if let Some((session, told)) = self.last.take_if(|_| !is_away) {
            let effects =
                AfterEffects { soreness_hours: told.soreness_hours, effects: told.effects.clone(), points: Vec::new() };
            self.store.pain(Some(&session), AnswerMoment::NextDay, told.next_day, &morning);
            self.store.effects(&session, AnswerMoment::NextDay, &effects, &morning);
        }
        let decided = rows.iter().filter_map(|row| {
            let decision = row.decision.clone()?;
            let sentence = super::sentence(row, &decision);
            Some(Decided { day: date, key: row.key.clone(), decision, sentence, said: None })
        });
        let stand = standings.0.iter().map(|(key, standing)| (key.clone(), standing.clone()));
        self.store.decide(decided.collect(), stand.collect(), &morning);
        let worked: Vec<_> = rows.iter().filter(|row| matches!(row.session, Became::Planned | Became::Easy)).collect();
        if !worked.is_empty() {
            self.session(&worked, said, &at(date, SESSION));
        }
    }

    fn session(&mut self, rows: &[&Row], said: &Said, started: &Zoned) {
        let is_easy = rows.iter().any(|row| row.session == Became::Easy);
        let setup = Setup {
            points: rows.iter().map(|row| row.point).collect(),
            doses: rows.iter().map(|row| row.dose).collect(),
            effort: if is_easy { Effort::Easy } else { Effort::Planned },
            tools: FirmTools::Allowed,
            lead_ins: LeadIns::default(),
            answer_by: AnswerBy::Digits,
        };
        let felt: Vec<_> =
            rows.iter().filter_map(|row| said.points.get(row.point).or(said.points.last())).copied().collect();
        let events = played(&setup, self.routine, self.program, &felt);
        let start = SessionStart {
            revision: self.revision,
            routine: self.routine.name.clone(),
            setup: setup.to_json(),
            started: started.clone(),
        };
        let (session, _) = self.store.begin(start);
        let lasted = events.last().map_or(Duration::ZERO, |event| event.at);
        let ended = started.saturating_add(jiff::SignedDuration::try_from(lasted).unwrap_or_default());
        self.store.pain(Some(&session), AnswerMoment::Before, said.before, started);
        self.store.log(&session, &events, &ended);
        self.store.pain(Some(&session), AnswerMoment::After, said.after, &ended);
        if let Some(flag) = &said.sign {
            let first = self.routine.points.first().map(|point| (point.place.id().to_owned(), None));
            let place = first.filter(|_| flag.urgency() == Urgency::Today);
            self.store.flag(Some(&session), flag, place, &ended);
        }
        self.last = Some((session, said.clone()));
    }

    /// Waits until everything is on the disk.
    pub fn close(self) -> Result<(), String> {
        self.store.flush(CLOSING).map_err(|fault| words::notices::trouble(&fault.to_string()))
    }
}

/// Runs a session to its end, with these answers.
fn played(setup: &Setup, routine: &Routine, program: &Program, felt: &[Felt]) -> Vec<Event> {
    let (mut session, mut events) = Session::start(setup.draw(routine, &program.limits));
    let mut now = Duration::ZERO;
    while session.state() == State::Running {
        let Some(due) = session.deadline(now) else { break };
        now = due;
        events.extend(session.apply(Input::Tick, now));
        let asked = session.asking().filter(|asking| asking.given.is_none()).map(|asking| asking.question.clone());
        let Some(Question::Discomfort { point, .. }) = asked else { continue };
        let Some(felt) = felt.get(point) else { continue };
        if let Some(level) = felt.discomfort.map(Discomfort::level) {
            let input = if level == 10 { Input::Ten } else { Input::Digit(level) };
            events.extend(session.apply(input, now));
        }
        if felt.cut != Cut::No || felt.done < 50 {
            events.extend(session.apply(Input::FinishEarly, now));
        }
    }
    events
}

fn at(date: Date, time: Time) -> Zoned {
    // The simulation counts in universal time; the last day of the calendar has no instant everywhere.
    date.to_datetime(time).to_zoned(TimeZone::UTC).unwrap_or_else(|_| Zoned::default())
}

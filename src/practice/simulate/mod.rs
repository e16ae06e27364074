//! Many days in a moment: a program, a person who answers, and the rules between them. Nothing is drawn from a clock; the
//! same seed gives the same days.

use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::dose::Dose;
use super::insight::{Series, days_after, days_before};
use super::measure::{Discomfort, Pain};
use super::plan::LeadIns;
use super::program::{Program, Routine};
use super::progress::{
    Answers, Course, Cut, Day, Decision, Kept, Key, Now, OpenFlag, Past, Record, Reply, Rule, Standings, Whole, Worked,
    asked_about,
};
use super::safety::effects::{AfterEffects, Effect};
use super::safety::{Flag, Urgency};
use super::setup::Effort;

mod responder;
mod row;

pub use responder::{Kind, Seeded};
pub use row::{Row, Session};

/// When the day is opened and yesterday is asked about, and when sessions begin.
const MORNING: Time = time(8, 0, 0, 0);
const SESSIONS: [Time; 3] = [time(9, 0, 0, 0), time(14, 0, 0, 0), time(19, 0, 0, 0)];
/// A simulated session lasts so long.
const LASTS: SignedDuration = SignedDuration::from_mins(15);
/// Settled records that lie further back decide nothing any more.
const LOOK_BACK: i32 = 8;

/// Someone who answers.
pub trait Responder {
    /// Whether this person comes on a day, from 1.
    fn comes(&mut self, day: u32) -> Comes;

    /// B, told first: the dose of the day depends on it.
    fn before(&mut self, day: u32) -> Option<Pain>;

    /// What this person says of a day on which a session may be done, with the same B.
    fn says(&mut self, asked: &Asked<'_>) -> Said;
}

/// What a responder is told of a day.
#[derive(Debug)]
pub struct Asked<'a> {
    /// From 1.
    pub day: u32,
    /// One for each point of the routine: the dose of today.
    pub doses: &'a [Dose],
}

/// What a person does and says on one day. What is `None` is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// B.
    pub before: Option<Pain>,
    /// A.
    pub after: Option<Pain>,
    /// M, given on the next morning.
    pub next_day: Option<Pain>,
    /// S, given on the next morning.
    pub soreness_hours: Option<u16>,
    /// X, given on the next morning.
    pub effects: Option<Vec<Effect>>,
    /// One for each point; a missing one takes the last.
    pub points: Vec<Felt>,
    /// What is answered to an offer.
    pub reply: Reply,
    /// A sign that is marked in the session.
    pub sign: Option<Flag>,
}

/// Whether a session is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comes {
    /// It is.
    Works,
    /// The program is opened, and no session is done.
    Opens,
    /// It is not even opened: nothing is asked, and nothing is answered about the day before.
    Away,
}

impl Comes {
    /// Returns the word of `simulate`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Works => "works",
            Self::Opens => "opens",
            Self::Away => "away",
        }
    }
}

/// How a point felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Felt {
    /// D.
    pub discomfort: Option<Discomfort>,
    /// How much was done, in percent.
    pub done: u8,
    /// Why not all.
    pub cut: Cut,
}

/// The days of a program with one person.
pub struct Simulation<'a, R> {
    program: &'a Program,
    routine: &'a Routine,
    responder: R,
    first: Date,
    /// A clinician says to go on, so many days after a lock; none never does.
    go_ahead: Option<i32>,
    day: u32,
    standings: Standings,
    course: Course,
    records: Vec<Record>,
    /// What will be said about a session on the next morning.
    told: Vec<(Timestamp, Said)>,
    flags: Vec<OpenFlag>,
    locked: Option<Date>,
    lead_ins: LeadIns,
    said: Option<Said>,
}

impl<'a, R: Responder> Simulation<'a, R> {
    /// Begins on a day.
    pub fn new(program: &'a Program, routine: &'a Routine, responder: R, first: Date, go_ahead: Option<i32>) -> Self {
        Self {
            program,
            routine,
            responder,
            first,
            go_ahead,
            day: 0,
            standings: Standings::default(),
            course: Course { started: None, pains: Series::default(), maintains: false },
            records: Vec::new(),
            told: Vec::new(),
            flags: Vec::new(),
            locked: None,
            lead_ins: LeadIns::default(),
            said: None,
        }
    }

    /// Returns where every point stands now.
    pub const fn standings(&self) -> &Standings {
        &self.standings
    }

    /// Returns what was said on the last day that was lived.
    pub const fn said(&self) -> Option<&Said> {
        self.said.as_ref()
    }

    /// Returns the sessions of the last days, as the rules see them.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    fn past(&self) -> Past<'_> {
        Past {
            course: &self.course,
            records: &self.records,
            flags: &self.flags,
            blocked: false,
            ceiling: None,
            lead_ins: &self.lead_ins,
        }
    }

    /// Brings every point up to a moment, and returns what was decided about the routine's points.
    fn settle(&mut self, now: Now) -> Vec<(Key, Decision)> {
        let mut standings = std::mem::take(&mut self.standings);
        let decisions = standings.settle(self.program, self.routine, &self.past(), now);
        self.standings = standings;
        decisions
    }

    fn mind_lock(&mut self, today: Date) -> Vec<(Key, Decision)> {
        let is_locked = !self.flags.is_empty() || self.standings.0.values().any(|standing| standing.locked.is_some());
        if !is_locked {
            self.locked = None;
            return Vec::new();
        }
        let since = *self.locked.get_or_insert(today);
        if self.go_ahead.is_none_or(|days| today < days_after(since, days)) {
            return Vec::new();
        }
        self.flags.clear();
        self.locked = None;
        self.standings.release(None, today)
    }

    /// One whole day: the morning's question, the day's session, and what it came to.
    fn live(&mut self) -> Vec<Row> {
        self.day += 1;
        let date = days_after(self.first, i32::try_from(self.day - 1).unwrap_or(i32::MAX));
        let morning = Now { today: date, instant: at(date, MORNING) };
        let comes = self.responder.comes(self.day);
        let mut decisions = Vec::new();
        if comes != Comes::Away {
            self.answer_for_yesterday(morning);
            decisions = self.settle(morning);
            decisions.extend(self.mind_lock(date));
            self.records.retain(|record| record.day > days_before(date, LOOK_BACK));
            self.told.retain(|(started, _)| self.records.iter().any(|record| record.started == *started));
        }
        let is_planned = self.program.schedule.is_planned(date.weekday());
        let coming = if is_planned { Some(comes) } else { None };
        // Who does not begin a session is not asked.
        let before = self.responder.before(self.day).filter(|_| coming == Some(Comes::Works));
        let doses: Vec<_> = self.day_of(morning, before).points.iter().map(|point| point.dose).collect();
        let said = self.responder.says(&Asked { day: self.day, doses: &doses });
        let sessions = usize::from(self.program.schedule.sessions_per_day).min(SESSIONS.len());
        let mut rows = Vec::new();
        for (number, &begins) in SESSIONS[..sessions].iter().enumerate() {
            let now = Now { today: date, instant: at(date, begins) };
            let day = self.day_of(now, before);
            let lived = self.rows(&day, date, &said, (comes, coming), &decisions);
            if coming == Some(Comes::Works) {
                self.work(&day, &lived, &said, now);
            }
            if number == 0 {
                rows = lived;
            }
        }
        self.said = Some(said);
        rows
    }

    fn day_of(&self, now: Now, pain: Option<Pain>) -> Day {
        Day::of(self.program, self.routine, &self.standings, &self.past(), now, pain)
    }

    /// The next-day question, answered with what was said of that day.
    fn answer_for_yesterday(&mut self, now: Now) {
        let asked: Vec<_> = asked_about(&self.records, now).iter().map(|record| record.started).collect();
        for record in self.records.iter_mut().filter(|record| asked.contains(&record.started)) {
            let Some((_, said)) = self.told.iter().find(|(started, _)| *started == record.started) else { continue };
            let effects =
                AfterEffects { soreness_hours: said.soreness_hours, effects: said.effects.clone(), points: Vec::new() };
            record.next_day = said.next_day;
            record.effects_next_day = (effects, Some(now.today));
        }
    }

    /// What becomes of each point. The second of `comes` is none on a day without a session.
    fn rows(
        &mut self,
        day: &Day,
        date: Date,
        said: &Said,
        (comes, coming): (Comes, Option<Comes>),
        decisions: &[(Key, Decision)],
    ) -> Vec<Row> {
        let mut rows = Vec::new();
        for (index, (point, on)) in day.points.iter().zip(&self.routine.points).enumerate() {
            let key = Key::of(self.routine, on);
            let (session, rule) = row::session(day, point, coming);
            let settled = row::decided(decisions, &key);
            let offer = day.offer.filter(|(offered, _)| *offered == index && coming == Some(Comes::Works));
            let (dose, decision) = match (offer, self.standings.0.get_mut(&key)) {
                (Some((_, step)), Some(standing)) => {
                    let decision = standing.answer(step, said.reply, date);
                    (standing.dose, Some(decision))
                }
                _ => (point.dose, settled.map(|decision| decision.held(point.held))),
            };
            let answers = match session {
                Session::Planned | Session::Easy => Some(row::answers(said, index, dose.ceiling, on)),
                // It was asked, and is the reason.
                Session::Rest if coming == Some(Comes::Works) && rule == Some(Rule::G1) => {
                    Some(Answers { before: said.before, ..Answers::default() })
                }
                _ => None,
            };
            rows.push(Row {
                day: self.day,
                date,
                point: index,
                key,
                dose,
                comes,
                sign: said.sign.clone().filter(|_| matches!(session, Session::Planned | Session::Easy)),
                answers,
                decision,
                held: point.held,
                session,
                rule,
                standing: point.clone(),
            });
        }
        rows
    }

    /// The session itself: what is remembered of it.
    fn work(&mut self, day: &Day, rows: &[Row], said: &Said, now: Now) {
        let effort = if matches!(day.whole, Whole::Easy(_)) { Effort::Easy } else { Effort::Planned };
        // Pain that is too strong for a session is pain all the same.
        let is_asked = matches!(day.whole, Whole::Planned | Whole::Easy(_) | Whole::Rest(Rule::G1));
        if let Some(pain) = said.before.filter(|_| is_asked) {
            self.course.pains.push(now.today, pain);
        }
        let mut work = Vec::new();
        for (row, on) in rows.iter().zip(&self.routine.points) {
            let is_worked = matches!(row.session, Session::Planned | Session::Easy);
            let Some(answers) = row.answers.as_ref().filter(|_| is_worked) else { continue };
            work.extend(on.sides.each().iter().map(|&side| Worked {
                point: row.point,
                site: on.place.id().to_owned(),
                side: Some(side),
                ceiling: row.dose.ceiling,
                strongest: answers.discomfort,
                done: answers.done,
                cut: answers.cut,
            }));
        }
        if work.is_empty() {
            return;
        }
        self.course.started = self.course.started.or(Some(now.today));
        self.told.push((now.instant, said.clone()));
        self.records.push(Record {
            started: now.instant,
            ended: now.instant + LASTS,
            day: now.today,
            effort,
            kept: Kept::Kept,
            before: said.before,
            after: said.after,
            next_day: None,
            effects_after: AfterEffects::default(),
            effects_next_day: (AfterEffects::default(), None),
            work,
        });
        if let Some(flag) = &said.sign {
            let place = self.routine.points.first().map(|point| (point.place.id().to_owned(), None));
            self.flags.push((flag.clone(), place.filter(|_| flag.urgency() == Urgency::Today)));
        }
    }
}

impl<R: Responder> Iterator for Simulation<'_, R> {
    type Item = Vec<Row>;

    fn next(&mut self) -> Option<Vec<Row>> {
        Some(self.live())
    }
}

fn at(date: Date, time: Time) -> Timestamp {
    // The last days of the calendar have no instant in every zone; a simulation that far out stands still.
    date.to_datetime(time).to_zoned(TimeZone::UTC).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

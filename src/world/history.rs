//! What the rules look back at, read from the journal.

use jiff::SignedDuration;
use jiff::civil::Date;

use super::World;
use super::store::{Answer, AnswerMoment, Decided, Scale, SessionId, SessionRow, StoreFault, ToldEffects};
use crate::practice::insight::{Series, days_between};
use crate::practice::measure::{Discomfort, Pain};
use crate::practice::plan::LeadIns;
use crate::practice::program::{Program, Routine};
use crate::practice::progress::{
    Answered, Course, Day, Decision, Kept, Key, LONG_GAP_DAYS, Now, OpenFlag, Past, Record, Rule, Standings, Worked,
    asked_about,
};
use crate::practice::safety::gate::{self, Allowed, FirmTools};
use crate::practice::session::Ending;
use crate::practice::setup::Setup;
use crate::words;

/// Sessions of these days are looked at again: later than that, no answer to them is asked for, and every window of the
/// rules is carried by where the points stand.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(30 * 24);
/// More sessions than this are never looked at: three a day of that time.
const MOST: usize = 96;

/// So many decisions are looked through for those of today: six points, and an answer changed a few times.
const LATELY: usize = 48;

/// The journal as the rules see it.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// How the complaint went in the present course.
    pub course: Course,
    /// The last sessions, the oldest first.
    pub records: Vec<Record>,
    /// Their ids, in the same order.
    pub ids: Vec<SessionId>,
    /// Signs that nobody has cleared.
    pub flags: Vec<OpenFlag>,
    /// The last answer to the long list.
    pub gate: Option<gate::Answered>,
    /// Where every point stood when it was kept last.
    pub standings: Standings,
    /// Why it could not be read. A lock may stand where nobody can see it: everything is blocked then, and nothing is settled.
    pub unread: Option<StoreFault>,
}

impl History {
    /// Reads it for one routine of a program.
    pub fn read(world: &World, program: &Program, routine: &Routine, now: Now) -> Self {
        Self::try_read(world, program, routine, now)
            .unwrap_or_else(|fault| Self { unread: Some(fault), ..Self::default() })
    }

    fn try_read(world: &World, program: &Program, routine: &Routine, now: Now) -> Result<Self, StoreFault> {
        let since = now.instant - LOOK_BACK;
        let mut rows = world.store.sessions(MOST, None)?;
        rows.retain(|row| row.started.timestamp() >= since && row.ending.is_some());
        rows.reverse();
        let told = world.store.told_effects(since)?;
        let records = rows.iter().map(|row| record(world, row, &told)).collect::<Result<_, _>>()?;
        let flags = world.store.open_flags()?;
        Ok(Self {
            course: course(world, program, routine)?,
            records,
            ids: rows.iter().map(|row| row.id).collect(),
            flags: flags.into_iter().map(|open| (open.flag, open.place)).collect(),
            gate: world.store.gate()?,
            standings: world.store.standings()?,
            unread: None,
        })
    }

    /// Brings every point of a routine up to this instant, and returns what was decided. Nothing is kept by this.
    pub fn settle(
        &mut self,
        program: &Program,
        routine: &Routine,
        allowed: &Allowed,
        lead_ins: &LeadIns,
        now: Now,
    ) -> Vec<(Key, Decision)> {
        if self.unread.is_some() {
            return Vec::new();
        }
        let mut standings = std::mem::take(&mut self.standings);
        let decisions = standings.settle(program, routine, &self.past(allowed, lead_ins), now);
        self.standings = standings;
        decisions
    }

    /// Keeps what was decided, and where the points stand after it. A decision that was told today already, of the same rule
    /// and change, is not told again.
    pub fn keep(&self, world: &World, routine: &Routine, stood: &Standings, settled: &[(Key, Decision)]) {
        if self.standings == *stood {
            return;
        }
        let now = world.clock.civil();
        let today = now.date();
        let told = of_today(world, routine, today);
        let is_told = |key: &Key, decision: &Decision| {
            let last = told.iter().rev().find(|(of, _)| of == key);
            last.is_some_and(|(_, last)| last.rule == decision.rule && last.changes == decision.changes)
        };
        let new = settled.iter().filter(|(key, decision)| !is_told(key, decision));
        let new = new.map(|(key, decision)| decided(key, decision, &self.standings, today)).collect();
        let changed = self.standings.0.iter().filter(|(key, standing)| stood.0.get(key) != Some(standing));
        let changed = changed.map(|(key, standing)| (key.clone(), standing.clone())).collect();
        world.store.decide(new, changed, &now);
    }

    /// Returns what the rules say about a routine.
    pub fn day(
        &self,
        program: &Program,
        routine: &Routine,
        allowed: &Allowed,
        lead_ins: &LeadIns,
        now: Now,
        pain: Option<Pain>,
    ) -> Day {
        Day::of(program, routine, &self.standings, &self.past(allowed, lead_ins), now, pain)
    }

    /// Returns what the long list leaves open for a program. Before it was ever answered nothing is lowered by it.
    pub fn allowed(&self, program: &Program) -> Allowed {
        match &self.gate {
            Some(answered) => gate::allowed(answered, &program.regions()),
            None => Allowed { blocked: Vec::new(), ceiling: None, firm_tools: FirmTools::Allowed, advice: Vec::new() },
        }
    }

    /// Returns it as the rules take it; `allowed` is what the long list leaves open for the routine.
    pub fn past<'a>(&'a self, allowed: &Allowed, lead_ins: &'a LeadIns) -> Past<'a> {
        Past {
            course: &self.course,
            records: &self.records,
            flags: &self.flags,
            blocked: !allowed.blocked.is_empty() || self.unread.is_some(),
            ceiling: allowed.ceiling,
            lead_ins,
        }
    }

    /// Returns the sessions that the next-day question is about now, the oldest first.
    pub fn asked_about(&self, now: Now) -> Vec<(SessionId, &Record)> {
        let asked: Vec<_> = asked_about(&self.records, now).iter().map(|record| record.started).collect();
        let all = self.ids.iter().copied().zip(&self.records);
        all.filter(|(_, record)| asked.contains(&record.started)).collect()
    }
}

/// Returns what was decided today about the points of a routine, the newest last.
pub fn of_today(world: &World, routine: &Routine, today: Date) -> Vec<(Key, Decision)> {
    let lately = world.store.decisions(LATELY, None).unwrap_or_default();
    let is_of_today =
        |decided: &Decided| decided.day == today && decided.key.routine == routine.name && !decided.key.site.is_empty();
    lately.into_iter().rev().filter(is_of_today).map(|decided| (decided.key, decided.decision)).collect()
}

/// Returns a decision as it is kept, with the sentence that is shown.
pub fn decided(key: &Key, decision: &Decision, standings: &Standings, day: Date) -> Decided {
    let dose = standings.0.get(key).map(|standing| standing.dose);
    let told = dose.map(|dose| words::progress::decision(key, decision, &dose, None).sentence());
    Decided { day, key: key.clone(), decision: decision.clone(), sentence: told.unwrap_or_default(), said: None }
}

/// How the complaint went: the course begins with the first session after a long gap, or after the prescription was written.
fn course(world: &World, program: &Program, routine: &Routine) -> Result<Course, StoreFault> {
    let days = world.store.course(&program.title, &routine.name)?;
    let mut started: Option<Date> = None;
    let mut last: Option<Date> = None;
    for day in days.iter().filter(|day| day.has_session).map(|day| day.day) {
        let is_long = last.is_some_and(|last| days_between(last, day) >= LONG_GAP_DAYS);
        let is_written = |started: Date| program.prescribed.on.is_some_and(|on| started < on && on <= day);
        if is_long || started.is_none_or(is_written) {
            started = Some(day);
        }
        last = Some(day);
    }
    let pains = days.into_iter().filter_map(|day| Some((day.day, day.pain?))).collect();
    let chosen = world.store.decisions(1, Some(Rule::W3))?;
    let maintains = chosen.first().is_some_and(|decided| {
        decided.key.routine == routine.name && started.is_some_and(|started| decided.day >= started)
    });
    Ok(Course { started, pains: Series::new(pains), maintains })
}

fn record(world: &World, row: &SessionRow, told: &[ToldEffects]) -> Result<Record, StoreFault> {
    let setup = Setup::from_json(&row.setup);
    let events = world.store.events(&row.id)?;
    let answers: Vec<_> = row.answers.iter().filter_map(answered).collect();
    let work = setup.as_ref().map(|setup| Worked::of_session(setup, &events, &answers)).unwrap_or_default();
    let told = |moment| told.iter().find(|told| told.session == row.id && told.moment == moment);
    let next_day = told(AnswerMoment::NextDay);
    let started = row.started.timestamp();
    let pain_next_day =
        row.answers.iter().rev().find(|answer| answer.scale == Scale::Pain && answer.moment == AnswerMoment::NextDay);
    Ok(Record {
        started,
        ended: row.ended_at.as_ref().map_or(started, |ended| ended.timestamp().max(started)),
        day: row.started.date(),
        effort: setup.map(|setup| setup.effort).unwrap_or_default(),
        kept: if row.ending == Some(Ending::Discarded) { Kept::Discarded } else { Kept::Kept },
        before: row.pain_before.level().and_then(Pain::new),
        after: row.pain_after.level().and_then(Pain::new),
        next_day: pain_next_day.and_then(|answer| answer.level).and_then(Pain::new),
        effects_after: told(AnswerMoment::After).map(|told| told.told.clone()).unwrap_or_default(),
        effects_next_day: next_day.map_or_else(Default::default, |told| (told.told.clone(), Some(told.at.date()))),
        work,
    })
}

fn answered(answer: &Answer) -> Option<Answered> {
    let is_hold = answer.scale == Scale::Discomfort;
    Some(Answered {
        site: answer.site.clone().filter(|_| is_hold)?,
        side: answer.side,
        round: answer.round?,
        level: Discomfort::new(answer.level?)?,
    })
}

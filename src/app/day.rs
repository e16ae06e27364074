//! The day: what the rules say about today's routine, kept as it is decided, and shown in words.

use jiff::civil::Date;

use super::model::InForce;
use crate::practice::dose::Dose;
use crate::practice::measure::Pain;
use crate::practice::plan::LeadIns;
use crate::practice::program::Routine;
use crate::practice::progress::{Day as Rules, Standings, Step};
use crate::practice::progress::{Decision, Held, Key, MORNING_AFTER, Now, Record, Reply, Rule, Whole, hours};
use crate::practice::safety::effects::AfterEffects;
use crate::practice::safety::gate::{Allowed, Due, due};
use crate::practice::setup::{Effort, Setup};
use crate::ui::action::{Asked, EasyChoice, OfferChoice};
use crate::words;
use crate::world::World;
use crate::world::history::{History, decided, of_today};
use crate::world::store::{AnswerMoment, Decided, SessionId, Ticket};

mod lines;
mod locks;

pub(super) use lines::{line, way};
pub(super) use locks::Lock;

/// What is known about today.
pub(super) struct Day {
    pub history: History,
    pub allowed: Allowed,
    /// Why the long list is to be answered first, if it is.
    pub due: Option<Due>,
    pub rules: Rules,
    pub locks: Vec<Lock>,
    /// What was decided today about the points of this routine, the newest last.
    pub decided: Vec<(Key, Decision)>,
    /// The session that the next-day question is about, and what was answered to it.
    pub after: Option<After>,
    pub offer: OfferChoice,
    pub easy: EasyChoice,
    now: Now,
}

/// The next-day question.
#[derive(Debug, Clone)]
pub(super) struct After {
    pub sessions: Vec<(SessionId, Record)>,
    pub pain: Asked,
    pub ticket: Option<Ticket>,
    pub effects: AfterEffects,
    /// Where the points stood before it was answered.
    pub stood: Standings,
}

impl Day {
    /// Reads the journal, settles what can be settled, keeps that, and returns what the rules say. What stood on the page
    /// before, the question and the choices, stays there.
    pub fn open(world: &World, kept: &InForce, routine: &Routine, pain: Option<Pain>, before: Option<Self>) -> Self {
        let program = &kept.program;
        let now = world.now();
        let mut history = History::read(world, program, routine, now);
        let due = due(history.gate.as_ref(), &program.regions(), now.today);
        let allowed = history.allowed(program);
        let lead_ins = LeadIns::from(world.settings.lead_ins);
        let chosen = before.as_ref().map(|day| (day.offer, day.rules.offer, day.easy));
        let after = before.and_then(|day| day.after).or_else(|| After::of(&history, now));
        let stood = history.standings.clone();
        if let Some(after) = &after {
            // An answer may have been changed since: what it decided is decided anew from where the points stood before it.
            history.standings.clone_from(&after.stood);
        }
        let settled = history.settle(program, routine, &allowed, &lead_ins, now);
        history.keep(world, routine, &stood, &settled);
        let rules = history.day(program, routine, &allowed, &lead_ins, now, pain);
        // A yes is to the step that stood there: another one needs a click of its own.
        let (offer, easy) = match chosen {
            Some((offer, step, easy)) if step == rules.offer => (offer, easy),
            Some((_, _, easy)) => (OfferChoice::Stay, easy),
            None => (OfferChoice::Stay, EasyChoice::Planned),
        };
        keep_rest(world, routine, &rules, now.today);
        let locks = locks::of(world, &history, &allowed, routine, now.today);
        Self {
            allowed,
            due,
            rules,
            locks,
            decided: of_today(world, routine, now.today),
            after,
            offer,
            easy,
            history,
            now,
        }
    }

    /// Returns the step that is offered, where the session is not an easy one by choice.
    pub fn offered(&self) -> Option<(usize, Step)> {
        self.rules.offer.filter(|_| self.easy == EasyChoice::Planned)
    }

    /// Returns today's dose of each point of the routine.
    pub fn doses(&self) -> Vec<Dose> {
        let offered = self.offered().filter(|_| self.offer == OfferChoice::Go);
        let dose = |(index, point): (usize, &crate::practice::progress::PointDay)| match (self.easy, offered) {
            (EasyChoice::Easy, _) if self.rules.whole == Whole::Planned => point.standing.ladder.easy(&point.dose),
            (_, Some((at, step))) if at == index => {
                Dose { ceiling: step.dose.ceiling.min(self.allowed.ceiling.unwrap_or(step.dose.ceiling)), ..step.dose }
            }
            _ => point.dose,
        };
        self.rules.points.iter().enumerate().map(dose).collect()
    }

    /// Draws up the session with the points that are not left out, by the person or by a rule.
    pub fn setup(&self, routine: &Routine, skipped: &[bool], lead_ins: LeadIns) -> Setup {
        let mut setup = self.rules.setup(routine, self.allowed.firm_tools, lead_ins);
        let doses = self.doses();
        setup.points.retain(|&index| !skipped.get(index).copied().unwrap_or(false));
        setup.doses = setup.points.iter().filter_map(|&index| doses.get(index).copied()).collect();
        if self.easy == EasyChoice::Easy {
            setup.effort = Effort::Easy;
        }
        setup
    }

    /// Keeps what was answered to the offer, as the session begins: Start alone keeps the last dose.
    pub fn answer_offer(&mut self, world: &World, routine: &Routine) {
        let Some((index, step)) = self.offered() else { return };
        let Some(point) = routine.points.get(index) else { return };
        let key = Key::of(routine, point);
        let Some(standing) = self.history.standings.0.get_mut(&key) else { return };
        let reply = if self.offer == OfferChoice::Go { Reply::Go } else { Reply::Stay };
        let decision = standing.answer(step, reply, self.now.today);
        let standing = standing.clone();
        let decided = decided(&key, &decision, &self.history.standings, self.now.today);
        world.store.decide(vec![decided], vec![(key, standing)], &world.clock.civil());
    }

    /// W3, after a yes: fewer days from now on.
    pub fn maintain(&self, world: &World, routine: &Routine) {
        let decision = Decision { accepted: Some(true), ..Decision::by(Rule::W3) };
        let key = Key { routine: routine.name.clone(), site: String::new(), side: String::new() };
        let sentence = words::progress::maintains();
        let decided = Decided { day: self.now.today, key, decision, sentence, said: None };
        world.store.decide(vec![decided], Vec::new(), &world.clock.civil());
    }

    /// An easy session is kept as a decision too, whether a rule asked for it or the person did less than the rules allow.
    pub fn keep_easy(&self, world: &World, routine: &Routine) {
        let chosen = match self.rules.whole {
            Whole::Planned if self.easy == EasyChoice::Easy => Some(true),
            Whole::Easy(_) => None,
            _ => return,
        };
        let doses = self.doses();
        let decided = routine.points.iter().zip(&self.rules.points).zip(doses).filter_map(|((on, point), dose)| {
            let decision = Decision {
                changes: point.standing.dose.changes_to(&dose),
                accepted: chosen,
                streak: point.standing.streak,
                ..Decision::by(Rule::G2)
            };
            let key = Key::of(routine, on);
            let told = if chosen.is_some() { words::progress::easy_chosen() } else { words::progress::easy() };
            let sentence = words::progress::made_easy(&key, &decision.changes, told);
            (point.aside.is_none() && !decision.changes.is_empty()).then_some(Decided {
                day: self.now.today,
                key,
                decision,
                sentence,
                said: None,
            })
        });
        world.store.decide(decided.collect(), Vec::new(), &world.clock.civil());
    }

    /// Returns the day and the instant for which this holds.
    pub const fn now(&self) -> Now {
        self.now
    }
}

impl After {
    fn of(history: &History, now: Now) -> Option<Self> {
        let asked = history.asked_about(now);
        let (_, last) = asked.last()?;
        let told = last.next_day;
        let effects = last.effects_next_day.0.clone();
        let sessions = asked.iter().map(|(id, record)| (*id, (*record).clone())).collect();
        let pain = told.map_or(Asked::Open, |pain| Asked::Given { pain, kept: true });
        Some(Self { sessions, pain, ticket: None, effects, stood: history.standings.clone() })
    }

    /// Returns the last of the sessions that are asked about.
    pub fn last(&self) -> Option<&Record> {
        self.sessions.last().map(|(_, record)| record)
    }

    /// Returns whole hours since the last of them.
    pub fn hours(&self, now: Now) -> u16 {
        let since = self.last().map_or(0, |record| hours(record.ended, now.instant));
        u16::try_from(since.max(0)).unwrap_or(u16::MAX)
    }

    /// Returns true where the pain asked for is the pain before a session today, too.
    pub fn is_before_too(&self, now: Now) -> bool {
        i32::from(self.hours(now)) <= MORNING_AFTER
    }

    /// Keeps the pain of the next day, for every session that is asked about.
    pub fn keep_pain(&self, world: &World, pain: Option<Pain>) -> Option<Ticket> {
        let now = world.clock.civil();
        let keep = |(id, _): &(SessionId, Record)| world.store.pain(Some(id), AnswerMoment::NextDay, pain, &now);
        self.sessions.iter().map(keep).last()
    }

    /// Keeps what was told about after-effects, for every session that is asked about.
    pub fn keep_effects(&self, world: &World, told: &AfterEffects) -> Option<Ticket> {
        let now = world.clock.civil();
        let keep = |(id, _): &(SessionId, Record)| world.store.effects(id, AnswerMoment::NextDay, told, &now);
        self.sessions.iter().map(keep).last()
    }
}

/// A day without pressing for severe pain is kept once.
fn keep_rest(world: &World, routine: &Routine, rules: &Rules, today: Date) {
    if rules.whole != Whole::Rest(Rule::G1) {
        return;
    }
    let kept = world.store.decisions(1, Some(Rule::G1)).unwrap_or_default();
    if kept.iter().any(|kept| kept.day == today && kept.key.routine == routine.name) {
        return;
    }
    let decision = Decision::by(Rule::G1);
    let key = Key { routine: routine.name.clone(), site: String::new(), side: String::new() };
    let sentence = words::progress::rest(Rule::G1, None);
    let decided = Decided { day: today, key, decision, sentence, said: None };
    world.store.decide(vec![decided], Vec::new(), &world.clock.civil());
}

/// What holds a point, where nothing moves and it is not just the day.
pub(super) fn telling(held: Option<Held>) -> Option<Held> {
    held.filter(|held| *held != Held::NotToday)
}

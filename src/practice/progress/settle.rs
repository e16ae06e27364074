//! Settling: each session, once its answers are there or will not come any more, moves the points that it worked.

use jiff::{SignedDuration, Timestamp};

use super::class::{Class, class};
use super::day::{Key, Now, Past, Standings, hours};
use super::decision::Decision;
use super::ladder::Ladder;
use super::record::{ASKED_FROM, ASKED_UNTIL, Kept, MORNING_AFTER, Record};
use super::rule::Rule;
use super::standing::{Credit, Gap, PAUSE_DAYS, Settled, Standing};
use crate::practice::dose::Dose;
use crate::practice::insight::days_after;
use crate::practice::measure::Side;
use crate::practice::program::{Program, Routine};
use crate::practice::setup::Effort;
use jiff::civil::Date;

impl Standings {
    /// Brings every point of a routine up to this instant: sessions whose answers are there, or will not come any more, are
    /// settled; gaps are minded; what got worse for a week is locked. Doing it again changes nothing.
    pub fn settle(&mut self, program: &Program, routine: &Routine, past: &Past<'_>, now: Now) -> Vec<(Key, Decision)> {
        let mut decisions = Vec::new();
        for point in &routine.points {
            let key = Key::of(routine, point);
            let start = Dose::start(point, &program.limits);
            let ladder = Ladder::of(point, &program.limits, &program.progression.order);
            let mut standing = self.find(&key).unwrap_or_else(|| Standing::new(start, ladder.clone()));
            standing.adapt(start, ladder, program.prescribed.on, now.today);
            let settled = settle_point(&mut standing, &key, past, now);
            decisions.extend(settled.into_iter().map(|decision| (key.clone(), decision)));
            self.0.insert(key, standing);
        }
        decisions
    }

    /// Returns where a point stands: its own standing, else that of its place in another routine, else that of its sides.
    pub(super) fn find(&self, key: &Key) -> Option<Standing> {
        if let Some(standing) = self.0.get(key) {
            return Some(standing.clone());
        }
        let join = |is_it: &dyn Fn(&Key) -> bool| {
            let found = self.0.iter().filter(|(other, _)| is_it(other)).map(|(_, standing)| standing.clone());
            found.reduce(|one, other| one.joined(&other))
        };
        join(&|other| other.site == key.site && other.side == key.side).or_else(|| join(&|other| key.overlaps(other)))
    }

    /// Releases every point that a lock was about: of one place, or all.
    pub fn release(&mut self, place: Option<(&str, Option<Side>)>, today: Date) -> Vec<(Key, Decision)> {
        self.release_those(today, |key, _| {
            place.is_none_or(|(site, side)| {
                key.site == site && side.is_none_or(|side| key.sides().each().contains(&side))
            })
        })
    }

    /// Lets every point begin gently after a sign that locked everything; a point with a lock of its own keeps it.
    pub fn begin_gently(&mut self, today: Date) -> Vec<(Key, Decision)> {
        self.release_those(today, |_, standing| standing.locked.is_none())
    }

    fn release_those(&mut self, today: Date, is_it: impl Fn(&Key, &Standing) -> bool) -> Vec<(Key, Decision)> {
        let released = self.0.iter_mut().filter(|(key, standing)| is_it(key, standing));
        released.map(|(key, standing)| (key.clone(), standing.release(today))).collect()
    }
}

fn settle_point(standing: &mut Standing, key: &Key, past: &Past<'_>, now: Now) -> Vec<Decision> {
    let mut decisions = Vec::new();
    let mut here: Vec<_> = past.records.iter().filter(|record| record.worked(&key.site, key.sides())).collect();
    here.sort_by_key(|record| record.started);
    mind_clock(standing, &here, now);
    let mut all_settled = true;
    for record in &here {
        if record.day <= now.today && standing.worked.is_none_or(|worked| worked < record.day) {
            standing.worked = Some(record.day);
            standing.gap = Gap::None;
        }
        if standing.has_settled(record.started) {
            continue;
        }
        let Some(settled) = settles(record, key, past.records, now) else {
            all_settled = false;
            continue;
        };
        if record.kept == Kept::Kept || settled.class == Class::Red {
            decisions.push(standing.settle(settled, now.today));
        }
        let floor = if all_settled { record.started.min(now.instant) } else { Timestamp::MIN };
        standing.mark_settled(record.started, floor);
    }
    decisions.extend(standing.mind_gap(now.today));
    let course = past.course;
    let worse = course.started.is_some_and(|started| course.pains.is_worse(started, standing.released, now.today));
    if worse && standing.locked.is_none() {
        standing.lock(now.today);
        decisions.push(Decision::by(Rule::Stop));
    }
    decisions
}

/// A clock that was set back leaves days in the future behind. They count as today: no gap, no bad day and no rest is hidden
/// behind them, and sessions from now on are settled like any other.
fn mind_clock(standing: &mut Standing, here: &[&Record], now: Now) {
    let floor = standing.settled.0;
    if floor > now.instant {
        let ahead =
            here.iter().map(|record| record.started).filter(|&started| now.instant < started && started <= floor);
        standing.settled.1.extend(ahead);
        standing.settled.0 = now.instant;
    }
    let Standing { worked, changed, declined, locked, released, .. } = standing;
    for day in [worked, changed, declined, locked, released] {
        *day = day.map(|day| day.min(now.today));
    }
    for days in [&mut standing.ups, &mut standing.reds] {
        for day in days.iter_mut() {
            *day = (*day).min(now.today);
        }
        days.dedup();
    }
    if let Some(last) = &mut standing.last {
        last.day = last.day.min(now.today);
    }
    let longest = days_after(now.today, PAUSE_DAYS);
    standing.rest = standing.rest.map(|(until, rule)| (until.min(longest), rule));
}

/// Returns what a session is settled as: once its answers are there, or something given is red, or no answer will come any
/// more.
fn settles(record: &Record, key: &Key, records: &[Record], now: Now) -> Option<Settled> {
    let mut answers = record.answers(&key.site, key.sides());
    let next = records.iter().filter(|later| is_after(record, later, now)).min_by_key(|later| later.started);
    if answers.next_day.is_none() {
        let latest = record.ended + SignedDuration::from_hours(i64::from(MORNING_AFTER));
        let is_next_day = |next: &&Record| next.started <= latest;
        answers.next_day = next.filter(is_next_day).and_then(|next| next.before);
    }
    let class = class(&answers);
    let closed = next.is_some() || hours(record.ended, now.instant) >= ASKED_UNTIL;
    (class != Class::Unknown || closed).then_some(Settled {
        day: record.day.min(now.today),
        class,
        counts: if record.effort == Effort::Planned { Credit::Full } else { Credit::None },
        answers,
    })
}

/// Returns the sessions that the next-day question is about now: it is asked from 12 to 72 hours after a session, at the
/// first opening before another one.
pub fn asked_about(records: &[Record], now: Now) -> Vec<&Record> {
    let is_asked = |record: &&Record| {
        let told = &record.effects_next_day.0;
        let open = record.next_day.is_none() || told.soreness_hours.is_none() || told.effects.is_none();
        let since = hours(record.ended, now.instant);
        let in_time = (ASKED_FROM..ASKED_UNTIL).contains(&since);
        open && in_time
            && record.kept == Kept::Kept
            && !record.work.is_empty()
            && !records.iter().any(|later| is_after(record, later, now))
    };
    records.iter().filter(is_asked).collect()
}

/// Returns true where a later session leaves no time for the next-day question; one of a clock that was ahead does not.
fn is_after(record: &Record, later: &Record, now: Now) -> bool {
    later.started <= now.instant && hours(record.ended, later.started) >= ASKED_FROM
}

//! What holds on every day of any program, whoever answers. `KNEADWELL_DAYS=1000000` looks for longer.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::civil::Date;
use kneadwell::practice::dose::Dose;
use kneadwell::practice::insight::days_between;
use kneadwell::practice::measure::{Amount, Bounds, Discomfort};
use kneadwell::practice::plan::{LeadIns, PRESSED_CAP, Plan};
use kneadwell::practice::program::{Prescribed, Press, Program, Progression, Raisable, Schedule};
use kneadwell::practice::progress::{Class, Ladder, Rule, class};
use kneadwell::practice::simulate::{Comes, Kind, Row, Seeded, Session, Simulation};
use kneadwell::words;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use crate::any::{Drawn, drawn};
use crate::life::day;

/// Days in a run without `KNEADWELL_DAYS`.
const USUAL: u32 = 40_000;
/// So many days each person has with each program.
const DAYS: u32 = 160;
/// A clinician says to go on so many days after a lock.
const GO_AHEAD: i32 = 3;

#[test]
fn on_every_day_of_any_program() {
    let days = std::env::var("KNEADWELL_DAYS").ok().and_then(|days| days.parse().ok()).unwrap_or(USUAL);
    let mut runner = TestRunner::new(Config { rng_seed: RngSeed::Fixed(2026), ..Config::default() });
    let programs = program();
    let (mut lived, mut seen) = (0, Seen::default());
    for seed in 0.. {
        if lived >= days {
            break;
        }
        let program = programs.new_tree(&mut runner).expect("a program").current();
        for kind in Kind::ALL {
            let mut watch = Watch::new(&program);
            let routine = &program.routines[0];
            let begin = || Simulation::new(&program, routine, Seeded::new(kind, seed), day(1), Some(GO_AHEAD));
            let mut again = begin();
            let mut simulation = begin();
            for number in 1..=DAYS {
                let rows = simulation.next().expect("a day");
                // The same seed, the same days; a good part of them is proof enough.
                if number <= DAYS / 4 {
                    assert_eq!(Some(&rows), again.next().as_ref());
                }
                let told = watch.day(&rows, &mut seen);
                let told = told.and_then(|()| {
                    // Nothing is settled before the program is opened for the first time.
                    let in_force = |row: &Row| simulation.standings().0.get(&row.key).map(|standing| standing.dose);
                    let after: Option<Vec<_>> = rows.iter().map(in_force).collect();
                    after.map_or(Ok(()), |after| watch.evening(&rows, &after, &mut seen))
                });
                if let Err(fault) = told {
                    panic!("{fault}\nday {number} of {kind:?}, seed {seed}\n{rows:#?}\n{program:#?}");
                }
                lived += 1;
            }
        }
    }
    println!("{lived} days: {seen:?}");
    let Seen { ups, downs, pauses, stops, gaps, easy, locked } = seen;
    assert!([ups, downs, pauses, stops, gaps, easy, locked].iter().all(|&count| count > 20), "too tame: {seen:?}");
}

/// How often each was met: a run without any would prove nothing.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    ups: u32,
    downs: u32,
    pauses: u32,
    stops: u32,
    gaps: u32,
    easy: u32,
    locked: u32,
}

/// Any program: the routines of the session tests, with room in more of their amounts.
fn program() -> impl Strategy<Value = Program> {
    let schedule = (prop_oneof![Just(7_u8), 1..=7_u8], prop_oneof![3 => Just(1_u8), 1 => 2..=3_u8]);
    let progression = (2..=6_u8, 2..=14_u8, Just(Raisable::ALL.to_vec()).prop_shuffle(), 1..=4_usize);
    let review = option::weighted(0.2, 5..200_i32);
    let room = proptest::collection::vec((0..=3_u8, 0..=3_u8, 1..=2_u8), 3);
    (drawn(), schedule, progression, review, room).prop_map(
        |(Drawn { mut routine, limits, .. }, (days_per_week, sessions_per_day), progression, review, room)| {
            let (good_days, min_days_between_steps, mut order, amounts) = progression;
            order.truncate(amounts);
            for (point, (holds, ceiling, step)) in routine.points.iter_mut().zip(room) {
                if let Some(Press::Hold(hold)) = &mut point.press {
                    let start = hold.holds.start();
                    hold.holds = bounds(start, 1, (start + holds).min(6), 1);
                }
                let own = point.ceiling.map_or(5, |own| own.start().level());
                let level = |level| Discomfort::new(level).expect("at most 7");
                if let Amount::Bounded(Bounds { start, min, max, step }) = bounds(own, 2, (own + ceiling).min(7), step)
                {
                    let bounds = Bounds { start: level(start), min: level(min), max: level(max), step: level(step) };
                    point.ceiling = Some(Amount::Bounded(bounds));
                }
            }
            Program {
                title: "any".into(),
                prescribed: Prescribed {
                    by: "B".into(),
                    contact: None,
                    on: Some(day(1)),
                    review: review.map(day),
                    until: None,
                },
                schedule: Schedule { days_per_week, sessions_per_day, days: Vec::new() },
                limits,
                progression: Progression { good_days, min_days_between_steps, order },
                stop_if: Vec::new(),
                notes: None,
                routines: vec![routine],
            }
        },
    )
}

/// A value without room stays locked.
fn bounds(start: u8, min: u8, max: u8, step: u8) -> Amount<u8> {
    if max <= start { Amount::Locked(start) } else { Amount::Bounded(Bounds { start, min: min.min(start), max, step }) }
}

/// What one person did with one program so far.
struct Watch<'a> {
    program: &'a Program,
    ladders: Vec<Ladder>,
    points: Vec<Past>,
    /// Doses whose session was drawn up already.
    drawn: BTreeMap<String, Duration>,
}

#[derive(Debug, Clone, Default)]
struct Past {
    /// The dose in force on the evening before.
    dose: Option<Dose>,
    /// The last session, and whether it was the whole one.
    worked: Option<(Date, Class, Session)>,
    /// Whether anyone could have told about it.
    is_told: bool,
    changed: Option<Date>,
    ups: Vec<Date>,
}

impl<'a> Watch<'a> {
    fn new(program: &'a Program) -> Self {
        let points = &program.routines[0].points;
        let ladder = |point| Ladder::of(point, &program.limits, &program.progression.order);
        Self {
            program,
            ladders: points.iter().map(ladder).collect(),
            points: vec![Past::default(); points.len()],
            drawn: BTreeMap::new(),
        }
    }

    /// What is shown of a day.
    fn day(&mut self, rows: &[Row], seen: &mut Seen) -> Result<(), String> {
        for row in rows {
            let past = &mut self.points[row.point];
            if row.comes != Comes::Away && past.worked.is_some_and(|(day, ..)| days_between(day, row.date) <= 3) {
                past.is_told = true;
            }
            self.within(row.point, &row.dose)?;
            if let Some(decision) = &row.decision {
                let told = words::progress::decision(&row.key, decision, &row.standing.standing.dose, row.held);
                let sentence = told.sentence();
                if decision.rule.id().is_empty() || sentence.trim().len() < 10 || sentence.contains("{$") {
                    return Err(format!("says {sentence:?}"));
                }
                match decision.rule {
                    Rule::Down => seen.downs += 1,
                    Rule::Pause => seen.pauses += 1,
                    Rule::Stop => seen.stops += 1,
                    Rule::Gap => seen.gaps += 1,
                    _ => {}
                }
            }
            seen.easy += u32::from(row.session == Session::Easy);
            seen.locked += u32::from(row.session == Session::Locked);
        }
        self.session(rows)
    }

    /// Bounds and hard caps of one dose.
    fn within(&self, index: usize, dose: &Dose) -> Result<(), String> {
        for &(amount, range) in self.ladders[index].ranges() {
            let Some(value) = dose.amount(amount) else { continue };
            if !(range.min..=range.max).contains(&value) {
                return Err(format!("{} {value} is not within {range:?}", amount.id()));
            }
        }
        let point = &self.program.routines[0].points[index];
        let most = self.program.limits.ceiling.min(point.place.region().cap());
        let of = |amount| dose.amount(amount).unwrap_or(0);
        let (hold, holds) = (of(Raisable::Hold), of(Raisable::Holds));
        let is_fine = hold <= 90 && holds <= 6 && of(Raisable::Stretch) <= 120 && dose.ceiling <= most;
        if is_fine && hold * holds <= 180 { Ok(()) } else { Err(format!("past a hard cap: {dose:?}")) }
    }

    /// The whole session stays within its limit, and every place within its three minutes.
    fn session(&mut self, rows: &[Row]) -> Result<(), String> {
        let doses: Vec<_> = rows.iter().map(|row| row.dose).collect();
        let (routine, limits) = (&self.program.routines[0], &self.program.limits);
        if self.drawn.contains_key(&format!("{doses:?}")) {
            return Ok(());
        }
        let plan = Plan::draw(routine, &doses, limits, &LeadIns::default());
        self.drawn.insert(format!("{doses:?}"), plan.total());
        let pressed = |step| plan.spot(step).map(|spot| plan.pressed(&spot.place, step.side, Duration::MAX));
        if plan.steps().iter().filter_map(pressed).any(|pressed| pressed > PRESSED_CAP) {
            return Err("more than 180 s at a place".into());
        }
        if plan.total() > limits.session.duration() {
            return Err(format!("a session of {:?}, {:?} at most", plan.total(), limits.session));
        }
        Ok(())
    }

    /// What moved since the evening before.
    fn evening(&mut self, rows: &[Row], after: &[Dose], seen: &mut Seen) -> Result<(), String> {
        let mut rises = 0;
        for (row, dose) in rows.iter().zip(after) {
            self.within(row.point, dose)?;
            let ladder = &self.ladders[row.point];
            let past = &mut self.points[row.point];
            let changes = past.dose.map(|before| before.changes_to(dose)).unwrap_or_default();
            past.dose = Some(*dose);
            if !changes.is_empty() && row.decision.as_ref().is_none_or(|decision| decision.changes.is_empty()) {
                return Err(format!("{changes:?} without a decision"));
            }
            if changes.iter().any(|change| change.to > change.from) {
                rises += 1;
                seen.ups += 1;
                let [change] = changes[..] else { return Err(format!("more than one amount: {changes:?}")) };
                let step = ladder.range(change.amount).expect("an amount of the point").step;
                if change.to != change.from + step {
                    return Err(format!("more than one step: {change:?}"));
                }
                past.may_rise(row, &self.program.progression)?;
            }
            if !changes.is_empty() {
                past.changed = Some(row.date);
            }
            if let (Session::Planned | Session::Easy, Some(answers)) = (row.session, &row.answers) {
                past.worked = Some((row.date, class(answers), row.session));
                past.is_told = false;
            }
        }
        if rises > 1 { Err("two steps on a day".into()) } else { Ok(()) }
    }
}

impl Past {
    fn may_rise(&mut self, row: &Row, progression: &Progression) -> Result<(), String> {
        let accepted = row.decision.as_ref().map(|decision| (decision.rule, decision.accepted));
        if accepted != Some((Rule::Up, Some(true))) {
            return Err(format!("it rose by {accepted:?}"));
        }
        let is_good = matches!(self.worked, Some((_, Class::Green, Session::Planned)));
        if !(is_good && self.is_told) {
            return Err(format!("it rose after {:?}, told: {}", self.worked, self.is_told));
        }
        let days = |since: Date| days_between(since, row.date);
        if self.changed.is_some_and(|changed| days(changed) < i32::from(progression.min_days_between_steps)) {
            return Err(format!("it rose too soon after {:?}", self.changed));
        }
        self.ups.retain(|&up| days(up) < 7);
        self.ups.push(row.date);
        if self.ups.len() > 2 { Err(format!("three steps within a week: {:?}", self.ups)) } else { Ok(()) }
    }
}

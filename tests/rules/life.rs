//! A person with a program: sessions with their answers, and what the rules say on a day.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use kneadwell::practice::insight::{Series, days_after};
use kneadwell::practice::measure::{Discomfort, Pain, Side};
use kneadwell::practice::plan::LeadIns;
use kneadwell::practice::program::{Program, Raisable};
use kneadwell::practice::progress::{
    Course, Cut, Day, Decision, Kept, Key, Now, OpenFlag, Past, Record, Reply, Rule, Standing, Standings, Strongest,
    Worked,
};
use kneadwell::practice::safety::effects::{AfterEffects, Effect};
use kneadwell::practice::setup::Effort;

/// Everything may move: hold 30 to 40, holds 3 to 4, stretch 20 to 30, ceiling 4 to 6.
pub const FULL: &str = r#"{ "site": "gluteus-maximus", "side": "left", "ceiling": { "start": 4, "max": 6 },
    "press": { "hold": { "start": "30s", "min": "15s", "max": "40s", "step": "5s" }, "holds": { "start": 3, "max": 4 } },
    "stretch": { "hold": { "start": "20s", "max": "30s", "step": "5s" }, "reps": 2 } }"#;

/// The same at another place.
pub fn full_at(site: &str, side: &str) -> String {
    FULL.replace("gluteus-maximus", site).replace("left", side)
}

/// A program of these points, with more keys before its routines.
pub fn text(more: &str, points: &[&str]) -> String {
    format!(
        r#"{{ "kneadwell": 1, "title": "T", "prescribed": {{ "by": "B" }}, "limits": {{ "ceiling": 6 }}, {more}
             "routines": [ {{ "name": "R", "points": [ {} ] }} ] }}"#,
        points.join(", ")
    )
}

pub fn read(text: &str) -> Program {
    Program::read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?} in {text}"))
}

/// Day 1 is a Monday.
pub fn day(number: i32) -> Date {
    days_after(date(2026, 11, 2), number - 1)
}

/// So many hours after midnight of a day.
pub fn at(number: i32, hours: f64) -> Timestamp {
    let midnight = day(number).to_zoned(TimeZone::UTC).unwrap().timestamp();
    midnight + SignedDuration::from_secs_f64(hours * 3600.0)
}

pub fn now(number: i32, hours: f64) -> Now {
    Now { today: day(number), instant: at(number, hours) }
}

pub fn pain(score: u8) -> Pain {
    Pain::new(score).expect("0 to 10")
}

pub fn level(level: u8) -> Discomfort {
    Discomfort::new(level).expect("0 to 10")
}

/// What is said of a session; a good one to begin with.
#[derive(Debug, Clone)]
pub struct Told {
    pub before: Option<u8>,
    pub after: Option<u8>,
    pub next_day: Option<u8>,
    pub sore: Option<u16>,
    pub effects: Option<Vec<Effect>>,
    pub effects_after: Option<Vec<Effect>>,
    pub felt: Option<u8>,
    pub done: u8,
    pub cut: Cut,
    pub effort: Effort,
    pub kept: Kept,
}

/// Told of a good session.
pub fn good() -> Told {
    Told {
        before: Some(4),
        after: Some(4),
        next_day: Some(4),
        sore: Some(0),
        effects: Some(Vec::new()),
        effects_after: None,
        felt: Some(3),
        done: 100,
        cut: Cut::No,
        effort: Effort::Planned,
        kept: Kept::Kept,
    }
}

pub fn amber() -> Told {
    Told { next_day: Some(5), ..good() }
}

pub fn red() -> Told {
    Told { next_day: Some(6), ..good() }
}

/// Nothing is said on the next day.
pub fn silent() -> Told {
    Told { next_day: None, sore: None, effects: None, ..good() }
}

pub fn easy() -> Told {
    Told { effort: Effort::Easy, ..good() }
}

pub struct Life {
    pub program: Program,
    pub standings: Standings,
    pub course: Course,
    pub records: Vec<Record>,
    pub flags: Vec<OpenFlag>,
    pub blocked: bool,
    pub ceiling: Option<Discomfort>,
    pub lead_ins: LeadIns,
}

impl Life {
    pub fn new(text: &str) -> Self {
        Self {
            program: read(text),
            standings: Standings::default(),
            course: Course::default(),
            records: Vec::new(),
            flags: Vec::new(),
            blocked: false,
            ceiling: None,
            lead_ins: LeadIns::default(),
        }
    }

    /// One point at which everything may move.
    pub fn full() -> Self {
        Self::new(&text("", &[FULL]))
    }

    pub fn past(&self) -> Past<'_> {
        Past {
            course: &self.course,
            records: &self.records,
            flags: &self.flags,
            blocked: self.blocked,
            ceiling: self.ceiling,
            lead_ins: &self.lead_ins,
        }
    }

    /// Settles every routine, and shows that doing it again changes nothing.
    pub fn settle(&mut self, number: i32, hours: f64) -> Vec<Decision> {
        let mut standings = std::mem::take(&mut self.standings);
        let mut decisions = Vec::new();
        for routine in &self.program.routines {
            decisions.extend(standings.settle(&self.program, routine, &self.past(), now(number, hours)));
        }
        let once = standings.clone();
        for routine in &self.program.routines {
            let again = standings.settle(&self.program, routine, &self.past(), now(number, hours));
            assert_eq!(again, Vec::new(), "settled twice on day {number}");
        }
        assert_eq!(standings, once, "day {number}");
        self.standings = standings;
        decisions.into_iter().map(|(_, decision)| decision).collect()
    }

    /// The rules that decided on a morning.
    pub fn decided(&mut self, number: i32) -> Vec<Rule> {
        self.settle(number, 8.0).iter().map(|decision| decision.rule).collect()
    }

    /// What the rules say of the first routine.
    pub fn at(&self, number: i32, hours: f64, before: Option<u8>) -> Day {
        let before = before.map(pain);
        let routine = &self.program.routines[0];
        Day::of(&self.program, routine, &self.standings, &self.past(), now(number, hours), before)
    }

    /// What they say at nine on a usual day, once the morning is settled.
    pub fn on(&mut self, number: i32) -> Day {
        self.settle(number, 8.0);
        self.at(number, 9.0, Some(4))
    }

    /// A session of a quarter of an hour at nine, of every point, with all that will be said of it.
    pub fn session(&mut self, number: i32, told: &Told) {
        self.session_at(number, 9.0, told);
    }

    pub fn session_at(&mut self, number: i32, hours: f64, told: &Told) {
        let ceiling = |key: &Key| self.standings.0.get(key).map_or(level(4), |standing| standing.dose.ceiling);
        let routine = &self.program.routines[0];
        let points = routine.points.iter().enumerate();
        let work = points.flat_map(|(index, point)| {
            let of_side = move |&side: &Side| Worked {
                point: index,
                site: point.place.id().to_owned(),
                side: Some(side),
                ceiling: ceiling(&Key::of(routine, point)),
                strongest: told.felt.map_or(Strongest::Missing(None), |felt| Strongest::Known(level(felt))),
                done: told.done,
                cut: told.cut,
            };
            point.sides.each().iter().map(of_side)
        });
        let effects = AfterEffects { soreness_hours: told.sore, effects: told.effects.clone(), points: Vec::new() };
        let is_told = told.sore.is_some() || told.effects.is_some();
        let record = Record {
            started: at(number, hours),
            ended: at(number, hours + 0.25),
            day: day(number),
            effort: told.effort,
            kept: told.kept,
            before: told.before.map(pain),
            after: told.after.map(pain),
            next_day: told.next_day.map(pain),
            effects_after: AfterEffects { effects: told.effects_after.clone(), ..AfterEffects::default() },
            effects_next_day: (effects, is_told.then(|| day(number + 1))),
            work: work.collect(),
        };
        self.records.push(record);
    }

    /// A morning that settles what was told, and a session; nothing that is offered is taken.
    pub fn lives(&mut self, days: impl IntoIterator<Item = i32>, told: &Told) {
        for number in days {
            self.settle(number, 8.0);
            self.session(number, told);
        }
    }

    /// Pain before sessions, on days from the first on.
    pub fn felt(&mut self, first: i32, scores: &[u8]) {
        let started = *self.course.started.get_or_insert(day(first));
        let pains = (first..).zip(scores).map(|(number, &score)| (day(number), pain(score)));
        self.course.pains = Series::new(pains.collect());
        self.course.started = Some(started);
    }

    /// Answers what is offered on a day.
    pub fn reply(&mut self, number: i32, reply: Reply) -> Decision {
        let (index, step) = self.on(number).offer.unwrap_or_else(|| panic!("nothing is offered on day {number}"));
        let routine = &self.program.routines[0];
        let key = Key::of(routine, &routine.points[index]);
        self.standings.0.get_mut(&key).unwrap().answer(step, reply, day(number))
    }

    /// Where the first point stands.
    pub fn standing(&self) -> &Standing {
        let routine = &self.program.routines[0];
        &self.standings.0[&Key::of(routine, &routine.points[0])]
    }

    /// Where the first point stands, to be set.
    pub fn standing_mut(&mut self) -> &mut Standing {
        let routine = &self.program.routines[0];
        self.standings.0.get_mut(&Key::of(routine, &routine.points[0])).unwrap()
    }

    /// Takes so many steps up at the first point, whatever the rules say.
    pub fn raise(&mut self, number: i32, steps: usize) {
        self.settle(number, 7.0);
        let standing = self.standing_mut();
        for _ in 0..steps {
            take_step(standing, number);
        }
    }

    pub fn dose(&self) -> Amounts {
        amounts(self.standing())
    }
}

/// Takes the next step of the ladder.
pub fn take_step(standing: &mut Standing, number: i32) {
    use kneadwell::practice::progress::Step;
    let (amount, dose) = standing.ladder.step_up(&standing.dose, |_| true).expect("room for a step");
    let change = standing.dose.changes_to(&dose)[0];
    standing.answer(Step { amount, change, dose }, Reply::Go, day(number));
}

/// Hold, holds, stretch and ceiling; 0 where the point has none.
pub type Amounts = [u32; 4];

pub fn amounts(standing: &Standing) -> Amounts {
    Raisable::ALL.map(|amount| standing.dose.amount(amount).unwrap_or(0))
}

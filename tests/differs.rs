//! What differs between two programs: each change is named once, and what asks for more comes first.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fall over")]

use jiff::civil::{Date, Weekday, date};
use kneadwell::practice::library::{Site, Tool};
use kneadwell::practice::measure::{Amount, Bounds, Discomfort, Seconds};
use kneadwell::practice::program::differs::{At, Bearing, Change, Difference, differences};
use kneadwell::practice::program::intake::{Known, Remark, highest_ceiling, remarks};
use kneadwell::practice::program::{
    Glide, Limits, Place, Prescribed, Press, Program, Progression, Raisable, Revision, Schedule, Stretch,
};
use kneadwell::words::taking;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

#[expect(dead_code, reason = "only its routines are of use here")]
#[path = "support/any.rs"]
mod any;

use any::{Drawn, drawn};

fn program(drawn: &[Drawn]) -> Program {
    let routines = drawn.iter().enumerate().map(|(i, drawn)| {
        let mut routine = drawn.routine.clone();
        routine.name = format!("Routine {i}");
        routine
    });
    Program {
        title: "Any".to_owned(),
        prescribed: Prescribed { by: "M. Okafor".to_owned(), contact: None, on: None, review: None, until: None },
        schedule: Schedule { days_per_week: 5, sessions_per_day: 1, days: vec![] },
        limits: drawn.first().map_or(Limits { ceiling: level(5), session: Seconds(1200) }, |drawn| drawn.limits),
        progression: Progression { good_days: 3, min_days_between_steps: 3, order: Raisable::ALL.into() },
        stop_if: vec!["numb fingers".to_owned()],
        notes: None,
        routines: routines.collect(),
    }
}

fn level(level: u8) -> Discomfort {
    Discomfort::new(level).unwrap()
}

/// A change to a program, by the name under which it is to be found.
type Edit = (&'static str, fn(&mut Program));

const EDITS: [Edit; 24] = [
    ("title", |program| program.title.push('!')),
    ("by", |program| program.prescribed.by.push('!')),
    ("contact", |program| program.prescribed.contact = Some("020 7946 0018".to_owned())),
    ("on", |program| program.prescribed.on = Some(date(2026, 11, 2))),
    ("review", |program| program.prescribed.review = Some(date(2026, 11, 30))),
    ("until", |program| program.prescribed.until = Some(date(2026, 12, 14))),
    ("days per week", |program| program.schedule.days_per_week = 6),
    ("sessions", |program| program.schedule.sessions_per_day = 2),
    ("days", |program| program.schedule.days = vec![Weekday::Monday]),
    ("session", |program| program.limits.session.0 += 1),
    ("good days", |program| program.progression.good_days = 2),
    ("days between", |program| program.progression.min_days_between_steps = 2),
    ("order", |program| program.progression.order.reverse()),
    ("sign added", |program| program.stop_if.push("a cold hand".to_owned())),
    ("sign gone", |program| drop(program.stop_if.remove(0))),
    ("notes", |program| program.notes = Some("Warm the room.".to_owned())),
    ("renamed", |program| "Evening".clone_into(&mut program.routines[0].name)),
    ("routine added", |program| {
        let mut routine = program.routines[0].clone();
        "One more".clone_into(&mut routine.name);
        routine.points.truncate(1);
        routine.points[0].place = Place::Known(Site::find("plantar-foot").unwrap());
        program.routines.push(routine);
    }),
    ("point added", |program| {
        let mut point = program.routines[0].points[0].clone();
        point.place = Place::Known(Site::find("piriformis").unwrap());
        program.routines[0].points.push(point);
    }),
    ("tool", |program| first(program).tool = Some(Tool::Elbow)),
    ("ceiling", |program| first(program).ceiling = Some(bounded(2, 2, 3, 1, level))),
    ("press", |program| {
        let glide = Glide { length: Seconds(30), target: level(1) };
        let point = first(program);
        point.press = match point.press {
            Some(Press::Glide(_)) => None,
            _ => Some(Press::Glide(glide)),
        };
    }),
    ("finish", |program| {
        let point = first(program);
        point.finish = Some(point.finish.map_or(2, |reps| reps + 1));
    }),
    ("note", |program| first(program).note = Some("Slowly.".to_owned())),
];

fn first(program: &mut Program) -> &mut kneadwell::practice::program::Point {
    &mut program.routines[0].points[0]
}

fn bounded<T>(start: u8, min: u8, max: u8, step: u8, of: impl Fn(u8) -> T) -> Amount<T> {
    Amount::Bounded(Bounds { start: of(start), min: of(min), max: of(max), step: of(step) })
}

/// The name of an edit that a difference tells of.
fn named(difference: &Difference) -> &'static str {
    use kneadwell::practice::program::differs::{Day, Figure, Moving, Text};
    match (&difference.at, &difference.change) {
        (_, Change::Text { what, .. }) => match what {
            Text::Title => "title",
            Text::By => "by",
            Text::Contact => "contact",
            Text::Notes => "notes",
            Text::Note => "note",
            Text::Where | Text::Position => "own place",
        },
        (_, Change::Day { what, .. }) => match what {
            Day::On => "on",
            Day::Review => "review",
            Day::Until => "until",
        },
        (_, Change::Figure { what, .. }) => match what {
            Figure::DaysPerWeek => "days per week",
            Figure::SessionsPerDay => "sessions",
            Figure::Session => "session",
            Figure::GoodDays => "good days",
            Figure::DaysBetween => "days between",
            Figure::Finish => "finish",
            _ => "another figure",
        },
        (_, Change::Amount { what: Moving::Ceiling, .. }) => "ceiling",
        (_, Change::Days { .. }) => "days",
        (_, Change::Order { .. }) => "order",
        (_, Change::SignAdded(_)) => "sign added",
        (_, Change::SignGone(_)) => "sign gone",
        (_, Change::Renamed { .. }) => "renamed",
        (_, Change::Tool { .. }) => "tool",
        (_, Change::Press { .. }) => "press",
        (At::Routine(_), Change::Added) => "routine added",
        (At::Point { .. }, Change::Added) => "point added",
        _ => "something else",
    }
}

fn cases(cases: u32) -> Config {
    Config { cases, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..Config::default() }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn exactly_what_was_changed_is_named(drawn in prop::collection::vec(drawn(), 1..=2), chosen in 0..1_u32 << EDITS.len()) {
        let old = program(&drawn);
        let mut new = old.clone();
        let edits: Vec<_> = EDITS.iter().enumerate().filter(|(i, _)| chosen >> i & 1 == 1).map(|(_, edit)| edit).collect();
        for (_, edit) in &edits {
            edit(&mut new);
        }
        let found = differences(&old, &new);
        let mut names: Vec<_> = found.iter().map(named).collect();
        let mut wanted: Vec<_> = edits.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        wanted.sort_unstable();
        prop_assert_eq!(names, wanted);
        prop_assert!(found.is_sorted_by_key(|difference| difference.bearing));
        for difference in &found {
            let told = [taking::at(difference, &new), taking::change(difference)];
            prop_assert!(told.iter().all(|words| words.len() > 3 && !words.contains("differs-")), "{:?}", told);
        }
    }

    #[test]
    fn nothing_differs_between_equal_programs_and_something_between_others(
        one in prop::collection::vec(drawn(), 1..=3), other in prop::collection::vec(drawn(), 1..=3),
    ) {
        let (one, other) = (program(&one), program(&other));
        prop_assert_eq!(differences(&one, &one), []);
        prop_assert_eq!(differences(&one, &other).is_empty(), one == other);
        let mut turned = one.clone();
        turned.routines.reverse();
        turned.routines[0].points.reverse();
        prop_assert_eq!(differences(&one, &turned).is_empty(), one == turned);
    }
}

/// Reads a program whose one point is written so.
fn with_point(point: &str) -> Program {
    with(&format!(r#""routines": [ {{ "name": "Evening", "points": [ {point} ] }} ]"#))
}

fn with(keys: &str) -> Program {
    let text = format!(r#"{{ "kneadwell": 1, "title": "Hip", "prescribed": {{ "by": "M. Okafor" }}, {keys} }}"#);
    Program::read(text.as_bytes()).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"))
}

#[test]
fn every_change_at_a_point_bears_its_way() {
    use Bearing::{Higher, Looser, Other};
    let hip = |rest: &str| with_point(&format!(r#"{{ "site": "gluteus-maximus", "side": "left", {rest} }}"#));
    let table = [
        // A locked amount, up, down, and free to move.
        (
            r#""press": { "hold": "30s" }"#,
            r#""press": { "hold": "35s" }"#,
            Higher,
            "Hold: 35 s, locked; before 30 s, locked",
        ),
        (
            r#""press": { "hold": "30s" }"#,
            r#""press": { "hold": "25s" }"#,
            Other,
            "Hold: 25 s, locked; before 30 s, locked",
        ),
        (
            r#""press": { "hold": "30s" }"#,
            r#""press": { "hold": { "start": "30s", "max": "60s" } }"#,
            Higher,
            "Hold: 30 s (10 to 60 s, 5 s a step); before 30 s, locked",
        ),
        (
            r#""press": { "hold": { "start": "30s", "max": "60s" } }"#,
            r#""press": { "hold": { "start": "30s", "max": "60s", "step": "10s" } }"#,
            Higher,
            "Hold: 30 s (10 to 60 s, 10 s a step); before 30 s (10 to 60 s, 5 s a step)",
        ),
        (
            r#""press": { "hold": { "start": "30s", "max": "60s" } }"#,
            r#""press": { "hold": { "start": "30s", "min": "30s", "max": "60s" } }"#,
            Looser,
            "Hold: 30 s (30 to 60 s, 5 s a step); before 30 s (10 to 60 s, 5 s a step)",
        ),
        (r#""press": { "holds": 2 }"#, r#""press": { "holds": 3 }"#, Higher, "Holds: 3, locked; before 2, locked"),
        (r#""press": { "rest": "20s" }"#, r#""press": { "rest": "15s" }"#, Looser, "Rest: 15 s; before 20 s"),
        (
            r#""press": { "feel": [3, 5] }"#,
            r#""press": { "feel": [3, 4] }"#,
            Other,
            "Strength asked for: from 3 to 4; before from 3 to 5",
        ),
        (
            r#""press": { "feel": [2, 4] }"#,
            r#""press": {}"#,
            Higher,
            "Strength asked for: from 3 up to the limit; before from 2 to 4",
        ),
        (r#""press": {}"#, r#""press": {}, "ceiling": 4"#, Other, "Limit: 4, locked; before 5, the usual"),
        (r#""press": {}, "ceiling": 4"#, r#""press": {}"#, Higher, "Limit: 5, the usual; before 4, locked"),
        (r#""press": {}"#, r#""press": {}, "tool": "ball-firm""#, Higher, "Tool: firm ball; before soft ball"),
        (
            r#""press": {}"#,
            r#""press": { "technique": "roll" }"#,
            Higher,
            "Press: 2 × 60 s of slow rolling; before 3 × 30 s",
        ),
        (
            r#""press": {}"#,
            r#""press": { "technique": "strokes" }"#,
            Other,
            "Press: 1 × 10 slow strokes; before 3 × 30 s",
        ),
        (r#""press": {}"#, r#""press": {}, "stretch": {}"#, Higher, "Stretched now: 2 × 30 s"),
        (r#""press": {}, "stretch": {}"#, r#""press": {}"#, Other, "No longer stretched."),
        (
            r#""press": {}"#,
            r#""press": {}, "finish": { "reps": 3 }"#,
            Higher,
            "Slow movements at the end: 3; before none",
        ),
        (r#""press": {}"#, r#""press": {}, "note": "Slowly.""#, Other, "There is a note now. It stands below."),
    ];
    for (old, new, bearing, told) in table {
        let found = differences(&hip(old), &hip(new));
        let [difference] = found.as_slice() else { panic!("{old} to {new}: {found:?}") };
        assert_eq!((difference.bearing, taking::change(difference).as_str()), (bearing, told), "{old} to {new}");
    }
}

#[test]
fn what_moves_is_told_as_that() {
    let point = |site: &str, side: &str| format!(r#"{{ "site": "{site}", "side": "{side}", "press": {{}} }}"#);
    let (hip, calf, foot) = (point("gluteus-maximus", "left"), point("soleus", "left"), point("plantar-foot", "right"));
    let two = |one: &[&String], other: &[&String]| {
        let list = |points: &[&String]| points.iter().map(|point| point.as_str()).collect::<Vec<_>>().join(", ");
        with(&format!(
            r#""routines": [ {{ "name": "Morning", "points": [ {} ] }}, {{ "name": "Evening", "points": [ {} ] }} ]"#,
            list(one),
            list(other)
        ))
    };
    let old = two(&[&hip, &calf], &[&foot]);
    let told = |new: &Program| {
        let tell = |found: &Difference| format!("{}. {}", taking::at(found, new), taking::change(found));
        differences(&old, new).iter().map(tell).collect::<Vec<_>>()
    };
    assert_eq!(told(&two(&[&calf, &hip], &[&foot])), ["Routine “Morning”. The points are worked in another order."]);
    assert_eq!(told(&two(&[&hip], &[&foot, &calf])), ["Evening: left deep calf. Moved here from “Morning”."]);
    let right = point("soleus", "right");
    assert_eq!(told(&two(&[&hip, &right], &[&foot])), ["Morning: right deep calf. Side: right; before left"]);
    let sterno = r#"{ "site": "scalenes", "side": "left", "unlock": true, "press": {} }"#.to_owned();
    assert_eq!(
        told(&two(&[&hip, &calf, &sterno], &[&foot])),
        ["Morning: left side of the neck. This point is new. Vessels, nerves or organs lie close: your therapist has \
             unlocked it on purpose."]
    );
}

#[test]
fn what_is_to_be_known_before_a_yes() {
    let today = date(2026, 11, 23);
    let dated = |keys: &str| {
        let point =
            r#""routines": [ { "name": "A", "points": [ { "site": "soleus", "side": "left", "press": {} } ] } ]"#;
        let text = format!(r#"{{ "kneadwell": 1, "title": "Hip", "prescribed": {{ "by": "M"{keys} }}, {point} }}"#);
        (Program::read(text.as_bytes()).unwrap(), Revision::of(text.as_bytes()))
    };
    let told =
        |offered: &(Program, Revision), now: &(Program, Revision), before: &[Revision], examples: &[Revision]| {
            let known = |of: &'_ (Program, Revision)| (of.0.clone(), of.1);
            let (offered, now) = (known(offered), known(now));
            let offered = Known { program: &offered.0, revision: offered.1 };
            remarks(offered, Some(Known { program: &now.0, revision: now.1 }), before, examples, today)
        };
    let on = |day: &str| dated(&format!(r#", "on": "2026-11-{day}""#));
    let (second, ninth) = (on("02"), on("09"));
    let day = |day: i8| -> Date { date(2026, 11, day) };
    assert_eq!(told(&ninth, &second, &[second.1], &[]), []);
    assert_eq!(told(&second, &second, &[second.1], &[]), [Remark::InForce]);
    let spaced = dated(r#",  "on": "2026-11-02""#);
    assert_eq!(told(&spaced, &second, &[second.1], &[]), [Remark::SameContent]);
    let older = Remark::Older { on: day(2), now: day(9) };
    assert_eq!(told(&second, &ninth, &[ninth.1, second.1], &[]), [older, Remark::Before]);
    let over = dated(r#", "review": "2026-11-20", "until": "2026-11-22""#);
    assert_eq!(told(&over, &ninth, &[], &[over.1]), [Remark::Over(day(22)), Remark::Example]);
    let last_day = dated(r#", "review": "2026-11-20", "until": "2026-11-23""#);
    assert_eq!(told(&last_day, &ninth, &[], &[]), [Remark::ReviewOver(day(20))]);
}

#[test]
fn the_highest_ceiling_is_that_of_the_strongest_press() {
    let highest = |point: &str, limit: u8| {
        let routine = format!(r#""routines": [ {{ "name": "A", "points": [ {point} ] }} ]"#);
        let keys = format!(r#""limits": {{ "ceiling": {limit} }}, {routine}"#);
        highest_ceiling(&with(&keys)).map(Discomfort::level)
    };
    let hip = |rest: &str| format!(r#"{{ "site": "gluteus-maximus", "side": "left", {rest} }}"#);
    assert_eq!(highest(&hip(r#""press": {}"#), 7), Some(5), "the usual");
    assert_eq!(highest(&hip(r#""press": {}, "ceiling": { "start": 4, "max": 6 }"#), 7), Some(6), "what it may become");
    assert_eq!(highest(&hip(r#""press": {}"#), 3), Some(3), "the program's");
    assert_eq!(highest(&hip(r#""stretch": {}"#), 7), None, "a stretch has none");
}

#[test]
fn a_stretch_that_grows_is_higher() {
    let point = |stretch: Stretch| {
        let mut program = with_point(r#"{ "site": "soleus", "side": "left", "stretch": {} }"#);
        first(&mut program).stretch = Some(stretch);
        program
    };
    let stretch =
        |hold, reps| Stretch { hold: Amount::Locked(Seconds(hold)), reps: Amount::Locked(reps), rest: Seconds(10) };
    let found = differences(&point(stretch(20, 2)), &point(stretch(30, 3)));
    assert_eq!(found.iter().map(|found| found.bearing).collect::<Vec<_>>(), [Bearing::Higher, Bearing::Higher]);
}

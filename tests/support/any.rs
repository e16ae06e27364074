//! Any routine that a program may hold, and any way to play it.

use std::time::Duration;

use kneadwell::practice::dose::Dose;
use kneadwell::practice::journal::Happened;
use kneadwell::practice::keys::{Key, Wish, wish};
use kneadwell::practice::library::Site;
use kneadwell::practice::measure::{Amount, Bounds, Discomfort, Seconds, Side, Sides};
use kneadwell::practice::plan::{LeadIns, Plan};
use kneadwell::practice::program::{
    Alternate, Feel, Glide, Hold, Limits, Place, Point, Press, Roll, Routine, Stretch, Strokes,
};
use kneadwell::practice::scan::AnswerBy;
use kneadwell::practice::session::{Input, Session, State};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Gentle, standard and large sites, of regions capped at 5 and at 7.
const SITES: [&str; 5] = ["upper-trapezius", "masseter", "gluteus-maximus", "hamstrings", "wrist-extensors"];

/// A routine with the limits of its program; the line of its first day fits into the session.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub routine: Routine,
    pub limits: Limits,
    /// Whether its questions are answered as numbers are spoken.
    pub answer_by: AnswerBy,
}

impl Drawn {
    pub fn plan(&self) -> Plan {
        let doses: Vec<_> = self.routine.points.iter().map(|point| Dose::start(point, &self.limits)).collect();
        let plan = Plan::draw(&self.routine, &doses, &self.limits, &LeadIns::default());
        match self.answer_by {
            AnswerBy::Digits => plan,
            AnswerBy::Scan => plan.scanned(),
        }
    }
}

pub fn drawn() -> impl Strategy<Value = Drawn> {
    let sites = Just(SITES.to_vec()).prop_shuffle();
    let slack = prop_oneof![Just(0), 0..60_u32, Just(900)];
    let answer_by = prop_oneof![Just(AnswerBy::Digits), Just(AnswerBy::Scan)];
    (sites, vec(point(), 1..=3), level(2..=7), slack, answer_by).prop_map(
        |(sites, mut points, ceiling, slack, answer_by)| {
            for (point, id) in points.iter_mut().zip(sites) {
                point.place = Place::Known(Site::find(id).expect("a site of the library"));
            }
            let routine = Routine { name: "any".into(), points };
            let unlimited = Limits { ceiling, session: Seconds(3600) };
            let whole =
                Drawn { routine: routine.clone(), limits: unlimited, answer_by: AnswerBy::Digits }.plan().total();
            let session = Seconds(whole.as_secs() as u32 + slack);
            Drawn { routine, limits: Limits { ceiling, session }, answer_by }
        },
    )
}

fn point() -> impl Strategy<Value = Point> {
    let sides = prop_oneof![Just(Sides::One(Side::Left)), Just(Sides::One(Side::Right)), Just(Sides::Both)];
    let ceiling = option::of(level(2..=7).prop_map(Amount::Locked));
    let finish = prop_oneof![3 => Just(None), 1 => (2..=5_u8).prop_map(Some)];
    (sides, ceiling, option::weighted(0.9, press()), option::of(stretch()), finish).prop_map(
        |(sides, ceiling, press, stretch, finish)| {
            let nothing = press.is_none() && stretch.is_none();
            let usual = Stretch { hold: Amount::Locked(Seconds(20)), reps: Amount::Locked(2), rest: Seconds(10) };
            Point {
                place: Place::Known(&Site::all()[0]),
                sides,
                tool: None,
                ceiling,
                press,
                stretch: stretch.or(nothing.then_some(usual)),
                finish,
                note: None,
            }
        },
    )
}

fn press() -> impl Strategy<Value = Press> {
    let seconds = |range| Strategy::prop_map(range, Seconds);
    prop_oneof![
        6 => hold(),
        1 => (3..=10_u32, 2..=5_u32, 30..=120_u32, feel()).prop_map(|(on, off, total, feel)| {
            Press::Alternate(Alternate { on: Seconds(on), off: Seconds(off), total: Seconds(total), feel })
        }),
        1 => (6..=12_u8, seconds(2..=5_u32), 1..=3_u8, feel())
            .prop_map(|(count, pace, sets, feel)| Press::Strokes(Strokes { count, pace, sets, feel })),
        1 => (seconds(20..=180_u32), level(0..=2))
            .prop_map(|(length, target)| Press::Glide(Glide { length, target })),
        1 => (seconds(30..=60_u32), 1..=3_u8, seconds(10..=60_u32), feel())
            .prop_map(|(length, sets, rest, feel)| Press::Roll(Roll { length, sets, rest, feel })),
    ]
}

fn hold() -> impl Strategy<Value = Press> {
    (10..=90_u32, 0..=40_u32, 1..=6_u8, 10..=60_u32, 0..=45_u32, 1..=5_u32, feel()).prop_map(
        |(length, more, holds, rest, ramp, release, feel)| {
            let start = Seconds(length.min(180 / u32::from(holds)));
            let hold = match more {
                0..=10 => Amount::Locked(start),
                _ => Amount::Bounded(Bounds {
                    start,
                    min: Seconds(10),
                    max: Seconds((start.0 + more).min(90)),
                    step: Seconds(5),
                }),
            };
            Press::Hold(Hold {
                hold,
                holds: Amount::Locked(holds),
                rest: Seconds(rest),
                ramp: Seconds(ramp.min(start.0 / 2)),
                release: Seconds(release),
                feel,
            })
        },
    )
}

fn stretch() -> impl Strategy<Value = Stretch> {
    (10..=60_u32, 0..=30_u32, 1..=4_u8, 5..=60_u32).prop_map(|(length, more, reps, rest)| Stretch {
        hold: Amount::Bounded(Bounds {
            start: Seconds(length),
            min: Seconds(10),
            max: Seconds(length + more),
            step: Seconds(5),
        }),
        reps: Amount::Locked(reps),
        rest: Seconds(rest),
    })
}

fn feel() -> impl Strategy<Value = Option<Feel>> {
    option::of((0..=7_u8, 0..=7_u8).prop_map(|(one, other)| {
        let level = |level| Discomfort::new(level).expect("at most 7");
        Feel { from: level(one.min(other)), to: level(one.max(other)) }
    }))
}

fn level(range: std::ops::RangeInclusive<u8>) -> impl Strategy<Value = Discomfort> {
    range.prop_map(|level| Discomfort::new(level).expect("at most 10"))
}

/// Something put to a session after a while.
#[derive(Debug, Clone, Copy)]
pub struct Put {
    pub wait: Wait,
    pub what: What,
}

#[derive(Debug, Clone, Copy)]
pub enum Wait {
    /// So many microseconds.
    Micros(u64),
    /// Until the very instant at which something is due.
    Due,
}

#[derive(Debug, Clone, Copy)]
pub enum What {
    Press(Key),
    Click(Input),
}

pub fn puts() -> impl Strategy<Value = Vec<Put>> {
    vec(put(prop_oneof![6 => key().prop_map(What::Press), 4 => click().prop_map(What::Click)]), 0..60)
}

/// Pauses, and on again.
pub fn pauses() -> impl Strategy<Value = Vec<Put>> {
    vec(put(prop_oneof![Just(What::Click(Input::Pause)), Just(What::Click(Input::Resume))]), 0..40)
}

fn put(what: impl Strategy<Value = What>) -> impl Strategy<Value = Put> {
    let wait = prop_oneof![
        1 => Just(Wait::Micros(0)),
        2 => (0..3_000_000_u64).prop_map(Wait::Micros),
        2 => (0..40_000_u64).prop_map(|ms| Wait::Micros(ms * 1000)),
        2 => Just(Wait::Due),
    ];
    (wait, what).prop_map(|(wait, what)| Put { wait, what })
}

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        Just(Key::Space),
        Just(Key::LetGo),
        Just(Key::Time),
        Just(Key::Left),
        Just(Key::Right),
        Just(Key::Plus),
        Just(Key::Escape),
        (0..=9_u8).prop_map(Key::Digit),
        Just(Key::Ten),
        Just(Key::Other),
    ]
}

fn click() -> impl Strategy<Value = Input> {
    prop_oneof![
        6 => Just(Input::Resume),
        2 => Just(Input::Pause),
        2 => Just(Input::Found),
        1 => Just(Input::Ease),
        2 => Just(Input::LetGo),
        2 => Just(Input::Skip),
        3 => Just(Input::Back),
        3 => Just(Input::More),
        1 => Just(Input::Stop),
        1 => Just(Input::Unwell),
    ]
}

/// Plays the inputs one after another, and shows each to `watch` with the session before and after it.
pub fn play(
    plan: Plan,
    puts: &[Put],
    mut watch: impl FnMut(&Session, &Session, Input, Duration, &[kneadwell::practice::journal::Event]),
) -> Played {
    let (mut session, mut events) = Session::start(plan);
    let mut clock = Duration::ZERO;
    let mut inputs = Vec::new();
    for put in puts {
        clock = match put.wait {
            Wait::Micros(micros) => clock + Duration::from_micros(micros),
            Wait::Due => session.deadline(clock).unwrap_or(clock),
        };
        let input = match put.what {
            What::Click(input) => Some(input),
            What::Press(key) => match wish(key, &session, clock) {
                Some(Wish::Put(input)) => Some(input),
                Some(Wish::Time) | None => None,
            },
        };
        let mut before = session.clone();
        let due = before.apply(Input::Tick, clock);
        if let What::Press(key) = put.what {
            assert_eq!(wish(key, &session, clock), wish(key, &before, clock), "a late tick changes no key");
        }
        let Some(input) = input else { continue };
        let told = session.apply(input, clock);
        watch(&before, &session, input, clock, &told[due.len()..]);
        events.extend(told);
        inputs.push((clock, input));
    }
    let mut played = Played { session, events, inputs, clock };
    played.put(Input::Tick);
    played
}

/// An answer to every question about discomfort, so long after it has opened; silence too.
pub fn answers() -> impl Strategy<Value = Vec<Option<(u64, u8)>>> {
    vec(option::weighted(0.8, (0..12_000_u64, 0..=10_u8)), 1..12)
}

/// Plays a session to its end, answering its questions as they come, with an input now and then. Every step of the clock is
/// shown to `watch` with the session before and after it, and what was told.
pub fn play_answering(
    plan: Plan,
    answers: &[Option<(u64, u8)>],
    puts: &[Put],
    mut watch: impl FnMut(&Session, &Session, &[kneadwell::practice::journal::Event]),
) -> Played {
    let (session, events) = Session::start(plan);
    let mut played = Played { session, events, inputs: Vec::new(), clock: Duration::ZERO };
    let (mut answers, mut puts) = (answers.iter().cycle(), puts.iter());
    let mut pending: Option<(Duration, Input)> = None;
    for turn in 0..400 {
        let due = played.session.deadline(played.clock);
        let (at, input) = match (pending, due) {
            (Some((at, input)), Some(due)) if at <= due => {
                pending = None;
                (at, input)
            }
            (_, Some(due)) => (due, Input::Tick),
            (_, None) => (played.clock, Input::Resume),
        };
        played.step(at, input, &mut watch);
        let asked = played.events.iter().rev().take(4).any(|event| matches!(event.what, Happened::Asked { .. }));
        if asked && pending.is_none() && played.session.asking().is_some_and(|asking| asking.given.is_none()) {
            pending = answers.next().copied().flatten().map(|(after, level)| {
                let input = if level == 10 { Input::Ten } else { Input::Digit(level) };
                (played.clock + Duration::from_millis(after), input)
            });
        }
        if turn % 7 == 3
            && let Some(What::Click(input)) = puts.next().map(|put| put.what)
        {
            played.step(played.clock, input, &mut watch);
        }
        if played.events.last().is_some_and(|event| matches!(event.what, Happened::PressingEnded { .. })) {
            // What was too much is not done once more.
            played.step(played.clock, Input::Back, &mut watch);
        }
        if matches!(played.session.state(), State::Ended(_)) {
            break;
        }
    }
    played
}

pub struct Played {
    pub session: Session,
    pub events: Vec<kneadwell::practice::journal::Event>,
    pub inputs: Vec<(Duration, Input)>,
    pub clock: Duration,
}

impl Played {
    /// On to the end of the line, out of any pause.
    pub fn finish(&mut self) {
        self.put(Input::Resume);
        self.clock += self.session.left(self.clock);
        self.put(Input::Tick);
    }

    fn step(
        &mut self,
        at: Duration,
        input: Input,
        watch: &mut impl FnMut(&Session, &Session, &[kneadwell::practice::journal::Event]),
    ) {
        self.clock = at;
        let before = self.session.clone();
        let told = self.session.apply(input, at);
        watch(&before, &self.session, &told);
        self.events.extend(told);
    }

    fn put(&mut self, input: Input) {
        self.events.extend(self.session.apply(input, self.clock));
        self.inputs.push((self.clock, input));
    }
}

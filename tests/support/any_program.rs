//! Any program that its file may hold, to the ends of every range.

use std::ops::RangeInclusive;
use std::time::Duration;

use fastrand::Rng;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use kneadwell::practice::library::{Region, Site, Tool};
use kneadwell::practice::measure::{Amount, Bounds, Discomfort, Seconds, Side, Sides};
use kneadwell::practice::plan::Plan;
use kneadwell::practice::program::{
    Alternate, Feel, Glide, Hold, Limits, OwnSite, Place, Point, Prescribed, Press, Program, Progression, Raisable,
    Roll, Routine, Schedule, Stretch, Strokes,
};

const LONGEST_SESSION: u32 = 30 * 60;

/// Returns the program of a seed.
pub fn program(seed: u64) -> Program {
    let mut any = Any(Rng::with_seed(seed));
    let ceiling = any.level(2..=7);
    let count = any.mostly(1..=3, 1..=12);
    let routines: Vec<_> = (0..count).map(|at| any.routine(at, ceiling)).collect();
    let unlimited = Limits { ceiling, session: Seconds(LONGEST_SESSION) };
    let longest = routines.iter().map(|routine| length(routine, unlimited)).max().unwrap_or_default();
    let session = longest.max(60) + any.number(0..=1) * any.number(0..=LONGEST_SESSION - longest.max(60));
    let points = || routines.iter().flat_map(|routine| &routine.points);
    let only_strokes = points().all(|point| matches!(point.press, Some(Press::Strokes(_))));
    Program {
        title: any.line(120),
        prescribed: any.prescribed(),
        schedule: any.schedule(if only_strokes { 6 } else { 3 }),
        limits: Limits { ceiling, session: Seconds(session) },
        progression: any.progression(),
        stop_if: (0..any.mostly(0..=2, 0..=20)).map(|_| any.line(200)).collect(),
        notes: any.maybe(|any| any.prose(2000)),
        routines,
    }
}

fn length(routine: &Routine, limits: Limits) -> u32 {
    let total = Plan::first_day(routine, &limits).total();
    (total + Duration::from_millis(999)).as_secs() as u32
}

struct Any(Rng);

impl Any {
    fn number(&mut self, range: RangeInclusive<u32>) -> u32 {
        self.0.u32(range)
    }

    fn byte(&mut self, range: RangeInclusive<u8>) -> u8 {
        self.0.u8(range)
    }

    fn seconds(&mut self, range: RangeInclusive<u32>) -> Seconds {
        Seconds(self.number(range))
    }

    fn level(&mut self, range: RangeInclusive<u8>) -> Discomfort {
        level(self.byte(range).into())
    }

    /// Draws from the first range, now and then from the other.
    fn mostly(&mut self, often: RangeInclusive<u32>, rarely: RangeInclusive<u32>) -> u32 {
        let range = if self.0.u8(0..10) == 0 { rarely } else { often };
        self.number(range)
    }

    fn maybe<T>(&mut self, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.0.bool().then(|| draw(self))
    }

    fn line(&mut self, most: u32) -> String {
        self.text(most, &['"', '\\', '/', '{', '[', ':', ',', ' ', 'é', '肩', '🙂', '\u{feff}', '\'', '\u{301}'])
    }

    fn prose(&mut self, most: u32) -> String {
        self.text(most, &['\n', '"', '\\', ' ', 'ß', '肩', '🙂', '}', ']'])
    }

    /// Draws a text with at least one letter.
    fn text(&mut self, most: u32, awkward: &[char]) -> String {
        let length = self.mostly(1..=20, 1..=most);
        let letter = self.number(0..=length - 1);
        let one = |at| match self.0.u8(0..4) {
            _ if at == letter => self.0.alphabetic(),
            0 => awkward[self.0.usize(..awkward.len())],
            1 => Some(self.0.char(..)).filter(|c| is_harmless(*c)).unwrap_or('-'),
            _ => self.0.lowercase(),
        };
        (0..length).map(one).collect()
    }

    fn date(&mut self, from: Date) -> Date {
        let last = date(2199, 12, 31);
        let days = self.mostly(0..=90, 0..=70_000);
        from.checked_add(i64::from(days).days()).map_or(last, |day| day.min(last))
    }

    fn prescribed(&mut self) -> Prescribed {
        let by = self.line(120);
        let contact = self.maybe(|any| any.line(200));
        let on = self.maybe(|any| any.date(date(2000, 1, 1)));
        let first = on.unwrap_or(date(2000, 1, 1));
        let (review, until) = (self.maybe(|any| any.date(first)), self.maybe(|any| any.date(first)));
        Prescribed { by, contact, on, review, until }
    }

    fn schedule(&mut self, most_sessions: u8) -> Schedule {
        let mut days: Vec<_> = Weekday::Monday.cycle_forward().take(7).collect();
        days.retain(|_| self.0.bool());
        let named = u8::try_from(days.len()).unwrap_or(7);
        let days_per_week = if named == 0 { self.byte(1..=7) } else { named };
        Schedule { days_per_week, sessions_per_day: self.byte(1..=most_sessions), days }
    }

    fn progression(&mut self) -> Progression {
        let mut order = Vec::from(Raisable::ALL);
        self.0.shuffle(&mut order);
        order.truncate(self.0.usize(1..=4));
        Progression { good_days: self.byte(2..=6), min_days_between_steps: self.byte(2..=14), order }
    }

    /// Draws a routine that fits into the longest session there may be.
    fn routine(&mut self, at: u32, ceiling: Discomfort) -> Routine {
        let mut sites: Vec<_> = Site::all().iter().collect();
        self.0.shuffle(&mut sites);
        let count = self.0.usize(1..=6);
        let name = format!("{}{at}", self.line(70));
        let points = sites.into_iter().take(count).enumerate().map(|(at, site)| self.point(at, site, ceiling));
        let mut routine = Routine { name, points: points.collect() };
        let limits = Limits { ceiling, session: Seconds(LONGEST_SESSION) };
        while routine.points.len() > 1 && length(&routine, limits) > LONGEST_SESSION {
            routine.points.pop();
        }
        if length(&routine, limits) > LONGEST_SESSION {
            routine.points[0].sides = Sides::One(Side::Left);
        }
        routine
    }

    fn point(&mut self, at: usize, site: &'static Site, limit: Discomfort) -> Point {
        let is_own = self.0.u8(0..4) == 0;
        let place = if is_own { Place::Own(self.own(at)) } else { Place::Known(site) };
        let sides = [Sides::One(Side::Left), Sides::One(Side::Right), Sides::Both, Sides::One(Side::Middle)];
        let sides = sides[self.0.usize(..if is_own { 4 } else { 3 })];
        let cap = place.region().cap().min(limit);
        let ceiling = self.maybe(|any| any.amount(2, cap.level().into(), 1)).map(|amount| each(amount, level));
        let highest = ceiling.map_or(place.preset().ceiling(), Amount::max).min(cap);
        let press = (self.0.u8(0..5) > 0).then(|| self.press(highest));
        let tool = press.and_then(|_| match &place {
            Place::Known(site) => self.0.choice(&site.tools).copied(),
            Place::Own(_) => self.maybe(|any| any.0.choice(Tool::ALL)).flatten(),
        });
        let stretch = self.maybe(Self::stretch);
        let stretch = if press.is_none() { stretch.or_else(|| Some(self.stretch())) } else { stretch };
        let finish = self.maybe(|any| any.byte(2..=5));
        Point { place, sides, tool, ceiling, press, stretch, finish, note: self.maybe(|any| any.prose(1000)) }
    }

    fn own(&mut self, at: usize) -> OwnSite {
        OwnSite {
            name: format!("{}{at}", self.line(70)),
            location: self.line(500),
            region: Region::ALL[self.0.usize(..Region::ALL.len())],
            position: self.maybe(|any| any.line(500)),
        }
    }

    fn press(&mut self, highest: Discomfort) -> Press {
        let feel = self.maybe(|any| {
            let to = any.level(1..=highest.level());
            Feel { from: any.level(1..=to.level()), to }
        });
        match self.0.u8(0..8) {
            0 => Press::Alternate(Alternate {
                on: self.seconds(3..=10),
                off: self.seconds(2..=5),
                total: self.seconds(30..=120),
                feel,
            }),
            1 => {
                let (count, pace) = (self.byte(6..=12), self.seconds(2..=6));
                let sets = self.byte(1..=3).min((180 / (u32::from(count) * pace.0)) as u8);
                Press::Strokes(Strokes { count, pace, sets, feel })
            }
            2 => Press::Glide(Glide { length: self.seconds(20..=180), target: self.level(0..=2) }),
            3 => {
                let length = self.seconds(30..=120);
                let sets = self.byte(1..=3).min((180 / length.0) as u8);
                Press::Roll(Roll { length, sets, rest: self.seconds(10..=60), feel })
            }
            _ => self.hold(feel),
        }
    }

    fn hold(&mut self, feel: Option<Feel>) -> Press {
        let hold = self.amount(10, 90, 5);
        let most_holds = (180 / hold.start()).min(6);
        let mut holds = self.amount(1, 6, 1);
        if holds.start() > most_holds {
            holds = Amount::Locked(most_holds);
        }
        Press::Hold(Hold {
            hold: each(hold, Seconds),
            holds: each(holds, |number| number as u8),
            rest: self.seconds(10..=60),
            ramp: self.seconds(1..=hold.start() / 2),
            release: self.seconds(1..=10),
            feel,
        })
    }

    fn stretch(&mut self) -> Stretch {
        let reps = self.amount(1, 4, 1);
        Stretch {
            hold: each(self.amount(10, 120, 5), Seconds),
            reps: each(reps, |number| number as u8),
            rest: self.seconds(5..=60),
        }
    }

    /// Draws a locked amount, or bounds; where the usual step does not fit, it stands there unwritten.
    fn amount(&mut self, least: u32, most: u32, usual_step: u32) -> Amount<u32> {
        let start = self.number(least..=most);
        if self.0.bool() {
            return Amount::Locked(start);
        }
        let (min, max) = (self.number(least..=start), self.number(start..=most));
        let step = if max == min || self.0.bool() { usual_step } else { self.number(1..=max - min) };
        Amount::Bounded(Bounds { start, min, max, step })
    }
}

fn each<T>(amount: Amount<u32>, to: impl Fn(u32) -> T) -> Amount<T> {
    match amount {
        Amount::Locked(value) => Amount::Locked(to(value)),
        Amount::Bounded(Bounds { start, min, max, step }) => {
            Amount::Bounded(Bounds { start: to(start), min: to(min), max: to(max), step: to(step) })
        }
    }
}

fn level(level: u32) -> Discomfort {
    Discomfort::new(level as u8).unwrap()
}

fn is_harmless(c: char) -> bool {
    let turns = matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    !turns && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}')
}

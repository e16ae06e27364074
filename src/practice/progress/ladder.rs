//! What may move at a point, how far, and one step of it. Nothing here ever leaves the therapist's bounds or the hard caps.

use serde::{Deserialize, Serialize};

use crate::practice::dose::{Dose, ceiling};
use crate::practice::measure::{Amount, Bounds, Discomfort, Seconds};
use crate::practice::plan::PRESSED_CAP;
use crate::practice::program::{Limits, Point, Press, Raisable};

/// The least of each amount where a program writes no `min` (`details.md` §3).
const FLOORS: [(Raisable, u32); 4] =
    [(Raisable::Hold, 10), (Raisable::Holds, 1), (Raisable::Stretch, 10), (Raisable::Ceiling, 2)];
/// One step where a program writes none: 5 s, or one.
const STEPS: [(Raisable, u32); 4] =
    [(Raisable::Hold, 5), (Raisable::Holds, 1), (Raisable::Stretch, 5), (Raisable::Ceiling, 1)];

/// What one amount may be: `min ≤ start ≤ max`, `step ≥ 1`. A locked amount has its own start as `max`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names of measure::Bounds")]
pub struct Range {
    pub start: u32,
    pub min: u32,
    pub max: u32,
    pub step: u32,
    pub rises: Rises,
}

/// Whether an amount may ever rise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rises {
    /// Up to its `max`; also back up to it, after a bad day.
    ToMax,
    /// Never: the therapist wrote a plain value (`details.md` §3).
    Never,
}

/// The amounts of a point with what each may be, in the order in which they rise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    ranges: Vec<(Raisable, Range)>,
    /// Amounts that may rise, the first first.
    order: Vec<Raisable>,
}

/// One amount that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub amount: Raisable,
    /// Seconds, counts or a level, before.
    pub from: u32,
    /// And after.
    pub to: u32,
}

impl Range {
    /// Returns true where it never rises: a plain value, or bounds that leave no room.
    const fn is_locked(self) -> bool {
        matches!(self.rises, Rises::Never) || self.max <= self.min
    }

    /// Returns how many steps a value lies above the start.
    pub(super) const fn steps_above(self, value: u32) -> usize {
        let step = if self.step == 0 { 1 } else { self.step };
        value.saturating_sub(self.start).div_ceil(step) as usize
    }
}

impl Dose {
    /// Returns one of its amounts, in seconds, as a count or as a level; none where the point has no use for it.
    pub fn amount(&self, amount: Raisable) -> Option<u32> {
        match amount {
            Raisable::Hold => self.hold.map(|hold| hold.0),
            Raisable::Holds => self.holds.map(u32::from),
            Raisable::Stretch => self.stretch.map(|stretch| stretch.0),
            Raisable::Ceiling => Some(u32::from(self.ceiling.level())),
        }
    }

    /// Returns it with one amount changed; one that the point has no use for stays away.
    #[must_use]
    pub fn with(mut self, amount: Raisable, value: u32) -> Self {
        let count = || u8::try_from(value).unwrap_or(u8::MAX);
        match amount {
            Raisable::Hold => self.hold = self.hold.and(Some(Seconds(value))),
            Raisable::Holds => self.holds = self.holds.map(|_| count()),
            Raisable::Stretch => self.stretch = self.stretch.and(Some(Seconds(value))),
            Raisable::Ceiling => self.ceiling = Discomfort::new(count()).unwrap_or(self.ceiling),
        }
        self
    }

    /// Returns what differs from another dose, from this to that.
    pub fn changes_to(&self, after: &Self) -> Vec<Change> {
        let change = |amount| {
            let (from, to) = (self.amount(amount)?, after.amount(amount)?);
            (from != to).then_some(Change { amount, from, to })
        };
        Raisable::ALL.into_iter().filter_map(change).collect()
    }

    /// Returns the lesser of two doses, amount by amount.
    #[must_use]
    pub fn least(&self, other: &Self) -> Self {
        Raisable::ALL.into_iter().fold(*self, |dose, amount| match (dose.amount(amount), other.amount(amount)) {
            (Some(own), Some(value)) => dose.with(amount, own.min(value)),
            _ => dose,
        })
    }
}

impl Ladder {
    /// Reads a point's bounds, with the caps of its program and its part of the body.
    pub fn of(point: &Point, limits: &Limits, order: &[Raisable]) -> Self {
        let mut ranges = Vec::new();
        if let Some(Press::Hold(hold)) = point.press {
            ranges.push((Raisable::Hold, range(Raisable::Hold, hold.hold, |time| time.0)));
            ranges.push((Raisable::Holds, range(Raisable::Holds, hold.holds, u32::from)));
        }
        if let Some(stretch) = point.stretch {
            ranges.push((Raisable::Stretch, range(Raisable::Stretch, stretch.hold, |time| time.0)));
        }
        let own = point.ceiling.unwrap_or_else(|| Amount::Locked(point.place.preset().ceiling()));
        let cap = u32::from(limits.ceiling.min(point.place.region().cap()).level());
        let written = range(Raisable::Ceiling, own, |level| u32::from(level.level()));
        let start = u32::from(ceiling(point, limits).level());
        let ceiling = Range { start, min: written.min.min(start), max: written.max.min(cap), ..written };
        ranges.push((Raisable::Ceiling, ceiling));
        Self { ranges, order: order.to_vec() }
    }

    /// Returns what an amount may be.
    pub fn range(&self, amount: Raisable) -> Option<Range> {
        self.ranges.iter().find(|(of, _)| *of == amount).map(|(_, range)| *range)
    }

    /// Returns every amount with what it may be.
    pub fn ranges(&self) -> &[(Raisable, Range)] {
        &self.ranges
    }

    /// Returns true where nothing may ever rise: the therapist locked it all.
    pub fn is_locked(&self) -> bool {
        self.order.iter().all(|&amount| self.range(amount).is_none_or(Range::is_locked))
    }

    /// Returns a dose with every amount at its start.
    #[must_use]
    pub fn start(&self, dose: &Dose) -> Dose {
        self.ranges.iter().fold(*dose, |dose, (amount, range)| dose.with(*amount, range.start))
    }

    /// Returns a dose brought inside the bounds.
    #[must_use]
    pub fn clamped(&self, dose: &Dose) -> Dose {
        self.ranges.iter().fold(*dose, |dose, (amount, range)| match dose.amount(*amount) {
            Some(value) => dose.with(*amount, value.clamp(range.min, range.max)),
            None => dose,
        })
    }

    /// Returns the one next step up: the first amount in order of which a whole step fits below its maximum and the caps.
    /// `fits` looks at the whole session: its limit counts too. A locked amount never rises, not
    /// even back to where it began.
    pub fn step_up(&self, dose: &Dose, fits: impl Fn(&Dose) -> bool) -> Option<(Raisable, Dose)> {
        self.order.iter().copied().find_map(|amount| {
            let (range, value) = (self.range(amount)?, dose.amount(amount)?);
            let raised = value + range.step;
            let after = dose.with(amount, raised);
            let is_allowed = !range.is_locked() && raised <= range.max;
            (is_allowed && pressed(&after) <= PRESSED_CAP.as_secs() && fits(&after)).then_some((amount, after))
        })
    }

    /// Takes one step off an amount, not below its least.
    #[must_use]
    pub fn step_down(&self, dose: &Dose, amount: Raisable) -> Dose {
        match (self.range(amount), dose.amount(amount)) {
            (Some(range), Some(value)) => dose.with(amount, value.saturating_sub(range.step).max(range.min.min(value))),
            _ => *dose,
        }
    }

    /// The easy session of G2: hold −1/3, holds −1, ceiling −1, nothing below its least.
    #[must_use]
    pub fn easy(&self, dose: &Dose) -> Dose {
        let least = |amount| self.range(amount).map_or(0, |range| range.min);
        let lower = |dose: Dose, amount, to: fn(u32) -> u32| match dose.amount(amount) {
            Some(value) => dose.with(amount, to(value).max(least(amount).min(value))),
            None => dose,
        };
        let dose = lower(*dose, Raisable::Hold, |hold| hold * 2 / 3);
        let dose = lower(dose, Raisable::Holds, |holds| holds.saturating_sub(1));
        lower(dose, Raisable::Ceiling, |ceiling| ceiling.saturating_sub(1))
    }

    /// Returns the rungs from the start dose up, with the session's limit in mind: each one step above the one before.
    pub fn rungs(&self, start: &Dose, fits: impl Fn(&Dose) -> bool) -> Vec<Dose> {
        let mut rungs = vec![*start];
        while let Some((_, next)) = rungs.last().and_then(|dose| self.step_up(dose, &fits)) {
            rungs.push(next);
        }
        rungs
    }

    /// Returns the rungs with the place of a dose among them: the highest that asks for no more than it. One below the start
    /// stands in front, as a rung of its own.
    pub fn place(&self, dose: &Dose, fits: impl Fn(&Dose) -> bool) -> (Vec<Dose>, usize) {
        let start = self.start(dose);
        let mut rungs = self.rungs(&start, fits);
        if start.least(dose) == *dose && *dose != start {
            rungs.insert(0, *dose);
            return (rungs, 0);
        }
        let here = rungs.iter().rposition(|rung| rung.least(dose) == *rung).unwrap_or(0);
        (rungs, here)
    }
}

fn pressed(dose: &Dose) -> u64 {
    u64::from(dose.hold.map_or(0, |hold| hold.0)) * u64::from(dose.holds.unwrap_or(1))
}

fn range<T: Copy>(of: Raisable, amount: Amount<T>, number: impl Fn(T) -> u32) -> Range {
    let default =
        |table: [(Raisable, u32); 4]| table.into_iter().find(|(amount, _)| *amount == of).map_or(1, |row| row.1);
    match amount {
        Amount::Locked(value) => {
            let value = number(value);
            Range {
                start: value,
                min: default(FLOORS).min(value),
                max: value,
                step: default(STEPS),
                rises: Rises::Never,
            }
        }
        Amount::Bounded(Bounds { start, min, max, step }) => {
            let step = number(step).max(1);
            Range { start: number(start), min: number(min), max: number(max), step, rises: Rises::ToMax }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::program::Program;

    fn ladder(point: &str) -> (Ladder, Dose) {
        let text = format!(
            r#"{{ "kneadwell": 1, "title": "T", "prescribed": {{ "by": "B" }}, "limits": {{ "ceiling": 6 }},
                 "routines": [ {{ "name": "R", "points": [ {point} ] }} ] }}"#
        );
        let program = Program::read(text.as_bytes()).unwrap();
        let point = &program.routines[0].points[0];
        (Ladder::of(point, &program.limits, &Raisable::ALL), Dose::start(point, &program.limits))
    }

    const FULL: &str = r#"{ "site": "gluteus-maximus", "side": "left", "ceiling": { "start": 4, "max": 6 },
        "press": { "hold": { "start": "30s", "min": "15s", "max": "40s", "step": "5s" }, "holds": { "start": 3, "max": 4 } },
        "stretch": { "hold": { "start": "20s", "max": "32s", "step": "5s" }, "reps": 2 } }"#;

    #[test]
    fn it_rises_one_amount_one_step_in_order_and_never_past_a_bound() {
        let (ladder, start) = ladder(FULL);
        let rungs = ladder.rungs(&start, |_| true);
        let steps: Vec<_> = rungs.windows(2).map(|pair| pair[0].changes_to(&pair[1])).collect();
        let told: Vec<_> = steps
            .iter()
            .map(|changes| match changes[..] {
                [Change { amount, from, to }] => format!("{} {from} {to}", amount.id()),
                _ => panic!("more than one amount: {changes:?}"),
            })
            .collect();
        assert_eq!(
            told,
            ["hold 30 35", "hold 35 40", "holds 3 4", "stretch 20 25", "stretch 25 30", "ceiling 4 5", "ceiling 5 6"],
            "no half step to 32 s"
        );
    }

    #[test]
    fn a_dose_has_its_place_on_the_ladder_and_a_lower_one_stands_in_front() {
        let (ladder, start) = ladder(FULL);
        let holding = |seconds| start.with(Raisable::Hold, seconds);
        assert_eq!(ladder.place(&start, |_| true).1, 0);
        assert_eq!(ladder.place(&holding(40), |_| true).1, 2);
        let (rungs, here) = ladder.place(&holding(20), |_| true);
        assert_eq!((rungs.len(), here, rungs[0], rungs[1]), (9, 0, holding(20), start));
        let mixed = holding(40).with(Raisable::Ceiling, 3);
        assert_eq!(ladder.place(&mixed, |_| true).1, 0, "less of one and more of another is the first level");
    }

    #[test]
    fn p_cap_180_pressed_seconds_stop_it() {
        let point = FULL.replace("40s", "90s").replace(r#""max": 4"#, r#""max": 6"#);
        let (ladder, start) = ladder(&point);
        let most = ladder.rungs(&start, |_| true).iter().map(pressed).max();
        assert_eq!(most, Some(180));
    }

    #[test]
    fn p_cap_the_limit_of_the_session_stops_it() {
        let (ladder, start) = ladder(FULL);
        assert_eq!(ladder.step_up(&start, |_| false), None);
        let only_stretch = ladder.step_up(&start, |dose| dose.hold == start.hold && dose.holds == start.holds);
        assert_eq!(only_stretch.map(|(amount, _)| amount), Some(Raisable::Stretch), "what does not fit is passed over");
    }

    #[test]
    fn a_locked_amount_never_rises_and_may_be_lowered_to_the_floor() {
        let point = r#"{ "site": "gluteus-maximus", "side": "left", "press": { "hold": "30s", "holds": 3 } }"#;
        let (ladder, start) = ladder(point);
        assert!(ladder.is_locked());
        assert_eq!(ladder.step_up(&start, |_| true), None);
        let mut dose = start;
        for _ in 0..9 {
            dose = Raisable::ALL.into_iter().fold(dose, |dose, amount| ladder.step_down(&dose, amount));
        }
        assert_eq!((dose.hold, dose.holds, dose.ceiling.level()), (Some(Seconds(10)), Some(1), 2));
    }

    #[test]
    fn g2_the_easy_session_is_a_third_shorter_one_hold_less_and_one_notch_lower() {
        let (ladder, start) = ladder(FULL);
        let easy = ladder.easy(&start);
        assert_eq!((easy.hold, easy.holds, easy.ceiling.level()), (Some(Seconds(20)), Some(2), 3));
        assert_eq!(easy.stretch, start.stretch);
        let least = (0..9).fold(start, |dose, _| ladder.easy(&dose));
        assert_eq!((least.hold, least.holds, least.ceiling.level()), (Some(Seconds(15)), Some(1), 2), "its least");
    }
}

//! Where a point stands, and how each settled session moves it: the P rules. A step down needs no yes; a step up is never
//! taken here.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::class::{Answers, Class};
use super::decision::{Decision, Reply, Step};
use super::ladder::{Ladder, Range};
use super::rule::Rule;
use crate::practice::dose::Dose;
use crate::practice::insight::{days_after, days_before, days_between};
use crate::practice::program::Raisable;

/// Two reds within so many days pause a point.
const PAUSE_WITHIN: i32 = 7;
/// Three reds within so many days lock it.
const STOP_WITHIN: i32 = 14;
/// P-PAUSE is so many days of rest: 48 h.
pub(super) const PAUSE_DAYS: i32 = 2;
/// Without a session for so many days, two levels are taken back.
pub const GAP_DAYS: i32 = 7;
/// Without one for so many, the start dose is in force.
pub const LONG_GAP_DAYS: i32 = 21;
/// Levels that a gap takes back.
const GAP_LEVELS: usize = 2;

/// Where a point stands: all that is carried from day to day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The dose in force.
    pub dose: Dose,
    /// The bounds it was reached in: a new revision may bring others.
    pub ladder: Ladder,
    /// The day on which the prescription was written that it stands under.
    #[serde(default)]
    pub written: Option<Date>,
    /// Steps up that were taken and not taken back, the oldest first.
    pub raised: Vec<Raisable>,
    /// Green days in a row, as the rules count them.
    pub streak: u8,
    /// Sessions in a row without the answers they need.
    pub unknown: u8,
    /// The last session that was settled.
    pub last: Option<Settled>,
    /// The day of the last change, up or down.
    pub changed: Option<Date>,
    /// Days of steps up, of the last week.
    pub ups: Vec<Date>,
    /// Red days, of the last two weeks.
    pub reds: Vec<Date>,
    /// The last day of rest, and the rule that asks for it.
    pub rest: Option<(Date, Rule)>,
    /// Since when it is locked (P-STOP), until a clinician says to go on.
    pub locked: Option<Date>,
    /// The day a clinician's go-ahead was recorded.
    pub released: Option<Date>,
    /// The day a step up was last declined.
    pub declined: Option<Date>,
    /// The last day it was worked.
    pub worked: Option<Date>,
    /// What the present gap has cost already.
    pub gap: Gap,
    /// Sessions begun up to here are settled, and those in the list after it.
    pub settled: (Timestamp, Vec<Timestamp>),
}

/// What days without a session have cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gap {
    /// Nothing.
    #[default]
    None,
    /// Two levels.
    Levels,
    /// Everything above the start dose.
    Start,
}

/// A session that was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The day it was done.
    pub day: Date,
    /// What it came to: the worst of that day.
    pub class: Class,
    /// Whether it could count towards a step up.
    pub counts: Credit,
    /// What it went by.
    pub answers: Answers,
}

/// Whether a green session counts towards a step up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Credit {
    /// The planned session.
    Full,
    /// An easy one.
    None,
}

impl Settled {
    /// Returns true for a green day of the whole dose: the only kind that earns anything.
    pub fn is_credited(&self) -> bool {
        self.class == Class::Green && self.counts == Credit::Full
    }
}

impl Standing {
    /// Begins at the start dose.
    pub fn new(start: Dose, ladder: Ladder) -> Self {
        Self {
            dose: start,
            ladder,
            written: None,
            raised: Vec::new(),
            streak: 0,
            unknown: 0,
            last: None,
            changed: None,
            ups: Vec::new(),
            reds: Vec::new(),
            rest: None,
            locked: None,
            released: None,
            declined: None,
            worked: None,
            gap: Gap::None,
            settled: (Timestamp::MIN, Vec::new()),
        }
    }

    /// Returns true when a session was settled here.
    pub fn has_settled(&self, started: Timestamp) -> bool {
        started <= self.settled.0 || self.settled.1.contains(&started)
    }

    /// Returns the level on its own ladder: 1 at the start dose and below it, one more for each step above.
    pub fn level(&self) -> usize {
        let above = |&(amount, range): &(Raisable, Range)| Some(range.steps_above(self.dose.amount(amount)?));
        1 + self.ladder.ranges().iter().filter_map(above).sum::<usize>()
    }

    /// Settles a session: the class of its day, and what follows from it. `today` is the day on which that is known.
    pub fn settle(&mut self, session: Settled, today: Date) -> Decision {
        let before = self.dose;
        let (class, day) = (session.class, session.day);
        // One whose answers came later than those of the next one: what was good about it is no news any more.
        let is_late = self.last.as_ref().is_some_and(|last| last.day > day);
        let of_day = self.last.as_ref().filter(|last| last.day == day);
        let (earlier, credited) = (of_day.map(|last| last.class), of_day.is_some_and(Settled::is_credited));
        let rule = match class {
            Class::Green => {
                if !is_late {
                    self.unknown = 0;
                }
                if session.counts == Credit::Full && earlier.is_none() && !is_late {
                    self.streak = self.streak.saturating_add(1);
                }
                Rule::Green
            }
            Class::Unknown => {
                self.unknown = self.unknown.saturating_add(1);
                // Its day is unknown as a whole, and earns nothing.
                self.streak = self.streak.saturating_sub(u8::from(credited));
                Rule::Unknown
            }
            Class::Amber => {
                (self.unknown, self.streak) = (0, 0);
                Rule::Amber
            }
            Class::Red if self.reds.contains(&day) => {
                self.streak = 0;
                Rule::Red
            }
            Class::Red => self.back_off(day, today),
        };
        // A day is as good as the worst of its sessions.
        let worst = earlier.map_or(class, |earlier| earlier.max(class));
        let decision = Decision {
            rule,
            class: Some(worst),
            changes: before.changes_to(&self.dose),
            accepted: None,
            answers: Some(session.answers.clone()),
            streak: self.streak,
        };
        if !is_late {
            self.last = Some(Settled { class: worst, ..session });
        }
        decision
    }

    /// P-DOWN, P-PAUSE or P-STOP, by how many days were red lately.
    fn back_off(&mut self, day: Date, today: Date) -> Rule {
        (self.streak, self.unknown) = (0, 0);
        self.reds.retain(|&red| red > days_before(day, STOP_WITHIN));
        self.reds.push(day);
        self.changed = Some(today);
        let lately = self.reds.iter().filter(|&&red| red > days_before(day, PAUSE_WITHIN)).count();
        // The day of the session itself cannot be a day of rest any more.
        let first = today.max(days_after(day, 1));
        if self.reds.len() >= 3 {
            self.lock(today);
            Rule::Stop
        } else if lately >= 2 {
            self.restart();
            self.rest = Some((days_after(first, PAUSE_DAYS - 1), Rule::Pause));
            Rule::Pause
        } else {
            self.step_back();
            self.rest = Some((first, Rule::Down));
            Rule::Down
        }
    }

    /// P-DOWN: takes the last step up back, then one step off the hold (the stretch where nothing is held), and one off the
    /// ceiling.
    fn step_back(&mut self) {
        if let Some(last) = self.raised.pop() {
            self.dose = self.ladder.step_down(&self.dose, last);
        }
        let time = if self.dose.hold.is_some() { Raisable::Hold } else { Raisable::Stretch };
        self.dose = self.ladder.step_down(&self.dose, time);
        self.dose = self.ladder.step_down(&self.dose, Raisable::Ceiling);
        self.forget_what_fell();
    }

    /// P-PAUSE, and after a lock: the start dose with the ceiling one lower, or less where it was less.
    fn restart(&mut self) {
        let start = self.ladder.start(&self.dose);
        let gentler = self.ladder.step_down(&start, Raisable::Ceiling);
        self.dose = self.dose.least(&gentler);
        self.raised.clear();
    }

    /// P-STOP: locked until a clinician says to go on.
    pub fn lock(&mut self, today: Date) {
        self.locked = Some(self.locked.unwrap_or(today));
        self.streak = 0;
    }

    /// A clinician has said to go on: the start dose, gentler, and what was red is behind.
    pub fn release(&mut self, today: Date) -> Decision {
        let before = self.dose;
        self.restart();
        self.locked = None;
        self.rest = None;
        self.streak = 0;
        self.reds.clear();
        self.changed = Some(today);
        self.released = Some(today);
        Decision { changes: before.changes_to(&self.dose), accepted: Some(true), ..Decision::by(Rule::Stop) }
    }

    /// P-GAP: 7 days without a session take two steps up back, 21 all that lies above the start dose. What was never raised is
    /// not lowered: a gap is no bad news.
    pub fn mind_gap(&mut self, today: Date) -> Option<Decision> {
        let days = days_between(self.worked?, today);
        let gap = match days {
            LONG_GAP_DAYS.. => Gap::Start,
            GAP_DAYS.. => Gap::Levels,
            _ => Gap::None,
        };
        if gap <= self.gap {
            return None;
        }
        let before = self.dose;
        self.gap = gap;
        self.streak = 0;
        if gap == Gap::Start {
            self.dose = self.dose.least(&self.ladder.start(&self.dose));
            self.raised.clear();
        } else {
            for _ in 0..GAP_LEVELS {
                if let Some(last) = self.raised.pop() {
                    self.dose = self.ladder.step_down(&self.dose, last);
                }
            }
        }
        let changes = before.changes_to(&self.dose);
        if !changes.is_empty() {
            self.changed = Some(today);
        }
        Some(Decision { changes, ..Decision::by(Rule::Gap) })
    }

    /// P-UP: takes the step that was offered after a yes, and keeps the last dose after anything else.
    pub fn answer(&mut self, step: Step, reply: Reply, today: Date) -> Decision {
        let decision = Decision {
            rule: Rule::Up,
            class: self.last.as_ref().map(|last| last.class),
            changes: vec![step.change],
            accepted: Some(reply == Reply::Go),
            answers: self.last.as_ref().map(|last| last.answers.clone()),
            streak: self.streak,
        };
        match reply {
            Reply::Stay => self.declined = Some(today),
            Reply::Go => {
                self.dose = step.dose;
                self.raised.push(step.amount);
                self.streak = 0;
                self.changed = Some(today);
                self.declined = None;
                self.ups.retain(|&up| up > days_before(today, PAUSE_WITHIN));
                self.ups.push(today);
            }
        }
        decision
    }

    /// Brings it under the prescription in force. One that was written after the last change knows of it: its start dose is
    /// what the therapist wants now. Else an amount whose bounds are as before stays, and one whose bounds were changed takes
    /// the lesser of what it was and the new start.
    pub fn adapt(&mut self, start: Dose, ladder: Ladder, written: Option<Date>, today: Date) {
        let is_newer = self.worked.is_some() && written > self.written && written >= self.changed;
        self.written = written;
        if is_newer && self.locked.is_none() {
            self.dose = start;
            self.ladder = ladder;
            self.raised.clear();
            self.streak = 0;
            self.changed = Some(today);
            return;
        }
        if self.ladder == ladder && self.dose.has_the_amounts_of(&start) {
            return;
        }
        let mut dose = start;
        for &(amount, range) in ladder.ranges() {
            let Some(value) = self.dose.amount(amount) else { continue };
            let kept = if self.ladder.range(amount) == Some(range) { value } else { value.min(range.start) };
            dose = dose.with(amount, kept.clamp(range.min, range.max));
        }
        let changed = |amount: &Raisable| self.ladder.range(*amount) != ladder.range(*amount);
        if Raisable::ALL.iter().any(changed) {
            self.streak = 0;
            self.changed = Some(today);
        }
        self.raised.retain(|amount| self.ladder.range(*amount) == ladder.range(*amount));
        self.dose = dose;
        self.ladder = ladder;
        self.forget_what_fell();
    }

    /// Joins what is known of one place, such as two sides that a prescription now treats as one: the lesser of all.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        self.dose = self.dose.least(&other.dose);
        self.raised.truncate(other.raised.len());
        self.streak = self.streak.min(other.streak);
        self.unknown = self.unknown.max(other.unknown);
        self.changed = self.changed.max(other.changed);
        self.ups.extend(&other.ups);
        self.reds.extend(&other.reds);
        self.reds.sort_unstable();
        self.reds.dedup();
        self.rest = self.rest.max(other.rest);
        self.locked = self.locked.or(other.locked);
        self.released = self.released.min(other.released);
        self.worked = self.worked.min(other.worked);
        if other.last.as_ref().map(|last| (last.day, last.class))
            > self.last.as_ref().map(|last| (last.day, last.class))
        {
            self.last.clone_from(&other.last);
        }
        // Rather settled twice than not at all: a red day counts once, and the lesser streak is kept.
        self.settled.0 = self.settled.0.min(other.settled.0);
        self.settled.1.extend(&other.settled.1);
        self.settled.1.sort_unstable();
        self.settled.1.dedup();
        self.forget_what_fell();
        self
    }

    /// Steps up that a lowered amount no longer holds are forgotten, so that they are not taken back twice.
    fn forget_what_fell(&mut self) {
        for &(amount, range) in self.ladder.ranges() {
            let Some(value) = self.dose.amount(amount) else { continue };
            let above = range.steps_above(value);
            let mut steps = self.raised.iter().filter(|&&raised| raised == amount).count();
            while steps > above {
                let Some(last) = self.raised.iter().rposition(|&raised| raised == amount) else { break };
                self.raised.remove(last);
                steps -= 1;
            }
        }
    }

    /// Keeps in mind that a session was settled, and up to where all are.
    pub fn mark_settled(&mut self, started: Timestamp, all_up_to: Timestamp) {
        self.settled.1.push(started);
        self.settled.0 = self.settled.0.max(all_up_to);
        let floor = self.settled.0;
        self.settled.1.retain(|&settled| settled > floor);
    }
}

impl Dose {
    fn has_the_amounts_of(&self, other: &Self) -> bool {
        Raisable::ALL.iter().all(|&amount| self.amount(amount).is_some() == other.amount(amount).is_some())
            && self.reps == other.reps
    }
}

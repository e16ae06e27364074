//! Room for questions that are answered as the numbers are spoken.

use std::time::Duration;

use super::{Kind, Plan, Step};
use crate::practice::scan::Scan;

/// The question's words have so long before the first number.
const FIRST: Duration = Duration::from_millis(4800);
/// How long each number stands: as long as the session has room for, and never less than the last.
const PACES: [Duration; 4] = [
    Duration::from_millis(1300),
    Duration::from_millis(1200),
    Duration::from_millis(1100),
    Duration::from_millis(1000),
];
/// A scan that is asked for again begins so soon.
const AGAIN: Duration = Duration::from_millis(1200);
/// It ends so long before work, whose count-in it leaves alone,
const BEFORE_WORK: Duration = Duration::from_millis(5500);
/// and so long before the tone of anything else.
const BEFORE_TONE: Duration = Duration::from_millis(500);

impl Plan {
    /// Makes each step that carries a question long enough for the question, the numbers, and the words for what comes next.
    /// The session stays within its limit: with less room the numbers come faster, and where that does not do, the later
    /// questions are not scanned.
    #[must_use]
    pub fn scanned(mut self) -> Self {
        let asked: Vec<_> = (0..self.steps.len()).filter(|&index| self.asked_over(index).is_some()).collect();
        let fits =
            |pace: &Duration| asked.iter().map(|&index| self.lacking(index, *pace)).sum::<Duration>() <= self.room();
        let pace = PACES.into_iter().find(fits).unwrap_or(PACES[PACES.len() - 1]);
        for index in asked {
            let lacking = self.lacking(index, pace);
            if lacking <= self.room() {
                let step = &mut self.steps[index];
                step.length += lacking;
                step.whole = step.length;
                self.join();
            }
        }
        self.pace = Some(pace);
        self
    }

    /// Returns true where questions and the sheet are answered by any key, too.
    pub(in crate::practice) const fn is_scanned(&self) -> bool {
        self.pace.is_some()
    }

    /// Returns the numbers that are spoken over the question of a step, where it carries one and has room for them.
    pub(in crate::practice) fn scan_over(&self, index: usize) -> Option<Scan> {
        self.asked_over(index)?;
        let pace = self.pace?;
        let step = self.steps.get(index)?;
        self.lacking(index, pace).is_zero().then(|| Scan::numbers(step.at + FIRST, pace))
    }

    /// Returns the numbers once more from a position in a step on, where there is room for them.
    pub(in crate::practice) fn scan_again(&self, index: usize, position: Duration) -> Option<Scan> {
        let scan = Scan::numbers(position + AGAIN, self.pace?);
        self.has_room(index, scan).then_some(scan)
    }

    /// Returns true where a scan ends well before anything else is heard.
    pub(in crate::practice) fn has_room(&self, index: usize, scan: Scan) -> bool {
        let Some(step) = self.steps.get(index).filter(|step| step.kind.carries_question()) else { return false };
        let into_work = self.next_of(index).is_some_and(|next| next.kind.is_work());
        scan.end() + if into_work { BEFORE_WORK } else { BEFORE_TONE } <= step.end()
    }

    /// Returns how much longer a step would have to be for its question to be scanned.
    fn lacking(&self, index: usize, pace: Duration) -> Duration {
        let Some(step) = self.steps.get(index) else { return Duration::ZERO };
        let whole = Scan::numbers(FIRST, pace).end() + self.words_after(step, index);
        whole.saturating_sub(step.length)
    }

    /// Returns the room that the words for what comes next need, with its count-in.
    fn words_after(&self, step: &Step, index: usize) -> Duration {
        let millis = match self.next_of(index) {
            Some(next) if next.kind.is_work() && (next.point, next.side) == (step.point, step.side) => 8500,
            // The place, how to sit there, and its stretch.
            Some(next) if next.kind.is_work() => 12_000,
            Some(Step { kind: Kind::Locate, .. }) => 9000,
            _ => 4000,
        };
        Duration::from_millis(millis)
    }

    /// The step after one that is not cut to nothing.
    fn next_of(&self, index: usize) -> Option<&Step> {
        self.steps.get(index + 1..)?.iter().find(|step| !step.length.is_zero())
    }
}

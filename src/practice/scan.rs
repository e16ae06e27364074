//! One-switch scanning: what may be chosen is spoken at a fixed pace, and any key takes what stands.
//!
//! The slots are times on a line of their own, never the lengths of sounds: what stands at an instant is the same whether
//! anything is heard or not.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::session::Input;

/// How the questions of a session are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerBy {
    /// By the digit keys, or on the screen.
    #[default]
    Digits,
    /// By any key, too, as the numbers are spoken.
    Scan,
}

/// Things spoken one after another, the slot of each as long as the others'.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scan {
    /// Where the first begins.
    pub first: Duration,
    /// From one beginning to the next.
    pub pace: Duration,
    /// How many there are.
    pub slots: u8,
}

/// People react late: so long after one has begun, a key still means the one before it.
pub const LATE: Duration = Duration::from_millis(250);
/// Zero to ten.
const NUMBERS: u8 = 11;

impl Scan {
    /// Returns the scan of the numbers from zero to ten.
    pub const fn numbers(first: Duration, pace: Duration) -> Self {
        Self { first, pace, slots: NUMBERS }
    }

    /// Returns each slot with where it begins.
    pub fn each(self) -> impl Iterator<Item = (u8, Duration)> {
        (0..self.slots).map(move |slot| (slot, self.first + self.pace * u32::from(slot)))
    }

    /// Returns where the last slot ends.
    pub fn end(self) -> Duration {
        self.first + self.pace * u32::from(self.slots)
    }

    /// Returns the slot that a key struck at an instant means. Before the first has been heard that is none.
    pub fn standing(self, at: Duration) -> Option<u8> {
        let into = at.checked_sub(self.first + LATE)?;
        let slot = into.as_millis() / self.pace.as_millis().max(1);
        u8::try_from(slot).ok().filter(|&slot| slot < self.slots)
    }

    /// Returns true from the first slot on until none stands any more.
    pub fn runs(self, at: Duration) -> bool {
        at >= self.first && !self.is_over(at)
    }

    /// Returns true once none stands any more.
    pub fn is_over(self, at: Duration) -> bool {
        at >= self.end() + LATE
    }

    /// Returns when what stands next changes.
    pub fn changes_after(self, at: Duration) -> Option<Duration> {
        (0..=u32::from(self.slots)).map(|slot| self.first + LATE + self.pace * slot).find(|&change| change > at)
    }
}

/// What can be chosen on the sheet that ends a session without hands. Leaving it out is none of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Choice {
    GoOn,
    Finish,
    Unwell,
}

impl Choice {
    /// Every choice, in the order in which they are spoken.
    pub const ALL: [Self; 3] = [Self::GoOn, Self::Finish, Self::Unwell];

    /// Returns the choices as they are spoken after the sheet has opened at zero: twice, then silence.
    pub const fn scan() -> Scan {
        Scan { first: Duration::from_millis(5500), pace: Duration::from_millis(2500), slots: 6 }
    }

    /// Returns the choice of a slot.
    pub const fn of(slot: u8) -> Self {
        Self::ALL[slot as usize % Self::ALL.len()]
    }

    /// Returns the choice that a key means so long after the sheet has opened.
    pub fn standing(since: Duration) -> Option<Self> {
        Self::scan().standing(since).map(Self::of)
    }

    /// Returns what it asks of the session.
    pub const fn input(self) -> Input {
        match self {
            Self::GoOn => Input::Resume,
            Self::Finish => Input::FinishEarly,
            Self::Unwell => Input::Unwell,
        }
    }
}

/// Pain after the session: the numbers twice, from the instant at which Summary opens, then silence.
pub const PAIN_AFTER: [Scan; 2] =
    [Scan::numbers(Duration::from_millis(7500), PAIN_PACE), Scan::numbers(Duration::from_millis(25_000), PAIN_PACE)];
const PAIN_PACE: Duration = Duration::from_millis(1300);

/// Returns the number that a key means so long after Summary has opened.
pub fn pain_standing(since: Duration) -> Option<u8> {
    PAIN_AFTER.iter().find_map(|scan| scan.standing(since))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn a_late_key_means_the_number_before_and_none_before_the_first() {
        let scan = Scan::numbers(ms(5000), ms(1200));
        let standing = |at| scan.standing(ms(at));
        assert_eq!([0, 4999, 5000, 5249].map(standing), [None; 4], "a late \"too much\" is no zero");
        assert_eq!([5250, 6200, 6449].map(standing), [Some(0); 3]);
        assert_eq!([6450, 7649].map(standing), [Some(1); 2]);
        assert_eq!([17_250, 18_449, 18_450].map(standing), [Some(10), Some(10), None]);
        assert_eq!(scan.end(), ms(18_200));
        assert!(!scan.runs(ms(4999)) && scan.runs(ms(5000)) && scan.runs(ms(18_449)) && scan.is_over(ms(18_450)));
    }

    #[test]
    fn what_stands_changes_when_it_is_said_to() {
        let scan = Scan::numbers(ms(5000), ms(1200));
        let mut at = Duration::ZERO;
        let mut seen = vec![scan.standing(at)];
        while let Some(change) = scan.changes_after(at) {
            assert_eq!(scan.standing(change.saturating_sub(ms(1))), *seen.last().unwrap());
            at = change;
            seen.push(scan.standing(at));
        }
        let each = [None].into_iter().chain((0..=10).map(Some)).chain([None]);
        assert!(seen.iter().copied().eq(each), "{seen:?}");
    }

    #[test]
    fn the_sheet_goes_round_twice_and_pain_too() {
        let scan = Choice::scan();
        let told: Vec<_> = scan.each().map(|(_, at)| Choice::standing(at + LATE)).collect();
        let round = Choice::ALL.map(Some);
        assert_eq!(told, [round, round].concat());
        assert_eq!(Choice::standing(scan.end() + LATE), None);
        assert_eq!(Choice::standing(ms(5000)), None);
        let [one, two] = PAIN_AFTER;
        assert!(one.end() + LATE < two.first);
        assert_eq!([ms(7600), ms(7750), ms(24_000), ms(25_250)].map(pain_standing), [None, Some(0), None, Some(0)]);
    }
}

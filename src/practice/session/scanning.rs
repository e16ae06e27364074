//! Answers by any key, as the numbers of a question, or the choices of the sheet, are spoken.

use std::time::Duration;

use super::{Asking, Event, Happened, Session, State, TWICE};
use crate::practice::journal::Question;
use crate::practice::scan::{Choice, LATE, Scan};

/// Where a session stands, for those who lay out what is still to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UnderWay {
    /// Steps begun so far.
    pub begun: usize,
    /// The numbers that are spoken in the present step.
    pub scan: Option<Scan>,
    /// From here on the words for what comes next are laid out, once a question that was scanned is answered.
    pub free: Option<Duration>,
}

/// An answer that ends a scan is spoken back for so long.
const SAID_BACK: Duration = Duration::from_millis(1200);

impl Asking {
    /// Ends the scan: an answer has been given.
    pub(super) fn end_scan(&mut self, position: Duration) {
        if let Some(scan) = self.scan.take() {
            let ran_out = scan.is_over(position);
            self.free = Some(if ran_out { scan.end() } else { position + SAID_BACK });
        }
    }
}

impl Session {
    /// Returns the scan of the question that is open, while time runs.
    pub fn scan(&self) -> Option<Scan> {
        self.asking.as_ref().filter(|_| self.state == State::Running)?.scan
    }

    /// Returns true where questions and the sheet are answered by any key, too.
    pub const fn is_scanned(&self) -> bool {
        self.plan.is_scanned()
    }

    /// Returns the number that any key answers the open question with now.
    pub fn standing(&self, now: Duration) -> Option<u8> {
        self.scan()?.standing(self.position(now))
    }

    /// Returns true where a number stands that was asked for again: the key that asked is no press of "too much".
    pub fn stands_again(&self, now: Duration) -> bool {
        self.standing(now).is_some() && self.asking.as_ref().is_some_and(|asking| asking.again)
    }

    /// Returns the choice that any key takes on the sheet now.
    pub fn choice(&self, now: Duration) -> Option<Choice> {
        Choice::standing(self.on_sheet(now)?)
    }

    /// Returns how long ago the sheet opened, where its choices are spoken.
    pub fn on_sheet(&self, now: Duration) -> Option<Duration> {
        (self.state == State::Leaving && self.is_scanned()).then(|| now.saturating_sub(self.since))
    }

    /// Returns how long what a key means stays as it is, while numbers or choices are spoken.
    pub fn stands_for(&self, now: Duration) -> Option<Duration> {
        let (scan, at) = match self.on_sheet(now) {
            Some(since) => (Choice::scan(), since),
            None => (self.scan()?, self.position(now)),
        };
        scan.changes_after(at).map(|change| change.saturating_sub(at))
    }

    /// Returns the numbers as they would be spoken once more, where a question is open, its scan is over, and there is room.
    pub fn once_more(&self, now: Duration) -> Option<Scan> {
        let asking = self.asking.as_ref().filter(|_| self.state == State::Running)?;
        let position = self.position(now);
        let open = matches!(asking.question, Question::Discomfort { .. });
        let over = asking.scan.is_none_or(|scan| scan.is_over(position));
        let scan = self.plan.scan_again(self.begun.checked_sub(1)?, position).filter(|_| open && over)?;
        (scan.end() + LATE <= asking.closes).then_some(scan)
    }

    /// Speaks the numbers once more.
    pub(super) fn scan_again(&mut self, now: Duration, position: Duration, events: &mut Vec<Event>) {
        let Some(scan) = self.once_more(now) else { return };
        self.struck = ((self.struck_by(now) + 1).min(TWICE), now);
        if let Some(asking) = &mut self.asking {
            asking.scan = Some(scan);
            asking.free = None;
            asking.again = true;
            events.push(Event { at: now, position, what: Happened::AskedAgain });
        }
    }

    /// Ends a scan that the line has no room for any more, since something was skipped or done again.
    pub(super) fn cut_scan(&mut self, position: Duration) {
        let Some(here) = self.begun.checked_sub(1) else { return };
        let plan = &self.plan;
        if let Some(asking) = &mut self.asking
            && asking.scan.is_some_and(|scan| !scan.is_over(position) && !plan.has_room(here, scan))
        {
            asking.end_scan(position);
        }
    }

    /// Returns where the session stands, for those who lay out what is still to be said.
    pub fn under_way(&self) -> UnderWay {
        let asking = self.asking.as_ref();
        UnderWay {
            begun: self.begun,
            scan: asking.and_then(|asking| asking.scan),
            free: asking.and_then(|asking| asking.free),
        }
    }
}

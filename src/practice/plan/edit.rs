//! Drawing up the rest of the line again: from a position on, never before it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Kind, Moment, PRESSED_CAP, Plan, Step};
use crate::practice::measure::{Discomfort, Side};

/// The lead-in of a hold or stretch that is taken up again after a pause (`details.md` §4), and what is left of a wait once
/// its end is asked for.
pub const LEAD_RESUME: Duration = Duration::from_secs(3);
/// The lead-in of a hold or stretch that is done once more.
pub const LEAD_BACK: Duration = Duration::from_secs(5);
/// What one press of `+` adds.
const MORE: Duration = Duration::from_secs(10);
/// No rest or lead-in grows past this (`clinical.md` §1.2).
const WAIT_CAP: Duration = Duration::from_secs(60);
/// A hold shorter than this is not begun again.
const LEAST_HOLD: Duration = Duration::from_secs(10);
/// Where what follows a hold that was given up is too short for the question that it owes, this rest is put in.
const AFTER_TOO_MUCH: Duration = Duration::from_secs(10);

/// Why the line stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refused {
    /// The therapist locked this amount.
    Locked,
    /// It is at its maximum already.
    AtMost,
    /// The site and side would be pressed more than 180 s in one session.
    PressedEnough,
    /// The session would last longer than the program allows.
    SessionLimit,
    /// "It let go" counts after 10 s of a hold.
    TooSoon,
    /// There is nothing here that this could change.
    NotHere,
}

/// A point, by its index in the routine, and a side.
pub(in crate::practice) type Here = (usize, Option<Side>);

impl Plan {
    /// Ends the step at a position here and now.
    pub(in crate::practice) fn cut(&mut self, position: Duration) {
        self.shorten(position, Duration::ZERO);
    }

    /// Goes on: work ends at once, a wait keeps [`LEAD_RESUME`] before any work.
    pub(in crate::practice) fn skip(&mut self, position: Duration) -> Result<(), Refused> {
        let moment = self.at(position).ok_or(Refused::NotHere)?;
        let into_work = moment.next.ok_or(Refused::NotHere)?.kind.is_work();
        let lead = if into_work && !moment.step.kind.is_work() { LEAD_RESUME } else { Duration::ZERO };
        self.shorten(position, lead);
        Ok(())
    }

    /// Goes on after a pause: work is led in to again, and begins at the bottom of its climb.
    pub(in crate::practice) fn resume(&mut self, position: Duration) {
        let Some(Moment { step, index, offset, next }) = self.at(position) else { return };
        let most = self.total().max(self.longest);
        if step.kind.is_work() {
            let rest = self.rest_of(step, offset);
            let kind = again(&step.kind, rest);
            let longest = step.longest.map(|longest| longest.saturating_sub(offset));
            let on = Step { kind, length: rest, longest, continued: true, ..step.clone() };
            let ready = lead_in(&on, LEAD_RESUME);
            self.steps[index].length = offset;
            self.steps.splice(index + 1..index + 1, [ready, on]);
        } else if next.is_some_and(|next| next.kind.is_work()) {
            let enough = offset + LEAD_RESUME;
            let step = &mut self.steps[index];
            step.length = step.length.max(enough);
        }
        self.end_within(most, index);
        let over = self.total().saturating_sub(most);
        self.steps[index].length = self.steps[index].length.saturating_sub(over);
        self.join();
    }

    /// Adds ten seconds, or what there is room for, and returns how much.
    pub(in crate::practice) fn extend(&mut self, position: Duration) -> Result<Duration, Refused> {
        let Moment { step, index, .. } = self.at(position).ok_or(Refused::NotHere)?;
        let most = match &step.kind {
            Kind::Press(_) | Kind::Stretch => step.longest.ok_or(Refused::Locked)?,
            Kind::Ready | Kind::Locate | Kind::Rest | Kind::Switch => WAIT_CAP,
            Kind::Release | Kind::Move | Kind::Done => return Err(Refused::NotHere),
        };
        let mut more = most.saturating_sub(step.length).min(MORE);
        if more.is_zero() {
            return Err(Refused::AtMost);
        }
        if step.pressing().is_some() {
            more = more.min(self.room_to_press(step));
            if more.is_zero() {
                return Err(Refused::PressedEnough);
            }
        }
        more = more.min(self.room());
        if more.is_zero() {
            return Err(Refused::SessionLimit);
        }
        self.steps[index].length += more;
        self.join();
        Ok(more)
    }

    /// Does the last hold or stretch once more, after its release; with nothing behind, begins the step again.
    pub(in crate::practice) fn back(&mut self, position: Duration) -> Result<(), Refused> {
        let mut after = self.clone();
        after.do_again(position)?;
        after.join();
        if after.total() > self.total().max(self.longest) {
            return Err(Refused::SessionLimit);
        }
        *self = after;
        Ok(())
    }

    /// Eases a press: one notch less now, no more step-ups in it, and the later ones of this point and side start lower.
    pub(in crate::practice) fn ease(&mut self, position: Duration) -> Option<Discomfort> {
        let Moment { index, offset, .. } = self.at(position)?;
        let step = self.steps.get_mut(index)?;
        let here = (step.point, step.side);
        let Kind::Press(pressing) = &mut step.kind else { return None };
        let target = pressing.ease(offset);
        self.lower_side(index + 1, here);
        Some(target)
    }

    /// Makes every press of a point and side from a step on one notch lower. Returns the most that they asked for and the
    /// most that they ask for now, if there are any.
    pub(in crate::practice) fn lower_side(&mut self, from: usize, here: Here) -> Option<(Discomfort, Discomfort)> {
        let mut most: Option<(Discomfort, Discomfort)> = None;
        for later in self.steps.iter_mut().skip(from).filter(|later| (later.point, later.side) == here) {
            if let Kind::Press(pressing) = &mut later.kind {
                let lower = pressing.lowered(later.length);
                let (was, is) = most.unwrap_or((pressing.target, lower.target));
                most = Some((was.max(pressing.target), is.max(lower.target)));
                *pressing = lower;
            }
        }
        most
    }

    /// Drops what is still to be pressed of a point and side from a step on, for today. Its stretch stays, and is less than
    /// usual. Returns how many holds fall away.
    pub(in crate::practice) fn end_pressing(&mut self, from: usize, here: Here) -> u8 {
        let is_here = |step: &Step| (step.point, step.side) == here;
        let to_come = self.steps.get(from..).unwrap_or_default();
        let side = to_come.iter().take_while(|step| is_here(step)).count();
        let last_press = to_come[..side].iter().rposition(|step| step.pressing().is_some());
        let mut dropped = Vec::new();
        if let Some(last_press) = last_press {
            // With a press goes its release.
            let gone = self.steps.drain(from..=from + last_press + 1);
            dropped.extend(gone.filter(|step| step.pressing().is_some()).map(|step| step.round));
        }
        dropped.dedup();
        for later in self.steps.iter_mut().skip(from).filter(|step| is_here(step)) {
            later.less = true;
        }
        self.over.push(here);
        self.join();
        u8::try_from(dropped.len()).unwrap_or(u8::MAX)
    }

    /// Lets go at once and drops what was still to be pressed on this side. Its stretch stays. What follows the release
    /// leaves room for a question of this length. Returns how many holds fall away.
    pub(in crate::practice) fn give_up_side(&mut self, position: Duration, question: Duration) -> u8 {
        let Some(Moment { step, index, .. }) = self.at(position) else { return 0 };
        let most = self.total().max(self.longest);
        let release = index + 1;
        let dropped = self.end_pressing(release + 1, (step.point, step.side));
        self.cut(position);
        if let Some(release_step) = self.steps.get(release)
            && self.task_from(release + 1).saturating_sub(release_step.end()) < question
        {
            let rest = Step { kind: Kind::Rest, ..lead_in(release_step, AFTER_TOO_MUCH) };
            self.steps.insert(release + 1, rest);
            self.end_within(most, release + 1);
        }
        dropped
    }

    /// Keeps the line within a length: what no longer fits falls away from its end, but nothing up to the step `here`.
    fn end_within(&mut self, most: Duration, here: usize) {
        self.join();
        while self.total() > most {
            let over = self.total().saturating_sub(most);
            let to_come = here + 1..self.steps.len();
            let Some(last) = to_come.rev().find(|&index| self.steps[index].kind.is_work()) else { return };
            let step = &mut self.steps[last];
            if step.length >= over + LEAST_HOLD {
                step.length -= over;
                step.kind = again(&step.kind, step.length);
            } else {
                let stays = |step: &Step| step.kind.is_work() || matches!(step.kind, Kind::Release);
                let after = (here + 1..last).rev().find(|&index| stays(&self.steps[index])).unwrap_or(here);
                self.steps.drain(after + 1..self.steps.len() - 1);
            }
            self.join();
        }
    }

    /// Makes the step at a position end `lead` from here, if it would last longer.
    fn shorten(&mut self, position: Duration, lead: Duration) {
        let Some(Moment { index, offset, .. }) = self.at(position) else { return };
        let step = &mut self.steps[index];
        step.length = step.length.min(offset + lead);
        self.join();
    }

    fn do_again(&mut self, position: Duration) -> Result<(), Refused> {
        let Moment { step, index, offset, next } = self.at(position).ok_or(Refused::NotHere)?;
        let (now, next) = (step.clone(), next.cloned());
        let behind = (0..=index).rev().find(|&index| self.steps[index].kind.is_work());
        let work = behind.map(|behind| self.steps[behind].clone());
        let leads_to_it_again = matches!(now.kind, Kind::Ready)
            && work.as_ref().zip(next.as_ref()).is_some_and(|(work, next)| work.is_again(next) && !next.continued);
        let Some((behind, work)) = behind.zip(work).filter(|_| !leads_to_it_again && now.kind != Kind::Locate) else {
            self.steps[index].length = offset + now.whole;
            return Ok(());
        };
        if work.pressing().is_some() && self.over.contains(&(work.point, work.side)) {
            return Err(Refused::NotHere);
        }
        let continued = next.is_some_and(|next| next.continued);
        if now.kind.is_work() {
            self.steps[index].length = offset;
        }
        let length = if work.pressing().is_some() {
            let kept = if continued { self.steps[index + 1].length } else { Duration::ZERO };
            work.whole.min(self.room_to_press(&work) + kept)
        } else {
            work.whole
        };
        if length < work.whole.min(LEAST_HOLD) {
            return Err(Refused::PressedEnough);
        }
        let once_more = Step { kind: again(&work.kind, length), length, continued: false, ..work.clone() };
        if continued {
            self.steps[index].length = offset + LEAD_BACK;
            self.steps[index + 1] = once_more;
            return Ok(());
        }
        let elsewhere = (now.point, now.side) != (work.point, work.side);
        let mut again = vec![lead_in(&work, if elsewhere { now.whole.max(LEAD_BACK) } else { LEAD_BACK }), once_more];
        let release = self.steps[behind..].iter().find(|step| matches!(step.kind, Kind::Release)).cloned();
        if work.pressing().is_some() {
            again.extend(release.map(|release| Step { length: release.whole, ..release }));
        }
        let at = match now.kind {
            Kind::Press(_) => index + 2,
            Kind::Release | Kind::Stretch | Kind::Move => index + 1,
            _ => {
                again.push(Step { length: now.whole, ..now });
                self.steps[index].length = offset;
                index + 1
            }
        };
        self.steps.splice(at..at, again);
        Ok(())
    }

    /// Returns how long the rest of work is that was broken off here. Alternating begins its rhythm anew, which may press more.
    fn rest_of(&self, step: &Step, offset: Duration) -> Duration {
        let rest = step.length.saturating_sub(offset);
        let Some(pressing) = step.pressing() else { return rest };
        let still_pressed = pressing.pressed(step.length).saturating_sub(pressing.pressed(offset));
        rest.min(still_pressed + self.room_to_press(step))
    }

    /// Returns how much more a step's place and side may be pressed on this line.
    fn room_to_press(&self, step: &Step) -> Duration {
        let pressed = self.spot(step).map(|spot| self.pressed(&spot.place, step.side, Duration::MAX));
        PRESSED_CAP.saturating_sub(pressed.unwrap_or(PRESSED_CAP))
    }

    /// Returns how much longer the line may become.
    pub(super) fn room(&self) -> Duration {
        self.longest.saturating_sub(self.total())
    }
}

fn lead_in(step: &Step, length: Duration) -> Step {
    Step { kind: Kind::Ready, length, whole: length, longest: None, continued: false, ..step.clone() }
}

fn again(kind: &Kind, length: Duration) -> Kind {
    match kind {
        Kind::Press(pressing) => Kind::Press(pressing.again(length)),
        other => other.clone(),
    }
}

//! What a clinician has to say about first, and how that is recorded.

use jiff::civil::Date;

use super::Day;
use crate::app::model::InForce;
use crate::practice::measure::Side;
use crate::practice::program::Routine;
use crate::practice::progress::{Decision, Key};
use crate::practice::safety::gate::{Allowed, Condition};
use crate::practice::safety::{Flag, Urgency};
use crate::ui::action::LockLine;
use crate::words;
use crate::world::World;
use crate::world::history::{History, decided};
use crate::world::routines::therapist;
use crate::world::store::{FlagPlace, Said};

/// One lock, and what releasing it changes.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) enum Lock {
    /// A sign that was marked.
    Sign { id: i64, flag: Flag, place: Option<FlagPlace>, since: Date },
    /// P-STOP.
    Point { key: Key, since: Date },
    /// Something of the long list.
    Condition(Condition),
}

/// Returns every lock that stands in the way of this routine, those of everything first.
pub(super) fn of(world: &World, history: &History, allowed: &Allowed, routine: &Routine, today: Date) -> Vec<Lock> {
    let signs = world.store.open_flags().unwrap_or_default().into_iter().map(|open| {
        // Only a sign of the day belongs to its place; the urgent ones are about everything.
        let place = open.place.filter(|_| open.urgency == Urgency::Today);
        Lock::Sign { id: open.id, flag: open.flag, place, since: open.at.date() }
    });
    let conditions = allowed.blocked.iter().copied().map(Lock::Condition);
    let here: Vec<_> = routine.points.iter().map(|point| Key::of(routine, point)).collect();
    // A place that another routine locked is locked here, too.
    let points = history.standings.0.iter().filter_map(|(key, standing)| {
        let since = standing.locked.filter(|_| here.iter().any(|here| here.overlaps(key)))?;
        Some(Lock::Point { key: key.clone(), since: since.min(today) })
    });
    let mut locks: Vec<_> = signs.chain(conditions).chain(points).collect();
    locks.sort_by_key(Lock::is_about_one_point);
    locks
}

impl Lock {
    const fn is_about_one_point(&self) -> bool {
        matches!(self, Self::Point { .. } | Self::Sign { place: Some(_), .. })
    }

    /// Returns it in words.
    pub fn line(&self, kept: &InForce) -> LockLine {
        let what = match self {
            Self::Sign { flag, place, since, .. } => {
                let place = place.as_ref().map(|(site, side)| words::place::sided(site, *side));
                words::progress::locked_by_sign(&words::safety::marked(flag), place.as_deref(), *since)
            }
            Self::Point { key, since } => words::progress::locked_point(key, *since),
            Self::Condition(condition) => words::progress::locked_by_condition(&words::gate::ticked(*condition)),
        };
        LockLine {
            what,
            turn_to: words::progress::turn_to(therapist(&kept.program, kept.revision)),
            one_point: self.is_about_one_point(),
        }
    }
}

impl Day {
    /// Records that a clinician has said to go on.
    pub fn release(&mut self, world: &World, lock: usize, said: &Said) {
        let (Some(lock), now) = (self.locks.get(lock).cloned(), world.clock.civil()) else { return };
        let today = self.now.today;
        let released = match lock {
            Lock::Sign { id, place, .. } => {
                world.store.clear_flag(id, &said.by, Some(said.on), &now);
                let standings = &mut self.history.standings;
                match place.as_ref().map(|(site, side)| (site.as_str(), *side)) {
                    Some(place) => standings.release(Some(place), today),
                    None => standings.begin_gently(today),
                }
            }
            Lock::Point { key, .. } => {
                let side = Side::from_id(&key.side);
                self.history.standings.release(Some((&key.site, side)), today)
            }
            Lock::Condition(condition) => {
                if let Some(answered) = &mut self.history.gate {
                    answered.agreed.push(condition);
                    world.store.answer_gate(answered, Some(said.clone()), &now);
                }
                Vec::new()
            }
        };
        self.keep_released(world, &released, said);
        if let Some(after) = &mut self.after {
            after.stood.clone_from(&self.history.standings);
        }
    }

    fn keep_released(&self, world: &World, released: &[(Key, Decision)], said: &Said) {
        if released.is_empty() {
            return;
        }
        let standings = &self.history.standings;
        let decided = released.iter().map(|(key, decision)| {
            let mut decided = decided(key, decision, standings, self.now.today);
            decided.said = Some(said.clone());
            decided
        });
        let stand = released.iter().filter_map(|(key, _)| Some((key.clone(), standings.0.get(key)?.clone())));
        world.store.decide(decided.collect(), stand.collect(), &world.clock.civil());
    }
}

//! The score for the eye: what a screen shows in the place of a sound that is not heard.

use std::time::Duration;

use super::{Profile, Score};
use crate::practice::plan::Plan;

/// What is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A step has just begun.
    Change,
    /// A tick, a step-up, or a beat.
    Mark,
}

/// How long signs stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stands {
    /// A [`Sign::Change`].
    pub change: Duration,
    /// A [`Sign::Mark`].
    pub mark: Duration,
}

impl Stands {
    /// For signs that flash.
    pub const FLASHING: Self = Self { change: Duration::from_millis(400), mark: Duration::from_millis(250) };
    /// For signs that stand still: those of a count-in join.
    pub const STILL: Self = Self { change: Duration::from_secs(1), mark: Duration::from_secs(1) };
}

/// What is to be seen at a position, and how long until it is something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// The sign that stands.
    pub sign: Option<Sign>,
    /// Until the next turn, if there is one.
    pub until: Option<Duration>,
}

impl Sight {
    /// Reads a plan for the eye. A change of steps covers a mark.
    pub fn of(plan: &Plan, profile: Profile, position: Duration, stands: Stands) -> Self {
        let score = Score::of(plan, profile);
        let begins = |step: usize| plan.steps().get(step).map(|step| step.at);
        let signs = score.cues().iter().map(|cue| {
            let is_change = begins(cue.step) == Some(cue.at);
            if is_change {
                (cue.at, cue.at + stands.change, Sign::Change)
            } else {
                (cue.at, cue.at + stands.mark, Sign::Mark)
            }
        });
        let mut sight = Self { sign: None, until: None };
        let mut turn = |at: Duration| {
            let after = at.checked_sub(position).filter(|after| !after.is_zero());
            sight.until = [sight.until, after].into_iter().flatten().min();
        };
        let mut standing = Vec::new();
        for (from, to, sign) in signs {
            turn(from);
            turn(to);
            if from <= position && position < to {
                standing.push(sign);
            }
        }
        sight.sign = standing.iter().find(|&&sign| sign == Sign::Change).or(standing.last()).copied();
        sight
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::program::Program;

    const DEMO: &[u8] = include_bytes!("../../../routines/neck-and-shoulders.kneadwell");

    /// Every turn of a plan: from when on, and which sign stands.
    fn turns(stands: Stands) -> (Plan, Vec<(Duration, Option<Sign>)>) {
        let program = Program::read(DEMO).unwrap();
        let plan = Plan::first_day(program.routine(None).unwrap(), &program.limits);
        let (mut position, mut turns) = (Duration::ZERO, Vec::new());
        loop {
            let sight = Sight::of(&plan, Profile::default(), position, stands);
            turns.push((position, sight.sign));
            let Some(until) = sight.until else { break };
            position += until;
        }
        (plan, turns)
    }

    #[test]
    fn every_step_flashes_as_it_begins_and_its_count_in_is_marked() {
        let (plan, turns) = turns(Stands::FLASHING);
        let begins = |sign| turns.iter().filter(move |turn| turn.1 == Some(sign)).map(|turn| turn.0);
        let steps: Vec<_> = plan.steps().iter().map(|step| step.at).collect();
        assert!(begins(Sign::Change).eq(steps));
        let press = plan.steps().iter().find(|step| step.pressing().is_some()).unwrap();
        for before in [3, 2, 1] {
            let tick = press.at.saturating_sub(Duration::from_secs(before));
            assert!(begins(Sign::Mark).any(|at| at == tick), "{before} s before the press");
        }
    }

    #[test]
    fn nothing_flashes_three_times_in_a_second_and_no_frame_is_burnt() {
        let (plan, turns) = turns(Stands::FLASHING);
        let lit: Vec<_> = turns.iter().filter(|turn| turn.1.is_some()).map(|turn| turn.0).collect();
        assert!(lit.windows(3).all(|three| three[2].saturating_sub(three[0]) >= Duration::from_secs(1)));
        let cues = Score::of(&plan, Profile::default()).cues().len();
        assert!(turns.len() <= 2 * cues, "{} turns for {cues} cues", turns.len());
    }

    #[test]
    fn signs_that_stand_still_join_to_one_over_a_count_in() {
        let (plan, turns) = turns(Stands::STILL);
        let press = plan.steps().iter().find(|step| step.pressing().is_some()).unwrap();
        let count_in = press.at.saturating_sub(Duration::from_secs(3));
        let within = |turn: &&(Duration, Option<Sign>)| turn.0 >= count_in && turn.0 < press.at;
        assert!(turns.iter().filter(within).all(|turn| turn.1 == Some(Sign::Mark)));
    }
}

//! What a session does about a press that was stronger than allowed: the rules L1 and L2 (`clinical.md` §3.2).

use super::{Happened, Question, Rule, Session};
use crate::practice::journal::Overstep;
use crate::practice::measure::Discomfort;
use crate::practice::plan::Step;

impl Session {
    /// Acts on an answer that stands: one over the ceiling lowers the later holds of the side, more ends its pressing. Where
    /// no hold is left to lower, there is nothing to do.
    pub(super) fn act_on(&mut self, question: &Question, said: u8) -> Option<Happened> {
        let Question::Discomfort { point, side, round, .. } = *question else { return None };
        let is_it = |step: &&Step| (step.point, step.side, step.round) == (point, side, round);
        let mut began = self.plan.steps().get(..self.begun)?.iter().rev().filter(is_it);
        let (press, ceiling) = began.find_map(|step| Some((step, step.pressing()?.ceiling)))?;
        let rule = Rule::on(said, ceiling.level())?;
        let why = self.overstep(press, ceiling, rule, Some(said));
        match rule {
            Rule::L1 => {
                let (from, to) = self.plan.lower_side(self.begun, (point, side))?;
                Some(Happened::Lowered { why, from: from.level(), to: to.level() })
            }
            Rule::L2 => {
                let dropped = self.plan.end_pressing(self.begun, (point, side));
                Some(Happened::PressingEnded { why, dropped })
            }
        }
    }

    /// Names a press that was too much, and the rule that acts on it.
    pub(super) fn overstep(&self, press: &Step, ceiling: Discomfort, rule: Rule, said: Option<u8>) -> Overstep {
        Overstep {
            rule,
            point: press.point,
            site: self.plan.spot(press).map_or_else(String::new, |spot| spot.place.id().to_owned()),
            side: press.side,
            round: press.round,
            ceiling: ceiling.level(),
            said,
        }
    }
}

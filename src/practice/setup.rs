//! How today's session was drawn up: kept with it, so that it can be drawn up the same way again after a crash.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::dose::Dose;
use super::plan::{LeadIns, Plan};
use super::program::{Limits, Place, Point, Routine};
use super::safety::gate::{FirmTools, is_firm, softer};
use super::scan::AnswerBy;

/// Which points of a routine are worked today, with which doses and lead-ins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// Indices into the routine's points.
    pub points: Vec<usize>,
    /// One dose for each of them.
    pub doses: Vec<Dose>,
    /// Whether it is the planned session.
    pub effort: Effort,
    /// Whether firm tools may be used.
    pub tools: FirmTools,
    /// The lengths of what leads in.
    pub lead_ins: LeadIns,
    /// How its questions are answered.
    pub answer_by: AnswerBy,
}

/// How much of the planned session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effort {
    /// As planned.
    #[default]
    Planned,
    /// An easy session (G2, or by choice): it earns nothing towards a step up.
    Easy,
}

impl Setup {
    /// Takes all points but the skipped ones, with the doses of the first day.
    pub fn first_day(routine: &Routine, limits: &Limits, skipped: &[bool], lead_ins: LeadIns) -> Self {
        let left_out = |index: usize| skipped.get(index).copied().unwrap_or(false);
        let points: Vec<_> = (0..routine.points.len()).filter(|&index| !left_out(index)).collect();
        let doses = points.iter().map(|&index| Dose::start(&routine.points[index], limits)).collect();
        let (effort, tools) = (Effort::Planned, FirmTools::Allowed);
        Self { points, doses, effort, tools, lead_ins, answer_by: AnswerBy::Digits }
    }

    /// Draws the session up.
    pub fn draw(&self, routine: &Routine, limits: &Limits) -> Plan {
        let on_the_line = |&index: &usize| Some(self.with_its_tool(routine.points.get(index)?));
        let points = self.points.iter().filter_map(on_the_line).collect();
        let today = Routine { name: routine.name.clone(), points };
        let plan = Plan::draw(&today, &self.doses, limits, &self.lead_ins);
        match self.answer_by {
            AnswerBy::Digits => plan,
            AnswerBy::Scan => plan.scanned(),
        }
    }

    /// Where firm tools are not allowed, the softest of the site is taken in their place.
    fn with_its_tool(&self, point: &Point) -> Point {
        let mut point = point.clone();
        if self.tools == FirmTools::NotAllowed
            && let (Some(tool), Place::Known(site)) = (point.tool, &point.place)
        {
            point.tool = softer(tool, site);
        }
        point
    }

    /// Returns it as kept in the journal.
    pub fn to_json(&self) -> String {
        let millis = |time: Duration| time.as_millis() as u64;
        let lead_ins = &self.lead_ins;
        let kept = Kept {
            points: self.points.clone(),
            doses: self.doses.clone(),
            effort: self.effort,
            tools: self.tools,
            lead_ins_ms: [lead_ins.new_tool, lead_ins.point, lead_ins.locate, lead_ins.stretch, lead_ins.switch]
                .map(millis),
            answer_by: self.answer_by,
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Reads it back, or `None` where the text is not one.
    pub fn from_json(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let [new_tool, point, locate, stretch, switch] = kept.lead_ins_ms.map(Duration::from_millis);
        Some(Self {
            points: kept.points,
            doses: kept.doses,
            effort: kept.effort,
            tools: kept.tools,
            lead_ins: LeadIns { new_tool, point, locate, stretch, switch },
            answer_by: kept.answer_by,
        })
    }
}

/// Returns true where only a firm tool would do, and firm tools are not allowed: such a point is left out.
pub fn has_no_tool(point: &Point, tools: FirmTools) -> bool {
    let softer = match &point.place {
        Place::Known(site) => point.tool.and_then(|tool| softer(tool, site)),
        Place::Own(_) => None,
    };
    tools == FirmTools::NotAllowed && point.tool.is_some_and(is_firm) && softer.is_none()
}

#[derive(Serialize, Deserialize)]
struct Kept {
    points: Vec<usize>,
    doses: Vec<Dose>,
    #[serde(default)]
    effort: Effort,
    #[serde(default)]
    tools: FirmTools,
    lead_ins_ms: [u64; 5],
    #[serde(default)]
    answer_by: AnswerBy,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::program::Program;

    #[test]
    fn a_setup_read_back_draws_the_same_plan() {
        let program =
            Program::read(include_bytes!("../../routines/neck-and-shoulders.kneadwell")).expect("a shipped program");
        let routine = program.routine(None).expect("a routine");
        let setup = Setup::first_day(routine, &program.limits, &[false, true, false], LeadIns::default());
        assert_eq!(setup.points, [0, 2]);
        let again = Setup::from_json(&setup.to_json()).expect("its own text");
        assert_eq!(again.draw(routine, &program.limits), setup.draw(routine, &program.limits));
    }
}

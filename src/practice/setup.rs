//! How today's session was drawn up: kept with it, so that it can be drawn up the same way again after a crash.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::dose::Dose;
use super::measure::{Discomfort, Seconds};
use super::plan::{LeadIns, Plan};
use super::program::{Limits, Routine};

/// Which points of a routine are worked today, with which doses and lead-ins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setup {
    /// Indices into the routine's points.
    pub points: Vec<usize>,
    /// One dose for each of them.
    pub doses: Vec<Dose>,
    /// The lengths of what leads in.
    pub lead_ins: LeadIns,
}

impl Setup {
    /// Takes all points but the skipped ones, with the doses of the first day.
    pub fn first_day(routine: &Routine, limits: &Limits, skipped: &[bool], lead_ins: LeadIns) -> Self {
        let left_out = |index: usize| skipped.get(index).copied().unwrap_or(false);
        let points: Vec<_> = (0..routine.points.len()).filter(|&index| !left_out(index)).collect();
        let doses = points.iter().map(|&index| Dose::start(&routine.points[index], limits)).collect();
        Self { points, doses, lead_ins }
    }

    /// Draws the session up.
    pub fn draw(&self, routine: &Routine, limits: &Limits) -> Plan {
        let points = self.points.iter().filter_map(|&index| routine.points.get(index)).cloned().collect();
        let today = Routine { name: routine.name.clone(), points };
        Plan::draw(&today, &self.doses, limits, &self.lead_ins)
    }

    /// Returns it as kept in the journal.
    pub fn to_json(&self) -> String {
        let millis = |time: Duration| time.as_millis() as u64;
        let lead_ins = &self.lead_ins;
        let kept = Kept {
            points: self.points.clone(),
            doses: self
                .doses
                .iter()
                .map(|dose| KeptDose {
                    hold: dose.hold.map(|hold| hold.0),
                    holds: dose.holds,
                    stretch: dose.stretch.map(|stretch| stretch.0),
                    reps: dose.reps,
                    ceiling: dose.ceiling.level(),
                })
                .collect(),
            lead_ins_ms: [lead_ins.new_tool, lead_ins.point, lead_ins.locate, lead_ins.stretch, lead_ins.switch]
                .map(millis),
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Reads it back, or `None` where the text is not one.
    pub fn from_json(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let [new_tool, point, locate, stretch, switch] = kept.lead_ins_ms.map(Duration::from_millis);
        let dose = |dose: KeptDose| {
            Some(Dose {
                hold: dose.hold.map(Seconds),
                holds: dose.holds,
                stretch: dose.stretch.map(Seconds),
                reps: dose.reps,
                ceiling: Discomfort::new(dose.ceiling)?,
            })
        };
        Some(Self {
            points: kept.points,
            doses: kept.doses.into_iter().map(dose).collect::<Option<_>>()?,
            lead_ins: LeadIns { new_tool, point, locate, stretch, switch },
        })
    }
}

#[derive(Serialize, Deserialize)]
struct Kept {
    points: Vec<usize>,
    doses: Vec<KeptDose>,
    lead_ins_ms: [u64; 5],
}

#[derive(Serialize, Deserialize)]
struct KeptDose {
    hold: Option<u32>,
    holds: Option<u8>,
    stretch: Option<u32>,
    reps: Option<u8>,
    ceiling: u8,
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

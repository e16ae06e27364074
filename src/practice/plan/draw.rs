//! From a routine and its doses to the line of steps (`details.md` §1).

use std::time::Duration;

use super::{Kind, LeadIns, Pressing, Step, Technique, longest, same_setting};
use crate::practice::dose::Dose;
use crate::practice::measure::{Discomfort, Side};
use crate::practice::program::{Feel, Point, Press, Routine, Stretch};

/// The rest after the first hold of a side carries a question, and gives time to answer it (`details.md` §5).
const QUESTION_REST: Duration = Duration::from_secs(15);
/// Coming out of a bout of another technique than hold, and resting between two sets of strokes.
const BOUT_RELEASE: Duration = Duration::from_secs(3);
const STROKES_REST: Duration = Duration::from_secs(15);
/// One slow full-range movement there and back.
const MOVEMENT: Duration = Duration::from_secs(8);

pub(super) fn steps(routine: &Routine, doses: &[Dose], lead_ins: &LeadIns) -> Vec<Step> {
    let mut line = Line { steps: Vec::new(), point: 0, side: None };
    let mut before: Option<&Point> = None;
    for (index, (point, dose)) in routine.points.iter().zip(doses).enumerate() {
        line.point = index;
        for (turn, &side) in point.sides.each().iter().enumerate() {
            line.side = Some(side);
            let other_side = turn > 0;
            if other_side {
                line.push(Kind::Switch, lead_ins.switch);
            }
            let familiar = other_side || before.is_some_and(|before| same_setting(before, point));
            line.push(Kind::Ready, if familiar { lead_ins.point } else { lead_ins.new_tool });
            line.side(point, dose, lead_ins);
        }
        before = Some(point);
    }
    line.side = None;
    line.push(Kind::Done, Duration::ZERO);
    line.steps
}

/// The line while it is drawn.
struct Line {
    steps: Vec<Step>,
    point: usize,
    side: Option<Side>,
}

impl Line {
    fn side(&mut self, point: &Point, dose: &Dose, lead_ins: &LeadIns) {
        if let Some(press) = &point.press {
            self.push(Kind::Locate, lead_ins.locate);
            self.press(press, dose);
        }
        if let Some(stretch) = &point.stretch {
            if point.press.is_some() {
                self.push(Kind::Ready, lead_ins.stretch);
            }
            self.stretch(stretch, dose);
        }
        if let Some(reps) = point.finish {
            self.push(Kind::Move, MOVEMENT * u32::from(reps));
        }
    }

    fn press(&mut self, press: &Press, dose: &Dose) {
        let zero = Duration::ZERO;
        match press {
            Press::Hold(hold) => {
                let length = dose.hold.unwrap_or(hold.hold.start()).duration();
                let holds = Rounds {
                    technique: Technique::Hold,
                    count: dose.holds.unwrap_or(hold.holds.start()),
                    length,
                    ramp: hold.ramp.duration(),
                    release: hold.release.duration(),
                    rest: hold.rest.duration(),
                    longest: longest(hold.hold),
                };
                self.rounds(&holds, dose.feel(hold.feel), dose.ceiling);
            }
            Press::Alternate(alternate) => {
                let technique = Technique::Alternate { on: alternate.on.duration(), off: alternate.off.duration() };
                let bout = Rounds::bouts(technique, 1, alternate.total.duration(), zero);
                self.rounds(&bout, dose.feel(alternate.feel), dose.ceiling);
            }
            Press::Strokes(strokes) => {
                let pace = strokes.pace.duration();
                let technique = Technique::Strokes { pace };
                let sets = Rounds::bouts(technique, strokes.sets, pace * u32::from(strokes.count), STROKES_REST);
                self.rounds(&sets, dose.feel(strokes.feel), dose.ceiling);
            }
            Press::Glide(glide) => {
                let target = glide.target.min(dose.ceiling);
                let bout = Rounds::bouts(Technique::Glide, 1, glide.length.duration(), zero);
                self.rounds(&bout, Feel { from: target, to: target }, dose.ceiling);
            }
            Press::Roll(roll) => {
                let sets = Rounds::bouts(Technique::Roll, roll.sets, roll.length.duration(), roll.rest.duration());
                self.rounds(&sets, dose.feel(roll.feel), dose.ceiling);
            }
        }
    }

    fn rounds(&mut self, rounds: &Rounds, feel: Feel, ceiling: Discomfort) {
        for round in 1..=rounds.count {
            let climb = (feel.from, top(feel, round, rounds.count));
            let pressing = Pressing::lay(rounds.technique, climb, ceiling, rounds.ramp, rounds.length);
            self.push_round(Kind::Press(pressing), rounds.length, (round, rounds.count), rounds.longest);
            self.push_round(Kind::Release, rounds.release, (round, rounds.count), None);
            if round < rounds.count {
                let rest = if round == 1 { rounds.rest.max(QUESTION_REST) } else { rounds.rest };
                self.push_round(Kind::Rest, rest, (round, rounds.count), None);
            }
        }
    }

    fn stretch(&mut self, stretch: &Stretch, dose: &Dose) {
        let length = dose.stretch.unwrap_or(stretch.hold.start()).duration();
        let reps = dose.reps.unwrap_or(stretch.reps.start());
        for round in 1..=reps {
            self.push_round(Kind::Stretch, length, (round, reps), longest(stretch.hold));
            if round < reps {
                self.push_round(Kind::Rest, stretch.rest.duration(), (round, reps), None);
            }
        }
    }

    fn push(&mut self, kind: Kind, length: Duration) {
        self.push_round(kind, length, (1, 1), None);
    }

    fn push_round(&mut self, kind: Kind, length: Duration, round: (u8, u8), longest: Option<Duration>) {
        self.steps.push(Step {
            kind,
            point: self.point,
            side: self.side,
            at: Duration::ZERO,
            length,
            whole: length,
            longest,
            round: round.0,
            rounds: round.1,
            continued: false,
            less: false,
        });
    }
}

/// Equal presses with rests between them.
struct Rounds {
    technique: Technique,
    count: u8,
    length: Duration,
    ramp: Duration,
    release: Duration,
    rest: Duration,
    longest: Option<Duration>,
}

impl Rounds {
    fn bouts(technique: Technique, count: u8, length: Duration, rest: Duration) -> Self {
        Self { technique, count, length, ramp: Duration::ZERO, release: BOUT_RELEASE, rest, longest: None }
    }
}

/// Returns the discomfort that round `i` of `n` ends at, rising along the feel band (`details.md` §2).
fn top(feel: Feel, round: u8, rounds: u8) -> Discomfort {
    let rise = feel.to.level().saturating_sub(feel.from.level());
    let climbed = if rounds > 1 { rise * (round - 1) / (rounds - 1) } else { 0 };
    (0..climbed).fold(feel.from, |level, _| level.raised())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_climb_along_the_feel_band() {
        let tops = |from, to, rounds| {
            let level = |level| Discomfort::new(level).unwrap();
            let feel = Feel { from: level(from), to: level(to) };
            (1..=rounds).map(|round| top(feel, round, rounds).level()).collect::<Vec<_>>()
        };
        assert_eq!(tops(3, 5, 3), [3, 4, 5]);
        assert_eq!(tops(3, 5, 2), [3, 5]);
        assert_eq!(tops(3, 5, 1), [3], "a single hold stays at the bottom");
        assert_eq!(tops(3, 5, 6), [3, 3, 3, 4, 4, 5], "rounded down");
        assert_eq!(tops(1, 7, 4), [1, 3, 5, 7]);
        assert_eq!(tops(4, 4, 3), [4, 4, 4]);
    }
}

//! The inside of a press: its ramp, its step-ups, its beats, and what is asked for at each instant.

use std::time::Duration;

use crate::practice::measure::Discomfort;

/// How a step presses, with the rhythm of those that have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Technique {
    /// Press and hold.
    Hold,
    /// On and off in turn.
    Alternate {
        /// Pressed this long,
        on: Duration,
        /// then let go this long.
        off: Duration,
    },
    /// Slow strokes.
    Strokes {
        /// One stroke.
        pace: Duration,
    },
    /// Light, broad gliding.
    Glide,
    /// Slow rolling.
    Roll,
}

impl Technique {
    /// Returns the word used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Alternate { .. } => "alternate",
            Self::Strokes { .. } => "strokes",
            Self::Glide => "glide",
            Self::Roll => "roll",
        }
    }
}

/// A press that is taken up or done again climbs only as far as every level lasts this long.
const LEAST_LEVEL: Duration = Duration::from_secs(3);

/// A change of what is asked for inside a press.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// How far into the step.
    pub after: Duration,
    /// The discomfort asked for from then on.
    pub target: Discomfort,
}

/// The inside of one press. It begins at `from` after its ramp and climbs one whole point at a time to `target`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressing {
    /// How it presses.
    pub technique: Technique,
    /// The discomfort it begins at.
    pub from: Discomfort,
    /// The discomfort it ends at; never above `ceiling`.
    pub target: Discomfort,
    /// The most that is allowed here today.
    pub ceiling: Discomfort,
    /// Time to sink in, at most half of the press.
    pub ramp: Duration,
    /// Where it climbs, at equal parts of what follows the ramp.
    pub step_ups: Vec<Turn>,
    /// Where it was eased, if it was.
    pub eased: Option<Turn>,
    /// The ramp as prescribed, for drawing the press up again at another length.
    written_ramp: Duration,
}

impl Pressing {
    /// Lays out a press of this length.
    pub fn lay(
        technique: Technique,
        climb: (Discomfort, Discomfort),
        ceiling: Discomfort,
        ramp: Duration,
        length: Duration,
    ) -> Self {
        let from = climb.0.min(ceiling);
        let target = climb.1.min(ceiling).max(from);
        let mut pressing =
            Self { technique, from, target, ceiling, ramp, step_ups: Vec::new(), eased: None, written_ramp: ramp };
        pressing.fit(length, target.level() - from.level());
        pressing
    }

    /// Lays the same press out over another length, from its beginning. One that was eased stays eased: it climbs no more.
    #[must_use]
    pub fn again(&self, length: Duration) -> Self {
        let mut again = self.clone();
        if let Some(eased) = again.eased.take() {
            again.from = self.from.min(eased.target);
            again.target = again.from;
        }
        let levels = length.saturating_sub(again.ramp_in(length)).as_millis() / LEAST_LEVEL.as_millis();
        let room = u8::try_from(levels.saturating_sub(1)).unwrap_or(u8::MAX);
        again.fit(length, room.min(again.target.level() - again.from.level()));
        again
    }

    /// Returns the same press one notch lower throughout.
    #[must_use]
    pub fn lowered(&self, length: Duration) -> Self {
        let climb = (self.from.eased(), self.target.eased());
        Self::lay(self.technique, climb, self.ceiling, self.written_ramp, length)
    }

    /// Eases: one notch less from here on, and no more step-ups.
    pub(super) fn ease(&mut self, offset: Duration) -> Discomfort {
        let target = self.target_at(offset).eased();
        self.step_ups.retain(|turn| turn.after <= offset);
        self.eased = Some(Turn { after: offset, target });
        target
    }

    /// Returns the discomfort asked for at an offset into the press.
    pub fn target_at(&self, offset: Duration) -> Discomfort {
        if let Some(eased) = self.eased
            && eased.after <= offset
        {
            return eased.target;
        }
        self.step_ups.iter().rev().find(|turn| turn.after <= offset).map_or(self.from, |turn| turn.target)
    }

    /// Returns the instants of a rhythm inside a press of this length, with what begins at each.
    pub fn beats(&self, length: Duration) -> Vec<(Duration, Beat)> {
        let mut beats = Vec::new();
        match self.technique {
            Technique::Alternate { on, off } => {
                let mut at = on;
                while at < length {
                    beats.push((at, Beat::Off));
                    if at + off < length {
                        beats.push((at + off, Beat::On));
                    }
                    at += on + off;
                }
            }
            Technique::Strokes { pace } => {
                let mut at = pace;
                while at < length {
                    beats.push((at, Beat::On));
                    at += pace;
                }
            }
            Technique::Hold | Technique::Glide | Technique::Roll => {}
        }
        beats
    }

    /// Returns how much of the first `offset` of this press is pressed: alternating counts its on-time.
    pub fn pressed(&self, offset: Duration) -> Duration {
        match self.technique {
            Technique::Alternate { on, off } => {
                let cycle = (on + off).as_millis().max(1);
                let whole = u32::try_from(offset.as_millis() / cycle).unwrap_or(u32::MAX);
                on * whole + offset.saturating_sub((on + off) * whole).min(on)
            }
            _ => offset,
        }
    }

    fn ramp_in(&self, length: Duration) -> Duration {
        self.written_ramp.min(whole_millis(length / 2))
    }

    /// Fits the ramp and so many climbs into a length.
    fn fit(&mut self, length: Duration, climbs: u8) {
        self.ramp = self.ramp_in(length);
        self.target = self.from;
        self.step_ups.clear();
        for climb in 1..=u32::from(climbs) {
            self.target = self.target.raised();
            let part = length.saturating_sub(self.ramp) * climb / (u32::from(climbs) + 1);
            let after = self.ramp + whole_millis(part);
            self.step_ups.push(Turn { after, target: self.target });
        }
    }
}

/// What begins at an instant of a rhythm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beat {
    /// Press, or the next stroke.
    On,
    /// Let go.
    Off,
}

/// Drops what is finer than a millisecond: every time on a plan is a whole number of them.
pub(in crate::practice) const fn whole_millis(time: Duration) -> Duration {
    Duration::from_millis(time.as_millis() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(level: u8) -> Discomfort {
        Discomfort::new(level).unwrap()
    }

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn hold(from: u8, to: u8, ceiling: u8, ramp: u64, length: u64) -> Pressing {
        Pressing::lay(Technique::Hold, (level(from), level(to)), level(ceiling), seconds(ramp), seconds(length))
    }

    fn climb(pressing: &Pressing) -> Vec<(u128, u8)> {
        pressing.step_ups.iter().map(|turn| (turn.after.as_millis(), turn.target.level())).collect()
    }

    #[test]
    fn it_climbs_one_level_at_a_time_at_equal_parts_after_the_ramp() {
        assert_eq!(climb(&hold(3, 5, 5, 6, 30)), [(14_000, 4), (22_000, 5)]);
        assert_eq!(climb(&hold(3, 4, 5, 6, 25)), [(15_500, 4)]);
        assert_eq!(climb(&hold(3, 5, 5, 0, 20)), [(6_666, 4), (13_333, 5)], "whole milliseconds");
        assert_eq!(climb(&hold(3, 3, 5, 6, 30)), []);
    }

    #[test]
    fn it_stays_under_the_ceiling_and_ramps_for_half_of_itself_at_most() {
        let pressing = hold(5, 7, 4, 30, 40);
        assert_eq!((pressing.from, pressing.target, pressing.ramp), (level(4), level(4), seconds(20)));
    }

    #[test]
    fn the_target_is_the_level_of_the_last_climb() {
        let pressing = hold(3, 5, 5, 6, 30);
        let at = |ms| pressing.target_at(Duration::from_millis(ms)).level();
        assert_eq!([at(0), at(13_999), at(14_000), at(22_000), at(29_999)], [3, 3, 4, 5, 5]);
    }

    #[test]
    fn done_again_it_has_three_seconds_for_every_level_or_climbs_less() {
        let pressing = hold(3, 5, 5, 6, 30);
        assert_eq!(climb(&pressing.again(seconds(30))), climb(&pressing));
        assert_eq!(climb(&pressing.again(seconds(15))), [(9_000, 4), (12_000, 5)]);
        assert_eq!(climb(&pressing.again(seconds(14))), [(10_000, 4)]);
        let short = pressing.again(seconds(8));
        assert_eq!((climb(&short), short.target, short.ramp), (vec![], level(3), seconds(4)));
    }

    #[test]
    fn eased_it_climbs_no_more_not_even_when_done_again() {
        let mut pressing = hold(3, 5, 5, 6, 30);
        assert_eq!(pressing.ease(seconds(25)), level(4));
        assert_eq!(pressing.target_at(seconds(24)), level(5));
        assert_eq!(pressing.target_at(seconds(29)), level(4));
        let again = pressing.again(seconds(30));
        assert_eq!((again.from, again.target, climb(&again)), (level(3), level(3), vec![]));
        let mut low = hold(3, 5, 5, 6, 30);
        low.ease(seconds(1));
        assert_eq!(low.again(seconds(30)).from, level(2));
    }

    #[test]
    fn lowered_it_is_one_less_throughout() {
        let lower = hold(3, 5, 5, 6, 30).lowered(seconds(30));
        assert_eq!((lower.from, lower.target), (level(2), level(4)));
        let least = hold(0, 1, 5, 6, 30).lowered(seconds(30));
        assert_eq!((least.from, least.target), (level(0), level(1)));
    }

    #[test]
    fn alternating_counts_its_on_time() {
        let technique = Technique::Alternate { on: seconds(5), off: seconds(3) };
        let pressing = Pressing::lay(technique, (level(3), level(3)), level(5), Duration::ZERO, seconds(30));
        let pressed = |at| pressing.pressed(seconds(at)).as_secs();
        assert_eq!([0, 4, 5, 8, 10, 13, 16, 30].map(pressed), [0, 4, 5, 5, 7, 10, 10, 20]);
        let beats: Vec<_> = pressing.beats(seconds(14)).iter().map(|(at, beat)| (at.as_secs(), *beat)).collect();
        assert_eq!(beats, [(5, Beat::Off), (8, Beat::On), (13, Beat::Off)]);
    }
}

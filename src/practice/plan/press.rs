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
        pressing.fit(length);
        pressing
    }

    /// Lays the same press out over another length, from its beginning. One that was eased stays eased.
    #[must_use]
    pub fn again(&self, length: Duration) -> Self {
        let top = self.eased.map_or(self.target, |eased| eased.target);
        Self::lay(self.technique, (self.from.min(top), top), self.ceiling, self.written_ramp, length)
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

    fn fit(&mut self, length: Duration) {
        self.ramp = self.written_ramp.min(length / 2);
        let climbs = u32::from(self.target.level() - self.from.level());
        let after_ramp = length.saturating_sub(self.ramp);
        let mut target = self.from;
        self.step_ups = (1..=climbs)
            .map(|climb| {
                target = target.raised();
                let after = self.ramp + whole_millis(after_ramp * climb / (climbs + 1));
                Turn { after, target }
            })
            .collect();
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

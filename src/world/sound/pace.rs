//! Which frame is which instant: read from the times at which the card takes its frames.
//!
//! A busy computer asks for frames late, never early. So the instant of frame 0 is where `time − frame / rate` is lowest, over
//! the last two seconds; everything above that is delay, and means nothing. The card's own delay is not known and not needed:
//! it is the same for every cue.

use std::time::Duration;

const BUCKETS: usize = 20;
const BUCKET: f64 = 0.1;
/// Drift smaller than this is left alone.
const DRIFT: f64 = 0.002;
/// A pause this long between two blocks means that the card's buffers are full, and that it takes frames at its own pace.
const WAITED: Duration = Duration::from_millis(2);
const WAITS: u8 = 2;
/// A card that is ahead of time by more than this is none.
const AWAY: f64 = 1.0;
/// Counted afresh so often, so that a clock a little fast is not mistaken for it.
const COUNTED: f64 = 10.0;

/// The map between a card's frames and the monotonic clock.
#[derive(Debug)]
pub struct Pace {
    rate: f64,
    lows: [f64; BUCKETS],
    bucket: u64,
    origin: Option<f64>,
    last: Option<Duration>,
    waits: u8,
    counted: Option<(f64, u64)>,
}

/// Whether the card keeps time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It does.
    Time,
    /// It takes frames as fast as it is given them: nothing plays them.
    Nothing,
}

impl Pace {
    /// Returns the map of a card that has taken nothing yet.
    pub fn new(rate: u32) -> Self {
        let lows = [f64::INFINITY; BUCKETS];
        Self { rate: f64::from(rate), lows, bucket: 0, origin: None, last: None, waits: 0, counted: None }
    }

    /// Forgets what was seen: the card has lost frames.
    pub fn reset(&mut self) {
        self.lows = [f64::INFINITY; BUCKETS];
        (self.origin, self.last, self.waits) = (None, None, 0);
    }

    /// Notes that the card asks for this frame now.
    pub fn note(&mut self, frame: u64, now: Duration) -> Keeping {
        let time = now.as_secs_f64();
        self.waits = match self.last.replace(now) {
            Some(last) if now.saturating_sub(last) >= WAITED => self.waits.saturating_add(1),
            _ => self.waits,
        };
        self.lower(time, time - frame as f64 / self.rate);
        if self.waits >= WAITS {
            let seen = self.lows.iter().copied().fold(f64::INFINITY, f64::min);
            if self.origin.is_none_or(|origin| (origin - seen).abs() > DRIFT) {
                self.origin = Some(seen);
            }
        }
        self.count(time, frame)
    }

    /// Returns the frame of an instant, once the card runs at its own pace.
    pub fn frame_at(&self, instant: Duration) -> Option<i64> {
        Some(((instant.as_secs_f64() - self.origin?) * self.rate).round() as i64)
    }

    fn lower(&mut self, time: f64, low: f64) {
        let bucket = (time / BUCKET) as u64;
        for passed in self.bucket.max(bucket.saturating_sub(BUCKETS as u64))..bucket {
            self.lows[(passed + 1) as usize % BUCKETS] = f64::INFINITY;
        }
        self.bucket = bucket;
        let lowest = &mut self.lows[bucket as usize % BUCKETS];
        *lowest = lowest.min(low);
    }

    fn count(&mut self, time: f64, frame: u64) -> Keeping {
        let (since, from) = *self.counted.get_or_insert((time, frame));
        if (frame - from) as f64 / self.rate - (time - since) > AWAY {
            return Keeping::Nothing;
        }
        if time - since > COUNTED {
            self.counted = Some((time, frame));
        }
        Keeping::Time
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 48_000;

    /// A card that takes blocks of 256 at `speed` times its rate, each as late as `late` says.
    fn run(pace: &mut Pace, speed: f64, blocks: std::ops::Range<u64>, late: impl Fn(u64) -> f64) -> Keeping {
        let mut keeping = Keeping::Time;
        for block in blocks {
            let due = 1000.0 + (block * 256) as f64 / (f64::from(RATE) * speed);
            keeping = pace.note(block * 256, Duration::from_secs_f64(due + late(block)));
        }
        keeping
    }

    #[test]
    fn lateness_moves_nothing() {
        let mut pace = Pace::new(RATE);
        run(&mut pace, 1.0, 0..2000, |block| [0.0, 0.004, 0.013, 0.02][block as usize % 4]);
        assert_eq!(pace.frame_at(Duration::from_secs(1001)), Some(48_000));
    }

    #[test]
    fn a_card_that_drifts_is_followed() {
        let mut pace = Pace::new(RATE);
        let speed = 1.0 + 200e-6;
        run(&mut pace, speed, 0..112_500, |_| 0.0);
        let at = (1600.0 - 1000.0) * f64::from(RATE) * speed;
        let off = pace.frame_at(Duration::from_secs(1600)).unwrap_or_default() as f64 - at;
        assert!(off.abs() <= 0.0025 * f64::from(RATE), "{off} frames off");
    }

    #[test]
    fn nothing_is_known_before_the_buffers_are_full() {
        let mut pace = Pace::new(RATE);
        run(&mut pace, 100.0, 0..8, |_| 0.0);
        assert_eq!(pace.frame_at(Duration::from_secs(1000)), None);
    }

    #[test]
    fn a_card_that_plays_nothing_is_found_out() {
        let mut pace = Pace::new(RATE);
        assert_eq!(run(&mut pace, 100.0, 0..400, |_| 0.0), Keeping::Nothing);
        let mut pace = Pace::new(RATE);
        assert_eq!(run(&mut pace, 1.0005, 0..300_000, |_| 0.0), Keeping::Time);
    }
}

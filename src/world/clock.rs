//! Time, the only place that asks for it: what has run, what was slept through, and what the calendar says.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use jiff::{SignedDuration, Zoned};

/// A source of time. Cheap to clone; clones of one clock by hand move together.
#[derive(Debug, Clone)]
pub struct Clock {
    source: Source,
    speed: u32,
    day: Option<Date>,
}

#[derive(Debug, Clone)]
enum Source {
    System { origin: Instant, slept: Option<Duration> },
    Hand(Arc<Mutex<Hands>>),
}

/// Where a clock that is moved by hand stands.
#[derive(Debug)]
struct Hands {
    monotonic: Duration,
    asleep: Duration,
    civil: Zoned,
}

/// What moves a [`Clock::by_hand`].
#[derive(Debug, Clone)]
pub struct Hand(Arc<Mutex<Hands>>);

impl Clock {
    /// Returns the computer's clock.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    pub fn system() -> Self {
        let source = Source::System { origin: Instant::now(), slept: slept_since_boot() };
        Self { source, speed: 1, day: None }
    }

    /// Returns a clock that stands still until its hand moves it.
    pub fn by_hand(start: Zoned) -> (Self, Hand) {
        let hands = Arc::new(Mutex::new(Hands { monotonic: Duration::ZERO, asleep: Duration::ZERO, civil: start }));
        (Self { source: Source::Hand(Arc::clone(&hands)), speed: 1, day: None }, Hand(hands))
    }

    /// Returns the same clock with monotonic time running `times` as fast.
    #[must_use]
    pub fn faster(mut self, times: u32) -> Self {
        self.speed = times.max(1);
        self
    }

    /// Returns the same clock on another day of the calendar; the time of day stays.
    #[must_use]
    pub fn on(mut self, day: Date) -> Self {
        self.day = Some(day);
        self
    }

    /// Returns the time that has run since an arbitrary origin. It never goes back, and stands still in suspend.
    pub fn monotonic(&self) -> Duration {
        let run = match &self.source {
            Source::System { origin, .. } => origin.elapsed(),
            Source::Hand(hands) => lock(hands).monotonic,
        };
        run.saturating_mul(self.speed)
    }

    /// Returns how long the computer has slept since this clock was made; zero where the system does not tell.
    ///
    /// It may grow by some microseconds of reading: only a growth of more than a second is a suspend.
    pub fn asleep(&self) -> Duration {
        match &self.source {
            Source::System { slept, .. } => match (slept, slept_since_boot()) {
                (Some(then), Some(now)) => now.saturating_sub(*then),
                _ => Duration::ZERO,
            },
            Source::Hand(hands) => lock(hands).asleep,
        }
    }

    /// Returns the date and the time of day, with their zone.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the system")]
    pub fn civil(&self) -> Zoned {
        let now = match &self.source {
            Source::System { .. } => Zoned::now(),
            Source::Hand(hands) => lock(hands).civil.clone(),
        };
        match self.day {
            Some(day) => day.to_datetime(now.time()).to_zoned(now.time_zone().clone()).unwrap_or(now),
            None => now,
        }
    }
}

impl Hand {
    /// Lets time pass: the monotonic clock and the calendar move together.
    pub fn advance(&self, by: Duration) {
        let mut hands = lock(&self.0);
        hands.monotonic += by;
        hands.civil = hands.civil.saturating_add(by);
    }

    /// Lets the computer sleep: the calendar moves, the monotonic clock does not.
    pub fn suspend(&self, by: Duration) {
        let mut hands = lock(&self.0);
        hands.asleep += by;
        hands.civil = hands.civil.saturating_add(by);
    }

    /// Sets the calendar, forward or back; nothing else moves.
    pub fn step_civil(&self, by: SignedDuration) {
        let mut hands = lock(&self.0);
        hands.civil = hands.civil.saturating_add(by);
    }
}

fn lock(hands: &Mutex<Hands>) -> MutexGuard<'_, Hands> {
    hands.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns how long this computer has slept since it was started.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn slept_since_boot() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    let time = |id| Duration::try_from(clock_gettime(id)).ok();
    // The monotonic clock first: reading takes time, and it must not look like a negative sleep.
    let running = time(ClockId::Monotonic)?;
    time(ClockId::Boottime)?.checked_sub(running)
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
const fn slept_since_boot() -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_hand(start: &str) -> (Clock, Hand) {
        Clock::by_hand(start.parse().unwrap())
    }

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_clock_by_hand_stands_still_until_it_is_moved() {
        let (clock, hand) = by_hand("2026-11-02T18:00:00+01:00[Europe/Zurich]");
        assert_eq!((clock.monotonic(), clock.civil()), (Duration::ZERO, clock.civil()));
        hand.advance(90 * SECOND);
        assert_eq!((clock.monotonic(), clock.asleep()), (90 * SECOND, Duration::ZERO));
        assert_eq!(clock.civil().to_string(), "2026-11-02T18:01:30+01:00[Europe/Zurich]");
    }

    #[test]
    fn suspend_is_seen_beside_the_monotonic_clock() {
        let (clock, hand) = by_hand("2026-11-02T18:00:00+01:00[Europe/Zurich]");
        hand.suspend(3600 * SECOND);
        assert_eq!((clock.monotonic(), clock.asleep()), (Duration::ZERO, 3600 * SECOND));
        assert_eq!(clock.civil().hour(), 19);
    }

    #[test]
    fn setting_the_calendar_moves_nothing_else() {
        let (clock, hand) = by_hand("2026-11-02T18:00:00+01:00[Europe/Zurich]");
        hand.step_civil(SignedDuration::from_hours(-2));
        assert_eq!((clock.monotonic(), clock.asleep(), clock.civil().hour()), (Duration::ZERO, Duration::ZERO, 16));
    }

    #[test]
    fn the_calendar_crosses_a_change_of_the_hour_as_the_zone_does() {
        let (clock, hand) = by_hand("2026-10-25T02:59:00+02:00[Europe/Zurich]");
        hand.advance(120 * SECOND);
        assert_eq!(clock.civil().to_string(), "2026-10-25T02:01:00+01:00[Europe/Zurich]");
    }

    #[test]
    fn a_faster_clock_runs_faster_in_monotonic_time_alone() {
        let (clock, hand) = by_hand("2026-11-02T18:00:00Z[UTC]");
        let fast = clock.faster(60);
        hand.advance(SECOND);
        assert_eq!(fast.monotonic(), 60 * SECOND);
        assert_eq!(fast.civil().second(), 1);
    }

    #[test]
    fn another_day_keeps_the_time_of_day() {
        let (clock, _hand) = by_hand("2026-11-02T18:30:00+01:00[Europe/Zurich]");
        let clock = clock.on(jiff::civil::date(2027, 7, 1));
        assert_eq!(clock.civil().to_string(), "2027-07-01T18:30:00+02:00[Europe/Zurich]");
    }

    #[test]
    fn the_system_clock_runs_and_has_not_just_slept() {
        let clock = Clock::system();
        let start = clock.monotonic();
        assert!(clock.monotonic() >= start);
        assert!(clock.asleep() < SECOND);
    }
}

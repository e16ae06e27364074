//! What many answers come to: medians of seven days, and the changes that count (`clinical.md` §2.3, W1–W3 of §3.2).

use jiff::ToSpan;
use jiff::civil::Date;

use super::measure::Pain;

/// A median needs so many answers.
pub const LEAST_ANSWERS: usize = 3;
/// The week of a median, in days.
pub const WEEK: i32 = 7;
/// From this day of a course on, W2 asks whether it is time to review.
pub const REVIEW_DAY: i32 = 28;
/// So long the pain has to be at most [`LITTLE_PAIN`] for W3.
pub const QUIET_DAYS: i32 = 14;
/// At most this much pain is little.
const LITTLE_PAIN: u8 = 1;

/// How the complaint was before sessions, the oldest first: one entry an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series(Vec<(Date, Pain)>);

/// A median of whole numbers, kept in halves: 4.5 is 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Median(u16);

impl Median {
    /// Returns the median of some levels, or none of fewer than [`LEAST_ANSWERS`].
    pub fn of(mut levels: Vec<u8>) -> Option<Self> {
        if levels.len() < LEAST_ANSWERS {
            return None;
        }
        levels.sort_unstable();
        let middle = levels.len() / 2;
        let upper = u16::from(levels[middle]);
        let lower = if levels.len().is_multiple_of(2) { u16::from(levels[middle - 1]) } else { upper };
        Some(Self(lower + upper))
    }

    /// Returns the median in halves of a point.
    pub const fn halves(self) -> u16 {
        self.0
    }

    /// Returns true where this lies at least so many whole points above another.
    pub const fn is_above(self, other: Self, points: u16) -> bool {
        self.0 >= other.0 + 2 * points
    }

    /// Returns true where a level lies at least so many whole points above this.
    pub const fn is_below(self, level: Pain, points: u16) -> bool {
        2 * level.score() as u16 >= self.0 + 2 * points
    }
}

/// What came of a course so far, against its first week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Down by at least 2 points or 30 %: a change that counts.
    Counts,
    /// Down by less than 1 point and less than 15 %, or not at all.
    Little,
    /// In between.
    Some,
}

impl Series {
    /// Takes answers, in any order.
    pub fn new(mut answers: Vec<(Date, Pain)>) -> Self {
        answers.sort_by_key(|answer| answer.0);
        Self(answers)
    }

    /// Adds an answer, not before the last one.
    pub fn push(&mut self, day: Date, pain: Pain) {
        let at = self.0.partition_point(|answer| answer.0 <= day);
        self.0.insert(at, (day, pain));
    }

    /// Returns the median of the week that ends with a day: `base7`.
    pub fn base7(&self, last: Date) -> Option<Median> {
        Median::of(self.between(days_before(last, WEEK - 1), last).iter().map(|answer| answer.1.score()).collect())
    }

    /// Returns the median of the first week of a course.
    pub fn week0(&self, started: Date) -> Option<Median> {
        self.base7(days_after(started, WEEK - 1))
    }

    /// Compares the week that ends today with the first week of the course; none while the two weeks overlap, or one of
    /// them has too few answers.
    pub fn change(&self, started: Date, today: Date) -> Option<Change> {
        if days_between(started, today) < 2 * WEEK - 1 {
            return None;
        }
        let (first, now) = (self.week0(started)?.0, self.base7(today)?.0);
        let down = first.saturating_sub(now);
        Some(if down > 0 && (down >= 4 || down * 100 >= first * 30) {
            Change::Counts
        } else if down < 2 && down * 100 < (first * 15).max(1) {
            Change::Little
        } else {
            Change::Some
        })
    }

    /// Returns true when the median rose by a point or more against the week before.
    pub fn is_rising(&self, today: Date) -> bool {
        let before = self.base7(days_before(today, WEEK));
        self.base7(today).zip(before).is_some_and(|(now, before)| now.is_above(before, 1))
    }

    /// Returns true when on each of the last seven days the median lay 2 points or more above the first week's. Only days
    /// after `since` count.
    pub fn is_worse(&self, started: Date, since: Option<Date>, today: Date) -> bool {
        let Some(first) = self.week0(started) else { return false };
        let from = days_before(today, WEEK - 1);
        if from < days_after(started, WEEK) || since.is_some_and(|since| from <= since) {
            return false;
        }
        let mut days = (0..WEEK).map(|day| days_after(from, day));
        days.all(|day| self.base7(day).is_some_and(|median| median.is_above(first, 2)))
    }

    /// Returns true when for two weeks every answer was 1 or less, with enough answers in either of them, in a journal that
    /// is not younger.
    pub fn is_quiet(&self, today: Date) -> bool {
        let from = days_before(today, QUIET_DAYS - 1);
        let is_little = |answer: &(Date, Pain)| answer.1.score() <= LITTLE_PAIN;
        let answered = self.base7(today).is_some() && self.base7(days_before(today, WEEK)).is_some();
        let older = self.0.first().is_some_and(|first| first.0 <= from);
        older && answered && self.between(from, today).iter().all(is_little)
    }

    /// Returns true when the pain was 8 or more on the day before, too.
    pub fn was_severe_on(&self, day: Date, severe: u8) -> bool {
        self.between(day, day).iter().any(|answer| answer.1.score() >= severe)
    }

    fn between(&self, first: Date, last: Date) -> &[(Date, Pain)] {
        let from = self.0.partition_point(|answer| answer.0 < first);
        let to = self.0.partition_point(|answer| answer.0 <= last);
        self.0.get(from..to).unwrap_or_default()
    }
}

/// Returns the days from one date to another; below zero where the second is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    // Dates of one calendar are never further apart than an i32 counts in days.
    from.until(to).map_or(0, |span| span.get_days())
}

/// Returns the day so many days later, or the last that the calendar has.
pub fn days_after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// Returns the day so many days earlier, or the first that the calendar has.
pub fn days_before(day: Date, days: i32) -> Date {
    day.saturating_sub(days.days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const START: Date = date(2026, 11, 2);

    fn day(number: i32) -> Date {
        days_after(START, number - 1)
    }

    /// One answer a day, from day 1 on; none where a day has none.
    fn series(levels: &[Option<u8>]) -> Series {
        let answers = (1..).zip(levels).filter_map(|(number, level)| Some((day(number), Pain::new((*level)?)?)));
        Series::new(answers.collect())
    }

    fn weeks(levels: &[u8]) -> Series {
        series(&levels.iter().flat_map(|&level| [Some(level); 7]).collect::<Vec<_>>())
    }

    #[test]
    fn a_median_needs_three_answers_and_halves_an_even_number() {
        let halves = |levels: &[u8]| Median::of(levels.to_vec()).map(Median::halves);
        assert_eq!(halves(&[4, 4]), None);
        assert_eq!(halves(&[4, 9, 5]), Some(10));
        assert_eq!(halves(&[4, 5, 5, 4]), Some(9));
    }

    #[test]
    fn base7_looks_at_seven_days_and_no_more() {
        let answers = series(&[Some(9), Some(2), None, Some(2), None, None, None, Some(3)]);
        assert_eq!(answers.base7(day(7)).map(Median::halves), Some(4), "days 1 to 7: 9, 2, 2");
        assert_eq!(answers.base7(day(8)).map(Median::halves), Some(4), "days 2 to 8: 2, 2, 3");
        assert_eq!(answers.base7(day(9)), None, "days 3 to 9: two answers");
    }

    #[test]
    fn w1_a_change_counts_from_two_points_or_thirty_percent() {
        let change = |first, now| weeks(&[first, now]).change(START, day(14));
        assert_eq!(change(9, 7), Some(Change::Counts), "2 points, 22 %");
        assert_eq!(change(7, 6), Some(Change::Some), "1 point, 14 %");
        assert_eq!(change(3, 2), Some(Change::Counts), "1 point, 33 %");
        assert_eq!(change(4, 3), Some(Change::Some), "1 point, 25 %");
        let halves = series(&[5, 5, 5, 5, 5, 5, 5, 3, 4, 3, 4, 3, 4].map(Some));
        assert_eq!(halves.change(START, day(14)), Some(Change::Counts), "1.5 points of 5 are 30 %");
        assert_eq!(weeks(&[9, 7]).change(START, day(13)), None, "the weeks overlap");
    }

    #[test]
    fn w2_little_came_of_it_below_one_point_and_fifteen_percent() {
        let change = |first: u8, now: [u8; 6]| {
            let mut levels = vec![Some(first); 7];
            levels.extend(now.map(Some));
            series(&levels).change(START, day(14))
        };
        assert_eq!(change(5, [5; 6]), Some(Change::Little));
        assert_eq!(change(5, [6; 6]), Some(Change::Little), "a rise is no improvement");
        assert_eq!(change(5, [4, 5, 4, 5, 4, 5]), Some(Change::Little), "half a point, 10 %");
        assert_eq!(change(3, [2, 3, 2, 3, 2, 3]), Some(Change::Some), "half a point, 17 %");
        assert_eq!(change(8, [7; 6]), Some(Change::Some), "one point, 12.5 %");
        assert_eq!(change(0, [0; 6]), Some(Change::Little));
    }

    #[test]
    fn w3_is_two_weeks_of_one_or_less() {
        assert!(weeks(&[5, 1, 1]).is_quiet(day(21)));
        assert!(!weeks(&[5, 1, 1]).is_quiet(day(20)), "13 days");
        assert!(!weeks(&[5, 2, 1]).is_quiet(day(21)));
        assert!(!weeks(&[1]).is_quiet(day(7)), "the journal is younger");
        assert!(!series(&[Some(1), None, None, None, None, None, None, Some(1)]).is_quiet(day(15)), "too few answers");
    }

    #[test]
    fn the_median_is_rising_from_one_point_on() {
        assert!(weeks(&[4, 5]).is_rising(day(14)));
        let half = series(&[4, 4, 4, 4, 4, 4, 4, 4, 5, 4, 5, 4, 5].map(Some));
        assert!(!half.is_rising(day(14)), "half a point");
        assert!(!weeks(&[4]).is_rising(day(7)), "there is no week before");
    }

    #[test]
    fn it_is_worse_after_seven_days_of_two_points_more() {
        let worse = weeks(&[3, 5, 5]);
        let first = (1..=21).find(|&number| worse.is_worse(START, None, day(number)));
        assert_eq!(first, Some(17), "the median is 5 from day 11 on");
        assert!(!weeks(&[3, 4, 4]).is_worse(START, None, day(21)));
        assert!(!worse.is_worse(START, Some(day(15)), day(21)), "days before the release do not count");
        assert!(worse.is_worse(START, Some(day(14)), day(21)));
    }
}

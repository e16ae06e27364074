//! Days in words.

use i18n_embed_fl::fl;
use jiff::civil::{Date, Weekday};

use super::LOADER;

/// "Thursday".
pub fn weekday_name(weekday: Weekday) -> String {
    fl!(LOADER, "weekday-name", number = i64::from(weekday.to_monday_one_offset()))
}

/// "November".
pub fn month_name(day: Date) -> String {
    fl!(LOADER, "month-name", number = i64::from(day.month()))
}

/// "19 November".
pub fn day_and_month(day: Date) -> String {
    fl!(LOADER, "day-and-month", day = i64::from(day.day()), month = month_name(day))
}

/// "Thursday 19 November", and the year when it is another than `year`.
pub fn whole_day(day: Date, year: i16) -> String {
    let weekday = weekday_name(day.weekday());
    let date = day_and_month(day);
    if day.year() == year {
        fl!(LOADER, "whole-day", weekday = weekday, date = date)
    } else {
        // As text: a number would be grouped in thousands.
        fl!(LOADER, "whole-day-year", weekday = weekday, date = date, year = day.year().to_string())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_told_in_words() {
        assert_eq!(whole_day(date(2026, 11, 19), 2026), "Thursday 19 November");
        assert_eq!(whole_day(date(2025, 3, 2), 2026), "Sunday 2 March 2025");
    }
}

//! Guesses what was meant by a word, a time or a day that cannot be read.

use jiff::civil::Date;

use crate::practice::measure::Seconds;

/// Longer than any name of the format: not worth a guess.
const LONGEST: usize = 48;

/// Returns the word that was probably meant.
pub(super) fn word(written: &str, choices: &[&'static str]) -> Option<String> {
    if written.len() > LONGEST {
        return None;
    }
    let written = plain(written);
    let by_distance = choices
        .iter()
        .map(|choice| (strsim::damerau_levenshtein(&written, &plain(choice)), choice))
        .filter(|(distance, choice)| {
            *distance <= (choice.len().min(written.len()) / 3).max(1) && *distance < written.len()
        })
        .min_by_key(|(distance, _)| *distance);
    let by_part = || {
        choices.iter().find(|choice| {
            let choice = plain(choice);
            let (short, long) = if choice.len() < written.len() { (&choice, &written) } else { (&written, &choice) };
            !short.is_empty() && (long.starts_with(short.as_str()) || short.len() > 3 && long.contains(short.as_str()))
        })
    };
    by_distance.map(|(_, choice)| choice).or_else(by_part).map(|choice| (*choice).to_owned())
}

/// Returns the time that was probably meant: `45`, `45 sec`, `-45s`, `1:30`, `1.5m`, `1h`.
pub(super) fn time(written: &str) -> Option<Seconds> {
    if written.len() > LONGEST {
        return None;
    }
    let text: String = written.to_lowercase().chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let seconds = match text.split_once(':') {
        Some((minutes, seconds)) => {
            60.0 * minutes.parse::<u32>().ok().map(f64::from)? + f64::from(seconds.parse::<u32>().ok()?)
        }
        None => units(&text)?,
    };
    (1.0..=7200.0).contains(&seconds).then_some(Seconds(seconds.round() as u32))
}

/// Returns the day that was probably meant: `2026/11/2`, `2026-11-02T10:00`.
pub(super) fn date(written: &str) -> Option<Date> {
    let day = written.split(['T', ' ']).next().filter(|day| day.len() <= LONGEST)?;
    let mut parts = day.split(['-', '/', '.']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (year.len() == 4 && parts.next().is_none()).then_some(date)
}

/// `DaysPerWeek`, `days per week` and `days_per_week` are one word.
fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.trim().chars() {
        if c.is_uppercase() && plain.ends_with(|before: char| before.is_lowercase()) {
            plain.push('-');
        }
        if c == '_' || c == ' ' { plain.push('-') } else { plain.extend(c.to_lowercase()) }
    }
    plain
}

fn units(text: &str) -> Option<f64> {
    let mut seconds = 0.0;
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (number, after) = rest.split_at(digits);
        let letters = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at(letters);
        let factor = match unit {
            "" | "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
            "m" | "min" | "mins" | "minute" | "minutes" => 60.0,
            "h" | "hr" | "hour" | "hours" => 3600.0,
            _ => return None,
        };
        seconds += factor * number.parse::<f64>().ok()?;
        rest = after;
    }
    Some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_guessed_from_a_slip_a_part_or_another_spelling() {
        let sites = ["upper-trapezius", "levator-scapulae", "soleus"];
        let guesses =
            ["upper-trapezuis", "Upper Trapezius", "trapezius", "soleuss", "liver", ""].map(|w| word(w, &sites));
        let guesses: Vec<_> = guesses.iter().map(Option::as_deref).collect();
        assert_eq!(
            guesses,
            [Some("upper-trapezius"), Some("upper-trapezius"), Some("upper-trapezius"), Some("soleus"), None, None]
        );
        assert_eq!(word("daysPerWeek", &["days", "days_per_week"]).as_deref(), Some("days_per_week"));
        assert_eq!(word("Monday", &["sun", "mon"]).as_deref(), Some("mon"));
        assert_eq!(word("l", &["left", "right"]).as_deref(), Some("left"));
    }

    #[test]
    fn a_time_is_guessed_from_how_people_write_it() {
        let times = ["45", "45 sec", "-5s", "1:30", "1.5m", "1h", "1m 30", "1e9h", "soon", "0"].map(time);
        let seconds: Vec<_> = times.iter().map(|time| time.map(|time| time.0)).collect();
        let expected = [Some(45), Some(45), Some(5), Some(90), Some(90), Some(3600), Some(90), None, None, None];
        assert_eq!(seconds, expected);
    }

    #[test]
    fn a_day_is_guessed_only_where_the_year_comes_first() {
        assert_eq!(date("2026/11/2").map(|date| date.to_string()).as_deref(), Some("2026-11-02"));
        assert_eq!(date("02/11/2026"), None);
    }
}

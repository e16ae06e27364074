//! Times, numbers and bounds, each within its range.

use jiff::civil::Date;

use super::collect::{Faults, Reported};
use super::fault::{Figure, Found, Wanted, What};
use super::likely;
use super::tree::Node;
use crate::practice::measure::{Amount, Bounds, Discomfort, Seconds};

/// The range of an amount that is a time.
#[derive(Clone, Copy)]
pub(super) struct Times {
    pub least: u32,
    pub most: u32,
}

/// The range of an amount that is a number or a level.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    pub least: u32,
    pub most: u32,
}

/// What both kinds of range have in common: how one value is read and spoken of.
pub(super) trait Scale: Copy {
    const BOUNDS: Wanted;
    const STEP: u32;
    fn within(self, least: u32, most: u32) -> Self;
    fn least(self) -> u32;
    fn most(self) -> u32;
    fn figure(value: u32) -> Figure;
    fn read(self, node: &Node, faults: &mut Faults) -> Result<u32, Reported>;

    fn check(self, value: u64, written: &str, node: &Node, faults: &mut Faults) -> Result<u32, Reported> {
        match u32::try_from(value) {
            Ok(value) if (self.least()..=self.most()).contains(&value) => Ok(value),
            _ => {
                let (least, most) = (Self::figure(self.least()), Self::figure(self.most()));
                Err(node.fault(What::OutOfRange { written: written.to_owned(), least, most }, faults))
            }
        }
    }

    /// Reads a plain value, which is locked, or bounds. A missing `min` is the least that the range knows.
    fn amount(self, node: &Node, faults: &mut Faults) -> Result<Amount<u32>, Reported> {
        match node.found() {
            Found::Object => {}
            Found::Null | Found::Switch | Found::List => return Err(node.wrong(Self::BOUNDS, None, faults)),
            Found::Number | Found::Text => return self.read(node, faults).map(Amount::Locked),
        }
        let fields = node.fields(&["start", "min", "max", "step"], faults)?;
        let start = fields.need("start", faults).and_then(|node| self.read(&node, faults));
        let max = fields.need("max", faults).and_then(|node| self.read(&node, faults));
        let min = fields.maybe("min", |node| self.read(node, faults));
        let step = fields.maybe("step", |node| self.within(1, self.most()).read(node, faults));
        let (start, max, min) = (start?, max?, min?);
        if let Some(min) = min.filter(|min| *min > start) {
            let what = What::MinAboveStart { min: Self::figure(min), start: Self::figure(start) };
            return Err(fields.get("min").unwrap_or_else(|| node.clone()).fault(what, faults));
        }
        if start > max {
            let what = What::StartAboveMax { start: Self::figure(start), max: Self::figure(max) };
            return Err(fields.get("start").unwrap_or_else(|| node.clone()).fault(what, faults));
        }
        let (min, step) = (min.unwrap_or(self.least()), step?);
        if let Some(step) = step.filter(|step| *step > max - min) {
            let what = What::StepTooLarge { step: Self::figure(step), room: Self::figure(max - min) };
            return Err(fields.get("step").unwrap_or_else(|| node.clone()).fault(what, faults));
        }
        Ok(Amount::Bounded(Bounds { start, min, max, step: step.unwrap_or(Self::STEP) }))
    }
}

impl Times {
    pub fn one(self, node: &Node, faults: &mut Faults) -> Result<Seconds, Reported> {
        self.read(node, faults).map(Seconds)
    }

    pub fn bounds(self, node: &Node, faults: &mut Faults) -> Result<Amount<Seconds>, Reported> {
        self.amount(node, faults).map(|amount| each(amount, Seconds))
    }
}

impl Numbers {
    pub fn one(self, node: &Node, faults: &mut Faults) -> Result<u8, Reported> {
        self.read(node, faults).map(|number| number as u8)
    }

    pub fn bounds(self, node: &Node, faults: &mut Faults) -> Result<Amount<u8>, Reported> {
        self.amount(node, faults).map(|amount| each(amount, |number| number as u8))
    }

    pub fn level(self, node: &Node, faults: &mut Faults) -> Result<Discomfort, Reported> {
        self.read(node, faults).map(discomfort)
    }

    pub fn levels(self, node: &Node, faults: &mut Faults) -> Result<Amount<Discomfort>, Reported> {
        self.amount(node, faults).map(|amount| each(amount, discomfort))
    }
}

impl Scale for Times {
    const BOUNDS: Wanted = Wanted::TimeOrBounds;
    const STEP: u32 = 5;

    fn within(self, least: u32, most: u32) -> Self {
        Self { least, most }
    }

    fn least(self) -> u32 {
        self.least
    }

    fn most(self) -> u32 {
        self.most
    }

    fn figure(value: u32) -> Figure {
        Figure::Time(Seconds(value))
    }

    fn read(self, node: &Node, faults: &mut Faults) -> Result<u32, Reported> {
        let sensible = |time: &Seconds| (self.least..=self.most).contains(&time.0);
        let Some(written) = node.string() else {
            let likely = node.number().and_then(likely::time).filter(sensible);
            return Err(node.wrong(Wanted::Time, likely.map(|time| format!("\"{time}\"")), faults));
        };
        let Some(seconds) = seconds(written) else {
            let likely = likely::time(written).filter(sensible);
            return Err(node.fault(What::NotATime { written: written.to_owned(), likely }, faults));
        };
        self.check(seconds, written, node, faults)
    }
}

impl Scale for Numbers {
    const BOUNDS: Wanted = Wanted::NumberOrBounds;
    const STEP: u32 = 1;

    fn within(self, least: u32, most: u32) -> Self {
        Self { least, most }
    }

    fn least(self) -> u32 {
        self.least
    }

    fn most(self) -> u32 {
        self.most
    }

    fn figure(value: u32) -> Figure {
        Figure::Number(value)
    }

    fn read(self, node: &Node, faults: &mut Faults) -> Result<u32, Reported> {
        let Some(written) = node.number() else {
            let likely = node.string().filter(|text| is_whole(text)).map(str::to_owned);
            return Err(node.wrong(Wanted::Number, likely, faults));
        };
        if !is_whole(written) {
            return Err(node.fault(What::NotWhole { written: written.to_owned() }, faults));
        }
        // A negative number is out of every range, whatever its size.
        let value = written.parse().unwrap_or(u64::MAX);
        self.check(value, written, node, faults)
    }
}

/// Reads a day of the calendar.
pub(super) fn date(node: &Node, faults: &mut Faults) -> Result<Date, Reported> {
    let Some(written) = node.string() else {
        return Err(node.wrong(Wanted::Date, None, faults));
    };
    let Some(date) = iso(written) else {
        let likely = likely::date(written);
        return Err(node.fault(What::NotADate { written: written.to_owned(), likely }, faults));
    };
    if (2000..2200).contains(&date.year()) { Ok(date) } else { Err(node.fault(What::YearOutOfRange { date }, faults)) }
}

/// Applies to every value of an amount.
fn each<T: Copy, U>(amount: Amount<T>, to: impl Fn(T) -> U) -> Amount<U> {
    match amount {
        Amount::Locked(value) => Amount::Locked(to(value)),
        Amount::Bounded(Bounds { start, min, max, step }) => {
            Amount::Bounded(Bounds { start: to(start), min: to(min), max: to(max), step: to(step) })
        }
    }
}

/// Levels are checked against a range within 0 to 10 before they come here.
fn discomfort(level: u32) -> Discomfort {
    Discomfort::new(level as u8).unwrap_or(Discomfort::LEAST)
}

fn is_whole(written: &str) -> bool {
    let digits = written.strip_prefix('-').unwrap_or(written);
    !digits.is_empty() && digits.len() <= 40 && digits.bytes().all(|byte| byte.is_ascii_digit()) && written != "-0"
}

/// `([0-9]+m)?([0-9]+s)?`, and not nothing.
fn seconds(written: &str) -> Option<u64> {
    let number = |digits: &str| {
        let all = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| digits.parse().unwrap_or(u64::from(u32::MAX)))
    };
    let (minutes, rest) = match written.split_once('m') {
        Some((minutes, rest)) => (number(minutes)?, rest),
        None => (0, written),
    };
    let seconds = match rest.strip_suffix('s') {
        Some(seconds) => number(seconds)?,
        None if rest.is_empty() && !written.is_empty() => 0,
        None => return None,
    };
    Some(minutes.saturating_mul(60).saturating_add(seconds))
}

fn iso(written: &str) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = written.as_bytes() else { return None };
    let number = |digits: &[&u8]| {
        digits
            .iter()
            .try_fold(0_i16, |number, digit| digit.is_ascii_digit().then(|| number * 10 + i16::from(**digit - b'0')))
    };
    let (month, day) = (i8::try_from(number(&[m1, m2])?).ok()?, i8::try_from(number(&[d1, d2])?).ok()?);
    Date::new(number(&[y1, y2, y3, y4])?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_minutes_and_seconds() {
        let times = ["45s", "2m", "1m30s", "0s", "1m90s", "99999999999999999999s"].map(seconds);
        assert_eq!(times, [Some(45), Some(120), Some(90), Some(0), Some(150), Some(u64::from(u32::MAX))]);
    }

    #[test]
    fn nothing_else_is_a_time() {
        for text in ["", "s", "m", "45", "-5s", "1e9h", "1h", "1s1m", "1 s", "1m ", "1.5m", "+1s", "٣s", "1ms", "1m1"]
        {
            assert_eq!(seconds(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_written_in_full() {
        assert!(iso("2026-02-28").is_some());
        for text in ["2026-02-29", "2026-2-28", "20260228", "2026-02-28T", "+026-02-28", "2026-13-01"] {
            assert_eq!(iso(text), None, "{text}");
        }
    }
}

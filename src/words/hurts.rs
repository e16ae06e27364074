//! Where it hurts, in words.

use i18n_embed_fl::fl;
use jiff::civil::Date;

use super::LOADER;
use super::place::sided;
use super::session::capital;
use crate::practice::hurts::{Hurt, Marking, Quality, Spot};

/// Returns what a pain is like: "aching".
pub fn quality(quality: Quality) -> String {
    match quality {
        Quality::Aching => fl!(LOADER, "hurts-aching"),
        Quality::Sharp => fl!(LOADER, "hurts-sharp"),
        Quality::Burning => fl!(LOADER, "hurts-burning"),
        Quality::Throbbing => fl!(LOADER, "hurts-throbbing"),
        Quality::Pulling => fl!(LOADER, "hurts-pulling"),
        Quality::Stiff => fl!(LOADER, "hurts-stiff"),
        Quality::Tingling => fl!(LOADER, "hurts-tingling"),
        Quality::Electric => fl!(LOADER, "hurts-electric"),
    }
}

/// Returns a spot for a sentence: "left shoulder-top".
pub fn spot(spot: &Spot) -> String {
    sided(&spot.site, Some(spot.side))
}

/// Returns a mark without its place: "4, aching, spreads to left forearm and left wrist".
pub fn told(hurt: &Hurt) -> String {
    let mut parts = vec![hurt.pain.to_string()];
    parts.extend(hurt.qualities.iter().map(|&of| quality(of)));
    if !hurt.spreads.is_empty() {
        let names: Vec<String> = hurt.spreads.iter().map(spot).collect();
        parts.push(fl!(LOADER, "hurts-spreads-to", places = list(&names)));
    }
    parts.join(", ")
}

/// Returns a mark in one line: "left shoulder-top 4, aching".
pub fn line(at: &Spot, hurt: &Hurt) -> String {
    fl!(LOADER, "hurts-line", place = spot(at), told = told(hurt))
}

/// Returns an earlier mark with its day: "3 Nov: 4, aching".
pub fn on_day(day: Date, hurt: &Hurt) -> String {
    let day = fl!(LOADER, "hurts-short-day", day = i64::from(day.day()), month = i64::from(day.month()));
    fl!(LOADER, "hurts-on-day", day = day, told = told(hurt))
}

/// Returns a mark as the Journal lists it.
pub fn in_journal(marking: &Marking) -> String {
    let told = marking.told.as_ref().map(told).unwrap_or_default();
    fl!(LOADER, "hurts-in-journal", place = capital(&spot(&marking.spot)), told = told)
}

/// Says that the pain before a session was taken from marks, the strongest first.
pub fn answer(marks: &[(&Marking, &Hurt)]) -> String {
    fl!(LOADER, "hurts-answer", lines = lines(marks))
}

/// Says that marks tell of more pain than was answered.
pub fn more(marks: &[(&Marking, &Hurt)]) -> String {
    fl!(LOADER, "hurts-more", lines = lines(marks))
}

/// Says why the list of signs is shown after a mark.
pub fn why_signs() -> String {
    fl!(LOADER, "hurts-signs-why")
}

/// Says that one point alone is worked today.
pub fn only_this(place: &str, others: usize) -> String {
    fl!(LOADER, "hurts-only-this", place = place, others = others.cast_signed())
}

/// The strongest alone is named: it is the one that counts.
fn lines(marks: &[(&Marking, &Hurt)]) -> String {
    marks.first().map(|(marking, hurt)| line(&marking.spot, hurt)).unwrap_or_default()
}

fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => fl!(LOADER, "list-and", rest = rest.join(", "), last = last.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::measure::{Pain, Side};

    #[test]
    fn a_mark_is_told_in_one_line() {
        let at = |site: &str, side| Spot { site: site.to_owned(), side };
        let hurt = Hurt {
            pain: Pain::new(4).unwrap(),
            qualities: vec![Quality::Aching, Quality::Tingling],
            spreads: vec![at("wrist-extensors", Side::Left), at("deltoid", Side::Right)],
        };
        let told = line(&at("upper-trapezius", Side::Left), &hurt);
        let places = [spot(&hurt.spreads[0]), spot(&hurt.spreads[1])].join(" and ");
        assert_eq!(told, format!("left shoulder-top 4, aching, tingling or numb, spreads to {places}"));
        let plain = Hurt { qualities: vec![], spreads: vec![], ..hurt };
        assert_eq!(on_day(jiff::civil::date(2026, 11, 3), &plain), "3 Nov: 4");
    }
}

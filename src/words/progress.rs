//! Decisions in words: what becomes of a dose, why, and the rule behind it.

use i18n_embed_fl::fl;
use jiff::civil::Date;

use super::dates::{day_and_month, weekday_name};
use super::session::capital;
use super::{LOADER, place};
use crate::practice::dose::Dose;
use crate::practice::insight::days_between;
use crate::practice::measure::{Seconds, Side};
use crate::practice::program::Raisable;
use crate::practice::progress::{
    Answers, Because, Change, Class, Decision, Held, Key, Rule, SetAside, Step, Strongest, because,
};
use crate::practice::simulate::Session;

/// A sentence with its stressed beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The place, and what becomes of its dose.
    pub stressed: String,
    /// Why.
    pub plain: String,
}

impl Told {
    /// Returns it in one piece.
    pub fn sentence(&self) -> String {
        if self.plain.is_empty() { self.stressed.clone() } else { format!("{} {}", self.stressed, self.plain) }
    }
}

/// Returns a point in words: "Left shoulder-top", "Both calves" is "Calf, both sides".
pub fn point(key: &Key) -> String {
    match Side::from_id(&key.side) {
        Some(side) => capital(&place::sided(&key.site, Some(side))),
        None => fl!(LOADER, "point-both", place = capital(&place::sided(&key.site, None))),
    }
}

/// Returns a dose in few words: "3 × 30 s", and the stretch where nothing is held.
pub fn dose(dose: &Dose) -> String {
    let number = |value: u32| i64::from(value);
    match (dose.hold, dose.holds, dose.stretch, dose.reps) {
        (Some(hold), Some(holds), ..) => fl!(LOADER, "dose-holds", count = i64::from(holds), seconds = number(hold.0)),
        (_, _, Some(stretch), Some(reps)) => {
            fl!(LOADER, "dose-stretches", count = i64::from(reps), seconds = number(stretch.0))
        }
        _ => fl!(LOADER, "dose-ceiling", level = i64::from(dose.ceiling.level())),
    }
}

/// Returns a dose with its limit: "3 × 30 s, limit 5".
pub fn dose_and_limit(dose: &Dose) -> String {
    fl!(LOADER, "dose-and-limit", dose = self::dose(dose), level = i64::from(dose.ceiling.level()))
}

/// Returns what became of a point on a simulated day.
pub fn session(session: Session) -> String {
    match session {
        Session::Planned => fl!(LOADER, "session-planned"),
        Session::Easy => fl!(LOADER, "session-easy"),
        Session::Rest => fl!(LOADER, "session-rest"),
        Session::Locked => fl!(LOADER, "session-locked"),
        Session::Missed => fl!(LOADER, "session-missed"),
    }
}

/// Returns what was decided about a point, with the dose after it, and what holds it where nothing moved.
pub fn decision(key: &Key, decision: &Decision, now: &Dose, held: Option<Held>) -> Told {
    let place = point(key);
    let reason = decision.answers.as_ref().and_then(because).map(reason).unwrap_or_default();
    let kept = || fl!(LOADER, "decided-kept", place = place.clone(), dose = dose(now));
    let changed = || {
        if decision.changes.is_empty() {
            return kept();
        }
        fl!(LOADER, "decided-changed", place = place.clone(), changes = changes(&decision.changes))
    };
    let told = |stressed: String, plain: String| Told { stressed, plain };
    match (decision.rule, decision.accepted) {
        (Rule::Up, Some(true)) => told(changed(), fl!(LOADER, "because-accepted")),
        (Rule::Up, _) => told(kept(), fl!(LOADER, "because-declined", change = changes(&decision.changes))),
        (Rule::Down, _) => {
            told(fl!(LOADER, "decided-down", place = place.clone(), changes = after(&decision.changes, now)), reason)
        }
        (Rule::Pause, _) => {
            let stressed = fl!(LOADER, "decided-pause", place = place.clone(), changes = after(&decision.changes, now));
            told(stressed, fl!(LOADER, "because-pause", reason = reason))
        }
        (Rule::Stop, Some(_)) => told(changed(), fl!(LOADER, "because-released")),
        (Rule::Stop, None) => {
            let plain = if decision.class.is_some() {
                fl!(LOADER, "because-stop", reason = reason)
            } else {
                fl!(LOADER, "because-worse")
            };
            told(fl!(LOADER, "decided-stop", place = place.clone()), plain)
        }
        (Rule::Gap, _) => told(changed(), fl!(LOADER, "because-gap")),
        (Rule::Green | Rule::Cap | Rule::W2, _) => {
            told(kept(), held.map_or_else(|| fl!(LOADER, "because-green"), self::held))
        }
        _ => told(kept(), reason),
    }
}

/// Returns the step up that is offered, with why it is.
pub fn offer(key: &Key, step: &Step, streak: u8) -> Told {
    let (place, from, to) = (point(key), i64::from(step.change.from), i64::from(step.change.to));
    let stressed = match step.amount {
        Raisable::Hold => fl!(LOADER, "offer-hold", place = place, from = from, to = to),
        Raisable::Holds => fl!(LOADER, "offer-holds", place = place, from = from, to = to),
        Raisable::Stretch => fl!(LOADER, "offer-stretch", place = place, from = from, to = to),
        Raisable::Ceiling => fl!(LOADER, "offer-ceiling", place = place, from = from, to = to),
    };
    Told { stressed, plain: fl!(LOADER, "offer-days", days = i64::from(streak)) }
}

/// Returns the words on the two answers to an offer: staying, and going.
pub fn offer_answers(step: &Step) -> (String, String) {
    let value = |value: u32| amount(step.amount, value);
    (
        fl!(LOADER, "offer-stay", amount = value(step.change.from)),
        fl!(LOADER, "offer-go", amount = value(step.change.to)),
    )
}

/// Returns an amount with its unit: "35 s", "4 holds", "limit 5".
pub fn amount(of: Raisable, value: u32) -> String {
    let value = i64::from(value);
    match of {
        Raisable::Hold | Raisable::Stretch => fl!(LOADER, "amount-seconds", value = value),
        Raisable::Holds => fl!(LOADER, "amount-holds", value = value),
        Raisable::Ceiling => fl!(LOADER, "amount-limit", value = value),
    }
}

/// Returns what is behind "why": the rule's id, what it says, and what it went by.
pub fn why(rule: Rule, answers: Option<&Answers>) -> String {
    let says = LOADER.get(&format!("rule-{}", rule.id().to_lowercase()));
    let rule = fl!(LOADER, "why-rule", id = rule.id(), says = says);
    match answers {
        Some(answers) => format!("{rule}\n{}", went_by(answers)),
        None => rule,
    }
}

/// Returns what the C rules went by, in one line.
pub fn went_by(answers: &Answers) -> String {
    let missing = || fl!(LOADER, "went-by-missing");
    let pain = |pain: Option<crate::practice::measure::Pain>| pain.map_or_else(missing, |pain| pain.to_string());
    let strongest = match answers.discomfort {
        Strongest::NotAsked => fl!(LOADER, "went-by-not-asked"),
        other => other.level().map_or_else(missing, |level| level.to_string()),
    };
    let effects = answers.effects.as_ref().map_or_else(missing, |effects| match effects.as_slice() {
        [] => fl!(LOADER, "went-by-none"),
        ticked => fl!(LOADER, "went-by-effects", count = ticked.len().cast_signed()),
    });
    fl!(
        LOADER,
        "went-by",
        before = pain(answers.before),
        after = pain(answers.after),
        next = pain(answers.next_day),
        strongest = strongest,
        limit = answers.ceiling.map_or_else(missing, |ceiling| ceiling.to_string()),
        sore = answers.soreness_hours.map_or_else(missing, |hours| fl!(LOADER, "hours", hours = i64::from(hours))),
        effects = effects,
        done = i64::from(answers.done)
    )
}

/// Returns why a point is left out today, in a few words for its row.
pub fn aside(aside: SetAside, time: impl Fn(jiff::Timestamp) -> String) -> String {
    match aside {
        SetAside::Until(..) => fl!(LOADER, "aside-rests"),
        SetAside::Before(instant) => fl!(LOADER, "aside-before", time = time(instant)),
        SetAside::Enough => fl!(LOADER, "aside-enough"),
        SetAside::Sore => fl!(LOADER, "aside-sore"),
        SetAside::Locked => fl!(LOADER, "aside-locked"),
    }
}

/// Returns why there is no session today.
pub fn rest(rule: Rule, until: Option<Date>) -> String {
    let day = until.map(day_in_words).unwrap_or_default();
    match (rule, until) {
        (Rule::G1, _) => fl!(LOADER, "rest-g1"),
        (Rule::G3, _) => fl!(LOADER, "rest-g3"),
        (Rule::G4, _) => fl!(LOADER, "rest-g4"),
        (Rule::Pause, Some(_)) => fl!(LOADER, "rest-pause", day = day),
        (_, Some(_)) => fl!(LOADER, "rest-down", day = day),
        _ => fl!(LOADER, "rest-today"),
    }
}

/// Returns a day as it is named soon before it: "Thursday 19 November".
pub fn day_in_words(day: Date) -> String {
    fl!(LOADER, "whole-day", weekday = weekday_name(day.weekday()), date = day_and_month(day))
}

/// Returns that a point rests with the whole day, for its row.
pub fn rests_today() -> String {
    fl!(LOADER, "aside-rests")
}

/// Returns that a point is left out because only a firm tool would do there.
pub fn no_tool() -> String {
    fl!(LOADER, "aside-no-tool")
}

/// Returns that the pain was severe on two days running.
pub fn severe_again() -> String {
    fl!(LOADER, "rest-g1-again")
}

/// Returns the easy session, by rule.
pub fn easy() -> Told {
    Told { stressed: fl!(LOADER, "decided-easy"), plain: fl!(LOADER, "because-easy") }
}

/// Returns the easy session, by choice.
pub fn easy_chosen() -> Told {
    Told { stressed: fl!(LOADER, "decided-easy"), plain: fl!(LOADER, "because-easy-chosen") }
}

/// Returns what an easy session changes at a point, with why.
pub fn made_easy(key: &Key, lowered: &[Change], why: Told) -> String {
    let stressed = fl!(LOADER, "decided-changed", place = point(key), changes = changes(lowered));
    Told { stressed, plain: why.plain }.sentence()
}

/// Returns that two or three days a week were chosen.
pub fn maintains() -> String {
    fl!(LOADER, "decided-maintains")
}

/// Returns what is to be known beside the doses.
pub fn note(rule: Rule) -> Told {
    let (stressed, plain) = match rule {
        Rule::W1 => (fl!(LOADER, "note-w1"), fl!(LOADER, "note-w1-plain")),
        Rule::W2 => (fl!(LOADER, "note-w2"), fl!(LOADER, "note-w2-plain")),
        Rule::W3 => (fl!(LOADER, "note-w3"), fl!(LOADER, "note-w3-plain")),
        _ => (fl!(LOADER, "note-cap"), fl!(LOADER, "note-cap-plain")),
    };
    Told { stressed, plain }
}

/// Returns the day of a session as it is spoken of: "yesterday", "Tuesday", "9 November".
pub fn session_day(day: Date, today: Date) -> String {
    match days_between(day, today) {
        1 => fl!(LOADER, "day-yesterday"),
        0 => fl!(LOADER, "day-today"),
        2..=6 => weekday_name(day.weekday()),
        _ => day_and_month(day),
    }
}

/// Returns where a point stands: "Week 2 · level 2 of 6".
pub fn level(week: i32, level: usize, of: usize) -> String {
    fl!(LOADER, "level", week = week, level = level.cast_signed(), of = of.cast_signed())
}

/// Returns a rung of a ladder by what it changes against the one before: "35 s", "4 × 45", "limit 5".
pub fn rung(dose: &Dose, before: Option<&Dose>) -> String {
    let seconds = |time: Seconds| fl!(LOADER, "amount-seconds", value = i64::from(time.0));
    let changed = before.and_then(|before| before.changes_to(dose).first().map(|change| change.amount));
    match (changed, dose.hold, dose.holds, dose.stretch) {
        (Some(Raisable::Ceiling), ..) | (_, None, _, None) => {
            fl!(LOADER, "rung-limit", level = i64::from(dose.ceiling.level()))
        }
        (Some(Raisable::Holds), Some(hold), Some(holds), _) => {
            fl!(LOADER, "rung-holds", count = i64::from(holds), seconds = i64::from(hold.0))
        }
        (Some(Raisable::Stretch), .., Some(stretch)) | (_, None, _, Some(stretch)) => seconds(stretch),
        (_, Some(hold), ..) => seconds(hold),
    }
}

/// Returns what a session means for the next one at a point, before the next day is known.
pub fn next(key: &Key, class: Class, because: Because) -> Told {
    let place = point(key);
    let stressed = match class {
        Class::Red => fl!(LOADER, "next-less", place = place),
        _ => fl!(LOADER, "next-same-here", place = place),
    };
    Told { stressed, plain: reason(because) }
}

/// Returns that so many points keep their dose as far as is known.
pub fn next_same(points: usize) -> Told {
    let stressed = fl!(LOADER, "next-same", points = points.cast_signed());
    Told { stressed, plain: fl!(LOADER, "next-decides") }
}

/// Returns a decision as the Journal lists it: what became of the dose, then the day, why, and who said so where a clinician
/// did.
pub fn in_journal(sentence: &str, day: Date, said: Option<(&str, Date)>) -> Told {
    let (stressed, reason) = sentence.split_once(". ").unwrap_or((sentence.trim_end_matches('.'), ""));
    let date = day_and_month(day);
    let plain = match said {
        Some((by, on)) => fl!(LOADER, "decided-on-said", date = date, by = by, on = day_and_month(on)),
        None => fl!(LOADER, "decided-on", date = date, reason = reason),
    };
    Told { stressed: stressed.to_owned(), plain: plain.trim_end().to_owned() }
}

/// Returns a lock by a sign: what was marked, where if it belongs to a place, and since when.
pub fn locked_by_sign(marked: &str, place: Option<&str>, since: Date) -> String {
    let day = day_and_month(since);
    match place {
        Some(place) => fl!(LOADER, "lock-sign-place", place = capital(place), marked = marked, day = day),
        None => fl!(LOADER, "lock-sign", marked = marked, day = day),
    }
}

/// Returns a lock of a point (P-STOP).
pub fn locked_point(key: &Key, since: Date) -> String {
    fl!(LOADER, "lock-point", place = point(key), day = day_and_month(since))
}

/// Returns a lock by something of the long list.
pub fn locked_by_condition(ticked: &str) -> String {
    fl!(LOADER, "lock-condition", ticked = ticked)
}

/// Returns whom to turn to.
pub fn turn_to(therapist: Option<(&str, Option<&str>)>) -> String {
    let Some((by, contact)) = therapist else { return fl!(LOADER, "turn-to-nobody") };
    match contact {
        Some(contact) => fl!(LOADER, "turn-to-contact", by = by, contact = contact),
        None => fl!(LOADER, "turn-to", by = by),
    }
}

/// Returns what holds a dose where it is.
pub fn held(held: Held) -> String {
    match held {
        Held::NothingMoves => fl!(LOADER, "held-nothing-moves"),
        Held::Lowered => fl!(LOADER, "held-lowered"),
        Held::GoodDays { have, need } => fl!(LOADER, "held-good-days", have = i64::from(have), need = i64::from(need)),
        Held::NotGreen => fl!(LOADER, "held-not-green"),
        Held::Unanswered { sessions } => fl!(LOADER, "held-unanswered", sessions = i64::from(sessions)),
        Held::Open => fl!(LOADER, "held-open"),
        Held::TooSoon { from } => fl!(LOADER, "held-too-soon", day = day_in_words(from)),
        Held::TwoThisWeek => fl!(LOADER, "held-two-this-week"),
        Held::Review { on } => fl!(LOADER, "held-review", day = day_in_words(on)),
        Held::Ended { on } => fl!(LOADER, "held-ended", day = day_in_words(on)),
        Held::Rising => fl!(LOADER, "held-rising"),
        Held::Little => fl!(LOADER, "held-little"),
        Held::Quiet => fl!(LOADER, "held-quiet"),
        Held::Declined { from } => fl!(LOADER, "held-declined", day = day_in_words(from)),
        Held::Another => fl!(LOADER, "held-another"),
        Held::ClockSetBack => fl!(LOADER, "held-clock"),
        Held::AtLimit => fl!(LOADER, "held-at-limit"),
        Held::NotToday => String::new(),
    }
}

fn reason(because: Because) -> String {
    let number = |value: u8| i64::from(value);
    match because {
        Because::LetGoTwice => fl!(LOADER, "because-let-go"),
        Because::Strong { level, ceiling } => {
            fl!(LOADER, "because-strong", level = number(level.level()), limit = number(ceiling.level()))
        }
        Because::NextDay { before, next_day } => {
            fl!(LOADER, "because-next-day", before = number(before.score()), later = number(next_day.score()))
        }
        Because::After { before, after } => {
            fl!(LOADER, "because-after", before = number(before.score()), later = number(after.score()))
        }
        Because::Sore { hours } => fl!(LOADER, "because-sore", hours = i64::from(hours)),
        Because::Bruised => fl!(LOADER, "because-bruised"),
        Because::Effects { count } => fl!(LOADER, "because-effects", count = count.cast_signed()),
        Because::Hurt { percent } => fl!(LOADER, "because-hurt", percent = number(percent)),
        Because::Done { percent } => fl!(LOADER, "because-done", percent = number(percent)),
        Because::Eased => fl!(LOADER, "because-eased"),
        Because::Missing => fl!(LOADER, "because-missing"),
    }
}

/// "hold 30 to 25 s, limit 5 to 4"
fn changes(changes: &[Change]) -> String {
    let one = |change: &Change| {
        let (from, to) = (i64::from(change.from), i64::from(change.to));
        match change.amount {
            Raisable::Hold => fl!(LOADER, "change-hold", from = from, to = to),
            Raisable::Holds => fl!(LOADER, "change-holds", from = from, to = to),
            Raisable::Stretch => fl!(LOADER, "change-stretch", from = from, to = to),
            Raisable::Ceiling => fl!(LOADER, "change-ceiling", from = from, to = to),
        }
    };
    changes.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What a step down changes; at the least of everything, the dose as it stays.
fn after(lowered: &[Change], now: &Dose) -> String {
    if lowered.is_empty() { dose(now) } else { changes(lowered) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_words() {
        let missing: Vec<_> = Rule::ALL
            .iter()
            .map(|rule| format!("rule-{}", rule.id().to_lowercase()))
            .filter(|key| !LOADER.has(key))
            .collect();
        assert_eq!(missing, Vec::<String>::new());
    }
}

//! A session in words: phases, cue lines, what comes next, and the lines of `play --text`.

use std::time::Duration;

use i18n_embed_fl::fl;

use super::{LOADER, place};
use crate::practice::journal::{Began, Event, Happened, Overstep, Question};
use crate::practice::measure::Discomfort;
use crate::practice::plan::{Kind, Moment, Plan, Refused, Step, Technique};
use crate::practice::scan::Choice;
use crate::practice::session::{Session, State};

/// Returns the word of a phase, as it stands in the ring.
pub fn phase(kind: &Kind) -> String {
    match kind {
        Kind::Ready => fl!(LOADER, "phase-ready"),
        Kind::Locate => fl!(LOADER, "phase-locate"),
        Kind::Press(_) => fl!(LOADER, "phase-press"),
        Kind::Release => fl!(LOADER, "phase-release"),
        Kind::Rest => fl!(LOADER, "phase-rest"),
        Kind::Stretch => fl!(LOADER, "phase-stretch"),
        Kind::Move => fl!(LOADER, "phase-move"),
        Kind::Switch => fl!(LOADER, "phase-switch"),
        Kind::Done => fl!(LOADER, "phase-done"),
    }
}

/// Returns the one line under the ring.
pub fn cue_line(session: &Session, moment: &Moment<'_>, now: Duration) -> String {
    if matches!(session.state(), State::Paused | State::Leaving) {
        return LOADER.get("cue-paused");
    }
    let key = match &moment.step.kind {
        Kind::Press(pressing) => {
            let turn = pressing.step_ups.iter().rev().find(|turn| turn.after <= moment.offset);
            let just = |after: Duration| moment.offset.saturating_sub(after) < Duration::from_secs(8);
            match pressing.technique {
                _ if pressing.eased.is_some_and(|eased| just(eased.after)) => "cue-eased",
                Technique::Alternate { on, off } => alternating(on, off, moment.offset),
                Technique::Strokes { .. } => "cue-press-strokes",
                Technique::Glide => "cue-press-glide",
                Technique::Roll => "cue-press-roll",
                Technique::Hold if moment.offset < pressing.ramp => "cue-press-ramp",
                Technique::Hold if turn.is_some_and(|turn| just(turn.after)) => "cue-press-step-up",
                Technique::Hold if is_last(moment.step) => "cue-press-last",
                Technique::Hold => "cue-press-hold",
            }
        }
        Kind::Ready if moment.next.is_some_and(|next| next.continued) => "cue-ready-resume",
        Kind::Ready if moment.next.is_some_and(|next| matches!(next.kind, Kind::Stretch)) => "cue-ready-stretch",
        Kind::Ready => "cue-ready",
        Kind::Locate => "cue-locate",
        Kind::Release if session.just_gave_up(now) => "cue-eased-twice",
        Kind::Release => "cue-release",
        Kind::Rest => "cue-rest",
        Kind::Stretch if moment.step.less => "cue-stretch-less",
        Kind::Stretch if is_last(moment.step) => "cue-stretch-last",
        Kind::Stretch => "cue-stretch",
        Kind::Move => "cue-move",
        Kind::Switch => "cue-switch",
        Kind::Done => "cue-done",
    };
    variant(key, moment.step.round)
}

/// Returns what the next step is and what follows it: "Rest 15 s", "then hold 3 of 3".
pub fn next_lines(plan: &Plan, index: usize) -> Option<(String, String)> {
    let steps = plan.steps().get(index + 1..)?;
    let worth = |step: &&Step| !step.length.is_zero() || matches!(step.kind, Kind::Done);
    let mut steps = steps.iter().filter(worth);
    let next = steps.next()?;
    let title = match &next.kind {
        Kind::Press(_) | Kind::Stretch => {
            fl!(LOADER, "next-work", phase = phase(&next.kind), length = seconds(next.length))
        }
        Kind::Done => phase(&next.kind),
        kind => fl!(LOADER, "next-work", phase = phase(kind), length = seconds(next.length)),
    };
    let then = steps.find(|step| step.kind.is_work() || matches!(step.kind, Kind::Done)).map(work);
    Some((title, then.map(|then| fl!(LOADER, "next-then", then = then)).unwrap_or_default()))
}

/// Returns "hold 2 of 3", "stretch 1 of 2", or the word of the phase.
pub fn work(step: &Step) -> String {
    let (round, rounds) = (i64::from(step.round), i64::from(step.rounds));
    match &step.kind {
        Kind::Press(pressing) => match pressing.technique {
            Technique::Hold => fl!(LOADER, "work-hold", round = round, rounds = rounds),
            Technique::Strokes { .. } => fl!(LOADER, "work-strokes", round = round, rounds = rounds),
            _ => fl!(LOADER, "work-bout", round = round, rounds = rounds),
        },
        Kind::Stretch => fl!(LOADER, "work-stretch", round = round, rounds = rounds),
        kind => phase(kind).to_lowercase(),
    }
}

/// Returns a length in whole seconds, rounded up: "15 s".
pub fn seconds(length: Duration) -> String {
    fl!(LOADER, "seconds", seconds = ceil_seconds(length).cast_signed())
}

/// Returns a length in whole minutes, rounded up: "14 minutes".
pub fn minutes(length: Duration) -> String {
    fl!(LOADER, "minutes", minutes = length.as_secs().div_ceil(60).cast_signed())
}

/// Returns that the computer slept, for how long, and how to go on.
fn slept(length: Duration) -> String {
    let length = match length.as_secs() {
        0..60 => fl!(LOADER, "slept-seconds", seconds = length.as_secs().cast_signed()),
        60..7200 => fl!(LOADER, "slept-minutes", minutes = (length.as_secs() / 60).cast_signed()),
        _ => fl!(LOADER, "slept-hours", hours = (length.as_secs() / 3600).cast_signed()),
    };
    fl!(LOADER, "told-slept", length = length)
}

/// Returns what is left as a clock shows it: `9` below a minute, `1:05` from there.
pub fn clock(left: Duration) -> String {
    let seconds = ceil_seconds(left);
    if seconds < 60 { seconds.to_string() } else { format!("{}:{:02}", seconds / 60, seconds % 60) }
}

/// Returns what is left as `0:09` or `12:25`.
pub fn long_clock(left: Duration) -> String {
    let seconds = ceil_seconds(left);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Returns what is left, to be spoken.
pub fn time_left(left: Duration) -> String {
    fl!(LOADER, "told-time-left", left = long_clock(left))
}

/// Returns the run of a position as `0:09`, whole seconds gone by.
pub fn elapsed(position: Duration) -> String {
    format!("{}:{:02}", position.as_secs() / 60, position.as_secs() % 60)
}

/// Returns how strong a press is to be: "3 to 5, never above 5".
pub fn strength(from: Discomfort, to: Discomfort, ceiling: Discomfort) -> String {
    let [from, to, ceiling] = [from, to, ceiling].map(|level| i64::from(level.level()));
    if from == to {
        fl!(LOADER, "strength-one", to = to, ceiling = ceiling)
    } else {
        fl!(LOADER, "strength", from = from, to = to, ceiling = ceiling)
    }
}

/// Returns why a key could not do what it stands for.
pub fn refused(why: Refused) -> String {
    match why {
        Refused::Locked => fl!(LOADER, "refused-locked"),
        Refused::AtMost => fl!(LOADER, "refused-at-most"),
        Refused::PressedEnough => fl!(LOADER, "refused-pressed-enough"),
        Refused::SessionLimit => fl!(LOADER, "refused-session-limit"),
        Refused::TooSoon => fl!(LOADER, "refused-too-soon"),
        Refused::NotHere => fl!(LOADER, "refused-not-here"),
    }
}

/// Returns what is shown while headphones are woken.
pub fn warm_up() -> String {
    fl!(LOADER, "session-warm-up")
}

/// Returns a question as it is put.
pub fn question(question: &Question) -> String {
    match question {
        Question::Discomfort { site, side, .. } => {
            fl!(LOADER, "ask-discomfort", place = capital(&place::sided(site, *side)))
        }
        Question::Symptoms { .. } => fl!(LOADER, "ask-symptoms"),
    }
}

/// Returns a choice of the sheet as it is spoken.
pub fn choice(choice: Choice) -> String {
    match choice {
        Choice::GoOn => fl!(LOADER, "choice-go-on"),
        Choice::Finish => fl!(LOADER, "choice-finish"),
        Choice::Unwell => fl!(LOADER, "choice-unwell"),
    }
}

/// Returns an event as a line of `play --text`, or nothing where it is not worth one.
pub fn event(event: &Event) -> Option<String> {
    let text = match &event.what {
        Happened::Began(began) => begin(began),
        Happened::SteppedUp { to } => fl!(LOADER, "told-step-up", level = i64::from(*to)),
        Happened::Found => fl!(LOADER, "told-found"),
        Happened::Paused => fl!(LOADER, "told-paused"),
        Happened::Slept { ms } => slept(Duration::from_millis(*ms)),
        Happened::Stopped => fl!(LOADER, "told-stopped"),
        Happened::Resumed => fl!(LOADER, "told-resumed"),
        Happened::Unwell => fl!(LOADER, "told-unwell"),
        Happened::Extended { ms } => fl!(LOADER, "told-extended", length = seconds(Duration::from_millis(*ms))),
        Happened::Eased { to: Some(to) } => fl!(LOADER, "told-eased", level = i64::from(*to)),
        Happened::Eased { to: None } => fl!(LOADER, "told-eased-stretch"),
        Happened::GaveUp => LOADER.get("cue-eased-twice"),
        Happened::Lowered { why, from, to } => lowered(why, *from, *to)?,
        Happened::PressingEnded { why, .. } => {
            fl!(LOADER, "told-pressing-ended", said = i64::from(why.said?))
        }
        Happened::LetUp => fl!(LOADER, "told-let-up"),
        Happened::LetGo { after_ms } => {
            fl!(LOADER, "told-let-go", length = seconds(Duration::from_millis(*after_ms)))
        }
        Happened::Refused { why } => refused(*why),
        Happened::Asked { question } => self::question(question),
        Happened::Answered { question, .. } if question.is_symptoms() => fl!(LOADER, "told-yes"),
        Happened::Answered { level, .. } => fl!(LOADER, "told-answered", level = i64::from(*level)),
        Happened::Unanswered { .. } => fl!(LOADER, "told-unanswered"),
        Happened::Finished => LOADER.get("cue-done"),
        Happened::FinishedEarly => fl!(LOADER, "told-finished-early"),
        Happened::Discarded => fl!(LOADER, "told-discarded"),
        Happened::AskedAgain => fl!(LOADER, "told-asked-again"),
        Happened::Started | Happened::Held(_) | Happened::Skipped | Happened::WentBack => return None,
    };
    Some(text)
}

/// Returns what to take care of at a site that is about to be found and pressed; nothing for other events.
pub fn caution(event: &Event) -> Option<String> {
    let Happened::Began(began) = &event.what else { return None };
    let caution = place::caution_of(&began.site);
    (began.step == "locate" && !caution.is_empty()).then(|| fl!(LOADER, "told-caution", caution = caution))
}

/// Returns a text with its first letter capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Returns what an answer of one over the limit has changed. Holds at the bottom of the scale stay there.
fn lowered(why: &Overstep, from: u8, to: u8) -> Option<String> {
    let (said, level) = (i64::from(why.said?), i64::from(to));
    Some(if to < from {
        fl!(LOADER, "told-lowered", said = said, level = level)
    } else {
        fl!(LOADER, "told-lowest", said = said, level = level)
    })
}

fn begin(began: &Began) -> String {
    let place = place::sided(&began.site, began.side);
    let length = seconds(Duration::from_millis(began.length_ms));
    let (round, rounds) = (i64::from(began.round), i64::from(began.rounds));
    match (began.step.as_str(), began.target) {
        ("ready", _) => fl!(LOADER, "told-ready", place = place, length = length),
        ("locate", _) => fl!(LOADER, "told-locate", place = place),
        ("press", Some(target)) => {
            let target = i64::from(target);
            fl!(LOADER, "told-press", place = place, round = round, rounds = rounds, length = length, target = target)
        }
        ("release", _) => fl!(LOADER, "told-release"),
        ("rest", _) => fl!(LOADER, "told-rest", length = length),
        ("stretch", _) if began.less => {
            fl!(LOADER, "told-stretch-less", place = place, round = round, rounds = rounds, length = length)
        }
        ("stretch", _) => {
            fl!(LOADER, "told-stretch", place = place, round = round, rounds = rounds, length = length)
        }
        ("move", _) => fl!(LOADER, "told-move", place = place, length = length),
        ("switch", _) => fl!(LOADER, "told-switch", length = length),
        (other, _) => other.to_owned(),
    }
}

fn alternating(on: Duration, off: Duration, offset: Duration) -> &'static str {
    let cycle = (on + off).as_millis().max(1);
    if offset.as_millis() % cycle < on.as_millis() { "cue-press-alternate-on" } else { "cue-press-alternate-off" }
}

const fn is_last(step: &Step) -> bool {
    step.rounds > 1 && step.round == step.rounds
}

/// Returns a cue line; lines with variants take them in turn by the number of the hold or stretch.
fn variant(key: &str, round: u8) -> String {
    let variants = (2..=9).take_while(|n| LOADER.has(&format!("{key}-{n}"))).count() as u8 + 1;
    match round.saturating_sub(1) % variants {
        0 => LOADER.get(key),
        turn => LOADER.get(&format!("{key}-{}", turn + 1)),
    }
}

fn ceil_seconds(length: Duration) -> u64 {
    (length.as_millis() as u64).div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::journal::Rule;

    #[test]
    fn clocks_count_whole_seconds_up_to_the_last_instant() {
        let shown: Vec<_> = [0, 1, 1000, 59_001, 60_000, 65_000].map(|ms| clock(Duration::from_millis(ms))).into();
        assert_eq!(shown, ["0", "1", "1", "1:00", "1:00", "1:05"]);
        assert_eq!(long_clock(Duration::from_secs(9)), "0:09");
    }

    #[test]
    fn what_an_answer_over_the_limit_has_changed_is_said() {
        let why = |rule, said| Overstep {
            rule,
            point: 0,
            site: "upper-trapezius".to_owned(),
            side: None,
            round: 1,
            ceiling: 5,
            said,
        };
        let told = |what| event(&Event { at: Duration::ZERO, position: Duration::ZERO, what }).unwrap_or_default();
        assert_eq!(
            told(Happened::Lowered { why: why(Rule::L1, Some(6)), from: 5, to: 4 }),
            "You said 6, one over the limit. The next holds are one lower, up to 4."
        );
        assert_eq!(
            told(Happened::Lowered { why: why(Rule::L1, Some(3)), from: 1, to: 1 }),
            "You said 3, one over the limit. The next holds stay at 1, the lowest there is."
        );
        assert_eq!(
            told(Happened::PressingEnded { why: why(Rule::L2, Some(7)), dropped: 2 }),
            "You said 7, well over the limit. This side is pressed no more today, and stretched less than usual."
        );
        assert_eq!(told(Happened::PressingEnded { why: why(Rule::L2, None), dropped: 2 }), "", "the key has said it");
    }

    #[test]
    fn every_cue_line_asked_for_exists() {
        let source = include_str!("session.rs");
        let cues = source.split('"').filter(|text| text.starts_with("cue-"));
        let missing: Vec<_> = cues.filter(|key| key.len() > 4 && !LOADER.has(key)).collect();
        assert_eq!(missing, Vec::<&str>::new());
    }
}

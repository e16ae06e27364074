//! A program for paper: what to do at each point in whole sentences, for someone who has no screen at hand.

use i18n_embed_fl::fl;

use super::{LOADER, place, safety, taking};
use crate::practice::dose::Dose;
use crate::practice::figure::View;
use crate::practice::measure::{Side, Sides};
use crate::practice::plan::PRESSED_CAP;
use crate::practice::program::{Feel, Place, Point, Press, Program, Raisable, Stretch};
use crate::practice::progress::Ladder;
use crate::practice::safety::{Sign, Urgency};

/// Something to know, under a word of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is about: "Where", "Press".
    pub about: String,
    /// The sentences, read on.
    pub says: String,
    /// Steps after them, one by one.
    pub steps: Vec<String>,
}

/// Signs at which to stop, and what to do then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stops {
    /// What to do.
    pub then: String,
    /// The signs.
    pub signs: Vec<String>,
}

/// Returns the days that the program names, a line each.
pub fn dates(program: &Program) -> Vec<String> {
    let written = &program.prescribed;
    let on = written.on.map(|on| fl!(LOADER, "handout-on", day = taking::with_year(on)));
    let until = written.until.map(|until| fl!(LOADER, "handout-until", day = taking::with_year(until)));
    let review = written.review.map(|review| fl!(LOADER, "handout-review", day = taking::with_year(review)));
    [on, until, review].into_iter().flatten().collect()
}

/// Returns what holds for the whole program.
pub fn program(program: &Program) -> Vec<Row> {
    let schedule = &program.schedule;
    let mut how_often = format!(
        "{}, {}.",
        fl!(LOADER, "program-days", days = i64::from(schedule.days_per_week)),
        fl!(LOADER, "program-sessions", sessions = i64::from(schedule.sessions_per_day))
    );
    if !schedule.days.is_empty() {
        let days: Vec<_> = schedule.days.iter().map(|day| super::dates::weekday_name(*day)).collect();
        how_often = format!("{how_often} {}.", days.join(", "));
    }
    let limits = [
        fl!(LOADER, "program-ceiling", level = i64::from(program.limits.ceiling.level())),
        fl!(LOADER, "program-session", minutes = i64::from(program.limits.session.0.div_ceil(60))),
        fl!(LOADER, "handout-strength"),
    ];
    let points = program.routines.iter().flat_map(|routine| &routine.points);
    let moves = points.into_iter().any(|point| !rises(point, program).is_empty());
    let steps = taking::steps(program).filter(|_| moves);
    let up = steps.map_or_else(
        || fl!(LOADER, "handout-rises-never"),
        |steps| {
            let minutes = (PRESSED_CAP.as_secs() / 60).cast_signed();
            format!("{steps} {}", fl!(LOADER, "handout-rises-most", minutes = minutes))
        },
    );
    vec![
        row(fl!(LOADER, "handout-how-often"), how_often),
        row(fl!(LOADER, "handout-limits"), limits.join(" ")),
        row(fl!(LOADER, "handout-rises"), up),
    ]
}

/// Returns a point with its side: "Left shoulder-top". A long name of a program's own is not shortened.
pub fn title(number: usize, point: &Point) -> String {
    fl!(LOADER, "handout-point", number = number.to_string(), point = place::with_sides(point))
}

/// Returns the other name of a place, where it has one.
pub fn other_name(point: &Point) -> Option<String> {
    matches!(point.place, Place::Known(_)).then(|| place::name(&point.place))
}

/// Returns on which side it is, in a sentence.
pub fn side(sides: Sides) -> String {
    match sides {
        Sides::One(Side::Left) => fl!(LOADER, "handout-side-left"),
        Sides::One(Side::Right) => fl!(LOADER, "handout-side-right"),
        Sides::One(Side::Middle) => fl!(LOADER, "handout-side-middle"),
        Sides::Both => fl!(LOADER, "handout-side-both"),
    }
}

/// Returns how the picture of a point is to be read.
pub fn seen(place: &Place, views: &[View]) -> String {
    let seen = match views {
        [View::Back] => fl!(LOADER, "handout-seen-back"),
        [View::Front] => fl!(LOADER, "handout-seen-front"),
        [View::Soles] => fl!(LOADER, "handout-seen-soles"),
        _ => fl!(LOADER, "handout-seen-both"),
    };
    match place {
        Place::Known(_) => seen,
        Place::Own(own) => format!("{} {seen}", fl!(LOADER, "handout-seen-part", part = place::region(own.region))),
    }
}

/// Returns a picture in words, for those who do not see it.
pub fn picture(point: &Point, seen: &str) -> String {
    match point.place {
        Place::Known(_) if point.press.is_none() => {
            fl!(LOADER, "handout-picture-stretched", place = place::with_sides(point), seen = seen)
        }
        Place::Known(_) => fl!(LOADER, "handout-picture", place = place::with_sides(point), seen = seen),
        Place::Own(_) => format!("{}. {seen}", place::with_sides(point)),
    }
}

/// Returns the word under the left half of the reader's own body.
pub fn left() -> String {
    fl!(LOADER, "handout-left")
}

/// Returns the word under the right half.
pub fn right() -> String {
    fl!(LOADER, "handout-right")
}

/// Returns everything to know at a point, in the order of doing it.
pub fn point(point: &Point, program: &Program) -> Vec<Row> {
    let dose = Dose::start(point, &program.limits);
    let mut rows = vec![row(fl!(LOADER, "handout-where"), place::location(&point.place))];
    rows.push(row(fl!(LOADER, "handout-position"), place::position(&point.place)));
    if let Some(tool) = point.tool {
        rows.push(row(fl!(LOADER, "handout-tool"), place::tool_take(tool)));
    }
    if let Some(press) = point.press {
        rows.push(row(fl!(LOADER, "handout-press"), pressed(press)));
        rows.push(row(fl!(LOADER, "handout-strong"), strong(press, &dose)));
    } else {
        rows.push(row(fl!(LOADER, "handout-press"), fl!(LOADER, "handout-press-nothing")));
    }
    if let Some(stretch) = point.stretch {
        let steps = place::stretch_steps(&point.place);
        rows.push(Row { about: fl!(LOADER, "handout-stretch"), says: stretched(stretch), steps });
    }
    if let Some(reps) = point.finish {
        rows.push(row(fl!(LOADER, "handout-finish"), fl!(LOADER, "handout-finish-moves", reps = i64::from(reps))));
    }
    rows.push(row(fl!(LOADER, "handout-up"), up(point, program)));
    rows.push(row(fl!(LOADER, "handout-care"), care(point)));
    rows.push(row(fl!(LOADER, "handout-note"), point.note.clone().unwrap_or_default()));
    rows.retain(|row| !row.says.is_empty());
    rows
}

/// Returns when to stop: the program's own signs first, then ours, the most urgent first. An example was prescribed by nobody.
pub fn stops(program: &Program, by: Option<&str>) -> Vec<Stops> {
    let tell = by.map_or_else(|| fl!(LOADER, "stop-tell-nobody"), |by| fl!(LOADER, "stop-tell", name = by));
    let today = format!("{} {tell}.", fl!(LOADER, "stop-title-today"));
    let mut stops = Vec::new();
    if !program.stop_if.is_empty() {
        let then = fl!(LOADER, "handout-stop-own", then = today.as_str());
        stops.push(Stops { then, signs: program.stop_if.clone() });
    }
    let listed = Sign::listed_for(&program.regions());
    for alike in listed.chunk_by(|one, next| one.urgency() == next.urgency()) {
        let Some(first) = alike.first() else { continue };
        let then = match first.urgency() {
            Urgency::Emergency => format!("{}.", fl!(LOADER, "stop-call-emergency")),
            Urgency::SameDay => format!("{}.", fl!(LOADER, "stop-call-same-day")),
            Urgency::Today => today.clone(),
        };
        let told =
            |sign: &Sign| fl!(LOADER, "handout-sign", sign = safety::sign(*sign), example = safety::example(*sign));
        stops.push(Stops { then, signs: alike.iter().map(told).collect() });
    }
    stops
}

const fn row(about: String, says: String) -> Row {
    Row { about, says, steps: Vec::new() }
}

fn pressed(press: Press) -> String {
    let rest = |times: u8, rest: u32| (times > 1).then(|| fl!(LOADER, "handout-press-rest", rest = i64::from(rest)));
    let told = match press {
        Press::Hold(hold) => {
            let holds = hold.holds.start();
            let how =
                fl!(LOADER, "handout-press-hold", hold = i64::from(hold.hold.start().0), holds = i64::from(holds));
            let (ramp, release) = (i64::from(hold.ramp.0), i64::from(hold.release.0));
            let ramp = fl!(LOADER, "handout-press-ramp", ramp = ramp, release = release);
            [Some(how), rest(holds, hold.rest.0), Some(ramp)]
        }
        Press::Alternate(press) => {
            let (on, off, total) = (i64::from(press.on.0), i64::from(press.off.0), i64::from(press.total.0));
            [Some(fl!(LOADER, "handout-press-alternate", on = on, off = off, total = total)), None, None]
        }
        Press::Strokes(press) => {
            let (count, pace, sets) = (i64::from(press.count), i64::from(press.pace.0), i64::from(press.sets));
            [Some(fl!(LOADER, "handout-press-strokes", count = count, pace = pace, sets = sets)), None, None]
        }
        Press::Glide(press) => {
            [Some(fl!(LOADER, "handout-press-glide", length = i64::from(press.length.0))), None, None]
        }
        Press::Roll(press) => {
            let (length, sets) = (i64::from(press.length.0), i64::from(press.sets));
            let how = fl!(LOADER, "handout-press-roll", length = length, sets = sets);
            [Some(how), rest(press.sets, press.rest.0), None]
        }
    };
    told.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn strong(press: Press, dose: &Dose) -> String {
    let band = |feel: Option<Feel>| {
        let (feel, limit) = (dose.feel(feel), i64::from(dose.ceiling.level()));
        let (from, to) = (i64::from(feel.from.level()), i64::from(feel.to.level()));
        if from == to {
            fl!(LOADER, "handout-strong-one", to = to, limit = limit)
        } else {
            fl!(LOADER, "handout-strong-grows", from = from, to = to, limit = limit)
        }
    };
    match press {
        Press::Hold(press) => band(press.feel),
        Press::Alternate(press) => band(press.feel),
        Press::Strokes(press) => band(press.feel),
        Press::Roll(press) => band(press.feel),
        Press::Glide(press) => {
            fl!(LOADER, "handout-strong-light", to = i64::from(press.target.min(dose.ceiling).level()))
        }
    }
}

fn stretched(stretch: Stretch) -> String {
    let reps = stretch.reps.start();
    let how = fl!(LOADER, "handout-stretch-hold", hold = i64::from(stretch.hold.start().0), reps = i64::from(reps));
    let rest = (reps > 1).then(|| fl!(LOADER, "handout-press-rest", rest = i64::from(stretch.rest.0)));
    [Some(how), rest, Some(fl!(LOADER, "handout-stretch-strength"))].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What may rise at a point: each amount with the most it may reach in whole steps, and one step.
fn rises(point: &Point, program: &Program) -> Vec<(Raisable, u32, u32)> {
    let ladder = Ladder::of(point, &program.limits, &program.progression.order);
    let pressed = point.press.is_some();
    let rising = program.progression.order.iter().filter_map(|&amount| {
        let range = ladder.range(amount)?;
        let most = range.start + range.max.saturating_sub(range.start) / range.step.max(1) * range.step;
        // A limit means nothing where nothing is pressed.
        let rises = most > range.start && (pressed || amount == Raisable::Stretch);
        rises.then_some((amount, most, range.step))
    });
    rising.collect()
}

fn up(point: &Point, program: &Program) -> String {
    let told = |(amount, most, step): (Raisable, u32, u32)| {
        let (most, step) = (i64::from(most), i64::from(step));
        match amount {
            Raisable::Hold => fl!(LOADER, "handout-up-hold", most = most, step = step),
            Raisable::Holds => fl!(LOADER, "handout-up-holds", most = most, step = step),
            Raisable::Stretch => fl!(LOADER, "handout-up-stretch", most = most, step = step),
            Raisable::Ceiling => fl!(LOADER, "handout-up-ceiling", most = most, step = step),
        }
    };
    let mut lines: Vec<_> = rises(point, program).into_iter().map(told).collect();
    if lines.is_empty() {
        return fl!(LOADER, "handout-up-never");
    }
    lines.push(fl!(LOADER, "handout-up-else"));
    lines.join(" ")
}

/// What to keep off; a locked site that is pressed all the same says so first.
fn care(point: &Point) -> String {
    let unlocked = matches!(point.place, Place::Known(site) if site.locked && point.press.is_some());
    let unlocked = unlocked.then(|| fl!(LOADER, "handout-unlocked"));
    let caution = Some(place::caution(&point.place)).filter(|caution| !caution.is_empty());
    let zones = match point.place {
        Place::Known(site) if point.press.is_some() => place::no_press(site),
        _ => Vec::new(),
    };
    let zones = (!zones.is_empty()).then(|| fl!(LOADER, "body-no-press", zones = zones.join(", ")));
    [unlocked, caution, zones].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

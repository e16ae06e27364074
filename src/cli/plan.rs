//! `kneadwell plan`: today's steps.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use serde_json::{Value, json};

use super::{Journal, Outcome, Which, print};
use crate::practice::plan::{Kind, Plan, Step};
use crate::words;

pub(super) fn plan(which: &Which, journal: Journal, as_json: bool, out: &mut impl Write) -> Outcome {
    let (program, routine, plan) = which.plan(journal)?;
    let name = program.routines.get(routine).map_or("", |routine| routine.name.as_str());
    if as_json {
        let steps: Vec<Value> =
            plan.steps().iter().enumerate().map(|(index, step)| shape(index, step, &plan)).collect();
        let whole = json!({ "program": program.title, "routine": name, "steps": steps });
        let text = serde_json::to_string_pretty(&whole).map_err(|error| error.to_string())?;
        print(out, &text)?;
    } else {
        print(out, &words::journal::title(&program.title, name))?;
        for step in plan.steps() {
            print(out, &line(step, &plan))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A step for machines: times in whole milliseconds, keys may be added and are never renamed.
fn shape(index: usize, step: &Step, plan: &Plan) -> Value {
    let millis = |time: Duration| time.as_millis() as u64;
    let pressing = step.pressing();
    let technique = match (&step.kind, pressing) {
        (_, Some(pressing)) => Some(pressing.technique.id()),
        (Kind::Stretch, _) => Some("stretch"),
        (Kind::Move, _) => Some("move"),
        _ => None,
    };
    let step_ups: Vec<Value> = pressing
        .map(|pressing| {
            pressing
                .step_ups
                .iter()
                .map(|turn| json!({ "at_ms": millis(step.at + turn.after), "target": turn.target.level() }))
                .collect()
        })
        .unwrap_or_default();
    let site = step.side.and_then(|_| plan.spot(step)).map(|spot| spot.place.id());
    json!({
        "index": index,
        "kind": step.kind.id(),
        "technique": technique,
        "site": site,
        "side": step.side.map(crate::practice::measure::Side::id),
        "at_ms": millis(step.at),
        "length_ms": millis(step.length),
        "waits": matches!(step.kind, Kind::Locate),
        "target": pressing.map(|pressing| pressing.target.level()),
        "ceiling": pressing.map(|pressing| pressing.ceiling.level()),
        "round": step.round,
        "rounds": step.rounds,
        "step_ups": step_ups,
    })
}

/// A step for people: start, length, what, where, how strong.
fn line(step: &Step, plan: &Plan) -> String {
    let place = plan
        .spot(step)
        .filter(|_| step.side.is_some())
        .map(|spot| words::place::sided(spot.place.id(), step.side))
        .unwrap_or_default();
    let strength = step
        .pressing()
        .map(|pressing| words::session::strength(pressing.from, pressing.target, pressing.ceiling))
        .unwrap_or_default();
    let what = match step.kind {
        Kind::Press(_) | Kind::Stretch => words::session::capital(&words::session::work(step)),
        _ => words::session::phase(&step.kind),
    };
    let start = words::session::long_clock(step.at);
    let length = words::session::seconds(step.length);
    format!("{start:>6}  {length:>5}  {what:<16}  {place:<28}  {strength}").trim_end().to_owned()
}

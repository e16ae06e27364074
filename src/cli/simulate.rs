//! `kneadwell simulate`: what the rules make of many days of answers.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use i18n_embed_fl::fl;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Outcome, Which, print, read_bytes};
use crate::practice::measure::{Amount, Discomfort, Pain};
use crate::practice::program::{Point, Press, Program, Raisable, Routine};
use crate::practice::progress::{Answers, Change, Class, Decision, Range, Rule, Strongest};
use crate::practice::safety::Flag;
use crate::practice::safety::effects::Effect;
use crate::practice::simulate::{Kind, Responder, Row, Seeded, Session, Simulation};
use crate::words::{self, LOADER};

mod into;
mod script;

use into::Into;

/// What `simulate` takes beside the program.
#[derive(Debug, Args)]
pub struct Options {
    /// How many days; with answers from a file, as many as it has
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=36_600))]
    days: Option<u32>,
    /// The same seed gives the same answers
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Who answers
    #[arg(long, value_name = "WHO", default_value = "steady", value_parser = ["steady", "improving", "flaring", "forgetful", "contrary"])]
    who: String,
    /// Take the answers from this file: JSON Lines, one a day
    #[arg(long, value_name = "FILE", conflicts_with = "who")]
    answers: Option<PathBuf>,
    /// After a lock, let a clinician say go on after so many days
    #[arg(long, value_name = "DAYS")]
    go_ahead: Option<u16>,
    /// Also write the journal of these days into this new data folder
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// As JSON Lines, one a day and point
    #[arg(long)]
    json: bool,
}

/// Days without `--days` and without a file of answers.
const DAYS: u32 = 28;

/// Simulates and prints. Day 1 is the day of the prescription, else `today`.
pub fn simulate(which: &Which, options: &Options, today: Date, out: &mut impl Write) -> Outcome {
    let (program, bytes) = read_bytes(&which.file)?;
    let (_, routine) = which.find(&program)?;
    let first = program.prescribed.on.unwrap_or(today);
    let go_ahead = options.go_ahead.map(i32::from);
    if let Some(file) = &options.answers {
        let script = script::Script::read(file, routine)?;
        let days = options.days.unwrap_or(script.days());
        let journal = into(options, &program, &bytes, routine, first)?;
        let simulation = Simulation::new(&program, routine, script, first, go_ahead);
        return tell(simulation, days, routine, journal, options.json, out);
    }
    let seeded = Seeded::new(Kind::from_id(&options.who).unwrap_or(Kind::Steady), options.seed);
    let journal = into(options, &program, &bytes, routine, first)?;
    let simulation = Simulation::new(&program, routine, seeded, first, go_ahead);
    tell(simulation, options.days.unwrap_or(DAYS), routine, journal, options.json, out)
}

/// Opens the new data folder, where one is asked for.
fn into<'a>(
    options: &Options,
    program: &'a Program,
    bytes: &[u8],
    routine: &'a Routine,
    first: Date,
) -> Result<Option<Into<'a>>, String> {
    options.into.as_deref().map(|dir| Into::open(dir, program, bytes, routine, first)).transpose()
}

fn tell<R: Responder>(
    mut simulation: Simulation<'_, R>,
    days: u32,
    routine: &Routine,
    mut journal: Option<Into<'_>>,
    json: bool,
    out: &mut impl Write,
) -> Outcome {
    for _ in 0..days {
        let Some(rows) = simulation.next() else { break };
        for row in &rows {
            if json {
                let Some(point) = routine.points.get(row.point) else { continue };
                print(out, &as_json(row, point).to_string())?;
            } else {
                print(out, &line(row))?;
            }
        }
        if let (Some(journal), Some(said)) = (&mut journal, simulation.said()) {
            journal.write(&rows, said, simulation.standings());
        }
    }
    journal.map_or(Ok(()), Into::close)?;
    Ok(ExitCode::SUCCESS)
}

/// One row as a person reads it.
fn line(row: &Row) -> String {
    let place = words::progress::point(&row.key);
    let worked = match row.session {
        Session::Planned | Session::Easy => {
            fl!(LOADER, "simulate-worked", place = place, dose = words::progress::dose_and_limit(&row.dose))
        }
        _ => place,
    };
    let told = match (&row.decision, row.rule) {
        (Some(decision), _) => format!("{worked}. {}: {}", decision.rule.id(), sentence(row, decision)),
        (None, Some(rule)) => format!("{worked}. {}", words::progress::why(rule, None)),
        (None, None) => worked,
    };
    let date = row.date.strftime("%a %d %b").to_string();
    let session = words::progress::session(row.session);
    fl!(LOADER, "simulate-line", day = i64::from(row.day), date = date, session = session, told = told)
}

pub(super) fn sentence(row: &Row, decision: &Decision) -> String {
    words::progress::decision(&row.key, decision, &row.standing.standing.dose, row.held).sentence()
}

fn as_json(row: &Row, point: &Point) -> Value {
    let dose = &row.dose;
    let rest = match point.press {
        Some(Press::Hold(hold)) => Some(hold.rest.0),
        Some(Press::Roll(roll)) => Some(roll.rest.0),
        _ => point.stretch.map(|stretch| stretch.rest.0),
    };
    let range = |amount| row.standing.standing.ladder.range(amount).map(bounds);
    let fixed = |value: Option<u32>| value.map(|value| json!({ "start": value, "min": value, "max": value }));
    let reps = point.stretch.map(|stretch| match stretch.reps {
        Amount::Locked(reps) => json!({ "start": reps, "min": reps, "max": reps }),
        Amount::Bounded(reps) => json!({ "start": reps.start, "min": reps.min, "max": reps.max, "step": reps.step }),
    });
    json!({
        "day": row.day,
        "date": row.date.to_string(),
        "routine": row.key.routine,
        "site": row.key.site,
        "side": row.key.side,
        "dose": {
            "hold": dose.amount(Raisable::Hold),
            "holds": dose.amount(Raisable::Holds),
            "rest": rest,
            "stretch": dose.amount(Raisable::Stretch),
            "reps": dose.reps,
        },
        "ceiling": dose.ceiling.level(),
        "bounds": {
            "hold": range(Raisable::Hold),
            "holds": range(Raisable::Holds),
            "rest": fixed(rest),
            "stretch": range(Raisable::Stretch),
            "reps": reps,
            "ceiling": range(Raisable::Ceiling),
        },
        "level": row.standing.standing.level(),
        "comes": row.comes.id(),
        "answers": row.answers.as_ref().map(|given| answers(given, row.sign.as_ref())),
        "class": row.decision.as_ref().and_then(|decision| decision.class).map(Class::id),
        "decision": row.decision.as_ref().map(|decided| decision(row, decided)),
        "session": row.session.id(),
        "rule": row.rule.map(Rule::id),
    })
}

fn bounds(range: Range) -> Value {
    json!({ "start": range.start, "min": range.min, "max": range.max, "step": range.step })
}

/// A kept dose has one amount with from = to.
fn decision(row: &Row, decision: &Decision) -> Value {
    let kept = || {
        let of =
            |amount| row.standing.standing.dose.amount(amount).map(|value| Change { amount, from: value, to: value });
        Raisable::ALL.into_iter().find_map(of)
    };
    let changes: Vec<_> =
        if decision.changes.is_empty() { kept().into_iter().collect() } else { decision.changes.clone() };
    let change = |change: &Change| json!({ "amount": change.amount.id(), "from": change.from, "to": change.to });
    let first = changes.first().map(change).unwrap_or_default();
    json!({
        "rule": decision.rule.id(),
        "amount": first["amount"],
        "from": first["from"],
        "to": first["to"],
        "changes": changes.iter().map(change).collect::<Vec<_>>(),
        "accepted": decision.accepted.filter(|_| decision.rule == Rule::Up),
        "sentence": sentence(row, decision),
    })
}

fn answers(answers: &Answers, sign: Option<&Flag>) -> Value {
    let discomfort = match answers.discomfort {
        Strongest::NotAsked => None,
        other => other.level().map(Discomfort::level),
    };
    json!({
        "before": answers.before.map(Pain::score),
        "discomfort": discomfort,
        "after": answers.after.map(Pain::score),
        "next_day": answers.next_day.map(Pain::score),
        "soreness_hours": answers.soreness_hours,
        "effects": answers.effects.as_ref().map(|effects| effects.iter().copied().map(Effect::id).collect::<Vec<_>>()),
        "done": answers.done,
        "cut": answers.cut.id(),
        "sign": sign.and_then(|flag| match flag {
            Flag::Sign(sign) => Some(sign.id()),
            Flag::Own(_) => None,
        }),
    })
}

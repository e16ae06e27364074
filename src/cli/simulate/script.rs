//! Answers from a file: JSON Lines, one object a day, or one a day and point as `simulate --json` prints them.

use std::ops::RangeInclusive;
use std::path::Path;

use i18n_embed_fl::fl;
use serde_json::{Map, Value};

use crate::practice::measure::{Discomfort, Pain};
use crate::practice::program::{Point, Routine};
use crate::practice::progress::{Cut, Reply};
use crate::practice::safety::effects::Effect;
use crate::practice::safety::{Flag, Sign};
use crate::practice::simulate::{Asked, Comes, Felt, Responder, Said};
use crate::words::{self, LOADER};
use crate::world::file::read_text;

/// The keys of a line that are read. Others are refused, unless the line is a row of `simulate --json`.
const KEYS: [&str; 14] = [
    "day",
    "site",
    "side",
    "comes",
    "before",
    "discomfort",
    "after",
    "next_day",
    "soreness_hours",
    "effects",
    "done",
    "cut",
    "accept",
    "sign",
];

/// What was written for each day.
pub struct Script {
    days: Vec<Option<(Comes, Said)>>,
}

impl Script {
    /// Reads a file, or says what is wrong with it and where.
    pub fn read(path: &Path, routine: &Routine) -> Result<Self, String> {
        let name = path.display().to_string();
        let text = read_text(path).map_err(|fault| words::files::unreadable(&name, &fault.to_string()))?;
        let mut script = Self { days: Vec::new() };
        for (number, line) in (1_i64..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            script
                .take(line, routine)
                .map_err(|what| fl!(LOADER, "script-fault", file = name.clone(), line = number, what = what))?;
        }
        if script.days.is_empty() { Err(fl!(LOADER, "script-empty", file = name)) } else { Ok(script) }
    }

    /// Returns the last day that is written.
    pub fn days(&self) -> u32 {
        u32::try_from(self.days.len()).unwrap_or(u32::MAX)
    }

    fn take(&mut self, line: &str, routine: &Routine) -> Result<(), String> {
        let value: Value = serde_json::from_str(line).map_err(|error| no_json(&error))?;
        let Value::Object(row) = value else { return Err(fl!(LOADER, "script-no-object")) };
        let nested = row.get("answers").map(|answers| answers.as_object().cloned());
        if nested.is_none()
            && let Some(key) = row.keys().find(|key| !KEYS.contains(&key.as_str()))
        {
            return Err(fl!(LOADER, "script-key", key = key.clone(), keys = KEYS.join(", ")));
        }
        let day = match row.get("day") {
            None => self.days.len(),
            Some(day) => number(day, "day", 1..=36_600)? as usize - 1,
        };
        // A row of `simulate --json` whose point was not worked answers nothing.
        let is_silent = nested == Some(None);
        let answers = nested.map_or_else(|| row.clone(), Option::unwrap_or_default);
        let fields = Fields(&answers);
        let (comes, felt) = (comes(&row)?, fields.felt()?);
        let said = fields.said(routine.points.len(), felt, reply(&row)?)?;
        let point = point(&row, routine)?;
        if day >= self.days.len() {
            self.days.resize(day + 1, None);
        }
        let (came, before) = self.days[day].get_or_insert_with(|| (comes, said.clone()));
        if comes == Comes::Works {
            *came = comes;
        }
        before.add(said);
        match point {
            _ if is_silent => {}
            Some(point) => before.points[point] = felt,
            None => before.points.fill(felt),
        }
        Ok(())
    }
}

impl Said {
    /// Takes what another line says about the same day: what was not answered yet, and any no.
    fn add(&mut self, other: Self) {
        self.before = self.before.or(other.before);
        self.after = self.after.or(other.after);
        self.next_day = self.next_day.or(other.next_day);
        self.soreness_hours = self.soreness_hours.or(other.soreness_hours);
        self.effects = self.effects.take().or(other.effects);
        self.sign = self.sign.take().or(other.sign);
        if other.reply == Reply::Stay {
            self.reply = Reply::Stay;
        }
    }
}

impl Responder for Script {
    fn comes(&mut self, day: u32) -> Comes {
        self.days.get(day as usize - 1).and_then(Option::as_ref).map_or(Comes::Away, |(comes, _)| *comes)
    }

    fn before(&mut self, day: u32) -> Option<Pain> {
        self.days.get(day as usize - 1).and_then(Option::as_ref).and_then(|(_, said)| said.before)
    }

    fn says(&mut self, asked: &Asked<'_>) -> Said {
        let written = self.days.get(asked.day as usize - 1).and_then(Option::as_ref);
        written.map_or_else(|| silence(asked.doses.len()), |(_, said)| said.clone())
    }
}

fn silence(points: usize) -> Said {
    Said {
        before: None,
        after: None,
        next_day: None,
        soreness_hours: None,
        effects: None,
        points: vec![Felt { discomfort: None, done: 100, cut: Cut::No }; points],
        reply: Reply::Stay,
        sign: None,
    }
}

struct Fields<'a>(&'a Map<String, Value>);

impl Fields<'_> {
    fn said(&self, points: usize, felt: Felt, reply: Reply) -> Result<Said, String> {
        Ok(Said {
            before: self.pain("before")?,
            after: self.pain("after")?,
            next_day: self.pain("next_day")?,
            soreness_hours: self.maybe("soreness_hours", 1_000)?.map(|hours| hours as u16),
            effects: self.effects()?,
            points: vec![felt; points],
            reply,
            sign: self.sign()?,
        })
    }

    fn felt(&self) -> Result<Felt, String> {
        let discomfort = self.maybe("discomfort", 10)?.and_then(|level| Discomfort::new(level as u8));
        let done = self.maybe("done", 100)?.unwrap_or(100) as u8;
        let cut = match text(self.0, "cut")? {
            None => Cut::No,
            Some(id) => {
                let known = || Cut::ALL.map(Cut::id).join(", ");
                let cut = Cut::ALL.into_iter().find(|cut| cut.id() == id);
                cut.ok_or_else(|| unknown("cut", id, &known()))?
            }
        };
        Ok(Felt { discomfort, done, cut })
    }

    fn pain(&self, key: &str) -> Result<Option<Pain>, String> {
        Ok(self.maybe(key, 10)?.and_then(|score| Pain::new(score as u8)))
    }

    fn maybe(&self, key: &str, most: u64) -> Result<Option<u64>, String> {
        match self.0.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => number(value, key, 0..=most).map(Some),
        }
    }

    fn effects(&self) -> Result<Option<Vec<Effect>>, String> {
        let list = match self.0.get("effects") {
            None | Some(Value::Null) => return Ok(None),
            Some(Value::Array(list)) => list,
            Some(other) => return Err(fl!(LOADER, "script-no-list", written = other.to_string())),
        };
        let effect = |value: &Value| {
            let id = value.as_str().unwrap_or_default();
            let known = Effect::ALL.map(Effect::id).join(", ");
            Effect::ALL
                .into_iter()
                .find(|effect| effect.id() == id)
                .ok_or_else(|| unknown("effects", &value.to_string(), &known))
        };
        list.iter().map(effect).collect::<Result<_, _>>().map(Some)
    }

    fn sign(&self) -> Result<Option<Flag>, String> {
        let Some(id) = text(self.0, "sign")? else { return Ok(None) };
        let known = || Sign::ALL.map(Sign::id).join(", ");
        let sign = Sign::ALL.into_iter().find(|sign| sign.id() == id);
        sign.map(|sign| Some(Flag::Sign(sign))).ok_or_else(|| unknown("sign", id, &known()))
    }
}

fn comes(row: &Map<String, Value>) -> Result<Comes, String> {
    // A row of `simulate --json` tells by its session whether it was done.
    let written = row.get("comes").or_else(|| row.get("session").filter(|_| row.contains_key("answers")));
    match written.and_then(Value::as_str) {
        None if written.is_none_or(Value::is_null) => Ok(Comes::Works),
        Some("works" | "planned" | "easy") => Ok(Comes::Works),
        Some("opens" | "rest" | "locked" | "missed") => Ok(Comes::Opens),
        Some("away") => Ok(Comes::Away),
        _ => Err(unknown("comes", &written.map(Value::to_string).unwrap_or_default(), "works, opens, away")),
    }
}

fn reply(row: &Map<String, Value>) -> Result<Reply, String> {
    let written = row.get("accept").or_else(|| row.get("decision")?.get("accepted"));
    match written {
        None | Some(Value::Null | Value::Bool(true)) => Ok(Reply::Go),
        Some(Value::Bool(false)) => Ok(Reply::Stay),
        Some(other) => Err(unknown("accept", &other.to_string(), "true, false")),
    }
}

/// The point that a line is about, by its site and side; none is about all.
fn point(row: &Map<String, Value>, routine: &Routine) -> Result<Option<usize>, String> {
    let (Some(site), side) = (text(row, "site")?, text(row, "side")?) else { return Ok(None) };
    let here = |point: &&Point| point.place.id() == site;
    if !routine.points.iter().any(|point| here(&point)) {
        let known: Vec<_> = routine.points.iter().map(|point| point.place.id()).collect();
        return Err(unknown("site", site, &known.join(", ")));
    }
    let found =
        routine.points.iter().position(|point| here(&point) && side.is_none_or(|side| point.sides.id() == side));
    found.map(Some).ok_or_else(|| {
        let known: Vec<_> = routine.points.iter().filter(here).map(|point| point.sides.id()).collect();
        unknown("side", side.unwrap_or_default(), &known.join(", "))
    })
}

fn text<'a>(row: &'a Map<String, Value>, key: &str) -> Result<Option<&'a str>, String> {
    match row.get(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(fl!(LOADER, "script-no-text", key = key, written = other.to_string())),
    }
}

fn number(value: &Value, key: &str, range: RangeInclusive<u64>) -> Result<u64, String> {
    value.as_u64().filter(|number| range.contains(number)).ok_or_else(|| {
        let (least, most) = (range.start().cast_signed(), range.end().cast_signed());
        fl!(LOADER, "script-number", key = key, written = value.to_string(), least = least, most = most)
    })
}

/// The line of the fault is that of the file; what is left is the column, and what is wrong there.
fn no_json(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let what = said.split(" at line ").next().unwrap_or_default().to_owned();
    fl!(LOADER, "script-no-json", column = error.column().cast_signed(), what = what)
}

fn unknown(key: &str, written: &str, known: &str) -> String {
    fl!(LOADER, "script-unknown", key = key, written = written, known = known)
}

//! The program format as types: its JSON Schema is written from them.
#![expect(clippy::struct_field_names, reason = "the names are those of the format")]
#![expect(dead_code, reason = "the types are there for their shape")]

use std::borrow::Cow;

use kneadwell::practice::program::fault::Named;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use crate::judge::{DAY, TIME};
use crate::shape::{Whole, in_place};

/// A program as a therapist writes it for Kneadwell. A plain amount is locked; an object gives bounds that it may move in.
#[derive(JsonSchema)]
#[schemars(title = "Kneadwell program", deny_unknown_fields)]
pub struct File {
    /// Where this schema lies, so that an editor can help. Nothing else is made of it.
    #[schemars(rename = "$schema", length(min = 1, max = 500))]
    schema: Option<String>,
    /// The version of the format.
    kneadwell: Whole<1, 1>,
    /// What the program is called.
    #[schemars(length(min = 1, max = 120))]
    title: String,
    prescribed: Prescribed,
    schedule: Option<Schedule>,
    limits: Option<Limits>,
    progression: Option<Progression>,
    /// Your own signs at which to stop.
    #[schemars(length(max = 20))]
    stop_if: Option<Vec<Line<200>>>,
    /// Remarks on the whole program.
    #[schemars(length(min = 1, max = 2000))]
    notes: Option<String>,
    #[schemars(length(min = 1, max = 12))]
    routines: Vec<Routine>,
}

/// Who prescribed it, and when.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Prescribed {
    /// Your name as it is to be shown.
    #[schemars(length(min = 1, max = 120))]
    by: String,
    /// Where to turn with questions.
    #[schemars(length(min = 1, max = 200))]
    contact: Option<String>,
    /// The day of prescribing.
    on: Option<Day>,
    /// The day to look at it again. After it nothing is raised.
    review: Option<Day>,
    /// The last day of steps up.
    until: Option<Day>,
}

/// How often it is meant to be done. When missing: 5 days a week, once a day.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Schedule {
    days_per_week: Option<Whole<1, 7>>,
    /// At most 3; 6 where every point is pressed with strokes.
    sessions_per_day: Option<Whole<1, 6>>,
    /// The weekdays, as many as `days_per_week`.
    #[schemars(length(min = 1, max = 7))]
    days: Option<Vec<Weekday>>,
}

/// What holds everywhere. When missing: ceiling 5, session 20m.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Limits {
    /// The most discomfort at any point, of 10.
    ceiling: Option<Whole<2, 7>>,
    /// The longest session, every wait included: 1m to 30m.
    session: Option<Time>,
}

/// How the doses may move.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Progression {
    /// Good days in a row before a step up is offered.
    good_days: Option<Whole<2, 6>>,
    /// Days between two steps.
    min_days_between_steps: Option<Whole<2, 14>>,
    /// What rises first; what is left out never rises.
    #[schemars(length(min = 1, max = 4))]
    order: Option<Vec<Raisable>>,
}

/// The points worked in one session.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Routine {
    /// Unlike the names of the other routines.
    #[schemars(length(min = 1, max = 80))]
    name: String,
    #[schemars(length(min = 1, max = 6))]
    points: Vec<Point>,
}

/// A site on a side, with a press, a stretch, or both.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Point {
    site: Site,
    side: Side,
    /// One that the site lists; when missing, the first that it lists.
    tool: Option<Tool>,
    /// The most discomfort here, never above the program's.
    ceiling: Option<Amount<Whole<2, 7>>>,
    /// True allows pressing a locked site.
    unlock: Option<bool>,
    press: Option<Press>,
    stretch: Option<Stretch>,
    finish: Option<Finish>,
    /// Your own words about this point.
    #[schemars(length(min = 1, max = 1000))]
    note: Option<String>,
}

/// A site of the library, or a place of your own.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Site {
    Known(SiteId),
    Own(OwnSite),
}

/// A place of your own.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OwnSite {
    #[schemars(length(min = 1, max = 80))]
    name: String,
    /// Where to press.
    #[schemars(rename = "where", length(min = 1, max = 500))]
    location: String,
    region: Region,
    /// How to sit, stand or lie.
    #[schemars(length(min = 1, max = 500))]
    position: Option<String>,
}

/// How it is pressed; `hold` when no technique is named.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Press {
    Hold(Hold),
    Alternate(Alternate),
    Strokes(Strokes),
    Glide(Glide),
    Roll(Roll),
}

/// Press and hold, a few times.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Hold {
    technique: Option<Technique<0>>,
    /// One hold, its ramp included: 10s to 90s.
    hold: Option<Amount<Time>>,
    holds: Option<Amount<Whole<1, 6>>>,
    /// Between two holds: 10s to 60s.
    rest: Option<Time>,
    /// Time to sink in, at most half of the hold.
    ramp: Option<Time>,
    /// Time to come out: 1s to 10s.
    release: Option<Time>,
    feel: Option<Feel>,
}

/// Pressure on and off in turn.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Alternate {
    technique: Technique<1>,
    /// Pressed: 3s to 10s.
    on: Option<Time>,
    /// Let go: 2s to 5s.
    off: Option<Time>,
    /// The whole bout: 30s to 120s.
    total: Option<Time>,
    feel: Option<Feel>,
}

/// Slow strokes, in sets.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Strokes {
    technique: Technique<2>,
    count: Option<Whole<6, 12>>,
    /// One stroke: 2s to 6s.
    pace: Option<Time>,
    sets: Option<Whole<1, 3>>,
    feel: Option<Feel>,
}

/// Light, broad gliding.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Glide {
    technique: Technique<3>,
    /// 20s to 180s.
    length: Option<Time>,
    target: Option<Whole<0, 2>>,
}

/// Slow rolling, in sets.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Roll {
    technique: Technique<4>,
    /// One set: 30s to 120s.
    length: Option<Time>,
    sets: Option<Whole<1, 3>>,
    /// Between two sets: 10s to 60s.
    rest: Option<Time>,
    feel: Option<Feel>,
}

/// A stretch, to first tightness, never pain.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Stretch {
    /// One stretch: 10s to 120s.
    hold: Option<Amount<Time>>,
    reps: Option<Amount<Whole<1, 4>>>,
    /// Between two stretches: 5s to 60s.
    rest: Option<Time>,
}

/// Slow full-range movements at the end.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Finish {
    reps: Option<Whole<2, 5>>,
}

/// The discomfort at the first hold and at the last, the first no higher than the second.
#[derive(JsonSchema)]
struct Feel(Whole<1, 7>, Whole<1, 7>);

/// One line of text.
struct Line<const MOST: usize>;
/// The word of a technique, by its place.
struct Technique<const N: usize>;
/// A value that is locked, or bounds.
struct Amount<T>(T);
struct Time;
struct Day;
struct Weekday;
struct Raisable;
struct Side;
struct Region;
struct Tool;
struct SiteId;

in_place!(for [const MOST: usize] Line<MOST>, _generator => json_schema!({
    "type": "string", "minLength": 1, "maxLength": MOST
}));
in_place!(for [const N: usize] Technique<N>, _generator => json_schema!({ "const": Named::Technique.choices()[N] }));
in_place!(for [T: JsonSchema] Amount<T>, generator => {
    let value = generator.subschema_for::<T>();
    let step = generator.subschema_for::<T>();
    json_schema!({ "anyOf": [value, {
        "type": "object",
        "properties": { "start": value, "min": value, "max": value, "step": loose(step) },
        "required": ["start", "max"],
        "additionalProperties": false,
    }] })
});
in_place!(of Time, _generator => json_schema!({ "type": "string", "pattern": TIME, "minLength": 2 }));
in_place!(of Day, _generator => json_schema!({ "type": "string", "pattern": DAY }));
in_place!(of Weekday, _generator => json_schema!({ "enum": Named::Day.choices() }));
in_place!(of Raisable, _generator => json_schema!({ "enum": Named::Raisable.choices() }));
in_place!(of Side, _generator => json_schema!({ "enum": Named::Side.choices() }));
in_place!(of Region, _generator => json_schema!({ "enum": Named::Region.choices() }));
in_place!(of Tool, _generator => json_schema!({ "enum": Named::Tool.choices() }));
in_place!(of SiteId, _generator => json_schema!({ "enum": Named::Site.choices() }));

/// A step may be less than the least of its amount.
fn loose(mut step: Schema) -> Schema {
    if let Some(least) = step.as_object_mut().and_then(|step| step.get_mut("minimum")) {
        *least = json!(1);
    }
    step
}

//! The JSON Schema of program files: written from the types below, held against what the parser takes.
//!
//! `UPDATE_EXPECTED=1` writes `routines/kneadwell.schema.json` anew. What a schema cannot say (that a ramp fits its hold, that
//! a session fits its limit) is the parser's alone.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]
#![expect(clippy::struct_field_names, reason = "the names are those of the format")]
#![expect(dead_code, reason = "the types are there for their shape")]

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kneadwell::practice::program::Program;
use kneadwell::practice::program::fault::{Named, What};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema, schema_for};
use serde_json::{Value, json};

#[path = "support/judge.rs"]
mod judge;

use judge::{DAY, TIME, faults};

/// A program as a therapist writes it for Kneadwell. A plain amount is locked; an object gives bounds that it may move in.
#[derive(JsonSchema)]
#[schemars(title = "Kneadwell program", deny_unknown_fields)]
struct File {
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

/// A whole number of a range.
struct Whole<const LEAST: u32, const MOST: u32>;
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

/// Types that are written where they are used.
macro_rules! inline {
    (of $type:ty, $generator:ident => $schema:expr) => {
        inline!(for [] $type, $generator => $schema);
    };
    (for [$($generic:tt)*] $type:ty, $generator:ident => $schema:expr) => {
        impl<$($generic)*> JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }
            fn schema_id() -> Cow<'static, str> {
                std::any::type_name::<Self>().into()
            }
            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

inline!(for [const LEAST: u32, const MOST: u32] Whole<LEAST, MOST>, _generator => json_schema!({
    "type": "integer", "minimum": LEAST, "maximum": MOST
}));
inline!(for [const MOST: usize] Line<MOST>, _generator => json_schema!({
    "type": "string", "minLength": 1, "maxLength": MOST
}));
inline!(for [const N: usize] Technique<N>, _generator => json_schema!({ "const": Named::Technique.choices()[N] }));
inline!(for [T: JsonSchema] Amount<T>, generator => {
    let value = generator.subschema_for::<T>();
    let step = generator.subschema_for::<T>();
    json_schema!({ "anyOf": [value, {
        "type": "object",
        "properties": { "start": value, "min": value, "max": value, "step": loose(step) },
        "required": ["start", "max"],
        "additionalProperties": false,
    }] })
});
inline!(of Time, _generator => json_schema!({ "type": "string", "pattern": TIME, "minLength": 2 }));
inline!(of Day, _generator => json_schema!({ "type": "string", "pattern": DAY }));
inline!(of Weekday, _generator => json_schema!({ "enum": Named::Day.choices() }));
inline!(of Raisable, _generator => json_schema!({ "enum": Named::Raisable.choices() }));
inline!(of Side, _generator => json_schema!({ "enum": Named::Side.choices() }));
inline!(of Region, _generator => json_schema!({ "enum": Named::Region.choices() }));
inline!(of Tool, _generator => json_schema!({ "enum": Named::Tool.choices() }));
inline!(of SiteId, _generator => json_schema!({ "enum": Named::Site.choices() }));

/// A step may be less than the least of its amount.
fn loose(mut step: Schema) -> Schema {
    if let Some(least) = step.as_object_mut().and_then(|step| step.get_mut("minimum")) {
        *least = json!(1);
    }
    step
}

/// The schema as it is published: a missing key is left out, never null.
fn schema() -> Value {
    let mut schema = schema_for!(File).to_value();
    without_null(&mut schema);
    schema
}

fn without_null(value: &mut Value) {
    match value {
        Value::Object(object) => {
            if let Some(Value::Array(kinds)) = object.get_mut("type") {
                kinds.retain(|kind| kind != "null");
                if let [one] = kinds.as_slice() {
                    let one = one.clone();
                    object.insert("type".to_owned(), one);
                }
            }
            for choices in ["anyOf", "enum"] {
                if let Some(Value::Array(choices)) = object.get_mut(choices) {
                    choices.retain(|choice| *choice != json!({ "type": "null" }) && !choice.is_null());
                }
            }
            if let Some([Value::Object(one)]) = object.get("anyOf").and_then(Value::as_array).map(Vec::as_slice) {
                let one = one.clone();
                object.remove("anyOf");
                object.extend(one);
            }
            object.values_mut().for_each(without_null);
        }
        Value::Array(list) => list.iter_mut().for_each(without_null),
        _ => {}
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_published_schema_is_up_to_date() {
    let path = root().join("routines/kneadwell.schema.json");
    let now = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let published = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(published == now, "routines/kneadwell.schema.json is stale; UPDATE_EXPECTED=1 writes it anew");
}

/// Every good program of the tests, and every one that comes along.
fn good() -> Vec<(PathBuf, Value)> {
    let folders = ["tests/programs/good", "routines"].map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let paths = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let programs = paths.filter(|path| path.extension().is_some_and(|extension| extension == "kneadwell"));
    let read = |path: PathBuf| {
        let bytes = fs::read(&path).unwrap();
        Program::read(&bytes).unwrap_or_else(|refusal| panic!("{}: {refusal:?}", path.display()));
        (path, serde_json::from_slice(&bytes).unwrap())
    };
    programs.map(read).collect()
}

#[test]
fn every_good_program_is_valid_by_the_schema() {
    let schema = schema();
    let programs = good();
    assert!(programs.len() >= 18);
    for (path, program) in programs {
        let faults = faults(&program, &schema, &schema, "$");
        assert_eq!(faults, Vec::<String>::new(), "{}", path.display());
    }
}

#[test]
fn what_the_parser_refuses_for_its_shape_the_schema_refuses_too() {
    let schema = schema();
    let sound = json!({ "kneadwell": 1, "title": "Hip", "prescribed": { "by": "M" }, "routines": [ { "name": "A",
        "points": [ { "site": "soleus", "side": "left", "press": { "hold": "30s" }, "stretch": {} } ] } ] });
    assert_eq!(faults(&sound, &schema, &schema, "$"), Vec::<String>::new());
    let point = "/routines/0/points/0";
    let wrong = [
        ("/kneadwell", json!(2)),
        ("/title", json!("")),
        ("/title", json!(null)),
        ("/prescribed/on", json!("2/11/26")),
        ("/schedule/days_per_week", json!(8)),
        ("/schedule/days/0", json!("monday")),
        ("/limits/session", json!(20)),
        ("/limits/ceiling", json!(9)),
        ("/routines", json!([])),
        (&format!("{point}/site"), json!("upper-trapezuis")),
        (&format!("{point}/site"), json!({ "name": "Scar" })),
        (&format!("{point}/side"), json!("lefty")),
        (&format!("{point}/press/hold"), json!(30)),
        (&format!("{point}/press/hold"), json!({ "start": "30s" })),
        (&format!("{point}/press/technique"), json!("glide")),
        (&format!("{point}/press/feel"), json!([3])),
        (&format!("{point}/stretch"), json!(null)),
        (&format!("{point}/strech"), json!({})),
    ];
    for (at, value) in wrong {
        let mut program = sound.clone();
        put(&mut program, at, value);
        assert!(!faults(&program, &schema, &schema, "$").is_empty(), "the schema lets {at} pass in {program}");
        assert!(Program::read(program.to_string().as_bytes()).is_err(), "the parser lets {at} pass in {program}");
    }
}

/// Puts a value where a pointer leads, making objects on the way.
fn put(program: &mut Value, at: &str, value: Value) {
    let (parent, key) = at.rsplit_once('/').unwrap();
    if parent.is_empty() || program.pointer(parent).is_some() {
        match program.pointer_mut(parent).unwrap() {
            Value::Array(list) => list.push(value),
            Value::Object(object) => drop(object.insert(key.to_owned(), value)),
            other => panic!("{other} holds nothing"),
        }
    } else {
        let holder = if key.parse::<usize>().is_ok() { json!([value]) } else { json!({ key: value }) };
        put(program, parent, holder);
    }
}

/// A program in which every object of the format stands, every press with its technique named.
const WHOLE: &str = r#"{ "kneadwell": 1, "title": "T", "prescribed": { "by": "M" }, "schedule": {}, "limits": {}, "progression": {},
  "routines": [ { "name": "A", "points": [
    { "site": { "name": "Scar", "where": "Here", "region": "thigh" }, "side": "left", "finish": {},
      "ceiling": { "start": 3, "max": 4 }, "stretch": { "hold": { "start": "20s", "max": "30s" }, "reps": { "start": 1, "max": 2 } },
      "press": { "technique": "hold", "hold": { "start": "20s", "max": "30s" }, "holds": { "start": 1, "max": 2 } } },
    { "site": "soleus", "side": "left", "press": { "technique": "alternate" } },
    { "site": "soleus", "side": "right", "press": { "technique": "strokes" } },
    { "site": "deltoid", "side": "left", "press": { "technique": "glide" } },
    { "site": "deltoid", "side": "right", "press": { "technique": "roll" } } ] } ] }"#;

#[test]
fn the_schema_has_every_key_of_the_parser_and_no_other() {
    let whole: Value = serde_json::from_str(WHOLE).unwrap();
    assert!(Program::read(WHOLE.as_bytes()).is_ok());
    let schema = schema();
    let mut seen = BTreeSet::new();
    let mut places = Vec::new();
    objects(&whole, String::new(), &mut places);
    for place in places {
        let mut program = whole.clone();
        put(&mut program, &format!("{place}/a stranger"), json!(1));
        let refusal = Program::read(program.to_string().as_bytes()).unwrap_err();
        let known = refusal.0.iter().find_map(|fault| match &fault.what {
            What::UnknownKey { known, .. } => Some(known.iter().map(|key| (*key).to_owned()).collect::<BTreeSet<_>>()),
            _ => None,
        });
        let object = whole.pointer(&place).unwrap();
        let here = shape_of(object, place.trim_start_matches('/'), &schema);
        let keys: BTreeSet<_> = here["properties"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(Some(&keys), known.as_ref(), "at {place}");
        seen.insert(keys.into_iter().collect::<Vec<_>>().join(" "));
    }
    let mut all = BTreeSet::new();
    shapes(&schema, &mut all);
    assert_eq!(seen, all, "every object of the schema is compared");
}

/// The places of all objects.
fn objects(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| objects(value, format!("{at}/{key}"), found));
            found.push(at);
        }
        Value::Array(list) => list.iter().enumerate().for_each(|(i, value)| objects(value, format!("{at}/{i}"), found)),
        _ => {}
    }
}

/// The keys of every object that a schema knows.
fn shapes(schema: &Value, found: &mut BTreeSet<String>) {
    if let Some(object) = schema.as_object() {
        if let Some(keys) = object.get("properties").and_then(Value::as_object) {
            found.insert(keys.keys().cloned().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" "));
        }
        object.values().for_each(|value| shapes(value, found));
    }
    if let Some(list) = schema.as_array() {
        for value in list {
            shapes(value, found);
        }
    }
}

/// The shape that the schema has for the object at the end of a way.
fn shape_of<'a>(object: &Value, way: &str, root: &'a Value) -> &'a Value {
    let mut here = vec![root];
    for key in way.split('/').filter(|key| !key.is_empty()) {
        here = choices(&here, root)
            .into_iter()
            .filter_map(|schema| schema.get("items").or_else(|| schema.get("properties")?.get(key)))
            .collect();
    }
    let fits = |schema: &&&Value| schema.get("properties").is_some() && faults(object, schema, root, "$").is_empty();
    let all = choices(&here, root);
    all.iter().find(fits).copied().unwrap_or_else(|| panic!("no shape at {way} in {all:?}"))
}

/// Follows references and choices.
fn choices<'a>(schemas: &[&'a Value], root: &'a Value) -> Vec<&'a Value> {
    let mut all = Vec::new();
    for schema in schemas {
        let referred =
            schema.get("$ref").and_then(Value::as_str).map(|to| root.pointer(to.trim_start_matches('#')).unwrap());
        let choice = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
        let further: Vec<_> = referred.into_iter().chain(choice).collect();
        all.push(*schema);
        all.extend(choices(&further, root));
    }
    all
}

//! The JSON Schema of program files: written from types of its own, held against what the parser takes.
//!
//! `UPDATE_EXPECTED=1` writes `routines/kneadwell.schema.json` anew. What a schema cannot say (that a ramp fits its hold, that
//! a session fits its limit) is the parser's alone.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use kneadwell::practice::program::Program;
use kneadwell::practice::program::fault::What;
use serde_json::{Value, json};

#[path = "support/format.rs"]
mod format;
#[path = "support/judge.rs"]
mod judge;
#[path = "support/shape.rs"]
mod shape;

use judge::faults;
use shape::is_up_to_date;

/// The schema of program files.
fn schema() -> Value {
    shape::published::<format::File>()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_published_schema_is_up_to_date() {
    is_up_to_date("routines/kneadwell.schema.json", &schema());
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

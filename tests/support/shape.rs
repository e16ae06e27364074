//! What the types of a format need to become the schema that is published beside it.

use std::borrow::Cow;
use std::fs;
use std::path::Path;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

/// A whole number of a range.
pub struct Whole<const LEAST: u32, const MOST: u32>;

/// Types that are written where they are used.
macro_rules! in_place {
    (of $type:ty, $generator:ident => $schema:expr) => {
        in_place!(for [] $type, $generator => $schema);
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
pub(crate) use in_place;

in_place!(for [const LEAST: u32, const MOST: u32] Whole<LEAST, MOST>, _generator => json_schema!({
    "type": "integer", "minimum": LEAST, "maximum": MOST
}));

/// The schema of a type as it is published: a missing key is left out, never null.
pub fn published<T: JsonSchema>() -> Value {
    let mut schema = SchemaGenerator::default().into_root_schema_for::<T>().to_value();
    without_null(&mut schema);
    schema
}

/// Fails where the schema that lies in the house is not the one of the types; `UPDATE_EXPECTED=1` writes it anew.
pub fn is_up_to_date(place: &str, schema: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
    let now = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(&path, &now).unwrap();
    }
    let published = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(published == now, "{place} is stale; UPDATE_EXPECTED=1 writes it anew");
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

//! As much of JSON Schema as our schemas use.

use serde_json::{Map, Value, json};

/// How a time is written.
pub const TIME: &str = "^([0-9]+m)?([0-9]+s)?$";
/// How a day is written.
pub const DAY: &str = "^2[01][0-9]{2}-[0-9]{2}-[0-9]{2}$";

/// How a site, a tool and all else that is named in the library is written.
pub const ID: &str = "^[a-z]+(-[a-z0-9]+)*$";
/// How a code of SNOMED CT is written.
pub const SNOMED: &str = "^[1-9][0-9]{5,17}$";

/// Judges a value by the words of JSON Schema that ours uses; a word that is not known here is a fault of the test.
pub fn faults(value: &Value, schema: &Value, root: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (word, wants) in schema.as_object().unwrap() {
        let number = || wants.as_u64().unwrap();
        let length = || value.as_str().map(|text| text.chars().count() as u64);
        let count = || value.as_array().map(|list| list.len() as u64);
        let fits = match word.as_str() {
            "$schema" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let to = root.pointer(wants.as_str().unwrap().trim_start_matches('#')).unwrap();
                found.extend(faults(value, to, root, at));
                true
            }
            "anyOf" => wants.as_array().unwrap().iter().any(|choice| faults(value, choice, root, at).is_empty()),
            "type" => match wants.as_str().unwrap() {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "integer" => value.is_u64(),
                "boolean" => value.is_boolean(),
                other => panic!("the type {other} is new here"),
            },
            "const" => value == wants,
            "enum" => wants.as_array().unwrap().contains(value),
            "minimum" => value.as_u64().is_none_or(|value| value >= number()),
            "maximum" => value.as_u64().is_none_or(|value| value <= number()),
            "minLength" => length().is_none_or(|length| length >= number()),
            "maxLength" => length().is_none_or(|length| length <= number()),
            "minItems" => count().is_none_or(|count| count >= number()),
            "maxItems" => count().is_none_or(|count| count <= number()),
            "pattern" => value.as_str().is_none_or(|text| matches(text, wants.as_str().unwrap())),
            "required" => {
                let keys = wants.as_array().unwrap();
                value.as_object().is_none_or(|object| keys.iter().all(|key| object.contains_key(key.as_str().unwrap())))
            }
            "properties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = wants.get(key) {
                        found.extend(faults(value, schema, root, &format!("{at}.{key}")));
                    }
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(wants, &json!(false));
                let empty = Map::new();
                let known = schema.get("properties").and_then(Value::as_object).unwrap_or(&empty);
                value.as_object().is_none_or(|object| object.keys().all(|key| known.contains_key(key)))
            }
            "items" => {
                for value in value.as_array().into_iter().flatten() {
                    found.extend(faults(value, wants, root, at));
                }
                true
            }
            "prefixItems" => {
                for (value, schema) in value.as_array().into_iter().flatten().zip(wants.as_array().unwrap()) {
                    found.extend(faults(value, schema, root, at));
                }
                true
            }
            other => panic!("the word {other} is new here"),
        };
        if !fits {
            found.push(format!("{at}: {word} wants {wants}, found {value}"));
        }
    }
    found
}

/// The patterns of our schemas.
fn matches(text: &str, pattern: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match pattern {
        TIME => {
            let (minutes, rest) = text.split_once('m').map_or((None, text), |(minutes, rest)| (Some(minutes), rest));
            minutes.is_none_or(digits) && (rest.is_empty() || rest.strip_suffix('s').is_some_and(digits))
        }
        DAY => {
            text.len() == 10
                && text.starts_with('2')
                && text.split('-').map(str::len).eq([4, 2, 2])
                && text.split('-').all(digits)
        }
        ID => {
            text.split('-').all(|part| {
                let letters = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
                !part.is_empty() && part.chars().all(letters)
            }) && text.starts_with(|first: char| first.is_ascii_lowercase())
        }
        SNOMED => (6..=18).contains(&text.len()) && digits(text) && !text.starts_with('0'),
        other => panic!("the pattern {other} is new here"),
    }
}

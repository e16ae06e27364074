//! How a file is laid out: by what it holds, never by how long a line gets. So one amount changed is one line changed.

use super::json::{Entry, Json};

/// Returns the text of a whole file.
pub(super) fn file(program: &[Entry]) -> String {
    let lines: Vec<_> = program.iter().map(|(key, value)| format!("  \"{key}\": {}", section(key, value))).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

fn section(key: &str, value: &Json) -> String {
    match (key, value) {
        // Who on one line, when on the next.
        ("prescribed", Json::Object(entries)) => {
            let (who, when): (Vec<_>, Vec<_>) =
                entries.iter().cloned().partition(|(key, _)| matches!(*key, "by" | "contact"));
            object(&[who, when], column(2, key))
        }
        ("stop_if", Json::List(signs)) if signs.len() > 1 => {
            let signs: Vec<_> = signs.iter().map(|sign| format!("    {}", sign.flat())).collect();
            format!("[\n{}\n  ]", signs.join(",\n"))
        }
        ("routines", Json::List(routines)) if !routines.is_empty() => {
            let routines: Vec<_> = routines.iter().map(|value| format!("    {}", routine(value))).collect();
            format!("[\n{} ]", routines.join(",\n"))
        }
        _ => value.flat(),
    }
}

fn routine(value: &Json) -> String {
    let Json::Object(entries) = value else { return value.flat() };
    let lines: Vec<_> = entries.iter().map(|(key, value)| format!("\"{key}\": {}", points(value))).collect();
    format!("{{ {} }}", lines.join(",\n      "))
}

fn points(value: &Json) -> String {
    match value {
        Json::List(points) if !points.is_empty() => {
            let points: Vec<_> = points.iter().map(|value| format!("        {}", point(value))).collect();
            format!("[\n{}\n      ]", points.join(",\n"))
        }
        _ => value.flat(),
    }
}

fn point(value: &Json) -> String {
    match value {
        Json::Object(entries) => object(&lines(entries), 8),
        _ => value.flat(),
    }
}

/// Returns an object that begins in this column: its first line beside the brace, the others under it.
fn object(lines: &[Vec<Entry>], begins: usize) -> String {
    let begins = begins + "{ ".len();
    let lines: Vec<_> = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let entries: Vec<_> = line.iter().map(|(key, value)| entry(key, value, begins)).collect();
            entries.join(", ")
        })
        .collect();
    if lines.is_empty() {
        return "{}".to_owned();
    }
    format!("{{ {} }}", lines.join(&format!(",\n{}", " ".repeat(begins))))
}

fn entry(key: &str, value: &Json, begins: usize) -> String {
    let value = match value {
        // A place of the therapist's own: each text on its line.
        Json::Object(entries) if key == "site" => {
            let lines: Vec<_> = entries.iter().cloned().map(|entry| vec![entry]).collect();
            object(&lines, column(begins, key))
        }
        Json::Object(entries) if entries.iter().any(|(_, value)| matches!(value, Json::Object(_))) => {
            object(&lines(entries), column(begins, key))
        }
        _ => value.flat(),
    };
    format!("\"{key}\": {value}")
}

/// Plain values share a line; an object, or a note, has a line of its own.
fn lines(entries: &[Entry]) -> Vec<Vec<Entry>> {
    let mut lines: Vec<Vec<Entry>> = Vec::new();
    let mut shares = false;
    for entry in entries {
        let alone = matches!(entry.1, Json::Object(_)) || entry.0 == "note";
        match lines.last_mut() {
            Some(line) if shares && !alone => line.push(entry.clone()),
            _ => lines.push(vec![entry.clone()]),
        }
        shares = !alone;
    }
    lines
}

/// Returns the column in which the value of a key begins.
fn column(begins: usize, key: &str) -> usize {
    begins + key.len() + "\"\": ".len()
}

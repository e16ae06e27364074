//! The shortest file of a program, for where every letter counts: what the reader knows by itself is left out.

use super::Draft;
use super::json::{Entry, Json};
use crate::practice::program::{Point, Program, Routine};

/// Returns the file of a program on one line, without any key that makes no difference to it.
pub(super) fn line(program: &Program) -> String {
    let mut head = None;
    let mut routines = Vec::new();
    for routine in &program.routines {
        let mut points = Vec::new();
        for point in &routine.points {
            let (others, point) = point_alone(program, &routine.name, point, head);
            head = Some(others);
            points.extend(point);
        }
        routines.push(Json::Object(vec![("name", Json::text(&routine.name)), ("points", Json::List(points))]));
    }
    let mut file = head.unwrap_or_default();
    file.push(("routines", Json::List(routines)));
    Json::Object(file).tight()
}

/// Returns the entries of the file around its routines, and those of one point. The reader takes a point as the same whatever
/// stands beside it, and a file with one point is soon read, however many there are.
fn point_alone(program: &Program, name: &str, point: &Point, head: Option<Vec<Entry>>) -> (Vec<Entry>, Option<Json>) {
    let routine = Routine { name: name.to_owned(), points: vec![point.clone()] };
    let alone = Program { routines: vec![routine], ..program.clone() };
    let mut file = Draft::of(&alone).entries();
    if let Some(mut head) = head {
        head.extend(file.pop());
        file = head;
    }
    let reads_the_same = |file: &Json| Program::read(file.tight().as_bytes()).as_ref() == Ok(&alone);
    match thinned(Json::Object(file), &reads_the_same) {
        Json::Object(mut file) => {
            let routines = file.pop().map(|(_, routines)| routines);
            let point = routines.and_then(Json::last).and_then(Json::last).and_then(Json::last);
            (file, point)
        }
        _ => (Vec::new(), None),
    }
}

/// Takes out every entry whose loss leaves it the same: first a whole object, else what it holds. Asking the reader, key
/// by key, keeps no second list of usual values that could grow apart from the reader's own.
fn thinned(value: Json, is_same: &dyn Fn(&Json) -> bool) -> Json {
    match value {
        Json::Plain(_) => value,
        Json::List(mut values) => {
            for at in 0..values.len() {
                let one = thinned(values[at].clone(), &|one| is_same(&Json::List(replaced(&values, at, one.clone()))));
                values[at] = one;
            }
            Json::List(values)
        }
        Json::Object(mut entries) => {
            let mut at = 0;
            while let Some((key, inner)) = entries.get(at).cloned() {
                let mut without = entries.clone();
                without.remove(at);
                if is_same(&Json::Object(without.clone())) {
                    entries = without;
                    continue;
                }
                let with = |inner: &Json| Json::Object(replaced(&entries, at, (key, inner.clone())));
                let inner = thinned(inner, &|inner| is_same(&with(inner)));
                entries[at] = (key, inner);
                at += 1;
            }
            Json::Object(entries)
        }
    }
}

fn replaced<T: Clone>(values: &[T], at: usize, by: T) -> Vec<T> {
    let mut values = values.to_vec();
    values[at] = by;
    values
}

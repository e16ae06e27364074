//! The shortest file of a program, for where every letter counts: what the reader knows by itself is left out.

use super::json::{Entry, Json};
use crate::practice::program::Program;

/// Returns the file of these entries on one line, without any key that makes no difference to the program.
pub(super) fn line(file: Vec<Entry>, program: &Program) -> String {
    let reads_the_same = |file: &Json| Program::read(file.tight().as_bytes()).as_ref() == Ok(program);
    thinned(Json::Object(file), &reads_the_same).tight()
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

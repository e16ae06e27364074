//! Which faults belong to which field.

use super::AmountDraft;
use crate::practice::program::fault::What;
use crate::practice::program::{Fault, Refusal};

/// The faults of a draft, to be shown where they came about. A field is named by its JSON path in the file of the draft, e.g.
/// `$.routines[0].points[1].press.hold.max`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Faults {
    /// Each with the place that it belongs to.
    placed: Vec<(String, Fault)>,
}

impl Faults {
    /// Returns the faults of a refusal, by their places.
    pub fn of(refusal: Refusal) -> Self {
        Self { placed: refusal.0.into_iter().map(|fault| (place(&fault), fault)).collect() }
    }

    /// Returns the faults of exactly this field or object.
    pub fn at(&self, path: &str) -> impl Iterator<Item = &Fault> {
        self.placed.iter().filter(move |(place, _)| place == path).map(|(_, fault)| fault)
    }

    /// Returns the faults of this field or object, and of all that is in it.
    pub fn within(&self, path: &str) -> impl Iterator<Item = &Fault> {
        self.placed.iter().filter(move |(place, _)| is_within(place, path)).map(|(_, fault)| fault)
    }

    /// Returns how many faults this field or object has, with all that is in it.
    pub fn under(&self, path: &str) -> usize {
        self.within(path).count()
    }

    /// Returns the faults that none of these fields shows, those of the file as a whole among them.
    pub fn rest(&self, shown: &[String]) -> impl Iterator<Item = &Fault> {
        self.placed.iter().filter(|(place, _)| !shown.contains(place)).map(|(_, fault)| fault)
    }

    /// Returns every fault, in the order of the file.
    pub fn all(&self) -> impl Iterator<Item = &Fault> {
        self.placed.iter().map(|(_, fault)| fault)
    }

    /// Returns the place of the first fault.
    pub fn first(&self) -> Option<&str> {
        self.placed.first().map(|(place, _)| place.as_str())
    }

    /// True where the draft can be read.
    pub fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }
}

impl AmountDraft {
    /// Returns the path of the field of its start, its own path being this: a plain value has no field inside.
    pub fn start_path(&self, path: &str) -> String {
        if self.moves { format!("{path}.start") } else { path.to_owned() }
    }
}

/// A key that is missing is missed where it would stand, though the reader can only point at the object around it.
fn place(fault: &Fault) -> String {
    match &fault.what {
        What::MissingKey { key } => format!("{}.{key}", fault.path),
        _ => fault.path.clone(),
    }
}

fn is_within(place: &str, path: &str) -> bool {
    place.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::program::draft::{Draft, PlaceDraft, PointDraft, RoutineDraft, SidesDraft};

    /// A program without a name, in which one point lacks its side and has bounds without an end, and two holds are too many.
    fn faults() -> Faults {
        let hold = AmountDraft { start: "30s".into(), moves: true, ..AmountDraft::default() };
        let mut point =
            PointDraft { place: PlaceDraft::Site("deltoid".into()), is_pressed: true, ..PointDraft::default() };
        point.press.hold = hold;
        point.press.feel = ["x".into(), "4".into()];
        let fine = PointDraft {
            place: PlaceDraft::Site("masseter".into()),
            sides: SidesDraft::Both,
            is_stretched: true,
            ..PointDraft::default()
        };
        let mut points = vec![fine; 11];
        points[0].place = PlaceDraft::Site("soleus".into());
        points[1] = point;
        let routine = RoutineDraft { name: "Evening".into(), points };
        let draft = Draft { by: "M. Okafor".into(), routines: vec![routine], ..Draft::default() };
        Faults::of(draft.read().unwrap_err())
    }

    fn kinds<'a>(faults: impl Iterator<Item = &'a Fault>) -> Vec<&'a What> {
        faults.map(|fault| &fault.what).collect()
    }

    #[test]
    fn a_missing_key_is_a_fault_of_its_field() {
        let faults = faults();
        assert_eq!(kinds(faults.at("$.title")), [&What::MissingKey { key: "title" }]);
        assert_eq!(kinds(faults.at("$.routines[0].points[1].side")), [&What::MissingKey { key: "side" }]);
        assert_eq!(kinds(faults.at("$.routines[0].points[1].press.hold.max")), [&What::MissingKey { key: "max" }]);
        assert_eq!(faults.at("$").count() + faults.at("$.routines[0].points[1].press.hold").count(), 0);
    }

    #[test]
    fn what_is_inside_is_counted_and_what_is_named_alike_is_not() {
        let faults = faults();
        assert_eq!(faults.under("$.routines[0].points[1].press"), 2, "the bounds and the feel");
        assert_eq!(faults.under("$.routines[0].points[1].press.feel"), 1, "an entry of a list");
        assert_eq!(faults.under("$.routines[0].points[1]"), 3);
        assert_eq!(faults.under("$.routines[0].points[10]"), 1, "of the eleventh point alone");
        assert_eq!(faults.under("$.routines[0].points[0]"), 0);
        assert_eq!(faults.under("$.routines[0].points[1].press.h"), 0);
        assert_eq!(faults.under("$"), faults.all().count());
    }

    #[test]
    fn what_no_field_shows_is_left_over() {
        let faults = faults();
        let places = faults.placed.iter().map(|(place, _)| place.clone());
        let shown: Vec<_> = places.filter(|place| place != "$.routines[0].points").collect();
        assert!(matches!(kinds(faults.rest(&shown))[..], [What::TooMany { found: 11, most: 6 }]));
        assert_eq!(faults.rest(&[]).count(), faults.all().count());
        assert!(!faults.is_empty() && Faults::default().is_empty());
    }
}

//! Which routine is which, and which point.

use super::{At, Bearing, Change, Found, pair, place, point, reordered};
use crate::practice::program::{Point, Program, Routine};

/// A point with the routine that it stands in.
#[derive(Clone, Copy)]
struct Placed<'a> {
    routine: &'a Routine,
    point: &'a Point,
}

/// Compares all routines. A routine is known by its name; failing that, by its points.
pub(super) fn all(old: &Program, new: &Program, found: &mut Found) {
    let (mut gone, mut added): (Vec<_>, Vec<_>) = (old.routines.iter().collect(), new.routines.iter().collect());
    let mut pairs: Vec<(&Routine, &Routine)> = pair(&mut gone, &mut added, |was, is| was.name == is.name);
    pairs.extend(pair(&mut gone, &mut added, |was, is| was.points == is.points));
    pairs.extend(pair(&mut gone, &mut added, share_half));
    pairs.sort_by_key(|(_, is)| place(&new.routines, is));
    found.at = At::Program;
    if reordered(&old.routines, &pairs) {
        found.add(Bearing::Other, Change::Reordered);
    }
    let (points, left) = points(&pairs);
    for ((was, is), points) in pairs.into_iter().zip(points) {
        found.at = At::Routine(is.name.clone());
        if was.name != is.name {
            found.add(Bearing::Other, Change::Renamed { from: was.name.clone() });
        }
        if reordered(&was.points, &points) {
            found.add(Bearing::Other, Change::Reordered);
        }
        for (before, now) in points {
            found.at = at(is, now);
            point::compare((before, &old.limits), (now, &new.limits), found);
        }
        for (from, to) in left.moved.iter().filter(|(_, to)| std::ptr::eq(to.routine, is)) {
            found.at = at(is, to.point);
            found.add(Bearing::Other, Change::MovedFrom { routine: from.routine.name.clone() });
            point::compare((from.point, &old.limits), (to.point, &new.limits), found);
        }
        for new in left.added.iter().filter(|new| std::ptr::eq(new.routine, is)) {
            found.at = at(is, new.point);
            found.add(Bearing::Higher, Change::Added);
        }
        for old in left.gone.iter().filter(|old| std::ptr::eq(old.routine, was)) {
            found.at = at(is, old.point);
            found.add(Bearing::Other, Change::Gone);
        }
    }
    for routine in added {
        found.at = At::Routine(routine.name.clone());
        found.add(Bearing::Higher, Change::Added);
    }
    for routine in gone {
        found.at = At::Routine(routine.name.clone());
        found.add(Bearing::Other, Change::Gone);
    }
}

/// Points that stand in one routine only, or now in another one.
struct Left<'a> {
    moved: Vec<(Placed<'a>, Placed<'a>)>,
    gone: Vec<Placed<'a>>,
    added: Vec<Placed<'a>>,
}

/// Pairs the points of each two routines: by site and side, then by site; what is left over, across routines.
fn points<'a>(pairs: &[(&'a Routine, &'a Routine)]) -> (Vec<Vec<(&'a Point, &'a Point)>>, Left<'a>) {
    let mut left = Left { moved: Vec::new(), gone: Vec::new(), added: Vec::new() };
    let mut all = Vec::new();
    for (was, is) in pairs {
        let (mut gone, mut added): (Vec<_>, Vec<_>) = (was.points.iter().collect(), is.points.iter().collect());
        let mut points = pair(&mut gone, &mut added, is_same);
        points.extend(pair(&mut gone, &mut added, |was: &Point, is: &Point| was.place.id() == is.place.id()));
        points.sort_by_key(|(_, now)| place(&is.points, now));
        all.push(points);
        left.gone.extend(gone.into_iter().map(|point| Placed { routine: was, point }));
        left.added.extend(added.into_iter().map(|point| Placed { routine: is, point }));
    }
    left.moved = pair(&mut left.gone, &mut left.added, |was, is| is_same(was.point, is.point));
    (all, left)
}

/// A point is known by its site and side, as its dose is.
fn is_same(was: &Point, is: &Point) -> bool {
    was.place.id() == is.place.id() && was.sides == is.sides
}

/// Returns true for routines that have at least half of their points in common.
fn share_half(was: &Routine, is: &Routine) -> bool {
    let common = was.points.iter().filter(|was| is.points.iter().any(|is| is_same(was, is))).count();
    common > 0 && common * 2 >= was.points.len().max(is.points.len())
}

fn at(routine: &Routine, point: &Point) -> At {
    At::Point { routine: routine.name.clone(), place: point.place.clone(), sides: point.sides }
}

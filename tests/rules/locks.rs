//! P-STOP: what locks, and what a clinician's go-ahead makes of it.

use kneadwell::practice::measure::Side;
use kneadwell::practice::progress::{Rule, SetAside, Whole};

use crate::life::{FULL, Life, day, full_at, good, level, red, text};

/// The rule of a third red, so many days after the first; the second lies between.
fn third_red(second: i32, third: i32) -> (Rule, Life) {
    let mut life = Life::full();
    for number in [1, second, third] {
        life.session(number, &red());
        life.settle(number + 1, 8.0);
    }
    let rule = life.standing().rest.map_or(Rule::Stop, |rest| rest.1);
    (if life.standing().locked.is_some() { Rule::Stop } else { rule }, life)
}

#[test]
fn p_stop_three_reds_within_fourteen_days() {
    assert_eq!(third_red(8, 14).0, Rule::Stop, "13 days after the first");
    assert_eq!(third_red(8, 15).0, Rule::Down, "14 days after the first, 7 after the second");
    assert_eq!(third_red(9, 15).0, Rule::Pause, "14 days after the first, 6 after the second");
    assert_eq!(third_red(3, 7).0, Rule::Stop, "after a pause");
}

#[test]
fn p_stop_locks_its_own_place_and_the_day_where_there_is_no_other() {
    let (_, life) = third_red(8, 14);
    let today = life.at(20, 9.0, Some(4));
    assert_eq!((today.whole, today.points[0].aside), (Whole::Locked, Some(SetAside::Locked)));
    let mut life = Life::new(&text("", &[FULL, &full_at("hamstrings", "left")]));
    life.settle(1, 8.0);
    life.standing_mut().lock(day(1));
    let today = life.at(20, 9.0, Some(4));
    assert_eq!(today.whole, Whole::Planned);
    assert_eq!(today.points.iter().map(|point| point.aside).collect::<Vec<_>>(), [Some(SetAside::Locked), None]);
}

#[test]
fn p_stop_a_week_of_a_median_two_above_the_first() {
    // From day 8 on it hurts more; the median of seven days follows on day 11.
    for (first, then, locked_on) in [
        ([3; 7], [5; 14], Some(17)),
        ([3; 7], [4; 14], None),
        ([3, 4, 3, 4, 3, 4, 4], [5; 14], None),
        ([4; 7], [7; 14], Some(17)),
    ] {
        let mut life = Life::full();
        let mut on = None;
        for number in 1..=21 {
            let so_far = [&first[..], &then].concat();
            life.felt(1, &so_far[..number as usize]);
            if life.decided(number).contains(&Rule::Stop) {
                on = on.or(Some(number));
            }
        }
        assert_eq!(on, locked_on, "{first:?}, then {then:?}");
        assert_eq!(life.standing().locked.is_some(), locked_on.is_some());
    }
}

#[test]
fn p_stop_a_release_begins_gently_and_forgets_the_reds() {
    let mut life = Life::full();
    life.raise(1, 5);
    for number in [1, 8, 14] {
        life.session(number, &red());
        life.settle(number + 1, 8.0);
    }
    assert!(life.standing().locked.is_some());
    let before = life.dose();
    let released = life.standings.release(None, day(20));
    let decision = &released[0].1;
    assert_eq!((decision.rule, decision.accepted, decision.class), (Rule::Stop, Some(true), None));
    let after = life.dose();
    assert!(after.iter().zip(before).all(|(after, before)| *after <= before), "{before:?} to {after:?}");
    assert!(after[0] <= 30 && after[1] <= 3 && after[2] <= 20 && after[3] <= 3, "{after:?}");
    assert_eq!(life.at(20, 9.0, Some(4)).whole, Whole::Planned);
    life.session(20, &red());
    assert_eq!(life.decided(21), [Rule::Down], "the reds before it are behind");
}

#[test]
fn p_stop_a_release_of_a_place_leaves_the_others_locked() {
    for (place, left) in [
        (None, [false, false]),
        (Some(("gluteus-maximus", None)), [false, true]),
        (Some(("gluteus-maximus", Some(Side::Left))), [false, true]),
        (Some(("gluteus-maximus", Some(Side::Right))), [true, true]),
        (Some(("hamstrings", None)), [true, false]),
    ] {
        let mut life = Life::new(&text("", &[FULL, &full_at("hamstrings", "left")]));
        life.settle(1, 8.0);
        life.standings.0.values_mut().for_each(|standing| standing.lock(day(1)));
        life.standings.release(place, day(2));
        let locked: Vec<_> = life.at(2, 9.0, Some(4)).points.iter().map(|point| point.aside.is_some()).collect();
        assert_eq!(locked, left, "{place:?}");
    }
}

#[test]
fn p_stop_a_go_ahead_for_everything_leaves_a_point_its_own_lock() {
    let mut life = Life::new(&text("", &[FULL, &full_at("hamstrings", "left")]));
    life.settle(1, 8.0);
    life.standing_mut().lock(day(1));
    let released = life.standings.begin_gently(day(2));
    assert_eq!(released.iter().map(|(key, _)| key.site.as_str()).collect::<Vec<_>>(), ["hamstrings"]);
    let aside: Vec<_> = life.at(2, 9.0, Some(4)).points.iter().map(|point| point.aside.is_some()).collect();
    assert_eq!(aside, [true, false]);
}

#[test]
fn p_stop_after_a_release_only_new_days_count() {
    let mut life = Life::full();
    life.felt(1, &[&[3; 7][..], &[5; 14]].concat());
    assert!(life.decided(21).contains(&Rule::Stop));
    life.standings.release(None, day(21));
    life.felt(1, &[&[3; 7][..], &[5; 21]].concat());
    assert_eq!(life.decided(27), [], "6 days after the release");
    assert_eq!(life.decided(28), [Rule::Stop], "7 days");
}

#[test]
fn p_stop_offers_nothing_and_goes_on_being_locked() {
    let mut life = Life::full();
    life.lives(1..=3, &good());
    life.settle(4, 8.0);
    life.standing_mut().lock(day(4));
    let today = life.at(4, 9.0, Some(4));
    assert!(today.offer.is_none());
    assert_eq!(life.on(400).whole, Whole::Locked);
    assert_eq!(life.dose()[3], u32::from(level(4).level()));
}

//! Over weeks: W1 to W3, and what they hold.

use kneadwell::practice::insight::Change;
use kneadwell::practice::progress::{Held, Rule};

use crate::life::{Life, day, good};

fn held(life: &mut Life, number: i32) -> Option<Held> {
    life.on(number).points[0].held
}

fn weeks(levels: &[u8]) -> Vec<u8> {
    levels.iter().flat_map(|&level| [level; 7]).collect()
}

#[test]
fn w1_a_change_counts_against_the_first_week() {
    for (first, now, change) in [
        (7, 5, Change::Counts),
        (7, 6, Change::Some),
        (3, 2, Change::Counts),
        (4, 3, Change::Some),
        (4, 4, Change::Little),
        (4, 6, Change::Little),
    ] {
        let mut life = Life::full();
        life.felt(1, &weeks(&[first, 8, now]));
        assert_eq!(life.course.pains.change(day(1), day(21)), Some(change), "{first}, then {now}");
    }
}

#[test]
fn w2_holds_from_day_28_where_little_came_of_it() {
    for (number, last, held_by) in [
        (28, 4, None),
        (29, 4, Some(Held::Little)),
        (29, 3, None),
        (36, 4, Some(Held::Little)),
        (36, 5, Some(Held::Rising)),
    ] {
        let mut life = Life::full();
        life.lives(number - 3..number, &good());
        let mut pains = weeks(&[4, 4, 4, 4, 4, 4]);
        pains.truncate(number as usize);
        let from = pains.len().saturating_sub(7);
        pains[from..].fill(last);
        life.felt(1, &pains);
        assert_eq!(held(&mut life, number), held_by, "day {number}, pain {last}");
        let needs = held_by == Some(Held::Little) || last == 5;
        assert_eq!(life.course.needs_review(day(number)), needs);
    }
    assert_eq!(Held::Little.rule(), Some(Rule::W2));
}

#[test]
fn w2_needs_three_answers_in_either_week() {
    let mut life = Life::full();
    life.lives(27..=29, &good());
    life.felt(1, &[4, 4]);
    assert_eq!(held(&mut life, 30), None);
}

#[test]
fn w3_holds_after_fourteen_days_of_one_or_less() {
    for (quiet, level, held_by) in
        [(13, 1, None), (14, 1, Some(Held::Quiet)), (14, 0, Some(Held::Quiet)), (14, 2, None)]
    {
        let mut life = Life::full();
        let pains = [&[3; 3][..], &vec![level; quiet]].concat();
        let last = pains.len() as i32;
        life.lives(last - 3..last, &good());
        life.felt(1, &pains);
        life.settle(last, 8.0);
        assert_eq!(life.at(last, 9.0, Some(level)).points[0].held, held_by, "{quiet} days of {level}");
    }
    assert_eq!(Held::Quiet.rule(), None, "a decision by W3 is the person's own choice");
}

#[test]
fn w3_fewer_days_by_choice_hold_the_dose() {
    let mut life = Life::full();
    life.lives(1..=3, &good());
    life.course.maintains = true;
    assert_eq!(held(&mut life, 4), Some(Held::Quiet));
    life.course.maintains = false;
    assert_eq!(held(&mut life, 4), None);
}

//! Down: P-DOWN, P-PAUSE and P-GAP. Nobody is asked, and nothing goes below its least.

use kneadwell::practice::dose::Dose;
use kneadwell::practice::program::Raisable;
use kneadwell::practice::progress::{
    Answers, Class, Credit, Decision, Ladder, Rule, SetAside, Settled, Standing, Whole,
};

use crate::life::{Amounts, FULL, Life, Told, amounts, day, good, read, red, silent, take_step, text};

/// A point at its start, with so many steps taken on day 1.
fn raised(point: &str, steps: usize) -> Standing {
    let program = read(&text("", &[point]));
    let point = &program.routines[0].points[0];
    let ladder = Ladder::of(point, &program.limits, &Raisable::ALL);
    let mut standing = Standing::new(Dose::start(point, &program.limits), ladder);
    for _ in 0..steps {
        take_step(&mut standing, 1);
    }
    standing
}

/// A red session of a day, known on the next morning.
fn turns_red(standing: &mut Standing, number: i32) -> Decision {
    let session = Settled { day: day(number), class: Class::Red, counts: Credit::Full, answers: Answers::default() };
    standing.settle(session, day(number + 1))
}

#[test]
fn p_down_undoes_the_last_step_of_each_amount_then_one_of_hold_and_one_of_ceiling() {
    let rungs: [(Amounts, Amounts); 8] = [
        ([30, 3, 20, 4], [25, 3, 20, 3]),
        ([35, 3, 20, 4], [25, 3, 20, 3]),
        ([40, 3, 20, 4], [30, 3, 20, 3]),
        ([40, 4, 20, 4], [35, 3, 20, 3]),
        ([40, 4, 25, 4], [35, 4, 20, 3]),
        ([40, 4, 30, 4], [35, 4, 25, 3]),
        ([40, 4, 30, 5], [35, 4, 30, 3]),
        ([40, 4, 30, 6], [35, 4, 30, 4]),
    ];
    for (steps, (before, after)) in rungs.into_iter().enumerate() {
        let mut standing = raised(FULL, steps);
        assert_eq!((amounts(&standing), standing.level()), (before, steps + 1));
        standing.streak = 2;
        let decision = turns_red(&mut standing, 2);
        assert_eq!(amounts(&standing), after, "after {steps} steps up");
        assert_eq!((decision.rule, decision.accepted, standing.streak), (Rule::Down, None, 0));
        let told = decision.changes.iter().fold(before, |mut amounts, change| {
            let at = Raisable::ALL.iter().position(|&amount| amount == change.amount).unwrap();
            assert_eq!(amounts[at], change.from);
            amounts[at] = change.to;
            amounts
        });
        assert_eq!(told, after, "the decision says all that changes");
    }
}

#[test]
fn p_down_stops_at_the_least_of_each_amount() {
    let mut standing = raised(FULL, 0);
    let mut doses = Vec::new();
    for number in [1, 16, 31, 46, 61] {
        assert_eq!(turns_red(&mut standing, number).rule, Rule::Down);
        doses.push(amounts(&standing));
    }
    assert_eq!(doses, [[25, 3, 20, 3], [20, 3, 20, 2], [15, 3, 20, 2], [15, 3, 20, 2], [15, 3, 20, 2]]);
    assert_eq!(standing.level(), 1);
}

#[test]
fn p_down_of_a_stretch_takes_one_step_off_the_stretch() {
    let stretch = r#"{ "site": "gluteus-maximus", "side": "left", "stretch": { "hold": { "start": "20s", "max": "30s" }, "reps": 2 } }"#;
    for (steps, after) in [(0, 15), (1, 15), (2, 20)] {
        let mut standing = raised(stretch, steps);
        turns_red(&mut standing, 2);
        assert_eq!(standing.dose.stretch.map(|time| time.0), Some(after), "after {steps} steps");
    }
}

#[test]
fn p_down_rests_one_day_from_when_it_is_known() {
    // Known on the next morning: that day rests. Known in the session: the next day rests.
    for (told, hours) in [(red(), 24.0 + 8.0), (Told { felt: Some(6), ..red() }, 9.5)] {
        let mut life = Life::full();
        life.session(1, &told);
        life.settle(1 + (hours / 24.0) as i32, hours % 24.0);
        let aside = |life: &Life, number| life.at(number, 9.0, Some(4)).points[0].aside;
        assert_eq!(aside(&life, 2), Some(SetAside::Until(Rule::Down, day(2))));
        assert_eq!(life.at(2, 9.0, Some(4)).whole, Whole::Rest(Rule::Down));
        assert_eq!(aside(&life, 3), None);
    }
    let mut life = Life::full();
    life.session(1, &red());
    life.settle(5, 8.0);
    assert_eq!(life.standing().rest, Some((day(5), Rule::Down)), "known late: it rests all the same");
}

#[test]
fn p_down_then_three_greens_before_the_next_step_up() {
    let mut life = Life::full();
    life.lives(1..=3, &good());
    life.lives([4], &red());
    life.settle(5, 8.0);
    for number in 6..=8 {
        assert!(life.on(number).offer.is_none(), "day {number}");
        life.session(number, &good());
    }
    let (_, step) = life.on(9).offer.unwrap();
    assert_eq!((step.change.from, step.change.to), (25, 30));
}

#[test]
fn p_pause_two_reds_within_seven_days() {
    for (second, rule, rest, dose) in [(7, Rule::Pause, 9, [25, 3, 20, 3]), (8, Rule::Down, 9, [20, 3, 20, 2])] {
        let mut standing = raised(FULL, 0);
        turns_red(&mut standing, 1);
        assert_eq!(turns_red(&mut standing, second).rule, rule, "{} days later", second - 1);
        assert_eq!(standing.rest, Some((day(rest), rule)));
        assert_eq!(amounts(&standing), dose);
    }
}

#[test]
fn p_pause_restarts_at_the_start_dose_one_gentler_and_never_raises() {
    for (steps, after) in [(0, [25, 3, 20, 3]), (1, [25, 3, 20, 3]), (3, [30, 3, 20, 3]), (7, [30, 3, 20, 3])] {
        let mut standing = raised(FULL, steps);
        turns_red(&mut standing, 1);
        let before = amounts(&standing);
        assert_eq!(turns_red(&mut standing, 3).rule, Rule::Pause);
        assert_eq!(amounts(&standing), after, "after {steps} steps");
        assert!(amounts(&standing).iter().zip(before).all(|(after, before)| *after <= before));
        assert_eq!((standing.level(), standing.raised.len()), (1, 0));
    }
}

#[test]
fn p_pause_rests_48_hours() {
    let mut life = Life::full();
    life.session(1, &red());
    life.settle(2, 8.0);
    life.session(3, &red());
    assert_eq!(life.decided(4), [Rule::Pause]);
    let rests = [4, 5, 6].map(|number| life.at(number, 9.0, Some(4)).points[0].aside.is_some());
    assert_eq!(rests, [true, true, false], "session on day 3, none on 4 and 5");
}

#[test]
fn p_gap_two_steps_after_seven_days_and_the_start_dose_after_21() {
    let mut life = Life::full();
    life.raise(1, 4);
    life.lives([1], &good());
    for (number, decided, dose) in [
        (2, &[Rule::Green][..], [40, 4, 25, 4]),
        (7, &[], [40, 4, 25, 4]),
        (8, &[Rule::Gap], [40, 3, 20, 4]),
        (15, &[], [40, 3, 20, 4]),
        (21, &[], [40, 3, 20, 4]),
        (22, &[Rule::Gap], [30, 3, 20, 4]),
        (50, &[], [30, 3, 20, 4]),
    ] {
        assert_eq!(life.decided(number), decided, "day {number}");
        assert_eq!(life.dose(), dose, "day {number}");
    }
    assert_eq!(life.standing().streak, 0);
}

#[test]
fn p_gap_takes_no_more_than_was_raised_and_begins_anew_with_a_session() {
    for (steps, dose) in [(0, [30, 3, 20, 4]), (1, [30, 3, 20, 4]), (2, [30, 3, 20, 4]), (3, [35, 3, 20, 4])] {
        let mut life = Life::full();
        life.raise(1, steps);
        life.lives([1], &good());
        life.settle(8, 8.0);
        assert_eq!(life.dose(), dose, "{steps} steps");
    }
    let mut life = Life::full();
    life.raise(1, 5);
    life.lives([1], &good());
    life.lives([8], &good());
    assert_eq!(life.dose(), [40, 4, 20, 4]);
    life.settle(14, 8.0);
    assert_eq!(life.dose(), [40, 4, 20, 4], "6 days since the session of day 8");
    life.settle(15, 8.0);
    assert_eq!(life.dose(), [35, 3, 20, 4]);
}

#[test]
fn p_gap_raises_nothing_that_a_bad_day_took() {
    let mut life = Life::full();
    life.lives([1], &red());
    life.settle(2, 8.0);
    assert_eq!(life.dose(), [25, 3, 20, 3]);
    life.settle(40, 8.0);
    assert_eq!(life.dose(), [25, 3, 20, 3]);
}

#[test]
fn p_gap_a_session_without_answers_is_a_session() {
    let mut life = Life::full();
    life.raise(1, 2);
    life.lives([1, 5, 9], &silent());
    life.settle(15, 8.0);
    assert_eq!(life.dose(), [40, 3, 20, 4], "6 days since day 9");
}

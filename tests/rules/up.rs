//! Up: P-UP, every condition on both sides, and P-CAP.

use kneadwell::practice::plan::LeadIns;
use kneadwell::practice::progress::{Answers, Class, Credit, Held, Reply, Rule, Settled};

use crate::life::{
    FULL, Life, Told, amber, amounts, day, easy, full_at, good, level, read, red, silent, take_step, text,
};

fn with(more: &str) -> Life {
    Life::new(&text(more, &[FULL]))
}

/// What holds the first point on a day; none where a step is offered.
fn held(life: &mut Life, number: i32) -> Option<Held> {
    let today = life.on(number);
    assert_eq!(today.offer.is_some(), today.points[0].held.is_none(), "day {number}");
    today.points[0].held
}

#[test]
fn p_up_takes_as_many_good_days_as_the_program_says() {
    for need in [2_u8, 3, 6] {
        let mut life = with(&format!(r#""progression": {{ "good_days": {need} }},"#));
        assert_eq!(held(&mut life, 1), Some(Held::GoodDays { have: 0, need }));
        for have in 1..need {
            life.lives([i32::from(have)], &good());
            assert_eq!(held(&mut life, i32::from(have) + 1), Some(Held::GoodDays { have, need }));
        }
        life.lives([i32::from(need)], &good());
        assert_eq!(held(&mut life, i32::from(need) + 1), None, "{need} of {need}");
    }
}

#[test]
fn p_up_is_offered_and_never_taken_without_a_yes() {
    let mut life = Life::full();
    life.lives(1..=3, &good());
    let (_, step) = life.on(4).offer.unwrap();
    assert_eq!((step.change.from, step.change.to), (30, 35));
    assert_eq!(life.dose(), [30, 3, 20, 4], "an offer changes nothing");
    life.lives(4..=5, &good());
    assert_eq!(life.dose(), [30, 3, 20, 4], "nor do more good days");
    let decision = life.reply(6, Reply::Go);
    assert_eq!((decision.rule, decision.accepted, decision.class), (Rule::Up, Some(true), Some(Class::Green)));
    assert_eq!(life.dose(), [35, 3, 20, 4], "one amount, one step");
    assert_eq!(life.standing().streak, 0);
}

#[test]
fn p_up_needs_the_last_session_to_be_green_and_whole() {
    for (told, held_by) in [
        (good(), None),
        (easy(), Some(Held::NotGreen)),
        (silent(), Some(Held::NotGreen)),
        (amber(), Some(Held::NotGreen)),
    ] {
        let mut life = Life::full();
        life.lives(1..=3, &good());
        life.lives([4], &told);
        assert_eq!(held(&mut life, 8), held_by, "{told:?}");
    }
    let mut life = Life::full();
    life.lives(1..=3, &good());
    life.lives([4], &red());
    life.settle(5, 8.0);
    assert_eq!(held(&mut life, 6), Some(Held::NotGreen), "red");
    let mut life = Life::full();
    life.lives(1..=3, &good());
    life.lives([4], &silent());
    assert_eq!(held(&mut life, 5), Some(Held::Open), "not answered yet");
}

#[test]
fn p_up_an_easy_session_earns_nothing() {
    let mut life = Life::full();
    life.lives(1..=2, &good());
    life.lives([3], &easy());
    assert_eq!(held(&mut life, 4), Some(Held::NotGreen));
    assert_eq!(life.standing().streak, 2);
    life.lives([4], &good());
    assert_eq!(held(&mut life, 5), None, "and takes nothing away");
}

#[test]
fn p_up_three_unknown_in_a_row_hold_until_one_is_answered() {
    for (unknown, held_by) in
        [(2, Held::NotGreen), (3, Held::Unanswered { sessions: 3 }), (4, Held::Unanswered { sessions: 4 })]
    {
        let mut life = Life::full();
        life.lives(1..=3, &good());
        life.lives(4..4 + unknown, &silent());
        assert_eq!(held(&mut life, 4 + unknown + 3), Some(held_by), "{unknown} in a row");
        life.lives([4 + unknown + 3], &good());
        assert_eq!(held(&mut life, 4 + unknown + 4), None, "one was answered");
    }
}

#[test]
fn p_up_days_between_two_steps() {
    for (min, number, held_by) in [
        (3, 6, Some(Held::TooSoon { from: day(7) })),
        (3, 7, None),
        (5, 8, Some(Held::TooSoon { from: day(9) })),
        (5, 9, None),
        (14, 17, Some(Held::TooSoon { from: day(18) })),
        (14, 18, None),
    ] {
        let mut life = with(&format!(r#""progression": {{ "good_days": 2, "min_days_between_steps": {min} }},"#));
        life.lives(1..=3, &good());
        life.reply(4, Reply::Go);
        life.lives(4..number, &good());
        assert_eq!(held(&mut life, number), held_by, "{min} days between, day {number}");
    }
}

#[test]
fn p_up_two_steps_in_seven_days() {
    let mut life = with(r#""progression": { "good_days": 2, "min_days_between_steps": 2 },"#);
    life.lives(1..=2, &good());
    life.reply(3, Reply::Go);
    life.lives(3..=4, &good());
    life.reply(5, Reply::Go);
    life.lives(5..=8, &good());
    assert_eq!(held(&mut life, 9), Some(Held::TwoThisWeek), "day 7 from the first step");
    life.lives([9], &good());
    assert_eq!(held(&mut life, 10), None, "day 8");
}

#[test]
fn p_up_until_the_review_and_the_end_of_the_prescription() {
    let prescribed = |more: &str| {
        let all = text("", &[FULL]).replace(r#""by": "B""#, &format!(r#""by": "B", "on": "2026-11-02", {more}"#));
        let mut life = Life::new(&all);
        life.lives(1..=3, &good());
        life
    };
    for (more, after) in [
        (r#""review": "2026-11-05""#, Held::Review { on: day(4) }),
        (r#""until": "2026-11-05""#, Held::Ended { on: day(4) }),
        (r#""review": "2026-11-05", "until": "2026-11-05""#, Held::Ended { on: day(4) }),
        (r#""review": "2026-11-05", "until": "2026-12-05""#, Held::Review { on: day(4) }),
    ] {
        let mut life = prescribed(more);
        assert_eq!(held(&mut life, 4), None, "{more}: on the day");
        assert_eq!(held(&mut life, 5), Some(after), "{more}: the day after");
        assert_eq!(life.dose(), [30, 3, 20, 4], "the last dose stays");
    }
    let mut life = prescribed(r#""review": "2026-11-02""#);
    assert_eq!(held(&mut life, 4), Some(Held::Review { on: day(1) }), "a review date in the past");
}

#[test]
fn p_up_not_while_the_median_rises_by_a_point() {
    let week_before = [4; 7];
    for (this_week, held_by) in [
        ([4, 4, 4, 4, 4, 4, 4], None),
        ([4, 5, 4, 5, 4, 5, 4], None),
        ([5, 5, 5, 5, 4, 4, 4], Some(Held::Rising)),
        ([3, 3, 3, 3, 3, 3, 3], None),
    ] {
        let mut life = Life::full();
        life.lives(11..=13, &good());
        life.felt(1, &[&week_before[..], &this_week].concat());
        assert_eq!(held(&mut life, 14), held_by, "4 before, then {this_week:?}");
    }
    let mut life = Life::full();
    life.lives(11..=13, &good());
    life.felt(7, &[3, 3, 5, 5, 5, 5, 5]);
    assert_eq!(held(&mut life, 14), None, "fewer than three answers: the rule does not fire");
}

#[test]
fn p_up_one_offer_a_day_in_the_order_of_the_file() {
    let two = text("", &[&full_at("hamstrings", "left"), FULL]);
    for reply in [Reply::Go, Reply::Stay] {
        let mut life = Life::new(&two);
        life.lives(1..=3, &good());
        let today = life.on(4);
        assert_eq!(today.offer.map(|(index, _)| index), Some(0), "the first in the file, whatever the alphabet says");
        assert_eq!(today.points[1].held, Some(Held::Another));
        life.reply(4, reply);
        let today = life.on(4);
        assert_eq!(today.offer, None, "after {reply:?} there is nothing more that day");
        assert_eq!(today.points[1].held, Some(Held::Another));
        let tomorrow = life.on(5);
        assert_eq!(tomorrow.offer.map(|(index, _)| index), Some(1), "after {reply:?} the other one comes next");
    }
}

#[test]
fn p_up_one_offer_a_day_for_all_routines() {
    let routine =
        |name: &str, site: &str| format!(r#"{{ "name": "{name}", "points": [ {} ] }}"#, full_at(site, "left"));
    let both = format!("{}, {}", routine("A", "hamstrings"), routine("B", "quadriceps"));
    let all = text("", &[FULL]).replace(&format!(r#"{{ "name": "R", "points": [ {FULL} ] }}"#), &both);
    let mut life = Life::new(&all);
    assert_eq!(life.program.routines.len(), 2);
    for number in 1..=3 {
        life.settle(number, 8.0);
        for hours in [9.0, 15.0] {
            life.session_at(number, hours, &good());
            life.program.routines.reverse();
        }
    }
    life.program.routines.reverse();
    life.reply(5, Reply::Stay);
    life.program.routines.reverse();
    assert_eq!(held(&mut life, 5), Some(Held::Another), "the other routine had the offer of the day");
    assert_eq!(held(&mut life, 6), None);
}

#[test]
fn p_up_a_declined_offer_waits_like_a_step() {
    let mut life = Life::full();
    life.lives(1..=3, &good());
    let decision = life.reply(4, Reply::Stay);
    assert_eq!((decision.rule, decision.accepted), (Rule::Up, Some(false)));
    assert_eq!(life.dose(), [30, 3, 20, 4]);
    assert_eq!(life.standing().streak, 3, "the good days are kept");
    life.lives(4..=5, &good());
    assert_eq!(held(&mut life, 6), Some(Held::Declined { from: day(7) }));
    life.lives([6], &good());
    assert_eq!(held(&mut life, 7), None);
}

#[test]
fn p_up_waits_after_a_step_down_too() {
    let mut life = with(r#""progression": { "good_days": 2, "min_days_between_steps": 6 },"#);
    life.lives([1], &red());
    assert_eq!(life.decided(2), [Rule::Down]);
    life.lives(3..=6, &good());
    assert_eq!(held(&mut life, 7), Some(Held::TooSoon { from: day(8) }), "5 days since the step down");
    life.lives([7], &good());
    assert_eq!(held(&mut life, 8), None);
}

#[test]
fn p_up_goes_in_the_order_that_the_therapist_wrote() {
    let order = r#""progression": { "order": ["stretch", "ceiling"] },"#;
    let mut life = with(order);
    life.settle(1, 8.0);
    for dose in [[30, 3, 25, 4], [30, 3, 30, 4], [30, 3, 30, 5], [30, 3, 30, 6]] {
        take_step(life.standing_mut(), 1);
        assert_eq!(life.dose(), dose);
    }
    assert!(life.standing().ladder.step_up(&life.standing().dose, |_| true).is_none(), "the rest never rises");
}

#[test]
fn p_cap_at_every_maximum() {
    let mut life = Life::full();
    life.raise(1, 6);
    life.lives(1..=4, &good());
    assert_eq!(held(&mut life, 5), None, "one step is left");
    life.raise(5, 1);
    life.lives(5..=8, &good());
    assert_eq!(life.dose(), [40, 4, 30, 6]);
    assert_eq!(held(&mut life, 9), Some(Held::AtLimit));
    let decision = life.standing_mut().settle(
        Settled { day: day(9), class: Class::Green, counts: Credit::Full, answers: Answers::default() },
        day(9),
    );
    assert_eq!(decision.clone().held(Some(Held::AtLimit)).rule, Rule::Cap);
    assert_eq!(decision.clone().held(Some(Held::Open)).rule, Rule::Green);
    assert_eq!(decision.held(None).rule, Rule::Green);
}

#[test]
fn p_cap_180_seconds_of_pressing_and_the_whole_session() {
    let pressed = FULL.replace(r#""max": "40s""#, r#""max": "65s""#).replace(r#""max": 4"#, r#""max": 3"#);
    let stretchless = pressed.replace("20s", "30s").replace(r#""ceiling": { "start": 4, "max": 6 },"#, "");
    let mut life = Life::new(&text("", &[&stretchless]));
    life.raise(1, 6);
    life.lives(1..=4, &good());
    assert_eq!(life.dose()[0], 60, "3 × 60 s are 180 s");
    assert_eq!(held(&mut life, 5), Some(Held::AtLimit), "3 × 65 s would be too much");

    let plan_of = |life: &Life, session: u32| {
        let mut program = life.program.clone();
        program.limits.session.0 = session;
        program
    };
    let mut life = Life::full();
    life.lives(1..=3, &good());
    let routine = life.program.routines[0].clone();
    let total = |life: &Life, dose| {
        kneadwell::practice::plan::Plan::draw(&routine, &[dose], &life.program.limits, &LeadIns::default()).total()
    };
    let step = life.on(4).offer.unwrap().1;
    let longer = u32::try_from(total(&life, step.dose).as_secs()).unwrap();
    life.program = plan_of(&life, longer);
    assert_eq!(held(&mut life, 4), None, "it fits to the second");
    life.program = plan_of(&life, longer - 1);
    let offered = life.on(4).offer.map(|(_, step)| step.amount.id());
    assert_eq!(offered, Some("stretch"), "what would be too long is passed over");
}

#[test]
fn p_cap_no_ceiling_rises_behind_the_one_of_a_condition() {
    let only_ceiling = r#"{ "site": "gluteus-maximus", "side": "left", "ceiling": { "start": 4, "max": 6 },
        "press": { "hold": "30s", "holds": 3 } }"#;
    for (cap, held_by) in
        [(None, None), (Some(5), None), (Some(4), Some(Held::AtLimit)), (Some(3), Some(Held::AtLimit))]
    {
        let mut life = Life::new(&text("", &[only_ceiling]));
        life.lives(1..=3, &good());
        life.ceiling = cap.map(level);
        assert_eq!(held(&mut life, 4), held_by, "at most {cap:?}");
    }
}

#[test]
fn p_cap_a_locked_program_never_moves_up() {
    let locked = r#"{ "site": "gluteus-maximus", "side": "left", "press": { "hold": "30s", "holds": 3 } }"#;
    let no_room = r#"{ "site": "gluteus-maximus", "side": "left", "ceiling": { "start": 5, "min": 5, "max": 5 },
        "press": { "hold": { "start": "30s", "min": "30s", "max": "30s" }, "holds": { "start": 3, "min": 3, "max": 3 } } }"#;
    for (point, lowered) in [(locked, [25, 3, 0, 4]), (no_room, [30, 3, 0, 5])] {
        let mut life = Life::new(&text("", &[point]));
        life.lives(1..=10, &good());
        assert_eq!(held(&mut life, 11), Some(Held::NothingMoves));
        life.lives([11], &red());
        assert_eq!(life.decided(12), [Rule::Down], "safety may lower it still");
        assert_eq!(life.dose(), lowered, "down to its least");
        life.lives(13..=20, &good());
        let held_by = if lowered[0] < 30 { Held::Lowered } else { Held::NothingMoves };
        assert_eq!(held(&mut life, 21), Some(held_by), "and it does not rise again");
    }
}

#[test]
fn p_up_bounds_that_end_at_the_start_are_climbed_back_to() {
    let point = r#"{ "site": "gluteus-maximus", "side": "left", "ceiling": { "start": 5, "max": 5 },
        "press": { "hold": { "start": "30s", "max": "30s" }, "holds": 3 } }"#;
    let mut life = Life::new(&text("", &[point]));
    life.lives(1..=3, &good());
    assert_eq!(held(&mut life, 4), Some(Held::AtLimit));
    life.lives([4], &red());
    life.settle(5, 8.0);
    assert_eq!(life.dose(), [25, 3, 0, 4]);
    let standing = life.standing_mut();
    take_step(standing, 9);
    take_step(standing, 12);
    assert_eq!(amounts(standing), [30, 3, 0, 5]);
    assert!(standing.ladder.step_up(&standing.dose, |_| true).is_none(), "and no further");
}

#[test]
fn p_cap_a_locked_amount_beside_others_does_not_rise_back() {
    let point = r#"{ "site": "gluteus-maximus", "side": "left", "ceiling": 5,
        "press": { "hold": { "start": "30s", "max": "35s" }, "holds": 3 } }"#;
    let program = read(&text("", &[point]));
    assert_eq!(program.limits.ceiling.level(), 6);
    let mut life = Life::new(&text("", &[point]));
    life.lives([1], &red());
    life.settle(2, 8.0);
    assert_eq!(life.dose(), [25, 3, 0, 4]);
    let standing = life.standing_mut();
    take_step(standing, 3);
    take_step(standing, 3);
    assert_eq!(amounts(standing), [35, 3, 0, 4]);
    assert!(standing.ladder.step_up(&standing.dose, |_| true).is_none(), "the ceiling was a plain 5");
}

#[test]
fn p_up_told_is_what_the_rule_went_by() {
    let mut life = Life::full();
    life.lives(1..=3, &Told { sore: Some(20), ..good() });
    let decision = life.reply(4, Reply::Go);
    assert_eq!(decision.answers.and_then(|answers| answers.soreness_hours), Some(20));
    assert_eq!(decision.streak, 3, "before it starts anew");
}

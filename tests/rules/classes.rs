//! What a session comes to: the C rules, from a record to a decision. The thresholds of each answer are tested beside
//! `class`; here is what a place, a day and the clock make of them.

use kneadwell::practice::measure::Side;
use kneadwell::practice::progress::{Class, Cut, Kept, Rule, Strongest, asked_about};
use kneadwell::practice::safety::effects::Effect;

use crate::life::{FULL, Life, Told, amber, at, full_at, good, level, now, pain, red, silent, text};

fn class_of(told: &Told) -> (Rule, Option<Class>) {
    let mut life = Life::full();
    life.session(1, told);
    let decisions = life.settle(4, 10.0);
    (decisions[0].rule, decisions[0].class)
}

#[test]
fn c_green_c_amber_c_red_c_unknown_are_decided_with_their_ids() {
    assert_eq!(class_of(&good()), (Rule::Green, Some(Class::Green)));
    assert_eq!(class_of(&amber()), (Rule::Amber, Some(Class::Amber)));
    assert_eq!(class_of(&red()), (Rule::Down, Some(Class::Red)), "P-DOWN is what C-RED comes to");
    assert_eq!(class_of(&silent()), (Rule::Unknown, Some(Class::Unknown)));
}

#[test]
fn c_green_c_amber_c_red_by_the_ceiling_in_force() {
    for (felt, class) in [(4, Class::Green), (5, Class::Amber), (6, Class::Red)] {
        assert_eq!(class_of(&Told { felt: Some(felt), ..good() }).1, Some(class), "D {felt} under a ceiling of 4");
    }
}

#[test]
fn c_unknown_by_each_answer_that_is_missing() {
    let missing: [fn(&mut Told); 6] = [
        |told| told.before = None,
        |told| told.felt = None,
        |told| told.after = None,
        |told| told.next_day = None,
        |told| told.sore = None,
        |told| told.effects = None,
    ];
    for (index, leave_out) in missing.into_iter().enumerate() {
        let mut told = good();
        leave_out(&mut told);
        assert_eq!(class_of(&told).1, Some(Class::Unknown), "answer {index}");
    }
}

/// The class of a point on both sides, by what was done and felt on each.
fn class_of_both(left: (u8, Cut, u8), right: Option<(u8, Cut, u8)>) -> Class {
    let mut life = Life::new(&text("", &[&full_at("gluteus-maximus", "both")]));
    life.session(1, &good());
    let work = &mut life.records[0].work;
    for (side, told) in [(Side::Left, Some(left)), (Side::Right, right)] {
        match told {
            None => work.retain(|worked| worked.side != Some(side)),
            Some((done, cut, felt)) => {
                let worked = work.iter_mut().find(|worked| worked.side == Some(side)).unwrap();
                (worked.done, worked.cut, worked.strongest) = (done, cut, Strongest::Known(level(felt)));
            }
        }
    }
    life.settle(2, 10.0)[0].class.unwrap()
}

#[test]
fn c_green_both_sides_are_as_good_as_the_worse_one() {
    let fine = (100, Cut::No, 4);
    for (side, class) in [
        (fine, Class::Green),
        ((100, Cut::No, 5), Class::Amber),
        ((100, Cut::No, 6), Class::Red),
        ((80, Cut::No, 4), Class::Green),
        ((79, Cut::No, 4), Class::Amber),
        ((100, Cut::Pain, 4), Class::Amber),
        ((50, Cut::Pain, 4), Class::Amber),
        ((49, Cut::Pain, 4), Class::Red),
        ((49, Cut::No, 4), Class::Amber),
        ((90, Cut::TooMuch, 4), Class::Red),
    ] {
        assert_eq!(class_of_both(fine, Some(side)), class, "right {side:?}");
        assert_eq!(class_of_both(side, Some(fine)), class, "left {side:?}");
    }
    assert_eq!(class_of_both(fine, None), Class::Amber, "half of it was not done");
    assert_eq!(class_of_both((100, Cut::Pain, 4), None), Class::Amber, "that half was not left out for pain");
}

#[test]
fn c_red_two_sessions_of_a_day_are_one_day_of_the_worse_class() {
    let twice = text(r#""schedule": { "sessions_per_day": 2 },"#, &[FULL]);
    let kinds = [(Class::Green, good()), (Class::Unknown, silent()), (Class::Amber, amber()), (Class::Red, red())];
    for (first, told_first) in &kinds {
        for (second, told_second) in &kinds {
            let mut life = Life::new(&twice);
            life.lives([1], &good());
            life.settle(2, 8.0);
            life.session_at(2, 9.0, told_first);
            life.session_at(2, 14.0, told_second);
            life.settle(6, 8.0);
            let (standing, worse) = (life.standing(), *first.max(second));
            assert_eq!(standing.last.as_ref().map(|last| last.class), Some(worse), "{first:?}, {second:?}");
            let streak = match worse {
                Class::Green => 2,
                Class::Unknown => 1,
                Class::Amber | Class::Red => 0,
            };
            assert_eq!(standing.streak, streak, "{first:?}, {second:?}");
            assert_eq!(standing.reds.len(), usize::from(worse == Class::Red), "one red day: {first:?}, {second:?}");
        }
    }
}

#[test]
fn c_red_twice_on_a_day_steps_down_once() {
    let mut life = Life::new(&text(r#""schedule": { "sessions_per_day": 2 },"#, &[FULL]));
    life.session_at(1, 9.0, &red());
    life.session_at(1, 14.0, &red());
    assert_eq!(life.decided(2), [Rule::Down, Rule::Red]);
    assert_eq!(life.dose(), [25, 3, 20, 3]);
}

#[test]
fn c_green_that_comes_after_the_answers_of_a_later_session_earns_nothing() {
    for (told, streak) in [(good(), 0), (red(), 0)] {
        let mut life = Life::full();
        // Late in the evening, and early on the next day: less than 12 hours lie between the two.
        life.session_at(1, 21.0, &silent());
        life.settle(2, 7.0);
        life.session_at(2, 8.0, &Told { felt: Some(6), ..silent() });
        assert_eq!(life.settle(2, 8.5)[0].rule, Rule::Down, "too strong: red at once");
        let first = &mut life.records[0];
        first.next_day = told.next_day.map(pain);
        first.effects_next_day.0.soreness_hours = told.sore;
        first.effects_next_day.0.effects = told.effects;
        life.settle(2, 12.0);
        let standing = life.standing();
        assert_eq!(standing.streak, streak);
        assert_eq!(standing.last.as_ref().map(|last| last.class), Some(Class::Red), "the last session stays the last");
    }
}

#[test]
fn c_unknown_an_answer_before_a_session_is_that_of_the_next_day_too() {
    let ended = 9.25;
    for (hours, class) in [
        (11.0 + 59.0 / 60.0, None),
        (12.0, Some(Class::Green)),
        (24.0, Some(Class::Green)),
        (36.0, Some(Class::Green)),
        (36.0 + 1.0 / 60.0, Some(Class::Unknown)),
        (37.0, Some(Class::Unknown)),
    ] {
        let mut life = Life::full();
        life.session(1, &Told { next_day: None, ..good() });
        life.session_at(1, ended + hours, &silent());
        let last = life.settle(1, ended + hours).first().and_then(|decision| decision.class);
        assert_eq!(last, class, "{hours} h later");
    }
    let mut life = Life::full();
    life.session(1, &Told { next_day: None, ..good() });
    life.session(2, &Told { before: Some(6), ..silent() });
    assert_eq!(life.settle(2, 9.0)[0].class, Some(Class::Red), "M 6 after B 4");
}

#[test]
fn c_unknown_what_was_given_stands_before_the_next_session() {
    let mut life = Life::full();
    life.session(1, &Told { next_day: Some(4), ..good() });
    life.session(2, &Told { before: Some(6), ..silent() });
    assert_eq!(life.settle(2, 9.0)[0].class, Some(Class::Green), "asked and answered before the later one began");
}

#[test]
fn c_unknown_answers_are_waited_for_up_to_72_hours() {
    let ended = 9.25;
    for (hours, asked, settled) in [
        (11.0 + 59.0 / 60.0, 0, 0),
        (12.0, 1, 0),
        (36.0, 1, 0),
        (71.0 + 59.0 / 60.0, 1, 0),
        (72.0, 0, 1),
        (100.0, 0, 1),
    ] {
        let mut life = Life::full();
        life.session(1, &silent());
        let then = now(1, ended + hours);
        assert_eq!(asked_about(&life.records, then).len(), asked, "asked {hours} h later");
        let decisions = life.settle(1 + (hours / 24.0) as i32, ended + hours % 24.0);
        assert_eq!(decisions.len(), settled, "settled {hours} h later");
    }
}

#[test]
fn c_unknown_the_question_covers_all_sessions_of_the_day_and_is_not_asked_twice() {
    let mut life = Life::new(&text(r#""schedule": { "sessions_per_day": 2 },"#, &[FULL]));
    life.session_at(1, 9.0, &silent());
    life.session_at(1, 18.0, &silent());
    let asked = |life: &Life, then| asked_about(&life.records, then).len();
    assert_eq!(asked(&life, now(2, 7.0)), 2);
    life.session_at(2, 8.0, &silent());
    assert_eq!(asked(&life, now(2, 9.0)), 0, "a session was begun without an answer");
    let mut life = Life::full();
    life.session(1, &good());
    assert_eq!(asked(&life, now(2, 9.0)), 0, "it is answered");
    life.records[0].effects_next_day.0.effects = None;
    assert_eq!(asked(&life, now(2, 9.0)), 1, "all but the after-effects");
    life.records[0].work.clear();
    assert_eq!(asked(&life, now(2, 9.0)), 0, "nothing was worked");
}

#[test]
fn c_red_needs_no_wait_and_no_other_answer() {
    for told in [
        Told { felt: Some(6), ..silent() },
        Told { cut: Cut::TooMuch, ..silent() },
        Told { after: Some(7), ..silent() },
        Told { done: 49, cut: Cut::Pain, ..silent() },
        Told { effects_after: Some(vec![Effect::LargeBruise]), ..silent() },
    ] {
        let mut life = Life::full();
        life.session(1, &told);
        let decisions = life.settle(1, 9.5);
        assert_eq!(decisions.first().map(|decision| decision.rule), Some(Rule::Down), "{told:?}");
        assert_eq!(life.settle(2, 9.5), [], "and it is settled once");
    }
}

#[test]
fn c_red_counts_after_a_discard_and_nothing_else_does() {
    for (told, rules) in [(good(), &[][..]), (amber(), &[]), (red(), &[Rule::Down])] {
        let mut life = Life::full();
        life.session(1, &Told { kept: Kept::Discarded, ..told.clone() });
        assert_eq!(life.decided(2), rules, "{told:?}");
        assert_eq!(life.standing().streak, 0);
    }
}

#[test]
fn c_unknown_keeps_the_streak_and_c_amber_resets_it() {
    for (told, streak) in [(good(), 3), (silent(), 2), (amber(), 0), (red(), 0)] {
        let mut life = Life::full();
        life.lives(1..=2, &good());
        life.lives([3], &told);
        life.settle(7, 8.0);
        assert_eq!(life.standing().streak, streak, "{told:?}");
    }
}

#[test]
fn every_decision_keeps_what_it_went_by() {
    let mut life = Life::full();
    life.session(1, &Told { sore: Some(30), ..good() });
    let decision = life.settle(2, 10.0).remove(0);
    let answers = decision.answers.unwrap();
    assert_eq!((answers.before, answers.soreness_hours, answers.done), (Some(pain(4)), Some(30), 100));
    assert_eq!(answers.ceiling, Some(level(4)));
    assert!(life.standing().has_settled(at(1, 9.0)));
}

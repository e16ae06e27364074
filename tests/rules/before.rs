//! Before a session: G0 to G4.

use kneadwell::practice::measure::Side;
use kneadwell::practice::program::Raisable;
use kneadwell::practice::progress::{Held, Rule, SetAside, Whole};
use kneadwell::practice::safety::effects::Effect;
use kneadwell::practice::safety::{Flag, Sign, Urgency};

use crate::life::{FULL, Life, Told, at, day, full_at, good, level, text};

fn two_places() -> Life {
    Life::new(&text("", &[&full_at("gluteus-maximus", "both"), &full_at("hamstrings", "left")]))
}

#[test]
fn g0_what_a_sign_locks_follows_its_urgency() {
    let signs = Sign::ALL.map(Flag::Sign).into_iter().chain([Flag::Own("numb fingers".into())]);
    for flag in signs {
        let urgency = flag.urgency();
        for (place, of_place) in [(None, false), (Some(("gluteus-maximus".to_owned(), Some(Side::Left))), true)] {
            let mut life = two_places();
            life.flags.push((flag.clone(), place));
            let today = life.on(1);
            let locked = today.points.iter().map(|point| point.aside == Some(SetAside::Locked)).collect::<Vec<_>>();
            if urgency > Urgency::Today || !of_place {
                assert_eq!(today.whole, Whole::Locked, "{flag:?} at a place: {of_place}");
                assert!(today.offer.is_none());
            } else {
                assert_eq!(today.whole, Whole::Planned, "{flag:?} at a place");
                assert_eq!(locked, [true, false], "{flag:?} locks its own place");
            }
        }
    }
}

#[test]
fn g0_a_sign_of_today_locks_the_sides_it_was_about() {
    for (site, side, locks) in [
        ("gluteus-maximus", Some(Side::Right), [true, false]),
        ("gluteus-maximus", None, [true, false]),
        ("hamstrings", Some(Side::Left), [false, true]),
        ("hamstrings", Some(Side::Right), [false, false]),
        ("quadriceps", None, [false, false]),
    ] {
        let mut life = two_places();
        life.flags.push((Flag::Sign(Sign::Tingling), Some((site.into(), side))));
        let locked = life.on(1).points.iter().map(|point| point.aside.is_some()).collect::<Vec<_>>();
        assert_eq!(locked, locks, "{site} {side:?}");
    }
}

#[test]
fn g0_every_place_locked_is_a_locked_day_and_so_is_a_condition_that_blocks() {
    let mut life = two_places();
    for site in ["gluteus-maximus", "hamstrings"] {
        life.flags.push((Flag::Sign(Sign::Dizzy), Some((site.into(), None))));
    }
    assert_eq!(life.on(1).whole, Whole::Locked);
    life.flags.clear();
    assert_eq!(life.on(1).whole, Whole::Planned);
    life.blocked = true;
    assert_eq!(life.on(1).whole, Whole::Locked);
}

#[test]
fn g1_g2_by_the_pain_before() {
    for (before, whole) in [
        (None, Whole::Planned),
        (Some(0), Whole::Planned),
        (Some(5), Whole::Planned),
        (Some(6), Whole::Easy(Rule::G2)),
        (Some(7), Whole::Easy(Rule::G2)),
        (Some(8), Whole::Rest(Rule::G1)),
        (Some(10), Whole::Rest(Rule::G1)),
    ] {
        let mut life = Life::full();
        life.lives(1..=3, &good());
        life.settle(4, 8.0);
        let today = life.at(4, 9.0, before);
        assert_eq!(today.whole, whole, "B {before:?}");
        assert_eq!(today.offer.is_some(), whole == Whole::Planned, "a step up needs a planned day: B {before:?}");
        if whole != Whole::Planned {
            assert_eq!(today.points[0].held, Some(Held::NotToday));
        }
    }
}

#[test]
fn g1_two_days_running_are_told() {
    let mut life = Life::full();
    life.felt(1, &[7, 8]);
    assert!(!life.course.was_severe_yesterday(day(2)), "7 on day 1");
    assert!(life.course.was_severe_yesterday(day(3)), "8 on day 2");
    assert!(!life.course.was_severe_yesterday(day(4)), "nothing on day 3");
}

#[test]
fn g2_two_above_the_median_of_three_answers_or_more() {
    for (week, before, whole) in [
        (&[3, 3, 3][..], 4, Whole::Planned),
        (&[3, 3, 3], 5, Whole::Easy(Rule::G2)),
        (&[3, 3], 5, Whole::Planned),
        (&[3, 4, 3, 4], 5, Whole::Planned),
        (&[2, 3, 2, 3], 5, Whole::Easy(Rule::G2)),
        (&[0, 0, 0], 1, Whole::Planned),
        (&[0, 0, 0], 2, Whole::Easy(Rule::G2)),
    ] {
        let mut life = Life::full();
        life.felt(1, week);
        let today = i32::try_from(week.len()).unwrap() + 1;
        assert_eq!(life.at(today, 9.0, Some(before)).whole, whole, "B {before} after {week:?}");
    }
}

#[test]
fn g2_todays_own_answer_and_those_of_last_week_are_not_in_the_median() {
    let mut life = Life::full();
    life.felt(1, &[3, 3, 3, 5]);
    assert_eq!(life.at(4, 9.0, Some(5)).whole, Whole::Easy(Rule::G2), "3, 3, 3 before today's 5");
    assert_eq!(life.at(10, 9.0, Some(5)).whole, Whole::Planned, "days 3 to 9 have two answers");
}

#[test]
fn g2_the_easy_dose_is_for_today_only_and_stays_in_bounds() {
    let mut life = Life::full();
    life.settle(1, 8.0);
    let easy = life.at(1, 9.0, Some(6)).points[0].dose;
    let amounts = Raisable::ALL.map(|amount| easy.amount(amount).unwrap());
    assert_eq!(amounts, [20, 2, 20, 3], "hold −1/3, holds −1, ceiling −1");
    assert_eq!(life.dose(), [30, 3, 20, 4], "the dose in force stays");
    let least = r#"{ "site": "gluteus-maximus", "side": "left", "ceiling": { "start": 2, "max": 3 },
        "press": { "hold": { "start": "12s", "max": "20s" }, "holds": 1 } }"#;
    let life = Life::new(&text("", &[least]));
    let easy = life.at(1, 9.0, Some(6)).points[0].dose;
    assert_eq!([easy.hold.unwrap().0, u32::from(easy.holds.unwrap()), u32::from(easy.ceiling.level())], [10, 1, 2]);
}

#[test]
fn g2_a_condition_caps_the_ceiling_below_any_bound() {
    let mut life = Life::full();
    for (cap, planned, easy) in [(None, 4, 3), (Some(4), 4, 3), (Some(3), 3, 3), (Some(1), 1, 1)] {
        life.ceiling = cap.map(level);
        let ceiling = |before| life.at(1, 9.0, Some(before)).points[0].dose.ceiling.level();
        assert_eq!((ceiling(4), ceiling(6)), (planned, easy), "at most {cap:?}");
    }
}

/// What becomes of the place on days 2 and 3 after a session on day 1.
fn after(told: &Told) -> [Option<SetAside>; 2] {
    let mut life = two_places();
    life.session(1, told);
    let days = [2, 3].map(|number| life.on(number).points[0].aside);
    days.map(|aside| aside.filter(|aside| aside.rule() == Rule::G3))
}

#[test]
fn g3_soreness_of_more_than_a_day_rests_the_site_on_the_day_it_is_told() {
    let sore = |hours| after(&Told { sore: Some(hours), ..good() });
    assert_eq!(sore(24), [None, None]);
    assert_eq!(sore(25), [Some(SetAside::Sore), None]);
}

#[test]
fn g3_a_bruise_or_a_mark_rests_the_site_and_other_effects_do_not() {
    for effect in Effect::ALL {
        let told = after(&Told { effects: Some(vec![effect]), ..good() });
        let rests = match effect {
            Effect::Bruise | Effect::SkinMark => [Some(SetAside::Sore), None],
            // A large bruise is red: P-DOWN rests the day already.
            _ => [None, None],
        };
        assert_eq!(told, rests, "{effect:?}");
    }
}

#[test]
fn g3_a_mark_belongs_to_its_place() {
    let mut life = two_places();
    life.session(1, &Told { effects: Some(vec![Effect::Bruise]), ..good() });
    life.records[0].effects_next_day.0.points = vec![1];
    let asides: Vec<_> = life.on(2).points.iter().map(|point| point.aside).collect();
    assert_eq!(asides, [None, Some(SetAside::Sore)]);
}

#[test]
fn g3_a_bruise_told_right_after_rests_the_site_for_the_day() {
    let twice = r#""schedule": { "sessions_per_day": 2 },"#;
    let mut life = Life::new(&text(twice, &[FULL]));
    life.session_at(1, 9.0, &Told { effects_after: Some(vec![Effect::Bruise]), ..silent_next_day() });
    assert_eq!(life.at(1, 18.0, Some(4)).points[0].aside, Some(SetAside::Sore), "later on the same day");
    let mut life = Life::new(&text(twice, &[FULL]));
    life.session_at(1, 9.0, &Told { effects_after: Some(vec![Effect::Tired]), ..silent_next_day() });
    assert_eq!(life.at(1, 18.0, Some(4)).points[0].aside, None);
}

fn silent_next_day() -> Told {
    Told { next_day: None, sore: None, effects: None, ..good() }
}

#[test]
fn g4_four_hours_lie_between_two_sessions_at_a_place() {
    let mut life = Life::new(&text(r#""schedule": { "sessions_per_day": 3 },"#, &[FULL]));
    life.session(1, &silent_next_day());
    let ended = 9.25;
    let aside = |hours: f64| life.at(1, ended + hours, Some(4)).points[0].aside;
    let until = Some(SetAside::Before(at(1, ended + 4.0)));
    assert_eq!(aside(0.0), until);
    assert_eq!(aside(4.0 - 1.0 / 60.0), until, "3 h 59 min");
    assert_eq!(aside(4.0), None);
    assert_eq!(life.at(1, ended + 3.0, Some(4)).whole, Whole::Rest(Rule::G4));
}

#[test]
fn g4_another_place_does_not_wait() {
    let mut life = two_places();
    life.session(1, &silent_next_day());
    life.records[0].work.retain(|worked| worked.site == "hamstrings");
    let asides: Vec<_> = life.at(1, 10.0, Some(4)).points.iter().map(|point| point.aside.is_some()).collect();
    assert_eq!(asides, [false, true]);
}

#[test]
fn g4_the_number_of_sessions_a_day() {
    for (most, done) in [(1, 0), (1, 1), (2, 1), (2, 2), (3, 2), (3, 3)] {
        let mut life = Life::new(&text(&format!(r#""schedule": {{ "sessions_per_day": {most} }},"#), &[FULL]));
        for session in 0..done {
            life.session_at(1, 1.0 + f64::from(session) * 6.0, &silent_next_day());
        }
        let aside = life.at(1, 23.5, Some(4)).points[0].aside;
        assert_eq!(aside, (done >= most).then_some(SetAside::Enough), "{done} of {most}");
        assert_eq!(life.at(2, 5.0, Some(4)).points[0].aside, None, "the next day");
    }
}

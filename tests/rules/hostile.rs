//! Bad input: clocks that were set back, programs that changed under way, journals with holes. Each has a defined outcome, and
//! where it could be more or less, it is less.

use kneadwell::practice::measure::{Discomfort, Pain, Side};
use kneadwell::practice::progress::{Class, Held, Key, Reply, Rule, SetAside, Whole, asked_about};

use crate::life::{FULL, Life, Told, amber, at, day, full_at, good, now, pain, read, red, silent, text};

#[test]
fn p_up_no_step_while_a_session_lies_in_the_future() {
    let mut life = Life::full();
    life.lives(1..=3, &good());
    life.session(10, &good());
    assert_eq!(life.on(4).points[0].held, Some(Held::ClockSetBack));
    assert_eq!(life.on(4).whole, Whole::Planned, "a session may be done");
    life.records.pop();
    assert_eq!(life.on(4).points[0].held, None);
}

#[test]
fn g4_less_than_four_hours_however_the_clock_was_set() {
    let mut life = Life::new(&text(r#""schedule": { "sessions_per_day": 3 },"#, &[FULL]));
    life.session_at(2, 9.0, &silent());
    let ended = 9.25;
    for (hours, waits) in
        [(-4.5, false), (-4.0, false), (-3.99, true), (-3.5, true), (-0.1, true), (3.99, true), (4.0, false)]
    {
        let aside = life.at(2, ended + hours, Some(4)).points[0].aside;
        assert_eq!(aside, waits.then_some(SetAside::Before(at(2, ended + 4.0))), "{hours} h after it ended");
    }
}

#[test]
fn p_down_a_bad_day_counts_after_a_clock_that_was_ahead() {
    let mut life = Life::full();
    // Two sessions with a clock that was a year ahead, settled there.
    life.lives(366..=367, &good());
    life.settle(371, 8.0);
    assert_eq!(life.standing().streak, 2);
    // Set right: bad days are bad again, and what was settled stays settled.
    life.lives([1], &red());
    assert_eq!(life.decided(2), [Rule::Down]);
    assert_eq!(life.standing().streak, 0);
    life.lives(4..=6, &good());
    let today = life.on(7);
    assert_eq!(life.standing().streak, 3, "good days are counted");
    assert_eq!(today.points[0].held, Some(Held::ClockSetBack), "and nothing rises before the date is looked at");
    assert_eq!(life.settle(371, 8.0), [], "nor is anything settled twice when that year has passed");
}

#[test]
fn p_gap_p_down_no_rest_and_no_gap_hides_in_the_future() {
    let mut life = Life::full();
    life.raise(366, 3);
    life.lives([366], &red());
    life.settle(367, 8.0);
    assert_eq!(life.standing().rest, Some((day(367), Rule::Down)));
    let dose = life.dose();
    life.settle(1, 8.0);
    assert_eq!(life.standing().rest, Some((day(3), Rule::Down)), "two days at most from now");
    assert_eq!(life.on(4).whole, Whole::Planned);
    assert_eq!(life.dose(), dose);
    let mut life = Life::full();
    life.lives([366], &good());
    life.raise(367, 3);
    life.settle(1, 8.0);
    assert_eq!(life.decided(7), []);
    assert_eq!(life.decided(8), [Rule::Gap], "7 days from the day on which the clock was right again");
}

#[test]
fn c_unknown_a_session_in_the_future_takes_no_question_away() {
    let mut life = Life::full();
    life.session(100, &good());
    life.session(1, &silent());
    assert_eq!(asked_about(&life.records, now(2, 8.0)).len(), 1);
    assert_eq!(life.settle(2, 8.0).len(), 1, "the one in the future alone");
    life.records[1].next_day = Some(pain(6));
    assert_eq!(life.decided(3), [Rule::Down], "the bad answer is heard");
}

#[test]
fn two_sessions_in_an_hour_are_one_day() {
    let mut life = Life::full();
    life.session_at(1, 9.0, &good());
    life.session_at(1, 9.5, &amber());
    assert_eq!(life.at(1, 9.8, Some(4)).whole, Whole::Rest(Rule::G4));
    life.settle(2, 8.0);
    assert_eq!(life.standing().streak, 0);
    assert_eq!(life.standing().last.as_ref().map(|last| last.class), Some(Class::Amber));
}

/// What another revision of the program makes of a point that had risen by four steps.
fn revised(point: &str) -> Life {
    let mut life = Life::full();
    life.raise(1, 4);
    life.lives(1..=2, &good());
    life.settle(3, 8.0);
    assert_eq!((life.dose(), life.standing().streak), ([40, 4, 25, 4], 2));
    life.program = read(&text("", &[point]));
    life.settle(4, 8.0);
    life
}

#[test]
fn another_revision_with_other_bounds_takes_the_lesser() {
    for (what, point, dose) in [
        ("the same", FULL.to_owned(), [40, 4, 25, 4]),
        ("a higher maximum", FULL.replace("40s", "50s"), [30, 4, 25, 4]),
        ("a lower maximum", FULL.replace("40s", "35s"), [30, 4, 25, 4]),
        ("a lower start", FULL.replace("30s\", \"min", "20s\", \"min"), [20, 4, 25, 4]),
        ("a higher start", FULL.replace(r#"30s", "min"#, r#"40s", "min"#), [40, 4, 25, 4]),
        (
            "a locked hold",
            FULL.replace(r#"{ "start": "30s", "min": "15s", "max": "40s", "step": "5s" }"#, r#""35s""#),
            [35, 4, 25, 4],
        ),
        ("fewer holds", FULL.replace(r#"{ "start": 3, "max": 4 }"#, r#"{ "start": 2, "max": 3 }"#), [40, 2, 25, 4]),
        ("no stretch", FULL.split(",\n    \"stretch\"").next().unwrap().to_owned() + " }", [40, 4, 0, 4]),
    ] {
        let mut life = revised(&point);
        assert_eq!(life.dose(), dose, "{what}");
        let is_changed = dose != [40, 4, 25, 4] || point != FULL;
        assert_eq!(life.standing().streak, if is_changed { 0 } else { 2 }, "{what}: the good days");
        assert!(life.on(4).offer.is_none(), "{what}");
    }
}

#[test]
fn another_revision_does_not_bring_back_what_a_bad_day_took() {
    let mut life = Life::full();
    life.lives([1], &red());
    life.settle(2, 8.0);
    assert_eq!(life.dose(), [25, 3, 20, 3]);
    life.program = read(&text("", &[&FULL.replace(r#""max": "40s""#, r#""max": "60s""#)]));
    life.settle(3, 8.0);
    assert_eq!(life.dose(), [25, 3, 20, 3]);
    life.session(5, &red());
    assert_eq!(life.decided(6), [Rule::Pause], "the red days are kept");
}

#[test]
fn a_prescription_written_after_a_bad_day_begins_at_its_own_start() {
    let written = |on: &str| text("", &[FULL]).replace(r#""by": "B""#, &format!(r#""by": "B", "on": "{on}""#));
    // The bad day of 2 November is known on the 3rd.
    for (on, hold) in [("2026-11-02", 25), ("2026-11-03", 30), ("2026-11-09", 30)] {
        let mut life = Life::full();
        life.lives([1], &red());
        life.settle(2, 8.0);
        life.program = read(&written(on));
        life.settle(8, 8.0);
        assert_eq!(life.dose()[0], hold, "written on {on}");
        life.session(8, &red());
        let rule = life.decided(9);
        assert_eq!(rule, [Rule::Down], "the red day of a week ago is no second one within seven");
        life.settle(10, 8.0);
        assert!(life.dose()[0] < hold, "and the prescription begins once");
    }
}

#[test]
fn another_revision_finds_a_place_by_site_and_side() {
    let other_name = text("", &[FULL]).replace(r#""name": "R""#, r#""name": "Evening""#);
    let with_more = text("", &[&full_at("hamstrings", "left"), FULL]);
    for (what, program, index) in [("another routine name", other_name, 0), ("a point before it", with_more, 1)] {
        let mut life = Life::full();
        life.raise(1, 3);
        life.lives(1..=3, &good());
        life.settle(4, 8.0);
        life.program = read(&program);
        life.settle(4, 9.0);
        let routine = &life.program.routines[0];
        let standing = &life.standings.0[&Key::of(routine, &routine.points[index])];
        assert_eq!(crate::life::amounts(standing), [40, 4, 20, 4], "{what}");
        assert_eq!(standing.streak, 3, "{what}");
    }
}

#[test]
fn a_new_point_begins_at_its_start_and_one_that_comes_back_is_as_it_was() {
    let mut life = Life::full();
    life.raise(1, 3);
    life.lives([1], &good());
    life.settle(2, 8.0);
    life.standing_mut().lock(day(2));
    let other = full_at("hamstrings", "left");
    life.program = read(&text("", &[&other]));
    life.settle(3, 8.0);
    assert_eq!(life.dose(), [30, 3, 20, 4]);
    assert_eq!(life.at(3, 9.0, Some(4)).whole, Whole::Planned, "the lock was about another place");
    life.program = read(&text("", &[FULL]));
    life.settle(4, 8.0);
    assert_eq!(life.dose(), [40, 4, 20, 4]);
    assert_eq!(life.at(4, 9.0, Some(4)).whole, Whole::Locked, "leaving it out for a while unlocks nothing");
}

#[test]
fn sides_that_become_one_take_the_lesser_of_both() {
    let mut life = Life::new(&text("", &[&full_at("gluteus-maximus", "left"), &full_at("gluteus-maximus", "right")]));
    life.raise(1, 4);
    life.lives(1..=2, &good());
    life.settle(3, 8.0);
    life.program = read(&text("", &[&full_at("gluteus-maximus", "both")]));
    life.settle(3, 9.0);
    assert_eq!(life.dose(), [30, 3, 20, 4], "the right side was never raised");
    assert_eq!(life.standing().streak, 2);
    let mut life = Life::new(&text("", &[&full_at("gluteus-maximus", "left"), &full_at("gluteus-maximus", "right")]));
    life.settle(1, 8.0);
    life.standings.0.iter_mut().filter(|(key, _)| key.side == "right").for_each(|(_, standing)| standing.lock(day(1)));
    life.program = read(&text("", &[&full_at("gluteus-maximus", "both")]));
    life.settle(2, 8.0);
    assert_eq!(life.at(2, 9.0, Some(4)).whole, Whole::Locked, "one side was locked");
}

#[test]
fn sides_that_become_one_lose_no_bad_day() {
    let mut life = Life::new(&text("", &[&full_at("gluteus-maximus", "left"), &full_at("gluteus-maximus", "right")]));
    life.session(1, &silent());
    life.records[0].work.retain(|worked| worked.side == Some(Side::Left));
    life.session(2, &good());
    life.records[1].work.retain(|worked| worked.side == Some(Side::Right));
    // The left side's answers are given in the same breath as the program changes.
    life.settle(1, 10.0);
    life.program = read(&text("", &[&full_at("gluteus-maximus", "both")]));
    life.records[0].next_day = Pain::new(9);
    assert!(life.decided(3).contains(&Rule::Down));
}

#[test]
fn a_side_of_what_was_both_keeps_its_history() {
    let mut life = Life::new(&text("", &[&full_at("gluteus-maximus", "both")]));
    life.raise(1, 3);
    life.lives(1..=2, &good());
    life.lives([3], &red());
    life.settle(4, 8.0);
    let dose = life.dose();
    life.program = read(&text("", &[&full_at("gluteus-maximus", "left"), &full_at("gluteus-maximus", "right")]));
    life.settle(4, 9.0);
    for standing in life.standings.0.values() {
        assert_eq!((crate::life::amounts(standing), standing.reds.len()), (dose, 1));
    }
    assert_eq!(life.at(4, 9.0, Some(4)).whole, Whole::Rest(Rule::Down), "the day of rest holds for either side");
}

#[test]
fn a_place_in_two_routines_takes_the_lesser_when_it_comes_to_a_third() {
    let named = |name: &str| text("", &[FULL]).replace(r#""name": "R""#, &format!(r#""name": "{name}""#));
    let mut life = Life::new(&named("A"));
    life.raise(1, 4);
    life.program = read(&named("B"));
    life.settle(2, 8.0);
    life.lives([2], &red());
    life.settle(3, 8.0);
    let least = life.dose();
    life.program = read(&named("C"));
    life.settle(4, 8.0);
    assert_eq!(life.dose(), least);
}

#[test]
fn a_journal_with_holes_makes_no_good_days() {
    let mut life = Life::full();
    life.lives([1, 2], &good());
    // Days 3 to 6 were lost with a damaged file; what was answered then is not known.
    life.lives([7], &Told { before: None, ..silent() });
    assert_eq!(life.on(11).points[0].held, Some(Held::NotGreen));
    assert_eq!(life.standing().streak, 2);
    assert_eq!(life.course.pains.base7(day(7)), None, "no median of nothing");
}

#[test]
fn a_session_of_nothing_is_none() {
    let mut life = Life::full();
    life.raise(1, 2);
    life.lives([1], &good());
    life.session(5, &good());
    life.records[1].work.clear();
    assert_eq!(life.decided(8), [Rule::Green, Rule::Gap], "nothing was worked on day 5");
}

#[test]
fn no_answer_is_off_its_scale() {
    assert_eq!((Pain::new(11), Discomfort::new(11)), (None, None));
    let far = Told { sore: Some(u16::MAX), ..good() };
    let mut life = Life::full();
    life.session(1, &far);
    assert_eq!(life.decided(2), [Rule::Down]);
}

#[test]
fn the_first_and_the_last_day_of_the_calendar_are_days() {
    let mut life = Life::full();
    life.lives(1..=3, &good());
    life.reply(4, Reply::Go);
    for today in [jiff::civil::Date::MIN, jiff::civil::Date::MAX] {
        let then = kneadwell::practice::progress::Now { today, instant: at(4, 9.0) };
        let routine = life.program.routines[0].clone();
        let mut standings = life.standings.clone();
        standings.settle(&life.program, &routine, &life.past(), then);
    }
}

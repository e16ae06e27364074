//! What the long list shows and asks for.

use eframe::egui::{Vec2, vec2};
use egui_kittest::kittest::Queryable;
use kneadwell::practice::library::Region;
use kneadwell::practice::safety::gate::{Condition, Due, Level, asked_for};
use kneadwell::practice::safety::{Flag, Sign, Urgency};
use kneadwell::ui::action::{Action, GateView, Room};
use kneadwell::ui::gate::{GateDraft, gate};
use kneadwell::ui::theme::Theme;
use kneadwell::words;

use crate::summary::{SIZES, Window, page, picture, reach, windows};

const NECK: &[Region] = &[Region::Neck, Region::Shoulder];
const SMALL: (Vec2, f32) = (vec2(640.0, 480.0), 1.0);

fn shown(theme: Theme, size: (Vec2, f32)) -> Window<GateDraft> {
    shown_for(theme, size, NECK, Due::First)
}

fn shown_for(theme: Theme, size: (Vec2, f32), regions: &'static [Region], due: Due) -> Window<GateDraft> {
    let points = ["left shoulder-top", "right side of the neck", "left shoulder blade"];
    let points: Vec<_> = points.into_iter().map(|point| (point.to_owned(), point.contains("right"))).collect();
    page(theme, size, GateDraft::default(), move |ui, draft| {
        gate(ui, &GateView { regions, due, points: &points }, draft)
    })
}

fn click(harness: &mut Window<GateDraft>, label: &str) -> Option<Action> {
    harness.get_by_label(label).click();
    harness.run();
    harness.state_mut().asked.take()
}

#[test]
fn everything_that_is_asked_has_its_row_and_nothing_else() {
    for regions in [NECK, &[Region::Foot, Region::Leg], &[Region::Chest]] {
        let harness = shown_for(Theme::Paper, SIZES[0], regions, Due::First);
        let asked = asked_for(regions);
        for condition in Condition::ALL {
            let words = words::gate::condition(condition);
            assert_eq!(harness.query_by_label(&words).is_some(), asked.contains(&condition), "{condition:?}");
        }
        for sign in Sign::ALL {
            let words = words::safety::sign(sign);
            assert_eq!(harness.query_by_label(&words).is_some(), sign.urgency() != Urgency::Today, "{sign:?}");
        }
    }
}

#[test]
fn the_signs_of_the_part_come_first_then_what_blocks() {
    let harness = shown(Theme::Paper, SIZES[0]);
    let top = |label: &str| harness.get_by_label(label).rect().top();
    let tops = ["A sudden headache, the worst ever", "Fainting", "Fever with pain in the back or neck"].map(top);
    assert!(tops.is_sorted(), "{tops:?}");
    let first = top(&words::gate::condition(Condition::Fever));
    assert!(tops.iter().all(|&sign| sign < first));
    let blocks = asked_for(NECK).into_iter().filter(|condition| condition.level(NECK) == Level::Block);
    assert!(blocks.map(|condition| top(&words::gate::condition(condition))).all(|row| row >= first));
}

#[test]
fn the_line_under_the_title_says_why_it_is_asked_now() {
    for (due, words) in [
        (Due::First, "Neck and shoulder. Asked before the first session"),
        (Due::Again, "Neck and shoulder. Asked again every 30 days"),
        (Due::NewRegion, "Neck and shoulder. Asked again, for your program has a part"),
    ] {
        shown_for(Theme::Paper, SIZES[0], NECK, due).get_by_label_contains(words);
    }
}

#[test]
fn none_becomes_continue_on_a_tick_and_back() {
    let mut harness = shown(Theme::Paper, SIZES[0]);
    assert_eq!(click(&mut harness, "None of these apply"), Some(Action::AnswerGate(Vec::new())));
    for row in ["Pregnant", "Fainting"] {
        click(&mut harness, row);
        assert!(harness.query_by_label("None of these apply").is_none(), "{row}");
        harness.get_by_label("Continue");
        click(&mut harness, row);
        assert!(harness.query_by_label("Continue").is_none(), "{row}");
    }
}

#[test]
fn conditions_are_answered_in_the_order_of_the_list() {
    let mut harness = shown(Theme::Paper, SIZES[0]);
    click(&mut harness, "Pregnant");
    reach(&mut harness, "Fever, or an infection now");
    let answer = vec![Condition::Fever, Condition::Pregnant];
    assert_eq!(click(&mut harness, "Continue"), Some(Action::AnswerGate(answer)));
}

#[test]
fn a_sign_is_marked_first_and_the_conditions_stay_with_the_draft() {
    let mut harness = shown(Theme::Paper, SIZES[0]);
    for row in ["Pregnant", "Fainting", "A sudden headache, the worst ever"] {
        click(&mut harness, row);
    }
    let marked = vec![Flag::Sign(Sign::Headache), Flag::Sign(Sign::Faint)];
    assert_eq!(click(&mut harness, "Continue"), Some(Action::Mark(marked)));
    assert_eq!(harness.state().draft.conditions(NECK), [Condition::Pregnant]);
}

#[test]
fn a_spot_can_be_skipped_and_the_day_put_off() {
    let mut harness = shown(Theme::Paper, SIZES[0]);
    reach(&mut harness, "Left shoulder-top");
    assert_eq!(harness.state_mut().asked.take(), Some(Action::SkipPoint(0)));
    assert_eq!(click(&mut harness, "Not today"), Some(Action::Go(Room::Today)));
    harness.get_by_label_contains("open wound, burn, rash");
}

#[test]
fn without_points_there_is_nothing_to_skip() {
    let view = GateView { regions: NECK, due: Due::First, points: &[] };
    let harness = page(Theme::Paper, SIZES[0], GateDraft::default(), move |ui, draft| gate(ui, &view, draft));
    assert!(harness.query_by_label("Skip a spot today").is_none());
}

#[test]
fn more_below_is_said_until_the_end_of_a_list() {
    let mut harness = shown(Theme::Paper, SIZES[0]);
    let said = |harness: &Window<GateDraft>| harness.query_all_by_label("More below").count();
    let before = said(&harness);
    reach(&mut harness, &words::gate::condition(Condition::Rheumatoid));
    assert_eq!(said(&harness), before - 1);
}

#[test]
fn the_keyboard_does_everything_in_every_window() {
    let small = [Theme::Paper, Theme::Contrast].map(|theme| (theme, SMALL));
    for (theme, size) in windows().chain(small) {
        let mut harness = shown(theme, size);
        reach(&mut harness, "A sudden headache, the worst ever");
        reach(&mut harness, &words::gate::condition(Condition::Rheumatoid));
        reach(&mut harness, &words::gate::condition(Condition::Drowsy));
        reach(&mut harness, "Left shoulder blade");
        assert_eq!(harness.state_mut().asked.take(), Some(Action::SkipPoint(2)));
        reach(&mut harness, "Continue");
        assert_eq!(harness.state_mut().asked.take(), Some(Action::Mark(vec![Flag::Sign(Sign::Headache)])));
        assert_eq!(harness.state().draft.conditions(NECK), [Condition::Rheumatoid, Condition::Drowsy]);
        reach(&mut harness, "Not today");
        assert_eq!(harness.state_mut().asked.take(), Some(Action::Go(Room::Today)));
    }
}

#[test]
fn the_list_beside_stays_where_it_is_while_the_keyboard_walks_through_one() {
    let mut harness = shown(Theme::Paper, SIZES[0]);
    let top = |harness: &Window<GateDraft>| harness.get_by_label("Pregnant").rect().top();
    let before = top(&harness);
    reach(&mut harness, &words::gate::condition(Condition::Rheumatoid));
    assert!((top(&harness) - before).abs() < 0.5);
}

#[test]
fn it_looks_as_drawn() {
    picture("gate-paper", &mut shown(Theme::Paper, SIZES[0]));
}

#[test]
fn it_looks_as_drawn_at_dusk() {
    let mut dusk = shown_for(Theme::Dusk, SIZES[0], NECK, Due::NewRegion);
    click(&mut dusk, "Pregnant");
    picture("gate-dusk", &mut dusk);
}

#[test]
fn a_small_window_has_one_column() {
    picture("gate-small-contrast", &mut shown(Theme::Contrast, SMALL));
}

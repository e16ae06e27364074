//! What the journal shows and asks for, and that ten years of it stay quick.
#![expect(clippy::unwrap_used, reason = "a stage that cannot be set up is a test that fails")]

use std::time::Duration;

use egui_kittest::{Harness, SnapshotOptions, kittest::Queryable};
use jiff::ToSpan;
use jiff::civil::date;
use kneadwell::practice::measure::Pain;
use kneadwell::ui::action::{Action, Banner, DecisionRow, HurtRow, JournalRow, Room, Way};
use kneadwell::ui::journal::journal;

use crate::today::stage::{Look, click, nothing_is_lost, picture, stage, walk};

fn row(days_ago: i64, time: &str, before: Option<u8>, after: Option<u8>) -> JournalRow {
    let day = date(2026, 11, 19).checked_sub(days_ago.days()).unwrap();
    JournalRow {
        day,
        weekday: day.weekday(),
        time: time.to_owned(),
        title: "Desk neck and shoulders, Whole session".to_owned(),
        ending: "finished".to_owned(),
        active: Duration::from_secs(13 * 60 + 10),
        pain: (before.and_then(Pain::new), after.and_then(Pain::new)),
        answers: vec![
            ("Left shoulder-top, after the first hold".to_owned(), "4 of 10".to_owned()),
            ("Left shoulder-top, after the last hold".to_owned(), "not answered".to_owned()),
        ],
        note: None,
    }
}

fn week() -> Vec<JournalRow> {
    let mut early = row(2, "07:15", Some(5), None);
    "finished early, after 2 of 4 points".clone_into(&mut early.ending);
    let mut noted = row(0, "18:40", Some(5), Some(3));
    noted.note =
        Some("The right side was easier than on Tuesday. Slept well, and no headache in the morning.".to_owned());
    vec![
        noted,
        row(0, "07:05", Some(4), Some(4)),
        early,
        row(3, "18:30", None, None),
        row(340, "18:10", Some(10), Some(6)),
    ]
}

fn on(look: Look, rows: Vec<JournalRow>) -> Harness<'static, Vec<Action>> {
    with(look, rows, vec![])
}

fn with(look: Look, rows: Vec<JournalRow>, decisions: Vec<DecisionRow>) -> Harness<'static, Vec<Action>> {
    marked(look, rows, vec![], decisions)
}

fn marked(
    look: Look,
    rows: Vec<JournalRow>,
    hurts: Vec<HurtRow>,
    decisions: Vec<DecisionRow>,
) -> Harness<'static, Vec<Action>> {
    let banners = [Banner { warns: false, text: "A copy was made.".to_owned() }];
    stage(look, Room::Journal, move |ui| journal(ui, &rows, &hurts, &decisions, &banners[..0]))
}

fn hurt(days_ago: i64, time: &str, words: &str) -> HurtRow {
    let day = date(2026, 11, 19).checked_sub(days_ago.days()).unwrap();
    HurtRow { day, time: time.to_owned(), words: words.to_owned() }
}

#[test]
fn marks_stand_on_their_day_with_the_sessions_or_alone() {
    let hurts = || {
        vec![
            hurt(0, "08:30", "Left shoulder-top: 4, aching, spreads to left top of the forearm and left shoulder cap"),
            hurt(1, "21:10", "Right calf: 7, sharp"),
        ]
    };
    let harness = marked(Look::PAPER, week(), hurts(), vec![]);
    let at = |words: &str| harness.get_by_label_contains(words).rect().top();
    let [today, mark, yesterday, other] = [
        at("Thursday 19 November"),
        at("pain marked on the body: Left"),
        at("Wednesday 18"),
        at("body: Right calf: 7"),
    ];
    assert!(today < mark && mark < yesterday && yesterday < other && other < at("Tuesday 17"));
    for look in Look::all() {
        nothing_is_lost(&marked(look, week(), hurts(), vec![]), look);
    }
    let alone = marked(Look::PAPER, vec![], hurts(), vec![]);
    assert!(alone.query_by_label_contains("Right calf: 7").is_some(), "without any session, too");
}

fn decisions(count: usize) -> Vec<DecisionRow> {
    let written = [
        (Way::Up, "Left shoulder-top: hold 30 to 35 s", "19 November. Three good days in a row."),
        (Way::Up, "Left shoulder-top: hold 25 to 30 s", "14 November. Three good days in a row."),
        (Way::Same, "Between the blades: stays at 30 s", "11 November. Soreness lasted 30 hours."),
        (Way::Down, "Stiff-neck muscle: limit 5 to 4, that day", "10 November. You eased off at 12 s."),
        (Way::Rest, "Everything rested", "9 November. The soreness was still there."),
    ];
    let row = |(i, (way, stressed, plain)): (usize, (Way, &str, &str))| DecisionRow {
        way,
        stressed: if i < written.len() { stressed.to_owned() } else { format!("{stressed}, {i}") },
        plain: plain.to_owned(),
        why: format!("P-UP: the answers it went by are those of the three days before. Decision {i}."),
    };
    written.into_iter().cycle().enumerate().take(count).map(row).collect()
}

const NEWEST: &str = "18:40, Desk neck and shoulders, Whole session, finished, 14 minutes. Pain before: 5, after: 3.";

#[test]
fn sessions_stand_under_their_day() {
    let harness = on(Look::PAPER, week());
    for words in ["5 sessions", "Thursday 19 November", "Tuesday 17 November", "Sunday 14 December 2025", NEWEST] {
        assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
}

#[test]
fn what_was_not_answered_is_told_in_words() {
    let mut harness = on(Look::PAPER, week());
    assert!(harness.query_by_label_contains("18:30").is_some());
    assert!(harness.query_by_label_contains("Pain before: not answered, after: not answered.").is_some());
    let answer = "Left shoulder-top, after the last hold: not answered";
    assert!(harness.query_by_label(answer).is_none());
    click(&mut harness, NEWEST);
    assert!(harness.query_by_label(answer).is_some());
    assert!(harness.query_by_label_contains("easier than on Tuesday").is_some());
    click(&mut harness, NEWEST);
    assert!(harness.query_by_label(answer).is_none());
}

#[test]
fn what_changed_is_told_with_its_reason() {
    let mut harness = with(Look::PAPER, week(), decisions(30));
    assert!(harness.query_by_label("What changed, and why").is_some());
    let newest = "Left shoulder-top: hold 30 to 35 s 19 November. Three good days in a row.";
    assert!(harness.query_by_label(newest).is_some());
    let why = "P-UP: the answers it went by are those of the three days before. Decision 0.";
    assert!(harness.query_by_label(why).is_none());
    click(&mut harness, &format!("Why: {newest}"));
    assert!(harness.query_by_label(why).is_some());
    let fifth = "Everything rested 9 November. The soreness was still there.";
    assert!(harness.query_by_label(fifth).is_none());
    click(&mut harness, "Show earlier ones");
    assert!(harness.query_by_label(fifth).is_some());
    click(&mut harness, "Show earlier ones");
    assert!(harness.query_by_label("Show earlier ones").is_none());
    assert!(on(Look::PAPER, week()).query_by_label("What changed, and why").is_none());
}

#[test]
fn an_empty_journal_leads_to_today() {
    let mut harness = on(Look::PAPER, vec![]);
    assert_eq!(click(&mut harness, "Go to today"), [Action::Go(Room::Today)]);
}

#[test]
fn the_keyboard_goes_down_the_list() {
    let rows: Vec<_> = (0..40).map(|day| row(day, "18:30", Some(4), None)).collect();
    let mut harness = on(Look::PAPER, rows);
    let names = walk(&mut harness, 40);
    assert!(names.iter().filter(|name| name.starts_with("18:30")).count() >= 30, "{names:?}");
}

#[test]
fn ten_years_draw_only_what_is_in_sight() {
    let rows: Vec<_> = (0..3650).map(|day| row(day, "18:30", Some(4), Some(3))).collect();
    let mut harness = on(Look::PAPER, rows);
    let drawn = harness.query_all_by_label_contains("18:30").count();
    assert!((3..20).contains(&drawn), "{drawn} rows are drawn");
    let shapes = harness.output().shapes.len();
    assert!(shapes < 400, "{shapes} shapes");
    harness.state_mut().clear();
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all() {
        let mut harness = on(look, week());
        click(&mut harness, NEWEST);
        nothing_is_lost(&harness, look);
        nothing_is_lost(&on(look, vec![]), look);
        nothing_is_lost(&with(look, week(), decisions(6)), look);
    }
}

#[test]
fn pictures() {
    let mut harness = on(Look::PAPER, week());
    click(&mut harness, NEWEST);
    harness.remove_cursor();
    picture("journal-paper", &mut harness);
}

#[test]
fn what_changed_stands_beside_the_days() {
    let mut harness = with(Look::PAPER, week(), decisions(6));
    let options = SnapshotOptions::new().output_path("tests/screens/snapshots").max_failed_pixels(20);
    harness.snapshot_options("journal-decisions-paper", &options);
}

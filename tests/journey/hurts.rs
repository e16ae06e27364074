//! From a mark on the body to what is asked and given today.

use std::path::Path;

use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable};
use kneadwell::app::App;

use super::{MORNING, drop_file, open, pass, press, rows, start_the_demo};

const SEARCH: &str = "Find a spot: neck, calf, trapezius";
const LATER: &str = "2026-11-23T17:00:00+00:00[Europe/London]";
const NEXT_DAY: &str = "2026-11-24T08:30:00+00:00[Europe/London]";

/// Brings what has this name into sight and clicks it.
fn click(harness: &mut Harness<'_, App>, label: &str) {
    let found = harness.query_by_label(label).unwrap_or_else(|| harness.get_by_label_contains(label));
    found.scroll_to_me();
    (0..8).for_each(|_| harness.step());
    super::click(harness, label);
}

fn settle(harness: &mut Harness<'_, App>) {
    // The journal answers from a thread of its own.
    for _ in 0..40 {
        harness.step();
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
}

/// Chooses a spot on Body by its name.
fn choose(harness: &mut Harness<'_, App>, words: &str) {
    if harness.query_by_label(SEARCH).is_none() {
        click(harness, "Body");
    }
    harness.get_by_label(SEARCH).focus();
    harness.step();
    harness.get_by_label(SEARCH).type_text(words);
    harness.step();
    press(harness, Key::Enter);
}

/// Marks how it hurts there, and waits until it is on the disk.
fn mark(harness: &mut Harness<'_, App>, words: &str, pain: u8, quality: &str) {
    choose(harness, words);
    let open = harness.query_by_label("Change today’s mark").is_some();
    click(harness, if open { "Change today’s mark" } else { "Log pain here" });
    click(harness, &format!("{pain} of 10"));
    if !quality.is_empty() {
        click(harness, quality);
    }
    click(harness, "Save");
    settle(harness);
}

fn demo(folder: &Path) -> Harness<'static, App> {
    let (mut harness, _) = open(folder, MORNING);
    harness.step();
    click(&mut harness, "short demo");
    harness
}

fn is_there(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).count() > 0
}

fn before(folder: &Path) -> Vec<String> {
    rows(folder, "SELECT level FROM answers WHERE scale = 'pain' AND moment = 'before' ORDER BY id")
}

#[test]
fn the_strongest_mark_where_today_works_answers_how_the_pain_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = demo(folder.path());
    mark(&mut harness, "right calf", 9, "");
    harness.get_by_label("Marked today · Kept");
    assert_eq!(before(folder.path()), Vec::<String>::new(), "a mark elsewhere answers nothing");
    mark(&mut harness, "left top of the forearm", 6, "Aching");
    mark(&mut harness, "right inside of the forearm", 3, "");
    assert_eq!(before(folder.path()), ["6"], "the strongest counts");
    click(&mut harness, "Today");
    harness.get_by_label("From your marks on the body: left top of the forearm 6, aching.");
    harness.get_by_label("Kept. You may change it until you start.");
    harness.get_by_label("An easy session today");

    mark(&mut harness, "left top of the forearm", 2, "");
    assert_eq!(before(folder.path()), ["6", "3"], "a mark that is changed changes what came from it");
    click(&mut harness, "Take back today’s mark: left top of the forearm");
    choose(&mut harness, "right inside of the forearm");
    click(&mut harness, "Take back today’s mark: right inside of the forearm");
    settle(&mut harness);
    assert_eq!(before(folder.path()), ["6", "3", "-"], "with the marks gone the question is open again");
    click(&mut harness, "Today");
    assert!(!is_there(&harness, "From your marks"));
    assert!(!is_there(&harness, "An easy session today"));
    click(&mut harness, "Journal");
    assert!(is_there(&harness, "pain marked on the body: Right calf: 9"));
    assert!(!is_there(&harness, "of the forearm"), "what was taken back is not listed");
    drop(harness);
    let told = rows(folder.path(), "SELECT coalesce(level, 'back') FROM hurts ORDER BY id");
    assert_eq!(told, ["9", "6", "3", "2", "back", "back"], "nothing is ever deleted");
}

#[test]
fn an_answer_by_hand_is_not_overruled_and_what_says_more_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = demo(folder.path());
    click(&mut harness, "7 of 10");
    harness.get_by_label("An easy session today");
    mark(&mut harness, "left top of the forearm", 1, "");
    click(&mut harness, "Today");
    harness.get_by_label("An easy session today");
    assert!(!is_there(&harness, "your marks"), "a lower mark changes nothing and says nothing");
    mark(&mut harness, "left top of the forearm", 9, "");
    click(&mut harness, "Today");
    harness.get_by_label_contains("Your marks on the body say more: left top of the forearm 9.");
    assert_eq!(before(folder.path()), ["7"]);
}

#[test]
fn marks_hold_for_their_day_across_a_restart_and_not_over_a_later_answer() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = demo(folder.path());
    mark(&mut harness, "left top of the forearm", 6, "");
    drop(harness);
    let (mut harness, _) = open(folder.path(), LATER);
    harness.step();
    harness.get_by_label_contains("From your marks on the body");
    harness.get_by_label("An easy session today");
    assert_eq!(before(folder.path()), ["6"], "it is not given twice");
    click(&mut harness, "4 of 10");
    drop(harness);
    let (mut harness, _) = open(folder.path(), LATER);
    harness.step();
    assert!(!is_there(&harness, "From your marks on the body"), "the later answer was by hand");
    drop(harness);
    let (mut harness, _) = open(folder.path(), NEXT_DAY);
    harness.step();
    assert!(!is_there(&harness, "your marks on the body"), "yesterday’s mark says nothing about today");
    choose(&mut harness, "left top of the forearm");
    harness.get_by_label("23 Nov: 6");
    assert!(!is_there(&harness, "Take back"), "only today’s mark is taken back");
}

#[test]
fn a_mark_says_nothing_about_the_last_session() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, hand) = open(folder.path(), MORNING);
    harness.step();
    start_the_demo(&mut harness);
    pass(&mut harness, &hand, 260);
    harness.get_by_label_contains("Done: ");
    click(&mut harness, "Done");
    drop(harness);
    let (mut harness, _) = open(folder.path(), NEXT_DAY);
    harness.step();
    mark(&mut harness, "left top of the forearm", 6, "");
    click(&mut harness, "Today");
    harness.get_by_label_contains("From your marks on the body");
    assert!(is_there(&harness, "First answer the question above"), "Start still waits for the answer about yesterday");
    let next_day = rows(folder.path(), "SELECT count(*) FROM answers WHERE moment = 'next-day'");
    assert_eq!(next_day, ["0"]);
    assert_eq!(before(folder.path()), ["4", "6"]);
}

#[test]
fn what_may_come_from_a_nerve_leads_to_the_list_of_signs() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = demo(folder.path());
    click(&mut harness, "Nothing new");
    click(&mut harness, "None of these apply");
    for (quality, pain) in [("Tingling or numb", 3), ("Electric", 2)] {
        choose(&mut harness, "right calf");
        let is_marked = harness.query_by_label("Change today’s mark").is_some();
        click(&mut harness, if is_marked { "Change today’s mark" } else { "Log pain here" });
        click(&mut harness, &format!("{pain} of 10"));
        click(&mut harness, quality);
        click(&mut harness, "Save");
        harness.get_by_label("Before anything is pressed");
        harness.get_by_label_contains("You marked tingling, numbness or an electric pain.");
        click(&mut harness, "None of these apply");
        harness.get_by_label("Nothing new since last time");
    }
    settle(&mut harness);
    assert_eq!(rows(folder.path(), "SELECT level FROM hurts ORDER BY id"), ["3", "2"], "both were kept first");
    assert_eq!(rows(folder.path(), "SELECT count(*) FROM flags"), ["0"]);
}

#[test]
fn one_point_alone_goes_by_todays_own_questions() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = folder.path().join("neck.kneadwell");
    std::fs::write(&file, include_bytes!("../../routines/neck-and-shoulders.kneadwell")).unwrap();
    let (mut harness, _) = open(&data, MORNING);
    harness.step();
    drop_file(&mut harness, &file);
    press(&mut harness, Key::Enter);
    choose(&mut harness, "left shoulder-top");
    click(&mut harness, "Do only this one");
    harness.get_by_label_contains("points are left out. You can take them in again in the list.");
    harness.get_by_label_contains("1 point · ");
    click(&mut harness, "Nothing new");
    click(&mut harness, "None of these apply");
    click(&mut harness, "Start");
    drop(harness);
    let setup = rows(&data, "SELECT json_array_length(setup, '$.points') FROM sessions");
    assert_eq!(setup, ["1"]);
}

#[test]
fn what_is_chosen_and_filled_in_on_body_stays() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = demo(folder.path());
    choose(&mut harness, "right calf");
    click(&mut harness, "Log pain here");
    click(&mut harness, "5 of 10");
    click(&mut harness, "Settings");
    click(&mut harness, "Body");
    harness.get_by_label("Where it hurts: Right calf");
    click(&mut harness, "Save");
    settle(&mut harness);
    assert_eq!(rows(folder.path(), "SELECT site || side || level FROM hurts"), ["gastrocnemiusright5"]);
}

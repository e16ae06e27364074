//! One whole day with Kneadwell, from an empty folder to the journal, on a clock that is moved by hand.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]

use std::path::Path;
use std::time::Duration;

use eframe::egui::{Key, vec2};
use egui_kittest::{Harness, kittest::NodeT, kittest::Queryable};
use jiff::Zoned;
use kneadwell::app::App;
use kneadwell::practice::scan::AnswerBy;
use kneadwell::world::World;
use kneadwell::world::clock::{Clock, Hand};
use kneadwell::world::sound::{Sound, SoundState, Why};
use rusqlite::{Connection, OpenFlags};

#[path = "journey/hands.rs"]
mod hands;
#[path = "journey/hearing.rs"]
mod hearing;
#[path = "journey/hurts.rs"]
mod hurts;
#[path = "journey/scan.rs"]
mod scan;

const MORNING: &str = "2026-11-23T08:30:00+00:00[Europe/London]";

/// Opens the window on a data folder, with its clock in hand.
fn open(folder: &Path, at: &str) -> (Harness<'static, App>, Hand) {
    open_with(folder, at, Sound::off())
}

/// By digits: the journeys without hands are in journey/scan.rs.
fn open_with(folder: &Path, at: &str, sound: Sound) -> (Harness<'static, App>, Hand) {
    open_by(AnswerBy::Digits, folder, at, sound)
}

fn open_by(answer_by: AnswerBy, folder: &Path, at: &str, sound: Sound) -> (Harness<'static, App>, Hand) {
    let (clock, hand) = Clock::by_hand(at.parse::<Zoned>().unwrap());
    let (mut world, found) = World::open(clock, Some(folder.to_owned())).unwrap();
    world.sound = sound;
    world.settings.scan = answer_by == AnswerBy::Scan;
    let harness = Harness::builder()
        .with_size(vec2(1180.0, 780.0))
        .with_max_steps(32)
        .build_eframe(move |context| App::new(&context.egui_ctx, world, &found, None));
    (harness, hand)
}

#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl eframe::egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Drops a file on the window.
fn drop_file(harness: &mut Harness<'_, App>, path: &Path) {
    harness.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(path.to_owned())));
    harness.step();
    harness.step();
}

/// Lets time pass a second at a time, as the window would see it.
fn pass(harness: &mut Harness<'_, App>, hand: &Hand, seconds: u64) {
    for _ in 0..seconds {
        hand.advance(Duration::from_secs(1));
        harness.step();
    }
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.step();
    harness.step();
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    let exact = harness.query_by_label(label);
    exact.unwrap_or_else(|| harness.get_by_label_contains(label)).click();
    harness.step();
    harness.step();
}

/// What a second client reads from the journal.
fn rows(folder: &Path, sql: &str) -> Vec<String> {
    let journal = Connection::open_with_flags(folder.join("journal.db"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut asked = journal.prepare(sql).unwrap();
    let columns = asked.column_count();
    let row = |row: &rusqlite::Row<'_>| {
        let text = |column: usize| match row.get_ref(column)? {
            rusqlite::types::ValueRef::Null => Ok("-".to_owned()),
            rusqlite::types::ValueRef::Integer(number) => Ok(number.to_string()),
            other => Ok(other.as_str().unwrap_or_default().to_owned()),
        };
        (0..columns).map(text).collect::<Result<Vec<_>, rusqlite::Error>>().map(|columns| columns.join(" "))
    };
    asked.query_map([], row).unwrap().collect::<Result<_, _>>().unwrap()
}

/// Chooses the demo, says how the pain is, and starts.
fn start_the_demo(harness: &mut Harness<'_, App>) {
    click(harness, "short demo");
    click(harness, "4 of 10");
    click(harness, "Nothing new");
    click(harness, "None of these apply");
    click(harness, "Start");
}

#[test]
fn a_whole_day_by_mouse_and_keys() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, hand) = open(folder.path(), MORNING);
    harness.step();
    start_the_demo(&mut harness);
    harness.get_by_label("Get ready");

    pass(&mut harness, &hand, 21);
    harness.get_by_label("Find the spot");
    press(&mut harness, Key::Enter);
    pass(&mut harness, &hand, 4);
    harness.get_by_label("Press");
    pass(&mut harness, &hand, 15);
    pass(&mut harness, &hand, 3);
    assert!(harness.query_all_by_label_contains("how strong was the press?").count() > 0);
    press(&mut harness, Key::Num2);
    pass(&mut harness, &hand, 16);
    press(&mut harness, Key::X);
    harness.get_by_label_contains("Easing off");
    pass(&mut harness, &hand, 120);
    harness.get_by_label_contains("Done: ");
    click(&mut harness, "3 of 10");
    click(&mut harness, "Done");
    click(&mut harness, "Journal");
    assert!(harness.query_all_by_label_contains("Short demo").count() > 0, "the session stands in the journal");
    drop(harness);

    assert_eq!(rows(folder.path(), "SELECT ending, routine FROM sessions"), ["finished Demo"]);
    let answers = rows(folder.path(), "SELECT scale, moment, level FROM answers ORDER BY id");
    assert_eq!(answers, ["pain before 4", "discomfort hold 2", "discomfort hold -", "pain after 3"]);
    assert_eq!(rows(folder.path(), "SELECT count(*) FROM events WHERE kind = 'eased'"), ["1"]);
}

const HIP: &str = r#"{ "kneadwell": 1, "title": "Hip", "prescribed": { "by": "M. Okafor", "on": "2026-11-09" },
  "stop_if": ["A cold foot"],
  "routines": [ { "name": "Evening", "points": [ { "site": "gluteus-maximus", "side": "left", "press": { "hold": "30s" } } ] } ] }"#;

#[test]
fn a_second_program_asks_and_nothing_changes_without_a_yes() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let file = folder.path().join("hip.kneadwell");
    std::fs::write(&file, HIP).unwrap();
    let taken = || rows(&data, "SELECT title FROM taken JOIN revisions ON hash = revision ORDER BY id");
    let (mut harness, _) = open(&data, MORNING);
    harness.step();
    click(&mut harness, "short demo");
    assert!(harness.query_by_label("Use this program").is_none(), "the demo of the first page is one click");

    drop_file(&mut harness, &file);
    harness.get_by_label("“Short demo: one forearm” stays your program until you say so.");
    harness.get_by_label("What differs from your program now");
    click(&mut harness, "Not now");
    harness.get_by_label("Nothing new since last time");
    drop(harness);
    assert_eq!(taken(), ["Short demo: one forearm"], "nothing changed");
    assert_eq!(rows(&data, "SELECT count(*) FROM revisions"), ["1"], "nor is it kept");

    let (mut harness, _) = open(&data, MORNING);
    harness.step();
    drop_file(&mut harness, &file);
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Space);
    harness.get_by_label("Use this program");
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Use this program").is_none(), "Escape leaves it");
    drop_file(&mut harness, &file);
    click(&mut harness, "Use this program");
    harness.get_by_label_contains("Hip, from M. Okafor, is your program now.");

    // An edited file of the same program, the same once more, and back to the demo from the list.
    std::fs::write(&file, HIP.replace("30s", "45s").replace(r#"["A cold foot"]"#, "[]")).unwrap();
    drop_file(&mut harness, &file);
    for words in ["Hold: 45 s, locked; before 30 s, locked", "No longer a sign to stop at: A cold foot"] {
        harness.get_by_label(words);
    }
    std::fs::write(&file, HIP).unwrap();
    drop_file(&mut harness, &file);
    harness.get_by_label_contains("This is the program in force");
    assert!(harness.query_by_label("Use this program").is_none(), "it is in force already");
    click(&mut harness, "Back");
    click(&mut harness, "Program");
    harness.get_by_label("Use again: Short demo: one forearm").scroll_to_me();
    (0..8).for_each(|_| harness.step());
    click(&mut harness, "Use again: Short demo: one forearm");
    harness.get_by_label_contains("This was your program before.");
    harness.get_by_label_contains("An example that comes with Kneadwell.");
    click(&mut harness, "Use this program");
    drop(harness);
    assert_eq!(taken(), ["Short demo: one forearm", "Hip", "Short demo: one forearm"]);
}

#[test]
fn a_file_that_is_dropped_into_a_session_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hip.kneadwell");
    std::fs::write(&file, HIP).unwrap();
    let (mut harness, hand) = open(&folder.path().join("data"), MORNING);
    harness.step();
    start_the_demo(&mut harness);
    pass(&mut harness, &hand, 5);
    drop_file(&mut harness, &file);
    harness.get_by_label("Get ready");
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    drop_file(&mut harness, &file);
    harness.get_by_label("None of these apply");
    click(&mut harness, "Pain in the chest");
    click(&mut harness, "Continue");
    drop_file(&mut harness, &file);
    harness.get_by_label_contains("Stop here");
}

/// Goes by Tab to what has this name, and presses Enter there.
fn go_to(harness: &mut Harness<'_, App>, label: &str) {
    for _ in 0..80 {
        harness.key_press(Key::Tab);
        harness.step();
        harness.step();
        let found = harness.query_by_label(label);
        if found.is_some_and(|node| node.accesskit_node().is_focused()) {
            return press(harness, Key::Enter);
        }
    }
    panic!("Tab never came to {label}");
}

#[test]
fn a_whole_session_by_keys_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, hand) = open(folder.path(), MORNING);
    harness.step();
    for label in ["Try the short demo", "5 of 10", "Nothing new since last time", "None of these apply", "Start"] {
        go_to(&mut harness, label);
    }
    pass(&mut harness, &hand, 21);
    press(&mut harness, Key::PageDown);
    pass(&mut harness, &hand, 3 + 12);
    press(&mut harness, Key::L);
    pass(&mut harness, &hand, 4);
    press(&mut harness, Key::Num1);
    press(&mut harness, Key::Num0);
    let mut told = 0;
    for _ in 0..16 {
        pass(&mut harness, &hand, 1);
        told += harness.query_all_by_label_contains("You said 10, well over the limit.").count();
    }
    assert!(told > 3, "what an answer has changed is said, and stays to be read");
    press(&mut harness, Key::Space);
    pass(&mut harness, &hand, 60);
    press(&mut harness, Key::Space);
    pass(&mut harness, &hand, 150);
    for label in ["Pain 5 of 10", "Done"] {
        go_to(&mut harness, label);
    }
    drop(harness);

    let answers = rows(folder.path(), "SELECT scale, moment, level FROM answers ORDER BY id");
    assert_eq!(answers, ["pain before 5", "discomfort hold 10", "pain after 5"], "ten ends the pressing of the side");
    assert_eq!(rows(folder.path(), "SELECT count(*) FROM events WHERE kind = 'pressing-ended'"), ["1"]);
    assert_eq!(rows(folder.path(), "SELECT ending FROM sessions"), ["finished"]);
    assert_eq!(rows(folder.path(), "SELECT count(*) FROM events WHERE kind IN ('let-go', 'paused')"), ["2"]);
}

#[test]
fn a_session_broken_off_is_offered_again_at_its_hold() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, hand) = open(folder.path(), MORNING);
    harness.step();
    start_the_demo(&mut harness);
    pass(&mut harness, &hand, 21);
    press(&mut harness, Key::Enter);
    pass(&mut harness, &hand, 3 + 15 + 3 + 15 + 7);
    drop(harness);

    let (mut harness, hand) = open(folder.path(), "2026-11-23T08:40:00+00:00[Europe/London]");
    harness.step();
    harness.get_by_label_contains("hold 2 of 3");
    click(&mut harness, "Resume");
    harness.get_by_label("Get ready");
    pass(&mut harness, &hand, 4);
    harness.get_by_label("Press");
    press(&mut harness, Key::Escape);
    click(&mut harness, "Finish early");
    click(&mut harness, "Done");
    drop(harness);
    assert_eq!(rows(folder.path(), "SELECT ending FROM sessions"), ["early"]);
}

#[test]
fn something_wrong_leads_to_the_stop_screen_and_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, hand) = open(folder.path(), MORNING);
    harness.step();
    start_the_demo(&mut harness);
    pass(&mut harness, &hand, 5);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    click(&mut harness, "Pain in the chest");
    click(&mut harness, "Continue");
    harness.get_by_label_contains("Stop here");
    click(&mut harness, "Save and close");
    drop(harness);
    assert_eq!(rows(folder.path(), "SELECT sign, level FROM flags"), ["chest emergency"]);
    assert_eq!(rows(folder.path(), "SELECT ending FROM sessions"), ["early"]);
}

/// What opens the sheet, in one act or in the three of a pedal.
#[derive(Debug, Clone, Copy)]
enum Way {
    Mouse,
    Key,
    Pedal,
    /// Questions are answered by any key, too.
    PedalAmongNumbers,
}

#[test]
fn stop_is_one_act_away_all_through_a_session_and_silences_it_at_once() {
    for way in [Way::Mouse, Way::Key, Way::Pedal, Way::PedalAmongNumbers] {
        let folder = tempfile::tempdir().unwrap();
        let (sound, mut overheard) = Sound::overheard();
        let answer_by = if matches!(way, Way::PedalAmongNumbers) { AnswerBy::Scan } else { AnswerBy::Digits };
        let (mut harness, hand) = open_by(answer_by, folder.path(), MORNING, sound);
        harness.step();
        start_the_demo(&mut harness);
        let (mut time, mut seen) = (0, Vec::new());
        while harness.query_by_label_contains("Done: ").is_none() {
            pass(&mut harness, &hand, 4);
            time += 4;
            let Some(stop) = harness.query_by_label("Stop") else { break };
            let words = ["Get ready", "Find the spot", "Press", "Release", "Rest", "Stretch", "Switch sides"];
            seen.extend(words.into_iter().filter(|word| harness.query_all_by_label(word).count() > 0));
            match way {
                Way::Mouse => {
                    stop.click();
                    harness.step();
                    harness.step();
                }
                Way::Key => press(&mut harness, Key::Escape),
                Way::Pedal | Way::PedalAmongNumbers => (0..3).for_each(|_| press(&mut harness, Key::F13)),
            }
            if harness.query_by_label_contains("Done: ").is_some() {
                // In the last stretch a pedal's second press has ended the session: only the chord of the end is left.
                assert!(overheard.to_come(Duration::ZERO).len() <= 1, "{way:?} at {time} s");
                break;
            }
            assert_eq!(overheard.to_come(Duration::ZERO), [], "{way:?} at {time} s: nothing more is heard");
            if harness.query_by_label("None of these apply").is_some() {
                // To a pedal the question about symptoms is answered with yes, and leads past the sheet.
                click(&mut harness, "None of these apply");
            }
            assert!(harness.query_by_label("Stop here?").is_some(), "{way:?} at {time} s, {:?}", seen.last());
            press(&mut harness, Key::Space);
            assert!(harness.query_by_label("Stop here?").is_none(), "{way:?} at {time} s: on again");
            let over = harness.query_by_label_contains("Done: ").is_some();
            assert!(over || !overheard.to_come(Duration::ZERO).is_empty(), "{way:?} at {time} s: heard again");
        }
        for word in ["Get ready", "Find the spot", "Press", "Rest", "Stretch"] {
            assert!(seen.contains(&word), "{way:?}: the walk came by {seen:?}");
        }
    }
}

#[test]
fn the_sheet_leads_to_the_list_of_signs_in_one_act() {
    for by_key in [true, false] {
        let folder = tempfile::tempdir().unwrap();
        let (mut harness, hand) = open(folder.path(), MORNING);
        harness.step();
        start_the_demo(&mut harness);
        pass(&mut harness, &hand, 45);
        press(&mut harness, Key::Escape);
        if by_key {
            press(&mut harness, Key::Escape);
        } else {
            click(&mut harness, "Something feels wrong");
        }
        harness.get_by_label("None of these apply");
    }
}

#[test]
fn a_computer_that_slept_says_so_and_the_sound_that_goes_and_comes_back_too() {
    let folder = tempfile::tempdir().unwrap();
    let kitchen = r#"{"device": {"id": "alsa:kitchen", "name": "Kitchen"}}"#;
    std::fs::write(folder.path().join("settings.json"), kitchen).unwrap();
    let (sound, overheard) = Sound::overheard();
    let (mut harness, hand) = open_with(folder.path(), MORNING, sound);
    harness.step();
    start_the_demo(&mut harness);
    pass(&mut harness, &hand, 5);
    hand.suspend(Duration::from_secs(12 * 60));
    pass(&mut harness, &hand, 1);
    harness.get_by_label("Paused");
    pass(&mut harness, &hand, 30);
    assert!(harness.query_all_by_label("The computer slept for 12 minutes. Space goes on.").count() > 0, "it stays");
    press(&mut harness, Key::Space);
    assert_eq!(harness.query_all_by_label_contains("The computer slept").count(), 0);
    harness.get_by_label("Tones");

    overheard.tell(|report| report.state = SoundState::Silent(Why::Stuck));
    pass(&mut harness, &hand, 2);
    harness.get_by_label("Sound off: watch the screen");
    harness.get_by_label("The sound output hangs.");
    harness.get_by_label("Sound off: watch the screen. The sound output hangs.");
    overheard.tell(|report| report.state = SoundState::Playing);
    pass(&mut harness, &hand, 1);
    harness.get_by_label("Tones");
    assert!(harness.query_all_by_label("The sound is back.").count() > 0);
    overheard.tell(|report| report.passed_over = Some(Why::NoCard));
    pass(&mut harness, &hand, 1);
    let gone = "Kitchen is not there: the system's own output is used.";
    assert!(harness.query_all_by_label(gone).count() > 0);
    pass(&mut harness, &hand, 9);
    assert_eq!(harness.query_all_by_label(gone).count(), 1, "only the announcement stays");
    drop(harness);
    let told = rows(folder.path(), "SELECT kind FROM events WHERE kind IN ('paused', 'slept', 'resumed') ORDER BY seq");
    assert_eq!(told, ["paused", "slept", "resumed"]);
}

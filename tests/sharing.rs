//! A program that is pasted, and one that is printed, in the window.
#![expect(clippy::unwrap_used, reason = "a test may fall over")]

use std::io;
use std::path::Path;
use std::time::Duration;

use eframe::egui::{Event, vec2};
use egui_kittest::{Harness, kittest::Queryable};
use jiff::Zoned;
use kneadwell::app::App;
use kneadwell::practice::program::{Program, Revision};
use kneadwell::world::World;
use kneadwell::world::clock::Clock;
use kneadwell::world::routines::SHIPPED;
use kneadwell::world::share::{Browser, handout::handout};
use kneadwell::world::sound::Sound;

const DEMO: &str = SHIPPED[0].text;
const NECK: &str = SHIPPED[1].text;

fn open(folder: &Path, browser: Browser) -> Harness<'static, App> {
    let (clock, _) = Clock::by_hand("2026-11-23T08:30:00+00:00[Europe/London]".parse::<Zoned>().unwrap());
    let (mut world, found) = World::open(clock, Some(folder.to_owned())).unwrap();
    (world.sound, world.browser) = (Sound::off(), browser);
    Harness::builder()
        .with_size(vec2(1180.0, 780.0))
        .with_max_steps(32)
        .build_eframe(move |context| App::new(&context.egui_ctx, world, &found, None))
}

fn paste(harness: &mut Harness<'_, App>, text: &str) {
    harness.event(Event::Paste(text.to_owned()));
    harness.step();
    harness.step();
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.step();
    harness.step();
}

/// Waits for what a thread has to tell.
fn told(harness: &mut Harness<'_, App>, words: &str) -> bool {
    for _ in 0..200 {
        harness.step();
        if harness.query_by_label_contains(words).is_some() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    false
}

fn no_browser(_: &Path) -> io::Result<()> {
    Err(io::Error::other("nothing opens pages here"))
}

fn a_browser(page: &Path) -> io::Result<()> {
    std::fs::metadata(page).map(|_| ())
}

#[test]
fn a_pasted_program_is_shown_before_it_is_taken() {
    let dir = tempfile::tempdir().unwrap();
    let mut harness = open(dir.path(), no_browser);
    paste(&mut harness, &format!("\n  {NECK}"));
    assert!(harness.query_by_label("Read it through. It is your program once you say so.").is_some());
    click(&mut harness, "Not now");
    assert!(harness.query_by_label("Who gave you a program?").is_some(), "nothing changed, and Today is back");

    paste(&mut harness, NECK);
    click(&mut harness, "Use this program");
    click(&mut harness, "Program");
    assert!(harness.query_by_label("Export").is_some(), "there is a program in force");
    // With one in force, the other is shown beside it.
    paste(&mut harness, DEMO);
    assert!(harness.query_by_label("“Neck and shoulders” stays your program until you say so.").is_some());
}

#[test]
fn a_pasted_text_is_refused_in_the_words_of_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let mut harness = open(dir.path(), no_browser);
    paste(&mut harness, &NECK.replace("\"kneadwell\": 1", "\"kneadwell\": 2"));
    assert!(harness.query_by_label("What was pasted was not taken").is_some());
    assert!(harness.query_by_label_contains("pasted text:2:16: $.kneadwell: the file is of version 2").is_some());
    assert!(harness.query_by_label_contains("Nothing was changed.").is_some());

    paste(&mut harness, &format!("{{{}", " ".repeat(1 << 20)));
    assert!(harness.query_by_label_contains("pasted text:1:1: $: the file is larger than 1 MiB").is_some());
}

#[test]
fn other_text_and_other_places_are_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let mut harness = open(dir.path(), no_browser);
    paste(&mut harness, "Buy milk");
    assert!(harness.query_by_label("Who gave you a program?").is_some());

    // In a field it is text.
    click(&mut harness, "Body");
    harness.get_by_label("Find a spot: neck, calf, trapezius").focus();
    harness.step();
    paste(&mut harness, NECK);
    assert!(harness.query_by_label("Use this program").is_none());

    // In the list of signs it is nothing: that question comes first.
    click(&mut harness, "Today");
    paste(&mut harness, DEMO);
    click(&mut harness, "Use this program");
    click(&mut harness, "Something is new");
    paste(&mut harness, NECK);
    assert!(harness.query_by_label("Use this program").is_none());
}

#[test]
fn print_writes_the_handout_and_says_where_it_lies() {
    let dir = tempfile::tempdir().unwrap();
    let mut harness = open(dir.path(), a_browser);
    paste(&mut harness, NECK);
    click(&mut harness, "Use this program");
    click(&mut harness, "Program");
    click(&mut harness, "Print");
    assert!(told(&mut harness, "The handout opens in your browser"));
    let file = dir.path().join("handouts").join("Neck-and-shoulders.html");
    let page = std::fs::read_to_string(&file).unwrap();
    assert_eq!(page, handout(&Program::read(NECK.as_bytes()).unwrap(), Revision::of(NECK.as_bytes())));
    assert!(harness.query_by_label_contains(&file.display().to_string()).is_some());
}

#[test]
fn without_a_browser_it_says_where_the_handout_lies() {
    let dir = tempfile::tempdir().unwrap();
    let mut harness = open(dir.path(), no_browser);
    paste(&mut harness, DEMO);
    click(&mut harness, "Use this program");
    click(&mut harness, "Program");
    for _ in 0..2 {
        click(&mut harness, "Print");
        assert!(told(&mut harness, "No browser could be started (nothing opens pages here)."));
    }
    let lines = harness.query_all_by_label_contains("No browser could be started").count();
    assert_eq!(lines, 1, "it is not said twice");

    std::fs::remove_dir_all(dir.path().join("handouts")).unwrap();
    std::fs::write(dir.path().join("handouts"), "mine").unwrap();
    click(&mut harness, "Print");
    assert!(told(&mut harness, "cannot be written"));
}

//! The real window on a screen in memory: found by its title, driven by the keyboard, killed in the middle of a hold, and eased
//! by keys of all kinds.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fall over")]

#[path = "support/screen.rs"]
mod screen;

use std::path::Path;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use screen::Screen;

/// Starts the program with its data in a folder, and waits for its window.
fn start<'a>(screen: &'a Screen, folder: &Path, arguments: &[&str]) -> Window<'a> {
    let folder = folder.display().to_string();
    let all = [&["--data-dir", &folder], arguments].concat();
    let window = Window { program: screen.start(Path::new(env!("CARGO_BIN_EXE_kneadwell")), &all), screen };
    wait_for("a window", || screen.has_window().then_some(()));
    sleep(Duration::from_millis(800));
    window
}

struct Window<'a> {
    program: Child,
    screen: &'a Screen,
}

impl Window<'_> {
    fn key(&self, name: &str) {
        self.screen.xdotool(&["key", name]);
        sleep(Duration::from_millis(250));
    }

    fn click(&self, place: (u32, u32)) {
        self.screen.click(place);
        sleep(Duration::from_millis(250));
    }

    /// Kills the program as a power cut would.
    fn kill(mut self) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Asks the journal through the sqlite3 program, a client that is none of ours.
fn journal(folder: &Path, sql: &str) -> String {
    let told = Command::new("sqlite3").arg("-readonly").arg(folder.join("journal.db")).arg(sql).output();
    String::from_utf8(told.expect("sqlite3 is installed by ./test").stdout).unwrap().trim().to_owned()
}

fn wait_for<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    #[expect(clippy::disallowed_methods, reason = "a real window has real time")]
    let begun = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "{what} did not come within 60 s");
        sleep(Duration::from_millis(100));
    }
}

// Where the demo's Today has its buttons, at 1180 by 780.
const PAIN_FOUR: (u32, u32) = (430, 197);
const NOTHING_NEW: (u32, u32) = (953, 484);
const NONE_OF_THESE: (u32, u32) = (970, 708);
const START: (u32, u32) = (953, 620);
const RESUME: (u32, u32) = (214, 229);

/// Clicks at places, again where a busy computer had not drawn the button yet, until something is so.
fn click_until(window: &Window<'_>, places: &[(u32, u32)], so: impl Fn() -> bool) {
    for _ in 0..10 {
        for &place in places {
            window.click(place);
            sleep(Duration::from_millis(400));
        }
        for _ in 0..30 {
            if so() {
                return;
            }
            sleep(Duration::from_millis(100));
        }
    }
    panic!("clicking at {places:?} had no effect");
}

#[test]
fn a_hold_that_was_killed_is_taken_up_and_every_answer_is_there() {
    let screen = Screen::open();
    let folder = tempfile::tempdir().unwrap();
    let demo = concat!(env!("CARGO_MANIFEST_DIR"), "/routines/demo.kneadwell");
    let asked = |sql: &str| journal(folder.path(), sql);
    let until = |what: &str, sql: &str, told: &str| wait_for(what, || (asked(sql) == told).then_some(()));
    let began =
        |step: &str| format!("SELECT count(*) FROM events WHERE data LIKE '%\"step\":\"{step}\"%' AND kind = 'began'");

    let window = start(&screen, folder.path(), &[demo]);
    assert_eq!(asked("SELECT count(*) FROM taken"), "0", "it is shown first");
    window.key("Return");
    until("the program", "SELECT count(*) FROM taken", "1");
    window.kill();

    let window = start(&screen, folder.path(), &[]);
    click_until(&window, &[PAIN_FOUR], || asked("SELECT level FROM answers WHERE scale = 'pain'") == "4");
    click_until(&window, &[NOTHING_NEW, NONE_OF_THESE, START], || asked("SELECT count(*) FROM sessions") == "1");
    until("the spot to find", &began("locate"), "1");
    window.key("Return");
    until("the press", &began("press"), "1");
    sleep(Duration::from_secs(2));
    window.kill();
    assert_eq!(asked("SELECT level FROM answers WHERE scale = 'pain' AND session IS NOT NULL"), "4");
    assert_eq!(asked("SELECT count(*) FROM sessions WHERE ending IS NULL"), "1");
    assert_eq!(asked("PRAGMA integrity_check"), "ok");

    let window = start(&screen, folder.path(), &[]);
    click_until(&window, &[RESUME], || asked("SELECT count(*) FROM events WHERE kind = 'resumed'") == "1");
    until("the rest of the hold", &began("press"), "2");
    window.key("Escape");
    window.key("Escape");
    until("the list of signs", "SELECT count(*) FROM events WHERE kind = 'unwell'", "1");
}

/// `XF86AudioPlay` and `F13` are keys that egui tells, `XF86AudioPause` is one that it drops, and `XF86AudioMute` is none of a
/// session's.
///
/// There are two presses and no third: a third within ten seconds would open the sheet.
#[test]
fn media_keys_and_pedals_ease_a_hold() {
    let screen = Screen::open();
    let folder = tempfile::tempdir().unwrap();
    let demo = concat!(env!("CARGO_MANIFEST_DIR"), "/routines/demo.kneadwell");
    let asked = |sql: &str| journal(folder.path(), sql);
    let until = |what: &str, sql: &str, told: &str| wait_for(what, || (asked(sql) == told).then_some(()));
    let began = |step: &str, round: u8| {
        format!(
            "SELECT count(*) FROM events WHERE kind = 'began' AND data LIKE '%\"step\":\"{step}\"%' AND data LIKE \
             '%\"round\":{round},%'"
        )
    };
    let eased = "SELECT count(*) FROM events WHERE kind = 'eased'";
    let window = start(&screen, folder.path(), &[demo]);
    window.key("Return");
    until("the program", "SELECT count(*) FROM taken", "1");
    window.kill();

    let window = start(&screen, folder.path(), &[]);
    click_until(&window, &[NOTHING_NEW, NONE_OF_THESE, START], || asked("SELECT count(*) FROM sessions") == "1");
    window.key("Right");
    until("the spot to find", &began("locate", 1), "1");
    window.key("XF86AudioPlay");
    for (round, key) in [(1, "XF86AudioPause"), (2, "F13")] {
        until("a hold", &began("press", round), "1");
        window.key("XF86AudioMute");
        window.key(key);
        until(key, eased, &round.to_string());
        // On to the release, and over the rest.
        window.key("Right");
        if round < 2 {
            until("a rest", &began("rest", round), "1");
            window.key("Right");
        }
    }
    assert_eq!(asked("SELECT count(*) FROM events WHERE kind = 'gave-up'"), "0", "each key was told once");
}

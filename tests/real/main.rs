//! The real window with a real sound card's pace: whatever becomes of the window, every tone is heard at its instant and every
//! step is in the journal when it happens.

#![cfg(all(feature = "audio", target_os = "linux"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests too may say that something went wrong")]

#[path = "../support/desk.rs"]
mod desk;
#[path = "../support/expected.rs"]
mod expected;
#[path = "../support/paced_card.rs"]
mod paced_card;
#[path = "../support/rig.rs"]
mod rig;
#[path = "../support/screen.rs"]
mod screen;

mod hidden;
mod recording;
mod screen_off;

use std::panic::catch_unwind;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use desk::{Desk, Setting};

/// Says where to keep what is played, when the test is started by itself as the card.
const FOLDER: &str = "KNEADWELL_TEST_FOLDER";

/// Runs as the card, when it was started as one.
#[test]
#[ignore = "started by the other tests"]
fn as_card() {
    if let Ok(folder) = std::env::var(FOLDER) {
        paced_card::take(Path::new(&folder), 1.0).unwrap();
    }
}

/// The command of the card that keeps what it plays in a folder.
fn card(folder: &Path) -> String {
    let own = std::env::current_exe().unwrap();
    let test = "as_card --exact --ignored --nocapture";
    format!("{FOLDER}='{}' '{}' {test} >/dev/null", folder.display(), own.display())
}

/// Begins a session in a window of its own. One window opens at a time: a computer that is busy with more has no time for those
/// that are in a session already.
fn begin(setting: &Setting<'_>) -> Desk {
    static DOOR: Mutex<()> = Mutex::new(());
    let _open = DOOR.lock().unwrap_or_else(PoisonError::into_inner);
    let desk = Desk::open(setting);
    desk.begin();
    desk
}

/// One test at a time: windows that are drawn without a graphics card take their computer's time.
fn alone() -> MutexGuard<'static, ()> {
    static ALONE: Mutex<()> = Mutex::new(());
    ALONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Another try for what compares instants, where this computer was busy with something else. A fault of ours fails every try.
fn in_real_time(test: fn()) {
    if catch_unwind(test).is_err() {
        test();
    }
}

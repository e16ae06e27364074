//! Keeping the screen lit while a session runs.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

/// Keeps the screen lit and the computer awake for as long as it lives, where the system lets it.
///
/// The system is asked on a thread of its own: it may take its time, or never answer.
#[derive(Debug)]
pub struct Awake {
    held: Arc<AtomicBool>,
    _release: Sender<()>,
}

impl Awake {
    /// Asks the system to stay awake, and returns at once.
    pub fn hold() -> Self {
        let held = Arc::new(AtomicBool::new(false));
        let (release, released) = mpsc::channel();
        let told = Arc::clone(&held);
        // Without a thread it simply is not held.
        let _ = thread::Builder::new().name("awake".to_owned()).spawn(move || hold_until(&released, &told));
        Self { held, _release: release }
    }

    /// Returns true once the system has agreed to light the screen or not to idle.
    pub fn is_held(&self) -> bool {
        self.held.load(Ordering::Relaxed)
    }
}

fn hold_until(released: &Receiver<()>, held: &AtomicBool) {
    // One by one: a desktop without the one may have the other.
    let asked = [(true, false), (false, true)].map(|(display, idle)| {
        keepawake::Builder::default()
            .display(display)
            .idle(idle)
            .reason("A session is running")
            .app_name("Kneadwell")
            .app_reverse_domain("kneadwell")
            .create()
            .ok()
    });
    held.store(asked.iter().any(Option::is_some), Ordering::Relaxed);
    // Ends when the `Awake` is dropped; that is an error to the channel, and nothing else ever comes.
    let _ = released.recv();
    held.store(false, Ordering::Relaxed);
    drop(asked);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asking_never_waits_for_the_answer() {
        let awake = Awake::hold();
        let _either_way = awake.is_held();
        drop(awake);
    }
}

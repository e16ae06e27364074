//! A small thread that calls at a given time: a hidden window gets no frames of its own, but a session goes on.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// Calls back when the time asked for last has passed.
pub struct Waker(Sender<Option<Duration>>);

impl Waker {
    /// Starts the thread. It ends with the waker.
    pub fn new(call: impl Fn() + Send + 'static) -> Self {
        let (sender, receiver) = channel::<Option<Duration>>();
        thread::spawn(move || {
            let mut wait: Option<Duration> = None;
            loop {
                let asked = match wait {
                    Some(time) => receiver.recv_timeout(time),
                    None => receiver.recv().map_err(|_| RecvTimeoutError::Disconnected),
                };
                match asked {
                    Ok(next) => wait = next,
                    Err(RecvTimeoutError::Timeout) => {
                        wait = None;
                        call();
                    }
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        });
        Self(sender)
    }

    /// Asks to be called once after this time, instead of at the time asked for before; `None` asks for nothing.
    pub fn after(&self, time: Option<Duration>) {
        // The thread lives as long as the sender does.
        let _ = self.0.send(time);
    }
}

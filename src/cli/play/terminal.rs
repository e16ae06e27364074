//! Lines out, keys in: single keys in a real terminal, else one key name a line.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event as FromTerminal, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use crate::practice::journal::Event;
use crate::practice::keys::Key;
use crate::practice::session::Input;
use crate::words;

/// What comes from the keyboard, or from a pipe, as a session takes it.
pub(super) enum Heard {
    Key(Key),
    /// A word that only the sheet knows.
    Word(Input),
    /// The end of the input.
    End,
}

/// What comes in.
enum Typed {
    Line(String),
    Key(KeyCode),
    End,
}

/// The terminal, or what stands in for one.
pub(super) struct Terminal {
    typed: Receiver<Typed>,
    raw: bool,
}

impl Terminal {
    pub(super) fn open() -> Self {
        let (sender, typed) = channel();
        let raw = io::stdin().is_terminal() && enable_raw_mode().is_ok();
        thread::spawn(move || if raw { read_keys(&sender) } else { read_lines(&sender) });
        Self { typed, raw }
    }

    /// Returns what comes within a moment.
    pub(super) fn next(&self, nap: Duration) -> Option<Heard> {
        match self.typed.recv_timeout(nap) {
            Ok(Typed::Line(line)) => Some(named(&line)),
            Ok(Typed::Key(code)) => Some(struck(code)),
            Ok(Typed::End) => Some(Heard::End),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(nap);
                None
            }
        }
    }

    /// Waits for a whole line; none at the end of the input. Escape is an empty one.
    pub(super) fn line(&self) -> Option<String> {
        let mut line = String::new();
        loop {
            match self.typed.recv().ok()? {
                Typed::Line(line) => return Some(line),
                Typed::End => return None,
                Typed::Key(KeyCode::Esc) => line.clear(),
                Typed::Key(KeyCode::Enter) => {}
                Typed::Key(KeyCode::Backspace) => {
                    if line.pop().is_some() {
                        write("\u{8} \u{8}");
                    }
                    continue;
                }
                Typed::Key(KeyCode::Char(letter)) => {
                    line.push(letter);
                    write(letter.encode_utf8(&mut [0; 4]));
                    continue;
                }
                Typed::Key(_) => continue,
            }
            self.say("");
            return Some(line);
        }
    }

    pub(super) fn say(&self, text: &str) {
        let end = if self.raw { "\r\n" } else { "\n" };
        // In a raw terminal a line feed alone would not go back to the margin.
        write(&format!("{}{end}", text.replace('\n', end)));
    }

    pub(super) fn tell(&self, events: &[Event]) {
        for event in events {
            if let Some(text) = words::session::event(event) {
                self.say(&format!("{:>6}  {text}", words::session::elapsed(event.position)));
            }
            if let Some(caution) = words::session::caution(event) {
                self.say(&format!("{:>6}  {caution}", ""));
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.raw {
            // The terminal may be gone already.
            let _ = disable_raw_mode();
        }
    }
}

fn write(text: &str) {
    let mut out = io::stdout().lock();
    // A closed pipe is no reason to stop a session.
    let _ = write!(out, "{text}").and_then(|()| out.flush());
}

fn named(line: &str) -> Heard {
    match line {
        "f" | "finish" => Heard::Word(Input::FinishEarly),
        "d" | "discard" => Heard::Word(Input::Discard),
        name => Heard::Key(Key::named(name)),
    }
}

fn struck(code: KeyCode) -> Heard {
    match code {
        KeyCode::Char(' ') => Heard::Key(Key::Space),
        KeyCode::Char('f' | 'F') => Heard::Word(Input::FinishEarly),
        KeyCode::Char('d' | 'D') => Heard::Word(Input::Discard),
        KeyCode::Char(letter) => Heard::Key(Key::named(letter.encode_utf8(&mut [0; 4]))),
        KeyCode::Left => Heard::Key(Key::Left),
        KeyCode::Right => Heard::Key(Key::Right),
        KeyCode::Esc => Heard::Key(Key::Escape),
        _ => Heard::Key(Key::Other),
    }
}

fn read_lines(sender: &Sender<Typed>) {
    // Bytes, not text: a line that is no text is still a key that was struck.
    for line in io::stdin().lock().split(b'\n') {
        let Ok(line) = line else { break };
        if sender.send(Typed::Line(String::from_utf8_lossy(&line).trim().to_owned())).is_err() {
            return;
        }
    }
    // The session may be over before its input is.
    let _ = sender.send(Typed::End);
}

fn read_keys(sender: &Sender<Typed>) {
    while let Ok(from) = event::read() {
        let FromTerminal::Key(key) = from else { continue };
        if key.kind != KeyEventKind::Press {
            continue;
        }
        let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let typed = match key.code {
            KeyCode::Char('c' | 'd') if chord => Typed::End,
            _ if chord => continue,
            KeyCode::Tab | KeyCode::BackTab | KeyCode::Media(_) | KeyCode::Modifier(_) => continue,
            code => Typed::Key(code),
        };
        if sender.send(typed).is_err() {
            return;
        }
    }
    let _ = sender.send(Typed::End);
}

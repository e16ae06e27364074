//! One text to the speech program and its sound back, within a time and a size, whatever it does.

use std::ffi::OsStr;
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// What became of asking.
pub enum Answer {
    /// The bytes of a WAV file, unless it is something else.
    Wave(Vec<u8>),
    /// It refused, or said too much.
    Nothing,
    /// It took too long, and was ended.
    Late,
    /// There is no such program.
    Missing,
}

/// In a voice's own pace 175 words are spoken in a minute; this is the pace of the other phrases.
const WORDS_PER_MINUTE: &str = "150";
/// English, as all that is spoken; the text is UTF-8, and comes where no other program can see it in the list of processes.
const ARGUMENTS: [&str; 8] = ["--stdout", "-v", "en", "-s", WORDS_PER_MINUTE, "-b", "1", "--stdin"];

const LONGEST_WAIT: Duration = Duration::from_secs(2);
/// How often it is looked at whether a program that has said all has ended, too.
const NAP: Duration = Duration::from_millis(5);
const NAPS: u32 = 100;
/// Twelve seconds of two channels at 48 000 Hz.
const LARGEST: u64 = 12 * 48_000 * 4;

/// Has a program speak a text into a file that is never written.
pub fn ask(program: &OsStr, text: &str) -> Answer {
    let mut command = Command::new(program);
    command.args(ARGUMENTS).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    alone(&mut command);
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) if error.kind() == ErrorKind::NotFound => return Answer::Missing,
        Err(_) => return Answer::Nothing,
    };
    let answer = listen(&mut child, text);
    if !matches!(answer, Answer::Wave(_)) {
        end(&mut child);
    }
    let _ = child.wait();
    answer
}

fn listen(child: &mut Child, text: &str) -> Answer {
    let (Some(mut ear), Some(mut mouth)) = (child.stdin.take(), child.stdout.take()) else { return Answer::Nothing };
    // A text is shorter than a pipe: this does not wait. One that does not listen is found out by what it says.
    let _ = ear.write_all(spoken(text).as_bytes());
    drop(ear);
    let (sender, receiver) = channel();
    let read = move || {
        let mut wave = Vec::new();
        let _ = sender.send(mouth.by_ref().take(LARGEST + 1).read_to_end(&mut wave).map(|_| wave));
    };
    if thread::Builder::new().name("speech-ear".into()).spawn(read).is_err() {
        return Answer::Nothing;
    }
    match receiver.recv_timeout(LONGEST_WAIT) {
        Ok(Ok(wave)) if wave.len() as u64 <= LARGEST => ended_well(child, wave),
        Ok(_) => Answer::Nothing,
        Err(_) => Answer::Late,
    }
}

/// Takes what was said, if the program then ends by itself, and well.
fn ended_well(child: &mut Child, wave: Vec<u8>) -> Answer {
    for _ in 0..NAPS {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Answer::Wave(wave),
            Ok(None) => thread::sleep(NAP),
            Ok(Some(_)) | Err(_) => return Answer::Nothing,
        }
    }
    Answer::Late
}

/// Takes out what espeak reads as a command: double brackets hold phonemes.
fn spoken(text: &str) -> String {
    text.chars().map(|letter| if "[]<>".contains(letter) || letter.is_control() { ' ' } else { letter }).collect()
}

/// Gives it a group of its own, so that what it starts itself can be ended with it.
#[cfg(unix)]
fn alone(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn alone(_: &mut Command) {}

fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
}

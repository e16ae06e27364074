//! A sound card without a sound card: it takes frames at exactly the pace of a real one, keeps them, and logs when each was
//! played. ALSA's `file` plug-in pipes into it; `rig.rs` writes the configuration for that.
//!
//! `paced-card FOLDER [SPEED]` reads standard input until it ends. Each time it is started it makes, with the first bytes
//! that come, `card-N.raw` (what was played), `card-N.log` (lines of `monotonic_ns bytes`: the instant at which a card would
//! have begun to play those bytes) and `card-N.pid`. SPEED, about 1, is the rate of its crystal.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::pipe::fcntl_setpipe_size;
use rustix::time::{ClockId, clock_gettime};

/// Frames in a second.
pub const RATE: u32 = 48_000;
/// Bytes in a frame: two channels of 32-bit floats, what cpal asks for first.
pub const FRAME: usize = 8;
/// It takes so many frames at once: 10 ms.
const BLOCK: usize = 480;
/// What lies between the program and the card, as near as can be to the 43 ms of a common one.
const BUFFER: usize = 16_384;

#[allow(dead_code, reason = "this file is also a module of tests, which have their own")]
fn main() -> io::Result<()> {
    let mut words = std::env::args().skip(1);
    let folder = words.next().unwrap_or_else(|| ".".into());
    let speed = words.next().and_then(|word| word.parse().ok()).unwrap_or(1.0);
    take(Path::new(&folder), speed)
}

/// Plays standard input.
///
/// # Errors
/// What reading the pipe or writing to the folder says.
pub fn take(folder: &Path, speed: f64) -> io::Result<()> {
    let stdin = io::stdin();
    // Too late once something lies in the pipe; it then stays as it is, and only the lag is longer.
    let _ = fcntl_setpipe_size(&stdin, BUFFER);
    // Straight from the pipe: what lies in a buffer of our own would not be seen as ready.
    let mut input = File::from(stdin.as_fd().try_clone_to_owned()?);
    let mut block = [0; BLOCK * FRAME];
    let mut kept: Option<(File, File)> = None;
    let mut due = Duration::ZERO;
    loop {
        let ready = is_ready(&stdin)?;
        let read = input.read(&mut block)?;
        if read == 0 {
            return Ok(());
        }
        let now = monotonic();
        // Nothing was there to play: what follows is late for good. When this process is late itself, a card would not be.
        if kept.is_none() || (!ready && now > due) {
            due = now;
        }
        let (raw, log) = match &mut kept {
            Some(files) => files,
            None => kept.insert(open(folder)?),
        };
        raw.write_all(&block[..read])?;
        writeln!(log, "{} {read}", due.as_nanos())?;
        due += Duration::from_secs_f64((read / FRAME) as f64 / (f64::from(RATE) * speed));
        thread::sleep(due.saturating_sub(monotonic()));
    }
}

/// Time as every process on this computer has it.
pub fn monotonic() -> Duration {
    Duration::try_from(clock_gettime(ClockId::Monotonic)).unwrap_or_default()
}

fn is_ready(stdin: &io::Stdin) -> io::Result<bool> {
    let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
    Ok(poll(&mut [PollFd::new(stdin, PollFlags::IN)], Some(&at_once))? > 0)
}

fn open(folder: &Path) -> io::Result<(File, File)> {
    let mut number = 0;
    loop {
        match File::create_new(folder.join(format!("card-{number}.raw"))) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
            raw => {
                fs::write(folder.join(format!("card-{number}.pid")), std::process::id().to_string())?;
                return Ok((raw?, File::create(folder.join(format!("card-{number}.log")))?));
            }
        }
    }
}

//! A folder with a sound configuration that leads to a paced card, and what was heard there.
#![allow(clippy::unwrap_used, reason = "a helper of a test that cannot go on says so")]
#![allow(dead_code, reason = "a bench and a test each need a part")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::paced_card::{FRAME, RATE};

/// Written where ALSA reads its configuration.
const CARD: &str = "pcm.!NAME {
    type file
    slave.pcm { type null }
    file \"FILE\"
    format raw
    hint { show on description \"A card of the test\" }
}
ctl.!default { type null }
";

#[allow(dead_code, reason = "a bench has no use for it")]
/// A card that takes everything at once.
pub const UNPACED: &str = "pcm.!default { type null }\nctl.!default { type null }\n";

#[allow(dead_code, reason = "a bench has no use for it")]
/// A computer with no card.
pub const NONE: &str = "# no card\n";

/// The configuration of a card that is this command.
pub fn paced(command: &str) -> String {
    into(&format!("|{command}"))
}

/// The configuration of a card that is this file.
pub fn into(file: &str) -> String {
    CARD.replace("NAME", "default").replace("FILE", file)
}

#[allow(dead_code, reason = "a bench has no use for it")]
/// The configuration of one more card that is this command.
pub fn named(name: &str, command: &str) -> String {
    CARD.replace("NAME", name).replace("FILE", &format!("|{command}"))
}

#[allow(dead_code, reason = "a bench has no use for it")]
/// Processor time of this whole process: the 14th and 15th word of its `stat`, in 1/100 s.
pub fn busy() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let words = stat.rsplit_once(')').unwrap().1.split_whitespace();
    words.skip(11).take(2).map(|ticks| Duration::from_millis(10 * ticks.parse::<u64>().unwrap())).sum()
}

/// Writes a configuration, and returns what `ALSA_CONFIG_PATH` must be.
pub fn configure(folder: &Path, configuration: &str) -> PathBuf {
    let path = folder.join("asound.conf");
    fs::write(&path, configuration).unwrap();
    path
}

/// What one start of the card has played.
pub struct Heard {
    /// The instant of each sound's beginning.
    pub onsets: Vec<Duration>,
    /// How long was played.
    pub length: Duration,
    /// The loudest sample.
    pub peak: f32,
    /// How often the card had nothing to play.
    pub gaps: usize,
}

/// Above the bed, below the first samples of every tone.
const AUDIBLE: f32 = 2.0e-4;

/// Returns how long the card has played at each of its starts, in seconds.
pub fn starts(folder: &Path) -> Vec<f64> {
    let lengths = (0..).map_while(|number| fs::metadata(folder.join(format!("card-{number}.raw"))).ok());
    lengths.map(|length| length.len() as f64 / FRAME as f64 / f64::from(RATE)).collect()
}

/// Reads what the card has played at its n-th start.
pub fn heard(folder: &Path, number: usize) -> Heard {
    let raw = fs::read(folder.join(format!("card-{number}.raw"))).unwrap();
    let log = fs::read_to_string(folder.join(format!("card-{number}.log"))).unwrap();
    let mut heard = Heard { onsets: Vec::new(), length: Duration::ZERO, peak: 0.0, gaps: 0 };
    let (mut byte, mut silent, mut next) = (0, RATE / 200, None::<f64>);
    for line in log.lines() {
        let Some((at, bytes)) = line.split_once(' ') else { break };
        let (Ok(at), Ok(bytes)) = (at.parse::<u64>(), bytes.parse::<usize>()) else { break };
        let Some(block) = raw.get(byte..byte + bytes) else { break };
        let at = at as f64 / 1e9;
        heard.gaps += usize::from(next.is_some_and(|next| at - next > 0.000_1));
        for (frame, samples) in block.chunks_exact(FRAME).enumerate() {
            let sample = f32::from_le_bytes([samples[0], samples[1], samples[2], samples[3]]).abs();
            heard.peak = heard.peak.max(sample);
            if sample > AUDIBLE {
                if silent >= RATE / 200 {
                    heard.onsets.push(Duration::from_secs_f64(at + frame as f64 / f64::from(RATE)));
                }
                silent = 0;
            } else {
                silent += 1;
            }
        }
        next = Some(at + (bytes / FRAME) as f64 / f64::from(RATE));
        byte += bytes;
    }
    heard.length = Duration::from_secs_f64((byte / FRAME) as f64 / f64::from(RATE));
    heard
}

#[allow(dead_code, reason = "the bench has no use for it")]
/// The samples of the left channel that the card has played at its n-th start.
pub fn samples(folder: &Path, number: usize) -> Vec<f32> {
    let raw = fs::read(folder.join(format!("card-{number}.raw"))).unwrap();
    raw.chunks_exact(FRAME).map(|frame| f32::from_le_bytes([frame[0], frame[1], frame[2], frame[3]])).collect()
}

#[allow(dead_code, reason = "a bench has no use for it")]
/// How much later than planned each sound began, in ms, and how much of that is the same for all: their median.
pub fn lags(onsets: &[Duration], planned: &[Duration]) -> (Vec<f64>, f64) {
    let late = |(onset, plan): (&Duration, &Duration)| (onset.as_secs_f64() - plan.as_secs_f64()) * 1000.0;
    let lags: Vec<_> = onsets.iter().zip(planned).map(late).collect();
    let mut sorted = lags.clone();
    sorted.sort_by(f64::total_cmp);
    let median = sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN);
    (lags.iter().map(|lag| lag - median).collect(), median)
}

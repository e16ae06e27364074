//! How well cues keep their time at a sound card: `cargo bench --bench onsets -- [MINUTES] [SPEED]`.
//!
//! Plays a score of MINUTES (2) at a paced card whose crystal runs at SPEED (1), first on a quiet computer, then with every
//! core loaded. Prints how far from plan the sounds began, less the median lag; what a hold of 90 s came to; and what the
//! sound cost.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops where it goes wrong")]

#[cfg(all(feature = "audio", target_os = "linux"))]
#[path = "../tests/support/paced_card.rs"]
mod paced_card;
#[cfg(all(feature = "audio", target_os = "linux"))]
#[path = "../tests/support/rig.rs"]
mod rig;

#[cfg(all(feature = "audio", target_os = "linux"))]
fn main() {
    bench::main();
}

#[cfg(not(all(feature = "audio", target_os = "linux")))]
fn main() {
    println!("onsets: needs ALSA and the feature `audio`");
}

#[cfg(all(feature = "audio", target_os = "linux"))]
mod bench {
    use std::fs;
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::thread::{available_parallelism, sleep};
    use std::time::Duration;

    use kneadwell::practice::score::{Cue, Tone};
    use kneadwell::world::sound::{Levels, Sound};

    use super::paced_card::{self, monotonic};
    use super::rig;

    pub fn main() {
        let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["card", folder, speed] => paced_card::take(Path::new(folder), speed.parse().unwrap()).unwrap(),
            ["player", folder, minutes] => play(Path::new(folder), minutes.parse().unwrap()),
            ["load"] => loop {
                std::hint::black_box(0);
            },
            _ => {
                let minutes = words.first().map_or(2.0, |word| word.parse().unwrap());
                let speed = words.get(1).map_or(1.0, |word| word.parse().unwrap());
                println!("{minutes} min at a card of speed {speed}");
                measure("quiet", 0, minutes, speed);
                measure("busy", available_parallelism().unwrap().get(), minutes, speed);
            }
        }
    }

    /// A cue every 750 ms: a beginning and an end of a hold of 90 s lie 120 cues apart.
    const EVERY: u64 = 750;
    const HOLD: usize = 120;

    fn score(minutes: f64) -> Vec<Cue> {
        let count = (minutes * 60_000.0) as u64 / EVERY;
        let cue = |nth: u64| Cue {
            tone: Tone::ALL[nth as usize % Tone::ALL.len()],
            at: Duration::from_millis(1000 + nth * EVERY),
            step: nth as usize,
        };
        (0..count).map(cue).collect()
    }

    /// The program that plays, in a process of its own.
    fn play(folder: &Path, minutes: f64) {
        let sound = Sound::open(monotonic, Levels::default());
        let (cues, start) = (score(minutes), monotonic());
        sound.perform(&cues, Duration::ZERO, start);
        let plan: Vec<_> = cues.iter().map(|cue| (start + cue.at).as_nanos().to_string()).collect();
        fs::write(folder.join("plan"), plan.join("\n")).unwrap();
        let last = cues.last().map_or(start, |cue| start + cue.at);
        sleep((last + Duration::from_secs(2)).saturating_sub(monotonic()));
        let ran = monotonic().saturating_sub(start);
        fs::write(folder.join("cost"), format!("{:.2}", 100.0 * rig::busy().as_secs_f64() / ran.as_secs_f64()))
            .unwrap();
    }

    fn own(words: &[&str]) -> Command {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(words).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn measure(name: &str, loads: usize, minutes: f64, speed: f64) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        let exe = std::env::current_exe().unwrap();
        let card = format!("'{}' card '{path}' {speed}", exe.display());
        let configuration = rig::configure(folder.path(), &rig::paced(&card));
        let mut loads: Vec<Child> = (0..loads).map(|_| own(&["load"]).spawn().unwrap()).collect();
        let played = own(&["player", path, &minutes.to_string()]).env("ALSA_CONFIG_PATH", configuration).status();
        for load in &mut loads {
            load.kill().and_then(|()| load.wait()).unwrap();
        }
        assert!(played.unwrap().success());
        sleep(Duration::from_millis(500));
        report(name, folder.path());
    }

    fn report(name: &str, folder: &Path) {
        let heard = rig::heard(folder, 0);
        let plan = fs::read_to_string(folder.join("plan")).unwrap();
        let planned: Vec<_> = plan.lines().map(|line| Duration::from_nanos(line.parse().unwrap())).collect();
        let (found, asked) = (heard.onsets.len(), planned.len());
        println!("{name:5}  {found} of {asked} cues heard, {} gaps, peak {:.3}", heard.gaps, heard.peak);
        if found != asked {
            return;
        }
        let (off, lag) = rig::lags(&heard.onsets, &planned);
        println!("       lag {lag:.2} ms; off it: {}", spread(off.iter().map(|off| off.abs())));
        let minute = off.len().min(80);
        let mean = |off: &[f64]| off.iter().sum::<f64>() / off.len() as f64;
        let drift = mean(&off[off.len() - minute..]) - mean(&off[..minute]);
        println!("       drift from the first minute to the last: {drift:+.2} ms");
        let holds = off.windows(HOLD + 1).map(|hold| (hold[HOLD] - hold[0]).abs());
        println!("       error of a 90 s hold: {}", spread(holds));
        println!("       cost {} % of a core", fs::read_to_string(folder.join("cost")).unwrap());
    }

    fn spread(values: impl Iterator<Item = f64>) -> String {
        let mut values: Vec<_> = values.collect();
        values.sort_by(f64::total_cmp);
        let Some(last) = values.len().checked_sub(1) else { return "none was as long".into() };
        let at = |share: f64| values[(last as f64 * share).round() as usize];
        format!("p50 {:.3}, p99 {:.3}, max {:.3} ms", at(0.5), at(0.99), at(1.0))
    }
}

//! What becomes of the sound when its card is pulled out, over and over: `cargo bench --bench unplug -- [CYCLES]`.
//!
//! Plays at a paced card that is pulled out and put back CYCLES (50) times. Prints how long after it was put back there was
//! sound, how far from plan the sounds came after each return, what was heard that was not planned, what it cost, how late
//! the program's own clock was read, and how many lines the audio library wrote about it.

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
    println!("unplug: needs ALSA and the feature `audio`");
}

#[cfg(all(feature = "audio", target_os = "linux"))]
mod bench {
    use std::fmt::Write as _;
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::{Command, Stdio};
    use std::thread::sleep;
    use std::time::Duration;

    use kneadwell::practice::score::{Cue, Tone};
    use kneadwell::world::sound::{Levels, Sound, SoundState};

    use super::paced_card::{self, monotonic};
    use super::rig;

    pub fn main() {
        let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["card", folder] => paced_card::take(Path::new(folder), 1.0).unwrap(),
            ["player", folder] => play(Path::new(folder)),
            _ => measure(words.first().map_or(50, |word| word.parse().unwrap())),
        }
    }

    /// A cue every 610 ms, so that each time between two losses has some.
    fn score() -> Vec<Cue> {
        let cue = |nth: u64| Cue {
            tone: Tone::ALL[nth as usize % Tone::ALL.len()],
            at: Duration::from_millis(1000 + nth * 610),
            step: nth as usize,
        };
        (0..4_000).map(cue).collect()
    }

    /// The program that plays, until it finds the file `end`: it writes down each state with its instant.
    fn play(folder: &Path) {
        let sound = Sound::open(monotonic, Levels::default());
        let (cues, start) = (score(), monotonic());
        sound.perform(&cues, Duration::ZERO, start);
        let plan: Vec<_> = cues.iter().map(|cue| (start + cue.at).as_nanos().to_string()).collect();
        fs::write(folder.join("plan"), plan.join("\n")).unwrap();
        let (mut states, mut last, mut late) = (String::new(), SoundState::Off, Duration::ZERO);
        while !folder.join("end").exists() {
            if sound.state() != last {
                last = sound.state();
                writeln!(states, "{} {last:?}", monotonic().as_nanos()).unwrap();
                fs::write(folder.join("states.new"), &states).unwrap();
                fs::rename(folder.join("states.new"), folder.join("states")).unwrap();
            }
            let before = monotonic();
            sound.levels(Levels::default());
            late = late.max(monotonic().saturating_sub(before));
            sleep(Duration::from_millis(5));
        }
        let ran = monotonic().saturating_sub(start);
        let share = 100.0 * rig::busy().as_secs_f64() / ran.as_secs_f64();
        fs::write(folder.join("cost"), format!("{share:.2} {:.2}", late.as_secs_f64() * 1000.0)).unwrap();
    }

    /// The states so far: the instant of each, and whether it plays.
    fn states(folder: &Path) -> Vec<(Duration, bool)> {
        let text = fs::read_to_string(folder.join("states")).unwrap_or_default();
        let line = |line: &str| {
            let (at, state) = line.split_once(' ').unwrap();
            (Duration::from_nanos(at.parse().unwrap()), state == "Playing")
        };
        text.lines().map(line).collect()
    }

    /// Waits until it plays, or does not, and returns since when.
    fn until_it_plays(folder: &Path, plays: bool) -> Duration {
        loop {
            if let Some((at, _)) = states(folder).last().filter(|(_, playing)| *playing == plays) {
                return *at;
            }
            sleep(Duration::from_millis(5));
        }
    }

    fn configure(folder: &Path, configuration: &str) {
        fs::write(folder.join("asound.new"), configuration).unwrap();
        fs::rename(folder.join("asound.new"), folder.join("asound.conf")).unwrap();
    }

    /// More cards than are ever started.
    const MANY: usize = 10_000;

    /// The cards that were started so far, by their numbers.
    fn cards(folder: &Path) -> Vec<PathBuf> {
        let path = |number: usize| folder.join(format!("card-{number}.pid"));
        (0..MANY).map(path).take_while(|path| path.exists()).collect()
    }

    fn measure(cycles: usize) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let exe = std::env::current_exe().unwrap();
        let plugged = rig::paced(&format!("'{}' card '{}'", exe.display(), path.display()));
        let errors = fs::File::create(path.join("errors")).unwrap();
        let mut player = Command::new(&exe)
            .args(["player", path.to_str().unwrap()])
            .env("ALSA_CONFIG_PATH", rig::configure(path, &plugged))
            .stdout(Stdio::null())
            .stderr(errors)
            .spawn()
            .unwrap();
        let mut any = fastrand::Rng::with_seed(1);
        let mut returns = Vec::new();
        for _ in 0..cycles {
            until_it_plays(path, true);
            sleep(Duration::from_millis(any.u64(1_500..3_000)));
            configure(path, rig::NONE);
            let pid = fs::read_to_string(cards(path).last().unwrap()).unwrap();
            // It may be gone by itself.
            let _ = Command::new("kill").args(["-KILL", &pid]).status();
            until_it_plays(path, false);
            sleep(Duration::from_millis(any.u64(200..4_000)));
            let back = monotonic();
            configure(path, &plugged);
            returns.push(until_it_plays(path, true).saturating_sub(back));
        }
        sleep(Duration::from_secs(2));
        fs::write(path.join("end"), "").unwrap();
        assert!(player.wait().unwrap().success());
        sleep(Duration::from_millis(500));
        report(path, &returns);
    }

    fn report(folder: &Path, returns: &[Duration]) {
        let plan = fs::read_to_string(folder.join("plan")).unwrap();
        let planned: Vec<_> = plan.lines().map(|line| Duration::from_nanos(line.parse().unwrap())).collect();
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        println!("{} cycles", returns.len());
        println!("  back after {}", spread(returns.iter().map(|time| ms(*time))));
        let (mut lags, mut medians, mut strays, mut cues) = (Vec::new(), Vec::new(), 0, 0);
        for number in 0..cards(folder).len() {
            let heard = rig::heard(folder, number);
            let due = |onset: &Duration| {
                planned.iter().rev().find(|at| **at <= *onset).map(|at| ms(onset.saturating_sub(*at)))
            };
            let late: Vec<_> = heard.onsets.iter().filter_map(due).collect();
            cues += late.len();
            strays += late.iter().filter(|late| **late > 300.0).count();
            let mut late: Vec<_> = late.into_iter().filter(|late| *late <= 300.0).collect();
            late.sort_by(f64::total_cmp);
            if let Some(median) = late.get(late.len() / 2).copied() {
                medians.push(median);
                lags.extend(late.iter().map(|late| (late - median).abs()));
            }
        }
        println!("  {cues} cues heard, {strays} of them more than 300 ms after any plan");
        println!("  off the lag of their own card: {}", spread(lags.into_iter()));
        println!(
            "  lag of each card, which keeps its pipe as full as it was at its start: {}",
            spread(medians.into_iter())
        );
        let cost = fs::read_to_string(folder.join("cost")).unwrap();
        let (share, late) = cost.split_once(' ').unwrap();
        println!("  cost {share} % of a core; the longest call of the sound took {late} ms");
        let errors = fs::read_to_string(folder.join("errors")).unwrap();
        // The shell of the card says that it was killed; that is no line of ours.
        let errors: Vec<_> = errors.lines().filter(|line| *line != "Killed").collect();
        println!("  {} lines of errors", errors.len());
        errors.iter().take(3).for_each(|line| println!("    {line}"));
    }

    fn spread(values: impl Iterator<Item = f64>) -> String {
        let mut values: Vec<_> = values.collect();
        values.sort_by(f64::total_cmp);
        let Some(last) = values.len().checked_sub(1) else { return "nothing".into() };
        let at = |share: f64| values[(last as f64 * share).round() as usize];
        format!("p50 {:.1}, p99 {:.1}, max {:.1} ms", at(0.5), at(0.99), at(1.0))
    }
}

//! How well the real window's cues keep their time at a sound card: `cargo bench --bench onsets -- [CASE] [MINUTES] [SPEED]`.
//!
//! For MINUTES (20) of a routine of 22 minutes, at a paced card whose crystal runs at SPEED (1): `quiet`; `busy`, with every core
//! loaded; `hidden`, with the window unmapped; `paused`, five times; and `klick` and `klick-busy`, the metronome of Debian's
//! package klick through jackd2 at the same card. Without a CASE, all of them one after another. Prints a row for each: how late
//! the tones were in all; how far from there each one was, the five seconds apart in which the card's buffers fill; how fast that
//! grew; how often the card had nothing to play; what it cost.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench prints, and stops where it goes wrong"
)]

#[cfg(all(feature = "audio", target_os = "linux"))]
#[path = "../tests/support/desk.rs"]
mod desk;
#[cfg(all(feature = "audio", target_os = "linux"))]
#[path = "../tests/support/expected.rs"]
mod expected;
#[cfg(all(feature = "audio", target_os = "linux"))]
#[path = "../tests/support/paced_card.rs"]
mod paced_card;
#[cfg(all(feature = "audio", target_os = "linux"))]
#[path = "../tests/support/rig.rs"]
mod rig;
#[cfg(all(feature = "audio", target_os = "linux"))]
#[path = "../tests/support/screen.rs"]
mod screen;

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
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::thread::{available_parallelism, sleep};
    use std::time::Duration;

    use kneadwell::practice::journal::Happened;

    use super::desk::{Desk, Display, Setting};
    use super::expected::expected;
    use super::paced_card::{self, monotonic};
    use super::rig::{self, Heard};

    pub fn main() {
        let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["card", folder, speed] => paced_card::take(Path::new(folder), speed.parse().unwrap()).unwrap(),
            ["load"] => loop {
                std::hint::black_box(0);
            },
            _ => {
                let named: Vec<_> = CASES.into_iter().filter(|case| words.first() == Some(case)).collect();
                let rest = if named.is_empty() { &words[..] } else { &words[1..] };
                let minutes: f64 = rest.first().map_or(20.0, |word| word.parse().unwrap());
                let length = Duration::from_secs_f64(minutes * 60.0);
                println!("{minutes} min; times in ms");
                println!(
                    "{:<11} {:>9} {:>7} {:>7} {:>7} {:>7} {:>7} {:>9} {:>5} {:>6}",
                    "", "tones", "late", "p50", "p99", "max", "first", "per 20min", "gaps", "core"
                );
                for case in if named.is_empty() { CASES.to_vec() } else { named } {
                    measure(case, length);
                }
            }
        }
    }

    const CASES: [&str; 6] = ["quiet", "busy", "hidden", "paused", "klick", "klick-busy"];

    /// The routine for the shoulder-tops at its highest dose.
    fn program() -> String {
        let raised = [
            (r#""hold": { "start": "30s""#, r#""hold": { "start": "45s""#),
            (r#""holds": { "start": 2"#, r#""holds": { "start": 3"#),
            (r#""hold": { "start": "20s""#, r#""hold": { "start": "30s""#),
            (r#""session": "20m""#, r#""session": "30m""#),
        ];
        let shipped = include_str!("../routines/neck-and-shoulders.kneadwell");
        raised.iter().fold(shipped.to_owned(), |text, (from, to)| text.replace(from, to))
    }

    /// Tones alone, so that each sound is one.
    const SETTINGS: &str = r#"{ "practised": true, "sound_checked": true, "voice": 0 }"#;
    const PAUSES: u32 = 5;
    /// The card's buffers fill: what is heard meanwhile comes a little sooner.
    const FILLING: f64 = 5.0;

    fn measure(case: &str, length: Duration) {
        let loads = if case.ends_with("busy") { available_parallelism().unwrap().get() } else { 0 };
        if case.starts_with("klick") {
            return klick(case, length, loads);
        }
        let program = program();
        let setting = Setting { display: Display::Bare, program: &program, settings: SETTINGS, card };
        let desk = Desk::open(&setting);
        desk.begin();
        let (began, cost) = (monotonic(), desk.cost());
        let loads = load(loads);
        if case == "hidden" {
            desk.xdotool(&["windowunmap", "WINDOW"]);
        }
        if case == "paused" {
            for pause in 1..=PAUSES {
                sleep((began + length * pause / (PAUSES + 1)).saturating_sub(monotonic()));
                // There the key says that the spot is found.
                while is_looking(&desk) {
                    sleep(Duration::from_secs(1));
                }
                desk.key("space");
                desk.until_told("a pause", pause as usize, |what| matches!(what, Happened::Paused));
                sleep(Duration::from_secs(3));
                desk.key("space");
            }
        }
        sleep((began + length).saturating_sub(monotonic()));
        end(loads);
        let spent = desk.cost().saturating_sub(cost).as_secs_f64() / length.as_secs_f64();
        let told: Vec<_> = desk.rows().into_iter().map(|row| row.event).collect();
        let began = desk.began();
        let folder = desk.close(Duration::from_millis(1500));
        let expected = expected(&program, SETTINGS, &told);
        let planned = expected.tones.iter().filter(|tone| !tone.at_once && tone.at < length);
        let planned: Vec<_> = planned.map(|tone| (began + tone.at).as_secs_f64()).collect();
        let heard = rig::heard(folder.path(), 0);
        row(case, &heard, &planned, &format!("{:.1} %", spent * 100.0));
    }

    fn is_looking(desk: &Desk) -> bool {
        let rows = desk.rows();
        let step = rows.iter().rev().find_map(|row| match &row.event.what {
            Happened::Began(began) => Some(began.step.as_str()),
            _ => None,
        });
        step == Some("locate")
    }

    /// The command of the card that keeps what it plays in a folder.
    fn card(folder: &Path) -> String {
        let speed = std::env::args().filter_map(|word| word.parse::<f64>().ok()).nth(1).unwrap_or(1.0);
        format!("'{}' card '{}' {speed}", std::env::current_exe().unwrap().display(), folder.display())
    }

    /// The metronome has no plan but its tempo: 80 beats a minute from the first one on.
    fn klick(case: &str, length: Duration, loads: usize) {
        const EVERY: f64 = 0.75;
        let folder = tempfile::tempdir().unwrap();
        let configuration = rig::configure(folder.path(), &rig::paced(&card(folder.path())));
        let quietly = |name: &str, words: &[&str]| {
            let mut command = Command::new(name);
            command.args(words).env("ALSA_CONFIG_PATH", &configuration).env("JACK_NO_AUDIO_RESERVATION", "1");
            let started = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
            started.unwrap_or_else(|fault| panic!("{name}: {fault}; apt-get install klick jackd2"))
        };
        // As our own sound: without real-time rights, with two buffers of 43 ms.
        let jack =
            quietly("jackd", &["-r", "-d", "alsa", "-P", "default", "-r", "48000", "-p", "2048", "-n", "2", "-s"]);
        sleep(Duration::from_secs(2));
        let klick = quietly("klick", &["-P", "-e", "80"]);
        let loads = load(loads);
        sleep(length);
        end(loads);
        end(vec![klick, jack]);
        sleep(Duration::from_millis(500));
        let heard = rig::heard(folder.path(), 0);
        let Some(first) = heard.onsets.first().map(Duration::as_secs_f64) else {
            return println!("{case}: nothing was heard");
        };
        let beats = (length.as_secs_f64() / EVERY) as usize;
        let planned: Vec<_> = (0..beats).map(|beat| first + beat as f64 * EVERY).collect();
        let last = heard.onsets.last().map_or(first, Duration::as_secs_f64);
        let planned: Vec<_> = planned.into_iter().filter(|&at| at < last + EVERY / 2.0).collect();
        row(case, &heard, &planned, "");
    }

    fn load(loads: usize) -> Vec<Child> {
        let own = std::env::current_exe().unwrap();
        (0..loads).map(|_| Command::new(&own).arg("load").spawn().unwrap()).collect()
    }

    fn end(children: Vec<Child>) {
        for mut child in children {
            child.kill().and_then(|()| child.wait()).unwrap();
        }
    }

    fn row(case: &str, heard: &Heard, planned: &[f64], cost: &str) {
        let onsets: Vec<_> = heard.onsets.iter().map(Duration::as_secs_f64).collect();
        let lag =
            median(planned.iter().filter_map(|plan| Some(onsets.iter().find(|onset| *onset > plan)? - plan)).collect());
        // Each planned tone is that sound which is nearest to where it is due.
        let near = |plan: &f64| {
            let off = onsets.iter().map(|onset| (onset - plan - lag) * 1000.0);
            off.min_by(|one, other| one.abs().total_cmp(&other.abs())).filter(|off| off.abs() < 250.0)
        };
        let found: Vec<(f64, f64)> = planned.iter().filter_map(|plan| Some((*plan, near(plan)?))).collect();
        let steady = planned.first().copied().unwrap_or_default() + FILLING;
        let (first, later): (Vec<_>, Vec<_>) = found.iter().copied().partition(|(plan, _)| *plan < steady);
        let mut off: Vec<_> = later.iter().map(|(_, off)| off.abs()).collect();
        off.sort_by(f64::total_cmp);
        let at = |share: f64| {
            off.get((off.len().saturating_sub(1) as f64 * share).round() as usize).copied().unwrap_or(f64::NAN)
        };
        let worst = first.iter().map(|(_, off)| off.abs()).fold(0.0, f64::max);
        println!(
            "{case:<11} {:>4}/{:<4} {:>7.1} {:>7.3} {:>7.3} {:>7.3} {worst:>7.1} {:>+9.3} {:>5} {cost:>6}",
            found.len(),
            planned.len(),
            lag * 1000.0,
            at(0.5),
            at(0.99),
            at(1.0),
            slope(&later) * 1200.0,
            heard.gaps,
        );
    }

    /// How much the second of each pair grows while the first grows by one.
    fn slope(pairs: &[(f64, f64)]) -> f64 {
        let count = pairs.len() as f64;
        let (x, y) = pairs.iter().fold((0.0, 0.0), |(x, y), pair| (x + pair.0 / count, y + pair.1 / count));
        let over: f64 = pairs.iter().map(|pair| (pair.0 - x) * (pair.1 - y)).sum();
        let under: f64 = pairs.iter().map(|pair| (pair.0 - x).powi(2)).sum();
        over / under
    }

    fn median(mut values: Vec<f64>) -> f64 {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
    }
}

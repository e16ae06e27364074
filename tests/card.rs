//! A session at a sound card that is paced, killed, stopped, missing, or none: the whole way through the audio library.
//!
//! The test starts itself twice over: as the program that plays, and as the card that it plays to.

#![cfg(all(feature = "audio", target_os = "linux"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests too may say that something went wrong")]

#[path = "support/paced_card.rs"]
mod paced_card;
#[path = "support/rig.rs"]
mod rig;

use std::fmt::Write;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use kneadwell::practice::score::{Cue, Phrase, Register, Spoken, Tone};
use kneadwell::world::sound::tones::tone;
use kneadwell::world::sound::{Levels, Report, Sound, SoundState, Tuning, Why};

use paced_card::monotonic;

/// Says what to be, when the test is started by itself.
const BE: &str = "KNEADWELL_TEST_BE";
const FOLDER: &str = "KNEADWELL_TEST_FOLDER";
/// A second card, beside the default one, as ALSA knows it.
const KITCHEN: &str = "alsa:kitchen";

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// A cue every 760 ms, longer than any tone, the first a second after the start.
fn score(seconds: u64) -> Vec<Cue> {
    let cue = |nth: u64| Cue { tone: Tone::ALL[nth as usize % 14], at: ms(1000 + nth * 760), step: nth as usize };
    (0..seconds * 2).map(cue).filter(|cue| cue.at < ms(seconds * 1000)).collect()
}

/// Runs as the card, when it was started as one.
#[test]
#[ignore = "started by the other tests"]
fn as_card() {
    if std::env::var(BE).is_ok() {
        paced_card::take(Path::new(&std::env::var(FOLDER).unwrap()), 1.0).unwrap();
    }
}

/// A word every two seconds: "zero" to "nine", over and over.
fn words(seconds: u64) -> Vec<Spoken> {
    let word = |nth: u64| Spoken {
        phrase: Phrase::Number((nth % 10) as u8),
        at: ms(1000 + nth * 2000),
        length: ms(700),
        step: 0,
    };
    (0..seconds).map(word).filter(|word| word.at < ms(seconds * 1000)).collect()
}

/// What is written down about the sound: its state, and why the chosen card is passed over.
fn told(report: &Report) -> String {
    let passed_over = report.passed_over.map(|why| format!(", chosen: {why:?}"));
    format!("{:?}{}", report.state, passed_over.unwrap_or_default())
}

/// Runs as the program that plays: writes down when each cue is due, every state with its time, and what it cost. In the file
/// `choose` it finds the card to play at, in `say` that it is to speak instead of sounding tones.
#[test]
#[ignore = "started by the other tests"]
fn as_player() {
    let Ok(seconds) = std::env::var(BE) else { return };
    let seconds: u64 = seconds.parse().unwrap();
    let folder = std::env::var(FOLDER).unwrap();
    let folder = Path::new(&folder);
    let sound = Sound::open(monotonic, Levels::default());
    let choice = || fs::read_to_string(folder.join("choose")).ok();
    let mut chosen = choice();
    sound.choose(chosen.clone());
    let (cues, start) = (score(seconds), monotonic());
    let spoken = words(seconds);
    let says = folder.join("say").exists();
    let plan = |due: Vec<Duration>| {
        let plan: Vec<_> = due.iter().map(|at| (start + *at).as_nanos().to_string()).collect();
        fs::write(folder.join("plan"), plan.join("\n")).unwrap();
    };
    if says {
        sound.wake();
        sound.speak(&spoken, Duration::ZERO, start);
        plan(spoken.iter().map(|spoken| spoken.at).collect());
    } else {
        sound.perform(&cues, Duration::ZERO, start);
        plan(cues.iter().map(|cue| cue.at).collect());
    }
    let (mut states, mut last) = (String::new(), told(&sound.report()));
    let mut low = false;
    while monotonic() < start + ms(seconds * 1000 + 500) {
        let now = told(&sound.report());
        if now != last {
            last = now;
            writeln!(states, "{} {last}", monotonic().saturating_sub(start).as_millis()).unwrap();
            fs::write(folder.join("states.new"), &states).unwrap();
            fs::rename(folder.join("states.new"), folder.join("states")).unwrap();
        }
        // Half-way the tones are made anew, whatever the card does.
        if !low && monotonic() > start + ms(seconds * 500) {
            low = true;
            sound.tune(Tuning { register: Register::Low, ..Tuning::default() });
        }
        if choice() != chosen {
            chosen = choice();
            sound.choose(chosen.clone());
        }
        sleep(ms(5));
    }
    fs::write(folder.join("cost"), rig::busy().as_millis().to_string()).unwrap();
    // Whatever the card does, these return at once.
    let before = monotonic();
    sound.say(Tone::Ease);
    sound.hush();
    sound.levels(Levels { master: 0.5, tone: 1.0, voice: 1.0 });
    sound.perform(&cues, ms(2000), monotonic());
    sound.rest();
    drop(sound);
    assert!(monotonic() < before + ms(500));
}

/// The command of the default card, and of the one in the kitchen.
fn card() -> String {
    let own = std::env::current_exe().unwrap();
    format!("'{}' as_card --exact --ignored --nocapture >/dev/null", own.display())
}

fn kitchen() -> String {
    format!("{FOLDER}=${FOLDER}/kitchen {}", card())
}

/// A computer with two cards.
fn two(card: &str) -> String {
    rig::paced(card) + &rig::named("kitchen", &kitchen())
}

/// Holds what was heard from one start of a card against the end of the plan: nothing from before, everything after, on time.
fn comes_on_time(folder: &Path, number: usize, planned: &[Duration], after: Duration) {
    let heard = rig::heard(folder, number);
    let Some(first) = heard.onsets.first() else { panic!("nothing is heard") };
    let to_come: Vec<_> = planned.iter().copied().filter(|at| *at + ms(300) >= *first).collect();
    assert!(to_come.first().is_some_and(|at| *at >= after), "{first:?} was due before {after:?}");
    assert_eq!(heard.onsets.len(), to_come.len(), "{:?} for {to_come:?}", heard.onsets);
    let (off, lag) = rig::lags(&heard.onsets, &to_come);
    let close = off.iter().filter(|off| off.abs() <= 5.0).count();
    assert!(close + 2 >= off.len(), "lag {lag:.1} ms, off by {off:.1?}");
    assert!((-5.0..400.0).contains(&lag), "lag {lag:.1} ms");
}

/// A player and its card.
struct Stage {
    folder: tempfile::TempDir,
    player: Child,
}

impl Stage {
    fn set(configuration: impl Fn(&str) -> String, seconds: u64) -> Self {
        Self::set_with(&[], configuration, seconds)
    }

    /// As [`Self::set`], with files that the player finds.
    fn set_with(files: &[(&str, &str)], configuration: impl Fn(&str) -> String, seconds: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("kitchen")).unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let own = std::env::current_exe().unwrap();
        let card = card();
        let player = Command::new(&own)
            .args(["as_player", "--exact", "--ignored", "--nocapture"])
            .env("ALSA_CONFIG_PATH", rig::configure(folder.path(), &configuration(&card)))
            .env(BE, seconds.to_string())
            .env(FOLDER, folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        Self { folder, player }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes the configuration anew, as a sound server does that moves. ALSA knows a file by its number.
    fn configure(&self, configuration: &str) {
        let new = self.path().join("asound.new");
        fs::write(&new, configuration).unwrap();
        fs::rename(new, self.path().join("asound.conf")).unwrap();
    }

    fn choose(&self, output: &str) {
        let new = self.path().join("choose.new");
        fs::write(&new, output).unwrap();
        fs::rename(new, self.path().join("choose")).unwrap();
    }

    /// Processor time that the player has used up, in ms.
    fn cost(&self) -> u64 {
        fs::read_to_string(self.path().join("cost")).unwrap().parse().unwrap()
    }

    /// Waits until something is so, for as long as a very busy computer may take.
    fn until<T>(what: &str, so: impl Fn() -> Option<T>) -> T {
        let patience = monotonic() + Duration::from_secs(60);
        loop {
            match so() {
                Some(found) => return found,
                None if monotonic() > patience => panic!("{what}: not within a minute"),
                None => sleep(ms(10)),
            }
        }
    }

    /// Every state so far, with its time in ms.
    fn states(&self) -> Vec<(u64, String)> {
        let text = fs::read_to_string(self.path().join("states")).unwrap_or_default();
        let line = |line: &str| line.split_once(' ').map(|(at, state)| (at.parse().unwrap(), state.into()));
        text.lines().filter_map(line).collect()
    }

    fn until_state(&self, nth: usize, state: SoundState) -> u64 {
        self.until_told(nth, &format!("{state:?}"))
    }

    fn until_told(&self, nth: usize, told: &str) -> u64 {
        let (at, seen) = Self::until("a state", || self.states().get(nth).cloned());
        assert_eq!(seen, told, "{:?}", self.states());
        at
    }

    fn signal(&self, card: usize, signal: &str) {
        signal_at(&self.path().join(format!("card-{card}.pid")), signal);
    }

    fn planned(&self) -> Vec<Duration> {
        let plan = fs::read_to_string(self.path().join("plan")).unwrap();
        plan.lines().map(|line| Duration::from_nanos(line.parse().unwrap())).collect()
    }

    /// Waits for the player to end, which it must do by itself and without a fault.
    fn end(&mut self) {
        let status = self.player.wait().unwrap();
        assert!(status.success(), "the player ended with {status}");
        // The card ends when the pipe does, and has written everything then.
        sleep(ms(300));
    }
}

/// Sends a signal to the card that wrote this file.
fn signal_at(path: &Path, signal: &str) {
    let pid = Stage::until("a card", || fs::read_to_string(path).ok().filter(|pid| !pid.is_empty()));
    assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
}

/// One card at a time, for they play in real time.
fn alone(test: impl FnOnce()) {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    test();
}

/// Another try for what compares instants, where this computer was busy with something else. A fault of ours fails every try.
fn in_real_time(test: fn()) {
    for _ in 0..3 {
        if catch_unwind(test).is_ok() {
            return;
        }
    }
    test();
}

#[test]
fn every_cue_arrives_on_time() {
    alone(|| in_real_time(cues_arrive_on_time));
}

fn cues_arrive_on_time() {
    let mut stage = Stage::set(rig::paced, 10);
    stage.end();
    assert_eq!(stage.states(), [(stage.until_state(0, SoundState::Playing), "Playing".into())]);
    let heard = rig::heard(stage.path(), 0);
    let planned = stage.planned();
    assert_eq!(heard.onsets.len(), planned.len());
    assert!(heard.peak <= 0.4, "{}", heard.peak);
    // The sixth begins before the tones are made anew, the eighth after it.
    let played = rig::samples(stage.path(), 0);
    let plays = |each, register| contains(&played, &tone(each, paced_card::RATE, register));
    assert!(plays(Tone::Rest, Register::Middle) && plays(Tone::Ready, Register::Low));
    assert!(!plays(Tone::Rest, Register::Low) && !plays(Tone::Ready, Register::Middle));
    let (off, lag) = rig::lags(&heard.onsets, &planned);
    // Other tests load every core meanwhile; the exact figures are the bench's.
    let close = off.iter().filter(|off| off.abs() <= 5.0).count();
    assert!(close >= off.len() - 2, "lag {lag:.1} ms, off by {off:.1?}");
    assert!(off.iter().all(|off| off.abs() <= 60.0), "lag {lag:.1} ms, off by {off:.1?}");
}

/// Whether these samples were played, with the bed under them.
fn contains(played: &[f32], tone: &[f32]) -> bool {
    let same = |at: usize| played[at..].iter().zip(tone).all(|(heard, own)| (heard - own).abs() < 3.0e-4);
    (0..played.len().saturating_sub(tone.len())).any(same)
}

#[test]
fn without_a_card_all_is_silent_and_goes_on() {
    let mut stage = Stage::set(|_| rig::NONE.into(), 4);
    stage.end();
    stage.until_state(0, SoundState::Silent(Why::NoCard));
    assert_eq!(stage.states().len(), 1, "{:?}", stage.states());
}

#[test]
fn a_card_pulled_out_is_missed_and_found_again() {
    alone(|| in_real_time(pulled_out_and_found_again));
}

fn pulled_out_and_found_again() {
    let mut stage = Stage::set(rig::paced, 9);
    stage.until_state(0, SoundState::Playing);
    sleep(ms(2500));
    stage.signal(0, "-KILL");
    let lost = stage.until_state(1, SoundState::Silent(Why::Lost));
    let back = stage.until_state(2, SoundState::Playing);
    assert!((900..20_000).contains(&(back - lost)), "back after {} ms", back - lost);
    stage.end();
    // What was missed is not caught up; what comes after is on time, by the new card's lag.
    let planned = stage.planned();
    let heard = rig::heard(stage.path(), 1);
    assert!(!heard.onsets.is_empty() && heard.onsets.len() < planned.len() - 3);
    let (off, lag) = rig::lags(&heard.onsets, &planned[planned.len() - heard.onsets.len()..]);
    let close = off.iter().filter(|off| off.abs() <= 5.0).count();
    assert!(close + 2 >= off.len(), "lag {lag:.1} ms, off by {off:.1?}");
    assert!((-5.0..400.0).contains(&lag), "lag {lag:.1} ms");
}

#[test]
fn a_card_that_plays_nothing_is_found_out() {
    let mut stage = Stage::set(|_| rig::UNPACED.into(), 5);
    stage.until_state(0, SoundState::Playing);
    stage.until_state(1, SoundState::Silent(Why::PlaysNothing));
    stage.end();
}

#[test]
fn a_card_that_hangs_holds_up_nothing() {
    let mut stage = Stage::set(rig::paced, 6);
    stage.until_state(0, SoundState::Playing);
    sleep(ms(1500));
    stage.signal(0, "-STOP");
    stage.until_state(1, SoundState::Silent(Why::Stuck));
    stage.end();
    stage.signal(0, "-KILL");
}

#[test]
fn the_players_own_output_is_followed_where_the_system_moves_it() {
    alone(|| in_real_time(moved));
}

fn moved() {
    let mut stage = Stage::set(rig::paced, 9);
    stage.until_state(0, SoundState::Playing);
    sleep(ms(2500));
    stage.configure(&rig::paced(&kitchen()));
    let gone = monotonic();
    stage.signal(0, "-KILL");
    stage.until_state(1, SoundState::Silent(Why::Lost));
    stage.until_state(2, SoundState::Playing);
    stage.end();
    comes_on_time(&stage.path().join("kitchen"), 0, &stage.planned(), gone);
}

#[test]
fn a_card_chosen_in_a_session_plays_the_rest_of_it() {
    alone(|| in_real_time(chosen_in_a_session));
}

fn chosen_in_a_session() {
    let mut stage = Stage::set(two, 8);
    stage.until_state(0, SoundState::Playing);
    sleep(ms(2500));
    let chosen = monotonic();
    stage.choose(KITCHEN);
    stage.end();
    assert_eq!(stage.states().len(), 1, "nobody is told of so short a gap: {:?}", stage.states());
    comes_on_time(&stage.path().join("kitchen"), 0, &stage.planned(), chosen);
    let before = rig::heard(stage.path(), 0).onsets;
    assert!(before.iter().all(|at| *at < chosen + ms(500)), "the first card is silent then");
}

#[test]
fn a_chosen_card_that_is_gone_gives_way_to_the_default_and_is_taken_again() {
    alone(|| in_real_time(gone_and_taken_again));
}

fn gone_and_taken_again() {
    let mut stage = Stage::set_with(&[("choose", KITCHEN)], two, 18);
    stage.until_state(0, SoundState::Playing);
    sleep(ms(1500));
    stage.configure(&rig::paced(&card()));
    signal_at(&stage.path().join("kitchen/card-0.pid"), "-KILL");
    stage.until_state(1, SoundState::Silent(Why::Lost));
    stage.until_told(2, "Playing, chosen: NoCard");
    sleep(ms(1000));
    let back = monotonic();
    stage.configure(&two(&card()));
    stage.until_told(3, "Playing");
    stage.end();
    comes_on_time(&stage.path().join("kitchen"), 1, &stage.planned(), back);
    let default = rig::heard(stage.path(), 0);
    assert!(!default.onsets.is_empty(), "the default was heard meanwhile");
}

#[test]
fn the_voice_comes_back_too_and_says_nothing_twice() {
    alone(|| in_real_time(voice_comes_back));
}

fn voice_comes_back() {
    let mut stage = Stage::set_with(&[("say", "")], rig::paced, 10);
    stage.until_state(0, SoundState::Playing);
    sleep(ms(3200));
    let gone = monotonic();
    stage.signal(0, "-KILL");
    stage.until_state(1, SoundState::Silent(Why::Lost));
    stage.until_state(2, SoundState::Playing);
    stage.end();
    let heard = rig::heard(stage.path(), 1);
    // A word has gaps of its own: what counts is that each planned one begins, and nothing begins where none is.
    let to_come: Vec<_> = stage.planned().into_iter().filter(|at| *at > gone + ms(1500)).collect();
    assert!(to_come.len() >= 2);
    for at in &to_come {
        let is_near =
            |onset: &&Duration| (at.as_secs_f64() - 0.01..at.as_secs_f64() + 0.4).contains(&onset.as_secs_f64());
        assert!(heard.onsets.iter().any(|onset| is_near(&onset)), "{at:?} is not among {:?}", heard.onsets);
    }
    let belongs = |onset: &Duration| stage.planned().iter().any(|at| *onset >= *at && *onset < *at + ms(1300));
    assert!(heard.onsets.iter().all(belongs), "{:?} for {:?}", heard.onsets, stage.planned());
}

#[test]
fn a_card_that_fails_without_end_costs_next_to_nothing() {
    let mut stage = Stage::set(rig::paced, 9);
    stage.until_state(0, SoundState::Playing);
    sleep(ms(500));
    stage.configure(rig::NONE);
    stage.signal(0, "-KILL");
    stage.until_state(1, SoundState::Silent(Why::Lost));
    stage.until_state(2, SoundState::Silent(Why::NoCard));
    stage.end();
    // Errors come millions in a second where they are not held back, which fills a processor.
    assert!(stage.cost() < 4_000, "{} ms of 9.5 s", stage.cost());
}

#[test]
fn a_card_that_hangs_as_it_is_opened_holds_up_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Nobody reads this pipe, so that whoever opens it waits.
    let mut stage = Stage::set(|_| rig::into(pipe.to_str().unwrap()), 6);
    let stuck = stage.until_state(0, SoundState::Silent(Why::Stuck));
    assert!((2_900..20_000).contains(&stuck), "told after {stuck} ms");
    stage.end();
}

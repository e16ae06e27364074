//! Places that a program names itself, spoken by the system's speech program: whatever that does, no cue waits for it, and
//! where it says nothing the general phrase is said.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests too may say that something went wrong"
)]

#[path = "support/programs.rs"]
#[expect(dead_code, reason = "other tests need the rest")]
mod programs;

use std::ffi::OsString;
use std::fs;
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::Duration;

use hound::{SampleFormat, WavSpec, WavWriter};
use jiff::Zoned;
use kneadwell::practice::plan::{LeadIns, Plan};
use kneadwell::practice::program::{Program, Revision};
use kneadwell::practice::score::{Beside, Lengths, Line, OwnText, Phrase, Profile, Score, own_texts};
use kneadwell::practice::session::Input;
use kneadwell::practice::setup::Setup;
use kneadwell::world::World;
use kneadwell::world::clock::Clock;
use kneadwell::world::sound::own::OwnVoice;
use kneadwell::world::sound::render::{RATE, Render};
use kneadwell::world::sound::{Sound, voice};
use kneadwell::world::stage::Stage;
use tempfile::TempDir;

const NAME: &str = "Between the ribs";
const WHERE: &str = "Below the shoulder blade";

/// A program of two places of its own; what is said of the second is too long to be said.
fn text() -> String {
    let own = |name: &str, place: &str, position: &str| {
        format!(
            "{{\"site\": {{\"name\": \"{name}\", \"where\": \"{place}\", \"region\": \"upper-back\"{position}}}, \
             \"side\": \"left\", \"press\": {{\"technique\": \"hold\"}}}}"
        )
    };
    let long = "word ".repeat(30) + "end";
    let (one, other) = (own(NAME, WHERE, ""), own("-v; $(reboot) `x`", &long, ", \"position\": \"Sit\""));
    format!(
        "{{\"kneadwell\": 1, \"title\": \"Any\", \"prescribed\": {{\"by\": \"Any\"}}, \
         \"routines\": [{{\"name\": \"Any\", \"points\": [{one}, {other}]}}]}}"
    )
}

fn program() -> Program {
    Program::read(text().as_bytes()).unwrap()
}

fn plan() -> Plan {
    let program = program();
    Plan::first_day(&program.routines[0], &program.limits)
}

/// A WAV file of a tone with silence around it.
fn wave(seconds: f64, rate: u32, channels: u16, loudness: f64) -> Vec<u8> {
    let spec = WavSpec { channels, sample_rate: rate, bits_per_sample: 16, sample_format: SampleFormat::Int };
    let mut bytes = Cursor::new(Vec::new());
    let mut wav = WavWriter::new(&mut bytes, spec).unwrap();
    let silent = rate / 5;
    let sounding = (seconds * f64::from(rate)) as u32;
    for at in 0..sounding + 2 * silent {
        let turn = std::f64::consts::TAU * 300.0 * f64::from(at) / f64::from(rate);
        let sounds = (silent..silent + sounding).contains(&at);
        let sample = if sounds { loudness * turn.sin() * 32_767.0 } else { 0.0 };
        (0..channels).for_each(|_| wav.write_sample(sample as i16).unwrap());
    }
    wav.finalize().unwrap();
    bytes.into_inner()
}

/// A speech program that does what a script says. It notes what it was given.
struct Fake {
    folder: TempDir,
}

impl Fake {
    fn new(script: &str, wave: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let fake = Self { folder };
        fs::write(fake.path("wave"), wave).unwrap();
        let notes = "cd \"$(dirname \"$0\")\"\necho $$ > pid\nprintf '%s\\n' \"$@\" > arguments\ncat > heard.$$\n";
        fs::write(fake.path("script"), format!("#!/bin/sh\n{notes}{script}\n")).unwrap();
        fs::set_permissions(fake.path("script"), fs::Permissions::from_mode(0o755)).unwrap();
        // Copied by a process of its own: a file that a fork of another test holds open for writing cannot be started.
        let copied = Command::new("cp").args([fake.path("script"), fake.program()]).status().unwrap();
        assert!(copied.success());
        fake
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn program(&self) -> PathBuf {
        self.path("espeak-ng")
    }

    fn voice(&self) -> OwnVoice {
        OwnVoice::asking([self.program().into_os_string()])
    }

    /// All that was given to it to be spoken.
    fn heard(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let heard = names.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with("heard."));
        heard.map(|path| fs::read_to_string(path).unwrap()).collect()
    }
}

fn own(text: &str) -> Phrase {
    Phrase::Own(OwnText::of(text))
}

fn texts(plan: &Plan) -> Vec<&str> {
    plan.spots().iter().flat_map(|spot| own_texts(&spot.place)).collect()
}

fn said(plan: &Plan, voice: &OwnVoice) -> Vec<Phrase> {
    let score = Score::of(plan, Profile::default()).spoken(plan, voice, &Beside::default());
    score.speech().iter().map(|spoken| spoken.phrase).collect()
}

#[test]
fn a_text_is_spoken_cut_and_brought_to_the_level_of_the_others() {
    for (rate, channels, loudness) in [(22_050, 1, 0.9), (16_000, 1, 0.02), (48_000, 2, 0.3), (44_100, 1, 0.3)] {
        let fake = Fake::new("cat wave", &wave(1.5, rate, channels, loudness));
        let voice = fake.voice();
        assert!(voice.prepare_now(["Any"]), "at {rate}");
        let length = voice.length(own("Any")).unwrap().as_secs_f64();
        assert!((1.49..1.52).contains(&length), "the silence is cut: {length} s at {rate}");
        let samples = voice.samples(own("Any"), voice::RATE).unwrap();
        let inside = &samples[1000..samples.len() - 1000];
        let power = inside.iter().map(|&sample| f64::from(sample).powi(2)).sum::<f64>() / inside.len() as f64;
        let level = 10.0 * power.log10();
        assert!((level + 23.0).abs() < 0.5, "{level} dB at {rate}");
        assert!(samples.iter().all(|sample| sample.abs() <= 0.36));
        assert!(samples[0].abs() < 0.001 && samples[samples.len() - 1].abs() < 0.001);
        let brought = voice.samples(own("Any"), RATE).unwrap();
        assert!((brought.len() as f64 / f64::from(RATE) - length).abs() < 0.002);
        assert_eq!(voice.length(Line::Rest.into()), voice::Voice.length(Line::Rest.into()), "the others are as ever");
    }
}

#[test]
fn a_peak_that_is_too_high_is_turned_down() {
    let mut spiky = WavWriter::new(
        Cursor::new(Vec::new()),
        WavSpec { channels: 1, sample_rate: voice::RATE, bits_per_sample: 16, sample_format: SampleFormat::Int },
    )
    .unwrap();
    let mut bytes = Vec::new();
    for at in 0..22_050 {
        let sample = if at % 400 == 0 { 30_000 } else { (f64::from(at) * 0.1).sin() as i16 * 800 };
        spiky.write_sample(sample).unwrap();
        bytes.extend_from_slice(&sample.to_le_bytes());
    }
    // As it comes through a pipe: the header was written before the length was known.
    let mut piped = wave(0.0, voice::RATE, 1, 0.0)[..44].to_vec();
    piped[4..8].copy_from_slice(&0x7fff_f024_u32.to_le_bytes());
    piped[40..44].copy_from_slice(&0x7fff_f000_u32.to_le_bytes());
    piped.extend(bytes);
    let fake = Fake::new("cat wave", &piped);
    assert!(fake.voice().prepare_now(["Any"]), "a file that does not know its length is read to its end");
    let voice = fake.voice();
    voice.prepare_now(["Any"]);
    let samples = voice.samples(own("Any"), voice::RATE).unwrap();
    let loudest = samples.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
    assert!((0.3..=0.36).contains(&loudest), "{loudest}");
}

#[test]
fn what_is_told_goes_by_stdin_and_is_no_option() {
    let fake = Fake::new("cat wave", &wave(1.0, voice::RATE, 1, 0.5));
    let plan = plan();
    let voice = fake.voice();
    assert!(voice.prepare_now(texts(&plan)));
    let mut heard = fake.heard();
    heard.sort();
    assert_eq!(heard, ["-v; $(reboot) `x`", WHERE, NAME, "Sit"], "all but what is too long");
    let arguments = fs::read_to_string(fake.path("arguments")).unwrap();
    assert_eq!(arguments.lines().collect::<Vec<_>>(), ["--stdout", "-v", "en", "-s", "150", "-b", "1", "--stdin"]);
    assert!(!format!("{voice:?}").contains(NAME));
}

#[test]
fn own_places_are_named_with_their_side_and_what_is_told_of_them() {
    let fake = Fake::new("cat wave", &wave(1.5, voice::RATE, 1, 0.5));
    let (plan, voice) = (plan(), fake.voice());
    assert!(voice.prepare_now(texts(&plan)));
    let said = said(&plan, &voice);
    assert!(matches!(said[..2], [name, Phrase::Side(_)] if name == own(NAME)), "{said:?}");
    assert!(said.contains(&own(WHERE)) && said.contains(&own("Sit")) && said.contains(&own("-v; $(reboot) `x`")));
    assert!(!said.contains(&Line::NextPlace.into()), "{said:?}");
}

/// Whatever is there in place of a speech program: nothing is known, in little time, and the general phrase is said.
#[test]
fn a_program_that_fails_hangs_or_floods_costs_the_general_phrase_and_no_time() {
    let good = wave(1.0, voice::RATE, 1, 0.5);
    let long = wave(15.0, voice::RATE, 1, 0.5);
    let silent = wave(1.0, voice::RATE, 1, 0.0);
    let scripts: [(&str, &[u8]); 10] = [
        ("exit 1", &good),
        ("cat wave; exit 3", &good),
        ("echo 'no such voice' >&2", &good),
        ("head -c 300000 /dev/urandom", &good),
        ("cat wave", &good[..30]),
        ("cat wave", &silent),
        ("cat wave", &long),
        ("cat wave /dev/zero", &good),
        ("sleep 600", &good),
        ("cat wave; exec >&-; sleep 600", &good),
    ];
    let plan = plan();
    for (script, wave) in scripts {
        let fake = Fake::new(script, wave);
        let voice = fake.voice();
        let begun = Clock::system();
        assert!(!voice.prepare_now(texts(&plan)), "{script}");
        let took = begun.monotonic();
        assert!(took < Duration::from_secs(8), "{script}: {took:?}");
        assert_eq!(voice.length(own(NAME)), None, "{script}");
        let said = said(&plan, &voice);
        assert!(matches!(said[..2], [Phrase::Line(Line::NextPlace), Phrase::Side(_)]), "{script}: {said:?}");
        let pid = fs::read_to_string(fake.path("pid")).unwrap();
        assert!(!Path::new("/proc").join(pid.trim()).exists(), "{script} is still running");
        let begun = Clock::system();
        while !left(fake.folder.path()).is_empty() {
            assert!(begun.monotonic() < Duration::from_secs(5), "{script}: what it began is ended with it");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

/// The processes that stand in a folder.
fn left(folder: &Path) -> Vec<String> {
    let Ok(processes) = fs::read_dir("/proc") else { return Vec::new() };
    let inside = processes.filter_map(|entry| {
        let path = entry.ok()?.path();
        (fs::read_link(path.join("cwd")).ok()? == folder).then(|| path.display().to_string())
    });
    inside.collect()
}

#[test]
fn where_one_program_is_missing_the_next_is_asked_and_without_any_all_is_as_ever() {
    let fake = Fake::new("cat wave", &wave(1.0, voice::RATE, 1, 0.5));
    let programs = [OsString::from("/no/such/program"), fake.program().into_os_string()];
    assert!(OwnVoice::asking(programs.clone()).prepare_now([NAME]));
    let nobody = OwnVoice::asking(programs.into_iter().take(1));
    assert!(!nobody.prepare_now([NAME]));
    assert_eq!(said(&plan(), &nobody), said(&plan(), &OwnVoice::default()));
}

#[test]
fn preparing_waits_for_nothing_and_the_next_layout_has_what_has_come() {
    let fake = Fake::new("while [ ! -e go ]; do sleep 0.01; done; cat wave", &wave(1.0, voice::RATE, 1, 0.5));
    let (plan, voice) = (plan(), fake.voice());
    let begun = Clock::system();
    voice.prepare(texts(&plan));
    assert!(said(&plan, &voice).contains(&Line::NextPlace.into()));
    voice.prepare(texts(&plan));
    assert!(begun.monotonic() < Duration::from_millis(500), "{:?}", begun.monotonic());
    fs::write(fake.path("go"), "").unwrap();
    while !texts(&plan).iter().all(|text| voice.length(own(text)).is_some()) {
        assert!(begun.monotonic() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(!said(&plan, &voice).contains(&Line::NextPlace.into()));
    // What no plan needs any more is forgotten.
    voice.prepare([NAME]);
    assert!(voice.length(own(NAME)).is_some() && voice.length(own(WHERE)).is_none());
}

#[test]
fn a_session_names_the_places_to_come_once_they_are_known_and_breaks_nothing_off_for_it() {
    let fake = Fake::new("while [ ! -e go ]; do sleep 0.01; done; cat wave", &wave(1.0, voice::RATE, 1, 0.5));
    let folder = tempfile::tempdir().unwrap();
    let (clock, hand) = Clock::by_hand("2026-11-23T08:30:00+00:00[Europe/London]".parse::<Zoned>().unwrap());
    let (mut world, _) = World::open(clock, Some(folder.path().to_owned())).unwrap();
    let (sound, mut overheard) = Sound::overheard_by(fake.voice());
    world.sound = sound;
    let program = program();
    let setup = Setup::first_day(&program.routines[0], &program.limits, &[], LeadIns::default());
    let mut stage = Stage::begin(&world, Revision::of(text().as_bytes()), &program, 0, &setup).unwrap();
    let general = overheard.to_be_spoken(Duration::ZERO);
    let next = |phrase: &Phrase| *phrase == Phrase::Line(Line::NextPlace);
    assert!(next(&general[0].0) && general.iter().filter(|(phrase, _)| next(phrase)).count() == 2, "{general:?}");
    // Its first words are being said as all texts come in.
    hand.advance((general[0].1 + Duration::from_millis(200)).saturating_sub(world.clock.monotonic()));
    fs::write(fake.path("go"), "").unwrap();
    let begun = Clock::system();
    while !texts(stage.session().plan()).iter().all(|text| world.sound.voice().length(own(text)).is_some()) {
        assert!(begun.monotonic() < Duration::from_secs(20), "the beginning of a session has them spoken");
        std::thread::sleep(Duration::from_millis(10));
    }
    stage.tick(&world);
    assert_eq!(overheard.to_be_spoken(Duration::ZERO), general);
    let said = |heard: &[(Phrase, Duration)], text: &str| heard.iter().any(|(phrase, _)| *phrase == own(text));
    hand.advance(Duration::from_secs(6));
    stage.tick(&world);
    let now = overheard.to_be_spoken(Duration::ZERO);
    assert!(said(&now, "-v; $(reboot) `x`") && !now.iter().any(|(phrase, _)| next(phrase)), "{now:?}");
    assert!(now.iter().all(|(_, at)| *at >= world.clock.monotonic()));
    stage.tick(&world);
    assert_eq!(overheard.to_be_spoken(Duration::ZERO), now);
}

#[test]
fn what_a_key_has_changed_is_said_though_a_text_comes_in_before_it() {
    let fake = Fake::new("while [ ! -e go ]; do sleep 0.01; done; cat wave", &wave(1.0, voice::RATE, 1, 0.5));
    let folder = tempfile::tempdir().unwrap();
    let (clock, hand) = Clock::by_hand("2026-11-23T08:30:00+00:00[Europe/London]".parse::<Zoned>().unwrap());
    let (mut world, _) = World::open(clock, Some(folder.path().to_owned())).unwrap();
    let (sound, mut overheard) = Sound::overheard_by(fake.voice());
    world.sound = sound;
    let program = program();
    let setup = Setup::first_day(&program.routines[0], &program.limits, &[], LeadIns::default());
    let mut stage = Stage::begin(&world, Revision::of(text().as_bytes()), &program, 0, &setup).unwrap();
    hand.advance(Duration::from_secs(50));
    stage.tick(&world);
    stage.put(&world, Input::Ease);
    let before = overheard.to_be_spoken(Duration::ZERO);
    let eased = before.iter().find(|(phrase, _)| *phrase == Phrase::Line(Line::Eased)).copied();
    assert!(eased.is_some(), "{before:?}");
    fs::write(fake.path("go"), "").unwrap();
    let begun = Clock::system();
    while world.sound.voice().texts() < texts(stage.session().plan()).len() {
        assert!(begun.monotonic() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(10));
    }
    stage.tick(&world);
    let after = overheard.to_be_spoken(Duration::ZERO);
    assert_ne!(after, before, "the next place has its name");
    assert!(after.contains(&eased.unwrap()), "{after:?}");
}

#[test]
fn a_file_has_the_words_in_their_place() {
    let fake = Fake::new("cat wave", &wave(1.0, voice::RATE, 1, 0.5));
    let (plan, voice) = (plan(), fake.voice());
    assert!(voice.prepare_now(texts(&plan)));
    let score = Score::of(&plan, Profile::default()).spoken(&plan, &voice, &Beside::default());
    let spoken = *score.speech().iter().find(|spoken| spoken.phrase == own(NAME)).unwrap();
    let wanted = voice.samples(own(NAME), RATE).unwrap();
    let render = Render::new(&score, &plan).by(voice);
    let (from, mut heard) = (spoken.at.as_millis() as usize * 48, Vec::new());
    let _ = render.play(|block| {
        heard.extend(block.iter().map(|&sample| f32::from(sample) / f32::from(i16::MAX)));
        if heard.len() > from + wanted.len() { Err(()) } else { Ok(()) }
    });
    assert!(heard[from..].iter().zip(&wanted).all(|(heard, wanted)| (heard - wanted).abs() < 0.001));
}

/// Renders the program in a folder, where the fake is the first speech program that is found.
fn render(folder: &Path, fakes: &Path, arguments: &[&str]) -> Output {
    fs::write(folder.join("own.kneadwell"), text()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kneadwell"));
    command.args(["render", "own.kneadwell", "--data-dir", "data"]).args(arguments).current_dir(folder);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = [fakes.to_owned()].into_iter().chain(std::env::split_paths(&path).filter(|path| path.is_absolute()));
    command.env("PATH", std::env::join_paths(paths).unwrap()).output().unwrap()
}

#[test]
fn render_asks_the_system_only_when_told_to() {
    let fake = Fake::new("cat wave", &wave(1.0, voice::RATE, 1, 0.5));
    let folder = tempfile::tempdir().unwrap();
    let cues = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(render(folder.path(), fake.folder.path(), &["-o", "a.ogg", "--cues", "a.json"]).status.success());
    assert!(fake.heard().is_empty() && cues("a.json").contains("next-place"));
    let told = render(folder.path(), fake.folder.path(), &["-o", "b.ogg", "--cues", "b.json", "--system-speech"]);
    assert!(told.status.success() && told.stderr.is_empty(), "{told:?}");
    assert!(cues("b.json").contains(&own(NAME).id()) && !cues("b.json").contains("next-place"));

    let broken = Fake::new("exit 1", &[]);
    let told = render(folder.path(), broken.folder.path(), &["-o", "c.ogg", "--cues", "c.json", "--system-speech"]);
    assert!(told.status.success());
    let complaint = String::from_utf8(told.stderr).unwrap();
    assert!(complaint.contains("espeak-ng") && !complaint.contains(NAME), "{complaint}");
    assert_eq!(cues("c.json"), cues("a.json"));
    assert!(fs::read(folder.path().join("c.ogg")).unwrap() == fs::read(folder.path().join("a.ogg")).unwrap());
}

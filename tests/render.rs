//! A whole session as a file to take along: Ogg beside WAV, its chapters, and what is refused.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "helpers of tests too may say that something went wrong"
)]

#[path = "support/programs.rs"]
#[expect(dead_code, reason = "other tests need the rest")]
mod programs;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;
use std::time::Duration;

use kneadwell::practice::plan::Plan;
use kneadwell::practice::program::Program;
use kneadwell::practice::score::{Beside, Cue, Profile, Score, Tone};
use kneadwell::words::chapters;
use kneadwell::world::sound::render::{RATE, Render};
use kneadwell::world::sound::tones::LOUDEST;
use kneadwell::world::sound::{Form, Voice};
use lewton::inside_ogg::OggStreamReader;

const MS: usize = RATE as usize / 1000;

fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

/// The shipped demo, laid out with its voice.
struct Demo {
    program: Program,
    plan: Plan,
    render: Render,
    samples: Vec<f32>,
}

static DEMO: LazyLock<Demo> = LazyLock::new(|| {
    let program = Program::read(&fs::read(programs::root().join("routines/demo.kneadwell")).unwrap()).unwrap();
    let plan = Plan::first_day(&program.routines[0], &program.limits);
    let score = Score::of(&plan, Profile::default()).spoken(&plan, &Voice, &Beside::default());
    let render = Render::new(&score, &plan);
    let samples = samples_of(&render);
    Demo { program, plan, render, samples }
});

impl Demo {
    fn comments(&self) -> Vec<(String, String)> {
        let marks = chapters::chapters(&self.plan);
        chapters::comments(&self.program.title, &self.program.routines[0].name, &marks)
    }
}

fn samples_of(render: &Render) -> Vec<f32> {
    let mut samples = Vec::new();
    let kept: Result<(), ()> = render.play(|block| {
        samples.extend(block.iter().map(|&sample| f32::from(sample) / f32::from(i16::MAX)));
        Ok(())
    });
    kept.unwrap();
    samples
}

/// What an Ogg file holds: its comments, its samples, and how many it says that there are.
fn opened(path: &Path) -> (Vec<(String, String)>, Vec<f32>, usize) {
    let mut reader = OggStreamReader::new(fs::File::open(path).unwrap()).unwrap();
    assert_eq!((reader.ident_hdr.audio_channels, reader.ident_hdr.audio_sample_rate), (1, RATE));
    let mut samples = Vec::new();
    while let Some(packet) = reader.read_dec_packet_generic::<Vec<Vec<f32>>>().unwrap() {
        samples.extend(packet.into_iter().next().unwrap());
    }
    let length = reader.get_last_absgp().unwrap() as usize;
    (reader.comment_hdr.comment_list, samples, length)
}

fn peak(samples: &[f32]) -> f32 {
    samples.iter().fold(0.0, |peak, sample| peak.max(sample.abs()))
}

fn power(samples: &[f32]) -> f64 {
    samples.iter().map(|&sample| f64::from(sample).powi(2)).sum::<f64>() / samples.len().max(1) as f64
}

#[test]
fn an_ogg_is_the_wav_in_little_every_cue_in_its_place() {
    let Demo { render, samples: sent, .. } = &*DEMO;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.ogg");
    render.ogg(&path, &DEMO.comments()).unwrap();
    let (_, heard, length) = opened(&path);
    assert_eq!(length, sent.len(), "it says how long it is, to the sample");
    assert!(heard.len() >= sent.len());
    assert!(peak(&heard) <= LOUDEST, "{}", peak(&heard));
    for (nth, placed) in render.cues().iter().enumerate() {
        let from = placed.sample as usize;
        let own = peak(&sent[from..from + placed.samples as usize]);
        let onset = |samples: &[f32]| samples[from..].iter().position(|sample| sample.abs() > own / 5.0).unwrap();
        let off = onset(&heard).abs_diff(onset(sent));
        assert!(off <= MS, "cue {nth}, {:?}: {off} samples off", placed.cue.tone);
        // What the coding smears out before a tone stays far below it.
        let silent = from > 40 * MS && peak(&sent[from - 40 * MS..from]) == 0.0;
        let before = if silent { peak(&heard[from - 40 * MS..from]) } else { 0.0 };
        assert!(before < own / 10.0, "cue {nth}, {:?}: {before} before it, {own} in it", placed.cue.tone);
    }
    let mut least = f64::INFINITY;
    for said in render.said() {
        let (from, length) = (said.sample as usize, said.samples as usize);
        let (sent, heard) = (&sent[from..from + length], &heard[from..from + length]);
        let rest: Vec<_> = sent.iter().zip(heard).map(|(sent, heard)| heard - sent).collect();
        let clear = 10.0 * (power(sent) / power(&rest)).log10();
        least = least.min(clear);
        assert!(clear > 10.0, "{}: {clear:.1} dB clear of what the coding adds", said.spoken.phrase.id());
    }
    let size = fs::metadata(&path).unwrap().len();
    let rate = size as f64 * 8.0 / (sent.len() as f64 / f64::from(RATE)) / 1000.0;
    assert!(rate < 96.0, "{rate:.0} kbit/s");
    println!("{size} bytes, {rate:.1} kbit/s, peak {:.3}, words {least:.1} dB clear", peak(&heard));
}

#[test]
fn an_ogg_names_its_routine_and_its_chapters_and_nobody() {
    let program = &DEMO.program;
    let comments = DEMO.comments();
    let render = Render::of(&[Cue { tone: Tone::Press, at: ms(100), step: 0 }], ms(2000));
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one.ogg"), folder.path().join("other.ogg"));
    render.ogg(&one, &comments).unwrap();
    let (told, _, _) = opened(&one);
    assert_eq!(told, comments);
    let text = |name: &str| told.iter().find(|comment| comment.0 == name).map(|comment| comment.1.as_str());
    assert_eq!(text("TITLE"), Some(program.routines[0].name.as_str()));
    assert_eq!(text("ALBUM"), Some(program.title.as_str()));
    assert_eq!(text("CHAPTER001"), Some("00:00:00.000"));
    assert_eq!(text("CHAPTER002"), Some("00:00:40.000"));
    assert_eq!(text("CHAPTER002NAME"), Some("Left top of the forearm: Press"));
    assert_eq!(told.len(), 2 + 2 * 5);
    assert!(told.iter().all(|(_, text)| !text.contains(&program.prescribed.by)));
    render.ogg(&other, &comments).unwrap();
    render.ogg(&other, &comments).unwrap();
    assert!(fs::read(&one).unwrap() == fs::read(&other).unwrap(), "the same session is the same file");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing unfinished is left behind");
}

/// Writes 100 tones over five minutes, in a process of its own, whose memory is its own too.
#[test]
#[ignore = "started by the other tests"]
fn as_a_long_session() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let cue = |nth: u64| Cue { tone: Tone::ALL[nth as usize % 14], at: ms(nth * 3017), step: 0 };
    let render = Render::of(&(0..100).map(cue).collect::<Vec<_>>(), ms(300_000));
    let before = memory();
    render.ogg(&Path::new(&folder).join("long.ogg"), &[]).unwrap();
    let grown = memory().saturating_sub(before);
    assert!(grown < 8 << 20, "{grown} bytes more");
    println!("{grown} bytes more");
}

const FOLDER: &str = "KNEADWELL_TEST_FOLDER";

#[test]
fn a_long_session_is_written_as_it_comes() {
    let folder = tempfile::tempdir().unwrap();
    let mut itself = Command::new(std::env::current_exe().unwrap());
    itself.args(["as_a_long_session", "--exact", "--ignored", "--nocapture"]).env(FOLDER, folder.path());
    let done = itself.output().unwrap();
    // The samples alone would be 57 MB.
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    print!("{}", String::from_utf8_lossy(&done.stdout));
    let (_, _, length) = opened(&folder.path().join("long.ogg"));
    assert_eq!(length, 300_000 * MS);
}

/// The most memory that this process has held, in bytes; 0 where the system does not tell.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB");
    line.trim().split(' ').next().unwrap().parse::<u64>().unwrap() * 1024
}

#[test]
fn no_ogg_where_no_file_can_be_and_nothing_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let render = Render::of(&[Cue { tone: Tone::Tick, at: ms(0), step: 0 }], ms(100));
    assert!(render.ogg(folder.path(), &[]).is_err(), "a folder is no file");
    assert!(render.ogg(&folder.path().join("no such folder").join("out.ogg"), &[]).is_err());
    assert!(render.ogg(&folder.path().join("out.ogg"), &[("A\0".into(), "B".into())]).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_ending_says_which_form() {
    for (name, form) in [
        ("a.wav", Some(Form::Wav)),
        ("a.b.OGG", Some(Form::Ogg)),
        ("a.Wav", Some(Form::Wav)),
        ("a.mp3", None),
        ("ogg", None),
        (".ogg", None),
        ("a.ogg/", Some(Form::Ogg)),
        ("", None),
    ] {
        assert_eq!(Form::of(Path::new(name)), form, "{name}");
    }
}

/// Renders the demo in an empty folder.
fn kneadwell(folder: &Path, arguments: &[&str]) -> Output {
    let demo = programs::root().join("routines/demo.kneadwell");
    let mut command = Command::new(env!("CARGO_BIN_EXE_kneadwell"));
    command.arg("render").arg(demo).args(arguments).arg("--data-dir").arg(folder.join("data"));
    command.current_dir(folder).output().unwrap()
}

#[test]
fn the_command_writes_the_form_that_is_asked_for_and_refuses_others_first() {
    let folder = tempfile::tempdir().unwrap();
    let refused = kneadwell(folder.path(), &["-o", "out.mp3", "--cues", "cues.json"]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(said, "out.mp3: a sound file's name ends in .wav or .ogg; nothing was written\n");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);

    let done = kneadwell(folder.path(), &["-o", "out.ogg", "--chapters", "out.txt"]);
    assert!(done.status.success(), "{done:?}");
    let (comments, _, length) = opened(&folder.path().join("out.ogg"));
    let side = fs::read_to_string(folder.path().join("out.txt")).unwrap();
    let times = |text: &str| text.starts_with("00:").then(|| text.to_owned());
    let listed: Vec<_> = side.lines().filter_map(|line| times(line.split_once('=').unwrap().1)).collect();
    let inside: Vec<_> = comments.iter().filter_map(|(_, text)| times(text)).collect();
    assert_eq!(inside, listed, "the chapters inside are those beside");

    assert!(kneadwell(folder.path(), &["-o", "out.wav"]).status.success());
    let wav = hound::WavReader::open(folder.path().join("out.wav")).unwrap();
    let written = wav.into_samples::<i16>().map(|sample| f32::from(sample.unwrap()) / f32::from(i16::MAX));
    assert_eq!(length, DEMO.samples.len());
    assert!(written.eq(DEMO.samples.iter().copied()));
}

//! Start to first frame, processor time and memory of the real window, beside an empty eframe window. By hand:
//! `cargo build --release --example empty-window && cargo bench --bench window`
//!
//! eframe shows its window when the first frame is painted, so a window that is found is a frame that was drawn. Figures are
//! worth something only as ratios between rows of one run.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a tool that is run by hand")]

#[path = "../tests/support/screen.rs"]
mod screen;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use screen::Screen;

const STARTS: usize = 9;
const WATCHED: Duration = Duration::from_secs(20);

fn main() {
    let screen = Bench(Screen::open());
    let folder = std::env::temp_dir().join(format!("kneadwell-bench-{}", std::process::id()));
    let empty = release("examples/empty-window");
    let ours = release("kneadwell");
    let demo = concat!(env!("CARGO_MANIFEST_DIR"), "/routines/demo.kneadwell");
    let data = folder.display().to_string();

    let bare = screen.starts(&empty, &[]);
    let full = screen.starts(&ours, &["--data-dir", &data, demo]);
    let ratio = full.as_secs_f64() / bare.as_secs_f64();
    println!("start to first frame, median of {STARTS}: empty {bare:?}, Kneadwell {full:?}, ratio {ratio:.2}");

    let years = format!("{data}-ten-years");
    let program = concat!(env!("CARGO_MANIFEST_DIR"), "/routines/neck-and-shoulders.kneadwell");
    let arguments = ["simulate", program, "--days", "3650", "--who", "flaring", "--go-ahead", "7", "--into", &years];
    let lived = Command::new(&ours).args(arguments).args(["--today", "2016-11-24"]).output();
    assert!(lived.is_ok_and(|lived| lived.status.success()), "ten years are written");
    let old = screen.starts_after(&ours, &["--data-dir", &years, "--today", "2026-11-22"], || {
        // A start that was killed is no crash here: after one, every page of the journal is looked at.
        let _ = fs::remove_file(Path::new(&years).join("journal.db.in-use"));
    });
    let ratio = old.as_secs_f64() / bare.as_secs_f64();
    println!("with a journal of ten years: {old:?}, ratio {ratio:.2}");

    let (idle, bare_memory) = screen.watch(&empty, &[], |_| {});
    println!("empty window: {idle:.2} % of a core, {bare_memory} KiB PSS");
    let (idle, _) = screen.watch(&ours, &["--data-dir", &data, demo], |screen| {
        // The page of a first program: Enter takes it.
        screen.xdotool(&["key", "Return"]);
        sleep(Duration::from_secs(1));
    });
    println!("Kneadwell, Today: {idle:.2} % of a core");
    let (running, memory) = screen.watch(&ours, &["--data-dir", &data], |screen| {
        for place in [(430, 197), (953, 484), (970, 708), (953, 620)] {
            screen.click(place);
            sleep(Duration::from_millis(400));
        }
        sleep(Duration::from_secs(21));
        screen.xdotool(&["key", "Return"]);
        sleep(Duration::from_secs(4));
    });
    let ratio = f64::from(memory) / f64::from(bare_memory);
    println!("Kneadwell, in a session: {running:.2} % of a core, {memory} KiB PSS, {ratio:.2} of the empty window");
    let _ = fs::remove_dir_all(folder);
    let _ = fs::remove_dir_all(years);
}

/// A program built beside this bench.
fn release(name: &str) -> PathBuf {
    std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().join(name)
}

/// A screen to measure on.
struct Bench(Screen);

impl Bench {
    fn start(&self, program: &Path, arguments: &[&str]) -> (Child, Duration) {
        #[expect(clippy::disallowed_methods, reason = "this measures real time")]
        let begun = Instant::now();
        let child = self.0.start(program, arguments);
        while !self.0.has_window() {}
        (child, begun.elapsed())
    }

    fn starts(&self, program: &Path, arguments: &[&str]) -> Duration {
        self.starts_after(program, arguments, || ())
    }

    fn starts_after(&self, program: &Path, arguments: &[&str], make_ready: impl Fn()) -> Duration {
        let mut took: Vec<Duration> = (0..STARTS)
            .map(|_| {
                make_ready();
                let (mut child, took) = self.start(program, arguments);
                child.kill().unwrap();
                child.wait().unwrap();
                sleep(Duration::from_millis(700));
                took
            })
            .collect();
        took.sort_unstable();
        took[STARTS / 2]
    }

    /// Returns the share of a core in per cent, and the memory in KiB (PSS), once the window has been made ready.
    fn watch(&self, program: &Path, arguments: &[&str], make_ready: impl FnOnce(&Screen)) -> (f64, u32) {
        let (mut child, _) = self.start(program, arguments);
        sleep(Duration::from_secs(2));
        make_ready(&self.0);
        let before = ticks(child.id());
        sleep(WATCHED);
        let used = ticks(child.id()) - before;
        let memory = pss(child.id());
        child.kill().unwrap();
        child.wait().unwrap();
        sleep(Duration::from_millis(700));
        // The kernel counts a hundred ticks a second.
        (used as f64 / WATCHED.as_secs_f64(), memory)
    }
}

fn ticks(process: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

fn pss(process: u32) -> u32 {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap();
    let line = rollup.lines().find(|line| line.starts_with("Pss:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

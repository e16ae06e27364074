//! A desk for the real window: a screen in memory, a folder for its data, a paced sound card, and hands on the keyboard.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of a test that cannot go on says so"
)]
#![allow(dead_code, reason = "a bench and a test each need a part")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use kneadwell::practice::journal::{Event, Happened};
use serde_json::Value;

use super::paced_card::monotonic;
use super::rig;
use super::screen::Screen;

/// What shows windows on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Display {
    /// X11 alone.
    Bare,
    /// X11 with a window manager.
    Managed,
    /// Weston, a Wayland compositor, which has the whole screen and its keyboard.
    Wayland,
}

/// A window under way; all of it is gone with this value.
pub struct Desk {
    screen: Screen,
    shown_by: Display,
    /// The window manager or the compositor, and the windows in front.
    others: Vec<Child>,
    folder: tempfile::TempDir,
    program: Child,
    /// The X11 window that has the keyboard: Kneadwell's, or Weston's.
    window: String,
}

/// What is put on a desk.
pub struct Setting<'a> {
    pub display: Display,
    /// The program file, and the settings as JSON.
    pub program: &'a str,
    pub settings: &'a str,
    /// The command of the card that keeps what it plays in a folder.
    pub card: fn(&Path) -> String,
}

/// A row of the journal: an event, and how long after the beginning of the session it was written down, in ms.
pub struct Row {
    pub event: Event,
    pub written: i64,
}

/// Weston without a panel, a lock or movement, with two workspaces: Ctrl and Down, or Up, go to the other.
const WESTON: &str = "[core]
idle-time=0
[shell]
panel-position=none
locking=false
animation=none
startup-animation=none
num-workspaces=2
binding-modifier=ctrl
";
const SOCKET: &str = "kneadwell-test";
/// A window on Wayland cannot be asked for from outside. It is there when its program has used so much of a processor, in
/// hundredths of a second, and has come to rest.
const DRAWN: u64 = 12;
const PATIENCE: Duration = Duration::from_secs(60);

impl Desk {
    /// Opens the window on a program, and takes the program.
    pub fn open(setting: &Setting<'_>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("data")).unwrap();
        fs::write(at("data/settings.json"), setting.settings).unwrap();
        fs::write(at("routine.kneadwell"), setting.program).unwrap();
        rig::configure(folder.path(), &rig::paced(&(setting.card)(folder.path())));
        let screen = Screen::open();
        let others = match setting.display {
            Display::Bare => Vec::new(),
            Display::Managed => vec![quietly(Command::new("jwm").env("DISPLAY", screen.display()))],
            Display::Wayland => {
                fs::write(at("weston.ini"), WESTON).unwrap();
                let mut weston = Command::new("weston");
                weston.args(["--backend=x11-backend.so", "--use-pixman", "--width=1180", "--height=780"]);
                weston.args([format!("--socket={SOCKET}"), format!("--config={}", at("weston.ini").display())]);
                weston.env("DISPLAY", screen.display()).env("XDG_RUNTIME_DIR", folder.path());
                let weston = quietly(&mut weston);
                wait_for("Weston", || at(SOCKET).exists().then_some(()));
                vec![weston]
            }
        };
        let mut desk = Self {
            program: start(&screen, folder.path(), setting.display, "data", Some("routine.kneadwell")),
            shown_by: setting.display,
            screen,
            others,
            folder,
            window: String::new(),
        };
        desk.focus();
        // A key that came before the window was ready for it has gone by, and another one changes nothing.
        until("the program is taken", || {
            desk.xdotool(&["windowfocus", "WINDOW"]);
            desk.keys(&["Return"]);
            desk.ask("SELECT count(*) FROM taken") == "1"
        });
        desk
    }

    /// Finds the window and gives it the keyboard.
    fn focus(&mut self) {
        let by = if self.shown_by == Display::Wayland { ["--class", "weston"] } else { ["--name", "Kneadwell"] };
        self.window = wait_for("a window", || {
            let found = self.screen.xdotool(&["search", "--onlyvisible", by[0], by[1]]);
            found.lines().last().map(str::to_owned)
        });
        if self.shown_by == Display::Wayland {
            // Weston's own window is there before Kneadwell's.
            wait_for("the window on Wayland", || (ticks(self.program.id()) > DRAWN).then_some(()));
        } else {
            self.xdotool(&["windowmove", "WINDOW", "0", "0", "windowsize", "WINDOW", "1180", "780"]);
        }
        self.settle();
        self.xdotool(&["windowfocus", "WINDOW"]);
        self.settle();
    }

    /// Runs xdotool, where `WINDOW` is the window.
    pub fn xdotool(&self, words: &[&str]) -> String {
        let words: Vec<_> = words.iter().map(|&word| if word == "WINDOW" { &self.window } else { word }).collect();
        self.screen.xdotool(&words)
    }

    /// Starts Kneadwell's session by the keyboard alone: from the last widget of Today and of the list before the first session
    /// backwards. What is offered below them until the first session has to be set as done.
    pub fn begin(&self) {
        self.keys(&["shift+Tab", "shift+Tab", "space"]);
        self.keys(&["shift+Tab", "shift+Tab", "space"]);
        until("the list is answered", || self.ask("SELECT count(*) FROM gate") == "1");
        self.keys(&["shift+Tab", "space"]);
        until("a session", || self.ask("SELECT count(*) FROM sessions") == "1");
    }

    /// Presses keys one by one, each when what the one before has changed is drawn.
    fn keys(&self, keys: &[&str]) {
        for key in keys {
            self.key(key);
            self.settle();
        }
    }

    /// Presses a key.
    pub fn key(&self, key: &str) {
        self.screen.xdotool(&["key", key]);
    }

    /// Waits until the program has nothing more to do.
    fn settle(&self) {
        let (mut still, mut before) = (0, 0);
        sleep(Duration::from_millis(50));
        wait_for("a moment of rest", || {
            let now = ticks(self.program.id());
            still = if now == before && is_asleep(self.program.id()) { still + 1 } else { 0 };
            before = now;
            (still == 3).then_some(())
        });
    }

    /// Puts another window of Kneadwell in front, as large as the screen.
    pub fn cover(&mut self) {
        let before = self.under_the_mouse();
        self.others.push(start(&self.screen, self.folder.path(), self.shown_by, "other-data", None));
        if self.shown_by == Display::Wayland {
            let front = self.others.last().unwrap().id();
            wait_for("the window in front", || (ticks(front) > DRAWN).then_some(()));
            return sleep(Duration::from_secs(1));
        }
        until("the window is covered", || {
            let ids = self.screen.xdotool(&["search", "--onlyvisible", "--name", "Kneadwell"]);
            for id in ids.lines().filter(|id| **id != self.window) {
                self.screen.xdotool(&["windowmove", id, "0", "0", "windowsize", id, "1180", "780", "windowraise", id]);
            }
            self.under_the_mouse() != before
        });
    }

    fn under_the_mouse(&self) -> Option<String> {
        let found = self.screen.xdotool(&["mousemove", "590", "390", "getmouselocation", "--shell"]);
        found.lines().find(|line| line.starts_with("WINDOW=")).map(str::to_owned)
    }

    /// Returns true while the window is to be seen on X11.
    pub fn is_visible(&self) -> bool {
        self.screen.xdotool(&["search", "--onlyvisible", "--name", "Kneadwell"]).lines().any(|id| id == self.window)
    }

    /// Returns how much of a processor the program has used so far.
    pub fn cost(&self) -> Duration {
        Duration::from_millis(ticks(self.program.id()) * 10)
    }

    /// Stops the screen, or the compositor on it, for some time.
    pub fn freeze(&self, time: Duration) {
        let id = self.others.first().map_or(self.screen.id(), Child::id);
        signal(id, "-STOP");
        sleep(time);
        signal(id, "-CONT");
    }

    /// Asks the journal through the sqlite3 program, a client that is none of ours.
    pub fn ask(&self, sql: &str) -> String {
        self.sqlite(&[], sql)
    }

    fn sqlite(&self, options: &[&str], sql: &str) -> String {
        let journal = self.folder.path().join("data/journal.db");
        let mut sqlite = Command::new("sqlite3");
        sqlite.args(["-readonly", "-cmd", ".timeout 5000"]).args(options).arg(journal).arg(sql);
        let told = sqlite.output().expect("sqlite3 is installed by ./test");
        String::from_utf8(told.stdout).unwrap().trim().to_owned()
    }

    /// Returns the transcript of the session so far.
    pub fn rows(&self) -> Vec<Row> {
        let sql = "SELECT at_ms, position_ms, utc - started_utc AS written, data
                   FROM events JOIN sessions ON sessions.id = events.session ORDER BY seq";
        let text = self.sqlite(&["-json"], sql);
        let rows: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
        let number = |row: &Value, name: &str| row[name].as_i64().unwrap();
        let row = |row: &Value| Row {
            event: Event {
                at: Duration::from_millis(number(row, "at_ms") as u64),
                position: Duration::from_millis(number(row, "position_ms") as u64),
                what: serde_json::from_str(row["data"].as_str().unwrap()).unwrap(),
            },
            written: number(row, "written"),
        };
        rows.iter().map(row).collect()
    }

    /// Waits until the n-th of such events, counted from 1, is in the journal.
    pub fn until_told(&self, what: &str, nth: usize, is: impl Fn(&Happened) -> bool) {
        wait_within(what, Duration::from_secs(240), || {
            self.assert_lives();
            let told = self.rows().iter().filter(|row| is(&row.event.what)).count();
            (told >= nth).then_some(())
        });
    }

    /// Waits for the end of the session, and returns how it ended.
    pub fn until_ended(&self) -> String {
        wait_within("the end of the session", Duration::from_secs(1800), || {
            self.assert_lives();
            Some(self.ask("SELECT ending FROM sessions")).filter(|ending| !ending.is_empty())
        })
    }

    fn assert_lives(&self) {
        let state = stat(self.program.id()).swap_remove(0);
        let said = || fs::read_to_string(self.folder.path().join("data.said")).unwrap_or_default();
        assert_ne!(state, "Z", "the program has ended, and said: {}", said());
    }

    /// Returns the monotonic instant at which the session began.
    pub fn began(&self) -> Duration {
        let started: u64 = self.ask("SELECT started_utc FROM sessions").parse().unwrap();
        #[expect(clippy::disallowed_methods, reason = "the journal has the time of day, the card the monotonic clock")]
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
        (monotonic() + Duration::from_millis(started)).checked_sub(now).unwrap()
    }

    /// Closes the window after the time that its last sound takes, and returns the folder with what the card has played.
    pub fn close(mut self, last: Duration) -> tempfile::TempDir {
        sleep(last);
        self.end();
        // The card ends when the pipe does, and has written everything then.
        sleep(Duration::from_millis(500));
        std::mem::replace(&mut self.folder, tempfile::tempdir().unwrap())
    }

    fn end(&mut self) {
        for child in std::iter::once(&mut self.program).chain(self.others.iter_mut().rev()) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.end();
    }
}

fn start(screen: &Screen, folder: &Path, display: Display, data: &str, file: Option<&str>) -> Child {
    let mut kneadwell = Command::new(env!("CARGO_BIN_EXE_kneadwell"));
    kneadwell.arg("--data-dir").arg(folder.join(data)).args(file.map(|file| folder.join(file)));
    kneadwell.env("ALSA_CONFIG_PATH", folder.join("asound.conf"));
    if display == Display::Wayland {
        kneadwell.env_remove("DISPLAY").env("WAYLAND_DISPLAY", SOCKET).env("XDG_RUNTIME_DIR", folder);
    } else {
        kneadwell.env_remove("WAYLAND_DISPLAY").env("DISPLAY", screen.display());
    }
    let said = File::create(folder.join(format!("{data}.said"))).unwrap();
    kneadwell.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said).spawn().unwrap()
}

fn quietly(command: &mut Command) -> Child {
    let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    started.unwrap_or_else(|fault| panic!("{command:?}: {fault}; ./test installs what is missing"))
}

fn signal(id: u32, signal: &str) {
    assert!(Command::new("kill").args([signal, &id.to_string()]).status().unwrap().success());
}

/// Processor time of a process, in the hundredths of a second that the kernel counts.
fn ticks(id: u32) -> u64 {
    stat(id).iter().skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum()
}

fn is_asleep(id: u32) -> bool {
    stat(id).first().is_some_and(|state| state == "S")
}

/// The words of a process's `stat` from its state on.
fn stat(id: u32) -> Vec<String> {
    let stat = fs::read_to_string(PathBuf::from(format!("/proc/{id}/stat"))).expect("the program still runs");
    stat.rsplit_once(')').unwrap().1.split_whitespace().map(str::to_owned).collect()
}

pub fn until(what: &str, mut so: impl FnMut() -> bool) {
    wait_for(what, || so().then_some(()));
}

fn wait_for<T>(what: &str, found: impl FnMut() -> Option<T>) -> T {
    wait_within(what, PATIENCE, found)
}

fn wait_within<T>(what: &str, patience: Duration, mut found: impl FnMut() -> Option<T>) -> T {
    let until = monotonic() + patience;
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(monotonic() < until, "{what} did not come within {patience:?}");
        sleep(Duration::from_millis(100));
    }
}

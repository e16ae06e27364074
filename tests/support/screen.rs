//! A screen in memory for the real window: Xvfb, and xdotool as the hands.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a helper of a test that cannot go on says so")]
#![allow(dead_code, reason = "each test needs a part")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A screen in memory, gone with this value.
pub struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// Opens a screen of 1180 by 780. It stays as it is when the last window closes.
    pub fn open() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1180x780x24", "+extension", "GLX", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed by ./test");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        Self { server, display: format!(":{}", number.trim()) }
    }

    /// Returns the name of this screen.
    pub fn display(&self) -> &str {
        &self.display
    }

    /// Returns the number of the process that is this screen.
    pub fn id(&self) -> u32 {
        self.server.id()
    }

    /// Runs xdotool and returns what it prints.
    pub fn xdotool(&self, arguments: &[&str]) -> String {
        let told = Command::new("xdotool").args(arguments).env("DISPLAY", &self.display).output();
        String::from_utf8(told.expect("xdotool is installed by ./test").stdout).unwrap()
    }

    /// Starts a program on this screen.
    pub fn start(&self, program: &Path, arguments: &[&str]) -> Child {
        Command::new(program)
            .args(arguments)
            .env("DISPLAY", &self.display)
            .env_remove("WAYLAND_DISPLAY")
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    /// Returns true once Kneadwell's window is there; it then fills the screen and has the keyboard.
    pub fn has_window(&self) -> bool {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", "Kneadwell"]);
        let Some(id) = found.lines().last() else { return false };
        self.xdotool(&["windowmove", id, "0", "0", "windowsize", id, "1180", "780", "windowfocus", id]);
        true
    }

    /// Clicks at a place of the screen.
    pub fn click(&self, (x, y): (u32, u32)) {
        self.xdotool(&["mousemove", &x.to_string(), &y.to_string(), "click", "1"]);
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

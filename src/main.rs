//! The window, or the command line.

use std::process::ExitCode;

use kneadwell::app;
use kneadwell::cli::{self, Asked};

fn main() -> ExitCode {
    match cli::run() {
        Asked::Done(code) => code,
        Asked::Window { file, data_dir, clock } => app::open(clock, data_dir, file),
    }
}

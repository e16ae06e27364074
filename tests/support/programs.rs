//! Plans for tests, read from programs as a therapist writes them.

use std::fs;
use std::path::{Path, PathBuf};

use kneadwell::practice::plan::Plan;
use kneadwell::practice::program::Program;

/// Draws up the first day of `file/routine`; a file is one of tests/sessions, else one that is shipped.
pub fn plan(name: &str) -> Plan {
    let (file, routine) = name.split_once('/').map_or((name, None), |(file, routine)| (file, Some(routine)));
    let path = |folder: &str| root().join(folder).join(file).with_extension("kneadwell");
    let bytes =
        fs::read(path("tests/sessions")).or_else(|_| fs::read(path("routines"))).expect("a program of that name");
    let program = Program::read(&bytes).unwrap_or_else(|refusal| panic!("{file}: {refusal:?}"));
    let routine = program.routine(routine).unwrap_or_else(|| panic!("{file} has no routine {routine:?}"));
    Plan::first_day(routine, &program.limits)
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

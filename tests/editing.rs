//! The editor's half of a program file: what is typed becomes a file, and a file becomes what can be typed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper of a test that cannot go on says so")]

use std::fs;
use std::path::PathBuf;

use kneadwell::practice::program::Program;
use kneadwell::practice::program::draft::{Draft, canonical, minified};

#[test]
fn every_program_at_hand_comes_back_from_the_editor_unchanged() {
    for path in files("routines").into_iter().chain(files("tests/programs/good")) {
        let program = Program::read(&fs::read(&path).unwrap()).unwrap();
        let text = canonical(&program);
        assert_eq!(Program::read(text.as_bytes()).as_ref(), Ok(&program), "{}", path.display());
        assert_eq!(Draft::of(&program).text(), text, "{}", path.display());
        assert_eq!(Program::read(minified(&program).as_bytes()), Ok(program), "{}", path.display());
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "kneadwell"));
    paths.sort();
    assert!(!paths.is_empty(), "{folder} is empty");
    paths
}

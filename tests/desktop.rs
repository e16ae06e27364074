//! What the desktop is told, so that a program file opens with a double click: its parts agree, and `./install` puts them in
//! place and takes them away.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kneadwell::world::routines::SHIPPED;

#[test]
fn the_entry_and_the_type_agree() {
    let entry = entry(&read("packaging/linux/kneadwell.desktop"));
    let kind = read("packaging/linux/kneadwell.xml");
    let mime = between(&kind, "<mime-type type=\"", "\"");
    assert_eq!(entry["MimeType"], format!("{mime};"));
    assert_eq!(between(&kind, "<glob pattern=\"", "\""), "*.kneadwell");
    assert_eq!(between(&kind, "<sub-class-of type=\"", "\""), "application/json");
    assert!(SHIPPED.iter().all(|shipped| shipped.name.ends_with(".kneadwell")));
    assert_eq!(entry["Exec"], "kneadwell %f", "one file is opened, as `kneadwell FILE` takes it");
    assert_eq!(entry["Icon"], between(&kind, "<icon name=\"", "\""));
    assert!(root().join("packaging/linux").join(format!("{}.svg", entry["Icon"])).exists());
    // The window says the same name, so that the desktop knows it is ours.
    assert!(read("src/app.rs").contains(&format!("with_app_id(\"{}\")", entry["StartupWMClass"])));
}

#[test]
fn a_program_without_its_ending_is_known_by_its_first_lines() {
    let kind = read("packaging/linux/kneadwell.xml");
    let word = between(&kind, "value=\"&quot;", "offset=\"1:").replace("&quot;", "\"");
    let word = format!("\"{}", word.trim().trim_end_matches('"'));
    assert_eq!(word, "\"kneadwell\":");
    for shipped in SHIPPED {
        assert!(shipped.text.find(&word).is_some_and(|at| at <= 256), "{}", shipped.name);
    }
}

#[test]
fn the_icon_is_ours_and_needs_nothing() {
    let icon = read("packaging/linux/kneadwell.svg");
    assert!(icon.contains("<title>Kneadwell</title>"));
    for load in ["href", "url(", "<image", "<script", "<style"] {
        assert!(!icon.contains(load), "{load}");
    }
}

#[test]
fn install_puts_everything_in_place_and_takes_it_away() {
    for prefix in ["plain", "with blank & 100% | more"] {
        let home = tempfile::tempdir().unwrap();
        let prefix = home.path().join(prefix);
        let installed = install(home.path(), &prefix, &["--binary", "/bin/true"]);
        assert!(installed.status.success(), "{installed:?}");
        let files = everything_in(&prefix);
        let entry = entry(&fs::read_to_string(prefix.join("share/applications/kneadwell.desktop")).unwrap());
        let program = prefix.join("bin/kneadwell");
        assert_eq!(entry["TryExec"], program.display().to_string());
        assert_eq!(entry["Exec"], format!("\"{}\" %f", program.display().to_string().replace('%', "%%")));
        assert_eq!(fs::metadata(&program).unwrap().permissions().mode() & 0o777, 0o755);
        assert!(Command::new(&program).status().unwrap().success());
        for file in ["share/mime/packages/kneadwell.xml", "share/icons/hicolor/scalable/apps/kneadwell.svg"] {
            assert!(prefix.join(file).exists(), "{file} is not among {files:?}");
        }
        let said = String::from_utf8(installed.stdout).unwrap();
        assert!(said.contains(&format!("installed  {}", program.display())), "{said}");

        // A second time replaces it, and removing leaves nothing of ours.
        assert!(install(home.path(), &prefix, &["--binary", "/bin/true"]).status.success());
        let mine = home.path().join("journal.db");
        fs::write(&mine, "mine").unwrap();
        assert!(install(home.path(), &prefix, &["--remove"]).status.success());
        let left: Vec<_> = everything_in(&prefix)
            .into_iter()
            .filter(|path| path.to_string_lossy().rsplit('/').next().is_some_and(|name| name.contains("kneadwell")))
            .collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(mine.exists());
    }
}

#[test]
fn install_refuses_what_it_cannot_do() {
    let home = tempfile::tempdir().unwrap();
    for (prefix, arguments) in [
        ("bin", ["--binary", "/no/such/program"].as_slice()),
        ("here", &["--everything"]),
        ("odd$HOME", &["--binary", "/bin/true"]),
    ] {
        let refused = install(home.path(), &home.path().join(prefix), arguments);
        assert!(!refused.status.success());
        assert!(!refused.stderr.is_empty());
        assert!(everything_in(home.path()).is_empty(), "nothing was written");
    }
}

fn install(home: &Path, prefix: &Path, arguments: &[&str]) -> Output {
    let run = Command::new("sh")
        .arg(root().join("install"))
        .args(arguments)
        .env("HOME", home)
        .env("PREFIX", prefix)
        .env_remove("XDG_DATA_HOME")
        .output();
    run.unwrap_or_else(|error| panic!("sh: {error}"))
}

fn everything_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

/// The keys of a desktop entry.
fn entry(text: &str) -> BTreeMap<String, String> {
    let lines = text.lines().filter_map(|line| line.split_once('='));
    lines.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map_or("", |(found, _)| found)
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

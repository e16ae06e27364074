//! The house rules that a compiler does not know: who may import whom, what may stand where, and what may be claimed.
//! Every refusal says where it is and names the way out.

use std::fs;
use std::path::{Path, PathBuf};

/// What each room may import from this package, besides itself. A room that is not listed is not a room.
const MAY_IMPORT: [(&str, &[&str]); 7] = [
    ("main", &["cli", "app", "ui", "world", "words", "practice"]),
    ("cli", &["ui", "world", "words", "practice"]),
    ("app", &["ui", "world", "words", "practice"]),
    ("ui", &["words", "practice"]),
    ("world", &["words", "practice"]),
    ("words", &["practice"]),
    ("practice", &[]),
];

const LONGEST_FILE: usize = 450;

/// Claims and tones that no text of ours takes: whole words, any ending after a `*`.
const NEVER_SAID: [&str; 27] = [
    "cure*",
    "curing",
    "heal",
    "heals",
    "healed",
    "healing",
    "treat*",
    "diagnose",
    "diagnoses",
    "toxin*",
    "detox*",
    "knot*",
    "adhesion*",
    "lesion*",
    "break up",
    "breaks up",
    "break down",
    "breaks down",
    "realign*",
    "reliev*",
    "relief",
    "miracle*",
    "proven",
    "guarantee*",
    "first-line",
    "streak*",
    "you missed",
];

/// The few sentences in which such a word says the opposite.
const BUT_MAY_SAY: [&str; 1] = ["does not diagnose or treat"];

#[test]
fn rooms_import_only_downwards() {
    let mut faults = Vec::new();
    for file in sources() {
        if file.room == "lib" {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(room, _)| *room == file.room) else {
            faults.push(file.fault(0, "is in no room", "move it into one of the rooms of src/lib.rs"));
            continue;
        };
        for (offset, name) in file.imports() {
            let known = MAY_IMPORT.iter().any(|(room, _)| *room == name);
            if known && name != file.room && !allowed.contains(&name.as_str()) {
                let what = format!("`{}` may not know `{name}`", file.room);
                let way_out = match allowed {
                    [] => "let the caller hand the value in, or move the type down into `practice`".to_owned(),
                    _ => format!("it may use {}: move the shared part there, or let `app` join the two", list(allowed)),
                };
                faults.push(file.fault(offset, &what, &way_out));
            }
        }
    }
    report(&faults);
}

#[test]
fn only_the_clock_asks_for_the_time() {
    let bans = ["Instant::now", "SystemTime::now", "Zoned::now", "Timestamp::now"];
    let way_out = "take the time as an argument; src/world/clock.rs is the one place that asks for it";
    report(&banned(&bans, way_out, |file| file.is("src/world/clock"), |file| &file.code));
}

#[test]
fn only_the_world_touches_the_disk() {
    let way_out = "let src/world do it and hand the bytes in, or take a reader as an argument";
    let mut faults = banned(&["fs::"], way_out, |file| file.room == "world", Source::code_without_tests);
    for file in sources().iter().filter(|file| file.room != "world") {
        let code = file.code_without_tests();
        let uses = names_after("std::", code)
            .into_iter()
            .filter(|(at, name)| name == "fs" && !code[*at..].starts_with("fs::"));
        faults.extend(uses.map(|(at, _)| file.fault(at, "`std::fs` stands here", way_out)));
    }
    report(&faults);
}

#[test]
fn only_the_theme_mixes_colours() {
    let bans = ["Color32::from_", "Rgba::from_", "Hsva::new", "hex_color!"];
    let way_out = "give the colour a role in src/ui/theme.rs and use that; Color32::TRANSPARENT is free";
    let in_theme = |file: &Source| file.is("src/ui/theme");
    let mut faults = banned(&bans, way_out, in_theme, |file| &file.code);
    for file in sources().iter().filter(|file| !in_theme(file)) {
        for (offset, name) in names_after("Color32::", &file.code) {
            let is_constant = name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
            if is_constant && !["TRANSPARENT", "PLACEHOLDER"].contains(&name.as_str()) {
                faults.push(file.fault(offset, &format!("`Color32::{name}` stands here"), way_out));
            }
        }
    }
    report(&faults);
}

#[test]
fn nothing_is_left_to_do_later() {
    let way_out = "finish it, or leave it out and write the gap in docs/decisions.md";
    report(&banned(&["todo!", "unimplemented!", "dbg!"], way_out, |_| false, |file| &file.code));
}

#[test]
fn no_code_for_the_network() {
    let bans = ["TcpStream", "TcpListener", "UdpSocket", "UnixStream"];
    let way_out = "remove it: everything stays on this computer; write a file that the person may send";
    let mut faults = banned(&bans, way_out, |_| false, |file| &file.code);
    for file in sources() {
        let uses = names_after("std::", &file.code).into_iter().filter(|(_, name)| name == "net");
        faults.extend(uses.map(|(offset, _)| file.fault(offset, "`std::net` stands here", way_out)));
    }
    report(&faults);
}

#[test]
fn no_file_is_too_long_to_read() {
    let mut faults = Vec::new();
    for file in sources() {
        let lines = file.code.lines().count();
        if lines > LONGEST_FILE {
            let what = format!("has {lines} lines, {LONGEST_FILE} at most");
            faults.push(file.fault(0, &what, "it wants to be two: split it where its second idea begins"));
        }
    }
    report(&faults);
}

#[test]
fn no_text_claims_what_we_may_not_claim() {
    let mut texts = files_under("assets/locales", "ftl");
    texts.extend(files_under("routines", "kneadwell"));
    assert!(!texts.is_empty(), "no texts found: are assets/locales and routines still there?");
    let mut faults = Vec::new();
    for path in texts {
        for (number, line) in read(&path).lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            for word in claims(spoken_part(line)) {
                let place = format!("{}:{}", shown(&path), number + 1);
                faults.push(format!(
                    "{place}: says “{word}”. Say what the program does (it times, logs, keeps inside limits) or what is \
                     felt (tender, sore); BUT_MAY_SAY in tests/house.rs is for sentences that deny a claim."
                ));
            }
        }
    }
    report(&faults);
}

#[test]
fn every_site_has_its_texts() {
    let library = read(&root().join("assets/library.json"));
    let texts = read(&root().join("assets/locales/en/sites.ftl"));
    let has = |key: &str| texts.lines().any(|line| line.split_once(" = ").is_some_and(|(name, _)| name == key));
    // Codes of other vocabularies are ids, too: ours begin with a letter.
    let mut ids = quoted_after("\"id\": ", &library);
    ids.retain(|id| id.starts_with(|first: char| first.is_ascii_lowercase()));
    assert_eq!(ids.len(), 35, "assets/library.json holds 28 sites and 7 locked ones");
    let mut faults = Vec::new();
    for id in ids {
        for part in ["", "-common", "-where", "-position", "-stretch-1", "-stretch-2", "-caution", "-felt"] {
            let key = format!("site-{id}{part}");
            if !has(&key) {
                faults.push(format!(
                    "assets/locales/en/sites.ftl:1: lacks `{key}`. Add the line; its neighbours show how."
                ));
            }
        }
    }
    report(&faults);
}

#[test]
fn the_rules_catch_what_they_should() {
    assert_eq!(
        code_only("a // crate::ui\nb \"fs::\" '\\'' 'x' c /* todo! /* x */ */ d").matches(char::is_alphabetic).count(),
        4
    );
    assert!(!code_only("let r = r#\"dbg!(\"#; fn f<'a>(x: &'a str) {}").contains("dbg!"));
    assert!(code_only("fn f<'a>(x: &'a str) { fs::read(x) }").contains("fs::read"));
    let names: Vec<String> =
        names_after("crate::", "use crate::{practice::{plan, ui}, ui}; crate::world::x; mycrate::cli")
            .into_iter()
            .map(|(_, n)| n)
            .collect();
    assert_eq!(names, ["practice", "ui", "world"]);
    assert!(find_word("use crate::offs::x", "fs::").is_empty());
    assert_eq!(claims("It does not diagnose or treat"), Vec::<String>::new());
    assert_eq!(claims("Secure the strap. A healthy knotless area, untreated").len(), 1);
    assert_eq!(claims("This cures knots and relieves!"), ["cure*", "knot*", "reliev*", "!"]);
}

/// One file of src, with its comments and string contents blanked out, so that only code is judged.
struct Source {
    path: PathBuf,
    room: String,
    /// How deep its module lies: src/ui/parts.rs is `ui::parts`, 2.
    depth: usize,
    code: String,
}

impl Source {
    fn read(path: PathBuf) -> Self {
        let inside = path.strip_prefix(root().join("src")).unwrap_or(&path).with_extension("");
        let mut parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if parts.len() > 1 && parts.last().is_some_and(|last| last == "mod") {
            parts.pop();
        }
        let code = code_only(&read(&path));
        Self { room: parts.first().cloned().unwrap_or_default(), depth: parts.len(), code, path }
    }

    /// Whether this is the module of that path, as a file or a folder.
    fn is(&self, module: &str) -> bool {
        let path = shown(&self.path);
        path == format!("{module}.rs") || path.starts_with(&format!("{module}/"))
    }

    fn code_without_tests(&self) -> &str {
        let end = self.code.match_indices("\n#[cfg(test)]").map(|(at, _)| at).find(|at| {
            let rest = self.code[at + "\n#[cfg(test)]".len()..].trim_start();
            rest.starts_with("mod ") && rest.split_once('{').is_some_and(|(head, _)| !head.contains(';'))
        });
        &self.code[..end.unwrap_or(self.code.len())]
    }

    /// Every name this file takes from the root of the package, and where.
    fn imports(&self) -> Vec<(usize, String)> {
        let mut found = names_after("crate::", &self.code);
        found.extend(names_after("kneadwell::", &self.code));
        found.extend(names_after(&"super::".repeat(self.depth), &self.code));
        found
    }

    fn fault(&self, offset: usize, what: &str, way_out: &str) -> String {
        let line = self.code[..offset].matches('\n').count() + 1;
        format!("{}:{line}: {what}. The way out: {way_out}.", shown(&self.path))
    }
}

fn sources() -> Vec<Source> {
    let files: Vec<Source> = files_under("src", "rs").into_iter().map(Source::read).collect();
    assert!(!files.is_empty(), "no source files found under src");
    files
}

fn banned(bans: &[&str], way_out: &str, free: impl Fn(&Source) -> bool, part: impl Fn(&Source) -> &str) -> Vec<String> {
    let mut faults = Vec::new();
    for file in sources().iter().filter(|file| !free(file)) {
        for ban in bans {
            let places = find_word(part(file), ban);
            faults.extend(places.into_iter().map(|at| file.fault(at, &format!("`{ban}` stands here"), way_out)));
        }
    }
    faults
}

/// Where `word` stands as a path or name of its own, and not as the tail of a longer name.
fn find_word(text: &str, word: &str) -> Vec<usize> {
    let free = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    text.match_indices(word).map(|(at, _)| at).filter(|at| free(*at)).collect()
}

/// The names that directly follow `prefix`, those of a group `{a::b, c}` one by one.
fn names_after(prefix: &str, code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in find_word(code, prefix) {
        let start = at + prefix.len();
        if !code[start..].starts_with('{') {
            found.push((start, name_at(&code[start..])));
            continue;
        }
        let (mut depth, mut wanted) = (0, false);
        for (offset, c) in code[start..].char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
            if depth == 1 && matches!(c, '{' | ',') {
                wanted = true;
            } else if wanted && !c.is_whitespace() {
                found.push((start + offset, name_at(&code[start + offset..])));
                wanted = false;
            }
        }
    }
    found
}

fn name_at(code: &str) -> String {
    code.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The same text with comments and the insides of strings turned to spaces; lines and offsets stay.
fn code_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if c == '"' {
            quoted(rest)
        } else if c == 'r' && !out.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            raw_string(rest)
        } else if c == '\'' {
            char_literal(rest)
        } else {
            0
        };
        let (blank, kept) = if length > 0 { (length, 0) } else { (0, c.len_utf8()) };
        out.push_str(&rest[..kept]);
        out.extend(rest[..blank].bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }));
        rest = &rest[blank + kept..];
    }
    out
}

fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < text.len() {
        let rest = &text.as_bytes()[at..];
        if rest.starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    text.len()
}

fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw_string(text: &str) -> usize {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    if !text[1 + hashes..].starts_with('"') {
        return 0;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let body = 2 + hashes;
    text[body..].find(&end).map_or(text.len(), |at| body + at + end.len())
}

/// The length of a character literal; 0 for a lifetime.
fn char_literal(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => text[3..].find('\'').map_or(0, |at| at + 4),
        Some(_) => chars.next().filter(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}

/// The part of a line that a person reads: in Fluent, what follows the key.
fn spoken_part(line: &str) -> &str {
    line.split_once(" = ").map_or(line, |(_, text)| text)
}

fn claims(text: &str) -> Vec<String> {
    let mut text = text.to_lowercase();
    for sentence in BUT_MAY_SAY {
        text = text.replace(sentence, "");
    }
    let ends_word = |rest: &str| !rest.starts_with(char::is_alphabetic);
    let says = |claim: &str| {
        let stem = claim.trim_end_matches('*');
        find_word(&text, stem).iter().any(|at| claim.ends_with('*') || ends_word(&text[at + stem.len()..]))
    };
    let mut found: Vec<String> = NEVER_SAID.iter().filter(|claim| says(claim)).map(|&claim| claim.to_owned()).collect();
    if text.contains('!') {
        found.push("!".to_owned());
    }
    found
}

fn quoted_after(label: &str, text: &str) -> Vec<String> {
    text.split(label).skip(1).filter_map(|rest| rest.split('"').nth(1)).map(str::to_owned).collect()
}

fn files_under(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut folders = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn read(path: &Path) -> String {
    let text = fs::read_to_string(path);
    assert!(text.is_ok(), "{}: cannot be read: {text:?}", shown(path));
    text.unwrap_or_default()
}

fn list(rooms: &[&str]) -> String {
    rooms.iter().map(|room| format!("`{room}`")).collect::<Vec<_>>().join(", ")
}

fn report(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

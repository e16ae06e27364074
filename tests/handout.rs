//! The page for the printer: complete, with the right side lit, and nothing but text and pictures of its own.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a helper of a test that cannot go on says so"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use kneadwell::practice::dose;
use kneadwell::practice::figure::View;
use kneadwell::practice::library::{Region, Site};
use kneadwell::practice::measure::Side;
use kneadwell::practice::program::draft::minified;
use kneadwell::practice::program::{Press, Program, Revision};
use kneadwell::words;
use kneadwell::world::routines::SHIPPED;
use kneadwell::world::share::handout::handout;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

#[expect(dead_code, reason = "only its routines are of use here")]
#[path = "support/any.rs"]
mod any;

use any::drawn;

const LONG: &str = "tests/handout/long.kneadwell";

#[test]
fn every_text_of_a_program_is_on_its_page() {
    for bytes in every() {
        let (program, page) = page(&bytes);
        let text = text(&page);
        let has = |words: &str| {
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(text.contains(&words), "“{words}” is missing in {}", program.title);
        };
        has(&program.title);
        has(&program.prescribed.by);
        for words in [&program.prescribed.contact, &program.notes].into_iter().flatten().chain(&program.stop_if) {
            has(words);
        }
        has("It does not diagnose or treat, and does not replace medical care.");
        has("Call the emergency number.");
        has("Face drooping, slurred speech or double vision");
        for routine in &program.routines {
            has(&routine.name);
            for point in &routine.points {
                has(&words::place::with_sides(point));
                has(&words::place::location(&point.place));
                has(&words::place::position(&point.place));
                has(&words::place::caution(&point.place));
                has(point.note.as_deref().unwrap_or_default());
                if let Some(tool) = point.tool {
                    has(&words::place::tool_take(tool));
                }
                if point.stretch.is_some() {
                    has("To first tightness, never pain.");
                }
            }
        }
        let points: usize = program.routines.iter().map(|routine| routine.points.len()).sum();
        assert_eq!(page.matches("<svg class=\"figure\"").count(), points);
    }
}

#[test]
fn a_dose_is_told_in_whole_sentences_with_how_far_it_may_go() {
    let bytes = with_point(
        r#""site": "upper-trapezius", "side": "left", "tool": "cane", "ceiling": { "start": 4, "max": 5 },
        "press": { "hold": { "start": "30s", "max": "47s", "step": "5s" }, "holds": 3, "feel": [3, 4] },
        "stretch": { "hold": "20s", "reps": 2 }, "finish": { "reps": 4 }, "note": "Slowly." "#,
    );
    let text = text(&page(bytes.as_bytes()).1);
    for words in [
        "1. Left shoulder-top",
        "Upper trapezius",
        "On your own left side. Seen from behind: your left is on the left of the picture.",
        "With Take the cane.",
        "Press Hold 30 seconds, 3 times. Rest 15 seconds in between. Take",
        "How strong Begin at 3 of 10 and let it grow to 4. Never above 4.",
        "Stretch Hold 20 seconds, twice. Rest 10 seconds in between. To first tightness, never pain.",
        "At the end Move slowly through the whole range, 4 times.",
        // Half steps are never taken.
        "May go up Hold: to 45 seconds, 5 seconds at a time. Limit: to 5 of 10, 1 at a time. Nothing else goes up.",
        "Take care Keep off the front of the ridge",
        "Note Slowly.",
        "How often 5 days a week, once a day.",
        "Stop for today. Tell M. Okafor.",
    ] {
        assert!(text.contains(words), "“{words}” is missing in {text}");
    }
}

#[test]
fn what_never_goes_up_says_so() {
    let order = r#", "progression": { "order": ["holds"] }"#;
    let bytes = program(
        r#""site": "hamstrings", "side": "both", "press": { "hold": { "start": "30s", "max": "60s" } }"#,
        order,
    );
    let text = text(&page(bytes.as_bytes()).1);
    assert!(text.contains("May go up Nothing.") && text.contains("Nothing goes up in this program."), "{text}");
}

#[test]
fn every_program_there_can_be_has_its_points_on_paper() {
    let settings = Config { cases: 64, rng_seed: RngSeed::Fixed(11), failure_persistence: None, ..Config::default() };
    proptest!(settings, |(drawn in proptest::collection::vec(drawn(), 1..=3))| {
        let mut program = Program::read(with_point(r#""site": "soleus", "side": "left", "press": {}"#).as_bytes()).unwrap();
        program.routines = drawn.iter().map(|drawn| drawn.routine.clone()).collect();
        program.limits = drawn[0].limits;
        let page = handout(&program, Revision::of(b"any"));
        stands_alone(&page);
        let text = text(&page);
        let points: Vec<_> = program.routines.iter().flat_map(|routine| &routine.points).collect();
        prop_assert_eq!(page.matches("<svg class=\"figure\"").count(), points.len());
        for point in points {
            prop_assert!(text.contains(&words::place::with_sides(point)));
            // No strength above the ceiling of the first day is ever asked for.
            let ceiling = dose::ceiling(point, &program.limits).level();
            if matches!(point.press, Some(Press::Hold(_))) {
                let never = format!("Never above {ceiling}.");
                prop_assert!(text.contains(&never));
            }
        }
        for level in text.split("let it grow to ").skip(1) {
            let (to, rest) = level.split_once(". Never above ").unwrap();
            let limit = rest.split_once('.').unwrap().0;
            prop_assert!(to.parse::<u8>().unwrap() <= limit.parse::<u8>().unwrap());
        }
    });
}

#[test]
fn the_sign_of_the_program_comes_before_all_others() {
    let text = text(&page(with_point(r#""site": "soleus", "side": "left", "press": {}"#).as_bytes()).1);
    let lies = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} is missing"));
    let told = ["First of all for this program.", "numb toes", "Call the emergency number.", "Call your doctor today."];
    assert!(told.map(lies).is_sorted());
}

#[test]
fn every_site_is_lit_on_its_own_side() {
    for site in Site::all() {
        for (id, sides) in
            [("left", [Side::Left].as_slice()), ("right", &[Side::Right]), ("both", &[Side::Left, Side::Right])]
        {
            let press = if site.locked { r#""stretch": {}"# } else { r#""press": {}"# };
            let bytes = with_point(&format!(r#""site": "{}", "side": "{id}", {press}"#, site.id));
            let page = page(bytes.as_bytes()).1;
            // Both where the whole body is drawn and under the lens; the soles are large as they are.
            let times = if View::of(&site.id) == Some(View::Soles) { 1 } else { 2 };
            // What is only stretched is not shown like what is pressed.
            let (class, other) = if site.locked { ("stretched", "lit") } else { ("lit", "stretched") };
            assert!(spots(&page, other).is_empty(), "{}", site.id);
            assert_eq!(text(&page).contains("Nothing is pressed here. It is only stretched."), site.locked);
            let spots = spots(&page, class);
            assert_eq!(spots.len(), times * sides.len(), "{} {id}", site.id);
            for (side, view, xs) in spots {
                assert!(sides.iter().any(|wanted| wanted.id() == side), "{} {id}: {side}", site.id);
                // Who faces the reader has the left hand on the right of the picture.
                let is_right_of_picture = (view == "front") == (side == "left");
                assert!(
                    xs.iter().all(|&x| if is_right_of_picture { x > 0 } else { x < 0 }),
                    "{} {id}: {view} {side} {xs:?}",
                    site.id
                );
            }
            let caption = text(&page);
            let word = match id {
                "both" => "On both sides: first all of your left side, then all of your right side.",
                "left" => "On your own left side.",
                _ => "On your own right side.",
            };
            assert!(caption.contains(word), "{} {id}", site.id);
        }
    }
}

#[test]
fn the_words_under_a_picture_stand_under_their_halves() {
    let front = page(with_point(r#""site": "quadriceps", "side": "left", "press": {}"#).as_bytes()).1;
    let back = page(with_point(r#""site": "hamstrings", "side": "left", "press": {}"#).as_bytes()).1;
    let lies = |page: &str, word: &str| {
        let end = page.find(&format!(">{word}</text>")).unwrap();
        let tag = &page[page[..end].rfind("<text").unwrap()..end];
        attribute(tag, "x").parse::<f32>().unwrap()
    };
    assert!(lies(&front, "left") > lies(&front, "right"));
    assert!(lies(&back, "left") < lies(&back, "right"));
    assert!(text(&front).contains("Seen from the front: your left is on the right of the picture."));
}

#[test]
fn a_place_of_the_programs_own_has_its_part_of_the_body_outlined() {
    for region in Region::ALL {
        let place = format!(r#"{{ "name": "Old scar", "where": "Beside it", "region": "{}" }}"#, region.id());
        for side in ["left", "right", "middle", "both"] {
            let bytes = with_point(&format!(r#""site": {place}, "side": "{side}", "press": {{}}"#));
            let page = page(bytes.as_bytes()).1;
            assert!(spots(&page, "lit").is_empty(), "nobody knows where in the {} it is", region.id());
            let parts = spots(&page, "part");
            assert!(!parts.is_empty(), "{}", region.id());
            for (found, view, xs) in parts {
                assert!(side == "both" || side == "middle" || found == side, "{} {side}: {found}", region.id());
                let is_right_of_picture = (view == "front") == (found == "left");
                assert!(xs.iter().all(|&x| (x > 0) == is_right_of_picture), "{} {side} {view}", region.id());
            }
            assert!(text(&page).contains("The words say where: in the dashed part"), "{}", region.id());
        }
    }
}

#[test]
fn nothing_that_a_program_says_becomes_part_of_the_page() {
    let evil = r#"</title></style><script>alert(1)</script><img src=x onerror="y"> \" ' & &amp; */ "#.trim_end();
    let written = evil.replace('\\', "\\\\").replace('"', "\\\"");
    let bytes = format!(
        r#"{{ "kneadwell": 1, "title": "{written}", "prescribed": {{ "by": "{written}", "contact": "{written}" }},
        "stop_if": ["{written}"], "notes": "{written}",
        "routines": [ {{ "name": "{written}", "points": [
            {{ "site": {{ "name": "{written}", "where": "{written}", "region": "hand", "position": "{written}" }},
               "side": "left", "press": {{}}, "note": "{written}" }} ] }} ] }}"#
    );
    let (program, page) = page(bytes.as_bytes());
    assert_eq!(program.title, evil);
    stands_alone(&page);
    assert!(!page.contains("<img") && !page.contains("alert(1)</script>"));
    assert_eq!(page.matches("<style").count(), 1);
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(text(&page).matches(evil).count() >= 9, "it is all there as text");
    let title = &page[page.find("<title>").unwrap()..page.find("</title>").unwrap()];
    assert!(title.contains("&lt;script&gt;"), "{title}");
}

#[test]
fn a_page_needs_nothing_and_runs_nothing_and_is_small() {
    for bytes in every() {
        let page = page(&bytes).1;
        stands_alone(&page);
        assert!(page.len() < 500_000, "{} bytes", page.len());
    }
}

#[test]
fn a_small_program_goes_along_as_a_code_and_a_large_one_does_not() {
    let mut coded = 0;
    for shipped in SHIPPED {
        let (program, page) = page(shipped.text.as_bytes());
        let is_small = minified(&program).len() <= 1_200;
        assert_eq!(page.contains("<svg class=\"code\""), is_small, "{}", program.title);
        assert_eq!(text(&page).contains("This square holds the whole program as text"), is_small);
        if is_small {
            assert_eq!(Program::read(scanned(&page).as_bytes()).unwrap(), program);
            coded += 1;
        }
    }
    assert!(coded > 0 && coded < SHIPPED.len(), "{coded} codes");
    let long = page(&fs::read(root().join(LONG)).unwrap()).1;
    assert!(!long.contains("class=\"code\"") && !long.contains("class=\"itself\""), "no empty box");
    let text = text(&page(with_point(r#""site": "soleus", "side": "left", "press": {}"#).as_bytes()).1);
    assert!(text.contains("it leads to no web page"), "{text}");
}

#[test]
fn a_code_holds_letters_of_every_language() {
    let bytes = with_point(r#""site": "soleus", "side": "left", "press": {}, "note": "Größe: «schön» — 膝の下 ½" "#);
    let (program, page) = page(bytes.as_bytes());
    assert_eq!(Program::read(scanned(&page).as_bytes()).unwrap(), program);
}

#[test]
fn who_prescribed_nothing_is_not_to_be_told() {
    let example = page(SHIPPED[1].text.as_bytes()).1;
    let text = text(&example);
    assert!(text.contains("It was not prescribed for you") && text.contains("Stop for today. Tell your therapist."));
    assert!(!text.contains("Tell Kneadwell"));
}

#[test]
fn the_command_line_writes_the_page() {
    let run = |arguments: &[&str]| Command::new(env!("CARGO_BIN_EXE_kneadwell")).args(arguments).output().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.html");
    let program = "routines/calf-and-foot.kneadwell";
    let printed = run(&["handout", program]);
    assert!(printed.status.success());
    let expected = page(&fs::read(program).unwrap()).1;
    assert_eq!(String::from_utf8(printed.stdout).unwrap().trim_end(), expected);
    assert!(run(&["handout", program, "-o", out.to_str().unwrap()]).status.success());
    assert_eq!(fs::read_to_string(&out).unwrap(), expected);

    let copy = folder.path().join("copy.kneadwell");
    fs::copy(program, &copy).unwrap();
    let refused = run(&["handout", copy.to_str().unwrap(), "-o", copy.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(fs::read(&copy).unwrap(), fs::read(program).unwrap(), "the program is not overwritten");

    let bad = "tests/programs/bad/time-bare.kneadwell";
    let (refused, checked) = (run(&["handout", bad]), run(&["check", bad]));
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stdout.is_empty() && !refused.stderr.is_empty());
    assert_eq!(refused.stderr, checked.stderr, "in the words of check");
    assert_eq!(run(&["handout", "no-such-file"]).status.code(), Some(1));
}

/// Every program that is worth printing: those shipped, one as long as can be, and those of the sessions.
fn every() -> Vec<Vec<u8>> {
    let mut all: Vec<_> = SHIPPED.iter().map(|shipped| shipped.text.as_bytes().to_owned()).collect();
    all.push(fs::read(root().join(LONG)).unwrap());
    for entry in fs::read_dir(root().join("tests/sessions")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "kneadwell") {
            all.push(fs::read(path).unwrap());
        }
    }
    assert!(all.len() > 6);
    all
}

fn with_point(point: &str) -> String {
    program(point, "")
}

fn program(point: &str, more: &str) -> String {
    format!(
        r#"{{ "kneadwell": 1, "title": "One point", "prescribed": {{ "by": "M. Okafor" }}, "stop_if": ["numb toes"]{more},
        "routines": [ {{ "name": "Evening", "points": [ {{ {point} }} ] }} ] }}"#
    )
}

fn page(bytes: &[u8]) -> (Program, String) {
    let program = Program::read(bytes).unwrap_or_else(|refusal| {
        let lines: Vec<_> = refusal.0.iter().map(|fault| words::fault::place("program", fault)).collect();
        panic!("{}", lines.join("\n"))
    });
    let page = handout(&program, Revision::of(bytes));
    (program, page)
}

/// The page loads nothing, links to nothing and runs nothing.
fn stands_alone(page: &str) {
    let style = &page[page.find("<style>").unwrap()..page.find("</style>").unwrap()];
    for load in ["url(", "@import", "@font-face", "http"] {
        assert!(!style.contains(load), "{load} stands in the style");
    }
    assert_eq!(page.matches("http-equiv").count(), 1);
    for tag in tags(page) {
        let name: String = tag.chars().skip(1).take_while(char::is_ascii_alphanumeric).collect();
        for load in ["script", "link", "img", "iframe", "object", "embed", "base", "a", "image", "form", "video"] {
            assert_ne!(name, load, "{tag}");
        }
        // What stands in quotes is a value.
        let bare: String = tag.split('"').step_by(2).collect();
        for load in ["src=", " on", "xlink", "style=", "srcset", "action"] {
            assert!(!bare.contains(load), "{load} in {tag}");
        }
        let inside = !tag.contains("href=") || tag.contains("href=\"#");
        assert!(inside, "{tag}");
    }
}

/// Every tag; between tags there is no bare bracket, for all text is escaped.
fn tags(page: &str) -> Vec<&str> {
    let (head, rest) = page.split_once("<style>").unwrap();
    let body = rest.split_once("</style>").unwrap().1;
    [head, body]
        .into_iter()
        .flat_map(|part| part.split('<').skip(1))
        .map(|tag| tag.split_once('>').expect("a tag ends").0)
        .collect()
}

/// What is lit on the page: side, view, and every x of its outline.
fn spots(page: &str, class: &str) -> Vec<(String, String, Vec<i32>)> {
    let marked = format!("<path class=\"{class}\"");
    let found = page.match_indices(&marked).map(|(at, _)| {
        let tag = &page[at..at + page[at..].find('>').unwrap()];
        let corners = attribute(tag, "d");
        let xs = corners.split(['M', 'L', 'z']).filter(|corner| !corner.is_empty());
        let xs = xs.map(|corner| corner.split(' ').next().unwrap().parse().unwrap());
        (attribute(tag, "data-side").to_owned(), attribute(tag, "data-view").to_owned(), xs.collect())
    });
    found.collect()
}

/// What a reader of square codes makes of the one on the page, painted with four dots a module.
fn scanned(page: &str) -> String {
    let tag = &page[page.find("<svg class=\"code\"").unwrap()..];
    let whole: usize = attribute(&tag[..tag.find('>').unwrap()], "viewBox").split(' ').nth(2).unwrap().parse().unwrap();
    let path = &tag[tag.find("<path").unwrap()..];
    let path = attribute(&path[..path.find('>').unwrap()], "d");
    let mut dark = vec![false; whole * whole];
    for run in path.split('z').filter(|run| !run.is_empty()) {
        let (at, length) = run.trim_start_matches('M').split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
        let length: usize = length.split('v').next().unwrap().parse().unwrap();
        dark[y * whole + x..][..length].fill(true);
    }
    let light = |x: usize, y: usize| if dark[y / 4 * whole + x / 4] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(whole * 4, whole * 4, light);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code on the page");
    grids[0].decode().unwrap().1
}

fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    let start = tag.find(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name} in {tag}")) + name.len() + 3;
    &tag[start..start + tag[start..].find('"').unwrap()]
}

/// What a reader sees, with one blank wherever there is any space.
fn text(page: &str) -> String {
    let body = page.split_once("</style>").unwrap().1;
    let mut text = String::new();
    for part in body.split('<') {
        text.push_str(part.split_once('>').map_or("", |(_, words)| words));
        text.push(' ');
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

//! Writing a program in the window: only by what a person can type, click, press and drag.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fall over")]

mod desk;

use std::path::Path;
use std::time::Duration;

use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::{SnapshotResults, kittest::NodeT, kittest::Queryable};
use kneadwell::practice::library::Tool;
use kneadwell::practice::measure::{Amount, Bounds, Seconds, Side, Sides};
use kneadwell::practice::program::draft::Draft;
use kneadwell::practice::program::{Place, Press, Program};
use kneadwell::ui::action::{EditorView, Keeping, Room};
use kneadwell::ui::editor::{Writing, editor};
use kneadwell::world::settings::Theme;

use crate::today::stage::{Look, nothing_is_lost, rich, stage};
use desk::Desk;

/// The leaflet of four points, written as a person would.
fn leaflet(desk: &mut Desk) {
    desk.write("Title", "Desk neck");
    desk.write("Prescribed by", "M. Okafor, physiotherapist");
    desk.point("left shoulder-top", "");
    desk.click("Cane");
    desk.write("One hold", "30s");
    desk.click("One hold: May move");
    desk.write("One hold: Most", "45s");
    desk.point("stiff-neck", "Right");
    desk.point("rhomboids", "Both");
    desk.write("Note about this point", "Lean in slowly.");
    desk.point("right chest", "");
    desk.click("It is pressed");
}

#[test]
fn a_leaflet_of_four_points_is_written_used_and_in_force() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::from_nothing(folder.path());
    assert!(desk.node("Use this program").accesskit_node().is_disabled());
    leaflet(&mut desk);
    assert!(desk.has("Nothing to mend"), "{}", desk.told());
    desk.click("Use this program");
    assert!(desk.has("Read it through. It is your program once you say so."), "{}", desk.told());
    desk.click("Use this program");
    assert!(desk.has("Start") || desk.told().contains("Desk neck"), "{}", desk.told());

    let bytes = in_force(folder.path());
    let program = Program::read(&bytes).unwrap();
    assert_eq!(program.title, "Desk neck");
    assert_eq!(program.prescribed.on, Some(jiff::civil::date(2026, 11, 22)));
    let points = &program.routines[0].points;
    let told: Vec<_> = points.iter().map(|point| (point.place.id(), point.sides)).collect();
    let one = Sides::One;
    assert_eq!(
        told,
        [
            ("upper-trapezius", one(Side::Left)),
            ("levator-scapulae", one(Side::Right)),
            ("rhomboids", Sides::Both),
            ("pectoralis-major", one(Side::Right)),
        ]
    );
    assert_eq!(points[0].tool, Some(Tool::Cane));
    let Some(Press::Hold(hold)) = points[0].press else { panic!("{:?}", points[0].press) };
    let (start, max) = (Seconds(30), Seconds(45));
    assert_eq!(hold.hold, Amount::Bounded(Bounds { start, min: Seconds(10), max, step: Seconds(5) }));
    assert_eq!(points[2].note.as_deref(), Some("Lean in slowly."));
    assert!(points[3].press.is_none() && points[3].stretch.is_some());
    assert!(matches!(points[3].place, Place::Known(_)));
    let drafts = std::fs::read_dir(folder.path().join("drafts")).unwrap().count();
    assert_eq!(drafts, 0, "what is in force is no draft any more");
}

/// The bytes of the program in force, as a second client reads them.
fn in_force(folder: &Path) -> Vec<u8> {
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
    for _ in 0..200 {
        let journal = rusqlite::Connection::open_with_flags(folder.join("journal.db"), flags).unwrap();
        let found = journal.query_row("SELECT bytes FROM revisions ORDER BY rowid DESC", [], |row| row.get(0));
        if let Ok(bytes) = found {
            return bytes;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("no program was kept");
}

#[test]
fn a_fault_stands_at_its_field_in_the_words_of_check_and_goes() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::from_nothing(folder.path());
    assert!(desk.has("The key \"title\" is missing"));
    assert!(desk.has("3 things to mend"), "title, name and points");
    desk.click("Go to the first");
    assert!(desk.field("Title").is_focused());
    desk.write("Title", "Neck");
    assert!(!desk.has("The key \"title\" is missing"));

    desk.write("Prescribed by", "M. Okafor");
    desk.point("left calf", "");
    assert!(desk.has("Nothing to mend"), "{}", desk.told());
    desk.write("One hold", "30 sec");
    let words = "\"30 sec\" is not a time (did you mean \"30s\"?)";
    assert!(desk.has(words), "{}", desk.told());
    let (field, fault) = (desk.field("One hold").rect(), desk.node(words).rect());
    assert!(fault.top() >= field.bottom() && fault.top() < field.bottom() + 60.0, "{field:?} {fault:?}");
    let told = desk.field("One hold").accesskit_node().description();
    assert_eq!(told.as_deref(), Some(words), "a screen reader hears it at the field");

    desk.click("One hold: Write 30s");
    assert!(desk.value("One hold") == "30s" && desk.has("Nothing to mend"));
    desk.click("Undo");
    assert_eq!(desk.value("One hold"), "30 sec");

    // Folded up, the row says how much there is to mend, and the way there opens it.
    let row = desk.rows()[0].clone();
    assert!(row.ends_with("1 thing to mend"), "{row}");
    desk.open_row("Point 1");
    assert!(!desk.has(words));
    desk.click("Go to the first");
    assert!(desk.field("One hold").is_focused());
    for _ in 0..4 {
        desk.press(Key::Backspace);
    }
    desk.write("One hold", "s");
    assert_eq!(desk.value("One hold"), "30s");
    assert!(desk.has("Nothing to mend"), "{}", desk.told());
}

#[test]
fn what_is_typed_is_taken_back_and_done_again_to_the_letter() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::from_nothing(folder.path());
    desk.write("Title", "  Neck ");
    desk.write("Prescribed by", "M. O");
    desk.point("left calf", "");
    assert_eq!(desk.rows().len(), 1);
    desk.chord(Modifiers::COMMAND, Key::Z);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(desk.rows().len(), 0, "{:?}", desk.rows());
    assert_eq!(desk.value("Prescribed by"), "M. O");
    desk.field("Prescribed by").focus();
    desk.steps(3);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!((desk.value("Title"), desk.value("Prescribed by")), ("  Neck ".to_owned(), String::new()));
    desk.chord(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(desk.value("Prescribed by"), "M. O");
    desk.chord(Modifiers::COMMAND, Key::Y);
    desk.click("Redo");
    let row = desk.rows();
    assert!(row.len() == 1 && row[0].contains("Gastrocnemius"), "{row:?}");
    desk.click("Undo");
    desk.write("Title", "x");
    assert!(desk.node("Redo").accesskit_node().is_disabled(), "a change ends what can be done again");
}

#[test]
fn points_are_moved_by_key_by_button_and_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::from_nothing(folder.path());
    for place in ["left calf", "left chest", "left buttock"] {
        desk.point(place, "");
    }
    desk.open_row("Point 3");
    let order = |desk: &Desk| {
        let word = |row: &String| row.split([':', ',']).nth(1).unwrap().trim().to_owned();
        desk.rows().iter().map(word).collect::<Vec<_>>()
    };
    let (calf, chest, buttock) = ("Gastrocnemius", "Pectoralis major", "Gluteus maximus");
    assert_eq!(order(&desk), [calf, chest, buttock]);
    desk.row("Point 1").focus();
    desk.steps(3);
    desk.chord(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(order(&desk), [chest, calf, buttock]);
    assert!(desk.row("Point 2").is_focused(), "the keyboard goes with the row");
    desk.chord(Modifiers::ALT, Key::ArrowDown);
    desk.chord(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(order(&desk), [chest, buttock, calf]);
    desk.chord(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(order(&desk), [chest, calf, buttock]);

    let (from, to) = (desk.row("Drag to move: Gluteus").rect().center(), desk.row("Point 1").rect().center_top());
    desk.drag(from, to);
    assert_eq!(order(&desk), [buttock, chest, calf]);
    desk.chord(Modifiers::COMMAND, Key::Z);
    assert_eq!(order(&desk), [chest, calf, buttock], "a move is one step");

    desk.open_row("Point 1");
    desk.click("Move down");
    assert_eq!(order(&desk), [calf, chest, buttock]);
    desk.click("Remove this point");
    assert_eq!(order(&desk), [calf, buttock]);
    desk.click("Undo");
    assert_eq!(order(&desk), [calf, chest, buttock]);
}

#[test]
fn routines_change_places_with_all_that_is_in_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::from_nothing(folder.path());
    desk.point("left calf", "");
    assert!(!desk.has("Routine 1: Move down"), "one routine alone has nowhere to go");
    desk.click("Add a routine");
    desk.write("Routine 2: Name", "Morning");
    assert!(!desk.has("Routine 1: Move up") && !desk.has("Routine 2: Move down"));
    desk.click("Routine 2: Move up");
    assert_eq!(desk.value("Routine 1: Name"), "Morning");
    assert!(desk.has("It is pressed"), "the open point is still open: {}", desk.told());
    desk.click("Undo");
    assert_eq!(desk.value("Routine 2: Name"), "Morning");
}

#[test]
fn a_draft_is_there_again_after_the_window_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::from_nothing(folder.path());
    desk.pass(5);
    assert!(!folder.path().join("drafts").exists(), "an empty draft is nothing to keep");
    desk.write("Title", "Half a ");
    desk.pass(5);
    let files = || std::fs::read_dir(folder.path().join("drafts")).unwrap().count();
    assert_eq!(files(), 1, "kept by itself");
    desk.write("Longest session", "20 minutes");
    desk.click("Today");
    drop(desk);

    let mut desk = Desk::open(folder.path());
    desk.click("Program");
    assert!(desk.has("Being written, changed Sunday 22 November"), "{}", desk.told());
    desk.click("Go on: Half a");
    assert_eq!((desk.value("Title"), desk.value("Longest session")), ("Half a ".into(), "20 minutes".into()));
    desk.click("Leave");
    assert!(desk.has("Half a is kept as a draft. Go on with it whenever you like."));
    desk.click("Go on: Half a");
    desk.click("Put the draft away");
    assert_eq!(files(), 1, "one click asks");
    desk.click("Put it away for good");
    assert_eq!(files(), 0);
    assert!(!desk.has("Go on: Half a"));
}

#[test]
fn a_draft_that_cannot_be_read_is_left_alone_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let drafts = folder.path().join("drafts");
    std::fs::create_dir(&drafts).unwrap();
    std::fs::write(drafts.join("old.json"), "half").unwrap();
    let desk = Desk::open(folder.path());
    assert!(desk.told().contains("A draft cannot be read: "), "{}", desk.told());
    assert_eq!(std::fs::read_to_string(drafts.join("old.json")).unwrap(), "half");
}

#[test]
fn the_program_in_force_is_written_anew_as_a_new_revision() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(folder.path());
    desk.click("Program");
    desk.click("Use this: Calf and foot");
    desk.click("Use this program");
    desk.click("Program");
    desk.click("Edit: The program in force");
    assert!(desk.has("Nothing to mend"), "{}", desk.told());
    desk.write("Longest session", " ");
    for _ in 0..8 {
        desk.press(Key::Backspace);
    }
    desk.write("Longest session", "25m");
    desk.click("Use this program");
    assert!(desk.told().contains("Longest session: 25 min; before 20 min"), "{}", desk.told());
    // Not now goes back to where it was written.
    desk.click("Not now");
    assert_eq!(desk.value("Longest session"), "25m");
    desk.click("Prescribe it anew today");
    assert_eq!(desk.value("Prescribed on"), "2026-11-22");
    assert!(!desk.has("Prescribe it anew today"), "it is done");
    desk.click("Use this program");
    desk.click("Use this program");
    let program = Program::read(&in_force(folder.path())).unwrap();
    assert_eq!((program.title.as_str(), program.limits.session), ("Calf and foot", Seconds(25 * 60)));
    assert_eq!(program.prescribed.on, Some(jiff::civil::date(2026, 11, 22)));
}

#[test]
fn a_place_is_picked_on_the_map_with_its_side() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = Desk::from_nothing(folder.path());
    desk.click("Add a point");
    desk.click("Pick on the map");
    desk.click("Right front of the thigh");
    let rows = desk.rows();
    assert!(rows[0].contains("Quadriceps") && rows[0].contains("Right"), "{rows:?}");
    desk.click("Another place");
    desk.find("calf");
    assert!(desk.row("Point 1: Gastrocnemius, Right").is_focused(), "the keyboard goes on from the row");
    desk.click("Another place");
    desk.click("A place of its own");
    desk.write("What it is called", "Scar above the knee");
    desk.write("Where to press", "Two fingers above the kneecap");
    desk.click("Thigh");
    desk.click("Middle");
    assert!(desk.has("2 things to mend"), "title and name alone: {}", desk.told());
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all() {
        let mut draft = Draft::of(&rich());
        draft.session = "20 minutes".to_owned();
        draft.routines[0].points[0].press.hold.max = "ten".to_owned();
        let mut writing = Writing::new(draft);
        let mut harness = stage(look, Room::Program, move |ui| {
            editor(
                ui,
                &EditorView { today: jiff::civil::date(2026, 11, 22), keeping: Keeping::Nowhere, banners: &[] },
                &mut writing,
            )
        });
        nothing_is_lost(&harness, look);
        let row = |harness: &egui_kittest::Harness<'_, _>| {
            let is_row =
                |node: &egui_kittest::Node<'_>| desk::said(node).is_some_and(|said| said.starts_with("Point 1"));
            harness.root().children_recursive().find(is_row).unwrap().accesskit_node().label().unwrap()
        };
        let label = row(&harness);
        harness.get_by_label(&label).scroll_to_me();
        harness.run();
        harness.get_by_label(&label).click();
        harness.run();
        assert!(harness.query_all_by_label("One hold").next().is_some(), "the form is open in {look:?}");
        nothing_is_lost(&harness, look);
    }
}

#[test]
fn pictures() {
    let looks = [(Theme::Paper, "paper"), (Theme::Dusk, "dusk")];
    let mut pictures = SnapshotResults::new();
    let sizes = [(vec2(1180.0, 780.0), ""), (vec2(640.0, 480.0), "-small")];
    for (theme, word) in looks {
        for (size, suffix) in sizes {
            let folder = tempfile::tempdir().unwrap();
            let mut desk = Desk::dressed(folder.path(), theme, size);
            desk.click("Program");
            desk.click("Write from the example: Neck and shoulders");
            desk.open_row("Point 1");
            desk.write("One hold", "x");
            desk.row("Point 1").scroll_to_me();
            desk.steps(4);
            pictures.extend(desk.picture(&format!("editor-{word}{suffix}")));
        }
    }
}

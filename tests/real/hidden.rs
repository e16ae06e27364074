//! A window that is covered, minimised, dragged, or whose screen has stopped.

use std::thread::{self, sleep};
use std::time::Duration;

use kneadwell::practice::journal::Happened;
use kneadwell::practice::plan::{LeadIns, Plan};
use kneadwell::practice::program::Program;
use kneadwell::practice::score::{Profile, Score};
use kneadwell::practice::setup::Setup;

use crate::desk::{Desk, Display, Setting};
use crate::rig;

/// Two holds and a stretch, with the shortest ways to them: nothing has to be pressed.
const PROGRAM: &str = r#"{
  "kneadwell": 1,
  "title": "One minute",
  "prescribed": { "by": "Kneadwell tests" },
  "limits": { "ceiling": 3, "session": "5m" },
  "routines": [
    { "name": "One minute",
      "points": [
        { "site": "wrist-extensors", "side": "left", "tool": "thumb",
          "press":   { "technique": "hold", "hold": "10s", "holds": 2, "rest": "10s", "release": "3s", "feel": [2, 2] } } ] } ]
}"#;
const SETTINGS: &str = r#"{ "practised": true, "sound_checked": true, "voice": 0, "lead_ins": { "new_tool": 3, "point": 3, "locate": 3, "stretch": 3, "switch": 3 } }"#;

/// How far a tone may lie from its instant. How near it really lies is measured by `benches/onsets.rs`: this computer has other
/// things to do meanwhile.
const CLOSE: f64 = 60.0;
/// So many may be later, by no more than this.
const LATE: (usize, f64) = (2, 250.0);
/// How late a tone may be heard in all, in ms.
const LAG: std::ops::Range<f64> = -20.0..500.0;
/// How late a step may be written down, in ms, while the program is not held up by the screen.
const WRITTEN: i64 = 2_000;

fn plan() -> Plan {
    let program = Program::read(PROGRAM.as_bytes()).unwrap();
    let seconds = Duration::from_secs(3);
    let lead_ins = LeadIns { new_tool: seconds, point: seconds, locate: seconds, stretch: seconds, switch: seconds };
    Setup::first_day(&program.routines[0], &program.limits, &[], lead_ins).draw(&program.routines[0], &program.limits)
}

/// Runs a session from Start to its end, while something becomes of the window, and checks what was heard and written. `stopped`
/// is a time for which the program may have been held up.
fn proof(display: Display, stopped: Duration, mut becomes: impl FnMut(&mut Desk)) {
    let mut desk = crate::begin(&Setting { display, program: PROGRAM, settings: SETTINGS, card: crate::card });
    desk.until_told("the second step", 2, |what| matches!(what, Happened::Began(_)));
    becomes(&mut desk);
    assert_eq!(desk.until_ended(), "finished");
    let (rows, began) = (desk.rows(), desk.began());
    let folder = desk.close(Duration::from_millis(1500));

    let plan = plan();
    let began_at = |row: &crate::desk::Row| match &row.event.what {
        Happened::Began(step) => Some((step.step.clone(), row.event.at)),
        _ => None,
    };
    let told: Vec<_> = rows.iter().filter_map(began_at).collect();
    let steps = plan.steps().iter().filter(|step| !step.length.is_zero());
    let planned: Vec<_> = steps.map(|step| (step.kind.id().to_owned(), step.at)).collect();
    assert_eq!(told, planned, "the journal has every step at its instant");
    for row in &rows {
        let late = row.written - row.event.at.as_millis() as i64;
        let most = WRITTEN + stopped.as_millis() as i64;
        assert!((-50..most).contains(&late), "{:?} was written down {late} ms late", row.event);
    }

    let score = Score::of(&plan, Profile::default());
    let due: Vec<_> = score.cues().iter().map(|cue| began + cue.at).collect();
    let starts = rig::starts(folder.path());
    assert_eq!(starts.len(), 1, "the card was opened once, or it played {starts:.2?} s");
    let heard = rig::heard(folder.path(), 0);
    let said: Vec<_> = heard.onsets.iter().map(|onset| onset.as_secs_f64() - began.as_secs_f64()).collect();
    assert_eq!(heard.onsets.len(), due.len(), "a sound for each of {:?}: heard at {said:.2?}", score.cues());
    let (off, lag) = rig::lags(&heard.onsets, &due);
    let far = off.iter().filter(|off| off.abs() > CLOSE).count();
    assert!(far <= LATE.0 && off.iter().all(|off| off.abs() <= LATE.1), "off by {off:.1?} ms");
    assert!(LAG.contains(&lag), "all of it {lag:.1} ms late");
}

const NOT_AT_ALL: Duration = Duration::ZERO;
const FROZEN: Duration = Duration::from_secs(8);

fn seen() {
    proof(Display::Bare, NOT_AT_ALL, |_| {});
}

fn covered() {
    proof(Display::Bare, NOT_AT_ALL, Desk::cover);
}

fn minimised() {
    proof(Display::Managed, NOT_AT_ALL, |desk| {
        desk.xdotool(&["windowminimize", "WINDOW"]);
        sleep(Duration::from_secs(1));
        assert!(!desk.is_visible());
    });
}

/// Sizes that no window manager would let it have, too.
const SIZES: [(&str, &str); 6] =
    [("640", "480"), ("1", "1"), ("300", "900"), ("2400", "200"), ("2000", "1500"), ("1180", "780")];

fn dragged() {
    proof(Display::Bare, NOT_AT_ALL, |desk| {
        for turn in 0..36 {
            let place = |at: usize| (at * 13 % 200).to_string();
            let mut words: Vec<String> = Vec::new();
            for at in turn * 10..turn * 10 + 10 {
                let moved =
                    ["windowmove".into(), "WINDOW".into(), place(at), place(at + 7), "sleep".into(), "0.05".into()];
                words.extend(moved);
            }
            let (width, height) = SIZES[turn % SIZES.len()];
            words.extend(["windowsize", "WINDOW", width, height].map(String::from));
            desk.xdotool(&words.iter().map(String::as_str).collect::<Vec<_>>());
        }
    });
}

fn screen_stopped() {
    proof(Display::Bare, FROZEN, |desk| {
        desk.until_told("a hold", 3, |what| matches!(what, Happened::Began(_)));
        desk.freeze(FROZEN);
    });
}

fn seen_on_wayland() {
    proof(Display::Wayland, NOT_AT_ALL, |_| {});
}

fn covered_on_wayland() {
    proof(Display::Wayland, NOT_AT_ALL, Desk::cover);
}

fn away_on_wayland() {
    proof(Display::Wayland, NOT_AT_ALL, |desk| desk.key("ctrl+Down"));
}

fn compositor_stopped() {
    proof(Display::Wayland, FROZEN, |desk| {
        desk.until_told("a hold", 3, |what| matches!(what, Happened::Began(_)));
        desk.freeze(FROZEN);
    });
}

/// Each with a screen, a journal and a sound card of its own, all at the same time: they mostly wait. `KNEADWELL_TEST_ONLY` names
/// one of them.
#[test]
fn cues_and_the_journal_go_on_whatever_becomes_of_the_window() {
    let cases: [(&str, fn()); 9] = [
        ("seen", seen),
        ("covered", covered),
        ("minimised", minimised),
        ("dragged", dragged),
        ("screen stopped", screen_stopped),
        ("seen on Wayland", seen_on_wayland),
        ("covered on Wayland", covered_on_wayland),
        ("on another workspace on Wayland", away_on_wayland),
        ("compositor stopped", compositor_stopped),
    ];
    let wanted = std::env::var("KNEADWELL_TEST_ONLY").ok();
    let cases: Vec<_> =
        cases.into_iter().filter(|(name, _)| wanted.as_deref().is_none_or(|only| only == *name)).collect();
    let _alone = crate::alone();
    let fell: Vec<_> = thread::scope(|scope| {
        let start = |&(name, case): &(&'static str, fn())| {
            let named = thread::Builder::new().name(name.to_owned());
            (name, named.spawn_scoped(scope, move || crate::in_real_time(case)).unwrap())
        };
        let running: Vec<_> = cases.iter().map(start).collect();
        running.into_iter().filter_map(|(name, case)| case.join().is_err().then_some(name)).collect()
    });
    assert!(fell.is_empty(), "not so where the window was {fell:?}");
}

//! From an empty folder through the sound check to a session that is heard as it was set.

use std::time::Duration;

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;
use kneadwell::practice::score::{Line, Phrase, Register};
use kneadwell::world::sound::{Signal, Sound};

use super::{MORNING, click, open_with, pass, press, start_the_demo};

/// What the settings file says about a key.
fn kept(folder: &std::path::Path, key: &str) -> serde_json::Value {
    let text = std::fs::read_to_string(folder.join("settings.json")).unwrap();
    serde_json::from_str::<serde_json::Value>(&text).unwrap()[key].clone()
}

#[test]
fn the_sound_check_plays_what_it_says_and_its_outcome_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (sound, mut heard) = Sound::overheard();
    let (mut harness, hand) = open_with(folder.path(), MORNING, sound);
    harness.step();
    click(&mut harness, "Sound check");
    pass(&mut harness, &hand, 3);
    assert_eq!((heard.signals(), heard.to_be_spoken(Duration::ZERO)), (vec![], vec![]), "nothing without a click");
    let names = [Line::ToneLow, Line::ToneMiddle, Line::ToneHigh];
    for (register, name) in Register::ALL.into_iter().zip(names) {
        click(&mut harness, "Play");
        let signals = heard.signals();
        let spoken = heard.to_be_spoken(Duration::ZERO);
        let [(signal, at)] = signals[..] else { panic!("{signals:?}") };
        assert_eq!(signal, Signal::Trial(register));
        assert_eq!(spoken.iter().map(|said| said.0).collect::<Vec<_>>(), [name, Line::HeardNow].map(Phrase::Line));
        assert!(spoken[0].1 + Duration::from_secs(1) < at + Duration::from_millis(500) && at < spoken[1].1);
        press(&mut harness, if register == Register::Low { Key::Num2 } else { Key::Num1 });
    }
    click(&mut harness, "Play");
    let spoken: Vec<_> = heard.to_be_spoken(Duration::ZERO).into_iter().map(|said| said.0).collect();
    assert_eq!(spoken, [Line::Test, Line::HeardNow].map(Phrase::Line));
    press(&mut harness, Key::Num1);
    harness.get_by_label("The high tones suit what you hear.");
    click(&mut harness, "Use these tones");
    assert!(harness.query_by_label("Sound check").is_none(), "Today offers it no more");
    assert_eq!((kept(folder.path(), "register"), kept(folder.path(), "sound_checked")), ("high".into(), true.into()));
}

#[test]
fn headphones_are_woken_before_the_session_and_the_screen_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (sound, mut heard) = Sound::overheard();
    let (mut harness, hand) = open_with(folder.path(), MORNING, sound);
    harness.step();
    click(&mut harness, "Settings");
    harness.get_by_label("Wake the headphones").scroll_to_me();
    harness.run_steps(8);
    click(&mut harness, "Wake the headphones");
    assert_eq!(kept(folder.path(), "warm_up"), true);
    click(&mut harness, "Today");
    start_the_demo(&mut harness);
    assert!(harness.query_by_label_contains("A soft sound wakes the headphones").is_some());
    assert_eq!(heard.signals().into_iter().map(|signal| signal.0).collect::<Vec<_>>(), [Signal::Swell]);
    // Ready is 20 s long; two more have passed until the spot is to be found.
    pass(&mut harness, &hand, 21);
    assert!(harness.query_by_label("Find the spot").is_none());
    pass(&mut harness, &hand, 2);
    harness.get_by_label("Find the spot");
}

//! What the settings show and ask for.

use eframe::egui::Key;
use egui_kittest::{Harness, kittest::Queryable};
use kneadwell::practice::score::Register;
use kneadwell::ui::action::{
    Action, Choices, Hands, Hearing, OutputLine, Room, Silence, SoundNow, SoundView, Test, ThemeChoice,
};
use kneadwell::ui::settings::{About, settings};
use kneadwell::ui::theme::Theme;

use crate::today::stage::{Look, click, nothing_is_lost, picture, stage, walk};

const CHOICES: Choices = Choices {
    theme: ThemeChoice::System,
    master: 0.8,
    tones: 0.6,
    voice: 0.9,
    half: true,
    last: true,
    quiet: false,
    register: Register::Middle,
    warm_up: false,
    scan: true,
    floor: false,
    less_motion: false,
    zoom: 1.0,
};

/// Where the sound goes, in a computer with two outputs of its own.
#[derive(Clone)]
struct Goes {
    chosen: Option<OutputLine>,
    outputs: Option<Vec<OutputLine>>,
    looking: bool,
    passed_over: Option<Silence>,
    now: SoundNow,
}

fn output(name: &str) -> OutputLine {
    OutputLine { id: format!("id of {name}"), name: name.to_owned() }
}

fn goes() -> Goes {
    Goes {
        chosen: None,
        outputs: Some(vec![output("Built-in, Analogue"), output("USB headset")]),
        looking: false,
        passed_over: None,
        now: SoundNow::Closed(None),
    }
}

fn on(look: Look, choices: Choices) -> Harness<'static, Vec<Action>> {
    going(look, choices, goes())
}

fn going(look: Look, choices: Choices, goes: Goes) -> Harness<'static, Vec<Action>> {
    let about = About {
        version: "0.1.0",
        folder: "/home/sample/.local/share/kneadwell",
        licence: "Free software under the MIT or the Apache 2.0 licence, as you choose.",
    };
    stage(look, Room::Settings, move |ui| {
        let view = SoundView {
            chosen: goes.chosen.as_ref(),
            outputs: goes.outputs.as_deref(),
            looking: goes.looking,
            passed_over: goes.passed_over,
            now: goes.now,
        };
        settings(ui, &choices, &view, &about)
    })
}

#[test]
fn every_change_is_asked_for_at_once() {
    let mut harness = on(Look::PAPER, CHOICES);
    for (name, chosen) in [
        ("Dusk", Choices { theme: ThemeChoice::Dusk, ..CHOICES }),
        ("Paper", Choices { theme: ThemeChoice::Paper, ..CHOICES }),
        ("High contrast", Choices { theme: ThemeChoice::Contrast, ..CHOICES }),
        ("Larger", Choices { zoom: 1.25, ..CHOICES }),
        ("Smaller", Choices { zoom: 0.75, ..CHOICES }),
        ("Less motion", Choices { less_motion: true, ..CHOICES }),
        ("Low", Choices { register: Register::Low, ..CHOICES }),
        ("High", Choices { register: Register::High, ..CHOICES }),
        ("Quiet", Choices { quiet: true, ..CHOICES }),
        ("Wake the headphones", Choices { warm_up: true, ..CHOICES }),
        ("A tick at half of a hold", Choices { half: false, ..CHOICES }),
        ("Two notes before the last hold", Choices { last: false, ..CHOICES }),
        ("Answer with any key, as the numbers are spoken", Choices { scan: false, ..CHOICES }),
        ("The whole window is one large button", Choices { floor: true, ..CHOICES }),
    ] {
        assert_eq!(click(&mut harness, name), [Action::Choose(chosen)], "{name}");
    }
    assert_eq!(click(&mut harness, "As the system"), []);
    for (name, test) in
        [("Test the volume", Test::Both), ("Test the tones", Test::Tones), ("Test the voice", Test::Voice)]
    {
        assert_eq!(click(&mut harness, name), [Action::Hearing(Hearing::Test(test))], "{name}");
    }
    assert_eq!(click(&mut harness, "Sound check"), [Action::Hearing(Hearing::Check)]);
    assert_eq!(click(&mut harness, "Press what you will use"), [Action::Hands(Hands::Open)]);
    assert_eq!(click(&mut harness, "Practise for a minute"), [Action::Hands(Hands::Practise)]);
}

#[test]
fn the_size_stays_between_its_ends() {
    let mut small = on(Look::PAPER, Choices { zoom: 0.75, ..CHOICES });
    assert_eq!(click(&mut small, "Smaller"), []);
    let mut large = on(Look::PAPER, Choices { zoom: 3.0, ..CHOICES });
    assert_eq!(click(&mut large, "Larger"), []);
    let mut odd = on(Look::PAPER, Choices { zoom: 1.1, ..CHOICES });
    assert_eq!(click(&mut odd, "Larger"), [Action::Choose(Choices { zoom: 1.25, ..CHOICES })]);
    assert_eq!(click(&mut odd, "Smaller"), [Action::Choose(CHOICES)]);
}

#[test]
fn loudness_follows_the_keyboard() {
    let mut harness = on(Look::PAPER, CHOICES);
    harness.get_by_label("Volume").focus();
    harness.run();
    harness.state_mut().clear();
    harness.key_press(Key::ArrowRight);
    harness.run();
    let Some(Action::Choose(chosen)) = harness.state().first() else { panic!("{:?}", harness.state()) };
    assert!((chosen.master - 0.85).abs() < 0.001);
    assert!((chosen.tones - 0.6).abs() < f32::EPSILON);
    harness.state_mut().clear();
    harness.get_by_label("Voice").focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    let Some(Action::Choose(chosen)) = harness.state().first() else { panic!("{:?}", harness.state()) };
    assert!((chosen.voice - 0.85).abs() < 0.001);
}

#[test]
fn it_says_what_it_is_not_and_where_everything_is() {
    let harness = on(Look::PAPER, CHOICES);
    for words in [
        "It does not diagnose or treat, and does not replace medical care.",
        "/home/sample/.local/share/kneadwell",
        "Version 0.1.0",
    ] {
        assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
}

#[test]
fn an_output_is_chosen_by_its_name() {
    let mut harness = on(Look::PAPER, CHOICES);
    assert_eq!(click(&mut harness, "USB headset"), [Action::Hearing(Hearing::SendTo(Some(output("USB headset"))))]);
    assert_eq!(click(&mut harness, "The system's own output"), [], "it is chosen already");
    assert_eq!(click(&mut harness, "Look again"), [Action::Hearing(Hearing::LookForOutputs)]);
    let chosen = Goes { chosen: Some(output("USB headset")), ..goes() };
    let mut harness = going(Look::PAPER, CHOICES, chosen);
    assert_eq!(click(&mut harness, "USB headset"), []);
    assert_eq!(click(&mut harness, "The system's own output"), [Action::Hearing(Hearing::SendTo(None))]);
}

#[test]
fn what_is_open_and_why_nothing_is_heard_is_said() {
    let chosen = Some(output("Kitchen"));
    let told = [
        (goes(), "Nothing is open now. The output is opened for a session."),
        (Goes { now: SoundNow::Heard, ..goes() }, "Open now, and taking sound: the system's own output."),
        (Goes { now: SoundNow::Silent(Silence::Lost), ..goes() }, "The sound output is gone."),
        (Goes { now: SoundNow::Silent(Silence::NotBuilt), ..goes() }, "This build has no sound."),
        (
            Goes { now: SoundNow::Closed(Some(Silence::Busy)), ..goes() },
            "Nothing is open now. The output is opened for a session. When it was last wanted: Another program has the sound output.",
        ),
        (
            Goes { chosen: chosen.clone(), now: SoundNow::Heard, passed_over: Some(Silence::NoDevice), ..goes() },
            "Kitchen is not there: the system's own output is used.",
        ),
        (
            Goes { chosen: chosen.clone(), now: SoundNow::Heard, passed_over: Some(Silence::Busy), ..goes() },
            "Kitchen cannot be used just now: the system's own output is used.",
        ),
        (Goes { chosen, ..goes() }, "Kitchen is not there: the system's own output is used."),
        (Goes { outputs: Some(vec![]), ..goes() }, "No other output was found."),
        (Goes { outputs: None, looking: true, ..goes() }, "Looking for outputs."),
    ];
    for (goes, words) in told {
        let harness = going(Look::PAPER, CHOICES, goes);
        assert!(harness.query_by_label(words).is_some(), "“{words}” is missing");
    }
}

#[test]
fn the_keyboard_comes_to_everything() {
    let mut harness = on(Look { width: 590.0, height: 390.0, ..Look::PAPER }, CHOICES);
    let names = walk(&mut harness, 40);
    for name in [
        "USB headset",
        "Look again",
        "Dusk",
        "Larger",
        "Less motion",
        "Volume",
        "Tones",
        "Voice",
        "Test the voice",
        "Sound check",
        "High",
        "Quiet",
        "A tick at half of a hold",
    ] {
        assert!(names.iter().any(|found| found == name), "{name} is not among {names:?}");
    }
}

#[test]
fn nothing_is_lost_in_any_window() {
    for look in Look::all() {
        nothing_is_lost(&on(look, CHOICES), look);
    }
}

#[test]
fn pictures() {
    picture("settings-dusk", &mut on(Look { theme: Theme::Dusk, ..Look::PAPER }, CHOICES));
}

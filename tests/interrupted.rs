//! A session whose computer sleeps, or whose sound goes and comes back, on a clock that is moved by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where its session is wrong")]

use std::time::Duration;

use kneadwell::practice::journal::Happened;
use kneadwell::practice::score::{Line, Phrase, Tone};
use kneadwell::practice::session::{Input, Session, State};
use kneadwell::world::sound::{SoundState, Why};
use kneadwell::world::stage::Stage;

#[path = "support/on_air.rs"]
mod on_air;
#[path = "support/programs.rs"]
mod programs;

use on_air::{on_air, to_be_spoken};

const fn ms(ms: u64) -> Duration {
    Duration::from_millis(ms)
}

#[test]
fn a_computer_that_sleeps_pauses_the_session_once_and_says_why() {
    // In a press, a release, a rest with its question, and a lead-in.
    for at in [45_000, 71_500, 75_000, 5_000] {
        let folder = tempfile::tempdir().unwrap();
        let (world, mut stage, hand, mut overheard) = on_air(folder.path(), "left");
        hand.advance(ms(at));
        stage.tick(&world);
        let asked = stage.session().asking().cloned();
        if asked.is_some() {
            stage.put(&world, Input::Digit(4));
        }
        overheard.said();
        let position = stage.session().position(stage.now(&world));
        hand.suspend(Duration::from_secs(12 * 60));
        let events = stage.tick(&world);
        let what: Vec<_> = events.iter().map(|event| &event.what).collect();
        assert!(matches!(what[..], [Happened::Paused, Happened::Slept { ms: 720_000 }]), "{at}: {what:?}");
        assert_eq!(stage.session().state(), State::Paused);
        assert_eq!(stage.session().position(stage.now(&world)), position, "{at}: it stands where it fell asleep");
        assert_eq!(overheard.said(), [Tone::Release], "{at}");
        assert_eq!(to_be_spoken(&world, &mut overheard), [Line::Slept.into()], "{at}");
        assert_eq!(overheard.to_come(Duration::ZERO), [], "{at}: nothing goes on by itself");
        let kept = stage.session().asking().map(|asking| (asking.question.clone(), asking.given));
        assert_eq!(kept, asked.map(|asking| (asking.question, Some(4))), "{at}: no answer is lost");
        // A pause goes on being one pause, through another sleep too.
        hand.suspend(Duration::from_secs(60));
        assert_eq!(stage.tick(&world), [], "{at}");
        assert_eq!(overheard.said(), [], "{at}");
        stage.put(&world, Input::Resume);
        assert_eq!(stage.session().state(), State::Running);
        let replayed = Session::replay(programs::plan("usual/left"), stage.events(), stage.now(&world));
        assert_eq!(replayed.plan(), stage.session().plan(), "{at}: the journal tells the same");
    }
}

#[test]
fn a_sleep_behind_the_sheet_or_shorter_than_a_second_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (world, mut stage, hand, mut overheard) = on_air(folder.path(), "left");
    hand.advance(ms(45_000));
    stage.tick(&world);
    hand.suspend(ms(900));
    assert_eq!(stage.tick(&world), []);
    assert_eq!(stage.session().state(), State::Running);
    for (input, state) in [(Input::Stop, State::Leaving), (Input::Unwell, State::Unwell)] {
        stage.put(&world, input);
        overheard.said();
        hand.suspend(Duration::from_secs(3600));
        assert_eq!(stage.tick(&world), [], "{input:?}");
        assert_eq!((stage.session().state(), overheard.said()), (state, vec![]), "{input:?}");
    }
}

#[test]
fn the_sound_that_is_back_says_so_once_where_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let (world, mut stage, hand, mut overheard) = on_air(folder.path(), "left");
    let back = |said: &[Phrase]| said.iter().filter(|phrase| **phrase == Line::SoundBack.into()).count();
    let mut lose_and_find = |stage: &mut Stage| {
        overheard.tell(|report| report.state = SoundState::Silent(Why::Lost));
        stage.tick(&world);
        hand.advance(ms(1_000));
        stage.tick(&world);
        overheard.tell(|report| report.state = SoundState::Playing);
        stage.tick(&world);
        to_be_spoken(&world, &mut overheard)
    };
    // In the first lead-in there is room.
    assert_eq!(back(&lose_and_find(&mut stage)), 1);
    let (_, locate) =
        stage.session().plan().steps().iter().enumerate().find(|(_, step)| step.kind.id() == "locate").unwrap();
    let before = locate.end().saturating_sub(ms(4_000)).saturating_sub(stage.session().position(stage.now(&world)));
    hand.advance(before);
    stage.tick(&world);
    assert_eq!(back(&lose_and_find(&mut stage)), 0, "three seconds before a press nothing is said");
}

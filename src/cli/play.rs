//! `kneadwell play --text`: the same session in a terminal, line by line, keys included.

use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use aloud::Aloud;
use i18n_embed_fl::fl;
use terminal::{Heard, Terminal};

use super::{Outcome, Which, complain, read_bytes};
use crate::practice::journal::Event;
use crate::practice::keys::{Key, Wish, wish};
use crate::practice::plan::LeadIns;
use crate::practice::program::{Program, Revision, Routine};
use crate::practice::progress::Whole;
use crate::practice::safety::Urgency;
use crate::practice::scan::AnswerBy;
use crate::practice::session::{Input, State};
use crate::practice::setup::Setup;
use crate::words::{self, LOADER};
use crate::world::World;
use crate::world::clock::Clock;
use crate::world::history::History;
use crate::world::sound::{Sound, SoundState};
use crate::world::stage::{Stage, broken};

mod aloud;
mod signs;
mod terminal;

/// How long the loop sleeps at most, in real time.
const NAP: Duration = Duration::from_millis(20);

/// The last tone is over after so long.
const LAST_TONE: Duration = Duration::from_millis(1300);

/// How a session is played.
#[derive(Debug, Clone, Copy)]
pub(super) struct Options {
    /// Time runs so many times faster.
    pub speed: u32,
    /// Go on with the session that was broken off.
    pub take_up: bool,
}

pub(super) fn play(which: &Which, clock: Clock, options: Options, data_dir: Option<PathBuf>) -> Outcome {
    let clock = clock.faster(options.speed);
    let (program, bytes) = read_bytes(&which.file)?;
    let (index, routine) = which.find(&program)?;
    let (mut world, found) = World::open(clock, data_dir).map_err(|fault| fault.to_string())?;
    // As early as can be, so that it is spoken by the time it is needed.
    world.sound.prepare(routine.points.iter().map(|point| &point.place));
    for found in found {
        complain(&found.to_string());
    }
    heed_flags(&world)?;
    if options.speed > 1 {
        world.sound = Sound::off();
    } else {
        open_card(&world.sound);
    }
    let mut terminal = Terminal::open();
    let mut stage = if options.take_up {
        take_up(&world, &terminal)?
    } else {
        if let Some(broken) = broken(&world) {
            complain(&fl!(LOADER, "play-broken", place = broken.routine));
        }
        let now = world.clock.civil();
        let revision = Revision::of(&bytes);
        world.store.keep_revision(&bytes, &program.title, &program.prescribed.by, &now);
        let setup = setup(&world, &program, routine, options.speed)?;
        terminal.say(&words::journal::title(&program.title, &routine.name));
        terminal.say(&fl!(LOADER, "play-keys"));
        if setup.answer_by == AnswerBy::Scan {
            terminal.say(&fl!(LOADER, "play-keys-scan"));
        }
        Stage::begin(&world, revision, &program, index, &setup).ok_or_else(|| fl!(LOADER, "play-nothing"))?
    };
    if !options.take_up {
        terminal.tell(stage.events());
    }
    let mut aloud = Aloud::default();
    while !matches!(stage.session().state(), State::Ended(_)) {
        let events = match terminal.next(NAP) {
            Some(Heard::Key(key)) => pressed(&mut stage, &world, key, &mut terminal),
            Some(Heard::Word(input)) if stage.session().state() == State::Leaving => stage.put(&world, input),
            Some(Heard::Word(_)) => pressed(&mut stage, &world, Key::Other, &mut terminal),
            Some(Heard::End) => stage.put(&world, Input::FinishEarly),
            None => stage.tick(&world),
        };
        terminal.tell(&events);
        aloud.tell(&world, &stage, &terminal);
        if stage.session().state() == State::Unwell {
            signs::ask(&world, &stage, &program, &terminal);
            let events = stage.put(&world, Input::FinishEarly);
            terminal.tell(&events);
        }
    }
    terminal.say(&summary(&stage));
    // The last tone rings out before the card is closed.
    world.sound.rest();
    if world.sound.state() == SoundState::Playing {
        thread::sleep(LAST_TONE);
    }
    world.store.flush(Duration::from_secs(10)).map_err(|fault| words::notices::trouble(&fault.to_string()))?;
    Ok(ExitCode::SUCCESS)
}

/// Draws the session up as the rules want it today. A day of rest, or a lock, begins nothing; a preview at another speed is
/// not held up by rest.
fn setup(world: &World, program: &Program, routine: &Routine, speed: u32) -> Result<Setup, String> {
    let now = world.now();
    let lead_ins = LeadIns::from(world.settings.lead_ins);
    let mut history = History::read(world, program, routine, now);
    if let Some(fault) = &history.unread {
        return Err(words::notices::unread(&fault.to_string()));
    }
    let allowed = history.allowed(program);
    let stood = history.standings.clone();
    let settled = history.settle(program, routine, &allowed, &lead_ins, now);
    history.keep(world, routine, &stood, &settled);
    let day = history.day(program, routine, &allowed, &lead_ins, now, None);
    match day.whole {
        Whole::Locked => return Err(fl!(LOADER, "play-locked-rules")),
        Whole::Rest(rule) if speed == 1 => {
            return Err(format!("{} {}", words::progress::rest(rule, None), words::progress::why(rule, None)));
        }
        _ => {}
    }
    let mut setup = day.setup(routine, allowed.firm_tools, lead_ins);
    if speed > 1 && setup.points.is_empty() {
        let day = day.without_rest();
        setup = day.setup(routine, allowed.firm_tools, lead_ins);
    }
    setup.answer_by = world.settings.answer_by();
    Ok(setup)
}

/// Refuses to begin while a sign is marked that locks every program, and tells of the others. Where it cannot be known whether
/// one is marked, nothing is begun.
fn heed_flags(world: &World) -> Result<(), String> {
    let open = world.store.open_flags().map_err(|fault| fault.to_string())?;
    let list = |locking: bool| {
        let of = open.iter().filter(|open| (open.urgency >= Urgency::SameDay) == locking);
        of.map(|open| words::safety::marked(&open.flag)).collect::<Vec<_>>().join(", ")
    };
    let (locking, others) = (list(true), list(false));
    if !locking.is_empty() {
        return Err(fl!(LOADER, "play-locked", signs = locking));
    }
    if !others.is_empty() {
        complain(&words::notices::marked(&others));
    }
    Ok(())
}

/// Goes on where a session was broken off.
fn take_up(world: &World, terminal: &Terminal) -> Result<Stage, String> {
    let broken = broken(world).ok_or_else(|| fl!(LOADER, "play-no-broken"))?;
    let mut stage = Stage::take_up(world, &broken).ok_or_else(words::notices::unreadable_session)?;
    terminal.say(&fl!(LOADER, "play-taken-up", place = broken.routine));
    let events = stage.put(world, Input::Resume);
    terminal.tell(&events);
    Ok(stage)
}

/// Opens the card before the first cue, so that this one is on time too.
fn open_card(sound: &Sound) {
    sound.wake();
    for _ in 0..25 {
        if sound.state() != SoundState::Off {
            return;
        }
        thread::sleep(NAP);
    }
}

fn pressed(stage: &mut Stage, world: &World, key: Key, terminal: &mut Terminal) -> Vec<Event> {
    // What is due is told first, so that the key meets the moment it was struck in.
    let mut events = stage.tick(world);
    match wish(key, stage.session(), stage.now(world)) {
        Some(Wish::Put(input)) => events.extend(stage.put(world, input)),
        Some(Wish::Time) => {
            let left = stage.session().left(stage.now(world));
            terminal.say(&words::session::time_left(left));
        }
        None => {}
    }
    events
}

fn summary(stage: &Stage) -> String {
    let tally = stage.tally();
    let (holds, stretches) = tally.counts();
    fl!(
        LOADER,
        "play-summary",
        holds = (holds as i64),
        stretches = (stretches as i64),
        eases = i64::from(tally.eases),
        time = words::session::long_clock(tally.active)
    )
}

//! `kneadwell play --text`: the same session in a terminal, line by line, keys included.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event as Typed, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use i18n_embed_fl::fl;

use super::{Outcome, Which, complain, read_bytes};
use crate::practice::journal::Event;
use crate::practice::keys::{Key, Wish, wish};
use crate::practice::plan::LeadIns;
use crate::practice::program::Revision;
use crate::practice::safety::Flag;
use crate::practice::session::{Input, State};
use crate::practice::setup::Setup;
use crate::words::{self, LOADER};
use crate::world::World;
use crate::world::clock::Clock;
use crate::world::sound::{Sound, SoundState};
use crate::world::stage::{Stage, broken};

/// How long the loop sleeps at most, in real time.
const NAP: Duration = Duration::from_millis(20);

/// The last tone is over after so long.
const LAST_TONE: Duration = Duration::from_millis(1300);

/// What comes from the keyboard, or from a pipe.
enum Heard {
    Key(Key),
    /// A word that only the sheet knows.
    Word(Input),
    /// The end of the input.
    End,
}

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
    if options.speed > 1 {
        world.sound = Sound::off();
    } else {
        open_card(&world.sound);
    }
    for found in found {
        complain(&found.to_string());
    }
    let marked: Vec<_> = world.store.open_flags().unwrap_or_default().into_iter().map(|open| open.flag).collect();
    if !marked.is_empty() {
        let signs: Vec<_> = marked.iter().map(words::safety::marked).collect();
        complain(&words::notices::marked(&signs.join(", ")));
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
        let setup = Setup::first_day(routine, &program.limits, &[], LeadIns::from(world.settings.lead_ins));
        terminal.say(&words::journal::title(&program.title, &routine.name));
        terminal.say(&fl!(LOADER, "play-keys"));
        Stage::begin(&world, revision, &program, index, &setup).ok_or_else(|| fl!(LOADER, "play-nothing"))?
    };
    if !options.take_up {
        terminal.tell(stage.events());
    }
    while !matches!(stage.session().state(), State::Ended(_)) {
        let events = match terminal.next(NAP) {
            Some(Heard::Key(key)) => pressed(&mut stage, &world, key, &mut terminal),
            Some(Heard::Word(input)) if stage.session().state() == State::Leaving => stage.put(&world, input),
            Some(Heard::Word(_)) => pressed(&mut stage, &world, Key::Other, &mut terminal),
            Some(Heard::End) => stage.put(&world, Input::FinishEarly),
            None => stage.tick(&world),
        };
        terminal.tell(&events);
        if stage.session().state() == State::Unwell {
            let flag = Flag::Own(fl!(LOADER, "play-felt-wrong"));
            world.store.flag(Some(stage.id()), &flag, &world.clock.civil());
            let events = stage.put(&world, Input::FinishEarly);
            terminal.say(&fl!(LOADER, "play-unwell", contact = contact(&program)));
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

fn contact(program: &crate::practice::program::Program) -> String {
    let prescribed = &program.prescribed;
    prescribed.contact.as_ref().map_or_else(|| prescribed.by.clone(), |contact| format!("{}, {contact}", prescribed.by))
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

/// Lines out, keys in. In a real terminal single keys are read; else one key name a line.
struct Terminal {
    keys: Receiver<Heard>,
    raw: bool,
}

impl Terminal {
    fn open() -> Self {
        let (sender, keys) = channel();
        let raw = io::stdin().is_terminal() && enable_raw_mode().is_ok();
        thread::spawn(move || if raw { read_keys(&sender) } else { read_lines(&sender) });
        Self { keys, raw }
    }

    fn next(&self, nap: Duration) -> Option<Heard> {
        match self.keys.recv_timeout(nap) {
            Ok(from) => Some(from),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(nap);
                None
            }
        }
    }

    fn say(&self, text: &str) {
        let end = if self.raw { "\r\n" } else { "\n" };
        let mut out = io::stdout().lock();
        // A closed pipe is no reason to stop a session.
        let _ = write!(out, "{text}{end}").and_then(|()| out.flush());
    }

    fn tell(&self, events: &[Event]) {
        for event in events {
            if let Some(text) = words::session::event(event) {
                self.say(&format!("{:>6}  {text}", words::session::elapsed(event.position)));
            }
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if self.raw {
            // The terminal may be gone already.
            let _ = disable_raw_mode();
        }
    }
}

fn read_lines(sender: &Sender<Heard>) {
    // Bytes, not text: a line that is no text is still a key that was struck.
    for line in io::stdin().lock().split(b'\n') {
        let Ok(line) = line else { break };
        let heard = match String::from_utf8_lossy(&line).trim() {
            "f" | "finish" => Heard::Word(Input::FinishEarly),
            "d" | "discard" => Heard::Word(Input::Discard),
            name => Heard::Key(Key::named(name)),
        };
        if sender.send(heard).is_err() {
            return;
        }
    }
    // The session may be over before its input is.
    let _ = sender.send(Heard::End);
}

fn read_keys(sender: &Sender<Heard>) {
    while let Ok(typed) = event::read() {
        let Typed::Key(key) = typed else { continue };
        if key.kind != KeyEventKind::Press {
            continue;
        }
        let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let from = match key.code {
            KeyCode::Char('c' | 'd') if chord => Heard::End,
            _ if chord => continue,
            KeyCode::Char(' ') => Heard::Key(Key::Space),
            KeyCode::Char('f' | 'F') => Heard::Word(Input::FinishEarly),
            KeyCode::Char('d' | 'D') => Heard::Word(Input::Discard),
            KeyCode::Char(letter) => Heard::Key(Key::named(&letter.to_string())),
            KeyCode::Left => Heard::Key(Key::Left),
            KeyCode::Right => Heard::Key(Key::Right),
            KeyCode::Esc => Heard::Key(Key::Escape),
            KeyCode::Tab | KeyCode::BackTab | KeyCode::Media(_) | KeyCode::Modifier(_) => continue,
            _ => Heard::Key(Key::Other),
        };
        if sender.send(from).is_err() {
            return;
        }
    }
    let _ = sender.send(Heard::End);
}

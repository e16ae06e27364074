//! One session on the air: what happens is logged, and what is still to come is sounded.

use std::cell::Cell;
use std::time::Duration;

use jiff::SignedDuration;

use super::World;
use super::sound::{Signal, SoundState, Voice};
use super::store::{FlagPlace, SessionId, SessionStart, Store, StoreFault, Unfinished};
use crate::practice::journal::{Event, Happened};
use crate::practice::plan::Plan;
use crate::practice::program::{Program, Revision};
use crate::practice::rehearsal::{self, Rehearsal};
use crate::practice::score::{Beside, Line, Phrase, Score, Spoken, Tone};
use crate::practice::session::{Ending, Input, Session, State};
use crate::practice::setup::Setup;
use crate::practice::tally::Tally;

/// The clock may sleep this long before it counts as a suspend, which pauses the session.
const SUSPEND: Duration = Duration::from_secs(1);
/// A session that was broken off can be taken up for so long (`details.md` §4).
const TAKE_UP: SignedDuration = SignedDuration::from_mins(30);
/// What wakes headphones lasts so long, and a little is left for their way.
const WARM_UP: Duration = Duration::from_secs(2);
/// How often the position is noted while time runs: a crash forgets no more of a hold than this.
const NOTED: Duration = Duration::from_secs(5);

/// A session with its clock, its journal and its sound.
pub struct Stage {
    session: Session,
    id: SessionId,
    events: Vec<Event>,
    /// A practice round, with a journal of its own that goes with it.
    rehearsal: Option<(Rehearsal, Store)>,
    /// The monotonic instant from which it runs here, possibly still to come, and its own time at that instant.
    since: Duration,
    from: Duration,
    asleep: Duration,
    noted: Duration,
    laid: Cell<Laid>,
    /// True when nothing was heard at the last tick.
    silent: bool,
}

/// What was handed to the sound last to be said, and what was known of texts then.
#[derive(Debug, Default)]
struct Laid {
    aside: Option<(Duration, Vec<Phrase>)>,
    speech: Vec<Spoken>,
    texts: usize,
}

/// So near to something that is said the words to come are not laid out anew: it may still sound.
const SAYING: Duration = Duration::from_millis(300);

impl Stage {
    /// Begins a session now, or as soon as a warm-up is over.
    pub fn begin(world: &World, revision: Revision, program: &Program, routine: usize, setup: &Setup) -> Option<Self> {
        let routine = program.routines.get(routine)?;
        let (session, events) = Session::start(setup.draw(routine, &program.limits));
        let started = world.clock.civil();
        let start = SessionStart { revision, routine: routine.name.clone(), setup: setup.to_json(), started };
        let (id, _) = world.store.begin(start);
        let mut stage = Self::on(world, session, id, Duration::ZERO);
        if world.settings.warm_up {
            world.sound.signal(Signal::Swell, stage.since);
            stage.since += WARM_UP;
        }
        stage.tell(world, &events);
        stage.perform(world, &[]);
        Some(stage)
    }

    /// Begins a practice round now. Nothing of it is kept: its journal is in memory, and gone with it.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn rehearse(world: &World) -> Result<Option<Self>, StoreFault> {
        let Ok(program) = Rehearsal::program() else { return Ok(None) };
        let Some(routine) = program.routine(None) else { return Ok(None) };
        let mut setup = Setup::first_day(routine, &program.limits, &[], Rehearsal::lead_ins());
        setup.answer_by = world.settings.answer_by();
        let (session, events) = Session::start(setup.draw(routine, &program.limits));
        let (bytes, started) = (rehearsal::PROGRAM.as_bytes(), world.clock.civil());
        let store = Store::in_memory()?;
        store.keep_revision(bytes, &program.title, &program.prescribed.by, &started);
        let revision = Revision::of(bytes);
        let start = SessionStart { revision, routine: routine.name.clone(), setup: setup.to_json(), started };
        let (id, _) = store.begin(start);
        let rehearsal = Some((Rehearsal::default(), store));
        let mut stage = Self { rehearsal, ..Self::on(world, session, id, Duration::ZERO) };
        stage.tell(world, &events);
        stage.perform(world, &[Line::Practice.into()]);
        Ok(Some(stage))
    }

    /// Stands where a session was broken off, halted; [`Input::Resume`] goes on, the two ends of the sheet end it.
    pub fn take_up(world: &World, broken: &Unfinished) -> Option<Self> {
        let plan = plan_of(broken)?;
        let session = Session::replay(plan, &broken.events, broken.seen_at);
        let mut stage = Self::on(world, session, broken.id, broken.seen_at);
        stage.events.clone_from(&broken.events);
        Some(stage)
    }

    fn on(world: &World, session: Session, id: SessionId, now: Duration) -> Self {
        let since = world.clock.monotonic();
        world.sound.prepare(session.plan().spots().iter().map(|spot| &spot.place));
        Self {
            session,
            id,
            events: Vec::new(),
            rehearsal: None,
            since,
            from: now,
            asleep: world.clock.asleep(),
            noted: now,
            laid: Cell::default(),
            silent: false,
        }
    }

    /// Returns the session.
    pub const fn session(&self) -> &Session {
        &self.session
    }

    /// Returns the id under which it is kept.
    pub const fn id(&self) -> &SessionId {
        &self.id
    }

    /// Returns how far it is as a practice round, if it is one.
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        self.rehearsal.as_ref().map(|(rehearsal, _)| rehearsal)
    }

    /// Returns the journal that it is written to.
    fn store<'a>(&'a self, world: &'a World) -> &'a Store {
        self.rehearsal.as_ref().map_or(&world.store, |(_, store)| store)
    }

    /// Returns the place that a sign marked now belongs to: the site and side that the line stands at.
    pub fn place(&self) -> Option<FlagPlace> {
        // It is halted when a sign is marked, so its position does not hang on the time.
        let moment = self.session.moment(Duration::ZERO)?;
        let spot = self.session.plan().spot(moment.step)?;
        Some((spot.place.id().to_owned(), moment.step.side))
    }

    /// Returns everything that has happened in it.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Returns what it came to so far.
    pub fn tally(&self) -> Tally {
        Tally::of(&self.events)
    }

    /// Returns the session's time.
    pub fn now(&self, world: &World) -> Duration {
        self.from + world.clock.monotonic().saturating_sub(self.since)
    }

    /// The position now, and the instant that belongs to it: in a warm-up that is still to come. Both come from one look at the
    /// clock, for laying out what is to be heard takes time.
    fn here(&self, world: &World) -> (Duration, Duration) {
        let instant = world.clock.monotonic().max(self.since);
        (self.session.position(self.from + instant.saturating_sub(self.since)), instant)
    }

    /// Puts an input to the session, and returns what has happened.
    pub fn put(&mut self, world: &World, input: Input) -> Vec<Event> {
        let events = self.session.apply(input, self.now(world));
        self.tell(world, &events);
        events
    }

    /// Tells what has become due. A computer that slept in between pauses the session where it fell asleep.
    pub fn tick(&mut self, world: &World) -> Vec<Event> {
        let asleep = world.clock.asleep();
        let slept = asleep.saturating_sub(self.asleep);
        self.asleep = asleep;
        let events = if slept > SUSPEND { self.wake(world, slept) } else { self.put(world, Input::Tick) };
        self.tell_of_sound(world);
        let now = self.now(world);
        if self.session.state() == State::Running && now.saturating_sub(self.noted) >= NOTED {
            self.note_position(world, now);
        }
        self.listen(world);
        events
    }

    /// Pauses what ran as the computer fell asleep; what was halted stays as it was.
    fn wake(&mut self, world: &World, slept: Duration) -> Vec<Event> {
        world.sound.slept();
        let mut events = self.session.apply(Input::Pause, self.now(world));
        if let Some(paused) = events.last().filter(|event| event.what == Happened::Paused) {
            let what = Happened::Slept { ms: slept.as_millis() as u64 };
            events.push(Event { what, ..paused.clone() });
        }
        self.tell(world, &events);
        events
    }

    /// Says that the sound is back, where there is room for it at once: later it would be no news, and meet what is to be done.
    fn tell_of_sound(&mut self, world: &World) {
        let state = world.sound.state();
        let was_silent = std::mem::replace(&mut self.silent, matches!(state, SoundState::Silent(_)));
        if !was_silent || state != SoundState::Playing || self.session.state() != State::Running {
            return;
        }
        let position = self.session.position(self.now(world));
        let news = Beside { aside: Some((position + AFTER_SAID, vec![Line::SoundBack.into()])), ..self.beside() };
        let is_said = |spoken: &Spoken| spoken.phrase == Line::SoundBack.into() && spoken.at < position + NEWS;
        if speaks(world) && self.score(world, &news).speech_from(position).iter().any(is_said) {
            self.lay(world, news.aside);
        }
    }

    /// Returns how long nothing is due.
    pub fn rest(&self, world: &World) -> Option<Duration> {
        let now = self.now(world);
        let ahead = self.since.saturating_sub(world.clock.monotonic());
        self.session.deadline(now).map(|due| ahead + due.saturating_sub(now))
    }

    fn note_position(&mut self, world: &World, now: Duration) {
        self.noted = now;
        self.store(world).seen(&self.id, now, self.session.position(now), &world.clock.civil());
    }

    /// Logs events and lets them be heard.
    fn tell(&mut self, world: &World, events: &[Event]) {
        self.log(world, events);
        let (mut redrawn, mut asked_again) = (false, false);
        let mut words = Vec::new();
        for event in events {
            if matches!(event.what, Happened::Slept { .. }) {
                // It says why it is paused, in the place of that it is.
                words.clear();
            }
            words.extend(self.said(event));
            match event.what {
                Happened::Paused | Happened::Stopped | Happened::Unwell => {
                    world.sound.hush();
                    world.sound.say(Tone::Release);
                }
                Happened::FinishedEarly | Happened::Discarded => world.sound.hush(),
                Happened::Resumed => {
                    world.sound.say(Tone::Resume);
                    redrawn = true;
                }
                Happened::Eased { .. } | Happened::GaveUp | Happened::LetUp => {
                    world.sound.say(Tone::Ease);
                    redrawn = true;
                }
                // What an answer changed is told by the same tone, unless the session is halted. A key has had it already.
                Happened::Lowered { ref why, .. } | Happened::PressingEnded { ref why, .. } => {
                    if why.said.is_some() && self.session.state() == State::Running {
                        world.sound.say(Tone::Ease);
                    }
                    redrawn = true;
                }
                Happened::Found
                | Happened::Skipped
                | Happened::WentBack
                | Happened::Extended { .. }
                | Happened::LetGo { .. } => redrawn = true,
                Happened::AskedAgain => asked_again = true,
                _ => {}
            }
        }
        // Where a key has brought the end, what stood to be heard until then gives way to the chord of the end.
        if redrawn && matches!(self.session.state(), State::Running | State::Ended(Ending::Finished)) {
            self.perform(world, &words);
        } else if asked_again || !words.is_empty() {
            self.speak(world, &words);
        }
    }

    /// Returns what is said about something that has happened.
    fn said(&mut self, event: &Event) -> Vec<Phrase> {
        let Some((rehearsal, _)) = &mut self.rehearsal else { return spoken(&event.what).into_iter().collect() };
        let scans = self.session.is_scanned();
        let coached = rehearsal.hear(event).filter(|line| scans || *line != Line::PracticeAnswer);
        // In a practice round nothing is kept or left out, and nothing is said of it.
        let ends = matches!(event.what, Happened::FinishedEarly | Happened::Discarded);
        let usual = spoken(&event.what).filter(|_| !ends);
        usual.into_iter().chain(coached.map(Phrase::from)).collect()
    }

    /// Says how much of the session is left.
    pub fn say_time(&self, world: &World) {
        self.speak(world, &time_left(self.session.left(self.now(world))));
    }

    fn log(&mut self, world: &World, events: &[Event]) {
        if events.is_empty() {
            return;
        }
        self.events.extend_from_slice(events);
        self.store(world).log(&self.id, events, &world.clock.civil());
    }

    /// Hands the rest of the score to the sound, with words about what has just happened.
    fn perform(&self, world: &World, words: &[Phrase]) {
        let score = Score::of(self.session.plan(), world.settings.profile());
        let (position, instant) = self.here(world);
        world.sound.perform(score.from(position), position, instant);
        self.speak(world, words);
    }

    /// Hands the words of the rest of the score to the sound, those about what has just happened before all others.
    fn speak(&self, world: &World, words: &[Phrase]) {
        if !speaks(world) {
            return;
        }
        let position = self.session.position(self.now(world));
        if self.session.state() != State::Running {
            let now = world.clock.monotonic();
            let aside = match self.session.on_sheet(self.now(world)) {
                Some(_) => Score::sheet(words, position, &Voice),
                None => Score::aside(words, position, &Voice),
            };
            return world.sound.speak(&aside, position, now);
        }
        let after = if matches!(words, [Phrase::Number(_)]) { AT_ONCE } else { AFTER_SAID };
        self.lay(world, (!words.is_empty()).then(|| (position + after, words.to_vec())));
    }

    fn lay(&self, world: &World, aside: Option<(Duration, Vec<Phrase>)>) {
        let ((position, instant), texts) = (self.here(world), world.sound.voice().texts());
        let beside = Beside { aside, ..self.beside() };
        let score = self.score(world, &beside);
        world.sound.speak(score.speech_from(position), position, instant);
        self.laid.set(Laid { aside: beside.aside, speech: score.speech().to_vec(), texts });
    }

    /// Reads the plan as music and speech.
    fn score(&self, world: &World, beside: &Beside) -> Score {
        let plan = self.session.plan();
        Score::of(plan, world.settings.profile()).spoken(plan, world.sound.voice(), beside)
    }

    /// Returns what stands beside the plan now.
    fn beside(&self) -> Beside {
        Beside { aside: None, symptoms: self.session.symptoms_over(), under_way: self.session.under_way() }
    }

    /// Lays the words to come out anew where the system has spoken a text since, as soon as nothing is being said.
    fn listen(&self, world: &World) {
        let laid = self.laid.take();
        let position = self.session.position(self.now(world));
        let is_near =
            |spoken: &Spoken| spoken.at <= position + SAYING && position <= spoken.at + spoken.length + SAYING;
        let waits = !speaks(world) || laid.speech.is_empty() || laid.speech.iter().any(is_near);
        if self.session.state() != State::Running || waits || world.sound.voice().texts() == laid.texts {
            return self.laid.set(laid);
        }
        self.lay(world, laid.aside);
    }
}

/// Returns true where the voice is wanted.
const fn speaks(world: &World) -> bool {
    world.settings.voice > 0 && !world.settings.quiet
}

/// That the sound is back is said within this time, or not at all.
const NEWS: Duration = Duration::from_secs(2);
/// What a key has changed is answered by a tone at once; the words come after it.
const AFTER_SAID: Duration = Duration::from_millis(800);
/// An answer has no tone, and is spoken back at once.
const AT_ONCE: Duration = Duration::from_millis(150);

/// Returns what is said about something that has happened, where its tone alone does not say it.
fn spoken(what: &Happened) -> Option<Phrase> {
    let line = match what {
        Happened::Paused => Line::Paused,
        Happened::Slept { .. } => Line::Slept,
        Happened::Resumed => Line::Resumed,
        Happened::Stopped => Line::Stopped,
        Happened::Unwell => Line::Unwell,
        Happened::FinishedEarly => Line::Kept,
        Happened::Discarded => Line::Discarded,
        Happened::Eased { to: Some(_) } => Line::Eased,
        Happened::Eased { to: None } => Line::EasedStretch,
        Happened::GaveUp => Line::GaveUp,
        Happened::LetUp => Line::StretchOff,
        Happened::LetGo { .. } => Line::LetGoNoted,
        // What a key has ended has had its words already.
        Happened::Lowered { why, .. } if why.said.is_some() => Line::Lowered,
        Happened::PressingEnded { why, .. } if why.said.is_some() => Line::PressingEnded,
        Happened::Extended { .. } => Line::TenMore,
        Happened::Answered { question, level } if !question.is_symptoms() => return Some(Phrase::Number(*level)),
        _ => return None,
    };
    Some(line.into())
}

/// Returns "twelve minutes left", rounded up; below a minute, "thirty seconds left".
fn time_left(left: Duration) -> [Phrase; 2] {
    let seconds = left.as_millis().div_ceil(1000) as u64;
    let (number, of) = match seconds {
        0..60 => (seconds, Line::SecondsLeft),
        60 => (1, Line::MinuteLeft),
        _ => (seconds.div_ceil(60), Line::MinutesLeft),
    };
    [Phrase::Number(number as u8), of.into()]
}

/// Returns the session that was broken off, if it may still be taken up. An older one is kept as finished early.
pub fn broken(world: &World) -> Option<Unfinished> {
    let unfinished = world.store.unfinished().ok()??;
    let age = world.clock.civil().timestamp().duration_since(unfinished.seen_utc);
    if age <= TAKE_UP {
        return Some(unfinished);
    }
    if let Some(mut stage) = Stage::take_up(world, &unfinished) {
        stage.put(world, Input::FinishEarly);
    }
    None
}

/// Draws up the plan of a session that was broken off; `None` where its program can no longer be read.
pub fn plan_of(broken: &Unfinished) -> Option<Plan> {
    let program = Program::read(&broken.bytes).ok()?;
    let routine = program.routine(Some(&broken.routine))?;
    Some(Setup::from_json(&broken.setup)?.draw(routine, &program.limits))
}

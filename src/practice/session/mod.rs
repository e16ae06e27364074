//! The engine: a plan, a position on it, and what has been told. Time comes in as an argument and nothing counts down.
//!
//! `now` is the session's own time: how long ago it began on the monotonic clock, pauses included, in whole milliseconds.
//! Ticking more often, or late, changes nothing: each step is told once, in order, at the instant it was due. The events are
//! also what a session is taken up from: [`Session::replay`] feeds their causes back in.

use std::time::Duration;

use super::journal::{Event, Happened, Question, Rule};
use super::measure::Discomfort;
use super::plan::{Kind, LEAD_RESUME, Moment, Plan, Refused, whole_millis};

mod limits;
mod question;
mod scanning;

pub use question::{ANSWER_TEN, Asking, LEAST_LET_GO, SYMPTOM_WINDOW};
pub use scanning::UnderWay;

/// What may be put to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// Time has passed.
    Tick,
    /// The spot is found.
    Found,
    /// A pause, which is a release.
    Pause,
    /// On with it, from a pause or from the sheet.
    Resume,
    /// Too much: one notch less; the second time in a hold, let go.
    Ease,
    /// The hold has let go by itself.
    LetGo,
    /// On to what comes next.
    Skip,
    /// The last hold or stretch once more.
    Back,
    /// Ten more seconds.
    More,
    /// A digit for the question that is open.
    Digit(u8),
    /// Ten for the question that is open.
    Ten,
    /// Speak the numbers of the question that is open once more.
    ScanAgain,
    /// The sheet that ends a session.
    Stop,
    /// Something feels wrong.
    Unwell,
    /// End here and keep what was done.
    FinishEarly,
    /// End here and leave it out of the figures.
    Discard,
}

impl Input {
    /// Returns the input that answers the open question with a number.
    pub const fn answer(level: u8) -> Self {
        if level == 10 { Self::Ten } else { Self::Digit(level) }
    }
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Time runs.
    Running,
    /// Paused.
    Paused,
    /// The sheet is open: resume, finish early and keep, discard, or something feels wrong.
    Leaving,
    /// Something feels wrong: the symptom check is open.
    Unwell,
    /// Over.
    Ended(Ending),
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The whole line.
    Finished,
    /// Kept as far as it went.
    Early,
    /// Left out of the figures.
    Discarded,
}

/// One session under way.
#[derive(Debug, Clone)]
pub struct Session {
    plan: Plan,
    state: State,
    /// Session time and position at the last change of state; while running, both grow alike.
    since: Duration,
    from: Duration,
    /// How far everything due has been told.
    told: Duration,
    /// Steps begun so far.
    begun: usize,
    ease: Ease,
    asking: Option<Asking>,
    /// Set by a double ease until its question is asked.
    owes_symptoms: bool,
    /// How often in a row a key said "too much" or had nothing to do, and when it did last.
    struck: (u8, Duration),
}

/// What easing has done to the hold or stretch under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ease {
    None,
    Once,
    /// A hold was given up at this session time.
    GivenUp(Duration),
}

/// A third press of "too much" within this time of the second opens the sheet (`details.md` §4).
const THIRD_PRESS: Duration = Duration::from_secs(10);
/// After so many presses in a row, the next one opens it.
const TWICE: u8 = 2;

impl Session {
    /// Begins a session at time zero.
    pub fn start(plan: Plan) -> (Self, Vec<Event>) {
        let zero = Duration::ZERO;
        let mut session = Self {
            plan,
            state: State::Running,
            since: zero,
            from: zero,
            told: zero,
            begun: 0,
            ease: Ease::None,
            asking: None,
            owes_symptoms: false,
            struck: (0, zero),
        };
        let mut events = vec![Event { at: zero, position: zero, what: Happened::Started }];
        session.advance(zero, &mut events);
        (session, events)
    }

    /// Rebuilds a session from what was logged, as it stood at `seen`, the last instant known. One that ran stands paused
    /// there, so that it can be taken up: it goes on with [`Input::Resume`].
    pub fn replay(plan: Plan, events: &[Event], seen: Duration) -> Self {
        let (mut session, _) = Self::start(plan);
        for event in events {
            let Some(cause) = event.what.cause() else { continue };
            if cause == Input::Resume && session.state == State::Running {
                session.break_off(session.time_of(event.position));
            }
            session.apply(cause, event.at);
        }
        session.break_off(seen);
        session
    }

    /// Brings the session to an instant at which the program went away, and leaves it paused there.
    fn break_off(&mut self, seen: Duration) {
        let seen = whole_millis(seen);
        self.apply(Input::Tick, seen);
        if self.state == State::Running {
            self.halt(State::Paused, seen.max(self.time_of(self.told)));
        }
    }

    /// Takes an input at a session time, and returns everything that has happened up to it, in order.
    pub fn apply(&mut self, input: Input, now: Duration) -> Vec<Event> {
        let now = whole_millis(now).max(self.since).max(self.time_of(self.told));
        let mut events = Vec::new();
        self.advance(now, &mut events);
        self.take(input, now, &mut events);
        self.advance(now, &mut events);
        events
    }

    /// Returns where the session stands.
    pub const fn state(&self) -> State {
        self.state
    }

    /// Returns the line as it is now: what was done, and what is still to come.
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Returns the position on the line.
    pub fn position(&self, now: Duration) -> Duration {
        let run = if self.state == State::Running { now.saturating_sub(self.since) } else { Duration::ZERO };
        whole_millis(self.from + run).min(self.plan.total())
    }

    /// Returns what stands at the position; the line always has a last step.
    pub fn moment(&self, now: Duration) -> Option<Moment<'_>> {
        self.plan.at(self.position(now))
    }

    /// Returns the question that is open, if one is.
    pub const fn asking(&self) -> Option<&Asking> {
        self.asking.as_ref()
    }

    /// Returns true right after a hold was given up.
    pub fn just_gave_up(&self, now: Duration) -> bool {
        matches!(self.ease, Ease::GivenUp(at) if now.saturating_sub(at) <= THIRD_PRESS)
    }

    /// Returns true when one more key of those that ease means stop: it would be the third in a row.
    pub fn third_key_stops(&self, now: Duration) -> bool {
        self.struck_by(now) >= TWICE
    }

    /// Returns how many such keys were struck in a row, none of them long ago.
    fn struck_by(&self, now: Duration) -> u8 {
        let (times, last) = self.struck;
        if now.saturating_sub(last) <= THIRD_PRESS { times } else { 0 }
    }

    /// Returns the session time at which something is next due, while it runs.
    pub fn deadline(&self, now: Duration) -> Option<Duration> {
        if self.state != State::Running {
            return None;
        }
        let position = self.position(now);
        let due = self.next_due()?;
        Some(now + due.saturating_sub(position))
    }

    /// Returns what is left of the whole session with every wait at its limit.
    pub fn left(&self, now: Duration) -> Duration {
        self.plan.total().saturating_sub(self.position(now))
    }

    /// Returns the session time of a position in the present run.
    fn time_of(&self, position: Duration) -> Duration {
        self.since + position.saturating_sub(self.from)
    }

    /// Tells all that is due up to `now`.
    fn advance(&mut self, now: Duration, events: &mut Vec<Event>) {
        while self.state == State::Running {
            let position = self.position(now);
            let Some(due) = self.next_due().filter(|&due| due <= position) else {
                self.told = position;
                break;
            };
            self.told = due;
            let at = self.time_of(due);
            self.tell(due, at, events);
        }
    }

    /// Returns the position of the next thing to tell.
    fn next_due(&self) -> Option<Duration> {
        let begin = self.plan.steps().get(self.begun).map(|step| step.at);
        let current = self.begun.checked_sub(1).and_then(|index| self.plan.steps().get(index));
        let climb = current.and_then(|step| {
            let turns = &step.pressing()?.step_ups;
            turns.iter().map(|turn| step.at + turn.after).find(|&at| at > self.told && at < step.end())
        });
        let close = self.asking.as_ref().map(|asking| asking.closes);
        [begin, climb, close].into_iter().flatten().min()
    }

    /// Tells the one thing due at this position. A step that ends is told before the next begins.
    fn tell(&mut self, due: Duration, at: Duration, events: &mut Vec<Event>) {
        let begins = self.plan.steps().get(self.begun).is_some_and(|step| step.at == due);
        if self.asking.as_ref().is_some_and(|asking| asking.closes <= due) {
            self.close_question(due, at, events);
        } else if begins {
            self.end_step(due, at, events);
            self.begin_step(due, at, events);
        } else if let Some(to) = self.plan.at(due).and_then(|moment| moment.target()) {
            events.push(Event { at, position: due, what: Happened::SteppedUp { to: to.level() } });
        }
    }

    fn begin_step(&mut self, due: Duration, at: Duration, events: &mut Vec<Event>) {
        let Some(step) = self.plan.steps().get(self.begun).cloned() else { return };
        self.begun += 1;
        if step.kind.is_work() && !step.continued {
            self.ease = Ease::None;
        }
        if matches!(step.kind, Kind::Done) {
            self.state = State::Ended(Ending::Finished);
            self.since = at;
            self.from = due;
            events.push(Event { at, position: due, what: Happened::Finished });
            return;
        }
        events.push(Event { at, position: due, what: Happened::began(&step, &self.plan) });
        self.ask_over(&step, due, at, events);
    }

    /// Tells how long the work that ends here was held.
    fn end_step(&self, due: Duration, at: Duration, events: &mut Vec<Event>) {
        let Some(step) = self.begun.checked_sub(1).and_then(|index| self.plan.steps().get(index)) else { return };
        let held = due.saturating_sub(step.at).min(step.length);
        if step.kind.is_work() && !held.is_zero() {
            events.push(Event { at, position: due, what: Happened::held(step, &self.plan, held) });
        }
    }

    fn take(&mut self, input: Input, now: Duration, events: &mut Vec<Event>) {
        use State::{Ended, Leaving, Paused, Running, Unwell};
        let position = self.position(now);
        let tell = |what| Event { at: now, position, what };
        match (self.state, input) {
            (Running | Paused, Input::Digit(_) | Input::Ten) => {
                self.answer(input, now, position, events);
            }
            (Running, Input::ScanAgain) => self.scan_again(now, position, events),
            (Ended(_), _) | (_, Input::Tick) => {}
            (Running, Input::Pause) => {
                self.halt(Paused, now);
                events.push(tell(Happened::Paused));
            }
            (Running | Paused | Unwell, Input::Stop) => {
                self.halt(Leaving, now);
                self.struck.0 = 0;
                events.push(tell(Happened::Stopped));
            }
            (Running | Paused | Leaving, Input::Unwell) => {
                self.halt(Unwell, now);
                match self.asking.take_if(|asking| asking.question.is_symptoms()) {
                    Some(asking) => events.push(tell(Happened::Answered { question: asking.question, level: 1 })),
                    None => self.close_question(position, now, events),
                }
                events.push(tell(Happened::Unwell));
            }
            (Paused, Input::Ease) => self.struck = ((self.struck_by(now) + 1).min(TWICE), now),
            (Paused | Leaving | Unwell, Input::Resume) => {
                self.plan.resume(position);
                self.since = now;
                self.state = Running;
                events.push(tell(Happened::Resumed));
            }
            (_, Input::FinishEarly) => {
                self.end(Ending::Early, now, events);
                events.push(tell(Happened::FinishedEarly));
            }
            (_, Input::Discard) => {
                self.end(Ending::Discarded, now, events);
                events.push(tell(Happened::Discarded));
            }
            (Running, _) => self.steer(input, now, position, events),
            _ => {}
        }
    }

    /// Inputs that change the line while it runs.
    fn steer(&mut self, input: Input, now: Duration, position: Duration, events: &mut Vec<Event>) {
        let changed = match input {
            Input::Found => match self.plan.at(position).map(|moment| &moment.step.kind) {
                Some(Kind::Locate) => self.plan.skip(position).map(|()| Happened::Found),
                _ => Err(Refused::NotHere),
            },
            Input::Skip => self.plan.skip(position).map(|()| Happened::Skipped),
            Input::Back => self.plan.back(position).map(|()| Happened::WentBack),
            Input::More => self.plan.extend(position).map(|by| Happened::Extended { ms: by.as_millis() as u64 }),
            Input::LetGo => self.let_go(position),
            Input::Ease => self.eased(now, position),
            _ => return,
        };
        let what = changed.unwrap_or_else(|why| Happened::Refused { why });
        if matches!(what, Happened::PressingEnded { .. }) {
            // What was done with the key comes before what follows from it.
            events.push(Event { at: now, position, what: Happened::GaveUp });
        }
        events.push(Event { at: now, position, what });
        let free = self.plan.free_from(self.begun).max(position);
        if let Some(asking) = &mut self.asking {
            asking.closes = asking.closes.min(free);
        }
        self.cut_scan(position);
    }

    fn let_go(&mut self, position: Duration) -> Result<Happened, Refused> {
        let moment =
            self.plan.at(position).filter(|moment| moment.step.pressing().is_some()).ok_or(Refused::NotHere)?;
        let held = moment.offset + self.plan.held_before(moment.index);
        if held < LEAST_LET_GO {
            return Err(Refused::TooSoon);
        }
        self.plan.cut(position);
        Ok(Happened::LetGo { after_ms: held.as_millis() as u64 })
    }

    fn eased(&mut self, now: Duration, position: Duration) -> Result<Happened, Refused> {
        let moment = self.plan.at(position).ok_or(Refused::NotHere)?;
        let struck = self.struck_by(now);
        let struck = match moment.step.kind {
            // The key that finds the spot answers what was asked. It counts with another that follows it at once.
            Kind::Locate if moment.step.length < moment.step.whole => struck.max(1) + 1,
            Kind::Locate if struck == 0 && moment.left() > LEAD_RESUME => 0,
            Kind::Press(_) | Kind::Stretch | Kind::Move if self.ease == Ease::Once => struck.max(1) + 1,
            _ => struck + 1,
        };
        self.struck = (struck.min(TWICE), now);
        match (&moment.step.kind, self.ease) {
            (Kind::Press(_), Ease::None | Ease::GivenUp(_)) => {
                let to = self.plan.ease(position).unwrap_or(Discomfort::LEAST);
                self.ease = Ease::Once;
                Ok(Happened::Eased { to: Some(to.level()) })
            }
            (Kind::Press(pressing), Ease::Once) => {
                let why = self.overstep(moment.step, pressing.ceiling, Rule::L2, None);
                let dropped = self.plan.give_up_side(position, SYMPTOM_WINDOW);
                self.ease = Ease::GivenUp(now);
                self.owes_symptoms = true;
                Ok(Happened::PressingEnded { why, dropped })
            }
            (Kind::Stretch | Kind::Move, Ease::None | Ease::GivenUp(_)) => {
                self.ease = Ease::Once;
                Ok(Happened::Eased { to: None })
            }
            (Kind::Stretch | Kind::Move, Ease::Once) => {
                self.plan.cut(position);
                self.ease = Ease::None;
                Ok(Happened::LetUp)
            }
            (Kind::Locate, _) => self.plan.skip(position).map(|()| Happened::Found),
            _ => Err(Refused::NotHere),
        }
    }

    /// Stops the clock; a question stays open, with what is left of its time.
    fn halt(&mut self, state: State, now: Duration) {
        self.from = self.position(now);
        self.since = now;
        self.state = state;
    }

    /// Ends the session short of the line's end. Work under way was held until here.
    fn end(&mut self, ending: Ending, now: Duration, events: &mut Vec<Event>) {
        self.halt(State::Ended(ending), now);
        self.end_step(self.from, now, events);
        self.close_question(self.from, now, events);
    }
}

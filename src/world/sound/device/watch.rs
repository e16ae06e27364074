//! What to do about the sound card, decided from facts and their times alone: no card, no clock, no thread.
//!
//! ```text
//!              something to play              opened
//!        Off ───────────────────► Opening ────────────► Open
//!         ▲                          │  ▲                │ failed, plays nothing, stuck
//!         │ nothing more to play     ▼  │ 1, 2, 5, 5… s  ▼
//!         └─────────────────────── Waiting ◄─────────────┘
//! ```

use std::time::Duration;

use super::{SoundState, Why};

/// Which output is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The one that the person has chosen.
    Chosen,
    /// The system's own.
    Default,
}

/// Something that has become known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// There is something to play, and more may come.
    Wanted,
    /// There is something to play, and no more is to come after it.
    WantedOnce,
    /// Nothing more is to come.
    Resting,
    /// The last sound has reached the ear.
    Quiet,
    /// The person has chosen an output of their own, or the system's.
    Choice(Which),
    /// The opening with this number has succeeded.
    Opened(u32),
    /// The opening with this number has failed.
    NotOpened(u32, Why),
    /// The open card has failed.
    Failed(Why),
    /// The open card leads elsewhere now: the system's own output is another.
    Moved,
    /// The computer has slept, and a card may not have woken with it.
    Slept,
    /// The list was looked through: the chosen output is there.
    Present,
    /// The list was looked through: the chosen output is not there.
    Absent,
    /// Time has passed.
    Tick,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Do {
    /// Open a card; [`Fact::Opened`] or [`Fact::NotOpened`] answers by this number.
    Open(Which, u32),
    /// Close the card that is open.
    Close,
    /// Hand the card what is due from an instant on; what was due before it is left out.
    Play(Duration),
    /// Look through the list for the chosen output.
    Look,
    /// Forget what was to be played.
    Forget,
}

/// A card that has failed is tried again after these times.
pub const RETRIES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(2), Duration::from_secs(5)];
/// A card that has run for so long is sound: its next failure counts as the first.
const SOUND: Duration = Duration::from_secs(10);
/// A card that is not open after this is taken to hang.
pub const HANGS: Duration = Duration::from_secs(3);
/// A card that fails so soon after it was opened has not moved: it fails.
const SETTLED: Duration = Duration::from_secs(1);
/// Two openings lie at least so far apart.
const APART: Duration = Duration::from_millis(200);
/// How often a chosen output that is not there is looked for.
const LOOKED: Duration = Duration::from_secs(5);
/// A chosen output that is there and cannot be opened is tried again after this: each try is a gap in what is heard.
const REFUSED: Duration = Duration::from_secs(30);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Off,
    /// `from` is the first instant that is played. After a silence there is none, and it is the instant at which the card is
    /// open: what was missed is not caught up.
    Opening {
        which: Which,
        number: u32,
        since: Duration,
        from: Option<Duration>,
    },
    Open {
        which: Which,
        since: Duration,
    },
    Waiting {
        until: Option<Duration>,
    },
}

/// Where the sound stands.
#[derive(Debug)]
pub struct Watch {
    phase: Phase,
    shown: SoundState,
    choice: Which,
    /// Why the chosen output was passed over for the system's own, if it was.
    passed_over: Option<Why>,
    refused: Option<Duration>,
    resting: bool,
    tries: usize,
    number: u32,
    tried: Option<Duration>,
    looked: Duration,
}

impl Default for Watch {
    fn default() -> Self {
        Self {
            phase: Phase::Off,
            shown: SoundState::Off,
            choice: Which::Default,
            passed_over: None,
            refused: None,
            resting: true,
            tries: 0,
            number: 0,
            tried: None,
            looked: Duration::ZERO,
        }
    }
}

impl Watch {
    /// Returns what is to be shown.
    pub const fn shown(&self) -> SoundState {
        self.shown
    }

    /// Returns why the system's own output is used in place of the chosen one, where it is.
    pub const fn passed_over(&self) -> Option<Why> {
        match self.phase {
            Phase::Open { which: Which::Default, .. } => self.passed_over,
            _ => None,
        }
    }

    /// Returns the number of the opening that is waited for. The card of any other is to be closed at once.
    pub const fn expects(&self) -> Option<u32> {
        match self.phase {
            Phase::Opening { number, .. } => Some(number),
            _ => None,
        }
    }

    /// Returns when something is next due by itself; an open card is looked at far more often.
    pub fn due(&self) -> Option<Duration> {
        match self.phase {
            Phase::Opening { since, .. } => Some(since + HANGS),
            Phase::Waiting { until } => until,
            Phase::Open { .. } | Phase::Off => None,
        }
    }

    /// Takes a fact, and returns what is to be done about it, in order.
    pub fn take(&mut self, fact: Fact, now: Duration) -> Vec<Do> {
        let mut todo = Vec::new();
        match fact {
            Fact::Wanted | Fact::WantedOnce => {
                self.resting &= fact == Fact::WantedOnce;
                if matches!(self.phase, Phase::Off | Phase::Waiting { until: None }) {
                    self.open(self.choice, Some(now), now, &mut todo);
                }
            }
            Fact::Resting => {
                self.resting = true;
                if matches!(self.phase, Phase::Off | Phase::Waiting { .. }) {
                    self.off(&mut todo);
                }
            }
            Fact::Quiet if self.resting && matches!(self.phase, Phase::Open { .. }) => {
                todo.push(Do::Close);
                self.off(&mut todo);
            }
            Fact::Choice(which) => self.choose(which, now, &mut todo),
            Fact::Opened(number) => self.opened(number, now, &mut todo),
            Fact::NotOpened(number, why) if self.expects() == Some(number) => self.not_opened(why, now, &mut todo),
            Fact::Failed(why) if matches!(self.phase, Phase::Open { .. }) => {
                todo.push(Do::Close);
                self.fail(why, now);
            }
            Fact::Moved => match self.phase {
                Phase::Open { since, .. } if now.saturating_sub(since) < SETTLED => {
                    todo.push(Do::Close);
                    self.fail(Why::Lost, now);
                }
                _ => self.reopen(self.choice, now, &mut todo),
            },
            Fact::Slept => {
                self.tries = 0;
                self.reopen(self.choice, now, &mut todo);
                self.retry(now, &mut todo);
            }
            Fact::Present => {
                let refused = self.refused.is_some_and(|at| now.saturating_sub(at) < REFUSED);
                if self.misses_its_choice() && !refused {
                    self.reopen(Which::Chosen, now, &mut todo);
                }
            }
            Fact::Absent => self.refused = None,
            Fact::Tick => self.tick(now, &mut todo),
            Fact::Quiet | Fact::NotOpened(..) | Fact::Failed(_) => {}
        }
        todo
    }

    fn tick(&mut self, now: Duration, todo: &mut Vec<Do>) {
        match self.phase {
            Phase::Waiting { until: Some(until) } if until <= now => self.open(self.choice, None, now, todo),
            Phase::Opening { since, .. } if now.saturating_sub(since) >= HANGS => {
                self.not_opened(Why::Stuck, now, todo);
            }
            Phase::Open { since, .. } => {
                if now.saturating_sub(since) > SOUND {
                    self.tries = 0;
                }
                if self.misses_its_choice() && now.saturating_sub(self.looked) >= LOOKED {
                    self.looked = now;
                    todo.push(Do::Look);
                }
            }
            _ => {}
        }
    }

    fn misses_its_choice(&self) -> bool {
        self.choice == Which::Chosen && matches!(self.phase, Phase::Open { which: Which::Default, .. })
    }

    fn choose(&mut self, which: Which, now: Duration, todo: &mut Vec<Do>) {
        (self.choice, self.refused, self.passed_over, self.tries) = (which, None, None, 0);
        if let Phase::Opening { from, .. } = self.phase {
            self.open(which, from, now, todo);
        }
        self.reopen(which, now, todo);
        self.retry(now, todo);
    }

    /// Opens another card in the place of the open one; nothing is missed between them, and nothing played twice.
    fn reopen(&mut self, which: Which, now: Duration, todo: &mut Vec<Do>) {
        if matches!(self.phase, Phase::Open { .. }) {
            todo.push(Do::Close);
            self.open(which, Some(now), now, todo);
        }
    }

    /// Tries again at once what is waited for.
    fn retry(&mut self, now: Duration, todo: &mut Vec<Do>) {
        if matches!(self.phase, Phase::Waiting { until: Some(_) }) {
            self.open(self.choice, None, now, todo);
        }
    }

    fn open(&mut self, which: Which, from: Option<Duration>, now: Duration, todo: &mut Vec<Do>) {
        if let Some(tried) = self.tried
            && now < tried + APART
        {
            self.phase = Phase::Waiting { until: Some(tried + APART) };
            return;
        }
        self.tried = Some(now);
        self.open_now(which, from, now, todo);
    }

    fn open_now(&mut self, which: Which, from: Option<Duration>, now: Duration, todo: &mut Vec<Do>) {
        self.number = self.number.wrapping_add(1);
        self.phase = Phase::Opening { which, number: self.number, since: now, from };
        todo.push(Do::Open(which, self.number));
    }

    fn opened(&mut self, number: u32, now: Duration, todo: &mut Vec<Do>) {
        let Phase::Opening { which, number: expected, from, .. } = self.phase else { return };
        if number != expected {
            return;
        }
        let from = from.unwrap_or(now);
        if which == self.choice {
            (self.passed_over, self.refused) = (None, None);
        }
        self.phase = Phase::Open { which, since: now };
        self.looked = now;
        self.shown = SoundState::Playing;
        todo.push(Do::Play(from));
    }

    /// In the place of a chosen output that cannot be had, the system's own is opened at once.
    fn not_opened(&mut self, why: Why, now: Duration, todo: &mut Vec<Do>) {
        match self.phase {
            Phase::Opening { which: Which::Chosen, from, .. } => {
                self.passed_over = Some(why);
                self.refused = (why != Why::NoCard).then_some(now);
                self.open_now(Which::Default, from, now, todo);
            }
            _ => self.fail(why, now),
        }
    }

    fn fail(&mut self, why: Why, now: Duration) {
        self.shown = SoundState::Silent(why);
        let again = why != Why::NotBuilt && !self.resting;
        let until = again.then(|| now + RETRIES[self.tries.min(RETRIES.len() - 1)]);
        self.tries += usize::from(again);
        self.phase = Phase::Waiting { until };
    }

    fn off(&mut self, todo: &mut Vec<Do>) {
        (self.phase, self.shown, self.tries) = (Phase::Off, SoundState::Off, 0);
        todo.push(Do::Forget);
    }
}

#[cfg(test)]
mod tests;

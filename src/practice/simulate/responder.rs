//! People who answer, drawn from a seed: what each does is a rough sketch, good for seeing what the rules make of it.

use super::{Asked, Comes, Felt, Responder, Said};
use crate::practice::measure::{Discomfort, Pain};
use crate::practice::progress::{Cut, Reply};
use crate::practice::safety::effects::Effect;
use crate::practice::safety::{Flag, Sign};

/// How a seeded person answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Much the same from day to day, every answer given.
    Steady,
    /// The pain goes down slowly.
    Improving,
    /// Good days, with a flare now and then.
    Flaring,
    /// Answers and sessions are left out, sometimes for weeks.
    Forgetful,
    /// Presses too hard, says no to offers, ends early, marks a sign once in a while.
    Contrary,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Steady, Self::Improving, Self::Flaring, Self::Forgetful, Self::Contrary];

    /// Returns the word used on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Steady => "steady",
            Self::Improving => "improving",
            Self::Flaring => "flaring",
            Self::Forgetful => "forgetful",
            Self::Contrary => "contrary",
        }
    }

    /// Returns the kind of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A seeded person. The same seed answers the same.
#[derive(Debug, Clone)]
pub struct Seeded {
    kind: Kind,
    dice: fastrand::Rng,
    /// The complaint without any session, in tenths of a point.
    usual: u16,
    /// Days still to stay away.
    away: u8,
    /// The complaint of today, and whether it is told.
    today: Option<(Pain, bool)>,
}

impl Seeded {
    /// Begins with a seed.
    pub fn new(kind: Kind, seed: u64) -> Self {
        let mut dice = fastrand::Rng::with_seed(seed);
        let usual = match kind {
            Kind::Improving => dice.u16(50..70),
            _ => dice.u16(25..55),
        };
        Self { kind, dice, usual, away: 0, today: None }
    }

    /// Whether one question is answered.
    fn answers(&mut self) -> bool {
        self.kind != Kind::Forgetful || !self.happens(30)
    }

    /// Rolls for something that happens in so many of a hundred cases.
    fn happens(&mut self, percent: u8) -> bool {
        self.dice.u8(0..100) < percent
    }

    fn pain(&mut self, more: u16) -> Pain {
        let tenths = self.usual + more + self.dice.u16(0..6);
        let score = (tenths / 10).min(10) as u8;
        // At most ten by the line above.
        Pain::new(score).unwrap_or_else(|| self.pain(0))
    }

    fn felt(&mut self, ceiling: Discomfort, flares: Flare) -> Felt {
        let c = ceiling.level();
        let (level, done, cut) = match (self.kind, flares) {
            (_, Flare::Strong) => (c + 2, 40, Cut::TooMuch),
            (Kind::Contrary, _) => {
                let (level, done) = (c.saturating_sub(1) + self.dice.u8(0..4), self.dice.u8(30..=100));
                (level, done, if done < 50 && self.happens(50) { Cut::Pain } else { Cut::No })
            }
            _ => (c.saturating_sub(self.dice.u8(0..2)), 100, Cut::No),
        };
        Felt { discomfort: Discomfort::new(level.min(10)), done, cut }
    }
}

/// How a day went for someone who flares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flare {
    None,
    NextDay,
    Strong,
}

impl Responder for Seeded {
    fn comes(&mut self, _day: u32) -> Comes {
        if self.away > 0 {
            self.away -= 1;
            return Comes::Away;
        }
        match (self.kind, self.dice.u8(0..100)) {
            (Kind::Forgetful, ..3) => {
                self.away = self.dice.u8(5..30);
                Comes::Away
            }
            (Kind::Forgetful, ..28) | (Kind::Contrary, ..10) => Comes::Opens,
            _ => Comes::Works,
        }
    }

    fn before(&mut self, _day: u32) -> Option<Pain> {
        if self.kind == Kind::Improving && self.happens(30) {
            self.usual = self.usual.saturating_sub(1);
        }
        let (pain, is_told) = (self.pain(0), self.answers());
        self.today = Some((pain, is_told));
        is_told.then_some(pain)
    }

    fn says(&mut self, asked: &Asked<'_>) -> Said {
        let flare = match (self.kind, self.dice.u8(0..100)) {
            (Kind::Flaring, ..7) | (Kind::Contrary, ..3) => Flare::NextDay,
            (Kind::Flaring, ..9) => Flare::Strong,
            _ => Flare::None,
        };
        let (before, is_told) = self.today.unwrap_or((self.pain(0), false));
        let more = if flare == Flare::None { 0 } else { 25 };
        let next_day = if flare == Flare::None { before } else { self.pain(more) };
        let points = asked.doses.iter().map(|dose| self.felt(dose.ceiling, flare)).collect();
        let sore = if flare == Flare::None { self.dice.u16(0..20) } else { self.dice.u16(30..60) };
        let effects = if flare != Flare::None && self.happens(20) { vec![Effect::Bruise] } else { Vec::new() };
        let says_no = match self.kind {
            Kind::Contrary => 60,
            _ => 5,
        };
        Said {
            before: is_told.then_some(before),
            after: self.answers().then_some(before),
            next_day: self.answers().then_some(next_day),
            soreness_hours: self.answers().then_some(sore),
            effects: self.answers().then_some(effects),
            points,
            reply: if self.happens(says_no) { Reply::Stay } else { Reply::Go },
            sign: (self.kind == Kind::Contrary && self.dice.u16(0..400) == 0).then_some(Flag::Sign(Sign::Tingling)),
        }
    }
}

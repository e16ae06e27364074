//! What a session came to at one point: green, amber, red or unknown (the C rules).

use serde::{Deserialize, Serialize};

use super::rule::Rule;
use crate::practice::journal;
use crate::practice::measure::{Discomfort, Pain};
use crate::practice::safety::effects::Effect;

/// How a day went at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Every answer is there, and all are good.
    Green,
    /// An answer is missing, and nothing given is red.
    Unknown,
    /// Neither good nor bad.
    Amber,
    /// Back off.
    Red,
}

impl Class {
    /// Returns the word used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Unknown => "unknown",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }

    /// Returns the rule that says so.
    pub const fn rule(self) -> Rule {
        match self {
            Self::Green => Rule::Green,
            Self::Unknown => Rule::Unknown,
            Self::Amber => Rule::Amber,
            Self::Red => Rule::Red,
        }
    }
}

/// What the C rules go by. What is `None` was not answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// B: pain before.
    pub before: Option<Pain>,
    /// D: the strongest discomfort.
    pub discomfort: Strongest,
    /// A: pain right after.
    pub after: Option<Pain>,
    /// M: pain on the next day.
    pub next_day: Option<Pain>,
    /// S: how many hours soreness lasted.
    pub soreness_hours: Option<u16>,
    /// X: after-effects; an empty list is "none of these".
    pub effects: Option<Vec<Effect>>,
    /// How much was done, in whole percent of the seconds planned; a hold that let go counts whole.
    pub done: u8,
    /// Whether less was done because it hurt.
    pub cut: Cut,
    /// C: the ceiling in force in that session.
    pub ceiling: Option<Discomfort>,
}

/// D, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strongest {
    /// Nothing was pressed that is asked about.
    #[default]
    NotAsked,
    /// A question stayed open; what was answered, or an ease said, was at most this.
    Missing(Option<Discomfort>),
    /// Every question was answered: the largest answer, an ease counting as one over the ceiling.
    Known(Discomfort),
}

impl Strongest {
    /// Returns the strongest that is known of.
    pub const fn level(self) -> Option<Discomfort> {
        match self {
            Self::Known(level) | Self::Missing(Some(level)) => Some(level),
            Self::NotAsked | Self::Missing(None) => None,
        }
    }
}

/// Why less was done than planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cut {
    /// It was not cut for pain.
    #[default]
    No,
    /// It was eased, or ended because something felt wrong.
    Pain,
    /// L2: two over the ceiling, 8 or more, or let go twice.
    TooMuch,
}

impl Cut {
    /// Every reason.
    pub const ALL: [Self; 3] = [Self::No, Self::Pain, Self::TooMuch];

    /// Returns the word used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Pain => "pain",
            Self::TooMuch => "too-much",
        }
    }
}

impl Answers {
    /// Returns them with the best that can still be said where nothing is said yet: what is red or amber by these stays so,
    /// whatever the next day brings.
    #[must_use]
    pub fn at_best(mut self) -> Self {
        self.after = self.after.or(self.before);
        self.next_day = self.next_day.or(self.before);
        self.soreness_hours = self.soreness_hours.or(Some(0));
        self.effects.get_or_insert_default();
        self
    }
}

/// The first thing that keeps a day from being green, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of Answers")]
pub enum Because {
    /// L2 by keys: let go twice, or something felt wrong.
    LetGoTwice,
    /// Stronger than the ceiling.
    Strong { level: Discomfort, ceiling: Discomfort },
    /// More pain on the next day.
    NextDay { before: Pain, next_day: Pain },
    /// More pain right after.
    After { before: Pain, after: Pain },
    /// Soreness of more than a day.
    Sore { hours: u16 },
    /// A bruise larger than 2 cm.
    Bruised,
    /// Something else was ticked.
    Effects { count: usize },
    /// Less than half was done, because it hurt.
    Hurt { percent: u8 },
    /// Not all was done.
    Done { percent: u8 },
    /// It was eased.
    Eased,
    /// An answer is missing.
    Missing,
}

/// Returns why these answers are not green, or none where they are.
pub fn because(answers: &Answers) -> Option<Because> {
    let red = class(answers) == Class::Red;
    let strong = answers.discomfort.level().zip(answers.ceiling).filter(|(level, ceiling)| level > ceiling);
    let rose = |later: Option<Pain>, red_by: u8, green_by: u8| {
        let by = if red { red_by } else { green_by };
        answers.before.zip(later).filter(|(before, later)| later.score() >= before.score() + by)
    };
    let sore = if red { VERY_SORE } else { SORE };
    let effects = answers.effects.as_deref().unwrap_or_default();
    if answers.cut == Cut::TooMuch {
        Some(Because::LetGoTwice)
    } else if let Some((level, ceiling)) = strong.filter(|&(level, ceiling)| !red || is_too_much(level, ceiling)) {
        Some(Because::Strong { level, ceiling })
    } else if let Some((before, next_day)) = rose(answers.next_day, 2, 1) {
        Some(Because::NextDay { before, next_day })
    } else if let Some((before, after)) = rose(answers.after, 3, 2) {
        Some(Because::After { before, after })
    } else if let Some(hours) = answers.soreness_hours.filter(|&hours| hours > sore) {
        Some(Because::Sore { hours })
    } else if effects.contains(&Effect::LargeBruise) {
        Some(Because::Bruised)
    } else if red {
        Some(Because::Hurt { percent: answers.done })
    } else if answers.done < DONE {
        Some(Because::Done { percent: answers.done })
    } else if !effects.is_empty() {
        Some(Because::Effects { count: effects.len() })
    } else if answers.cut == Cut::Pain {
        Some(Because::Eased)
    } else {
        (class(answers) != Class::Green).then_some(Because::Missing)
    }
}

/// Of the planned seconds, so much has to be done for a green day, in percent.
const DONE: u8 = 80;
/// Less than this because of pain is red.
const HALF_DONE: u8 = 50;
/// Soreness of more hours than this is not green.
pub const SORE: u16 = 24;
/// Soreness of more hours than this is red.
const VERY_SORE: u16 = 48;

/// Classes one session at one point. What is red is red whatever is missing; silence is never green.
pub fn class(answers: &Answers) -> Class {
    if is_red(answers) {
        return Class::Red;
    }
    match is_green(answers) {
        Some(true) => Class::Green,
        Some(false) => Class::Amber,
        None => Class::Unknown,
    }
}

/// C-RED.
fn is_red(answers: &Answers) -> bool {
    let score = |pain: Option<Pain>| pain.map(Pain::score);
    let rose = |later: Option<Pain>, by: u8| {
        score(answers.before).zip(score(later)).is_some_and(|(before, later)| later >= before + by)
    };
    let bruised = answers.effects.iter().flatten().any(|&effect| effect == Effect::LargeBruise);
    let over =
        answers.discomfort.level().zip(answers.ceiling).is_some_and(|(level, ceiling)| is_too_much(level, ceiling));
    over || answers.cut == Cut::TooMuch
        || rose(answers.after, 3)
        || rose(answers.next_day, 2)
        || answers.soreness_hours.is_some_and(|hours| hours > VERY_SORE)
        || bruised
        || (answers.done < HALF_DONE && answers.cut != Cut::No)
}

/// C-GREEN, or none while an answer is missing.
fn is_green(answers: &Answers) -> Option<bool> {
    let before = answers.before?.score();
    let after = answers.after?.score();
    let next_day = answers.next_day?.score();
    let hours = answers.soreness_hours?;
    let effects = answers.effects.as_ref()?;
    let strong = match answers.discomfort {
        Strongest::NotAsked => false,
        Strongest::Missing(_) => return None,
        Strongest::Known(level) => answers.ceiling.is_none_or(|ceiling| level > ceiling),
    };
    Some(
        !strong
            && after <= before + 1
            && next_day <= before
            && hours <= SORE
            && effects.is_empty()
            && answers.done >= DONE
            && answers.cut == Cut::No,
    )
}

/// L2: two over the ceiling, or 8 and more.
pub fn is_too_much(level: Discomfort, ceiling: Discomfort) -> bool {
    journal::Rule::on(level.level(), ceiling.level()) == Some(journal::Rule::L2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pain(score: u8) -> Option<Pain> {
        Pain::new(score)
    }

    fn good() -> Answers {
        Answers {
            before: pain(4),
            discomfort: Strongest::Known(Discomfort::new(5).unwrap()),
            after: pain(4),
            next_day: pain(4),
            soreness_hours: Some(0),
            effects: Some(Vec::new()),
            done: 100,
            cut: Cut::No,
            ceiling: Discomfort::new(5),
        }
    }

    fn with(change: impl FnOnce(&mut Answers)) -> Class {
        let mut answers = good();
        change(&mut answers);
        class(&answers)
    }

    fn felt(level: u8) -> Class {
        with(|answers| answers.discomfort = Strongest::Known(Discomfort::new(level).unwrap()))
    }

    #[test]
    fn c_green_every_threshold_at_its_last_good_value() {
        use Class::{Amber, Green};
        assert_eq!(class(&good()), Green);
        assert_eq!((felt(5), felt(6)), (Green, Amber), "D ≤ C");
        assert_eq!((with(|a| a.after = pain(5)), with(|a| a.after = pain(6))), (Green, Amber), "A ≤ B + 1");
        assert_eq!((with(|a| a.next_day = pain(4)), with(|a| a.next_day = pain(5))), (Green, Amber), "M ≤ B");
        let sore = |hours| with(|a| a.soreness_hours = Some(hours));
        assert_eq!((sore(24), sore(25)), (Green, Amber), "S ≤ 24 h");
        let done = |percent| with(|a| a.done = percent);
        assert_eq!((done(80), done(79)), (Green, Amber), "done ≥ 80 %");
        assert_eq!(with(|a| a.effects = Some(vec![Effect::Tired])), Amber, "X is empty");
        assert_eq!(with(|a| a.cut = Cut::Pain), Amber, "an ease counts as D = C + 1");
    }

    #[test]
    fn c_amber_every_threshold_at_its_last_value_before_red() {
        use Class::{Amber, Red};
        assert_eq!((felt(6), felt(7)), (Amber, Red), "D = C + 1, C + 2");
        assert_eq!((with(|a| a.after = pain(6)), with(|a| a.after = pain(7))), (Amber, Red), "A = B + 2, B + 3");
        assert_eq!((with(|a| a.next_day = pain(5)), with(|a| a.next_day = pain(6))), (Amber, Red), "M = B + 1, B + 2");
        let sore = |hours| with(|a| a.soreness_hours = Some(hours));
        assert_eq!((sore(48), sore(49)), (Amber, Red), "S 48 h, 49 h");
        let hurt = |percent| {
            with(|a| {
                a.done = percent;
                a.cut = Cut::Pain;
            })
        };
        assert_eq!((hurt(50), hurt(49)), (Amber, Red), "done 50 %, 49 % because of pain");
        assert_eq!(with(|a| a.done = 49), Amber, "49 % for another reason");
        let bruise = |effect| with(|a| a.effects = Some(vec![effect]));
        assert_eq!((bruise(Effect::Bruise), bruise(Effect::LargeBruise)), (Amber, Red), "a bruise of 2 cm, and more");
    }

    #[test]
    fn c_red_needs_no_other_answer() {
        let alone = |change: fn(&mut Answers)| {
            let mut answers = Answers { done: 100, ceiling: Discomfort::new(5), ..Answers::default() };
            change(&mut answers);
            class(&answers)
        };
        assert_eq!(alone(|_| ()), Class::Unknown);
        assert_eq!(alone(|a| a.cut = Cut::TooMuch), Class::Red, "L2");
        assert_eq!(alone(|a| a.discomfort = Strongest::Missing(Discomfort::new(7))), Class::Red, "C + 2");
        assert_eq!(alone(|a| a.discomfort = Strongest::Missing(Discomfort::new(6))), Class::Unknown, "C + 1");
        assert_eq!(alone(|a| a.soreness_hours = Some(49)), Class::Red);
        assert_eq!(alone(|a| a.effects = Some(vec![Effect::LargeBruise])), Class::Red);
        assert_eq!(alone(|a| a.next_day = pain(9)), Class::Unknown, "a rise needs B");
    }

    #[test]
    fn c_red_eight_is_too_much_under_any_ceiling() {
        let under_seven = |level| {
            with(|a| {
                a.ceiling = Discomfort::new(7);
                a.discomfort = Strongest::Known(Discomfort::new(level).unwrap());
            })
        };
        assert_eq!((under_seven(7), under_seven(8)), (Class::Green, Class::Red));
    }

    #[test]
    fn what_is_not_green_has_its_reason() {
        assert_eq!(because(&good()), None);
        let of = |change: fn(&mut Answers)| {
            let mut answers = good();
            change(&mut answers);
            because(&answers)
        };
        assert_eq!(of(|a| a.next_day = None), Some(Because::Missing));
        assert_eq!(of(|a| a.soreness_hours = Some(30)), Some(Because::Sore { hours: 30 }));
        assert_eq!(of(|a| a.done = 60), Some(Because::Done { percent: 60 }));
        let amber_and_red = of(|a| {
            a.after = Pain::new(6);
            a.soreness_hours = Some(50);
        });
        assert_eq!(amber_and_red, Some(Because::Sore { hours: 50 }), "the red one is told");
    }

    #[test]
    fn c_unknown_whatever_is_missing() {
        let missing: [fn(&mut Answers); 6] = [
            |a| a.before = None,
            |a| a.discomfort = Strongest::Missing(None),
            |a| a.after = None,
            |a| a.next_day = None,
            |a| a.soreness_hours = None,
            |a| a.effects = None,
        ];
        for (index, change) in missing.into_iter().enumerate() {
            assert_eq!(with(change), Class::Unknown, "the {index}. answer");
        }
        assert_eq!(with(|a| a.discomfort = Strongest::NotAsked), Class::Green, "a stretch has no D");
    }
}

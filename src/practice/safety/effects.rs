//! After-effects: asked right after a session and on the next day (`clinical.md` §4.5).

use serde::{Deserialize, Serialize};

use super::Sign;

/// Something that pressing may leave behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// A bruise of 2 cm or less.
    Bruise,
    /// A bruise larger than 2 cm.
    LargeBruise,
    /// A mark on the skin for longer than a day.
    SkinMark,
    /// A headache.
    Headache,
    /// Dizzy or faint.
    Dizzy,
    /// Sick.
    Nausea,
    /// Numb or tingling.
    Numb,
    /// Weak.
    Weakness,
    /// The pain has spread.
    Spread,
    /// More tired than usual.
    Tired,
    /// Something else.
    Other,
}

impl Effect {
    /// Every after-effect, in the order it is asked.
    pub const ALL: [Self; 11] = [
        Self::Bruise,
        Self::LargeBruise,
        Self::SkinMark,
        Self::Headache,
        Self::Dizzy,
        Self::Nausea,
        Self::Numb,
        Self::Weakness,
        Self::Spread,
        Self::Tired,
        Self::Other,
    ];

    /// Returns the word kept in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bruise => "bruise",
            Self::LargeBruise => "large-bruise",
            Self::SkinMark => "skin-mark",
            Self::Headache => "headache",
            Self::Dizzy => "dizzy",
            Self::Nausea => "nausea",
            Self::Numb => "numb",
            Self::Weakness => "weakness",
            Self::Spread => "spread",
            Self::Tired => "tired",
            Self::Other => "other",
        }
    }

    /// Returns the sign at which to stop that it is, if it is one.
    pub const fn sign(self) -> Option<Sign> {
        match self {
            Self::Dizzy | Self::Nausea => Some(Sign::Dizzy),
            Self::Numb => Some(Sign::Tingling),
            Self::Weakness => Some(Sign::Weakness),
            _ => None,
        }
    }
}

/// How long soreness from pressing lasted, as it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Soreness {
    /// None at all.
    None,
    /// It was gone within a day.
    WithinDay,
    /// It lasted longer than a day, and is gone.
    Longer,
    /// It is still there.
    Still,
}

impl Soreness {
    /// Returns how many hours that is, this long after the session: where it is not known exactly, the longer time.
    pub const fn hours(self, since: u16) -> u16 {
        match self {
            Self::None => 0,
            Self::WithinDay if since < 24 => since,
            Self::WithinDay => 24,
            Self::Longer if since <= 25 => 25,
            Self::Longer | Self::Still => since,
        }
    }

    /// Returns what was chosen, from the hours that were kept and the time that had passed.
    pub const fn of(hours: u16, since: u16) -> Self {
        match hours {
            0 => Self::None,
            hours if hours >= since => Self::Still,
            1..=24 => Self::WithinDay,
            _ => Self::Longer,
        }
    }
}

/// What was said about after-effects of one session. What is `None` was not answered, and silence is never good news.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AfterEffects {
    /// How many hours soreness lasted.
    pub soreness_hours: Option<u16>,
    /// What was ticked; an empty list is "none of these".
    pub effects: Option<Vec<Effect>>,
    /// The points it was about, by their place in the routine; empty is all that were worked.
    pub points: Vec<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn soreness_is_taken_for_the_longer_time_where_it_is_not_known() {
        use Soreness::{Longer, None, Still, WithinDay};
        let hours = |soreness: Soreness| [14, 24, 30, 60].map(|since| soreness.hours(since));
        assert_eq!(hours(None), [0; 4]);
        assert_eq!(hours(WithinDay), [14, 24, 24, 24]);
        assert_eq!(hours(Longer), [25, 25, 30, 60]);
        assert_eq!(hours(Still), [14, 24, 30, 60]);
    }

    #[test]
    fn what_was_kept_is_shown_as_it_was_chosen() {
        for (soreness, since) in [(Soreness::None, 30), (Soreness::WithinDay, 30), (Soreness::Still, 30)] {
            assert_eq!(Soreness::of(soreness.hours(since), since), soreness);
        }
        assert_eq!(Soreness::of(28, 60), Soreness::Longer);
    }
}

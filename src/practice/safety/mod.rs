//! Signs at which to stop, and how urgently each is to be looked at (`clinical.md` §4.3). No disease is ever named.

use serde::{Deserialize, Serialize};

use super::library::Region;

pub mod effects;
pub mod gate;

/// How urgently a sign is to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Stop for today and tell the therapist.
    Today,
    /// Be seen by a doctor the same day.
    SameDay,
    /// Call the emergency number now.
    Emergency,
}

impl Urgency {
    /// Returns the word kept in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::SameDay => "same-day",
            Self::Emergency => "emergency",
        }
    }
}

/// A sign that stops a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// Numb between the legs, new bladder or bowel trouble, weakness or pain in both legs.
    Saddle,
    /// Chest pain, or pain to the jaw or left arm with sweating or short breath.
    Chest,
    /// Sudden headache, the worst ever, or neck pain or headache on one side unlike any before.
    Headache,
    /// Face drooping, slurred speech, double vision, trouble swallowing, sudden falls, new unsteadiness.
    Face,
    /// A hot, swollen, tender calf on one side with short breath.
    CalfBreath,
    /// Fainting.
    Faint,
    /// New weakness, a dropping foot, or numbness that spreads.
    Weakness,
    /// A swollen, hot, tender calf.
    Calf,
    /// Fever with pain in the back or neck.
    Fever,
    /// Severe pain at night that no position eases.
    Night,
    /// Pain after a fall or small injury, with thin bones or steroids.
    Fall,
    /// Dark urine with severe muscle pain after pressing.
    DarkUrine,
    /// Tingling, numbness, an electric pain, or a pulse under the tool.
    Tingling,
    /// Dizzy or sick.
    Dizzy,
}

impl Sign {
    /// Every sign, the most urgent first.
    pub const ALL: [Self; 14] = [
        Self::Saddle,
        Self::Chest,
        Self::Headache,
        Self::Face,
        Self::CalfBreath,
        Self::Faint,
        Self::Weakness,
        Self::Calf,
        Self::Fever,
        Self::Night,
        Self::Fall,
        Self::DarkUrine,
        Self::Tingling,
        Self::Dizzy,
    ];

    /// Returns the word kept in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Saddle => "saddle",
            Self::Chest => "chest",
            Self::Headache => "headache",
            Self::Face => "face",
            Self::CalfBreath => "calf-breath",
            Self::Faint => "faint",
            Self::Weakness => "weakness",
            Self::Calf => "calf",
            Self::Fever => "fever",
            Self::Night => "night",
            Self::Fall => "fall",
            Self::DarkUrine => "dark-urine",
            Self::Tingling => "tingling",
            Self::Dizzy => "dizzy",
        }
    }

    /// Returns how urgently it is to be looked at.
    pub const fn urgency(self) -> Urgency {
        match self {
            Self::Saddle | Self::Chest | Self::Headache | Self::Face | Self::CalfBreath | Self::Faint => {
                Urgency::Emergency
            }
            Self::Weakness | Self::Calf | Self::Fever | Self::Night | Self::Fall | Self::DarkUrine => Urgency::SameDay,
            Self::Tingling | Self::Dizzy => Urgency::Today,
        }
    }

    /// Returns true where the sign belongs to a part of the body more than to others, and is listed first for it.
    const fn belongs_to(self, region: Region) -> bool {
        match self {
            Self::Saddle => matches!(region, Region::LowBack | Region::Hip),
            Self::Chest => matches!(region, Region::Chest | Region::UpperBack | Region::Jaw | Region::Arm),
            Self::Headache | Self::Face => matches!(region, Region::Neck | Region::Jaw | Region::Head),
            Self::CalfBreath | Self::Calf => matches!(region, Region::Leg | Region::Thigh),
            _ => false,
        }
    }

    /// Returns every sign in the order to be shown for these regions: the most urgent first, their own before others.
    pub fn listed_for(regions: &[Region]) -> Vec<Self> {
        let mut signs = Self::ALL.to_vec();
        let foreign = |sign: &Self| !regions.iter().any(|&region| sign.belongs_to(region));
        signs.sort_by_key(|sign| (std::cmp::Reverse(sign.urgency()), foreign(sign)));
        signs
    }
}

/// What stopped a session: a sign of ours, or one that the therapist wrote into the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// A sign of the list.
    Sign(Sign),
    /// One of the program's own `stop_if`, in the therapist's words.
    Own(String),
}

impl Flag {
    /// Returns how urgent it is; the therapist's own signs stop the day.
    pub const fn urgency(&self) -> Urgency {
        match self {
            Self::Sign(sign) => sign.urgency(),
            Self::Own(_) => Urgency::Today,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_of_a_region_come_first_among_their_equals() {
        assert_eq!(Sign::listed_for(&[Region::Leg])[0], Sign::CalfBreath);
        assert_eq!(Sign::listed_for(&[Region::LowBack])[0], Sign::Saddle);
        assert_eq!(Sign::listed_for(&[Region::Neck])[..2], [Sign::Headache, Sign::Face]);
        let urgencies: Vec<_> = Sign::listed_for(&[Region::Foot]).iter().map(|sign| sign.urgency()).collect();
        assert!(urgencies.is_sorted_by(|one, next| one >= next));
    }
}

//! What speaks against pressing, or for asking first, and about which parts of the body it is asked (`clinical.md` §4.1).

use serde::{Deserialize, Serialize};

use crate::practice::library::Region;

/// What a condition leads to, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// No session until a clinician has said to go on.
    Block,
    /// A clinician is asked first; then sessions go on, with less pressure and no firm tools.
    AskFirst,
    /// To be borne in mind.
    Advise,
}

/// Something that speaks against pressing, or for asking first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// Fever or an acute infection.
    Fever,
    /// A blood clot, known or suspected, or medicine against one just started.
    Clot,
    /// Weight lost without a reason, with pain.
    WeightLoss,
    /// A major injury not long ago.
    Injury,
    /// A broken bone, or one that may be broken.
    Fracture,
    /// Unstable angina: chest tightness that is new, at rest or getting worse.
    Angina,
    /// High blood pressure that is not under control.
    BloodPressure,
    /// A new lump or swelling that nobody has looked at.
    Lump,
    /// An acute flare of inflammatory arthritis in the area.
    Flare,
    /// An operation less than 6 weeks ago.
    Surgery,
    /// An aneurysm.
    Aneurysm,
    /// Pregnant.
    Pregnant,
    /// Blood thinners, a bleeding disorder, or few platelets.
    Bleeding,
    /// Osteoporosis or long use of steroids.
    ThinBones,
    /// Cancer, active or in the bones.
    Cancer,
    /// Diabetes with nerve damage, or less feeling from any cause.
    Numbness,
    /// A disorder of connective tissue, or joints that bend too far.
    LooseJoints,
    /// Fibromyalgia, or very sensitive to pain.
    Sensitive,
    /// Severe varicose veins.
    Veins,
    /// An implant, pacemaker or stent near a spot.
    Implant,
    /// Rheumatoid or atlanto-axial disease.
    Rheumatoid,
    /// Migraine with aura, or disease of the vessels.
    Migraine,
    /// Under 18.
    Young,
    /// Not able to say how it feels.
    CannotTell,
    /// Nursing.
    Nursing,
    /// Tired, or just after alcohol, strong painkillers or sedatives.
    Drowsy,
}

impl Condition {
    /// Every condition: what blocks, what is asked about first, what is advised.
    pub const ALL: [Self; 26] = [
        Self::Fever,
        Self::Clot,
        Self::WeightLoss,
        Self::Injury,
        Self::Fracture,
        Self::Angina,
        Self::BloodPressure,
        Self::Lump,
        Self::Flare,
        Self::Surgery,
        Self::Aneurysm,
        Self::Pregnant,
        Self::Bleeding,
        Self::ThinBones,
        Self::Cancer,
        Self::Numbness,
        Self::LooseJoints,
        Self::Sensitive,
        Self::Veins,
        Self::Implant,
        Self::Rheumatoid,
        Self::Migraine,
        Self::Young,
        Self::CannotTell,
        Self::Nursing,
        Self::Drowsy,
    ];

    /// Returns the word kept in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fever => "fever",
            Self::Clot => "clot",
            Self::WeightLoss => "weight-loss",
            Self::Injury => "injury",
            Self::Fracture => "fracture",
            Self::Angina => "angina",
            Self::BloodPressure => "blood-pressure",
            Self::Lump => "lump",
            Self::Flare => "flare",
            Self::Surgery => "surgery",
            Self::Aneurysm => "aneurysm",
            Self::Pregnant => "pregnant",
            Self::Bleeding => "bleeding",
            Self::ThinBones => "thin-bones",
            Self::Cancer => "cancer",
            Self::Numbness => "numbness",
            Self::LooseJoints => "loose-joints",
            Self::Sensitive => "sensitive",
            Self::Veins => "veins",
            Self::Implant => "implant",
            Self::Rheumatoid => "rheumatoid",
            Self::Migraine => "migraine",
            Self::Young => "young",
            Self::CannotTell => "cannot-tell",
            Self::Nursing => "nursing",
            Self::Drowsy => "drowsy",
        }
    }

    /// Returns the condition of that word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|condition| condition.id() == id)
    }

    /// Returns what it leads to where these parts of the body are worked: the strictest of them decides.
    ///
    /// Rheumatoid disease blocks at the neck (`clinical.md` §4.1), less feeling at the foot: "insensate foot never" (§4.4).
    pub fn level(self, regions: &[Region]) -> Level {
        let strict = match self {
            Self::Rheumatoid => Some(Region::Neck),
            Self::Numbness => Some(Region::Foot),
            _ => None,
        };
        match self.usual_level() {
            Level::AskFirst if strict.is_some_and(|region| regions.contains(&region)) => Level::Block,
            level => level,
        }
    }

    const fn usual_level(self) -> Level {
        match self {
            Self::Fever
            | Self::Clot
            | Self::WeightLoss
            | Self::Injury
            | Self::Fracture
            | Self::Angina
            | Self::BloodPressure
            | Self::Lump
            | Self::Flare
            | Self::Surgery
            | Self::Aneurysm => Level::Block,
            Self::Pregnant
            | Self::Bleeding
            | Self::ThinBones
            | Self::Cancer
            | Self::Numbness
            | Self::LooseJoints
            | Self::Sensitive
            | Self::Veins
            | Self::Implant
            | Self::Rheumatoid
            | Self::Migraine
            | Self::Young
            | Self::CannotTell => Level::AskFirst,
            Self::Nursing | Self::Drowsy => Level::Advise,
        }
    }

    /// Returns true where it lowers the ceiling and leaves firm tools out, even once a clinician has agreed.
    pub const fn lowers(self) -> bool {
        matches!(self.usual_level(), Level::AskFirst)
    }

    /// Returns true where it is over by the next day, and says nothing about one.
    pub const fn passes(self) -> bool {
        matches!(self, Self::Drowsy)
    }

    /// Returns true where it is asked about that part of the body.
    ///
    /// Most are about the whole person. Varicose veins matter where the legs are pressed, migraine and the vessels at neck,
    /// jaw and head, nursing near the breast and the armpit (`clinical.md` §4.1).
    const fn concerns(self, region: Region) -> bool {
        match self {
            Self::Veins => matches!(region, Region::Thigh | Region::Leg | Region::Foot),
            Self::Migraine => matches!(region, Region::Neck | Region::Jaw | Region::Head),
            Self::Nursing => matches!(region, Region::Chest | Region::Shoulder | Region::UpperBack),
            _ => true,
        }
    }
}

/// Returns what is asked where these parts of the body are worked: what blocks first, then what is asked about, then advice.
pub fn asked_for(regions: &[Region]) -> Vec<Condition> {
    let concerned = |condition: &Condition| regions.iter().any(|&region| condition.concerns(region));
    let mut asked: Vec<_> = Condition::ALL.into_iter().filter(concerned).collect();
    asked.sort_by_key(|condition| condition.level(regions));
    asked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_that_serde_writes_and_reads() {
        for condition in Condition::ALL {
            assert_eq!(serde_json::to_value(condition).unwrap(), condition.id());
            assert_eq!(Condition::from_id(condition.id()), Some(condition));
        }
        assert_eq!(Condition::from_id("none"), None);
    }

    #[test]
    fn each_condition_is_asked_about_its_parts_with_its_level() {
        use Level::{Advise, AskFirst, Block};
        use Region::{Chest, Foot, Head, Jaw, Leg, Neck, Shoulder, Thigh, UpperBack};
        for condition in Condition::ALL {
            for region in Region::ALL {
                let expected = match condition {
                    Condition::Rheumatoid if region == Neck => Some(Block),
                    Condition::Numbness if region == Foot => Some(Block),
                    Condition::Veins => matches!(region, Thigh | Leg | Foot).then_some(AskFirst),
                    Condition::Migraine => matches!(region, Neck | Jaw | Head).then_some(AskFirst),
                    Condition::Nursing => matches!(region, Chest | Shoulder | UpperBack).then_some(Advise),
                    Condition::Drowsy => Some(Advise),
                    _ if condition <= Condition::Aneurysm => Some(Block),
                    _ => Some(AskFirst),
                };
                let asked = asked_for(&[region]).contains(&condition).then(|| condition.level(&[region]));
                assert_eq!(asked, expected, "{condition:?} at {region:?}");
            }
        }
    }

    #[test]
    fn the_strictest_part_decides() {
        let level = |regions: &[Region]| Condition::Rheumatoid.level(regions);
        assert_eq!(level(&[Region::Hip, Region::Shoulder]), Level::AskFirst);
        assert_eq!(level(&[Region::Hip, Region::Neck]), Level::Block);
    }

    #[test]
    fn what_blocks_comes_first_then_what_is_asked_about() {
        for regions in [&Region::ALL[..], &[Region::Neck], &[Region::Foot, Region::Chest]] {
            let asked = asked_for(regions);
            assert!(asked.iter().map(|condition| condition.level(regions)).is_sorted(), "{regions:?}");
            let levels = [Level::Block, Level::AskFirst, Level::Advise];
            assert!(levels.iter().all(|level| asked.iter().any(|condition| condition.level(regions) == *level)));
        }
        assert_eq!(asked_for(&[Region::Neck])[11], Condition::Rheumatoid);
        assert_eq!(asked_for(&Region::ALL).len(), Condition::ALL.len());
    }

    #[test]
    fn where_nothing_is_worked_nothing_is_asked() {
        assert_eq!(asked_for(&[]), []);
    }
}

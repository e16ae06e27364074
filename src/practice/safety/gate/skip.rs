//! What makes one spot be left out, the others going on (`clinical.md` §4.1, "skip the site").

/// Why a spot is left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SkipReason {
    /// An open wound.
    OpenWound,
    /// A burn.
    Burn,
    /// A rash.
    Rash,
    /// An infection there.
    Infection,
    /// A bruise.
    Bruise,
    /// Swelling or inflammation.
    Swelling,
    /// A sprain or strain of less than 72 hours.
    Strain,
    /// A varicose vein.
    Vein,
    /// Where an injection was given.
    Injection,
    /// A joint replaced less than 12 weeks ago.
    JointReplacement,
    /// Bone in a muscle after a blow: myositis ossificans.
    HardMuscle,
}

impl SkipReason {
    /// Every reason, in the order it is read.
    pub const ALL: [Self; 11] = [
        Self::OpenWound,
        Self::Burn,
        Self::Rash,
        Self::Infection,
        Self::Bruise,
        Self::Swelling,
        Self::Strain,
        Self::Vein,
        Self::Injection,
        Self::JointReplacement,
        Self::HardMuscle,
    ];

    /// Returns the word that its text is found by.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OpenWound => "open-wound",
            Self::Burn => "burn",
            Self::Rash => "rash",
            Self::Infection => "infection",
            Self::Bruise => "bruise",
            Self::Swelling => "swelling",
            Self::Strain => "strain",
            Self::Vein => "vein",
            Self::Injection => "injection",
            Self::JointReplacement => "joint-replacement",
            Self::HardMuscle => "hard-muscle",
        }
    }
}

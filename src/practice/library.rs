//! The sites, tools and regions that a program may name. The data is `assets/library.json`; words about it are in `words`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::measure::{Discomfort, Seconds, Side};

/// A named place on the body. Doses and cautions come from `clinical.md` §5.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The id used in files, e.g. `upper-trapezius`.
    pub id: String,
    /// Its number in the clinical library, 1 to 28; none for a locked site.
    pub number: Option<u8>,
    /// The part of the body it belongs to.
    pub region: Region,
    /// The sides it is worked on: a site that is one of a pair has no middle.
    pub sides: Vec<Side>,
    /// True where vessels, nerves or organs lie close: a press needs the program's `unlock`.
    pub locked: bool,
    /// The dose it takes when a program leaves amounts out.
    pub preset: Preset,
    /// Length of one stretch when a program leaves it out.
    pub stretch_seconds: u32,
    /// How the body is placed to press it.
    pub posture: Posture,
    /// The tools it may be pressed with, softest first; the first is the default.
    pub tools: Vec<Tool>,
    /// The parts of the body where a press here is often felt, the likeliest first.
    pub felt: Vec<Region>,
    /// The no-press zones beside it, by the ids of the figure (`assets/body.json`).
    pub no_press: Vec<String>,
    /// Its code in SNOMED CT, where one is well grounded.
    #[serde(default)]
    pub snomed: Option<Snomed>,
    /// Where the place, its dose and its cautions come from.
    pub sources: Vec<Source>,
}

impl Site {
    /// How many stretches follow a press when a program leaves the number out.
    pub const STRETCHES: u8 = 2;

    /// Returns the library's site of that id.
    pub fn find(id: &str) -> Option<&'static Self> {
        SITES.iter().find(|site| site.id == id)
    }

    /// Returns every site of the library, in its order.
    pub fn all() -> &'static [Self] {
        &SITES
    }
}

/// A code of SNOMED CT for a part of the body.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snomed {
    /// The code, its last digit a check digit.
    #[serde(rename = "id")]
    pub code: String,
    /// How well it is grounded.
    pub grade: Grade,
}

/// How well a code is grounded (`clinical.md` §6.2). Less than these two is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Grade {
    /// In the DICOM standard.
    A,
    /// In a published value set or map.
    B,
}

impl Grade {
    /// Returns the letter used in the library.
    pub const fn id(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
        }
    }
}

/// Where the library takes a site from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the words of each name it")]
pub enum Source {
    TravellSimons,
    Medlink,
    LearnAndFeelBetter,
    Knuklball,
    #[serde(rename = "digiovanni-2003")]
    DiGiovanni2003,
    AreasOfCaution,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 6] = [
        Self::TravellSimons,
        Self::Medlink,
        Self::LearnAndFeelBetter,
        Self::Knuklball,
        Self::DiGiovanni2003,
        Self::AreasOfCaution,
    ];

    /// Returns the id used in the library.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TravellSimons => "travell-simons",
            Self::Medlink => "medlink",
            Self::LearnAndFeelBetter => "learn-and-feel-better",
            Self::Knuklball => "knuklball",
            Self::DiGiovanni2003 => "digiovanni-2003",
            Self::AreasOfCaution => "areas-of-caution",
        }
    }
}

/// How the body is placed: a change of it needs a longer lead-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Posture {
    Sit,
    Stand,
    Wall,
    Lie,
    LongSit,
    Kneel,
}

/// A part of the body, for caps and for the questions asked about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Region {
    Neck,
    Jaw,
    Head,
    Shoulder,
    Chest,
    UpperBack,
    LowBack,
    Hip,
    Thigh,
    Leg,
    Foot,
    Arm,
    Hand,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 13] = [
        Self::Neck,
        Self::Jaw,
        Self::Head,
        Self::Shoulder,
        Self::Chest,
        Self::UpperBack,
        Self::LowBack,
        Self::Hip,
        Self::Thigh,
        Self::Leg,
        Self::Foot,
        Self::Arm,
        Self::Hand,
    ];

    /// Returns the id used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Neck => "neck",
            Self::Jaw => "jaw",
            Self::Head => "head",
            Self::Shoulder => "shoulder",
            Self::Chest => "chest",
            Self::UpperBack => "upper-back",
            Self::LowBack => "low-back",
            Self::Hip => "hip",
            Self::Thigh => "thigh",
            Self::Leg => "leg",
            Self::Foot => "foot",
            Self::Arm => "arm",
            Self::Hand => "hand",
        }
    }

    /// Returns the most discomfort any program may ask for here: 5 at neck, jaw, head and hand, 7 elsewhere (`details.md` §2).
    pub const fn cap(self) -> Discomfort {
        let level = match self {
            Self::Neck | Self::Jaw | Self::Head | Self::Hand => 5,
            _ => 7,
        };
        match Discomfort::new(level) {
            Some(cap) => cap,
            None => Discomfort::LEAST,
        }
    }
}

/// What presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Tool {
    Fingertips,
    Pinch,
    Thumb,
    Knuckle,
    Forearm,
    Elbow,
    BallSoft,
    BallFirm,
    TwoBalls,
    Cane,
    Roller,
}

impl Tool {
    /// Every tool.
    pub const ALL: [Self; 11] = [
        Self::Fingertips,
        Self::Pinch,
        Self::Thumb,
        Self::Knuckle,
        Self::Forearm,
        Self::Elbow,
        Self::BallSoft,
        Self::BallFirm,
        Self::TwoBalls,
        Self::Cane,
        Self::Roller,
    ];

    /// Returns the id used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fingertips => "fingertips",
            Self::Pinch => "pinch",
            Self::Thumb => "thumb",
            Self::Knuckle => "knuckle",
            Self::Forearm => "forearm",
            Self::Elbow => "elbow",
            Self::BallSoft => "ball-soft",
            Self::BallFirm => "ball-firm",
            Self::TwoBalls => "two-balls",
            Self::Cane => "cane",
            Self::Roller => "roller",
        }
    }
}

/// A usual dose for a kind of muscle, rest 15 s in all of them (`clinical.md` §5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// 3 × 15 s, at most 30 s, ceiling 4.
    Gentle,
    /// 3 × 30 s, at most 60 s, ceiling 5.
    Standard,
    /// Large muscle: 3 × 30 s, at most 90 s, ceiling 5.
    Large,
}

impl Preset {
    /// Returns how many holds.
    pub const fn holds(self) -> u8 {
        match self {
            Self::Gentle | Self::Standard | Self::Large => 3,
        }
    }

    /// Returns the length of one hold.
    pub const fn hold(self) -> Seconds {
        Seconds(match self {
            Self::Gentle => 15,
            Self::Standard | Self::Large => 30,
        })
    }

    /// Returns the ceiling in force unless the point writes its own.
    pub const fn ceiling(self) -> Discomfort {
        let level = match self {
            Self::Gentle => 4,
            Self::Standard | Self::Large => 5,
        };
        match Discomfort::new(level) {
            Some(ceiling) => ceiling,
            None => Discomfort::LEAST,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Library {
    sites: Vec<Site>,
}

/// An unreadable asset would leave an empty library; the test below keeps that from shipping.
static SITES: LazyLock<Vec<Site>> = LazyLock::new(|| {
    serde_json::from_str::<Library>(include_str!("../../assets/library.json"))
        .map_or_else(|_| Vec::new(), |library| library.sites)
});

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_library_holds_the_28_sites_and_the_7_locked_ones() {
        serde_json::from_str::<Library>(include_str!("../../assets/library.json")).unwrap();
        let numbers: Vec<_> = Site::all().iter().filter_map(|site| site.number).collect();
        assert_eq!(numbers, (1..=28).collect::<Vec<_>>());
        assert_eq!(Site::all().iter().filter(|site| site.locked).count(), 7);
        assert_eq!(Site::all().iter().map(|site| &site.id).collect::<BTreeSet<_>>().len(), 35);
    }

    #[test]
    fn ids_are_those_that_serde_reads() {
        for tool in Tool::ALL {
            assert_eq!(serde_json::from_value::<Tool>(tool.id().into()).unwrap(), tool);
        }
        for region in Region::ALL {
            assert_eq!(serde_json::from_value::<Region>(region.id().into()).unwrap(), region);
        }
    }

    #[test]
    fn sources_have_the_ids_that_serde_reads() {
        for source in Source::ALL {
            assert_eq!(serde_json::from_value::<Source>(source.id().into()).unwrap(), source);
        }
    }

    #[test]
    fn only_locked_sites_may_have_no_tool() {
        assert!(Site::all().iter().all(|site| site.locked || !site.tools.is_empty()));
    }
}

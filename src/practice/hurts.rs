//! Where it hurts: what a person marks on the body, and what of it says how the pain is before a session.

use jiff::Zoned;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::library::Site;
use super::measure::{Pain, Side};
use super::program::Routine;

/// A site of the library on a side. The shape is that of the journal: names may be added, never changed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spot {
    /// The site's id. A newer version may know more of them.
    pub site: String,
    /// The person's own side.
    pub side: Side,
}

/// What a pain is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Quality {
    Aching,
    Sharp,
    Burning,
    Throbbing,
    Pulling,
    Stiff,
    Tingling,
    Electric,
}

impl Quality {
    /// Every quality, in the order they are asked for.
    pub const ALL: [Self; 8] = [
        Self::Aching,
        Self::Sharp,
        Self::Burning,
        Self::Throbbing,
        Self::Pulling,
        Self::Stiff,
        Self::Tingling,
        Self::Electric,
    ];

    /// Returns the word used in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Aching => "aching",
            Self::Sharp => "sharp",
            Self::Burning => "burning",
            Self::Throbbing => "throbbing",
            Self::Pulling => "pulling",
            Self::Stiff => "stiff",
            Self::Tingling => "tingling",
            Self::Electric => "electric",
        }
    }

    /// Returns true where a nerve may be behind it: the list of signs is asked next.
    pub const fn asks_for_signs(self) -> bool {
        matches!(self, Self::Tingling | Self::Electric)
    }
}

/// How it hurts at a spot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hurt {
    /// How much, now.
    pub pain: Pain,
    /// What it is like; possibly not said.
    pub qualities: Vec<Quality>,
    /// The spots it spreads to.
    pub spreads: Vec<Spot>,
}

/// One line of the journal: a mark, or that the mark of that day at that spot is taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking {
    /// When.
    pub at: Zoned,
    /// Where.
    pub spot: Spot,
    /// How it hurts; none where the mark is taken back.
    pub told: Option<Hurt>,
}

impl Marking {
    /// Returns the person's own day.
    pub fn day(&self) -> Date {
        self.at.date()
    }
}

/// Returns the marks that stand, the newest first: of each spot and day the last one, unless it was taken back.
pub fn standing(lines: &[Marking]) -> Vec<Marking> {
    let mut standing: Vec<&Marking> = Vec::new();
    for line in lines.iter().rev() {
        if !standing.iter().any(|other| other.spot == line.spot && other.day() == line.day()) {
            standing.push(line);
        }
    }
    standing.into_iter().filter(|line| line.told.is_some()).cloned().collect()
}

/// Returns those of the marks that lie in a part of the body which a routine works, the strongest first. The strongest says
/// how the pain there is: less would be a guess.
pub fn worked<'a>(standing: &'a [Marking], routine: &Routine) -> Vec<(&'a Marking, &'a Hurt)> {
    let told = standing.iter().filter(|marking| lies_in(&marking.spot, routine));
    let mut worked: Vec<_> = told.filter_map(|marking| Some((marking, marking.told.as_ref()?))).collect();
    // Stable: among equals the newest stays first.
    worked.sort_by_key(|(_, hurt)| std::cmp::Reverse(hurt.pain));
    worked
}

/// Returns true for a spot in a part of the body that a routine works, on whichever side.
pub fn lies_in(spot: &Spot, routine: &Routine) -> bool {
    let region = Site::find(&spot.site).map(|site| site.region);
    routine.points.iter().any(|point| Some(point.place.region()) == region)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::program::Program;

    fn mark(at: &str, site: &str, side: Side, pain: Option<u8>) -> Marking {
        let hurt = |pain| Hurt { pain: Pain::new(pain).unwrap(), qualities: vec![], spreads: vec![] };
        let at = format!("{at}[UTC]").parse().unwrap();
        Marking { at, spot: Spot { site: site.to_owned(), side }, told: pain.map(hurt) }
    }

    fn told(marks: &[Marking]) -> Vec<(&str, u8)> {
        marks.iter().map(|mark| (mark.spot.site.as_str(), mark.told.as_ref().unwrap().pain.score())).collect()
    }

    #[test]
    fn of_each_spot_and_day_the_last_mark_stands_unless_it_is_taken_back() {
        let lines = [
            mark("2026-11-21T09:00Z", "soleus", Side::Left, Some(7)),
            mark("2026-11-22T08:00Z", "soleus", Side::Left, Some(4)),
            mark("2026-11-22T09:00Z", "soleus", Side::Right, Some(2)),
            mark("2026-11-22T10:00Z", "soleus", Side::Left, Some(5)),
            mark("2026-11-22T11:00Z", "deltoid", Side::Left, Some(3)),
            mark("2026-11-22T12:00Z", "deltoid", Side::Left, None),
        ];
        let stands = standing(&lines);
        assert_eq!(told(&stands), [("soleus", 5), ("soleus", 2), ("soleus", 7)]);
        assert_eq!(standing(&lines[..5]).len(), 4, "before it was taken back it stood");
        let again = [lines.as_slice(), &[mark("2026-11-22T13:00Z", "deltoid", Side::Left, Some(1))]].concat();
        assert_eq!(told(&standing(&again))[0], ("deltoid", 1), "a new one stands after one that was taken back");
    }

    #[test]
    fn the_strongest_mark_in_a_part_that_is_worked_comes_first_and_others_do_not_come() {
        let program = Program::read(include_bytes!("../../routines/neck-and-shoulders.kneadwell")).unwrap();
        let marks = [
            mark("2026-11-22T08:00Z", "soleus", Side::Left, Some(9)),
            mark("2026-11-22T09:00Z", "upper-trapezius", Side::Right, Some(2)),
            mark("2026-11-22T10:00Z", "upper-trapezius", Side::Left, Some(6)),
            mark("2026-11-22T11:00Z", "of-a-newer-version", Side::Left, Some(10)),
        ];
        let stands = standing(&marks);
        let worked = worked(&stands, &program.routines[0]);
        let told: Vec<_> = worked.iter().map(|(mark, hurt)| (mark.spot.site.as_str(), hurt.pain.score())).collect();
        assert_eq!(told, [("upper-trapezius", 6), ("upper-trapezius", 2)]);
    }
}

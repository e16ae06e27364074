//! Which tools press hard more easily than the hand that leads them can feel.

use serde::{Deserialize, Serialize};

use crate::practice::library::{Site, Tool};

/// Whether firm tools may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FirmTools {
    /// Whatever the program names.
    #[default]
    Allowed,
    /// The softest tool of the site instead.
    NotAllowed,
}

/// Returns true for a tool that is left out where only light pressure is safe.
///
/// By `clinical.md` §1.5: the firm ball is a step above the soft one, elbow and forearm are "easy to overload", and of the
/// cane "leverage hides force". The knuckle is bone with little feeling of its own, so it counts too. The roller is foam and
/// broad, the two balls are soft, and what fingertips, thumb and pinch press they also feel.
pub const fn is_firm(tool: Tool) -> bool {
    match tool {
        Tool::BallFirm | Tool::Elbow | Tool::Forearm | Tool::Cane | Tool::Knuckle => true,
        Tool::Fingertips | Tool::Pinch | Tool::Thumb | Tool::BallSoft | Tool::TwoBalls | Tool::Roller => false,
    }
}

/// Returns the tool to take at a site where firm ones are not allowed: the same if it is not firm, else the softest that
/// the site lists; none where every tool there is firm.
pub fn softer(tool: Tool, site: &Site) -> Option<Tool> {
    if is_firm(tool) { site.tools.iter().copied().find(|&tool| !is_firm(tool)) } else { Some(tool) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_firm_tool_of_the_library_has_a_softer_one() {
        for site in Site::all() {
            for &tool in &site.tools {
                let softer = softer(tool, site);
                assert!(softer.is_some_and(|softer| !is_firm(softer)), "{tool:?} at {}", site.id);
                assert_eq!(softer == Some(tool), !is_firm(tool), "{tool:?} at {}", site.id);
            }
        }
    }

    #[test]
    fn the_softest_comes_first_and_what_is_not_firm_stays() {
        let at = |site: &str, tool| softer(tool, Site::find(site).unwrap());
        assert_eq!(at("upper-trapezius", Tool::Cane), Some(Tool::Pinch));
        assert_eq!(at("levator-scapulae", Tool::BallFirm), Some(Tool::Fingertips));
        assert_eq!(at("levator-scapulae", Tool::BallSoft), Some(Tool::BallSoft));
        assert_eq!(at("quadriceps", Tool::Forearm), Some(Tool::Roller));
        assert_eq!(at("iliopsoas", Tool::Elbow), None);
    }
}

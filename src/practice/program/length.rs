//! How long a routine presses and lasts on its first day, every wait at its limit.

use super::{Limits, Press, Routine};
use crate::practice::measure::Seconds;
use crate::practice::plan::{PRESSED_CAP, Plan};

/// The most that one side of a point may be pressed in a session.
pub(super) const MOST_PRESSED: Seconds = Seconds(PRESSED_CAP.as_secs() as u32);

/// Returns how long one side is pressed at the start dose.
pub(super) fn pressed(press: &Press) -> Seconds {
    Seconds(match press {
        Press::Hold(hold) => hold.hold.start().0 * u32::from(hold.holds.start()),
        Press::Alternate(alternate) => {
            let (on, total) = (alternate.on.0, alternate.total.0);
            let turn = on + alternate.off.0;
            total / turn * on + (total % turn).min(on)
        }
        Press::Strokes(strokes) => strokes.pace.0 * u32::from(strokes.count) * u32::from(strokes.sets),
        Press::Glide(glide) => glide.length.0,
        Press::Roll(roll) => roll.length.0 * u32::from(roll.sets),
    })
}

/// Returns how long the routine lasts at the start dose.
pub(super) fn session_length(routine: &Routine, limits: Limits) -> Seconds {
    Seconds(Plan::first_day(routine, &limits).total().as_secs() as u32)
}

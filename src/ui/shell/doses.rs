//! Doses in words, as short as a column wants them.

use i18n_embed_fl::fl;

use crate::practice::dose::Dose;
use crate::practice::program::Press;
use crate::words::LOADER;

/// The dose of a press, and what it is when it is not holds: ("3 × 30 s", "") or ("2 × 60 s", "slow rolling").
pub fn pressed(dose: Option<&Dose>, press: Press) -> (String, String) {
    match press {
        Press::Hold(hold) => {
            let holds = dose.and_then(|dose| dose.holds).unwrap_or_else(|| hold.holds.start());
            let length = dose.and_then(|dose| dose.hold).unwrap_or_else(|| hold.hold.start());
            (times(holds, length.0), String::new())
        }
        Press::Alternate(press) => (
            times(1, press.total.0),
            fl!(LOADER, "dose-alternate", on = i64::from(press.on.0), off = i64::from(press.off.0)),
        ),
        Press::Strokes(press) => (
            fl!(LOADER, "dose-strokes", sets = i64::from(press.sets), count = i64::from(press.count)),
            fl!(LOADER, "dose-strokes-kind"),
        ),
        Press::Glide(press) => (times(1, press.length.0), fl!(LOADER, "dose-glide")),
        Press::Roll(press) => (times(press.sets, press.length.0), fl!(LOADER, "dose-roll")),
    }
}

/// "3 × 30 s".
pub fn times(count: u8, seconds: u32) -> String {
    fl!(LOADER, "dose-times", count = i64::from(count), seconds = i64::from(seconds))
}

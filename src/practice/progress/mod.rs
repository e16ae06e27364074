//! From day to day: what each session came to, and what that means for the next one. Pure functions over the journal; every
//! decision carries its rule, what it went by, and what changes.
//!
//! The rules are those of `clinical.md` §3.2 with the settlements of `design.md` §7 and `details.md` §5. They are a
//! conservative design choice; none has been validated.

mod class;
mod day;
mod decision;
mod ladder;
mod record;
mod rise;
mod rule;
mod settle;
mod standing;

pub use class::{Answers, Because, Class, Cut, Strongest, because, class, is_too_much};
pub use day::{Course, Day, Key, Now, OpenFlag, Past, PointDay, SetAside, Standings, Whole, fits, hours};
pub use decision::{Decision, Held, Reply, Step};
pub use ladder::{Change, Ladder, Range};
pub use record::{ASKED_FROM, ASKED_UNTIL, Answered, Kept, MORNING_AFTER, Record, Worked};
pub use rule::Rule;
pub use settle::asked_about;
pub use standing::{Credit, GAP_DAYS, Gap, LONG_GAP_DAYS, Settled, Standing};

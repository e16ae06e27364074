//! The pure middle: what is prescribed, drawn up, played and logged. It knows no disk, clock, window or sound card.

pub mod dose;
pub mod figure;
pub mod hurts;
pub mod insight;
pub mod journal;
pub mod keys;
pub mod library;
pub mod measure;
pub mod plan;
pub mod program;
pub mod progress;
pub mod rehearsal;
pub mod safety;
pub mod scan;
pub mod score;
pub mod session;
pub mod setup;
pub mod simulate;
pub mod tally;

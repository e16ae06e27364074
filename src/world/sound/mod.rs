//! What is heard: the tones, a whole score as a file, and a score at the sound card.
//!
//! ```text
//! tones, voice ──► voices ──┬─► render                 a file: every cue on its sample
//!                           └─► performance ──► device a card: every cue on its instant, one constant lag later
//!           pace: which frame is which instant ──┘
//! ```
//!
//! The monotonic clock is the master and the card its slave: a cue belongs to an instant, and the frame that carries it is
//! worked out just before it is rendered, from what the card has taken so far. A card that drifts, stops, or is pulled out
//! changes no hold.
//!
//! `own` has the system speak what a program says in its own words; from then on it is a phrase of the voice.

mod desk;
mod device;
pub mod own;
mod pace;
pub mod performance;
pub mod render;
pub mod tones;
pub mod voice;
mod voices;

pub use device::{Output, Overheard, Report, Sound, SoundState, Why};
pub use own::OwnVoice;
pub use performance::Levels;
pub use render::{Form, Placed, Render};
pub use tones::{Signal, Tuning};
pub use voice::Voice;

//! Kneadwell: a timer and diary for people following a self-massage and stretching plan agreed with their therapist.
//!
//! The rooms, and who may look into which: `main → {cli, app} → {ui, world} → words → practice`.
//! `docs/architecture.md` is the map with its invariants; `tests/house.rs` holds the walls up.

pub mod app;
pub mod cli;
pub mod practice;
pub mod ui;
pub mod words;
pub mod world;

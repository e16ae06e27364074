//! Looks: every screen reads state and answers with an `Option<Action>`; nothing here changes anything.
//!
//! The kit: [`theme`] has the colours and letters, [`icons`], [`figure`], [`ring`] and [`clock`] paint, and [`parts`] has
//! what can be pressed. All words come from outside.

pub mod clock;
pub mod figure;
pub mod icons;
pub mod parts;
pub mod ring;
mod strokes;
pub mod theme;

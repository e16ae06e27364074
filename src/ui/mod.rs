//! Looks: every screen reads state and answers with an `Option<Action>`; nothing here changes anything.
//!
//! The kit: [`theme`] has the colours and letters, [`icons`], [`figure`], [`ring`] and [`clock`] paint, and [`parts`] has
//! what can be pressed. The kit's words come from outside; screens take theirs from `words`.

pub mod action;
pub mod body;
pub mod check;
pub mod clock;
pub mod editor;
mod effects;
pub mod figure;
pub mod gate;
pub mod icons;
pub mod journal;
pub mod keys;
pub mod locked;
pub mod parts;
pub mod player;
pub mod program;
mod reason;
pub mod rehearsed;
pub mod ring;
pub mod settings;
pub mod shell;
pub mod sound_check;
pub mod spoken;
pub mod stop;
mod strokes;
pub mod summary;
pub mod theme;
mod ticklist;
pub mod today;

//! What leaves this computer by hand: a program on paper.

mod figure;
pub mod handout;

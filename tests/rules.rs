//! The rules of `docs/` and of every "why" on screen, each in a table named by its id: what is decided on both sides of every
//! threshold, what bad input comes to, and what holds for any program over many thousand days.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it cannot go on")]

#[path = "support/any.rs"]
#[allow(dead_code, reason = "only its programs are used here")]
mod any;
#[path = "rules/before.rs"]
mod before;
#[path = "rules/classes.rs"]
mod classes;
#[path = "rules/down.rs"]
mod down;
#[path = "rules/hostile.rs"]
mod hostile;
#[path = "rules/life.rs"]
mod life;
#[path = "rules/locks.rs"]
mod locks;
#[path = "rules/many_days.rs"]
mod many_days;
#[path = "rules/up.rs"]
mod up;
#[path = "rules/weeks.rs"]
mod weeks;

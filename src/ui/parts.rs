//! What can be pressed, and what holds it.

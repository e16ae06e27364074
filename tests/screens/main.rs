//! Every screen, drawn from a value: its names, what its buttons ask for, and a few pictures.

mod check;
mod journal;
mod player;
mod program;
mod settings;
mod stop;
mod summary;
mod today;

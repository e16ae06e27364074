//! Every screen, drawn from a value: its names, what its buttons ask for, and a few pictures.

mod body;
mod body_hurts;
mod check;
mod editor;
mod gate;
mod journal;
mod keys;
mod locked;
mod player;
mod program;
mod rehearsed;
mod settings;
mod sound_check;
mod stop;
mod summary;
mod take_in;
mod today;

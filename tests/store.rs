//! The journal, seen from outside: what was kept comes back, whatever happens to the process, the file or the disk.
#![cfg(test)]

#[path = "store/disk.rs"]
mod disk;
#[path = "store/given.rs"]
mod given;
#[path = "store/hurts.rs"]
mod hurts;
#[path = "store/kill.rs"]
mod kill;
#[path = "store/recovery.rs"]
mod recovery;
#[path = "store/rows.rs"]
mod rows;

//! A session on the air, without a window, a card or a clock of its own.

use std::path::Path;

use jiff::Zoned;
use kneadwell::practice::plan::LeadIns;
use kneadwell::practice::program::{Program, Revision};
use kneadwell::practice::score::Phrase;
use kneadwell::practice::setup::Setup;
use kneadwell::world::World;
use kneadwell::world::clock::{Clock, Hand};
use kneadwell::world::sound::{Overheard, Sound};
use kneadwell::world::stage::Stage;

/// A session on the air, with its clock in hand and its sound overheard.
pub fn on_air(folder: &Path, routine: &str) -> (World, Stage, Hand, Overheard) {
    let (clock, hand) = Clock::by_hand("2026-11-23T08:30:00+00:00[Europe/London]".parse::<Zoned>().unwrap());
    let (mut world, _) = World::open(clock, Some(folder.to_owned())).unwrap();
    let (sound, overheard) = Sound::overheard();
    world.sound = sound;
    let bytes = include_bytes!("../sessions/usual.kneadwell");
    let program = Program::read(bytes).unwrap();
    let index = program.routines.iter().position(|each| each.name == routine).unwrap();
    let setup = Setup::first_day(&program.routines[index], &program.limits, &[], LeadIns::default());
    let stage = Stage::begin(&world, Revision::of(bytes), &program, index, &setup).unwrap();
    (world, stage, hand, overheard)
}

/// The phrases to come, without their instants.
pub fn to_be_spoken(world: &World, overheard: &mut Overheard) -> Vec<Phrase> {
    overheard.to_be_spoken(world.clock.monotonic()).into_iter().map(|(phrase, _)| phrase).collect()
}

//! How long ten years of daily sessions take, for each kind of person: run by hand with `cargo bench --bench simulate`.
//!
//! A second is long or short by the computer; so each is also told as a share of reading the program's file 10 000 times.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops where it goes wrong")]

use std::hint::black_box;

use jiff::civil::date;
use kneadwell::practice::program::Program;
use kneadwell::practice::simulate::{Kind, Seeded, Simulation};
use kneadwell::words;
use kneadwell::world::clock::Clock;

const DAYS: usize = 3_650;
const READS: usize = 10_000;
/// A clinician says to go on so many days after a lock: else the rest of the ten years would be cheap.
const GO_AHEAD: i32 = 3;

fn main() {
    let bytes = std::fs::read("routines/neck-and-shoulders.kneadwell").unwrap();
    let clock = Clock::system();
    let timed = |work: &mut dyn FnMut()| {
        let start = clock.monotonic();
        work();
        (clock.monotonic().saturating_sub(start)).as_secs_f64()
    };
    let reads = timed(&mut || {
        for _ in 0..READS {
            black_box(Program::read(black_box(&bytes)).unwrap());
        }
    });
    println!("{:<34} {reads:>8.3} s", format!("the program is read {READS} times"));
    let mut program = Program::read(&bytes).unwrap();
    program.schedule.days_per_week = 7;
    for kind in Kind::ALL {
        let (mut worked, mut sentences) = (0, 0);
        let seconds = timed(&mut || {
            let seeded = Seeded::new(kind, 1);
            let days = Simulation::new(&program, &program.routines[0], seeded, date(2026, 11, 2), Some(GO_AHEAD));
            for row in days.take(DAYS).flatten() {
                worked += usize::from(row.answers.is_some());
                let Some(decision) = &row.decision else { continue };
                let told = words::progress::decision(&row.key, decision, &row.standing.standing.dose, row.held);
                sentences += usize::from(!black_box(told.sentence()).is_empty());
            }
        });
        println!(
            "{:<34} {seconds:>8.3} s, {:>5.2} of that; {worked} points worked, {sentences} sentences",
            format!("{DAYS} days, {}", kind.id()),
            seconds / reads
        );
    }
}

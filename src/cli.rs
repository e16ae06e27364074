//! The command line: each command a few lines over practice and world.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use i18n_embed_fl::fl;
use jiff::civil::Date;

use crate::practice::plan::{LeadIns, Plan};
use crate::practice::program::{Program, Routine};
use crate::practice::progress::Key;
use crate::practice::setup::Setup;
use crate::words::{self, LOADER};
use crate::world::World;
use crate::world::clock::Clock;
use crate::world::file::read_program;
use crate::world::history::History;

mod handout;
mod plan;
mod play;
mod render;
mod simulate;

/// Exit code of a refused input; clap itself answers wrong use with 2.
const REFUSED: u8 = 1;

/// A timer and diary for people following a self-massage and stretching plan agreed with their therapist.
///
/// It does not diagnose or treat, and does not replace medical care.
#[derive(Debug, Parser)]
#[command(name = "kneadwell", version, subcommand_precedence_over_arg = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// A program to open the window on
    file: Option<PathBuf>,
    #[command(flatten)]
    global: Global,
}

/// What every command takes.
#[derive(Debug, Args)]
struct Global {
    /// Keep all data in this folder
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Take this day for today, e.g. 2026-11-22
    #[arg(long, global = true, value_name = "DATE")]
    today: Option<Date>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check program files and list every fault
    Check {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Show today's steps
    Plan {
        #[command(flatten)]
        which: Which,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Write the whole session as sound
    Render {
        #[command(flatten)]
        which: Which,
        /// The file to write, WAV or Ogg by its ending
        #[arg(short, value_name = "OUT.wav|OUT.ogg")]
        output: PathBuf,
        #[command(flatten)]
        beside: render::Beside,
    },
    /// Write a program as one page for the printer
    Handout {
        /// The program
        file: PathBuf,
        /// The HTML file to write; without it, the page goes to standard output
        #[arg(short, value_name = "OUT.html")]
        output: Option<PathBuf>,
    },
    /// Show what the rules make of many days of answers
    Simulate {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        options: simulate::Options,
    },
    /// Run a session in the terminal, line by line
    Play {
        #[command(flatten)]
        which: Which,
        /// In the terminal; the window is opened without a command
        #[arg(long, required = true)]
        text: bool,
        /// Let time run N times faster, for tests and previews
        #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1000))]
        speed: u32,
        /// Go on with the session that was broken off within the last half hour
        #[arg(long)]
        take_up: bool,
    },
}

/// A routine of a program.
#[derive(Debug, Args)]
struct Which {
    /// The program
    file: PathBuf,
    /// The routine; without it, the first
    #[arg(long, value_name = "NAME")]
    routine: Option<String>,
}

/// Where the journal lies that today's dose is taken from, and what day it is.
struct Journal {
    clock: Clock,
    data_dir: Option<PathBuf>,
}

/// What the command line asks for.
pub enum Asked {
    /// A command was carried out.
    Done(ExitCode),
    /// The window, on a file if one was named.
    Window {
        /// The program to take.
        file: Option<PathBuf>,
        /// Where to keep data.
        data_dir: Option<PathBuf>,
        /// The clock, with the day that was asked for.
        clock: Clock,
    },
}

/// Reads the command line and carries it out; the window is left to the caller.
pub fn run() -> Asked {
    let cli = Cli::parse();
    let clock = cli.global.today.map_or_else(Clock::system, |day| Clock::system().on(day));
    let mut out = io::stdout().lock();
    let journal = Journal { clock: clock.clone(), data_dir: cli.global.data_dir.clone() };
    let done = match cli.command {
        None => return Asked::Window { file: cli.file, data_dir: cli.global.data_dir, clock },
        Some(Command::Check { files }) => check(&files, &mut out),
        Some(Command::Plan { which, json }) => plan::plan(&which, journal, json, &mut out),
        Some(Command::Render { which, output, beside }) => render::render(&which, journal, &output, &beside, &mut out),
        Some(Command::Handout { file, output }) => handout::handout(&file, output.as_deref(), &mut out),
        Some(Command::Simulate { which, options }) => {
            simulate::simulate(&which, &options, clock.civil().date(), &mut out)
        }
        Some(Command::Play { which, text: _, speed, take_up }) => {
            drop(out);
            play::play(&which, clock, play::Options { speed, take_up }, cli.global.data_dir)
        }
    };
    Asked::Done(match done {
        Ok(code) => code,
        // Nobody reads on: the command ends quietly.
        Err(fault) if fault.is_empty() => ExitCode::SUCCESS,
        Err(fault) => {
            complain(&fault);
            ExitCode::from(REFUSED)
        }
    })
}

/// Writes a line to stderr.
pub fn complain(text: &str) {
    // Nobody is left to tell when stderr is closed.
    let _ = writeln!(io::stderr(), "{text}");
}

/// A refusal as lines for stderr.
type Outcome = Result<ExitCode, String>;

fn check(files: &[PathBuf], out: &mut impl Write) -> Outcome {
    let mut code = ExitCode::SUCCESS;
    for file in files {
        match read(file) {
            Ok(program) => {
                let routines = program.routines.len() as i64;
                let points = program.routines.iter().map(|routine| routine.points.len() as i64).sum::<i64>();
                let ok = fl!(LOADER, "check-ok", title = program.title, routines = routines, points = points);
                print(out, &format!("{}: ok: {ok}", file.display()))?;
            }
            Err(faults) => {
                complain(&faults);
                code = ExitCode::from(REFUSED);
            }
        }
    }
    Ok(code)
}

/// Reads a program, or says every fault of its file, a line each.
fn read(path: &Path) -> Result<Program, String> {
    read_bytes(path).map(|(program, _)| program)
}

fn read_bytes(path: &Path) -> Result<(Program, Vec<u8>), String> {
    let name = path.display().to_string();
    let bytes = read_program(path).map_err(|fault| words::files::unreadable(&name, &fault.to_string()))?;
    let program = Program::read(&bytes).map_err(|refusal| {
        refusal.0.iter().map(|fault| words::fault::place(&name, fault)).collect::<Vec<_>>().join("\n")
    })?;
    Ok((program, bytes))
}

impl Which {
    /// Finds the routine, or says which there are.
    fn find<'a>(&self, program: &'a Program) -> Result<(usize, &'a Routine), String> {
        let index = match &self.routine {
            None => Some(0),
            Some(name) => program.routines.iter().position(|routine| routine.name == *name),
        };
        index.and_then(|index| Some((index, program.routines.get(index)?))).ok_or_else(|| {
            let names: Vec<_> = program.routines.iter().map(|routine| format!("\"{}\"", routine.name)).collect();
            fl!(
                LOADER,
                "no-such-routine",
                file = self.file.display().to_string(),
                asked = self.routine.clone().unwrap_or_default(),
                names = names.join(", ")
            )
        })
    }

    /// Draws up the plan with the dose in force by the journal and the lead-ins that are set, else as on the first day. No rule of the day is
    /// asked, and nothing is written.
    fn plan(&self, journal: Journal) -> Result<(Program, usize, Plan), String> {
        let program = read(&self.file)?;
        let (index, routine) = self.find(&program)?;
        let world = World::peek(journal.clock, journal.data_dir).map_err(|fault| fault.to_string())?;
        let lead_ins = world.as_ref().map_or_else(LeadIns::default, |world| world.settings.lead_ins.into());
        let mut setup = Setup::first_day(routine, &program.limits, &[], lead_ins);
        if let Some(world) = world {
            let now = world.now();
            let mut history = History::read(&world, &program, routine, now);
            if let Some(fault) = history.unread {
                return Err(fault.to_string());
            }
            let allowed = history.allowed(&program);
            history.settle(&program, routine, &allowed, &lead_ins, now);
            let standing = |point| history.standings.0.get(&Key::of(routine, point));
            setup.doses = routine
                .points
                .iter()
                .zip(&setup.doses)
                .map(|(point, start)| standing(point).map_or(*start, |standing| standing.dose))
                .collect();
        }
        let plan = setup.draw(routine, &program.limits);
        Ok((program, index, plan))
    }
}

/// Writes a line to stdout. A closed pipe ends the command quietly: there is nothing to say about it.
fn print(out: &mut impl Write, text: &str) -> Result<(), String> {
    writeln!(out, "{text}").map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => String::new(),
        _ => error.to_string(),
    })
}

//! `kneadwell render`: the whole session as sound.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use i18n_embed_fl::fl;

use super::{Journal, Outcome, Which, complain, print};
use crate::practice::score::{self, Profile, Score, Wanted, own_texts};
use crate::words::{self, LOADER};
use crate::world::file::same_file;
use crate::world::folder::write_whole;
use crate::world::sound::{Form, OwnVoice, Render};

/// The files that may be written beside the sound, and what is in it.
#[derive(Debug, Args)]
pub(super) struct Beside {
    /// Also write every cue with its sample
    #[arg(long, value_name = "OUT.json")]
    cues: Option<PathBuf>,
    /// Also write the chapters, as lines CHAPTER01=00:00:20.000 and CHAPTER01NAME=…
    #[arg(long, value_name = "OUT.txt")]
    chapters: Option<PathBuf>,
    /// Ticks alone: no voice, no tones
    #[arg(long)]
    quiet: bool,
    /// Have the system's speech program say what the program names in its own words
    #[arg(long)]
    system_speech: bool,
}

pub(super) fn render(which: &Which, journal: Journal, output: &Path, beside: &Beside, out: &mut impl Write) -> Outcome {
    let form = Form::of(output).ok_or_else(|| fl!(LOADER, "render-no-form", file = output.display().to_string()))?;
    let (program, routine, plan) = which.plan(journal)?;
    let mut taken = vec![which.file.as_path()];
    let (cues, list) = (beside.cues.as_deref(), beside.chapters.as_deref());
    for path in [Some(output), cues, list].into_iter().flatten() {
        if taken.iter().any(|other| same_file(path, other)) {
            return Err(fl!(LOADER, "render-same-file", file = path.display().to_string()));
        }
        taken.push(path);
    }
    let quiet = if beside.quiet { Wanted::Yes } else { Wanted::No };
    let voice = if beside.system_speech { OwnVoice::of_system() } else { OwnVoice::default() };
    if beside.system_speech && !voice.prepare_now(plan.spots().iter().flat_map(|spot| own_texts(&spot.place))) {
        complain(&fl!(LOADER, "render-no-speech"));
    }
    let profile = Profile { quiet, ..Profile::default() };
    let score = Score::of(&plan, profile).spoken(&plan, &voice, &score::Beside::default());
    let render = Render::new(&score, &plan).by(voice);
    let failed = |path: &Path| {
        let name = path.display().to_string();
        move |error: std::io::Error| words::files::unwritable(&name, &error.to_string())
    };
    let chapters = words::chapters::chapters(&plan);
    let written = match form {
        Form::Wav => render.wav(output),
        Form::Ogg => {
            let routine = program.routines.get(routine).map_or("", |routine| &routine.name);
            render.ogg(output, &words::chapters::comments(&program.title, routine, &chapters))
        }
    };
    written.map_err(failed(output))?;
    if let Some(path) = cues {
        write_whole(path, render.cues_json().as_bytes()).map_err(failed(path))?;
    }
    if let Some(path) = list {
        let list = words::chapters::list(&chapters);
        write_whole(path, list.as_bytes()).map_err(failed(path))?;
    }
    let done = fl!(
        LOADER,
        "render-done",
        file = output.display().to_string(),
        length = words::session::long_clock(plan.total()),
        cues = ((score.cues().len() + score.speech().len()) as i64)
    );
    print(out, &done)?;
    Ok(ExitCode::SUCCESS)
}

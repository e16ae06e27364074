//! `kneadwell render`: the whole session as sound.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use i18n_embed_fl::fl;

use super::{Journal, Outcome, Which, print};
use crate::practice::score::{self, Profile, Score, Wanted};
use crate::words::{self, LOADER};
use crate::world::file::same_file;
use crate::world::folder::write_whole;
use crate::world::sound::{Render, Voice};

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
}

pub(super) fn render(which: &Which, journal: Journal, output: &Path, beside: &Beside, out: &mut impl Write) -> Outcome {
    let (_, _, plan) = which.plan(journal)?;
    let mut taken = vec![which.file.as_path()];
    let (cues, chapters) = (beside.cues.as_deref(), beside.chapters.as_deref());
    for path in [Some(output), cues, chapters].into_iter().flatten() {
        if taken.iter().any(|other| same_file(path, other)) {
            return Err(fl!(LOADER, "render-same-file", file = path.display().to_string()));
        }
        taken.push(path);
    }
    let quiet = if beside.quiet { Wanted::Yes } else { Wanted::No };
    let score =
        Score::of(&plan, Profile { quiet, ..Profile::default() }).spoken(&plan, &Voice, &score::Beside::default());
    let render = Render::new(&score, &plan);
    let failed = |path: &Path| {
        let name = path.display().to_string();
        move |error: std::io::Error| words::files::unwritable(&name, &error.to_string())
    };
    render.wav(output).map_err(failed(output))?;
    if let Some(path) = cues {
        write_whole(path, render.cues_json().as_bytes()).map_err(failed(path))?;
    }
    if let Some(path) = chapters {
        let list = words::chapters::list(&words::chapters::chapters(&plan));
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

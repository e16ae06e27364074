//! `kneadwell render`: the whole session as sound.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use i18n_embed_fl::fl;

use super::{Journal, Outcome, Which, print};
use crate::practice::score::{Beside, Profile, Score};
use crate::words::{self, LOADER};
use crate::world::file::same_file;
use crate::world::folder::write_whole;
use crate::world::sound::{Render, Voice};

pub(super) fn render(
    which: &Which,
    journal: Journal,
    output: &Path,
    cues: Option<&Path>,
    out: &mut impl Write,
) -> Outcome {
    let (_, _, plan) = which.plan(journal)?;
    let mut taken = vec![which.file.as_path()];
    for path in [Some(output), cues].into_iter().flatten() {
        if taken.iter().any(|other| same_file(path, other)) {
            return Err(fl!(LOADER, "render-same-file", file = path.display().to_string()));
        }
        taken.push(path);
    }
    let score = Score::of(&plan, Profile::default()).spoken(&plan, &Voice, &Beside::default());
    let render = Render::new(&score, &plan);
    let failed = |path: &Path| {
        let name = path.display().to_string();
        move |error: std::io::Error| words::files::unwritable(&name, &error.to_string())
    };
    render.wav(output).map_err(failed(output))?;
    if let Some(path) = cues {
        write_whole(path, render.cues_json().as_bytes()).map_err(failed(path))?;
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

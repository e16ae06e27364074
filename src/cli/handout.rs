//! `kneadwell handout`: a program as a page for the printer.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use i18n_embed_fl::fl;

use super::{Outcome, print, read_bytes};
use crate::practice::program::Revision;
use crate::words::{self, LOADER};
use crate::world::file::same_file;
use crate::world::folder::write_shared;
use crate::world::share::handout;

pub(super) fn handout(file: &Path, output: Option<&Path>, out: &mut impl Write) -> Outcome {
    let (program, bytes) = read_bytes(file)?;
    let page = handout::handout(&program, Revision::of(&bytes));
    let Some(output) = output else {
        print(out, &page)?;
        return Ok(ExitCode::SUCCESS);
    };
    let name = output.display().to_string();
    if same_file(file, output) {
        return Err(fl!(LOADER, "render-same-file", file = name));
    }
    write_shared(output, page.as_bytes()).map_err(|error| words::files::unwritable(&name, &error.to_string()))?;
    print(out, &fl!(LOADER, "handout-done", file = name))?;
    Ok(ExitCode::SUCCESS)
}

//! From the window to paper, and to a file that is handed on.

use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use eframe::egui::Context;

use super::{App, notices};
use crate::ui::action::Banner;
use crate::words;
use crate::world::file::save_program;
use crate::world::share::{file_name, handout, keep_handout};

/// What threads of their own have to tell, for the system's dialogs and programs let one wait.
pub(super) enum Shared {
    /// A handout was written, and the browser started on it or not.
    Handout { file: PathBuf, opened: io::Result<()> },
    /// Where a program is to be written.
    Save { file: PathBuf, bytes: Vec<u8> },
}

impl App {
    /// Writes the handout of the program in force into the data folder, and opens it in the browser, which can print.
    pub(super) fn print(&mut self, ctx: &Context) {
        let Some(kept) = &self.model.program else { return };
        let Some(folder) = &self.world.folder else { return self.tell(notices::handout_nowhere()) };
        let page = handout::handout(&kept.program, kept.revision);
        match keep_handout(folder, &kept.program.title, &page) {
            Ok(file) => {
                let (sender, ctx, browser) = (self.shared.0.clone(), ctx.clone(), self.world.browser);
                thread::spawn(move || {
                    let opened = browser(&file);
                    // The window may be gone by then.
                    let _ = sender.send(Shared::Handout { file, opened });
                    ctx.request_repaint();
                });
            }
            Err((file, error)) => self.tell(notices::unwritable(&file, &error)),
        }
    }

    /// Asks where the exact bytes of the program in force are to go.
    pub(super) fn export(&mut self, ctx: &Context) {
        let Some(kept) = &self.model.program else { return };
        let bytes = match self.world.store.revision(kept.revision) {
            Ok(Some(found)) => found.bytes,
            Ok(None) => return,
            Err(fault) => return self.tell(notices::trouble(&fault)),
        };
        self.ask_where(ctx, &kept.program.title, bytes);
    }

    /// Asks where a program's bytes are to go. The system's dialog waits, so it has a thread of its own.
    pub(super) fn ask_where(&self, ctx: &Context, title: &str, bytes: Vec<u8>) {
        let name = file_name(title, "kneadwell");
        let (sender, ctx) = (self.shared.0.clone(), ctx.clone());
        let (folder, filter) = (self.world.settings.last_folder.clone(), words::files::filter_name());
        thread::spawn(move || {
            let mut dialog = rfd::FileDialog::new().add_filter(filter, &["kneadwell"]).set_file_name(name);
            if let Some(folder) = folder {
                dialog = dialog.set_directory(folder);
            }
            if let Some(file) = dialog.save_file() {
                // The window may be gone by the time a place is chosen.
                let _ = sender.send(Shared::Save { file, bytes });
                ctx.request_repaint();
            }
        });
    }

    /// Takes what the threads have told since.
    pub(super) fn hear_of_sharing(&mut self) {
        while let Ok(shared) = self.shared.1.try_recv() {
            let banner = match shared {
                Shared::Handout { file, opened } => notices::handout(&file, &opened),
                Shared::Save { file, bytes } => {
                    self.world.settings.last_folder = file.parent().map(Path::to_path_buf);
                    notices::saved(&file, save_program(&file, &bytes))
                }
            };
            self.tell(banner);
        }
    }

    /// Puts a line across the top, once.
    fn tell(&mut self, banner: Banner) {
        self.model.banners.retain(|shown| *shown != banner);
        self.model.banners.push(banner);
    }
}

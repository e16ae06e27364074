//! From a file to the program in force: it is shown first, and nothing changes before a yes.

use std::path::Path;

use eframe::egui::{Context, Event};

use super::model::InForce;
use super::screen::{Screen, TakeIn};
use super::{App, notices};
use crate::practice::program::differs::differences;
use crate::practice::program::intake::{Known, remarks};
use crate::practice::program::{Program, Revision};
use crate::ui::action::{Room, TakeInDraft};
use crate::words;
use crate::world::file::read_program;
use crate::world::routines;

impl App {
    /// Reads a file and shows its program; a file that is refused changes nothing, and its faults are shown.
    pub(super) fn take_file(&mut self, path: &Path) {
        if !self.takes_programs() {
            return;
        }
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into());
        self.world.settings.last_folder = path.parent().map(Path::to_path_buf);
        match read_program(path) {
            Ok(bytes) => self.offer(&name, &bytes),
            Err(fault) => {
                self.model.refused = Some((name.clone(), vec![words::files::unreadable(&name, &fault.to_string())]));
                self.go(Room::Program);
            }
        }
    }

    /// Takes what is pasted outside of any text field, where it looks like a program: as if it were a file.
    pub(super) fn take_pasted(&mut self, ctx: &Context) {
        if !self.takes_programs() || ctx.text_edit_focused() {
            return;
        }
        let pasted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                Event::Paste(text) if text.trim_start().starts_with('{') => Some(text.clone()),
                _ => None,
            })
        });
        if let Some(text) = pasted {
            self.offer(&words::files::pasted_text(), text.as_bytes());
            if let Some((name, _)) = &mut self.model.refused {
                *name = words::files::what_was_pasted();
            }
        }
    }

    /// Returns false where a session, or a question about safety, is not to be left for another program.
    const fn takes_programs(&self) -> bool {
        !matches!(self.screen, Screen::Player(_) | Screen::Check(_) | Screen::Gate(_) | Screen::Stop(_))
    }

    /// Shows a program, so that it can be said yes to.
    pub(super) fn offer(&mut self, name: &str, bytes: &[u8]) {
        self.stop_asking();
        let program = match Program::read(bytes) {
            Ok(program) => program,
            Err(refusal) => {
                let lines = refusal.0.iter().map(|fault| words::fault::place(name, fault)).collect();
                self.model.refused = Some((name.to_owned(), lines));
                self.go(Room::Program);
                return;
            }
        };
        let revision = Revision::of(bytes);
        let now = self.model.program.as_ref();
        let before: Vec<_> = self.world.store.taken().unwrap_or_default().iter().map(|kept| kept.revision).collect();
        let examples = routines::SHIPPED.map(|shipped| Revision::of(shipped.text.as_bytes()));
        let known = Known { program: &program, revision };
        let in_force = now.map(|kept| Known { program: &kept.program, revision: kept.revision });
        let today = self.world.clock.civil().date();
        let offered = TakeIn {
            remarks: remarks(known, in_force, &before, &examples, today),
            differences: now.map(|kept| differences(&kept.program, &program)).unwrap_or_default(),
            bytes: bytes.to_owned(),
            program,
            revision,
            opened: self.world.clock.monotonic(),
            back: match &self.screen {
                Screen::TakeIn(shown) => shown.back,
                other => other.room(),
            },
            written: None,
            draft: TakeInDraft::default(),
        };
        self.model.refused = None;
        // Another room is as good a goodbye to Summary as Done.
        self.go(Room::Program);
        self.screen = Screen::TakeIn(Box::new(offered));
    }

    /// Puts the program that is shown in force.
    pub(super) fn take_in(&mut self) {
        if !matches!(self.screen, Screen::TakeIn(_)) {
            return;
        }
        let Screen::TakeIn(offered) = std::mem::replace(&mut self.screen, Screen::Today) else { return };
        let TakeIn { program, revision, bytes, written, .. } = *offered;
        if let Some(editor) = written {
            self.forget_draft(&editor.name);
        }
        let now = self.world.clock.civil();
        self.world.store.keep_revision(&bytes, &program.title, &program.prescribed.by, &now);
        self.world.store.take(revision, &now);
        self.model.banners.push(notices::in_force(&program));
        self.model.program = Some(InForce { program, revision });
        self.model.routine = 0;
        self.model.new_day(&self.world);
    }

    /// Goes back to where the program was opened, or was written; nothing changes.
    pub(super) fn leave_it(&mut self) {
        if let Screen::TakeIn(offered) = &mut self.screen
            && let Some(editor) = offered.written.take()
        {
            self.screen = Screen::Editor(editor);
        } else if let Screen::TakeIn(offered) = &self.screen {
            let back = offered.back;
            self.go(back);
        }
    }
}

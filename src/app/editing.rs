//! Writing a program: from a beginning to a draft that is kept as it is typed, and from there to a program or a file.

use std::time::Duration;

use eframe::egui;

use super::screen::{Editor, Screen};
use super::{App, notices};
use crate::practice::program::Program;
use crate::practice::program::draft::{Draft, canonical};
use crate::ui::action::{Beginning, DraftLine, Edit, Keeping, Room};
use crate::ui::editor::Writing;
use crate::words;
use crate::world::drafts::{self, Kept};
use crate::world::routines;

/// A draft is kept once nothing was typed for so long.
const QUIET: Duration = Duration::from_secs(3);

/// The programs that are being written.
#[derive(Default)]
pub(super) struct Drafts {
    /// Those that are kept, the one changed last first.
    pub kept: Vec<Kept>,
    /// True while a banner says that one cannot be written.
    trouble_told: bool,
}

impl App {
    /// Carries out what was asked for in the editor, or about a draft.
    pub(super) fn edit(&mut self, ctx: &egui::Context, edit: Edit) {
        match edit {
            Edit::Begin(beginning) => self.begin_to_write(beginning),
            Edit::GoOn(name) => {
                if let Some(kept) = self.model.drafts.kept.iter().find(|kept| kept.name == name).cloned() {
                    self.open_editor(Writing::new(kept.draft.clone()), Draft::default(), kept.name, kept.draft);
                }
            }
            Edit::Use => self.use_written(),
            Edit::SaveAs => self.ask_where_to_save(ctx),
            Edit::Leave => {
                let kept = self.keep_draft();
                if let Some(title) = kept {
                    self.model.banners.push(notices::draft_kept(&title));
                }
                self.go(Room::Program);
            }
            Edit::Discard => {
                let Screen::Editor(editor) = &mut self.screen else { return };
                let name = std::mem::take(&mut editor.name);
                self.screen = Screen::Today;
                self.forget_draft(&name);
                self.go(Room::Program);
            }
        }
    }

    fn begin_to_write(&mut self, beginning: Beginning) {
        let today = self.world.clock.civil().date();
        let draft = match beginning {
            Beginning::Nothing | Beginning::Paper => {
                let mut blank = Draft::blank(today);
                for routine in &mut blank.routines {
                    routine.name = words::notices::first_routine();
                }
                Some(blank)
            }
            Beginning::Shipped(index) => routines::SHIPPED.get(index).and_then(|shipped| {
                let pattern = Program::read(shipped.text.as_bytes()).ok()?;
                Some(Draft::after(&pattern, today))
            }),
            Beginning::InForce => self.model.program.as_ref().map(|kept| Draft::of(&kept.program)),
        };
        let Some(draft) = draft else { return };
        let name = drafts::new_name(self.world.folder.as_ref(), &self.model.drafts.kept, &self.world.clock.civil());
        let writing = Writing::new(draft.clone());
        let writing = if beginning == Beginning::Paper { writing.from_paper() } else { writing };
        self.open_editor(writing, draft.clone(), name, draft);
    }

    fn open_editor(&mut self, writing: Writing, begun: Draft, name: String, kept: Draft) {
        let opened = self.world.clock.monotonic();
        self.go(Room::Program);
        let editor = Editor { writing, name, begun, seen: (kept.clone(), opened), kept, opened };
        self.screen = Screen::Editor(Box::new(editor));
    }

    /// Shows what was written, so that it can be said yes to.
    fn use_written(&mut self) {
        self.keep_draft();
        let Screen::Editor(editor) = &self.screen else { return };
        let Some(program) = editor.writing.program() else { return };
        let text = canonical(&program);
        let Screen::Editor(editor) = std::mem::replace(&mut self.screen, Screen::Today) else { return };
        self.offer(&program.title, text.as_bytes());
        if let Screen::TakeIn(offered) = &mut self.screen {
            offered.written = Some(editor);
        } else {
            self.screen = Screen::Editor(editor);
        }
    }

    /// Asks where what was written is to lie.
    fn ask_where_to_save(&self, ctx: &egui::Context) {
        let Screen::Editor(editor) = &self.screen else { return };
        if let Some(program) = editor.writing.program() {
            self.ask_where(ctx, &program.title, canonical(&program).into_bytes());
        }
    }

    /// Keeps the draft once its typing has paused, and returns in how long that will be.
    pub(super) fn keep_draft_in_time(&mut self) -> Option<Duration> {
        let now = self.world.clock.monotonic();
        let Screen::Editor(editor) = &mut self.screen else { return None };
        if editor.writing.draft == editor.kept {
            return None;
        }
        if editor.seen.0 != editor.writing.draft {
            editor.seen = (editor.writing.draft.clone(), now);
        }
        let waited = now.saturating_sub(editor.seen.1);
        if waited < QUIET {
            return Some(QUIET.saturating_sub(waited));
        }
        self.keep_draft();
        None
    }

    /// Keeps the draft as it stands, and returns its title where there is one to go on with. What cannot be written is told
    /// once, and stays at hand as long as the window is open.
    pub(super) fn keep_draft(&mut self) -> Option<String> {
        let Screen::Editor(editor) = &mut self.screen else { return None };
        let draft = editor.writing.draft.clone();
        let known = self.model.drafts.kept.iter().any(|kept| kept.name == editor.name);
        if draft == editor.begun && !known {
            return None;
        }
        let title = titled(&draft);
        if known && draft == editor.kept {
            return Some(title);
        }
        editor.kept.clone_from(&draft);
        let kept = Kept { name: editor.name.clone(), changed: self.world.clock.civil().datetime(), draft };
        let written = self.world.folder.as_ref().map(|folder| drafts::keep(folder, &kept));
        self.model.drafts.kept.retain(|other| other.name != kept.name);
        self.model.drafts.kept.insert(0, kept);
        match written {
            Some(Err(error)) if !self.model.drafts.trouble_told => {
                self.model.drafts.trouble_told = true;
                self.model.banners.push(notices::draft_not_kept(&error.to_string()));
            }
            Some(Ok(())) => self.model.drafts.trouble_told = false,
            Some(Err(_)) | None => {}
        }
        Some(title)
    }

    /// Puts a draft away for good.
    pub(super) fn forget_draft(&mut self, name: &str) {
        self.model.drafts.kept.retain(|kept| kept.name != name);
        if let Some(Err(error)) = self.world.folder.as_ref().map(|folder| drafts::discard(folder, name)) {
            self.model.banners.push(notices::draft_not_kept(&error.to_string()));
        }
    }

    /// The drafts as Program lists them.
    pub(super) fn draft_lines(&self) -> Vec<DraftLine> {
        let year = self.world.clock.civil().year();
        let line = |kept: &Kept| DraftLine {
            name: kept.name.clone(),
            title: titled(&kept.draft),
            changed: words::dates::whole_day(kept.changed.date(), year),
        };
        self.model.drafts.kept.iter().map(line).collect()
    }

    /// Whether the draft on screen will be there tomorrow.
    pub(super) fn keeping(&self) -> Keeping {
        if self.world.folder.is_none() || self.model.drafts.trouble_told { Keeping::Nowhere } else { Keeping::Kept }
    }
}

fn titled(draft: &Draft) -> String {
    match draft.title.trim() {
        "" => words::notices::untitled(),
        title => title.to_owned(),
    }
}

//! The editor: a program is written in a form, with every fault at its field, and what it comes to beside it.

mod amount;
mod cards;
mod field;
mod history;
mod map;
mod place;
mod point;
mod reading;
mod routines;
mod side;
mod strip;

use eframe::egui::{Id, Memory, Rect, Ui, UiBuilder, pos2, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, EditorView};
use super::shell::{banners, block, heading, line};
use crate::practice::program::Program;
use crate::practice::program::draft::Draft;
use crate::words::LOADER;
use field::Pen;
use history::{History, Turn};
use reading::{Reading, Usual};

pub use place::Finder;

/// From this width of the column on, the card with the sum stands beside the form.
const WIDE: f32 = 760.0;
/// From this width of the column on, that card is as wide as it is drawn.
const ROOMY: f32 = 980.0;
const GAP: f32 = 16.0;
/// Between the card and the edge of what is in sight, once the form is scrolled.
const STICKS: f32 = 20.0;

/// A program that is being written.
#[derive(Debug, Default)]
pub struct Writing {
    /// Every field as it was typed.
    pub draft: Draft,
    /// True where it is copied from paper.
    from_paper: bool,
    /// The point whose form is open, by its routine and its place there.
    open: Option<(usize, usize)>,
    /// The routine whose plan is shown.
    routine: usize,
    finder: Finder,
    history: History,
    reading: Reading,
    usual: Option<Usual>,
    /// The field to lead to.
    seek: Option<String>,
    /// Which field the keyboard was on.
    focused: Option<Id>,
    /// True once "put away" was clicked: the next click does it.
    sure: bool,
}

impl Writing {
    /// Takes up a draft.
    pub fn new(draft: Draft) -> Self {
        Self { draft, ..Self::default() }
    }

    /// With a word about what to copy from the paper.
    #[must_use]
    pub fn from_paper(self) -> Self {
        Self { from_paper: true, ..self }
    }

    /// Returns the program that the draft is, where nothing is wrong with it.
    pub fn program(&self) -> Option<Program> {
        self.draft.read().ok()
    }

    /// Opens a point's form, or closes it.
    fn turn_to(&mut self, open: Option<(usize, usize)>) {
        self.open = open;
        self.finder = Finder::default();
        if let Some((routine, _)) = open {
            self.routine = routine;
        }
    }

    /// Changes the draft in one step, to be taken back as one.
    fn change(&mut self, ui: &Ui, how: impl FnOnce(&mut Self)) {
        let time = ui.input(|input| input.time);
        self.history.mark(time, &self.draft, self.open);
        how(self);
        self.history.mark(time, &self.draft, self.open);
        ui.ctx().request_repaint();
    }

    /// Leads to a place of the file: its point is opened, and its field gets the keyboard.
    fn lead_to(&mut self, place: String) {
        let numbers: Vec<usize> = place.split(['[', ']']).filter_map(|part| part.parse().ok()).collect();
        if place.starts_with("$.routines[")
            && place.contains("].points[")
            && let [routine, point, ..] = numbers.as_slice()
        {
            self.turn_to(Some((*routine, *point)));
        }
        self.seek = Some(place);
    }

    /// Undo and redo, and what counts as one step.
    fn keep_history(&mut self, ui: &Ui, turn: Option<Turn>) {
        let time = ui.input(|input| input.time);
        if let Some(turn) = turn {
            self.history.see(time, &self.draft, self.open);
            self.history.turn(turn, &mut self.draft, &mut self.open);
            self.finder = Finder::default();
            ui.ctx().request_repaint();
        }
        let focused = ui.memory(Memory::focused);
        if focused != self.focused {
            self.focused = focused;
            self.history.mark(time, &self.draft, self.open);
        } else if self.history.see(time, &self.draft, self.open) {
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(1100));
        }
    }
}

/// Shows the screen and returns what was asked for; what is typed changes the draft alone.
pub fn editor(ui: &mut Ui, view: &EditorView<'_>, writing: &mut Writing) -> Option<Action> {
    let turn = History::keys(ui);
    writing.keep_history(ui, turn);
    writing.reading.renew(&writing.draft);
    let asked = banners(ui, view.banners);
    heading(ui, &fl!(LOADER, "editing-title"));
    if writing.from_paper {
        ui.add_space(4.0);
        line(ui, &fl!(LOADER, "editing-paper"));
    }
    ui.add_space(18.0);
    let width = ui.available_width();
    let mut rest = Vec::new();
    let sum = if width >= WIDE {
        let card = if width >= ROOMY { 320.0 } else { 280.0 };
        let top = ui.cursor().min;
        let ((), size) = block(ui, width - card - GAP, |ui| form(ui, writing, &mut rest));
        sticking(ui, Rect::from_min_size(pos2(top.x + width - card, top.y), vec2(card, size.y)), |ui| {
            side::card(ui, view, writing, &rest)
        })
    } else {
        form(ui, writing, &mut rest);
        ui.add_space(GAP);
        side::card(ui, view, writing, &rest)
    };
    asked.or(sum)
}

/// The form, card by card. `rest` gets the faults that no field shows.
fn form(ui: &mut Ui, writing: &mut Writing, rest: &mut Vec<String>) {
    let reading = std::mem::take(&mut writing.reading);
    let mut pen = Pen::new(&reading.faults, writing.seek.take());
    cards::what(ui, &mut pen, &mut writing.draft);
    ui.add_space(GAP);
    routines::cards(ui, &mut pen, writing, &reading);
    ui.add_space(GAP);
    cards::when(ui, &mut pen, &mut writing.draft);
    ui.add_space(GAP);
    cards::limits(ui, &mut pen, &mut writing.draft);
    ui.add_space(GAP);
    cards::notes(ui, &mut pen, writing);
    let is_folded = |fault: &_| {
        let closed = pen.folded.iter().flat_map(|place| reading.faults.within(place));
        closed.into_iter().any(|other| std::ptr::eq(other, fault))
    };
    rest.extend(reading.faults.rest(&pen.shown).filter(|fault| !is_folded(*fault)).map(field::told));
    writing.reading = reading;
}

/// Shows a card at the top right of a form, and lets it stay in sight while the form is scrolled.
fn sticking<R>(ui: &mut Ui, beside: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let key = Id::unique("height of the card beside the form");
    let height: f32 = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let sight = ui.clip_rect();
    let lowest = (beside.bottom() - height).max(beside.top());
    // One that is higher than the window goes with the form until its foot, with the ways out, is in sight.
    let wanted = (sight.top() + STICKS).min(sight.bottom() - STICKS - height);
    let top = wanted.clamp(beside.top(), lowest);
    let place = Rect::from_min_size(pos2(beside.left(), top), vec2(beside.width(), height.max(60.0)));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    child.set_width(beside.width());
    let added = add(&mut child);
    let grown = child.min_rect().height();
    ui.data_mut(|data| data.insert_temp(key, grown));
    if (grown - height).abs() > 0.5 {
        ui.ctx().request_repaint();
    }
    let foot = child.min_rect().bottom();
    if foot > ui.cursor().top() {
        ui.add_space(foot - ui.cursor().top());
    }
    added
}

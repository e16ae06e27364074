//! Fields of the editor's form: side by side as far as there is room, with every fault under its field.

use eframe::egui::{
    Frame, Id, Margin, Pos2, Rect, Response, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, Vec2, accesskit::Invalid,
    epaint::RectShape, pos2, vec2,
};
use i18n_embed_fl::fl;

use crate::practice::program::Fault;
use crate::practice::program::draft::Faults;
use crate::practice::program::fault::What;
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, toggle};
use crate::ui::shell::outline;
use crate::ui::spoken::announce;
use crate::ui::theme::{Face, Tokens};
use crate::words::session::capital;
use crate::words::{LOADER, fault};

const HEIGHT: f32 = 44.0;
const LABEL: f32 = 24.0;
const BETWEEN: f32 = 10.0;
const RADIUS: f32 = 12.0;
/// A line of a field with several.
const LINE: f32 = 24.0;

/// What the form goes by while it is drawn: the faults, which of them have a field, and where the keyboard is to go.
pub struct Pen<'a> {
    faults: &'a Faults,
    /// The places whose faults are shown.
    pub shown: Vec<String>,
    /// The places that are folded up, and tell how many faults are in them.
    pub folded: Vec<String>,
    /// The place to lead to.
    pub seek: Option<String>,
}

impl<'a> Pen<'a> {
    /// Takes up the pen.
    pub fn new(faults: &'a Faults, seek: Option<String>) -> Self {
        Self { faults, shown: Vec::new(), folded: Vec::new(), seek }
    }

    /// How many faults a place has with all that is in it.
    pub fn under(&self, path: &str) -> usize {
        self.faults.under(path)
    }

    fn is_wrong(&self, paths: &[String]) -> bool {
        paths.iter().any(|path| self.faults.at(path).next().is_some())
    }

    /// True once, where it is one of these places that is to be led to.
    fn leads_to(&mut self, paths: &[String]) -> bool {
        let here = self.seek.as_ref().is_some_and(|seek| paths.contains(seek));
        if here {
            self.seek = None;
        }
        here
    }
}

/// A fault as `check` tells it.
pub fn told(fault: &Fault) -> String {
    let told = fault::fault(&fault.what);
    match told.hint {
        Some(hint) => capital(&fl!(LOADER, "editing-fault", what = told.what, hint = hint)),
        None => capital(&told.what),
    }
}

/// One thing in a line of fields.
pub enum Cell<'a> {
    /// Something to write.
    Text(Field<'a>, &'a mut String),
    /// Something to switch: its words, and how wide it is.
    Switch(&'a str, &'a mut bool, f32),
}

/// A field to write in.
#[derive(Clone)]
pub struct Field<'a> {
    label: &'a str,
    /// What a screen reader says, where the label does not speak for itself.
    name: Option<String>,
    hint: String,
    width: f32,
    rows: usize,
    /// The places of the file that it writes, its own first.
    paths: Vec<String>,
}

impl<'a> Field<'a> {
    /// A field over the whole width.
    pub fn new(label: &'a str, path: impl Into<String>) -> Self {
        Self { label, name: None, hint: String::new(), width: f32::INFINITY, rows: 1, paths: vec![path.into()] }
    }

    /// With what stands in it while it is empty.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// With a name that says more than its label.
    #[must_use]
    pub fn named(self, name: String) -> Self {
        Self { name: Some(name), ..self }
    }

    /// So wide, if there is room.
    #[must_use]
    pub fn wide(self, width: f32) -> Self {
        Self { width, ..self }
    }

    /// With several lines.
    #[must_use]
    pub fn rows(self, rows: usize) -> Self {
        Self { rows, ..self }
    }

    /// Also showing the faults of another place.
    #[must_use]
    pub fn also(mut self, path: String) -> Self {
        self.paths.push(path);
        self
    }

    fn height(&self) -> f32 {
        LABEL + HEIGHT + LINE * (self.rows - 1) as f32
    }

    fn show(&self, ui: &mut Ui, pen: &mut Pen<'_>, text: &mut String, rect: Rect) -> Response {
        let tokens = Tokens::of(ui.ctx());
        let wrong = pen.is_wrong(&self.paths);
        let at = rect.left_top() + vec2(1.0, -1.0);
        ui.painter().galley(
            at,
            Face::Under.lay_out(ui.painter(), self.label, tokens.ink_second, f32::INFINITY),
            tokens.ink_second,
        );
        let boxed = rect.with_min_y(rect.top() + LABEL);
        let ground = ui.painter().add(eframe::egui::Shape::Noop);
        let id = id_of(&self.paths[0]);
        let edit = if self.rows > 1 { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
        let edit = edit
            .id(id)
            .hint_text(Face::Body.rich(&self.hint, tokens.ink_third))
            .desired_rows(self.rows)
            .desired_width(boxed.width() - 24.0)
            .frame(Frame::new().inner_margin(Margin::symmetric(0, 10)))
            .font(Face::Body.font())
            .text_color(tokens.ink);
        let inner = boxed.shrink2(vec2(12.0, 0.0));
        let response = ui.new_child(UiBuilder::new().max_rect(inner)).add_sized(inner.size(), edit);
        let edge = if wrong { Stroke::new(2.0, tokens.press) } else { Stroke::new(1.2, tokens.line_strong) };
        let shape = RectShape::new(boxed, RADIUS, tokens.surface, edge, StrokeKind::Inside);
        ui.painter().set(ground, shape);
        outline(ui, &response, boxed, RADIUS);
        let response = response.accessible_name(self.name.as_deref().unwrap_or(self.label));
        if wrong {
            let words: Vec<_> = self.paths.iter().flat_map(|path| pen.faults.at(path)).map(told).collect();
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_invalid(Invalid::True);
                node.set_description(words.join(". "));
            });
        }
        if pen.leads_to(&self.paths) {
            response.request_focus();
        }
        response
    }
}

/// The id of the field of a place.
pub fn id_of(path: &str) -> Id {
    Id::unique(("field of a program", path))
}

/// Shows fields side by side, in as many lines as they need, with their faults beneath.
pub fn row(ui: &mut Ui, pen: &mut Pen<'_>, cells: &mut [Cell<'_>]) {
    let column = ui.available_width();
    let places = places(cells, column);
    let height = places.iter().map(Rect::bottom).fold(0.0, f32::max);
    let (_, whole) = ui.allocate_space(vec2(column, height));
    let mut paths = Vec::new();
    for (cell, place) in cells.iter_mut().zip(places) {
        let rect = place.translate(whole.min.to_vec2());
        match cell {
            Cell::Text(field, text) => {
                field.show(ui, pen, text, rect);
                paths.extend(field.paths.iter().cloned());
            }
            Cell::Switch(words, on, _) => {
                let below = rect.with_min_y(rect.top() + LABEL);
                toggle(&mut ui.new_child(UiBuilder::new().max_rect(below)), on, words);
            }
        }
    }
    faults(ui, pen, paths);
    for cell in cells {
        if let Cell::Text(field, text) = cell {
            mend(ui, pen, field, text);
        }
    }
    ui.add_space(12.0);
}

/// Where it can be told what was meant, one click writes it.
fn mend(ui: &mut Ui, pen: &Pen<'_>, field: &Field<'_>, text: &mut String) {
    let mut wrong = field.paths.iter().flat_map(|path| pen.faults.at(path));
    let Some(likely) = wrong.find_map(|fault| likely(&fault.what)) else { return };
    let words = fl!(LOADER, "editing-write", likely = likely.as_str());
    let name =
        fl!(LOADER, "editing-part", amount = field.name.as_deref().unwrap_or(field.label), part = words.as_str());
    if ui.add(Button::tertiary(&words).named(&name)).clicked() {
        *text = likely;
    }
}

/// What was probably meant, as a field holds it.
fn likely(what: &What) -> Option<String> {
    match what {
        What::NotATime { likely, .. } => likely.map(|time| time.to_string()),
        What::NotADate { likely, .. } => likely.map(|day| day.to_string()),
        _ => None,
    }
}

/// A single field over the whole width.
pub fn one(ui: &mut Ui, pen: &mut Pen<'_>, field: Field<'_>, text: &mut String) {
    row(ui, pen, &mut [Cell::Text(field, text)]);
}

/// Shows the faults of these places, and notes that they are shown.
pub fn faults(ui: &mut Ui, pen: &mut Pen<'_>, paths: Vec<String>) {
    let words: Vec<_> = paths.iter().flat_map(|path| pen.faults.at(path)).map(told).collect();
    let led = pen.leads_to(&paths);
    pen.shown.extend(paths);
    for words in words {
        ui.add_space(4.0);
        let rect = fault_line(ui, &words);
        if led {
            ui.scroll_to_rect(rect.expand(40.0), None);
        }
    }
}

/// A fault: an icon, and what is wrong. It is spoken when it comes up.
pub fn fault_line(ui: &mut Ui, words: &str) -> Rect {
    let tokens = Tokens::of(ui.ctx());
    let width = ui.available_width();
    let galley = Face::Under.lay_out(ui.painter(), words, tokens.ink, width - 26.0);
    let (_, rect) = ui.allocate_space(vec2(width, galley.size().y));
    Icon::Warn.paint_stroked(ui.painter(), rect.left_top() + vec2(9.0, 9.0), 18.0, tokens.press, 2.1);
    ui.painter().galley(rect.left_top() + vec2(26.0, 0.0), galley, tokens.ink);
    announce(ui, rect, words);
    rect
}

/// Where each cell lies, from the top left corner of them all. One without a width takes what is left of the line.
fn places(cells: &[Cell<'_>], column: f32) -> Vec<Rect> {
    let (mut at, mut line) = (Pos2::ZERO, 0.0_f32);
    let mut places = Vec::with_capacity(cells.len());
    for cell in cells {
        let wanted = match cell {
            Cell::Text(field, _) => vec2(field.width, field.height()),
            Cell::Switch(_, _, width) => vec2(*width, LABEL + HEIGHT),
        };
        let width = if wanted.x.is_finite() { wanted.x.min(column) } else { (column - at.x).max(160.0).min(column) };
        if at.x > 0.0 && at.x + width > column + 0.5 {
            at = pos2(0.0, at.y + line + BETWEEN);
            line = 0.0;
        }
        let width = if wanted.x.is_finite() { width } else { column - at.x };
        places.push(Rect::from_min_size(at, Vec2::new(width, wanted.y)));
        at.x += width + BETWEEN;
        line = line.max(wanted.y);
    }
    places
}

//! A decision as a sentence with its reason: the way it goes, what is stressed, what is plain, and "Why".

use std::sync::Arc;

use eframe::egui::text::{CCursor, LayoutJob};
use eframe::egui::{
    Align2, Galley, Id, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::action::{DecisionLine, DecisionRow, OfferLine, Way};
use super::icons::Icon;
use super::spoken::name;
use super::theme::{Face, Letters, Tokens};
use crate::words::LOADER;

/// The icon beside the words, and where they begin.
const ICON: f32 = 20.0;
const INDENT: f32 = 32.0;
/// Between the words and what a link unfolds.
const UNFOLDED: f32 = 4.0;
/// What can be clicked is at least this large.
const TARGET: f32 = 44.0;

/// A sentence with its reason.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    /// What stands before it.
    pub icon: Option<Icon>,
    /// The stressed beginning.
    pub stressed: &'a str,
    /// The rest of it.
    pub plain: &'a str,
    /// What "Why" unfolds; empty where there is nothing more to say.
    pub why: &'a str,
    /// The letters of the stressed beginning.
    pub strong: Letters,
    /// The letters of the rest.
    pub body: Letters,
    /// True where the rest stands on a line of its own, in second ink.
    pub stacked: bool,
    /// Words of a second link behind "Why", such as "and 2 more".
    pub more: Option<&'a str>,
    /// Tells it from its neighbours.
    pub key: usize,
}

/// What came of showing a [`Reason`].
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// Its lower edge.
    pub bottom: f32,
    /// True where its second link was clicked.
    pub more: bool,
}

impl<'a> Reason<'a> {
    /// A decision.
    pub fn of(line: &'a DecisionLine, key: usize) -> Self {
        let icon = Some(icon(line.way));
        Self { icon, ..Self::plainly(&line.stressed, &line.plain, &line.why, key) }
    }

    /// An offer: nothing stands before it.
    pub fn offer(line: &'a OfferLine, key: usize) -> Self {
        Self::plainly(&line.stressed, &line.plain, &line.why, key)
    }

    /// A decision of the past: when and why is a line of its own.
    pub fn row(row: &'a DecisionRow, key: usize) -> Self {
        let icon = Some(icon(row.way));
        let body = Face::Under.letters();
        Self { icon, stacked: true, body, ..Self::plainly(&row.stressed, &row.plain, &row.why, key).narrow() }
    }

    /// Words without an icon.
    pub fn plainly(stressed: &'a str, plain: &'a str, why: &'a str, key: usize) -> Self {
        let (strong, body) = (Face::Strong.letters(), Face::Body.letters());
        Self { icon: None, stressed, plain, why, strong, body, stacked: false, more: None, key }
    }

    /// In the letters of a narrow card.
    #[must_use]
    pub fn narrow(self) -> Self {
        let body = Face::Narrow.letters();
        Self { strong: Letters { size: body.size, line: body.line, ..self.strong }, body, ..self }
    }

    /// How high it is as it stands.
    pub fn height(&self, ui: &Ui, width: f32) -> f32 {
        let words = self.lay_out(ui, width).size().y;
        words + if self.is_open(ui) { UNFOLDED + self.reasons(ui, width).size().y } else { 0.0 }
    }

    /// Shows it where the cursor is.
    pub fn show(&self, ui: &mut Ui) -> Shown {
        let width = ui.available_width();
        let (_, rect) = ui.allocate_space(vec2(width, self.height(ui, width)));
        self.show_at(ui, rect.min, width)
    }

    /// Shows it with its top left corner given.
    pub fn show_at(&self, ui: &mut Ui, min: Pos2, width: f32) -> Shown {
        let tokens = Tokens::of(ui.ctx());
        let left = min.x + self.indent();
        if let Some(icon) = self.icon {
            let centre = pos2(min.x + ICON / 2.0, min.y + self.first_line() / 2.0);
            icon.paint(ui.painter(), centre, ICON, tokens.ink_second);
        }
        let galley = self.lay_out(ui, width);
        let at = pos2(left, min.y);
        let mut bottom = min.y + galley.size().y;
        ui.painter().galley(at, galley.clone(), tokens.ink);
        name(ui, Rect::from_min_size(at, galley.size()), &self.sentence());
        let mut open = self.is_open(ui);
        let [why, more] = self.links(ui, at, &galley);
        if let Some((rect, _)) = why {
            let spoken = fl!(LOADER, "why-of", sentence = self.sentence());
            let info = || WidgetInfo::selected(Role::Button, true, open, &spoken);
            let link = link(ui, self.id(ui).with("link"), rect, info);
            underline(ui, rect, self.strong, &link);
            if link.clicked() {
                open = !open;
                let id = self.id(ui);
                ui.data_mut(|data| data.insert_temp(id, open));
                ui.ctx().request_repaint();
            }
        }
        let mut asked_for_more = false;
        if let Some((rect, words)) = more {
            let info = || WidgetInfo::labeled(Role::Button, true, &words);
            let link = link(ui, self.id(ui).with("more"), rect, info);
            underline(ui, rect, self.strong, &link);
            asked_for_more = link.clicked();
        }
        if open && !self.why.is_empty() {
            let reasons = self.reasons(ui, width);
            let at = pos2(left, bottom + UNFOLDED);
            bottom = at.y + reasons.size().y;
            let rect = Rect::from_min_size(at, reasons.size());
            ui.painter().galley(at, reasons, tokens.ink_second);
            name(ui, rect, self.why);
        }
        Shown { bottom, more: asked_for_more }
    }

    fn id(&self, ui: &Ui) -> Id {
        ui.scope_id().with(("why", self.key, self.stressed))
    }

    fn is_open(&self, ui: &Ui) -> bool {
        !self.why.is_empty() && ui.data(|data| data.get_temp(self.id(ui))).unwrap_or_default()
    }

    fn indent(&self) -> f32 {
        if self.icon.is_some() { INDENT } else { 0.0 }
    }

    fn first_line(&self) -> f32 {
        if self.stressed.is_empty() { self.body.line } else { self.strong.line }
    }

    fn sentence(&self) -> String {
        [self.stressed, self.plain].iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join(" ")
    }

    /// The words of the two links, as they follow the sentence.
    fn link_words(&self) -> [Option<String>; 2] {
        let why = (!self.why.is_empty()).then(|| fl!(LOADER, "why"));
        [why, self.more.map(str::to_owned)]
    }

    fn lay_out(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let ink = Tokens::of(ui.ctx()).ink;
        let mut job = LayoutJob::default();
        job.append(self.stressed, 0.0, self.strong.format(ink));
        let gap = match (self.stressed.is_empty() || self.plain.is_empty(), self.stacked) {
            (true, _) => "",
            (false, true) => "\n",
            (false, false) => " ",
        };
        let second = if self.stacked { Tokens::of(ui.ctx()).ink_second } else { ink };
        job.append(gap, 0.0, self.body.format(second));
        job.append(self.plain, 0.0, self.body.format(second));
        for words in self.link_words().iter().flatten() {
            job.append("  ", 0.0, self.body.format(ink));
            // A link is not broken: its words hold together.
            job.append(&words.replace(' ', "\u{a0}"), 0.0, self.body.format(ink));
        }
        job.wrap.max_width = width - self.indent();
        ui.painter().layout_job(job)
    }

    fn reasons(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let color = Tokens::of(ui.ctx()).ink_second;
        Face::Under.lay_out(ui.painter(), self.why, color, width - self.indent())
    }

    /// Where the links lie in the sentence.
    fn links(&self, ui: &Ui, at: Pos2, galley: &Galley) -> [Option<(Rect, String)>; 2] {
        let ink = Tokens::of(ui.ctx()).ink;
        let mut from = self.sentence().chars().count();
        self.link_words().map(|words| {
            let words = words?;
            let cursor = CCursor { index: (from + 2).into(), prefer_next_row: true };
            from += 2 + words.chars().count();
            let place = galley.pos_from_cursor(cursor);
            let width = self.body.lay_out(ui.painter(), &words, ink, f32::INFINITY).size().x;
            Some((Rect::from_min_size(at + place.min.to_vec2(), vec2(width, place.height())), words))
        })
    }
}

/// The icon of a way.
pub const fn icon(way: Way) -> Icon {
    match way {
        Way::Same => Icon::Right,
        Way::Up => Icon::Up,
        Way::Down => Icon::Down,
        Way::Rest => Icon::Rest,
        Way::Note => Icon::Info,
    }
}

/// Something to click inside a sentence. Its target is larger than its words; what a screen reader is told are the words.
fn link(ui: &Ui, id: Id, rect: Rect, info: impl Fn() -> WidgetInfo) -> Response {
    let more = (vec2(TARGET, TARGET) - rect.size()).max(vec2(8.0, 0.0)) / 2.0;
    let link = ui.interact(rect.expand2(more), id, Sense::click());
    link.widget_info(info);
    let [x0, y0, x1, y1] = [rect.left(), rect.top(), rect.right(), rect.bottom()].map(f64::from);
    ui.ctx().accesskit_node_builder(id, |node| node.set_bounds(eframe::egui::accesskit::Rect { x0, y0, x1, y1 }));
    link
}

fn underline(ui: &Ui, rect: Rect, letters: Letters, link: &Response) {
    let tokens = Tokens::of(ui.ctx());
    let y = rect.center().y + letters.size * 0.6;
    let color = if link.hovered() { tokens.ink } else { tokens.line_strong };
    ui.painter().hline(rect.x_range(), y, Stroke::new(1.4, color));
    if link.has_focus() {
        let stroke = Stroke::new(3.0, tokens.focus);
        ui.painter().rect_stroke(rect.expand2(vec2(4.0, 1.0)), 6.0, stroke, StrokeKind::Outside);
    }
}

/// A link that stands by itself, quieter than an underlined button: its right edge and middle are given.
pub fn quiet_link(ui: &mut Ui, key: &str, right: Pos2, words: &str) -> bool {
    let ink = Tokens::of(ui.ctx()).ink;
    let letters = Face::Narrow.letters();
    let galley = letters.lay_out(ui.painter(), words, ink, f32::INFINITY);
    let rect = Align2::RIGHT_CENTER.anchor_size(right, galley.size());
    let id = ui.scope_id().with(key);
    let link = link(ui, id, rect, || WidgetInfo::labeled(Role::Button, true, words));
    ui.painter().galley(rect.min, galley, ink);
    underline(ui, rect, letters, &link);
    link.clicked()
}

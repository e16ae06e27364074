//! One session of the journal: a line, and its answers when it is opened.

use eframe::egui::{Align2, Id, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use crate::practice::measure::Pain;
use crate::ui::action::JournalRow;
use crate::ui::icons::Icon;
use crate::ui::parts::paint_panel;
use crate::ui::theme::{Face, Tokens, name};
use crate::words::{LOADER, session};

/// The line of a session, where there is room, and where there is not.
const LINE: f32 = 72.0;
const TALL_LINE: f32 = 100.0;
/// A card narrower than this has the numbers under the title.
const NARROW: f32 = 760.0;
const PADDING: f32 = 28.0;
/// Where the title begins.
const TITLE: f32 = 112.0;
/// One answer.
const ANSWER: f32 = 30.0;
/// Columns from the right edge of the card.
const MINUTES: f32 = 412.0;
const PAIN: f32 = 300.0;

/// What a row is known by: nothing else of the journal begins at that time.
pub fn id(row: &JournalRow) -> Id {
    Id::unique(("journal row", row.day, &row.time, &row.title))
}

/// Returns how high a row is, without drawing it.
pub fn height(ui: &Ui, row: &JournalRow, width: f32, open: bool) -> f32 {
    let closed = if width < NARROW { TALL_LINE } else { LINE };
    if !open {
        return closed;
    }
    let answers = row.answers.iter().map(|(asked, _)| answer_height(ui, asked, width)).sum::<f32>();
    closed + answers.max(ANSWER) + note_height(ui, row, width) + 20.0
}

/// Shows a row and returns whether it is to be opened or closed.
pub fn show(ui: &mut Ui, row: &JournalRow, rect: Rect, open: bool) -> bool {
    let tokens = Tokens::of(ui.ctx());
    let narrow = rect.width() < NARROW;
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), if narrow { TALL_LINE } else { LINE }));
    let response = ui.interact(line, id(row), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, spoken(row)));
    let inner = line.shrink(6.0);
    if response.hovered() {
        ui.painter().rect_filled(inner, 14.0, tokens.sunk);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(inner, 14.0, Stroke::new(3.0, tokens.focus), eframe::egui::StrokeKind::Inside);
    }
    let painter = ui.painter().clone();
    let padding = if narrow { 18.0 } else { PADDING };
    let (left, right, first) = (line.left() + padding, line.right() - padding, line.top() + 36.0);
    let title = left + if narrow { 64.0 } else { TITLE - PADDING };
    Face::Body.paint(&painter, pos2(left, first), Align2::LEFT_CENTER, &row.time, tokens.ink_second);
    let room = if narrow { right - 30.0 - title } else { line.right() - MINUTES - title - 16.0 };
    one_line(&painter, Face::Strong, pos2(title, first - 11.0), &row.title, tokens.ink, room);
    let length = session::minutes(row.active);
    let (ending, pain) = if narrow {
        (format!("{} · {length}", row.ending), pos2(title, line.top() + 76.0))
    } else {
        let at = pos2(line.right() - MINUTES, first);
        Face::Narrow.paint(&painter, at, Align2::LEFT_CENTER, &length, tokens.ink_second);
        (row.ending.clone(), pos2(line.right() - PAIN, first))
    };
    one_line(&painter, Face::Under, pos2(title, first + 11.0), &ending, tokens.ink_third, room);
    before_and_after(&painter, tokens, pain, row.pain);
    chevron(&painter, pos2(right - 8.0, first), open, tokens);
    if open {
        opened(ui, row, Rect::from_min_max(pos2(rect.left(), line.bottom()), rect.max), pos2(title, right));
    }
    response.clicked()
}

/// "Pain before 5 → after 3", a hollow dot standing where nothing was answered.
fn before_and_after(painter: &Painter, tokens: &Tokens, at: Pos2, (before, after): (Option<Pain>, Option<Pain>)) {
    let mut left = at.x;
    let words = [fl!(LOADER, "journal-before"), fl!(LOADER, "journal-after")];
    for (i, (words, score)) in words.iter().zip([before, after]).enumerate() {
        if i > 0 {
            Icon::Right.paint(painter, pos2(left + 14.0, at.y), 16.0, tokens.ink_third);
            left += 32.0;
        }
        let told = Face::Narrow.paint(painter, pos2(left, at.y), Align2::LEFT_CENTER, words, tokens.ink_second);
        let centre = pos2(told.right() + 17.0, at.y);
        match score {
            Some(score) => {
                Face::Lead.paint(painter, centre, Align2::CENTER_CENTER, &score.to_string(), tokens.ink);
            }
            None => {
                painter.circle_stroke(centre, 5.0, Stroke::new(1.5, tokens.line_strong));
            }
        }
        left = centre.x + 13.0;
    }
}

fn chevron(painter: &Painter, centre: Pos2, open: bool, tokens: &Tokens) {
    let rise = if open { -3.5 } else { 3.5 };
    let points = [vec2(-6.0, -rise), vec2(0.0, rise), vec2(6.0, -rise)].map(|offset| centre + offset);
    painter.add(Shape::line(points.to_vec(), Stroke::new(2.0, tokens.ink_second)));
}

fn one_line(painter: &Painter, face: Face, at: Pos2, words: &str, color: eframe::egui::Color32, width: f32) {
    let mut job = eframe::egui::text::LayoutJob::single_section(words.to_owned(), face.format(color));
    job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(width);
    let galley = painter.layout_job(job);
    painter.galley(at - vec2(0.0, galley.size().y / 2.0), galley, color);
}

/// The answers and the note. `span` holds the left and right edges of the text.
fn opened(ui: &mut Ui, row: &JournalRow, rect: Rect, span: Pos2) {
    let tokens = Tokens::of(ui.ctx());
    let (left, right) = (span.x, span.y);
    let mut top = rect.top();
    if row.answers.is_empty() {
        let at = pos2(left, top + ANSWER / 2.0);
        Face::Narrow.say(ui, at, Align2::LEFT_CENTER, &fl!(LOADER, "journal-no-questions"), tokens.ink_third);
        top += ANSWER;
    }
    for (asked, answer) in &row.answers {
        let height = answer_height(ui, asked, rect.width());
        let room = answer_room(rect.width());
        let painter = ui.painter().clone();
        let galley = Face::Narrow.lay_out(&painter, asked, tokens.ink_second, room);
        painter.galley(pos2(left, top + 4.0), galley, tokens.ink_second);
        let given = Face::Narrow.paint(&painter, pos2(right, top + 15.0), Align2::RIGHT_CENTER, answer, tokens.ink);
        let whole = Rect::from_min_max(pos2(left, top), pos2(right, top + height));
        if *answer == fl!(LOADER, "journal-not-answered") {
            painter.circle_stroke(pos2(given.left() - 13.0, top + 15.0), 4.5, Stroke::new(1.5, tokens.line_strong));
        }
        name(ui, whole, &fl!(LOADER, "journal-answer", asked = asked.as_str(), answer = answer.as_str()));
        top += height;
    }
    if let Some(note) = &row.note {
        let height = note_height(ui, row, rect.width());
        let panel = Rect::from_min_max(pos2(left - 14.0, top + 8.0), pos2(right, top + height));
        paint_panel(ui.painter(), panel, tokens.sunk);
        Icon::Note.paint(ui.painter(), panel.min + vec2(24.0, 24.0), 18.0, tokens.ink_second);
        let at = panel.min + vec2(44.0, 12.0);
        Face::Body.say_within(ui, at, Align2::LEFT_TOP, note, tokens.ink, panel.width() - 60.0);
    }
}

fn text_width(width: f32) -> f32 {
    if width < NARROW { width - 36.0 - 64.0 } else { width - TITLE - PADDING }
}

fn answer_room(width: f32) -> f32 {
    (text_width(width) - 130.0).max(80.0)
}

fn answer_height(ui: &Ui, asked: &str, width: f32) -> f32 {
    let ink = Tokens::of(ui.ctx()).ink;
    (Face::Narrow.lay_out(ui.painter(), asked, ink, answer_room(width)).size().y + 8.0).max(ANSWER)
}

fn note_height(ui: &Ui, row: &JournalRow, width: f32) -> f32 {
    let ink = Tokens::of(ui.ctx()).ink;
    let room = text_width(width) + 14.0 - 60.0;
    row.note.as_ref().map_or(0.0, |note| Face::Body.lay_out(ui.painter(), note, ink, room).size().y + 24.0 + 8.0)
}

/// The whole line, for a screen reader.
fn spoken(row: &JournalRow) -> String {
    let score =
        |pain: Option<Pain>| pain.map_or_else(|| fl!(LOADER, "journal-not-answered"), |pain| pain.score().to_string());
    fl!(
        LOADER,
        "journal-row",
        time = row.time.as_str(),
        title = row.title.as_str(),
        ending = row.ending.as_str(),
        length = session::minutes(row.active),
        before = score(row.pain.0),
        after = score(row.pain.1)
    )
}

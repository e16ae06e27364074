//! The points of the session: who held what, how tender it was, and where an answer can be corrected.

use eframe::egui::{
    Align2, Id, Key, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::page::one_line;
use super::{SummaryDraft, way_at_right};
use crate::practice::measure::{Discomfort, Side};
use crate::practice::tally::{Mark, PointTally};
use crate::ui::action::{Action, SummaryView};
use crate::ui::figure;
use crate::ui::icons::Icon;
use crate::ui::parts::{Hold, NumberRow, Pill, hairline, hold_mark, paint_card, paint_panel};
use crate::ui::shell::fitting;
use crate::ui::spoken::name;
use crate::ui::theme::{Face, Tokens, Weight, font, tokens};
use crate::words::{LOADER, place, session};

/// The height of the words above the rows.
const HEAD: f32 = 55.0;
const FOOT: f32 = 9.0;
/// A panel to correct an answer in.
const PANEL: f32 = 140.0;
/// A side's pill: all alike.
const PILL: f32 = 80.0;
/// A tenderness that can be clicked.
const SLOT: f32 = 44.0;

/// Where the columns of a row begin, from the left edge of its words.
struct Columns {
    padding: f32,
    row: f32,
    holds: Pos2,
    tenderness: Pos2,
    name_width: f32,
}

impl Columns {
    fn of(width: f32) -> Self {
        let padding = if width < 560.0 { 20.0 } else { 28.0 };
        let inner = width - 2.0 * padding;
        if inner < 560.0 {
            let holds = pos2(0.0, 84.0);
            Self { padding, row: 112.0, holds, tenderness: pos2(inner * 0.4, 84.0), name_width: inner - PILL - 14.0 }
        } else {
            let holds = pos2(inner * 0.5, 34.0);
            let tenderness = pos2((inner * 0.71).round(), 34.0);
            Self { padding, row: 68.0, holds, tenderness, name_width: inner * 0.5 - PILL - 20.0 }
        }
    }
}

/// Returns how high the card has to be.
pub fn height(view: &SummaryView<'_>, draft: &SummaryDraft, width: f32) -> f32 {
    let panel = if draft.correcting.is_some() { PANEL } else { 0.0 };
    HEAD + Columns::of(width).row * view.tally.points.len() as f32 + FOOT + panel
}

/// Returns the answer to begin with when one is to be corrected: the first that is missing, or the first of all.
pub fn first_slot(view: &SummaryView<'_>) -> Option<(usize, u8)> {
    let all = || {
        let rows = view.tally.points.iter().enumerate();
        rows.flat_map(|(row, point)| slots(point).into_iter().map(move |(round, level)| (row, round, level)))
    };
    all().find(|slot| slot.2.is_none()).or_else(|| all().next()).map(|(row, round, _)| (row, round))
}

/// Shows the card.
pub fn show(ui: &mut Ui, view: &SummaryView<'_>, draft: &mut SummaryDraft, rect: Rect) -> Option<Action> {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("points"), |ui| card(ui, view, draft, rect)).inner
}

fn card(ui: &mut Ui, view: &SummaryView<'_>, draft: &mut SummaryDraft, rect: Rect) -> Option<Action> {
    let (tokens, columns) = (tokens(ui), Columns::of(rect.width()));
    paint_card(ui.painter(), rect);
    let inside = rect.shrink2(vec2(columns.padding, 0.0));
    head(ui, tokens, &columns, inside);
    let mut asked = None;
    let mut top = rect.top() + HEAD;
    for (row, point) in view.tally.points.iter().enumerate() {
        hairline(ui.painter(), inside.x_range(), top);
        let origin = pos2(inside.left(), top);
        place_and_holds(ui, view, tokens, &columns, origin, point);
        tenderness(ui, view, tokens, origin + columns.tenderness.to_vec2(), draft, row);
        top += columns.row;
        if let Some((at, round)) = draft.correcting
            && at == row
        {
            let panel = Rect::from_min_size(pos2(inside.left(), top), vec2(inside.width(), PANEL - 12.0));
            asked = asked.or_else(|| correct(ui, draft, panel, point, round));
            top += PANEL;
        }
    }
    asked
}

fn head(ui: &mut Ui, tokens: &Tokens, columns: &Columns, inside: Rect) {
    let words = [fl!(LOADER, "summary-point"), fl!(LOADER, "summary-tenderness"), fl!(LOADER, "summary-holds")];
    let lefts = [0.0, columns.tenderness.x, columns.holds.x];
    // Under each other, points and holds have one word between them.
    let count = if columns.holds.x > 0.0 { 3 } else { 2 };
    for (left, words) in lefts.into_iter().zip(&words).take(count) {
        let at = inside.left_top() + vec2(left, 28.0);
        Face::Strong.say(ui, at, Align2::LEFT_CENTER, words, tokens.ink);
    }
}

/// Returns the name of a point and its side: "Levator scapulae, right".
pub fn spot(view: &SummaryView<'_>, point: &PointTally) -> String {
    let (place, _) = (view.names)(&point.site);
    match point.side {
        Some(side) => fl!(LOADER, "summary-spot", place = place, side = place::side(side).to_lowercase()),
        None => place,
    }
}

/// Where it was, and how its holds went.
fn place_and_holds(
    ui: &mut Ui,
    view: &SummaryView<'_>,
    tokens: &Tokens,
    columns: &Columns,
    origin: Pos2,
    point: &PointTally,
) {
    let (title, common) = (view.names)(&point.site);
    let pill_rect = Rect::from_min_size(origin + vec2(0.0, 20.0), vec2(PILL, 28.0));
    if let Some(side) = point.side {
        let words = place::side(side);
        let pill = match side {
            Side::Left => Pill::side(figure::Side::Left, &words),
            Side::Right => Pill::side(figure::Side::Right, &words),
            Side::Middle => Pill::new(&words),
        };
        ui.put(pill_rect, pill.at_least(PILL));
    }
    let left = if point.side.is_some() { PILL + 14.0 } else { 0.0 };
    let under = under(point).unwrap_or(common);
    let middle = if under.is_empty() { 34.0 } else { 24.0 };
    one_line(ui, origin + vec2(left, middle), Face::Strong, &title, tokens.ink, columns.name_width);
    one_line(ui, origin + vec2(left, 45.0), Face::Under, &under, tokens.ink_third, columns.name_width);
    marks(ui, origin + columns.holds.to_vec2(), point);
}

/// What is worth saying under the name; its plain name if nothing is.
fn under(point: &PointTally) -> Option<String> {
    let rounds = || point.holds.iter().zip(1_i64..);
    if let Some((eased, round)) = rounds().find_map(|(hold, round)| Some((hold.eased?, round))) {
        return Some(fl!(LOADER, "summary-eased-at", length = session::seconds(eased), round = round));
    }
    let (let_go, round) = rounds().find_map(|(hold, round)| Some((hold.let_go?, round)))?;
    Some(fl!(LOADER, "summary-let-go", length = session::seconds(let_go), round = round))
}

fn marks(ui: &mut Ui, at: Pos2, point: &PointTally) {
    let count = point.holds.len();
    let pitch = if count > 3 { 29.0 } else { 36.0 };
    let first = at + vec2(15.0, if count > 4 { -15.0 } else { 0.0 });
    let mut rect = Rect::from_center_size(first, vec2(26.0, 26.0));
    for (i, hold) in point.holds.iter().enumerate() {
        let mark = match hold.mark() {
            Mark::Whole => Hold::Done,
            Mark::Part => Hold::Part,
            Mark::Missed => Hold::Skipped,
        };
        let centre = first + vec2(pitch * (i % 4) as f32, 30.0 * (i / 4) as f32);
        hold_mark(ui.painter(), centre, mark);
        rect = rect.union(Rect::from_center_size(centre, vec2(26.0, 26.0)));
    }
    let of = |mark: Mark| point.holds.iter().filter(|hold| hold.mark() == mark).count() as i64;
    if count > 0 {
        let (whole, part, missed) = (of(Mark::Whole), of(Mark::Part), of(Mark::Missed));
        name(ui, rect, &fl!(LOADER, "summary-hold-marks", whole = whole, part = part, missed = missed));
    }
}

/// The answers that stand for how tender a point was: after its first hold, and after its last.
fn slots(point: &PointTally) -> Vec<(u8, Option<Discomfort>)> {
    let held = point.holds.iter().zip(1_u8..).filter(|(hold, _)| !hold.held.is_zero()).map(|(_, round)| round);
    let rounds: Vec<u8> = held.chain(point.answers.iter().map(|answer| answer.0)).collect();
    let (Some(&first), Some(&last)) = (rounds.iter().min(), rounds.iter().max()) else { return Vec::new() };
    let level = |round: u8| point.answers.iter().find(|answer| answer.0 == round).and_then(|answer| answer.1);
    let mut slots = vec![(first, level(first))];
    if last > first {
        slots.push((last, level(last)));
    }
    slots
}

fn tenderness(
    ui: &mut Ui,
    view: &SummaryView<'_>,
    tokens: &Tokens,
    middle: Pos2,
    draft: &mut SummaryDraft,
    row: usize,
) {
    let Some(point) = view.tally.points.get(row) else { return };
    let slots = slots(point);
    for (i, &(round, level)) in slots.iter().enumerate() {
        let centre = middle + vec2(6.0 + 52.0 * i as f32, 0.0);
        if i > 0 {
            Icon::Right.paint(ui.painter(), centre - vec2(27.0, 0.0), 16.0, tokens.ink_third);
        }
        let chosen = draft.correcting == Some((row, round));
        let response = slot(ui, tokens, centre, slot_id(row, round), level, chosen);
        let place = spot(view, point);
        let answer = level.map_or_else(|| fl!(LOADER, "summary-unanswered"), |level| level.to_string());
        let words = fl!(LOADER, "summary-slot", place = place, round = i64::from(round), answer = answer);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &words));
        if response.clicked() {
            draft.correcting = if chosen { None } else { Some((row, round)) };
        }
    }
    let words = match slots.as_slice() {
        [] | [(_, Some(_))] => return,
        [(_, Some(first)), (_, Some(last))] if last < first => fl!(LOADER, "summary-less"),
        [(_, Some(first)), (_, Some(last))] if last == first => fl!(LOADER, "summary-same"),
        [(_, Some(_)), (_, Some(_))] => fl!(LOADER, "summary-more"),
        _ => fl!(LOADER, "summary-unanswered"),
    };
    let left = if slots.len() > 1 { 84.0 } else { 32.0 };
    Face::Under.say(ui, middle + vec2(left, 0.0), Align2::LEFT_CENTER, &words, tokens.ink_second);
}

fn slot_id(row: usize, round: u8) -> Id {
    Id::unique(("tenderness", row, round))
}

fn slot(ui: &Ui, tokens: &Tokens, centre: Pos2, id: Id, level: Option<Discomfort>, chosen: bool) -> Response {
    let rect = Rect::from_center_size(centre, vec2(SLOT, SLOT));
    let response = ui.interact(rect, id, Sense::click());
    let shown = rect.shrink2(vec2(6.0, 5.0));
    let painter = ui.painter();
    if response.hovered() || chosen {
        painter.rect_filled(shown, 10.0, tokens.sunk);
    }
    if chosen {
        painter.rect_stroke(shown, 10.0, Stroke::new(1.5, tokens.line_strong), StrokeKind::Inside);
    }
    match level {
        Some(level) => {
            painter.text(centre, Align2::CENTER_CENTER, level, font(Weight::SemiBold, 20.0), tokens.ink);
        }
        None => {
            painter.circle_stroke(centre, 6.0, Stroke::new(2.0, tokens.line_strong));
        }
    }
    if response.has_focus() {
        painter.rect_stroke(shown, 10.0, Stroke::new(3.0, tokens.focus), StrokeKind::Outside);
    }
    response
}

/// The numbers under the row whose answer is corrected.
fn correct(ui: &mut Ui, draft: &mut SummaryDraft, rect: Rect, point: &PointTally, round: u8) -> Option<Action> {
    let tokens = tokens(ui);
    paint_panel(ui.painter(), rect, tokens.sunk);
    let inside = rect.shrink2(vec2(16.0, 14.0));
    let words = fl!(LOADER, "summary-correct-ask", round = i64::from(round));
    let face = if inside.width() < 480.0 { Face::Caption } else { Face::Strong };
    face.say_within(ui, inside.left_top(), Align2::LEFT_TOP, &words, tokens.ink, inside.width() - 90.0);
    let close = fl!(LOADER, "summary-correct-close");
    let closed = way_at_right(ui, inside.right_top() + vec2(0.0, 12.0), &close)
        || ui.input(|input| input.key_pressed(Key::Escape));
    let number = |number: u8| fl!(LOADER, "summary-number", number = i64::from(number));
    let (touch, much) = (fl!(LOADER, "summary-touch"), fl!(LOADER, "summary-too-much"));
    let notes = [(0, touch.as_str()), (10, much.as_str())];
    let given = slots(point).into_iter().find(|slot| slot.0 == round).and_then(|slot| slot.1);
    let row = fitting(NumberRow::new(&number), inside.width()).chosen(given.map(Discomfort::level)).notes(&notes);
    let answer = row.show_at(ui, inside.left_top() + vec2(0.0, 38.0)).and_then(Discomfort::new);
    if closed || answer.is_some() {
        draft.correcting = None;
    }
    Some(Action::Tenderness { point: point.point, side: point.side, round, level: answer? })
}

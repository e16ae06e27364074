//! The routines, each a card with its points as rows that open, and that can be moved by hand or by key.

use eframe::egui::{
    Align2, CursorIcon, DragAndDrop, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};
use i18n_embed_fl::fl;

use super::cards::section;
use super::field::{Field, Pen, faults, one};
use super::reading::Reading;
use super::{Writing, point};
use crate::practice::measure::{Side, Sides};
use crate::practice::program::Press;
use crate::practice::program::draft::{PlaceDraft, PointDraft, RoutineDraft, SidesDraft};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, hairline};
use crate::ui::shell::{outline, pressed, side_pill, times};
use crate::ui::theme::{Face, Tokens};
use crate::words::session::capital;
use crate::words::{LOADER, place};

const ROW: f32 = 66.0;
const GRIP: f32 = 34.0;
const NAME: f32 = GRIP + 92.0;
/// From this width of the card's inside on, the dose stands beside the name.
const WIDE: f32 = 520.0;

/// A point that is dragged: its routine, and its place there.
struct Dragged(usize, usize);

/// What was asked for at a row.
#[derive(Clone, Copy)]
enum Wish {
    Open(Option<(usize, usize)>),
    Move { routine: usize, from: usize, to: usize },
    Remove { routine: usize, point: usize },
}

/// Shows every routine, and the button for another.
pub fn cards(ui: &mut Ui, pen: &mut Pen<'_>, writing: &mut Writing, reading: &Reading) {
    let count = writing.draft.routines.len();
    for routine in 0..count {
        card(ui, pen, writing, reading, routine);
        ui.add_space(16.0);
    }
    faults(ui, pen, vec!["$.routines".to_owned()]);
    if ui.add(Button::secondary(&fl!(LOADER, "editing-add-routine"))).clicked() {
        writing.change(ui, |writing| writing.draft.routines.push(RoutineDraft::default()));
        writing.seek = Some(format!("$.routines[{count}].name"));
    }
}

fn card(ui: &mut Ui, pen: &mut Pen<'_>, writing: &mut Writing, reading: &Reading, routine: usize) {
    let title = fl!(LOADER, "editing-routine", number = (routine as i64 + 1));
    let at = format!("$.routines[{routine}]");
    section(ui, &title, None, |ui| {
        let several = writing.draft.routines.len() > 1;
        let Some(draft) = writing.draft.routines.get_mut(routine) else { return };
        let label = fl!(LOADER, "editing-routine-name");
        let field = Field::new(&label, format!("{at}.name"))
            .named(fl!(LOADER, "editing-routine-part", routine = title.as_str(), part = label.as_str()))
            .hint(fl!(LOADER, "editing-routine-hint"));
        one(ui, pen, field, &mut draft.name);
        faults(ui, pen, vec![at.clone(), format!("{at}.points")]);
        let mut wish = None;
        let mut rows = Vec::new();
        for point in 0..draft.points.len() {
            let (rect, asked) = entry(ui, pen, writing, reading, (routine, point));
            rows.push(rect);
            wish = wish.or(asked);
        }
        wish = wish.or(dropped(ui, routine, &rows));
        ui.add_space(14.0);
        if let Some(wish) = wish {
            carry_out(ui, writing, wish);
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            let add = fl!(LOADER, "editing-add-point");
            let named = fl!(LOADER, "editing-routine-part", routine = title.as_str(), part = add.as_str());
            let named = if several { &named } else { &add };
            if ui.add(Button::secondary(&add).named(named)).clicked() {
                add_point(ui, writing, routine);
            }
            let remove = fl!(LOADER, "editing-remove-routine");
            let named = fl!(LOADER, "editing-routine-part", routine = title.as_str(), part = remove.as_str());
            if several && ui.add(Button::tertiary(&remove).named(&named)).clicked() {
                writing.change(ui, |writing| {
                    writing.draft.remove_routine(routine);
                    writing.open = None;
                    writing.routine = 0;
                });
            }
        });
        ui.add_space(12.0);
    });
}

fn add_point(ui: &Ui, writing: &mut Writing, routine: usize) {
    writing.change(ui, |writing| {
        let Some(draft) = writing.draft.routines.get_mut(routine) else { return };
        draft.points.push(PointDraft::blank());
        let open = Some((routine, draft.points.len() - 1));
        writing.turn_to(open);
    });
    if let Some((routine, point)) = writing.open {
        writing.seek = Some(format!("$.routines[{routine}].points[{point}].site"));
    }
}

fn carry_out(ui: &Ui, writing: &mut Writing, wish: Wish) {
    match wish {
        Wish::Open(open) => writing.turn_to(open),
        Wish::Move { routine, from, to } => writing.change(ui, |writing| {
            let Some(draft) = writing.draft.routines.get_mut(routine) else { return };
            draft.move_point(from, to);
            if let Some((open, at)) = &mut writing.open
                && *open == routine
            {
                *at = moved(*at, from, to);
            }
            ui.memory_mut(|memory| memory.request_focus(row_id(routine, to)));
        }),
        Wish::Remove { routine, point } => writing.change(ui, |writing| {
            if let Some(draft) = writing.draft.routines.get_mut(routine) {
                draft.remove_point(point);
            }
            writing.turn_to(None);
        }),
    }
}

/// Where a point stands after another, or itself, was moved.
fn moved(at: usize, from: usize, to: usize) -> usize {
    if at == from {
        to
    } else if from < at && at <= to {
        at - 1
    } else if to <= at && at < from {
        at + 1
    } else {
        at
    }
}

fn row_id(routine: usize, point: usize) -> Id {
    Id::unique(("row of a point", routine, point))
}

/// A point as a row, with its form under it where it is open. Returns where the whole of it lies.
fn entry(
    ui: &mut Ui,
    pen: &mut Pen<'_>,
    writing: &mut Writing,
    reading: &Reading,
    at: (usize, usize),
) -> (Rect, Option<Wish>) {
    let (routine, index) = at;
    let path = format!("$.routines[{routine}].points[{index}]");
    let is_open = writing.open == Some(at);
    let count = writing.draft.routines.get(routine).map_or(0, |routine| routine.points.len());
    let top = ui.cursor().min;
    hairline(ui.painter(), ui.max_rect().x_range(), top.y);
    let Some(draft) = writing.draft.routines.get(routine).and_then(|routine| routine.points.get(index)) else {
        return (Rect::from_min_size(top, vec2(0.0, 0.0)), None);
    };
    let under = pen.under(&path);
    let (response, mut wish) = row(ui, draft, reading.point(routine, index), under, (at, is_open));
    if response.clicked() {
        wish = Some(Wish::Open((!is_open).then_some(at)));
    }
    wish = wish.or(keyed(ui, &response, at, count));
    if is_open {
        let buttons = point::form(ui, pen, writing, at);
        wish = wish.or(match buttons {
            Some(point::Asked::Up) => Some(Wish::Move { routine, from: index, to: index.saturating_sub(1) }),
            Some(point::Asked::Down) => Some(Wish::Move { routine, from: index, to: index + 1 }),
            Some(point::Asked::Remove) => Some(Wish::Remove { routine, point: index }),
            None => None,
        });
    } else {
        pen.folded.push(path);
    }
    (Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.cursor().top())), wish)
}

/// Alt with an arrow moves the row that the keyboard is on.
fn keyed(ui: &Ui, response: &Response, (routine, index): (usize, usize), count: usize) -> Option<Wish> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
    if pressed(Key::ArrowUp) && index > 0 {
        return Some(Wish::Move { routine, from: index, to: index - 1 });
    }
    if pressed(Key::ArrowDown) && index + 1 < count {
        return Some(Wish::Move { routine, from: index, to: index + 1 });
    }
    None
}

type Read<'a> = Option<&'a crate::practice::program::Point>;

fn row(
    ui: &mut Ui,
    draft: &PointDraft,
    read: Read<'_>,
    faults: usize,
    ((routine, index), is_open): ((usize, usize), bool),
) -> (Response, Option<Wish>) {
    let tokens = Tokens::of(ui.ctx());
    let width = ui.available_width();
    let wide = width >= WIDE;
    let (title, under) = named(draft);
    let dose = read.map(dose).unwrap_or_default();
    let wrong = if faults > 0 { fl!(LOADER, "editing-to-mend", faults = (faults as i64)) } else { String::new() };
    let beside = if wide { 190.0 } else { 0.0 };
    let room = width - NAME - beside - 40.0;
    let first = Face::Strong.lay_out(ui.painter(), &title, tokens.ink, room);
    let second = Face::Under.lay_out(ui.painter(), &under, tokens.ink_third, room);
    let text = first.size().y + if under.is_empty() { 0.0 } else { second.size().y };
    let lower = if wide { 0.0 } else { 26.0 };
    let (_, rect) = ui.allocate_space(vec2(width, ROW.max(text + 18.0) + lower));
    let handle = Rect::from_min_size(rect.min, vec2(GRIP, rect.height() - lower));
    let grip = grip(ui, handle, (routine, index), &title);
    let target = rect.with_min_x(rect.left() + GRIP);
    let response = ui.interact(target, row_id(routine, index), Sense::click());
    let spoken = [title.as_str(), &sided(draft), &dose, &wrong];
    let spoken = spoken.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let spoken = fl!(LOADER, "editing-point-row", number = (index as i64 + 1), point = spoken);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    if response.hovered() && !is_open {
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 2.0)).expand2(vec2(8.0, 0.0)), 12.0, tokens.sunk);
    }
    paint_grip(ui, handle, &grip);
    let middle = rect.top() + (rect.height() - lower) / 2.0;
    if let Some(sides) = sides(draft) {
        side_pill(ui, pos2(rect.left() + GRIP, middle - 14.0), sides);
    }
    let at = pos2(rect.left() + NAME, middle - text / 2.0);
    let below = at + vec2(0.0, first.size().y);
    ui.painter().galley(at, first, tokens.ink);
    ui.painter().galley(below, second, tokens.ink_third);
    let (x, align) = if wide { (rect.right() - 36.0, Align2::RIGHT_CENTER) } else { (at.x, Align2::LEFT_CENTER) };
    let y = if wide { middle } else { rect.bottom() - 20.0 };
    tell(ui, pos2(x, y), align, if wrong.is_empty() { &dose } else { &wrong }, !wrong.is_empty());
    let chevron = pos2(rect.right() - 12.0, middle);
    chevron_mark(ui, chevron, is_open);
    outline(ui, &response, target.shrink(3.0), 9.0);
    (response, None)
}

/// The dose, or how much there is to mend.
fn tell(ui: &Ui, at: Pos2, align: Align2, words: &str, is_wrong: bool) {
    let tokens = Tokens::of(ui.ctx());
    if !is_wrong {
        Face::Narrow.paint(ui.painter(), at, align, words, tokens.ink_second);
        return;
    }
    let after = if align == Align2::LEFT_CENTER { 26.0 } else { 0.0 };
    let shown = Face::Narrow.paint(ui.painter(), at + vec2(after, 0.0), align, words, tokens.ink);
    Icon::Warn.paint_stroked(ui.painter(), shown.left_center() - vec2(16.0, 0.0), 20.0, tokens.press, 2.1);
}

fn chevron_mark(ui: &Ui, centre: Pos2, is_open: bool) {
    let tokens = Tokens::of(ui.ctx());
    let way = if is_open { -1.0 } else { 1.0 };
    let points = [vec2(-6.0, -3.0 * way), vec2(0.0, 3.0 * way), vec2(6.0, -3.0 * way)].map(|by| centre + by);
    ui.painter().line(points.to_vec(), Stroke::new(2.0, tokens.ink_second));
}

/// The handle by which a row is dragged.
fn grip(ui: &mut Ui, rect: Rect, (routine, index): (usize, usize), title: &str) -> Response {
    let id = row_id(routine, index).with("grip");
    let response = ui.interact(rect.shrink2(vec2(0.0, 4.0)), id, Sense::DRAG);
    let spoken = fl!(LOADER, "editing-drag", point = title);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    response.dnd_set_drag_payload(Dragged(routine, index));
    response.on_hover_cursor(CursorIcon::Grab)
}

fn paint_grip(ui: &Ui, rect: Rect, response: &Response) {
    let tokens = Tokens::of(ui.ctx());
    let color = if response.hovered() || response.dragged() { tokens.ink } else { tokens.line_strong };
    for x in [-4.0, 4.0] {
        for y in [-7.0, 0.0, 7.0] {
            ui.painter().circle_filled(rect.center() + vec2(x - 5.0, y), 2.0, color);
        }
    }
}

/// Shows where a dragged row would land, and answers once it is let go.
fn dropped(ui: &Ui, routine: usize, rows: &[Rect]) -> Option<Wish> {
    let dragged = DragAndDrop::payload::<Dragged>(ui.ctx()).filter(|dragged| dragged.0 == routine)?;
    let pointer = ui.input(|input| input.pointer.interact_pos())?;
    ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    let gap = rows.iter().filter(|row| row.center().y < pointer.y).count();
    let y = rows.get(gap).map(Rect::top).or(rows.last().map(Rect::bottom))?;
    let x = rows.first()?.x_range();
    ui.painter().hline(x, y, Stroke::new(3.0, Tokens::of(ui.ctx()).focus));
    if !ui.input(|input| input.pointer.any_released()) {
        return None;
    }
    DragAndDrop::clear_payload(ui.ctx());
    let from = dragged.1;
    let to = if gap > from { gap - 1 } else { gap };
    (from != to).then_some(Wish::Move { routine, from, to })
}

/// The name of a point as far as it is written, and what goes under it.
pub fn named(draft: &PointDraft) -> (String, String) {
    match &draft.place {
        PlaceDraft::Site(id) if id.is_empty() => (fl!(LOADER, "editing-no-place"), String::new()),
        PlaceDraft::Site(id) => {
            let tool = draft.tool.filter(|_| draft.is_pressed).map(place::tool).unwrap_or_default().to_lowercase();
            let under = [place::common_of(id), tool];
            let under = under.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>();
            (place::name_of(id), under.join(" · "))
        }
        PlaceDraft::Own { name, .. } if name.trim().is_empty() => (fl!(LOADER, "editing-own-place"), String::new()),
        PlaceDraft::Own { name, region, .. } => {
            (name.clone(), region.map(|region| capital(&place::region(region))).unwrap_or_default())
        }
    }
}

fn sides(draft: &PointDraft) -> Option<Sides> {
    match draft.sides {
        SidesDraft::Open => None,
        SidesDraft::One(side) => Some(Sides::One(side)),
        SidesDraft::Both => Some(Sides::Both),
    }
}

fn sided(draft: &PointDraft) -> String {
    match draft.sides {
        SidesDraft::Open => String::new(),
        SidesDraft::One(side @ (Side::Left | Side::Right | Side::Middle)) => place::side(side),
        SidesDraft::Both => fl!(LOADER, "side-both"),
    }
}

/// "3 × 30 s · 2 × 20 s".
fn dose(point: &crate::practice::program::Point) -> String {
    let press = point.press.map(|press: Press| {
        let (dose, kind) = pressed(None, press);
        if kind.is_empty() { dose } else { format!("{dose} {kind}") }
    });
    let stretch = point.stretch.map(|stretch| {
        let dose = times(stretch.reps.start(), stretch.hold.start().0);
        fl!(LOADER, "editing-stretch-dose", dose = dose)
    });
    press.into_iter().chain(stretch).collect::<Vec<_>>().join(" · ")
}

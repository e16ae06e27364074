//! The points of a routine with every amount.

use eframe::egui::{Align2, Color32, Margin, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::amounts::Shown;
use crate::practice::dose::{self, Dose};
use crate::practice::measure::Amount;
use crate::practice::program::{Limits, Point, Press, Raisable, Routine};
use crate::ui::action::PointNow;
use crate::ui::icons::Icon;
use crate::ui::parts::hairline;
use crate::ui::shell::{card_with, line, outline, pressed, side_pill, text};
use crate::ui::theme::{Face, Tokens, name};
use crate::words::{LOADER, place};

/// From this width of the card's inside on, the amounts stand in columns.
const WIDE: f32 = 900.0;
/// Where the columns begin, and how wide their bars are.
const COLUMNS: [(f32, f32); 5] = [(352.0, 112.0), (494.0, 80.0), (602.0, 104.0), (734.0, 80.0), (846.0, 84.0)];
const NAME: f32 = 92.0;
const ROW: f32 = 66.0;
/// A cell where the amounts wrap.
const CELL: (f32, f32) = (138.0, 84.0);

/// A routine as it is shown.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// Its points.
    pub routine: &'a Routine,
    /// What holds for the whole program.
    pub limits: Limits,
    /// A line about the whole of it.
    pub about: Option<&'a str>,
    /// Where each point stands; empty before the first day. Where they stand somewhere, each may be chosen.
    pub now: &'a [PointNow],
    /// The point that is chosen.
    pub chosen: Option<usize>,
}

/// Shows a routine, and returns the point that was chosen just now.
pub fn card(ui: &mut Ui, table: &Table<'_>) -> Option<usize> {
    let Table { routine, about, now, .. } = *table;
    let mut chosen = None;
    let tokens = Tokens::of(ui.ctx());
    card_with(ui, Margin { left: 28, right: 28, top: 18, bottom: 14 }, |ui| {
        let wide = ui.available_width() >= WIDE;
        if wide && about.is_none() {
            // One line less: the first column is the routine's.
            heads(ui, Some(&routine.name));
        } else {
            text(ui, Face::Title, tokens.ink, &routine.name);
            if let Some(about) = about {
                ui.add_space(2.0);
                line(ui, about);
            }
            if wide {
                heads(ui, None);
            } else {
                ui.add_space(10.0);
            }
        }
        for (i, point) in routine.points.iter().enumerate() {
            let row = Row { point, limits: table.limits, now: now.get(i), is_chosen: table.chosen == Some(i), wide };
            let (rect, clicked) = row.show(ui);
            hairline(ui.painter(), rect.x_range(), rect.top());
            if clicked {
                chosen = Some(i);
            }
        }
        ui.add_space(6.0);
        let legend = if now.is_empty() { fl!(LOADER, "program-legend") } else { fl!(LOADER, "program-legend-now") };
        text(ui, Face::Caption, tokens.ink_third, &legend);
    });
    chosen
}

fn titles() -> [String; 5] {
    [
        fl!(LOADER, "column-hold"),
        fl!(LOADER, "column-holds"),
        fl!(LOADER, "column-stretch"),
        fl!(LOADER, "column-stretches"),
        fl!(LOADER, "column-limit"),
    ]
}

fn heads(ui: &mut Ui, title: Option<&str>) {
    let tokens = Tokens::of(ui.ctx());
    let room = COLUMNS[0].0 - 16.0;
    let words = title.map_or_else(|| fl!(LOADER, "column-point"), str::to_owned);
    let face = if title.is_some() { Face::Lead } else { Face::Strong };
    let height = face.lay_out(ui.painter(), &words, tokens.ink, room).size().y;
    let (_, rect) =
        ui.allocate_space(vec2(ui.available_width(), height.max(24.0) + if title.is_some() { 10.0 } else { 20.0 }));
    let y = rect.bottom() - 18.0;
    let at = pos2(rect.left(), y + 12.0);
    face.say_within(ui, at, Align2::LEFT_BOTTOM, &words, tokens.ink, room);
    for ((x, _), words) in COLUMNS.iter().zip(titles()) {
        let at = pos2(rect.left() + x, y);
        Face::Strong.paint(ui.painter(), at, Align2::LEFT_CENTER, &words, tokens.ink);
    }
}

/// The amounts of a point, column by column.
fn amounts(point: &Point, limits: Limits, now: Option<&Dose>, tokens: &Tokens) -> [Option<(Shown, Color32)>; 5] {
    let hold = match point.press {
        Some(Press::Hold(hold)) => Some(hold),
        _ => None,
    };
    let stretch = point.stretch;
    let of = |amount| now.and_then(|dose| dose.amount(amount));
    let limit = match point.ceiling {
        // What may not be felt anyway is not shown as if it could be reached.
        Some(Amount::Bounded(bounds)) if bounds.max <= limits.ceiling.min(point.place.region().cap()) => {
            Shown::of(Amount::Bounded(bounds), |level| u32::from(level.level()), of(Raisable::Ceiling))
        }
        _ => {
            let start = u32::from(dose::ceiling(point, &limits).level());
            Shown::of(Amount::Locked(start), |level| level, of(Raisable::Ceiling))
        }
    };
    [
        hold.map(|hold| (Shown::of(hold.hold, |seconds| seconds.0, of(Raisable::Hold)), tokens.press)),
        hold.map(|hold| (Shown::of(hold.holds, u32::from, of(Raisable::Holds)), tokens.press)),
        stretch.map(|stretch| (Shown::of(stretch.hold, |seconds| seconds.0, of(Raisable::Stretch)), tokens.stretch)),
        stretch.map(|stretch| (Shown::of(stretch.reps, u32::from, None), tokens.stretch)),
        point.press.map(|_| (limit, tokens.ink_second)),
    ]
}

/// A point with all of its amounts.
struct Row<'a> {
    point: &'a Point,
    limits: Limits,
    now: Option<&'a PointNow>,
    is_chosen: bool,
    wide: bool,
}

impl Row<'_> {
    /// The room of the row: a choice where its steps can be shown.
    fn place(&self, ui: &mut Ui, size: Vec2) -> (Rect, bool) {
        let Some(now) = self.now else { return (ui.allocate_space(size).1, false) };
        let tokens = Tokens::of(ui.ctx());
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let words = fl!(LOADER, "program-row", place = now.place.as_str());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, self.is_chosen, &words));
        let ground = rect.expand2(vec2(14.0, 0.0)).shrink2(vec2(0.0, 3.0));
        if self.is_chosen || response.hovered() {
            ui.painter().rect_filled(ground, 12.0, tokens.sunk);
        }
        if self.is_chosen {
            let bar = Rect::from_center_size(ground.left_center(), vec2(4.0, 32.0));
            ui.painter().rect_filled(bar, 2.0, tokens.press);
        }
        outline(ui, &response, ground, 12.0);
        (rect, response.clicked())
    }

    fn show(&self, ui: &mut Ui) -> (Rect, bool) {
        let Self { point, limits, wide, .. } = *self;
        let tokens = Tokens::of(ui.ctx());
        let width = ui.available_width();
        let room = if wide { COLUMNS[0].0 - NAME - 16.0 } else { width - NAME };
        let title = place::name(&point.place);
        let common = place::common(&point.place);
        let tool = point.tool.map(|tool| place::tool(tool).to_lowercase()).unwrap_or_default();
        let under =
            [common, tool].iter().filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ");
        let first = Face::Strong.lay_out(ui.painter(), &title, tokens.ink, room).size().y;
        let second = Face::Under.lay_out(ui.painter(), &under, tokens.ink_third, room).size().y;
        let note = point.note.as_ref().map(|note| {
            (note, Face::Narrow.lay_out(ui.painter(), note, tokens.ink_second, width - NAME - 28.0).size().y + 14.0)
        });
        let upper = (first + second + 19.0).max(ROW);
        let cells: Vec<_> =
            amounts(point, limits, self.now.map(|now| &now.dose), tokens).into_iter().zip(titles()).collect();
        let other = point.press.filter(|press| !matches!(press, Press::Hold(_))).map(|press| pressed(None, press));
        let in_a_row = ((width / CELL.0).floor() as usize).max(1);
        let shown = cells.iter().filter(|(amount, _)| amount.is_some()).count() + usize::from(other.is_some());
        let lower = if wide { 0.0 } else { shown.div_ceil(in_a_row) as f32 * CELL.1 };
        let note_height = note.as_ref().map_or(0.0, |(_, height)| *height);
        let (rect, clicked) = self.place(ui, vec2(width, upper + lower + note_height));
        let middle = rect.top() + upper / 2.0;
        side_pill(ui, pos2(rect.left(), middle - 14.0), point.sides);
        let at = pos2(rect.left() + NAME, middle - f32::midpoint(first, second));
        Face::Strong.say_within(ui, at, Align2::LEFT_TOP, &title, tokens.ink, room);
        if !under.is_empty() {
            Face::Under.say_within(ui, at + vec2(0.0, first), Align2::LEFT_TOP, &under, tokens.ink_third, room);
        }
        if wide {
            for ((amount, title), (x, bar)) in cells.iter().zip(COLUMNS) {
                if let Some((amount, color)) = amount {
                    amount.show(ui, pos2(rect.left() + x, middle), bar, *color, title);
                }
            }
            if let Some(words) = &other {
                technique(ui, pos2(rect.left() + COLUMNS[0].0, middle), words);
            }
        } else {
            let mut places = (0..shown).map(|i| {
                let (column, line) = ((i % in_a_row) as f32, (i / in_a_row) as f32);
                pos2(rect.left() + CELL.0 * column, rect.top() + upper + CELL.1 * line)
            });
            if let Some((words, at)) = other.as_ref().and_then(|words| Some((words, places.next()?))) {
                let press = fl!(LOADER, "phase-press");
                Face::Caption.paint(ui.painter(), at, Align2::LEFT_TOP, &press, tokens.ink_second);
                technique(ui, at + vec2(0.0, 48.0), words);
            }
            let present = cells.iter().filter_map(|(amount, title)| Some(((*amount)?, title)));
            for (((amount, color), title), at) in present.zip(places) {
                Face::Caption.paint(ui.painter(), at, Align2::LEFT_TOP, title, tokens.ink_second);
                amount.show(ui, at + vec2(0.0, 46.0), CELL.0 - 34.0, color, title);
            }
        }
        if let Some((note, height)) = note {
            let top = rect.bottom() - height;
            Icon::Note.paint(ui.painter(), pos2(rect.left() + NAME + 8.0, top + 10.0), 16.0, tokens.ink_third);
            let at = pos2(rect.left() + NAME + 28.0, top);
            Face::Narrow.say_within(ui, at, Align2::LEFT_TOP, note, tokens.ink_second, width - NAME - 28.0);
        }
        (rect, clicked)
    }
}

/// A press that is not holds, told in words: its amounts never change.
fn technique(ui: &mut Ui, at: Pos2, (words, kind): &(String, String)) {
    let tokens = Tokens::of(ui.ctx());
    let painter = ui.painter();
    Icon::Lock.paint(painter, at + vec2(8.0, -11.0), 18.0, tokens.ink_second);
    let first = Face::Strong.paint(painter, at + vec2(23.0, -10.0), Align2::LEFT_CENTER, words, tokens.ink);
    let second = Face::Under.paint(painter, at + vec2(23.0, 11.0), Align2::LEFT_CENTER, kind, tokens.ink_third);
    name(ui, first.union(second), &fl!(LOADER, "dose-press", dose = format!("{words} {kind}")));
}

//! The points of today's session, each with its dose.

use eframe::egui::{Align2, Color32, Pos2, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use crate::practice::dose::Dose;
use crate::practice::program::{Feel, Point, Press, Routine};
use crate::ui::action::{Action, PointDay, Today, TodayView};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, hairline};
use crate::ui::shell::{place_at, pressed, side_pill, times};
use crate::ui::theme::{Face, Tokens, Weight, font, name};
use crate::words::{LOADER, place};

/// A row at least this high; a long name makes it higher.
const ROW: f32 = 62.0;
/// Where the name begins.
const NAME: f32 = 92.0;
/// The doses stand this far from the right edge.
const PRESS: f32 = 253.0;
const STRETCH: f32 = 113.0;
/// A narrower row has its doses under the name.
const NARROW: f32 = 520.0;

/// Shows a row for each point.
pub fn rows(ui: &mut Ui, view: &TodayView<'_>, routine: &Routine) -> Option<Action> {
    let narrow = ui.available_width() < NARROW;
    heads(ui, narrow || !(0..routine.points.len()).any(|i| rests(view, i).is_none()));
    let locked = matches!(view.day.map(|day| &day.session), Some(Today::Locked));
    let sign = if locked { Icon::Lock } else { Icon::Rest };
    let mut asked = None;
    let last = routine.points.len().saturating_sub(1);
    for (i, (point, dose)) in routine.points.iter().zip(view.doses).enumerate() {
        let skipped = view.skipped.get(i).copied().unwrap_or_default();
        let rests = rests(view, i);
        let row = Row { point, dose, skipped, rests, sign, narrow };
        let (rect, taken_in) = row.show(ui);
        if i < last {
            hairline(ui.painter(), rect.x_range(), rect.bottom());
        }
        if taken_in {
            asked = Some(Action::SkipPoint(i));
        }
    }
    asked
}

/// Why a point is not worked today, in a few words.
fn rests<'a>(view: &TodayView<'a>, point: usize) -> Option<&'a str> {
    match view.day.and_then(|day| day.points.get(point)) {
        Some(PointDay::Rests(words)) => Some(words),
        Some(PointDay::Worked) | None => None,
    }
}

/// Returns true for a point that is neither left out nor at rest today.
pub fn is_worked(view: &TodayView<'_>, point: usize) -> bool {
    let skipped = view.skipped.get(point).copied().unwrap_or_default();
    !skipped && rests(view, point).is_none()
}

/// "Press" and "Stretch" over their columns, level with the line above them where there is room and something to do.
fn heads(ui: &mut Ui, left_out: bool) {
    if left_out {
        ui.add_space(4.0);
        return;
    }
    let tokens = Tokens::of(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 14.0));
    let (press, stretch) = (fl!(LOADER, "phase-press"), fl!(LOADER, "phase-stretch"));
    for (words, x, color) in [(press, PRESS, tokens.press), (stretch, STRETCH, tokens.stretch)] {
        let at = pos2(rect.right() - x + 28.0, rect.top() + 2.0);
        ui.painter().text(at, Align2::LEFT_CENTER, words, font(Weight::SemiBold, 14.0), color);
    }
}

struct Row<'a> {
    point: &'a Point,
    dose: &'a Dose,
    skipped: bool,
    /// Why it is not worked today, in a few words.
    rests: Option<&'a str>,
    /// What stands before those words.
    sign: Icon,
    narrow: bool,
}

impl Row<'_> {
    /// Shows the row and returns where it lies, and whether the point is to be taken in again.
    fn show(&self, ui: &mut Ui) -> (Rect, bool) {
        let tokens = Tokens::of(ui.ctx());
        let width = ui.available_width();
        let doses = if self.narrow { 0.0 } else { PRESS + 12.0 };
        let room = width - NAME - doses;
        let title = place::name(&self.point.place);
        let under = self.under();
        let quiet = self.skipped || self.rests.is_some();
        let ink = if quiet { tokens.ink_third } else { tokens.ink };
        let first = Face::Strong.lay_out(ui.painter(), &title, ink, room).size().y;
        let second = Face::Under.lay_out(ui.painter(), &under, tokens.ink_third, room).size().y;
        let block = first + if under.is_empty() { 0.0 } else { second };
        let upper = (block + 19.0).max(ROW);
        let height = upper + if self.narrow { 36.0 } else { 0.0 };
        let (_, rect) = ui.allocate_space(vec2(width, height));
        let middle = rect.top() + upper / 2.0 + 0.5;
        side_pill(ui, pos2(rect.left(), middle - 14.0), self.point.sides);
        let at = pos2(rect.left() + NAME, middle - block / 2.0);
        Face::Strong.say_within(ui, at, Align2::LEFT_TOP, &title, ink, room);
        if !under.is_empty() {
            let at = at + vec2(0.0, first);
            Face::Under.say_within(ui, at, Align2::LEFT_TOP, &under, tokens.ink_third, room);
        }
        let (press, stretch, level) = if self.narrow {
            (rect.left() + NAME, rect.left() + NAME + 128.0, rect.bottom() - 24.0)
        } else {
            (rect.right() - PRESS, rect.right() - STRETCH, middle)
        };
        if let Some(words) = self.rests {
            let icon = pos2(press + 10.0, level);
            self.sign.paint(ui.painter(), icon, 20.0, tokens.rest);
            let at = pos2(press + 28.0, level);
            let room = rect.right() - at.x;
            Face::Under.say_within(ui, at, Align2::LEFT_CENTER, words, tokens.ink_second, room);
            return (rect, false);
        }
        if self.skipped {
            return (rect, left_out(ui, pos2(press, level), rect.right(), &title));
        }
        self.doses(ui, [pos2(press, level), pos2(stretch, level)]);
        (rect, false)
    }

    /// "shoulder-top · cane".
    fn under(&self) -> String {
        let common = place::common(&self.point.place);
        let tool = self.point.tool.map(|tool| place::tool(tool).to_lowercase()).unwrap_or_default();
        [common, tool].iter().filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    }

    fn doses(&self, ui: &mut Ui, [press, stretch]: [Pos2; 2]) {
        let tokens = Tokens::of(ui.ctx());
        if let Some((words, under)) = self.point.press.map(|written| pressed(Some(self.dose), written)) {
            let whole = format!("{words} {under}");
            let spoken = fl!(LOADER, "dose-press", dose = whole.trim());
            dose(ui, press, (Icon::Press, tokens.press), [&words, &under, &spoken]);
        }
        if let (Some(hold), Some(reps)) = (self.dose.stretch, self.dose.reps) {
            let words = times(reps, hold.0);
            let spoken = fl!(LOADER, "dose-stretch", dose = words.as_str());
            dose(ui, stretch, (Icon::Stretch, tokens.stretch), [&words, "", &spoken]);
        }
    }
}

fn dose(ui: &mut Ui, at: Pos2, (icon, color): (Icon, Color32), [words, under, spoken]: [&str; 3]) {
    let tokens = Tokens::of(ui.ctx());
    let painter = ui.painter();
    icon.paint(painter, at + vec2(10.0, 0.0), 22.0, color);
    let left = at + vec2(28.0, 0.0);
    let rise = if under.is_empty() { 0.0 } else { 9.0 };
    let mut rect = Face::Strong.paint(painter, left - vec2(0.0, rise), Align2::LEFT_CENTER, words, tokens.ink);
    if !under.is_empty() {
        let below = left + vec2(0.0, 11.0);
        rect = rect.union(Face::Under.paint(painter, below, Align2::LEFT_CENTER, under, tokens.ink_third));
    }
    name(ui, rect, spoken);
}

fn left_out(ui: &mut Ui, at: Pos2, right: f32, title: &str) -> bool {
    let color = Tokens::of(ui.ctx()).ink_third;
    Face::Under.say(ui, at, Align2::LEFT_CENTER, &fl!(LOADER, "today-left-out"), color);
    let (words, spoken) = (fl!(LOADER, "today-take-in"), fl!(LOADER, "today-take-in-point", point = title));
    let place = Rect::from_min_max(pos2(right - 120.0, at.y - 22.0), pos2(right, at.y + 22.0));
    place_at(ui, place, Button::tertiary(&words).named(&spoken)).clicked()
}

/// The band of strength that a press asks for today; none for gliding, which is always light.
pub fn feel(dose: &Dose, press: Press) -> Option<Feel> {
    let written = match press {
        Press::Hold(press) => press.feel,
        Press::Alternate(press) => press.feel,
        Press::Strokes(press) => press.feel,
        Press::Roll(press) => press.feel,
        Press::Glide(_) => return None,
    };
    Some(dose.feel(written))
}

//! What today's dose is, and why: the ladder, an offer or the decisions, and how strong the pressing is to feel.

use eframe::egui::{Align2, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::ladder;
use super::points::{feel, is_worked};
use crate::ui::action::{Action, DayView, DecisionLine, EasyChoice, OfferChoice, OfferLine, Today, TodayView};
use crate::ui::parts::{Chip, Chips, Gauge};
use crate::ui::reason::{Reason, quiet_link};
use crate::ui::shell::text;
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// Between two decisions.
const BETWEEN: f32 = 8.0;
/// This many are shown where nothing is known about the room.
const FEW: usize = 4;
/// How high the strength is with its gauge, and without.
const GAUGE: f32 = 92.0;
const LINE: f32 = 28.0;
/// The way back to the planned dose.
const BACK: f32 = 10.0 + 44.0;

/// How much room there is for the dose.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// With this much the panel is as high as what stands beside it.
    pub free: f32,
    /// With this much Start is still in sight.
    pub most: f32,
}

/// Shows the dose and returns what was asked for.
pub fn show(ui: &mut Ui, view: &TodayView<'_>, room: Room) -> Option<Action> {
    let top = ui.cursor().top();
    let asked = view.day.and_then(|day| of_the_day(ui, day, room));
    let used = ui.cursor().top() - top;
    // With nothing decided yet there is room for the gauge; later it yields to what was.
    let is_quiet = view.day.is_none_or(|day| day.offer.is_none() && day.decisions.is_empty());
    let left = if is_quiet { room.free.max(room.most) } else { room.free } - used - 10.0;
    if view.day.is_none() {
        strength(ui, view, GAUGE);
    } else if left >= LINE {
        ui.add_space(10.0);
        strength(ui, view, left);
    }
    asked
}

fn of_the_day(ui: &mut Ui, day: &DayView, room: Room) -> Option<Action> {
    let top = ui.cursor().top();
    let is_chosen_easy = day.session == Today::Easy { chosen: true };
    let mut asked = head(ui, day);
    if let (Today::Planned, Some(ladder)) = (&day.session, &day.ladder) {
        ui.add_space(7.0);
        ladder::show(ui, ladder);
    }
    let id = ui.scope_id().with("every decision");
    let all: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.add_space(6.0);
    let turned = if let Some(offer) = &day.offer {
        let (chosen, turned) = self::offer(ui, offer, &day.decisions, all);
        asked = asked.or(chosen);
        turned
    } else {
        let back = if is_chosen_easy { BACK } else { 0.0 };
        decisions(ui, &day.decisions, all, room.most - (ui.cursor().top() - top) - back)
    };
    if turned {
        ui.data_mut(|data| data.insert_temp(id, !all));
        ui.ctx().request_repaint();
    }
    if is_chosen_easy {
        ui.add_space(BACK - 44.0);
        let words = fl!(LOADER, "dose-planned");
        let back = Chip { least: ui.available_width(), ..Chip::one(&words) };
        if Chips(&[back]).show(ui).is_some() {
            asked = Some(Action::EasyToday(EasyChoice::Planned));
        }
    }
    asked
}

/// What the dose is, and the way to less of it.
fn head(ui: &mut Ui, day: &DayView) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let title = match (&day.session, &day.ladder) {
        (Today::Easy { .. }, _) => fl!(LOADER, "dose-easy"),
        (_, Some(ladder)) => ladder.title.clone(),
        _ => fl!(LOADER, "dose-title"),
    };
    let width = ui.available_width();
    let said = Face::Strong.lay_out(ui.painter(), &title, tokens.ink, width).size();
    let (_, rect) = ui.allocate_space(vec2(width, said.y.max(22.0)));
    Face::Strong.say_within(ui, rect.min, Align2::LEFT_TOP, &title, tokens.ink, width);
    if day.session != Today::Planned {
        return None;
    }
    let words = fl!(LOADER, "dose-less");
    let less = Face::Narrow.lay_out(ui.painter(), &words, tokens.ink, f32::INFINITY).size().x;
    let right = if said.x + 14.0 + less <= width {
        pos2(rect.right(), rect.center().y)
    } else {
        let (_, below) = ui.allocate_space(vec2(width, 24.0));
        pos2(below.left() + less, below.center().y)
    };
    quiet_link(ui, "do less", right, &words).then_some(Action::EasyToday(EasyChoice::Easy))
}

/// The offer with its two answers; returns whether the other decisions are to be shown or put away, too.
fn offer(ui: &mut Ui, offer: &OfferLine, decisions: &[DecisionLine], all: bool) -> (Option<Action>, bool) {
    let more = more(decisions.len(), all);
    let shown = Reason { more: more.as_deref(), ..Reason::offer(offer, 0).narrow() }.show(ui);
    ui.add_space(12.0);
    let width = ui.available_width();
    let half = (width - 8.0) / 2.0;
    let mut chips = [
        Chip { chosen: offer.chosen == OfferChoice::Stay, ..Chip::one(&offer.stay) },
        Chip { chosen: offer.chosen == OfferChoice::Go, ..Chip::one(&offer.go) },
    ];
    let fits = chips.iter().all(|chip| chip.size(ui, f32::INFINITY).x <= half);
    for chip in &mut chips {
        chip.least = if fits { half } else { width };
    }
    let choices = [OfferChoice::Stay, OfferChoice::Go];
    let asked = Chips(&chips).show(ui).map(|i| Action::Offer(choices[i]));
    if all {
        ui.add_space(12.0);
        for (i, line) in decisions.iter().enumerate() {
            ui.add_space(if i > 0 { BETWEEN } else { 0.0 });
            Reason::of(line, i + 1).narrow().show(ui);
        }
    }
    (asked, shown.more)
}

/// As many decisions as there is room for, and the way to the others; returns true when that is taken.
fn decisions(ui: &mut Ui, lines: &[DecisionLine], all: bool, room: f32) -> bool {
    let width = ui.available_width();
    let mut left = room;
    let fitting = lines.iter().enumerate().take_while(|(i, line)| {
        left -= Reason::of(line, i + 1).narrow().height(ui, width) + if *i > 0 { BETWEEN } else { 0.0 };
        *i == 0 || (left >= 0.0 && (room.is_finite() || *i < FEW))
    });
    let fitting = fitting.count();
    let shown = if all { lines.len() } else { fitting };
    let more = if fitting < lines.len() { more(lines.len() - fitting, all) } else { None };
    let mut turned = false;
    for (i, line) in lines.iter().enumerate().take(shown) {
        ui.add_space(if i > 0 { BETWEEN } else { 0.0 });
        let more = more.as_deref().filter(|_| i + 1 == shown);
        turned |= Reason { more, ..Reason::of(line, i + 1).narrow() }.show(ui).more;
    }
    turned
}

/// The words of the link to what is not shown.
fn more(count: usize, all: bool) -> Option<String> {
    if count == 0 {
        None
    } else if all {
        Some(fl!(LOADER, "today-notes-less"))
    } else {
        Some(fl!(LOADER, "dose-more", count = count.cast_signed()))
    }
}

/// How strong the pressing is to feel, over all the points of today; the gauge goes first where room is short.
fn strength(ui: &mut Ui, view: &TodayView<'_>, room: f32) {
    let tokens = Tokens::of(ui.ctx());
    let routine = view.program.and_then(|program| program.routines.get(view.routine));
    let points = routine.map(|routine| routine.points.as_slice()).unwrap_or_default();
    let worked = points.iter().zip(view.doses).enumerate().filter(|(i, _)| is_worked(view, *i));
    let bands: Vec<_> =
        worked.filter_map(|(_, (point, dose))| Some((feel(dose, point.press?)?, dose.ceiling))).collect();
    let from = bands.iter().map(|(band, _)| band.from.level()).min();
    let to = bands.iter().map(|(band, _)| band.to.level()).max();
    let limit = bands.iter().map(|(_, ceiling)| ceiling.level()).max();
    let (Some(from), Some(to), Some(limit)) = (from, to, limit) else {
        text(ui, Face::Lead, tokens.ink, &fl!(LOADER, "today-stretch-strength"));
        return;
    };
    let aim = if from == to {
        fl!(LOADER, "today-aim-one", level = i64::from(to))
    } else {
        fl!(LOADER, "today-aim", from = i64::from(from), to = i64::from(to))
    };
    let never = fl!(LOADER, "today-never-above", limit = i64::from(limit));
    let width = ui.available_width();
    let face = if view.day.is_some() { Face::Strong } else { Face::Lead };
    let (_, head) = ui.allocate_space(vec2(width, 26.0));
    let said = face.say(ui, head.left_center(), Align2::LEFT_CENTER, &aim, tokens.ink);
    let second = Face::Narrow.lay_out(ui.painter(), &never, tokens.ink_second, f32::INFINITY).size().x;
    let (line, at, anchor) = if said.rect.width() + second + 12.0 <= width {
        (head, head.right_center(), Align2::RIGHT_CENTER)
    } else {
        let (_, below) = ui.allocate_space(vec2(width, 22.0));
        (below, below.left_center(), Align2::LEFT_CENTER)
    };
    Face::Narrow.say_within(ui, at, anchor, &never, tokens.ink_second, line.width());
    if room < GAUGE {
        return;
    }
    ui.add_space(10.0);
    let name = format!("{aim}. {never}");
    let color = tokens.press;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 24.0));
    Gauge { aim: from..=to, limit, target: from, color, words: ["", "", ""], name: &name, scale: 0.8 }.paint(
        ui.painter(),
        rect.min,
        rect.width(),
    );
    let (_, under) = ui.allocate_space(vec2(rect.width(), 26.0));
    let (low, high) = (fl!(LOADER, "strength-low"), fl!(LOADER, "strength-high"));
    let y = under.bottom() - 9.0;
    Face::Caption.say(ui, pos2(under.left(), y), Align2::LEFT_CENTER, &low, tokens.ink_second);
    Face::Caption.say(ui, pos2(under.right(), y), Align2::RIGHT_CENTER, &high, tokens.ink_second);
}

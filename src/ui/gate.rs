//! The long list: what has to be known before the first session, every 30 days and with a new part of the body.

use eframe::egui::{Align2, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, GateView, Room};
use super::icons::Icon;
use super::parts::hairline;
use super::summary::page::Sheet;
use super::theme::{Face, tokens};
use super::ticklist::{ASIDE, Above, Foot, GAP, Left, ListCard, column, head, room_beside, row, spots};
use crate::practice::library::Region;
use crate::practice::safety::gate::{Condition, Level, asked_for};
use crate::practice::safety::{Flag, Sign, Urgency};
use crate::words::{LOADER, gate as words, safety};

/// What is ticked, and not yet answered.
///
/// One action is answered at a time, and signs go first: while any is ticked, Continue answers [`Action::Mark`] with the
/// signs, and the conditions stay here. Who carries that out answers [`Action::AnswerGate`] with
/// [`GateDraft::conditions`] as well, so that nothing ticked is lost.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GateDraft {
    /// The conditions, in the order they were ticked.
    pub ticked: Vec<Condition>,
    /// The signs, in the order they were ticked.
    pub signs: Vec<Flag>,
}

impl GateDraft {
    /// Returns the conditions that are ticked, in the order they are asked about these parts of the body.
    pub fn conditions(&self, regions: &[Region]) -> Vec<Condition> {
        asked_for(regions).into_iter().filter(|condition| self.ticked.contains(condition)).collect()
    }

    fn answer(&self, regions: &[Region]) -> Action {
        let signs: Vec<_> = signs(regions).map(Flag::Sign).filter(|flag| self.signs.contains(flag)).collect();
        if signs.is_empty() { Action::AnswerGate(self.conditions(regions)) } else { Action::Mark(signs) }
    }
}

/// The signs that block every session, the most urgent first; the others are asked about when something is new.
fn signs(regions: &[Region]) -> impl Iterator<Item = Sign> {
    Sign::listed_for(regions).into_iter().filter(|sign| sign.urgency() > Urgency::Today)
}

/// Two columns lower than this would show a row or two of a list at a time.
const LEAST: f32 = 460.0;

/// Shows the screen.
pub fn gate(ui: &mut Ui, view: &GateView<'_>, draft: &mut GateDraft) -> Option<Action> {
    let sheet = Sheet::of(ui);
    let top = head(ui, sheet, &fl!(LOADER, "check-title"), &words::lead(view.due, view.regions));
    let (stops, stays) = (fl!(LOADER, "check-stop"), fl!(LOADER, "check-stays"));
    let (asks, skip) = (fl!(LOADER, "gate-ask"), fl!(LOADER, "check-skip"));
    let stops = ListCard { icon: Icon::Stop, title: &stops, foot: &stays };
    let asks = ListCard { icon: Icon::Phone, title: &asks, foot: "" };
    let skip = (!view.points.is_empty()).then_some(ListCard { icon: Icon::Pin, title: &skip, foot: "" });
    let (foot, skipped) = if let Some(room) = room_beside(sheet, top).filter(|room| *room >= LEAST) {
        let rects = Rects::of(sheet, top, room, view);
        stops.show_at(ui, rects.stops, |ui| blocking(ui, view, draft));
        asks.show_at(ui, rects.asks, |ui| asking(ui, view, draft));
        let skipped = skip.and_then(|card| card.show_at(ui, rects.skip, |ui| skipping(ui, view)));
        (Foot::beside(sheet, rects.stops.bottom()), skipped)
    } else {
        let (skipped, bottom) = column(ui, sheet, top, |ui| {
            stops.show(ui, |ui| blocking(ui, view, draft));
            asks.show(ui, |ui| asking(ui, view, draft));
            skip.and_then(|card| card.show(ui, |ui| skipping(ui, view)))
        });
        (Foot::under(sheet, bottom), skipped)
    };
    let left = foot.show(ui, draft.ticked.len() + draft.signs.len(), Some(&fl!(LOADER, "gate-later")));
    sheet.take(ui, foot.bottom());
    skipped.or_else(|| {
        Some(match left? {
            Left::On => draft.answer(view.regions),
            Left::Back => Action::Go(Room::Today),
        })
    })
}

/// Where the three cards lie in a window that is large enough for two columns.
struct Rects {
    stops: Rect,
    asks: Rect,
    skip: Rect,
}

impl Rects {
    fn of(sheet: Sheet, top: f32, room: f32, view: &GateView<'_>) -> Self {
        let aside = sheet.width - ASIDE;
        // The longer list has the larger card, and the shorter one no more than its words and rows take.
        let needed = 192.0 + 46.0 * view.points.len() as f32;
        let skip = if view.points.is_empty() { -GAP } else { (room * 0.44).min(needed) };
        let asks = room - GAP - skip;
        Self {
            stops: sheet.rect(0.0, top, aside - GAP, room),
            asks: sheet.rect(aside, top, ASIDE, asks),
            skip: sheet.rect(aside, top + asks + GAP, ASIDE, skip.max(0.0)),
        }
    }
}

/// Signs first, then what else has to be looked at before any session.
fn blocking(ui: &mut Ui, view: &GateView<'_>, draft: &mut GateDraft) {
    for (i, sign) in signs(view.regions).enumerate() {
        let (words, example) = (safety::sign(sign), safety::example(sign));
        row(ui, Above::at(i), &mut draft.signs, Flag::Sign(sign), &words, &example);
    }
    conditions(ui, view, draft, Level::Block, Above::Row);
}

/// What is asked about first, and below it what is only to be borne in mind.
fn asking(ui: &mut Ui, view: &GateView<'_>, draft: &mut GateDraft) {
    let tokens = tokens(ui);
    conditions(ui, view, draft, Level::AskFirst, Above::Title);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 58.0));
    hairline(ui.painter(), rect.x_range(), rect.top());
    let middle = rect.top() + 34.0;
    Icon::Info.paint(ui.painter(), pos2(rect.left() + 11.0, middle), 22.0, tokens.ink);
    let know = fl!(LOADER, "gate-know");
    Face::Strong.say(ui, pos2(rect.left() + 32.0, middle), Align2::LEFT_CENTER, &know, tokens.ink);
    conditions(ui, view, draft, Level::Advise, Above::Row);
}

fn conditions(ui: &mut Ui, view: &GateView<'_>, draft: &mut GateDraft, level: Level, first: Above) {
    let asked = asked_for(view.regions).into_iter().filter(|condition| condition.level(view.regions) == level);
    for (i, condition) in asked.enumerate() {
        let above = if i == 0 { first } else { Above::Row };
        row(ui, above, &mut draft.ticked, condition, &words::condition(condition), &words::example(condition));
    }
}

fn skipping(ui: &mut Ui, view: &GateView<'_>) -> Option<Action> {
    ui.add_space(8.0);
    ui.label(Face::Under.rich(&words::skip_reasons(), tokens(ui).ink_second));
    ui.add_space(8.0);
    spots(ui, view.points)
}

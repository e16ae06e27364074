//! What may be wrong: the list of signs, before a session and inside one.

use eframe::egui::{Align2, ScrollArea, Ui, UiBuilder, pos2, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, CheckView, Room};
use super::icons::Icon;
use super::parts::card;
use super::summary::page::Sheet;
use super::theme::{Face, Tokens, tokens};
use super::ticklist::{ASIDE, Above, Foot, GAP, Left, ListCard, column, head, room_beside, row, spots};
use crate::practice::safety::{Flag, Sign};
use crate::words::{LOADER, safety};

/// What is ticked, and not yet marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckDraft {
    /// The signs, in the order they were ticked.
    pub ticked: Vec<Flag>,
}

/// The padding of a card, with its edge.
const PADDING: f32 = 29.0;

/// Shows the screen.
pub fn check(ui: &mut Ui, view: &CheckView<'_>, draft: &mut CheckDraft) -> Option<Action> {
    let sheet = Sheet::of(ui);
    let (title, lead) = if let Some(why) = view.why {
        (fl!(LOADER, "hurts-signs-title"), why.to_owned())
    } else if view.points.is_empty() {
        (fl!(LOADER, "check-title-inside"), fl!(LOADER, "check-lead-inside"))
    } else {
        (fl!(LOADER, "check-title"), fl!(LOADER, "check-lead"))
    };
    let top = head(ui, sheet, &title, &lead);
    let (title, stays) = (fl!(LOADER, "check-stop"), fl!(LOADER, "check-stays"));
    let list = ListCard { icon: Icon::Stop, title: &title, foot: &stays };
    let (foot, skipped) = if let Some(room) = room_beside(sheet, top) {
        // Two columns that fill the window: the list scrolls in its card, and the way on stays in sight.
        let card = sheet.rect(0.0, top, sheet.width - ASIDE - GAP, room);
        list.show_at(ui, card, |ui| signs(ui, view, draft));
        let column = sheet.rect(sheet.width - ASIDE, top, ASIDE, room);
        let skipped = ui.scope_builder(UiBuilder::new().max_rect(column), |ui| aside(ui, view, room)).inner;
        (Foot::beside(sheet, card.bottom()), skipped)
    } else {
        let (skipped, bottom) = column(ui, sheet, top, |ui| {
            list.show(ui, |ui| signs(ui, view, draft));
            aside(ui, view, f32::INFINITY)
        });
        (Foot::under(sheet, bottom), skipped)
    };
    let back = (!view.points.is_empty()).then(|| fl!(LOADER, "check-back"));
    let left = foot.show(ui, draft.ticked.len(), back.as_deref());
    sheet.take(ui, foot.bottom());
    skipped.or_else(|| {
        Some(match left? {
            Left::On => Action::Mark(marked(view, draft)),
            Left::Back => Action::Go(Room::Today),
        })
    })
}

/// What is ticked, in the order of the list.
fn marked(view: &CheckView<'_>, draft: &CheckDraft) -> Vec<Flag> {
    let flags = listed(view).into_iter().map(|(flag, ..)| flag);
    flags.filter(|flag| draft.ticked.contains(flag)).collect()
}

/// Everything that can be ticked: the therapist's own signs, then ours, the most urgent first.
fn listed(view: &CheckView<'_>) -> Vec<(Flag, String, String)> {
    let own = |words: &String| (Flag::Own(words.clone()), words.clone(), fl!(LOADER, "check-own"));
    let ours = |sign: Sign| (Flag::Sign(sign), safety::sign(sign), safety::example(sign));
    view.own_signs.iter().map(own).chain(Sign::listed_for(view.regions).into_iter().map(ours)).collect()
}

fn signs(ui: &mut Ui, view: &CheckView<'_>, draft: &mut CheckDraft) {
    for (i, (flag, words, example)) in listed(view).into_iter().enumerate() {
        row(ui, Above::at(i), &mut draft.ticked, flag, &words, &example);
    }
}

/// Beside the list: what can be left out today, and what a tick leads to.
fn aside(ui: &mut Ui, view: &CheckView<'_>, room: f32) -> Option<Action> {
    ui.spacing_mut().item_spacing.y = GAP;
    let asked = if view.points.is_empty() { None } else { skip(ui, view, room) };
    let words =
        if view.points.is_empty() { fl!(LOADER, "check-then-inside") } else { fl!(LOADER, "check-then-before") };
    let left = room - ui.min_rect().height() - 16.0;
    if left > 130.0 {
        aside_card(ui, Icon::Info, &fl!(LOADER, "check-then"), &words, |ui| {
            // Two cards end where the list ends.
            if !view.points.is_empty() && left < 300.0 {
                ui.add_space((left - 2.0 * PADDING - ui.min_rect().height()).max(0.0));
            }
        });
    }
    asked
}

fn skip(ui: &mut Ui, view: &CheckView<'_>, room: f32) -> Option<Action> {
    let (title, why) = (fl!(LOADER, "check-skip"), fl!(LOADER, "check-skip-why"));
    aside_card(ui, Icon::Pin, &title, &why, |ui| {
        ui.add_space(10.0);
        let most = (room - 180.0).max(92.0);
        let list = ScrollArea::vertical().id_salt("spots").max_height(most).auto_shrink([false, true]);
        list.show(ui, |ui| spots(ui, view.points)).inner
    })
}

fn aside_card<R>(ui: &mut Ui, icon: Icon, title: &str, words: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = tokens(ui);
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        aside_title(ui, tokens, icon, title);
        ui.label(Face::Narrow.rich(words, tokens.ink_second));
        add(ui)
    })
    .inner
}

fn aside_title(ui: &mut Ui, tokens: &Tokens, icon: Icon, words: &str) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 30.0));
    let middle = rect.top() + 5.0;
    icon.paint(ui.painter(), pos2(rect.left() + 10.0, middle), 20.0, tokens.ink);
    Face::Strong.say(ui, pos2(rect.left() + 30.0, middle), Align2::LEFT_CENTER, words, tokens.ink);
}

//! The day after: pain, soreness and after-effects of the last session. Nothing is chosen until a person chooses it.

use eframe::egui::{Align, Align2, Layout, Margin, Rect, Ui, UiBuilder, pos2, vec2};
use i18n_embed_fl::fl;

use super::pain::{WIDE, divided, scale, way};
use crate::practice::safety::effects::{AfterEffects, Effect, Soreness};
use crate::ui::action::{Action, Asked, DayAfter};
use crate::ui::effects;
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, Chip, Chips, hairline};
use crate::ui::shell::{beside, card_with, line, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::{LOADER, safety};

/// After so many hours the morning after is asked about, and no longer now.
const NOW: u16 = 36;
/// From this width of the card on, a group's words stand beside its chips.
const BESIDE: f32 = 640.0;
const WORDS: f32 = 152.0;

/// Asks, and shows what was answered. Answered once, it is a line that can be opened again. `marks` are what was marked on the
/// body before: it is told, and answers nothing here.
pub fn card(ui: &mut Ui, after: &DayAfter, marks: Option<&str>) -> Option<Action> {
    let id = ui.scope_id().with(("day after", &after.session_day, &after.worked));
    let complete = matches!(after.pain, Asked::Given { .. })
        && after.effects.soreness_hours.is_some()
        && after.effects.effects.is_some();
    let before: Option<bool> = ui.data(|data| data.get_temp(id));
    let begins_open = !complete && after.pain != Asked::NotNow;
    let open = after.pain == Asked::Open || before.unwrap_or(begins_open);
    let (asked, open) = if open { opened(ui, after, marks) } else { (None, closed(ui, after)) };
    if before != Some(open) {
        ui.data_mut(|data| data.insert_temp(id, open));
        ui.ctx().request_repaint();
    }
    asked
}

fn title(after: &DayAfter) -> String {
    fl!(LOADER, "after-title", day = after.session_day.as_str(), worked = after.worked.as_str())
}

/// What was answered, in one line; returns true when it is to be opened.
fn closed(ui: &mut Ui, after: &DayAfter) -> bool {
    let tokens = Tokens::of(ui.ctx());
    card_with(ui, Margin { left: 28, right: 24, top: 14, bottom: 14 }, |ui| {
        let (words, kept) = match after.pain {
            Asked::Given { kept, .. } => (fl!(LOADER, "after-change"), kept),
            Asked::Open | Asked::NotNow => (fl!(LOADER, "after-answer"), false),
        };
        let (title, said) = (title(after), said(after));
        let (room, button) = (ui.available_width() - 112.0, 104.0);
        let first = Face::Strong.lay_out(ui.painter(), &title, tokens.ink, room).size().y;
        let indent = if kept { 24.0 } else { 0.0 };
        let second = Face::Narrow.lay_out(ui.painter(), &said, tokens.ink_second, room - indent).size().y;
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), (first + second).max(44.0)));
        Face::Strong.say_within(ui, rect.min, Align2::LEFT_TOP, &title, tokens.ink, room);
        let below = rect.min + vec2(0.0, first);
        if kept {
            Icon::Check.paint_stroked(ui.painter(), below + vec2(8.0, 11.0), 18.0, tokens.ink_second, 2.2);
        }
        let at = below + vec2(indent, 0.0);
        Face::Narrow.say_within(ui, at, Align2::LEFT_TOP, &said, tokens.ink_second, room - indent);
        let right = Layout::right_to_left(Align::Center);
        let place = Rect::from_center_size(pos2(rect.right() - button / 2.0, rect.center().y), vec2(button, 44.0));
        let mut aside = ui.new_child(UiBuilder::new().max_rect(place).layout(right));
        aside.add(Button::tertiary(&words)).clicked()
    })
}

/// "Pain 3 of 10 · Gone within a day · None of these".
fn said(after: &DayAfter) -> String {
    let pain = match after.pain {
        Asked::Given { pain, .. } => pain_words(pain.score()),
        Asked::Open | Asked::NotNow => fl!(LOADER, "after-put-off"),
    };
    let soreness = after.effects.soreness_hours.map(|hours| soreness(Soreness::of(hours, after.hours)));
    let effects = after.effects.effects.as_ref().map(|effects| match effects.as_slice() {
        [] => fl!(LOADER, "effects-none"),
        some => some.iter().map(|effect| safety::effect(*effect)).collect::<Vec<_>>().join(", "),
    });
    [Some(pain), soreness, effects].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn pain_words(score: u8) -> String {
    fl!(LOADER, "after-said-pain", pain = i64::from(score))
}

/// The whole question; returns whether it stays open, too.
fn opened(ui: &mut Ui, after: &DayAfter, marks: Option<&str>) -> (Option<Action>, bool) {
    let tokens = Tokens::of(ui.ctx());
    let wide = ui.available_width() >= WIDE;
    card_with(ui, Margin { left: 28, right: 28, top: 18, bottom: 18 }, |ui| {
        let question = |ui: &mut Ui| {
            text(ui, Face::Title, tokens.ink, &title(after));
            ui.add_space(4.0);
            text(ui, Face::Body, tokens.ink, &asked_about(after));
            if let Some(marks) = marks {
                line(ui, marks);
            }
            ui.add_space(10.0);
            scale(ui, after.pain, &pain_words).map(|pain| Action::PainNextDay(Some(pain)))
        };
        let (pain, (put_off, stays)) = if wide {
            divided(ui, question, |ui| way_out(ui, after))
        } else {
            let pain = question(ui);
            ui.add_space(10.0);
            (pain, way_out(ui, after))
        };
        let effects = effects(ui, after).map(Action::NextDayEffects);
        (pain.or(put_off).or(effects), stays)
    })
}

fn asked_about(after: &DayAfter) -> String {
    if after.hours > NOW {
        fl!(LOADER, "after-pain-then")
    } else {
        fl!(LOADER, "after-pain-now", worked = after.worked.as_str())
    }
}

/// What an answer is for, and the way on; returns whether the question stays open, too.
fn way_out(ui: &mut Ui, after: &DayAfter) -> (Option<Action>, bool) {
    line(ui, &fl!(LOADER, "after-lowers"));
    let (words, action) = match after.pain {
        Asked::Given { kept, .. } => {
            if kept {
                ui.add_space(4.0);
                line(ui, &fl!(LOADER, "after-kept"));
            }
            (fl!(LOADER, "after-done"), None)
        }
        Asked::Open | Asked::NotNow => (fl!(LOADER, "today-not-now"), Some(Action::PainNextDay(None))),
    };
    ui.add_space(6.0);
    let taken = way(ui, &words);
    (action.filter(|_| taken), !taken)
}

/// Soreness, after-effects and, where it matters, the points they are about.
fn effects(ui: &mut Ui, after: &DayAfter) -> Option<AfterEffects> {
    let kept = &after.effects;
    let lasted = kept.soreness_hours.map(|hours| Soreness::of(hours, after.hours));
    let choices = [Soreness::None, Soreness::WithinDay, Soreness::Longer, Soreness::Still];
    let words = choices.map(soreness);
    let chips: Vec<_> = choices
        .iter()
        .zip(&words)
        .map(|(choice, words)| Chip { chosen: lasted == Some(*choice), ..Chip::one(words) })
        .collect();
    let clicked = group(ui, [&fl!(LOADER, "after-soreness"), ""], |ui| Chips(&chips).show(ui));
    let mut changed =
        clicked.map(|i| AfterEffects { soreness_hours: Some(choices[i].hours(after.hours)), ..kept.clone() });
    let hint = fl!(LOADER, "after-effects-hint");
    let ticked = group(ui, [&fl!(LOADER, "after-effects"), &hint], |ui| {
        let column = ui.available_width();
        let (_, rect) = ui.allocate_space(vec2(column, effects::height(ui, &Effect::ALL, column)));
        effects::show_at(ui, &Effect::ALL, kept, rect.min, column)
    });
    changed = changed.or(ticked);
    if has_a_place(kept, lasted) && after.points.len() > 1 {
        changed = changed.or(places(ui, after));
    }
    // What has no place any more is not kept with one.
    changed.map(|effects| {
        let lasted = effects.soreness_hours.map(|hours| Soreness::of(hours, after.hours));
        if has_a_place(&effects, lasted) { effects } else { AfterEffects { points: Vec::new(), ..effects } }
    })
}

/// Soreness and marks are somewhere; a headache is not.
fn has_a_place(effects: &AfterEffects, lasted: Option<Soreness>) -> bool {
    let marks = [Effect::Bruise, Effect::LargeBruise, Effect::SkinMark];
    let ticked = effects.effects.as_deref().unwrap_or_default();
    lasted.is_some_and(|lasted| lasted != Soreness::None) || marks.iter().any(|mark| ticked.contains(mark))
}

fn places(ui: &mut Ui, after: &DayAfter) -> Option<AfterEffects> {
    let kept = &after.effects;
    let chips: Vec<_> = after
        .points
        .iter()
        .map(|(index, words)| Chip { chosen: kept.points.contains(index), ..Chip::any(words) })
        .collect();
    let (words, hint) = (fl!(LOADER, "after-where"), fl!(LOADER, "after-where-hint"));
    let clicked = group(ui, [&words, &hint], |ui| Chips(&chips).show(ui))?;
    let (clicked, _) = after.points.get(clicked)?;
    let mut points = kept.points.clone();
    if points.contains(clicked) {
        points.retain(|other| other != clicked);
    } else {
        points.push(*clicked);
        points.sort_unstable();
    }
    Some(AfterEffects { points, ..kept.clone() })
}

/// A group of chips under a hairline, its words beside them where there is room.
fn group<R>(ui: &mut Ui, [words, hint]: [&str; 2], chips: impl FnOnce(&mut Ui) -> R) -> R {
    let tokens = Tokens::of(ui.ctx());
    ui.add_space(12.0);
    hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
    ui.add_space(12.0);
    let head = |ui: &mut Ui| {
        text(ui, Face::Strong, tokens.ink, words);
        if !hint.is_empty() {
            text(ui, Face::Caption, tokens.ink_second, hint);
        }
    };
    if ui.available_width() < BESIDE {
        head(ui);
        ui.add_space(8.0);
        return chips(ui);
    }
    let right = ui.available_width() - WORDS;
    let head = |ui: &mut Ui| {
        ui.add_space(if hint.is_empty() { 10.0 } else { 2.0 });
        head(ui);
    };
    beside(ui, right, 0.0, head, |ui, _| chips(ui)).1
}

fn soreness(soreness: Soreness) -> String {
    match soreness {
        Soreness::None => fl!(LOADER, "soreness-none"),
        Soreness::WithinDay => fl!(LOADER, "soreness-within-day"),
        Soreness::Longer => fl!(LOADER, "soreness-longer"),
        Soreness::Still => fl!(LOADER, "soreness-still"),
    }
}

//! What the draft comes to: its time, its plan, what is to be mended, and the ways out.

use std::time::Duration;

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;

use super::field::fault_line;
use super::history::Turn;
use super::{Writing, strip};
use crate::ui::action::{Action, Edit, EditorView, Keeping};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, Chip, Chips, hairline};
use crate::ui::shell::{card_with, line, text};
use crate::ui::spoken::announce;
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// Shows the card. `rest` are the faults that no field shows.
pub fn card(ui: &mut Ui, view: &EditorView<'_>, writing: &mut Writing, rest: &[String]) -> Option<Action> {
    card_with(ui, Margin { left: 22, right: 22, top: 18, bottom: 16 }, |ui| {
        turns(ui, writing);
        ui.add_space(8.0);
        sum(ui, writing);
        rule(ui);
        mend(ui, writing, rest);
        rule(ui);
        ways_out(ui, view, writing)
    })
}

fn rule(ui: &mut Ui) {
    ui.add_space(12.0);
    hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
    ui.add_space(12.0);
}

fn turns(ui: &mut Ui, writing: &mut Writing) {
    let half = (ui.available_width() - 8.0) / 2.0;
    let [undo, redo] = [fl!(LOADER, "editing-undo"), fl!(LOADER, "editing-redo")];
    let can = [writing.history.can_undo(&writing.draft), writing.history.can_redo(&writing.draft)];
    let mut turn = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        for (words, can, way) in [(&undo, can[0], Turn::Undo), (&redo, can[1], Turn::Redo)] {
            if ui.add_enabled(can, Button::secondary(words).at_least(vec2(half, 44.0))).clicked() {
                turn = Some(way);
            }
        }
    });
    if turn.is_some() {
        writing.keep_history(ui, turn);
    }
}

fn sum(ui: &mut Ui, writing: &mut Writing) {
    let tokens = Tokens::of(ui.ctx());
    let names: Vec<_> = writing
        .draft
        .routines
        .iter()
        .enumerate()
        .map(|(i, routine)| match routine.name.trim() {
            "" => fl!(LOADER, "editing-routine", number = (i as i64 + 1)),
            name => name.to_owned(),
        })
        .collect();
    writing.routine = writing.routine.min(names.len().saturating_sub(1));
    if names.len() > 1 {
        let chips: Vec<_> = names
            .iter()
            .enumerate()
            .map(|(i, name)| Chip { chosen: i == writing.routine, ..Chip::one(name) })
            .collect();
        if let Some(clicked) = Chips(&chips).show(ui) {
            writing.routine = clicked;
        }
        ui.add_space(8.0);
    }
    let Some((plan, left_out)) = writing.reading.first_day(writing.routine) else {
        line(ui, &fl!(LOADER, "editing-no-points"));
        return;
    };
    if plan.total().is_zero() {
        line(ui, &fl!(LOADER, "editing-no-points"));
    } else {
        text(ui, Face::Title, tokens.ink, &time(plan.total()));
        text(ui, Face::Under, tokens.ink_third, &fl!(LOADER, "editing-total-more"));
        ui.add_space(8.0);
        strip::strip(ui, &plan);
    }
    if left_out > 0 {
        ui.add_space(6.0);
        line(ui, &fl!(LOADER, "editing-left-out", points = (left_out as i64)));
    }
}

/// "12 min 40 s".
pub fn time(length: Duration) -> String {
    let seconds = length.as_secs();
    let (minutes, seconds) = ((seconds / 60).cast_signed(), (seconds % 60).cast_signed());
    match (minutes, seconds) {
        (0, seconds) => fl!(LOADER, "editing-seconds", seconds = seconds),
        (minutes, 0) => fl!(LOADER, "editing-minutes", minutes = minutes),
        (minutes, seconds) => fl!(LOADER, "editing-time", minutes = minutes, seconds = seconds),
    }
}

fn mend(ui: &mut Ui, writing: &mut Writing, rest: &[String]) {
    let tokens = Tokens::of(ui.ctx());
    let count = writing.reading.faults.all().count();
    let (icon, words) = if count == 0 {
        (Icon::Check, fl!(LOADER, "editing-all-well"))
    } else {
        (Icon::Warn, fl!(LOADER, "editing-to-mend", faults = (count as i64)))
    };
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 24.0));
    let color = if count == 0 { tokens.ink } else { tokens.press };
    icon.paint_stroked(ui.painter(), rect.left_center() + vec2(11.0, 0.0), 22.0, color, 2.1);
    let at = rect.left_center() + vec2(32.0, 0.0);
    Face::Strong.paint(ui.painter(), at, eframe::egui::Align2::LEFT_CENTER, &words, tokens.ink);
    announce(ui, rect, &words);
    for words in rest {
        ui.add_space(6.0);
        fault_line(ui, words);
    }
    if count > 0 {
        ui.add_space(8.0);
        let wide = vec2(ui.available_width(), 44.0);
        let first = writing.reading.faults.first().map(str::to_owned);
        if ui.add(Button::secondary(&fl!(LOADER, "editing-to-first")).at_least(wide)).clicked()
            && let Some(first) = first
        {
            writing.lead_to(first);
        }
    }
}

fn ways_out(ui: &mut Ui, view: &EditorView<'_>, writing: &mut Writing) -> Option<Action> {
    let mut asked = None;
    let well = writing.reading.faults.is_empty();
    let wide = vec2(ui.available_width(), 44.0);
    let [take, save, leave] = [fl!(LOADER, "taking-use"), fl!(LOADER, "editing-save"), fl!(LOADER, "editing-leave")];
    if !well {
        line(ui, &fl!(LOADER, "editing-not-yet"));
        ui.add_space(8.0);
    }
    if ui.add_enabled(well, Button::primary(&take).icon(Icon::Check).at_least(wide)).clicked() {
        asked = Some(Edit::Use);
    }
    ui.add_space(8.0);
    if ui.add_enabled(well, Button::secondary(&save).icon(Icon::Export).at_least(wide)).clicked() {
        asked = Some(Edit::SaveAs);
    }
    ui.add_space(8.0);
    if ui.add(Button::secondary(&leave).at_least(wide)).clicked() {
        asked = Some(Edit::Leave);
    }
    ui.add_space(6.0);
    let kept = match view.keeping {
        Keeping::Kept => fl!(LOADER, "editing-kept"),
        Keeping::Nowhere => fl!(LOADER, "editing-kept-nowhere"),
    };
    text(ui, Face::Under, Tokens::of(ui.ctx()).ink_third, &kept);
    ui.add_space(2.0);
    if writing.sure {
        line(ui, &fl!(LOADER, "editing-discard-more"));
        ui.add_space(6.0);
        if ui.add(Button::secondary(&fl!(LOADER, "editing-discard-sure")).at_least(wide)).clicked() {
            asked = Some(Edit::Discard);
        }
        ui.add_space(6.0);
        if ui.add(Button::tertiary(&fl!(LOADER, "editing-discard-not"))).clicked() {
            writing.sure = false;
        }
    } else if ui.add(Button::tertiary(&fl!(LOADER, "editing-discard"))).clicked() {
        writing.sure = true;
    }
    asked.map(Action::Edit)
}

//! A program before it is taken: what it asks for, what may move, and what differs from the one in force.

use eframe::egui::{Key, Margin, Ui, vec2};
use i18n_embed_fl::fl;

use super::{Head, WIDE, head, rules, table};
use crate::practice::program::differs::{Bearing, Difference};
use crate::practice::program::intake::{Remark, highest_ceiling};
use crate::ui::action::{Action, TakeInDraft, TakeInView};
use crate::ui::icons::Icon;
use crate::ui::parts::{Banner, Button, Pill, Tone, hairline};
use crate::ui::shell::{banners, beside, block, card_with, day_and_month, heading, line, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::{LOADER, taking};

/// How wide the marks before differences are.
const MARK: f32 = 108.0;
/// A narrower row has its mark over the words.
const NARROW: f32 = 420.0;

/// Shows the page and returns what was asked for.
pub fn take_in(ui: &mut Ui, view: &TakeInView<'_>, draft: &mut TakeInDraft) -> Option<Action> {
    let mut asked = banners(ui, view.banners);
    let title = &view.program.title;
    let chosen = if ui.available_width() >= WIDE {
        let width = buttons_width(ui, view);
        beside(ui, width, 24.0, |ui| heading(ui, title), |ui, _| buttons(ui, view, draft)).1
    } else {
        heading(ui, title);
        ui.add_space(8.0);
        let chosen = buttons(ui, view, draft);
        ui.add_space(10.0);
        chosen
    };
    draft.shown = true;
    asked = asked.or(chosen);
    ui.add_space(4.0);
    head(ui, view.program, Head::Offered(view.revision));
    ui.add_space(14.0);
    match view.replaces {
        Some(_) if is_in_force(view) => {}
        Some(same) if same == title => drop(line(ui, &fl!(LOADER, "taking-replaces-same"))),
        Some(title) => drop(line(ui, &fl!(LOADER, "taking-replaces", title = title))),
        None => drop(line(ui, &fl!(LOADER, "taking-first"))),
    }
    ui.add_space(16.0);
    for remark in view.remarks {
        let words = taking::remark(*remark, &view.program.prescribed.by);
        Banner { tone: tone(*remark), words: &words, action: None }.show(ui);
        ui.add_space(12.0);
    }
    if !view.remarks.is_empty() {
        ui.add_space(4.0);
    }
    if !view.differences.is_empty() {
        differences(ui, view);
        ui.add_space(16.0);
    }
    for routine in &view.program.routines {
        let about = taking::sum(routine, view.program);
        let limits = view.program.limits;
        table::card(ui, &table::Table { routine, limits, about: Some(&about), now: &[], chosen: None });
        ui.add_space(16.0);
    }
    rules::cards(ui, view.program, &limits(view));
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        asked = asked.or(Some(Action::LeaveIt));
    }
    asked
}

fn is_in_force(view: &TakeInView<'_>) -> bool {
    view.remarks.contains(&Remark::InForce)
}

/// What may move up to where, in words.
fn limits(view: &TakeInView<'_>) -> Vec<(Icon, String)> {
    let highest = highest_ceiling(view.program)
        .map(|level| (Icon::Press, fl!(LOADER, "taking-highest", level = i64::from(level.level()))));
    let review = view.program.prescribed.review;
    let review = review.map(|day| (Icon::Flag, fl!(LOADER, "program-review-on", day = day_and_month(day))));
    let steps = taking::steps(view.program).map(|steps| (Icon::Up, steps));
    highest.into_iter().chain(steps).chain(review).collect()
}

const fn tone(remark: Remark) -> Tone {
    match remark {
        Remark::InForce | Remark::SameContent | Remark::Before => Tone::Info,
        Remark::Older { .. } | Remark::Over(_) | Remark::ReviewOver(_) | Remark::Example => Tone::Warn,
    }
}

fn buttons_width(ui: &Ui, view: &TakeInView<'_>) -> f32 {
    let ink = Tokens::of(ui.ctx()).ink;
    let width = |words: &str| Face::Strong.lay_out(ui.painter(), words, ink, f32::INFINITY).size().x + 40.0;
    if is_in_force(view) {
        return width(&fl!(LOADER, "taking-back")).ceil();
    }
    (width(&fl!(LOADER, "taking-not-now")) + 12.0 + width(&fl!(LOADER, "taking-use")) + 30.0).ceil()
}

/// The yes and the no. The yes to a first program is one key away; one that replaces another has to be gone to.
fn buttons(ui: &mut Ui, view: &TakeInView<'_>, draft: &TakeInDraft) -> Option<Action> {
    let mut asked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        ui.horizontal_wrapped(|ui| {
            if is_in_force(view) {
                if ui.add(Button::primary(&fl!(LOADER, "taking-back"))).clicked() {
                    asked = Some(Action::LeaveIt);
                }
                return;
            }
            if ui.add(Button::secondary(&fl!(LOADER, "taking-not-now"))).clicked() {
                asked = Some(Action::LeaveIt);
            }
            let chosen = ui.add(Button::primary(&fl!(LOADER, "taking-use")).icon(Icon::Check));
            if view.replaces.is_none() && !draft.shown {
                chosen.request_focus();
            }
            if chosen.clicked() {
                asked = Some(Action::TakeIn);
            }
        });
    });
    asked
}

/// What differs, one row for each place and way.
fn differences(ui: &mut Ui, view: &TakeInView<'_>) {
    let tokens = Tokens::of(ui.ctx());
    let alike = |one: &Difference, other: &Difference| one.bearing == other.bearing && one.at == other.at;
    let marked = view.differences.iter().any(|difference| difference.bearing != Bearing::Other);
    card_with(ui, Margin { left: 28, right: 28, top: 22, bottom: 12 }, |ui| {
        text(ui, Face::Title, tokens.ink, &fl!(LOADER, "taking-differs"));
        ui.add_space(12.0);
        for rows in view.differences.chunk_by(alike) {
            let Some(first) = rows.first() else { continue };
            hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
            ui.add_space(12.0);
            if !marked {
                told(ui, view, first, rows);
            } else if ui.available_width() < NARROW {
                if mark(ui, first.bearing) {
                    ui.add_space(6.0);
                }
                told(ui, view, first, rows);
            } else {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    let width = ui.available_width();
                    block(ui, MARK, |ui| mark(ui, first.bearing));
                    block(ui, width - MARK, |ui| told(ui, view, first, rows));
                });
            }
            ui.add_space(12.0);
        }
    });
}

/// Where, and everything that differs there.
fn told(ui: &mut Ui, view: &TakeInView<'_>, first: &Difference, rows: &[Difference]) {
    let tokens = Tokens::of(ui.ctx());
    text(ui, Face::Strong, tokens.ink, &taking::at(first, view.program));
    for difference in rows {
        ui.add_space(2.0);
        line(ui, &taking::change(difference));
    }
}

/// What asks for more or guards less has a word and an icon; returns whether there is one.
fn mark(ui: &mut Ui, bearing: Bearing) -> bool {
    let (icon, words) = match bearing {
        Bearing::Higher => (Icon::Up, fl!(LOADER, "taking-higher")),
        Bearing::Looser => (Icon::Warn, fl!(LOADER, "taking-looser")),
        Bearing::Other => return false,
    };
    ui.add(Pill::new(&words).icon(icon).at_least(MARK - 14.0));
    true
}

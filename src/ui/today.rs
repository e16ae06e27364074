//! Today: how it is, what is worked, and Start.

mod after;
mod broken;
mod dose;
mod empty;
mod ladder;
mod month;
mod notes;
mod pain;
mod points;
mod rest;
mod spots;
mod start;

use eframe::egui::{Margin, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, Asked, Hands, Hearing, ReleaseDraft, Today, TodayView};
use super::icons::Icon;
use super::locked::locked;
use super::parts::Button;
use super::shell::{banners, beside, card_with, choice, heading, text, whole_day};
use super::theme::{Face, Tokens};
use crate::practice::program::{Program, Routine};
use crate::words::{LOADER, session};
use start::Height;

/// From this width of the column on, Start stands beside the points.
const WIDE: f32 = 940.0;
/// How wide the panel with Start is.
const PANEL: f32 = 332.0;
/// A panel is no lower than this, even if Start is then out of sight.
const LOWEST: f32 = 320.0;
/// What the window has above the page and keeps free below Start.
const AROUND: f32 = 30.0 + 14.0;

/// Shows the screen and returns what was asked for; what is being filled in to release a lock is the caller's to keep.
pub fn today(ui: &mut Ui, view: &TodayView<'_>, release: &mut ReleaseDraft) -> Option<Action> {
    let page = ui.max_rect().top();
    let mut asked = banners(ui, view.banners);
    heading(ui, &greeting(view.hour));
    ui.add_space(2.0);
    let day = whole_day(view.today, view.today.year());
    let worked = view.program.and_then(|program| Some((program, program.routines.get(view.routine)?)));
    let Some((program, routine)) = worked else {
        second_line(ui, &day);
        ui.add_space(24.0);
        asked = asked.or(empty::first_program(ui));
        return asked.or(first_steps(ui, view));
    };
    second_line(ui, &fl!(LOADER, "today-from", day = day, by = program.prescribed.by.as_str()));
    ui.add_space(24.0);
    let after = view.day.and_then(|day| day.day_after.as_ref());
    if let Some(after) = after {
        asked = asked.or(after::card(ui, after, view.marks));
        ui.add_space(16.0);
    }
    if let Some(broken) = view.broken {
        asked = asked.or(broken::card(ui, broken));
        ui.add_space(16.0);
    }
    if let Some(day) = view.day.filter(|day| !day.locks.is_empty()) {
        asked = asked.or(locked(ui, &day.locks, view.today, release));
        ui.add_space(16.0);
    }
    let is_known = after.is_some() && view.day.is_some_and(|day| day.pain_is_known);
    // On a day of rest an answer that was given can still be changed.
    if (is_worked(view) || matches!(view.pain, Asked::Given { .. })) && !is_known {
        asked = asked.or(pain::card(ui, view, routine));
        ui.add_space(16.0);
    }
    let top = ui.cursor().min;
    asked = asked.or(session_card(ui, view, program, routine, page));
    if is_worked(view) {
        let card = Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.cursor().top()));
        spots::beside(ui, view, routine, card);
    }
    asked = asked.or(first_steps(ui, view));
    if !view.month.is_empty() {
        ui.add_space(16.0);
        month::card(ui, view);
    }
    asked
}

/// Offers what is best done before the first session, until it was: the sound check, the practice round, and choosing keys.
fn first_steps(ui: &mut Ui, view: &TodayView<'_>) -> Option<Action> {
    if view.sound_checked && !view.practice {
        return None;
    }
    ui.add_space(16.0);
    let mut asked = None;
    let mut offer = |ui: &mut Ui, button: Button<'_>, action| {
        if ui.add(button).clicked() {
            asked = Some(action);
        }
    };
    let (check, practise, keys) =
        (fl!(LOADER, "sound-check"), fl!(LOADER, "practice-offer"), fl!(LOADER, "hands-keys"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        if !view.sound_checked {
            offer(ui, Button::secondary(&check).icon(Icon::Sound), Action::Hearing(Hearing::Check));
        }
        if view.practice {
            offer(ui, Button::secondary(&practise).icon(Icon::Play), Action::Hands(Hands::Practise));
            offer(ui, Button::secondary(&keys), Action::Hands(Hands::Open));
        }
    });
    asked
}

/// Returns true unless the day is one of rest, or locked.
fn is_worked(view: &TodayView<'_>) -> bool {
    !matches!(view.day.map(|day| &day.session), Some(Today::Rest { .. } | Today::Locked))
}

fn greeting(hour: i8) -> String {
    match hour {
        4..12 => fl!(LOADER, "today-morning"),
        12..18 => fl!(LOADER, "today-afternoon"),
        _ => fl!(LOADER, "today-evening"),
    }
}

fn second_line(ui: &mut Ui, words: &str) {
    let color = Tokens::of(ui.ctx()).ink_second;
    text(ui, Face::Body, color, words);
}

fn session_card(ui: &mut Ui, view: &TodayView<'_>, program: &Program, routine: &Routine, page: f32) -> Option<Action> {
    let wide = ui.available_width() >= WIDE;
    let locked = matches!(view.day.map(|day| &day.session), Some(Today::Locked));
    let beside_panel = wide && !locked;
    let padding =
        if beside_panel { Margin { left: 28, right: 20, top: 20, bottom: 20 } } else { Margin::symmetric(28, 24) };
    // In the page as it lies unscrolled: what is in sight must not depend on how far it is scrolled.
    let top = ui.cursor().top() - page + f32::from(padding.top);
    let in_sight = ui.ctx().content_rect().height() - AROUND - top;
    let most = if in_sight >= LOWEST { in_sight } else { f32::INFINITY };
    card_with(ui, padding, |ui| {
        let left = |ui: &mut Ui| {
            let chosen = title(ui, view, program, routine);
            let taken_in = points::rows(ui, view, routine);
            chosen.or(taken_in).or(notes::show(ui, view, program))
        };
        if beside_panel {
            let right = |ui: &mut Ui, height| start::panel(ui, view, Height { beside: height, most });
            let (left, right) = beside(ui, PANEL, 20.0, left, right);
            left.or(right)
        } else if locked {
            left(ui)
        } else {
            let asked = left(ui);
            ui.add_space(16.0);
            asked.or(start::panel(ui, view, Height { beside: 0.0, most: f32::INFINITY }))
        }
    })
}

/// What the session is: its title, what it comes to, and which routine of several.
fn title(ui: &mut Ui, view: &TodayView<'_>, program: &Program, routine: &Routine) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    ui.add_space(4.0);
    text(ui, Face::Title, tokens.ink, &program.title);
    let count = (0..routine.points.len()).filter(|point| points::is_worked(view, *point)).count();
    let length = session::minutes(view.total);
    let points = fl!(LOADER, "today-points", points = count.cast_signed());
    let pressed = routine.points.iter().any(|point| point.press.is_some());
    let stretched = routine.points.iter().any(|point| point.stretch.is_some());
    let work = match (pressed, stretched) {
        (true, true) => fl!(LOADER, "today-press-and-stretch"),
        (true, false) => fl!(LOADER, "today-press-only"),
        (false, _) => fl!(LOADER, "today-stretch-only"),
    };
    if is_worked(view) {
        let sum = fl!(LOADER, "today-sum", points = points, work = work, length = length);
        text(ui, Face::Narrow, tokens.ink_second, &sum);
    }
    if program.routines.len() < 2 {
        return None;
    }
    ui.add_space(10.0);
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        for (i, routine) in program.routines.iter().enumerate() {
            if choice(ui, &routine.name, i == view.routine, vec2(44.0, 44.0)) && i != view.routine {
                asked = Some(Action::Routine(i));
            }
        }
    });
    asked
}

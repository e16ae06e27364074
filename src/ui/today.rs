//! Today: how it is, what is worked, and Start.

mod broken;
mod empty;
mod month;
mod pain;
mod points;
mod start;

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, TodayView};
use super::icons::Icon;
use super::parts::Button;
use super::shell::{banners, beside, card_with, choice, heading, place_at, text, whole_day};
use super::theme::{Face, Tokens};
use crate::practice::program::{Program, Routine};
use crate::words::{LOADER, session};

/// From this width of the column on, Start stands beside the points.
const WIDE: f32 = 940.0;
/// How wide the panel with Start is.
const PANEL: f32 = 332.0;

/// Shows the screen and returns what was asked for.
pub fn today(ui: &mut Ui, view: &TodayView<'_>) -> Option<Action> {
    let mut asked = banners(ui, view.banners);
    heading(ui, &greeting(view.hour));
    ui.add_space(2.0);
    let day = whole_day(view.today, view.today.year());
    let worked = view.program.and_then(|program| Some((program, program.routines.get(view.routine)?)));
    let Some((program, routine)) = worked else {
        second_line(ui, &day);
        ui.add_space(24.0);
        return asked.or(empty::first_program(ui));
    };
    second_line(ui, &fl!(LOADER, "today-from", day = day, by = program.prescribed.by.as_str()));
    if let Some(notes) = &program.notes {
        self::notes(ui, notes);
    }
    ui.add_space(16.0);
    if let Some(broken) = view.broken {
        asked = asked.or(broken::card(ui, broken));
        ui.add_space(16.0);
    }
    asked = asked.or(pain::card(ui, view, routine));
    ui.add_space(16.0);
    asked = asked.or(session_card(ui, view, program, routine));
    if !view.month.is_empty() {
        ui.add_space(16.0);
        month::card(ui, view);
    }
    asked
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

/// The therapist's notes: the first line of them, and the rest when it is asked for.
fn notes(ui: &mut Ui, notes: &str) {
    let tokens = Tokens::of(ui.ctx());
    let id = ui.scope_id().with("notes");
    let first = notes.lines().next().unwrap_or_default();
    let width = ui.available_width() - 26.0 - 100.0;
    let fits = Face::Body.lay_out(ui.painter(), notes, tokens.ink, width).rows.len() <= 1;
    let mut open: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    // The button is higher than the line, and keeps off the one above.
    ui.add_space(if fits { 6.0 } else { 10.0 });
    ui.horizontal_top(|ui| {
        let (_, place) = ui.allocate_space(vec2(18.0, 24.0));
        Icon::Note.paint(ui.painter(), place.center(), 18.0, tokens.ink_second);
        if fits || open {
            let width = if fits { ui.available_width() } else { width };
            ui.allocate_ui(vec2(width, 0.0), |ui| text(ui, Face::Body, tokens.ink, notes));
        } else {
            let short = shortened(ui, first, width);
            text(ui, Face::Body, tokens.ink, &short);
        }
        if !fits {
            let words = if open { fl!(LOADER, "today-notes-less") } else { fl!(LOADER, "today-notes-more") };
            let (_, place) = ui.allocate_space(vec2(92.0, 24.0));
            let button = Button::tertiary(&words);
            if place_at(ui, place.expand2(vec2(0.0, 10.0)), button).clicked() {
                open = !open;
                ui.data_mut(|data| data.insert_temp(id, open));
            }
        }
    });
}

/// As many whole words as fit into a width, and an ellipsis.
fn shortened(ui: &Ui, words: &str, width: f32) -> String {
    let fits =
        |text: &str| Face::Body.lay_out(ui.painter(), text, Tokens::of(ui.ctx()).ink, f32::INFINITY).size().x <= width;
    let mut short = String::new();
    for word in words.split_whitespace() {
        let longer = if short.is_empty() { word.to_owned() } else { format!("{short} {word}") };
        if !fits(&format!("{longer} …")) {
            break;
        }
        short = longer;
    }
    format!("{short} …")
}

fn session_card(ui: &mut Ui, view: &TodayView<'_>, program: &Program, routine: &Routine) -> Option<Action> {
    let wide = ui.available_width() >= WIDE;
    let padding = if wide { Margin { left: 28, right: 20, top: 20, bottom: 20 } } else { Margin::symmetric(28, 24) };
    card_with(ui, padding, |ui| {
        let left = |ui: &mut Ui| {
            let chosen = title(ui, view, program, routine);
            chosen.or(points::rows(ui, view, routine))
        };
        if wide {
            let (left, right) = beside(ui, PANEL, 20.0, left, |ui, height| start::panel(ui, view, height));
            left.or(right)
        } else {
            let asked = left(ui);
            ui.add_space(16.0);
            asked.or(start::panel(ui, view, 0.0))
        }
    })
}

/// What the session is: its title, what it comes to, and which routine of several.
fn title(ui: &mut Ui, view: &TodayView<'_>, program: &Program, routine: &Routine) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    ui.add_space(4.0);
    text(ui, Face::Title, tokens.ink, &program.title);
    let count = view.skipped.iter().filter(|skipped| !**skipped).count();
    let length = session::minutes(view.total);
    let points = fl!(LOADER, "today-points", points = count.cast_signed());
    let pressed = routine.points.iter().any(|point| point.press.is_some());
    let stretched = routine.points.iter().any(|point| point.stretch.is_some());
    let work = match (pressed, stretched) {
        (true, true) => fl!(LOADER, "today-press-and-stretch"),
        (true, false) => fl!(LOADER, "today-press-only"),
        (false, _) => fl!(LOADER, "today-stretch-only"),
    };
    text(ui, Face::Narrow, tokens.ink_second, &fl!(LOADER, "today-sum", points = points, work = work, length = length));
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

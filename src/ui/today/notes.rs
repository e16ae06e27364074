//! What else is to be known about the program: the therapist's notes, and what the days so far come to.

use eframe::egui::{Ui, vec2};
use i18n_embed_fl::fl;

use crate::practice::program::Program;
use crate::ui::action::{Action, TodayView};
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, hairline};
use crate::ui::reason::Reason;
use crate::ui::shell::{place_at, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// Keeps the notes of the day apart from the decisions beside them.
const KEY: usize = 1000;

/// Shows the notes under the points.
pub fn show(ui: &mut Ui, view: &TodayView<'_>, program: &Program) -> Option<Action> {
    let of_the_day = view.day.map(|day| day.notes.as_slice()).unwrap_or_default();
    let may_maintain = view.day.is_some_and(|day| day.may_maintain);
    if program.notes.is_none() && of_the_day.is_empty() && !may_maintain {
        return None;
    }
    ui.add_space(6.0);
    hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
    ui.add_space(14.0);
    if let Some(notes) = &program.notes {
        therapist(ui, notes);
    }
    for (i, line) in of_the_day.iter().enumerate() {
        ui.add_space(if i > 0 || program.notes.is_some() { 8.0 } else { 0.0 });
        Reason::of(line, KEY + i).narrow().show(ui);
    }
    if !may_maintain {
        return None;
    }
    ui.add_space(12.0);
    let words = fl!(LOADER, "dose-maintain");
    ui.add(Button::secondary(&words)).clicked().then_some(Action::Maintain)
}

/// The therapist's notes: the first line of them, and the rest when it is asked for.
fn therapist(ui: &mut Ui, notes: &str) {
    let tokens = Tokens::of(ui.ctx());
    let id = ui.scope_id().with("notes");
    let first = notes.lines().next().unwrap_or_default();
    let width = ui.available_width() - 32.0 - 104.0;
    let fits = Face::Body.lay_out(ui.painter(), notes, tokens.ink, width).rows.len() <= 1;
    let mut open: bool = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let (_, place) = ui.allocate_space(vec2(20.0, 24.0));
        Icon::Note.paint(ui.painter(), place.center(), 20.0, tokens.ink_second);
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

//! Program: what the therapist wrote, the shipped programs, and a file that was refused.

mod amounts;
mod choose;
mod rules;
mod table;
mod take_in;

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;
use jiff::civil::Date;

use super::action::{Action, ProgramView};
use super::icons::Icon;
use super::parts::{Button, Pill};
use super::shell::{banners, beside, card_with, day_and_month, heading, line, quoted, text};
use super::theme::{Face, Tokens};

pub use take_in::take_in;

use crate::practice::program::Program;
use crate::words::LOADER;

/// From this width of the column on, the button stands beside the title.
const WIDE: f32 = 700.0;

/// Shows the screen and returns what was asked for.
pub fn program(ui: &mut Ui, view: &ProgramView<'_>) -> Option<Action> {
    let mut asked = banners(ui, view.banners);
    let title = view.program.map_or_else(|| fl!(LOADER, "room-program"), |program| program.title.clone());
    let opened = if ui.available_width() >= WIDE {
        let width = files_width(ui, view);
        beside(ui, width, 24.0, |ui| heading(ui, &title), |ui, _| files(ui, view)).1
    } else {
        heading(ui, &title);
        ui.add_space(8.0);
        let asked = files(ui, view);
        ui.add_space(10.0);
        asked
    };
    asked = asked.or(opened);
    ui.add_space(4.0);
    match view.program {
        Some(program) => head(ui, program, view.revision.as_deref()),
        None => {
            line(ui, &fl!(LOADER, "program-none"));
        }
    }
    ui.add_space(20.0);
    if let Some((file, faults)) = view.refused {
        refused(ui, file, faults);
        ui.add_space(16.0);
    }
    if let Some(program) = view.program {
        for routine in &program.routines {
            table::card(ui, routine, program.limits, None);
            ui.add_space(16.0);
        }
        rules::cards(ui, program, &[]);
    }
    asked.or(choose::cards(ui, view))
}

/// What can be done with files: with the program in force, and with another one.
fn file_buttons(view: &ProgramView<'_>) -> Vec<(Icon, String, Action)> {
    let open = (Icon::Import, fl!(LOADER, "program-open"), Action::ChooseFile);
    if view.program.is_none() {
        return vec![open];
    }
    vec![
        (Icon::Print, fl!(LOADER, "program-print"), Action::Print),
        (Icon::Export, fl!(LOADER, "program-export"), Action::Export),
        open,
    ]
}

/// The space between two of them.
const BETWEEN: f32 = 10.0;

fn files_width(ui: &Ui, view: &ProgramView<'_>) -> f32 {
    let ink = Tokens::of(ui.ctx()).ink;
    let width = |words: &str| Face::Strong.lay_out(ui.painter(), words, ink, f32::INFINITY).size().x + 70.0;
    let buttons = file_buttons(view);
    let words: f32 = buttons.iter().map(|(_, words, _)| width(words)).sum();
    words + BETWEEN * buttons.len().saturating_sub(1) as f32
}

fn files(ui: &mut Ui, view: &ProgramView<'_>) -> Option<Action> {
    let mut asked = None;
    let mut row = |ui: &mut Ui| {
        for (icon, words, action) in file_buttons(view) {
            let is_open = action == Action::ChooseFile;
            let button = if is_open { Button::primary(&words) } else { Button::secondary(&words) };
            if ui.add(button.icon(icon)).clicked() {
                asked = Some(action);
            }
        }
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = vec2(BETWEEN, 8.0);
        ui.horizontal_wrapped(|ui| row(ui));
    });
    asked
}

/// Who prescribed it, and what it comes to.
fn head(ui: &mut Ui, program: &Program, revision: Option<&str>) {
    let tokens = Tokens::of(ui.ctx());
    let written = &program.prescribed;
    let by = fl!(LOADER, "program-by", by = written.by.as_str());
    text(ui, Face::Body, tokens.ink_second, &by);
    ui.add_space(10.0);
    let mut chips: Vec<(Option<Icon>, String)> = Vec::new();
    if let Some(dates) = dates(written.on, written.until) {
        chips.push((Some(Icon::Calendar), dates));
    }
    chips.push((None, fl!(LOADER, "program-days", days = i64::from(program.schedule.days_per_week))));
    chips.push((None, fl!(LOADER, "program-sessions", sessions = i64::from(program.schedule.sessions_per_day))));
    if let Some(review) = written.review {
        chips.push((Some(Icon::Flag), fl!(LOADER, "program-review", day = day_and_month(review))));
    }
    if let Some(revision) = revision {
        chips.push((None, fl!(LOADER, "program-revision", revision = revision)));
    }
    ui.scope(|ui| {
        // A row of chips is as high as a chip: none of them is a button.
        ui.spacing_mut().interact_size.y = 28.0;
        ui.spacing_mut().item_spacing = vec2(10.0, 8.0);
        ui.horizontal_wrapped(|ui| {
            for (icon, words) in &chips {
                let pill = Pill::new(words);
                ui.add(icon.map_or(pill, |icon| pill.icon(icon)));
            }
        });
    });
}

fn dates(on: Option<Date>, until: Option<Date>) -> Option<String> {
    Some(match (on.map(day_and_month), until.map(day_and_month)) {
        (Some(on), Some(until)) => fl!(LOADER, "program-from-to", on = on, until = until),
        (Some(on), None) => fl!(LOADER, "program-since", on = on),
        (None, Some(until)) => fl!(LOADER, "program-until", until = until),
        (None, None) => return None,
    })
}

/// The file that was refused, with every fault to be read and copied.
fn refused(ui: &mut Ui, file: &str, faults: &[String]) {
    let tokens = Tokens::of(ui.ctx());
    card_with(ui, Margin::symmetric(28, 22), |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let (_, place) = ui.allocate_space(vec2(24.0, 28.0));
            Icon::Warn.paint_stroked(ui.painter(), place.center(), 24.0, tokens.press, 2.1);
            text(ui, Face::Title, tokens.ink, &fl!(LOADER, "program-refused", file = file));
        });
        ui.add_space(2.0);
        let count = faults.len().cast_signed();
        line(ui, &fl!(LOADER, "program-refused-more", faults = count));
        for fault in faults {
            ui.add_space(8.0);
            quoted(ui, fault);
        }
    });
}

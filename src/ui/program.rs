//! Program: what the therapist wrote, the shipped programs, and a file that was refused.

mod amounts;
mod choose;
mod rules;
mod table;
mod take_in;
mod write;

use eframe::egui::{Align, Layout, Margin, Ui, vec2};
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
        let width = open_width(ui);
        beside(ui, width, 24.0, |ui| heading(ui, &title), |ui, _| open(ui)).1
    } else {
        heading(ui, &title);
        ui.add_space(8.0);
        let asked = open(ui);
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
        ui.add_space(16.0);
    }
    asked = asked.or(write::cards(ui, view));
    ui.add_space(16.0);
    asked.or(choose::cards(ui, view))
}

fn open_width(ui: &Ui) -> f32 {
    let words = fl!(LOADER, "program-open");
    let ink = Tokens::of(ui.ctx()).ink;
    Face::Strong.lay_out(ui.painter(), &words, ink, f32::INFINITY).size().x + 70.0
}

fn open(ui: &mut Ui) -> Option<Action> {
    let words = fl!(LOADER, "program-open");
    let button = Button::primary(&words).icon(Icon::Import);
    let place = Layout::top_down(if ui.available_width() < WIDE { Align::Min } else { Align::Max });
    ui.with_layout(place, |ui| ui.add(button)).inner.clicked().then_some(Action::ChooseFile)
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

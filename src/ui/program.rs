//! Program: what the therapist wrote, the shipped programs, and a file that was refused.

mod amounts;
mod choose;
mod how;
mod ladder;
mod rules;
mod table;
mod take_in;
mod write;

use eframe::egui::{Margin, Ui, vec2};
use i18n_embed_fl::fl;
use jiff::civil::Date;

use super::action::{Action, KeptFile, PointNow, ProgramDraft, ProgramView, RevisionTold, Steps};
use super::icons::Icon;
use super::parts::{Button, Pill};
use super::shell::{banners, beside, card_with, day_and_month, heading, line, pair, quoted, text};
use super::theme::{Face, Tokens};

pub use take_in::take_in;

use crate::practice::program::Program;
use crate::words::{self, LOADER};

/// From this width of the column on, the button stands beside the title.
const WIDE: f32 = 700.0;

/// Shows the screen and returns what was asked for.
pub fn program(ui: &mut Ui, view: &ProgramView<'_>, draft: &mut ProgramDraft) -> Option<Action> {
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
        Some(program) => head(ui, program, Head::InForce { today: view.today, revision: view.revision }),
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
        in_force(ui, program, view.points, draft);
        let stays = words::program::stays(program).into_iter().map(|words| (Icon::Lock, words));
        rules::cards(ui, program, &stays.chain(how::seldom()).collect::<Vec<_>>());
        ui.add_space(16.0);
    }
    asked = asked.or(write::cards(ui, view));
    ui.add_space(16.0);
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

/// The points with their doses, the steps of one of them, and the rules by which they move.
fn in_force(ui: &mut Ui, program: &Program, points: &[Vec<PointNow>], draft: &mut ProgramDraft) {
    let chosen = draft.chosen.filter(|&(routine, point)| at(points, (routine, point)).is_some());
    let chosen = chosen.or_else(|| first_that_moves(points));
    for (i, routine) in program.routines.iter().enumerate() {
        let now = points.get(i).map(Vec::as_slice).unwrap_or_default();
        let chosen = chosen.filter(|(routine, _)| *routine == i).map(|(_, point)| point);
        let table = table::Table { routine, limits: program.limits, about: None, now, chosen };
        if let Some(point) = table::card(ui, &table) {
            draft.chosen = Some((i, point));
        }
        ui.add_space(16.0);
    }
    let moves = |point: &PointNow| matches!(point.steps, Steps::Ladder { .. });
    let rising = if points.iter().flatten().any(moves) { how::Rising::Possible } else { how::Rising::Never };
    match chosen.and_then(|chosen| at(points, chosen)) {
        Some(point) if ui.available_width() >= WIDE => {
            let right = (ui.available_width() * 0.39).floor();
            let steps = |ui: &mut Ui, height| ladder::card(ui, point, height);
            pair(ui, "steps", right, steps, |ui, height| how::card(ui, program, rising, height));
        }
        Some(point) => {
            ladder::card(ui, point, 0.0);
            ui.add_space(16.0);
            how::card(ui, program, rising, 0.0);
        }
        None => drop(how::card(ui, program, rising, 0.0)),
    }
    ui.add_space(16.0);
}

fn at(points: &[Vec<PointNow>], (routine, point): (usize, usize)) -> Option<&PointNow> {
    points.get(routine)?.get(point)
}

/// The point that can move, or the first of all.
fn first_that_moves(points: &[Vec<PointNow>]) -> Option<(usize, usize)> {
    let all =
        || points.iter().enumerate().flat_map(|(i, points)| points.iter().enumerate().map(move |(j, p)| (i, j, p)));
    let moving = all().find(|(.., point)| matches!(point.steps, Steps::Ladder { .. }));
    moving.or_else(|| all().next()).map(|(routine, point, _)| (routine, point))
}

/// What stands in the chips under the title.
#[derive(Clone, Copy)]
enum Head<'a> {
    /// The program in force, on this day.
    InForce {
        /// The day.
        today: Date,
        /// Which revision it is.
        revision: Option<&'a RevisionTold>,
    },
    /// One that is offered, by the first characters of its revision.
    Offered(&'a str),
}

/// Who prescribed it, and what it comes to.
fn head(ui: &mut Ui, program: &Program, about: Head<'_>) {
    let tokens = Tokens::of(ui.ctx());
    let written = &program.prescribed;
    let by = fl!(LOADER, "program-by", by = written.by.as_str());
    text(ui, Face::Body, tokens.ink_second, &by);
    ui.add_space(10.0);
    let mut chips: Vec<(Option<Icon>, String)> = Vec::new();
    let mut named: Vec<(Option<Icon>, String, String)> = Vec::new();
    if let Some(dates) = dates(written.on, written.until) {
        chips.push((Some(Icon::Calendar), dates));
    }
    if let Head::InForce { today, .. } = about {
        chips.extend(words::program::week(program, today).map(|week| (None, week)));
    }
    chips.push((None, fl!(LOADER, "program-days", days = i64::from(program.schedule.days_per_week))));
    chips.push((None, fl!(LOADER, "program-sessions", sessions = i64::from(program.schedule.sessions_per_day))));
    match about {
        Head::InForce { revision, .. } => named.extend(revision.into_iter().flat_map(kept)),
        Head::Offered(hash) => {
            if let Some(review) = written.review {
                chips.push((Some(Icon::Flag), fl!(LOADER, "program-review", day = day_and_month(review))));
            }
            chips.push((None, fl!(LOADER, "program-revision", revision = hash)));
        }
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
            for (icon, words, name) in &named {
                let pill = Pill::new(words).named(name);
                ui.add(icon.map_or(pill, |icon| pill.icon(icon))).on_hover_text(name);
            }
        });
    });
}

/// Which revision it is and whether its file is whole: few words, with more for who asks.
fn kept(revision: &RevisionTold) -> [(Option<Icon>, String, String); 2] {
    let words = words::program::revision(revision.number);
    let name = fl!(LOADER, "program-revision-name", revision = words.as_str(), hash = revision.hash.as_str());
    let file = match revision.file {
        KeptFile::Complete => {
            (Some(Icon::Check), fl!(LOADER, "program-file-complete"), fl!(LOADER, "program-file-complete-name"))
        }
        KeptFile::Missing => {
            (Some(Icon::Warn), fl!(LOADER, "program-file-missing"), fl!(LOADER, "program-file-missing-name"))
        }
    };
    [(None, words, name), file]
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

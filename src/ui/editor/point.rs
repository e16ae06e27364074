//! The form of a point: where, on which side, how it is pressed and stretched.

use eframe::egui::{Frame, Margin, Ui, vec2};
use i18n_embed_fl::fl;

use super::Writing;
use super::amount::{Asked as Amount, amount};
use super::cards::group;
use super::field::{Cell, Field, Pen, faults, one, row};
use super::place;
use super::reading::Usual;
use crate::practice::library::{Site, Tool};
use crate::practice::measure::Side;
use crate::practice::program::draft::{PlaceDraft, PointDraft, PressDraft, SidesDraft, Technique};
use crate::ui::parts::{Button, CheckRow, Chip, Chips, hairline, toggle};
use crate::ui::theme::Tokens;
use crate::words::session::capital;
use crate::words::{LOADER, place as words};

/// How wide a short value is.
const VALUE: f32 = 132.0;

/// What was asked for about the point as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Up,
    Down,
    Remove,
}

/// Shows the form under its row.
pub fn form(ui: &mut Ui, pen: &mut Pen<'_>, writing: &mut Writing, at: (usize, usize)) -> Option<Asked> {
    let tokens = Tokens::of(ui.ctx());
    let frame = Frame::new().fill(tokens.sunk).corner_radius(16.0).inner_margin(Margin::symmetric(18, 16));
    let asked = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        inside(ui, pen, writing, at)
    });
    ui.add_space(12.0);
    asked.inner
}

fn inside(ui: &mut Ui, pen: &mut Pen<'_>, writing: &mut Writing, at: (usize, usize)) -> Option<Asked> {
    let path = format!("$.routines[{}].points[{}]", at.0, at.1);
    place::place(ui, pen, writing, at, &path);
    let count = writing.draft.routines.get(at.0).map_or(0, |routine| routine.points.len());
    let point = writing.draft.routines.get(at.0)?.points.get(at.1)?;
    let usual = Usual::at(&mut writing.usual, &writing.draft, point)?;
    let point = writing.draft.routines.get_mut(at.0)?.points.get_mut(at.1)?;
    sides(ui, pen, point, &path);
    faults(ui, pen, vec![path.clone()]);
    rule(ui);
    press(ui, pen, point, &usual, &path);
    rule(ui);
    stretch(ui, pen, point, &usual, &path);
    rule(ui);
    toggle(ui, &mut point.has_finish, &fl!(LOADER, "editing-finish"));
    if point.has_finish {
        let label = fl!(LOADER, "editing-finish-reps");
        let field = Field::new(&label, format!("{path}.finish.reps"))
            .also(format!("{path}.finish"))
            .hint(usual.plain.finish.as_str())
            .wide(VALUE + 40.0);
        row(ui, pen, &mut [Cell::Text(field, &mut point.finish)]);
    }
    rule(ui);
    let note = fl!(LOADER, "editing-note");
    one(ui, pen, Field::new(&note, format!("{path}.note")).rows(2), &mut point.note);
    buttons(ui, at.1, count)
}

fn rule(ui: &mut Ui) {
    ui.add_space(2.0);
    hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
    ui.add_space(8.0);
}

fn buttons(ui: &mut Ui, index: usize, count: usize) -> Option<Asked> {
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let [up, down, remove] =
            [fl!(LOADER, "editing-up"), fl!(LOADER, "editing-down"), fl!(LOADER, "editing-remove-point")];
        if ui.add_enabled(index > 0, Button::secondary(&up)).clicked() {
            asked = Some(Asked::Up);
        }
        if ui.add_enabled(index + 1 < count, Button::secondary(&down)).clicked() {
            asked = Some(Asked::Down);
        }
        if ui.add(Button::tertiary(&remove)).clicked() {
            asked = Some(Asked::Remove);
        }
    });
    asked
}

fn sides(ui: &mut Ui, pen: &mut Pen<'_>, point: &mut PointDraft, path: &str) {
    group(ui, &fl!(LOADER, "editing-side"));
    let mut all = vec![
        (SidesDraft::One(Side::Left), words::side(Side::Left)),
        (SidesDraft::One(Side::Right), words::side(Side::Right)),
        (SidesDraft::Both, fl!(LOADER, "side-both")),
    ];
    if matches!(point.place, PlaceDraft::Own { .. }) {
        all.push((SidesDraft::One(Side::Middle), words::side(Side::Middle)));
    }
    let chips: Vec<_> = all
        .iter()
        .map(|(sides, words)| Chip { chosen: point.sides == *sides, least: 84.0, ..Chip::one(words) })
        .collect();
    if let Some(clicked) = Chips(&chips).show(ui).and_then(|clicked| all.get(clicked)) {
        point.sides = clicked.0;
    }
    faults(ui, pen, vec![format!("{path}.side")]);
    ui.add_space(10.0);
}

fn press(ui: &mut Ui, pen: &mut Pen<'_>, point: &mut PointDraft, usual: &Usual, path: &str) {
    toggle(ui, &mut point.is_pressed, &fl!(LOADER, "editing-pressed"));
    if !point.is_pressed {
        return;
    }
    ui.add_space(4.0);
    let site = point.site();
    if site.is_some_and(|site| site.locked) {
        let (words, under) = (fl!(LOADER, "editing-unlock"), fl!(LOADER, "editing-unlock-more"));
        ui.add(CheckRow::new(&mut point.unlock, &words).under(&under));
        ui.add_space(6.0);
    }
    faults(ui, pen, vec![format!("{path}.press"), format!("{path}.unlock")]);
    tools(ui, pen, point, site, path);
    techniques(ui, pen, &mut point.press, path);
    dose(ui, pen, &mut point.press, usual, &format!("{path}.press"));
    let asked = Amount {
        label: &fl!(LOADER, "editing-ceiling"),
        path: format!("{path}.ceiling"),
        plain: &usual.ceiling,
        bounded: Some(&usual.bounded.ceiling),
    };
    amount(ui, pen, &asked, &mut point.ceiling);
}

fn tools(ui: &mut Ui, pen: &mut Pen<'_>, point: &mut PointDraft, site: Option<&Site>, path: &str) {
    let all: &[Tool] = site.map_or(&Tool::ALL, |site| &site.tools);
    group(ui, &fl!(LOADER, "editing-tool"));
    // Where none is chosen, the site's usual one is taken.
    let chosen = point.tool.or_else(|| site.and_then(|site| site.tools.first().copied()));
    let names: Vec<_> = all.iter().map(|tool| capital(&words::tool(*tool))).collect();
    let chips: Vec<_> =
        all.iter().zip(&names).map(|(tool, name)| Chip { chosen: chosen == Some(*tool), ..Chip::one(name) }).collect();
    if let Some(clicked) = Chips(&chips).show(ui) {
        point.tool = all.get(clicked).copied();
    }
    faults(ui, pen, vec![format!("{path}.tool")]);
    ui.add_space(10.0);
}

fn techniques(ui: &mut Ui, pen: &mut Pen<'_>, press: &mut PressDraft, path: &str) {
    group(ui, &fl!(LOADER, "editing-technique"));
    let all = Technique::ALL;
    let names = all.map(technique);
    let chips: Vec<_> = all
        .iter()
        .zip(&names)
        .map(|(technique, name)| Chip { chosen: press.technique == *technique, ..Chip::one(name) })
        .collect();
    if let Some(clicked) = Chips(&chips).show(ui).and_then(|clicked| all.get(clicked)) {
        press.technique = *clicked;
    }
    faults(ui, pen, vec![format!("{path}.press.technique")]);
    ui.add_space(10.0);
}

fn technique(technique: Technique) -> String {
    match technique {
        Technique::Hold => fl!(LOADER, "editing-technique-hold"),
        Technique::Alternate => fl!(LOADER, "editing-technique-alternate"),
        Technique::Strokes => fl!(LOADER, "editing-technique-strokes"),
        Technique::Glide => fl!(LOADER, "editing-technique-glide"),
        Technique::Roll => fl!(LOADER, "editing-technique-roll"),
    }
}

/// The amounts of the technique that is chosen.
fn dose(ui: &mut Ui, pen: &mut Pen<'_>, press: &mut PressDraft, usual: &Usual, path: &str) {
    let plain = &usual.plain.press;
    let short = |label, key: &str, hint: &str| Field::new(label, format!("{path}.{key}")).hint(hint).wide(VALUE);
    let [rest, sets, length] =
        [fl!(LOADER, "editing-rest"), fl!(LOADER, "editing-sets"), fl!(LOADER, "editing-length")];
    match press.technique {
        Technique::Hold => {
            let bounded = &usual.bounded.press;
            let hold = Amount {
                label: &fl!(LOADER, "editing-hold"),
                path: format!("{path}.hold"),
                plain: &plain.hold.start,
                bounded: Some(&bounded.hold),
            };
            amount(ui, pen, &hold, &mut press.hold);
            let holds = Amount {
                label: &fl!(LOADER, "editing-holds"),
                path: format!("{path}.holds"),
                plain: &plain.holds.start,
                bounded: Some(&bounded.holds),
            };
            amount(ui, pen, &holds, &mut press.holds);
            let [ramp, release] = [fl!(LOADER, "editing-ramp"), fl!(LOADER, "editing-release")];
            let mut cells = [
                Cell::Text(short(&rest, "rest", &plain.rest), &mut press.rest),
                Cell::Text(short(&ramp, "ramp", &plain.ramp), &mut press.ramp),
                Cell::Text(short(&release, "release", &plain.release), &mut press.release),
            ];
            row(ui, pen, &mut cells);
        }
        Technique::Alternate => {
            let [on, off, total] =
                [fl!(LOADER, "editing-pressed-for"), fl!(LOADER, "editing-let-go"), fl!(LOADER, "editing-total")];
            let mut cells = [
                Cell::Text(short(&on, "on", &plain.on), &mut press.on),
                Cell::Text(short(&off, "off", &plain.off), &mut press.off),
                Cell::Text(short(&total, "total", &plain.total), &mut press.total),
            ];
            row(ui, pen, &mut cells);
        }
        Technique::Strokes => {
            let [count, pace] = [fl!(LOADER, "editing-count"), fl!(LOADER, "editing-pace")];
            let mut cells = [
                Cell::Text(short(&count, "count", &plain.count), &mut press.count),
                Cell::Text(short(&pace, "pace", &plain.pace), &mut press.pace),
                Cell::Text(short(&sets, "sets", &plain.sets), &mut press.sets),
            ];
            row(ui, pen, &mut cells);
        }
        Technique::Glide => {
            let target = fl!(LOADER, "editing-target");
            let mut cells = [
                Cell::Text(short(&length, "length", &plain.length), &mut press.length),
                Cell::Text(short(&target, "target", &plain.target), &mut press.target),
            ];
            row(ui, pen, &mut cells);
            return;
        }
        Technique::Roll => {
            let mut cells = [
                Cell::Text(short(&length, "length", &plain.length), &mut press.length),
                Cell::Text(short(&sets, "sets", &plain.sets), &mut press.sets),
                Cell::Text(short(&rest, "rest", &plain.rest), &mut press.rest),
            ];
            row(ui, pen, &mut cells);
        }
    }
    feel(ui, pen, press, usual, path);
}

fn feel(ui: &mut Ui, pen: &mut Pen<'_>, press: &mut PressDraft, usual: &Usual, path: &str) {
    let [first, last] = [fl!(LOADER, "editing-feel-first"), fl!(LOADER, "editing-feel-last")];
    let [from, to] = &mut press.feel;
    let field = |label, i: usize| Field::new(label, format!("{path}.feel[{i}]")).hint(usual.feel[i].as_str());
    let mut cells = [
        Cell::Text(field(&first, 0).also(format!("{path}.feel")).wide(VALUE + 70.0), from),
        Cell::Text(field(&last, 1).wide(VALUE + 70.0), to),
    ];
    row(ui, pen, &mut cells);
}

fn stretch(ui: &mut Ui, pen: &mut Pen<'_>, point: &mut PointDraft, usual: &Usual, path: &str) {
    toggle(ui, &mut point.is_stretched, &fl!(LOADER, "editing-stretched"));
    if !point.is_stretched {
        return;
    }
    ui.add_space(4.0);
    faults(ui, pen, vec![format!("{path}.stretch")]);
    let (plain, bounded) = (&usual.plain.stretch, &usual.bounded.stretch);
    let hold = Amount {
        label: &fl!(LOADER, "editing-stretch-hold"),
        path: format!("{path}.stretch.hold"),
        plain: &plain.hold.start,
        bounded: Some(&bounded.hold),
    };
    amount(ui, pen, &hold, &mut point.stretch.hold);
    let reps = Amount {
        label: &fl!(LOADER, "editing-stretch-reps"),
        path: format!("{path}.stretch.reps"),
        plain: &plain.reps.start,
        bounded: Some(&bounded.reps),
    };
    amount(ui, pen, &reps, &mut point.stretch.reps);
    let rest = fl!(LOADER, "editing-stretch-rest");
    let field = Field::new(&rest, format!("{path}.stretch.rest")).hint(plain.rest.as_str()).wide(VALUE + 70.0);
    row(ui, pen, &mut [Cell::Text(field, &mut point.stretch.rest)]);
}

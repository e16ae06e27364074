//! What is known about the site that is chosen.

use eframe::egui::{Color32, EventFilter, Key, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use i18n_embed_fl::fl;

use super::{BodyDraft, Chosen, actions, form};
use crate::practice::library::Site;
use crate::practice::program::{Place, Point, Program, Routine};
use crate::ui::action::{Action, BodyView};
use crate::ui::figure::Side;
use crate::ui::icons::Icon;
use crate::ui::parts::{Button, Chip, Chips, paint_panel};
use crate::ui::shell::{card_of_height, outline, place_at, pressed, text, times};
use crate::ui::theme::{Face, Letters, Tokens, Weight, name};
use crate::words::session::capital;
use crate::words::{LOADER, place};

/// Less room than this beside the map is not worth scrolling in: the page does.
const LEAST_ROOM: f32 = 160.0;
/// Kept free for the scroll bar.
const BAR: f32 = 14.0;
/// One press of an arrow key.
const LINE: f32 = 40.0;
const ICON: f32 = 22.0;
const AFTER_ICON: f32 = 14.0;
const LABEL: Letters = Letters { weight: Weight::Regular, size: 14.0, line: 18.0, tracking: 0.0 };
const WORDS: Letters = Letters { weight: Weight::Regular, size: 15.0, line: 20.0, tracking: 0.0 };

/// Shows the card, at least so high, or the form in its place; beside the map what there is to know scrolls inside, so that the
/// ways on stay in sight.
pub fn card(ui: &mut Ui, view: &BodyView<'_>, draft: &mut BodyDraft, least: f32) -> Option<Action> {
    let chosen = draft.chosen?;
    if draft.form.is_some() {
        return form::card(ui, draft, least);
    }
    let padding = Margin { left: 26, right: 24, top: 20, bottom: 20 };
    let least = least - 42.0;
    let shown = card_of_height(ui, padding, least, |ui| {
        let top = ui.cursor().top();
        head(ui, view, chosen, draft);
        let room = least - (ui.cursor().top() - top) - actions::height(view);
        let about = |ui: &mut Ui| {
            let asked = actions::marks(ui, view, chosen);
            fields(ui, view, chosen);
            asked
        };
        let asked = if room > LEAST_ROOM { scrolling(ui, room, about) } else { about(ui) };
        asked.or(actions::show(ui, view, draft))
    });
    shown.0
}

/// A part that scrolls by wheel, and by the arrow keys once the keyboard has come to it.
fn scrolling<R>(ui: &mut Ui, room: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.scope_id().with("keys of the spot");
    let by = if ui.memory(|memory| memory.has_focus(id)) { arrows(ui, room) } else { 0.0 };
    let area = ScrollArea::vertical().id_salt("about the spot").auto_shrink(false).max_height(room);
    let shown = area.min_scrolled_height(room).show(ui, |ui| {
        if by != 0.0 {
            ui.scroll_with_delta(vec2(0.0, -by));
        }
        // The bar floats: no word may lie under it.
        ui.set_max_width(ui.available_width() - BAR);
        add(ui)
    });
    if shown.content_size.y > shown.inner_rect.height() + 1.0 {
        let response = ui.interact(shown.inner_rect, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, fl!(LOADER, "body-about")));
        outline(ui, &response, shown.inner_rect.shrink(3.0), 9.0);
        if response.has_focus() {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
    }
    shown.inner
}

/// How far the keys scroll.
fn arrows(ui: &Ui, page: f32) -> f32 {
    let ways = [(Key::ArrowDown, LINE), (Key::ArrowUp, -LINE), (Key::PageDown, page), (Key::PageUp, -page)];
    ui.input(|input| ways.iter().filter(|(key, _)| input.key_pressed(*key)).map(|(_, by)| by).sum())
}

fn head(ui: &mut Ui, view: &BodyView<'_>, chosen: Chosen, draft: &mut BodyDraft) {
    let tokens = Tokens::of(ui.ctx());
    let words = Side::BOTH.map(|side| place::side(side.written()));
    let chips: Vec<_> = Side::BOTH
        .iter()
        .zip(&words)
        .map(|(side, words)| Chip { chosen: *side == chosen.side, least: 84.0, ..Chip::one(words) })
        .collect();
    let top = ui.cursor().min;
    let width = ui.available_width();
    if let Some(clicked) = Chips(&chips).show(ui) {
        draft.choose(chosen.site, Side::BOTH[clicked]);
    }
    let all = fl!(LOADER, "body-all");
    let room = Rect::from_min_max(pos2(top.x + width - 76.0, top.y), pos2(top.x + width + 4.0, top.y + 44.0));
    if place_at(ui, room, Button::tertiary(&all)).clicked() {
        draft.chosen = None;
    }
    ui.add_space(14.0);
    text(ui, Face::Title, tokens.ink, &place::name_of(&chosen.site.id));
    text(ui, Face::Narrow, tokens.ink_second, &under_title(view, chosen));
    ui.add_space(12.0);
    if chosen.site.locked {
        locked(ui);
        ui.add_space(14.0);
    }
}

/// A locked site says so before anything else.
fn locked(ui: &mut Ui) {
    let tokens = Tokens::of(ui.ctx());
    let words = fl!(LOADER, "body-locked");
    let width = ui.available_width();
    let galley = Face::Narrow.lay_out(ui.painter(), &words, tokens.ink, width - 62.0);
    let (_, rect) = ui.allocate_space(vec2(width, galley.size().y + 24.0));
    paint_panel(ui.painter(), rect, tokens.sunk);
    Icon::Lock.paint(ui.painter(), pos2(rect.left() + 26.0, rect.center().y), ICON, tokens.ink_second);
    ui.painter().galley(pos2(rect.left() + 50.0, rect.top() + 12.0), galley, tokens.ink);
    name(ui, rect, &words);
}

fn fields(ui: &mut Ui, view: &BodyView<'_>, chosen: Chosen) {
    let tokens = Tokens::of(ui.ctx());
    let site = chosen.site;
    let place = Place::Known(site);
    let plain = tokens.ink_second;
    let begins = view.program.and_then(|program| Some((program, in_program(program, chosen)?)));
    if let Some((program, words)) = &begins {
        field(ui, (Icon::Program, tokens.press), &program.title, words);
    }
    let where_label = if site.locked { fl!(LOADER, "body-lies") } else { fl!(LOADER, "body-press-here") };
    field(ui, (Icon::Pin, plain), &where_label, &place::location(&place));
    field(ui, (Icon::Wave, plain), &fl!(LOADER, "body-felt"), &place::felt(&place));
    field(ui, (Icon::Warn, tokens.hatch), &fl!(LOADER, "body-keep-off"), &place::caution(&place));
    let position = place::position(&place);
    if site.tools.is_empty() {
        field(ui, (Icon::Chair, plain), &fl!(LOADER, "body-position"), &position);
    } else {
        let tools = site.tools.iter().map(|&tool| place::tool(tool)).collect::<Vec<_>>().join(", ");
        let words = fl!(LOADER, "body-tools-and-position", tools = capital(&tools), position = position);
        field(ui, (Icon::Ball, plain), &fl!(LOADER, "body-tools"), &words);
    }
    field(ui, (Icon::Stretch, plain), &fl!(LOADER, "body-stretch"), &place::stretch(&place));
    if begins.is_none() {
        field(ui, (Icon::Ready, plain), &fl!(LOADER, "body-dose"), &usual(site));
    }
    grounds(ui, site);
}

/// In small type: the no-press zones beside it, where all of this comes from, and the code that other systems know it by.
fn grounds(ui: &mut Ui, site: &Site) {
    let tokens = Tokens::of(ui.ctx());
    let zones = place::no_press(site);
    let mut told = Vec::new();
    if !zones.is_empty() {
        told.push(fl!(LOADER, "body-no-press", zones = zones.join(", ")));
    }
    told.push(fl!(LOADER, "body-sources", sources = place::sources(site).join("; ")));
    if let Some(snomed) = &site.snomed {
        told.push(fl!(LOADER, "body-snomed", code = snomed.code.as_str(), grade = snomed.grade.id()));
    }
    let told = told.join(" ");
    let galley = Face::Caption.lay_out(ui.painter(), &told, tokens.ink_third, ui.available_width());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), galley.size().y));
    ui.painter().galley(rect.min, galley, tokens.ink_third);
    name_seen(ui, rect, &told);
}

/// An icon, a label in second ink, and what there is to know.
fn field(ui: &mut Ui, (icon, color): (Icon, Color32), label: &str, words: &str) {
    let tokens = Tokens::of(ui.ctx());
    let left = ICON + AFTER_ICON;
    let width = ui.available_width() - left;
    let label_galley = LABEL.lay_out(ui.painter(), label, tokens.ink_second, width);
    let galley = WORDS.lay_out(ui.painter(), words, tokens.ink, width);
    let height = label_galley.size().y + 1.0 + galley.size().y;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), height));
    icon.paint(ui.painter(), pos2(rect.left() + ICON / 2.0, rect.top() + 12.0), ICON, color);
    let at = pos2(rect.left() + left, rect.top());
    let below = at + vec2(0.0, label_galley.size().y + 1.0);
    ui.painter().galley(at, label_galley, tokens.ink_second);
    ui.painter().galley(below, galley, tokens.ink);
    name_seen(ui, rect, &fl!(LOADER, "body-field", label = label, words = words));
    ui.add_space(9.0);
}

/// Names what was painted; what is scrolled out of sight keeps its name and takes no room.
fn name_seen(ui: &mut Ui, rect: Rect, words: &str) {
    let seen = rect.intersect(ui.clip_rect());
    let seen = if seen.is_positive() { seen } else { Rect::from_pos(ui.clip_rect().left_bottom()) };
    name(ui, seen, words);
}

/// The dose a program takes here when it leaves the amounts out.
fn usual(site: &Site) -> String {
    let reps = i64::from(Site::STRETCHES);
    let stretch = times(Site::STRETCHES, site.stretch_seconds);
    if site.locked {
        return fl!(LOADER, "body-usual-stretch", count = reps, seconds = i64::from(site.stretch_seconds));
    }
    let preset = site.preset;
    fl!(
        LOADER,
        "body-usual",
        press = unbroken(&times(preset.holds(), preset.hold().0)),
        limit = i64::from(preset.ceiling().level()),
        stretch = unbroken(&stretch)
    )
}

/// The points of a program at a site, with their routines.
fn points_at<'a>(program: &'a Program, site: &'a Site) -> impl Iterator<Item = (&'a Routine, &'a Point)> {
    let points = program.routines.iter().flat_map(|routine| routine.points.iter().map(move |point| (routine, point)));
    points.filter(|(_, point)| point.place.id() == site.id)
}

/// What the program begins with on this side, if it works it.
fn in_program(program: &Program, chosen: Chosen) -> Option<String> {
    let side = chosen.side.written();
    let here: Vec<_> = points_at(program, chosen.site)
        .filter(|(_, point)| point.sides.each().contains(&side))
        .map(|(routine, point)| begins(program, routine, point))
        .collect();
    (!here.is_empty()).then(|| here.join(" "))
}

/// The plain name, and that the program leaves this side alone where it does.
fn under_title(view: &BodyView<'_>, chosen: Chosen) -> String {
    let common = place::common_of(&chosen.site.id);
    let Some(program) = view.program.filter(|program| in_program(program, chosen).is_none()) else { return common };
    let words = match (points_at(program, chosen.site).next(), chosen.side) {
        (Some(_), Side::Left) => fl!(LOADER, "body-program-right"),
        (Some(_), Side::Right) => fl!(LOADER, "body-program-left"),
        (None, _) => fl!(LOADER, "body-program-none"),
    };
    fl!(LOADER, "body-under-title", common = common, program = words)
}

/// "Starts at 3 × 30 s, then a stretch of 2 × 20 s." with the routine's name where there are several.
fn begins(program: &Program, routine: &Routine, point: &Point) -> String {
    let press = point.press.map(|press| {
        let (dose, kind) = pressed(None, press);
        if kind.is_empty() { unbroken(&dose) } else { format!("{} {kind}", unbroken(&dose)) }
    });
    let stretch = point.stretch.map(|stretch| {
        let dose = unbroken(&times(stretch.reps.start(), stretch.hold.start().0));
        fl!(LOADER, "body-a-stretch", dose = dose)
    });
    let dose = match (press, stretch) {
        (Some(press), Some(stretch)) => fl!(LOADER, "body-then", press = press, stretch = stretch),
        (press, stretch) => press.or(stretch).unwrap_or_default(),
    };
    if program.routines.len() > 1 {
        fl!(LOADER, "body-begins-in", routine = routine.name.as_str(), dose = dose)
    } else {
        fl!(LOADER, "body-begins", dose = dose)
    }
}

/// A dose that stays on one line.
fn unbroken(dose: &str) -> String {
    dose.replace(' ', "\u{a0}")
}

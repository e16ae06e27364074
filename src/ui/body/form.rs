//! Telling how it hurts at the chosen spot: how much, what it is like, and where it spreads to.

use eframe::egui::{Align2, Margin, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::{BodyDraft, HurtForm, named};
use crate::practice::hurts::{Quality, Spot};
use crate::practice::measure::Pain;
use crate::ui::action::Action;
use crate::ui::icons::Icon;
use crate::ui::parts::{Among, Button, Chip, Chips, NumberRow};
use crate::ui::shell::{card_of_height, label, place_at, text};
use crate::ui::theme::{Face, Tokens, name};
use crate::words::session::capital;
use crate::words::{LOADER, hurts};

/// In a card this wide the numbers stand in one line.
const ROOMY: f32 = 540.0;
/// Between a group and the label of the next.
const GROUP: f32 = 16.0;
/// Between a label and what it is about.
const UNDER_LABEL: f32 = 7.0;
const CANCEL: f32 = 96.0;

/// Shows the form, at least so high; what is filled in changes the draft, and only Save asks for anything.
pub fn card(ui: &mut Ui, draft: &mut BodyDraft, least: f32) -> Option<Action> {
    let (Some(chosen), Some(spot)) = (draft.chosen, draft.spot()) else { return None };
    let padding = Margin { left: 26, right: 24, top: 18, bottom: 18 };
    let tokens = Tokens::of(ui.ctx());
    let shown = card_of_height(ui, padding, least - 38.0, |ui| {
        let place = named(chosen.site, chosen.side);
        text(ui, Face::Lead, tokens.ink, &fl!(LOADER, "hurts-title", place = place));
        ui.add_space(12.0);
        let form = draft.form.get_or_insert_default();
        pain(ui, form);
        ui.add_space(GROUP);
        qualities(ui, form);
        ui.add_space(GROUP);
        spreads(ui, form);
        ui.add_space(GROUP);
        if form.qualities.iter().any(|quality| quality.asks_for_signs()) {
            note(ui, &fl!(LOADER, "hurts-signs-next"));
            ui.add_space(12.0);
        }
        ways_on(ui, form)
    });
    let asked = match shown.0? {
        Left::Save => Some(Action::Hurts(spot, draft.form.as_ref()?.hurt()?)),
        Left::Cancel => None,
    };
    draft.form = None;
    asked
}

/// How the form is left.
enum Left {
    Save,
    Cancel,
}

fn pain(ui: &mut Ui, form: &mut HurtForm) {
    let tokens = Tokens::of(ui.ctx());
    label(ui, &fl!(LOADER, "hurts-pain"));
    ui.add_space(UNDER_LABEL);
    let name = |number: u8| fl!(LOADER, "hurts-pain-of", number = i64::from(number));
    let width = ui.available_width();
    let row = NumberRow::new(&name).chosen(form.pain.map(Pain::score));
    let row = if width >= ROOMY { crate::ui::shell::fitting(row, width) } else { row.in_two(width) };
    if let Some(pain) = row.show(ui).and_then(Pain::new) {
        form.pain = Some(pain);
    }
    let (_, under) = ui.allocate_space(vec2(row.width(), 24.0));
    let (low, high) = (fl!(LOADER, "pain-low"), fl!(LOADER, "pain-high"));
    let y = under.bottom() - 9.0;
    Face::Caption.say(ui, pos2(under.left(), y), Align2::LEFT_CENTER, &low, tokens.ink_second);
    Face::Caption.say(ui, pos2(under.right(), y), Align2::RIGHT_CENTER, &high, tokens.ink_second);
}

fn qualities(ui: &mut Ui, form: &mut HurtForm) {
    label(ui, &fl!(LOADER, "hurts-quality"));
    ui.add_space(UNDER_LABEL);
    let words = Quality::ALL.map(|quality| capital(&hurts::quality(quality)));
    let chips: Vec<_> = Quality::ALL
        .iter()
        .zip(&words)
        .map(|(quality, words)| Chip { chosen: form.qualities.contains(quality), ..Chip::any(words) })
        .collect();
    if let Some(clicked) = Chips(&chips).show(ui) {
        let quality = Quality::ALL[clicked];
        if form.qualities.contains(&quality) {
            form.qualities.retain(|other| *other != quality);
        } else {
            form.qualities.push(quality);
            form.qualities.sort_unstable();
        }
    }
}

/// None, or the spots that are chosen on the body, each to be taken out again.
fn spreads(ui: &mut Ui, form: &mut HurtForm) {
    label(ui, &fl!(LOADER, "hurts-spreads-ask"));
    ui.add_space(UNDER_LABEL);
    let none = fl!(LOADER, "hurts-spreads-no");
    let some = fl!(LOADER, "hurts-spreads-yes");
    let does = form.choosing || !form.spreads.is_empty();
    let ways = [Chip { chosen: !does, ..Chip::one(&none) }, Chip { chosen: does, ..Chip::one(&some) }];
    match Chips(&ways).show(ui) {
        Some(0) => {
            form.choosing = false;
            form.spreads.clear();
        }
        Some(_) => form.choosing = true,
        None => {}
    }
    if !form.spreads.is_empty() {
        ui.add_space(8.0);
        let words: Vec<String> = form.spreads.iter().map(|spot| capital(&hurts::spot(spot))).collect();
        let names: Vec<String> = form.spreads.iter().map(out).collect();
        let chips: Vec<_> = words
            .iter()
            .zip(&names)
            .map(|(words, name)| Chip { chosen: true, name: Some(name), among: Among::Any, ..Chip::one(words) })
            .collect();
        if let Some(clicked) = Chips(&chips).show(ui) {
            form.spreads.remove(clicked);
        }
    }
    if form.choosing {
        ui.add_space(8.0);
        note(ui, &fl!(LOADER, "hurts-spreads-choosing"));
    }
}

fn out(spot: &Spot) -> String {
    fl!(LOADER, "hurts-spreads-out", place = hurts::spot(spot))
}

/// A sentence with the sign of what is to be known.
fn note(ui: &mut Ui, words: &str) {
    let tokens = Tokens::of(ui.ctx());
    let width = ui.available_width() - 30.0;
    let galley = Face::Under.lay_out(ui.painter(), words, tokens.ink_second, width);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), galley.size().y.max(20.0)));
    Icon::Info.paint(ui.painter(), pos2(rect.left() + 10.0, rect.top() + 10.0), 20.0, tokens.ink_second);
    ui.painter().galley(pos2(rect.left() + 30.0, rect.top()), galley, tokens.ink_second);
    name(ui, rect, words);
}

fn ways_on(ui: &mut Ui, form: &HurtForm) -> Option<Left> {
    let (save, cancel) = (fl!(LOADER, "hurts-save"), fl!(LOADER, "hurts-cancel"));
    if form.pain.is_none() {
        let tokens = Tokens::of(ui.ctx());
        text(ui, Face::Caption, tokens.ink_second, &fl!(LOADER, "hurts-needs-pain"));
        ui.add_space(6.0);
    }
    let (_, line) = ui.allocate_space(vec2(ui.available_width(), 52.0));
    let [on, back] = [line.with_max_x(line.right() - CANCEL - 8.0), line.with_min_x(line.right() - CANCEL)];
    let button = Button::primary(&save).at_least(on.size());
    let saved = ui.add_enabled_ui(form.pain.is_some(), |ui| place_at(ui, on, button)).inner.clicked();
    let back = Rect::from_center_size(back.center(), vec2(CANCEL, 44.0));
    if place_at(ui, back, Button::tertiary(&cancel)).clicked() {
        return Some(Left::Cancel);
    }
    saved.then_some(Left::Save)
}

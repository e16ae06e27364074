//! Summary: what the session came to.

mod next;
pub(in crate::ui) mod page;
mod points;

use eframe::egui::{Align, Align2, Layout, Pos2, Rect, Ui, UiBuilder, pos2, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, Asked, SummaryView};
use super::effects;
use super::icons::Icon;
use super::parts::{Button, NumberRow, card_at, paint_card, text_field};
use super::shell::{banners, fitting};
use super::theme::{Face, Tokens, tokens};
use crate::practice::measure::Pain;
use crate::practice::safety::effects::Effect;
use crate::words::{LOADER, session};
use page::{Sheet, padding, put_galley};

/// Where the chips of the after-effects begin.
const SINCE_HEAD: f32 = 55.0;

/// What is being written on the screen, and not yet kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SummaryDraft {
    /// The note, so far.
    pub note: String,
    /// Which tenderness is being corrected: the row, and the hold.
    pub correcting: Option<(usize, u8)>,
}

/// Shows the screen.
pub fn summary(ui: &mut Ui, view: &SummaryView<'_>, draft: &mut SummaryDraft) -> Option<Action> {
    let sheet = Sheet::of(ui);
    let (top, dismissed) = head(ui, view, sheet);
    let (top, corrected) = cards(ui, view, draft, sheet, top);
    let (top, felt) = pain(ui, view, sheet, top + 16.0);
    let (bottom, left) = foot(ui, view, draft, sheet, top + 16.0);
    sheet.take(ui, bottom);
    dismissed.or(corrected).or(felt).or(left)
}

fn head(ui: &mut Ui, view: &SummaryView<'_>, sheet: Sheet) -> (f32, Option<Action>) {
    let tokens = tokens(ui);
    let across = sheet.rect(0.0, sheet.top, sheet.width, f32::INFINITY);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(across), |ui| banners(ui, view.banners));
    let top = if view.banners.is_empty() { sheet.top } else { shown.response.rect.bottom() };
    let face = if sheet.width < 600.0 { Face::Title } else { Face::Display };
    let line = |ui: &mut Ui, top: f32, face: Face, words: &str, color| {
        face.say_within(ui, pos2(sheet.left, top), Align2::LEFT_TOP, words, color, sheet.width).rect.bottom()
    };
    let top = line(ui, top + 6.0, face, &title(view), tokens.ink);
    let top = line(ui, top + 4.0, Face::Body, &worked(view), tokens.ink_second);
    (top + 26.0, shown.inner)
}

fn title(view: &SummaryView<'_>) -> String {
    let done = view.tally.points.iter().filter(|point| point.is_done()).count() as i64;
    let planned = view.planned_points as i64;
    let seconds = view.tally.active.as_secs();
    let length = if seconds < 60 {
        session::seconds(view.tally.active)
    } else {
        fl!(LOADER, "summary-minutes", minutes = ((seconds + 30) / 60).cast_signed())
    };
    if view.ended_early {
        fl!(LOADER, "summary-early", done = done, planned = planned, length = length)
    } else {
        fl!(LOADER, "summary-done", done = done, planned = planned, length = length)
    }
}

fn worked(view: &SummaryView<'_>) -> String {
    let (holds, stretches) = view.tally.counts();
    let (holds, stretches) = (holds as i64, stretches as i64);
    let mut line = match (holds, stretches) {
        (0, 0) => fl!(LOADER, "summary-nothing"),
        (_, 0) => fl!(LOADER, "summary-held", holds = holds),
        (0, _) => fl!(LOADER, "summary-stretched", stretches = stretches),
        _ => fl!(LOADER, "summary-worked", holds = holds, stretches = stretches),
    };
    if view.tally.eases > 0 {
        line.push(' ');
        line.push_str(&fl!(LOADER, "summary-eased", eases = i64::from(view.tally.eases)));
    }
    line
}

/// The points, and beside or under them what follows from them.
fn cards(
    ui: &mut Ui,
    view: &SummaryView<'_>,
    draft: &mut SummaryDraft,
    sheet: Sheet,
    top: f32,
) -> (f32, Option<Action>) {
    let wide = sheet.is_wide();
    let width = if wide { sheet.width - 356.0 } else { sheet.width };
    let next_width = if wide { 340.0 } else { sheet.width };
    let lines = next::lines(view);
    let (high, next_high) =
        (points::height(view, draft, width), next::height(ui, view, &lines, [next_width, padding(sheet.width)]));
    let level = if wide { high.max(next_high) } else { high };
    let rect = sheet.rect(0.0, top, width, level);
    let corrected = points::show(ui, view, draft, rect);
    let beside = if wide {
        sheet.rect(width + 16.0, top, next_width, level)
    } else {
        sheet.rect(0.0, rect.bottom() + 16.0, next_width, next_high)
    };
    next::show(ui, view, &lines, beside, padding(sheet.width));
    (beside.bottom(), corrected)
}

/// How the pain is now: the same question as before the session.
fn pain(ui: &mut Ui, view: &SummaryView<'_>, sheet: Sheet, top: f32) -> (f32, Option<Action>) {
    let wide = sheet.is_wide();
    let height = match sheet.width {
        _ if wide => 136.0,
        460.0.. => 204.0,
        _ => 244.0,
    };
    let tokens = tokens(ui);
    let padding = padding(sheet.width);
    let question = fl!(LOADER, "summary-pain", region = view.region);
    let room = if wide { 660.0 } else { sheet.width - 2.0 * padding };
    let question = Face::Lead.lay_out(ui.painter(), &question, tokens.ink, room);
    // A question of more than one line makes the card that much higher.
    let more = question.size().y - Face::Lead.letters().line;
    let rect = sheet.rect(0.0, top, sheet.width, height + more);
    let inside = rect.shrink(padding);
    if view.standing == Some(0) {
        // In a small window the question that is asked aloud would be out of sight.
        ui.scroll_to_rect(rect, None);
    }
    let asked = card_at(ui, rect, |ui| {
        let below = put_galley(ui, pos2(inside.left(), rect.top() + 19.0), question, tokens.ink);
        let given = numbers(ui, view, pos2(inside.left(), below + 10.0), inside.width());
        let aside = if wide {
            let split = sheet.left + 717.0;
            ui.painter().vline(split, rect.y_range().shrink(22.0), (1.0, tokens.line));
            Rect::from_min_max(pos2(split + 24.0, rect.top() + 12.0), rect.max - vec2(20.0, 14.0))
        } else {
            Rect::from_min_max(pos2(inside.left(), below + 91.0), pos2(inside.right(), rect.bottom() - 8.0))
        };
        given.map(Action::PainAfter).or_else(|| aside_of_pain(ui, view, tokens, aside, wide))
    });
    (rect.bottom(), asked)
}

fn numbers(ui: &mut Ui, view: &SummaryView<'_>, at: Pos2, width: f32) -> Option<Pain> {
    let name = |number: u8| fl!(LOADER, "summary-pain-number", number = i64::from(number));
    let chosen = match view.pain_after {
        Asked::Given { pain, .. } => Some(pain.score()),
        Asked::Open | Asked::NotNow => None,
    };
    let (none, worst) = (fl!(LOADER, "summary-no-pain"), fl!(LOADER, "summary-worst"));
    let notes = [(0, none.as_str()), (10, worst.as_str())];
    let row = fitting(NumberRow::new(&name), width).chosen(chosen).notes(&notes).standing(view.standing);
    Pain::new(row.show_at(ui, at)?)
}

/// What was said before, whether the answer is kept, and a way to say that something is wrong.
fn aside_of_pain(ui: &mut Ui, view: &SummaryView<'_>, tokens: &Tokens, rect: Rect, wide: bool) -> Option<Action> {
    let mut at = rect.left_top() + vec2(0.0, 20.0);
    if let Some(pain) = view.pain_before {
        let before = fl!(LOADER, "summary-before", pain = i64::from(pain.score()));
        Face::Narrow.say(ui, at, Align2::LEFT_CENTER, &before, tokens.ink_second);
        at.y += 24.0;
    }
    if view.standing.is_some() {
        let any_key = fl!(LOADER, "summary-any-key");
        Face::Strong.say(ui, at, Align2::LEFT_CENTER, &any_key, tokens.ink);
    } else if matches!(view.pain_after, Asked::Given { kept: true, .. }) {
        Icon::Check.paint(ui.painter(), at + vec2(8.0, 0.0), 16.0, tokens.ink_second);
        let kept = fl!(LOADER, "summary-kept");
        Face::Narrow.say(ui, at + vec2(22.0, 0.0), Align2::LEFT_CENTER, &kept, tokens.ink_second);
    }
    let words = fl!(LOADER, "summary-wrong");
    let clicked = if wide || rect.width() < 420.0 {
        let corner = Rect::from_min_size(rect.left_bottom() - vec2(4.0, 44.0), vec2(rect.width(), 44.0));
        ui.scope_builder(UiBuilder::new().max_rect(corner), |ui| ui.add(Button::tertiary(&words)).clicked()).inner
    } else {
        way_at_right(ui, rect.right_top() + vec2(0.0, 20.0), &words)
    };
    clicked.then_some(Action::SomethingNew)
}

/// An underlined way out whose words end at a right edge; returns true when it is taken.
fn way_at_right(ui: &mut Ui, right: Pos2, words: &str) -> bool {
    let rect = Rect::from_min_max(right - vec2(260.0, 22.0), right + vec2(4.0, 22.0));
    let layout = Layout::right_to_left(Align::Center);
    let shown = ui.scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| ui.add(Button::tertiary(words)));
    shown.inner.clicked()
}

/// What can be told right after a session: a mark that stays for a day is asked about on the next.
fn at_once() -> Vec<Effect> {
    Effect::ALL.into_iter().filter(|effect| *effect != Effect::SkinMark).collect()
}

fn since_height(ui: &Ui, width: f32) -> f32 {
    let column = width - 2.0 * padding(width);
    SINCE_HEAD + effects::height(ui, &at_once(), column) + 22.0
}

/// After-effects, as far as they can be told already.
fn since(ui: &mut Ui, view: &SummaryView<'_>, rect: Rect) -> Option<Action> {
    let tokens = tokens(ui);
    paint_card(ui.painter(), rect);
    let inside = rect.shrink2(vec2(padding(rect.width()), 0.0));
    let question = fl!(LOADER, "summary-effects");
    let at = inside.left_top() + vec2(0.0, 32.0);
    Face::Lead.say(ui, at, Align2::LEFT_CENTER, &question, tokens.ink);
    let min = inside.left_top() + vec2(0.0, SINCE_HEAD);
    effects::show_at(ui, &at_once(), view.effects, min, inside.width()).map(Action::EffectsAfter)
}

/// After-effects, the note, the way out, and the way to correct an answer.
fn foot(
    ui: &mut Ui,
    view: &SummaryView<'_>,
    draft: &mut SummaryDraft,
    sheet: Sheet,
    top: f32,
) -> (f32, Option<Action>) {
    let wide = sheet.is_wide();
    let note_width = if wide { sheet.width - 356.0 } else { sheet.width };
    let hint = fl!(LOADER, "summary-note");
    let rect = sheet.rect(0.0, top, note_width, since_height(ui, note_width));
    let mut asked = since(ui, view, rect);
    let field = sheet.rect(0.0, rect.bottom() + 16.0, note_width, 52.0);
    ui.scope_builder(UiBuilder::new().max_rect(field), |ui| {
        text_field(ui, &mut draft.note, &hint, Icon::Note, field.size()).accessible_name(&hint);
    });
    let done = if wide {
        sheet.rect(note_width + 16.0, top, 340.0, 60.0)
    } else {
        sheet.rect(0.0, field.bottom() + 16.0, sheet.width, 60.0)
    };
    let words = fl!(LOADER, "summary-leave");
    if ui.put(done, Button::primary(&words).large().at_least(done.size())).clicked() {
        asked = Some(Action::Done { note: draft.note.clone() });
    }
    let mut bottom = done.bottom().max(field.bottom());
    if let Some(first) = points::first_slot(view) {
        let words = fl!(LOADER, "summary-correct");
        let rect = Rect::from_min_size(pos2(done.center().x - 75.0, done.bottom() + 8.0), vec2(150.0, 44.0));
        let button = ui.put(rect, Button::tertiary(&words));
        if button.clicked() {
            draft.correcting = if draft.correcting.is_some() { None } else { Some(first) };
        }
        bottom = bottom.max(rect.bottom() - 12.0);
    }
    (bottom, asked)
}

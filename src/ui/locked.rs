//! What Today shows while something is locked: why, whom to turn to, and how a clinician's go-ahead is recorded.

use eframe::egui::{Frame, Id, Key, Margin, Response, Ui, vec2};
use i18n_embed_fl::fl;
use jiff::civil::Date;

use super::action::{Action, LockLine, ReleaseDraft};
use super::icons::Icon;
use super::parts::{Button, hairline, text_field};
use super::shell::{beside, card_with, label, line, text};
use super::theme::{Face, Tokens};
use crate::words::LOADER;

/// From this width on, the button stands beside the words, and the two fields side by side.
const WIDE: f32 = 560.0;
/// Between the icon and the words.
const INDENT: f32 = 28.0;
/// How wide the button that opens the form is.
const BUTTON: f32 = 210.0;
/// How wide the field of the day is.
const DAY: f32 = 220.0;

/// Shows the locks in a card; nothing where nothing is locked.
pub fn locked(ui: &mut Ui, locks: &[LockLine], today: Date, draft: &mut ReleaseDraft) -> Option<Action> {
    if locks.is_empty() {
        return None;
    }
    let points_only = locks.iter().all(|lock| lock.one_point);
    card_with(ui, Margin::symmetric(28, 24), |ui| {
        let tokens = Tokens::of(ui.ctx());
        let title = if points_only { fl!(LOADER, "locked-title-points") } else { fl!(LOADER, "locked-title") };
        ui.horizontal_top(|ui| {
            let (_, place) = ui.allocate_space(vec2(INDENT, 30.0));
            Icon::Lock.paint(ui.painter(), place.left_center() + vec2(12.0, 0.0), 24.0, tokens.ink);
            text(ui, Face::Title, tokens.ink, &title);
        });
        ui.add_space(14.0);
        let mut asked = None;
        for (i, lock) in locks.iter().enumerate() {
            hairline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top());
            ui.add_space(14.0);
            asked = asked.or(row(ui, i, lock, today, draft));
            ui.add_space(if i + 1 == locks.len() { 0.0 } else { 14.0 });
        }
        asked
    })
}

/// One lock: its words, and the button or the form.
fn row(ui: &mut Ui, i: usize, lock: &LockLine, today: Date, draft: &mut ReleaseDraft) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let words = |ui: &mut Ui| {
        text(ui, Face::Strong, tokens.ink, &lock.what);
        line(ui, &lock.turn_to);
    };
    if draft.open == Some(i) {
        words(ui);
        ui.add_space(12.0);
        return form(ui, i, lock, today, draft);
    }
    let record = fl!(LOADER, "locked-record");
    let name = fl!(LOADER, "locked-record-for", what = lock.what.as_str());
    let button = Button::secondary(&record).icon(Icon::Note).named(&name).at_least(vec2(BUTTON, 44.0));
    let clicked = if ui.available_width() >= WIDE {
        beside(ui, BUTTON, 20.0, words, |ui, _| ui.add(button).clicked()).1
    } else {
        words(ui);
        ui.add_space(12.0);
        ui.add(button).clicked()
    };
    if clicked {
        *draft = ReleaseDraft { open: Some(i), by: String::new(), on: today.to_string() };
    }
    None
}

/// Who said to go on, and when.
fn form(ui: &mut Ui, i: usize, lock: &LockLine, today: Date, draft: &mut ReleaseDraft) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let example = today.to_string();
    let panel = Frame::new().fill(tokens.sunk).corner_radius(16.0).inner_margin(Margin::same(20));
    let shown = panel.show(ui, |ui| {
        ui.set_width(ui.available_width());
        text(ui, Face::Body, tokens.ink, &fl!(LOADER, "locked-only"));
        ui.add_space(14.0);
        let by = |ui: &mut Ui, text: &mut String| {
            let hint = fl!(LOADER, "locked-by-hint");
            field(ui, &fl!(LOADER, "locked-by"), text, &hint, Icon::Note)
        };
        let on = |ui: &mut Ui, text: &mut String| {
            let hint = fl!(LOADER, "locked-on-hint", example = example.as_str());
            field(ui, &fl!(LOADER, "locked-on"), text, &hint, Icon::Calendar)
        };
        let ReleaseDraft { by: name, on: day, .. } = draft;
        let (name_field, day_field) = if ui.available_width() >= WIDE {
            beside(ui, DAY, 16.0, |ui| by(ui, name), |ui, _| on(ui, day))
        } else {
            let first = by(ui, name);
            ui.add_space(12.0);
            (first, on(ui, day))
        };
        focus_once(ui, i, &name_field);
        let entered = [&name_field, &day_field].iter().any(|field| field.lost_focus());
        let entered = entered && ui.input(|input| input.key_pressed(Key::Enter));
        ui.add_space(16.0);
        buttons(ui, lock, read(draft, today), &example, entered)
    });
    let asked = match shown.inner? {
        Pressed::Save(by, on) => Some(Action::Release { lock: i, by, on }),
        Pressed::Cancel => None,
    };
    *draft = ReleaseDraft::default();
    asked
}

enum Pressed {
    Save(String, Date),
    Cancel,
}

fn buttons(
    ui: &mut Ui,
    lock: &LockLine,
    read: Result<(String, Date), Fault>,
    example: &str,
    entered: bool,
) -> Option<Pressed> {
    let (save, cancel) = (fl!(LOADER, "locked-save"), fl!(LOADER, "locked-cancel"));
    // Where only a point is locked, Start is the one filled button of the screen.
    let save = if lock.one_point { Button::secondary(&save) } else { Button::primary(&save) };
    let why = read.as_ref().err().map(|fault| fault.words(example));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        let saved = ui.add_enabled(read.is_ok(), save).clicked() || entered;
        let cancelled = ui.add(Button::tertiary(&cancel)).clicked();
        if let Some(why) = why {
            line(ui, &why);
        }
        match read {
            Ok((by, on)) if saved => Some(Pressed::Save(by, on)),
            _ => cancelled.then_some(Pressed::Cancel),
        }
    })
    .inner
}

fn field(ui: &mut Ui, words: &str, text: &mut String, hint: &str, icon: Icon) -> Response {
    let name = label(ui, words);
    ui.add_space(6.0);
    text_field(ui, text, hint, icon, vec2(ui.available_width(), 48.0)).labelled_by(name.id)
}

/// Puts the keyboard on the first field when the form opens, and never again.
fn focus_once(ui: &Ui, i: usize, first: &Response) {
    let key = Id::unique("release form");
    let frame = ui.ctx().cumulative_pass_nr();
    let before: Option<(usize, u64)> = ui.data_mut(|data| data.get_temp(key));
    if before.is_none_or(|(open, seen)| open != i || seen + 1 < frame) {
        first.request_focus();
    }
    ui.data_mut(|data| data.insert_temp(key, (i, frame)));
}

/// What keeps a go-ahead from being saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    NoName,
    NoDay,
    Future,
}

impl Fault {
    fn words(self, example: &str) -> String {
        match self {
            Self::NoName => fl!(LOADER, "locked-no-name"),
            Self::NoDay => fl!(LOADER, "locked-no-day", example = example),
            Self::Future => fl!(LOADER, "locked-future"),
        }
    }
}

/// Reads the form: a name that is not blank, and a day up to today.
fn read(draft: &ReleaseDraft, today: Date) -> Result<(String, Date), Fault> {
    let by = draft.by.trim();
    if by.is_empty() {
        return Err(Fault::NoName);
    }
    let on: Date = draft.on.trim().parse().map_err(|_| Fault::NoDay)?;
    if on > today { Err(Fault::Future) } else { Ok((by.to_owned(), on)) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_go_ahead_needs_a_name_and_a_day_up_to_today() {
        let read = |by: &str, on: &str| {
            let draft = ReleaseDraft { open: Some(0), by: by.to_owned(), on: on.to_owned() };
            read(&draft, date(2026, 11, 20))
        };
        assert_eq!(read(" Ana Ruiz ", " 2026-11-20 "), Ok(("Ana Ruiz".to_owned(), date(2026, 11, 20))));
        assert_eq!(read("A", "2026-11-19"), Ok(("A".to_owned(), date(2026, 11, 19))));
        assert_eq!(read("A", "2026-11-21"), Err(Fault::Future));
        for blank in ["", "  ", "\t"] {
            assert_eq!(read(blank, "2026-11-20"), Err(Fault::NoName));
        }
        for day in ["", "yesterday", "2026-11-31", "20.11.2026", "2026-11"] {
            assert_eq!(read("A", day), Err(Fault::NoDay), "{day}");
        }
    }
}

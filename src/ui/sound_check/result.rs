//! What the sound check has come to: the tones that suit what is heard, or what to do when nothing was.

use eframe::egui::{Stroke, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::{SOUNDS, SoundCheckDraft, name};
use crate::practice::score::Register;
use crate::ui::action::{Action, Hearing, SoundCheckView, Test};
use crate::ui::icons::Icon;
use crate::ui::parts::Button;
use crate::ui::settings::register;
use crate::ui::shell::{label, text};
use crate::ui::theme::{Face, Tokens};
use crate::words::LOADER;

/// Shows it, and returns what was asked for.
pub(super) fn result(ui: &mut Ui, view: SoundCheckView, draft: &mut SoundCheckDraft) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let heard = Heard::of(draft);
    let title = match heard {
        Heard { tones: None, voice: false } => fl!(LOADER, "sound-check-nothing"),
        _ => fl!(LOADER, "sound-check-result"),
    };
    text(ui, Face::Title, tokens.ink, &title);
    ui.add_space(10.0);
    for (nth, &sound) in SOUNDS.iter().enumerate() {
        row(ui, &name(sound), draft.hears(nth));
    }
    ui.add_space(12.0);
    for words in heard.words(draft) {
        text(ui, Face::Body, tokens.ink_second, &words);
        ui.add_space(8.0);
    }
    ui.add_space(10.0);
    let anew = fl!(LOADER, "sound-check-anew");
    let mut asked = None;
    if heard.tones.is_none() && !heard.voice {
        ways(ui, |ui| {
            if ui.add(Button::primary(&anew).large()).clicked() {
                *draft = SoundCheckDraft::default();
            }
            let without = fl!(LOADER, "sound-check-without");
            if ui.add(Button::secondary(&without).at_least(vec2(0.0, 60.0))).clicked() {
                asked = Some(Action::Go(view.back));
            }
        });
        return asked;
    }
    let mut chosen = draft.chosen.or(heard.tones).unwrap_or_default();
    label(ui, &fl!(LOADER, "settings-register"));
    ui.add_space(8.0);
    register::choose(ui, &mut chosen);
    draft.chosen = Some(chosen);
    ui.add_space(14.0);
    ways(ui, |ui| {
        let use_these = fl!(LOADER, "sound-check-use");
        if ui.add(Button::primary(&use_these).icon(Icon::Check).large()).clicked() {
            asked = Some(Action::Hearing(Hearing::Checked(chosen)));
        }
        if ui.add(Button::secondary(&anew).at_least(vec2(0.0, 60.0))).clicked() {
            *draft = SoundCheckDraft::default();
        }
    });
    asked
}

/// What was heard, as far as it matters.
#[derive(Clone, Copy)]
struct Heard {
    /// The tones that suit; none where no tone was heard.
    tones: Option<Register>,
    voice: bool,
}

impl Heard {
    fn of(draft: &SoundCheckDraft) -> Self {
        let hears = |sound| SOUNDS.iter().position(|&each| each == sound).is_some_and(|nth| draft.hears(nth));
        let tones = Register::ALL.map(|register| hears(Test::Trial(register)));
        let tones = match tones {
            [true, _, true] | [false, true, false] => Some(Register::Middle),
            [true, _, false] => Some(Register::Low),
            [false, _, true] => Some(Register::High),
            [false, false, false] => None,
        };
        Self { tones, voice: hears(Test::TrialVoice) }
    }

    fn words(self, draft: &SoundCheckDraft) -> Vec<String> {
        let all = (0..SOUNDS.len()).all(|nth| draft.hears(nth));
        let tones = match self.tones {
            _ if all => fl!(LOADER, "sound-check-all"),
            Some(Register::Low) => fl!(LOADER, "sound-check-low-suits"),
            Some(Register::Middle) => fl!(LOADER, "sound-check-middle-suits"),
            Some(Register::High) => fl!(LOADER, "sound-check-high-suits"),
            None if self.voice => fl!(LOADER, "sound-check-no-tones"),
            None => fl!(LOADER, "sound-check-nothing-more"),
        };
        let no_voice = self.tones.is_some() && !self.voice;
        std::iter::once(tones).chain(no_voice.then(|| fl!(LOADER, "sound-check-no-voice"))).collect()
    }
}

/// A sound with its answer: a check or an empty ring, and the words.
fn row(ui: &mut Ui, sound: &str, heard: bool) {
    let tokens = Tokens::of(ui.ctx());
    let words = if heard {
        fl!(LOADER, "sound-check-was-heard", sound = sound)
    } else {
        fl!(LOADER, "sound-check-was-not", sound = sound)
    };
    ui.horizontal(|ui| {
        let (_, mark) = ui.allocate_space(vec2(24.0, 32.0));
        if heard {
            Icon::Check.paint_stroked(ui.painter(), mark.center(), 22.0, tokens.ink, 2.4);
        } else {
            let centre = pos2(mark.center().x, mark.center().y);
            ui.painter().circle_stroke(centre, 7.0, Stroke::new(2.0, tokens.line_strong));
        }
        text(ui, Face::Body, tokens.ink, &words);
    });
}

/// The ways on, beside each other where there is room.
fn ways(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 12.0);
        add(ui);
    });
}

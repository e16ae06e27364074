//! The sound check: which tones are heard, and whether the voice is. One sound at a time; nothing sounds without a click.

use eframe::egui::{Event, Key, Margin, Rect, Ui, pos2, vec2};
use i18n_embed_fl::fl;

use super::action::{Action, Device, Hearing, SoundCheckView, Test};
use super::icons::Icon;
use super::parts::Button;
use super::shell::{block, card_with, heading, text};
use super::theme::{Face, Tokens};
use crate::practice::score::Register;
use crate::words::LOADER;

mod result;

/// The sounds, in their order.
const SOUNDS: [Test; 4] =
    [Test::Trial(Register::Low), Test::Trial(Register::Middle), Test::Trial(Register::High), Test::TrialVoice];

/// From this width of a card on, a picture stands beside the words,
const WITH_PICTURE: f32 = 700.0;
const PICTURE: f32 = 220.0;
/// and from this one on, the answers stand side by side.
const BESIDE: f32 = 480.0;

/// What was answered so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SoundCheckDraft {
    answers: [Option<Answer>; SOUNDS.len()],
    at: usize,
    /// True once the sound that is asked about was played.
    played: bool,
    /// True when the keyboard is to be led to the next sound.
    leads: bool,
    /// The tones to be used, where another choice was made than the one proposed.
    chosen: Option<Register>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Heard,
    NotHeard,
}

impl SoundCheckDraft {
    fn answer(&mut self, answer: Answer) {
        if let Some(slot) = self.answers.get_mut(self.at) {
            *slot = Some(answer);
            self.go(self.at + 1);
        }
    }

    fn go(&mut self, at: usize) {
        (self.at, self.played) = (at, false);
    }

    fn hears(&self, nth: usize) -> bool {
        self.answers.get(nth).is_some_and(|answer| *answer == Some(Answer::Heard))
    }
}

/// Shows the page and returns what was asked for.
pub fn sound_check(ui: &mut Ui, view: SoundCheckView, draft: &mut SoundCheckDraft) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    heading(ui, &fl!(LOADER, "sound-check"));
    ui.add_space(2.0);
    text(ui, Face::Body, tokens.ink_second, &fl!(LOADER, "sound-check-lead"));
    ui.add_space(24.0);
    let margin = Margin::same(if ui.available_width() >= WITH_PICTURE { 40 } else { 24 });
    card_with(ui, margin, |ui| match SOUNDS.get(draft.at) {
        _ if view.device == Device::Missing => no_device(ui, view),
        Some(&sound) => {
            if ui.available_width() < WITH_PICTURE {
                return ask(ui, view, draft, sound);
            }
            let card = ui.available_rect_before_wrap();
            let width = ui.available_width() - PICTURE - 40.0;
            let asked = block(ui, width, |ui| ask(ui, view, draft, sound)).0;
            picture(ui, Rect::from_min_max(card.min, pos2(card.right(), ui.min_rect().bottom())));
            asked
        }
        None => result::result(ui, view, draft),
    })
}

fn ask(ui: &mut Ui, view: SoundCheckView, draft: &mut SoundCheckDraft, sound: Test) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    let mut asked = None;
    let step = fl!(LOADER, "sound-check-step", step = (draft.at + 1), steps = SOUNDS.len());
    text(ui, Face::Strong, tokens.ink_third, &step);
    ui.add_space(4.0);
    text(ui, Face::Display, tokens.ink, &name(sound));
    ui.add_space(4.0);
    let how = if sound == Test::TrialVoice {
        fl!(LOADER, "sound-check-ask-voice")
    } else {
        fl!(LOADER, "sound-check-ask-tone")
    };
    text(ui, Face::Body, tokens.ink_second, &how);
    ui.add_space(24.0);
    let play = if draft.played { fl!(LOADER, "sound-check-again") } else { fl!(LOADER, "sound-check-play") };
    let play = ui.add(Button::primary(&play).icon(Icon::Play).large().at_least(vec2(220.0, 64.0)));
    if std::mem::take(&mut draft.leads) {
        play.request_focus();
    }
    if play.clicked() {
        draft.played = true;
        asked = Some(Action::Hearing(Hearing::Test(sound)));
    }
    ui.add_space(24.0);
    let answer = ui.add_enabled_ui(draft.played, answers).inner.or_else(|| struck(ui).filter(|_| draft.played));
    ui.add_space(24.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(20.0, 4.0);
        let (back, leave) = (fl!(LOADER, "sound-check-back"), fl!(LOADER, "sound-check-leave"));
        if draft.at > 0 && ui.add(Button::tertiary(&back)).clicked() {
            draft.go(draft.at - 1);
        }
        if ui.add(Button::tertiary(&leave)).clicked() {
            asked = Some(Action::Go(view.back));
        }
    });
    if let Some(answer) = answer {
        draft.leads = ui.memory(|memory| memory.focused().is_some());
        draft.answer(answer);
    }
    asked
}

/// The two answers, each with the digit that gives it, too.
fn answers(ui: &mut Ui) -> Option<Answer> {
    let both = [
        (fl!(LOADER, "sound-check-heard"), "1", Answer::Heard),
        (fl!(LOADER, "sound-check-not"), "2", Answer::NotHeard),
    ];
    let side_by_side = ui.available_width() >= BESIDE;
    let width = if side_by_side { (ui.available_width() - 16.0) / 2.0 } else { ui.available_width() };
    let mut given = None;
    let mut show = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 12.0);
        for (words, digit, answer) in &both {
            if ui.add(Button::secondary(words).cap(digit).large().at_least(vec2(width, 64.0))).clicked() {
                given = Some(*answer);
            }
        }
    };
    if side_by_side {
        ui.horizontal(show);
    } else {
        ui.vertical(|ui| show(ui));
    }
    given
}

/// The answer of a digit, by its place on the keyboard.
fn struck(ui: &Ui) -> Option<Answer> {
    let of = |event: &Event| match event {
        Event::Key { key, physical_key, pressed: true, repeat: false, modifiers } if modifiers.is_none() => {
            match physical_key.unwrap_or(*key) {
                Key::Num1 => Some(Answer::Heard),
                Key::Num2 => Some(Answer::NotHeard),
                _ => None,
            }
        }
        _ => None,
    };
    ui.input(|input| input.events.iter().find_map(of))
}

fn no_device(ui: &mut Ui, view: SoundCheckView) -> Option<Action> {
    let tokens = Tokens::of(ui.ctx());
    text(ui, Face::Title, tokens.ink, &fl!(LOADER, "sound-check-no-device"));
    ui.add_space(8.0);
    text(ui, Face::Body, tokens.ink_second, &fl!(LOADER, "sound-check-no-device-more"));
    ui.add_space(24.0);
    let watch = fl!(LOADER, "sound-check-watch");
    ui.add(Button::primary(&watch).large()).clicked().then_some(Action::Go(view.back))
}

fn picture(ui: &Ui, card: Rect) {
    let tokens = Tokens::of(ui.ctx());
    let centre = pos2(card.right() - PICTURE / 2.0, card.center().y);
    ui.painter().circle_filled(centre, PICTURE / 2.0, tokens.sunk);
    Icon::Sound.paint_stroked(ui.painter(), centre, 96.0, tokens.ink_third, 1.5);
}

fn name(sound: Test) -> String {
    match sound {
        Test::Trial(Register::Low) => fl!(LOADER, "sound-check-low"),
        Test::Trial(Register::Middle) => fl!(LOADER, "sound-check-middle"),
        Test::Trial(Register::High) => fl!(LOADER, "sound-check-high"),
        Test::TrialVoice | Test::Voice | Test::Tones | Test::Both => fl!(LOADER, "sound-check-voice"),
    }
}

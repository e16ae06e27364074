//! How the doses of a program move: the rules in plain words.

use eframe::egui::{Label, Margin, Ui, text::LayoutJob, vec2};
use i18n_embed_fl::fl;

use crate::practice::program::Program;
use crate::practice::progress::{GAP_DAYS, LONG_GAP_DAYS};
use crate::ui::icons::Icon;
use crate::ui::shell::{card_of_height, day_and_month};
use crate::ui::theme::{Face, Letters, Tokens, Weight};
use crate::words::LOADER;

/// As [`Face::Narrow`], stressed.
const STRESSED: Letters = Letters { weight: Weight::SemiBold, size: 15.0, line: 22.0, tracking: 0.0 };

/// Whether anything in a program can rise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rising {
    /// One step at a time, after a yes.
    Possible,
    /// Every amount is locked.
    Never,
}

/// Shows the card, its inside at least so high.
pub fn card(ui: &mut Ui, program: &Program, rising: Rising, height: f32) -> ((), f32) {
    card_of_height(ui, Margin { left: 28, right: 28, top: 20, bottom: 12 }, height, |ui| {
        for (icon, stressed, plain) in rules(program, rising) {
            row(ui, icon, &stressed, &plain);
        }
    })
}

/// What the rules of `docs/safety.md` come to: P-UP, P-DOWN, P-PAUSE, and the day of the review.
fn rules(program: &Program, rising: Rising) -> Vec<(Icon, String, String)> {
    let pace = &program.progression;
    let up = match rising {
        Rising::Possible => (
            fl!(LOADER, "how-up"),
            fl!(
                LOADER,
                "how-up-when",
                good = i64::from(pace.good_days),
                apart = i64::from(pace.min_days_between_steps)
            ),
        ),
        Rising::Never => (fl!(LOADER, "how-still"), fl!(LOADER, "how-still-why")),
    };
    let by = program.prescribed.by.split(',').next().unwrap_or_default().trim().to_owned();
    let mut rules = vec![
        (Icon::Up, up.0, up.1),
        (Icon::Down, fl!(LOADER, "how-down"), fl!(LOADER, "how-down-when")),
        (Icon::Phone, fl!(LOADER, "how-talk", name = by), fl!(LOADER, "how-talk-when")),
    ];
    if let Some(review) = program.prescribed.review {
        let when = fl!(LOADER, "how-review-when", day = day_and_month(review));
        rules.push((Icon::Flag, fl!(LOADER, "how-review"), when));
    }
    rules
}

/// What is less common: P-STOP and P-GAP.
pub fn seldom() -> [(Icon, String); 2] {
    let gap = fl!(LOADER, "how-gap", week = GAP_DAYS, weeks = LONG_GAP_DAYS);
    [(Icon::Lock, fl!(LOADER, "how-lock")), (Icon::Left, gap)]
}

/// A rule with its beginning stressed.
fn row(ui: &mut Ui, icon: Icon, stressed: &str, plain: &str) {
    let tokens = Tokens::of(ui.ctx());
    let mut job = LayoutJob::default();
    job.append(stressed, 0.0, STRESSED.format(tokens.ink));
    job.append(&format!(" {plain}"), 0.0, Face::Narrow.format(tokens.ink_second));
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let (_, place) = ui.allocate_space(vec2(20.0, 22.0));
        icon.paint(ui.painter(), place.center(), 20.0, tokens.ink_second);
        ui.add(Label::new(job).wrap());
    });
    ui.add_space(8.0);
}

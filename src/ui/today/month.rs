//! The month as a line of days. A day on which nothing was done looks like any other.

use eframe::egui::{Align2, Margin, Pos2, Stroke, Ui, pos2, vec2};
use i18n_embed_fl::fl;
use jiff::civil::{Date, Weekday};

use crate::ui::action::{DayMark, TodayView};
use crate::ui::figure::Side;
use crate::ui::icons::side_mark;
use crate::ui::shell::{beside, card_with, label, month_name, text, weekday_name};
use crate::ui::theme::{Face, Tokens, Weight, font, name};
use crate::words::LOADER;

/// From this width of the column on, the days stand beside their words.
const WIDE: f32 = 760.0;

/// Shows the month.
pub fn card(ui: &mut Ui, view: &TodayView<'_>) {
    let wide = ui.available_width() >= WIDE;
    card_with(ui, Margin { left: 28, right: 24, top: 14, bottom: 10 }, |ui| {
        if wide {
            let days = (ui.available_width() - 270.0).min(690.0);
            let gap = ui.available_width() - 270.0 - days;
            beside(ui, days, gap, |ui| words(ui, view), |ui, _| strip(ui, view));
        } else {
            words(ui, view);
            ui.add_space(6.0);
            strip(ui, view);
        }
    });
}

fn words(ui: &mut Ui, view: &TodayView<'_>) {
    let tokens = Tokens::of(ui.ctx());
    let done = view.month.iter().filter(|mark| matches!(mark, DayMark::Done | DayMark::Part)).count();
    label(ui, &fl!(LOADER, "month-sessions", days = done.cast_signed()));
    let month = month_name(view.today);
    let next = numbered(view).find(|(day, mark)| *day > view.today && *mark == DayMark::Planned);
    let under = match next {
        Some((day, _)) => {
            fl!(LOADER, "month-next", month = month, weekday = weekday_name(day.weekday()), day = i64::from(day.day()))
        }
        None => month,
    };
    text(ui, Face::Under, tokens.ink_third, &under);
}

fn numbered<'a>(view: &'a TodayView<'_>) -> impl Iterator<Item = (Date, DayMark)> + 'a {
    let first = view.today.first_of_month();
    view.month.iter().enumerate().filter_map(move |(i, mark)| {
        Some((Date::new(first.year(), first.month(), i8::try_from(i + 1).ok()?).ok()?, *mark))
    })
}

fn strip(ui: &mut Ui, view: &TodayView<'_>) {
    let tokens = Tokens::of(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 52.0));
    let count = view.month.len().max(2) as f32;
    let pitch = (rect.width() - 30.0) / (count - 1.0);
    let at = |day: i8| pos2(rect.left() + 15.0 + pitch * f32::from(day - 1), rect.top() + 21.0);
    let radius = (pitch * 0.32).min(7.0);
    let today = view.today.day();
    for (day, mark) in numbered(view) {
        let centre = at(day.day());
        paint(ui, centre, mark, radius, day == view.today);
        let beside_today = day != view.today && f32::from((day.day() - today).abs()) * pitch < 40.0;
        let words = if day == view.today {
            fl!(LOADER, "month-today")
        } else if day.weekday() == Weekday::Monday && !beside_today {
            day.day().to_string()
        } else {
            continue;
        };
        let below = centre + vec2(0.0, 25.0);
        let (weight, color) =
            if day == view.today { (Weight::SemiBold, tokens.ink) } else { (Weight::Regular, tokens.ink_third) };
        ui.painter().text(below, Align2::CENTER_CENTER, &words, font(weight, 13.0), color);
    }
    name(ui, rect, &spoken(view));
}

fn paint(ui: &Ui, centre: Pos2, mark: DayMark, radius: f32, is_today: bool) {
    let tokens = Tokens::of(ui.ctx());
    let painter = ui.painter();
    let edge = Stroke::new(1.5, tokens.line_strong);
    if is_today {
        painter.circle(centre, radius + 2.5, tokens.press_tint, Stroke::new(2.5, tokens.press));
    }
    let radius = if is_today { radius - 1.5 } else { radius };
    match mark {
        DayMark::Done => {
            painter.circle_filled(centre, radius, tokens.ink_second);
        }
        DayMark::Part => side_mark(painter, centre, radius - 0.5, Side::Left, tokens.ink_second),
        DayMark::Planned if !is_today => {
            painter.circle(centre, radius, tokens.surface, edge);
        }
        DayMark::None if !is_today => {
            painter.circle_filled(centre, 2.0, tokens.line_strong);
        }
        DayMark::Planned | DayMark::None => {}
    }
}

/// The whole line, for a screen reader.
fn spoken(view: &TodayView<'_>) -> String {
    let days = |wanted: DayMark| {
        let days: Vec<_> =
            numbered(view).filter(|(_, mark)| *mark == wanted).map(|(day, _)| day.day().to_string()).collect();
        if days.is_empty() { fl!(LOADER, "month-no-day") } else { days.join(", ") }
    };
    fl!(
        LOADER,
        "month-spoken",
        month = month_name(view.today),
        done = days(DayMark::Done),
        part = days(DayMark::Part),
        planned = days(DayMark::Planned)
    )
}

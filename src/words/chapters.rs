//! The chapters of a rendered session, as a list that players and other programs read.

use std::fmt::Write;
use std::time::Duration;

use super::{place, session};
use crate::practice::plan::{Kind, Plan};

/// Returns where each place and side is made ready for, pressed, stretched and moved, and the end; each with its name.
pub fn chapters(plan: &Plan) -> Vec<(Duration, String)> {
    let mut chapters: Vec<(Duration, String)> = Vec::new();
    let named = plan.steps().iter().filter(|step| {
        let lasts = !step.length.is_zero() && step.round == 1 && !step.continued;
        lasts && matches!(step.kind, Kind::Ready | Kind::Press(_) | Kind::Stretch | Kind::Move)
    });
    for step in named {
        let id = plan.spot(step).map_or("", |spot| spot.place.id());
        let name = format!("{}: {}", session::capital(&place::sided(id, step.side)), session::phase(&step.kind));
        chapters.push((step.at, name));
    }
    chapters.push((plan.total(), session::phase(&Kind::Done)));
    chapters
}

/// Returns chapters as lines `CHAPTER01=00:00:20.000` and `CHAPTER01NAME=…`.
pub fn list(chapters: &[(Duration, String)]) -> String {
    let mut lines = String::new();
    for ((at, name), number) in chapters.iter().zip(1..) {
        let ms = at.as_millis();
        let (hours, minutes, seconds, ms) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
        // Writing to a text never fails.
        let _ = writeln!(lines, "CHAPTER{number:02}={hours:02}:{minutes:02}:{seconds:02}.{ms:03}");
        let _ = writeln!(lines, "CHAPTER{number:02}NAME={name}");
    }
    lines
}

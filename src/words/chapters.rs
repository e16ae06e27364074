//! The chapters of a rendered session, as a list that players and other programs read.

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
    entries(chapters, 2).iter().flat_map(|(name, text)| [name, "=", text, "\n"]).collect()
}

/// Returns what a sound file says about itself: the routine, its program, and the chapters as Vorbis comments have them,
/// `CHAPTER001` and `CHAPTER001NAME`. Nothing of the person or the therapist is in it.
pub fn comments(program: &str, routine: &str, chapters: &[(Duration, String)]) -> Vec<(String, String)> {
    let of = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    [of("TITLE", routine), of("ALBUM", program)].into_iter().chain(entries(chapters, 3)).collect()
}

/// Two entries a chapter, its number in at least so many digits.
fn entries(chapters: &[(Duration, String)], digits: usize) -> Vec<(String, String)> {
    let each = chapters.iter().zip(1..).flat_map(|((at, name), number)| {
        let ms = at.as_millis();
        let (hours, minutes, seconds, ms) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
        let chapter = format!("CHAPTER{number:0digits$}");
        let named = (format!("{chapter}NAME"), name.clone());
        [(chapter, format!("{hours:02}:{minutes:02}:{seconds:02}.{ms:03}")), named]
    });
    each.collect()
}

//! A small program as a square code: its own text and no link.

use std::fmt::Write;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

use crate::practice::program::draft::minified;
use crate::practice::program::{Place, Program};

/// The longest text that a phone still reads from paper at the size it is printed, in bytes.
const MOST: usize = 1_200;
/// The quiet edge that readers need, in modules.
const QUIET: usize = 4;

/// Returns the code of a program; none where its text is too long for one.
pub fn code(program: &Program, name: &str) -> Option<Markup> {
    // Shortening a long program takes a while, and would be for nothing.
    let text = (at_least(program) <= MOST).then(|| minified(program)).filter(|text| text.len() <= MOST)?;
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                // Writing to a text cannot fail.
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len());
            }
            x += run.len();
        }
    }
    let whole = width + 2 * QUIET;
    Some(html! {
        svg class="code" role="img" aria-label=(name) viewBox={ "0 0 " (whole) " " (whole) } shape-rendering="crispEdges" {
            path d=(path) {}
        }
    })
}

/// A length that no file of this program can stay under: its own words, and the fewest keys of a point.
fn at_least(program: &Program) -> usize {
    let written = &program.prescribed;
    let whole = [Some(&program.title), Some(&written.by), written.contact.as_ref(), program.notes.as_ref()];
    let points = program.routines.iter().flat_map(|routine| &routine.points);
    let own = points.clone().flat_map(|point| {
        let place = match &point.place {
            Place::Known(_) => [None, None, None],
            Place::Own(own) => [Some(&own.name), Some(&own.location), own.position.as_ref()],
        };
        place.into_iter().flatten().chain(&point.note)
    });
    let names = program.routines.iter().map(|routine| &routine.name);
    let words = whole.into_iter().flatten().chain(&program.stop_if).chain(names).chain(own);
    words.map(String::len).sum::<usize>() + points.count() * r#"{"site":"","side":"","press":{}}"#.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::routines::SHIPPED;

    #[test]
    fn what_is_said_to_be_too_long_is() {
        for shipped in SHIPPED {
            let program = Program::read(shipped.text.as_bytes()).unwrap();
            assert!(at_least(&program) <= minified(&program).len(), "{}", shipped.name);
        }
    }
}

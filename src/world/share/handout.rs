//! A program as one page for the printer: it needs no other file, runs nothing, and is black on white.

use std::fmt::Write;

use i18n_embed_fl::fl;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{code, figure};
use crate::practice::figure::View;
use crate::practice::program::{Point, Program, Revision, Routine};
use crate::words::{LOADER, handout as words, taking};
use crate::world::routines;

const STYLE: &str = include_str!("../../../assets/handout.css");
/// A longer title is cut at the foot of the pages; it stands whole on the first.
const FOOT: usize = 60;

/// Returns the page of a program.
pub fn handout(program: &Program, revision: Revision) -> String {
    let points = || program.routines.iter().flat_map(|routine| &routine.points);
    let used = |view: &View| points().any(|point| figure::views(point).contains(view));
    let views: Vec<_> = View::BEST.into_iter().filter(used).collect();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                // A second lock beside the escaping: whatever a program says, the page runs and fetches nothing.
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="only light";
                title { (program.title) }
                style { (PreEscaped(STYLE)) (PreEscaped(foot(&program.title))) }
            }
            body {
                (figure::base(&views))
                (head(program, revision))
                @for (index, routine) in program.routines.iter().enumerate() {
                    @let before = program.routines.iter().take(index).map(|routine| routine.points.len()).sum();
                    (worked(routine, program, before))
                }
                (stops(program, revision))
                (itself(program))
                (end(revision))
            }
        }
    };
    page.into_string()
}

fn head(program: &Program, revision: Revision) -> Markup {
    let written = &program.prescribed;
    html! {
        header {
            h1 { (program.title) }
            p class="by" { (fl!(LOADER, "handout-by", by = written.by.as_str())) }
            @if let Some(contact) = &written.contact {
                p class="ask" { (fl!(LOADER, "handout-ask", contact = contact.as_str())) }
            }
            @for line in words::dates(program) { p { (line) } }
            @if routines::therapist(program, revision).is_none() {
                p class="mind" { (fl!(LOADER, "remark-example")) }
            }
        }
        @if let Some(notes) = &program.notes {
            section class="notes" {
                h2 { (fl!(LOADER, "program-notes")) }
                p class="own" { (notes) }
            }
        }
        section class="whole" { (rows(&words::program(program))) }
    }
}

fn worked(routine: &Routine, program: &Program, before: usize) -> Markup {
    html! {
        section class="routine" {
            div class="top" {
                h2 { (routine.name) }
                p { (taking::sum(routine, program)) }
            }
            @for (index, point) in routine.points.iter().enumerate() {
                (spot(point, program, index + 1, before + index))
            }
        }
    }
}

fn spot(point: &Point, program: &Program, number: usize, picture: usize) -> Markup {
    let seen = words::seen(&point.place, &figure::views(point));
    html! {
        article {
            div class="name" {
                h3 { (words::title(number, point)) }
                @if let Some(name) = words::other_name(point) { p { (name) } }
            }
            figure {
                (figure::picture(point, picture, &words::picture(point, &seen)))
                figcaption { b { (words::side(point.sides)) } " " (seen) }
            }
            (rows(&words::point(point, program)))
        }
    }
}

fn rows(rows: &[words::Row]) -> Markup {
    html! {
        dl {
            @for row in rows {
                div {
                    dt { (row.about) }
                    dd {
                        (row.says)
                        @if let [step] = row.steps.as_slice() {
                            " " (step)
                        } @else if !row.steps.is_empty() {
                            ol { @for step in &row.steps { li { (step) } } }
                        }
                    }
                }
            }
        }
    }
}

fn stops(program: &Program, revision: Revision) -> Markup {
    let by = routines::therapist(program, revision).map(|(by, _)| by);
    html! {
        section class="stop" {
            h2 { (fl!(LOADER, "handout-stop")) }
            @for stops in words::stops(program, by) {
                div {
                    h3 { (stops.then) }
                    ul { @for sign in &stops.signs { li { (sign) } } }
                }
            }
        }
    }
}

/// The program for another computer, where it is small enough; else nothing.
fn itself(program: &Program) -> Markup {
    let code = code::code(program, &fl!(LOADER, "handout-code-name"));
    html! {
        @if let Some(code) = code {
            section class="itself" {
                div {
                    h2 { (fl!(LOADER, "handout-code")) }
                    p { (fl!(LOADER, "handout-code-how")) }
                }
                (code)
            }
        }
    }
}

fn end(revision: Revision) -> Markup {
    let short: String = revision.to_string().chars().take(8).collect();
    html! {
        footer {
            p { (fl!(LOADER, "handout-app")) " " b { (fl!(LOADER, "about-is-not")) } }
            p { (fl!(LOADER, "handout-revision", revision = short)) }
        }
    }
}

/// The foot of every page: the title, and which page of how many.
fn foot(title: &str) -> String {
    let mut short: String = title.chars().take(FOOT).collect();
    if short.len() < title.len() {
        short.push('…');
    }
    // In the style sheet each letter stands as its number, so that no title can end it.
    let mut written = String::new();
    for letter in short.chars() {
        // Writing to a text cannot fail.
        let _ = write!(written, "\\{:06x}", u32::from(letter));
    }
    format!("@page{{@bottom-left{{content:\"{written}\"}}}}")
}

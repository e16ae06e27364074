//! What the body map costs: `cargo bench --bench body`.
//!
//! Prints, in microseconds: asking which site a point belongs to, building the figure's meshes when their size or colours change,
//! and a whole frame of the screen while the pointer goes over it, with the layout of its words and the meshes for the window.
#![expect(clippy::print_stdout, reason = "a bench prints")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use eframe::egui::{
    ClippedPrimitive, Context, Event, Pos2, RawInput, Rect, Ui, UiBuilder, epaint::Primitive, pos2, vec2,
};
use kneadwell::practice::library::Site;
use kneadwell::ui::action::{BodyView, Room};
use kneadwell::ui::body::{BodyDraft, body};
use kneadwell::ui::figure::{self, Drawing, Figure, Lit, Mark, Side, View, place_near};
use kneadwell::ui::shell::shell;
use kneadwell::ui::theme::{self, Theme};

const SIZE: (f32, f32) = (1180.0, 780.0);
const TIMES: u32 = 2000;

fn main() {
    hits();
    cold();
    empty();
    map();
    screen();
}

/// A clock for what is measured here.
fn begun() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "this measures real time")]
    Instant::now()
}

fn tell(what: &str, took: &mut [Duration]) {
    took.sort_unstable();
    let at = |share: usize| took[(took.len() - 1) * share / 100].as_secs_f64() * 1e6;
    println!("{what}: median {:.1} µs, 99 % within {:.1} µs", at(50), at(99));
}

fn figures<'a>(lit: &'a [Lit<'a>], shift: f32) -> [Figure<'a>; 3] {
    let figure =
        |view, x: f32, y: f32| Figure { view, height: 606.0, crown: pos2(x + shift, y), drawing: Drawing::Map, lit };
    [figure(View::Front, 296.0, 112.0), figure(View::Back, 606.0, 112.0), figure(View::Soles, 718.0, 648.0)]
}

/// Points all over the card.
fn point(index: u32) -> Pos2 {
    let (x, y) = ((index * 97) % 632, (index * 61) % 656);
    pos2(136.0 + x as f32, 96.0 + y as f32)
}

fn hits() {
    let figures = figures(&[], 0.0);
    let mut took: Vec<Duration> = (0..TIMES)
        .map(|index| {
            let start = begun();
            black_box(place_near(&figures, black_box(point(index))));
            start.elapsed()
        })
        .collect();
    tell("which site a point belongs to", &mut took);
}

/// One frame of a window.
fn frame(ctx: &Context, events: Vec<Event>, draw: impl FnMut(&mut Ui)) -> Vec<ClippedPrimitive> {
    let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(SIZE.0, SIZE.1)));
    let mut output = ctx.run_ui(RawInput { screen_rect, events, ..RawInput::default() }, draw);
    // No window takes the letters here.
    output.textures_delta.clear();
    ctx.tessellate(output.shapes, output.pixels_per_point)
}

fn context() -> Context {
    let ctx = Context::default();
    theme::install(&ctx);
    theme::apply(&ctx, Theme::Paper);
    ctx
}

fn paint(ctx: &Context, lit: &[Lit<'_>], shift: f32) -> Duration {
    let start = begun();
    black_box(frame(ctx, vec![], |ui| {
        figure::paint(ui.painter(), ui.max_rect(), &figures(lit, shift));
    }));
    start.elapsed()
}

fn cold() {
    let ctx = context();
    let mut took: Vec<Duration> = (0..200_u8).map(|index| paint(&ctx, &[], f32::from(index))).collect();
    tell("a frame of all three figures, as the page scrolls", &mut took);
    let grown = |index: u8| {
        let start = begun();
        black_box(frame(&ctx, vec![], |ui| {
            let figures = figures(&[], 0.0).map(|figure| Figure { height: 606.0 + f32::from(index), ..figure });
            figure::paint(ui.painter(), ui.max_rect(), &figures);
        }));
        start.elapsed()
    };
    let mut took: Vec<Duration> = (0..100_u8).map(grown).collect();
    tell("a frame of all three figures, every mesh built anew", &mut took);
}

/// What a frame costs in which nothing is drawn.
fn empty() {
    let ctx = context();
    let mut took: Vec<Duration> = (0..TIMES)
        .map(|_| {
            let start = begun();
            black_box(frame(&ctx, vec![], |_| {}));
            start.elapsed()
        })
        .collect();
    tell("a frame with nothing in it", &mut took);
}

/// How much is handed to the window.
fn tell_size(primitives: &[ClippedPrimitive]) {
    let meshes = primitives.iter().filter_map(|primitive| match &primitive.primitive {
        Primitive::Mesh(mesh) => Some((mesh.vertices.len(), mesh.indices.len() / 3)),
        Primitive::Callback(_) => None,
    });
    let (corners, triangles) = meshes.fold((0, 0), |sum, mesh| (sum.0 + mesh.0, sum.1 + mesh.1));
    println!("the three figures are {corners} corners and {triangles} triangles");
}

fn map() {
    let ctx = context();
    let lit = [
        Lit { site: "rhomboids", side: Side::Left, mark: Mark::Planned },
        Lit { site: "infraspinatus", side: Side::Left, mark: Mark::Pointed },
        Lit { site: "gluteus-medius", side: Side::Right, mark: Mark::Chosen },
        Lit { site: "gluteus-medius", side: Side::Right, mark: Mark::Felt },
    ];
    tell_size(&frame(&ctx, vec![], |ui| {
        figure::paint(ui.painter(), ui.max_rect(), &figures(&[], 0.0));
    }));
    let mut took: Vec<Duration> = (0..TIMES).map(|_| paint(&ctx, &lit, 0.0)).collect();
    tell("a frame of all three figures, meshes kept, four marks", &mut took);
}

fn screen() {
    let ctx = context();
    let mut draft = BodyDraft::default();
    if let Some(site) = Site::find("gluteus-medius") {
        draft.choose(site, Side::Right);
    }
    let view = BodyView {
        program: None,
        today: jiff::civil::date(2026, 11, 19),
        hurts: &[],
        kept: true,
        only: None,
        banners: &[],
    };
    let mut took: Vec<Duration> = (0..TIMES)
        .map(|index| {
            let start = begun();
            black_box(frame(&ctx, vec![Event::PointerMoved(point(index))], |ui| {
                let window = ui.max_rect();
                ui.scope_builder(UiBuilder::new().max_rect(window), |ui| {
                    shell(ui, Room::Body, |ui| body(ui, &view, &mut draft));
                });
            }));
            start.elapsed()
        })
        .skip(20)
        .collect();
    tell("a frame of the whole screen, the pointer over it", &mut took);
}

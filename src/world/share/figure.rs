//! The figure of a point as SVG: a whole body with the spot ringed, and the spot under a lens beside it.

use std::fmt::Write;

use maud::{Markup, html};

use crate::practice::figure::{Dot, FIGURE, Patch, SOLE_APART, View};
use crate::practice::library::{Region, Site};
use crate::practice::measure::Side;
use crate::practice::program::{Place, Point};
use crate::words;

/// Points of the figure are written in whole ten-thousandths of the height of a body.
const UNIT: f32 = 10_000.0;
/// The picture, in tenths of a millimetre.
const SIZE: (f32, f32) = (600.0, 660.0);
/// The height of a whole body in it, where its crown is, and where the words under it stand.
const BODY: f32 = 590.0;
const CROWN: (f32, f32) = (140.0, 8.0);
const WORDS: f32 = 640.0;
/// The midlines of two bodies side by side.
const PAIR: [f32; 2] = [145.0, 455.0];
/// The lens: its middle from the left, and its radius.
const LENS: (f32, f32) = (440.0, 150.0);
/// Soles are drawn as large as the picture allows; a sole is an eighth of a body long.
const SOLES: f32 = 4_300.0;

/// Returns what all pictures of these views share, to be set once on a page.
pub fn base(views: &[View]) -> Markup {
    html! {
        svg class="base" width="0" height="0" aria-hidden="true" {
            @for &view in views {
                symbol id=(id(view)) overflow="visible" {
                    @for (patch, paired) in FIGURE.outline(view) {
                        @for half in if paired { &[1.0, -1.0][..] } else { &[1.0][..] } {
                            path class="skin" d=(closed(view, &patch.polygon, *half)) {}
                        }
                    }
                    @for (_, patch) in FIGURE.regions(view) {
                        @for half in [1.0, -1.0] { path class="site" d=(closed(view, &patch.polygon, half)) {} }
                    }
                    @for crease in FIGURE.creases(view) {
                        @for half in [1.0, -1.0] { path class="crease" d=(line(view, crease, half)) {} }
                    }
                }
            }
        }
    }
}

/// Returns the views that a point is drawn in.
pub fn views(point: &Point) -> Vec<View> {
    match &point.place {
        Place::Known(site) => View::of(&site.id).into_iter().collect(),
        Place::Own(own) => {
            let parts = parts(own.region);
            let shown = |view: &View| parts.iter().any(|site| view.shows(site));
            [View::Front, View::Back, View::Soles].into_iter().filter(shown).collect()
        }
    }
}

/// Returns the picture of a point, its spot lit. `number` tells it apart from the others of the page.
pub fn picture(point: &Point, number: usize, name: &str) -> Markup {
    let views = views(point);
    let spots: Vec<_> = views.iter().map(|&view| (view, lit(point, view))).collect();
    html! {
        svg class="figure" role="img" aria-label=(name) viewBox={ "0 0 " (SIZE.0) " " (SIZE.1) } {
            @match (spots.as_slice(), &point.place) {
                ([(View::Soles, spots)], _) => (soles(spots)),
                ([(view, spots)], Place::Known(_)) => {
                    (whole(*view, spots, CROWN.0))
                    (lens(*view, spots, number))
                },
                ([(view, spots)], Place::Own(_)) => (whole(*view, spots, SIZE.0 / 2.0)),
                (several, _) => {
                    @for ((view, spots), x) in several.iter().zip(PAIR) { (whole(*view, spots, x)) }
                },
            }
        }
    }
}

/// A spot on the figure, on one side.
struct Spot {
    side: Side,
    half: f32,
    patch: &'static Patch<Dot>,
    class: Class,
}

/// How a spot is drawn; on paper it is told from the others by its shape, not by a shade.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Filled: pressed.
    Lit,
    /// A thick outline: stretched, not pressed.
    Stretched,
    /// A dashed outline: only the part of the body is known.
    Part,
}

impl Class {
    const fn name(self) -> &'static str {
        match self {
            Self::Lit => "lit",
            Self::Stretched => "stretched",
            Self::Part => "part",
        }
    }
}

/// What of a view is to be shown for a point.
fn lit(point: &Point, view: View) -> Vec<Spot> {
    let (sites, class) = match &point.place {
        Place::Known(site) if point.press.is_some() => (vec![site.id.as_str()], Class::Lit),
        Place::Known(site) => (vec![site.id.as_str()], Class::Stretched),
        Place::Own(own) => (parts(own.region), Class::Part),
    };
    let sides = point.sides.each().iter().flat_map(|side| match side {
        Side::Middle => &[Side::Left, Side::Right][..],
        side => std::slice::from_ref(side),
    });
    let spots = sides.flat_map(|&side| {
        let patches = sites.iter().filter_map(move |site| FIGURE.region(view, site));
        let half = view.half_of(side);
        patches.filter_map(move |patch| Some(Spot { side, half: half?, patch, class }))
    });
    spots.collect()
}

/// The open sites of a part of the body; the head has none of its own but the temple.
fn parts(region: Region) -> Vec<&'static str> {
    if region == Region::Head {
        return vec!["temporalis"];
    }
    let sites = Site::all().iter().filter(|site| site.region == region && !site.locked);
    sites.map(|site| site.id.as_str()).collect()
}

/// A whole body with its midline at `x`, its spots ringed.
fn whole(view: View, spots: &[Spot], x: f32) -> Markup {
    let scale = BODY / UNIT;
    html! {
        g transform=(placed(x, CROWN.1, scale)) { (drawn(view, spots, scale)) }
        @for spot in spots.iter().filter(|spot| spot.class != Class::Part) {
            @let [left, top] = at(view, spot, scale * UNIT, (x, CROWN.1));
            circle class="ring" cx=(tenth(left)) cy=(tenth(top)) r="24" {}
        }
        (sides(view, x))
    }
}

/// The spots from near, joined to the body by a line.
fn lens(view: View, spots: &[Spot], number: usize) -> Markup {
    let Some(near) = Near::of(view, spots) else { return Markup::default() };
    let (middle, radius) = (LENS.0, LENS.1);
    let y = near.middle[1].mul_add(BODY, CROWN.1).clamp(radius + 8.0, BODY - radius);
    let scale = radius / near.reach / UNIT;
    let place = (near.middle[0].mul_add(-scale * UNIT, middle), near.middle[1].mul_add(-scale * UNIT, y));
    let anchors = spots.iter().map(|spot| at(view, spot, BODY, CROWN));
    let nearest = anchors.max_by(|one, other| one[0].total_cmp(&other[0])).unwrap_or_default();
    // From ring to rim, along the line between their middles.
    let (across, down) = (middle - nearest[0], y - nearest[1]);
    let length = across.hypot(down).max(1.0);
    let along = |from: f32| (nearest[0] + across * from / length, nearest[1] + down * from / length);
    let (from, to) = (along(24.0), along(length - radius));
    html! {
        line class="lead" x1=(tenth(from.0)) y1=(tenth(from.1)) x2=(tenth(to.0)) y2=(tenth(to.1)) {}
        clipPath id={ "lens" (number) } { circle cx=(middle) cy=(tenth(y)) r=(radius) {} }
        g clip-path={ "url(#lens" (number) ")" } {
            g transform=(placed(place.0, place.1, scale)) { (drawn(view, spots, scale)) }
        }
        circle class="rim" cx=(middle) cy=(tenth(y)) r=(radius) {}
    }
}

/// Both soles, large: they need no lens.
fn soles(spots: &[Spot]) -> Markup {
    let (x, y, scale) = (SIZE.0 / 2.0, 60.0, SOLES / UNIT);
    html! {
        g transform=(placed(x, y, scale)) { (drawn(View::Soles, spots, scale)) }
        (sides(View::Soles, x))
    }
}

fn drawn(view: View, spots: &[Spot], scale: f32) -> Markup {
    // Lines are as wide at every scale.
    let width = |tenths: f32| format!("{:.0}", tenths / scale);
    html! {
        use href={ "#" (id(view)) } stroke-width=(width(2.6)) {}
        @for spot in spots {
            path class=(spot.class.name()) data-side=(spot.side.id()) data-view=(id(view)) stroke-width=(width(7.0))
                stroke-dasharray=[(spot.class == Class::Part).then(|| width(14.0))]
                d=(closed(view, &spot.patch.polygon, spot.half)) {}
        }
    }
}

/// "left" and "right" under the halves they belong to.
fn sides(view: View, x: f32) -> Markup {
    let apart = if view == View::Soles { SOLE_APART * SOLES } else { 70.0 };
    html! {
        @for (side, words) in [(Side::Left, words::handout::left()), (Side::Right, words::handout::right())] {
            @let half = view.half_of(side).unwrap_or_default();
            text class="side" x=(half.mul_add(apart, x)) y=(WORDS) text-anchor="middle" { (words) }
        }
    }
}

/// What the lens is held over: the middle of the spots, and how far they reach from there.
struct Near {
    middle: Dot,
    reach: f32,
}

impl Near {
    fn of(view: View, spots: &[Spot]) -> Option<Self> {
        let corners =
            spots.iter().flat_map(|spot| spot.patch.polygon.iter().map(|&dot| mirrored(view, dot, spot.half)));
        let corners: Vec<Dot> = corners.collect();
        let range = |axis: usize| {
            let values = || corners.iter().map(|dot| dot[axis]);
            Some((values().reduce(f32::min)?, values().reduce(f32::max)?))
        };
        let ((left, right), (top, bottom)) = (range(0)?, range(1)?);
        let middle = [f32::midpoint(left, right), f32::midpoint(top, bottom)];
        let reach = corners.iter().map(|dot| (dot[0] - middle[0]).hypot(dot[1] - middle[1])).fold(0.0, f32::max);
        // Never so near that nothing around the spot is known again.
        Some(Self { middle, reach: (reach * 1.35).max(0.065) })
    }
}

const fn id(view: View) -> &'static str {
    match view {
        View::Front => "front",
        View::Back => "back",
        View::Soles => "soles",
    }
}

/// A point of the figure on one half of the picture.
fn mirrored(view: View, dot: Dot, half: f32) -> Dot {
    let apart = if view == View::Soles { SOLE_APART } else { 0.0 };
    [(dot[0] + apart) * half, dot[1]]
}

/// The middle of a spot in the picture.
fn at(view: View, spot: &Spot, height: f32, (x, y): (f32, f32)) -> Dot {
    let [across, down] = mirrored(view, spot.patch.anchor(), spot.half);
    [across.mul_add(height, x), down.mul_add(height, y)]
}

fn placed(x: f32, y: f32, scale: f32) -> String {
    format!("translate({x:.1} {y:.1}) scale({scale:.5})")
}

fn tenth(value: f32) -> String {
    format!("{value:.1}")
}

fn closed(view: View, polygon: &[Dot], half: f32) -> String {
    let mut path = line(view, polygon, half);
    path.push('z');
    path
}

fn line(view: View, dots: &[Dot], half: f32) -> String {
    let mut path = String::with_capacity(dots.len() * 10);
    for (i, &dot) in dots.iter().enumerate() {
        let [x, y] = mirrored(view, dot, half).map(|value| (value * UNIT).round() as i32);
        // Writing to a text cannot fail.
        let _ = write!(path, "{}{x} {y}", if i == 0 { 'M' } else { 'L' });
    }
    path
}

//! The phase ring and the session ring around it.
//!
//! A phase is told by the ring's pattern as well as its colour, for those who see no colour and from across the room. The
//! ring takes fractions only: what they mean, and when they change, is the player's business.

use eframe::egui::{Color32, Mesh, Painter, Pos2, Shape, Stroke, emath::Rot2, lerp, vec2};

use super::{
    strokes::{arc, arc_points, circle, dot, on_ring, round_arc, round_line},
    theme::Tokens,
};

/// Which pattern the ring shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RingLook<'a> {
    /// Dashes: about to begin.
    Ready,
    /// An open ring with a spot in its mouth: finding the place.
    Seek,
    /// Solid and thick.
    Press {
        /// When the press steps up, as elapsed fractions of the hold.
        step_up_ticks: &'a [f32],
    },
    /// A stroke that thins out along the ring.
    Release,
    /// Two lines.
    Stretch,
    /// Dots.
    Rest,
    /// Two half rings with heads.
    Switch {
        /// How far they have turned, in degrees.
        turned: f32,
    },
    /// The colour is gone, what is left stays.
    Paused,
}

/// The measures of a ring and the session ring around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RingSize {
    /// Mean radius.
    pub radius: f32,
    /// Stroke width.
    pub width: f32,
    /// Mean radius of the session ring.
    pub session_radius: f32,
    /// Stroke width of the session ring.
    pub session_width: f32,
}

impl RingSize {
    /// The player's, at a window of 1180 by 780.
    pub const PLAYER: Self = Self { radius: 206.0, width: 30.0, session_radius: 244.0, session_width: 5.0 };
    /// The smaller one beside the card of what comes next.
    pub const REST: Self = Self { radius: 112.0, width: 16.0, session_radius: 138.0, session_width: 4.0 };
    /// A small one, for legends and settings.
    pub const SMALL: Self = Self { radius: 62.0, width: 14.0, session_radius: 78.0, session_width: 3.0 };

    /// The same ring in a larger or smaller window.
    #[must_use]
    pub fn scaled(self, scale: f32) -> Self {
        Self {
            radius: self.radius * scale,
            width: self.width * scale,
            session_radius: self.session_radius * scale,
            session_width: self.session_width * scale,
        }
    }
}

/// A ring about to be painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ring<'a> {
    /// Its middle.
    pub centre: Pos2,
    /// Its measures.
    pub size: RingSize,
    /// Its pattern.
    pub look: RingLook<'a>,
    /// What is left of the phase, 1 to 0.
    pub left: f32,
    /// How far the session is, 0 to 1.
    pub session: f32,
    /// The colour of the window behind it, which shows through the cuts.
    pub ground: Color32,
}

impl RingLook<'_> {
    /// The colour of the pattern.
    pub fn color(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Ready => tokens.ready,
            Self::Seek | Self::Press { .. } => tokens.press,
            Self::Release => tokens.release,
            Self::Stretch => tokens.stretch,
            Self::Rest => tokens.rest,
            Self::Switch { .. } => tokens.switch,
            Self::Paused => tokens.rest_track,
        }
    }

    /// The colour of what is gone.
    pub fn track(self, tokens: &Tokens) -> Color32 {
        match self {
            Self::Seek | Self::Press { .. } | Self::Release => tokens.press_track,
            Self::Stretch => tokens.stretch_track,
            Self::Ready | Self::Rest | Self::Switch { .. } | Self::Paused => tokens.rest_track,
        }
    }
}

impl Ring<'_> {
    /// Paints the ring and the session ring.
    pub fn paint(&self, painter: &Painter, tokens: &Tokens) {
        self.session(painter, tokens);
        match self.look {
            RingLook::Ready => self.dashes(painter, tokens),
            RingLook::Seek => self.seek(painter, tokens),
            RingLook::Press { step_up_ticks } => self.solid(painter, tokens, step_up_ticks),
            RingLook::Release => self.taper(painter, tokens),
            RingLook::Stretch => self.double(painter, tokens),
            RingLook::Rest => self.dots(painter, tokens),
            RingLook::Switch { turned } => self.halves(painter, tokens, turned),
            RingLook::Paused => self.paused(painter, tokens),
        }
    }

    fn session(&self, painter: &Painter, tokens: &Tokens) {
        let RingSize { session_radius: radius, session_width: width, .. } = self.size;
        circle(painter, self.centre, radius, Stroke::new(width, self.look.track(tokens)));
        let end = 360.0 * self.session.clamp(0.0, 1.0);
        round_arc(painter, self.centre, radius, [0.0, end], Stroke::new(width, tokens.ink_second));
        dot(painter, on_ring(self.centre, radius, end), width * 1.5, tokens.ink_second);
    }

    /// Where the part that is left begins; it ends at twelve o'clock.
    fn head(&self) -> f32 {
        360.0 * (1.0 - self.left.clamp(0.0, 1.0))
    }

    fn dashes(&self, painter: &Painter, tokens: &Tokens) {
        let width = self.size.radius * 9.0 / 62.0;
        for dash in 0..24 {
            // A dash stands in the middle of its step, so that none is cut by twelve o'clock.
            let from = dash as f32 * 15.0 + 3.5;
            let colour = if from + 4.0 >= self.head() { self.look.color(tokens) } else { self.look.track(tokens) };
            arc(painter, self.centre, self.size.radius, [from, from + 8.0], Stroke::new(width, colour));
        }
    }

    fn solid(&self, painter: &Painter, tokens: &Tokens, ticks: &[f32]) {
        let RingSize { radius, width, .. } = self.size;
        circle(painter, self.centre, radius, Stroke::new(width, self.look.track(tokens)));
        if self.left > 0.0 {
            let stroke = Stroke::new(width, self.look.color(tokens));
            round_arc(painter, self.centre, radius, [self.head(), 360.0], stroke);
        }
        for &tick in ticks {
            self.tick(painter, tokens, tick);
        }
        if self.left > 0.0 && self.left < 1.0 {
            dot(painter, on_ring(self.centre, radius, self.head()), width / 6.0, self.ground);
        }
    }

    fn tick(&self, painter: &Painter, tokens: &Tokens, at: f32) {
        let RingSize { radius, width, .. } = self.size;
        let unit = width / 30.0;
        let degrees = 360.0 * at.clamp(0.0, 1.0);
        let reach = width / 2.0 + unit;
        let cut = [on_ring(self.centre, radius - reach, degrees), on_ring(self.centre, radius + reach, degrees)];
        painter.line_segment(cut, Stroke::new(5.0 * unit, self.ground));
        let colour = if degrees <= self.head() { tokens.line_strong } else { tokens.ink };
        let middle = on_ring(self.centre, radius - 31.0 * unit, degrees);
        let corners = [vec2(-6.0, 4.0), vec2(0.0, -4.0), vec2(6.0, 4.0)].map(|offset| middle + offset * unit);
        dot(painter, corners[1], 1.5 * unit, colour);
        round_line(painter, corners.to_vec(), 3.0 * unit, colour);
    }

    fn taper(&self, painter: &Painter, tokens: &Tokens) {
        let RingSize { radius, width, .. } = self.size;
        let (thin, thick) = (width * 0.11, width * 0.93);
        let head = self.head();
        // Half a point of the same colour fading out on both edges stands in for the feather epaint gives to strokes.
        let colour = self.look.color(tokens);
        let steps = ((360.0 - head) / 2.0).ceil().max(1.0) as u32;
        let mut mesh = Mesh::default();
        for step in 0..=steps {
            let along = step as f32 / steps as f32;
            let degrees = head + (360.0 - head) * along;
            let half = lerp(thin..=thick, along) / 2.0;
            for (offset, shade) in [
                (half + 0.5, Color32::TRANSPARENT),
                (half - 0.5, colour),
                (0.5 - half, colour),
                (-half - 0.5, Color32::TRANSPARENT),
            ] {
                mesh.colored_vertex(on_ring(self.centre, radius + offset, degrees), shade);
            }
        }
        for step in 0..steps {
            for lane in 0..3 {
                let a = step * 4 + lane;
                mesh.add_triangle(a, a + 1, a + 4);
                mesh.add_triangle(a + 1, a + 4, a + 5);
            }
        }
        painter.add(Shape::mesh(mesh));
    }

    fn double(&self, painter: &Painter, tokens: &Tokens) {
        let third = self.size.width / 3.0;
        for radius in [self.size.radius - third, self.size.radius + third] {
            circle(painter, self.centre, radius, Stroke::new(third, self.look.track(tokens)));
            if self.left > 0.0 {
                let stroke = Stroke::new(third, self.look.color(tokens));
                round_arc(painter, self.centre, radius, [self.head(), 360.0], stroke);
            }
        }
    }

    fn dots(&self, painter: &Painter, tokens: &Tokens) {
        let count = if self.size.radius < 90.0 { 24 } else { 36 };
        let step = 360.0 / count as f32;
        for i in 0..count {
            let degrees = (i as f32 + 0.5) * step;
            let (radius, colour) = if degrees > self.head() {
                (self.size.width / 2.6, self.look.color(tokens))
            } else {
                (self.size.width / 6.0, self.look.track(tokens))
            };
            dot(painter, on_ring(self.centre, self.size.radius, degrees), radius, colour);
        }
    }

    fn halves(&self, painter: &Painter, tokens: &Tokens, turned: f32) {
        let RingSize { radius, width, .. } = self.size;
        let stroke = Stroke::new(width * 0.57, self.look.color(tokens));
        for (from, to) in [(14.0, 150.0), (194.0, 330.0)] {
            let (from, to) = (from + turned, to + turned);
            round_arc(painter, self.centre, radius, [from, to], stroke);
            let tip = on_ring(self.centre, radius, to);
            // The wings follow the arc a little back from its end, so that the head sits straight on a round line.
            let ahead = tip - on_ring(self.centre, radius, to - 12.0);
            let back = -ahead.normalized() * width * 1.25;
            let wings = [tip + Rot2::from_angle(0.72) * back, tip, tip + Rot2::from_angle(-0.72) * back];
            round_line(painter, wings.to_vec(), stroke.width, stroke.color);
            dot(painter, tip, stroke.width / 2.0, stroke.color);
        }
    }

    /// The mouth of the ring looks for the spot that floats in it; both arms shorten as time runs.
    fn seek(&self, painter: &Painter, tokens: &Tokens) {
        let RingSize { radius, width, .. } = self.size;
        let (mouth, arm) = (40.0, 140.0);
        let line = width * 0.42;
        round_arc(painter, self.centre, radius, [mouth, 360.0 - mouth], Stroke::new(line, self.look.track(tokens)));
        let reach = arm * self.left.clamp(0.0, 1.0);
        if reach > 0.0 {
            let stroke = Stroke::new(line, self.look.color(tokens));
            round_arc(painter, self.centre, radius, [180.0 - reach, 180.0 + reach], stroke);
        }
        let spot = on_ring(self.centre, radius, 0.0);
        dot(painter, spot, width * 0.8, tokens.press_track);
        dot(painter, spot, width * 0.3, self.look.color(tokens));
        for side in [-1.0, 1.0] {
            let (from, to) = (side * 19.0 - 2.0, side * 19.0 + 2.0);
            let feelers = arc_points(self.centre, radius, from, to);
            round_line(painter, feelers, line * 0.5, tokens.press_track);
        }
    }

    fn paused(&self, painter: &Painter, tokens: &Tokens) {
        let RingSize { radius, width, .. } = self.size;
        let colour = self.look.color(tokens);
        circle(painter, self.centre, radius, Stroke::new(width / 6.0, colour));
        if self.left > 0.0 {
            round_arc(painter, self.centre, radius, [self.head(), 360.0], Stroke::new(width, colour));
        }
    }
}

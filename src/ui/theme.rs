//! The colours of Kneadwell, by role, and the look they give to the whole window.
//!
//! Every colour of the program is written down in this file and nowhere else: a screen asks for a role, so that the light,
//! the dark and the high-contrast look stay in step and their contrast can be measured in one place.

mod letters;
mod style;

use eframe::egui::{Color32, Context, Id, Ui, epaint::Shadow};

pub use crate::ui::spoken::name;
pub use letters::{Face, Letters, Weight, font, fonts};

/// The looks a person can choose from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Warm paper, for daylight.
    #[default]
    Paper,
    /// Warm dark, for the evening.
    Dusk,
    /// Black on white with strong edges, for eyes that need it.
    Contrast,
}

impl Theme {
    /// Every look, in the order settings list them.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Dusk, Self::Contrast];

    /// The look in force in this window; paper until [`apply`] was called.
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Id::NULL)).unwrap_or_default()
    }

    /// The colours of this look.
    pub const fn tokens(self) -> &'static Tokens {
        match self {
            Self::Paper => &PAPER,
            Self::Dusk => &DUSK,
            Self::Contrast => &CONTRAST,
        }
    }
}

/// How much moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Motion {
    /// Hovers fade, the ring turns.
    #[default]
    Gentle,
    /// Nothing moves: one state follows another.
    None,
}

impl Motion {
    /// What was asked for in this window.
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Id::NULL)).unwrap_or_default()
    }

    /// Asks for it.
    pub fn apply(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Id::NULL, self));
        ctx.all_styles_mut(|style| style.animation_time = style::animation_time(self));
    }
}

/// Installs the letters. Wanted once, before the first frame: it throws the glyph atlas away.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
}

/// Gives the whole window a look, stock egui widgets included. Cheap enough to call whenever the choice changes.
pub fn apply(ctx: &Context, theme: Theme) {
    style::install(ctx, theme);
    ctx.data_mut(|data| data.insert_temp(Id::NULL, theme));
}

/// The colours in force where this `ui` paints.
pub fn tokens(ui: &Ui) -> &'static Tokens {
    Tokens::of(ui.ctx())
}

/// One colour for every role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Window.
    pub ground: Color32,
    /// Navigation rail.
    pub rail: Color32,
    /// Cards, fields, key caps.
    pub surface: Color32,
    /// Inner panels, pills, hover.
    pub sunk: Color32,
    /// Text, digits.
    pub ink: Color32,
    /// Second text, rail words.
    pub ink_second: Color32,
    /// Captions, axis words.
    pub ink_third: Color32,
    /// One filled button a screen.
    pub primary: Color32,
    /// Text on primary.
    pub on_primary: Color32,
    /// Primary under pointer.
    pub primary_hover: Color32,
    /// Hairlines, card edge (decoration).
    pub line: Color32,
    /// Control edges, ticks, empty dots.
    pub line_strong: Color32,
    /// 3 px focus outline, offset 3.
    pub focus: Color32,
    /// Get ready.
    pub ready: Color32,
    /// Press: word, ring, lit spot.
    pub press: Color32,
    /// Ring track (press on it).
    pub press_track: Color32,
    /// Press chip ground.
    pub press_tint: Color32,
    /// Whole window in press.
    pub press_wash: Color32,
    /// Text on press fill.
    pub on_press: Color32,
    /// Release: word, thinning ring.
    pub release: Color32,
    /// Stretch: word, double ring.
    pub stretch: Color32,
    /// Ring track (stretch on it).
    pub stretch_track: Color32,
    /// Chip, chart band.
    pub stretch_tint: Color32,
    /// Whole window in stretch.
    pub stretch_wash: Color32,
    /// Text on stretch fill.
    pub on_stretch: Color32,
    /// Rest: word, dots.
    pub rest: Color32,
    /// Dot track.
    pub rest_track: Color32,
    /// Rest chip.
    pub rest_tint: Color32,
    /// Whole window in rest.
    pub rest_wash: Color32,
    /// Switch sides: word and ring.
    pub switch: Color32,
    /// Switch chip.
    pub switch_tint: Color32,
    /// STOP only: word, icon.
    pub stop: Color32,
    /// STOP only: octagon, top bar, button.
    pub stop_fill: Color32,
    /// On stopFill.
    pub on_stop: Color32,
    /// Emergency box.
    pub stop_tint: Color32,
    /// Figure.
    pub body_fill: Color32,
    /// Figure outline, creases (decoration).
    pub body_edge: Color32,
    /// Selectable muscle.
    pub region: Color32,
    /// Its edge.
    pub region_edge: Color32,
    /// Do-not-press hatch.
    pub hatch: Color32,
    /// The one shadow a card may cast.
    pub shade: Color32,
}

impl Tokens {
    /// The colours in force in this window; paper until [`apply`] was called.
    pub fn of(ctx: &Context) -> &'static Self {
        Theme::of(ctx).tokens()
    }

    /// The shadow under a card.
    pub const fn shadow(&self) -> Shadow {
        Shadow { offset: [0, 6], blur: 22, spread: 0, color: self.shade }
    }
}

static PAPER: Tokens = Tokens {
    ground: rgb(0xF7, 0xF2, 0xE9),
    rail: rgb(0xF0, 0xE9, 0xDC),
    surface: rgb(0xFF, 0xFD, 0xF8),
    sunk: rgb(0xF1, 0xEA, 0xDD),
    ink: rgb(0x24, 0x1D, 0x16),
    ink_second: rgb(0x5B, 0x50, 0x44),
    ink_third: rgb(0x71, 0x64, 0x55),
    primary: rgb(0x2B, 0x23, 0x1B),
    on_primary: rgb(0xFF, 0xF9, 0xEF),
    primary_hover: rgb(0x43, 0x37, 0x2B),
    line: rgb(0xE4, 0xDA, 0xCA),
    line_strong: rgb(0x8F, 0x80, 0x6C),
    focus: rgb(0x1B, 0x5F, 0x78),
    ready: rgb(0x6A, 0x5D, 0x4E),
    press: rgb(0xA8, 0x44, 0x16),
    press_track: rgb(0xEF, 0xD3, 0xC1),
    press_tint: rgb(0xF8, 0xE4, 0xD6),
    press_wash: rgb(0xFB, 0xF0, 0xE6),
    on_press: rgb(0xFF, 0xFF, 0xFF),
    release: rgb(0x96, 0x69, 0x4B),
    stretch: rgb(0x1B, 0x6A, 0x82),
    stretch_track: rgb(0xC5, 0xDD, 0xE1),
    stretch_tint: rgb(0xDC, 0xEB, 0xED),
    stretch_wash: rgb(0xED, 0xF3, 0xF1),
    on_stretch: rgb(0xFF, 0xFF, 0xFF),
    rest: rgb(0x6F, 0x64, 0x55),
    rest_track: rgb(0xDE, 0xD3, 0xC1),
    rest_tint: rgb(0xEC, 0xE4, 0xD6),
    rest_wash: rgb(0xF4, 0xEE, 0xE3),
    switch: rgb(0x24, 0x1D, 0x16),
    switch_tint: rgb(0xEC, 0xE4, 0xD6),
    stop: rgb(0x96, 0x10, 0x1E),
    stop_fill: rgb(0x96, 0x10, 0x1E),
    on_stop: rgb(0xFF, 0xFF, 0xFF),
    stop_tint: rgb(0xF9, 0xE1, 0xDC),
    body_fill: rgb(0xE9, 0xDE, 0xCE),
    body_edge: rgb(0xC3, 0xB2, 0x9B),
    region: rgb(0xD8, 0xC8, 0xB2),
    region_edge: rgb(0x8F, 0x7C, 0x64),
    hatch: rgb(0xA5, 0x64, 0x5C),
    shade: Color32::from_rgba_unmultiplied_const(74, 52, 28, 26),
};

static DUSK: Tokens = Tokens {
    ground: rgb(0x1C, 0x18, 0x15),
    rail: rgb(0x17, 0x14, 0x11),
    surface: rgb(0x27, 0x22, 0x1D),
    sunk: rgb(0x1F, 0x1B, 0x17),
    ink: rgb(0xF5, 0xEC, 0xDE),
    ink_second: rgb(0xC9, 0xBB, 0xA8),
    ink_third: rgb(0xA6, 0x99, 0x8A),
    primary: rgb(0xF2, 0xE3, 0xCC),
    on_primary: rgb(0x1F, 0x19, 0x13),
    primary_hover: rgb(0xFF, 0xF3, 0xDF),
    line: rgb(0x3B, 0x34, 0x2C),
    line_strong: rgb(0x85, 0x78, 0x66),
    focus: rgb(0x8F, 0xD3, 0xE3),
    ready: rgb(0xBF, 0xB1, 0x9E),
    press: rgb(0xF2, 0xA0, 0x71),
    press_track: rgb(0x52, 0x3A, 0x2B),
    press_tint: rgb(0x46, 0x30, 0x1F),
    press_wash: rgb(0x24, 0x1B, 0x15),
    on_press: rgb(0x2A, 0x15, 0x09),
    release: rgb(0xCF, 0x9D, 0x7C),
    stretch: rgb(0x79, 0xC6, 0xD8),
    stretch_track: rgb(0x2D, 0x4C, 0x54),
    stretch_tint: rgb(0x1F, 0x3B, 0x42),
    stretch_wash: rgb(0x18, 0x1E, 0x1F),
    on_stretch: rgb(0x0C, 0x23, 0x29),
    rest: rgb(0xB0, 0xA2, 0x91),
    rest_track: rgb(0x43, 0x3B, 0x32),
    rest_tint: rgb(0x33, 0x2D, 0x26),
    rest_wash: rgb(0x1B, 0x18, 0x15),
    switch: rgb(0xF5, 0xEC, 0xDE),
    switch_tint: rgb(0x33, 0x2D, 0x26),
    stop: rgb(0xFF, 0xB3, 0xBD),
    stop_fill: rgb(0xCC, 0x30, 0x42),
    on_stop: rgb(0xFF, 0xFF, 0xFF),
    stop_tint: rgb(0x4A, 0x23, 0x20),
    body_fill: rgb(0x3A, 0x33, 0x2B),
    body_edge: rgb(0x5A, 0x4F, 0x43),
    region: rgb(0x4A, 0x41, 0x37),
    region_edge: rgb(0x9A, 0x8B, 0x78),
    hatch: rgb(0xC9, 0x8A, 0x80),
    shade: Color32::from_black_alpha(89),
};

static CONTRAST: Tokens = Tokens {
    ground: rgb(0xFF, 0xFF, 0xFF),
    rail: rgb(0xFF, 0xFF, 0xFF),
    surface: rgb(0xFF, 0xFF, 0xFF),
    sunk: rgb(0xF0, 0xF0, 0xF0),
    ink: rgb(0x00, 0x00, 0x00),
    ink_second: rgb(0x1F, 0x1A, 0x15),
    ink_third: rgb(0x33, 0x2C, 0x25),
    primary: rgb(0x00, 0x00, 0x00),
    on_primary: rgb(0xFF, 0xFF, 0xFF),
    primary_hover: rgb(0x33, 0x2C, 0x25),
    line: rgb(0x6B, 0x61, 0x58),
    line_strong: rgb(0x33, 0x2C, 0x25),
    focus: rgb(0x00, 0x44, 0x5C),
    ready: rgb(0x3A, 0x32, 0x2A),
    press: rgb(0x7A, 0x2A, 0x05),
    press_track: rgb(0xF0, 0xD8, 0xCB),
    press_tint: rgb(0xF8, 0xE8, 0xDF),
    press_wash: rgb(0xFF, 0xFF, 0xFF),
    on_press: rgb(0xFF, 0xFF, 0xFF),
    release: rgb(0x6A, 0x43, 0x27),
    stretch: rgb(0x0A, 0x45, 0x57),
    stretch_track: rgb(0xCF, 0xE3, 0xE6),
    stretch_tint: rgb(0xE2, 0xEF, 0xF1),
    stretch_wash: rgb(0xFF, 0xFF, 0xFF),
    on_stretch: rgb(0xFF, 0xFF, 0xFF),
    rest: rgb(0x44, 0x3C, 0x33),
    rest_track: rgb(0xDD, 0xD5, 0xC8),
    rest_tint: rgb(0xF0, 0xEB, 0xE2),
    rest_wash: rgb(0xFF, 0xFF, 0xFF),
    switch: rgb(0x00, 0x00, 0x00),
    switch_tint: rgb(0xF0, 0xEB, 0xE2),
    stop: rgb(0x7A, 0x07, 0x13),
    stop_fill: rgb(0x7A, 0x07, 0x13),
    on_stop: rgb(0xFF, 0xFF, 0xFF),
    stop_tint: rgb(0xF9, 0xE1, 0xDC),
    body_fill: rgb(0xF1, 0xEB, 0xE1),
    body_edge: rgb(0x6B, 0x61, 0x58),
    region: rgb(0xDC, 0xD0, 0xBF),
    region_edge: rgb(0x4A, 0x40, 0x36),
    hatch: rgb(0x7A, 0x3A, 0x33),
    shade: Color32::TRANSPARENT,
};

const fn rgb(red: u8, green: u8, blue: u8) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

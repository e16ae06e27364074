//! The letters: one family in four weights, and the sizes the screens use.

use std::sync::Arc;

use eframe::egui::{
    Align, Align2, Color32, FontData, FontDefinitions, FontFamily, FontId, Galley, Painter, Pos2, Rect, Response,
    RichText, Ui, pos2,
    text::{LayoutJob, TextFormat},
};

use crate::ui::spoken::name;

/// The four weights of Atkinson Hyperlegible Next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
    /// 700.
    Bold,
}

impl Weight {
    const ALL: [Self; 4] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Bold];

    /// The font family that holds this weight.
    pub fn family(self) -> FontFamily {
        FontFamily::Name(self.name().into())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Medium => "medium",
            Self::SemiBold => "semibold",
            Self::Bold => "bold",
        }
    }

    fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-400.ttf"),
            Self::Medium => include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-500.ttf"),
            Self::SemiBold => include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-600.ttf"),
            Self::Bold => include_bytes!("../../../assets/fonts/AtkinsonHyperlegibleNext-700.ttf"),
        }
    }
}

/// A weight at a size.
pub fn font(weight: Weight, size: f32) -> FontId {
    FontId::new(size, weight.family())
}

/// The fonts of the window: ours first; for letters ours lack the system's stand behind them.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for weight in Weight::ALL {
        fonts.font_data.insert(weight.name().to_owned(), Arc::new(FontData::from_static(weight.file())));
        let mut chain = vec![weight.name().to_owned()];
        chain.extend(fallback.iter().cloned());
        if weight == Weight::Regular {
            fonts.families.insert(FontFamily::Proportional, chain.clone());
            // Nothing is set in it, but egui's styles name it: without egui's own fonts it would be empty.
            fonts.families.entry(FontFamily::Monospace).or_default().extend(chain.iter().cloned());
        }
        fonts.families.insert(weight.family(), chain);
    }
    fonts
}

/// A kind of text: its size, weight and line height belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// Axis words, anchors, dates.
    Caption,
    /// A second line under a name.
    Under,
    /// Body text in narrow cards.
    Narrow,
    /// Body text.
    Body,
    /// Body text with stress, and words on buttons.
    Strong,
    /// Questions, and words on big buttons.
    Lead,
    /// A card's title.
    Title,
    /// A page's title.
    Display,
    /// The line under the ring.
    Cue,
    /// The word in the ring.
    Phase,
    /// Left or right in the player.
    Side,
    /// Left or right while resting.
    SideNext,
    /// The title of a stop.
    Stop,
}

impl Face {
    /// Its letters at a window of 1180 by 780.
    pub const fn letters(self) -> Letters {
        let (weight, size, line, tracking) = match self {
            Self::Caption => (Weight::Regular, 13.0, 18.0, 0.0),
            Self::Under => (Weight::Regular, 14.0, 19.0, 0.0),
            Self::Narrow => (Weight::Regular, 15.0, 22.0, 0.0),
            Self::Body => (Weight::Regular, 16.0, 24.0, 0.0),
            Self::Strong => (Weight::SemiBold, 16.0, 24.0, 0.0),
            Self::Lead => (Weight::SemiBold, 18.0, 26.0, 0.0),
            Self::Title => (Weight::SemiBold, 22.0, 28.0, 0.0),
            Self::Display => (Weight::SemiBold, 34.0, 42.0, -0.3),
            Self::Cue => (Weight::Medium, 30.0, 40.0, 0.0),
            Self::Phase => (Weight::Bold, 50.0, 56.0, -0.5),
            Self::Side => (Weight::Bold, 68.0, 72.0, -1.0),
            Self::SideNext => (Weight::Bold, 84.0, 92.0, -1.0),
            Self::Stop => (Weight::Bold, 52.0, 60.0, -0.5),
        };
        Letters { weight, size, line, tracking }
    }

    /// Its letters in a larger or smaller window.
    pub fn scaled(self, scale: f32) -> Letters {
        let Letters { weight, size, line, tracking } = self.letters();
        Letters { weight, size: size * scale, line: line * scale, tracking: tracking * scale }
    }

    /// Its font.
    pub fn font(self) -> FontId {
        self.letters().font()
    }

    /// See [`Letters::format`].
    pub fn format(self, color: Color32) -> TextFormat {
        self.letters().format(color)
    }

    /// See [`Letters::rich`].
    pub fn rich(self, text: &str, color: Color32) -> RichText {
        self.letters().rich(text, color)
    }

    /// See [`Letters::lay_out`].
    pub fn lay_out(self, painter: &Painter, text: &str, color: Color32, width: f32) -> Arc<Galley> {
        self.letters().lay_out(painter, text, color, width)
    }

    /// See [`Letters::paint`].
    pub fn paint(self, painter: &Painter, at: Pos2, anchor: Align2, text: &str, color: Color32) -> Rect {
        self.letters().paint(painter, at, anchor, text, color)
    }

    /// See [`Letters::say`].
    pub fn say(self, ui: &mut Ui, at: Pos2, anchor: Align2, text: &str, color: Color32) -> Response {
        self.letters().say(ui, at, anchor, text, color)
    }

    /// See [`Letters::say_within`].
    pub fn say_within(self, ui: &mut Ui, at: Pos2, anchor: Align2, text: &str, color: Color32, width: f32) -> Response {
        self.letters().say_within(ui, at, anchor, text, color, width)
    }
}

/// Letters of one weight and size, for text that is not one of the [`Face`]s or that grows with the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    /// The weight.
    pub weight: Weight,
    /// The size.
    pub size: f32,
    /// The height of a line.
    pub line: f32,
    /// Extra room between letters.
    pub tracking: f32,
}

impl Letters {
    /// Letters with a line height that suits their size.
    pub fn new(weight: Weight, size: f32) -> Self {
        Self { weight, size, line: (size * 1.3).round(), tracking: 0.0 }
    }

    /// Their font.
    pub fn font(self) -> FontId {
        font(self.weight, self.size)
    }

    /// Such text for a stock egui widget.
    pub fn rich(self, text: &str, color: Color32) -> RichText {
        RichText::new(text)
            .font(self.font())
            .line_height(Some(self.line))
            .extra_letter_spacing(self.tracking)
            .color(color)
    }

    /// How a stretch of such text is formatted, for jobs that mix kinds.
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat {
            font_id: self.font(),
            line_height: Some(self.line),
            extra_letter_spacing: self.tracking,
            color,
            ..TextFormat::default()
        }
    }

    /// Lays text out, wrapped at `width`.
    pub fn lay_out(self, painter: &Painter, text: &str, color: Color32, width: f32) -> Arc<Galley> {
        self.lay_out_aligned(painter, text, color, width, Align::LEFT)
    }

    /// Paints one line and returns where it lies. What is only painted has no name for a screen reader: see
    /// [`Letters::say`].
    pub fn paint(self, painter: &Painter, at: Pos2, anchor: Align2, text: &str, color: Color32) -> Rect {
        place(painter, at, anchor, self.lay_out(painter, text, color, f32::INFINITY), color)
    }

    /// Paints one line that a screen reader can read too.
    pub fn say(self, ui: &mut Ui, at: Pos2, anchor: Align2, text: &str, color: Color32) -> Response {
        self.say_within(ui, at, anchor, text, color, f32::INFINITY)
    }

    /// As [`Letters::say`], wrapped at `width`; rows are aligned as the anchor is.
    pub fn say_within(self, ui: &mut Ui, at: Pos2, anchor: Align2, text: &str, color: Color32, width: f32) -> Response {
        let galley = self.lay_out_aligned(ui.painter(), text, color, width, anchor.x());
        let rect = place(ui.painter(), at, anchor, galley, color);
        name(ui, rect, text)
    }

    fn lay_out_aligned(self, painter: &Painter, text: &str, color: Color32, width: f32, align: Align) -> Arc<Galley> {
        let mut job = LayoutJob::single_section(text.to_owned(), self.format(color));
        job.wrap.max_width = width;
        job.halign = align;
        painter.layout_job(job)
    }
}

fn place(painter: &Painter, at: Pos2, anchor: Align2, galley: Arc<Galley>, color: Color32) -> Rect {
    let rect = anchor.anchor_size(at, galley.rect.size());
    // A galley aligned to the middle or right has its origin there, not at its left edge.
    painter.galley(pos2(rect.left() - galley.rect.left(), rect.top()), galley, color);
    rect
}

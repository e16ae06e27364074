//! The list of all that is spoken. The words of a phrase and its sound belong to other rooms; here it has its id alone.

use super::own::OwnText;
use crate::practice::library::{Site, Tool};
use crate::practice::measure::Side;

/// Something that is spoken in one breath.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    /// A line that is always the same.
    Line(Line),
    /// Which side is worked.
    Side(Side),
    /// The plain name of a site.
    Place(&'static Site),
    /// How to sit, stand or lie there.
    Position(&'static Site),
    /// Its stretch, in short.
    Stretch(&'static Site),
    /// What to take.
    Tool(Tool),
    /// Which of several, never the last: that has a line of its own.
    Round(Turns, u8, u8),
    /// A number by itself.
    Number(u8),
    /// A text of the program's own, where somebody can speak it.
    Own(OwnText),
}

/// What comes in rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Turns {
    Hold,
    Set,
    Stretch,
}

impl Turns {
    const ALL: [Self; 3] = [Self::Hold, Self::Set, Self::Stretch];

    const fn id(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Set => "set",
            Self::Stretch => "stretch",
        }
    }

    /// The most that a program may ask for.
    const fn most(self) -> u8 {
        match self {
            Self::Hold => 6,
            Self::Set => 3,
            Self::Stretch => 4,
        }
    }
}

macro_rules! lines {
    ($($name:ident $id:literal)*) => {
        /// A line that is always the same.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the ids say it, and their texts")]
        pub enum Line { $($name,)* }

        impl Line {
            const ALL: &'static [Self] = &[$(Self::$name,)*];

            const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }
        }
    };
}

lines! {
    NowLeft "now-left"
    NowRight "now-right"
    ChangeSides "change-sides"
    NextPlace "next-place"
    GetReady "get-ready"
    Find "find"
    FindShort "find-short"
    Alternate "alternate"
    Strokes "strokes"
    Glide "glide"
    Roll "roll"
    SinkIn "sink-in"
    MoreSoon "more-soon"
    HalfWay "half-way"
    LetGo "let-go"
    Rest "rest"
    RestShort "rest-short"
    Last "last"
    Seconds "seconds"
    NowStretch "now-stretch"
    StretchShown "stretch-shown"
    Tightness "tightness"
    Less "less"
    MoveSoon "move-soon"
    Move "move"
    Done "done"
    HowStrong "how-strong"
    HowStrongShort "how-strong-short"
    Symptoms "symptoms"
    Paused "paused"
    Resumed "resumed"
    Stopped "stopped"
    Unwell "unwell"
    Kept "kept"
    Discarded "discarded"
    Eased "eased"
    EasedStretch "eased-stretch"
    GaveUp "gave-up"
    StretchOff "stretch-off"
    LetGoNoted "let-go-noted"
    Lowered "lowered"
    PressingEnded "pressing-ended"
    TenMore "ten-more"
    MinutesLeft "minutes-left"
    MinuteLeft "minute-left"
    SecondsLeft "seconds-left"
    Test "test"
    AnyKeyAtYours "any-key-at-yours"
    NotAnswered "not-answered"
    PainNow "pain-now"
    Saved "saved"
    AllTold "all-told"
    AnyKeyAtChoice "any-key-at-choice"
    ChoiceGoOn "choice-go-on"
    ChoiceFinish "choice-finish"
    ChoiceUnwell "choice-unwell"
    Slept "slept"
    SoundBack "sound-back"
    PressYours "press-yours"
    Practice "practice"
    PracticeEase "practice-ease"
    PracticeEased "practice-eased"
    PracticeAnswer "practice-answer"
    PracticePause "practice-pause"
    PracticeDone "practice-done"
    ToneLow "tone-low"
    ToneMiddle "tone-middle"
    ToneHigh "tone-high"
    HeardNow "heard-now"
}

/// The greatest number that is spoken.
pub const MOST: u8 = 60;

impl Phrase {
    /// Returns every phrase of the list: what a program says in its own words is not in it.
    pub fn all() -> Vec<Self> {
        let lines = Line::ALL.iter().copied().map(Self::Line);
        let sides = [Side::Left, Side::Right, Side::Middle].map(Self::Side);
        let sites = Site::all().iter().flat_map(|site| [Self::Place(site), Self::Position(site), Self::Stretch(site)]);
        let tools = Tool::ALL.map(Self::Tool);
        let rounds = Turns::ALL.iter().flat_map(|&turns| {
            let which = move |of| (1..of).map(move |round| Self::Round(turns, round, of));
            (2..=turns.most()).flat_map(which)
        });
        let numbers = (0..=MOST).map(Self::Number);
        lines.chain(sides).chain(sites).chain(tools).chain(rounds).chain(numbers).collect()
    }

    /// Returns the id under which its words and its sound are kept.
    pub fn id(self) -> String {
        match self {
            Self::Line(line) => line.id().to_owned(),
            Self::Side(side) => format!("side-{}", side.id()),
            Self::Place(site) => format!("place-{}", site.id),
            Self::Position(site) => format!("position-{}", site.id),
            Self::Stretch(site) => format!("stretch-{}", site.id),
            Self::Tool(tool) => format!("tool-{}", tool.id()),
            Self::Round(turns, round, of) => format!("round-{}-{round}-of-{of}", turns.id()),
            Self::Number(number) => format!("number-{number}"),
            Self::Own(text) => text.id(),
        }
    }
}

impl From<Line> for Phrase {
    fn from(line: Line) -> Self {
        Self::Line(line)
    }
}

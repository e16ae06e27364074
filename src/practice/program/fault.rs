//! What is wrong with a program file, and where.

use jiff::civil::Date;

pub use super::vocabulary::{Figure, Found, Named, Wanted};
use crate::practice::library::{Region, Site, Tool};
use crate::practice::measure::{Discomfort, Seconds, Side, Sides};

/// Why a file was refused: every fault, in the order of its lines. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub Vec<Fault>);

/// One fault of a program file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line of the fault, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// JSON path, e.g. `$.routines[0].points[1].press.hold`.
    pub path: String,
    /// What is wrong, typed; `words` says it.
    pub what: What,
}

/// The kinds of fault. `written` is what stands in the file, `likely` what was probably meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The file has no text.
    Empty,
    /// The file is larger than [`super::MAX_BYTES`].
    TooLarge,
    /// The file begins with a byte order mark.
    ByteOrderMark,
    /// The file is UTF-16 text.
    Utf16,
    /// The file is not UTF-8 text.
    NotText,
    /// Brackets are nested deeper than [`super::MAX_DEPTH`].
    TooDeep,
    /// The text is not JSON.
    Malformed(Syntax),
    /// More faults than are worth listing.
    More {
        /// How many are not listed.
        count: usize,
    },

    /// The file is of a version that only a newer app reads.
    NewerVersion {
        /// The version of the file.
        written: String,
    },
    /// No such version of the format was ever made.
    UnknownVersion {
        /// The version of the file.
        written: String,
    },
    /// A key that must be there is not.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A key that means nothing here.
    UnknownKey {
        /// The key as it stands.
        key: String,
        /// The key probably meant.
        likely: Option<String>,
        /// The keys that this object may have.
        known: Vec<&'static str>,
    },
    /// A key that stands twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line where it stands first.
        first_line: usize,
    },
    /// A value of another type than is needed.
    WrongType {
        /// The type needed.
        wanted: Wanted,
        /// The type it has.
        found: Found,
        /// The value probably meant, as it is to be written.
        likely: Option<String>,
    },

    /// Not `([0-9]+m)?([0-9]+s)?`.
    NotATime {
        /// The text.
        written: String,
        /// The time probably meant.
        likely: Option<Seconds>,
    },
    /// A number with a fraction, an exponent or a lone sign.
    NotWhole {
        /// The number as it stands.
        written: String,
    },
    /// An amount outside what is safe or sensible.
    OutOfRange {
        /// The amount as it stands.
        written: String,
        /// The least allowed.
        least: Figure,
        /// The most allowed.
        most: Figure,
    },
    /// Bounds whose `min` lies above their `start`.
    MinAboveStart {
        /// The least.
        min: Figure,
        /// The start.
        start: Figure,
    },
    /// Bounds whose `start` lies above their `max`.
    StartAboveMax {
        /// The start.
        start: Figure,
        /// The most.
        max: Figure,
    },
    /// Bounds in which not one step fits.
    StepTooLarge {
        /// The step.
        step: Figure,
        /// The distance from `min` to `max`.
        room: Figure,
    },
    /// A feel band that is not two numbers.
    NotAPair {
        /// How many numbers it has.
        found: usize,
    },
    /// A feel band that begins above its end.
    FeelReversed {
        /// At the first hold.
        from: Discomfort,
        /// At the last hold.
        to: Discomfort,
    },
    /// A feel band above every ceiling that the file allows here.
    FeelAboveCeiling {
        /// The higher end of the band.
        to: Discomfort,
        /// The highest ceiling here.
        ceiling: Discomfort,
    },
    /// A point's ceiling above the program's.
    CeilingAboveLimits {
        /// The point's ceiling.
        ceiling: Discomfort,
        /// The program's.
        limit: Discomfort,
    },
    /// A point's ceiling above what its region bears.
    CeilingAboveRegion {
        /// The point's ceiling.
        ceiling: Discomfort,
        /// The part of the body.
        region: Region,
    },
    /// A ramp longer than half of its hold.
    RampTooLong {
        /// The ramp.
        ramp: Seconds,
        /// The hold at the start dose.
        hold: Seconds,
    },
    /// More pressing on one side of a point than a session may have.
    PressedTooLong {
        /// Pressed time at the start dose.
        pressed: Seconds,
        /// The most allowed.
        most: Seconds,
    },
    /// A routine that lasts longer than the program's limit, waits included.
    SessionTooLong {
        /// Its length at the start dose.
        length: Seconds,
        /// The program's limit.
        limit: Seconds,
    },

    /// A name that means nothing in its place.
    UnknownName {
        /// What kind of name is needed.
        of: Named,
        /// The name as it stands.
        written: String,
        /// The name probably meant.
        likely: Option<String>,
    },
    /// A tool that the site does not list.
    ToolNotForSite {
        /// The tool.
        tool: Tool,
        /// The site.
        site: &'static Site,
    },
    /// `middle` at a site that is left or right.
    MiddleOfPair {
        /// The site.
        site: &'static Site,
    },
    /// A site and side that the routine works already.
    SideTwice {
        /// The site's id or own name.
        site: String,
        /// The side that stands twice.
        side: Side,
        /// What the earlier point asks for.
        first: Sides,
        /// The line of the earlier point's side.
        first_line: usize,
    },
    /// A press at a locked site without `unlock`.
    LockedSite {
        /// The site.
        site: &'static Site,
    },
    /// A place of the program's own that bears the id of a library site.
    OwnNameTaken {
        /// The library's site.
        site: &'static Site,
    },
    /// A point with neither press nor stretch.
    NothingToDo,
    /// Two routines of one name.
    RoutineTwice {
        /// The name.
        name: String,
        /// The line of the first.
        first_line: usize,
    },

    /// A text without a letter.
    EmptyText,
    /// A text longer than allowed.
    TextTooLong {
        /// Its characters.
        length: usize,
        /// The most allowed.
        most: usize,
    },
    /// A text with a control character.
    ControlCharacter {
        /// The character.
        character: char,
    },
    /// A text with a character that turns the direction of writing.
    BidiCharacter {
        /// The character.
        character: char,
    },
    /// A list with nothing in it.
    EmptyList,
    /// A list of more than allowed.
    TooMany {
        /// How many there are.
        found: usize,
        /// The most allowed.
        most: usize,
    },
    /// An entry that stands twice in one list.
    DuplicateEntry {
        /// The entry.
        written: String,
    },

    /// Not a day of the calendar, written `2026-11-02`.
    NotADate {
        /// The text.
        written: String,
        /// The day probably meant.
        likely: Option<Date>,
    },
    /// A year far from now.
    YearOutOfRange {
        /// The day as it stands.
        date: Date,
    },
    /// A review or last day before the day of prescribing.
    BeforePrescribed {
        /// The day as it stands.
        date: Date,
        /// The day of prescribing.
        on: Date,
    },
    /// As many days a week are named as not are asked for.
    DaysDisagree {
        /// How many days are named.
        named: usize,
        /// How many are asked for.
        per_week: u8,
    },
    /// More sessions a day than anything but strokes may have.
    TooManySessions {
        /// How many are asked for.
        sessions: u8,
        /// The most without strokes alone.
        most: u8,
    },
}

/// How a text fails to be JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// `// …` or `/* … */`.
    Comment,
    /// A comma before `}` or `]`.
    TrailingComma,
    /// No comma between two entries.
    MissingComma,
    /// No colon after a key.
    MissingColon,
    /// No value after a colon.
    MissingValue,
    /// `'text'`.
    SingleQuotes,
    /// A key without quotes.
    BareKey,
    /// A word other than true, false and null.
    BareWord {
        /// The word.
        written: String,
    },
    /// A number that JSON does not know: `+1`, `01`, `0x1`, `.5`, `-Infinity`.
    Number,
    /// A backslash before something that cannot be escaped.
    Escape,
    /// Half of a surrogate pair.
    Surrogate,
    /// A text not closed on its line.
    OpenText,
    /// A `{` never closed.
    OpenObject,
    /// A `[` never closed.
    OpenList,
    /// More text after the end of the value.
    SecondValue,
    /// A control character that JSON wants escaped, or a blank other than space, tab and line break.
    Blank {
        /// The character.
        character: char,
    },
    /// A character that has no place here.
    Unexpected {
        /// The character.
        character: char,
    },
    /// The file ends where something should follow.
    End,
}

//! Faults of a program file in words: what is wrong, and what is likely meant.

use i18n_embed_fl::fl;

use super::LOADER;
use crate::practice::library::Tool;
use crate::practice::program::MAX_DEPTH;
use crate::practice::program::fault::{Fault, Figure, Found, Named, Syntax, Wanted, What};

/// What stands in a text is shown up to here.
const SHOWN: usize = 60;

/// A fault in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What is wrong.
    pub what: String,
    /// What is likely meant, or how to mend it.
    pub hint: Option<String>,
}

/// Returns the line that a refusal prints: `FILE:LINE:COL: $.path: what (hint)`.
pub fn place(file: &str, fault: &Fault) -> String {
    let told = self::fault(&fault.what);
    let (line, column, path) = (fault.line.to_string(), fault.column.to_string(), fault.path.as_str());
    match told.hint {
        Some(hint) => fl!(
            LOADER,
            "fault-line-hint",
            file = file,
            line = line,
            column = column,
            path = path,
            what = told.what,
            hint = hint
        ),
        None => fl!(LOADER, "fault-line", file = file, line = line, column = column, path = path, what = told.what),
    }
}

/// Returns a fault in words.
pub fn fault(what: &What) -> Told {
    Told { what: said(what), hint: hint(what) }
}

fn said(what: &What) -> String {
    match what {
        What::Empty => fl!(LOADER, "fault-empty"),
        What::TooLarge => fl!(LOADER, "fault-too-large"),
        What::ByteOrderMark => fl!(LOADER, "fault-byte-order-mark"),
        What::Utf16 => fl!(LOADER, "fault-utf16"),
        What::NotText => fl!(LOADER, "fault-not-text"),
        What::TooDeep => fl!(LOADER, "fault-too-deep", most = MAX_DEPTH),
        What::Malformed(syntax) => malformed(syntax),
        What::More { count } => fl!(LOADER, "fault-more", count = (*count)),
        What::NewerVersion { written } => fl!(LOADER, "fault-newer-version", written = shown(written)),
        What::UnknownVersion { written } => fl!(LOADER, "fault-unknown-version", written = shown(written)),
        What::MissingKey { key } => fl!(LOADER, "fault-missing-key", key = (*key)),
        What::UnknownKey { key, .. } => fl!(LOADER, "fault-unknown-key", key = shown(key)),
        What::DuplicateKey { key, .. } => fl!(LOADER, "fault-duplicate-key", key = shown(key)),
        What::WrongType { wanted: needed, found, .. } => {
            fl!(LOADER, "fault-wrong-type", wanted = wanted(*needed), found = self::found(*found))
        }
        What::NotATime { written, .. } => fl!(LOADER, "fault-not-a-time", written = shown(written)),
        What::NotWhole { written } => fl!(LOADER, "fault-not-whole", written = shown(written)),
        What::OutOfRange { written, least, most } => {
            let written = match least {
                Figure::Time(_) => quoted(&shown(written)),
                Figure::Number(_) => shown(written),
            };
            fl!(LOADER, "fault-out-of-range", written = written, least = least.to_string(), most = most.to_string())
        }
        What::MinAboveStart { min, start } => {
            fl!(LOADER, "fault-min-above-start", min = min.to_string(), start = start.to_string())
        }
        What::StartAboveMax { start, max } => {
            fl!(LOADER, "fault-start-above-max", start = start.to_string(), max = max.to_string())
        }
        What::StepTooLarge { step, room } => {
            fl!(LOADER, "fault-step-too-large", step = step.to_string(), room = room.to_string())
        }
        What::NotAPair { found } => fl!(LOADER, "fault-not-a-pair", found = (*found)),
        What::FeelReversed { from, to } => fl!(LOADER, "fault-feel-reversed", from = from.level(), to = to.level()),
        What::FeelAboveCeiling { to, ceiling } => {
            fl!(LOADER, "fault-feel-above-ceiling", to = to.level(), ceiling = ceiling.level())
        }
        What::CeilingAboveLimits { ceiling, limit } => {
            fl!(LOADER, "fault-ceiling-above-limits", ceiling = ceiling.level(), limit = limit.level())
        }
        What::CeilingAboveRegion { ceiling, region } => fl!(
            LOADER,
            "fault-ceiling-above-region",
            ceiling = ceiling.level(),
            cap = region.cap().level(),
            region = region.id()
        ),
        What::RampTooLong { ramp, hold } => {
            fl!(LOADER, "fault-ramp-too-long", ramp = ramp.to_string(), hold = hold.to_string())
        }
        What::PressedTooLong { pressed, most } => {
            fl!(LOADER, "fault-pressed-too-long", pressed = pressed.to_string(), most = most.to_string())
        }
        What::SessionTooLong { length, limit } => {
            fl!(LOADER, "fault-session-too-long", length = length.to_string(), limit = limit.to_string())
        }
        What::UnknownName { of, written, .. } => unknown(*of, &shown(written)),
        What::ToolNotForSite { tool, site } => {
            fl!(LOADER, "fault-tool-not-for-site", tool = tool.id(), site = site.id.as_str())
        }
        What::MiddleOfPair { site } => fl!(LOADER, "fault-middle-of-pair", site = site.id.as_str()),
        What::SideTwice { site, side, first, first_line } => fl!(
            LOADER,
            "fault-side-twice",
            site = shown(site),
            side = side.id(),
            first = first.id(),
            line = first_line.to_string()
        ),
        What::LockedSite { site } => fl!(LOADER, "fault-locked-site", site = site.id.as_str()),
        What::OwnNameTaken { site } => fl!(LOADER, "fault-own-name-taken", site = site.id.as_str()),
        What::NothingToDo => fl!(LOADER, "fault-nothing-to-do"),
        What::RoutineTwice { name, .. } => fl!(LOADER, "fault-routine-twice", name = shown(name)),
        What::EmptyText => fl!(LOADER, "fault-empty-text"),
        What::TextTooLong { length, most } => {
            fl!(LOADER, "fault-text-too-long", length = length.to_string(), most = most.to_string())
        }
        What::ControlCharacter { character: '\n' } => fl!(LOADER, "fault-line-break"),
        What::ControlCharacter { character } => fl!(LOADER, "fault-control-character", code = code(*character)),
        What::BidiCharacter { character } => fl!(LOADER, "fault-bidi-character", code = code(*character)),
        What::EmptyList => fl!(LOADER, "fault-empty-list"),
        What::TooMany { found, most } => {
            fl!(LOADER, "fault-too-many", found = found.to_string(), most = most.to_string())
        }
        What::DuplicateEntry { written } => fl!(LOADER, "fault-duplicate-entry", written = shown(written)),
        What::NotADate { written, .. } => fl!(LOADER, "fault-not-a-date", written = shown(written)),
        What::YearOutOfRange { date } => fl!(LOADER, "fault-year-out-of-range", year = date.year().to_string()),
        What::BeforePrescribed { date, on } => {
            fl!(LOADER, "fault-before-prescribed", date = date.to_string(), on = on.to_string())
        }
        What::DaysDisagree { named, per_week } => {
            fl!(LOADER, "fault-days-disagree", named = (*named), per_week = (*per_week))
        }
        What::TooManySessions { sessions, most } => {
            fl!(LOADER, "fault-too-many-sessions", sessions = (*sessions), most = (*most))
        }
    }
}

fn hint(what: &What) -> Option<String> {
    let hint = match what {
        What::TooLarge => fl!(LOADER, "fault-too-large", "hint"),
        What::ByteOrderMark => fl!(LOADER, "fault-byte-order-mark", "hint"),
        What::Utf16 => fl!(LOADER, "fault-utf16", "hint"),
        What::NotText => fl!(LOADER, "fault-not-text", "hint"),
        What::TooDeep => fl!(LOADER, "fault-too-deep", "hint"),
        What::Malformed(syntax) => return malformed_hint(syntax),
        What::More { .. } => fl!(LOADER, "fault-more", "hint"),
        What::NewerVersion { .. } => fl!(LOADER, "fault-newer-version", "hint"),
        What::UnknownVersion { .. } => fl!(LOADER, "fault-unknown-version", "hint"),
        What::UnknownKey { likely: Some(likely), .. } | What::UnknownName { likely: Some(likely), .. } => {
            did_you_mean(&quoted(likely))
        }
        What::UnknownKey { likely: None, known, .. } => {
            fl!(LOADER, "fault-unknown-key", "hint", known = known.join(", "))
        }
        What::DuplicateKey { first_line, .. } => {
            fl!(LOADER, "fault-duplicate-key", "hint", line = first_line.to_string())
        }
        What::WrongType { likely, .. } => did_you_mean(likely.as_ref()?),
        What::NotATime { likely: Some(likely), .. } => did_you_mean(&quoted(&likely.to_string())),
        What::NotATime { likely: None, .. } => fl!(LOADER, "fault-not-a-time", "hint"),
        What::NotAPair { .. } => fl!(LOADER, "fault-not-a-pair", "hint"),
        What::FeelReversed { from, to } => {
            fl!(LOADER, "fault-feel-reversed", "hint", from = from.level(), to = to.level())
        }
        What::FeelAboveCeiling { .. } => fl!(LOADER, "fault-feel-above-ceiling", "hint"),
        What::CeilingAboveLimits { .. } => fl!(LOADER, "fault-ceiling-above-limits", "hint"),
        What::PressedTooLong { .. } => fl!(LOADER, "fault-pressed-too-long", "hint"),
        What::SessionTooLong { .. } => fl!(LOADER, "fault-session-too-long", "hint"),
        What::UnknownName { of: Named::Site, likely: None, .. } => fl!(LOADER, "fault-unknown-site", "hint"),
        What::UnknownName { of, likely: None, .. } => fl!(LOADER, "one-of", choices = of.choices().join(", ")),
        What::ToolNotForSite { site, .. } if site.tools.is_empty() => {
            fl!(LOADER, "fault-tool-not-for-site", "hint-none")
        }
        What::ToolNotForSite { site, .. } => {
            let tools: Vec<_> = site.tools.iter().copied().map(Tool::id).collect();
            fl!(LOADER, "fault-tool-not-for-site", "hint", tools = tools.join(", "))
        }
        What::MiddleOfPair { .. } => fl!(LOADER, "fault-middle-of-pair", "hint"),
        What::LockedSite { .. } => fl!(LOADER, "fault-locked-site", "hint"),
        What::OwnNameTaken { site } => fl!(LOADER, "fault-own-name-taken", "hint", site = site.id.as_str()),
        What::RoutineTwice { first_line, .. } => {
            fl!(LOADER, "fault-routine-twice", "hint", line = first_line.to_string())
        }
        What::ControlCharacter { character } if *character != '\n' => fl!(LOADER, "fault-control-character", "hint"),
        What::BidiCharacter { .. } => fl!(LOADER, "fault-bidi-character", "hint"),
        What::NotADate { likely: Some(likely), .. } => did_you_mean(&quoted(&likely.to_string())),
        What::NotADate { likely: None, .. } => fl!(LOADER, "fault-not-a-date", "hint"),
        What::DaysDisagree { .. } => fl!(LOADER, "fault-days-disagree", "hint"),
        What::TooManySessions { .. } => fl!(LOADER, "fault-too-many-sessions", "hint"),
        What::Empty
        | What::MissingKey { .. }
        | What::NotWhole { .. }
        | What::OutOfRange { .. }
        | What::MinAboveStart { .. }
        | What::StartAboveMax { .. }
        | What::StepTooLarge { .. }
        | What::CeilingAboveRegion { .. }
        | What::RampTooLong { .. }
        | What::SideTwice { .. }
        | What::NothingToDo
        | What::EmptyText
        | What::TextTooLong { .. }
        | What::ControlCharacter { .. }
        | What::EmptyList
        | What::TooMany { .. }
        | What::DuplicateEntry { .. }
        | What::YearOutOfRange { .. }
        | What::BeforePrescribed { .. } => return None,
    };
    Some(hint)
}

fn malformed(syntax: &Syntax) -> String {
    match syntax {
        Syntax::Comment => fl!(LOADER, "syntax-comment"),
        Syntax::TrailingComma => fl!(LOADER, "syntax-trailing-comma"),
        Syntax::MissingComma => fl!(LOADER, "syntax-missing-comma"),
        Syntax::MissingColon => fl!(LOADER, "syntax-missing-colon"),
        Syntax::MissingValue => fl!(LOADER, "syntax-missing-value"),
        Syntax::SingleQuotes => fl!(LOADER, "syntax-single-quotes"),
        Syntax::BareKey => fl!(LOADER, "syntax-bare-key"),
        Syntax::BareWord { written } => fl!(LOADER, "syntax-bare-word", written = shown(written)),
        Syntax::Number => fl!(LOADER, "syntax-number"),
        Syntax::Escape => fl!(LOADER, "syntax-escape"),
        Syntax::Surrogate => fl!(LOADER, "syntax-surrogate"),
        Syntax::OpenText => fl!(LOADER, "syntax-open-text"),
        Syntax::OpenObject => fl!(LOADER, "syntax-open-object"),
        Syntax::OpenList => fl!(LOADER, "syntax-open-list"),
        Syntax::SecondValue => fl!(LOADER, "syntax-second-value"),
        Syntax::Blank { character } => fl!(LOADER, "syntax-blank", code = code(*character)),
        Syntax::Unexpected { character } if is_curly_quote(*character) => {
            fl!(LOADER, "syntax-curly-quotes", written = shown(&character.to_string()))
        }
        Syntax::Unexpected { character } => {
            fl!(LOADER, "syntax-unexpected", written = shown(&character.to_string()))
        }
        Syntax::End => fl!(LOADER, "syntax-end"),
    }
}

fn malformed_hint(syntax: &Syntax) -> Option<String> {
    let hint = match syntax {
        Syntax::Comment => fl!(LOADER, "syntax-comment", "hint"),
        Syntax::TrailingComma => fl!(LOADER, "syntax-trailing-comma", "hint"),
        Syntax::SingleQuotes => fl!(LOADER, "syntax-single-quotes", "hint"),
        Syntax::BareWord { written } => match written.to_lowercase().as_str() {
            word @ ("true" | "false" | "null") => did_you_mean(word),
            "none" | "nil" => did_you_mean("null"),
            "nan" | "infinity" => fl!(LOADER, "syntax-number", "hint"),
            _ => fl!(LOADER, "syntax-bare-word", "hint", written = shown(written)),
        },
        Syntax::Number => fl!(LOADER, "syntax-number", "hint"),
        Syntax::Escape => fl!(LOADER, "syntax-escape", "hint"),
        Syntax::OpenText => fl!(LOADER, "syntax-open-text", "hint"),
        Syntax::OpenObject => fl!(LOADER, "syntax-open-object", "hint"),
        Syntax::OpenList => fl!(LOADER, "syntax-open-list", "hint"),
        Syntax::SecondValue => fl!(LOADER, "syntax-second-value", "hint"),
        Syntax::Unexpected { character } if is_curly_quote(*character) => fl!(LOADER, "syntax-curly-quotes", "hint"),
        Syntax::End => fl!(LOADER, "syntax-end", "hint"),
        Syntax::MissingComma
        | Syntax::MissingColon
        | Syntax::MissingValue
        | Syntax::BareKey
        | Syntax::Surrogate
        | Syntax::Blank { .. }
        | Syntax::Unexpected { .. } => return None,
    };
    Some(hint)
}

fn unknown(of: Named, written: &str) -> String {
    match of {
        Named::Site => fl!(LOADER, "fault-unknown-site", written = written),
        Named::Tool => fl!(LOADER, "fault-unknown-tool", written = written),
        Named::Technique => fl!(LOADER, "fault-unknown-technique", written = written),
        Named::Side => fl!(LOADER, "fault-unknown-side", written = written),
        Named::Region => fl!(LOADER, "fault-unknown-region", written = written),
        Named::Day => fl!(LOADER, "fault-unknown-day", written = written),
        Named::Raisable => fl!(LOADER, "fault-unknown-raisable", written = written),
    }
}

fn wanted(wanted: Wanted) -> String {
    match wanted {
        Wanted::Text => fl!(LOADER, "wanted-text"),
        Wanted::Number => fl!(LOADER, "wanted-number"),
        Wanted::Time => fl!(LOADER, "wanted-time"),
        Wanted::NumberOrBounds => fl!(LOADER, "wanted-number-or-bounds"),
        Wanted::TimeOrBounds => fl!(LOADER, "wanted-time-or-bounds"),
        Wanted::Date => fl!(LOADER, "wanted-date"),
        Wanted::Switch => fl!(LOADER, "wanted-switch"),
        Wanted::List => fl!(LOADER, "wanted-list"),
        Wanted::Object => fl!(LOADER, "wanted-object"),
        Wanted::Pair => fl!(LOADER, "wanted-pair"),
        Wanted::Site => fl!(LOADER, "wanted-site"),
    }
}

fn found(found: Found) -> String {
    match found {
        Found::Null => fl!(LOADER, "found-null"),
        Found::Switch => fl!(LOADER, "found-switch"),
        Found::Number => fl!(LOADER, "found-number"),
        Found::Text => fl!(LOADER, "found-text"),
        Found::List => fl!(LOADER, "found-list"),
        Found::Object => fl!(LOADER, "found-object"),
    }
}

fn did_you_mean(likely: &str) -> String {
    fl!(LOADER, "did-you-mean", likely = likely)
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// What stands in the file, shortened, and with nothing in it that a terminal would obey.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars().take(SHOWN) {
        let plain = !c.is_control()
            && !matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        if plain { shown.push(c) } else { shown.extend(c.escape_unicode()) }
    }
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

fn code(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

fn is_curly_quote(character: char) -> bool {
    matches!(character, '“' | '”' | '„' | '‘' | '’' | '«' | '»')
}

//! From the bytes of a file to a [`Program`], collecting every fault.

use jsonc_parser::ast::Value;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use super::collect::{Faults, Reported};
use super::fault::{Refusal, Syntax, Wanted, What};
use super::routine::routines;
use super::tree::Node;
use super::{MAX_BYTES, MAX_DEPTH, Press, Program, header, strict};

const KEYS: [&str; 10] = [
    "$schema",
    "kneadwell",
    "title",
    "prescribed",
    "schedule",
    "limits",
    "progression",
    "stop_if",
    "notes",
    "routines",
];

/// Every leniency of the parser off: plain JSON.
const PLAIN: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

pub(super) fn read(bytes: &[u8]) -> Result<Program, Refusal> {
    let text = text(bytes).map_err(|what| {
        let mut faults = Faults::new("");
        faults.add(0, "$", what);
        faults.refusal()
    })?;
    let mut faults = Faults::new(text);
    match parse(text, &mut faults).and_then(|value| program(&value, &mut faults)) {
        Ok(program) if faults.is_empty() => Ok(program),
        _ => Err(faults.refusal()),
    }
}

fn text(bytes: &[u8]) -> Result<&str, What> {
    if bytes.len() > MAX_BYTES {
        return Err(What::TooLarge);
    }
    match bytes {
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, 1..=255, ..] | [1..=255, 0, ..] => Err(What::Utf16),
        [0xEF, 0xBB, 0xBF, ..] => Err(What::ByteOrderMark),
        _ if bytes.contains(&0) => Err(What::NotText),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) if text.trim().is_empty() => Err(What::Empty),
            Ok(text) => Ok(text),
            Err(_) => Err(What::NotText),
        },
    }
}

fn parse<'t>(text: &'t str, faults: &mut Faults) -> Result<Value<'t>, Reported> {
    let scan = strict::scan(text);
    if scan.depth > MAX_DEPTH {
        return Err(faults.add(0, "$", What::TooDeep));
    }
    let parsed = parse_to_ast(text, &CollectOptions::default(), &PLAIN);
    let parser_fault = parsed.as_ref().err().map(|error| syntax(error, text));
    let first = parser_fault.into_iter().chain(scan.fault).min_by_key(|(at, _)| *at);
    match (parsed.map(|parsed| parsed.value), first) {
        (Ok(Some(value)), None) => Ok(value),
        (_, Some((at, syntax))) => Err(faults.add(at, "$", What::Malformed(syntax))),
        _ => Err(faults.add(0, "$", What::Empty)),
    }
}

/// Returns what the parser stumbled over, and the byte of it.
fn syntax(error: &ParseError, text: &str) -> (usize, Syntax) {
    let range = error.range();
    let rest = text.get(range.start..).unwrap_or_default();
    let before = text.get(..range.start).unwrap_or_default();
    let unexpected = || match rest.chars().next() {
        Some(',' | '}' | ']') if before.trim_end().ends_with(':') => Syntax::MissingValue,
        Some(first) if first.is_alphabetic() => {
            Syntax::BareWord { written: rest.chars().take_while(|c| c.is_alphanumeric()).collect() }
        }
        Some(character) => Syntax::Unexpected { character },
        None => Syntax::End,
    };
    let digits_follow =
        || before.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with(|c: char| c.is_ascii_digit());
    let syntax = match error.kind() {
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => Syntax::Comment,
        ParseErrorKind::TrailingCommasNotAllowed => Syntax::TrailingComma,
        ParseErrorKind::ExpectedComma if digits_follow() => Syntax::Number,
        ParseErrorKind::ExpectedComma => Syntax::MissingComma,
        ParseErrorKind::ExpectedColonAfterObjectKey if rest.is_empty() => Syntax::End,
        ParseErrorKind::ExpectedColonAfterObjectKey => Syntax::MissingColon,
        ParseErrorKind::ExpectedObjectValue => Syntax::End,
        ParseErrorKind::ExpectedStringObjectProperty => Syntax::BareKey,
        ParseErrorKind::SingleQuotedStringsNotAllowed => Syntax::SingleQuotes,
        ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral
        | ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::NonFiniteNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed => Syntax::Number,
        ParseErrorKind::MultipleRootJsonValues => Syntax::SecondValue,
        ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => Syntax::OpenText,
        ParseErrorKind::String(ParseStringErrorKind::InvalidUnicodeEscapeSequence(_)) => Syntax::Surrogate,
        ParseErrorKind::String(_) => Syntax::Escape,
        ParseErrorKind::UnterminatedObject => Syntax::OpenObject,
        ParseErrorKind::UnterminatedArray => Syntax::OpenList,
        ParseErrorKind::UnexpectedWord => {
            Syntax::BareWord { written: text.get(range.start..range.end).unwrap_or_default().to_owned() }
        }
        ParseErrorKind::UnexpectedToken
        | ParseErrorKind::UnexpectedTokenInObject
        | ParseErrorKind::UnexpectedCloseBracket
        | ParseErrorKind::UnexpectedCloseBrace
        | ParseErrorKind::UnexpectedComma
        | ParseErrorKind::UnexpectedColon
        | ParseErrorKind::NestingDepthExceeded => unexpected(),
    };
    (range.start, syntax)
}

fn program(value: &Value, faults: &mut Faults) -> Result<Program, Reported> {
    let root = Node::root(value);
    version(&root, faults)?;
    let fields = root.fields(&KEYS, faults)?;
    // For editors alone: it says where the schema lies, and nothing else is made of it.
    let schema = fields.maybe("$schema", |node| node.line(500, faults));
    let kneadwell = fields.need("kneadwell", faults);
    let title = fields.need("title", faults).and_then(|node| node.line(120, faults));
    let prescribed = fields.need("prescribed", faults).and_then(|node| header::prescribed(&node, faults));
    let schedule = header::schedule(fields.get("schedule").as_ref(), faults);
    let limits = header::limits(fields.get("limits").as_ref(), faults);
    let progression = header::progression(fields.get("progression").as_ref(), faults);
    let stop_if = fields.maybe("stop_if", |node| header::stop_if(node, faults));
    let notes = fields.maybe("notes", |node| node.prose(2000, faults));
    let routines = fields.need("routines", faults).and_then(|node| routines(&node, limits.as_ref().ok(), faults));
    if let (Ok(schedule), Ok(routines)) = (&schedule, &routines) {
        let only_strokes = routines
            .iter()
            .flat_map(|routine| &routine.points)
            .all(|point| matches!(point.press, Some(Press::Strokes(_))));
        header::sessions(fields.get("schedule").as_ref(), schedule.sessions_per_day, only_strokes, faults);
    }
    schema?;
    kneadwell?;
    Ok(Program {
        title: title?,
        prescribed: prescribed?,
        schedule: schedule?,
        limits: limits?,
        progression: progression?,
        stop_if: stop_if?.unwrap_or_default(),
        notes: notes?,
        routines: routines?,
    })
}

/// A file of a later version is not judged any further: what is a fault here may be none there.
fn version(root: &Node, faults: &mut Faults) -> Result<(), Reported> {
    let Some(node) = root.peek("kneadwell") else { return Ok(()) };
    let Some(written) = node.number() else {
        let likely = (node.string() == Some("1")).then(|| "1".to_owned());
        node.wrong(Wanted::Number, likely, faults);
        return Ok(());
    };
    let later = written != "0" && written != "1" && written.bytes().all(|byte| byte.is_ascii_digit());
    match (written, written.to_owned()) {
        ("1", _) => Ok(()),
        (_, written) if later => Err(node.fault(What::NewerVersion { written }, faults)),
        (_, written) => {
            node.fault(What::UnknownVersion { written }, faults);
            Ok(())
        }
    }
}

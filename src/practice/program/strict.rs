//! What must be known of a text before it is parsed, and what the parser would let through.

use super::fault::Syntax;

/// A bracket's greatest depth, and the first character that JSON does not allow where it stands.
pub(super) struct Scan {
    pub depth: usize,
    pub fault: Option<(usize, Syntax)>,
}

/// Goes once over the text without recursion: nesting is known before anything nests.
pub(super) fn scan(text: &str) -> Scan {
    let mut scan = Scan { depth: 0, fault: None };
    let mut depth = 0_usize;
    let mut opened = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        let fault = if let Some(quote) = opened {
            if c == '"' && !escaped {
                opened = None;
            }
            escaped = c == '\\' && !escaped;
            match c {
                '\n' | '\r' => Some((quote, Syntax::OpenText)),
                '\0'..' ' => Some((at, Syntax::Blank { character: c })),
                _ => None,
            }
        } else {
            match c {
                '"' => opened = Some(at),
                '[' | '{' => depth += 1,
                ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            let foreign = (c.is_whitespace() || c.is_control()) && !matches!(c, ' ' | '\t' | '\n' | '\r');
            foreign.then_some((at, Syntax::Blank { character: c }))
        };
        scan.depth = scan.depth.max(depth);
        scan.fault = scan.fault.or(fault);
    }
    scan
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_inside_texts_do_not_nest() {
        assert_eq!(scan(r#"{"a": "[[[\"[[", "b": [1]}"#).depth, 2);
    }

    #[test]
    fn a_text_left_open_is_found_at_its_quote() {
        assert_eq!(scan("{\"a\": \"b\n}").fault, Some((6, Syntax::OpenText)));
    }

    #[test]
    fn only_the_blanks_of_json_are_blank() {
        assert_eq!(scan("{}\u{a0}").fault, Some((2, Syntax::Blank { character: '\u{a0}' })));
        assert_eq!(scan(" \t\r\n{}").fault, None);
    }
}

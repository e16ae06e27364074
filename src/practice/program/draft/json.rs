//! The values of a file that is being written.

/// A value, its entries in the order in which they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Json {
    /// A text, a number, true or false, as it stands in a file.
    Plain(String),
    List(Vec<Self>),
    Object(Vec<Entry>),
}

/// A key with its value.
pub(super) type Entry = (&'static str, Json);

impl Json {
    /// Returns a text, escaped where it must be.
    pub fn text(text: &str) -> Self {
        Self::Plain(serde_json::Value::from(text).to_string())
    }

    /// Returns the last value that it holds.
    pub fn last(self) -> Option<Self> {
        match self {
            Self::Plain(_) => None,
            Self::List(mut values) => values.pop(),
            Self::Object(mut entries) => entries.pop().map(|(_, value)| value),
        }
    }

    /// Returns it on one line with blanks between its parts, as a person writes.
    pub fn flat(&self) -> String {
        self.on_one_line(&Blanks { after_comma: ", ", after_colon: ": ", inside: " " })
    }

    /// Returns it on one line without any blank.
    pub fn tight(&self) -> String {
        self.on_one_line(&Blanks { after_comma: ",", after_colon: ":", inside: "" })
    }

    fn on_one_line(&self, blanks: &Blanks) -> String {
        let Blanks { after_comma, after_colon, inside } = blanks;
        match self {
            Self::Plain(token) => token.clone(),
            Self::List(values) => {
                let values: Vec<_> = values.iter().map(|value| value.on_one_line(blanks)).collect();
                format!("[{}]", values.join(after_comma))
            }
            Self::Object(entries) if entries.is_empty() => "{}".to_owned(),
            Self::Object(entries) => {
                let entry = |(key, value): &Entry| format!("\"{key}\"{after_colon}{}", value.on_one_line(blanks));
                let entries: Vec<_> = entries.iter().map(entry).collect();
                format!("{{{inside}{}{inside}}}", entries.join(after_comma))
            }
        }
    }
}

struct Blanks {
    after_comma: &'static str,
    after_colon: &'static str,
    inside: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_has_blanks_or_none() {
        let list = Json::List(vec![Json::Plain("3".into()), Json::text("a \"b\"\n")]);
        let whole = Json::Object(vec![("one", list), ("two", Json::Object(Vec::new()))]);
        assert_eq!(whole.flat(), r#"{ "one": [3, "a \"b\"\n"], "two": {} }"#);
        assert_eq!(whole.tight(), r#"{"one":[3,"a \"b\"\n"],"two":{}}"#);
    }
}

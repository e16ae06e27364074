//! A view of the parsed text in which every value knows its place and its path.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;

use super::collect::{Faults, Reported};
use super::fault::{Found, Named, Wanted, What};
use super::likely;

/// A value with its place.
#[derive(Clone)]
pub(super) struct Node<'a> {
    value: &'a Value<'a>,
    /// The byte at which it begins.
    pub at: usize,
    /// Its JSON path.
    pub path: String,
}

/// An object, its keys checked.
pub(super) struct Fields<'a> {
    node: Node<'a>,
    entries: HashMap<&'a str, &'a ObjectProp<'a>>,
}

impl<'a> Node<'a> {
    pub fn root(value: &'a Value<'a>) -> Self {
        Self { value, at: value.start(), path: "$".to_owned() }
    }

    /// Notes a fault at this value.
    pub fn fault(&self, what: What, faults: &mut Faults) -> Reported {
        faults.add(self.at, &self.path, what)
    }

    pub fn found(&self) -> Found {
        match self.value {
            Value::NullKeyword(_) => Found::Null,
            Value::BooleanLit(_) => Found::Switch,
            Value::NumberLit(_) => Found::Number,
            Value::StringLit(_) => Found::Text,
            Value::Array(_) => Found::List,
            Value::Object(_) => Found::Object,
        }
    }

    /// Notes that this value is of the wrong type.
    pub fn wrong(&self, wanted: Wanted, likely: Option<String>, faults: &mut Faults) -> Reported {
        self.fault(What::WrongType { wanted, found: self.found(), likely }, faults)
    }

    /// Returns the text of a string, whatever it holds.
    pub fn string(&self) -> Option<&'a str> {
        self.value.as_string_lit().map(|text| text.value.as_ref())
    }

    /// Returns a number as it is written.
    pub fn number(&self) -> Option<&'a str> {
        self.value.as_number_lit().map(|number| number.value)
    }

    /// Returns the entries of an object that may have these keys, noting every other key and every key that stands twice.
    pub fn fields(&self, known: &[&'static str], faults: &mut Faults) -> Result<Fields<'a>, Reported> {
        let fields = self.any_fields(faults)?;
        fields.only(known, faults);
        Ok(fields)
    }

    /// Returns the entries of an object whose keys depend on one of its values: [`Fields::only`] is to follow.
    pub fn any_fields(&self, faults: &mut Faults) -> Result<Fields<'a>, Reported> {
        let Value::Object(object) = self.value else {
            return Err(self.wrong(Wanted::Object, None, faults));
        };
        let mut entries: HashMap<&str, &ObjectProp> = HashMap::with_capacity(object.properties.len());
        for property in &object.properties {
            match entries.entry(property.name.as_str()) {
                Entry::Vacant(vacant) => {
                    vacant.insert(property);
                }
                Entry::Occupied(first) => {
                    let key = *first.key();
                    let what = What::DuplicateKey { key: key.to_owned(), first_line: faults.line(first.get().start()) };
                    faults.add(property.start(), &self.child_path(key), what);
                }
            }
        }
        Ok(Fields { node: self.clone(), entries })
    }

    /// Returns the value of a key, the rest of the object unread.
    pub fn peek(&self, key: &str) -> Option<Self> {
        let properties = &self.value.as_object()?.properties;
        let property = properties.iter().find(|property| property.name.as_str() == key)?;
        Some(Node { value: &property.value, at: property.value.start(), path: self.child_path(key) })
    }

    /// Returns how many entries a list has, and the first of them, as many as are worth reading.
    pub fn entries(&self, most: usize) -> Option<(usize, Vec<Self>)> {
        let elements = &self.value.as_array()?.elements;
        let node = |(index, value): (usize, &'a Value<'a>)| Node {
            value,
            at: value.start(),
            path: format!("{}[{index}]", self.path),
        };
        Some((elements.len(), elements.iter().take(4 * most).enumerate().map(node).collect()))
    }

    /// Returns the entries of a list that may have so many.
    pub fn list(&self, most: usize, faults: &mut Faults) -> Result<Vec<Self>, Reported> {
        let Some((found, entries)) = self.entries(most) else {
            return Err(self.wrong(Wanted::List, None, faults));
        };
        if found > most {
            self.fault(What::TooMany { found, most }, faults);
        }
        Ok(entries)
    }

    /// Returns the entries of a list that must not be empty.
    pub fn some(&self, most: usize, faults: &mut Faults) -> Result<Vec<Self>, Reported> {
        let list = self.list(most, faults)?;
        if list.is_empty() { Err(self.fault(What::EmptyList, faults)) } else { Ok(list) }
    }

    /// Returns one line of text of at most so many characters.
    pub fn line(&self, most: usize, faults: &mut Faults) -> Result<String, Reported> {
        self.text(most, false, faults)
    }

    /// Returns a text that may have line breaks.
    pub fn prose(&self, most: usize, faults: &mut Faults) -> Result<String, Reported> {
        self.text(most, true, faults)
    }

    fn text(&self, most: usize, breaks: bool, faults: &mut Faults) -> Result<String, Reported> {
        let Some(text) = self.string() else {
            return Err(self.wrong(Wanted::Text, None, faults));
        };
        let length = text.chars().count();
        let what = if let Some(character) = text.chars().find(|c| is_control(*c) && !(breaks && *c == '\n')) {
            What::ControlCharacter { character }
        } else if let Some(character) = text.chars().find(|c| is_bidi(*c)) {
            What::BidiCharacter { character }
        } else if text.trim().is_empty() {
            What::EmptyText
        } else if length > most {
            What::TextTooLong { length, most }
        } else {
            return Ok(text.to_owned());
        };
        Err(self.fault(what, faults))
    }

    /// Returns what stands in the table under this word.
    pub fn named<T: Copy>(
        &self,
        of: Named,
        wanted: Wanted,
        find: impl Fn(&str) -> Option<T>,
        faults: &mut Faults,
    ) -> Result<T, Reported> {
        let Some(written) = self.string() else {
            return Err(self.wrong(wanted, None, faults));
        };
        find(written).ok_or_else(|| {
            let likely = likely::word(written, &of.choices());
            self.fault(What::UnknownName { of, written: written.to_owned(), likely }, faults)
        })
    }

    /// Returns true or false.
    pub fn switch(&self, faults: &mut Faults) -> Result<bool, Reported> {
        if let Value::BooleanLit(switch) = self.value {
            return Ok(switch.value);
        }
        let likely = self.string().map(str::to_lowercase).filter(|text| text == "true" || text == "false");
        Err(self.wrong(Wanted::Switch, likely, faults))
    }

    /// Keys stand bare in a path where they can, else in brackets, escaped and shortened.
    fn child_path(&self, key: &str) -> String {
        let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if !key.is_empty() && key.len() <= 40 && key.chars().all(bare) {
            format!("{}.{key}", self.path)
        } else {
            let escaped: String = key.chars().take(40).flat_map(char::escape_default).collect();
            let more = if key.chars().nth(40).is_some() { "…" } else { "" };
            format!("{}[\"{escaped}{more}\"]", self.path)
        }
    }
}

impl<'a> Fields<'a> {
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        let property = self.entries.get(key)?;
        Some(Node { value: &property.value, at: property.value.start(), path: self.node.child_path(key) })
    }

    /// Returns the value of a key that must be there.
    pub fn need(&self, key: &'static str, faults: &mut Faults) -> Result<Node<'a>, Reported> {
        self.get(key).ok_or_else(|| self.node.fault(What::MissingKey { key }, faults))
    }

    /// Reads the value of a key that may be missing.
    pub fn maybe<T>(
        &self,
        key: &str,
        read: impl FnOnce(&Node<'a>) -> Result<T, Reported>,
    ) -> Result<Option<T>, Reported> {
        self.get(key).as_ref().map(read).transpose()
    }

    /// Notes every key but these.
    pub fn only(&self, known: &[&'static str], faults: &mut Faults) {
        let mut strangers: Vec<_> = self.entries.iter().filter(|(key, _)| !known.contains(key)).collect();
        strangers.sort_by_key(|(_, property)| property.start());
        for (key, property) in strangers {
            let missing: Vec<_> = known.iter().copied().filter(|key| !self.entries.contains_key(key)).collect();
            let likely = if faults.is_full() { None } else { likely::word(key, &missing) };
            let what = What::UnknownKey { key: (*key).to_owned(), likely, known: known.to_vec() };
            faults.add(property.start(), &self.node.child_path(key), what);
        }
    }
}

fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn is_bidi(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

//! The file of a draft, right or wrong.

use super::json::{Entry, Json};
use super::layout;
use super::{
    AmountDraft, Draft, PlaceDraft, PointDraft, PressDraft, RoutineDraft, SidesDraft, StretchDraft, Technique,
};
use crate::practice::library::{Region, Tool};
use crate::practice::measure::Sides;
use crate::practice::program::header::DAYS;
use crate::practice::program::{Program, Raisable, Refusal};

impl Draft {
    /// Returns the file of this draft, as typed: what is wrong in it stands there, for the reader to find at its path.
    ///
    /// Blanks around amounts and days are dropped, and so are zeros before a number: nobody means anything by them.
    pub fn text(&self) -> String {
        layout::file(&self.entries())
    }

    /// Reads the program that this draft is.
    ///
    /// # Errors
    /// Every fault of its file, at the path of the field that caused it.
    pub fn read(&self) -> Result<Program, Refusal> {
        Program::read(self.text().as_bytes())
    }

    /// Returns the entries of its file, in the order of the format.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let mut entries = vec![("kneadwell", Json::Plain("1".to_owned()))];
        entries.extend(text("title", &self.title));
        // There even when it is empty, so that what is missing is missed in it.
        entries.push(("prescribed", Json::Object(self.prescribed())));
        entries.extend(object("schedule", self.schedule()));
        entries.extend(object("limits", some([number("ceiling", &self.ceiling), word("session", &self.session)])));
        entries.extend(object("progression", self.progression()));
        if !self.stop_if.is_empty() {
            entries.push(("stop_if", Json::List(self.stop_if.iter().map(|sign| Json::text(sign)).collect())));
        }
        entries.extend(text("notes", &self.notes));
        entries.push(("routines", Json::List(self.routines.iter().map(RoutineDraft::json).collect())));
        entries
    }

    fn prescribed(&self) -> Vec<Entry> {
        some([
            text("by", &self.by),
            text("contact", &self.contact),
            word("on", &self.on),
            word("review", &self.review),
            word("until", &self.until),
        ])
    }

    fn schedule(&self) -> Vec<Entry> {
        let named = DAYS.iter().zip(self.days).filter(|(_, is_named)| *is_named);
        let days: Vec<_> = named.map(|((id, _), _)| Json::text(id)).collect();
        some([
            number("days_per_week", &self.days_per_week),
            number("sessions_per_day", &self.sessions_per_day),
            (!days.is_empty()).then_some(("days", Json::List(days))),
        ])
    }

    fn progression(&self) -> Vec<Entry> {
        let order: Vec<_> = self.order.iter().copied().map(Raisable::id).map(Json::text).collect();
        some([
            number("good_days", &self.good_days),
            number("min_days_between_steps", &self.min_days_between_steps),
            (!order.is_empty()).then_some(("order", Json::List(order))),
        ])
    }
}

impl RoutineDraft {
    fn json(&self) -> Json {
        let points = Json::List(self.points.iter().map(PointDraft::json).collect());
        Json::Object(some([text("name", &self.name), Some(("points", points))]))
    }
}

impl PointDraft {
    fn json(&self) -> Json {
        // What a press alone needs is no fault where nothing is pressed.
        let tool = self.tool.filter(|_| self.is_pressed).map(Tool::id);
        let unlock = (self.unlock && self.is_pressed).then(|| Json::Plain("true".to_owned()));
        let finish = some([number("reps", &self.finish)]);
        Json::Object(some([
            self.place.json().map(|place| ("site", place)),
            self.sides.id().map(|side| ("side", Json::text(side))),
            tool.map(|tool| ("tool", Json::text(tool))),
            amount("ceiling", &self.ceiling, number),
            unlock.map(|unlock| ("unlock", unlock)),
            self.is_pressed.then(|| ("press", Json::Object(self.press.entries()))),
            self.is_stretched.then(|| ("stretch", Json::Object(self.stretch.entries()))),
            self.has_finish.then_some(("finish", Json::Object(finish))),
            text("note", &self.note),
        ]))
    }
}

impl PlaceDraft {
    fn json(&self) -> Option<Json> {
        match self {
            Self::Site(id) => (!id.is_empty()).then(|| Json::text(id)),
            Self::Own { name, location, region, position } => Some(Json::Object(some([
                text("name", name),
                text("where", location),
                region.map(|region| ("region", Json::text(Region::id(region)))),
                text("position", position),
            ]))),
        }
    }
}

impl SidesDraft {
    const fn id(self) -> Option<&'static str> {
        match self {
            Self::Open => None,
            Self::One(side) => Some(side.id()),
            Self::Both => Some(Sides::Both.id()),
        }
    }
}

impl PressDraft {
    fn entries(&self) -> Vec<Entry> {
        let mut entries = vec![("technique", Json::text(self.technique.id()))];
        entries.extend(match self.technique {
            Technique::Hold => some([
                amount("hold", &self.hold, word),
                amount("holds", &self.holds, number),
                word("rest", &self.rest),
                word("ramp", &self.ramp),
                word("release", &self.release),
                self.feel(),
            ]),
            Technique::Alternate => {
                some([word("on", &self.on), word("off", &self.off), word("total", &self.total), self.feel()])
            }
            Technique::Strokes => {
                some([number("count", &self.count), word("pace", &self.pace), number("sets", &self.sets), self.feel()])
            }
            Technique::Glide => some([word("length", &self.length), number("target", &self.target)]),
            Technique::Roll => {
                some([word("length", &self.length), number("sets", &self.sets), word("rest", &self.rest), self.feel()])
            }
        });
        entries
    }

    fn feel(&self) -> Option<Entry> {
        let typed: Vec<_> = self.feel.iter().filter_map(|level| number("", level)).map(|(_, level)| level).collect();
        (!typed.is_empty()).then_some(("feel", Json::List(typed)))
    }
}

impl Technique {
    /// Every technique.
    pub const ALL: [Self; 5] = [Self::Hold, Self::Alternate, Self::Strokes, Self::Glide, Self::Roll];

    /// Returns the word used in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Alternate => "alternate",
            Self::Strokes => "strokes",
            Self::Glide => "glide",
            Self::Roll => "roll",
        }
    }
}

impl StretchDraft {
    fn entries(&self) -> Vec<Entry> {
        some([amount("hold", &self.hold, word), amount("reps", &self.reps, number), word("rest", &self.rest)])
    }
}

/// Writes an amount, each of its values in the manner of `one`.
fn amount(key: &'static str, typed: &AmountDraft, one: fn(&'static str, &str) -> Option<Entry>) -> Option<Entry> {
    if !typed.moves {
        return one(key, &typed.start);
    }
    let bounds = [one("start", &typed.start), one("min", &typed.min), one("max", &typed.max), one("step", &typed.step)];
    Some((key, Json::Object(some(bounds))))
}

/// Writes a text to the letter.
fn text(key: &'static str, typed: &str) -> Option<Entry> {
    (!typed.is_empty()).then(|| (key, Json::text(typed)))
}

/// Writes a time or a day.
fn word(key: &'static str, typed: &str) -> Option<Entry> {
    text(key, typed.trim())
}

/// Writes a number as it was typed; what is none becomes a text, which the reader then finds.
fn number(key: &'static str, typed: &str) -> Option<Entry> {
    let typed = typed.trim();
    let is_digits = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    let plain = if is_digits {
        let digits = typed.trim_start_matches('0');
        Json::Plain(if digits.is_empty() { "0" } else { digits }.to_owned())
    } else if serde_json::from_str::<serde_json::Number>(typed).is_ok() {
        Json::Plain(typed.to_owned())
    } else {
        Json::text(typed)
    };
    (!typed.is_empty()).then_some((key, plain))
}

/// Leaves out an object without entries.
fn object(key: &'static str, entries: Vec<Entry>) -> Option<Entry> {
    (!entries.is_empty()).then_some((key, Json::Object(entries)))
}

/// Keeps the entries that are there.
fn some<const N: usize>(entries: [Option<Entry>; N]) -> Vec<Entry> {
    entries.into_iter().flatten().collect()
}

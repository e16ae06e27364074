//! The draft of a program that can be read: every value written out.

use std::fmt::Display;

use super::{
    AmountDraft, Draft, PlaceDraft, PointDraft, PressDraft, RoutineDraft, SidesDraft, StretchDraft, Technique, lean,
};
use crate::practice::measure::{Amount, Sides};
use crate::practice::program::header::DAYS;
use crate::practice::program::{Feel, Place, Point, Press, Program, Routine, Stretch};

/// Returns the file of a program as the editor writes it: of equal programs, the same bytes.
pub fn canonical(program: &Program) -> String {
    Draft::of(program).text()
}

/// Returns the shortest file that reads as this program: one line, and no key without which it reads the same.
pub fn minified(program: &Program) -> String {
    lean::line(program)
}

impl Draft {
    /// Returns the draft of a program, with every value that its file may have left to the reader.
    pub fn of(program: &Program) -> Self {
        let Program { title, prescribed, schedule, limits, progression, stop_if, notes, routines } = program;
        Self {
            title: title.clone(),
            by: prescribed.by.clone(),
            contact: prescribed.contact.clone().unwrap_or_default(),
            on: typed(prescribed.on),
            review: typed(prescribed.review),
            until: typed(prescribed.until),
            days_per_week: schedule.days_per_week.to_string(),
            sessions_per_day: schedule.sessions_per_day.to_string(),
            days: DAYS.map(|(_, day)| schedule.days.contains(&day)),
            ceiling: limits.ceiling.to_string(),
            session: limits.session.to_string(),
            good_days: progression.good_days.to_string(),
            min_days_between_steps: progression.min_days_between_steps.to_string(),
            order: progression.order.clone(),
            stop_if: stop_if.clone(),
            notes: notes.clone().unwrap_or_default(),
            routines: routines.iter().map(RoutineDraft::of).collect(),
        }
    }
}

impl RoutineDraft {
    fn of(routine: &Routine) -> Self {
        Self { name: routine.name.clone(), points: routine.points.iter().map(PointDraft::of).collect() }
    }
}

impl PointDraft {
    fn of(point: &Point) -> Self {
        let is_locked = matches!(point.place, Place::Known(site) if site.locked);
        Self {
            place: PlaceDraft::of(&point.place),
            sides: SidesDraft::of(point.sides),
            tool: point.tool,
            ceiling: point
                .ceiling
                .map(|ceiling| AmountDraft::of(ceiling, |level| level.level().into()))
                .unwrap_or_default(),
            unlock: is_locked && point.press.is_some(),
            is_pressed: point.press.is_some(),
            press: point.press.map(PressDraft::of).unwrap_or_default(),
            is_stretched: point.stretch.is_some(),
            stretch: point.stretch.map(StretchDraft::of).unwrap_or_default(),
            has_finish: point.finish.is_some(),
            finish: typed(point.finish),
            note: point.note.clone().unwrap_or_default(),
        }
    }
}

impl PlaceDraft {
    fn of(place: &Place) -> Self {
        match place {
            Place::Known(site) => Self::Site(site.id.clone()),
            Place::Own(own) => Self::Own {
                name: own.name.clone(),
                location: own.location.clone(),
                region: Some(own.region),
                position: own.position.clone().unwrap_or_default(),
            },
        }
    }
}

impl SidesDraft {
    const fn of(sides: Sides) -> Self {
        match sides {
            Sides::One(side) => Self::One(side),
            Sides::Both => Self::Both,
        }
    }
}

impl PressDraft {
    fn of(press: Press) -> Self {
        match press {
            Press::Hold(hold) => Self {
                technique: Technique::Hold,
                hold: AmountDraft::of(hold.hold, |time| time.0),
                holds: AmountDraft::of(hold.holds, u32::from),
                rest: hold.rest.to_string(),
                ramp: hold.ramp.to_string(),
                release: hold.release.to_string(),
                feel: levels(hold.feel),
                ..Self::default()
            },
            Press::Alternate(alternate) => Self {
                technique: Technique::Alternate,
                on: alternate.on.to_string(),
                off: alternate.off.to_string(),
                total: alternate.total.to_string(),
                feel: levels(alternate.feel),
                ..Self::default()
            },
            Press::Strokes(strokes) => Self {
                technique: Technique::Strokes,
                count: strokes.count.to_string(),
                pace: strokes.pace.to_string(),
                sets: strokes.sets.to_string(),
                feel: levels(strokes.feel),
                ..Self::default()
            },
            Press::Glide(glide) => Self {
                technique: Technique::Glide,
                length: glide.length.to_string(),
                target: glide.target.to_string(),
                ..Self::default()
            },
            Press::Roll(roll) => Self {
                technique: Technique::Roll,
                length: roll.length.to_string(),
                sets: roll.sets.to_string(),
                rest: roll.rest.to_string(),
                feel: levels(roll.feel),
                ..Self::default()
            },
        }
    }
}

impl StretchDraft {
    fn of(stretch: Stretch) -> Self {
        Self {
            hold: AmountDraft::of(stretch.hold, |time| time.0),
            reps: AmountDraft::of(stretch.reps, u32::from),
            rest: stretch.rest.to_string(),
        }
    }
}

impl AmountDraft {
    fn of<T: Copy + Display>(amount: Amount<T>, size: impl Fn(T) -> u32) -> Self {
        match amount {
            Amount::Locked(value) => Self { start: value.to_string(), ..Self::default() },
            Amount::Bounded(bounds) => Self {
                start: bounds.start.to_string(),
                moves: true,
                min: bounds.min.to_string(),
                max: bounds.max.to_string(),
                // The usual step may be too large for its bounds, where nobody wrote it; written, it is a fault.
                step: if size(bounds.step) > size(bounds.max).saturating_sub(size(bounds.min)) {
                    String::new()
                } else {
                    bounds.step.to_string()
                },
            },
        }
    }
}

fn levels(feel: Option<Feel>) -> [String; 2] {
    feel.map(|feel| [feel.from.to_string(), feel.to.to_string()]).unwrap_or_default()
}

fn typed(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

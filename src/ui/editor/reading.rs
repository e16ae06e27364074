//! What a draft comes to as it stands: its faults, its program, and as much of it as can be drawn up already.

use crate::practice::dose::Dose;
use crate::practice::library::{Region, Site};
use crate::practice::plan::Plan;
use crate::practice::program::draft::{
    AmountDraft, Draft, Faults, PlaceDraft, PointDraft, RoutineDraft, SidesDraft, Technique,
};
use crate::practice::program::{Limits, Point, Program, Routine};

/// A draft that was read, and what came of it.
#[derive(Debug, Default)]
pub struct Reading {
    of: Option<Draft>,
    /// What is wrong with it.
    pub faults: Faults,
    /// The program that it is, where nothing is wrong.
    pub program: Option<Program>,
    limits: Option<Limits>,
    points: Vec<Vec<Option<Point>>>,
}

impl Reading {
    /// Reads the draft again where it has changed.
    pub fn renew(&mut self, draft: &Draft) {
        if self.of.as_ref() == Some(draft) {
            return;
        }
        let (program, faults) = match draft.read() {
            Ok(program) => (Some(program), Faults::default()),
            Err(refusal) => (None, Faults::of(refusal)),
        };
        let read = |point: &PointDraft| alone(draft, point).and_then(point_of);
        self.points = draft.routines.iter().map(|routine| routine.points.iter().map(read).collect()).collect();
        self.limits = program.as_ref().map(|program| program.limits).or_else(|| Some(stub(draft)?.limits));
        (self.program, self.faults, self.of) = (program, faults, Some(draft.clone()));
    }

    /// The point in this place, where it can be read by itself.
    pub fn point(&self, routine: usize, point: usize) -> Option<&Point> {
        self.points.get(routine)?.get(point)?.as_ref()
    }

    /// The first day of a routine, as far as its points can be read, and how many cannot.
    pub fn first_day(&self, routine: usize) -> Option<(Plan, usize)> {
        let points = self.points.get(routine)?;
        let read: Vec<Point> = points.iter().flatten().cloned().collect();
        let left_out = points.len() - read.len();
        let limits = self.limits?;
        Some((Plan::first_day(&Routine { name: String::new(), points: read }, &limits), left_out))
    }
}

/// What the reader takes where a point leaves something out.
#[derive(Debug, Clone)]
pub struct Usual {
    of: (PlaceDraft, Technique, String),
    /// Every plain value.
    pub plain: PointDraft,
    /// Every value of bounds.
    pub bounded: PointDraft,
    /// The ceiling.
    pub ceiling: String,
    /// The feel band.
    pub feel: [String; 2],
}

impl Usual {
    /// Asks the reader what it takes at this point, once for each place and technique.
    pub fn at(kept: &mut Option<Self>, draft: &Draft, point: &PointDraft) -> Option<Self> {
        let of = (point.place.clone(), point.press.technique, draft.ceiling.clone());
        if kept.as_ref().is_none_or(|kept| kept.of != of) {
            *kept = Self::ask(draft, of);
        }
        kept.clone()
    }

    fn ask(draft: &Draft, of: (PlaceDraft, Technique, String)) -> Option<Self> {
        let mut point = PointDraft {
            place: asked(&of.0),
            sides: SidesDraft::Both,
            unlock: true,
            is_pressed: true,
            is_stretched: true,
            has_finish: true,
            ..PointDraft::default()
        };
        point.press.technique = of.1;
        let plain = alone(draft, &point).or_else(|| alone(&Draft::default(), &point))?;
        let amount = |start: &str, max: &str| AmountDraft {
            start: start.to_owned(),
            moves: true,
            max: max.to_owned(),
            ..AmountDraft::default()
        };
        point.press.hold = amount("10s", "90s");
        point.press.holds = amount("1", "6");
        point.stretch.hold = amount("10s", "120s");
        point.stretch.reps = amount("1", "4");
        point.ceiling = amount("2", "4");
        let bounded = alone(&Draft::default(), &point)?;
        let (plain_draft, limits) = (written(&plain)?, plain.limits);
        let day = Dose::start(&point_of(plain)?, &limits);
        let feel = day.feel(None);
        Some(Self {
            of,
            plain: plain_draft,
            bounded: written(&bounded)?,
            ceiling: day.ceiling.to_string(),
            feel: [feel.from.to_string(), feel.to.to_string()],
        })
    }
}

/// What the reader takes where a whole program leaves something out.
pub fn usual_program() -> Draft {
    stub(&Draft::default()).map(|program| Draft::of(&program)).unwrap_or_default()
}

/// A place to ask about: this one, or as much of it as is written yet.
fn asked(place: &PlaceDraft) -> PlaceDraft {
    let region = match place {
        PlaceDraft::Site(id) if Site::find(id).is_some() => return place.clone(),
        PlaceDraft::Own { region: Some(region), .. } => *region,
        PlaceDraft::Site(_) | PlaceDraft::Own { .. } => Region::Shoulder,
    };
    PlaceDraft::Own { name: "-".to_owned(), location: "-".to_owned(), region: Some(region), position: String::new() }
}

/// Reads a point by itself, inside the limits of its program.
fn alone(draft: &Draft, point: &PointDraft) -> Option<Program> {
    let program = Draft {
        title: "-".to_owned(),
        by: "-".to_owned(),
        ceiling: draft.ceiling.clone(),
        // A single point may be as long as any session.
        session: "30m".to_owned(),
        routines: vec![RoutineDraft { name: "-".to_owned(), points: vec![point.clone()] }],
        ..Draft::default()
    };
    program.read().ok()
}

/// A program of one point that can be read, with the ceiling as written where it can be.
fn stub(draft: &Draft) -> Option<Program> {
    let point = PointDraft {
        place: PlaceDraft::Site("upper-trapezius".to_owned()),
        sides: SidesDraft::Both,
        is_stretched: true,
        ..PointDraft::default()
    };
    alone(draft, &point).or_else(|| alone(&Draft::default(), &point))
}

fn point_of(mut program: Program) -> Option<Point> {
    program.routines.pop()?.points.pop()
}

fn written(program: &Program) -> Option<PointDraft> {
    Draft::of(program).routines.pop()?.points.pop()
}

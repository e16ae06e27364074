//! The program in force with the days behind it, read once as the screen is opened.

use jiff::civil::Date;

use super::model::{InForce, Model};
use crate::practice::dose::Dose;
use crate::practice::plan::LeadIns;
use crate::practice::program::{Program, Revision, Routine};
use crate::practice::progress::{Key, PointDay, Rule, fits};
use crate::ui::action::{KeptFile, PointNow, ProgramDraft, RevisionLine, RevisionTold, Rung, Steps};
use crate::words;
use crate::world::World;
use crate::world::history::History;
use crate::world::store::{Decided, KeptRevision, Taking};

/// So many steps up are looked through for the days of levels: years' worth.
const UPS: usize = 400;

/// What the screen is drawn from.
pub(super) struct ProgramPage {
    /// The day it was read on.
    pub today: Date,
    /// One list for each routine, one entry for each of its points.
    pub points: Vec<Vec<PointNow>>,
    pub revision: Option<RevisionTold>,
    pub revisions: Vec<RevisionLine>,
    /// Other programs that were in force: title, by whom, revision.
    pub before: Vec<(String, String, Revision)>,
    pub draft: ProgramDraft,
}

impl ProgramPage {
    /// Reads it.
    pub fn open(world: &World, model: &Model) -> Self {
        let today = world.clock.civil().date();
        let kept = world.store.taken().unwrap_or_default();
        let takings = world.store.takings().unwrap_or_default();
        let mut page = Self {
            today,
            points: Vec::new(),
            revision: None,
            revisions: Vec::new(),
            before: Vec::new(),
            draft: ProgramDraft::default(),
        };
        let title = model.program.as_ref().map(|now| now.program.title.as_str());
        let others = kept.iter().filter(|other| Some(other.title.as_str()) != title);
        page.before = others.map(|kept| (kept.title.clone(), kept.prescribed_by.clone(), kept.revision)).collect();
        if let Some(now) = &model.program {
            page.points = points(world, model, now);
            let own: Vec<_> = kept.iter().filter(|kept| kept.title == now.program.title).collect();
            page.revisions = revisions(&own, &takings, now, today);
            page.revision = Some(RevisionTold {
                number: page.revisions.len() - page.revisions.iter().position(|line| line.in_force).unwrap_or_default(),
                hash: now.revision.to_string().chars().take(8).collect(),
                file: file(world, now),
            });
        }
        page
    }
}

/// Where every point of every routine stands. Nothing is kept by looking.
fn points(world: &World, model: &Model, now: &InForce) -> Vec<Vec<PointNow>> {
    let ups = world.store.decisions(UPS, Some(Rule::Up)).unwrap_or_default();
    let of_routine = |(index, routine): (usize, &Routine)| {
        let lead_ins = LeadIns::from(world.settings.lead_ins);
        let (points, started) = match &model.day {
            Some(day) if index == model.routine => (day.rules.points.clone(), day.history.course.started),
            _ => {
                let instant = world.now();
                let mut history = History::read(world, &now.program, routine, instant);
                let allowed = history.allowed(&now.program);
                history.settle(&now.program, routine, &allowed, &lead_ins, instant);
                let rules = history.day(&now.program, routine, &allowed, &lead_ins, instant, None);
                (rules.points, history.course.started)
            }
        };
        let doses: Vec<_> = points.iter().map(|point| point.standing.dose).collect();
        let point = |(at, (point, on)): (usize, (&PointDay, &crate::practice::program::Point))| {
            let key = Key::of(routine, on);
            let is_within = |dose: &Dose| fits(routine, &doses, at, dose, &now.program, &lead_ins);
            let standing = &point.standing;
            PointNow {
                // An easy day is today's alone: what is in force is what the next planned session takes.
                dose: Dose { ceiling: standing.dose.ceiling.min(seen(point)), ..standing.dose },
                place: words::place::with_sides(on),
                steps: steps(point, is_within, started, |change| day_of(&ups, &key, change)),
            }
        };
        points.iter().zip(&routine.points).enumerate().map(point).collect()
    };
    now.program.routines.iter().enumerate().map(of_routine).collect()
}

/// The limit of today, which a clinician's condition may have lowered; that of an easy session is as the standing has it.
fn seen(point: &PointDay) -> crate::practice::measure::Discomfort {
    let easy = point.standing.ladder.easy(&point.standing.dose);
    if point.dose == easy { point.standing.dose.ceiling } else { point.dose.ceiling }
}

fn steps(
    point: &PointDay,
    is_within: impl Fn(&Dose) -> bool,
    started: Option<Date>,
    reached: impl Fn(crate::practice::progress::Change) -> Option<Date>,
) -> Steps {
    let ladder = &point.standing.ladder;
    let (doses, here) = ladder.place(&point.standing.dose, is_within);
    if doses.len() < 2 {
        return Steps::Still(words::program::still(ladder));
    }
    let rises: Vec<_> = doses.windows(2).filter_map(|pair| pair[0].changes_to(&pair[1]).first().copied()).collect();
    let mut amounts: Vec<_> = rises.iter().map(|change| change.amount).collect();
    amounts.dedup();
    let several = amounts.len() > 1;
    let rung = |(i, dose): (usize, &Dose)| {
        let change = i.checked_sub(1).and_then(|before| rises.get(before));
        let on = match change {
            _ if i >= here => None,
            Some(change) => reached(*change),
            None => started,
        };
        let is_stretch = change.is_some_and(|change| change.amount == crate::practice::program::Raisable::Stretch);
        Rung {
            words: words::progress::rung(dose, i.checked_sub(1).and_then(|before| doses.get(before))),
            kind: change.filter(|_| several && is_stretch).map(|change| words::program::amount(change.amount)),
            below: match on {
                _ if i == here => words::program::here(),
                Some(on) => words::program::reached(on),
                None => words::program::level(i + 1),
            },
        }
    };
    let what = amounts.iter().map(|amount| words::program::amount(*amount)).collect::<Vec<_>>().join(", ");
    Steps::Ladder { what, rungs: doses.iter().enumerate().map(rung).collect(), here }
}

/// The last day on which a step up to this amount got a yes.
fn day_of(ups: &[Decided], key: &Key, change: crate::practice::progress::Change) -> Option<Date> {
    let is_it = |decided: &&Decided| {
        let decision = &decided.decision;
        decided.key == *key
            && decision.accepted == Some(true)
            && decision.changes.iter().any(|made| (made.amount, made.to) == (change.amount, change.to))
    };
    ups.iter().find(is_it).map(|decided| decided.day)
}

/// The revisions of the program in force, the newest first: numbered in the order in which they came into force first.
fn revisions(own: &[&KeptRevision], takings: &[Taking], now: &InForce, today: Date) -> Vec<RevisionLine> {
    let first = |revision: Revision| takings.iter().position(|taking| taking.revision == revision);
    let mut own = own.to_vec();
    own.sort_by_key(|kept| first(kept.revision));
    let mut before: Option<Program> = None;
    let mut lines = Vec::new();
    for (index, kept) in own.iter().enumerate() {
        let program = Program::read(&kept.bytes).ok();
        let changes = match &program {
            Some(program) if index == 0 || before.is_some() => words::program::changes(before.as_ref(), program),
            Some(_) | None => vec![words::program::unreadable()],
        };
        lines.push(RevisionLine {
            revision: kept.revision,
            title: words::program::revision(index + 1),
            when: words::program::in_force(&periods(kept.revision, takings), today),
            changes,
            in_force: kept.revision == now.revision,
        });
        before = program;
    }
    lines.reverse();
    lines
}

/// When a revision was in force: each time until the day on which another one was taken.
fn periods(revision: Revision, takings: &[Taking]) -> Vec<(Date, Option<Date>)> {
    let mut periods: Vec<(Date, Option<Date>)> = Vec::new();
    for (i, taking) in takings.iter().enumerate().filter(|(_, taking)| taking.revision == revision) {
        let until = takings[i + 1..].iter().find(|next| next.revision != revision).map(|next| next.at.date());
        let from = taking.at.date();
        if periods.last().is_none_or(|last| last.1 != until) {
            periods.push((from, until));
        }
    }
    periods
}

/// Whether the journal has the program's file as it came.
fn file(world: &World, now: &InForce) -> KeptFile {
    let kept = world.store.revision(now.revision).ok().flatten();
    let is_it = |kept: &KeptRevision| {
        Revision::of(&kept.bytes) == now.revision
            && Program::read(&kept.bytes).is_ok_and(|program| program == now.program)
    };
    if kept.as_ref().is_some_and(is_it) { KeptFile::Complete } else { KeptFile::Missing }
}

//! Marks on the body: kept, taken back, and what they say about the pain before a session.

use jiff::civil::Date;

use super::App;
use super::model::Model;
use super::notices;
use super::screen::{Check, Origin, Screen};
use crate::practice::hurts::{Hurt, Marking, Quality, Spot, lies_in, standing, worked};
use crate::practice::plan::LeadIns;
use crate::practice::program::{Point, Routine};
use crate::practice::session::Ending;
use crate::practice::setup::Setup;
use crate::ui::action::{Asked, HurtRow, OnlyPoint, PointDay, Room, Today};
use crate::ui::check::CheckDraft;
use crate::words;
use crate::world::World;
use crate::world::store::{AnswerMoment, Saved, Ticket};

/// So many lines are read: some years of marks every day.
const LINES: usize = 4000;

/// Where the pain before a session was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PainFrom {
    /// A click on Today, or nothing yet.
    Person,
    /// Marks on the body: they may change it.
    Marks,
}

/// What was marked on the body.
#[derive(Default)]
pub(super) struct Hurts {
    /// Every line, the oldest first.
    lines: Vec<Marking>,
    /// The marks that stand, the newest first.
    pub standing: Vec<Marking>,
    /// The last one on its way.
    ticket: Option<Ticket>,
}

impl Hurts {
    /// Reads what was kept.
    pub fn open(world: &World) -> Self {
        let lines = world.store.marked(LINES).unwrap_or_default();
        Self { standing: standing(&lines), lines, ticket: None }
    }

    /// Keeps a line.
    fn add(&mut self, world: &World, spot: Spot, told: Option<Hurt>) {
        let marking = Marking { at: world.clock.civil(), spot, told };
        self.ticket = Some(world.store.hurts(&marking));
        self.lines.push(marking);
        self.standing = standing(&self.lines);
    }

    /// Returns true once everything is on the disk.
    pub fn is_kept(&self, world: &World) -> bool {
        world.store.is_kept() && self.ticket.is_none_or(|ticket| world.store.state(ticket) == Saved::Kept)
    }

    /// The marks of today that stand.
    fn of_today(&self, today: Date) -> Vec<Marking> {
        self.standing.iter().filter(|marking| marking.day() == today).cloned().collect()
    }
}

impl App {
    /// Keeps a mark. What may come from a nerve leads to the list of signs.
    pub(super) fn mark_hurt(&mut self, spot: Spot, hurt: Hurt) {
        let asks = hurt.qualities.iter().copied().any(Quality::asks_for_signs);
        self.change_mark(spot, Some(hurt));
        if !asks {
            return;
        }
        self.screen = Screen::Today;
        if !self.ask_gate() {
            let check =
                Check { draft: CheckDraft::default(), from: Origin::Today, why: Some(words::hurts::why_signs()) };
            self.screen = Screen::Check(Box::new(check));
        }
    }

    /// Takes back the mark that stands today at a spot.
    pub(super) fn take_back_hurt(&mut self, spot: Spot) {
        let today = self.world.clock.civil().date();
        let stands = |marking: &Marking| marking.spot == spot && marking.day() == today;
        if self.model.hurts.standing.iter().any(stands) {
            self.change_mark(spot, None);
        }
    }

    /// Only a mark in a part that today's routine works can change what is asked about it.
    fn change_mark(&mut self, spot: Spot, told: Option<Hurt>) {
        let is_worked = self.model.today().is_some_and(|(_, routine)| lies_in(&spot, routine));
        self.model.hurts.add(&self.world, spot, told);
        if is_worked {
            self.model.answer_from_marks(&self.world);
            self.model.hear_marks(&self.world);
        }
    }

    /// Goes to Today with every other point left out.
    pub(super) fn only_point(&mut self, only: OnlyPoint) {
        if self.model.routine != only.routine {
            self.model.choose_routine(&self.world, only.routine);
        }
        let Some((_, routine)) = self.model.today() else { return };
        let Some(point) = routine.points.get(only.point) else { return };
        let (count, place) = (routine.points.len(), words::place::point_of(point));
        self.model.skipped = (0..count).map(|index| index != only.point).collect();
        self.model.draw_up(&self.world);
        if count > 1 {
            self.model.banners.push(notices::only_this(&place, count - 1));
        }
        self.go(Room::Today);
    }

    /// The point of the program at the chosen spot, where it may be worked today, with the length of a session of it alone.
    pub(super) fn only(&self) -> Option<(OnlyPoint, std::time::Duration)> {
        let chosen = self.model.body.spot()?;
        let (kept, today) = self.model.today()?;
        let is_here = |routine: &Routine| {
            let is_here = |point: &Point| point.place.id() == chosen.site && point.sides.each().contains(&chosen.side);
            routine.points.iter().position(is_here)
        };
        let lead_ins = LeadIns::from(self.world.settings.lead_ins);
        if let Some(point) = is_here(today) {
            let (day, shown) = (self.model.day.as_ref()?, self.model.shown.as_ref()?);
            let may_be = matches!(shown.session, Today::Planned | Today::Easy { .. })
                && matches!(shown.points.get(point), Some(PointDay::Worked));
            let skipped: Vec<_> = (0..today.points.len()).map(|index| index != point).collect();
            let mut setup = day.setup(today, &skipped, lead_ins);
            setup.answer_by = self.world.settings.answer_by();
            let total = setup.draw(today, &kept.program.limits).total();
            return may_be.then_some((OnlyPoint { routine: self.model.routine, point }, total));
        }
        // Of another routine the rules say what they say once it is chosen: its first dose tells how long it is, about.
        let mut routines = kept.program.routines.iter().enumerate();
        let (routine, of, point) = routines.find_map(|(index, of)| Some((index, of, is_here(of)?)))?;
        let skipped: Vec<_> = (0..of.points.len()).map(|index| index != point).collect();
        let mut setup = Setup::first_day(of, &kept.program.limits, &skipped, lead_ins);
        setup.answer_by = self.world.settings.answer_by();
        Some((OnlyPoint { routine, point }, setup.draw(of, &kept.program.limits).total()))
    }
}

impl Model {
    /// Works another routine today.
    pub fn choose_routine(&mut self, world: &World, index: usize) {
        self.routine = index;
        self.skipped.clear();
        self.day = None;
        self.look_back(world);
        self.answer_from_marks(world);
    }

    /// Takes the pain before today's session from the marks of today, the strongest that lies in a part it works, as long as
    /// nobody answered otherwise. With the marks gone, what came from them goes too.
    pub fn answer_from_marks(&mut self, world: &World) {
        let is_given = matches!(self.pain, Asked::Given { .. });
        if is_given && self.pain_from == PainFrom::Person {
            return;
        }
        let Some((_, routine)) = self.today() else { return };
        let marks = self.counting_marks(world);
        let strongest = worked(&marks, routine).first().map(|(_, hurt)| hurt.pain);
        if strongest == self.pain_before() {
            return;
        }
        if strongest.is_none() && !is_given {
            return;
        }
        self.pain_ticket = Some(world.store.pain(None, AnswerMoment::Before, strongest, &world.clock.civil()));
        self.pain_from = if strongest.is_some() { PainFrom::Marks } else { PainFrom::Person };
        self.pain = strongest.map_or(Asked::Open, |pain| Asked::Given { pain, kept: false });
        self.look_back(world);
    }

    /// As the day is opened anew: an answer that was given after the marks, and is another, is not overruled by them.
    pub fn reopen_from_marks(&mut self, world: &World) {
        let Some((_, routine)) = self.today() else { return };
        let marks = self.counting_marks(world);
        let worked = worked(&marks, routine);
        let Some(strongest) = worked.first().map(|(_, hurt)| hurt.pain) else { return };
        let Some(last) = worked.iter().map(|(marking, _)| marking.at.timestamp()).max() else { return };
        let answers = world.store.pain_answers(last).unwrap_or_default();
        let before =
            |answer: &&crate::world::store::Answer| answer.session.is_none() && answer.moment == AnswerMoment::Before;
        match answers.iter().rfind(before) {
            None => self.answer_from_marks(world),
            Some(answer) if answer.level == Some(strongest.score()) => {
                self.pain = Asked::Given { pain: strongest, kept: world.store.is_kept() };
                self.pain_from = PainFrom::Marks;
                self.look_back(world);
            }
            Some(_) => {}
        }
    }

    /// Puts into words what Today says about marks.
    pub fn hear_marks(&mut self, world: &World) {
        self.marks_say = self.told_by_marks(world);
    }

    /// That marks are the answer, or that they say more than it.
    fn told_by_marks(&self, world: &World) -> Option<String> {
        let (_, routine) = self.today()?;
        let pain = self.pain_before()?;
        let marks = self.counting_marks(world);
        let worked = worked(&marks, routine);
        let (_, strongest) = worked.first()?;
        if self.pain_from == PainFrom::Marks {
            Some(words::hurts::answer(&worked))
        } else {
            (strongest.pain > pain).then(|| words::hurts::more(&worked))
        }
    }

    /// The marks of today since the last session: what came before it was said before it.
    fn counting_marks(&self, world: &World) -> Vec<Marking> {
        let mut marks = self.hurts.of_today(world.clock.civil().date());
        if marks.is_empty() {
            return marks;
        }
        let lately = world.store.sessions(LATELY, None).unwrap_or_default();
        let last = lately.iter().find(|row| row.ending != Some(Ending::Discarded)).map(|row| row.started.timestamp());
        marks.retain(|marking| last.is_none_or(|last| marking.at.timestamp() > last));
        marks
    }
}

/// The last sessions, of which one is looked for that was not discarded.
const LATELY: usize = 8;

/// The marks as the Journal lists them, the newest first.
pub(super) fn rows(standing: &[Marking]) -> Vec<HurtRow> {
    let row = |marking: &Marking| HurtRow {
        day: marking.day(),
        time: marking.at.strftime("%H:%M").to_string(),
        words: words::hurts::in_journal(marking),
    };
    standing.iter().map(row).collect()
}

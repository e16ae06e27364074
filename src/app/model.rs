//! What is known: the program in force, today's choices, and what the screens are drawn from.

use std::collections::HashSet;
use std::time::Duration;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::day::Day;
use super::editing::Drafts;
use super::hurts::{self, Hurts, PainFrom};
use super::notices;
use crate::practice::measure::Pain;
use crate::practice::plan::{LeadIns, Plan};
use crate::practice::program::{Program, Revision, Routine, Schedule};
use crate::practice::progress::{Rule, Whole};
use crate::practice::session::{Ending, Input, Session};
use crate::practice::setup::Setup;
use crate::ui::action::{Asked, Banner, Broken, DayMark, DayView, DecisionRow, HurtRow, JournalRow, ReleaseDraft};
use crate::ui::body::BodyDraft;
use crate::words;
use crate::world::drafts;
use crate::world::stage::{Stage, broken, plan_of};
use crate::world::store::{Decided, OpenFlag, Saved, Scale, SessionRow, Ticket, Unfinished};
use crate::world::{Found, World};

/// What is known.
pub(super) struct Model {
    pub program: Option<InForce>,
    pub routine: usize,
    pub skipped: Vec<bool>,
    pub setup: Option<Setup>,
    /// What the rules say about today; none without a program.
    pub day: Option<Day>,
    pub shown: Option<DayView>,
    pub release: ReleaseDraft,
    pub total: Duration,
    pub pain: Asked,
    pub pain_ticket: Option<Ticket>,
    pub pain_from: PainFrom,
    /// What marks say about it, in words.
    pub marks_say: Option<String>,
    pub hurts: Hurts,
    /// What is chosen and filled in on Body: it stays until the window is closed.
    pub body: BodyDraft,
    pub nothing_new: bool,
    pub broken: Option<(Unfinished, Broken)>,
    pub month: Vec<DayMark>,
    pub banners: Vec<Banner>,
    /// Programs that are being written.
    pub drafts: Drafts,
    pub refused: Option<(String, Vec<String>)>,
    /// True while a banner says that nothing can be written.
    trouble_told: bool,
    /// True while a banner says that the journal cannot be read.
    unread_told: bool,
}

/// The program in force.
pub(super) struct InForce {
    pub program: Program,
    pub revision: Revision,
}

/// The sessions of one month, three a day.
const MONTH: usize = 96;
/// The sessions that the Journal reads at once: a few milliseconds' worth.
const PAGE: usize = 100;
/// The decisions that the Journal lists: some months' worth.
const DECISIONS: usize = 400;

impl Model {
    /// Reads what was kept.
    pub fn open(world: &World, found: &[Found]) -> Self {
        let mut model = Self {
            program: None,
            routine: 0,
            skipped: Vec::new(),
            setup: None,
            day: None,
            shown: None,
            release: ReleaseDraft::default(),
            total: Duration::ZERO,
            pain: Asked::Open,
            pain_ticket: None,
            pain_from: PainFrom::Person,
            marks_say: None,
            hurts: Hurts::open(world),
            body: BodyDraft::default(),
            nothing_new: false,
            broken: None,
            month: Vec::new(),
            banners: found.iter().map(notices::found).collect(),
            drafts: Drafts::default(),
            refused: None,
            trouble_told: false,
            unread_told: false,
        };
        if let Ok(Some(kept)) = world.store.in_force()
            && let Ok(program) = Program::read(&kept.bytes)
        {
            model.program = Some(InForce { program, revision: kept.revision });
        }
        model.find_drafts(world);
        model.find_broken(world);
        model.new_day(world);
        model
    }

    /// Begins the day anew: nothing is answered yet.
    pub fn new_day(&mut self, world: &World) {
        self.pain = Asked::Open;
        self.pain_ticket = None;
        self.pain_from = PainFrom::Person;
        self.nothing_new = false;
        self.skipped.clear();
        self.day = None;
        self.release = ReleaseDraft::default();
        self.look_back(world);
        self.reopen_from_marks(world);
        self.end_broken_behind_lock(world);
        self.month = month(world, self.program.as_ref().map(|kept| self.schedule(&kept.program)).as_ref());
    }

    /// Returns the days that are planned: fewer where the person chose so (W3).
    pub fn schedule(&self, program: &Program) -> Schedule {
        let maintains = self.day.as_ref().is_some_and(|day| day.history.course.maintains);
        if maintains { program.schedule.maintained() } else { program.schedule.clone() }
    }

    /// Looks again at what the rules say, after something was answered.
    pub fn look_back(&mut self, world: &World) {
        let Some(kept) = &self.program else { return };
        self.routine = self.routine.min(kept.program.routines.len().saturating_sub(1));
        let Some(routine) = kept.program.routines.get(self.routine) else { return };
        world.sound.prepare(routine.points.iter().map(|point| &point.place));
        let day = Day::open(world, kept, routine, self.pain_before(), self.day.take());
        match &day.history.unread {
            Some(fault) if !self.unread_told => {
                self.unread_told = true;
                self.banners.push(notices::unread(fault));
            }
            None => self.unread_told = false,
            Some(_) => {}
        }
        self.day = Some(day);
        self.draw_up(world);
        self.hear_marks(world);
    }

    /// Draws today's session up again after a choice.
    pub fn draw_up(&mut self, world: &World) {
        let (Some(kept), Some(day)) = (&self.program, &self.day) else { return };
        let Some(routine) = kept.program.routines.get(self.routine) else { return };
        self.skipped.resize(routine.points.len(), false);
        let mut setup = day.setup(routine, &self.skipped, LeadIns::from(world.settings.lead_ins));
        setup.answer_by = world.settings.answer_by();
        self.total = setup.draw(routine, &kept.program.limits).total();
        self.setup = Some(setup);
        self.shown = Some(day.view(world, kept, routine));
    }

    /// Returns true where a session may begin: nothing locks or rests the whole day, and the long list is answered.
    pub fn may_start(&self) -> bool {
        let is_asked = |day: &Day| day.after.as_ref().is_some_and(|after| after.pain == Asked::Open);
        let works = |day: &Day| {
            matches!(day.rules.whole, Whole::Planned | Whole::Easy(_)) && day.due.is_none() && !is_asked(day)
        };
        let has_points = self.setup.as_ref().is_some_and(|setup| !setup.points.is_empty());
        self.nothing_new && has_points && self.day.as_ref().is_some_and(works)
    }

    /// Returns the routine chosen for today.
    pub fn today(&self) -> Option<(&InForce, &Routine)> {
        let kept = self.program.as_ref()?;
        Some((kept, kept.program.routines.get(self.routine)?))
    }

    /// Looks after what is on its way to the disk: what is kept is said to be kept, and trouble is told once.
    pub fn settle(&mut self, world: &World) {
        settle(world, self.pain_ticket, &mut self.pain);
        if let Some(after) = self.day.as_mut().and_then(|day| day.after.as_mut()) {
            let asked = after.pain;
            settle(world, after.ticket, &mut after.pain);
            if after.pain != asked
                && let Some(shown) = self.shown.as_mut().and_then(|shown| shown.day_after.as_mut())
            {
                shown.pain = after.pain;
            }
        }
        self.banners.extend(world.store.notices().into_iter().map(|notice| notices::found(&Found::Journal(notice))));
        match world.store.trouble() {
            Some(fault) if !self.trouble_told => {
                self.trouble_told = true;
                self.banners.push(notices::trouble(&fault));
            }
            None => self.trouble_told = false,
            Some(_) => {}
        }
    }

    /// Pain before, if it was answered.
    pub fn pain_before(&self) -> Option<Pain> {
        match self.pain {
            Asked::Given { pain, .. } => Some(pain),
            Asked::Open | Asked::NotNow => None,
        }
    }

    /// A session that was broken off behind a sign or a lock is kept as far as it went: nothing of it is pressed any more.
    fn end_broken_behind_lock(&mut self, world: &World) {
        let Some((unfinished, _)) = &self.broken else { return };
        let is_locked = self.day.as_ref().is_some_and(|day| day.rules.whole == Whole::Locked);
        let is_marked = |flags: Vec<OpenFlag>| flags.iter().any(|flag| flag.session == Some(unfinished.id));
        if !is_locked && !world.store.open_flags().map_or(true, is_marked) {
            return;
        }
        if let Some(mut stage) = Stage::take_up(world, unfinished) {
            stage.put(world, Input::FinishEarly);
        }
        self.broken = None;
        self.look_back(world);
    }

    /// Finds the programs that were being written. A file that is none is left alone, and told.
    fn find_drafts(&mut self, world: &World) {
        let Some(folder) = &world.folder else { return };
        let (drafts, unread) = drafts::list(folder);
        self.drafts.kept = drafts;
        self.banners.extend(unread.iter().map(notices::draft_unread));
    }

    /// Finds a session that may be taken up.
    fn find_broken(&mut self, world: &World) {
        let Some(unfinished) = broken(world) else { return };
        match plan_of(&unfinished) {
            Some(plan) => {
                let broken = describe(&plan, &unfinished);
                self.broken = Some((unfinished, broken));
            }
            None => self.banners.push(notices::unreadable_session()),
        }
    }
}

/// Where a session was broken off.
fn describe(plan: &Plan, unfinished: &Unfinished) -> Broken {
    let session = Session::replay(plan.clone(), &unfinished.events, unfinished.seen_at);
    let moment = session.moment(unfinished.seen_at);
    let step = moment.map(|moment| moment.step.clone());
    // Between two holds it is the one to come that is named.
    let index = moment.map_or(0, |moment| moment.index);
    let work = session.plan().steps().get(index..).unwrap_or_default().iter().find(|step| step.kind.is_work());
    let named = step.filter(|step| step.kind.is_work()).or_else(|| work.cloned());
    Broken {
        routine: unfinished.routine.clone(),
        site: named
            .as_ref()
            .and_then(|step| session.plan().spot(step))
            .map_or_else(String::new, |spot| spot.place.id().to_owned()),
        side: named.as_ref().and_then(|step| step.side),
        step: named.as_ref().map_or_else(String::new, |step| step.kind.id().to_owned()),
        round: named.as_ref().map_or(1, |step| step.round),
        rounds: named.as_ref().map_or(1, |step| step.rounds),
    }
}

/// Says that an answer is kept once it is.
pub(super) fn settle(world: &World, ticket: Option<Ticket>, asked: &mut Asked) {
    if let (Some(ticket), Asked::Given { kept, .. }) = (ticket, asked)
        && !*kept
    {
        *kept = world.store.is_kept() && matches!(world.store.state(ticket), Saved::Kept);
    }
}

/// Draws the month: what was done, and the planned days still to come.
fn month(world: &World, schedule: Option<&Schedule>) -> Vec<DayMark> {
    let today = world.clock.civil().date();
    let rows = world.store.sessions(MONTH, None).unwrap_or_default();
    let first = today.first_of_month();
    (0..today.days_in_month())
        .filter_map(|day| first.checked_add(i32::from(day).days()).ok())
        .map(|day| mark(day, today, &rows, schedule))
        .collect()
}

fn mark(day: Date, today: Date, rows: &[SessionRow], schedule: Option<&Schedule>) -> DayMark {
    let on_day = |row: &&SessionRow| row.started.date() == day;
    let ended = |ending: Ending| rows.iter().filter(on_day).any(|row| row.ending == Some(ending));
    if ended(Ending::Finished) {
        DayMark::Done
    } else if ended(Ending::Early) {
        DayMark::Part
    } else if day >= today && schedule.is_some_and(|schedule| schedule.is_planned(day.weekday())) {
        DayMark::Planned
    } else {
        DayMark::None
    }
}

/// The decisions of the Journal, the newest first. Of those that one day's answers brought about it lists the last: an answer
/// may have been changed.
fn decision_rows(world: &World) -> Vec<DecisionRow> {
    let decided = world.store.decisions(DECISIONS, None).unwrap_or_default();
    let is_settled = |decided: &Decided| decided.decision.class.is_some() && decided.decision.accepted.is_none();
    let mut told = HashSet::new();
    let is_last = |decided: &&Decided| !is_settled(decided) || told.insert((decided.day, decided.key.clone()));
    let tells = |decided: &&Decided| {
        let decision = &decided.decision;
        !decision.changes.is_empty() || decision.accepted.is_some() || decision.rule != Rule::Green
    };
    let row = |decided: &Decided| {
        let said = decided.said.as_ref().map(|said| (said.by.as_str(), said.on));
        let told = words::progress::in_journal(&decided.sentence, decided.day, said);
        let why = words::progress::why(decided.decision.rule, decided.decision.answers.as_ref());
        DecisionRow { way: super::day::way(&decided.decision), stressed: told.stressed, plain: told.plain, why }
    };
    decided.iter().filter(is_last).filter(tells).map(row).collect()
}

/// The rows of the Journal, newest first, read a page at a time: the first is there at once, however long the journal.
#[derive(Default)]
pub(super) struct Journal {
    pub rows: Vec<JournalRow>,
    pub hurts: Vec<HurtRow>,
    pub decisions: Vec<DecisionRow>,
    /// Where the next page begins; none once all is read.
    older_than: Option<Timestamp>,
}

impl Journal {
    /// Reads the newest page.
    pub fn open(world: &World, hurts: &Hurts) -> Self {
        let hurts = hurts::rows(&hurts.standing);
        let mut journal = Self { decisions: decision_rows(world), hurts, ..Self::default() };
        journal.read(world, None);
        journal
    }

    /// Reads the next page, and returns true while there is another.
    pub fn read_on(&mut self, world: &World) -> bool {
        if let Some(older_than) = self.older_than.take() {
            self.read(world, Some(older_than));
        }
        self.older_than.is_some()
    }

    fn read(&mut self, world: &World, older_than: Option<Timestamp>) {
        let page = world.store.sessions(PAGE, older_than).unwrap_or_default();
        self.older_than = page.last().filter(|_| page.len() == PAGE).map(|row| row.started.timestamp());
        self.rows.extend(page.iter().map(journal_row));
    }
}

fn journal_row(row: &SessionRow) -> JournalRow {
    let level = |level: Option<u8>| level.and_then(Pain::new);
    let answers = row.answers.iter().filter(|answer| answer.scale != Scale::Pain).map(|answer| {
        let place = answer.site.as_deref().map(|site| words::place::sided(site, answer.side)).unwrap_or_default();
        let asked = match answer.scale {
            Scale::Symptoms => words::journal::symptoms(),
            _ => words::journal::after_hold(&place, answer.round.unwrap_or(1)),
        };
        let told = match answer.scale {
            Scale::Symptoms if answer.level.is_some() => words::journal::yes(),
            _ => words::journal::level(answer.level),
        };
        (asked, told)
    });
    JournalRow {
        day: row.started.date(),
        weekday: row.started.weekday(),
        time: row.started.strftime("%H:%M").to_string(),
        title: words::journal::title(&row.title, &row.routine),
        ending: words::journal::ending(row.ending),
        active: row.lasted,
        pain: (level(row.pain_before.level()), level(row.pain_after.level())),
        answers: answers.collect(),
        note: row.note.clone(),
    }
}

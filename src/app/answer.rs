//! Answers that the rules go by: kept at once, then looked at again.

use jiff::civil::Date;

use super::App;
use super::day::line;
use super::hurts::PainFrom;
use super::screen::{Check, Origin, Screen};
use crate::practice::insight::days_after;
use crate::practice::measure::Pain;
use crate::practice::progress::{Answers, Class, Key, because, class};
use crate::practice::safety::effects::AfterEffects;
use crate::practice::safety::gate::{Answered, Condition};
use crate::practice::safety::{Flag, Sign};
use crate::ui::action::{Asked, DecisionLine, Way};
use crate::ui::check::CheckDraft;
use crate::words;
use crate::world::history::History;
use crate::world::store::{AnswerMoment, Said};

/// A planned day is looked for this far ahead.
const AHEAD: i32 = 14;

impl App {
    /// Pain now: on the day after a session it is the answer to the question about that one, too.
    pub(super) fn pain_before(&mut self, pain: Option<Pain>) {
        self.keep_pain_before(pain);
        if let Some(day) = &mut self.model.day
            && let Some(after) = &mut day.after
            && after.is_before_too(self.world.now())
            && pain.is_some()
        {
            after.keep_pain(&self.world, pain);
        }
        self.model.look_back(&self.world);
    }

    /// Pain on the day after: up to 36 hours after the session it is the pain before today's, too.
    pub(super) fn pain_next_day(&mut self, pain: Option<Pain>) {
        let Some(day) = &mut self.model.day else { return };
        let now = day.now();
        let Some(after) = &mut day.after else { return };
        after.ticket = after.keep_pain(&self.world, pain);
        after.pain = pain.map_or(Asked::NotNow, |pain| Asked::Given { pain, kept: false });
        if after.is_before_too(now) && pain.is_some() {
            self.keep_pain_before(pain);
        }
        self.model.look_back(&self.world);
    }

    fn keep_pain_before(&mut self, pain: Option<Pain>) {
        let now = self.world.clock.civil();
        self.model.pain_ticket = Some(self.world.store.pain(None, AnswerMoment::Before, pain, &now));
        self.model.pain = pain.map_or(Asked::NotNow, |pain| Asked::Given { pain, kept: false });
        self.model.pain_from = PainFrom::Person;
    }

    /// After-effects on the day after. One that is a sign at which to stop leads to the list of signs.
    pub(super) fn effects_next_day(&mut self, told: &AfterEffects) {
        let Some(after) = self.model.day.as_mut().and_then(|day| day.after.as_mut()) else { return };
        let sign = new_sign(&after.effects, told);
        after.ticket = after.keep_effects(&self.world, told).or(after.ticket);
        after.effects = told.clone();
        self.model.look_back(&self.world);
        if let Some(sign) = sign {
            self.screen = Screen::Check(Box::new(Check { draft: ticked(sign), from: Origin::Today, why: None }));
        }
    }

    /// After-effects right after the session.
    pub(super) fn effects_after(&mut self, told: &AfterEffects) {
        let Screen::Summary(summary) = &mut self.screen else { return };
        let sign = new_sign(&summary.effects, told);
        self.world.store.effects(&summary.id, AnswerMoment::After, told, &self.world.clock.civil());
        summary.effects = told.clone();
        self.foresee();
        let Some(sign) = sign else { return };
        if let Screen::Summary(summary) = std::mem::replace(&mut self.screen, Screen::Today) {
            self.screen =
                Screen::Check(Box::new(Check { draft: ticked(sign), from: Origin::Summary(summary), why: None }));
        }
    }

    /// "Nothing new since last time": where the long list is due, that is asked first.
    pub(super) fn nothing_new(&mut self) {
        if self.ask_gate() {
            return;
        }
        self.model.nothing_new = true;
        // The card is open by the time of Start, so that the first sound is on time too.
        self.world.sound.wake();
    }

    /// Shows the long list where it is due, and returns whether it is.
    pub(super) fn ask_gate(&mut self) -> bool {
        let is_due = self.model.day.as_ref().is_some_and(|day| day.due.is_some());
        if is_due {
            self.screen = Screen::Gate(Box::default());
        }
        is_due
    }

    /// The long list is answered: nothing new stands with it.
    pub(super) fn answer_gate(&mut self, conditions: &[Condition]) {
        self.keep_gate(conditions);
        self.screen = Screen::Today;
        self.model.nothing_new = true;
        self.model.look_back(&self.world);
        self.world.sound.wake();
    }

    fn keep_gate(&self, conditions: &[Condition]) {
        let (Some(kept), Some(day)) = (&self.model.program, &self.model.day) else { return };
        let now = self.world.clock.civil();
        let regions = kept.program.regions();
        let answered = Answered::after(day.history.gate.as_ref(), now.date(), regions, conditions);
        self.world.store.answer_gate(&answered, None, &now);
    }

    /// A sign that was ticked on the long list is told like one of the short list; what else was ticked is kept.
    pub(super) fn gate_becomes_check(&mut self) {
        let Screen::Gate(draft) = &self.screen else { return };
        let regions = self.model.program.as_ref().map(|kept| kept.program.regions()).unwrap_or_default();
        self.keep_gate(&draft.conditions(&regions));
        let draft = CheckDraft { ticked: draft.signs.clone() };
        self.screen = Screen::Check(Box::new(Check { draft, from: Origin::Today, why: None }));
    }

    /// A clinician has said to go on. A day in the future, or no name, releases nothing.
    pub(super) fn release(&mut self, lock: usize, by: &str, on: Date) {
        let today = self.world.clock.civil().date();
        let by = by.trim().to_owned();
        if by.is_empty() || on > today {
            return;
        }
        if let Some(day) = &mut self.model.day {
            day.release(&self.world, lock, &Said { by, on });
        }
        self.model.release = crate::ui::action::ReleaseDraft::default();
        self.model.look_back(&self.world);
    }

    /// Two or three days a week from now on.
    pub(super) fn maintain(&mut self) {
        if let (Some((_, routine)), Some(day)) = (self.model.today(), &self.model.day) {
            day.maintain(&self.world, routine);
        }
        self.model.new_day(&self.world);
    }

    /// What was chosen on Today is kept as the session begins.
    pub(super) fn keep_decisions(&mut self) {
        let Some(routine) = self.model.today().map(|(_, routine)| routine.clone()) else { return };
        if let Some(day) = &mut self.model.day {
            day.keep_easy(&self.world, &routine);
            day.answer_offer(&self.world, &routine);
        }
    }

    /// Says on Summary what is known of the next session already.
    pub(super) fn foresee(&mut self) {
        let Some((kept, routine)) = self.model.today() else { return };
        let Screen::Summary(summary) = &self.screen else { return };
        let history = History::read(&self.world, &kept.program, routine, self.world.now());
        let record = history.ids.iter().zip(&history.records).find(|(id, _)| **id == summary.id);
        let Some((_, record)) = record else { return };
        let mut next = Vec::new();
        let mut same = 0;
        for point in &routine.points {
            let (site, sides) = (point.place.id(), point.sides);
            if !record.worked(site, sides) {
                continue;
            }
            match foreseen(&Key::of(routine, point), record.answers(site, sides)) {
                Some(line) => next.push(line),
                None => same += 1,
            }
        }
        if same > 0 {
            next.insert(0, line(Way::Same, words::progress::next_same(same), String::new()));
        }
        if let Screen::Summary(summary) = &mut self.screen {
            summary.next = next;
        }
    }

    /// The next planned day in words.
    pub(super) fn next_planned_day(&self) -> Option<String> {
        let program = &self.model.program.as_ref()?.program;
        let schedule = self.model.schedule(program);
        let today = self.world.clock.civil().date();
        let mut ahead = (1..=AHEAD).map(|days| days_after(today, days));
        ahead.find(|day| schedule.is_planned(day.weekday())).map(words::progress::day_in_words)
    }
}

/// What a session means for the next one, before the next day is known: with the best that can still be said.
fn foreseen(key: &Key, answers: Answers) -> Option<DecisionLine> {
    let answers = answers.at_best();
    let because = because(&answers)?;
    let class = class(&answers);
    let way = match class {
        Class::Red => Way::Down,
        Class::Amber => Way::Same,
        Class::Green | Class::Unknown => return None,
    };
    let told = words::progress::next(key, class, because);
    Some(line(way, told, words::progress::why(class.rule(), Some(&answers))))
}

/// A sign among the after-effects that was not told before.
fn new_sign(before: &AfterEffects, now: &AfterEffects) -> Option<Sign> {
    let told = before.effects.as_deref().unwrap_or_default();
    now.effects.iter().flatten().filter(|effect| !told.contains(effect)).find_map(|effect| effect.sign())
}

fn ticked(sign: Sign) -> CheckDraft {
    CheckDraft { ticked: vec![Flag::Sign(sign)] }
}

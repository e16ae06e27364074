//! The day in words, as Today shows it.

use jiff::civil::Date;

use super::{After, Day, telling};
use crate::app::model::InForce;
use crate::practice::dose::Dose;
use crate::practice::insight::{Change, WEEK, days_between};
use crate::practice::program::{Program, Routine, Schedule};
use crate::practice::progress::{Decision, Held, Key, PointDay, Rule, SetAside, Standing, Whole};
use crate::practice::setup::has_no_tool;
use crate::ui::action::{
    Asked, DayAfter, DayView, DecisionLine, EasyChoice, Ladder, OfferLine, PointDay as Shown, Today, Way,
};
use crate::words;
use crate::words::progress::{Told, why};
use crate::world::World;

impl Day {
    /// Returns what Today shows.
    pub fn view(&self, world: &World, kept: &InForce, routine: &Routine) -> DayView {
        let program = &kept.program;
        let after = self.after.as_ref().map(|after| self.day_after(after, routine));
        let pain_is_known = self.after.as_ref().is_some_and(|after| {
            after.is_before_too(self.now) && matches!(after.pain, Asked::Open | Asked::Given { .. })
        });
        let zone = world.clock.civil().time_zone().clone();
        let clock = |instant: jiff::Timestamp| instant.to_zoned(zone.clone()).strftime("%H:%M").to_string();
        let points = self.rules.points.iter().zip(&routine.points).map(|(point, on)| match point.aside {
            Some(aside) => Shown::Rests(words::progress::aside(aside, clock)),
            None if has_no_tool(on, self.allowed.firm_tools) => Shown::Rests(words::progress::no_tool()),
            None if matches!(self.rules.whole, Whole::Rest(_)) => Shown::Rests(words::progress::rests_today()),
            None => Shown::Worked,
        });
        DayView {
            day_after: after,
            pain_is_known,
            session: self.session(),
            points: points.collect(),
            decisions: self.decisions(routine),
            offer: self.offer_line(routine),
            ladder: self.ladder(program, routine, world),
            notes: self.notes(program),
            may_maintain: self.may_maintain(program),
            locks: self.locks.iter().map(|lock| lock.line(kept)).collect(),
        }
    }

    fn day_after(&self, after: &After, routine: &Routine) -> DayAfter {
        let day = after.last().map_or(self.now.today, |record| record.day);
        let worked = after.last().into_iter().flat_map(|record| &record.work);
        let mut points: Vec<_> = worked.map(|worked| worked.point).collect();
        points.dedup();
        let points = points.into_iter().filter_map(|index| {
            let point = routine.points.get(index)?;
            Some((index, words::session::capital(&words::place::with_sides(point))))
        });
        DayAfter {
            session_day: words::progress::session_day(day, self.now.today),
            worked: words::place::regions(routine),
            hours: after.hours(self.now),
            pain: after.pain,
            effects: after.effects.clone(),
            points: points.collect(),
        }
    }

    fn session(&self) -> Today {
        match self.rules.whole {
            Whole::Locked => Today::Locked,
            Whole::Rest(rule) => {
                let until = self.rules.points.iter().filter_map(|point| match point.aside {
                    Some(SetAside::Until(_, until)) => Some(until),
                    _ => None,
                });
                let severe_again = rule == Rule::G1 && self.history.course.was_severe_yesterday(self.now.today);
                let sentence = words::progress::rest(rule, until.min());
                let sentence =
                    if severe_again { format!("{sentence} {}", words::progress::severe_again()) } else { sentence };
                Today::Rest { sentence, why: why(rule, None) }
            }
            Whole::Easy(_) => Today::Easy { chosen: false },
            Whole::Planned if self.easy == EasyChoice::Easy => Today::Easy { chosen: true },
            Whole::Planned => Today::Planned,
        }
    }

    /// One line a point, what changed first.
    fn decisions(&self, routine: &Routine) -> Vec<DecisionLine> {
        let mut lines: Vec<_> = self
            .rules
            .points
            .iter()
            .zip(&routine.points)
            .enumerate()
            .filter_map(|(index, (point, on))| self.decision(&Key::of(routine, on), index, point))
            .collect();
        lines.sort_by_key(|line| match line.way {
            Way::Down => 0,
            Way::Rest => 1,
            Way::Up => 2,
            Way::Note => 3,
            Way::Same => 4,
        });
        let easy = match self.rules.whole {
            Whole::Easy(rule) => Some((rule, words::progress::easy())),
            Whole::Planned if self.easy == EasyChoice::Easy => Some((Rule::G2, words::progress::easy_chosen())),
            _ => None,
        };
        if let Some((rule, told)) = easy {
            lines.insert(0, line(Way::Down, told, why(rule, None)));
        }
        lines
    }

    /// What was decided today about a point; on a day when nothing was, what its last session means still.
    fn decision(&self, key: &Key, index: usize, point: &PointDay) -> Option<DecisionLine> {
        let is_offered = self.offered().is_some_and(|(offered, _)| offered == index);
        let of_today = self.decided.iter().rev().find(|(of, _)| of == key).map(|(_, decision)| decision.clone());
        let decision = of_today.or_else(|| kept(&point.standing))?;
        if is_offered && decision.changes.is_empty() {
            return None;
        }
        let told = words::progress::decision(key, &decision, &point.standing.dose, telling(point.held));
        Some(line(way(&decision), told, why(rule_behind(&decision, point.held), decision.answers.as_ref())))
    }

    fn offer_line(&self, routine: &Routine) -> Option<OfferLine> {
        let (index, step) = self.offered()?;
        let key = Key::of(routine, routine.points.get(index)?);
        let standing = &self.rules.points.get(index)?.standing;
        let told = words::progress::offer(&key, &step, standing.streak);
        let (stay, go) = words::progress::offer_answers(&step);
        let answers = standing.last.as_ref().map(|last| &last.answers);
        Some(OfferLine {
            stressed: told.stressed,
            plain: told.plain,
            why: why(Rule::Up, answers),
            stay,
            go,
            chosen: self.offer,
        })
    }

    /// The ladder of the point that is offered a step, else of the first that can move.
    fn ladder(&self, program: &Program, routine: &Routine, world: &World) -> Option<Ladder> {
        let moves = |point: &PointDay| !point.standing.ladder.is_locked();
        let index = match self.offered() {
            Some((index, _)) => index,
            None => self.rules.points.iter().position(moves)?,
        };
        let standing = &self.rules.points.get(index)?.standing;
        let doses: Vec<_> = self.rules.points.iter().map(|point| point.standing.dose).collect();
        let lead_ins = crate::practice::plan::LeadIns::from(world.settings.lead_ins);
        let fits = |dose: &Dose| crate::practice::progress::fits(routine, &doses, index, dose, program, &lead_ins);
        let (doses, here) = standing.ladder.place(&standing.dose, fits);
        if doses.len() < 2 {
            return None;
        }
        let before = |i: usize| doses.get(i.checked_sub(1)?);
        let rungs: Vec<_> = doses.iter().enumerate().map(|(i, dose)| words::progress::rung(dose, before(i))).collect();
        let week = self.history.course.started.map_or(0, |started| days_between(started, self.now.today) / WEEK) + 1;
        Some(Ladder {
            title: words::progress::level(week.max(1), here + 1, rungs.len()),
            offered: self.offered().map(|_| here + 1).filter(|next| *next < rungs.len()),
            rungs,
            here,
        })
    }

    fn notes(&self, program: &Program) -> Vec<DecisionLine> {
        let today = self.now.today;
        let course = &self.history.course;
        let mut notes = Vec::new();
        let mut note = |rule, told| notes.push(line(Way::Note, told, why(rule, None)));
        let change = course.started.and_then(|started| course.pains.change(started, today));
        if change == Some(Change::Counts) {
            note(Rule::W1, words::progress::note(Rule::W1));
        }
        if course.needs_review(today) {
            note(Rule::W2, words::progress::note(Rule::W2));
        }
        if course.maintains || course.pains.is_quiet(today) {
            note(Rule::W3, words::progress::note(Rule::W3));
        }
        if self.rules.points.iter().any(|point| point.held == Some(Held::AtLimit)) {
            note(Rule::Cap, words::progress::note(Rule::Cap));
        }
        let passed = |on: Option<Date>| on.filter(|&on| today > on);
        if let Some(on) = passed(program.prescribed.until) {
            note(Rule::Up, Told { stressed: String::new(), plain: words::progress::held(Held::Ended { on }) });
        } else if let Some(on) = passed(program.prescribed.review) {
            note(Rule::Up, Told { stressed: String::new(), plain: words::progress::held(Held::Review { on }) });
        }
        for condition in &self.allowed.advice {
            let answered_today = self.history.gate.as_ref().is_some_and(|answered| answered.on == today);
            if let Some(advice) = words::gate::advice(*condition).filter(|_| !condition.passes() || answered_today) {
                note(Rule::G0, Told { stressed: String::new(), plain: advice });
            }
        }
        notes
    }

    fn may_maintain(&self, program: &Program) -> bool {
        let course = &self.history.course;
        course.pains.is_quiet(self.now.today)
            && !course.maintains
            && program.schedule.days_per_week > Schedule::MAINTAINED
    }
}

/// What the last settled session means for today, where nothing was decided today.
fn kept(standing: &Standing) -> Option<Decision> {
    let last = standing.last.as_ref()?;
    Some(Decision {
        rule: last.class.rule(),
        class: Some(last.class),
        changes: Vec::new(),
        accepted: None,
        answers: Some(last.answers.clone()),
        streak: standing.streak,
    })
}

/// At the plan's limit it is that rule which is told, not the good day.
fn rule_behind(decision: &Decision, held: Option<Held>) -> Rule {
    match held {
        Some(Held::AtLimit) if decision.rule == Rule::Green => Rule::Cap,
        _ => decision.rule,
    }
}

/// Which way a decision moves a dose.
pub(in crate::app) fn way(decision: &Decision) -> Way {
    let declined = decision.rule == Rule::Up && decision.accepted != Some(true);
    if matches!(decision.rule, Rule::Down | Rule::Pause | Rule::Stop) && decision.accepted.is_none() {
        return Way::Down;
    }
    if declined || decision.changes.is_empty() {
        Way::Same
    } else if decision.changes.iter().any(|change| change.to > change.from) {
        Way::Up
    } else {
        Way::Down
    }
}

pub(in crate::app) fn line(way: Way, told: Told, why: String) -> DecisionLine {
    DecisionLine { way, stressed: told.stressed, plain: told.plain, why }
}

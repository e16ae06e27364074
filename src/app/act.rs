//! The only place where a wish becomes a change.

use std::thread;

use eframe::egui;

use super::App;
use super::aloud::Aloud;
use super::model::{Journal, settle};
use super::program::ProgramPage;
use super::screen::{Check, Origin, Player, Screen, Stop, Summary};
use crate::practice::measure::{Pain, Side};
use crate::practice::safety::Flag;
use crate::practice::safety::effects::AfterEffects;
use crate::practice::session::{Ending, Input, State};
use crate::practice::tally::Mark;
use crate::ui::action::{Action, Asked, Room};
use crate::ui::check::CheckDraft;
use crate::ui::summary::SummaryDraft;
use crate::words;
use crate::world::routines;
use crate::world::stage::Stage;
use crate::world::store::AnswerMoment;

impl App {
    /// Carries out what was asked for.
    pub(super) fn act(&mut self, ctx: &egui::Context, action: Action) {
        let now = self.world.clock.civil();
        if !matches!(action, Action::PainAfter(_)) {
            self.stop_asking();
        }
        match action {
            Action::Go(room) => self.go(room),
            Action::ChooseFile => self.choose_file(ctx),
            Action::TakeShipped(index) => {
                // The demo of the first page is to show in one click how a session goes; there is nothing that it replaces.
                let is_first = self.model.program.is_none() && matches!(self.screen, Screen::Today);
                if let Some(shipped) = routines::SHIPPED.get(index) {
                    self.offer(shipped.name, shipped.text.as_bytes());
                }
                if is_first {
                    self.take_in();
                }
            }
            Action::TakeKept(revision) => {
                if let Ok(Some(kept)) = self.world.store.revision(revision) {
                    self.offer(&kept.title, &kept.bytes);
                }
            }
            Action::Print => self.print(ctx),
            Action::Export => self.export(ctx),
            Action::TakeIn => self.take_in(),
            Action::LeaveIt => self.leave_it(),
            Action::Edit(edit) => self.edit(ctx, edit),
            Action::Routine(index) => self.model.choose_routine(&self.world, index),
            Action::Hurts(spot, hurt) => self.mark_hurt(spot, hurt),
            Action::TakeBack(spot) => self.take_back_hurt(spot),
            Action::OnlyPoint(only) => self.only_point(only),
            Action::PainBefore(pain) => self.pain_before(pain),
            Action::PainNextDay(pain) => self.pain_next_day(pain),
            Action::NextDayEffects(told) => self.effects_next_day(&told),
            Action::EffectsAfter(told) => self.effects_after(&told),
            Action::Offer(chosen) => {
                if let Some(day) = &mut self.model.day {
                    day.offer = chosen;
                }
                self.model.draw_up(&self.world);
            }
            Action::EasyToday(chosen) => {
                if let Some(day) = &mut self.model.day {
                    day.easy = chosen;
                }
                self.model.draw_up(&self.world);
            }
            Action::Maintain => self.maintain(),
            Action::Release { lock, by, on } => self.release(lock, &by, on),
            Action::AnswerGate(conditions) => self.answer_gate(&conditions),
            Action::NothingNew => self.nothing_new(),
            Action::SomethingNew => self.something_new(),
            Action::SkipPoint(index) => {
                if let Some(skipped) = self.model.skipped.get_mut(index) {
                    *skipped = !*skipped;
                }
                self.model.draw_up(&self.world);
            }
            Action::Start => self.start(),
            Action::Put(input) => self.put(input),
            Action::SayTime => {
                if let Screen::Player(player) = &mut self.screen {
                    let left = player.stage.session().left(player.stage.now(&self.world));
                    player.announcement = words::session::time_left(left);
                    player.stage.say_time(&self.world);
                }
            }
            Action::Mark(flags) => self.mark(flags),
            Action::LeaveStop => self.leave_stop(),
            Action::Unmark => self.unmark(),
            Action::PainAfter(pain) => self.pain_after(pain),
            Action::Tenderness { point, side, round, level } => {
                if let Screen::Summary(summary) = &mut self.screen
                    && let Some(tally) =
                        summary.tally.points.iter_mut().find(|tally| (tally.point, tally.side) == (point, side))
                {
                    let site = tally.site.clone();
                    tally.answers.retain(|answer| answer.0 != round);
                    tally.answers.push((round, Some(level)));
                    tally.answers.sort_by_key(|answer| answer.0);
                    self.world.store.discomfort(&summary.id, &site, side, round, Some(level), &now);
                }
                self.foresee();
            }
            Action::Done { note } => {
                self.finish_summary(&note);
                self.screen = Screen::Today;
            }
            Action::TakeUp => self.take_up(Input::Resume),
            Action::KeepBroken => self.take_up(Input::FinishEarly),
            Action::DiscardBroken => self.take_up(Input::Discard),
            Action::Dismiss(index) => {
                if index < self.model.banners.len() {
                    self.model.banners.remove(index);
                }
            }
            Action::Choose(choices) => self.choose(ctx, choices),
            Action::Hearing(hearing) => self.heard(hearing),
            Action::Hands(hands) => self.hands(ctx, hands),
        }
    }

    /// Keeps the note, and opens the day anew.
    pub(super) fn finish_summary(&mut self, note: &str) {
        if let Screen::Summary(summary) = &self.screen
            && !note.trim().is_empty()
        {
            self.world.store.note(&summary.id, note.trim());
        }
        self.model.new_day(&self.world);
    }

    pub(super) fn go(&mut self, room: Room) {
        if let Screen::Summary(summary) = &self.screen {
            // Another room is as good a goodbye as Done.
            let note = summary.draft.note.clone();
            self.finish_summary(&note);
        }
        self.keep_draft();
        self.world.sound.rest();
        if room == Room::Settings {
            self.world.sound.look();
        }
        self.screen = match room {
            Room::Today => Screen::Today,
            Room::Program => Screen::Program(Box::new(ProgramPage::open(&self.world, &self.model))),
            Room::Body => Screen::Body,
            Room::Journal => Screen::Journal(Journal::open(&self.world, &self.model.hurts)),
            Room::Settings => Screen::Settings,
        };
    }

    /// Opens the system's dialog on a thread of its own, for it waits.
    fn choose_file(&self, ctx: &egui::Context) {
        let (sender, ctx) = (self.chosen.0.clone(), ctx.clone());
        let folder = self.world.settings.last_folder.clone();
        let filter = words::files::filter_name();
        thread::spawn(move || {
            let mut dialog = rfd::FileDialog::new().add_filter(filter, &["kneadwell", "json"]);
            if let Some(folder) = folder {
                dialog = dialog.set_directory(folder);
            }
            if let Some(path) = dialog.pick_file() {
                // The window may be gone by the time a file is chosen.
                let _ = sender.send(path);
                ctx.request_repaint();
            }
        });
    }

    fn start(&mut self) {
        self.model.look_back(&self.world);
        if !self.model.may_start() {
            return;
        }
        self.keep_decisions();
        let (Some((kept, _)), Some(setup)) = (self.model.today(), &self.model.setup) else { return };
        let begun = Stage::begin(&self.world, kept.revision, &kept.program, self.model.routine, setup);
        if let Some(stage) = begun {
            self.world.store.adopt_pain(stage.id(), &self.world.clock.civil());
            self.play(stage);
            if let Screen::Player(player) = &mut self.screen {
                player.say_warm_up(&self.world);
            }
        }
    }

    pub(super) fn play(&mut self, stage: Stage) {
        let mut player = Player::new(stage);
        let events = player.stage.events().to_vec();
        player.hear_of(&self.world, &events);
        self.screen = Screen::Player(Box::new(player));
    }

    fn put(&mut self, input: Input) {
        let Screen::Player(player) = &mut self.screen else { return };
        let events = player.stage.put(&self.world, input);
        player.hear_of(&self.world, &events);
        self.follow();
    }

    fn take_up(&mut self, input: Input) {
        let Some((unfinished, _)) = self.model.broken.take() else { return };
        let Some(mut stage) = Stage::take_up(&self.world, &unfinished) else { return };
        stage.put(&self.world, input);
        let ended = matches!(stage.session().state(), State::Ended(Ending::Discarded));
        if ended {
            self.model.new_day(&self.world);
            return;
        }
        self.play(stage);
        self.follow();
    }

    /// Leaves the player for Summary, or for Today where the session is left out.
    pub(super) fn end_session(&mut self, ending: Ending) {
        let Screen::Player(player) = std::mem::replace(&mut self.screen, Screen::Today) else { return };
        self.world.sound.rest();
        if let Some(rehearsal) = player.stage.rehearsal() {
            return self.end_rehearsal(rehearsal.clone(), ending);
        }
        self.screen = match ending {
            Ending::Discarded => {
                self.model.new_day(&self.world);
                Screen::Today
            }
            Ending::Finished | Ending::Early => Screen::Summary(Box::new(self.summary(&player.stage))),
        };
        self.foresee();
    }

    fn summary(&self, stage: &Stage) -> Summary {
        let next_day = self.next_planned_day();
        let plan = stage.session().plan();
        let mut worked: Vec<(usize, Option<Side>)> =
            plan.steps().iter().filter(|step| step.kind.is_work()).map(|step| (step.point, step.side)).collect();
        worked.sort_unstable();
        worked.dedup();
        Summary {
            id: *stage.id(),
            tally: stage.tally(),
            planned_points: worked.len(),
            ended_early: matches!(stage.session().state(), State::Ended(Ending::Early)),
            pain_before: self.model.pain_before(),
            pain_after: Asked::Open,
            pain_ticket: None,
            aloud: Aloud::ask(&self.world, stage.session()),
            effects: AfterEffects::default(),
            next: Vec::new(),
            next_day,
            region: self.model.today().map_or_else(String::new, |(_, routine)| words::place::regions(routine)),
            draft: SummaryDraft::default(),
        }
    }

    /// The list of signs, from Today or from Summary; where the long list is due, that one.
    pub(super) fn something_new(&mut self) {
        if matches!(self.screen, Screen::Today) && self.ask_gate() {
            return;
        }
        let from = match std::mem::replace(&mut self.screen, Screen::Today) {
            Screen::Summary(summary) => Origin::Summary(summary),
            Screen::Today => Origin::Today,
            other => {
                self.screen = other;
                return;
            }
        };
        self.screen = Screen::Check(Box::new(Check { draft: CheckDraft::default(), from, why: None }));
    }

    /// The list of signs, from a session: its sound is silent already.
    pub(super) fn check_in_session(&mut self) {
        if let Screen::Player(player) = std::mem::replace(&mut self.screen, Screen::Today) {
            let check = Check { draft: CheckDraft::default(), from: Origin::Player(player), why: None };
            self.screen = Screen::Check(Box::new(check));
        }
    }

    fn mark(&mut self, flags: Vec<Flag>) {
        self.gate_becomes_check();
        let Screen::Check(check) = std::mem::replace(&mut self.screen, Screen::Today) else { return };
        if flags.is_empty() {
            // Nothing of the list: on Today that is the answer, elsewhere it leads back.
            self.model.nothing_new |= matches!(check.from, Origin::Today);
            self.go_back(check.from);
            return;
        }
        let now = self.world.clock.civil();
        let id = match &check.from {
            Origin::Today => None,
            // A sign that is marked in a practice round is as true as one marked on Today.
            Origin::Player(player) => player.stage.rehearsal().is_none().then_some(*player.stage.id()),
            Origin::Summary(summary) => Some(summary.id),
        };
        let place = match &check.from {
            Origin::Player(player) => player.stage.place().filter(|_| id.is_some()),
            Origin::Today | Origin::Summary(_) => None,
        };
        for flag in &flags {
            self.world.store.flag(id.as_ref(), flag, place.clone(), &now);
        }
        let (doing, holds_kept) = match &check.from {
            Origin::Player(player) if id.is_some() => (doing(&player.stage), holds_kept(&player.stage)),
            Origin::Player(_) | Origin::Today | Origin::Summary(_) => (None, 0),
        };
        let time = now.strftime("%H:%M").to_string();
        self.screen = Screen::Stop(Box::new(Stop { flags, time, doing, holds_kept, from: check.from }));
    }

    /// A mark stops the session for good: what was done is kept.
    fn leave_stop(&mut self) {
        let Screen::Stop(stop) = std::mem::replace(&mut self.screen, Screen::Today) else { return };
        if let Origin::Player(mut player) = stop.from {
            player.stage.put(&self.world, Input::FinishEarly);
            self.world.sound.rest();
        }
        self.model.new_day(&self.world);
    }

    fn unmark(&mut self) {
        let Screen::Stop(stop) = std::mem::replace(&mut self.screen, Screen::Today) else { return };
        let now = self.world.clock.civil();
        for open in self.world.store.open_flags().unwrap_or_default() {
            if stop.flags.contains(&open.flag) {
                self.world.store.clear_flag(open.id, "ticked by mistake", None, &now);
            }
        }
        self.screen = Screen::Check(Box::new(Check { draft: CheckDraft::default(), from: stop.from, why: None }));
    }

    fn go_back(&mut self, from: Origin) {
        self.screen = match from {
            Origin::Today => Screen::Today,
            Origin::Summary(summary) => Screen::Summary(summary),
            Origin::Player(mut player) => {
                player.stage.put(&self.world, Input::Stop);
                Screen::Player(player)
            }
        };
    }

    fn pain_after(&mut self, pain: Pain) {
        let now = self.world.clock.civil();
        if let Screen::Summary(summary) = &mut self.screen {
            let ticket = self.world.store.pain(Some(&summary.id), AnswerMoment::After, Some(pain), &now);
            summary.pain_after = Asked::Given { pain, kept: false };
            summary.pain_ticket = Some(ticket);
            summary.aloud.say_back(&self.world, pain);
            settle(&self.world, summary.pain_ticket, &mut summary.pain_after);
        }
        self.foresee();
    }
}

/// What was being done when a session was stopped: the place, the tool, and how long it had been held.
fn doing(stage: &Stage) -> Option<(String, Option<crate::practice::library::Tool>, std::time::Duration)> {
    let session = stage.session();
    let position = session.position(std::time::Duration::ZERO);
    let moment = session.plan().at(position)?;
    let spot = session.plan().spot(moment.step)?;
    let held = if moment.step.kind.is_work() { moment.offset } else { std::time::Duration::ZERO };
    Some((words::place::sided(spot.place.id(), moment.step.side), spot.tool, held))
}

fn holds_kept(stage: &Stage) -> usize {
    stage.tally().points.iter().flat_map(|point| &point.holds).filter(|hold| hold.mark() == Mark::Whole).count()
}

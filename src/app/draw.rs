//! What is shown: each screen gets its value and answers with a wish.

use eframe::egui::{Color32, Context, Theme as System, Ui, UiBuilder};

use super::day::Day;
use super::program::ProgramPage;
use super::screen::{Origin, Screen};
use super::{App, sounding};
use crate::practice::program::{Point, Program};
use crate::ui::action::{
    Action, BodyView, CheckView, Choices, Device, EditorView, GateView, KeysView, OutputLine, ProgramView, Room,
    SoundCheckView, SoundView, StopView, SummaryView, TakeInView, ThemeChoice, TodayView,
};
use crate::ui::player::{Floor, PlayerView};
use crate::ui::settings::About;
use crate::ui::theme::{Motion, Theme};
use crate::ui::{
    body, check, editor, gate, journal, keys, player, program, rehearsed, settings, shell, sound_check, stop, summary,
    theme, today,
};
use crate::words;
use crate::world::routines;
use crate::world::settings::Theme as Wanted;
use crate::world::sound::{Output, SoundState};

/// How the window is dressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dress {
    theme: Theme,
    still: bool,
}

impl App {
    /// Puts on the colours that are wanted, when they change.
    pub(super) fn dress(&mut self, ctx: &Context) {
        let system = || match ctx.system_theme() {
            Some(System::Dark) => Theme::Dusk,
            _ => Theme::Paper,
        };
        let theme = match self.world.settings.theme {
            Wanted::System => system(),
            Wanted::Paper => Theme::Paper,
            Wanted::Dusk => Theme::Dusk,
            Wanted::Contrast => Theme::Contrast,
        };
        let dress = Dress { theme, still: self.world.settings.reduce_motion };
        if self.dressed != Some(dress) {
            theme::apply(ctx, theme);
            if dress.still { Motion::None } else { Motion::Gentle }.apply(ctx);
            self.dressed = Some(dress);
        }
    }

    /// Returns the colour that the window is cleared to before a frame.
    pub(super) fn ground(&self) -> Color32 {
        let tokens = self.dressed.map_or(Theme::Paper, |dress| dress.theme).tokens();
        match &self.screen {
            Screen::Player(shown) => player::ground(tokens, shown.stage.session(), shown.stage.now(&self.world)),
            _ => tokens.ground,
        }
    }

    /// Draws the screen that is shown.
    pub(super) fn draw(&mut self, ui: &mut Ui) -> Option<Action> {
        let window = ui.ctx().content_rect();
        ui.scope_builder(UiBuilder::new().max_rect(window), |ui| self.screen(ui)).inner
    }

    fn screen(&mut self, ui: &mut Ui) -> Option<Action> {
        let room = self.screen.room();
        match &self.screen {
            Screen::Today => shell::shell(ui, room, |ui| self.today(ui)),
            Screen::Program(_) => self.program(ui, room),
            Screen::Body => self.body(ui, room),
            Screen::Journal(read) => shell::shell(ui, room, |ui| {
                journal::journal(ui, &read.rows, &read.hurts, &read.decisions, &self.model.banners)
            }),
            Screen::Settings => {
                let (folder, licence) = (self.folder(), words::files::licence());
                let about = About { version: env!("CARGO_PKG_VERSION"), folder: &folder, licence: &licence };
                let report = self.world.sound.report();
                let line = |id: &str, name: &str| OutputLine { id: id.to_owned(), name: name.to_owned() };
                let found = |outputs: Vec<Output>| outputs.iter().map(|each| line(&each.id, &each.name)).collect();
                let now = sounding::now(&report);
                let outputs: Option<Vec<_>> = report.outputs.map(found);
                let chosen = self.world.settings.device.as_ref().map(|device| line(&device.id, &device.name));
                let goes = SoundView {
                    chosen: chosen.as_ref(),
                    outputs: outputs.as_deref(),
                    looking: report.looking,
                    passed_over: report.passed_over.map(sounding::silence),
                    now,
                };
                shell::shell(ui, room, |ui| settings::settings(ui, &self.choices(), &goes, &about))
            }
            Screen::Keys(shown) => {
                let view = KeysView {
                    pressed: shown.pressed.as_ref(),
                    assigned: &self.world.settings.keys,
                    banners: &self.model.banners,
                };
                shell::shell(ui, room, |ui| keys::keys(ui, &view))
            }
            Screen::Rehearsed(rehearsal) => shell::shell(ui, room, |ui| rehearsed::rehearsed(ui, rehearsal)),
            Screen::Player(shown) => {
                let view = PlayerView {
                    session: shown.stage.session(),
                    now: shown.stage.now(&self.world),
                    heard: shown.heard(),
                    sign: shown.sight(&self.world).and_then(|sight| sight.sign),
                    announcement: &shown.announcement,
                    word: shown.word(&self.world),
                    rehearsal: shown.stage.rehearsal(),
                    floor: self.world.settings.floor.then_some(Floor { scans: self.world.settings.scan }),
                };
                player::player(ui, &view)
            }
            Screen::SoundCheck(_) => self.sound_check(ui, room),
            Screen::Stop(_) => self.stop(ui),
            Screen::Check(_) => self.check(ui, room),
            Screen::Gate(_) => self.gate(ui, room),
            Screen::TakeIn(_) => self.take_in_page(ui, room),
            Screen::Editor(_) => self.editor(ui, room),
            Screen::Summary(_) => self.summary_screen(ui, room),
        }
    }

    fn today(&mut self, ui: &mut Ui) -> Option<Action> {
        let now = self.world.clock.civil();
        let doses = self.model.day.as_ref().map(Day::doses).unwrap_or_default();
        let view = TodayView {
            today: now.date(),
            hour: now.hour(),
            program: self.model.program.as_ref().map(|kept| &kept.program),
            routine: self.model.routine,
            doses: &doses,
            skipped: &self.model.skipped,
            day: self.model.shown.as_ref(),
            total: self.model.total,
            pain: self.model.pain,
            marks: self.model.marks_say.as_deref(),
            nothing_new: self.model.nothing_new,
            broken: self.model.broken.as_ref().map(|(_, broken)| broken),
            month: &self.model.month,
            sound_checked: self.world.settings.sound_checked,
            practice: !self.world.settings.practised,
            banners: &self.model.banners,
        };
        today::today(ui, &view, &mut self.model.release)
    }

    fn sound_check(&mut self, ui: &mut Ui, room: Room) -> Option<Action> {
        let device = match self.world.sound.state() {
            SoundState::Silent(_) => Device::Missing,
            SoundState::Off | SoundState::Playing => Device::There,
        };
        let Screen::SoundCheck(shown) = &mut self.screen else { return None };
        let view = SoundCheckView { device, back: shown.back };
        shell::shell(ui, room, |ui| sound_check::sound_check(ui, view, &mut shown.draft))
    }

    fn gate(&mut self, ui: &mut Ui, room: Room) -> Option<Action> {
        let Some(due) = self.model.day.as_ref().and_then(|day| day.due) else { return Some(Action::Go(Room::Today)) };
        let program = self.model.program.as_ref().map(|kept| &kept.program);
        let regions = program.map(Program::regions).unwrap_or_default();
        let points = self.points();
        let Screen::Gate(draft) = &mut self.screen else { return None };
        let view = GateView { regions: &regions, due, points: &points };
        shell::shell(ui, room, |ui| gate::gate(ui, &view, draft))
    }

    /// The points of today's routine in words, and whether each is left out.
    fn points(&self) -> Vec<(String, bool)> {
        let skipped = &self.model.skipped;
        let point = |(index, point): (usize, &Point)| {
            (words::place::with_sides(point), skipped.get(index).copied().unwrap_or(false))
        };
        let points = self.model.today().map(|(_, routine)| routine.points.iter().enumerate().map(point).collect());
        points.unwrap_or_default()
    }

    fn program(&mut self, ui: &mut Ui, room: Room) -> Option<Action> {
        let drafts = self.draft_lines();
        let Screen::Program(page) = &mut self.screen else { return None };
        if page.today != self.world.clock.civil().date() {
            let draft = page.draft;
            **page = ProgramPage { draft, ..ProgramPage::open(&self.world, &self.model) };
        }
        let shipped: Vec<_> = routines::SHIPPED.iter().map(routines::Shipped::shown).collect();
        let view = ProgramView {
            program: self.model.program.as_ref().map(|kept| &kept.program),
            today: page.today,
            points: &page.points,
            revision: page.revision.as_ref(),
            revisions: &page.revisions,
            shipped: &shipped,
            drafts: &drafts,
            before: &page.before,
            refused: self.model.refused.as_ref(),
            banners: &self.model.banners,
        };
        let draft = &mut page.draft;
        shell::shell(ui, room, |ui| program::program(ui, &view, draft))
    }

    fn body(&mut self, ui: &mut Ui, room: Room) -> Option<Action> {
        let only = self.only();
        let program = self.model.program.as_ref().map(|kept| &kept.program);
        let hurts = &self.model.hurts;
        let view = BodyView {
            program,
            today: self.world.clock.civil().date(),
            hurts: &hurts.standing,
            kept: hurts.is_kept(&self.world),
            only,
            banners: &self.model.banners,
        };
        let draft = &mut self.model.body;
        shell::shell(ui, room, |ui| body::body(ui, &view, draft))
    }

    fn take_in_page(&mut self, ui: &mut Ui, room: Room) -> Option<Action> {
        let Screen::TakeIn(shown) = &mut self.screen else { return None };
        let revision: String = shown.revision.to_string().chars().take(8).collect();
        let view = TakeInView {
            program: &shown.program,
            revision: &revision,
            replaces: self.model.program.as_ref().map(|kept| kept.program.title.as_str()),
            remarks: &shown.remarks,
            differences: &shown.differences,
            banners: &self.model.banners,
        };
        let draft = &mut shown.draft;
        let page = |ui: &mut Ui| shell::shell(ui, room, |ui| program::take_in(ui, &view, draft));
        ui.push_id(("take in", shown.opened), page).inner
    }

    fn editor(&mut self, ui: &mut Ui, room: Room) -> Option<Action> {
        let (today, keeping) = (self.world.clock.civil().date(), self.keeping());
        let Screen::Editor(shown) = &mut self.screen else { return None };
        let view = EditorView { today, keeping, banners: &self.model.banners };
        let writing = &mut shown.writing;
        let page = |ui: &mut Ui| shell::shell(ui, room, |ui| editor::editor(ui, &view, writing));
        ui.push_id(("editor", shown.opened), page).inner
    }

    fn check(&mut self, ui: &mut Ui, room: Room) -> Option<Action> {
        let program = self.model.program.as_ref().map(|kept| &kept.program);
        let regions = program.map(Program::regions).unwrap_or_default();
        let own_signs = program.map(|program| program.stop_if.clone()).unwrap_or_default();
        let points = self.points();
        let Screen::Check(shown) = &mut self.screen else { return None };
        let on_today = matches!(shown.from, Origin::Today);
        let points = if on_today { points } else { Vec::new() };
        let why = shown.why.as_deref();
        let view = CheckView { regions: &regions, own_signs: &own_signs, points: &points, why };
        let draft = &mut shown.draft;
        if on_today {
            shell::shell(ui, room, |ui| check::check(ui, &view, draft))
        } else {
            shell::alone(ui, |ui| check::check(ui, &view, draft))
        }
    }

    fn stop(&self, ui: &mut Ui) -> Option<Action> {
        let Screen::Stop(shown) = &self.screen else { return None };
        let therapist = self.model.program.as_ref().and_then(|kept| routines::therapist(&kept.program, kept.revision));
        let view = StopView {
            flags: &shown.flags,
            therapist,
            time: &shown.time,
            doing: shown.doing.clone(),
            holds_kept: shown.holds_kept,
        };
        stop::stop(ui, &view)
    }

    fn summary_screen(&mut self, ui: &mut Ui, room: Room) -> Option<Action> {
        let world = &self.world;
        let Screen::Summary(shown) = &mut self.screen else { return None };
        super::model::settle(world, shown.pain_ticket, &mut shown.pain_after);
        let names = |site: &str| (words::place::name_of(site), words::place::common_of(site));
        let view = SummaryView {
            tally: &shown.tally,
            planned_points: shown.planned_points,
            ended_early: shown.ended_early,
            pain_before: shown.pain_before,
            pain_after: shown.pain_after,
            standing: shown.aloud.standing(world),
            region: &shown.region,
            names: &names,
            effects: &shown.effects,
            next: &shown.next,
            next_day: shown.next_day.as_deref(),
            banners: &self.model.banners,
        };
        let draft = &mut shown.draft;
        shell::shell(ui, room, |ui| summary::summary(ui, &view, draft))
    }

    fn choices(&self) -> Choices {
        let settings = &self.world.settings;
        Choices {
            theme: match settings.theme {
                Wanted::System => ThemeChoice::System,
                Wanted::Paper => ThemeChoice::Paper,
                Wanted::Dusk => ThemeChoice::Dusk,
                Wanted::Contrast => ThemeChoice::Contrast,
            },
            master: f32::from(settings.volume) / 100.0,
            tones: f32::from(settings.tone) / 100.0,
            voice: f32::from(settings.voice) / 100.0,
            half: settings.half_tick,
            last: settings.last_tick,
            quiet: settings.quiet,
            register: settings.register,
            warm_up: settings.warm_up,
            scan: settings.scan,
            floor: settings.floor,
            less_motion: settings.reduce_motion,
            zoom: settings.zoom,
        }
    }

    /// Where the data lies, or that nothing is kept.
    fn folder(&self) -> String {
        let kept = self.world.folder.as_ref().filter(|_| self.world.store.is_kept());
        kept.map_or_else(words::files::nowhere, |folder| folder.path().display().to_string())
    }
}

//! The window: what is known, what is shown, and the one place where a wish becomes a change.

use std::cell::Cell;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use eframe::UserEvent;
use eframe::egui::{self, ViewportCommand};
use i18n_embed_fl::fl;
use jiff::civil::Date;
use winit::event_loop::EventLoop;

use crate::practice::keys::assigned::Struck;
use crate::practice::session::{Input, State};
use crate::ui::action::Action;
use crate::words::{self, LOADER};
use crate::world::clock::Clock;
use crate::world::waker::Waker;
use crate::world::{Found, World};
use model::Model;
use screen::Screen;
use sharing::Shared;

mod act;
mod aloud;
mod answer;
mod choose;
mod day;
mod draw;
mod editing;
mod hands;
mod hurts;
mod keys;
mod listen;
mod model;
mod notices;
mod program;
mod screen;
mod sharing;
mod sounding;
mod taking;

/// egui draws two frames for a repaint without delay, and one for any other; one is enough here.
const AT_ONCE: Duration = Duration::from_millis(1);

/// How often the sound check looks whether a device is there.
const LOOKED: Duration = Duration::from_millis(500);

/// Opens the window and runs until it is closed.
pub fn open(clock: Clock, data_dir: Option<PathBuf>, file: Option<PathBuf>) -> ExitCode {
    if cfg!(target_os = "linux") && !has_display() {
        complain(&fl!(LOADER, "no-display"));
        return ExitCode::FAILURE;
    }
    let (world, found) = match World::open(clock, data_dir) {
        Ok(opened) => opened,
        Err(fault) => {
            complain(&fault.to_string());
            return ExitCode::FAILURE;
        }
    };
    let size = world.settings.window.unwrap_or([1180.0, 780.0]);
    let viewport = egui::ViewportBuilder::default()
        .with_title(words::files::window_title())
        .with_app_id("kneadwell")
        .with_inner_size(size)
        .with_min_inner_size([640.0, 480.0])
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    let (told, dropped) = channel();
    let opened = Rc::new(Cell::new(false));
    let open = {
        let opened = Rc::clone(&opened);
        move |ctx: &egui::Context| {
            opened.set(true);
            App::new(ctx, world, &found, file).hearing(dropped)
        }
    };
    let run = EventLoop::<UserEvent>::with_user_event().build().and_then(|events| {
        let creator: eframe::AppCreator<'_> = Box::new(move |context| Ok(Box::new(open(&context.egui_ctx))));
        let window = eframe::create_native("kneadwell", options, creator, &events);
        events.run_app(&mut listen::Listening::to(window, told))
    });
    let why = match run {
        Ok(()) if opened.get() => return ExitCode::SUCCESS,
        Ok(()) => fl!(LOADER, "no-window-graphics"),
        Err(error) => error.to_string(),
    };
    complain(&fl!(LOADER, "no-window", why = why));
    ExitCode::FAILURE
}

fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn complain(text: &str) {
    // Nobody is left to tell when stderr is closed.
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// The window's program.
pub struct App {
    world: World,
    model: Model,
    screen: Screen,
    waker: Waker,
    /// Files chosen in the system's dialog, which runs on a thread of its own.
    chosen: (Sender<PathBuf>, Receiver<PathBuf>),
    /// Keys that egui does not tell.
    dropped: Receiver<Struck>,
    /// What became of sharing, from threads of its own.
    shared: (Sender<Shared>, Receiver<Shared>),
    /// What the look was set to, so that it is set again only when it changes.
    dressed: Option<draw::Dress>,
    /// The day the model was drawn up for.
    day: Date,
}

impl App {
    /// Opens the window's program on a world; with a file, its program is shown, to be taken or not.
    pub fn new(ctx: &egui::Context, world: World, found: &[Found], file: Option<PathBuf>) -> Self {
        crate::ui::theme::install(ctx);
        let (called, saved) = (ctx.clone(), ctx.clone());
        let waker = Waker::new(move || called.request_repaint_after(AT_ONCE));
        world.store.on_change(Box::new(move || saved.request_repaint_after(AT_ONCE)));
        let heard = ctx.clone();
        world.sound.on_change(Box::new(move || heard.request_repaint_after(AT_ONCE)));
        let model = Model::open(&world, found);
        let day = world.clock.civil().date();
        ctx.set_zoom_factor(world.settings.zoom);
        let mut app = Self {
            world,
            model,
            screen: Screen::Today,
            waker,
            chosen: channel(),
            dropped: channel().1,
            shared: channel(),
            dressed: None,
            day,
        };
        if let Some(file) = file {
            app.take_file(&file);
        }
        app
    }

    /// Hears of the keys that egui does not tell.
    #[must_use]
    pub fn hearing(self, dropped: Receiver<Struck>) -> Self {
        Self { dropped, ..self }
    }

    /// Tells the session what is due and asks to be woken for what is due next. Also runs while the window is hidden.
    fn tick(&mut self, ctx: &egui::Context) {
        let today = self.world.clock.civil().date();
        if today != self.day && !matches!(self.screen, Screen::Player(_)) {
            self.day = today;
            self.model.new_day(&self.world);
        }
        self.model.settle(&self.world);
        while let Ok(path) = self.chosen.1.try_recv() {
            self.take_file(&path);
        }
        self.hear_of_sharing();
        if let Screen::Journal(journal) = &mut self.screen
            && journal.read_on(&self.world)
        {
            ctx.request_repaint();
        }
        let due = [self.keep_draft_in_time(), self.ask_on()].into_iter().flatten().min();
        let Screen::Player(player) = &mut self.screen else {
            // Nobody is told when a device comes or goes; the page of the sound check looks.
            let look = matches!(self.screen, Screen::SoundCheck(_)).then_some(LOOKED);
            self.waker.after([due, look].into_iter().flatten().min());
            return;
        };
        let events = player.stage.tick(&self.world);
        player.hear_of(&self.world, &events);
        player.hear_of_sound(&self.world);
        self.follow();
        self.wake_for_next(ctx);
    }

    /// Goes where the session has gone: to Summary at its end, to the list of signs when something feels wrong.
    fn follow(&mut self) {
        let Screen::Player(player) = &self.screen else { return };
        match player.stage.session().state() {
            State::Ended(ending) => self.end_session(ending),
            State::Unwell => self.check_in_session(),
            State::Running | State::Paused | State::Leaving => {}
        }
    }

    /// A running session is drawn when a second begins or something is due; nothing else moves.
    fn wake_for_next(&self, ctx: &egui::Context) {
        let Screen::Player(player) = &self.screen else { return };
        let session = player.stage.session();
        let now = player.stage.now(&self.world);
        let second = (session.state() == State::Running)
            .then(|| session.moment(now).map(|moment| to_next_second(moment.left())))
            .flatten();
        let word = player.word_fades(&self.world);
        let sight = player.sight(&self.world).and_then(|sight| sight.until);
        let stands = session.stands_for(now);
        let next = [player.stage.rest(&self.world), second, word, stands, sight].into_iter().flatten().min();
        self.waker.after(next);
        if next.is_some_and(|next| next.is_zero()) {
            ctx.request_repaint_after(AT_ONCE);
        }
    }
}

/// Returns the time until a clock that shows whole seconds, rounded up, changes.
fn to_next_second(left: Duration) -> Duration {
    let into = left.as_millis() as u64 % 1000;
    Duration::from_millis(if into == 0 { 1000 } else { into })
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if ctx.input(|input| input.viewport().close_requested()) {
            self.close(ctx);
        }
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            self.take_file(&path);
        }
        self.tick(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.dress(&ctx);
        self.take_pasted(&ctx);
        let pressed = keys::take(&ctx, &self.screen, &self.world, &self.dropped);
        if !pressed.is_empty() {
            // What a key has done is seen in the frame after this one.
            ctx.request_repaint_after(AT_ONCE);
        }
        let drawn = self.draw(ui);
        for action in pressed.into_iter().chain(drawn) {
            self.act(&ctx, action);
        }
        self.follow();
        self.wake_for_next(&ctx);
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.ground().to_normalized_gamma_f32()
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep_draft();
        // The store keeps what is on its way when it is dropped; the settings are small and kept here.
        if let Some(folder) = &self.world.folder {
            let _ = self.world.settings.save(folder);
        }
    }
}

impl App {
    /// The window's close opens the sheet first while a session is under way; a second close goes through, and the session
    /// can be taken up again.
    fn close(&mut self, ctx: &egui::Context) {
        if let Some(size) = ctx.input(|input| input.viewport().inner_rect) {
            self.world.settings.window = Some([size.width(), size.height()]);
        }
        self.keep_draft();
        let Screen::Player(player) = &mut self.screen else { return };
        if matches!(player.stage.session().state(), State::Running | State::Paused) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.act(ctx, Action::Put(Input::Stop));
        }
    }
}

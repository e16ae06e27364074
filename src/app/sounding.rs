//! What the window says about the sound: where it goes, that it is gone or back, and what is seen in its place.

use std::time::Duration;

use i18n_embed_fl::fl;

use super::App;
use super::screen::{LONG_WORD, Player, WORD};
use crate::practice::journal::{Event, Happened};
use crate::practice::score::{Sight, Sign, Stands};
use crate::practice::session::State;
use crate::ui::action::{OutputLine, Silence, SoundNow};
use crate::ui::player::Heard;
use crate::words::LOADER;
use crate::world::World;
use crate::world::settings::Device;
use crate::world::sound::{Report, SoundState, Why};

/// Of two changes closer than this the second does not flash: keys may bring them about as fast as they are struck, and three
/// flashes in a second can harm (WCAG 2.3.1).
const FLASHES_APART: Duration = Duration::from_millis(500);

impl App {
    /// Sends the sound to an output from now on, and keeps that.
    pub(super) fn sound_to(&mut self, output: Option<OutputLine>) {
        self.world.sound.choose(output.as_ref().map(|output| output.id.clone()));
        self.world.settings.device = output.map(|OutputLine { id, name }| Device { id, name });
        self.keep_settings();
    }
}

impl Player {
    /// Tells when the sound is gone, and when it is back.
    pub fn hear_of_sound(&mut self, world: &World) {
        let report = world.sound.report();
        let state = report.state;
        let told = match state {
            SoundState::Silent(why) => Some(silence(why)),
            SoundState::Off | SoundState::Playing => None,
        };
        let before = std::mem::replace(&mut self.silence, told);
        match told {
            Some(why) if before != told => {
                self.announcement = format!("{}. {}", fl!(LOADER, "player-silent"), why.words());
            }
            None if before.is_some() && state == SoundState::Playing => {
                let back = fl!(LOADER, "sound-back");
                self.announcement.clone_from(&back);
                self.say(world, back, WORD);
            }
            _ => {}
        }
        let was_passed_over = std::mem::replace(&mut self.passes_over, report.passed_over.is_some());
        if let (false, Some(why), Some(device)) = (was_passed_over, report.passed_over, &world.settings.device) {
            let words = silence(why).passes_over(&device.name);
            self.announcement.clone_from(&words);
            self.say(world, words, LONG_WORD);
        }
    }

    /// What is heard, as the page says it.
    pub fn heard(&self) -> Heard {
        self.silence.map_or(Heard::Tones, Heard::Nothing)
    }

    /// What is to be seen in the place of the sound, while nothing is heard.
    pub fn sight(&self, world: &World) -> Option<Sight> {
        let session = self.stage.session();
        if self.silence.is_none() || session.state() != State::Running {
            return None;
        }
        let stands = if world.settings.reduce_motion { Stands::STILL } else { Stands::FLASHING };
        let position = session.position(self.stage.now(world));
        let mut sight = Sight::of(session.plan(), world.settings.profile(), position, stands);
        if sight.sign == Some(Sign::Change) && has_just_changed(self.stage.events()) {
            sight.sign = Some(Sign::Mark);
        }
        Some(sight)
    }
}

/// Returns true when the change before the last one is hardly over.
fn has_just_changed(events: &[Event]) -> bool {
    let is_change = |what: &Happened| matches!(what, Happened::Began(_) | Happened::Resumed);
    let mut changes = events.iter().rev().filter(|event| is_change(&event.what)).map(|event| event.at);
    let Some(last) = changes.next() else { return false };
    changes.find(|at| *at < last).is_some_and(|before| last.saturating_sub(before) < FLASHES_APART)
}

/// Returns what Settings says about it.
pub(super) fn now(report: &Report) -> SoundNow {
    match report.state {
        SoundState::Off => SoundNow::Closed(report.fault.map(silence)),
        SoundState::Playing => SoundNow::Heard,
        SoundState::Silent(why) => SoundNow::Silent(silence(why)),
    }
}

pub(super) const fn silence(why: Why) -> Silence {
    match why {
        Why::NotBuilt => Silence::NotBuilt,
        Why::NoCard => Silence::NoDevice,
        Why::Busy => Silence::Busy,
        Why::Lost => Silence::Lost,
        Why::PlaysNothing => Silence::PlaysNothing,
        Why::Stuck => Silence::Stuck,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::plan::Plan;
    use crate::practice::program::Program;
    use crate::practice::session::{Input, Session};

    /// When something flashes, where keys are struck so far apart.
    fn flashes(apart: u64) -> Vec<Duration> {
        let program = Program::read(include_bytes!("../../routines/neck-and-shoulders.kneadwell")).unwrap();
        let plan = Plan::first_day(program.routine(None).unwrap(), &program.limits);
        let (mut session, mut events) = Session::start(plan);
        let (mut flashes, mut change) = (Vec::new(), None);
        for nth in 0..60 {
            let now = Duration::from_millis(nth * apart);
            let keys = [Input::Skip, Input::Back, Input::Pause, Input::Resume, Input::Skip];
            events.extend(session.apply(keys[nth as usize % keys.len()], now));
            let position = session.position(now);
            let sight =
                Sight::of(session.plan(), crate::practice::score::Profile::default(), position, Stands::FLASHING);
            let is_new = change != Some(position);
            if session.state() == State::Running && sight.sign == Some(Sign::Change) && is_new {
                change = Some(position);
                if !has_just_changed(&events) {
                    flashes.push(now);
                }
            }
        }
        flashes
    }

    #[test]
    fn however_fast_keys_are_struck_nothing_flashes_three_times_in_a_second() {
        for apart in [40, 130, 240, 330, 490, 510, 700] {
            let flashes = flashes(apart);
            let closest = flashes.windows(3).map(|three| three[2].saturating_sub(three[0])).min();
            assert!(closest.is_none_or(|closest| closest >= Duration::from_secs(1)), "{apart} ms apart: {flashes:?}");
        }
        let slow = flashes(1_500);
        assert!(slow.len() > 5, "slow keys flash: {slow:?}");
    }
}

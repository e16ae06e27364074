//! Keys and their duties, the large button of floor mode, and the practice round.

use eframe::egui::Context;

use super::App;
use super::keys::strike;
use super::notices;
use super::screen::{Keys, Screen};
use crate::practice::keys::assigned::Assigned;
use crate::practice::rehearsal::Rehearsal;
use crate::practice::session::Ending;
use crate::ui::action::{Hands, Room};
use crate::world::stage::Stage;

impl App {
    /// Carries out what was asked for about keys.
    pub(super) fn hands(&mut self, ctx: &Context, asked: Hands) {
        match asked {
            Hands::Open => {
                let back = self.screen.room();
                self.go(back);
                self.screen = Screen::Keys(Box::new(Keys { back, pressed: None }));
            }
            Hands::Leave => self.go(self.screen.room()),
            Hands::Struck(struck) => {
                if let Screen::Keys(keys) = &mut self.screen {
                    keys.pressed = Some(struck);
                }
            }
            Hands::Assign(duty) => {
                if let Screen::Keys(keys) = &self.screen
                    && let Some(struck) = &keys.pressed
                {
                    self.world.settings.keys.assign(struck, duty);
                    self.keep_settings();
                }
            }
            Hands::Remove(name) => {
                self.world.settings.keys.remove(&name);
                self.keep_settings();
            }
            Hands::RemoveAll => {
                self.world.settings.keys = Assigned::default();
                self.keep_settings();
            }
            Hands::Strike(key) => {
                if let Screen::Player(player) = &self.screen
                    && let Some(action) = strike(player, &self.world, key)
                {
                    self.act(ctx, action);
                }
            }
            Hands::Practise => {
                self.go(Room::Today);
                match Stage::rehearse(&self.world) {
                    Ok(Some(stage)) => self.play(stage),
                    Ok(None) => {}
                    Err(fault) => self.model.banners.push(notices::no_practice(&fault)),
                }
            }
        }
    }

    /// Leaves a practice round. One in which something was tried, or that went to its end, is offered no more.
    pub(super) fn end_rehearsal(&mut self, rehearsal: Rehearsal, ending: Ending) {
        if rehearsal.is_begun() || ending == Ending::Finished {
            self.world.settings.practised = true;
            self.keep_settings();
        }
        self.screen = Screen::Rehearsed(rehearsal);
    }
}

//! What is spoken for a key to be struck at, in the terminal: each number or choice on a line of its own, as it is said.

use i18n_embed_fl::fl;

use super::Terminal;
use crate::practice::scan::{Choice, Scan};
use crate::words::{self, LOADER};
use crate::world::World;
use crate::world::stage::Stage;

/// How far what is spoken has been printed.
#[derive(Debug, Default)]
pub(super) struct Aloud(Option<(Scan, u8)>);

impl Aloud {
    /// Prints what has been said since it was last asked.
    pub(super) fn tell(&mut self, world: &World, stage: &Stage, terminal: &Terminal) {
        let (session, now) = (stage.session(), stage.now(world));
        let on_sheet = session.on_sheet(now);
        let spoken = on_sheet.map(|since| (Choice::scan(), since));
        let Some((scan, at)) = spoken.or_else(|| Some((session.scan()?, session.position(now)))) else {
            self.0 = None;
            return;
        };
        let mut next = self.0.filter(|(before, _)| *before == scan).map_or(0, |(_, next)| next);
        for (slot, _) in scan.each().skip(next.into()).take_while(|(_, said)| *said <= at) {
            if slot == 0 {
                let any_key = match on_sheet {
                    Some(_) => fl!(LOADER, "told-any-key-at-choice"),
                    None => fl!(LOADER, "told-any-key-at-yours"),
                };
                terminal.say(&format!("{:>6}  {any_key}", ""));
            }
            let said = on_sheet.map_or_else(|| slot.to_string(), |_| words::session::choice(Choice::of(slot)));
            terminal.say(&format!("{:>6}  … {said}", ""));
            next = slot + 1;
        }
        self.0 = Some((scan, next));
    }
}

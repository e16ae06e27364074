//! Effects: the clock, the disk, the sound card, and keeping the screen awake.

use std::path::PathBuf;

use crate::practice::progress::Now;
use crate::practice::scan::AnswerBy;
use crate::practice::score::{Profile, Wanted};
use clock::Clock;
use folder::{Folder, FolderFault};
use settings::Settings;
use share::Browser;
use sound::{Levels, Sound, Tuning};
use store::{Notice, Store, StoreFault};

pub mod awake;
pub mod clock;
pub mod drafts;
pub mod file;
pub mod folder;
pub mod history;
pub mod routines;
pub mod settings;
pub mod share;
pub mod sound;
pub mod stage;
pub mod store;
mod told;
mod trial;
pub mod waker;

/// Everything outside the program that a session needs.
pub struct World {
    /// What time it is.
    pub clock: Clock,
    /// Where data is kept; none where nothing can be kept.
    pub folder: Option<Folder>,
    /// The journal.
    pub store: Store,
    /// The sound.
    pub sound: Sound,
    /// What the person has set.
    pub settings: Settings,
    /// Starts the person's browser on a page.
    pub browser: Browser,
}

/// Something to tell the person about what was found at the start.
#[derive(Debug)]
pub enum Found {
    /// The data folder cannot be used: nothing is kept.
    NoFolder(FolderFault),
    /// The journal cannot be used: nothing is kept.
    NoJournal(StoreFault),
    /// The journal has something to say.
    Journal(Notice),
    /// The settings were unreadable and are at their first values.
    Settings,
}

impl World {
    /// Opens the data folder, the journal, the settings and the sound. What cannot be opened is done without, and told:
    /// a session runs in any case.
    ///
    /// # Errors
    /// Not even a journal in memory can be had.
    pub fn open(clock: Clock, data_dir: Option<PathBuf>) -> Result<(Self, Vec<Found>), StoreFault> {
        let mut found = Vec::new();
        let folder = Folder::open(data_dir).map_err(|fault| found.push(Found::NoFolder(fault))).ok();
        let kept = folder.as_ref().and_then(|folder| match Store::open(folder, &clock) {
            Ok((store, notices)) => {
                found.extend(notices.into_iter().map(Found::Journal));
                Some(store)
            }
            Err(fault) => {
                found.push(Found::NoJournal(fault));
                None
            }
        });
        let store = kept.map_or_else(Store::in_memory, Ok)?;
        let settings = folder.as_ref().map_or_else(Settings::default, |folder| {
            let (settings, notice) = Settings::load(folder, &clock.civil());
            found.extend(notice.map(|_| Found::Settings));
            settings
        });
        let ticking = clock.clone();
        let sound = Sound::open(move || ticking.monotonic(), settings.levels());
        sound.tune(settings.tuning());
        sound.choose(settings.device.as_ref().map(|device| device.id.clone()));
        Ok((Self { clock, folder, store, sound, settings, browser: share::in_browser }, found))
    }

    /// Returns the day and the instant, as the rules take them.
    pub fn now(&self) -> Now {
        let civil = self.clock.civil();
        Now { today: civil.date(), instant: civil.timestamp() }
    }

    /// Looks into the journal of a folder, the usual one when none is given, where there is one; nothing is written.
    ///
    /// # Errors
    /// It is there and cannot be read.
    pub fn peek(clock: Clock, data_dir: Option<PathBuf>) -> Result<Option<Self>, StoreFault> {
        let Some(path) = data_dir.or_else(folder::usual) else { return Ok(None) };
        let store = Store::peek(&path)?;
        let settings = Settings::peek(&path);
        Ok(store.map(|store| Self {
            clock,
            folder: None,
            store,
            sound: Sound::off(),
            settings,
            browser: share::in_browser,
        }))
    }
}

impl Settings {
    /// Returns which of the optional sounds are wanted.
    pub const fn profile(&self) -> Profile {
        Profile { half: wanted(self.half_tick), last: wanted(self.last_tick), quiet: wanted(self.quiet) }
    }

    /// Returns how the tones are to be made.
    pub const fn tuning(&self) -> Tuning {
        Tuning { register: self.register, quiet: wanted(self.quiet) }
    }

    /// Returns how questions are answered: by any key, too, where the numbers can be heard.
    pub const fn answer_by(&self) -> AnswerBy {
        let heard = self.voice > 0 && self.volume > 0 && !self.quiet;
        if self.scan && heard { AnswerBy::Scan } else { AnswerBy::Digits }
    }

    /// Returns how loud it is to be.
    pub fn levels(&self) -> Levels {
        let of = |percent: u8| f32::from(percent) / 100.0;
        Levels { master: of(self.volume), tone: of(self.tone), voice: of(self.voice) }
    }
}

const fn wanted(yes: bool) -> Wanted {
    if yes { Wanted::Yes } else { Wanted::No }
}

//! What the person has set, in a small JSON file.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Zoned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::folder::{Folder, beside, write_whole};
use crate::practice::keys::assigned::Assigned;
use crate::practice::plan::LeadIns;
use crate::practice::score::Register;

/// Everything that can be set. Every value is within its limits once it was read or [clamped](Self::clamped).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the screen")]
pub struct Settings {
    /// How it looks.
    pub theme: Theme,
    /// How loud all sound is, 0 to 100.
    #[serde(deserialize_with = "percent")]
    pub volume: u8,
    /// How loud the tones are beside the voice, 0 to 100.
    #[serde(deserialize_with = "percent")]
    pub tone: u8,
    /// How loud the voice is beside the tones, 0 to 100.
    #[serde(deserialize_with = "percent")]
    pub voice: u8,
    /// Where the sound goes; none is the system's own output.
    pub device: Option<Device>,
    /// Ticks alone: no voice, no tones.
    pub quiet: bool,
    /// How high the tones lie.
    pub register: Register,
    /// A soft sound before the first cue wakes headphones that sleep.
    pub warm_up: bool,
    /// The sound check was done once.
    pub sound_checked: bool,
    /// A question is also answered by any key at one's number, as the numbers are spoken.
    pub scan: bool,
    /// The whole window of a session is one large button.
    pub floor: bool,
    /// Keys with a duty of their own.
    pub keys: Assigned,
    /// The practice round was gone through once.
    pub practised: bool,
    /// A tick half-way through a hold.
    pub half_tick: bool,
    /// A sign before the last hold.
    pub last_tick: bool,
    /// Nothing moves that need not.
    pub reduce_motion: bool,
    /// 0.75 to 3 in steps of a quarter.
    pub zoom: f32,
    /// How long the steps last that lead in to something, in seconds.
    pub lead_ins: LeadInSettings,
    /// The inner size of the window at the last close, in points.
    pub window: Option<[f32; 2]>,
    /// The folder of the program that was opened last.
    pub last_folder: Option<PathBuf>,
}

/// How it looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the system asks.
    #[default]
    System,
    /// Light.
    Paper,
    /// Dark.
    Dusk,
    /// High contrast.
    Contrast,
}

/// An output that was chosen for the sound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// The id under which it is opened.
    pub id: String,
    /// What it was called when it was chosen, to be named while it is not there.
    pub name: String,
}

/// [`LeadIns`] as they are written, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of plan::LeadIns")]
pub struct LeadInSettings {
    #[serde(deserialize_with = "lead_in")]
    pub new_tool: u8,
    #[serde(deserialize_with = "lead_in")]
    pub point: u8,
    #[serde(deserialize_with = "lead_in")]
    pub locate: u8,
    #[serde(deserialize_with = "lead_in")]
    pub stretch: u8,
    #[serde(deserialize_with = "lead_in")]
    pub switch: u8,
}

/// The settings could not be read, and are at their first values again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsNotice {
    /// Where the unreadable file lies now; none when it could not be moved or read at all.
    pub moved_to: Option<PathBuf>,
}

const FILE: &str = "settings.json";
/// More than any settings file of ours.
const LONGEST: u64 = 64 * 1024;
/// A lead-in is 3 to 60 seconds long.
const LEAD_IN: (u8, u8) = (3, 60);
const ZOOM: (f32, f32) = (0.75, 3.0);
const WINDOW: (f32, f32) = (200.0, 16_000.0);

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            volume: 80,
            tone: 100,
            voice: 100,
            device: None,
            quiet: false,
            register: Register::Middle,
            warm_up: false,
            sound_checked: false,
            scan: true,
            floor: false,
            keys: Assigned::default(),
            practised: false,
            half_tick: false,
            last_tick: true,
            reduce_motion: false,
            zoom: 1.0,
            lead_ins: LeadInSettings::default(),
            window: None,
            last_folder: None,
        }
    }
}

impl Default for LeadInSettings {
    fn default() -> Self {
        let usual = LeadIns::default();
        let seconds = |length: Duration| length.as_secs() as u8;
        Self {
            new_tool: seconds(usual.new_tool),
            point: seconds(usual.point),
            locate: seconds(usual.locate),
            stretch: seconds(usual.stretch),
            switch: seconds(usual.switch),
        }
    }
}

impl From<LeadInSettings> for LeadIns {
    fn from(set: LeadInSettings) -> Self {
        let seconds = |length: u8| Duration::from_secs(length.clamp(LEAD_IN.0, LEAD_IN.1).into());
        Self {
            new_tool: seconds(set.new_tool),
            point: seconds(set.point),
            locate: seconds(set.locate),
            stretch: seconds(set.stretch),
            switch: seconds(set.switch),
        }
    }
}

impl Settings {
    /// Reads the settings of a folder; where there are none, these are the first values. An unreadable file is moved
    /// aside, named with the time. Unknown keys are left out, and a value that makes no sense leaves the first one.
    pub fn load(folder: &Folder, now: &Zoned) -> (Self, Option<SettingsNotice>) {
        let path = folder.file(FILE);
        let found = match read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes),
            Err(error) if error.kind() == ErrorKind::NotFound => return (Self::default(), None),
            Err(_) => return (Self::default(), Some(SettingsNotice { moved_to: None })),
        };
        if let Ok(Value::Object(found)) = found {
            return (Self::from_keys(found), None);
        }
        let aside = beside(&path, &format!("unreadable-{}", now.strftime("%Y%m%dT%H%M%S")));
        let moved_to = fs::rename(&path, &aside).is_ok().then_some(aside);
        (Self::default(), Some(SettingsNotice { moved_to }))
    }

    /// Reads the settings of a folder and changes nothing there; what cannot be read is at its first value.
    pub fn peek(folder: &Path) -> Self {
        let found = read(&folder.join(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        found.map_or_else(Self::default, Self::from_keys)
    }

    /// Writes the settings into a folder, whole or not at all.
    ///
    /// # Errors
    /// They could not be written; the file is as it was.
    pub fn save(&self, folder: &Folder) -> io::Result<()> {
        let mut text = serde_json::to_vec_pretty(&self.clone().clamped())?;
        text.push(b'\n');
        write_whole(&folder.file(FILE), &text)
    }

    /// Returns the settings with every value brought within its limits.
    #[must_use]
    pub fn clamped(mut self) -> Self {
        let within = |value: &mut u8, (least, most): (u8, u8)| *value = (*value).clamp(least, most);
        within(&mut self.volume, (0, 100));
        within(&mut self.tone, (0, 100));
        within(&mut self.voice, (0, 100));
        let lead_ins = &mut self.lead_ins;
        for length in [
            &mut lead_ins.new_tool,
            &mut lead_ins.point,
            &mut lead_ins.locate,
            &mut lead_ins.stretch,
            &mut lead_ins.switch,
        ] {
            within(length, LEAD_IN);
        }
        self.zoom = if self.zoom.is_finite() { ((self.zoom * 4.0).round() / 4.0).clamp(ZOOM.0, ZOOM.1) } else { 1.0 };
        self.window = self
            .window
            .filter(|size| size.iter().all(|length| length.is_finite()))
            .map(|size| size.map(|length| length.clamp(WINDOW.0, WINDOW.1)));
        self
    }

    /// Takes each known key by itself, so that one bad value costs no other.
    fn from_keys(found: serde_json::Map<String, Value>) -> Self {
        let mut settings = Self::default();
        for (key, value) in found {
            let Ok(Value::Object(mut keys)) = serde_json::to_value(&settings) else { continue };
            keys.insert(key, value);
            if let Ok(taken) = serde_json::from_value::<Self>(Value::Object(keys)) {
                settings = taken;
            }
        }
        settings.clamped()
    }
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn percent<'de, D: Deserializer<'de>>(value: D) -> Result<u8, D::Error> {
    Ok(f64::deserialize(value)?.round().clamp(0.0, 100.0) as u8)
}

fn lead_in<'de, D: Deserializer<'de>>(value: D) -> Result<u8, D::Error> {
    Ok(f64::deserialize(value)?.round().clamp(LEAD_IN.0.into(), LEAD_IN.1.into()) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Folder) {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::open(Some(dir.path().to_owned())).unwrap();
        (dir, folder)
    }

    /// What one line of a settings file leaves in force.
    fn read_from(text: &str) -> Settings {
        let (_dir, folder) = folder();
        fs::write(folder.file(FILE), text).unwrap();
        Settings::load(&folder, &now()).0
    }

    fn now() -> Zoned {
        "2026-11-02T18:00:00+01:00[Europe/Zurich]".parse().unwrap()
    }

    #[test]
    fn what_is_saved_is_read_again() {
        let (_dir, folder) = folder();
        assert_eq!(Settings::load(&folder, &now()), (Settings::default(), None));
        let set = Settings {
            theme: Theme::Dusk,
            volume: 35,
            device: Some(Device { id: "alsa:sysdefault:CARD=Headset".into(), name: "A headset".into() }),
            zoom: 1.75,
            window: Some([900.0, 700.0]),
            last_folder: Some("/home/someone/plans".into()),
            lead_ins: LeadInSettings { locate: 30, ..LeadInSettings::default() },
            ..Settings::default()
        };
        set.save(&folder).unwrap();
        assert_eq!(Settings::load(&folder, &now()), (set, None));
    }

    #[test]
    fn an_unreadable_file_is_moved_aside_with_its_bytes() {
        for bytes in [&b"{\"theme\": "[..], b"[1]", b"\xff\xfe", b""] {
            let (_dir, folder) = folder();
            fs::write(folder.file(FILE), bytes).unwrap();
            let (settings, notice) = Settings::load(&folder, &now());
            assert_eq!(settings, Settings::default());
            let aside = notice.unwrap().moved_to.unwrap();
            assert_eq!(aside, folder.file("settings.json.unreadable-20261102T180000"));
            assert_eq!(fs::read(aside).unwrap(), bytes);
            assert_eq!(Settings::load(&folder, &now()), (Settings::default(), None));
        }
    }

    #[test]
    fn one_bad_value_costs_no_other_and_unknown_keys_are_left_out() {
        let (_dir, folder) = folder();
        let text = r#"{"theme": "neon", "volume": 400, "tone": -3, "zoom": 1.3, "quiet": "yes", "device": {"id": 7}, "half_tick": true,
            "lead_ins": {"locate": 900, "point": 12}, "window": [10, 1e9], "made_up": 1}"#;
        fs::write(folder.file(FILE), text).unwrap();
        let (settings, notice) = Settings::load(&folder, &now());
        let expected = Settings {
            volume: 100,
            tone: 0,
            zoom: 1.25,
            half_tick: true,
            lead_ins: LeadInSettings { locate: 60, point: 12, ..LeadInSettings::default() },
            window: Some([200.0, 16_000.0]),
            ..Settings::default()
        };
        assert_eq!((settings.clone(), notice), (expected, None));
        settings.save(&folder).unwrap();
        assert!(!fs::read_to_string(folder.file(FILE)).unwrap().contains("made_up"));
    }

    #[test]
    fn assigned_keys_are_kept_and_one_bad_line_costs_no_other() {
        let set = read_from(r#"{"keys": {"F13": "pause", "PageUp": "fly", "7": "stop", "MouseMiddle": "next"}}"#);
        assert_eq!(
            set.keys.all().map(|(name, duty)| (name, duty.id())).collect::<Vec<_>>(),
            [("F13", "pause"), ("MouseMiddle", "next")]
        );
        let (_dir, folder) = folder();
        set.save(&folder).unwrap();
        assert_eq!(Settings::load(&folder, &now()), (set, None));
        assert_eq!(
            read_from(r#"{"keys": ["F13"], "practised": true}"#),
            Settings { practised: true, ..Settings::default() }
        );
    }

    #[test]
    fn the_lead_ins_are_those_of_the_plan_until_set() {
        assert_eq!(LeadIns::from(LeadInSettings::default()), LeadIns::default());
    }
}

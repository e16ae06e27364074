//! The outputs of this computer as a person knows them, out of all the names that its sound system has for them.

use super::Output;

/// One name of the sound system's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The name under which it is opened: `alsa:sysdefault:CARD=PCH`.
    pub id: String,
    /// What the sound system says about it, in a line.
    pub line: String,
}

/// Names of ALSA that are ways to an output, not outputs: converters, mixers, and the bare card behind them.
const WAYS: [&str; 21] = [
    "null",
    "default",
    "sysdefault",
    "hw",
    "plug",
    "plughw",
    "dmix",
    "dsnoop",
    "front",
    "rear",
    "center_lfe",
    "side",
    "hdmi",
    "iec958",
    "lavrate",
    "samplerate",
    "speexrate",
    "speex",
    "upmix",
    "vdownmix",
    "usbstream",
];

/// The names of one card's output, the most useful first: shared with other programs, then by its plug, then alone.
const OF_A_CARD: [&str; 4] = ["sysdefault", "hdmi", "iec958", "plughw"];

/// Returns each output once. The system's own is not among them: it is always there to be chosen.
pub fn folded(listed: &[Listed]) -> Vec<Output> {
    let mut kept: Vec<(Named<'_>, &Listed)> = Vec::new();
    let mut names: Vec<_> = listed.iter().filter_map(|each| Some((Named::of(&each.id)?, each))).collect();
    names.sort_by_key(|(named, _)| named.rank);
    for (named, each) in names {
        let is_known = kept.iter().any(|(known, other)| named.is_same_card(known) && other.line == each.line);
        if !is_known {
            kept.push((named, each));
        }
    }
    let twice = |line: &str| kept.iter().filter(|(_, each)| each.line == line).count() > 1;
    kept.iter()
        .map(|(named, each)| Output {
            id: each.id.clone(),
            name: match named.card {
                Some(card) if twice(&each.line) => format!("{} ({card})", each.line),
                _ => each.line.clone(),
            },
        })
        .collect()
}

/// What a name of ALSA consists of. A name of another sound system is an output of its own.
struct Named<'a> {
    card: Option<&'a str>,
    rank: usize,
}

impl<'a> Named<'a> {
    /// Reads a name; none where it is only a way to an output.
    fn of(id: &'a str) -> Option<Self> {
        let Some(pcm) = id.strip_prefix("alsa:") else { return Some(Self { card: None, rank: 0 }) };
        let (kind, arguments) = pcm.split_once(':').unwrap_or((pcm, ""));
        let card = arguments.split(',').find_map(|argument| argument.strip_prefix("CARD="));
        let rank = OF_A_CARD.iter().position(|&of_a_card| of_a_card == kind);
        match (card, rank) {
            (Some(_), Some(rank)) => Some(Self { card, rank: rank + 1 }),
            (None, _) if !WAYS.contains(&kind) && !kind.starts_with("surround") => Some(Self { card: None, rank: 0 }),
            _ => None,
        }
    }

    /// Cards are named or numbered; a number may stand for any name. What is on no card is like nothing else.
    fn is_same_card(&self, other: &Self) -> bool {
        let is_number = |card: &str| card.bytes().all(|byte| byte.is_ascii_digit());
        match (self.card, other.card) {
            (Some(one), Some(two)) => one == two || is_number(one) || is_number(two),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(listed: &[(&str, &str)]) -> Vec<(String, String)> {
        let listed: Vec<_> =
            listed.iter().map(|(id, line)| Listed { id: format!("alsa:{id}"), line: (*line).to_owned() }).collect();
        let short = |output: Output| (output.id.trim_start_matches("alsa:").to_owned(), output.name);
        folded(&listed).into_iter().map(short).collect()
    }

    #[test]
    fn dozens_of_names_are_a_few_outputs() {
        let analog = "HDA Intel PCH, ALC257 Analog";
        let hdmi = "HDA Intel PCH, HDMI 0";
        let found = names(&[
            ("null", "Discard all samples (playback) or generate zero samples (capture)"),
            ("lavrate", "Rate Converter Plugin Using Libav/FFmpeg Library"),
            ("pipewire", "PipeWire Sound Server"),
            ("default", "Default ALSA Output (currently PipeWire Media Server)"),
            ("hw:CARD=PCH,DEV=0", analog),
            ("plughw:CARD=PCH,DEV=0", analog),
            ("sysdefault:CARD=PCH", analog),
            ("front:CARD=PCH,DEV=0", analog),
            ("surround51:CARD=PCH,DEV=0", analog),
            ("plughw:CARD=PCH,DEV=3", hdmi),
            ("hdmi:CARD=PCH,DEV=0", hdmi),
            ("dmix:CARD=PCH,DEV=0", analog),
            ("plughw:CARD=0,DEV=0", analog),
            ("hw:CARD=0,DEV=3", hdmi),
        ]);
        let found: Vec<_> = found.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
        let server = ("pipewire", "PipeWire Sound Server");
        assert_eq!(found, [server, ("sysdefault:CARD=PCH", analog), ("hdmi:CARD=PCH,DEV=0", hdmi)]);
    }

    #[test]
    fn two_alike_are_told_apart_by_their_cards() {
        let line = "USB Audio, USB Audio";
        let found = names(&[("sysdefault:CARD=Headset", line), ("sysdefault:CARD=Headset_1", line)]);
        let names: Vec<_> = found.into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["USB Audio, USB Audio (Headset)", "USB Audio, USB Audio (Headset_1)"]);
    }

    #[test]
    fn names_of_another_sound_system_stay_as_they_are() {
        let listed = [("wasapi:{0.0.0.1}", "Speakers"), ("wasapi:{0.0.0.2}", "Speakers")];
        let listed = listed.map(|(id, line)| Listed { id: id.to_owned(), line: line.to_owned() });
        let kept = folded(&listed).into_iter().map(|output| (output.id, output.name));
        assert!(kept.eq(listed.map(|each| (each.id, each.line))));
    }
}

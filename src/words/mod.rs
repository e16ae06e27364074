//! Text: turns typed reasons, faults, sites and moments into what a person reads.
//!
//! All `assets/locales/<lang>/*.ftl` are one vocabulary, read through [`LOADER`]. Two kinds of keys:
//!
//! - What the code names itself stands in `kneadwell.ftl`: `fl!(LOADER, "key", arg = value)` checks key and arguments
//!   while compiling. The macro reads that one file and no other, so every such text belongs there, under a heading.
//! - What data names (a site's id, a cue) stands in a file of its own, `sites.ftl` or `cues.ftl`, and is asked for with
//!   `LOADER.get(&format!("site-{id}"))`; a test covers every id.

pub mod chapters;
pub mod dates;
pub mod fault;
pub mod files;
pub mod gate;
pub mod handout;
pub mod hurts;
pub mod journal;
pub mod keys;
pub mod notices;
pub mod place;
pub mod program;
pub mod progress;
pub mod rehearsal;
pub mod safety;
pub mod session;
pub mod taking;

use std::borrow::Cow;
use std::sync::LazyLock;

use i18n_embed::fluent::{FluentLanguageLoader, fluent_language_loader};
use i18n_embed::{I18nAssets, LanguageLoader};
use rust_embed::RustEmbed;

/// Every text of the program, in the language in force.
pub static LOADER: LazyLock<FluentLanguageLoader> = LazyLock::new(|| {
    let loader = fluent_language_loader!();
    // Without its files it answers with bare keys; the tests below keep that from shipping.
    let _ = loader.load_fallback_language(&Vocabulary);
    // Directional marks around arguments would end up in terminals and reports; all languages are left-to-right.
    loader.set_use_isolating(false);
    loader
});

/// Makes a changed text compile anew, so that `fl!` checks against it.
const _: &str = include_str!("../../assets/locales/en/kneadwell.ftl");

#[derive(RustEmbed)]
#[folder = "assets/locales/"]
struct Files;

/// The files of a language, read as one.
struct Vocabulary;

impl I18nAssets for Vocabulary {
    fn get_files(&self, path: &str) -> Vec<Cow<'_, [u8]>> {
        let Some((language, _)) = path.split_once('/') else { return Vec::new() };
        let mut all = Vec::new();
        for file in Files::iter().filter(|file| file.split_once('/').is_some_and(|(folder, _)| folder == language)) {
            all.extend(Files::get(&file).iter().flat_map(|file| file.data.iter()).chain(b"\n"));
        }
        if all.is_empty() { Vec::new() } else { vec![Cow::Owned(all)] }
    }

    fn filenames_iter(&self) -> Box<dyn Iterator<Item = String> + '_> {
        Box::new(Files::iter().map(Cow::into_owned))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use i18n_embed_fl::fl;

    use super::*;

    #[test]
    fn words_load() {
        assert_eq!(fl!(LOADER, "fault-empty"), "the file is empty");
    }

    #[test]
    fn every_file_is_read_and_no_key_stands_twice() {
        let mut keys = BTreeSet::new();
        for file in Files::iter().filter(|file| file.starts_with("en/")) {
            let text = String::from_utf8(Files::get(&file).unwrap().data.into_owned()).unwrap();
            for line in text.lines() {
                let Some((key, _)) = line.split_once(" =") else { continue };
                if key.starts_with(|c: char| c.is_ascii_lowercase()) {
                    assert!(LOADER.has(key), "{file} has {key}, but it is not read");
                    assert!(keys.insert(key.to_owned()), "{key} stands twice");
                }
            }
        }
    }
}

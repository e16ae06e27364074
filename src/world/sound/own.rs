//! What a program says in its own words, spoken by the system's speech program, where there is one.
//!
//! It is asked ahead, on a thread of its own, and what it answers is kept: so a text has a length, is laid between the tones
//! like every other phrase, and is played, cut and levelled with them. Until it is there, and where it never comes, the
//! general phrase is said. The words stay in memory; no fault tells them.

use std::collections::{HashMap, VecDeque};
use std::ffi::OsString;
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::voice::{self, Voice, resampled};
use crate::practice::score::{Lengths, OwnText, Phrase};

mod level;
mod program;

use program::{Answer, ask};

/// The voice inside the program, and the texts that the system has spoken.
#[derive(Clone, Default)]
pub struct OwnVoice(Arc<Kept>);

#[derive(Default)]
struct Kept {
    programs: Vec<OsString>,
    state: Mutex<State>,
    /// How many texts have been spoken in all.
    texts: AtomicUsize,
}

#[derive(Default)]
struct State {
    said: HashMap<OwnText, Arc<[f32]>>,
    wanted: VecDeque<String>,
    busy: bool,
}

/// The names under which the speech programs are known, the better first. Both take the same arguments.
const PROGRAMS: [&str; 2] = ["espeak-ng", "espeak"];

impl OwnVoice {
    /// Returns a voice that asks the system's speech program.
    pub fn of_system() -> Self {
        Self::asking(PROGRAMS.map(OsString::from))
    }

    /// Returns a voice that asks the first of these programs that is there. Without any it has no text.
    pub fn asking(programs: impl IntoIterator<Item = OsString>) -> Self {
        Self(Arc::new(Kept { programs: programs.into_iter().collect(), ..Kept::default() }))
    }

    /// Has these texts spoken, and forgets all others. Returns at once; what has failed before is tried again.
    pub fn prepare<'a>(&self, texts: impl IntoIterator<Item = &'a str>) {
        if self.0.programs.is_empty() || !self.want(texts) {
            return;
        }
        let kept = Arc::clone(&self.0);
        if thread::Builder::new().name("speech".into()).spawn(move || kept.work()).is_err() {
            self.0.state().busy = false;
        }
    }

    /// As [`Self::prepare`], but waits until all is spoken or has failed; returns whether all is.
    pub fn prepare_now<'a>(&self, texts: impl IntoIterator<Item = &'a str> + Clone) -> bool {
        if self.want(texts.clone()) {
            self.0.work();
        }
        let state = self.0.state();
        texts.into_iter().all(|text| state.said.contains_key(&OwnText::of(text)))
    }

    /// Returns how many texts have been spoken so far, to see that there are more; costs next to nothing.
    pub fn texts(&self) -> usize {
        self.0.texts.load(Relaxed)
    }

    /// Returns the samples of a phrase at a rate.
    pub fn samples(&self, phrase: Phrase, rate: u32) -> Option<Vec<f32>> {
        let Phrase::Own(text) = phrase else { return Voice::samples(phrase, rate) };
        let said = self.0.state().said.get(&text).cloned()?;
        Some(resampled(&said, voice::RATE, rate))
    }

    /// Notes what is wanted; returns whether somebody has to begin work.
    fn want<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> bool {
        let texts: Vec<_> = texts.into_iter().map(|text| (OwnText::of(text), text)).collect();
        let mut state = self.0.state();
        state.said.retain(|said, _| texts.iter().any(|(mark, _)| mark == said));
        state.wanted.clear();
        for (mark, text) in texts {
            if !state.said.contains_key(&mark) && !state.wanted.iter().any(|wanted| wanted == text) {
                state.wanted.push_back(text.to_owned());
            }
        }
        let begins = !state.busy && !state.wanted.is_empty();
        state.busy |= begins;
        begins
    }
}

impl Kept {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Speaks what is wanted, one after another.
    fn work(&self) {
        while let Some(text) = self.next() {
            match self.speak(&text) {
                Answer::Wave(wave) => {
                    if let Some(samples) = level::speech(&wave) {
                        self.state().said.insert(OwnText::of(&text), samples.into());
                        self.texts.fetch_add(1, Relaxed);
                    }
                }
                Answer::Nothing => {}
                // One that hangs, or is not there, will not do better with the next text.
                Answer::Late | Answer::Missing => self.state().wanted.clear(),
            }
        }
    }

    fn next(&self) -> Option<String> {
        let mut state = self.state();
        let next = state.wanted.pop_front();
        state.busy = next.is_some();
        next
    }

    fn speak(&self, text: &str) -> Answer {
        let mut answers = self.programs.iter().map(|program| ask(program, text));
        answers.find(|answer| !matches!(answer, Answer::Missing)).unwrap_or(Answer::Missing)
    }
}

impl Lengths for OwnVoice {
    fn length(&self, phrase: Phrase) -> Option<Duration> {
        let Phrase::Own(text) = phrase else { return Voice.length(phrase) };
        let samples = self.0.state().said.get(&text)?.len() as u64;
        Some(Duration::from_millis((samples * 1000).div_ceil(u64::from(voice::RATE))))
    }
}

impl fmt::Debug for OwnVoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Texts are nobody's business.
        f.debug_struct("OwnVoice").field("programs", &self.0.programs).finish_non_exhaustive()
    }
}

//! Collects the faults of a text while it is read.

use super::fault::{Fault, Refusal, What};

/// A file with more faults than this is no therapist's; the rest are counted.
const MOST_LISTED: usize = 500;

/// The proof that a fault was noted: what cannot be read returns it, and reading goes on beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reported(());

/// The faults found so far.
pub(super) struct Faults<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    found: Vec<(usize, String, What)>,
    unlisted: usize,
}

impl<'t> Faults<'t> {
    pub fn new(text: &'t str) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, line_starts, found: Vec::new(), unlisted: 0 }
    }

    /// Notes a fault at this byte of the text.
    pub fn add(&mut self, at: usize, path: &str, what: What) -> Reported {
        if self.found.len() < MOST_LISTED {
            self.found.push((at, path.to_owned(), what));
        } else {
            self.unlisted += 1;
        }
        Reported(())
    }

    /// Returns the line of this byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at)
    }

    /// True once further faults are only counted.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MOST_LISTED
    }

    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Returns every fault in the order of the text.
    pub fn refusal(mut self) -> Refusal {
        self.found.sort_by_key(|(at, ..)| *at);
        if self.unlisted > 0 {
            self.found.push((self.text.len(), "$".to_owned(), What::More { count: self.unlisted }));
        }
        let located = std::mem::take(&mut self.found).into_iter().map(|(at, path, what)| {
            let line = self.line(at);
            let start = self.line_starts.get(line - 1).copied().unwrap_or_default();
            let column = self.text.get(start..at).map_or(1, |before| before.chars().count() + 1);
            Fault { line, column, path, what }
        });
        Refusal(located.collect())
    }
}

//! Where orders are handed to a performance, aside of the thread that plays.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender};
use std::time::Duration;

use super::performance::{Order, Part, Utterance};
use super::tones::{Signal, Tones, Tuning};

/// The other end of a performance: orders go in, parts that are done with come out.
#[derive(Debug)]
pub struct Desk {
    /// Takes orders; never waits.
    pub orders: SyncSender<Order>,
    /// What the performance is done with.
    pub spent: Receiver<Box<Part>>,
    /// All samples that were handed over, but words. They stay here as long as the card is open, so that none is freed
    /// between two samples of sound.
    tones: Vec<Tones>,
    signals: Vec<(Signal, Arc<[f32]>)>,
}

impl Desk {
    pub(super) fn new(orders: SyncSender<Order>, spent: Receiver<Box<Part>>, tones: Tones) -> Self {
        Self { orders, spent, tones: vec![tones], signals: Vec::new() }
    }

    /// Has the tones made in another way. They are made here, aside of the thread that plays.
    pub fn retune(&mut self, tuning: Tuning) {
        let Some(rate) = self.tones.first().map(Tones::rate) else { return };
        let found = self.tones.iter().find(|tones| tones.tuning() == tuning).cloned();
        let tones = found.unwrap_or_else(|| {
            let made = Tones::at(rate, tuning);
            self.tones.push(made.clone());
            made
        });
        let _ = self.orders.try_send(Order::Retune(tones));
    }

    /// Sounds what is no cue at an instant.
    pub fn signal(&mut self, signal: Signal, at: Duration) {
        let Some(rate) = self.tones.first().map(Tones::rate) else { return };
        let found = self.signals.iter().find(|(kept, _)| *kept == signal).map(|(_, samples)| Arc::clone(samples));
        let samples = found.unwrap_or_else(|| {
            let made: Arc<[f32]> = signal.samples(rate).into();
            self.signals.push((signal, Arc::clone(&made)));
            made
        });
        let _ = self.orders.try_send(Order::Signal(Utterance { samples, at }));
    }
}

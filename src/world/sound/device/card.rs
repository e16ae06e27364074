//! The default sound card, through rodio.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;
use std::time::Duration;

use rodio::cpal::{self, BufferSize, ErrorKind};
use rodio::{DeviceSinkBuilder, MixerDeviceSink, Source};

use super::super::performance::{Clock, Desk, Gauge, Performance};
use super::super::tones::{Tones, Tuning};
use super::Why;

/// Frames that are asked for at once: two of them lie between a tone that is said and the ear.
const PERIOD: u32 = 1024;

/// An open card. It plays until it is dropped; dropping it waits for its thread.
#[derive(Debug)]
pub struct Card {
    sink: MixerDeviceSink,
}

impl Card {
    /// Opens the default card and begins a performance at it.
    pub fn open(clock: &Clock, gauge: &Arc<Gauge>, tuning: Tuning) -> Result<(Self, Desk), Why> {
        let default = || DeviceSinkBuilder::from_default_device().map_err(|_| Why::NoCard);
        let mut sink = match Self::start(default()?, gauge, BufferSize::Fixed(PERIOD)) {
            Ok(sink) => sink,
            Err(_) => Self::start(default()?, gauge, BufferSize::Default)?,
        };
        sink.log_on_drop(false);
        let (rate, channels) = (sink.config().sample_rate(), sink.config().channel_count());
        let (performance, desk) = Performance::new(Arc::clone(clock), Arc::clone(gauge), Tones::at(rate.get(), tuning));
        sink.mixer().add(Interleaved { performance, rate, channels, sample: 0.0, channel: 0 });
        Ok((Self { sink }, desk))
    }

    pub fn rate(&self) -> u32 {
        self.sink.config().sample_rate().get()
    }

    /// Closes it; waits for its thread, which may hang.
    pub fn close(self) {
        drop(self.sink);
    }

    /// Opens the stream. Rodio's own way of opening prints errors, so they are taken here.
    fn start(card: DeviceSinkBuilder, gauge: &Arc<Gauge>, buffer: BufferSize) -> Result<MixerDeviceSink, Why> {
        let gauge = Arc::clone(gauge);
        let card = card.with_buffer_size(buffer).with_error_callback(move |error| note(&gauge, &error));
        card.open_stream().map_err(|_| Why::NoCard)
    }
}

/// Runs on the card's thread, which may fail millions of times in a second.
fn note(gauge: &Gauge, error: &cpal::Error) {
    match error.kind() {
        ErrorKind::RealtimeDenied => {}
        ErrorKind::Xrun | ErrorKind::DeviceChanged => {
            gauge.gaps.fetch_add(1, Relaxed);
        }
        _ => {
            if gauge.broken.swap(true, Relaxed) {
                thread::sleep(Duration::from_millis(1));
            }
        }
    }
}

/// A performance on every channel of a card.
struct Interleaved {
    performance: Performance,
    rate: NonZero<u32>,
    channels: NonZero<u16>,
    sample: f32,
    channel: u16,
}

impl Iterator for Interleaved {
    type Item = f32;

    #[inline]
    fn next(&mut self) -> Option<f32> {
        if self.channel == 0 {
            self.sample = self.performance.frame();
            self.channel = self.channels.get();
        }
        self.channel -= 1;
        Some(self.sample)
    }
}

impl Source for Interleaved {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> NonZero<u16> {
        self.channels
    }

    fn sample_rate(&self) -> NonZero<u32> {
        self.rate
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

//! A sound card, through rodio.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;
use std::time::Duration;

use rodio::cpal::traits::{DeviceTrait, HostTrait};
use rodio::cpal::{self, BufferSize, Device, ErrorKind};
use rodio::{DeviceSinkBuilder, DeviceSinkError, MixerDeviceSink, Source};

use super::super::performance::{Clock, Desk, Gauge, Performance};
use super::super::tones::{Tones, Tuning};
use super::outputs::{Listed, folded};
use super::{Output, Why};

/// Frames that are asked for at once: two of them lie between a tone that is said and the ear.
const PERIOD: u32 = 1024;

/// An open card. It plays until it is dropped; dropping it waits for its thread.
#[derive(Debug)]
pub struct Card {
    sink: MixerDeviceSink,
}

impl Card {
    /// Opens an output by its id, or the system's own, and begins a performance there.
    pub fn open(output: Option<&str>, clock: &Clock, gauge: &Arc<Gauge>, tuning: Tuning) -> Result<(Self, Desk), Why> {
        hold_tongue();
        let device = || match output {
            Some(id) => devices().find(|device| id_of(device).as_deref() == Some(id)).ok_or(Why::NoCard),
            None => cpal::default_host().default_output_device().ok_or(Why::NoCard),
        };
        let start = |buffer| {
            let card = DeviceSinkBuilder::from_device(device()?).map_err(|fault| why(&fault))?;
            // Rodio's own way of opening prints errors, so they are taken here.
            let gauge = Arc::clone(gauge);
            let card = card.with_buffer_size(buffer).with_error_callback(move |error| note(&gauge, error.kind()));
            card.open_stream().map_err(|fault| why(&fault))
        };
        let mut sink = match start(BufferSize::Fixed(PERIOD)) {
            Ok(sink) => sink,
            Err(_) => start(BufferSize::Default)?,
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
}

/// Returns the outputs that can be chosen.
pub fn outputs() -> Vec<Output> {
    hold_tongue();
    let listed = devices().filter_map(|device| {
        let line = device.description().ok()?.name().trim().to_owned();
        Some(Listed { id: id_of(&device)?, line })
    });
    folded(&listed.collect::<Vec<_>>())
}

/// Returns the id of the system's own output, where the system tells one: ALSA has a name for it that never changes.
pub fn default_id() -> Option<String> {
    if cfg!(any(target_os = "linux", target_os = "freebsd")) {
        return None;
    }
    id_of(&cpal::default_host().default_output_device()?)
}

fn devices() -> impl Iterator<Item = Device> {
    let devices = cpal::default_host().devices().into_iter().flatten();
    devices.filter(Device::supports_output)
}

fn id_of(device: &Device) -> Option<String> {
    Some(device.id().ok()?.to_string())
}

fn why(fault: &DeviceSinkError) -> Why {
    let of = |error: &cpal::Error| if error.kind() == ErrorKind::DeviceBusy { Why::Busy } else { Why::NoCard };
    match fault {
        DeviceSinkError::DefaultSinkConfigError(error) => of(error),
        _ => Why::NoCard,
    }
}

/// Runs on the card's thread, which may fail millions of times in a second. All but a gap means that the stream is dead.
fn note(gauge: &Gauge, error: ErrorKind) {
    let fatal = match error {
        ErrorKind::RealtimeDenied => return,
        ErrorKind::Xrun => {
            gauge.gaps.fetch_add(1, Relaxed);
            return;
        }
        ErrorKind::DeviceChanged | ErrorKind::StreamInvalidated => &gauge.moved,
        _ => &gauge.broken,
    };
    if fatal.swap(true, Relaxed) {
        thread::sleep(Duration::from_millis(1));
    } else {
        hold_tongue();
    }
}

/// ALSA writes every fault of a card to stderr, several lines each; from here on it does not on this thread. They are told by
/// the program itself.
fn hold_tongue() {
    #[cfg(target_os = "linux")]
    let _ = alsa::Output::local_error_handler();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_a_gap_means_that_the_stream_is_dead() {
        let told = |error| {
            let gauge = Gauge::default();
            note(&gauge, error);
            (gauge.broken.load(Relaxed), gauge.moved.load(Relaxed), gauge.gaps.load(Relaxed))
        };
        assert_eq!(told(ErrorKind::Xrun), (false, false, 1));
        assert_eq!(told(ErrorKind::RealtimeDenied), (false, false, 0));
        for error in [ErrorKind::DeviceChanged, ErrorKind::StreamInvalidated] {
            assert_eq!(told(error), (false, true, 0), "{error}");
        }
        let fatal = [
            ErrorKind::DeviceNotAvailable,
            ErrorKind::DeviceBusy,
            ErrorKind::HostUnavailable,
            ErrorKind::InvalidInput,
            ErrorKind::PermissionDenied,
            ErrorKind::ResourceExhausted,
            ErrorKind::UnsupportedConfig,
            ErrorKind::UnsupportedOperation,
            ErrorKind::BackendError,
            ErrorKind::Other,
        ];
        for error in fatal {
            assert_eq!(told(error), (true, false, 0), "{error}");
        }
    }
}

//! A rendered score as a file: WAV, true to the bit, or Ogg Vorbis, a tenth of its size.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::num::{NonZero, NonZeroU8, NonZeroU32};
use std::path::{Path, PathBuf};

use hound::{SampleFormat, WavSpec, WavWriter};
use vorbis_rs::{VorbisBitrateManagementStrategy, VorbisEncoderBuilder, VorbisError};

use super::{RATE, Render};

/// The form of a sound file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One channel, 16 bits.
    Wav,
    /// One channel of Vorbis, made from the samples of the WAV.
    Ogg,
}

impl Form {
    /// Returns the form that a file's ending asks for.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        match ending.as_str() {
            "wav" => Some(Self::Wav),
            "ogg" => Some(Self::Ogg),
            _ => None,
        }
    }
}

/// Vorbis' own measure, from -0.2 to 1: some 80 kbit/s where something sounds, next to nothing in between.
const QUALITY: f32 = 0.6;
/// Meant to be drawn by lot, so that streams can be joined; here the same session is to give the same file.
const SERIAL: i32 = 1;
const MONO: NonZeroU8 = NonZero::<u8>::MIN;

impl Render {
    /// Writes a WAV file. It appears whole or not at all.
    ///
    /// # Errors
    /// What the disk says. A path that is there and is no plain file is refused.
    pub fn wav(&self, path: &Path) -> io::Result<()> {
        whole(path, |file| {
            let spec =
                WavSpec { channels: 1, sample_rate: RATE, bits_per_sample: 16, sample_format: SampleFormat::Int };
            let mut wav = WavWriter::new(BufWriter::new(file), spec).map_err(of_hound)?;
            self.play(|block| block.iter().try_for_each(|&sample| wav.write_sample(sample))).map_err(of_hound)?;
            wav.finalize().map_err(of_hound)
        })
    }

    /// Writes an Ogg Vorbis file with these comments, each a name and a text. It appears whole or not at all.
    ///
    /// # Errors
    /// As [`Self::wav`].
    pub fn ogg(&self, path: &Path, comments: &[(String, String)]) -> io::Result<()> {
        whole(path, |file| self.encode(BufWriter::new(file), comments).map_err(of_vorbis)?.flush())
    }

    fn encode<W: Write>(&self, sink: W, comments: &[(String, String)]) -> Result<W, VorbisError> {
        let rate = NonZeroU32::new(RATE).unwrap_or(NonZeroU32::MIN);
        let mut encoder = VorbisEncoderBuilder::new_with_serial(rate, MONO, sink, SERIAL)
            .bitrate_management_strategy(VorbisBitrateManagementStrategy::QualityVbr { target_quality: QUALITY })
            .comment_tags(comments.iter().map(|(name, text)| (name.as_str(), text.as_str())))?
            .build()?;
        let mut wave = Vec::new();
        self.play(|block| {
            wave.clear();
            wave.extend(block.iter().map(|&sample| f32::from(sample) / f32::from(i16::MAX)));
            encoder.encode_audio_block([&wave])
        })?;
        encoder.finish()
    }
}

/// Writes a file under another name until it is whole.
fn whole(path: &Path, write: impl FnOnce(File) -> io::Result<()>) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file"));
    }
    let draft = draft_of(path)?;
    let kept = File::create_new(&draft)?;
    let written = kept.try_clone().and_then(write).and_then(|()| kept.sync_all());
    let written = written.and_then(|()| fs::rename(&draft, path));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

/// The name under which a file is written until it is whole.
fn draft_of(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no file name"))?;
    let mut draft = std::ffi::OsString::from(".");
    draft.push(name);
    draft.push(format!(".{}.part", std::process::id()));
    Ok(path.with_file_name(draft))
}

fn of_hound(error: hound::Error) -> io::Error {
    match error {
        hound::Error::IoError(error) => error,
        other => io::Error::other(other),
    }
}

fn of_vorbis(error: VorbisError) -> io::Error {
    match error {
        VorbisError::Io(error) => error,
        other => io::Error::other(other),
    }
}

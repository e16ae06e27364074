//! Effects: the clock, the disk, the sound card, and keeping the screen awake.

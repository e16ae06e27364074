//! The player: what to do now, legible from three metres.

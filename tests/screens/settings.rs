//! What the settings screen shows and asks for.

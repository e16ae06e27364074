//! What the player screen shows and asks for.

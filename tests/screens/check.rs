//! What the check screen shows and asks for.

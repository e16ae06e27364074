//! What the stop screen shows and asks for.

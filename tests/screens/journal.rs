//! What the journal screen shows and asks for.

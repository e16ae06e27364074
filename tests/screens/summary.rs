//! What the summary screen shows and asks for.

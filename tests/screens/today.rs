//! What the today screen shows and asks for.

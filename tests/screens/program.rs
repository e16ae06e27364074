//! What the program screen shows and asks for.

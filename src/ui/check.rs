//! What may be wrong: the list of signs, before a session and inside one.

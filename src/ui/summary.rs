//! Summary: what the session came to.

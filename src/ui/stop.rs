//! The stop screen: where to turn.

//! Text: turns typed reasons, faults, sites and moments into what a person reads.

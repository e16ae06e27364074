//! The rail and the page beside it.

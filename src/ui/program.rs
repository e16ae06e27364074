//! Program: the one in force, and where another comes from.

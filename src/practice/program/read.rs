//! From the bytes of a file to a [`Program`], collecting every fault.

use super::Program;
use super::fault::{Fault, Refusal, What};

pub(super) fn read(_bytes: &[u8]) -> Result<Program, Refusal> {
    Err(Refusal(vec![Fault { line: 1, column: 1, path: "$".to_owned(), what: What::Empty }]))
}

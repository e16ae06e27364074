//! The programs that come with Kneadwell, in the format a therapist writes.

use crate::practice::program::{Program, Revision};
use crate::words;

/// A program that comes with Kneadwell.
#[derive(Debug, Clone, Copy)]
pub struct Shipped {
    /// Its file's name.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All of them; the short demo first.
pub const SHIPPED: [Shipped; 5] = [
    Shipped { name: "demo.kneadwell", text: include_str!("../../routines/demo.kneadwell") },
    Shipped { name: "neck-and-shoulders.kneadwell", text: include_str!("../../routines/neck-and-shoulders.kneadwell") },
    Shipped { name: "upper-back-wall.kneadwell", text: include_str!("../../routines/upper-back-wall.kneadwell") },
    Shipped { name: "low-back-and-hip.kneadwell", text: include_str!("../../routines/low-back-and-hip.kneadwell") },
    Shipped { name: "calf-and-foot.kneadwell", text: include_str!("../../routines/calf-and-foot.kneadwell") },
];

/// Returns whom a program says to turn to: the therapist, with where to reach them. One that comes with Kneadwell was prescribed
/// by nobody.
pub fn therapist(program: &Program, revision: Revision) -> Option<(&str, Option<&str>)> {
    let is_shipped = SHIPPED.iter().any(|shipped| Revision::of(shipped.text.as_bytes()) == revision);
    (!is_shipped).then_some((program.prescribed.by.as_str(), program.prescribed.contact.as_deref()))
}

impl Shipped {
    /// Returns its title, and a line about it.
    pub fn shown(&self) -> (String, String) {
        Program::read(self.text.as_bytes()).map_or_else(
            |_| (self.name.to_owned(), String::new()),
            |program| {
                let line = words::files::about(&program);
                (program.title, line)
            },
        )
    }
}

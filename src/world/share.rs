//! What leaves this computer by hand: a program on paper, or as a file.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::folder::{Folder, FolderFault, make, write_whole};

mod code;
mod figure;
pub mod handout;

/// Starts a browser on a page, or says why it cannot.
pub type Browser = fn(&Path) -> io::Result<()>;

/// A browser that has not failed by then has the page.
const PATIENCE: Duration = Duration::from_secs(3);
/// File systems allow 255 bytes in a name; a shorter one is read at a glance.
const LONGEST_NAME: usize = 60;

/// Opens a page in the person's own browser. It waits for the browser to start.
///
/// # Errors
/// There is none that could be started.
pub fn in_browser(page: &Path) -> io::Result<()> {
    open::that_detached_with_timeout(page, PATIENCE)
}

/// Writes a handout into the data folder, in place of an earlier one of that title, and returns where it is.
///
/// # Errors
/// It could not be written, and where.
pub fn keep_handout(folder: &Folder, title: &str, page: &str) -> Result<PathBuf, (PathBuf, io::Error)> {
    let handouts = folder.file("handouts");
    let file = handouts.join(file_name(title, "html"));
    let made = make(&handouts).map_err(|fault| match fault {
        FolderFault::NotCreatable { why, .. } => io::Error::other(why),
        fault => io::Error::other(fault.to_string()),
    });
    match made.and_then(|()| write_whole(&file, page.as_bytes())) {
        Ok(()) => Ok(file),
        Err(error) => Err((file, error)),
    }
}

/// Returns a name for a file of this title that every system takes.
pub fn file_name(title: &str, extension: &str) -> String {
    let mut name = String::new();
    for part in title.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        let joined = if name.is_empty() { part.to_owned() } else { format!("-{part}") };
        let room = LONGEST_NAME.saturating_sub(name.chars().count());
        name.extend(joined.chars().take(room));
    }
    let name = name.trim_end_matches('-');
    format!("{}.{extension}", if name.is_empty() { "program" } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_that_every_system_takes() {
        let name = |title: &str| file_name(title, "html");
        assert_eq!(name("Neck and shoulders"), "Neck-and-shoulders.html");
        assert_eq!(name("../../etc/passwd"), "etc-passwd.html");
        assert_eq!(name("Größe: «½» \\ / .."), "Größe-½.html");
        assert_eq!(name("…"), "program.html");
        assert_eq!(name(&"long ".repeat(40)).chars().count(), 59 + ".html".len());
        assert!(name(&"膝".repeat(120)).len() < 255);
    }

    #[test]
    fn a_handout_is_for_its_owner_alone() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::open(Some(dir.path().to_owned())).unwrap();
        let file = keep_handout(&folder, "Neck", "one").unwrap();
        assert_eq!(keep_handout(&folder, "Neck", "two").unwrap(), file);
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "two");
        assert_eq!(file, dir.path().join("handouts").join("Neck.html"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&file), mode(&dir.path().join("handouts"))), (0o600, 0o700));
        }
    }

    #[test]
    fn a_file_in_the_way_is_told_and_stays() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::open(Some(dir.path().to_owned())).unwrap();
        std::fs::write(dir.path().join("handouts"), "mine").unwrap();
        let (file, _) = keep_handout(&folder, "Neck", "one").unwrap_err();
        assert_eq!(file, dir.path().join("handouts").join("Neck.html"));
        assert_eq!(std::fs::read_to_string(dir.path().join("handouts")).unwrap(), "mine");
    }
}

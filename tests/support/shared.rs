//! Real data, read where they lie: a user's clone does not have them, and a trial that needs them says then that it was skipped.
use std::io::Read;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

/// The folder with recordings and data sets: `VINILOGY_SHARED`, else `../shared` beside the project. `None` is to be reported as a skip.
#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where the shared data lie")]
pub fn shared() -> Option<PathBuf> {
    let default = || concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared").into();
    let folder = PathBuf::from(std::env::var("VINILOGY_SHARED").unwrap_or_else(|_| default()));
    folder.is_dir().then_some(folder)
}

/// A trial over that folder; without it, one that is counted as skipped.
pub fn trial(name: &str, run: impl FnOnce(&Path) -> Result<(), Failed> + Send + 'static) -> Trial {
    match shared() {
        Some(shared) => Trial::test(name, move || run(&shared)),
        None => Trial::test(format!("{name} (skipped: no VINILOGY_SHARED)"), || Ok(())).with_ignored_flag(true),
    }
}

/// The content of a file, compressed or not.
pub fn unpacked(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if path.extension().is_none_or(|extension| extension != "gz") {
        return bytes;
    }
    let mut content = Vec::new();
    let read = flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut content);
    read.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    content
}

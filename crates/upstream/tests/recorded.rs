//! Every recorded answer of the endpoints in use decodes, or maps to its documented error: one trial per file.
//!
//! The recordings are read from `$VINILOGY_SHARED/upstream/recorded` (default `../shared` beside the workspace). What is expected of a file
//! follows from its folder, its body and the `.meta` beside it, never from its name.

#[path = "recorded/expected.rs"]
mod expected;
#[path = "recorded/readers.rs"]
mod readers;

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use vinilogy_upstream::{Error, Exchange, Upstream};

fn main() {
    let arguments = Arguments::from_args();
    let folder = folder();
    let trials = if folder.is_dir() {
        trials(&folder)
    } else {
        let name = format!("recorded::skipped, there is no folder {}", folder.display());
        vec![Trial::test(name, || Ok(())).with_ignored_flag(true)]
    };
    libtest_mimic::run(&arguments, trials).exit();
}

fn folder() -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    #[expect(clippy::disallowed_methods, reason = "where the recordings are is the tests' own setting")]
    let shared = std::env::var("VINILOGY_SHARED").unwrap_or_else(|_| "../shared".to_owned());
    workspace.join(shared).join("upstream/recorded")
}

/// The files below the vendors' folders; XML is another protocol, which is not spoken here.
fn trials(folder: &Path) -> Vec<Trial> {
    let (mut trials, mut unused) = (Vec::new(), Vec::new());
    for upstream in Upstream::ALL {
        for endpoint in entries(&folder.join(upstream.name())) {
            let name = endpoint.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let files: Vec<PathBuf> =
                entries(&endpoint).into_iter().filter(|path| path.is_file() && !is_meta(path)).collect();
            if name == "error" || readers::reader(upstream, &name).is_some() {
                trials.extend(files.into_iter().map(|file| trial(upstream, name.clone(), file)));
            } else if name != "xml" {
                unused.push(files.len());
            }
        }
    }
    let (endpoints, files) = (unused.len(), unused.iter().sum::<usize>());
    let name = format!("recorded::skipped, {files} files of {endpoints} endpoints that are not in use");
    trials.push(Trial::test(name, || Ok(())).with_ignored_flag(true));
    trials
}

fn trial(upstream: Upstream, endpoint: String, file: PathBuf) -> Trial {
    let stem = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Trial::test(format!("recorded::{upstream}::{endpoint}::{stem}"), move || check(upstream, &endpoint, &file))
}

fn check(upstream: Upstream, endpoint: &str, file: &Path) -> Result<(), Failed> {
    let body = std::fs::read(file)?;
    let meta = std::fs::read(format!("{}.meta", file.display())).ok();
    let meta = meta.and_then(|meta| serde_json::from_slice::<serde_json::Value>(&meta).ok()).unwrap_or_default();
    let expected = expected::expected(upstream, endpoint, &body, &meta);
    let exchange = exchange(upstream, endpoint, expected.status, body, &meta);
    let value = serde_json::from_slice::<serde_json::Value>(&exchange.body).unwrap_or_default();
    // An error means the same whatever was asked.
    let reader = readers::reader(upstream, endpoint).unwrap_or_else(|| readers::any(upstream));
    match (reader(&exchange, &value), expected.kind) {
        (Ok(()), Some("answer") | None) => Ok(()),
        (Err(readers::Failure::Wrong(what)), _) => Err(what.into()),
        (Err(readers::Failure::Error(error)), None) if kind(&error) != "malformed" || expected.status >= 400 => Ok(()),
        (Err(readers::Failure::Error(error)), Some(wanted)) if kind(&error) == wanted => Ok(()),
        (Ok(()), Some(wanted)) => Err(format!("was read, but should be {wanted}").into()),
        (Err(readers::Failure::Error(error)), wanted) => Err(format!("{error}, but should be {wanted:?}").into()),
    }
}

fn exchange(upstream: Upstream, endpoint: &str, status: u16, body: Vec<u8>, meta: &serde_json::Value) -> Exchange {
    let headers = meta["headers"].as_object().into_iter().flatten();
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.as_str().unwrap_or_default().to_owned()));
    Exchange {
        upstream,
        endpoint: endpoint.to_owned(),
        fingerprint: String::new(),
        url: String::new(),
        fetched_at: chrono::DateTime::UNIX_EPOCH,
        status,
        headers: headers.collect(),
        complete: true,
        body,
    }
}

fn kind(error: &Error) -> &'static str {
    match error {
        Error::NotFound => "not found",
        Error::RateLimited(_) => "rate limited",
        Error::Unauthorized(_) => "unauthorized",
        Error::NotArchived => "not archived",
        Error::Unavailable(_) => "unavailable",
        Error::Malformed { .. } => "malformed",
    }
}

fn is_meta(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "meta")
}

/// What is in a folder, sorted; nothing if there is none.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = std::fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = read.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    paths
}

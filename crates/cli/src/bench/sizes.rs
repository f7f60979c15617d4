//! P2: the size of every function as it is deployed.
use std::path::PathBuf;

use anyhow::{Context as _, Result};

use super::rows::Row;
use crate::local::root;

/// A row for the largest look-up function, then one with every function's size.
pub fn measure() -> Result<Vec<Row>> {
    let mut sizes = Vec::new();
    for name in names()? {
        let bytes = std::fs::metadata(binary(&name)?)?.len();
        sizes.push((name, bytes as f64 / 1_000_000.0));
    }
    let http = std::fs::read_dir(root().join("functions/http"))?.flatten().map(|entry| entry.path());
    let http: Vec<String> = http.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    let is_http = |name: &String| http.contains(name);
    sizes.sort_by(|a, b| is_http(&b.0).cmp(&is_http(&a.0)).then(a.1.total_cmp(&b.1)).then(a.0.cmp(&b.0)));
    let look_ups: Vec<_> = sizes.iter().filter(|(name, _)| LOOK_UPS.contains(&name.as_str())).collect();
    let largest = look_ups.iter().map(|(_, size)| *size).fold(0.0, f64::max);
    let all: Vec<String> = sizes.iter().map(|(name, size)| format!("{name} {size:.1}")).collect();
    Ok(vec![
        Row::new("P2", "stripped binary of a look-up function, the largest", "≤ 6 MB", format!("{largest:.2} MB")),
        Row::new("P2", "all functions, MB", "–", all.join(", ")),
    ])
}

/// Functions that only read, and send nothing.
const LOOK_UPS: [&str; 10] = [
    "health",
    "openapi",
    "search",
    "search_artists",
    "artist",
    "artist_albums",
    "album",
    "album_prices",
    "release_prices",
    "run",
];

fn names() -> Result<Vec<String>> {
    let manifest = std::fs::read_to_string(root().join("functions/Cargo.toml"))?;
    let bins = manifest.split("[[bin]]").skip(1);
    let name = |bin: &str| {
        bin.lines().find_map(|line| line.strip_prefix("name = ")).map(|name| name.trim_matches('"').to_owned())
    };
    bins.map(|bin| name(bin).context("a bin without a name")).collect()
}

/// A function beside this program, of the same profile.
pub fn binary(name: &str) -> Result<PathBuf> {
    let path = std::env::current_exe()?.with_file_name(name);
    anyhow::ensure!(path.is_file(), "{} is not built: run `make bench`", path.display());
    Ok(path)
}

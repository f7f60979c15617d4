//! Opens the data sets' files; what is absent is named.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use anyhow::Context as _;
use flate2::read::GzDecoder;

/// The unpacked bytes of a gzipped file.
pub(super) fn unpack(datasets: &Path, name: &str) -> anyhow::Result<Vec<u8>> {
    let path = datasets.join(name);
    let file =
        File::open(&path).with_context(|| format!("the real world needs the data set file {}", path.display()))?;
    let mut bytes = Vec::new();
    GzDecoder::new(BufReader::new(file))
        .read_to_end(&mut bytes)
        .with_context(|| format!("{} is not a whole gzip file", path.display()))?;
    Ok(bytes)
}

/// The rows of a gzipped CSV file with a header line.
pub(super) fn rows<T: serde::de::DeserializeOwned>(datasets: &Path, name: &str) -> anyhow::Result<Vec<T>> {
    let bytes = unpack(datasets, name)?;
    csv::Reader::from_reader(bytes.as_slice())
        .deserialize()
        .collect::<Result<Vec<T>, _>>()
        .with_context(|| format!("{} has a row of another shape", datasets.join(name).display()))
}

/// The lines of a gzipped tab-separated file without its header; text that is not UTF-8 is read as Latin-1.
pub(super) fn lines(datasets: &Path, name: &str) -> anyhow::Result<Vec<String>> {
    let bytes = unpack(datasets, name)?;
    let text =
        String::from_utf8(bytes).unwrap_or_else(|error| error.into_bytes().into_iter().map(char::from).collect());
    Ok(text.lines().skip(1).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

//! Loads a dump and says so after each batch, until it is done or killed. `loader DATABASE_URL FILE`
#![expect(clippy::print_stdout, reason = "its parent reads how far it is")]
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;
use vinilogy_core::store::{DatabaseSettings, Store};
use vinilogy_dump::{Content, News, Options, Source, load};

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().context("the database")?;
    let path = PathBuf::from(arguments.next().context("the file")?);
    let store = Store::open(&DatabaseSettings { url, ca_file: None, connections: 2 })?;
    let options = Options { batch: 1, ..Options::default() };
    let mut out = std::io::stdout();
    let loaded = load(&store, Content::Releases, Source::open(&path)?, &options, |news| {
        if let News::Merged { stored, .. } = news {
            drop(writeln!(out, "{}", stored.records).and_then(|()| out.flush()));
        }
    });
    println!("done after {}", loaded.await?.stored.records);
    Ok(())
}

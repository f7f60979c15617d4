//! `vinilogy migrate`.
use anyhow::Result;
use vinilogy_core::store::Store;

use crate::local::Variables;

/// Applies what is missing and says what that was.
pub async fn run() -> Result<()> {
    apply(Variables::read().context()?.store()).await
}

/// Applies what is missing and says what that was.
pub async fn apply(store: &Store) -> Result<()> {
    match store.migrate().await?.as_slice() {
        [] => println!("The schema is up to date."),
        applied => println!("Applied {}.", applied.join(", ")),
    }
    Ok(())
}

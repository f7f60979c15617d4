//! Access tokens that services lend to us, one for all functions. They are secrets: no error and no log holds one.
use std::time::Duration;

use vinilogy_queries::queries::upstream;

use super::{At, Result, Store};

impl Store {
    /// An upstream's token, while it lasts.
    ///
    /// # Errors
    /// As every statement.
    pub async fn upstream_token(&self, name: &str) -> Result<Option<String>> {
        let client = self.client().await?;
        upstream::token().bind(&client, &name).opt().await.at("upstream.token")
    }

    /// Whether the caller is the one to fetch a new token, because there is none; for this long nobody else is.
    ///
    /// # Errors
    /// As every statement.
    pub async fn claim_upstream_token(&self, name: &str, claim: Duration) -> Result<bool> {
        let client = self.client().await?;
        let claimed = upstream::claim_token().bind(&client, &claim.as_secs_f64(), &name).await;
        Ok(claimed.at("upstream.claim_token")? == 1)
    }

    /// Keeps a token for as long as it is to be used.
    ///
    /// # Errors
    /// As every statement; [`super::Error::NotFound`] for an upstream that lends none.
    pub async fn keep_upstream_token(&self, name: &str, token: &str, lasts: Duration) -> Result<()> {
        let client = self.client().await?;
        let kept = upstream::keep_token().bind(&client, &token, &lasts.as_secs_f64(), &name).await;
        if kept.at("upstream.keep_token")? == 1 { Ok(()) } else { Err(super::Error::NotFound) }
    }

    /// Ends a token that was refused; a newer one stays.
    ///
    /// # Errors
    /// As every statement.
    pub async fn forget_upstream_token(&self, name: &str, token: &str) -> Result<()> {
        let client = self.client().await?;
        upstream::forget_token().bind(&client, &name, &token).await.at("upstream.forget_token")?;
        Ok(())
    }
}

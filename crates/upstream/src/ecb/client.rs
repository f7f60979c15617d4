//! The bank's files as functions.

use std::sync::Arc;

use super::translation::{Day, read_days};
use crate::http::{Call, Http};
use crate::{Error, Fetch};

/// The client of the European Central Bank.
#[derive(Clone)]
pub struct Ecb {
    http: Arc<Http>,
}

impl Ecb {
    pub(crate) fn new(http: Arc<Http>) -> Self {
        Self { http }
    }

    /// The rates of the last working day, which may be several days ago.
    ///
    /// # Errors
    /// Every [`Error`].
    pub async fn daily(&self, fetch: Fetch) -> Result<Vec<Day>, Error> {
        read_days(&self.http.fetch(Call::new("eurofxref-daily", "eurofxref-daily.xml", Vec::new()), fetch).await?)
    }

    /// The rates of the working days of the last ninety days, the newest first. A currency may be missing on some of them.
    ///
    /// # Errors
    /// Every [`Error`].
    pub async fn ninety_days(&self, fetch: Fetch) -> Result<Vec<Day>, Error> {
        read_days(&self.http.fetch(Call::new("eurofxref-hist-90d", "eurofxref-hist-90d.xml", Vec::new()), fetch).await?)
    }
}

//! Cover Art Archive's endpoints as functions.

use std::sync::Arc;

use uuid::Uuid;

use super::translation::{Covers, read_covers};
use crate::http::{Call, Http};
use crate::{Error, Fetch};

/// The client of the Cover Art Archive.
#[derive(Clone)]
pub struct Coverartarchive {
    http: Arc<Http>,
}

impl Coverartarchive {
    pub(crate) fn new(http: Arc<Http>) -> Self {
        Self { http }
    }

    /// The images of the release that stands for a release group.
    ///
    /// # Errors
    /// Every [`Error`]; [`Error::NotFound`] for a group without images, and for an unknown one.
    pub async fn release_group(&self, mbid: Uuid, fetch: Fetch) -> Result<Covers, Error> {
        let call = Call::new("release-group", format!("release-group/{mbid}/"), Vec::new());
        read_covers(&self.http.fetch(call, fetch).await?)
    }
}

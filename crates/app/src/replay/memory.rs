//! The archive and the budget of a replay: the newest answer whatever its age, and nothing is ever sent.
use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use vinilogy_core::store::Place;
use vinilogy_upstream::{
    AccessToken, Allowance, Archive, BoxFuture, Budget, Class, Error, Exchange, Slot, Tokens, Unpacker, Upstream,
};

use crate::archive::S3Archive;

/// An exchange that a job has read.
#[derive(Debug, Clone)]
pub(super) struct Recalled {
    pub(super) fingerprint: String,
    pub(super) endpoint: String,
    pub(super) fetched_at: DateTime<Utc>,
}

tokio::task_local! {
    static RECALLED: RefCell<Vec<Recalled>>;
    static AT_HAND: AtHand;
}

/// Answers that also stand for questions which were never asked: the artist whose row has an MBID by now was once asked for by name.
pub(super) struct AtHand {
    /// Fingerprints: a question, and what answers it.
    pub(super) answers: Vec<(String, String)>,
}

impl AtHand {
    fn to(&self, fingerprint: &str) -> Vec<String> {
        let answers = self.answers.iter().filter(|(question, _)| question == fingerprint);
        answers.map(|(_, answer)| answer.clone()).collect()
    }
}

/// Does some work with answers at hand.
pub(super) async fn with_at_hand<T>(at_hand: AtHand, work: impl Future<Output = T>) -> T {
    AT_HAND.scope(at_hand, work).await
}

/// Does some work, and says which exchanges it read.
pub(super) async fn recalling<T>(work: impl Future<Output = T>) -> (T, Vec<Recalled>) {
    let watched = async {
        let result = work.await;
        (result, RECALLED.with(RefCell::take))
    };
    RECALLED.scope(RefCell::default(), watched).await
}

/// Recalls the newest exchange of a request, however old it is; what is not there is an error, not a question to the upstream.
pub(crate) struct Memory {
    kept: S3Archive,
    /// Blocks of packs that were read last: a replay goes by time, as packs do.
    blocks: Mutex<VecDeque<(Place, Arc<Vec<u8>>)>>,
}

/// Blocks that are remembered, of some ten kilobytes each.
const BLOCKS: usize = 64;

impl Memory {
    pub(crate) fn new(kept: S3Archive) -> Self {
        Self { kept, blocks: Mutex::default() }
    }

    async fn find(&self, fingerprint: &str) -> Result<Exchange, Error> {
        let mut found = self.newest(fingerprint).await?;
        for answer in AT_HAND.try_with(|at_hand| at_hand.to(fingerprint)).unwrap_or_default() {
            if found.is_none() {
                found = self.newest(&answer).await?;
            }
        }
        // Judged by the rules of today: what was taken for a failure may be an answer after a fix.
        let exchange = found.filter(Exchange::settles).ok_or(Error::NotArchived)?;
        let recalled = Recalled {
            fingerprint: exchange.fingerprint.clone(),
            endpoint: exchange.endpoint.clone(),
            fetched_at: exchange.fetched_at,
        };
        // Outside of `recalling` nobody wants to know.
        RECALLED.try_with(|all| all.borrow_mut().push(recalled)).ok();
        Ok(exchange)
    }

    async fn newest(&self, fingerprint: &str) -> Result<Option<Exchange>, Error> {
        let Some(place) = self.kept.newest(fingerprint).await? else { return Ok(None) };
        if place.block.is_none() {
            return self.kept.read(fingerprint, &place).await;
        }
        let Some(block) = self.block(&place).await? else { return Ok(None) };
        Unpacker::find(&block, fingerprint, place.fetched_at).map(Some)
    }

    async fn block(&self, place: &Place) -> Result<Option<Arc<Vec<u8>>>, Error> {
        let same = |(known, _): &&(Place, Arc<Vec<u8>>)| known.key == place.key && known.block == place.block;
        if let Some((_, block)) = super::lock(&self.blocks).iter().find(same) {
            return Ok(Some(block.clone()));
        }
        let Some(block) = self.kept.bytes(place).await?.map(Arc::new) else { return Ok(None) };
        let mut blocks = super::lock(&self.blocks);
        blocks.push_front((place.clone(), block.clone()));
        blocks.truncate(BLOCKS);
        Ok(Some(block))
    }
}

impl Archive for Memory {
    fn recall<'a>(&'a self, fingerprint: &'a str) -> BoxFuture<'a, Result<Option<Exchange>, Error>> {
        Box::pin(async move { self.find(fingerprint).await.map(Some) })
    }

    fn keep<'a>(&'a self, _: &'a Exchange, _: Option<Duration>) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async { Err(Error::NotArchived) })
    }
}

/// Grants nothing.
pub(crate) struct Nothing;

impl Budget for Nothing {
    fn take(&self, _: Upstream, _: Class, _: Allowance) -> BoxFuture<'_, Result<Slot, Error>> {
        Box::pin(async { Err(Error::NotArchived) })
    }

    fn pause(&self, _: Upstream, _: Duration) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async { Ok(()) })
    }
}

/// Without a token there is nothing to ask with either.
impl Tokens for Nothing {
    fn find(&self, _: Upstream) -> BoxFuture<'_, Result<Option<AccessToken>, Error>> {
        Box::pin(async { Err(Error::NotArchived) })
    }

    fn claim(&self, _: Upstream) -> BoxFuture<'_, Result<bool, Error>> {
        Box::pin(async { Err(Error::NotArchived) })
    }

    fn keep<'a>(&'a self, _: Upstream, _: &'a AccessToken, _: Duration) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async { Err(Error::NotArchived) })
    }

    fn forget<'a>(&'a self, _: Upstream, _: &'a AccessToken) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async { Err(Error::NotArchived) })
    }
}

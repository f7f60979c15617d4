//! Archived answers are read again and written anew: after a fix, or into an empty database. The jobs are those that wrote them at first,
//! over an archive that recalls whatever it has and a budget that grants nothing.
mod memory;
mod report;
mod rows;
mod searches;
mod stage;

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use futures::StreamExt;
use vinilogy_core::store::{self, KeptRequest, Pictured, ReplayFilter, Stamp};

pub(crate) use memory::{Memory, Nothing};
pub use report::{Counts, Failure, Report};
pub(crate) use searches::Searched;
pub use stage::Stage;

use crate::Context;
use crate::jobs::{IngestImages, Job as _, JobError, Outcome};
use crate::prices::{Discogs, PriceProvider as _};
use memory::{Recalled, recalling};
use searches::Searches;

/// A part of a replay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What the bucket holds is made known again.
    Restoring,
    /// Answers are read.
    Replaying(Stage),
}

impl Step {
    /// As people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Restoring => "objects",
            Self::Replaying(stage) => stage.name(),
        }
    }
}

/// How far a step is.
#[derive(Debug, Clone, Copy)]
pub struct Progress {
    /// Which.
    pub step: Step,
    /// Answers of a stage, or objects of the bucket.
    pub of: usize,
    /// So many of them were looked at.
    pub done: usize,
}

/// Why a replay ended early.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The bucket.
    #[error(transparent)]
    Archive(#[from] vinilogy_upstream::Error),
}

/// A replay that goes on.
struct Replay<'a> {
    context: Context,
    report: Mutex<Report>,
    progress: &'a (dyn Fn(Progress) + Sync),
    /// Fingerprints of the artists' answers that were used.
    used: Mutex<HashSet<String>>,
    searches: Mutex<Searches>,
}

/// Replays the answers that pass the filter; without one everything that the bucket holds, also what the database does not know of.
/// Interrupted, it can be run again: nothing is written twice.
///
/// # Errors
/// When the database or the bucket does not answer; whatever happens to a single answer is in the report.
pub async fn replay(
    context: &Context,
    filter: &ReplayFilter,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, Error> {
    let context = context.replaying().await;
    let (mut report, used, searches): (Report, _, _) = Default::default();
    if *filter == ReplayFilter::default() {
        let told = |done, of| progress(Progress { step: Step::Restoring, of, done });
        report.restored = Some(context.archive().await.restore(&told).await?);
    }
    let report = Mutex::new(report);
    let replay = Replay { context, report, progress, used, searches };
    for stage in Stage::ALL {
        Box::pin(replay.stage(stage, filter)).await?;
    }
    if *filter == ReplayFilter::default() {
        replay.pictures().await?;
    }
    let store = replay.context.store();
    store.stamp_prices(Discogs.name()).await?;
    let stages = Stage::ALL.iter().chain(&[Stage::Pictures]);
    let endpoints: Vec<&str> = stages.flat_map(|stage| stage.endpoints()).copied().collect();
    let elsewhere = store.kept_elsewhere(&endpoints, filter).await?;
    let report = replay.report.into_inner().unwrap_or_else(PoisonError::into_inner);
    let requests = replay.context.archive().await.requests();
    Ok(Report { elsewhere, requests, ..report })
}

impl Replay<'_> {
    /// All answers of a stage, oldest first. What failed is tried once more at the end: an answer may need what a later one brings.
    async fn stage(&self, stage: Stage, filter: &ReplayFilter) -> Result<(), store::Error> {
        let requests = self.context.store().kept_requests(stage.endpoints(), filter).await?;
        if stage == Stage::Prices {
            *lock(&self.searches) = Searches::of(self.context.store(), &requests).await?;
        }
        let (answers, seen) = (requests.len(), &Mutex::default());
        let done = &AtomicUsize::new(0);
        let again: Vec<&KeptRequest> = futures::stream::iter(&requests)
            .map(|request| async move {
                let failed = Box::pin(self.request(stage, request, seen, false)).await;
                let done = 1 + done.fetch_add(1, Ordering::Relaxed);
                (self.progress)(Progress { step: Step::Replaying(stage), of: answers, done });
                failed.then_some(request)
            })
            .buffer_unordered(stage.at_once())
            .filter_map(std::future::ready)
            .collect()
            .await;
        for request in again {
            Box::pin(self.request(stage, request, seen, true)).await;
        }
        self.count(stage, |counts| counts.answers += answers as u64);
        Ok(())
    }

    /// One answer: the rows that it is about are made again. Whether it failed; that is reported only when it was the `last` attempt.
    async fn request(&self, stage: Stage, request: &KeptRequest, seen: &Mutex<HashSet<i64>>, last: bool) -> bool {
        if stage == Stage::Artists && lock(&self.used).contains(&request.fingerprint) {
            self.count(stage, |counts| counts.used += 1);
            return false;
        }
        let rows = match self.rows(stage, request).await {
            Ok(rows) if rows.is_empty() => Err(JobError::Retry("about nothing in the catalogue".to_owned())),
            other => other,
        };
        let rows = match rows {
            Ok(rows) => rows,
            Err(error) => return self.failed(stage, request, &error, last),
        };
        let mut failed = false;
        for id in rows {
            // Pages of one list, albums of one master and an album's searches in several countries lead to the same rows; an artist is made
            // by each way it was asked for, and each other price and file of rates is one by itself.
            let once = request.endpoint == "item_summary_search"
                || !matches!(stage, Stage::Artists | Stage::Rates | Stage::Prices);
            if once && !lock(seen).insert(id) {
                self.count(stage, |counts| counts.used += 1);
                continue;
            }
            let (ended, recalled) = Box::pin(recalling(self.make(stage, id, request))).await;
            match self.settle(stage, id, ended, recalled).await {
                Ok(()) => {}
                Err(error) => {
                    lock(seen).remove(&id);
                    failed |= self.failed(stage, request, &error, last);
                }
            }
        }
        failed
    }

    /// Every picture that was looked for: what an archive without an answer means is that nobody looked.
    async fn pictures(&self) -> Result<(), store::Error> {
        let pictured = self.context.store().all_to_picture().await?;
        self.count(Stage::Pictures, |counts| counts.answers += pictured.len() as u64);
        for of in pictured {
            let (made, recalled) = recalling(Box::pin(IngestImages::of(of).run(&self.context))).await;
            let (what, id) = match of {
                Pictured::Artist(id) => (Stamp::ArtistPicture, id.get()),
                Pictured::Album(id) => (Stamp::AlbumPicture, id.get()),
            };
            if let (Ok(Outcome::Done(_)), Some(at)) = (&made, recalled.iter().map(|recalled| recalled.fetched_at).min())
            {
                self.context.store().stamp(what, id, at).await?;
            }
            self.count(Stage::Pictures, |counts| match &made {
                Ok(Outcome::Done(_)) => counts.done += 1,
                Ok(_) | Err(JobError::NotArchived) => counts.skipped += 1,
                Err(_) => {}
            });
            if let Err(error) = made
                && !matches!(error, JobError::NotArchived)
            {
                lock(&self.report).fail(Stage::Pictures, error.to_string(), &format!("{of:?}"));
            }
        }
        Ok(())
    }

    /// Counts how a row ended, and makes it as old as the answers that it was made from.
    async fn settle(
        &self,
        stage: Stage,
        id: i64,
        ended: Result<Outcome, JobError>,
        recalled: Vec<Recalled>,
    ) -> Result<(), JobError> {
        let outcome = ended?;
        let main = stage.endpoints()[0];
        let of = |wanted: &dyn Fn(&Recalled) -> bool| recalled.iter().filter(|r| wanted(r)).map(|r| r.fetched_at).min();
        if let Some(at) = of(&|recalled| recalled.endpoint == main).or_else(|| of(&|_| true)) {
            self.stamp(stage, id, at).await?;
        }
        lock(&self.used).extend(recalled.into_iter().map(|recalled| recalled.fingerprint));
        self.count(stage, |counts| match outcome {
            Outcome::Done(_) => counts.done += 1,
            Outcome::Skipped(_) => counts.skipped += 1,
            Outcome::GaveUp(_) => counts.gave_up += 1,
        });
        Ok(())
    }

    fn failed(&self, stage: Stage, request: &KeptRequest, error: &JobError, last: bool) -> bool {
        if last {
            lock(&self.report).fail(stage, error.to_string(), &request.url);
        }
        true
    }

    fn count(&self, stage: Stage, add: impl FnOnce(&mut Counts)) {
        add(lock(&self.report).stages.entry(stage).or_default());
    }
}

/// A holder that panicked has left whole counts behind.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

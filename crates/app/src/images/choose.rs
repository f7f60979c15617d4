//! The first picture of the first source that has one. What was considered on the way is kept.
use serde::{Deserialize, Serialize};
use tokio::task::spawn_blocking;
use vinilogy_core::domain::freshness::Kind;
use vinilogy_core::store::Mirrored;
use vinilogy_images::Picture;
use vinilogy_upstream::images::{Download, Finding, Look};
use vinilogy_upstream::{Class, Error, Fetch, Upstreams};

use super::{Offer, Source, Subject, offer};
use crate::Context;
use crate::jobs::JobError;

/// Of one source so many addresses are tried: a dead signature is rarely alone.
const MOST_TRIES: usize = 3;

/// Something that was considered, as evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Considered {
    /// Whose.
    pub source: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What became of it.
    pub outcome: Fate,
    /// Why.
    pub why: String,
}

/// What becomes of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is shown.
    Chosen,
    /// It is there and is not shown.
    Refused,
    /// The source has nothing.
    Nothing,
    /// The source did not answer.
    Failed,
    /// A better source has one already.
    NotAsked,
}

/// What was chosen, what was considered in order, and whether a better source did not answer.
pub struct Chosen {
    /// None when no source has one.
    pub mirrored: Option<Mirrored>,
    /// In order.
    pub considered: Vec<Considered>,
    /// The sources that did not answer.
    pub missed: Vec<Source>,
}

/// Asks the sources in their order until one has a picture that can be shown, which is then in our mirror.
///
/// # Errors
/// [`JobError::Later`] when an upstream says so, and when the mirror or the archive is away. A source that fails is passed over.
pub async fn choose(context: &Context, upstreams: &Upstreams, subject: &Subject) -> Result<Chosen, JobError> {
    let fetch = Fetch { class: Class::Bulk, fresh_for: Kind::Images.ttl() };
    let mut chosen = Chosen { mirrored: None, considered: Vec::new(), missed: Vec::new() };
    for &source in subject.sources() {
        if let Some(mirrored) = &chosen.mirrored {
            let why = format!("{} has one already", mirrored.source);
            chosen.note(source, None, Fate::NotAsked, why);
            continue;
        }
        match offer(upstreams, subject, source, fetch).await {
            Ok(Offer::Nothing(why)) => chosen.note(source, None, Fate::Nothing, why.to_owned()),
            Ok(Offer::Pictures(urls)) => chosen.try_pictures(context, upstreams, source, urls).await?,
            Err(error) => chosen.miss(source, None, error)?,
        }
    }
    Ok(chosen)
}

impl Chosen {
    fn note(&mut self, source: Source, url: Option<String>, outcome: Fate, why: String) {
        self.considered.push(Considered { source: source.name().to_owned(), url, outcome, why });
    }

    /// A failure is the source's, except where it says when to come back. In a replay it failed then as well, or nobody asked it.
    fn miss(&mut self, source: Source, url: Option<String>, error: Error) -> Result<(), JobError> {
        if matches!(error, Error::RateLimited(_)) {
            return Err(error.into());
        }
        self.note(source, url, Fate::Failed, error.to_string());
        if !self.missed.contains(&source) {
            self.missed.push(source);
        }
        Ok(())
    }

    async fn try_pictures(
        &mut self,
        context: &Context,
        upstreams: &Upstreams,
        source: Source,
        urls: Vec<String>,
    ) -> Result<(), JobError> {
        for url in urls.into_iter().take(MOST_TRIES) {
            let look = upstreams.images.look(&url, Class::Bulk).await;
            let finding = match look {
                Ok(Look::Known(finding)) => finding,
                Ok(Look::Bytes(download)) => mirror(context, upstreams, download).await?,
                Err(error) => {
                    self.miss(source, Some(url), error)?;
                    continue;
                }
            };
            match finding {
                Finding::Refused(why) => self.note(source, Some(url), Fate::Refused, why),
                Finding::Picture { hash, width, height } => {
                    self.note(source, Some(url.clone()), Fate::Chosen, format!("{width} × {height}"));
                    self.mirrored = Some(Mirrored { source: source.name(), source_url: url, hash, width, height });
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

/// Draws a download in our sizes, stores them, and only then says in the archive that it was found.
async fn mirror(context: &Context, upstreams: &Upstreams, mut download: Download) -> Result<Finding, JobError> {
    let bytes = std::mem::take(&mut download.bytes);
    // Decoding and drawing take a processor for a while, which other messages of the batch share.
    let panicked = |error: tokio::task::JoinError| JobError::Retry(format!("drawing a picture: {error}"));
    let finding = match spawn_blocking(move || Picture::read(&bytes)).await.map_err(panicked)? {
        Err(unfit) => Finding::Refused(unfit.to_string()),
        Ok(picture) => {
            let (hash, width, height) = (picture.hash.clone(), picture.width, picture.height);
            if !context.store().is_mirrored(&hash).await? {
                let drawn = spawn_blocking(|| picture.renditions()).await.map_err(panicked)?;
                context.mirror().await.put(&hash, drawn).await?;
            }
            Finding::Picture { hash, width, height }
        }
    };
    upstreams.images.keep(&download, &finding, Kind::Images.ttl()).await?;
    Ok(finding)
}

//! From an archived request to the rows that it is about, and how they are made again.
use std::time::Duration;

use chrono::{DateTime, Utc};
use uuid::Uuid;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store::{KeptRequest, Service, Stamp, Subject};
use vinilogy_upstream::lastfm::ArtistRef;
use vinilogy_upstream::{Class, Error, Fetch, Question, Upstream};

use super::memory::{AtHand, with_at_hand};
use super::{Replay, Stage};
use crate::jobs::{
    IngestAlbums, IngestArtist, IngestReleaseDetails, IngestReleases, Job, JobError, Outcome, offers_again,
    price_again, rates_again,
};
use crate::prices::suggested_again;

/// Nothing is fetched, so neither matters.
const FETCH: Fetch = Fetch { class: Class::Bulk, fresh_for: Duration::ZERO };

/// A file of rates is about no row in particular.
const ALL_CURRENCIES: i64 = 0;

impl Replay<'_> {
    /// The rows that an answer is about, by their ids; an artist that is not there yet is created, as the wish to have it did.
    pub(super) async fn rows(&self, stage: Stage, request: &KeptRequest) -> Result<Vec<i64>, JobError> {
        let store = self.context.store();
        if stage == Stage::Rates {
            return Ok(vec![ALL_CURRENCIES]);
        }
        let Some(question) = question(request) else { return Ok(Vec::new()) };
        Ok(match (stage, question) {
            (Stage::Artists, Question::ArtistNamed(name)) => vec![self.artist_named(name.trim()).await?],
            (Stage::Artists, Question::Artist(mbid)) => self.artist(mbid).await?.into_iter().collect(),
            (Stage::Albums, Question::AlbumsOf(mbid)) => store.artist_of_mbid(mbid).await?.into_iter().collect(),
            (Stage::Releases, Question::Master(master)) => store.albums_of_master(master).await?,
            (Stage::Releases, Question::Search { artist, title }) => store.albums_titled(&artist, &title).await?,
            (Stage::Details, Question::Release(id))
            | (Stage::Prices, Question::Price { release: id, .. } | Question::Suggestions(id)) => {
                store.release_of_discogs_id(id).await?.into_iter().collect()
            }
            (Stage::Prices, Question::Offers { words, .. }) => super::lock(&self.searches).albums(&words),
            _ => Vec::new(),
        })
    }

    /// The artist that was asked for by this name. When the row of this name has another MBID than the answer, it is a homonym's.
    async fn artist_named(&self, name: &str) -> Result<i64, JobError> {
        let store = self.context.store();
        let named = store.get_or_create_artist(name, None).await?;
        if named.mbid.is_none() {
            return Ok(named.id);
        }
        let answer = self.context.upstreams().await?.lastfm.artist(ArtistRef::Name(name), FETCH).await;
        match answer.ok().and_then(|found| found.mbid) {
            Some(mbid) if named.mbid != Some(mbid) => Ok(store.get_or_create_artist(name, Some(mbid)).await?.id),
            _ => Ok(named.id),
        }
    }

    /// The artist of an MBID; its name, when nobody has it yet, is what the answers call it.
    async fn artist(&self, mbid: Uuid) -> Result<Option<i64>, JobError> {
        let store = self.context.store();
        if let Some(id) = store.artist_of_mbid(mbid).await? {
            return Ok(Some(id));
        }
        let upstreams = self.context.upstreams().await?;
        let name = match upstreams.lastfm.artist(ArtistRef::Mbid(mbid), FETCH).await {
            Ok(artist) => artist.name,
            Err(Error::NotFound | Error::NotArchived) => match upstreams.musicbrainz.artist(mbid, FETCH).await {
                Ok(artist) => artist.name,
                Err(Error::NotFound | Error::NotArchived) => return Ok(None),
                Err(error) => return Err(error.into()),
            },
            Err(error) => return Err(error.into()),
        };
        Ok(Some(store.get_or_create_artist(name.trim(), Some(mbid)).await?.id))
    }

    /// Makes a row again with the job that made it.
    pub(super) async fn make(&self, stage: Stage, id: i64, request: &KeptRequest) -> Result<Outcome, JobError> {
        let context = &self.context;
        match stage {
            Stage::Artists => self.make_artist(id, request).await,
            Stage::Albums => Box::pin(IngestAlbums { artist_id: id }.run(context)).await,
            Stage::Releases => Box::pin(IngestReleases { album_id: id }.run(context)).await,
            Stage::Details => Box::pin(IngestReleaseDetails { release_id: id }.run(context)).await,
            Stage::Rates => Box::pin(rates_again(context, &request.endpoint)).await,
            Stage::Prices => match question(request) {
                Some(Question::Price { release, currency }) => {
                    Box::pin(price_again(context, id, release, &currency, request.fetched_at)).await
                }
                Some(Question::Suggestions(release)) => {
                    Box::pin(suggested_again(context, id, release, request.fetched_at)).await
                }
                Some(Question::Offers { .. }) => {
                    let searched = super::lock(&self.searches).searched(id).to_vec();
                    Box::pin(offers_again(context, id, &searched)).await
                }
                _ => Ok(Outcome::Skipped("not a price")),
            },
            Stage::Pictures => Ok(Outcome::Skipped("made for each row")),
        }
    }

    /// The answer to whichever way it was asked for is the answer to the way in which the job asks now.
    async fn make_artist(&self, id: i64, request: &KeptRequest) -> Result<Outcome, JobError> {
        let context = &self.context;
        let artist = context.store().artist(ArtistId::from(id)).await?;
        let upstreams = context.upstreams().await?;
        let mut answers = Vec::new();
        if request.endpoint == "artist.getInfo" {
            for way in artist.mbid.map(ArtistRef::Mbid).into_iter().chain([ArtistRef::Name(&artist.name)]) {
                answers.push((upstreams.lastfm.artist_fingerprint(way)?, request.fingerprint.clone()));
            }
        }
        // MusicBrainz was asked for an id that it has merged into the one that the row has now, and said so.
        let links = context.store().links_of(Subject::Artist(ArtistId::from(artist.id))).await?;
        let merged =
            links.iter().filter(|link| link.service == Service::Musicbrainz.name() && link.state == "accepted");
        for old in merged.filter_map(|link| link.service_id.parse().ok()) {
            if let Some(now) = artist.mbid.filter(|now| *now != old) {
                let musicbrainz = &upstreams.musicbrainz;
                answers.push((musicbrainz.artist_fingerprint(now)?, musicbrainz.artist_fingerprint(old)?));
            }
        }
        let job = Box::pin(IngestArtist::Known { artist_id: id }.run(context));
        with_at_hand(AtHand { answers }, job).await
    }

    pub(super) async fn stamp(&self, stage: Stage, id: i64, at: DateTime<Utc>) -> Result<(), JobError> {
        let store = self.context.store();
        let (what, id) = match stage {
            // It may have been merged into another.
            Stage::Artists => (Stamp::Artist, store.artist(ArtistId::from(id)).await?.id),
            Stage::Albums => (Stamp::Albums, store.artist(ArtistId::from(id)).await?.id),
            Stage::Releases => (Stamp::Releases, id),
            Stage::Details => (Stamp::Details, id),
            // Rates and prices carry their time; a picture is looked for again when its time comes.
            Stage::Rates | Stage::Prices | Stage::Pictures => return Ok(()),
        };
        Ok(store.stamp(what, id, at).await?)
    }
}

/// What a request was about.
pub(super) fn question(request: &KeptRequest) -> Option<Question> {
    let upstream: Upstream = request.upstream.parse().ok()?;
    Question::read(upstream, &request.endpoint, &request.url)
}

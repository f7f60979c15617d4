//! Links between our rows and the services' ids, each with its evidence and who decided. What a person decided outlives every job.
use std::fmt;

use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use serde_json::Value;
use vinilogy_queries::queries::matches;

use super::{At, Error, Result, Store, retrying};
use crate::domain::{ids::AlbumId, ids::ArtistId, ids::MatchId, matching::Match};

pub use matches::{Link as LinkRow, Reviewed};

/// Whose ids we keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Service {
    /// Artists and release groups, by UUID.
    Musicbrainz,
    /// Artists, masters and releases, by number.
    Discogs,
    /// Artists, by 22 letters and digits.
    Spotify,
    /// Artists, by name.
    Lastfm,
}

impl Service {
    /// As the database and the routes have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Musicbrainz => "musicbrainz",
            Self::Discogs => "discogs",
            Self::Spotify => "spotify",
            Self::Lastfm => "lastfm",
        }
    }

    /// The service of this name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        [Self::Musicbrainz, Self::Discogs, Self::Spotify, Self::Lastfm].into_iter().find(|s| s.name() == name)
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What of ours is linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The artist is the service's artist.
    Artist(ArtistId),
    /// The album is the Discogs master or the MusicBrainz group.
    Album(AlbumId),
    /// The Discogs release is a pressing of the album.
    Pressing(AlbumId),
}

impl Subject {
    /// As the database and the routes have it.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Artist(_) => "artist",
            Self::Album(_) => "album",
            Self::Pressing(_) => "pressing",
        }
    }

    /// The artist.
    #[must_use]
    pub const fn artist_id(self) -> Option<i64> {
        match self {
            Self::Artist(id) => Some(id.get()),
            Self::Album(_) | Self::Pressing(_) => None,
        }
    }

    /// The album.
    #[must_use]
    pub const fn album_id(self) -> Option<i64> {
        match self {
            Self::Artist(_) => None,
            Self::Album(id) | Self::Pressing(id) => Some(id.get()),
        }
    }
}

/// What became of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It holds: the row has the id.
    Accepted,
    /// Doubtful: it waits for a person.
    Proposed,
    /// It does not hold, and is not proposed again.
    Rejected,
}

impl State {
    /// As the database and the routes have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Proposed => "proposed",
            Self::Rejected => "rejected",
        }
    }

    /// The state of this name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        [Self::Accepted, Self::Proposed, Self::Rejected].into_iter().find(|s| s.name() == name)
    }
}

/// Who decides by comparing; the others are services, whose editors link, and [`HAND`].
pub const RULE: &str = "rule";
/// A person.
pub const HAND: &str = "hand";

/// A link that a job found.
#[derive(Debug, Clone)]
pub struct Link {
    /// Whose id.
    pub service: Service,
    /// The id.
    pub service_id: String,
    /// What the service calls it, for the reviewer: name or title, year, country, format.
    pub candidate: Value,
    /// How sure it is, and why not more.
    pub matched: Match,
    /// Good enough without asking anybody.
    pub accepted: bool,
    /// [`RULE`], or the service whose editors made the link.
    pub decided_by: &'static str,
}

impl Link {
    /// One that a rule judged: accepted when it is sure.
    #[must_use]
    pub fn judged(service: Service, service_id: impl ToString, candidate: Value, matched: Match) -> Self {
        let accepted = matched.is_sure();
        Self { service, service_id: service_id.to_string(), candidate, matched, accepted, decided_by: RULE }
    }

    /// One that a service's editors made.
    #[must_use]
    pub fn edited(service: Service, service_id: impl ToString, candidate: Value, by: Service) -> Self {
        let matched = Match { score: 1.0, reasons: Vec::new() };
        Self { service, service_id: service_id.to_string(), candidate, matched, accepted: true, decided_by: by.name() }
    }
}

/// Which links to review.
#[derive(Debug, Clone, Copy)]
pub enum Page {
    /// The queue, likeliest first, after this score and id.
    Proposed(Option<(f32, i64)>),
    /// What people accepted or rejected, newest first, before this time and id.
    Decided(State, Option<(DateTime<Utc>, i64)>),
}

impl Store {
    /// Writes links that a job found. What was decided by hand stays as it is; equal rows are not written. Returns how many were.
    /// The ids on the rows are written by those who accept: [`Store::save_artist`], [`Store::save_albums`], [`Store::save_master`].
    ///
    /// # Errors
    /// As every statement.
    pub async fn save_links(&self, subject: Subject, links: &[Link]) -> Result<u64> {
        retrying(async || {
            let mut client = self.client().await?;
            let tx = client.transaction().await.at("matches.begin")?;
            let all: Vec<(Subject, &Link)> = links.iter().map(|link| (subject, link)).collect();
            let written = save_links(&tx, &all).await?;
            tx.commit().await.at("matches.commit")?;
            Ok(written)
        })
        .await
    }

    /// All links of an artist, an album or its pressings, whatever their state.
    ///
    /// # Errors
    /// As every statement.
    pub async fn links_of(&self, subject: Subject) -> Result<Vec<LinkRow>> {
        let client = self.client().await?;
        match subject {
            Subject::Artist(id) => matches::of_artist().bind(&client, &id.get()).all().await.at("matches.of_artist"),
            Subject::Album(id) | Subject::Pressing(id) => {
                let rows = matches::of_albums().bind(&client, &[id.get()].as_slice()).all().await;
                let rows = rows.at("matches.of_albums")?;
                Ok(rows.into_iter().filter(|row| row.kind == subject.kind()).collect())
            }
        }
    }

    /// The artist of a service's id, also of one that the service has merged into another since.
    ///
    /// # Errors
    /// As every statement.
    pub async fn artist_by_service_id(&self, service: Service, id: &str) -> Result<Option<ArtistId>> {
        let client = self.client().await?;
        let found = matches::artist_of_service_id().bind(&client, &service.name(), &id).opt().await;
        Ok(found.at("matches.artist_of_service_id")?.map(ArtistId::from))
    }

    /// A page of links with both sides, of one kind or of all.
    ///
    /// # Errors
    /// As every statement.
    pub async fn matches_to_review(&self, kind: Option<&str>, page: Page, limit: i64) -> Result<Vec<Reviewed>> {
        let client = self.client().await?;
        match page {
            Page::Proposed(after) => matches::to_review()
                .bind(&client, &kind, &after.map(|a| a.1), &after.map(|a| a.0), &limit)
                .all()
                .await
                .at("matches.to_review"),
            Page::Decided(state, before) => matches::decided()
                .bind(&client, &state.name(), &kind, &before.map(|b| b.1), &before.map(|b| b.0), &limit)
                .all()
                .await
                .at("matches.decided"),
        }
    }

    /// One link with both sides.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown id.
    pub async fn reviewed_match(&self, id: MatchId) -> Result<Reviewed> {
        let client = self.client().await?;
        matches::reviewed().bind(&client, &id.get()).opt().await.at("matches.reviewed")?.ok_or(Error::NotFound)
    }
}

/// Writes links in one statement, in the order of their keys.
pub(super) async fn save_links(tx: &Transaction<'_>, links: &[(Subject, &Link)]) -> Result<u64> {
    if links.is_empty() {
        return Ok(0);
    }
    let state = |link: &Link| if link.accepted { State::Accepted } else { State::Proposed };
    let kinds: Vec<&str> = links.iter().map(|(subject, _)| subject.kind()).collect();
    let artists: Vec<Option<i64>> = links.iter().map(|(subject, _)| subject.artist_id()).collect();
    let albums: Vec<Option<i64>> = links.iter().map(|(subject, _)| subject.album_id()).collect();
    let services: Vec<&str> = links.iter().map(|(_, link)| link.service.name()).collect();
    let ids: Vec<&str> = links.iter().map(|(_, link)| link.service_id.as_str()).collect();
    let candidates: Vec<String> = links.iter().map(|(_, link)| link.candidate.to_string()).collect();
    let scores: Vec<f32> = links.iter().map(|(_, link)| link.matched.score).collect();
    let reasons: Vec<String> = links.iter().map(|(_, link)| reasons(&link.matched)).collect();
    let states: Vec<&str> = links.iter().map(|(_, link)| state(link).name()).collect();
    let deciders: Vec<&str> = links.iter().map(|(_, link)| link.decided_by).collect();
    matches::save_links()
        .bind(tx, &kinds, &artists, &albums, &services, &ids, &candidates, &scores, &reasons, &states, &deciders)
        .await
        .at("matches.save_links")
}

/// As text, in which a distance keeps its few digits.
fn reasons(matched: &Match) -> String {
    serde_json::to_string(&matched.reasons).unwrap_or_else(|_| "[]".to_owned())
}

/// Whether a person accepted another id of this service for the row, or rejected this one.
pub(super) fn forbidden_by_hand(rows: &[LinkRow], kind: &str, service: Service, id: &str) -> bool {
    rows.iter().filter(|row| row.kind == kind && row.service == service.name() && row.decided_by == HAND).any(|row| {
        match row.state.as_str() {
            "accepted" => row.service_id != id,
            "rejected" => row.service_id == id,
            _ => false,
        }
    })
}

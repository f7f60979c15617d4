//! `GET /artists/{id}`: an artist with the artists that its fans like.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store::{self, Service};

use super::{Problem, Result, error::or_no, extract::Path, pages::page_url};
use crate::Context;

/// Some of Discogs' artists have hundreds.
const MOST_ALIASES: usize = 50;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/artists/{id}", get(artist))
}

/// An artist.
#[derive(Serialize, ToSchema)]
pub struct Artist {
    id: i64,
    name: String,
    /// Other names and spellings, at most 50 of them.
    aliases: Vec<String>,
    /// Where the artist is from, ISO 3166-1.
    country: Option<String>,
    /// What tells the artist from others of the name.
    disambiguation: Option<String>,
    /// The artist at MusicBrainz.
    mbid: Option<Uuid>,
    /// The artist at Discogs.
    discogs_id: Option<i64>,
    /// The artist at Spotify.
    spotify_id: Option<String>,
    /// The artist's pages there.
    pages: Vec<ArtistPage>,
    /// The page on Last.fm, where the facts come from.
    url: Option<String>,
    image_url: Option<String>,
    /// Listeners on Last.fm.
    listeners: Option<i64>,
    tags: Vec<String>,
    /// Most alike first, at most 50.
    similar: Vec<Similar>,
    /// When the facts were fetched; null when the artist is known by name only.
    info_fetched_at: Option<DateTime<Utc>>,
    /// When the albums were fetched.
    albums_fetched_at: Option<DateTime<Utc>>,
    /// Why ingestion gave up.
    note: Option<String>,
}

/// An artist's page at a service whose id for the artist is known.
#[derive(Serialize, ToSchema)]
pub struct ArtistPage {
    /// `musicbrainz`, `discogs` or `spotify`.
    service: &'static str,
    url: String,
}

/// An artist that fans of another like.
#[derive(Serialize, ToSchema)]
pub struct Similar {
    id: i64,
    name: String,
    /// 0 to 1.
    score: f32,
    /// Who says so.
    source: String,
}

#[utoipa::path(get, path = "/artists/{id}", params(("id" = i64, Path)), responses(
    (status = 200, body = Artist), (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn artist(State(context): State<Context>, Path(id): Path<i64>) -> Result<Json<Artist>> {
    let id = ArtistId::from(id);
    let (found, similar) = futures::join!(context.store().artist(id), context.store().similars_of(id, 50));
    let found = found.map_err(or_no("artist"))?;
    want(&context, &found).await?;
    let similar = similar?.into_iter();
    Ok(Json(Artist {
        id: found.id,
        pages: pages(&found),
        name: found.name,
        aliases: found.aliases.into_iter().take(MOST_ALIASES).collect(),
        country: found.country,
        disambiguation: found.disambiguation,
        mbid: found.mbid,
        discogs_id: found.discogs_id,
        spotify_id: found.spotify_id,
        url: found.url,
        image_url: found.image_url,
        listeners: found.listeners,
        tags: found.tags,
        similar: similar
            .map(|s| Similar { id: s.similar_id, name: s.name, score: s.score, source: s.source })
            .collect(),
        info_fetched_at: found.info_fetched_at,
        albums_fetched_at: found.albums_fetched_at,
        note: found.note,
    }))
}

fn pages(artist: &store::Artist) -> Vec<ArtistPage> {
    let ids = [
        (Service::Musicbrainz, artist.mbid.map(|mbid| mbid.to_string())),
        (Service::Discogs, artist.discogs_id.map(|id| id.to_string())),
        (Service::Spotify, artist.spotify_id.clone()),
    ];
    let page = |(service, id): (Service, Option<String>)| {
        Some(ArtistPage { service: service.name(), url: page_url(service.name(), "artist", &id?)? })
    };
    ids.into_iter().filter_map(page).collect()
}

/// An artist that is looked at is wanted: one known by name only is ingested by the next sweep. This function has no queue, so
/// that it starts without an SDK.
pub(super) async fn want(context: &Context, artist: &store::Artist) -> Result<()> {
    if artist.wanted_at.is_none() {
        context.store().want_artist(ArtistId::from(artist.id)).await?;
    }
    Ok(())
}

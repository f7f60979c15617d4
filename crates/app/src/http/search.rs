//! `GET /search?q=`: typeahead over artists and albums.
use axum::{Json, Router, extract::State, routing::get};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vinilogy_core::store::{Found, NameKind};

use super::auth::Token;
use super::extract::{Query, text};
use super::{Error, Problem, Result};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/search", get(search))
}

/// What is typed.
#[derive(Deserialize, IntoParams)]
pub struct Typed {
    /// The beginnings of some words of a name, of a title, or of both; accents and typing errors are forgiven.
    #[param(example = "pink floyd dark")]
    q: String,
    /// Hits at most, 1 to 20; 10 unless asked otherwise.
    limit: Option<i64>,
    /// One kind alone: `artist` or `album`.
    kind: Option<String>,
}

/// Names that are like what was typed.
#[derive(Serialize, ToSchema)]
pub struct Names {
    /// Best first: by likeness, popularity, and what the caller picked or has.
    hits: Vec<NameHit>,
}

/// An artist or an album.
#[derive(Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NameHit {
    /// An artist by name.
    Artist {
        /// Of the artist.
        id: i64,
        /// As the services spell it.
        name: String,
        /// A picture, if one is known.
        image_url: Option<String>,
        /// Listeners on Last.fm.
        listeners: Option<i64>,
        /// The caller picked the artist.
        own: bool,
    },
    /// An album by its title, its artist's name, or both.
    Album {
        /// Of the album.
        id: i64,
        /// As the services spell it.
        title: String,
        /// Whose it is.
        artist_id: i64,
        /// Whose it is, by name.
        artist_name: String,
        /// Of the first release.
        first_release_year: Option<i16>,
        /// A picture, if one is known.
        cover_url: Option<String>,
        /// A pressing of it is in the caller's collection.
        own: bool,
    },
}

/// Longest text that is looked for, in bytes.
pub(super) const LONGEST_QUERY: usize = 200;

/// How many hits are wanted: 1 to 20, or 10.
pub(super) fn hits(asked: Option<i64>) -> Result<usize> {
    let limit = usize::try_from(asked.unwrap_or(10)).ok().filter(|limit| (1..=20).contains(limit));
    limit.ok_or_else(|| Error::BadRequest("limit: must be 1 to 20".to_owned()))
}

#[utoipa::path(get, path = "/search", params(Typed), security((), ("bearer" = [])), responses(
    (status = 200, body = Names), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json", description = "The token that was sent is not good")))]
pub(super) async fn search(
    State(context): State<Context>,
    token: Token,
    Query(typed): Query<Typed>,
) -> Result<Json<Names>> {
    let q = text("q", &typed.q, LONGEST_QUERY)?;
    let limit = hits(typed.limit)?;
    let kind = match typed.kind.as_deref() {
        None => None,
        Some("artist") => Some(NameKind::Artist),
        Some("album") => Some(NameKind::Album),
        Some(_) => return Err(Error::BadRequest("kind: must be artist or album".to_owned())),
    };
    // At the same time: who asks is known as soon as what is found.
    let found = async { Ok(context.store().search(q, kind, token.sha256(), limit).await?) };
    let (found, ()) = futures::try_join!(found, token.check(&context))?;
    Ok(Json(Names { hits: found.into_iter().map(hit).collect() }))
}

fn hit(found: Found) -> NameHit {
    let own = found.own >= 2;
    match found.title {
        None => NameHit::Artist {
            id: found.id,
            name: found.artist_name,
            image_url: found.artist_image_url,
            listeners: found.listeners,
            own,
        },
        Some(title) => NameHit::Album {
            id: found.id,
            title,
            artist_id: found.artist_id,
            artist_name: found.artist_name,
            first_release_year: found.first_release_year,
            cover_url: found.cover_url,
            own,
        },
    }
}

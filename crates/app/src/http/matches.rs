//! `GET|POST /ops/matches`, `POST /ops/matches/{id}`: the links that wait for a person, and what people decide.
use axum::routing::{get, post};
use axum::{Json, Router, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use vinilogy_core::domain::ids::MatchId;
use vinilogy_core::store::{self, DECIDED, MatchPage, MatchState, Reviewed, Reviewer, Verdict};

use super::extract::{self, Path, Query, text};
use super::{Admin, Error, Problem, Result, error::or_no, pages::page_url, paging};
use crate::{Context, review};

/// These routes alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/ops/matches", get(matches).post(link)).route("/ops/matches/{id}", post(decide))
}

/// Which links.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// `artist`, `album` or `pressing`; all of them unless asked otherwise.
    kind: Option<String>,
    /// `proposed` (the queue, likeliest first; also when nothing is asked), or `accepted` or `rejected`: what people decided, newest
    /// first.
    state: Option<String>,
    /// Links at most, 1 to 100; 50 unless asked otherwise.
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A page of links.
#[derive(Serialize, ToSchema)]
pub struct Matches {
    matches: Vec<Link>,
    /// Where the next page begins; null on the last.
    next_cursor: Option<String>,
}

/// A link between a row of ours and a service's id.
#[derive(Serialize, ToSchema)]
pub struct Link {
    id: i64,
    /// `artist`, `album`, or `pressing`: a release that may be a pressing of the album.
    #[schema(example = "artist")]
    kind: String,
    ours: Ours,
    theirs: Theirs,
    /// 0 to 1. Above 0.7 nobody is asked.
    score: f32,
    /// What they differ in: `{"penalty": …, "distance": …}`.
    reasons: Vec<Value>,
    /// `proposed`, `accepted` or `rejected`.
    state: String,
    /// `rule`, a service's name, or `hand`.
    decided_by: String,
    /// Who decided by hand, when they were logged in.
    user_name: Option<String>,
    decided_at: DateTime<Utc>,
}

/// Our side.
#[derive(Serialize, ToSchema)]
pub struct Ours {
    artist_id: Option<i64>,
    album_id: Option<i64>,
    artist_name: String,
    /// Of the album.
    title: Option<String>,
    first_release_year: Option<i16>,
    /// The MusicBrainz id that the artist or album has now.
    mbid: Option<Uuid>,
    /// The Discogs artist or master that it has now.
    discogs_id: Option<i64>,
}

/// The service's side.
#[derive(Serialize, ToSchema)]
pub struct Theirs {
    /// `musicbrainz`, `discogs` or `spotify`.
    service: String,
    service_id: String,
    /// Where to look at it.
    url: Option<String>,
    /// What the service says about it: name or title, year, country, format.
    candidate: Value,
}

/// What is decided.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// `accept` or `reject`.
    #[schema(example = "accept")]
    decision: String,
    /// Also when a person has decided before.
    #[serde(default)]
    revise: bool,
}

/// A link made by hand.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    /// `artist`, `album` or `pressing`.
    #[schema(example = "artist")]
    kind: String,
    /// Our artist or album.
    id: i64,
    /// `musicbrainz`, `discogs` or `spotify`.
    #[schema(example = "musicbrainz")]
    service: String,
    /// The service's artist, release group, master or release.
    #[schema(example = "5b11f4ce-a62d-471e-81fc-a69a8278c7da")]
    service_id: String,
    /// Also when a person has chosen another id before.
    #[serde(default)]
    revise: bool,
}

#[utoipa::path(get, path = "/ops/matches", security(("bearer" = [])), params(Filter), responses(
    (status = 200, body = Matches), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 403, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn matches(
    State(context): State<Context>,
    _: Admin,
    Query(filter): Query<Filter>,
) -> Result<Json<Matches>> {
    let limit = paging::limit(filter.limit)?;
    let kind = filter.kind.as_deref();
    if kind.is_some_and(|kind| !["artist", "album", "pressing"].contains(&kind)) {
        return Err(Error::BadRequest("kind: must be artist, album or pressing".to_owned()));
    }
    let state = MatchState::of(filter.state.as_deref().unwrap_or("proposed"))
        .ok_or_else(|| Error::BadRequest("state: must be proposed, accepted or rejected".to_owned()))?;
    let list = format!("matches, {kind:?}, {state:?}");
    let after = filter.cursor.as_deref().map(|cursor| paging::after_key(&list, cursor)).transpose()?;
    let page = page(state, after)?;
    let mut rows = context.store().matches_to_review(kind, page, limit + 1).await?;
    let more = rows.len() as i64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next_cursor = rows.last().filter(|_| more).map(|last| paging::cursor_at(&list, key(state, last), last.id));
    Ok(Json(Matches { matches: rows.into_iter().map(shown).collect(), next_cursor }))
}

/// Where a page begins: after a score, whose bits are ordered as it is, or before a time in microseconds.
fn page(state: MatchState, after: Option<(i64, i64)>) -> Result<MatchPage> {
    Ok(match (state, after) {
        (MatchState::Proposed, None) => MatchPage::Proposed(None),
        (MatchState::Proposed, Some((bits, id))) => {
            let bits = u32::try_from(bits).map_err(|_| paging::strange())?;
            MatchPage::Proposed(Some((f32::from_bits(bits), id)))
        }
        (decided, None) => MatchPage::Decided(decided, None),
        (decided, Some((micros, id))) => {
            let at = DateTime::from_timestamp_micros(micros).ok_or_else(paging::strange)?;
            MatchPage::Decided(decided, Some((at, id)))
        }
    })
}

fn key(state: MatchState, row: &Reviewed) -> i64 {
    match state {
        MatchState::Proposed => i64::from(row.score.to_bits()),
        _ => row.decided_at.timestamp_micros(),
    }
}

#[utoipa::path(post, path = "/ops/matches/{id}", security(("bearer" = [])), params(("id" = i64, Path)),
    request_body = Decision, responses(
    (status = 200, body = Link, description = "Decided; what follows is being fetched"),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 403, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 409, body = Problem, description = "A person has decided already", content_type = "application/problem+json")))]
pub(super) async fn decide(
    State(context): State<Context>,
    admin: Admin,
    Path(id): Path<i64>,
    extract::Json(decision): extract::Json<Decision>,
) -> Result<Json<Link>> {
    let verdict = match decision.decision.as_str() {
        "accept" => Verdict::Accept,
        "reject" => Verdict::Reject,
        _ => return Err(Error::BadRequest("decision: must be accept or reject".to_owned())),
    };
    let reviewer = Reviewer { user: Some(admin.id), revises: decision.revise };
    let decided = review::decide(&context, MatchId::from(id), verdict, reviewer).await;
    let decided = decided.map_err(or_decided("match"))?;
    reviewed(&context, decided.id).await
}

#[utoipa::path(post, path = "/ops/matches", security(("bearer" = [])), request_body = NewLink, responses(
    (status = 200, body = Link, description = "Linked; what follows is being fetched"),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 403, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 409, body = Problem, description = "A person has chosen another id", content_type = "application/problem+json")))]
pub(super) async fn link(
    State(context): State<Context>,
    admin: Admin,
    extract::Json(new): extract::Json<NewLink>,
) -> Result<Json<Link>> {
    let service_id = text("service_id", &new.service_id, review::LONGEST_ID)?;
    let (subject, service) = review::checked(&new.kind, new.id, &new.service, service_id).map_err(Error::BadRequest)?;
    let reviewer = Reviewer { user: Some(admin.id), revises: new.revise };
    let decided = review::link(&context, subject, service, service_id, reviewer).await;
    let decided = decided.map_err(or_decided(subject.kind()))?;
    reviewed(&context, decided.id).await
}

async fn reviewed(context: &Context, id: MatchId) -> Result<Json<Link>> {
    Ok(Json(shown(context.store().reviewed_match(id).await.map_err(or_no("match"))?)))
}

fn or_decided(kind: &'static str) -> impl Fn(store::Error) -> Error {
    move |error| match error {
        store::Error::Conflict(what) if what == DECIDED => {
            Error::Conflict("a person has decided on it already; send revise to decide anew".to_owned())
        }
        other => or_no(kind)(other),
    }
}

fn shown(row: Reviewed) -> Link {
    let url = url(&row);
    Link {
        id: row.id,
        kind: row.kind,
        ours: Ours {
            artist_id: row.artist_id,
            album_id: row.album_id,
            artist_name: row.artist_name,
            title: row.title,
            first_release_year: row.first_release_year,
            mbid: row.mbid,
            discogs_id: row.discogs_id,
        },
        theirs: Theirs { service: row.service, service_id: row.service_id, url, candidate: row.candidate },
        score: row.score,
        reasons: row.reasons.as_array().cloned().unwrap_or_default(),
        state: row.state,
        decided_by: row.decided_by,
        user_name: row.user_name,
        decided_at: row.decided_at,
    }
}

/// The service's page of the other side.
pub fn url(row: &Reviewed) -> Option<String> {
    page_url(&row.service, &row.kind, &row.service_id)
}

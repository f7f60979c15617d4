//! `POST /imports`, `POST /imports/{id}/start`: have a list of artists read, a file's or of Last.fm's tags.
use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, extract::State, routing::post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use vinilogy_core::domain::ids::ImportId;
use vinilogy_core::store::{Import, Source};

use super::extract::{self, Path};
use super::{Error, Problem, Result, auth::Listener, import::of_listener};
use crate::Context;
use crate::jobs::{DEFAULT_PER_TAG, ImportArtists, check};

/// These routes alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/imports", post(create_import)).route("/imports/{id}/start", post(start_import))
}

/// For how long a file may be sent.
const UPLOAD: Duration = Duration::from_secs(3600);
/// Imports of a listener that are not read to their end, at most.
const UNFINISHED: i64 = 10;

/// Where the artists come from.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum From {
    /// A file: CSV of any encoding and separator with a column of artists and, if there are, of ratings, images and MBIDs.
    Csv,
    /// The artists whom Last.fm's listeners tag so most often.
    Tags,
}

/// A list of artists to be ingested.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewImport {
    source: From,
    /// Of a file: which column holds the artists, from 1, if no heading says so.
    artist_column: Option<i16>,
    /// Of tags: 1 to 50.
    #[schema(example = json!(["indie", "jazz"]))]
    tags: Option<Vec<String>>,
    /// Of tags: artists of each, 1 to 1000; 100 unless said otherwise.
    per_tag: Option<i16>,
}

impl NewImport {
    fn source<'a>(&'a self, object_key: &'a str) -> Result<Source<'a>> {
        let source = match (self.source, &self.tags) {
            (From::Csv, None) if self.per_tag.is_none() => {
                Source::Csv { object_key, artist_column: self.artist_column }
            }
            (From::Tags, Some(tags)) if self.artist_column.is_none() => {
                Source::Tags { tags, per_tag: self.per_tag.unwrap_or(DEFAULT_PER_TAG) }
            }
            (From::Csv, _) => return Err(Error::BadRequest("a file has no tags and no per_tag".to_owned())),
            (From::Tags, _) => return Err(Error::BadRequest("send tags, and no artist_column".to_owned())),
        };
        check(source).map_err(Error::BadRequest)?;
        Ok(source)
    }
}

/// The import.
#[derive(Serialize, ToSchema)]
pub struct Created {
    /// Ask `/imports/{import_id}` how far it is.
    import_id: i64,
    /// `waiting` for its file, or `reading`.
    state: String,
    /// Where to `PUT` the file within the hour; then start the import.
    upload_url: Option<String>,
}

#[utoipa::path(post, path = "/imports", security(("bearer" = [])), request_body = NewImport, responses(
    (status = 201, body = Created, headers(("location" = String, description = "/imports/{import_id}"))),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "Too many are unfinished"),
    (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn create_import(
    State(context): State<Context>,
    listener: Listener,
    extract::Json(new): extract::Json<NewImport>,
) -> Result<Response> {
    let object_key = format!("imports/{}/{}.csv", listener.id, Uuid::new_v4().simple());
    let source = new.source(&object_key)?;
    if context.store().unfinished_imports(listener.id).await? >= UNFINISHED {
        return Err(Error::Conflict(format!("{UNFINISHED} imports are unfinished: start them, or wait")));
    }
    let import = context.store().create_import(listener.id, source).await?;
    let upload_url = match source {
        Source::Csv { object_key, .. } => Some(context.uploads().await.address(object_key, UPLOAD).await?),
        Source::Tags { .. } => None,
    };
    let state = if upload_url.is_none() { start(&context, &listener, &import).await? } else { import.state };
    let created = Created { import_id: import.id, state, upload_url };
    let mut response = (StatusCode::CREATED, Json(created)).into_response();
    let location = format!("/imports/{}", import.id);
    let location = HeaderValue::try_from(location).map_err(|e| Error::Internal(e.to_string()))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

#[utoipa::path(post, path = "/imports/{id}/start", security(("bearer" = [])), params(("id" = i64, Path)), responses(
    (status = 202, description = "It is being read, or was"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "It has failed"),
    (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn start_import(
    State(context): State<Context>,
    listener: Listener,
    Path(id): Path<i64>,
) -> Result<StatusCode> {
    let import = of_listener(&context, &listener, id).await?;
    match import.state.as_str() {
        "failed" => Err(Error::Conflict("it has failed: send the file as another import".to_owned())),
        "done" => Ok(StatusCode::ACCEPTED),
        _ => start(&context, &listener, &import).await.map(|_| StatusCode::ACCEPTED),
    }
}

/// Started before the message is sent: if the queue is away, the sweep finds the import.
async fn start(context: &Context, listener: &Listener, import: &Import) -> Result<String> {
    context.store().start_import(ImportId::from(import.id)).await?;
    let queues = context.on_behalf_of(listener.id).queues().await;
    queues.send(&ImportArtists::Started { import_id: import.id }).await?;
    Ok("reading".to_owned())
}

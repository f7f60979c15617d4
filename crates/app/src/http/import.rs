//! `GET /imports/{id}`, `GET /imports/{id}/refused`: how far an import is, and which of its rows could not be taken.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vinilogy_core::domain::ids::ImportId;
use vinilogy_core::store;

use super::extract::{Path, Query};
use super::{Error, Problem, Result, auth::Listener, error::or_no, paging};
use crate::Context;

/// These routes alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/imports/{id}", get(import)).route("/imports/{id}/refused", get(refused))
}

/// How far an import is.
#[derive(Serialize, ToSchema)]
pub struct Import {
    id: i64,
    /// `csv` or `tags`.
    source: String,
    /// `waiting` (to be sent and started), `reading`, `done` (read to its end) or `failed`.
    #[schema(example = "reading")]
    state: String,
    /// How much is read, 0 to 1.
    share_read: f64,
    /// Rows read.
    rows: i64,
    /// Artists that it asks for.
    wished: i64,
    /// Rows that name an artist again.
    repeated: i64,
    /// Rows that could not be taken: see `/imports/{id}/refused`.
    refused: i64,
    /// Artists that wait for their turn to be ingested: so many a day are, callers in turns.
    waiting: i64,
    /// The highest rating, which tells the scale.
    rating_top: Option<f32>,
    /// How the file is written.
    layout: Option<serde_json::Value>,
    /// Why it failed, or what it waits for.
    note: Option<String>,
    created_at: DateTime<Utc>,
    started_at: Option<DateTime<Utc>>,
    /// When it was read to its end.
    finished_at: Option<DateTime<Utc>>,
    /// When the last artist will have been admitted, as far as can be told; none when none waits.
    estimated_at: Option<DateTime<Utc>>,
}

/// Which page of the report.
#[derive(Deserialize, IntoParams)]
pub struct Page {
    /// 1 to 100; 50 unless said otherwise.
    pub(super) limit: Option<i64>,
    /// `next_line` of the page before.
    pub(super) after: Option<i32>,
}

/// Rows that could not be taken, in the order of the file.
#[derive(Serialize, ToSchema)]
pub struct Refused {
    rows: Vec<RefusedRow>,
    /// Ask for the next page `after` this line; none after the last.
    next_line: Option<i32>,
}

/// A row that could not be taken.
#[derive(Serialize, ToSchema)]
pub struct RefusedRow {
    /// Where it begins in the file, from 1; of an import of tags, which tag.
    pub(super) line: i32,
    /// Why.
    #[schema(example = "it names no artist")]
    pub(super) reason: String,
    /// Its beginning.
    pub(super) excerpt: String,
}

impl Refused {
    /// Of rows up to one more than fit the page.
    pub(super) fn page(mut rows: Vec<RefusedRow>, limit: i64) -> Self {
        let more = rows.len() as i64 > limit;
        rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
        let next_line = rows.last().filter(|_| more).map(|row| row.line);
        Self { rows, next_line }
    }
}

#[utoipa::path(get, path = "/imports/{id}", security(("bearer" = [])), params(("id" = i64, Path)), responses(
    (status = 200, body = Import), (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn import(
    State(context): State<Context>,
    listener: Listener,
    Path(id): Path<i64>,
) -> Result<Json<Import>> {
    let import = of_listener(&context, &listener, id).await?;
    let ahead = if import.pending > 0 { context.store().wishes_ahead(&import).await? } else { 0 };
    let estimated_at = estimate(&import, ahead, context.config().artists_per_day, context.now());
    Ok(Json(Import {
        share_read: share_read(&import),
        estimated_at,
        id: import.id,
        source: import.source,
        state: import.state,
        rows: import.rows,
        wished: import.wished,
        repeated: import.repeated,
        refused: import.refused,
        waiting: import.pending,
        rating_top: import.rating_top,
        layout: import.layout,
        note: import.note,
        created_at: import.created_at,
        started_at: import.started_at,
        finished_at: import.finished_at,
    }))
}

#[utoipa::path(get, path = "/imports/{id}/refused", security(("bearer" = [])), params(("id" = i64, Path), Page), responses(
    (status = 200, body = Refused), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn refused(
    State(context): State<Context>,
    listener: Listener,
    Path(id): Path<i64>,
    Query(page): Query<Page>,
) -> Result<Json<Refused>> {
    let limit = paging::limit(page.limit)?;
    let import = of_listener(&context, &listener, id).await?;
    let after = page.after.unwrap_or(0);
    let rows = context.store().refused_rows(ImportId::from(import.id), after, limit + 1).await?;
    let row = |row: store::RefusedRow| RefusedRow { line: row.line, reason: row.reason, excerpt: row.excerpt };
    Ok(Json(Refused::page(rows.into_iter().map(row).collect(), limit)))
}

/// A listener's import; another's does not exist.
pub(super) async fn of_listener(context: &Context, listener: &Listener, id: i64) -> Result<store::Import> {
    let import = context.store().import(ImportId::from(id)).await.map_err(or_no("import"))?;
    if import.user_id == Some(listener.id.get()) { Ok(import) } else { Err(Error::NotFound("import")) }
}

#[expect(clippy::cast_precision_loss, reason = "a share for people")]
fn share_read(import: &store::Import) -> f64 {
    let whole = match (import.size, import.tags.len()) {
        (_, tags @ 1..) => tags as f64,
        (Some(size @ 1..), _) => size as f64,
        _ => return if import.state == "done" { 1.0 } else { 0.0 },
    };
    (import.next as f64 / whole).min(1.0)
}

/// The rest is read as quickly as the part before; then so many artists a day have their turn.
fn estimate(import: &store::Import, ahead: i64, per_day: i64, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let reading = match (import.state.as_str(), import.started_at, share_read(import)) {
        ("reading", Some(started), share) if share > 0.0 => (now - started).as_seconds_f64() * (1.0 - share) / share,
        ("done", ..) => 0.0,
        _ => return None,
    };
    if import.state == "done" && import.pending == 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let admission = ahead as f64 / per_day as f64 * 86_400.0;
    #[expect(clippy::cast_possible_truncation, reason = "an estimate in milliseconds")]
    let wait = TimeDelta::try_milliseconds(((reading + admission) * 1000.0) as i64)?;
    now.checked_add_signed(wait)
}

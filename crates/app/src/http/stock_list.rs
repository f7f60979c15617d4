//! `GET /ops/stock-lists/{id}`, `GET /ops/stock-lists/{id}/refused`: what came of a stock list that was sent, and which of its rows are no
//! records for sale.
use axum::{Json, Router, extract::State, routing::get};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use vinilogy_core::store;

use super::extract::{Path, Query};
use super::import::{Page, Refused, RefusedRow};
use super::{Admin, Problem, Result, error::or_no, paging};
use crate::Context;

/// Both routes.
pub fn routes() -> Router<Context> {
    Router::new().route("/ops/stock-lists/{id}", get(stock_list)).route("/ops/stock-lists/{id}/refused", get(refused))
}

/// A stock list and what came of it.
#[derive(Serialize, ToSchema)]
pub struct StockList {
    id: i64,
    shop_id: i64,
    /// `waiting` (to be sent and started), `reading`, `done` or `failed`.
    #[schema(example = "done")]
    state: String,
    /// Records for sale; null until it is read, as the others.
    records: Option<i32>,
    /// Those of albums of the catalogue.
    found: Option<i32>,
    /// Of these, those whose pressing is told.
    pressings: Option<i32>,
    /// Rows that are no records for sale: see `/ops/stock-lists/{id}/refused`.
    refused: Option<i32>,
    /// Whether it was newer than what was known; an older one changes nothing.
    news: Option<bool>,
    /// Why it failed, or what it waits for.
    note: Option<String>,
    /// When the shop made it, if that was said.
    made_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    started_at: Option<DateTime<Utc>>,
    finished_at: Option<DateTime<Utc>>,
}

#[utoipa::path(get, path = "/ops/stock-lists/{id}", security(("bearer" = [])), params(("id" = i64, Path)), responses(
    (status = 200, body = StockList), (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 403, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn stock_list(
    State(context): State<Context>,
    _: Admin,
    Path(id): Path<i64>,
) -> Result<Json<StockList>> {
    let list = context.store().stock_list(id).await.map_err(or_no("stock list"))?;
    Ok(Json(StockList {
        id: list.id,
        shop_id: list.shop_id,
        state: list.state,
        records: list.records,
        found: list.found,
        pressings: list.pressings,
        refused: list.refused,
        news: list.news,
        note: list.note,
        made_at: list.made_at,
        created_at: list.created_at,
        started_at: list.started_at,
        finished_at: list.finished_at,
    }))
}

#[utoipa::path(get, path = "/ops/stock-lists/{id}/refused", security(("bearer" = [])), params(("id" = i64, Path), Page), responses(
    (status = 200, body = Refused, description = "Of the newest list of a shop that was read; of older ones nothing"),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 403, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn refused(
    State(context): State<Context>,
    _: Admin,
    Path(id): Path<i64>,
    Query(page): Query<Page>,
) -> Result<Json<Refused>> {
    let limit = paging::limit(page.limit)?;
    let list = context.store().stock_list(id).await.map_err(or_no("stock list"))?;
    let rows = context.store().stock_refusals(list.id, page.after.unwrap_or(0), limit + 1).await?;
    let row = |row: store::StockRefusal| RefusedRow { line: row.line, reason: row.reason, excerpt: row.excerpt };
    Ok(Json(Refused::page(rows.into_iter().map(row).collect(), limit)))
}

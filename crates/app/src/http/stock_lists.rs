//! `POST /ops/shops/{id}/stock`, `POST /ops/stock-lists/{id}/start`: send a shop's whole stock and have it read.
use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router, extract::State, routing::post};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::extract::{self, Path};
use super::{Admin, Error, Problem, Result, error::or_no};
use crate::Context;
use crate::jobs::ReadStock;

/// Both routes.
pub fn routes() -> Router<Context> {
    Router::new()
        .route("/ops/shops/{id}/stock", post(create_stock_list))
        .route("/ops/stock-lists/{id}/start", post(start_stock_list))
}

/// For how long a file may be sent.
const UPLOAD: Duration = Duration::from_secs(3600);
/// Clocks differ by no more.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// A shop's whole stock: what is not in it is not for sale any more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStockList {
    /// When the shop made the list; when it is started unless said otherwise. One older than the last list changes nothing.
    made_at: Option<DateTime<Utc>>,
}

/// Where to send the list.
#[derive(Serialize, ToSchema)]
pub struct SendStock {
    /// Ask `/ops/stock-lists/{list_id}` what came of it.
    list_id: i64,
    /// `waiting` for its file.
    #[schema(example = "waiting")]
    state: String,
    /// Where to `PUT` the file within the hour, CSV of any encoding and separator or JSON, 50 MB at most; then start the list.
    upload_url: String,
}

/// A list that is being read.
#[derive(Serialize, ToSchema)]
pub struct StockStarted {
    /// Ask `/ops/stock-lists/{list_id}` what came of it.
    list_id: i64,
}

#[utoipa::path(post, path = "/ops/shops/{id}/stock", security(("bearer" = [])), params(("id" = i64, Path)),
    request_body = NewStockList, responses(
    (status = 201, body = SendStock, headers(("location" = String, description = "/ops/stock-lists/{list_id}"))),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 403, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn create_stock_list(
    State(context): State<Context>,
    admin: Admin,
    Path(id): Path<i64>,
    extract::Json(new): extract::Json<NewStockList>,
) -> Result<Response> {
    if new.made_at.is_some_and(|at| at > context.now() + AHEAD) {
        return Err(Error::BadRequest("made_at: lies ahead".to_owned()));
    }
    let shop = context.store().shop(id).await.map_err(or_no("shop"))?;
    let object_key = format!("imports/stock/{}/{}", shop.slug, Uuid::new_v4().simple());
    let list = context.store().create_stock_list(shop.id, admin.id, &object_key, new.made_at).await?;
    let upload_url = context.uploads().await.address(&object_key, UPLOAD).await?;
    let created = SendStock { list_id: list.id, state: list.state, upload_url };
    located(StatusCode::CREATED, list.id, Json(created))
}

#[utoipa::path(post, path = "/ops/stock-lists/{id}/start", security(("bearer" = [])), params(("id" = i64, Path)), responses(
    (status = 202, body = StockStarted, headers(("location" = String, description = "/ops/stock-lists/{list_id}")),
     description = "It is being read, or was"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 403, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "It has failed"),
    (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn start_stock_list(
    State(context): State<Context>,
    admin: Admin,
    Path(id): Path<i64>,
) -> Result<Response> {
    let list = context.store().stock_list(id).await.map_err(or_no("stock list"))?;
    if list.state == "failed" {
        return Err(Error::Conflict("it has failed: send the file as another list".to_owned()));
    }
    // Started before the message is sent: if the queue is away, the sweep finds the list.
    if context.store().start_stock_list(id).await?.is_some() {
        let queues = context.on_behalf_of(admin.id).queues().await;
        queues.send(&ReadStock { shop_id: list.shop_id }).await?;
    }
    located(StatusCode::ACCEPTED, id, Json(StockStarted { list_id: id }))
}

fn located(status: StatusCode, list: i64, body: impl IntoResponse) -> Result<Response> {
    let mut response = (status, body).into_response();
    let location = format!("/ops/stock-lists/{list}");
    let location = HeaderValue::try_from(location).map_err(|e| Error::Internal(e.to_string()))?;
    response.headers_mut().insert(header::LOCATION, location);
    Ok(response)
}

//! `GET /me/notifications`, `POST /me/notifications/{id}/read`: the prices that came down to what a listener waits for.
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store;

use super::extract::{Path, Query};
use super::{Error, Problem, Result, auth::Listener, paging};
use crate::Context;

/// These routes alone.
pub fn routes() -> Router<Context> {
    Router::new()
        .route("/me/notifications", get(notifications))
        .route("/me/notifications/{id}/read", post(read_notification))
}

/// Which notifications.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Page {
    /// Those not read yet only.
    #[serde(default)]
    unread: bool,
    /// Notifications at most, 1 to 100; 50 unless asked otherwise.
    limit: Option<i64>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// A page of notifications.
#[derive(Serialize, ToSchema)]
pub struct Notifications {
    /// The newest first.
    notifications: Vec<Notification>,
    /// Where the next page begins; null on the last.
    next_cursor: Option<String>,
}

/// An offer that cost no more than a target, as it was seen then. It may be gone.
#[derive(Serialize, ToSchema)]
pub struct Notification {
    id: i64,
    /// Null when the alert was deleted.
    alert_id: Option<i64>,
    album_id: i64,
    title: String,
    artist_name: String,
    /// Null when it is not told which pressing it is.
    release_id: Option<i64>,
    #[schema(example = "discogs")]
    provider: String,
    /// Where to buy.
    url: String,
    /// For the record alone, as it is asked.
    price: Sum,
    /// What the listener waits for.
    target: Sum,
    delivered: Bounds,
    /// When the offer was seen.
    observed_at: DateTime<Utc>,
    created_at: DateTime<Utc>,
    read_at: Option<DateTime<Utc>>,
}

/// An amount of money.
#[derive(Serialize, ToSchema)]
pub struct Sum {
    /// Minor units of the currency: 2200 is 22.00 €.
    #[schema(example = 2200)]
    amount: i64,
    /// ISO 4217.
    #[schema(example = "EUR")]
    currency: String,
    /// As a person reads it.
    #[schema(example = "22.00 €")]
    text: String,
}

/// What it costs at the door, in minor units of the target's currency.
#[derive(Serialize, ToSchema)]
pub struct Bounds {
    /// At least.
    low: i64,
    /// At most: this is no more than the target.
    high: i64,
    /// Shipping is not the seller's but what like offers ask.
    estimated: bool,
}

#[utoipa::path(get, path = "/me/notifications", security(("bearer" = [])), params(Page), responses(
    (status = 200, body = Notifications), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn notifications(
    State(context): State<Context>,
    listener: Listener,
    Query(page): Query<Page>,
) -> Result<Json<Notifications>> {
    let limit = paging::limit(page.limit)?;
    let list = format!("notifications of {}, {}", listener.id, page.unread);
    let before = page.cursor.as_deref().map(|cursor| paging::after_key(&list, cursor)).transpose()?.map(|(_, id)| id);
    let mut rows = context.store().notifications_of(listener.id, page.unread, before, limit + 1).await?;
    let more = rows.len() as i64 > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next_cursor = rows.last().filter(|_| more).map(|last| paging::cursor_at(&list, 0, last.id));
    Ok(Json(Notifications { notifications: rows.into_iter().map(shown).collect(), next_cursor }))
}

#[utoipa::path(post, path = "/me/notifications/{id}/read", security(("bearer" = [])), params(("id" = i64, Path)), responses(
    (status = 204, description = "It is read, or was"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn read_notification(
    State(context): State<Context>,
    listener: Listener,
    Path(id): Path<i64>,
) -> Result<StatusCode> {
    if !context.store().read_notification(listener.id, id).await? {
        return Err(Error::NotFound("notification"));
    }
    Ok(StatusCode::NO_CONTENT)
}

fn shown(row: store::Notification) -> Notification {
    Notification {
        id: row.id,
        alert_id: row.alert_id,
        album_id: row.album_id,
        title: row.title,
        artist_name: row.artist_name,
        release_id: row.release_id,
        provider: row.provider,
        url: row.url,
        price: sum(row.amount, row.currency),
        target: sum(row.target, row.target_currency),
        delivered: Bounds { low: row.delivered_low, high: row.delivered_high, estimated: row.estimated },
        observed_at: row.observed_at,
        created_at: row.created_at,
        read_at: row.read_at,
    }
}

fn sum(amount: i64, currency: String) -> Sum {
    let text = currency.parse::<Currency>().map(|code| Money::new(amount, code).to_string()).unwrap_or_default();
    Sum { amount, currency, text }
}

//! `GET|POST /me/alerts`, `DELETE /me/alerts/{id}`: the prices that a listener waits for.
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get};
use axum::{Json, Router, extract::State};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vinilogy_core::domain::ids::AlbumId;
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::store::{self, NewAlert, PriceClass, SavedAlert};

use super::extract::{self, Path};
use super::{Error, Problem, Result, auth::Listener, error::or_no};
use crate::Context;
use crate::jobs::{CheckAlerts, PriceReleases};

/// These routes alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/me/alerts", get(alerts).post(add_alert)).route("/me/alerts/{id}", delete(remove_alert))
}

/// Alerts of a listener, at most.
const ALERTS: i64 = 200;
/// Minor units of a target, at most: beyond any record.
const HIGHEST_TARGET: i64 = 1_000_000_000;

/// What a listener waits for.
#[derive(Serialize, ToSchema)]
pub struct Alerts {
    /// In the order made.
    alerts: Vec<Alert>,
}

/// A price that a listener waits for.
#[derive(Serialize, ToSchema)]
pub struct Alert {
    id: i64,
    /// Null: any album that is recommended to the listener.
    album: Option<AlertAlbum>,
    /// Which offers count.
    #[schema(example = "cheapest")]
    class: String,
    target: Target,
    /// Whether it is met now, by any album it is about: it is told again when it was not for a while.
    met: bool,
    created_at: DateTime<Utc>,
}

/// An album that is waited for.
#[derive(Serialize, ToSchema)]
pub struct AlertAlbum {
    id: i64,
    title: String,
    artist_id: i64,
    artist_name: String,
}

/// What a record may cost at most, delivered to the listener's country with taxes.
#[derive(Serialize, ToSchema)]
pub struct Target {
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

/// What to wait for. An offer meets the target when what it costs delivered to the listener's country, at most, is no more than that: an
/// estimate counts by its upper bound, and an offer whose shipping nobody knows never meets it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTarget {
    /// An album; without it, anything that is recommended.
    album_id: Option<i64>,
    target: Amount,
    /// `cheapest` (unless said otherwise), `very_good_plus`, or `original` (first pressings).
    #[schema(example = "cheapest")]
    class: Option<String>,
}

/// An amount of money.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Minor units of the currency.
    #[schema(example = 2200)]
    amount: i64,
    /// ISO 4217; the listener's own unless said otherwise.
    currency: Option<String>,
}

impl NewTarget {
    fn read(self, listener: &Listener) -> Result<NewAlert> {
        let class = self.class.as_deref().unwrap_or(PriceClass::Cheapest.name());
        let class = PriceClass::of(class)
            .ok_or_else(|| Error::BadRequest("class: must be cheapest, very_good_plus or original".to_owned()))?;
        if !(1..=HIGHEST_TARGET).contains(&self.target.amount) {
            return Err(Error::BadRequest(format!("target.amount: must be 1 to {HIGHEST_TARGET} minor units")));
        }
        let currency = self.target.currency.as_deref().unwrap_or(&listener.currency);
        let currency: Currency =
            currency.parse().map_err(|error| Error::BadRequest(format!("target.currency: {error}")))?;
        let target = Money::new(self.target.amount, currency);
        Ok(NewAlert { album: self.album_id.map(AlbumId::from), class, target })
    }
}

#[utoipa::path(get, path = "/me/alerts", security(("bearer" = [])), responses(
    (status = 200, body = Alerts), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn alerts(State(context): State<Context>, listener: Listener) -> Result<Json<Alerts>> {
    let rows = context.store().alerts_of(listener.id).await?;
    Ok(Json(Alerts { alerts: rows.into_iter().map(shown).collect() }))
}

#[utoipa::path(post, path = "/me/alerts", security(("bearer" = [])), request_body = NewTarget, responses(
    (status = 201, body = Alert),
    (status = 200, body = Alert, description = "There was one for this album and class; its target is this one now"),
    (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json"),
    (status = 409, body = Problem, content_type = "application/problem+json", description = "There are too many"),
    (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn add_alert(
    State(context): State<Context>,
    listener: Listener,
    extract::Json(new): extract::Json<NewTarget>,
) -> Result<Response> {
    let store = context.store();
    let mut new = new.read(&listener)?;
    if let Some(album) = new.album {
        // Also by the id that it had before it was found to be another.
        new.album = Some(AlbumId::from(store.album(album).await.map_err(or_no("album"))?.id));
    }
    let (status, id) = match store.save_alert(listener.id, new, ALERTS).await? {
        SavedAlert::TooMany => return Err(Error::Conflict(format!("{ALERTS} alerts are the most: delete one"))),
        SavedAlert::Same(id) | SavedAlert::Changed(id) => (StatusCode::OK, id),
        SavedAlert::Created(id) => (StatusCode::CREATED, id),
    };
    look(&context.on_behalf_of(listener.id), &listener, new.album).await?;
    Ok((status, Json(shown(store.alert(id).await?))).into_response())
}

#[utoipa::path(delete, path = "/me/alerts/{id}", security(("bearer" = [])), params(("id" = i64, Path)), responses(
    (status = 204), (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 404, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn remove_alert(
    State(context): State<Context>,
    listener: Listener,
    Path(id): Path<i64>,
) -> Result<StatusCode> {
    if !context.store().delete_alert(listener.id, id).await? {
        return Err(Error::NotFound("alert"));
    }
    Ok(StatusCode::NO_CONTENT)
}

/// What is known already may meet the target; what is waited for is priced from now on. What the queues do not take is the sweeps'.
async fn look(context: &Context, listener: &Listener, album: Option<AlbumId>) -> Result<()> {
    let store = context.store();
    let albums = match album {
        Some(album) => vec![album.get()],
        None => store.recommended(listener.id).await?.into_iter().map(|(album, _)| album).collect(),
    };
    let wanted = store.want_albums(&albums).await?;
    let to_price: Vec<_> = wanted.iter().map(|&album_id| (PriceReleases { album_id }, Duration::ZERO)).collect();
    let to_check: Vec<_> = albums.iter().map(|&album_id| (CheckAlerts { album_id }, Duration::ZERO)).collect();
    let queues = context.queues().await;
    for sent in [queues.send_all(&to_price).await, queues.send_all(&to_check).await] {
        if let Err(error) = sent {
            tracing::warn!(%error, "left to the sweep");
        }
    }
    Ok(())
}

fn shown(row: store::Alert) -> Alert {
    let album = row.album_id.zip(row.title).zip(row.artist_id.zip(row.artist_name));
    let text = row.currency.parse().map(|currency| Money::new(row.target, currency).to_string()).unwrap_or_default();
    Alert {
        id: row.id,
        album: album.map(|((id, title), (artist_id, artist_name))| AlertAlbum { id, title, artist_id, artist_name }),
        class: row.class,
        target: Target { amount: row.target, currency: row.currency, text },
        met: row.met,
        created_at: row.created_at,
    }
}

//! `POST /recs/refresh`: have a new set computed.
use axum::http::StatusCode;
use axum::{Router, extract::State, routing::post};

use super::{Problem, Result, auth::Listener};
use crate::Context;
use crate::jobs::ComputeRecs;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/recs/refresh", post(refresh_recs))
}

#[utoipa::path(post, path = "/recs/refresh", security(("bearer" = [])), responses(
    (status = 202, description = "A new set is being computed; the old one is served until then"),
    (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn refresh_recs(State(context): State<Context>, listener: Listener) -> Result<StatusCode> {
    // Expired before the message is sent: if the queue is away, the sweep finds the listener.
    context.store().expire_set(listener.id).await?;
    context.on_behalf_of(listener.id).queues().await.send(&ComputeRecs { user_id: listener.id.get() }).await?;
    Ok(StatusCode::ACCEPTED)
}

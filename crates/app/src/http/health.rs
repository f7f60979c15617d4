//! `GET /health`: whether the database answers.
use axum::{Json, Router, extract::State, routing::get};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Problem, Result};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/health", get(health))
}

/// All is well.
#[derive(Serialize, ToSchema)]
pub struct Health {
    #[schema(example = "ok")]
    status: &'static str,
    #[schema(example = "0.1.0")]
    version: &'static str,
}

#[utoipa::path(get, path = "/health", responses(
    (status = 200, body = Health), (status = 503, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn health(State(context): State<Context>) -> Result<Json<Health>> {
    context.store().ping().await?;
    Ok(Json(Health { status: "ok", version: env!("CARGO_PKG_VERSION") }))
}

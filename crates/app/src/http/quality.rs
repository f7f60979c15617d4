//! `GET /ops/quality`: how good the catalogue is, as it was counted last.
use axum::{Json, Router, extract::State, routing::get};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use vinilogy_core::domain::quality::{goal, share};
use vinilogy_core::store::Measured;

use super::{Admin, Error, Problem, Result, extract::Query};
use crate::Context;

/// This route alone.
pub fn routes() -> Router<Context> {
    Router::new().route("/ops/quality", get(quality))
}

/// How far back.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Days {
    /// Days of history, 1 to 365; 30 unless asked otherwise.
    days: Option<i32>,
}

/// The report. It is counted once a day: its figures are of `day`.
#[derive(Serialize, ToSchema)]
pub struct Report {
    /// When it was counted (UTC); null when that was never done.
    #[schema(example = "2026-11-21")]
    day: Option<String>,
    /// What artists, albums and pressings have, and from whom.
    shares: Vec<Share>,
    /// Links between our rows and the services' by who decided them.
    matches: Vec<Matches>,
    /// What there are goals for over the last days, the newest first.
    history: Vec<Share>,
}

/// How many of how many have something.
#[derive(Serialize, ToSchema)]
pub struct Share {
    /// When it was counted (UTC).
    day: String,
    /// `artists`, `albums` or `pressings`. Artists that are known by name only are not counted.
    #[schema(example = "artists")]
    subject: String,
    /// What they have.
    #[schema(example = "mbid")]
    feature: String,
    /// So many have it.
    count: i64,
    /// Of so many.
    total: i64,
    /// In percent, to two places, rounded down; null of nothing.
    #[schema(example = 95.21)]
    percent: Option<f64>,
    /// What is aimed at, in percent.
    goal_percent: Option<u8>,
    /// Whether that is reached.
    met: Option<bool>,
}

/// Links of one kind.
#[derive(Serialize, ToSchema)]
pub struct Matches {
    /// `artist`, `album` or `pressing`.
    kind: String,
    /// Whose id it is.
    service: String,
    /// `accepted`, `proposed` or `rejected`.
    state: String,
    /// `rule`, the name of a service whose editors made the link, or `hand`.
    decided_by: String,
    /// How many.
    count: i64,
}

#[utoipa::path(get, path = "/ops/quality", params(Days), security(("bearer" = [])), responses(
    (status = 200, body = Report), (status = 400, body = Problem, content_type = "application/problem+json"),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 403, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn quality(
    State(context): State<Context>,
    _: Admin,
    Query(asked): Query<Days>,
) -> Result<Json<Report>> {
    let days = match asked.days.unwrap_or(30) {
        days @ 1..=365 => days,
        _ => return Err(Error::BadRequest("days: must be 1 to 365".to_owned())),
    };
    let (newest, history) =
        futures::try_join!(context.store().quality(), context.store().quality_history(days)).map_err(Error::from)?;
    let day = newest.first().map(|measured| measured.day.clone());
    let (matches, shares): (Vec<_>, Vec<_>) = newest.into_iter().partition(|measured| measured.subject == "matches");
    Ok(Json(Report {
        day,
        shares: shares.into_iter().map(as_share).collect(),
        matches: matches.into_iter().map(as_matches).collect(),
        history: history.into_iter().map(as_share).collect(),
    }))
}

fn as_share(measured: Measured) -> Share {
    let goal = goal(&measured.subject, &measured.feature);
    Share {
        #[expect(clippy::cast_precision_loss, reason = "at most 10,000")]
        percent: share(measured.count, measured.total).map(|hundredths| hundredths as f64 / 100.0),
        goal_percent: goal.map(|goal| goal.percent),
        met: goal.map(|goal| goal.is_met(measured.count, measured.total)),
        day: measured.day,
        subject: measured.subject,
        feature: measured.feature,
        count: measured.count,
        total: measured.total,
    }
}

fn as_matches(measured: Measured) -> Matches {
    let mut words = measured.feature.splitn(4, ' ').map(str::to_owned);
    let mut word = || words.next().unwrap_or_default();
    Matches { kind: word(), service: word(), state: word(), decided_by: word(), count: measured.count }
}

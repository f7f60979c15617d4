//! `/marketplace/price_suggestions/{id}`: what to ask for a copy in each grade, for accounts that sell.

use axum::response::Response;
use serde_json::{Map, Value, json};

use super::Asked;
use crate::reply;
use crate::world::rate;

/// Grades in Discogs' words, with what they are worth beside near mint.
const GRADES: [(&str, f64); 8] = [
    ("Mint (M)", 1.18),
    ("Near Mint (NM or M-)", 1.0),
    ("Very Good Plus (VG+)", 0.8),
    ("Very Good (VG)", 0.55),
    ("Good Plus (G+)", 0.38),
    ("Good (G)", 0.27),
    ("Fair (F)", 0.16),
    ("Poor (P)", 0.08),
];

/// In euros, the currency of our account, whatever was asked for.
pub(super) fn suggestions(asked: &Asked<'_>, id: i64) -> Response {
    if !asked.authenticated {
        return reply::discogs_error(401, "You must authenticate to access this resource.");
    }
    if !asked.state.seller_settings() {
        return reply::discogs_error(404, "You must fill out your seller settings first.");
    }
    let Some((at, row)) = asked.pressing(id) else {
        return reply::discogs_error(404, "Release not found.");
    };
    // Without a history there is nothing to go by.
    let lowest = asked.world.market(at, &row).lowest;
    let euros = lowest.map(|lowest| lowest * 1.35 * rate("EUR").unwrap_or(1.0));
    let graded = |euros: f64| {
        let price =
            |(grade, worth): (&str, f64)| (grade.to_owned(), json!({"currency": "EUR", "value": euros * worth}));
        GRADES.map(price).into_iter().collect::<Map<_, _>>()
    };
    reply::ok(&Value::Object(euros.map(graded).unwrap_or_default()))
}

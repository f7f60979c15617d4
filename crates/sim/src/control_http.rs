//! `/_control/…`: the verbs of [`Control`] over HTTP, for simulators in another process.

use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::routing::{delete, get, post, put};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::calls::Calls;
use crate::control::Control;
use crate::edits::{After, Edit};
use crate::faults::Rule;
use crate::limits::{Limit, Limits};
use crate::{Counts, Upstream};

pub(crate) fn routes(control: Control) -> axum::Router {
    axum::Router::new()
        .route("/_control/faults", post(add_fault).get(list_faults).delete(clear_faults))
        .route("/_control/edits", post(edit).delete(clear_edits))
        .route("/_control/limits", put(set_limits).get(limits))
        .route("/_control/calls", get(calls).delete(reset_calls))
        .route("/_control/merges", post(merge))
        .route("/_control/market", post(advance_market))
        .route("/_control/tokens", delete(expire_tokens))
        .route("/_control/seller", put(set_seller))
        .route("/_control/world", get(world))
        .with_state(control)
}

async fn add_fault(State(control): State<Control>, Json(rule): Json<Rule>) -> StatusCode {
    control.fault(rule);
    StatusCode::NO_CONTENT
}

async fn list_faults(State(control): State<Control>) -> Json<Vec<Rule>> {
    Json(control.faults())
}

async fn clear_faults(State(control): State<Control>) -> StatusCode {
    control.clear_faults();
    StatusCode::NO_CONTENT
}

/// What Discogs' editors do, now or when a page was served.
#[derive(Deserialize)]
struct NewEdit {
    edit: Edit,
    after: Option<After>,
}

async fn edit(State(control): State<Control>, Json(new): Json<NewEdit>) -> StatusCode {
    match new.after {
        Some(after) => control.edit_after(after, new.edit),
        None => control.edit(new.edit),
    }
    StatusCode::NO_CONTENT
}

async fn clear_edits(State(control): State<Control>) -> StatusCode {
    control.clear_edits();
    StatusCode::NO_CONTENT
}

/// The upstreams that are to change; the others keep their limits.
#[derive(Deserialize)]
struct NewLimits {
    lastfm: Option<Limit>,
    musicbrainz: Option<Limit>,
    discogs: Option<Limit>,
    coverartarchive: Option<Limit>,
    ebay: Option<Limit>,
    ecb: Option<Limit>,
    shops: Option<Limit>,
}

async fn set_limits(State(control): State<Control>, Json(new): Json<NewLimits>) -> Json<Limits> {
    let mut limits = control.limits();
    let given = [
        (Upstream::Lastfm, new.lastfm),
        (Upstream::Musicbrainz, new.musicbrainz),
        (Upstream::Discogs, new.discogs),
        (Upstream::Coverartarchive, new.coverartarchive),
        (Upstream::Ebay, new.ebay),
        (Upstream::Ecb, new.ecb),
        (Upstream::Shops, new.shops),
    ];
    for (upstream, limit) in given {
        if let Some(limit) = limit {
            *limits.of_mut(upstream) = limit;
        }
    }
    control.set_limits(limits);
    Json(limits)
}

async fn limits(State(control): State<Control>) -> Json<Limits> {
    Json(control.limits())
}

#[derive(Deserialize)]
struct Window {
    window_ms: Option<u64>,
}

async fn calls(State(control): State<Control>, Query(window): Query<Window>) -> Json<Calls> {
    Json(match window.window_ms {
        Some(ms) => control.calls_within(Duration::from_millis(ms)),
        None => control.calls(),
    })
}

async fn reset_calls(State(control): State<Control>) -> StatusCode {
    control.reset_calls();
    StatusCode::NO_CONTENT
}

/// What MusicBrainz' editors merge and link; a group without `into` is deleted.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase", tag = "kind")]
enum Merge {
    Artist { old: Uuid, into: Uuid },
    Group { old: Uuid, into: Option<Uuid> },
    Master { group: Uuid, master: i64 },
}

async fn merge(State(control): State<Control>, Json(merge): Json<Merge>) -> StatusCode {
    match merge {
        Merge::Artist { old, into } => control.merge_artist(old, into),
        Merge::Group { old, into } => control.merge_group(old, into),
        Merge::Master { group, master } => control.link_master(group, master),
    }
    StatusCode::NO_CONTENT
}

/// The market goes on by so many rounds.
#[derive(Deserialize)]
struct Rounds {
    rounds: u16,
}

async fn advance_market(State(control): State<Control>, Json(new): Json<Rounds>) -> StatusCode {
    control.advance_market(new.rounds);
    StatusCode::NO_CONTENT
}

async fn expire_tokens(State(control): State<Control>) -> StatusCode {
    control.expire_tokens();
    StatusCode::NO_CONTENT
}

/// Our Discogs account.
#[derive(Deserialize)]
struct Account {
    settings: bool,
}

async fn set_seller(State(control): State<Control>, Json(account): Json<Account>) -> StatusCode {
    control.set_seller_settings(account.settings);
    StatusCode::NO_CONTENT
}

#[derive(Serialize)]
struct WorldReport {
    counts: Counts,
    /// Artists worth ingesting, most listened to first.
    artists: Vec<String>,
    /// Artists that a listener of this world would start with.
    seeds: Vec<String>,
}

async fn world(State(control): State<Control>) -> Json<WorldReport> {
    let world = control.world();
    Json(WorldReport { counts: world.counts(), artists: world.artist_names(), seeds: world.listener_seeds(10) })
}

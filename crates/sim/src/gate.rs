//! What happens to a call before and after its handler: it is counted, held against the limit, refused without a user
//! agent, met by a fault, and given the headers of its upstream.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use axum::extract::{ConnectInfo, Request, State as Shared};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::faults::{self, Fault, refusal};
use crate::limits::Taken;
use crate::state::{Admission, State};
use crate::wire::Peer;
use crate::{Upstream, pictures, reply};

pub(crate) async fn gate(Shared(state): Shared<Arc<State>>, request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or("");
    let Some((upstream, endpoint)) = Upstream::of(request.uri().path(), query) else {
        return next.run(request).await;
    };
    let authenticated = discogs_authenticated(request.headers(), query);
    let Admission { taken, fault } = state.admit(upstream, endpoint, authenticated);
    if !state.latency().is_zero() {
        tokio::time::sleep(state.latency()).await;
    }
    let path = request.uri().path().to_owned();
    let mut answer = if !taken.allowed {
        refusal::over_limit(upstream)
    } else if let Some(Fault::Picture { of }) = fault {
        pictures::serve(of, &path)
    } else if let Some(fault) = fault {
        let abort = request.extensions().get::<ConnectInfo<Peer>>().map(|peer| peer.0.abort());
        let abort = abort.unwrap_or_else(|| Arc::new(AtomicBool::new(false)));
        Box::pin(faults::apply(fault, upstream, endpoint, abort, answer(upstream, request, next))).await
    } else {
        answer(upstream, request, next).await
    };
    add_headers(answer.headers_mut(), upstream, taken);
    answer
}

async fn answer(upstream: Upstream, request: Request, next: Next) -> Response {
    let agent = request.headers().get(header::USER_AGENT).is_some_and(|agent| !agent.is_empty());
    match upstream {
        Upstream::Discogs if !agent => refusal::page(403),
        Upstream::Musicbrainz if !agent => {
            reply::musicbrainz_error(403, "Your client must identify itself by a User-Agent.")
        }
        Upstream::Discogs if request.method() != Method::GET => {
            reply::discogs_error(405, &format!("Method {} is not allowed for this resource.", request.method()))
        }
        _ => next.run(request).await,
    }
}

/// Whether a key or token was given, in the header or the query. Whether it is a good one does not change the limit.
fn discogs_authenticated(headers: &HeaderMap, query: &str) -> bool {
    let schemes = ["Discogs token=", "Discogs key=", "OAuth "];
    let header = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or("");
    let in_query = query.split('&').any(|pair| pair.starts_with("token=") || pair.starts_with("key="));
    in_query || schemes.into_iter().any(|scheme| header.starts_with(scheme))
}

fn add_headers(headers: &mut HeaderMap, upstream: Upstream, taken: Taken) {
    // Without a limit the true one is shown, untouched.
    let (limit, used) = if taken.limit == u32::MAX { (60, 0) } else { (taken.limit, taken.used.min(taken.limit)) };
    match upstream {
        Upstream::Lastfm | Upstream::Coverartarchive | Upstream::Ebay | Upstream::Ecb | Upstream::Shops => {}
        Upstream::Musicbrainz => {
            // The real headers describe the whole service, not the caller's second.
            headers.entry("x-ratelimit-limit").or_insert(HeaderValue::from_static("1200"));
            headers.entry("x-ratelimit-remaining").or_insert(HeaderValue::from(1200 - used % 600));
            let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
            headers.entry("x-ratelimit-reset").or_insert(HeaderValue::from(now.as_secs() + 1));
        }
        Upstream::Discogs => {
            headers.insert("x-discogs-ratelimit", HeaderValue::from(limit));
            headers.insert("x-discogs-ratelimit-used", HeaderValue::from(used));
            headers.insert("x-discogs-ratelimit-remaining", HeaderValue::from(limit - used));
        }
    }
}

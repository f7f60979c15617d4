//! Cover Art Archive: a 307 from its own host, a 302 from the Internet Archive, and the index or the picture on the third host. Old
//! indexes have identifiers as text and two sizes; every error is a page.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::dice::{self, Dice};
use crate::origin::origin;
use crate::state::State;
use crate::world::World;
use crate::{pictures, reply};

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/coverartarchive/release-group/{mbid}", get(release_group))
        .route("/coverartarchive/release-group/{mbid}/", get(release_group))
        .route("/coverartarchive/release/{mbid}/{file}", get(image))
        .route("/coverartarchive/download/{item}/{file}", get(download))
        .route("/coverartarchive/node/{item}/{file}", get(node))
        .route("/coverartarchive/{*rest}", get(|| async { page(404, "Not Found") }))
}

/// What the archive holds of an album.
struct Art {
    /// The release that stands for the group.
    release: Uuid,
    /// The number of its first image.
    id: u64,
    /// Made before identifiers were numbers.
    old: bool,
    /// Only a back was uploaded.
    back_only: bool,
    /// What the front shows.
    seed: String,
}

impl Art {
    fn of(world: &World, group: Uuid) -> Option<Self> {
        let album = world.album(world.album_by_mbid(group)?);
        let mut dice = Dice::of("cover-art", &group.to_string());
        if !dice.chance(0.75) {
            return None;
        }
        let (old, back_only) = (dice.chance(0.3), dice.chance(0.1));
        // Now and then two albums of an artist have the same picture.
        let seed = if dice.chance(0.2) { world.artist(album.artists[0]).name.clone() } else { group.to_string() };
        let release = dice::uuid("cover-release", &group.to_string());
        Some(Self { release, id: 10_000_000_000 + dice.below(20_000_000_000), old, back_only, seed })
    }

    /// `mbid-<release>` is all that the further hosts know; the group is looked for in it.
    fn of_item(world: &World, item: &str) -> Option<Self> {
        let release: Uuid = item.strip_prefix("mbid-")?.parse().ok()?;
        world.group_mbids().find_map(|group| Self::of(world, group).filter(|art| art.release == release))
    }

    fn index(&self, origin: &str) -> Value {
        let (front, back) = (self.image(origin, self.id, "Front"), self.image(origin, self.id + 1, "Back"));
        let images = if self.back_only { vec![back] } else { vec![front, back] };
        let scheme = if self.old { "http" } else { "https" };
        json!({"images": images, "release": format!("{scheme}://musicbrainz.org/release/{}", self.release)})
    }

    fn image(&self, origin: &str, id: u64, kind: &str) -> Value {
        let address = |suffix: &str| format!("{origin}/coverartarchive/release/{}/{id}{suffix}.jpg", self.release);
        let mut thumbnails = json!({"small": address("-250"), "large": address("-500")});
        if !self.old {
            thumbnails["250"] = json!(address("-250"));
            thumbnails["500"] = json!(address("-500"));
            thumbnails["1200"] = json!(address("-1200"));
        }
        json!({
            "id": if self.old { json!(id.to_string()) } else { json!(id) },
            "types": [kind],
            "front": kind == "Front",
            "back": kind == "Back",
            "approved": true,
            "comment": "",
            "edit": id % 100_000_000,
            "image": address(""),
            "thumbnails": thumbnails,
        })
    }
}

async fn release_group(Shared(state): Shared<Arc<State>>, headers: HeaderMap, Path(mbid): Path<String>) -> Response {
    let Ok(mbid) = mbid.parse::<Uuid>() else {
        return page(400, "Bad Request");
    };
    match Art::of(&state.world, mbid) {
        Some(art) => {
            redirect(307, &format!("{}/coverartarchive/download/mbid-{}/index.json", origin(&headers), art.release))
        }
        None => page(404, "Not Found"),
    }
}

async fn image(headers: HeaderMap, Path((mbid, file)): Path<(String, String)>) -> Response {
    redirect(307, &format!("{}/coverartarchive/download/mbid-{mbid}/{file}", origin(&headers)))
}

async fn download(headers: HeaderMap, Path((item, file)): Path<(String, String)>) -> Response {
    redirect(302, &format!("{}/coverartarchive/node/{item}/{file}", origin(&headers)))
}

async fn node(
    Shared(state): Shared<Arc<State>>,
    headers: HeaderMap,
    Path((item, file)): Path<(String, String)>,
) -> Response {
    let Some(art) = Art::of_item(&state.world, &item) else {
        return page(404, "Item not available");
    };
    if file == "index.json" {
        return reply::ok(&art.index(&origin(&headers)));
    }
    let size = if file.contains("-250") { 250 } else { 500 };
    pictures::jpeg(&art.seed, size)
}

fn redirect(status: u16, to: &str) -> Response {
    (StatusCode::from_u16(status).unwrap_or(StatusCode::FOUND), [(header::LOCATION, to)]).into_response()
}

fn page(status: u16, title: &str) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_FOUND);
    let body =
        format!("<!doctype html>\n<html lang=en>\n<title>{} {title}</title>\n<h1>{title}</h1>\n", status.as_u16());
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
}

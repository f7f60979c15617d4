//! How a recording is read, and what of it is compared with the raw JSON.

use serde_json::Value;
use uuid::Uuid;
use vinilogy_upstream::{Error, Exchange, Upstream, discogs, lastfm, musicbrainz};

/// Why a recording does not pass.
pub enum Failure {
    /// It was not read.
    Error(Error),
    /// It was read, and wrongly.
    Wrong(String),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

/// Reads a recording and compares it with its JSON.
pub type Reader = fn(&Exchange, &Value) -> Result<(), Failure>;

/// The reader of an endpoint, if it is in use.
pub fn reader(upstream: Upstream, endpoint: &str) -> Option<Reader> {
    let reader: Reader = match (upstream, endpoint) {
        (Upstream::Lastfm, "artist.getInfo") => lastfm_artist,
        (Upstream::Lastfm, "artist.getSimilar") => lastfm_similar,
        (Upstream::Lastfm, "artist.search") => lastfm_search,
        (Upstream::Lastfm, "artist.getTopAlbums") => lastfm_top_albums,
        (Upstream::Lastfm, "artist.getTopTags") => lastfm_top_tags,
        (Upstream::Musicbrainz, "search_artist") => musicbrainz_search,
        (Upstream::Musicbrainz, "browse_release-group") => musicbrainz_browse,
        (Upstream::Musicbrainz, "lookup_artist") => musicbrainz_artist,
        (Upstream::Musicbrainz, "lookup_release-group") => musicbrainz_release_group,
        (Upstream::Discogs, "master_versions") => discogs_versions,
        (Upstream::Discogs, "master_versions_rows") => discogs_version_rows,
        (Upstream::Discogs, "search") => discogs_search,
        (Upstream::Discogs, "search_rows") => discogs_search_rows,
        (Upstream::Discogs, "release") => discogs_release,
        (Upstream::Discogs, "marketplace_stats") => discogs_stats,
        (Upstream::Discogs, "master") => discogs_master,
        (Upstream::Discogs, "artist") => discogs_artist,
        (Upstream::Discogs, "community_rating") => discogs_rating,
        (Upstream::Discogs, "price_suggestions") => discogs_suggestions,
        _ => return None,
    };
    Some(reader)
}

/// A reader for errors, which do not depend on what was asked.
pub fn any(upstream: Upstream) -> Reader {
    match upstream {
        Upstream::Lastfm => lastfm_artist,
        Upstream::Musicbrainz => musicbrainz_artist,
        Upstream::Discogs => discogs_release,
    }
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, read: T, recorded: T) -> Result<(), Failure> {
    if read == recorded {
        Ok(())
    } else {
        Err(Failure::Wrong(format!("{what}: read {read:?}, recorded {recorded:?}")))
    }
}

/// The elements of what may be a list, one element, or nothing.
fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(list) => list.iter().collect(),
        Value::Object(_) => vec![value],
        _ => Vec::new(),
    }
}

fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

fn text(value: &Value) -> Option<String> {
    value
        .as_str()
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

fn mbid(value: &Value) -> Option<Uuid> {
    value.as_str().and_then(|text| text.parse().ok())
}

fn lastfm_artist(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let artist = lastfm::read_artist(exchange)?;
    let recorded = &json["artist"];
    same("name", Some(artist.name), text(&recorded["name"]))?;
    same("mbid", artist.mbid, mbid(&recorded["mbid"]))?;
    same("listeners", artist.listeners, number(&recorded["stats"]["listeners"]))?;
    same("playcount", artist.playcount, number(&recorded["stats"]["playcount"]))?;
    let star = artist
        .image_url
        .filter(|url| url.is_empty() || url.contains("2a96cbd8b46e442fc41c2b86b821562f"));
    same("placeholder image", star, None)?;
    same("tags", artist.tags.len(), list(&recorded["tags"]["tag"]).len())
}

fn lastfm_similar(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let similar = lastfm::read_similar(exchange)?;
    let recorded = list(&json["similarartists"]["artist"]);
    same("count", similar.len(), recorded.len())?;
    for (similar, recorded) in similar.iter().zip(recorded) {
        same("name", Some(similar.name.clone()), text(&recorded["name"]))?;
        same("score is a share", (0.0..=1.0).contains(&similar.score), true)?;
    }
    Ok(())
}

fn lastfm_search(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let hits = lastfm::read_search(exchange)?;
    let recorded = list(&json["results"]["artistmatches"]["artist"]);
    let listeners: Vec<Option<i64>> = recorded.iter().map(|row| number(&row["listeners"])).collect();
    same("listeners", hits.iter().map(|hit| hit.listeners).collect(), listeners)
}

fn lastfm_top_albums(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let albums = lastfm::read_top_albums(exchange)?;
    let recorded = list(&json["topalbums"]["album"]);
    let recorded: Vec<&Value> = recorded.into_iter().filter(|row| row["name"] != "(null)").collect();
    let plays: Vec<Option<i64>> = recorded.iter().map(|row| number(&row["playcount"])).collect();
    same("plays", albums.iter().map(|album| album.playcount).collect(), plays)?;
    same(
        "mbids",
        albums.iter().map(|album| album.mbid).collect::<Vec<_>>(),
        recorded.iter().map(|row| mbid(&row["mbid"])).collect(),
    )
}

fn lastfm_top_tags(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let tags = lastfm::read_top_tags(exchange)?;
    let recorded = list(&json["toptags"]["tag"]);
    let weights: Vec<Option<i64>> = recorded.iter().map(|row| number(&row["count"])).collect();
    same("weights", tags.iter().map(|tag| Some(tag.weight)).collect(), weights)
}

fn musicbrainz_search(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let hits = musicbrainz::read_search(exchange)?;
    let recorded = list(&json["artists"]);
    same("count", hits.len(), recorded.len())?;
    for (hit, recorded) in hits.iter().zip(recorded) {
        same("mbid", Some(hit.mbid), mbid(&recorded["id"]))?;
        same("score", Some(i64::from(hit.score)), number(&recorded["score"]))?;
        same("kind", hit.kind.clone(), text(&recorded["type"]))?;
        same("country", hit.country.clone(), text(&recorded["country"]))?;
    }
    Ok(())
}

fn musicbrainz_browse(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let recorded = list(&json["release-groups"]);
    let asked = recorded
        .first()
        .and_then(|group| mbid(&group["artist-credit"][0]["artist"]["id"]))
        .unwrap_or_default();
    let page = musicbrainz::read_release_groups(asked, exchange)?;
    same(
        "total",
        Some(i64::from(page.total)),
        number(&json["release-group-count"]),
    )?;
    same("artist", page.artist, asked)?;
    same("count", page.groups.len(), recorded.len())?;
    page.groups
        .iter()
        .zip(recorded)
        .try_for_each(|(group, recorded)| release_group(group, recorded))
}

fn musicbrainz_release_group(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    release_group(&musicbrainz::read_release_group(exchange)?, json)
}

fn release_group(group: &musicbrainz::ReleaseGroup, recorded: &Value) -> Result<(), Failure> {
    same("mbid", Some(group.mbid), mbid(&recorded["id"]))?;
    same("title", Some(group.title.clone()), text(&recorded["title"]))?;
    same("type", group.primary_type.clone(), text(&recorded["primary-type"]))?;
    same(
        "secondary types",
        group.secondary_types.len(),
        list(&recorded["secondary-types"]).len(),
    )?;
    let year = text(&recorded["first-release-date"]).and_then(|date| date.get(..4)?.parse().ok());
    same("year", group.first_release_year, year)?;
    same("credit", group.credit.len(), list(&recorded["artist-credit"]).len())?;
    let masters = discogs_links(recorded, "/master/");
    same(
        "every master is linked",
        group.discogs_masters.iter().all(|id| masters.contains(&id.to_string())),
        true,
    )?;
    same(
        "a linked master is found",
        group.discogs_masters.is_empty(),
        masters.is_empty(),
    )
}

fn musicbrainz_artist(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let artist = musicbrainz::read_artist(exchange)?;
    same("mbid", Some(artist.mbid), mbid(&json["id"]))?;
    same("name", Some(artist.name), text(&json["name"]))?;
    same("country", artist.country, text(&json["country"]))?;
    same("aliases", artist.aliases.len(), list(&json["aliases"]).len())?;
    same(
        "a linked artist is found",
        artist.discogs_artists.is_empty(),
        discogs_links(json, "/artist/").is_empty(),
    )
}

/// What follows `segment` in the Discogs links of an entity.
fn discogs_links(entity: &Value, segment: &str) -> Vec<String> {
    let links = list(&entity["relations"])
        .into_iter()
        .filter(|relation| relation["type"] == "discogs");
    let ids =
        links.filter_map(|relation| Some(relation["url"]["resource"].as_str()?.split_once(segment)?.1.to_owned()));
    ids.map(|id| {
        id.split(|c: char| !c.is_ascii_digit())
            .next()
            .unwrap_or_default()
            .to_owned()
    })
    .collect()
}

fn discogs_versions(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let page = discogs::read_versions(exchange)?;
    same(
        "pages",
        Some(i64::from(page.pages)),
        number(&json["pagination"]["pages"]),
    )?;
    same(
        "items",
        Some(i64::from(page.items)),
        number(&json["pagination"]["items"]),
    )?;
    let recorded = list(&json["versions"]);
    same("count", page.versions.len(), recorded.len())?;
    for (version, recorded) in page.versions.iter().zip(recorded) {
        same("id", Some(version.id), number(&recorded["id"]))?;
        same("title", Some(version.title.clone()), text(&recorded["title"]))?;
        same(
            "have",
            version.have.map(i64::from),
            number(&recorded["stats"]["community"]["in_collection"]),
        )?;
        same(
            "catno",
            version.catno.clone(),
            text(&recorded["catno"]).filter(|catno| !catno.starts_with("none")),
        )?;
        let year = text(&recorded["released"])
            .and_then(|date| date.get(..4)?.parse().ok())
            .filter(|year: &i16| *year > 0);
        same("year", version.released_year, year)?;
    }
    Ok(())
}

/// Rows that their recorder took out of their page.
fn discogs_version_rows(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let rows: Vec<Value> = list(json).into_iter().cloned().collect();
    let page = serde_json::json!({ "pagination": { "page": 1, "pages": 1, "items": rows.len() }, "versions": rows });
    discogs_versions(&with_body(exchange, &page), &page)
}

fn discogs_search_rows(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let rows: Vec<Value> = list(json).into_iter().cloned().collect();
    let page = serde_json::json!({ "results": rows });
    discogs_search(&with_body(exchange, &page), &page)
}

fn with_body(exchange: &Exchange, body: &Value) -> Exchange {
    Exchange {
        body: body.to_string().into_bytes(),
        ..exchange.clone()
    }
}

fn discogs_search(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let hits = discogs::read_search(exchange)?;
    let recorded = list(&json["results"]);
    same("count", hits.len(), recorded.len())?;
    for (hit, recorded) in hits.iter().zip(recorded) {
        same("id", Some(hit.id), number(&recorded["id"]))?;
        same("kind", Some(hit.kind.clone()), text(&recorded["type"]))?;
        same("title", Some(hit.title.clone()), text(&recorded["title"]))?;
        same(
            "year",
            hit.year.map(i64::from),
            number(&recorded["year"]).filter(|year| *year > 0),
        )?;
        same(
            "master",
            hit.master,
            number(&recorded["master_id"]).filter(|id| *id > 0),
        )?;
    }
    Ok(())
}

fn discogs_release(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let release = discogs::read_release(exchange)?;
    same("id", Some(release.id), number(&json["id"]))?;
    same("title", Some(release.title), text(&json["title"]))?;
    same("have", release.have.map(i64::from), number(&json["community"]["have"]))?;
    same(
        "votes",
        release.rating_count.map(i64::from),
        number(&json["community"]["rating"]["count"]),
    )?;
    let average = json["community"]["rating"]["average"]
        .as_f64()
        .filter(|_| release.rating_count != Some(0));
    same("average", release.rating_average, average)?;
    same("formats", release.formats.len(), list(&json["formats"]).len())?;
    tracks(&release.tracks, json)
}

/// Rows that are neither headings nor made of parts are tracks, with their durations where those are times.
fn tracks(read: &[discogs::Track], json: &Value) -> Result<(), Failure> {
    let rows = list(&json["tracklist"]);
    let plain = rows
        .into_iter()
        .filter(|row| row["type_"] != "heading" && list(&row["sub_tracks"]).is_empty());
    for row in plain {
        let title = text(&row["title"]).unwrap_or_default();
        let Some(track) = read.iter().find(|track| track.title == title) else {
            return Err(Failure::Wrong(format!("track '{title}' is lost")));
        };
        let timed =
            text(&row["duration"]).is_some_and(|time| time.contains(':') && time.contains(|c| matches!(c, '1'..='9')));
        let clean = row["duration"]
            .as_str()
            .is_some_and(|time| time.chars().all(|c| c.is_ascii_digit() || c == ':'));
        let twice = read.iter().filter(|other| other.title == title).count() > 1;
        same(
            "duration is known",
            twice || track.duration_seconds.is_some() || !(timed && clean),
            true,
        )?;
    }
    Ok(())
}

fn discogs_stats(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let stats = discogs::read_stats(exchange)?;
    same("for sale", stats.for_sale.map(i64::from), number(&json["num_for_sale"]))?;
    same(
        "price",
        stats.lowest.as_ref().map(|lowest| lowest.value),
        json["lowest_price"]["value"].as_f64(),
    )?;
    same(
        "currency",
        stats.lowest.map(|lowest| lowest.currency),
        text(&json["lowest_price"]["currency"]),
    )?;
    same(
        "blocked",
        stats.blocked,
        json["blocked_from_sale"].as_bool().unwrap_or(false),
    )
}

fn discogs_master(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let master = discogs::read_master(exchange)?;
    same("id", Some(master.id), number(&json["id"]))?;
    same("title", Some(master.title), text(&json["title"]))?;
    same(
        "year",
        master.year.map(i64::from),
        number(&json["year"]).filter(|year| *year > 0),
    )?;
    same(
        "main release",
        master.main_release,
        number(&json["main_release"]).filter(|id| *id > 0),
    )?;
    tracks(&master.tracks, json)
}

fn discogs_artist(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let artist = discogs::read_artist(exchange)?;
    same("id", Some(artist.id), number(&json["id"]))?;
    same(
        "name",
        json["name"]
            .as_str()
            .is_some_and(|name| name.trim().starts_with(&artist.name)),
        true,
    )?;
    same(
        "variations",
        artist.variations.len(),
        list(&json["namevariations"]).len(),
    )
}

fn discogs_rating(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let (release, rating) = discogs::read_community_rating(exchange)?;
    same("release", Some(release), number(&json["release_id"]))?;
    same("votes", rating.count.map(i64::from), number(&json["rating"]["count"]))
}

fn discogs_suggestions(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let suggestions = discogs::read_price_suggestions(exchange)?;
    same(
        "grades",
        suggestions.len(),
        json.as_object().map_or(0, serde_json::Map::len),
    )
}

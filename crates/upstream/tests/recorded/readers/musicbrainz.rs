//! MusicBrainz's recordings, read and compared with their JSON.

use serde_json::Value;
use vinilogy_upstream::{Exchange, musicbrainz};

use super::{Failure, list, mbid, number, same, text};

pub fn search(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
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

pub fn browse(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let recorded = list(&json["release-groups"]);
    let asked = recorded.first().and_then(|group| mbid(&group["artist-credit"][0]["artist"]["id"])).unwrap_or_default();
    let page = musicbrainz::read_release_groups(asked, exchange)?;
    same("total", Some(i64::from(page.total)), number(&json["release-group-count"]))?;
    same("artist", page.artist, asked)?;
    same("count", page.groups.len(), recorded.len())?;
    page.groups.iter().zip(recorded).try_for_each(|(group, recorded)| same_group(group, recorded))
}

pub fn release_group(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    same_group(&musicbrainz::read_release_group(exchange)?, json)
}

fn same_group(group: &musicbrainz::ReleaseGroup, recorded: &Value) -> Result<(), Failure> {
    same("mbid", Some(group.mbid), mbid(&recorded["id"]))?;
    same("title", Some(group.title.clone()), text(&recorded["title"]))?;
    same("type", group.primary_type.clone(), text(&recorded["primary-type"]))?;
    same("secondary types", group.secondary_types.len(), list(&recorded["secondary-types"]).len())?;
    let year = text(&recorded["first-release-date"]).and_then(|date| date.get(..4)?.parse().ok());
    same("year", group.first_release_year, year)?;
    same("credit", group.credit.len(), list(&recorded["artist-credit"]).len())?;
    let masters = discogs_links(recorded, "/master/");
    same("every master is linked", group.discogs_masters.iter().all(|id| masters.contains(&id.to_string())), true)?;
    same("a linked master is found", group.discogs_masters.is_empty(), masters.is_empty())
}

pub fn artist(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let artist = musicbrainz::read_artist(exchange)?;
    same("mbid", Some(artist.mbid), mbid(&json["id"]))?;
    same("name", Some(artist.name), text(&json["name"]))?;
    same("country", artist.country, text(&json["country"]))?;
    same("aliases", artist.aliases.len(), list(&json["aliases"]).len())?;
    same("a linked artist is found", artist.discogs_artists.is_empty(), discogs_links(json, "/artist/").is_empty())
}

/// What follows `segment` in the Discogs links of an entity.
fn discogs_links(entity: &Value, segment: &str) -> Vec<String> {
    let links = list(&entity["relations"]).into_iter().filter(|relation| relation["type"] == "discogs");
    let ids =
        links.filter_map(|relation| Some(relation["url"]["resource"].as_str()?.split_once(segment)?.1.to_owned()));
    ids.map(|id| id.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default().to_owned()).collect()
}

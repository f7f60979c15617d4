//! Last.fm's recordings, read and compared with their JSON.

use serde_json::Value;
use vinilogy_upstream::{Exchange, lastfm};

use super::{Failure, list, mbid, number, same, text};

pub fn artist(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let artist = lastfm::read_artist(exchange)?;
    let recorded = &json["artist"];
    same("name", Some(artist.name), text(&recorded["name"]))?;
    same("mbid", artist.mbid, mbid(&recorded["mbid"]))?;
    same("listeners", artist.listeners, number(&recorded["stats"]["listeners"]))?;
    same("playcount", artist.playcount, number(&recorded["stats"]["playcount"]))?;
    let star = artist.image_url.filter(|url| url.is_empty() || url.contains("2a96cbd8b46e442fc41c2b86b821562f"));
    same("placeholder image", star, None)?;
    same("tags", artist.tags.len(), list(&recorded["tags"]["tag"]).len())
}

pub fn similar(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let similar = lastfm::read_similar(exchange)?;
    let recorded = list(&json["similarartists"]["artist"]);
    same("count", similar.len(), recorded.len())?;
    for (similar, recorded) in similar.iter().zip(recorded) {
        same("name", Some(similar.name.clone()), text(&recorded["name"]))?;
        same("score is a share", (0.0..=1.0).contains(&similar.score), true)?;
    }
    Ok(())
}

pub fn search(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let hits = lastfm::read_search(exchange)?;
    let recorded = list(&json["results"]["artistmatches"]["artist"]);
    let listeners: Vec<Option<i64>> = recorded.iter().map(|row| number(&row["listeners"])).collect();
    same("listeners", hits.iter().map(|hit| hit.listeners).collect(), listeners)
}

pub fn top_albums(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
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

pub fn top_tags(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let tags = lastfm::read_top_tags(exchange)?;
    let recorded = list(&json["toptags"]["tag"]);
    let weights: Vec<Option<i64>> = recorded.iter().map(|row| number(&row["count"])).collect();
    same("weights", tags.iter().map(|tag| Some(tag.weight)).collect(), weights)
}

pub fn album(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let album = lastfm::read_album(exchange)?;
    let recorded = &json["album"];
    same("name", Some(album.name), text(&recorded["name"]))?;
    same("artist", Some(album.artist), text(&recorded["artist"]))?;
    let images = list(&recorded["image"]);
    let real = images.iter().any(|image| text(&image["#text"]).is_some_and(|url| !url.contains("2a96cbd8b46e")));
    same("there is a cover", album.image_url.is_some(), real)
}

pub fn tag_artists(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let artists = lastfm::read_tag_artists(exchange)?;
    let recorded = list(&json["topartists"]["artist"]);
    let names: Vec<Option<String>> = recorded.iter().map(|row| text(&row["name"])).collect();
    same("names", artists.iter().map(|artist| Some(artist.name.clone())).collect(), names)?;
    let ranks: Vec<Option<i64>> = recorded.iter().map(|row| number(&row["@attr"]["rank"])).collect();
    same("the order is the rank", ranks.windows(2).all(|pair| pair[0] < pair[1]), true)?;
    let mbids: Vec<_> = recorded.iter().map(|row| mbid(&row["mbid"])).collect();
    same("mbids", artists.iter().map(|artist| artist.mbid).collect(), mbids)
}

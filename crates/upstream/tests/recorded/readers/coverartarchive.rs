//! The Cover Art Archive's recordings, read and compared with their JSON.

use serde_json::Value;
use vinilogy_upstream::{Exchange, coverartarchive};

use super::{Failure, list, mbid, same};

pub fn covers(exchange: &Exchange, json: &Value) -> Result<(), Failure> {
    let read = coverartarchive::read_covers(exchange)?;
    let recorded = list(&json["images"]);
    let release = json["release"].as_str().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
    same("release", read.release, mbid(&release.into()))?;
    same("count", read.covers.len(), recorded.len())?;
    for (cover, recorded) in read.covers.iter().zip(&recorded) {
        // A number in new indexes, text in old ones.
        same("id", cover.id.as_str(), recorded["id"].to_string().trim_matches('"'))?;
        same("front", cover.front, recorded["front"] == true)?;
        same("back", cover.back, recorded["back"] == true)?;
        same("https only", cover.urls.iter().all(|url| url.starts_with("https://")), true)?;
        same("the full image is among the addresses", cover.urls.iter().any(|url| shown(recorded, url)), true)?;
    }
    let fronts = recorded.iter().any(|image| image["front"] == true);
    same("there is a front", read.front().is_some(), fronts)
}

fn shown(recorded: &Value, url: &str) -> bool {
    recorded["image"].as_str().and_then(|image| image.split_once("://"))
        == url.split_once("://").map(|(_, rest)| ("http", rest))
}

//! The release groups of an artist: browse with its type filter, which cannot ask for "no secondary type".

use serde_json::json;

use super::{Answer, Params, includes, mbid, missing, paging, shape};
use crate::world::{Album, Kind, World};

const PRIMARY: [&str; 5] = ["album", "ep", "single", "broadcast", "other"];
const SECONDARY: [&str; 12] = [
    "compilation",
    "soundtrack",
    "spokenword",
    "interview",
    "audiobook",
    "audio drama",
    "live",
    "remix",
    "dj-mix",
    "mixtape/street",
    "demo",
    "field recording",
];

/// The wanted types: any of the primary ones and all of the secondary ones.
struct Wanted {
    primary: Vec<String>,
    secondary: Vec<String>,
}

pub(super) fn browse(world: &World, params: &Params) -> Answer {
    let artist = params.get("artist").ok_or_else(|| (400, "Must specify a linked entity.".to_owned()))?;
    // A merged identifier is followed without saying so.
    let at = world.by_mbid(mbid(artist)?).ok_or_else(missing)?;
    let wanted = wanted(params.get("type").map(String::as_str).unwrap_or_default())?;
    let official = match params.get("release-group-status").map(String::as_str) {
        Some("website-default") => true,
        None | Some("all") => false,
        Some(other) => return Err((400, format!("{other} is not a recognized release-group status."))),
    };
    let mut groups: Vec<usize> = world.artist(at).albums.clone();
    groups.retain(|&group| {
        let group = world.album(group);
        wanted.has(group) && !(official && group.kind == Kind::Bootleg)
    });
    groups.sort_by_key(|&group| world.album(group).mbid);
    let (limit, offset) = paging(params);
    let count = groups.len();
    let inc = includes(params);
    let page: Vec<_> =
        groups.into_iter().skip(offset).take(limit).map(|group| shape::release_group(world, group, &inc)).collect();
    Ok(json!({"release-group-count": count, "release-group-offset": offset, "release-groups": page}))
}

fn wanted(types: &str) -> Result<Wanted, (u16, String)> {
    let mut wanted = Wanted { primary: Vec::new(), secondary: Vec::new() };
    for name in types.split('|').map(str::trim).filter(|name| !name.is_empty()) {
        let lower = name.to_lowercase();
        if PRIMARY.contains(&lower.as_str()) {
            wanted.primary.push(lower);
        } else if SECONDARY.contains(&lower.as_str()) {
            wanted.secondary.push(lower);
        } else {
            return Err((400, format!("{name} is not a recognized release-group type.")));
        }
    }
    Ok(wanted)
}

impl Wanted {
    fn has(&self, group: &Album) -> bool {
        let primary = group.kind.primary().to_lowercase();
        let secondary: Vec<String> = group.kind.secondary().iter().map(|name| name.to_lowercase()).collect();
        (self.primary.is_empty() || self.primary.contains(&primary))
            && self.secondary.iter().all(|name| secondary.contains(name))
    }
}

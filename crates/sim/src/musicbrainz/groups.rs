//! The release groups of an artist: browse with its type filter, which cannot ask for "no secondary type".

use serde_json::json;

use super::{Answer, Params, includes, mbid, missing, paging, shape};
use crate::merges::Merges;
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

pub(super) fn browse(world: &World, merges: &Merges, params: &Params) -> Answer {
    let artist = params.get("artist").ok_or_else(|| (400, "Must specify a linked entity.".to_owned()))?;
    // A merged identifier is followed without saying so.
    let asked = merges.artist(mbid(artist)?);
    let at = world.by_mbid(asked).ok_or_else(missing)?;
    let wanted = wanted(params.get("type").map(String::as_str).unwrap_or_default())?;
    let official = match params.get("release-group-status").map(String::as_str) {
        Some("website-default") => true,
        None | Some("all") => false,
        Some(other) => return Err((400, format!("{other} is not a recognized release-group status."))),
    };
    let mut groups: Vec<usize> = world.artist(at).albums.clone();
    let taken_over = merges.merged_into(asked).filter_map(|old| world.by_mbid(old)).filter(|other| *other != at);
    groups.extend(taken_over.flat_map(|other| world.artist(other).albums.iter().copied()));
    groups.retain(|&group| merges.group(world.album(group).mbid) == Some(world.album(group).mbid));
    groups.retain(|&group| {
        let group = world.album(group);
        wanted.has(group) && !(official && group.kind == Kind::Bootleg)
    });
    groups.sort_by_key(|&group| world.album(group).mbid);
    let (limit, offset) = paging(params);
    let count = groups.len();
    let inc = includes(params);
    let shown = |group| shape::release_group(world, merges, group, &inc);
    let page: Vec<_> = groups.into_iter().skip(offset).take(limit).map(shown).collect();
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

//! What MusicBrainz' editors have changed since the world was made: entities that were merged into others, deleted ones, and links to
//! Discogs.

use std::collections::HashMap;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::World;

/// The changes so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Merges {
    artists: HashMap<Uuid, Uuid>,
    /// `None`: deleted.
    groups: HashMap<Uuid, Option<Uuid>>,
    /// The Discogs masters that groups are linked to.
    masters: HashMap<Uuid, i64>,
}

impl Merges {
    pub(crate) fn merge_artist(&mut self, old: Uuid, into: Uuid) {
        self.artists.insert(old, into);
    }

    pub(crate) fn merge_group(&mut self, old: Uuid, into: Option<Uuid>) {
        self.groups.insert(old, into);
    }

    pub(crate) fn link_master(&mut self, group: Uuid, master: i64) {
        self.masters.insert(group, master);
    }

    /// The id under which an artist is known now.
    pub(crate) fn artist(&self, mbid: Uuid) -> Uuid {
        self.artists.get(&mbid).copied().unwrap_or(mbid)
    }

    /// The id under which a release group is known now; none when it was deleted.
    pub(crate) fn group(&self, mbid: Uuid) -> Option<Uuid> {
        self.groups.get(&mbid).copied().unwrap_or(Some(mbid))
    }

    /// The artists that were merged into this one.
    pub(crate) fn merged_into(&self, mbid: Uuid) -> impl Iterator<Item = Uuid> {
        self.artists.iter().filter(move |(_, into)| **into == mbid).map(|(old, _)| *old)
    }

    /// The Discogs master to which a release group was linked.
    pub(crate) fn master_of(&self, group: Uuid) -> Option<i64> {
        self.masters.get(&group).copied()
    }

    /// A release group whose credits name artists as they are known now.
    pub(crate) fn credited(&self, world: &World, mut group: Value) -> Value {
        let credits = group.get_mut("artist-credit").and_then(Value::as_array_mut).into_iter().flatten();
        for credit in credits {
            let artist = &mut credit["artist"];
            let Some(mbid) = artist["id"].as_str().and_then(|id| id.parse::<Uuid>().ok()) else { continue };
            let now = self.artist(mbid);
            if let (true, Some(at)) = (now != mbid, world.by_mbid(now)) {
                artist["id"] = json!(now);
                artist["name"] = json!(world.artist(at).mb_name);
            }
        }
        group
    }
}

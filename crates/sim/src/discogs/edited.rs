//! The world as Discogs' editors left it.

use super::Asked;
use crate::world::Pressing;

impl Asked<'_> {
    /// The album of a master; none for one that was deleted or merged into another.
    pub(super) fn album_by_master(&self, id: i64) -> Option<usize> {
        let gone = self.edits.removed_masters.contains(&id) || self.edits.merged.contains_key(&id);
        if gone {
            return None;
        }
        let made = self.edits.merged.iter().find(|(_, into)| **into == id).map(|(from, _)| *from);
        self.world.album_by_master(id).or_else(|| self.world.album_by_master(made?))
    }

    /// The master that an album has now; 0 for none.
    pub(super) fn master_of(&self, album: usize) -> i64 {
        let made = self.world.album(album).master;
        let now = self.edits.merged.get(&made).copied().unwrap_or(made);
        if self.edits.removed_masters.contains(&now) { 0 } else { now }
    }

    /// The pressings of an album: its own that were neither deleted nor moved away, and those that were moved here.
    pub(super) fn pressings(&self, album: usize) -> Vec<Pressing> {
        let master = self.master_of(album);
        let mut rows = self.world.pressings(album);
        rows.retain(|row| self.edits.moved.get(&row.id).is_none_or(|now| *now == master));
        let here = self.edits.moved.iter().filter(|(_, now)| **now == master && master != 0);
        for (release, _) in here {
            if rows.iter().all(|row| row.id != *release) {
                rows.extend(self.world.pressing(*release).map(|(_, row)| row));
            }
        }
        rows.retain(|row| !self.edits.removed.contains(&row.id));
        rows.sort_by(|a, b| a.released.cmp(&b.released).then(a.id.cmp(&b.id)));
        rows
    }

    /// A pressing with the album that it belongs to now.
    pub(super) fn pressing(&self, id: i64) -> Option<(usize, Pressing)> {
        if self.edits.removed.contains(&id) {
            return None;
        }
        let (made, row) = self.world.pressing(id)?;
        let now = self.edits.moved.get(&id).and_then(|master| self.album_by_master(*master));
        Some((now.unwrap_or(made), row))
    }
}

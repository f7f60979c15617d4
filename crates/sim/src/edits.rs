//! What Discogs' editors do while somebody reads: they delete, merge and move. The world stays as it was made; edits lie over it.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

/// One thing that an editor does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// A release is deleted, or merged into another: its id is not found any more.
    RemoveRelease(i64),
    /// A deleted release is there again, or one that was kept back is entered.
    RestoreRelease(i64),
    /// A release becomes a version of another master.
    MoveRelease {
        /// Which.
        release: i64,
        /// Whereto.
        master: i64,
    },
    /// A master is deleted; its releases stay, without one.
    RemoveMaster(i64),
    /// A master is merged into another, which has all its releases.
    MergeMaster {
        /// Not found any more.
        from: i64,
        /// Lists what the other listed.
        into: i64,
    },
}

/// Edits that are to happen when a page of a master's versions was served: rows shift under the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// Of this master.
    pub master: i64,
    /// This page, from 1.
    pub page: usize,
}

/// All edits so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Edits {
    pub(crate) removed: HashSet<i64>,
    pub(crate) moved: HashMap<i64, i64>,
    pub(crate) removed_masters: HashSet<i64>,
    /// The id that a master has now, by the one that it was made with.
    pub(crate) merged: HashMap<i64, i64>,
    pending: Vec<(After, Edit)>,
}

impl Edits {
    pub(crate) fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::RemoveRelease(release) => drop(self.removed.insert(release)),
            Edit::RestoreRelease(release) => drop(self.removed.remove(&release)),
            Edit::MoveRelease { release, master } => drop(self.moved.insert(release, master)),
            Edit::RemoveMaster(master) => drop(self.removed_masters.insert(master)),
            Edit::MergeMaster { from, into } => drop(self.merged.insert(from, into)),
        }
    }

    pub(crate) fn apply_after(&mut self, after: After, edit: Edit) {
        self.pending.push((after, edit));
    }

    /// A page was served: what waited for it happens now.
    pub(crate) fn served(&mut self, served: After) {
        let (due, waiting) = self.pending.drain(..).partition::<Vec<_>, _>(|(after, _)| *after == served);
        self.pending = waiting;
        due.into_iter().for_each(|(_, edit)| self.apply(edit));
    }
}

//! The handle on a running simulator: faults, limits, counted calls and the world. `control_http` has the same verbs.

use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use crate::calls::Calls;
use crate::edits::{After, Edit};
use crate::faults::Rule;
use crate::limits::{Limit, Limits};
use crate::state::State;
use crate::{Upstream, World};

/// Steers a simulator from within its process. Cheap to clone.
#[derive(Clone)]
pub struct Control {
    state: Arc<State>,
}

impl Control {
    pub(crate) fn new(state: Arc<State>) -> Self {
        Self { state }
    }

    /// Switches a fault on. Several rules are tried in the order in which they came; the first that wants a call has it.
    pub fn fault(&self, rule: Rule) {
        self.state.faults(|faults| faults.add(rule));
    }

    /// Switches all faults off.
    pub fn clear_faults(&self) {
        self.state.faults(super::faults::Faults::clear);
    }

    /// The faults that are still on, with what is left of their times.
    #[must_use]
    pub fn faults(&self) -> Vec<Rule> {
        self.state.faults(|faults| faults.rules())
    }

    /// Has Discogs' editors do something now.
    pub fn edit(&self, edit: Edit) {
        self.state.edits(|edits| edits.apply(edit));
    }

    /// Has them do it when that page was served.
    pub fn edit_after(&self, after: After, edit: Edit) {
        self.state.edits(|edits| edits.apply_after(after, edit));
    }

    /// Takes back all that they did.
    pub fn clear_edits(&self) {
        self.state.edits(|edits| *edits = crate::edits::Edits::default());
    }

    /// The limits in force.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.state.limits()
    }

    /// Puts other limits in force, with empty windows.
    pub fn set_limits(&self, limits: Limits) {
        self.state.set_limits(limits);
    }

    /// Puts another limit in force for one upstream; every window starts empty.
    pub fn set_limit(&self, upstream: Upstream, limit: Limit) {
        let mut limits = self.state.limits();
        *limits.of_mut(upstream) = limit;
        self.state.set_limits(limits);
    }

    /// The calls since the start or the last reset, `max_in_window` for each upstream's own window.
    #[must_use]
    pub fn calls(&self) -> Calls {
        self.state.calls(None)
    }

    /// The same, with `max_in_window` for this window.
    #[must_use]
    pub fn calls_within(&self, window: Duration) -> Calls {
        self.state.calls(Some(window))
    }

    /// Forgets the calls counted so far; the limits' windows keep theirs.
    pub fn reset_calls(&self) {
        self.state.reset_calls();
    }

    /// MusicBrainz' editors merge an artist into another: the old id answers with the new artist, who has the albums of both.
    pub fn merge_artist(&self, old: Uuid, into: Uuid) {
        self.state.change_merges(|merges| merges.merge_artist(old, into));
    }

    /// MusicBrainz' editors merge a release group into another, or delete it: it is listed no more.
    pub fn merge_group(&self, old: Uuid, into: Option<Uuid>) {
        self.state.change_merges(|merges| merges.merge_group(old, into));
    }

    /// MusicBrainz' editors link a release group to a Discogs master, and to no other.
    pub fn link_master(&self, group: Uuid, master: i64) {
        self.state.change_merges(|merges| merges.link_master(group, master));
    }

    /// The market goes on: offers on eBay are bid on, sold and replaced, shops sell.
    pub fn advance_market(&self, rounds: u16) {
        self.state.advance(rounds.into());
    }

    /// What an item on eBay (`v1|<number>|0`) really is, while it is there: the Discogs id of its pressing, or `None` when it is no record.
    #[must_use]
    pub fn offered(&self, item: &str) -> Option<Option<i64>> {
        let number = item.split('|').nth(1)?.parse().ok()?;
        let offer = self.state.world.offer_numbered(number, self.state.market())?;
        Some((offer.thing == crate::world::Thing::Vinyl).then_some(offer.pressing.id))
    }

    /// Ends every token that eBay has lent.
    pub fn expire_tokens(&self) {
        self.state.tokens(crate::ebay::Tokens::expire);
    }

    /// Whether our Discogs account has filled in its seller settings, without which it gets no price suggestions.
    pub fn set_seller_settings(&self, filled: bool) {
        self.state.set_seller_settings(filled);
    }

    /// The world that is served.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.state.world
    }
}

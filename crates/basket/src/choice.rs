//! A choice of at most one offer for each album, and what it costs: in integers, whatever chose it.

use crate::problem::{Entry, Problem};

/// For each album the place of its offer, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice(pub Vec<Option<usize>>);

impl Choice {
    /// Nothing.
    pub fn empty(problem: &Problem) -> Self {
        Self(vec![None; problem.albums.len()])
    }

    /// Whether the album is in.
    pub fn has(&self, album: usize) -> bool {
        self.0.get(album).is_some_and(Option::is_some)
    }

    /// The chosen offers, by album.
    pub fn entries<'a>(&self, problem: &'a Problem) -> impl Iterator<Item = &'a Entry> {
        self.0.iter().flatten().map(|offer| &problem.offers[*offer])
    }

    /// The sum of the scores.
    pub fn score(&self, problem: &Problem) -> i64 {
        self.entries(problem).map(|entry| problem.albums[entry.album].score).sum()
    }

    /// Items and shipping; wider than an amount, because what is not within the budget may be anything.
    pub fn cost(&self, problem: &Problem) -> i128 {
        let mut parcels = Parcels::empty(problem);
        self.entries(problem).map(|entry| parcels.add(entry)).sum()
    }

    /// Whether it may be bought: within the budget, and with these albums.
    pub fn admitted(&self, problem: &Problem, must: &[usize]) -> bool {
        self.cost(problem) <= i128::from(problem.budget) && must.iter().all(|album| self.has(*album))
    }

    /// The parcels that it makes.
    pub fn parcels(&self, problem: &Problem) -> Parcels {
        let mut parcels = Parcels::empty(problem);
        for entry in self.entries(problem) {
            parcels.add(entry);
        }
        parcels
    }
}

/// What is already paid for the parcel of each seller, beyond the items.
#[derive(Debug, Clone)]
pub struct Parcels(Vec<i64>);

impl Parcels {
    fn empty(problem: &Problem) -> Self {
        Self(vec![0; problem.sellers.len()])
    }

    /// What one more offer would cost beside what is there.
    pub fn more(&self, entry: &Entry) -> i128 {
        i128::from(entry.item) + i128::from((entry.base - self.0[entry.seller]).max(0))
    }

    /// Puts it in; what it cost.
    pub fn add(&mut self, entry: &Entry) -> i128 {
        let more = self.more(entry);
        let base = &mut self.0[entry.seller];
        *base = (*base).max(entry.base);
        more
    }

    /// The cheapest way of having one more album, and what it costs.
    pub fn cheapest(&self, problem: &Problem, album: usize) -> Option<(i128, usize)> {
        let offers = problem.albums[album].offers.clone();
        offers.map(|offer| (self.more(&problem.offers[offer]), offer)).min()
    }

    /// What the parcel of a seller costs beyond its items.
    pub fn base(&self, seller: usize) -> i64 {
        self.0[seller]
    }
}

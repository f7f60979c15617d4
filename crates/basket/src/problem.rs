//! The request in the form that everything else works on: checked, sorted so that the order of the input cannot matter, and with every
//! parcel's cost reduced to `Σ item + max base`.

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use crate::error::{Error, Infeasible, Invalid};
use crate::offers::{Candidate, GREATEST_SCORE, Offer};
use crate::presolve;

/// An album, and where its offers stand.
#[derive(Debug)]
pub struct Album {
    pub id: i64,
    pub score: i64,
    pub must: bool,
    /// Whether anybody offers it at all.
    pub offered: bool,
    /// What its cheapest offer of known shipping costs alone, within the budget or not.
    pub least: Option<i64>,
    /// Its offers that may be chosen: the first costs least alone.
    pub offers: Range<usize>,
}

/// An offer that may be chosen: its shipping is known, and alone it is within the budget.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub id: i64,
    /// Place of its album.
    pub album: usize,
    /// Place of its seller.
    pub seller: usize,
    /// What the copy costs, as the offer says.
    pub price: i64,
    /// What it adds to a parcel whose base is paid: price and `further`.
    pub item: i64,
    /// What its parcel costs beyond the items at least: shipping without `further`.
    pub base: i64,
}

impl Entry {
    /// What it costs in a parcel of its own.
    pub const fn alone(&self) -> i64 {
        self.item.saturating_add(self.base)
    }
}

/// A checked request.
#[derive(Debug)]
pub struct Problem {
    pub budget: i64,
    /// By id.
    pub albums: Vec<Album>,
    /// By album, then what they cost alone, then the lower item, the seller and the id.
    pub offers: Vec<Entry>,
    /// Ids of the sellers, `None` for each offer that has none.
    pub sellers: Vec<Option<i64>>,
}

impl Problem {
    /// Checks and sorts, and drops the offers that no best basket needs.
    pub fn read(candidates: &[Candidate], budget: i64, must: &[i64]) -> Result<Self, Error> {
        check(candidates, budget, must)?;
        let sellers: BTreeSet<i64> = offers(candidates).filter_map(|offer| offer.seller).collect();
        let mut sellers: Vec<Option<i64>> = sellers.into_iter().map(Some).collect();
        let mut sorted: Vec<&Candidate> = candidates.iter().collect();
        sorted.sort_unstable_by_key(|candidate| candidate.album);
        let mut problem = Self { budget, albums: Vec::new(), offers: Vec::new(), sellers: Vec::new() };
        for candidate in sorted {
            let entries = entries(candidate, problem.albums.len(), &mut sellers);
            let start = problem.offers.len();
            problem.offers.extend(entries.iter().filter(|entry| entry.alone() <= budget));
            problem.albums.push(Album {
                id: candidate.album,
                score: candidate.score,
                must: must.contains(&candidate.album),
                offered: !candidate.offers.is_empty(),
                least: entries.first().map(Entry::alone),
                offers: start..problem.offers.len(),
            });
        }
        problem.sellers = sellers;
        problem.possible()?;
        presolve::reduce(&mut problem);
        Ok(problem)
    }

    /// What an album could be bought by.
    pub fn offers_of(&self, album: usize) -> &[Entry] {
        self.albums.get(album).map_or(&[], |album| &self.offers[album.offers.clone()])
    }

    /// The places of the albums that must be in.
    pub fn must(&self) -> Vec<usize> {
        (0..self.albums.len()).filter(|album| self.albums[*album].must).collect()
    }

    /// Each album that must be in can be, by itself.
    fn possible(&self) -> Result<(), Infeasible> {
        let missing = self.albums.iter().find(|album| album.must && album.offers.is_empty());
        missing.map_or(Ok(()), |album| {
            Err(match album.least {
                Some(least) => Infeasible::AboveBudget { album: album.id, least },
                None if album.offered => Infeasible::UnknownShipping(album.id),
                None => Infeasible::NoOffer(album.id),
            })
        })
    }
}

fn offers(candidates: &[Candidate]) -> impl Iterator<Item = &Offer> {
    candidates.iter().flat_map(|candidate| &candidate.offers)
}

fn check(candidates: &[Candidate], budget: i64, must: &[i64]) -> Result<(), Invalid> {
    if budget < 0 {
        return Err(Invalid::Budget);
    }
    let mut albums = HashSet::new();
    for candidate in candidates {
        if !albums.insert(candidate.album) {
            return Err(Invalid::AlbumTwice(candidate.album));
        }
        if !(0..=GREATEST_SCORE).contains(&candidate.score) {
            return Err(Invalid::Score(candidate.album));
        }
    }
    let mut ids = HashSet::new();
    for offer in offers(candidates) {
        if !ids.insert(offer.id) {
            return Err(Invalid::OfferTwice(offer.id));
        }
        if [Some(offer.item), offer.shipping, offer.further].into_iter().flatten().any(|amount| amount < 0) {
            return Err(Invalid::Amount(offer.id));
        }
    }
    must.iter().find(|album| !albums.contains(album)).map_or(Ok(()), |album| Err(Invalid::Absent(*album)))
}

/// The offers of known shipping in their order; those without a seller get a place of their own.
fn entries(candidate: &Candidate, album: usize, sellers: &mut Vec<Option<i64>>) -> Vec<Entry> {
    let known = sellers.iter().take_while(|seller| seller.is_some()).count();
    let mut offers: Vec<&Offer> = candidate.offers.iter().collect();
    offers.sort_unstable_by_key(|offer| offer.id);
    let mut entries = Vec::new();
    for offer in offers {
        let Some(shipping) = offer.shipping else { continue };
        let further = offer.further.unwrap_or(0).min(shipping);
        let seller = sellers[..known].binary_search(&offer.seller).unwrap_or_else(|_| {
            sellers.push(None);
            sellers.len() - 1
        });
        entries.push(Entry {
            id: offer.id,
            album,
            seller,
            price: offer.item,
            item: offer.item.saturating_add(further),
            base: shipping - further,
        });
    }
    entries.sort_unstable_by_key(|entry| (entry.alone(), entry.item, entry.seller, entry.id));
    entries
}

//! The answer.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::choice::Choice;
use crate::choose::Best;
use crate::problem::Problem;
use crate::reasons::Why;

/// What to buy together. Amounts are minor units of the request's currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Basket {
    /// By album.
    pub chosen: Vec<Chosen>,
    /// By seller, those without one last.
    pub parcels: Vec<Parcel>,
    /// What the copies cost.
    pub items: i64,
    /// What sending them costs.
    pub shipping: i64,
    /// Both; never above the budget.
    pub total: i64,
    /// The sum of the scores, in hundredths.
    pub score: i64,
    /// No basket within the budget has a greater sum.
    pub bound: i64,
    /// Whether this sum is the greatest: it is the bound.
    pub proven: bool,
    /// Whether, beside that, no basket of this sum costs less.
    pub cheapest: bool,
    /// From the request to this answer, with its reasons.
    pub took: Duration,
    /// The other albums, by their ids.
    pub left_out: Vec<LeftOut>,
}

/// An album that is in, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chosen {
    /// Which.
    pub album: i64,
    /// By which offer.
    pub offer: i64,
    /// What it is worth, in hundredths.
    pub score: i64,
    /// Whether it had to be in.
    pub must: bool,
    /// What the basket would cost less without it.
    pub adds: i64,
    /// What the album would cost bought alone, wherever that is cheapest.
    pub alone: i64,
}

/// What is bought of one seller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// Whose; none where the offer has no seller.
    pub seller: Option<i64>,
    /// Its offers, by album.
    pub offers: Vec<i64>,
    /// What the copies cost.
    pub items: i64,
    /// What the seller asks for sending them together, at most.
    pub shipping: i64,
}

/// An album that is not in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Which.
    pub album: i64,
    /// Why.
    pub why: Why,
}

impl Basket {
    /// How far the score may be from the greatest, as a share of the bound: 0.02 says that no basket is worth more than this one is by
    /// more than 2 % of the bound. None where nothing is open.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        (!self.proven).then(|| (self.bound - self.score) as f64 / self.bound as f64)
    }

    pub(crate) fn of(problem: &Problem, best: &Best, left_out: Vec<LeftOut>, took: Duration) -> Self {
        let parcels = parcels(problem, &best.choice);
        let items = parcels.iter().map(|parcel| parcel.items).sum();
        let shipping = parcels.iter().map(|parcel| parcel.shipping).sum();
        Self {
            chosen: chosen(problem, &best.choice),
            parcels,
            items,
            shipping,
            total: items + shipping,
            score: best.choice.score(problem),
            bound: best.bound,
            proven: best.proven(problem),
            cheapest: best.cheapest,
            took,
            left_out,
        }
    }
}

fn chosen(problem: &Problem, choice: &Choice) -> Vec<Chosen> {
    let cost = choice.cost(problem);
    let tell = |(place, offer): (usize, usize)| {
        let album = &problem.albums[place];
        let mut without = choice.clone();
        without.0[place] = None;
        Chosen {
            album: album.id,
            offer: problem.offers[offer].id,
            score: album.score,
            must: album.must,
            adds: amount(cost - without.cost(problem)),
            alone: album.least.unwrap_or(0),
        }
    };
    let places = choice.0.iter().enumerate();
    places.filter_map(|(place, offer)| offer.map(|offer| (place, offer))).map(tell).collect()
}

fn parcels(problem: &Problem, choice: &Choice) -> Vec<Parcel> {
    let bases = choice.parcels(problem);
    let mut parcels: BTreeMap<usize, Parcel> = BTreeMap::new();
    for entry in choice.entries(problem) {
        let parcel = parcels.entry(entry.seller).or_insert_with(|| Parcel {
            seller: problem.sellers[entry.seller],
            offers: Vec::new(),
            items: 0,
            shipping: bases.base(entry.seller),
        });
        parcel.offers.push(entry.id);
        parcel.items += entry.price;
        // `item` is the price with what the copy adds to the shipping of others.
        parcel.shipping += entry.item - entry.price;
    }
    parcels.into_values().collect()
}

/// An amount that was added up wider than it is kept.
pub(crate) fn amount(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}

//! All ways of buying, one by one, by the definition of what a parcel costs and nothing else.
use std::collections::{BTreeMap, BTreeSet};

use vinilogy_basket::{Basket, Candidate, Offer};

/// A way of buying: at most one offer for each candidate.
pub type Way<'a> = Vec<Option<&'a Offer>>;

/// What a way costs, if each of its offers can be sent: each parcel as its dearest order of counting says.
pub fn cost(way: &[Option<&Offer>]) -> Option<i128> {
    let mut parcels: BTreeMap<(Option<i64>, i64), Vec<&Offer>> = BTreeMap::new();
    for offer in way.iter().flatten() {
        // Without a seller each has its own parcel.
        let own = if offer.seller.is_none() { offer.id } else { 0 };
        parcels.entry((offer.seller, own)).or_default().push(offer);
    }
    parcels.values().map(|parcel| parcel_cost(parcel)).sum()
}

fn parcel_cost(parcel: &[&Offer]) -> Option<i128> {
    let items: i128 = parcel.iter().map(|offer| i128::from(offer.item)).sum();
    let mut dearest = None;
    for first in parcel {
        let mut shipping = i128::from(first.shipping?);
        for other in parcel.iter().filter(|other| other.id != first.id) {
            shipping += i128::from(other.further.unwrap_or(0).min(other.shipping?));
        }
        dearest = dearest.max(Some(shipping));
    }
    dearest.map(|shipping| items + shipping)
}

/// The sum of scores.
pub fn score(candidates: &[Candidate], way: &[Option<&Offer>]) -> i64 {
    candidates.iter().zip(way).filter(|(_, offer)| offer.is_some()).map(|(candidate, _)| candidate.score).sum()
}

/// Every way, within the budget or not.
pub fn ways<'a>(candidates: &'a [Candidate]) -> Vec<Way<'a>> {
    let mut ways: Vec<Way<'a>> = vec![Vec::new()];
    for candidate in candidates {
        let options: Vec<Option<&'a Offer>> = std::iter::once(None).chain(candidate.offers.iter().map(Some)).collect();
        let longer = |way: &Way<'a>| -> Vec<Way<'a>> {
            options.iter().map(|option| way.iter().copied().chain([*option]).collect()).collect()
        };
        ways = ways.iter().flat_map(longer).collect();
    }
    ways
}

/// The greatest score within the budget with these albums, and the least money for it; none where there is no such way.
pub fn best(candidates: &[Candidate], budget: i64, must: &[i64]) -> Option<(i64, i128)> {
    let mut best: Option<(i64, i128)> = None;
    for way in ways(candidates).iter().filter(|way| has(candidates, way, must)) {
        let Some(cost) = cost(way).filter(|cost| *cost <= i128::from(budget)) else { continue };
        let score = score(candidates, way);
        if best.is_none_or(|(most, least)| score > most || (score == most && cost < least)) {
            best = Some((score, cost));
        }
    }
    best
}

/// The least that all of these cost together.
pub fn least(candidates: &[Candidate], must: &[i64]) -> Option<i128> {
    let all = ways(candidates);
    all.iter().filter(|way| has(candidates, way, must)).filter_map(|way| cost(way)).min()
}

fn has(candidates: &[Candidate], way: &[Option<&Offer>], albums: &[i64]) -> bool {
    let chosen = |candidate: &Candidate, offer: &Option<&Offer>| offer.is_some() || !albums.contains(&candidate.album);
    candidates.iter().zip(way).all(|(candidate, offer)| chosen(candidate, offer))
}

/// The way that a basket is, in the candidates' order, after checking that it says what it is.
pub fn checked<'a>(candidates: &'a [Candidate], budget: i64, must: &[i64], basket: &Basket) -> Way<'a> {
    let mut way: Way<'_> = Vec::new();
    for candidate in candidates {
        let chosen = basket.chosen.iter().find(|chosen| chosen.album == candidate.album);
        way.push(chosen.map(|chosen| {
            candidate.offers.iter().find(|offer| offer.id == chosen.offer).expect("an offer of this album")
        }));
    }
    assert!(has(candidates, &way, must), "{basket:?}");
    assert_eq!(cost(&way), Some(i128::from(basket.total)), "{basket:?}");
    assert!(basket.total <= budget, "{basket:?}");
    assert_eq!(score(candidates, &way), basket.score);
    assert_eq!(basket.items + basket.shipping, basket.total);
    assert_eq!(basket.items, way.iter().flatten().map(|offer| offer.item).sum::<i64>());
    assert_eq!(basket.items, basket.parcels.iter().map(|parcel| parcel.items).sum::<i64>());
    assert_eq!(basket.shipping, basket.parcels.iter().map(|parcel| parcel.shipping).sum::<i64>());
    let sent: BTreeSet<i64> = basket.parcels.iter().flat_map(|parcel| &parcel.offers).copied().collect();
    assert_eq!(sent, basket.chosen.iter().map(|chosen| chosen.offer).collect());
    assert_eq!(basket.chosen.len() + basket.left_out.len(), candidates.len());
    assert!(basket.bound >= basket.score);
    assert_eq!(basket.proven, basket.gap().is_none());
    assert_eq!(basket.proven, basket.bound == basket.score);
    way
}

//! Random requests, small enough to try every way.
use std::time::Duration;

use proptest::prelude::*;
use vinilogy_basket::{Candidate, Limits, Offer};

/// No test waits for it.
pub const AMPLE: Limits = Limits { best: Duration::MAX, reasons: Duration::MAX };

/// What is asked.
#[derive(Debug, Clone)]
pub struct Asked {
    pub candidates: Vec<Candidate>,
    pub budget: i64,
    pub must: Vec<i64>,
}

/// What an offer is made of: seller, item, shipping, further.
type Parts = (Option<i64>, i64, Option<i64>, Option<i64>);

fn offers(most: i64) -> impl Strategy<Value = Vec<Parts>> {
    let seller = prop::option::weighted(0.9, 1..=4_i64);
    let shipping = prop::option::weighted(0.95, 0..=most / 2);
    let further = prop::option::weighted(0.3, 0..=most / 4);
    prop::collection::vec((seller, 0..=most, shipping, further), 0..=4)
}

/// Few different scores, so that there are ties, or all.
fn score() -> impl Strategy<Value = i64> {
    prop_oneof![prop::sample::select(vec![0, 100, 200, 300]), 0..=10_000_i64]
}

/// Up to six albums with up to four offers of four sellers and of nobody, amounts up to this, and a budget for some of them.
pub fn asked(most: i64) -> impl Strategy<Value = Asked> {
    let albums = prop::collection::vec((score(), offers(most), prop::bool::weighted(0.15)), 0..=6);
    (albums, 0..=most.saturating_mul(2)).prop_map(|(albums, budget)| {
        let mut asked = Asked { candidates: Vec::new(), budget, must: Vec::new() };
        let mut id = 0;
        for (album, (score, offers, must)) in (10_i64..).zip(albums) {
            let mut offer = |(seller, item, shipping, further): Parts| {
                id += 1;
                Offer { id, seller, item, shipping, further }
            };
            let offers = offers.into_iter().map(&mut offer).collect();
            asked.candidates.push(Candidate { album, score, offers });
            asked.must.extend(must.then_some(album));
        }
        asked
    })
}

/// The same request in another order.
pub fn shuffled(most: i64) -> impl Strategy<Value = (Asked, Asked)> {
    asked(most).prop_flat_map(|first| {
        let candidates = Just(first.candidates.clone()).prop_shuffle();
        (Just(first), candidates, any::<bool>()).prop_map(|(first, mut candidates, turn)| {
            if turn {
                candidates.iter_mut().for_each(|candidate| candidate.offers.reverse());
            }
            let must = first.must.iter().rev().copied().collect();
            let second = Asked { candidates, budget: first.budget, must };
            (first, second)
        })
    })
}

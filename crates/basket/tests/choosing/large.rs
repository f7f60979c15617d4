//! Requests of the size that a listener sends, too many for every way: what is said is checked, and a proof against shorter searches.
use std::time::Duration;

use proptest::prelude::*;
use vinilogy_basket::{Candidate, Limits, Offer, choose, greedy};

use crate::cases::AMPLE;
use crate::truth;

fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
    let offers = prop::collection::vec((1..=40_i64, 800..6000_i64, 400..1800_i64), 4..=16);
    prop::collection::vec((3000..9500_i64, offers), 16..=16).prop_map(|albums| {
        let mut id = 0;
        let mut offer = |(seller, item, shipping)| {
            id += 1;
            Offer { id, seller: Some(seller), item, shipping: Some(shipping), further: None }
        };
        let album = |(album, (score, offers)): (i64, (i64, Vec<_>))| Candidate {
            album,
            score,
            offers: offers.into_iter().map(&mut offer).collect(),
        };
        (1_i64..).zip(albums).map(album).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_time_the_budget_holds_and_the_bound_is_one(candidates in candidates(), budget in 5000..20_000_i64) {
        let reasons = Duration::ZERO;
        let best = choose(&candidates, budget, &[], Limits { reasons, ..AMPLE }).unwrap();
        truth::checked(&candidates, budget, &[], &best);
        prop_assert!(best.proven && best.cheapest);
        let plain = greedy(&candidates, budget, &[]).unwrap();
        for micros in [0, 50, 500, 2000, 10_000] {
            let limits = Limits { best: Duration::from_micros(micros), reasons };
            let hurried = choose(&candidates, budget, &[], limits).unwrap();
            truth::checked(&candidates, budget, &[], &hurried);
            prop_assert!(hurried.score <= best.score && best.score <= hurried.bound, "{:?}", hurried);
            prop_assert!(hurried.score >= plain.score && hurried.bound <= plain.bound);
            prop_assert!(!hurried.cheapest || hurried.total == best.total);
        }
    }
}

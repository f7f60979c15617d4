//! What is chosen is what trying every way finds, and what is said of the rest is so.
use proptest::prelude::*;
use vinilogy_basket::{Basket, Error, Infeasible, LeftOut, Why, choose, greedy};

use crate::cases::{AMPLE, Asked, asked, shuffled};
use crate::truth;

fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() }
}

/// What is said of the albums that are not in, against every way.
fn reasons_hold(asked: &Asked, basket: &Basket) {
    let Asked { candidates, budget, must } = asked;
    let of = |album: i64| candidates.iter().find(|candidate| candidate.album == album).expect("asked about");
    for left_out in &basket.left_out {
        let candidate = of(left_out.album);
        let alone = candidate.offers.iter().filter_map(|offer| Some(offer.item + offer.shipping?)).min();
        match &left_out.why {
            Why::NoOffer => assert!(candidate.offers.is_empty()),
            Why::UnknownShipping => assert!(!candidate.offers.is_empty() && alone.is_none()),
            Why::AboveBudget { least } => assert!(alone == Some(*least) && least > budget),
            Why::NoScore => assert!(candidate.score == 0 && alone.is_some_and(|alone| alone <= *budget)),
            Why::WorthLess { pushes_out, brings, less, proven } => {
                let mut with = must.clone();
                with.push(left_out.album);
                let best = truth::best(candidates, *budget, &with).map(|best| best.0);
                assert!(*less >= 0 && best >= Some(basket.score - less));
                assert!(!proven || best == Some(basket.score - less));
                let sum = |albums: &[i64]| albums.iter().map(|album| of(*album).score).sum::<i64>();
                assert_eq!(sum(pushes_out) - sum(brings) - candidate.score, *less);
                let mut other: Vec<i64> = basket.chosen.iter().map(|chosen| chosen.album).collect();
                other.retain(|album| !pushes_out.contains(album));
                other.extend(brings.iter().chain([&left_out.album]));
                assert!(truth::least(candidates, &other).is_some_and(|least| least <= i128::from(*budget)));
            }
            Why::Short { by } => {
                assert!(*by > 0);
                if !basket.proven {
                    continue;
                }
                let mut with = must.clone();
                with.push(left_out.album);
                assert_eq!(truth::best(candidates, *budget, &with), None, "more could have been said");
            }
        }
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn is_the_best_of_all_ways_and_the_cheapest_of_these(asked in asked(40)) {
        let best = truth::best(&asked.candidates, asked.budget, &[]).unwrap();
        let basket = choose(&asked.candidates, asked.budget, &[], AMPLE).unwrap();
        truth::checked(&asked.candidates, asked.budget, &[], &basket);
        prop_assert_eq!((basket.score, i128::from(basket.total)), best);
        prop_assert!(basket.proven && basket.cheapest, "{:?}", basket);
        let unproven = |left: &LeftOut| matches!(left.why, Why::WorthLess { proven: false, .. });
        prop_assert!(!basket.left_out.iter().any(unproven), "{:?}", basket);
        reasons_hold(&Asked { must: Vec::new(), ..asked }, &basket);
    }

    #[test]
    fn what_must_be_in_is_in_or_named(asked in asked(40)) {
        let Asked { candidates, budget, must } = &asked;
        let best = truth::best(candidates, *budget, must);
        let least = truth::least(candidates, must);
        let of = |album: i64| candidates.iter().find(|candidate| candidate.album == album).unwrap();
        match choose(candidates, *budget, must, AMPLE) {
            Ok(basket) => {
                truth::checked(candidates, *budget, must, &basket);
                prop_assert_eq!(Some((basket.score, i128::from(basket.total))), best);
                prop_assert!(basket.proven && basket.cheapest, "{:?}", basket);
                reasons_hold(&asked, &basket);
            }
            Err(Error::Infeasible(why)) => {
                prop_assert_eq!(best, None);
                match why {
                    Infeasible::NoOffer(album) => prop_assert!(of(album).offers.is_empty()),
                    Infeasible::UnknownShipping(album) => {
                        prop_assert!(of(album).offers.iter().all(|offer| offer.shipping.is_none()));
                    }
                    Infeasible::AboveBudget { album, least } => {
                        prop_assert!(must.contains(&album) && least > *budget);
                        prop_assert_eq!(truth::least(candidates, &[album]), Some(i128::from(least)));
                    }
                    Infeasible::Together { least: told } => {
                        prop_assert!(told > *budget && i128::from(told) <= least.unwrap());
                    }
                    Infeasible::Undecided => prop_assert!(false, "there was time"),
                }
            }
            Err(Error::Invalid(invalid)) => prop_assert!(false, "{}", invalid),
        }
    }

    #[test]
    fn the_order_of_the_request_does_not_matter((first, second) in shuffled(20)) {
        let basket = |asked: &Asked| {
            choose(&asked.candidates, asked.budget, &asked.must, AMPLE)
                .map(|basket| Basket { took: std::time::Duration::ZERO, ..basket })
        };
        prop_assert_eq!(basket(&first), basket(&second));
    }

    #[test]
    fn the_plain_way_is_within_its_bound(asked in asked(40)) {
        let best = truth::best(&asked.candidates, asked.budget, &[]).unwrap();
        let basket = greedy(&asked.candidates, asked.budget, &[]).unwrap();
        truth::checked(&asked.candidates, asked.budget, &[], &basket);
        prop_assert!(basket.score <= best.0 && best.0 <= basket.bound);
        reasons_hold(&Asked { must: Vec::new(), ..asked }, &basket);
        if let Some(gap) = basket.gap() {
            prop_assert!(gap > 0.0 && gap <= 1.0);
        }
    }

    #[test]
    fn no_amount_is_too_large(asked in asked(i64::MAX)) {
        let best = truth::best(&asked.candidates, asked.budget, &[]).unwrap();
        let basket = choose(&asked.candidates, asked.budget, &[], AMPLE).unwrap();
        truth::checked(&asked.candidates, asked.budget, &[], &basket);
        prop_assert!(basket.score <= best.0 && best.0 <= basket.bound, "{:?}", basket);
        prop_assert!(!basket.cheapest || i128::from(basket.total) == best.1);
    }

    #[test]
    fn great_amounts_are_as_exact_as_cents(asked in asked(5_000_000_000)) {
        let best = truth::best(&asked.candidates, asked.budget, &[]).unwrap();
        let basket = choose(&asked.candidates, asked.budget, &[], AMPLE).unwrap();
        truth::checked(&asked.candidates, asked.budget, &[], &basket);
        prop_assert!(basket.score <= best.0 && best.0 <= basket.bound, "{:?}", basket);
        prop_assert_eq!(basket.score, best.0);
        prop_assert!(!basket.cheapest || i128::from(basket.total) == best.1);
    }
}

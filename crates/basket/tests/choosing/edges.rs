//! Single requests at the edges, each with its reason.
use std::time::Duration;

use vinilogy_basket::{Candidate, Error, Infeasible, Invalid, LeftOut, Limits, Offer, Why, choose, greedy};

use crate::cases::AMPLE;

fn album(album: i64, score: i64, offers: &[Offer]) -> Candidate {
    Candidate { album, score, offers: offers.to_vec() }
}

fn offer(id: i64, seller: i64, item: i64, shipping: i64) -> Offer {
    Offer { id, seller: Some(seller), item, shipping: Some(shipping), further: None }
}

#[test]
fn nothing_is_bought_of_nothing() {
    let empty = choose(&[], 1000, &[], AMPLE).unwrap();
    assert!(empty.proven && empty.cheapest && empty.chosen.is_empty() && empty.parcels.is_empty());
    assert_eq!((empty.total, empty.score, empty.bound, empty.gap()), (0, 0, 0, None));

    let sendable = Offer { shipping: None, ..offer(2, 1, 10, 0) };
    let candidates = [album(1, 500, &[]), album(2, 500, &[sendable]), album(3, 500, &[offer(3, 1, 900, 101)])];
    let basket = choose(&candidates, 1000, &[], AMPLE).unwrap();
    assert!(basket.proven && basket.cheapest && basket.chosen.is_empty());
    let why = [Why::NoOffer, Why::UnknownShipping, Why::AboveBudget { least: 1001 }];
    let expected: Vec<LeftOut> = (1..).zip(why).map(|(album, why)| LeftOut { album, why }).collect();
    assert_eq!(basket.left_out, expected);
}

#[test]
fn without_money_only_what_is_free_is_taken() {
    let candidates = [album(1, 500, &[offer(1, 1, 0, 0)]), album(2, 900, &[offer(2, 1, 0, 1)])];
    let basket = choose(&candidates, 0, &[], AMPLE).unwrap();
    assert_eq!((basket.score, basket.total, basket.proven, basket.cheapest), (500, 0, true, true));
    assert_eq!(basket.left_out, [LeftOut { album: 2, why: Why::AboveBudget { least: 1 } }]);
}

#[test]
fn a_parcel_is_paid_once_and_that_decides() {
    // Seller 9 is dearer for each album alone and cheaper for both.
    let candidates = [
        album(1, 500, &[offer(1, 1, 1500, 500), offer(2, 9, 1600, 700)]),
        album(2, 500, &[offer(3, 2, 1500, 500), offer(4, 9, 1600, 700)]),
    ];
    let basket = choose(&candidates, 3950, &[], AMPLE).unwrap();
    assert_eq!((basket.score, basket.items, basket.shipping, basket.total), (1000, 3200, 700, 3900));
    assert_eq!(basket.parcels.len(), 1);
    assert_eq!((basket.parcels[0].seller, basket.parcels[0].offers.clone()), (Some(9), vec![2, 4]));
    // Each of them pays its item; the parcel is there anyway. Alone each would have been had for 2000.
    assert!(basket.chosen.iter().all(|chosen| (chosen.adds, chosen.alone) == (1600, 2000)));
    // The plain way takes the first where it is cheapest and cannot afford the second.
    let plain = greedy(&candidates, 3950, &[]).unwrap();
    assert_eq!((plain.score, plain.proven), (500, false));
    let why = Why::WorthLess { pushes_out: vec![1], brings: vec![], less: 0, proven: false };
    assert_eq!(plain.left_out, [LeftOut { album: 2, why }]);
}

#[test]
fn further_copies_cost_what_their_seller_says() {
    let further = |further| move |offer: Offer| Offer { further: Some(further), ..offer };
    let candidates = [
        album(1, 500, &[offer(1, 1, 1000, 600)].map(further(150))),
        album(2, 500, &[offer(2, 1, 1000, 900)].map(further(200))),
        album(3, 500, &[offer(3, 1, 1000, 400)]),
    ];
    // The second first is the dearest: 900 + 150 + 0.
    let basket = choose(&candidates, 10_000, &[], AMPLE).unwrap();
    assert_eq!((basket.items, basket.shipping, basket.parcels[0].shipping), (3000, 1050, 1050));
}

#[test]
fn what_was_left_out_says_what_it_would_push_out() {
    let candidates = [
        album(1, 600, &[offer(1, 1, 1000, 0)]),
        album(2, 500, &[offer(2, 2, 1000, 0)]),
        album(3, 900, &[offer(3, 3, 1500, 0)]),
    ];
    let basket = choose(&candidates, 2000, &[], AMPLE).unwrap();
    assert_eq!((basket.score, basket.total), (1100, 2000));
    let why = |proven| Why::WorthLess { pushes_out: vec![1, 2], brings: vec![], less: 200, proven };
    assert_eq!(basket.left_out, [LeftOut { album: 3, why: why(true) }]);
    // No time for that: the same basket was found, and nothing is known of others.
    let hurried = Limits { reasons: Duration::ZERO, ..AMPLE };
    let basket = choose(&candidates, 2000, &[], hurried).unwrap();
    assert_eq!(basket.left_out, [LeftOut { album: 3, why: why(false) }]);
    // Locked, it is in, and the others say what they are short of.
    let basket = choose(&candidates, 2000, &[3], AMPLE).unwrap();
    assert_eq!((basket.score, basket.proven, basket.chosen[0].must), (900, true, true));
    assert_eq!(basket.left_out.iter().map(|left| left.album).collect::<Vec<_>>(), [1, 2]);
    assert!(basket.left_out.iter().all(|left| left.why == Why::Short { by: 500 }));
}

#[test]
fn without_time_the_answer_is_plain_and_says_so() {
    let candidates = [
        album(1, 600, &[offer(1, 1, 900, 0)]),
        album(2, 500, &[offer(2, 2, 1000, 0)]),
        album(3, 500, &[offer(3, 3, 1000, 0)]),
    ];
    let none = Limits { best: Duration::ZERO, reasons: Duration::ZERO };
    let basket = choose(&candidates, 2500, &[], none).unwrap();
    // Greatest by cutting the third: 600 + 500 + 500 · 600 / 1000.
    assert_eq!((basket.score, basket.bound, basket.proven, basket.cheapest), (1100, 1400, false, false));
    assert!(basket.gap().is_some_and(|gap| (gap - 300.0 / 1400.0).abs() < 1e-12));
    // What all can have needs no proof by the solver.
    let basket = choose(&candidates, 3000, &[], none).unwrap();
    assert_eq!((basket.score, basket.proven, basket.cheapest), (1600, true, false));
}

#[test]
fn what_cannot_be_locked_is_named() {
    let none = Offer { shipping: None, ..offer(5, 1, 10, 0) };
    let candidates = [
        album(1, 0, &[offer(1, 1, 900, 100)]),
        album(2, 500, &[offer(2, 2, 900, 100)]),
        album(3, 500, &[]),
        album(4, 500, &[none]),
        album(5, 500, &[offer(4, 1, 3000, 0)]),
    ];
    let ask = |must: &[i64]| choose(&candidates, 1999, must, AMPLE).map(|basket| basket.score);
    assert_eq!(ask(&[1]), Ok(0));
    assert_eq!(ask(&[1, 2]), Err(Error::Infeasible(Infeasible::Together { least: 2000 })));
    assert_eq!(ask(&[3]), Err(Error::Infeasible(Infeasible::NoOffer(3))));
    assert_eq!(ask(&[4]), Err(Error::Infeasible(Infeasible::UnknownShipping(4))));
    assert_eq!(ask(&[5]), Err(Error::Infeasible(Infeasible::AboveBudget { album: 5, least: 3000 })));
    assert_eq!(ask(&[6]), Err(Error::Invalid(Invalid::Absent(6))));
}

#[test]
fn a_request_that_contradicts_itself_is_refused() {
    let twice = [album(1, 1, &[offer(1, 1, 1, 1)]), album(1, 1, &[])];
    let same_offer = [album(1, 1, &[offer(1, 1, 1, 1)]), album(2, 1, &[offer(1, 1, 1, 1)])];
    let amounts = [offer(1, 1, -1, 0), offer(1, 1, 0, -1), Offer { further: Some(-1), ..offer(1, 1, 0, 0) }];
    let ask = |candidates: &[Candidate], budget| choose(candidates, budget, &[], AMPLE).map(|basket| basket.score);
    assert_eq!(ask(&[], -1), Err(Error::Invalid(Invalid::Budget)));
    assert_eq!(ask(&twice, 1), Err(Error::Invalid(Invalid::AlbumTwice(1))));
    assert_eq!(ask(&same_offer, 1), Err(Error::Invalid(Invalid::OfferTwice(1))));
    for score in [-1, 10_001, i64::MAX] {
        assert_eq!(ask(&[album(1, score, &[])], 1), Err(Error::Invalid(Invalid::Score(1))));
    }
    for amount in amounts {
        assert_eq!(ask(&[album(1, 1, &[amount])], 1), Err(Error::Invalid(Invalid::Amount(1))));
    }
}

#[test]
fn the_largest_amounts_do_not_overflow() {
    let dear = |id| offer(id, id, i64::MAX, i64::MAX);
    let candidates = [album(1, 10_000, &[dear(1)]), album(2, 10_000, &[offer(2, 1, i64::MAX, 0)])];
    let basket = choose(&candidates, i64::MAX, &[], AMPLE).unwrap();
    assert_eq!((basket.score, basket.total), (10_000, i64::MAX));
    let both = choose(&candidates[1..], i64::MAX - 1, &[], AMPLE).unwrap();
    assert_eq!(both.left_out, [LeftOut { album: 2, why: Why::AboveBudget { least: i64::MAX } }]);
}

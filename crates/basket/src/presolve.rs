//! Offers that no best basket needs, dropped before anything is solved. Each rule replaces what is dropped by what is kept, at the same
//! scores and for no more money, in every basket whatever else is in it; so the best score and the least money for it stay what they were.

use std::collections::HashMap;

use crate::problem::{Entry, Problem};

/// Drops them, and says where the others now stand.
pub fn reduce(problem: &mut Problem) {
    let mut kept: Vec<Entry> = Vec::new();
    for album in 0..problem.albums.len() {
        kept.extend(undominated(problem.offers_of(album)));
    }
    let needed = needed_sellers(problem, &kept);
    kept.retain(|entry| needed[entry.seller]);
    let mut start = 0;
    for (place, album) in problem.albums.iter_mut().enumerate() {
        let end = start + kept[start..].iter().take_while(|entry| entry.album == place).count();
        album.offers = start..end;
        start = end;
    }
    problem.offers = kept;
}

/// The offers of one album without
/// - those whose item alone costs what the cheapest offer costs with its shipping: that one can always be taken instead;
/// - those beside an offer of the same seller that is no dearer in the item and no dearer alone: whatever the parcel already costs, the
///   other adds no more to it.
///
/// The first, cheapest alone and of these the one with the lowest item, always stays.
fn undominated(offers: &[Entry]) -> Vec<Entry> {
    let Some((first, others)) = offers.split_first() else { return Vec::new() };
    let mut kept = vec![*first];
    for entry in others.iter().filter(|entry| entry.item < first.alone()) {
        // What stands before costs no more alone.
        let dominated = |other: &Entry| other.seller == entry.seller && other.item <= entry.item;
        if !kept.iter().any(dominated) {
            kept.push(*entry);
        }
    }
    kept
}

/// Sellers that are needed: the cheapest for some album alone, or a parcel of theirs can save more than its base, against buying each of
/// its albums where it is cheapest alone.
fn needed_sellers(problem: &Problem, kept: &[Entry]) -> Vec<bool> {
    let mut needed = vec![false; problem.sellers.len()];
    let mut least_base = vec![i64::MAX; problem.sellers.len()];
    let mut savings: HashMap<(usize, usize), i64> = HashMap::new();
    let mut first = None;
    for entry in kept {
        let cheapest = match first {
            Some((album, cost)) if album == entry.album => cost,
            _ => {
                needed[entry.seller] = true;
                first = Some((entry.album, entry.alone()));
                entry.alone()
            }
        };
        least_base[entry.seller] = least_base[entry.seller].min(entry.base);
        let saving = savings.entry((entry.seller, entry.album)).or_default();
        *saving = (*saving).max(cheapest - entry.item);
    }
    let mut most = vec![0_i128; problem.sellers.len()];
    for ((seller, _), saving) in savings {
        most[seller] += i128::from(saving);
    }
    (0..needed.len()).map(|seller| needed[seller] || most[seller] > i128::from(least_base[seller])).collect()
}

#[cfg(test)]
mod tests {
    use crate::offers::{Candidate, Offer};
    use crate::problem::Problem;

    fn kept(albums: &[&[(i64, i64, i64)]]) -> Vec<i64> {
        let mut id = 0;
        let mut offer = |(seller, item, shipping): (i64, i64, i64)| {
            id += 1;
            Offer { id, seller: Some(seller), item, shipping: Some(shipping), further: None }
        };
        let mut candidates = Vec::new();
        for (album, offers) in (0_i64..).zip(albums) {
            candidates.push(Candidate { album, score: 100, offers: offers.iter().map(|it| offer(*it)).collect() });
        }
        let problem = Problem::read(&candidates, 100, &[]).unwrap();
        let mut kept: Vec<i64> = problem.offers.iter().map(|entry| entry.id).collect();
        kept.sort_unstable();
        kept
    }

    #[test]
    fn what_costs_more_in_every_basket_is_dropped() {
        // Alone above the budget.
        assert_eq!(kept(&[&[(1, 60, 41), (2, 60, 40)]]), [2]);
        // The item alone costs what another costs delivered.
        assert_eq!(kept(&[&[(1, 10, 5), (2, 15, 0)]]), [1]);
        // The same seller, dearer.
        assert_eq!(kept(&[&[(1, 10, 5), (1, 12, 4), (1, 9, 7)], &[(1, 10, 5)]]), [1, 3, 4]);
        // Equal ones: the first id.
        assert_eq!(kept(&[&[(1, 10, 0), (1, 10, 0), (2, 10, 0)]]), [1]);
    }

    #[test]
    fn a_seller_stays_when_a_parcel_can_pay_off() {
        // Seller 3 saves 4 on each of two albums with a base of 7: 8 > 7.
        assert_eq!(kept(&[&[(1, 8, 2), (3, 6, 7)], &[(2, 8, 2), (3, 6, 7)]]), [1, 2, 3, 4]);
        // With a base of 8 nothing is gained.
        assert_eq!(kept(&[&[(1, 8, 2), (3, 6, 8)], &[(2, 8, 2), (3, 6, 8)]]), [1, 3]);
        // The cheapest for one album, and then for free with another.
        assert_eq!(kept(&[&[(3, 1, 8)], &[(2, 8, 2), (3, 9, 8)]]), [1, 2, 3]);
    }
}

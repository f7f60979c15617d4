//! The points of each term, and what holds of every score and set.

use proptest::prelude::*;

use super::*;

fn album(id: i64, artist: i64) -> Candidate {
    Candidate::new(id.into(), artist.into())
}

fn hundredths(candidate: &Candidate) -> Vec<(TermKind, i32)> {
    let scored = score(candidate, Currency::EUR);
    scored.terms().iter().map(|term| (term.kind(), term.points.hundredths())).collect()
}

#[test]
fn each_term_has_its_points() {
    let full = Candidate {
        playcount: Some(127),
        seed: true,
        similar_to: vec![("Muse".into(), 0.5)],
        rating: Some(Rating { hundredths: 453, votes: 812 }),
        price: Some(Money::new(2200, Currency::EUR)),
        ..album(1, 1)
    };
    assert_eq!(
        hundredths(&full),
        [
            (TermKind::Listening, 1270),
            (TermKind::Seed, 3000),
            (TermKind::Rating, 906),
            (TermKind::Price, 1000),
            (TermKind::Similar, 0)
        ]
    );
    assert_eq!(score(&full, Currency::EUR).score().hundredths(), 6176);
}

#[test]
fn points_have_their_limits() {
    for (candidate, expected) in [
        (album(1, 1), vec![]),
        (Candidate { playcount: Some(0), ..album(1, 1) }, vec![]),
        (Candidate { playcount: Some(-3), ..album(1, 1) }, vec![]),
        (Candidate { playcount: Some(1), ..album(1, 1) }, vec![(TermKind::Listening, 10)]),
        (Candidate { playcount: Some(500), ..album(1, 1) }, vec![(TermKind::Listening, 5000)]),
        (Candidate { playcount: Some(i64::MAX), ..album(1, 1) }, vec![(TermKind::Listening, 5000)]),
        (
            Candidate { rating: Some(Rating { hundredths: 500, votes: 1 }), ..album(1, 1) },
            vec![(TermKind::Rating, 1000)],
        ),
        (Candidate { rating: Some(Rating { hundredths: 450, votes: 0 }), ..album(1, 1) }, vec![]),
        (
            Candidate { rating: Some(Rating { hundredths: i32::MAX, votes: 9 }), ..album(1, 1) },
            vec![(TermKind::Rating, 1000)],
        ),
        (Candidate { price: Some(Money::new(100, Currency::JPY)), ..album(1, 1) }, vec![]),
    ] {
        assert_eq!(hundredths(&candidate), expected, "{candidate:?}");
    }
}

#[test]
fn names_the_most_similar_seeds() {
    let seeds = [("Air", 0.2), ("Muse", 0.9), ("Blur", 0.5), ("Beck", 0.5)];
    let candidate = Candidate { similar_to: seeds.map(|(name, near)| (name.to_owned(), near)).to_vec(), ..album(1, 1) };
    let scored = score(&candidate, Currency::EUR);
    let artists = ["Muse", "Beck", "Blur"].map(str::to_owned).to_vec();
    assert_eq!(scored.terms()[0].because, Because::Similar { artists, more: 1 });
}

#[test]
fn terms_keep_their_json() {
    let terms = vec![
        Term { points: Points::whole(30), because: Because::Seed { artist_id: 7.into() } },
        Term { points: Points::from_hundredths(906), because: Because::Rating { hundredths: 453, votes: 812 } },
        Term { points: Points::whole(10), because: Because::Price { price: Money::new(2200, Currency::EUR) } },
        Term { points: Points::ZERO, because: Because::Similar { artists: vec!["Muse".into()], more: 0 } },
        Term { points: Points::from_hundredths(1270), because: Because::Listening { playcount: 127 } },
    ];
    let json = serde_json::json!([
        {"kind": "seed", "points": 30, "because": {"artist_id": 7}},
        {"kind": "rating", "points": 9.06, "because": {"hundredths": 453, "votes": 812}},
        {"kind": "price", "points": 10, "because": {"price": {"minor": 2200, "currency": "EUR"}}},
        {"kind": "similar", "points": 0, "because": {"artists": ["Muse"], "more": 0}},
        {"kind": "listening", "points": 12.7, "because": {"playcount": 127}},
    ]);
    assert_eq!(serde_json::to_value(&terms).unwrap(), json);
    assert_eq!(serde_json::from_value::<Vec<Term>>(json).unwrap(), terms);
}

#[test]
fn ties_fall_to_similar_seeds_then_popularity_then_the_older_row() {
    let similar = Candidate { similar_to: vec![("Muse".into(), 0.1)], ..album(9, 1) };
    let popular = Candidate { have: Some(10), want: Some(5), ..album(8, 2) };
    let known = Candidate { have: Some(14), ..album(7, 3) };
    let seed = Candidate { seed: true, ..album(99, 4) };
    let picked =
        recommend(vec![album(6, 6), known, album(5, 5), popular, similar, seed], &Filter::default(), Currency::EUR);
    let order: Vec<i64> = picked.iter().map(|ranked| ranked.candidate.album_id.get()).collect();
    assert_eq!(order, [99, 9, 8, 7, 5, 6]);
}

#[test]
fn an_artist_has_three_albums_even_when_the_set_stays_short() {
    let candidates: Vec<Candidate> =
        (1..=10).map(|id| Candidate { seed: true, ..album(id, 1) }).chain([album(11, 2)]).collect();
    let order: Vec<i64> = recommend(candidates, &Filter::default(), Currency::EUR)
        .iter()
        .map(|ranked| ranked.candidate.album_id.get())
        .collect();
    assert_eq!(order, [1, 2, 3, 11]);
}

prop_compose! {
    fn any_candidate()(
        album_id in any::<i64>(), artist_id in 0_i64..9, playcount in any::<Option<i64>>(), seed in any::<bool>(),
        similar_to in prop::collection::vec(("[a-z]{1,5}", any::<f32>()), 0..5), rating in any::<Option<(i32, i32)>>(),
        price in any::<Option<(i64, bool)>>(), owners in any::<(Option<i32>, Option<i32>)>(), owned in any::<bool>(),
    ) -> Candidate {
        Candidate {
            playcount, seed, similar_to, owned,
            rating: rating.map(|(hundredths, votes)| Rating { hundredths, votes }),
            price: price.map(|(minor, euros)| Money::new(minor, if euros { Currency::EUR } else { Currency::JPY })),
            have: owners.0,
            want: owners.1,
            ..album(album_id, artist_id)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn terms_add_up_and_stay_between_0_and_100(candidate in any_candidate()) {
        let scored = score(&candidate, Currency::EUR);
        let sum: i32 = scored.terms().iter().map(|term| term.points.hundredths()).sum();
        prop_assert_eq!(sum, scored.score().hundredths());
        prop_assert!((0..=10_000).contains(&sum));
        prop_assert!(scored.terms().iter().all(|term| term.points >= Points::ZERO));
        prop_assert!(scored.terms().is_sorted_by_key(Term::kind));
    }

    #[test]
    fn a_set_does_not_depend_on_the_order_of_its_candidates(
        (set, shuffled) in prop::collection::vec(any_candidate(), 0..60)
            .prop_map(|set| set.into_iter().map(|c| (c.album_id, c)).collect::<std::collections::BTreeMap<_, _>>().into_values().collect::<Vec<_>>())
            .prop_flat_map(|set| (Just(set.clone()), Just(set).prop_shuffle())),
    ) {
        let picked = recommend(set.clone(), &Filter::default(), Currency::EUR);
        let ids = |ranked: &[Ranked]| ranked.iter().map(|ranked| ranked.candidate.album_id).collect::<Vec<_>>();
        prop_assert_eq!(ids(&picked), ids(&recommend(shuffled, &Filter::default(), Currency::EUR)));
        prop_assert!(picked.len() <= LIMIT);
        prop_assert!(picked.iter().all(|ranked| !ranked.candidate.owned));
        prop_assert!(picked.is_sorted_by_key(|ranked| std::cmp::Reverse(ranked.scored.score())));
        for ranked in &picked {
            let same = picked.iter().filter(|other| other.candidate.artist_id == ranked.candidate.artist_id).count();
            prop_assert!(same <= PER_ARTIST);
        }
        let left_out = set.iter().filter(|c| !c.owned && !ids(&picked).contains(&c.album_id));
        let worst = picked.last().map(|ranked| ranked.scored.score());
        for candidate in left_out {
            let full = picked.iter().filter(|ranked| ranked.candidate.artist_id == candidate.artist_id).count() == PER_ARTIST;
            prop_assert!(full || (picked.len() == LIMIT && Some(score(candidate, Currency::EUR).score()) <= worst));
        }
    }
}

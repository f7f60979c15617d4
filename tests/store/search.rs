//! Typeahead: which step finds what was typed; the tests of the routes type at it as people do.
use vinilogy_core::store::Store;

use crate::catalogue::{artist, database, facts};

#[tokio::test(flavor = "multi_thread")]
async fn limits_hold_for_exact_and_for_alike_together() {
    let (_database, store) = database().await;
    for n in 0..30 {
        let name = format!("Radio {n}");
        let id = artist(&store, &name).await;
        store.save_artist(id, &facts(&name, n), &[], "lastfm").await.expect("facts");
    }
    for (query, limit) in [("r", 5), ("ra", 5), ("rad", 5), ("radi", 5), ("radoio 1", 5), ("radio 1", 20)] {
        let hits = store.search(query, None, None, limit).await.expect("hits");
        assert!(hits.len() <= limit, "{query}");
        assert!(!hits.is_empty(), "{query}");
        let mut ids: Vec<i64> = hits.iter().map(|hit| hit.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), hits.len(), "{query}: nobody twice");
    }
    assert!(store.search("  ", None, None, 5).await.expect("nothing").is_empty());
}

/// Artists of these names, with so many listeners each.
async fn heard_by(store: &Store, names: &[(&str, i64)]) {
    for (name, listeners) in names {
        let id = artist(store, name).await;
        store.save_artist(id, &facts(name, *listeners), &[], "lastfm").await.expect("facts");
    }
}

async fn found(store: &Store, typed: &str) -> Vec<String> {
    let hits = store.search(typed, None, None, 10).await.expect("hits");
    hits.into_iter().map(|hit| hit.artist_name).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_last_word_is_found_beside_words_that_few_names_have_and_that_many_have() {
    let (database, store) = database().await;
    let many = "insert into artists (name, name_key) select 'Love ' || n, 'love ' || n from generate_series(1, 1200) n";
    database.connect().await.batch_execute(many).await.expect("names");
    heard_by(&store, &[("Love Zyx", 3), ("Rare Zyx", 3), ("Rare Abc", 3)]).await;
    for last in ["z", "zyx"] {
        assert_eq!(found(&store, &format!("love {last}")).await, ["Love Zyx"]);
        assert_eq!(found(&store, &format!("rare {last}")).await, ["Rare Zyx"]);
    }
    assert_eq!(found(&store, "love").await.len(), 10);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_has_heard_of_hides_what_hardly_anybody_has_only_when_it_is_enough() {
    let (_database, store) = database().await;
    heard_by(&store, &[("Moon Duo", 900_000), ("Moon Far", 30_000), ("Moon Near", 2_000), ("Moon Dust", 3)]).await;
    assert_eq!(found(&store, "moon").await, ["Moon Duo", "Moon Far", "Moon Near", "Moon Dust"]);
    let three = store.search("moon", None, None, 3).await.expect("hits");
    assert_eq!(three.last().expect("a third").artist_name, "Moon Near");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_that_names_somebody_unheard_of_still_finds_who_is_meant() {
    let (_database, store) = database().await;
    let names = [("The Beatles", 5_000_000), ("Beetles", 0), ("Holly Ridge", 40), ("Holy Ridge", 2)];
    heard_by(&store, &names).await;
    assert_eq!(found(&store, "beetles").await, ["The Beatles", "Beetles"]);
    assert_eq!(found(&store, "holy ridge").await, ["Holy Ridge", "Holly Ridge"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn beginnings_of_several_words_are_found_beside_an_error() {
    let (_database, store) = database().await;
    heard_by(&store, &[("Pink Floyd", 5_000_000), ("Quiet Harbour Ensemble", 3)]).await;
    assert_eq!(found(&store, "pin flyod").await, ["Pink Floyd"]);
    assert_eq!(found(&store, "qui harbuor").await, ["Quiet Harbour Ensemble"]);
    assert_eq!(found(&store, "quiet harbuor ens").await, ["Quiet Harbour Ensemble"]);
}

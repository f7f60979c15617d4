//! Typeahead: which statement answers is the number of letters; the routes' tests type at it as people do.
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

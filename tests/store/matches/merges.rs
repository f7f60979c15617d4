//! What a merge has to move.
use support::TestDatabase;

use crate::catalogue::database;

/// What refers to a table, as `table.column`.
async fn referring_to(database: &TestDatabase, table: &str) -> Vec<String> {
    let query = "select k.conrelid::regclass::text || '.' || a.attname
                 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                 where k.contype = 'f' and k.confrelid = $1::text::regclass and k.conparentid = 0 order by 1";
    let rows = database.connect().await.query(query, &[&table]).await.expect("keys");
    rows.iter().map(|row| row.get(0)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_the_merges_know_every_table_that_refers_to_an_artist_or_an_album() {
    let (database, _) = database().await;
    let to_artists = [
        "albums.artist_id",
        "artist_similars.artist_id",
        "artist_similars.similar_id",
        "artists.merged_into",
        "images.artist_id",
        "matches.artist_id",
        "runs.artist_id",
        "user_seed_artists.artist_id",
        "wishes.artist_id",
    ];
    assert_eq!(referring_to(&database, "artists").await, to_artists, "merge_artists has to move the others");
    let to_albums = [
        "album_best_price.album_id",
        "album_forwards.album_id",
        "alert_states.album_id",
        "alerts.album_id",
        "dismissed_recommendations.album_id",
        "images.album_id",
        "locked_recommendations.album_id",
        "matches.album_id",
        "notifications.album_id",
        "price_checks.album_id",
        "price_looks.album_id",
        "quotes.album_id",
        "recommendation_items.album_id",
        "releases.album_id",
    ];
    assert_eq!(referring_to(&database, "albums").await, to_albums, "merge_albums has to move the others");
}

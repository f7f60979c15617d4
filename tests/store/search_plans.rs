//! Typeahead finds in indexes alone, on a volume where each of the groups by popularity is worth an index.
use support::TestDatabase;

use crate::plans::{plan, statement};

/// Names in each group: of artists with millions of listeners, fifty thousand, two thousand, ten.
const VOLUME: &str = "
    insert into artists (name, name_key, listeners)
    select name, name, (array[2000000, 2000000, 50000, 50000, 2000, 10])[1 + n % 6]
    from (select n, translate(left(md5(n::text), 12) || ' ' || left(md5((n * 7)::text), 12), '0123456789', 'ghijklmnop') as name from generate_series(1, 30000) n) names;
    insert into albums (artist_id, title, title_key)
    select 1 + n % 1000, title, title from (select n, md5((n * 11)::text) as title from generate_series(1, 16000) n) titles;
    insert into releases (album_id, discogs_id, title, format, official)
    select n, n, 'pressing', 'LP', true from generate_series(1, 4000) n;
    insert into users (name) select 'listener ' || n from generate_series(1, 2000) n;
    insert into user_seed_artists (user_id, artist_id) select id, 1 + (id * 10 + k) % 20000 from users, generate_series(0, 9) k;
    insert into sessions (token_sha256, user_id, expires_at) select sha256(id::text::bytea), id, now() + interval '1 day' from users;
    insert into user_discogs_collections (user_id, discogs_id, list)
    select id, 1 + (id * 40 + k) % 4000, 'collection' from users, generate_series(0, 39) k;
    analyze;";

const WORDS: [&str; 4] = [
    "search_names_famous_words_idx",
    "search_names_known_words_idx",
    "search_names_heard_words_idx",
    "search_names_rest_words_idx",
];

#[tokio::test(flavor = "multi_thread")]
async fn names_are_found_in_indexes_alone() {
    let database = TestDatabase::create().await;
    let client = database.connect().await;
    client.batch_execute(VOLUME).await.expect("a volume");
    // As `store::connect` sets it.
    client.batch_execute("set pg_trgm.word_similarity_threshold = 0.51").await.expect("a setting");
    let find = [
        ("typed", "'(''abc'':*)'"),
        ("others", "'(''abc'')'"),
        ("key", "'abc'"),
        ("kind", "null"),
        ("token_sha256", "sha256('7')"),
        ("limit", "10"),
    ];
    let also = [
        "search_names_rest_key_popularity_idx",
        "search_names_rest_artist_id_kind_idx",
        "sessions_pkey",
        "user_seed_artists_pkey",
        "user_discogs_collections_pkey",
        "releases_discogs_id_key",
        "artists_pkey",
        "albums_pkey",
    ];
    let told = plan(&client, &statement("search.find", &find)).await;
    assert!(WORDS.iter().chain(&also).all(|index| told.contains(index)) && !told.contains("Seq Scan"), "{told}");

    let alike = [
        ("words", "array['abcdfe12']"),
        ("terms", "array['''abcdfe12'':*']"),
        ("key", "'abcdfe12'"),
        ("kind", "null"),
        ("limit", "10"),
    ];
    let also = ["search_words_near", "search_names_trgm", "search_names_known_trgm", "artists_pkey", "albums_pkey"];
    let told = plan(&client, &statement("search.find_alike", &alike)).await;
    assert!(WORDS.iter().chain(&also).all(|index| told.contains(index)) && !told.contains("Seq Scan"), "{told}");
}

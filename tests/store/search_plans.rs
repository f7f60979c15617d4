//! Typeahead finds in indexes alone, on a volume where each of the groups by popularity is worth an index.
use std::future::poll_fn;

use futures::future::join;
use support::TestDatabase;
use tokio_postgres::{AsyncMessage, NoTls};

use crate::plans::statement;

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

/// Has the server tell a client the plans of all that it runs, also of what functions run.
const TELL_PLANS: &str = "
    load 'auto_explain';
    set auto_explain.log_min_duration = 0;
    set auto_explain.log_nested_statements = on;
    set auto_explain.log_level = notice;
    -- As `store::connect` sets it.
    set pg_trgm.word_similarity_threshold = 0.51;";

/// The plans by which a statement and its functions run.
async fn plans(database: &TestDatabase, sql: &str) -> String {
    let (client, mut connection) = tokio_postgres::connect(&database.url, NoTls).await.expect("a connection");
    let asked = async move {
        client.batch_execute(TELL_PLANS).await.expect("settings");
        client.batch_execute(sql).await.unwrap_or_else(|error| panic!("{error:?}: {sql}"));
    };
    let told = async {
        let mut told = String::new();
        while let Some(message) = poll_fn(|context| connection.poll_message(context)).await {
            if let AsyncMessage::Notice(notice) = message.expect("a message") {
                told.push_str(notice.message());
                told.push('\n');
            }
        }
        told
    };
    join(asked, told).await.1
}

#[track_caller]
fn assert_indexed(told: &str, indexes: &[&str]) {
    let missing: Vec<_> = indexes.iter().filter(|index| !told.contains(**index)).collect();
    assert!(missing.is_empty() && !told.contains("Seq Scan"), "{missing:?} in {told}");
}

async fn volume() -> TestDatabase {
    let database = TestDatabase::create().await;
    database.connect().await.batch_execute(VOLUME).await.expect("a volume");
    database
}

#[tokio::test(flavor = "multi_thread")]
async fn names_are_found_in_indexes_alone() {
    let database = volume().await;
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
    for others in ["null", "'(''abc'')'"] {
        let values = [
            ("typed", "'(''abc'':*)'"),
            ("others", others),
            ("key", "'abc'"),
            ("kind", "null"),
            ("token_sha256", "sha256('7')"),
            // More than there are, so that every step is taken.
            ("limit", "1000"),
        ];
        let told = plans(&database, &statement("search.find", &values)).await;
        assert_indexed(&told, &WORDS);
        assert_indexed(&told, &also);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn names_alike_are_found_in_indexes_alone() {
    let database = volume().await;
    let values = [
        ("words", "array['abcdfe12']"),
        ("quoted", "array['''abcdfe12''']"),
        ("key", "'abcdfe12'"),
        ("kind", "null"),
        ("limit", "10"),
        ("is_found", "false"),
    ];
    let told = plans(&database, &statement("search.find_alike", &values)).await;
    assert_indexed(&told, &WORDS);
    let also = ["search_words_near", "search_names_trgm", "search_names_known_trgm", "artists_pkey", "albums_pkey"];
    assert_indexed(&told, &also);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_many_names_are_left_alone_when_enough_are_better_known() {
    let database = volume().await;
    let values = [
        ("typed", "'(''a'':*)'"),
        ("others", "null"),
        ("key", "'a'"),
        ("kind", "null"),
        ("token_sha256", "null"),
        ("limit", "10"),
    ];
    let told = plans(&database, &statement("search.find", &values)).await;
    assert_indexed(&told, &WORDS[..1]);
    assert!(WORDS[1..].iter().all(|index| !told.contains(index)), "{told}");
}

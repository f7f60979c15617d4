//! The hottest reads use the indexes that were made for them, on a volume where it matters.
use std::collections::BTreeMap;

use support::TestDatabase;
use tokio_postgres::Client;

/// Some twenty thousand of most things.
pub const VOLUME: &str = "
    insert into artists (name, name_key, mbid, listeners, wanted_at, info_fetched_at)
    select md5(n::text), md5(n::text), md5(n::text)::uuid, (n * 7919) % 1000003, case when n % 20 = 0 then now() end, now() from generate_series(1, 20000) n;
    insert into albums (artist_id, title, title_key, first_release_year, studio, release_count, releases_fetched_at)
    select 1 + n % 20000, 'album ' || n, 'album ' || n, 1950 + n % 70, true, 10, now() from generate_series(1, 20000) n;
    insert into releases (album_id, discogs_id, title, year, format, official, have)
    select 1 + n % 5000, n, 'pressing ' || n, 1950 + n % 70, 'LP', true, n % 1000 from generate_series(1, 50000) n;
    insert into release_details (release_id) select id from releases where id % 5 = 0;
    insert into quotes (album_id, release_id, provider, offer, ships_to, sale, currency, amount, url, rank, rank_cents, item_cents, observed_at)
    select 1 + n % 5000, n, 'discogs', n::text, case n % 2 when 0 then 'ZZ' else 'ES' end, 'lowest', 'EUR', 1000 + n % 5000, 'https://x', 2,
           1000 + n % 5000, 1000 + n % 5000, now()
    from generate_series(1, 50000) n;
    insert into album_best_price (album_id, ships_to, class, quote_id, offers)
    select distinct on (album_id, ships_to) album_id, ships_to, 'cheapest', id, 5 from quotes order by album_id, ships_to, rank_cents;
    insert into users (name) select 'listener ' || n from generate_series(1, 2000) n;
    insert into user_profiles (user_id) select id from users;
    insert into user_seed_artists (user_id, artist_id) select id, 1 + (id * 10 + k) % 20000 from users, generate_series(0, 9) k;
    insert into artist_similars (artist_id, similar_id, score, source)
    select a, 1 + (a + k) % 20000, 0.5, 'lastfm' from generate_series(1, 20000) a, generate_series(1, 5) k;
    insert into sessions (token_sha256, user_id, expires_at) select sha256(id::text::bytea), id, now() + interval '1 day' from users;
    insert into recommendation_sets (user_id, scorer, expires_at) select id, 'v1', now() + interval '1 day' from users;
    insert into recommendation_items (set_id, rank, album_id, release_id, score, terms)
    select s.id, k, 1 + (s.id * 20 + k) % 5000, 1 + (s.id * 20 + k) % 5000, 3000, '[]' from recommendation_sets s, generate_series(1, 20) k;
    insert into user_discogs_collections (user_id, discogs_id, list)
    select id, 1 + (id * 40 + k) % 50000, 'collection' from users, generate_series(0, 39) k;
    insert into dismissed_recommendations (user_id, album_id) select id, 1 + (id * 10 + k) % 5000 from users, generate_series(0, 9) k;
    insert into runs (artist_id) select n from generate_series(1, 20000) n;
    insert into matches (kind, artist_id, service, service_id, score, state, decided_by)
    select 'artist', n, 'musicbrainz', md5(n::text)::uuid::text, 0.5 + (n % 500) / 1000.0,
           case when n % 50 = 0 then 'proposed' else 'accepted' end, case when n % 70 = 0 then 'hand' else 'rule' end
    from generate_series(1, 20000) n;
    insert into upstream_requests (fingerprint, upstream, endpoint, url, status, archive_key, bytes, fetched_at, fresh_until)
    select md5(n::text), 'discogs', 'release', 'https://x', 200, 'raw', 1, now(), now() + interval '1 day' from generate_series(1, 20000) n;
    analyze;";

/// A statement of `core/queries`, with these values for its parameters.
pub fn statement(name: &str, values: &[(&str, &str)]) -> String {
    let (file, name) = name.split_once('.').expect("file.name");
    let path = format!("{}/../crates/core/queries/{file}.sql", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let found = text
        .split("--! ")
        .skip(1)
        .find(|part| part.split(|c: char| !c.is_alphanumeric() && c != '_').next() == Some(name));
    let body = found.unwrap_or_else(|| panic!("no {name} in {path}")).split_once('\n').expect("a body").1;
    let body: Vec<&str> = body.lines().filter(|line| !line.starts_with("--")).collect();
    let mut sql = body.join("\n").replace("::", "\u{1}");
    let mut longest_first: Vec<_> = values.to_vec();
    longest_first.sort_by_key(|(parameter, _)| std::cmp::Reverse(parameter.len()));
    for (parameter, value) in longest_first {
        assert!(sql.contains(&format!(":{parameter}")), "{name} has no :{parameter}");
        sql = sql.replace(&format!(":{parameter}"), value);
    }
    let left = sql.split(':').skip(1).find(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
    assert!(left.is_none(), "{name}: a parameter without a value: {left:?}");
    sql.replace('\u{1}', "::")
}

pub async fn plan(client: &Client, sql: &str) -> String {
    let rows = client
        .query(&format!("explain (costs off) {sql}"), &[])
        .await
        .unwrap_or_else(|error| panic!("{error:?}: {sql}"));
    rows.iter().map(|row| row.get::<_, String>(0)).collect::<Vec<_>>().join("\n")
}

type Read = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const READS: [Read; 22] = [
    ("artists.by_name_key", &[("name_key", "'abc'")], &["artists_name_key"]),
    ("artists.similars_of", &[("artist_id", "7"), ("limit", "50")], &["artist_similars_pkey"]),
    (
        "artists.stale_info",
        &[("ttl_seconds", "604800"), ("rest_seconds", "2592000"), ("limit", "500")],
        &["artists_wanted"],
    ),
    (
        "artists.stale_albums",
        &[("ttl_seconds", "604800"), ("rest_seconds", "2592000"), ("limit", "500")],
        &["artists_wanted"],
    ),
    ("albums.of_artist", &[("artist_id", "7")], &["albums_artist"]),
    (
        "releases.of_album",
        &[
            ("album_id", "7"),
            ("ships_to", "'ES'"),
            ("country", "null"),
            ("year_from", "null"),
            ("year_to", "null"),
            ("format_words", "'{}'"),
            ("format_traits", "'{}'"),
            ("kind", "null"),
            ("size_inches", "null"),
            ("colour", "null"),
            ("limited", "null"),
            ("first_pressing", "true"),
            ("after_id", "100"),
            ("after_year", "1990"),
            ("limit", "51"),
        ],
        &["releases_album", "quotes_release"],
    ),
    (
        "releases.page",
        &[("id", "7"), ("ships_to", "'ES'")],
        &["releases_pkey", "releases_album", "release_details_pkey", "quotes_release"],
    ),
    (
        "releases.stale_priced_in_album",
        &[("album_id", "7"), ("ttl_seconds", "1"), ("limit", "10")],
        &["releases_album_have"],
    ),
    ("releases.most_owned_without_details", &[("album_id", "7"), ("ttl_seconds", "1")], &["releases_album_have"]),
    ("prices.best_of_album", &[("album_id", "7"), ("country", "'ES'")], &["album_best_price_pkey", "quotes_pkey"]),
    ("quotes.of_album", &[("album_id", "7"), ("country", "'ES'"), ("limit", "100")], &["quotes_album"]),
    ("quotes.of_release", &[("release_id", "7"), ("country", "'ES'"), ("limit", "100")], &["quotes_release"]),
    (
        "recommendations.current",
        &[("user_id", "7"), ("ships_to", "'ES'")],
        &[
            "recommendation_sets_user",
            "recommendation_items_",
            "quotes_release",
            "album_best_price_pkey",
            "quotes_pkey",
        ],
    ),
    (
        "recommendations.candidates",
        &[("user_id", "7")],
        &["user_seed_artists_pkey", "artist_similars_pkey", "albums_artist"],
    ),
    ("recommendations.seeds_are_ingested", &[("user_id", "7")], &["user_seed_artists_pkey", "albums_artist"]),
    ("listeners.by_token", &[("token_sha256", "sha256('7')")], &["sessions_pkey"]),
    ("runs.recent_of_artist", &[("artist_id", "7"), ("seconds", "600")], &["runs_artist"]),
    ("matches.of_artist", &[("artist_id", "7")], &["matches_artist"]),
    (
        "matches.artist_of_service_id",
        &[("service", "'musicbrainz'"), ("service_id", "'c4ca4238-a0b9-2382-0dcc-509a6f75849b'")],
        &["matches_service_id"],
    ),
    (
        "matches.to_review",
        &[("kind", "null"), ("after_score", "0.9"), ("after_id", "100"), ("limit", "51")],
        &["matches_proposed"],
    ),
    (
        "matches.decided",
        &[("state", "'accepted'"), ("kind", "null"), ("before", "now()"), ("before_id", "100"), ("limit", "51")],
        &["matches_by_hand"],
    ),
    ("upstream.fresh_place", &[("fingerprint", "'abc'")], &["upstream_requests_pkey"]),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_hottest_reads_use_their_indexes() {
    let database = TestDatabase::create().await;
    let client = database.connect().await;
    client.batch_execute(VOLUME).await.expect("a volume");
    let mut wrong = BTreeMap::new();
    for (name, values, indexes) in READS {
        let plan = plan(&client, &statement(name, values)).await;
        if plan.contains("Seq Scan") || !indexes.iter().all(|index| plan.contains(index)) {
            wrong.insert(name, plan);
        }
    }
    let told: Vec<String> = wrong.iter().map(|(name, plan)| format!("{name}\n{plan}")).collect();
    assert!(wrong.is_empty(), "{}", told.join("\n\n"));
}

//! Ten thousand listeners with a session and a set of twenty. The terms of their items are made by the scorer itself.
use anyhow::{Context as _, Result};
use sha2::{Digest, Sha256};
use tokio_postgres::Client;
use vinilogy_core::domain::ids::{AlbumId, ArtistId};
use vinilogy_core::domain::money::{Currency, Money};
use vinilogy_core::domain::scoring::{self, Candidate, Filter, Rating};

/// How many listeners the volume has.
pub const LISTENERS: usize = 10_000;
/// Breakdowns to choose from.
const BREAKDOWNS: i32 = 100;

/// The bearer token of a listener, 1 to [`LISTENERS`].
pub fn token(listener: usize) -> String {
    format!("bench-token-of-listener-{listener:08}")
}

/// Fills users, sessions and sets.
pub async fn fill(client: &Client) -> Result<()> {
    client.batch_execute(&USERS.replace("10000", &LISTENERS.to_string())).await.context("listeners")?;
    let digests: Vec<Vec<u8>> = (1..=LISTENERS).map(|n| Sha256::digest(token(n)).to_vec()).collect();
    client.execute(SESSIONS, &[&digests]).await.context("sessions")?;
    let (scores, terms) = breakdowns();
    client.execute(ITEMS, &[&scores, &terms]).await.context("items")?;
    Ok(())
}

/// Scores with their terms, as a set has them.
fn breakdowns() -> (Vec<i32>, Vec<serde_json::Value>) {
    let candidates = (1..=BREAKDOWNS).map(|n| Candidate {
        seed: n % 3 == 0,
        similar_to: vec![("Radiohead".to_owned(), 0.9), ("Portishead".to_owned(), 0.5)],
        rating: Some(Rating { hundredths: 300 + n, votes: 20 * n }),
        price: Some(Money::new(i64::from(900 + 40 * n), Currency::EUR)),
        have: Some(100 * n),
        track_count: Some(10),
        ..Candidate::new(AlbumId::from(i64::from(n)), ArtistId::from(i64::from(n)))
    });
    let one = |candidate| scoring::recommend(vec![candidate], &Filter::default(), Currency::EUR);
    let ranked = candidates.flat_map(one);
    ranked.map(|r| (r.scored.score().hundredths(), serde_json::json!(r.scored.terms()))).unzip()
}

const USERS: &str = "
insert into users (name) select 'bench ' || n from generate_series(1, 10000) n;
insert into user_profiles (user_id) select id from users;
insert into user_seed_artists (user_id, artist_id) select u.id, 1 + (u.id * 31 + k * 977) % 100000 from users u, generate_series(1, 20) k;
insert into recommendation_sets (user_id, scorer, expires_at) select id, 'v1', now() + interval '10 years' from users;
";

const SESSIONS: &str = "
insert into sessions (token_sha256, user_id, expires_at)
select s.digest, s.place, now() + interval '10 years' from unnest($1::bytea[]) with ordinality as s (digest, place)";

/// Twenty albums with vinyl, each with one of its pressings; a set is written together, so its rows lie together.
const ITEMS: &str = "
with vinyl as (
    select album_id, release_id, row_number() over (order by album_id) - 1 as place
    from (select album_id, min(id) as release_id from releases group by album_id) r
), drawn as (
    select s.id as set_id, k as rank, (s.id * 48611::bigint + k * 1009) % (select count(*) from vinyl) as place
    from recommendation_sets s, generate_series(1, 20) k
)
insert into recommendation_items (set_id, rank, album_id, release_id, score, terms)
select d.set_id, d.rank, v.album_id, v.release_id, ($1::integer[])[1 + (d.set_id + d.rank) % cardinality($1::integer[])],
       ($2::jsonb[])[1 + (d.set_id + d.rank) % cardinality($2::jsonb[])]
from drawn d join vinyl v on v.place = d.place
order by d.set_id, d.rank";

//! What must be true of the rows whatever happened.
use crate::TestApp;

impl TestApp {
    /// Every table's rows as one hash, without the times at which they were written: equal hashes, equal content. What is only about
    /// asking is left out: budgets, tokens, claims, who was asked for what and did not answer.
    pub async fn content_hash(&self) -> String {
        let client = self.database.connect().await;
        let tables = client
            .query(
                "select table_name::text, string_agg(format('%I', column_name), ', ' order by ordinal_position)
                 from information_schema.columns
                 where table_schema = 'public'
                   and table_name not in ('refinery_schema_history', 'upstream_budgets', 'claims', 'upstream_requests',
                                          'archive_leftovers', 'upstream_tokens', 'price_checks')
                   and data_type <> 'timestamp with time zone'
                 group by table_name order by table_name",
                &[],
            )
            .await
            .expect("tables");
        let mut hashes = Vec::new();
        for table in tables {
            let (name, columns): (String, String) = (table.get(0), table.get(1));
            let hash = format!(
                "select coalesce(md5(string_agg(md5(row({columns})::text), '' order by md5(row({columns})::text))), '') from {name}"
            );
            let row = client.query_one(&hash, &[]).await.expect("hash");
            hashes.push(format!("{name}:{}", row.get::<_, String>(0)));
        }
        hashes.join("\n")
    }

    /// The catalogue as one hash by what its rows are called elsewhere (MBIDs, Discogs ids, names) instead of our own ids, without the
    /// times at which they were written: databases that came to the same catalogue in different ways have the same one.
    pub async fn natural_hash(&self) -> String {
        natural_hash(&self.database.connect().await).await
    }

    /// One number of a query.
    pub async fn count(&self, query: &str) -> i64 {
        let client = self.database.connect().await;
        client.query_one(query, &[]).await.expect("count").get(0)
    }
}

/// The tables that an archive can make again.
const CATALOGUE: [&str; 12] = [
    "artists",
    "artist_similars",
    "albums",
    "releases",
    "release_details",
    "exchange_rates",
    "quotes",
    "album_best_price",
    "price_histories",
    "price_suggestions",
    "price_looks",
    "matches",
];

/// Those of them that are made of prices.
const PRICES: [&str; 6] =
    ["exchange_rates", "quotes", "album_best_price", "price_histories", "price_suggestions", "price_looks"];

/// See [`TestApp::natural_hash`].
pub async fn natural_hash(client: &tokio_postgres::Client) -> String {
    hash_of(client, &CATALOGUE).await
}

/// The same of what things cost, cost before, and should cost.
pub async fn price_hash(client: &tokio_postgres::Client) -> String {
    hash_of(client, &PRICES).await
}

async fn hash_of(client: &tokio_postgres::Client, tables: &[&str]) -> String {
    let columns = client
        .query(
            "select c.table_name::text,
                    string_agg(coalesce(
                        case k.target
                            when 'artists' then format('(select coalesce(mbid::text, name_key) from artists where id = t.%I)', c.column_name)
                            when 'albums' then format('(select coalesce(b.mbid::text, (b.title_key, b.discogs_master_id, b.discogs_release_id)::text)
                                                        from albums b where b.id = t.%I)', c.column_name)
                            when 'releases' then format('(select discogs_id from releases where id = t.%I)', c.column_name)
                            when 'quotes' then format('(select (q.provider, q.offer, q.ships_to)::text from quotes q where q.id = t.%I)', c.column_name)
                        end,
                        case c.data_type when 'timestamp with time zone' then format('t.%I is null', c.column_name)
                                         else format('t.%I', c.column_name) end), ', ' order by c.ordinal_position)
             from information_schema.columns c
             left join lateral (
                 select f.relname::text as target
                 from pg_constraint k
                 join pg_class f on f.oid = k.confrelid
                 join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                 where k.contype = 'f' and k.conrelid = format('%I', c.table_name)::regclass and a.attname = c.column_name) k on true
             where c.table_schema = 'public' and c.table_name = any ($1) and c.is_identity = 'NO'
             group by c.table_name order by c.table_name",
            &[&tables],
        )
        .await
        .expect("columns");
    let mut hashes = Vec::new();
    for table in columns {
        let (name, columns): (String, String) = (table.get(0), table.get(1));
        let rows = format!("select row({columns})::text as line from {name} t");
        let hash =
            format!("select count(*), coalesce(md5(string_agg(line, e'\\n' order by line)), '') from ({rows}) lines");
        let row = client.query_one(&hash, &[]).await.expect("hash");
        hashes.push(format!("{name}: {} rows {}", row.get::<_, i64>(0), row.get::<_, String>(1)));
    }
    hashes.join("\n")
}

/// How many best prices are not the first by rank, or not of as many offers as there are.
pub const BEST_THAT_ARE_NOT: &str = "
    with first as (
        select a.id, coalesce(min(o.year) filter (where o.year >= a.first_release_year), min(o.year)) as year
        from albums a join releases o on o.album_id = a.id and o.original and o.gone_at is null
        group by a.id
    ), offered as (
        select q.album_id, q.ships_to, c.class, q.id, q.rank, q.rank_cents, q.item_cents
        from quotes q
        left join releases r on r.id = q.release_id
        left join first f on f.id = q.album_id
        cross join lateral (values ('cheapest', true), ('very_good_plus', q.very_good_plus), ('original', r.original and r.year = f.year))
                           as c (class, is_one)
        where q.sale <> 'auction' and r.gone_at is null and c.is_one and (q.ends_at is null or q.ends_at > now())
    )
    select count(*)
    from (select album_id, ships_to, class, count(*) as offers, min(array[rank, rank_cents]) as best from offered group by 1, 2, 3) o
    full join (select b.album_id, b.ships_to, b.class, b.offers, array[q.rank, q.rank_cents] as chosen
               from album_best_price b join quotes q on q.id = b.quote_id) b using (album_id, ships_to, class)
    where b.offers is distinct from o.offers or b.chosen is distinct from o.best";

/// No orphan claim; no duplicate by a service's id; every best price is the cheapest price there is; every set whole.
pub async fn assert_invariants(app: &TestApp) {
    let broken = [
        ("claims left behind", "select count(*) from claims"),
        (
            "best prices that are not the best",
            BEST_THAT_ARE_NOT,
        ),
        (
            "albums whose count of pressings is wrong",
            "select count(*) from albums a where release_count <> (select count(*) from releases r where r.album_id = a.id and r.gone_at is null)
             and releases_fetched_at is not null",
        ),
        (
            "scores that are not the sum of their terms",
            "select count(*) from recommendation_items i
             where score <> (select coalesce(sum(round((t ->> 'points')::numeric * 100)), 0) from jsonb_array_elements(terms) t)",
        ),
        (
            "sets with a gap",
            "select count(*) from (select set_id from recommendation_items group by 1 having max(rank) <> count(*)) gaps",
        ),
        (
            "artists of one name whom nothing tells apart twice",
            "select count(*) from (select name_key from artists where merged_into is null and mbid is null and discogs_id is null
             group by name_key having count(*) > 1) twice",
        ),
        (
            "ids of artists without an accepted link",
            "select count(*) from artists a
             cross join lateral (values ('musicbrainz', mbid::text), ('discogs', discogs_id::text), ('spotify', spotify_id))
                                as has (service, id)
             where merged_into is null and has.id is not null and (a.mbid is not null or has.service <> 'discogs')
               and not exists (select from matches m where m.artist_id = a.id and m.service = has.service
                                                        and m.service_id = has.id and m.state = 'accepted')",
        ),
        (
            "accepted links to pages that the artist's row does not have",
            "select count(*) from matches m join artists a on a.id = m.artist_id
             where m.state = 'accepted' and m.service in ('discogs', 'spotify')
               and m.service_id is distinct from case m.service when 'discogs' then a.discogs_id::text else a.spotify_id end",
        ),
        (
            "masters without an accepted link, and links to others",
            "select count(*) from albums a
             full join (select album_id, service_id from matches where kind = 'album' and service = 'discogs'
                                                                   and state = 'accepted') m on m.album_id = a.id
             where m.service_id is distinct from a.discogs_master_id::text and a.mbid is not null",
        ),
        (
            "links of artists that are others",
            "select count(*) from matches m join artists a on a.id = m.artist_id where a.merged_into is not null",
        ),
        (
            "albums of artists that are others",
            "select count(*) from albums b join artists a on a.id = b.artist_id where a.merged_into is not null",
        ),
    ];
    for (what, query) in broken {
        assert_eq!(app.count(query).await, 0, "{what}");
    }
}

/// The versions of all rows of the catalogue: equal when nothing was written.
pub async fn versions(client: &tokio_postgres::Client) -> Vec<String> {
    let query = "select 'a' || ctid || ' ' || xmin from artists union all select 'b' || ctid || ' ' || xmin from albums
                 union all select 'r' || ctid || ' ' || xmin from releases
                 union all select 'd' || ctid || ' ' || xmin from release_details order by 1";
    client.query(query, &[]).await.expect("versions").iter().map(|row| row.get(0)).collect()
}

/// One number of a query.
pub async fn count(client: &tokio_postgres::Client, query: &str) -> i64 {
    client.query_one(query, &[]).await.expect("a count").get(0)
}

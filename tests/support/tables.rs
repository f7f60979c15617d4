//! What must be true of the rows whatever happened.
use crate::TestApp;

impl TestApp {
    /// Every table's rows as one hash, without the times at which they were written: equal hashes, equal content.
    pub async fn content_hash(&self) -> String {
        let client = self.database.connect().await;
        let tables = client
            .query(
                "select table_name::text, string_agg(format('%I', column_name), ', ' order by ordinal_position)
                 from information_schema.columns
                 where table_schema = 'public'
                   and table_name not in ('refinery_schema_history', 'upstream_budgets', 'claims', 'upstream_requests')
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

    /// One number of a query.
    pub async fn count(&self, query: &str) -> i64 {
        let client = self.database.connect().await;
        client.query_one(query, &[]).await.expect("count").get(0)
    }
}

/// No orphan claim; no duplicate by a service's id; every best price is the cheapest price there is; every set whole.
pub async fn assert_invariants(app: &TestApp) {
    let broken = [
        ("claims left behind", "select count(*) from claims"),
        (
            "best prices that are not the cheapest",
            "select count(*) from (
                 select r.album_id, p.ships_to, p.currency, min(p.amount) as amount
                 from prices p join releases r on r.id = p.release_id group by 1, 2, 3) cheapest
             full join album_best_price b using (album_id, ships_to, currency)
             where b.amount is distinct from cheapest.amount",
        ),
        (
            "albums whose count of pressings is wrong",
            "select count(*) from albums a where release_count <> (select count(*) from releases r where r.album_id = a.id)
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
            "artists of one name without an MBID twice",
            "select count(*) from (select name_key from artists where merged_into is null and mbid is null
             group by name_key having count(*) > 1) twice",
        ),
    ];
    for (what, query) in broken {
        assert_eq!(app.count(query).await, 0, "{what}");
    }
}

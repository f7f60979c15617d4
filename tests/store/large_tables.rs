//! No statement reads a large table whole, but for those that stand here with their reason: what is asked a thousand times a day must not
//! become slower with every record that is found.
use std::collections::BTreeMap;
use std::path::Path;

use support::TestDatabase;
use tokio_postgres::Client;

use crate::plans;

/// Of what grows with the catalogue and its listeners, and is not in the other volume.
const MORE: &str = "
    insert into price_histories (release_id, provider, class, currency, minutes, lows, for_sale)
    select n, 'discogs', 'any', 'EUR', '{1}', '{1}', '{1}' from generate_series(1, 20000) n;
    insert into price_suggestions (release_id, currency, amounts, fetched_at) select n, 'EUR', '{1,2,3,4,5,6,7,8}', now() from generate_series(1, 20000) n;
    insert into price_checks (album_id, provider, checked_at) select n, 'ebay', now() from generate_series(1, 20000) n;
    insert into price_looks (album_id, provider, ships_to, seen_at) select n, 'ebay', 'ES', now() from generate_series(1, 20000) n;
    insert into alerts (user_id, album_id, class, target, currency) select 1 + n % 2000, n, 'cheapest', 2000, 'EUR' from generate_series(1, 20000) n;
    insert into alert_states (alert_id, album_id, met, checked_at) select id, album_id, false, now() from alerts;
    insert into notifications (user_id, album_id, provider, url, currency, amount, target_currency, target, delivered_low, delivered_high,
                               estimated, observed_at, published_at)
    select 1 + n % 2000, n, 'ebay', 'https://x', 'EUR', 1000, 'EUR', 2000, 1000, 1000, false, now(), now() from generate_series(1, 20000) n;
    insert into imports (user_id, source, object_key, tags, per_tag, state)
    select 1 + n % 2000, 'csv', 'imports/' || n, '{}', 1, 'done' from generate_series(1, 20000) n;
    insert into wishes (import_id, artist_id, caller, position, state)
    select 1 + n % 2000, n, 1 + n % 2000, n, 'present' from generate_series(1, 20000) n;
    insert into import_refusals (import_id, line, reason, excerpt) select 1 + n % 2000, n, 'no artist', 'x' from generate_series(1, 20000) n;
    insert into stock_lists (shop_id, object_key, state) select 1 + n % 4, 'imports/stock/' || n, 'done' from generate_series(1, 20000) n;
    insert into stock_refusals (list_id, line, reason, excerpt) select 1 + n % 2000, n, 'sold', 'x' from generate_series(1, 20000) n;
    insert into images (artist_id, state, fresh_until) select n, 'none', now() + interval '9 days' from generate_series(1, 20000) n;
    insert into discogs_masters (id, artist_id, title, title_key) select n, n, 'a', 'a' from generate_series(1, 20000) n;
    insert into album_forwards (old_id, album_id) select 100000 + n, n from generate_series(1, 20000) n;
    insert into listening_snapshots (user_id, source, period, sha256) select 1 + n % 2000, 'lastfm', n::text, sha256(n::text::bytea) from generate_series(1, 20000) n;
    insert into locked_recommendations (user_id, album_id) select 1 + n % 2000, n from generate_series(1, 20000) n;
    insert into search_words (word) select md5(n::text) from generate_series(1, 20000) n;
    update quotes set provider = 'shop:' || id % 50 where id % 10 = 0;
    analyze;";

/// Whose work is the whole, or who run so seldom that an index would cost more than it saves.
const WHOLE: &[(&str, &str)] = &[
    ("alerts.stale", "a sweep: alerts that were never looked at are found by comparing all with their states"),
    ("archive.leftovers_to_delete", "once a day, a batch is compared with what is still referred to"),
    ("archive.single_keys", "once, when the bucket is compared with the database after a restore"),
    ("images.all_subjects", "a command of the operator: everything is looked at again"),
    ("images.stale", "a sweep: those without a picture are found by comparing all with theirs"),
    ("quality.measure", "counts everything, once a day"),
    ("replay.kept", "a replay's work list"),
    ("replay.stamp_checks", "once, at the end of a replay"),
    ("replay.stamp_prices", "once, at the end of a replay"),
    ("replay.without_replay", "once, at the beginning of a replay"),
    ("runs.totals", "a command of the operator that counts everything"),
    ("upstream.use_by_upstream", "a command of the operator that counts everything"),
];

#[tokio::test(flavor = "multi_thread")]
async fn no_statement_reads_a_large_table_whole() {
    let database = TestDatabase::create().await;
    let client = database.connect().await;
    client.batch_execute(plans::VOLUME).await.expect("a volume");
    client.batch_execute(MORE).await.expect("more of it");
    client.batch_execute("set plan_cache_mode = force_generic_plan").await.expect("plans for any values");
    let large = large_tables(&client).await;
    let mut told = Vec::new();
    for (name, sql) in statements() {
        let excused = WHOLE.iter().any(|(excused, _)| *excused == name);
        let plan = generic_plan(&client, &name, &sql).await;
        let read: Vec<&String> = large.iter().filter(|table| reads_whole(&plan, table)).collect();
        match (read.is_empty(), excused) {
            (false, false) => told.push(format!("{name} reads {read:?} whole:\n{plan}")),
            (true, true) => told.push(format!("{name} reads no large table whole: its excuse can go")),
            _ => {}
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n\n"));
}

fn reads_whole(plan: &str, table: &str) -> bool {
    plan.lines().any(|line| {
        line.split_once("Seq Scan on ").is_some_and(|(_, rest)| rest.split_whitespace().next() == Some(table))
    })
}

async fn large_tables(client: &Client) -> Vec<String> {
    let sql = "select relname::text from pg_class where relkind = 'r' and reltuples >= 5000";
    client.query(sql, &[]).await.expect("tables").iter().map(|row| row.get(0)).collect()
}

/// The plan that serves whatever values the parameters have.
async fn generic_plan(client: &Client, name: &str, sql: &str) -> String {
    let prepared = client.prepare(sql).await.unwrap_or_else(|error| panic!("{name}: {error:?}\n{sql}"));
    let nulls = vec!["null"; prepared.params().len()].join(", ");
    let values = if nulls.is_empty() { String::new() } else { format!("({nulls})") };
    client.batch_execute(&format!("prepare asked as {sql}")).await.expect(name);
    let rows = client.query(&format!("explain (costs off) execute asked{values}"), &[]).await.expect(name);
    client.batch_execute("deallocate asked").await.expect(name);
    rows.iter().map(|row| row.get::<_, String>(0)).collect::<Vec<_>>().join("\n")
}

/// Every statement as `file.name`, with `$1` and so on for its parameters.
fn statements() -> BTreeMap<String, String> {
    let folder = format!("{}/../crates/core/queries", env!("CARGO_MANIFEST_DIR"));
    let mut all = BTreeMap::new();
    for file in std::fs::read_dir(folder).expect("statements").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a file of statements");
        for part in text.split("--! ").skip(1) {
            let name = part.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            let file = file.path();
            let name = format!("{}.{name}", Path::new(&file).file_stem().unwrap_or_default().to_string_lossy());
            all.insert(name, numbered(part));
        }
    }
    all
}

fn numbered(statement: &str) -> String {
    let body = statement.lines().skip(1).filter(|line| !line.trim_start().starts_with("--"));
    let body = body.collect::<Vec<_>>().join("\n").replace("::", "\u{1}");
    let mut names: Vec<&str> = Vec::new();
    let mut sql = String::new();
    let mut parts = body.split(':');
    sql.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let length = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(part.len());
        let (name, rest) = part.split_at(length);
        if name.starts_with(|c: char| c.is_ascii_lowercase()) {
            let place = names.iter().position(|known| *known == name).unwrap_or_else(|| {
                names.push(name);
                names.len() - 1
            });
            sql.push_str(&format!("${}{rest}", place + 1));
        } else {
            sql.push_str(&format!(":{part}"));
        }
    }
    sql.replace('\u{1}', "::").trim().trim_end_matches(';').to_owned()
}

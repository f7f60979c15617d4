//! Two who write names at the same moment take turns: in the end there is one row of each with the popularity that is right.
use support::TestDatabase;
use tokio_postgres::Client;

/// An artist (1) with two albums (1, 2) that nobody knows yet.
async fn artist_with_albums(client: &Client) {
    let rows = "insert into artists (name, name_key, listeners) values ('Low', 'low', 50);
                insert into albums (artist_id, title, title_key) values (1, 'Secret Name', 'secret name'), (1, 'Trust', 'trust')";
    client.batch_execute(rows).await.expect("an artist with two albums");
}

/// The second statement is asked while the first one's transaction is open, and waits for its end.
async fn at_once(database: &TestDatabase, statements: [&str; 2]) {
    let (one, other, watcher) = (database.connect().await, database.connect().await, database.connect().await);
    one.batch_execute(&format!("begin; {}", statements[0])).await.expect(statements[0]);
    let commits_when_waited_for = async {
        let waits = "select exists (select from pg_locks where not granted)";
        while !watcher.query_one(waits, &[]).await.expect("locks").get::<_, bool>(0) {}
        one.batch_execute("commit").await.expect("one");
    };
    let (asked, ()) = tokio::join!(other.batch_execute(statements[1]), commits_when_waited_for);
    asked.expect(statements[1]);
}

async fn popularities(client: &Client, kind: &str) -> Vec<(i64, i16)> {
    let sql = "select id, popularity from search_names where kind = $1 order by id, popularity";
    let rows = client.query(sql, &[&kind]).await.expect("names");
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

/// What the names would be if they were written now, by one alone.
async fn written_alone(client: &Client, kind: &str) -> Vec<(i64, i16)> {
    let anew = "delete from search_names; select search_write_albums(array(select id from albums));
                select search_write_artists(array(select id from artists))";
    client.batch_execute(&format!("begin; {anew}")).await.expect("written anew");
    let alone = popularities(client, kind).await;
    client.batch_execute("rollback").await.expect("as before");
    alone
}

/// One row each, as if one had written them all.
async fn assert_written_once(client: &Client) {
    for kind in ["artist", "album"] {
        assert_eq!(popularities(client, kind).await, written_alone(client, kind).await, "{kind}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_albums_of_one_artist_written_at_once_leave_one_artist() {
    let database = TestDatabase::create().await;
    let client = database.connect().await;
    artist_with_albums(&client).await;
    let pressed =
        ["update albums set release_count = 90 where id = 1", "update albums set release_count = 40 where id = 2"];
    at_once(&database, pressed).await;
    assert_written_once(&client).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_artist_and_an_album_written_at_once_count_both() {
    let database = TestDatabase::create().await;
    let client = database.connect().await;
    artist_with_albums(&client).await;
    let both =
        ["update artists set listeners = 900000 where id = 1", "update albums set release_count = 90 where id = 2"];
    at_once(&database, both).await;
    assert_written_once(&client).await;
    at_once(
        &database,
        ["update albums set release_count = 3 where id = 2", "update artists set listeners = 70 where id = 1"],
    )
    .await;
    assert_written_once(&client).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_writer_leaves_one_of_two_rows() {
    let database = TestDatabase::create().await;
    let client = database.connect().await;
    artist_with_albums(&client).await;
    let doubled = "insert into search_names select kind, id, artist_id, popularity + 1, key, words from search_names";
    client.batch_execute(doubled).await.expect("as they were left before");
    client.batch_execute("update albums set release_count = 90").await.expect("written on");
    assert_written_once(&client).await;
}

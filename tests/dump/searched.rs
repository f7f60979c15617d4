//! What is searched follows a load, and nobody else's writes wait for one.
use support::count;
use tokio_postgres::Client;
use vinilogy_dump::Options;

use crate::xml::{database, dump, load, record, searched, searched_anew};

const LATER: &str = "set vinilogy.search = 'later'";
const WRITE: &str = "insert into artists (name, name_key, discogs_id) values ('Robyn', 'robyn', 3);
    insert into albums (artist_id, title, title_key, discogs_master_id)
    select id, 'Honey', 'honey', 30 from artists where discogs_id = 3";

async fn due(client: &Client) -> i64 {
    count(client, "select count(*) from search_due").await
}

async fn names(client: &Client) -> i64 {
    count(client, "select count(*) from search_names").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordinary_write_is_searched_at_once() {
    let (_database, _, client) = database().await;
    client.batch_execute(WRITE).await.expect("written");
    assert_eq!((names(&client).await, due(&client).await), (2, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_killed_load_noted_is_written_by_the_next() {
    let (_database, store, client) = database().await;
    client.batch_execute(LATER).await.expect("a setting");
    client.batch_execute(WRITE).await.expect("written");
    assert_eq!((names(&client).await, due(&client).await), (0, 2));
    let (loaded, _) = load(&store, dump(&[]), &Options::default()).await;
    assert_eq!(loaded.expect("an empty dump").stored.records, 0);
    assert_eq!((names(&client).await, due(&client).await), (2, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_somebody_changes_stay_due_until_they_are_waited_for() {
    let (database, _, client) = database().await;
    client.batch_execute(LATER).await.expect("a setting");
    client.batch_execute(WRITE).await.expect("written");
    let mut other = database.connect().await;
    let change = other.transaction().await.expect("a transaction");
    change.execute("update albums set first_release_year = 2018", &[]).await.expect("a year");
    client.execute("select search_catch_up(false)", &[]).await.expect("what is free");
    assert_eq!((names(&client).await, due(&client).await), (1, 1), "the artist; the album is being changed");
    change.commit().await.expect("changed");
    client.execute("select search_catch_up(true)", &[]).await.expect("the rest");
    assert_eq!((names(&client).await, due(&client).await), (2, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn loads_of_more_and_more_leave_what_writing_anew_would() {
    let (_database, store, client) = database().await;
    client.batch_execute(WRITE).await.expect("written");
    let records = [
        record(1, 30, "Honey", "<artist><id>3</id><name>Robyn</name></artist>"),
        record(2, 31, "Body Talk", "<artist><id>3</id><name>Robyn</name></artist>"),
        record(3, 0, "Kid A", "<artist><id>5</id><name>Radiohead</name></artist>"),
        record(4, 31, "Body Talk", "<artist><id>3</id><name>Robyn</name></artist>"),
    ];
    for upto in 1..=records.len() {
        let xml: Vec<String> = records[..upto].iter().map(|record| record.xml()).collect();
        load(&store, dump(&xml), &Options { batch: 1, ..Options::default() }).await.0.expect("loaded");
    }
    let found = searched(&client).await;
    assert!(found.iter().any(|row| row.contains("body talk")), "{found:?}");
    assert_eq!(searched_anew(&client).await, found);
}

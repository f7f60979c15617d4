//! Artists and albums that the catalogue has from elsewhere are the dump's, when enough says so.
use tokio_postgres::Client;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store::{Store, StudioAlbum};
use vinilogy_dump::Options;

use support::count;

use crate::xml::{Record, database, dump, load, record};

const PERSUADER: &str = "<artist><id>1</id><name>The Persuader</name></artist>";
const NIRVANA: &str = "<artist><id>125246</id><name>Nirvana</name></artist>";
const OTHER_NIRVANA: &str = "<artist><id>307513</id><name>Nirvana (2)</name></artist>";
const SINGLE: &str = r#"<format name="Vinyl" qty="1" text=""><descriptions><description>7"</description><description>Single</description></descriptions></format>"#;

async fn artist(store: &Store, name: &str, titles: &[&str]) -> i64 {
    let id = store.get_or_create_artist(name, None).await.expect("artist").id;
    let album = |title: &&str| StudioAlbum {
        mbid: uuid::Uuid::new_v4(),
        title: (*title).to_owned(),
        first_release_year: Some(1999),
        discogs_master_id: None,
    };
    let albums: Vec<StudioAlbum> = titles.iter().map(album).collect();
    store.save_albums(ArtistId::from(id), &albums).await.expect("albums");
    id
}

/// Kind, Discogs id, state and who decided.
async fn links(client: &Client) -> Vec<(String, String, String, String)> {
    let rows =
        client.query("select kind, service_id, state, decided_by from matches order by kind, service_id", &[]).await;
    rows.expect("matches").iter().map(|row| (row.get(0), row.get(1), row.get(2), row.get(3))).collect()
}

fn link(kind: &str, id: i64) -> (String, String, String, String) {
    (kind.to_owned(), id.to_string(), "accepted".to_owned(), "rule".to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_artist_and_an_album_that_are_known_are_not_made_again() {
    let (_database, store, client) = database().await;
    let known = artist(&store, "The Persuader", &["Stockholm"]).await;
    let xml = dump(&[
        record(1, 100, "Stockholm", PERSUADER).xml(),
        record(2, 200, "What Is The Time, Mr. Templar?", PERSUADER).xml(),
    ]);
    load(&store, xml.clone(), &Options::default()).await.0.expect("loaded");
    assert_eq!(count(&client, &format!("select discogs_id from artists where id = {known}")).await, 1);
    assert_eq!(count(&client, "select count(*) from artists").await, 1);
    assert_eq!(count(&client, "select discogs_master_id from albums where mbid is not null").await, 100);
    assert_eq!(count(&client, "select count(*) from albums").await, 2);
    assert_eq!(links(&client).await, [link("album", 100), link("artist", 1)]);
    let again = load(&store, xml, &Options::default()).await.0.expect("again");
    assert_eq!(again.stored.written, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_artists_of_one_name_the_albums_decide() {
    let (_database, store, client) = database().await;
    let known = artist(&store, "Nirvana", &["Nevermind", "In Utero"]).await;
    let xml =
        dump(&[record(1, 100, "Songs Of Yesteryear", OTHER_NIRVANA).xml(), record(2, 200, "Nevermind", NIRVANA).xml()]);
    load(&store, xml, &Options::default()).await.0.expect("loaded");
    assert_eq!(count(&client, &format!("select discogs_id from artists where id = {known}")).await, 125_246);
    assert_eq!(count(&client, "select count(*) from artists where name_key = 'nirvana'").await, 2);
    assert_eq!(links(&client).await, [link("album", 200), link("artist", 125_246)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_namesake_with_an_album_in_common_is_the_artist() {
    let (_database, store, client) = database().await;
    let known = artist(&store, "Nirvana", &["Songs Of Yesteryear", "Orange And Blue"]).await;
    load(&store, dump(&[record(1, 100, "Songs Of Yesteryear", OTHER_NIRVANA).xml()]), &Options::default())
        .await
        .0
        .expect("loaded");
    assert_eq!(count(&client, &format!("select discogs_id from artists where id = {known}")).await, 307_513);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_decided_is_not_decided_again() {
    let (_database, store, client) = database().await;
    let known = artist(&store, "The Persuader", &["Stockholm"]).await;
    client
        .execute(
            "insert into matches (kind, artist_id, service, service_id, score, state, decided_by)
             values ('artist', $1, 'discogs', '1', 0.9, 'rejected', 'hand')",
            &[&known],
        )
        .await
        .expect("a decision");
    load(&store, dump(&[record(1, 100, "Stockholm", PERSUADER).xml()]), &Options::default()).await.0.expect("loaded");
    assert_eq!(
        count(&client, &format!("select count(*) from artists where id = {known} and discogs_id is null")).await,
        1
    );
    assert_eq!(count(&client, "select count(*) from artists").await, 2);
    assert_eq!(count(&client, "select count(*) from matches").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_without_a_master_is_a_pressing_of_the_album_that_it_is_called_like() {
    let (_database, store, client) = database().await;
    artist(&store, "The Persuader", &["Stockholm"]).await;
    let xml = dump(&[record(1, 0, "Stockholm", PERSUADER).xml(), record(2, 0, "Stockholm (Live)", PERSUADER).xml()]);
    load(&store, xml.clone(), &Options::default()).await.0.expect("loaded");
    let of = "select discogs_id from releases where album_id = (select id from albums where mbid is not null)";
    assert_eq!(count(&client, of).await, 1);
    assert_eq!(count(&client, "select count(*) from albums where discogs_release_id = 2").await, 1);
    assert_eq!(links(&client).await, [link("artist", 1), link("pressing", 1)]);
    assert_eq!(load(&store, xml, &Options::default()).await.0.expect("again").stored.written, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_single_is_not_the_album_of_its_name() {
    let (_database, store, client) = database().await;
    artist(&store, "The Persuader", &["Stockholm"]).await;
    client.execute("update albums set studio = true", &[]).await.expect("a studio album");
    let single = Record { formats: SINGLE, ..record(1, 100, "Stockholm", PERSUADER) };
    load(&store, dump(&[single.xml()]), &Options::default()).await.0.expect("loaded");
    assert_eq!(
        count(&client, "select count(*) from albums where mbid is not null and discogs_master_id is null").await,
        1
    );
    load(&store, dump(&[single.xml(), record(2, 200, "Stockholm", PERSUADER).xml()]), &Options::default())
        .await
        .0
        .expect("the album");
    assert_eq!(count(&client, "select discogs_master_id from albums where mbid is not null").await, 200);
}

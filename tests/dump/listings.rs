//! Masters name the albums, artists bring the names on sleeves, and what was learnt after a dump stays.
use vinilogy_core::store::Pressing;
use vinilogy_dump::{Content, Options};

use support::{count, versions};

use crate::xml::{Record, database, dump, load, load_as, record, source};

const PERSUADER: &str = "<artist><id>1</id><name>The Persuader</name></artist>";
const MASTERS: &str = r#"<masters>
<master id="100"><main_release>9</main_release><artists><artist><id>1</id><name>The Persuader</name></artist></artists><genres><genre>Electronic</genre></genres><year>1998</year><title>Stockholm &amp; Surroundings</title><data_quality>Correct</data_quality></master>
<master id="101"><artists><artist><id>1</id><name>The Persuader</name></artist></artists><year>0</year><title>Nameless</title></master>
<master id="x"><title>Broken</title></master>
</masters>"#;
const ARTISTS: &str = r#"<artists>
<artist><images><image type="primary" uri=""/></images><id>1</id><name>The Persuader</name><realname>Jesper Dahlb&#228;ck</realname><namevariations><name>Persuader</name><name>The Presuader (2)</name><name>The Persuader</name></namevariations><aliases><name id="239">Jesper Dahlb&#228;ck</name></aliases></artist>
<artist><id>77</id><name>Somebody else</name><namevariations><name>Someone</name></namevariations></artist>
</artists>"#;

#[tokio::test(flavor = "multi_thread")]
async fn masters_name_the_albums_whichever_is_loaded_first() {
    let (_database, store, client) = database().await;
    let releases = dump(&[
        Record { master: Some((100, true)), ..record(1, 100, "Stockholm", PERSUADER) }.xml(),
        record(2, 101, "Something", PERSUADER).xml(),
    ]);
    let named = "select count(*) from albums where (title, first_release_year) = ('Stockholm & Surroundings', 1998) or (title = 'Nameless' and first_release_year is null)";
    load(&store, releases.clone(), &Options::default()).await.0.expect("releases");
    assert_eq!(count(&client, named).await, 0);
    let (masters, malformed) = load_as(&store, Content::Masters, MASTERS, &Options::default()).await;
    assert_eq!((masters.expect("masters").stored.written, malformed.len()), (4, 1), "two masters, two albums");
    assert_eq!(count(&client, named).await, 2);
    let before = versions(&client).await;
    let again = load_as(&store, Content::Masters, MASTERS, &Options::default()).await.0.expect("again");
    assert_eq!(again.stored.written, 0);
    load(&store, releases.clone(), &Options::default()).await.0.expect("releases again");
    assert_eq!(versions(&client).await, before, "the main release does not rename what its master named");
    let (_other, first, clean) = database().await;
    load_as(&first, Content::Masters, MASTERS, &Options::default()).await.0.expect("masters first");
    load(&first, releases, &Options::default()).await.0.expect("releases after");
    assert_eq!(count(&clean, named).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn names_on_sleeves_are_added_to_those_that_are_known() {
    let (_database, store, client) = database().await;
    load(&store, dump(&[record(1, 100, "Stockholm", PERSUADER).xml()]), &Options::default()).await.0.expect("releases");
    client.execute("update artists set aliases = '{Mr. P}'", &[]).await.expect("an alias");
    let artists = load_as(&store, Content::Artists, ARTISTS, &Options::default()).await.0.expect("artists");
    assert_eq!((artists.stored.records, artists.stored.written), (2, 1));
    let aliases: Vec<String> = client.query_one("select aliases from artists", &[]).await.expect("the artist").get(0);
    assert_eq!(aliases, ["Mr. P", "Persuader", "The Presuader"]);
    let again = load_as(&store, Content::Artists, ARTISTS, &Options::default()).await.0.expect("again");
    assert_eq!(again.stored.written, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_learnt_after_the_dump_was_made_stays() {
    let (_database, store, client) = database().await;
    let artist = store.get_or_create_artist("The Persuader", None).await.expect("artist").id;
    let insert = "insert into albums (artist_id, title, title_key, discogs_master_id) values ($1, 'Stockholm', 'stockholm', 100)";
    client.execute(insert, &[&artist]).await.expect("album");
    let listed = Pressing {
        discogs_id: 1,
        title: "Stockholm".to_owned(),
        country: Some("Norway".to_owned()),
        format: "LP, Album".to_owned(),
        official: true,
        ..Pressing::default()
    };
    store.save_releases(1.into(), &[listed]).await.expect("listed today");
    let red = r#"<format name="Vinyl" qty="1" text="Red"><descriptions><description>LP</description><description>Album</description></descriptions></format>"#;
    let xml = dump(&[Record { formats: red, ..record(1, 100, "Stockholm", PERSUADER) }.xml()]);
    let old = || source("discogs_20200801_releases.xml", xml.clone());
    vinilogy_dump::load(&store, Content::Releases, old(), &Options::default(), |_| {}).await.expect("an old dump");
    let row = client.query_one("select country, colour, detailed from releases", &[]).await.expect("pressing");
    assert_eq!((row.get(0), row.get(1), row.get(2)), ("Norway", "red", true), "only what lists do not say is added");
    assert_eq!(count(&client, "select count(*) from release_details").await, 1);
    let before = versions(&client).await;
    let again =
        vinilogy_dump::load(&store, Content::Releases, old(), &Options::default(), |_| {}).await.expect("again");
    assert_eq!((again.stored.written, versions(&client).await), (0, before));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressing_that_belongs_to_another_master_now_is_moved() {
    let (_database, store, client) = database().await;
    let records =
        |master| dump(&[record(1, master, "Stockholm", PERSUADER).xml(), record(2, 100, "Stockholm", PERSUADER).xml()]);
    load(&store, records(100), &Options::default()).await.0.expect("one month");
    load(&store, records(200), &Options::default()).await.0.expect("the next");
    let counts =
        "select string_agg(discogs_master_id || ':' || release_count, ' ' order by discogs_master_id) from albums";
    let counts: String = client.query_one(counts, &[]).await.expect("albums").get(0);
    assert_eq!(counts, "100:1 200:1");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_dump_alone_knows_is_asked_for_when_it_is_wanted() {
    let (_database, store, client) = database().await;
    load(&store, dump(&[record(1, 100, "Stockholm", PERSUADER).xml()]), &Options::default()).await.0.expect("releases");
    let month = std::time::Duration::from_secs(30 * 24 * 3600);
    assert!(store.albums_with_stale_prices(month, 10).await.expect("sweep").is_empty());
    assert!(store.releases_with_stale_details(month, 10).await.expect("sweep").is_empty());
    let album: i64 = client.query_one("select id from albums", &[]).await.expect("album").get(0);
    store.want_albums(&[album]).await.expect("wanted");
    assert_eq!(store.albums_with_stale_prices(month, 10).await.expect("sweep"), [album]);
    assert_eq!(store.releases_with_stale_details(month, 10).await.expect("sweep").len(), 1);
}

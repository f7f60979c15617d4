//! What a load makes of small dumps.
use vinilogy_core::store::Pressing;
use vinilogy_dump::{Error, Options};

use support::{count, versions};

use crate::xml::{LP, Record, content, database, dump, load, record};

const PERSUADER: &str = "<artist><id>1</id><name>The Persuader</name><anv/><join/><role/><tracks/></artist>";
const DUO: &str = "<artist><id>3</id><name>Josh Wink (2)</name><anv>Wink</anv><join>&amp;</join></artist>\
                   <artist><id>4</id><name>Ovum</name></artist>";

#[tokio::test(flavor = "multi_thread")]
async fn an_album_per_master_and_per_release_without_one() {
    let (_database, store, client) = database().await;
    let xml = dump(&[
        record(1, 100, "Stockholm", PERSUADER).xml(),
        Record { master: Some((100, true)), ..record(2, 100, "Stockholm &amp; More", PERSUADER) }.xml(),
        record(3, 0, "Stockholm", PERSUADER).xml(),
        record(4, 0, "Hypnotizin", DUO).xml(),
        Record {
            formats: r#"<format name="CD" qty="1" text="Vinyl replica"/>"#,
            ..record(5, 100, "Stockholm", PERSUADER)
        }
        .xml(),
    ]);
    let (loaded, malformed) = load(&store, xml, &Options::default()).await;
    let loaded = loaded.expect("loaded");
    assert!(loaded.whole && malformed.is_empty());
    assert_eq!((loaded.stored.records, loaded.stored.vinyl, loaded.stored.malformed), (5, 4, 0));
    let albums = client
        .query("select title, discogs_master_id, discogs_release_id, release_count from albums order by id", &[])
        .await
        .expect("albums");
    let albums: Vec<(String, Option<i64>, Option<i64>, i32)> =
        albums.iter().map(|row| (row.get(0), row.get(1), row.get(2), row.get(3))).collect();
    assert_eq!(
        albums,
        [
            ("Stockholm & More".to_owned(), Some(100), None, 2),
            ("Stockholm".to_owned(), None, Some(3), 1),
            ("Hypnotizin".to_owned(), None, Some(4), 1),
        ],
        "the main release names the album"
    );
    let wink = client.query_one("select name, name_key from artists where discogs_id = 3", &[]).await.expect("artist");
    assert_eq!((wink.get(0), wink.get(1)), ("Josh Wink", "josh wink"));
    let row = client.query_one(
        "select country, year, released, format, label, catno, official from releases where discogs_id = 1",
        &[],
    );
    let row = row.await.expect("pressing");
    assert_eq!((row.get(0), row.get(1), row.get(2)), ("Sweden", 1999_i16, "1999-03-00"));
    assert_eq!((row.get(3), row.get(4), row.get(5), row.get(6)), ("LP, Album", "Svek", "SK1", true));
}

#[tokio::test(flavor = "multi_thread")]
async fn all_fields_of_a_release_are_kept() {
    let (_database, store, client) = database().await;
    let rest = r#"<genres><genre>Electronic</genre></genres><styles><style>Deep House</style><style>Techno</style></styles>
        <notes>Recorded &lt;live&gt;&#13;
in &quot;Stockholm&quot;</notes>
        <tracklist><track><position/><title>First side</title><duration/></track>
        <track><position>A1</position><title>&#214;stermalm</title><duration>4:45</duration>
            <artists><artist><id>9</id><name>Guest (3)</name><anv/><join/></artist></artists><extraartists><artist><id>1</id></artist></extraartists></track>
        <track><position/><title>Suite</title><duration/><sub_tracks><track><position>A2.a</position><title>One</title><duration>1:00</duration></track></sub_tracks></track></tracklist>
        <identifiers><identifier type="Barcode" description="Text" value="5 012394 144777"/><identifier type="Matrix / Runout" value="A1"/></identifiers>
        <extraartists><artist><id>239</id><name>Jesper Dahlb&#228;ck</name><anv>J.D.</anv><join/><role>Producer</role><tracks>A1</tracks></artist></extraartists>
        <videos><video src="https://x" duration="1" embed="true"><title>T</title><description>D</description></video></videos>
        <companies><company><id>56025</id><name>MPO</name><catno/><entity_type>17</entity_type><entity_type_name>Pressed By</entity_type_name><resource_url>x</resource_url></company></companies>"#;
    let formats = r#"<format name="Vinyl" qty="2" text="180 Gram, Red"><descriptions><description>LP</description><description>Reissue</description></descriptions></format>"#;
    let xml = dump(&[Record { rest, formats, ..record(1, 100, "Stockholm", PERSUADER) }.xml()]);
    load(&store, xml, &Options::default()).await.0.expect("loaded");
    let row = client
        .query_one(
            "select concat_ws(' ', r.format, r.size_inches, r.kind, r.traits, r.colour, r.weight_grams), r.records, r.barcodes, d.tracks::text, d.labels::text, d.companies::text, d.identifiers::text,
                    d.formats::text, d.genres, d.styles, d.notes, d.artists::text, d.credits::text
             from releases r join release_details d on d.release_id = r.id",
            &[],
        )
        .await
        .expect("pressing");
    assert_eq!((row.get(0), row.get(1)), ("LP, Reissue 12 album {reissue} red 180", 2_i16));
    assert_eq!(row.get::<_, Vec<String>>(2), ["5012394144777"]);
    let json = |at: usize| -> String { row.get::<_, String>(at).replace(": ", ":").replace(", ", ",") };
    assert_eq!(
        json(3),
        r#"[{"title":"First side","heading":true,"position":""},{"title":"Östermalm","artists":"Guest","seconds":285,"position":"A1"},{"title":"Suite","heading":true,"position":""},{"title":"One","seconds":60,"position":"A2.a"}]"#
    );
    assert_eq!(json(4), r#"[{"name":"Svek","catno":"SK1","discogs_id":5}]"#);
    assert_eq!(json(5), r#"[{"name":"MPO","role":"Pressed By","discogs_id":56025}]"#);
    assert_eq!(
        json(6),
        r#"[{"type":"Barcode","value":"5 012394 144777","description":"Text"},{"type":"Matrix / Runout","value":"A1"}]"#
    );
    assert_eq!(json(7), r#"[{"qty":2,"name":"Vinyl","text":"180 Gram,Red","descriptions":["LP","Reissue"]}]"#);
    assert_eq!(
        (row.get::<_, Vec<String>>(8), row.get::<_, Vec<String>>(9)),
        (vec!["Electronic".to_owned()], vec!["Deep House".to_owned(), "Techno".to_owned()])
    );
    assert_eq!(row.get::<_, String>(10), "Recorded <live>\nin \"Stockholm\"");
    assert_eq!(json(11), r#"[{"name":"The Persuader","discogs_id":1}]"#);
    assert_eq!(json(12), r#"[{"name":"J.D.","role":"Producer","tracks":"A1","discogs_id":239}]"#);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_load_writes_nothing_and_a_changed_record_only_itself() {
    let (_database, store, client) = database().await;
    let records: Vec<String> = (1..=300).map(|id| record(id, id / 3, "Stockholm", PERSUADER).xml()).collect();
    let first = load(&store, dump(&records), &Options::default()).await.0.expect("loaded");
    assert!(first.stored.written > 700, "{first:?}");
    let before = versions(&client).await;
    let again = load(&store, dump(&records), &Options::default()).await.0.expect("again");
    assert_eq!((again.stored.records, again.stored.vinyl, again.stored.written), (300, 300, 0));
    assert_eq!(versions(&client).await, before);
    let mut changed = records.clone();
    changed[7] = changed[7].replace("<country>Sweden", "<country>Spain");
    let third = load(&store, dump(&changed), &Options::default()).await.0.expect("changed");
    assert_eq!(third.stored.written, 2, "the pressing and what is remembered of its record");
    let after = versions(&client).await;
    assert_eq!(after.iter().filter(|row| !before.contains(row)).count(), 2);
    assert_eq!(count(&client, "select count(*) from releases where country = 'Spain'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_services_said_of_a_pressing_stays() {
    let (_database, store, client) = database().await;
    let artist = store.get_or_create_artist("The Persuader", None).await.expect("artist");
    client
        .execute("insert into albums (artist_id, title, title_key, discogs_master_id) values ($1, 'Stockholm', 'stockholm', 100)", &[&artist.id])
        .await
        .expect("album");
    let known = Pressing {
        discogs_id: 1,
        title: "Stockholm".to_owned(),
        format: "LP, Album".to_owned(),
        official: true,
        have: Some(7),
        want: Some(3),
        thumb_url: Some("https://i/1.jpg".to_owned()),
        ..Pressing::default()
    };
    store.save_releases(1.into(), &[known]).await.expect("pressing");
    client
        .execute("update releases set rating_hundredths = 450, rating_votes = 9, for_sale = 2", &[])
        .await
        .expect("rating");
    let xml = dump(&[record(1, 100, "Stockholm", PERSUADER).xml(), record(2, 100, "Stockholm", PERSUADER).xml()]);
    load(&store, xml, &Options::default()).await.0.expect("loaded");
    let row = client
        .query_one("select have, want, rating_hundredths, for_sale, thumb_url, country, album_id from releases where discogs_id = 1", &[])
        .await
        .expect("pressing");
    assert_eq!((row.get(0), row.get(1), row.get(2), row.get(3)), (7, 3, 450, 2));
    assert_eq!((row.get(4), row.get(5), row.get(6)), ("https://i/1.jpg", "Sweden", 1_i64));
    assert_eq!(count(&client, "select count(*) from albums").await, 1, "the master's album was there");
    assert_eq!(count(&client, "select release_count::bigint from albums").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn broken_records_are_named_and_passed_over() {
    let (_database, store, client) = database().await;
    let mut records: Vec<String> = (1..=6).map(|id| record(id, 0, "Stockholm", PERSUADER).xml()).collect();
    records[1] = records[1].replace("</title>", "");
    records[3] = records[3].replace("id=\"4\"", "id=\"\"");
    records[4] = records[4][..200].to_owned();
    let (loaded, malformed) = load(&store, dump(&records), &Options::default()).await;
    let loaded = loaded.expect("loaded");
    assert_eq!((loaded.stored.records, loaded.stored.vinyl, loaded.stored.malformed), (6, 3, 3), "{malformed:?}");
    assert_eq!(malformed.iter().map(|(record, _)| *record).collect::<Vec<_>>(), [2, 4, 5]);
    assert!(malformed[0].1.contains(r#"<release id="2""#), "{malformed:?}");
    assert_eq!(count(&client, "select sum(discogs_id)::bigint from releases").await, 1 + 3 + 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_bytes_hurt_their_own_record_only() {
    let (_database, store, client) = database().await;
    let mut xml = dump(&[record(1, 0, "Stockholm", PERSUADER).xml()]).into_bytes();
    let broken = record(2, 0, "BYTE", PERSUADER).xml().into_bytes();
    let at = xml.windows(11).position(|bytes| bytes == b"</releases>").expect("the end");
    let nul = record(3, 0, "nul &#0; here", PERSUADER).xml();
    let odd = record(4, 0, "&nonsense;", PERSUADER).xml();
    let twice = record(1, 0, "Stockholm again", PERSUADER).xml();
    let broken: Vec<u8> = broken.into_iter().map(|byte| if byte == b'Y' { 0xff } else { byte }).collect();
    let more = [broken, nul.into_bytes(), odd.into_bytes(), twice.into_bytes()].concat();
    xml.splice(at..at, more);
    let (loaded, malformed) = load(&store, xml, &Options::default()).await;
    assert_eq!(loaded.expect("loaded").stored.records, 5);
    assert!(
        malformed.iter().any(|(record, _)| *record == 2) && malformed.iter().any(|(record, _)| *record == 4),
        "{malformed:?}"
    );
    let title: String =
        client.query_one("select title from releases where discogs_id = 1", &[]).await.expect("pressing").get(0);
    assert_eq!(title, "Stockholm again", "of two records of one id the later counts");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_stops_and_the_next_load_goes_on() {
    let (_database, store, client) = database().await;
    let records: Vec<String> = (1..=50).map(|id| record(id, id / 2, "Stockholm", PERSUADER).xml()).collect();
    let limited = |limit| Options { limit, ..Options::default() };
    let first = load(&store, dump(&records), &limited(20)).await.0.expect("limited");
    assert_eq!((first.stored.records, first.whole), (20, false));
    assert_eq!(count(&client, "select count(*) from releases").await, 20);
    let second = load(&store, dump(&records), &limited(u64::MAX)).await.0.expect("the rest");
    assert_eq!((second.resumed_at, second.stored.records, second.stored.vinyl, second.whole), (20, 50, 50, true));
    let (_other, whole, clean) = database().await;
    load(&whole, dump(&records), &limited(u64::MAX)).await.0.expect("at once");
    assert_eq!(content(&client).await, content(&clean).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_cut_off_is_loaded_as_far_as_it_goes_and_can_be_resumed() {
    let (_database, store, client) = database().await;
    let records: Vec<String> = (1..=50).map(|id| record(id, id / 2, "Stockholm", PERSUADER).xml()).collect();
    let whole = dump(&records);
    let cut = &whole[..whole.len() / 2];
    let (loaded, _) = load(&store, cut, &Options::default()).await;
    let error = loaded.expect_err("cut off");
    assert!(matches!(&error, Error::Truncated { records, .. } if (20..30).contains(records)), "{error}");
    assert!(error.to_string().contains("cut off"), "{error}");
    let stored = count(&client, "select count(*) from releases").await;
    assert!((20..30).contains(&stored), "{stored}");
    load(&store, whole, &Options::default()).await.0.expect("whole");
    assert_eq!(count(&client, "select count(*) from releases").await, 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_a_dump_is_refused() {
    let (_database, store, client) = database().await;
    for nonsense in [
        "",
        "<html><body>Not found</body></html>",
        "{\"message\": \"x\"}",
        "<masters></masters>",
        "\u{1f}\u{8b}damaged",
    ] {
        let error = load(&store, nonsense, &Options::default()).await.0.expect_err(nonsense);
        assert!(matches!(error, Error::NotADump { .. } | Error::Truncated { .. }), "{nonsense}: {error}");
    }
    let empty =
        load(&store, "<?xml version=\"1.0\"?>\n<releases>\n</releases>", &Options::default()).await.0.expect("empty");
    assert_eq!(empty.stored.records, 0);
    assert_eq!(count(&client, "select count(*) from artists").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_not_taken_for_somebody() {
    const VARIOUS: &str = "<artist><id>194</id><name>Various</name></artist>";
    const TRADITIONAL: &str = "<artist><id>151641</id><name>Traditional</name><join>,</join></artist><artist><id>1</id><name>The Persuader</name></artist>";
    let (_database, store, client) = database().await;
    let band = store.get_or_create_artist("Various", None).await.expect("a band of that name");
    let xml = dump(&[
        record(1, 0, "Hits", VARIOUS).xml(),
        record(2, 0, "Songs", TRADITIONAL).xml(),
        record(3, 0, "White Label", "").xml(),
        Record { formats: LP, ..record(4, 0, "Nameless", "<artist><id>0</id><name/></artist>") }.xml(),
    ]);
    load(&store, xml, &Options::default()).await.0.expect("loaded");
    let of = |id: i64| {
        format!(
            "select a.discogs_id from releases r join albums al on al.id = r.album_id join artists a on a.id = al.artist_id where r.discogs_id = {id}"
        )
    };
    for (release, artist) in [(1, 194), (2, 1), (3, 355), (4, 355)] {
        assert_eq!(count(&client, &of(release)).await, artist, "{release}");
    }
    let query = format!("select count(*) from artists where id = {} and discogs_id is null", band.id);
    assert_eq!(count(&client, &query).await, 1);
}

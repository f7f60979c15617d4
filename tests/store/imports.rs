//! Imports part by part, and the admission of what they ask for.
use support::{TestDatabase, listener};
use vinilogy_core::domain::ids::{ArtistId, ImportId, UserId};
use vinilogy_core::domain::imports::Layout;
use vinilogy_core::store::{Admitted, Error, Import, ImportPart, Refused, Source, Store, Wish, file_layout};

/// A day's cap whose share of an hour is this.
fn an_hour_of(artists: i64) -> i64 {
    artists * 24
}

fn wish(name: &str, position: i32) -> Wish {
    Wish { name: name.to_owned(), mbid: None, position, rating: None, image_url: None }
}

async fn started(store: &Store, user: UserId, file: &str) -> Import {
    let object_key = format!("imports/{file}");
    let import =
        store.create_import(user, Source::Csv { object_key: &object_key, artist_column: None }).await.expect("created");
    assert!(store.start_import(ImportId::from(import.id)).await.expect("started"));
    store.import(ImportId::from(import.id)).await.expect("the import")
}

/// An import of a listener with these artists, read to its end.
async fn wished(store: &Store, user: UserId, file: &str, names: &[String]) -> Import {
    let import = started(store, user, file).await;
    let wishes = (1..).zip(names).map(|(position, name)| wish(name, position)).collect();
    let part = ImportPart { next: 1, line: 2, wishes, is_last: true, ..ImportPart::default() };
    assert!(store.save_import_part(&import, &part).await.expect("written"));
    store.import(ImportId::from(import.id)).await.expect("the import")
}

fn names(start: &str, count: usize) -> Vec<String> {
    (0..count).map(|n| format!("{start} {n:05}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_is_written_once_with_what_it_held() {
    let database = TestDatabase::create().await;
    let store = database.store(4);
    let (user, _) = listener(&store, "ana").await;
    let known = store.get_or_create_artist("Björk", None).await.expect("artist").id;
    let import = started(&store, user, "a.csv").await;
    let mbid = "a74b1b7f-71a5-4011-9441-d0b5e4122711".parse().expect("an id");
    let wishes = vec![
        Wish { rating: Some(4.5), ..wish("BJORK", 2) },
        wish("Sky (4)", 3),
        Wish { image_url: Some("https://x.org/b.jpg".to_owned()), rating: Some(1.0), ..wish("Björk", 4) },
        Wish { mbid: Some(mbid), ..wish("Radiohead", 5) },
    ];
    let refused = vec![Refused { line: 6, reason: "it names no artist".to_owned(), excerpt: ",5".to_owned() }];
    let part = ImportPart { from: 0, next: 90, line: 7, wishes, refused, is_last: false };

    assert!(store.save_import_part(&import, &part).await.expect("written"));
    assert!(!store.save_import_part(&import, &part).await.expect("no error"), "the same part is written once");

    let import = store.import(ImportId::from(import.id)).await.expect("the import");
    assert_eq!((import.next, import.line, import.state.as_str()), (90, 7, "reading"));
    assert_eq!((import.rows, import.wished, import.repeated, import.refused, import.pending), (5, 3, 1, 1, 3));
    assert_eq!(import.rating_top, Some(4.5));
    let client = database.connect().await;
    let rows = client
        .query(
            "select a.id, a.name, a.mbid::text, w.position, w.rating, w.image_url, w.state, w.caller
             from wishes w join artists a on a.id = w.artist_id order by w.position",
            &[],
        )
        .await
        .expect("rows");
    type Shown = (i64, String, i32, Option<f32>, Option<String>);
    let shown: Vec<Shown> =
        rows.iter().map(|row| (row.get(0), row.get(1), row.get(3), row.get(4), row.get(5))).collect();
    assert_eq!(shown[0], (known, "Björk".to_owned(), 2, Some(4.5), Some("https://x.org/b.jpg".to_owned())));
    assert_eq!((shown[1].1.as_str(), shown[2].1.as_str()), ("Sky", "Radiohead"), "known by name only");
    assert_eq!(rows[2].get::<_, Option<String>>(2), Some(mbid.to_string()));
    assert!(rows.iter().all(|row| row.get::<_, i64>(7) == user.get() && row.get::<_, &str>(6) == "waiting"));
    let report = store.refused_rows(ImportId::from(import.id), 0, 10).await.expect("the report");
    assert_eq!(
        (report[0].line, report[0].reason.as_str(), report[0].excerpt.as_str()),
        (6, "it names no artist", ",5")
    );
    assert!(store.refused_rows(ImportId::from(import.id), 6, 10).await.expect("the report").is_empty());

    let part = ImportPart { from: 90, next: 99, line: 8, wishes: vec![wish("björk", 7)], is_last: true, ..part };
    assert!(store.save_import_part(&import, &ImportPart { refused: Vec::new(), ..part }).await.expect("written"));
    let import = store.import(ImportId::from(import.id)).await.expect("the import");
    assert_eq!((import.rows, import.wished, import.repeated, import.state.as_str()), (6, 3, 2, "done"));
    assert!(import.finished_at.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_joined_started_stopped_and_found_when_it_stalls() {
    let database = TestDatabase::create().await;
    let store = database.store(4);
    let (user, _) = listener(&store, "ana").await;
    let tags = ["indie".to_owned(), "rock".to_owned()];
    let source = Source::Tags { tags: &tags, per_tag: 50 };
    let first = store.get_or_create_import(source).await.expect("an import");
    assert_eq!(store.get_or_create_import(source).await.expect("the same").id, first.id);
    let other = store.get_or_create_import(Source::Tags { tags: &tags, per_tag: 60 }).await.expect("another");
    assert_ne!(other.id, first.id);
    let file = Source::Csv { object_key: "imports/x.csv", artist_column: Some(2) };
    let import = store.get_or_create_import(file).await.expect("an import");
    assert_eq!(store.get_or_create_import(file).await.expect("the same").id, import.id);
    assert!(matches!(store.create_import(user, file).await, Err(Error::Conflict(_))), "one import per file");

    let id = ImportId::from(import.id);
    assert_eq!(store.unfinished_imports(user).await.expect("none"), 0);
    started(&store, user, "hers.csv").await;
    assert_eq!(store.unfinished_imports(user).await.expect("hers"), 1);
    assert!(store.start_import(id).await.expect("started"));
    assert!(!store.start_import(id).await.expect("no error"), "it is started already");
    let layout = Layout::of(b"year,artist\n1,Low\n", true, None).expect("a layout");
    let saved = store.save_layout(id, &layout, 17, "etag").await.expect("saved");
    let later = Layout::of(b"artist\nLow\n", true, None).expect("a layout");
    let kept = store.save_layout(id, &later, 11, "other").await.expect("kept");
    assert_eq!((file_layout(&kept), kept.size, kept.etag), (Some(layout), Some(17), saved.etag), "found once");

    let quiet = std::time::Duration::from_secs(600);
    assert!(store.stalled_imports(quiet, 10).await.expect("none").is_empty());
    let age = "update imports set read_at = now() - interval '1 hour'";
    database.connect().await.batch_execute(age).await.expect("an hour later");
    let stalled = store.stalled_imports(quiet, 10).await.expect("both");
    assert_eq!(stalled.len(), 2);
    store.import_waits(id, "no file").await.expect("waits");
    assert_eq!(store.stalled_imports(quiet, 10).await.expect("hers").len(), 1);
    assert!(store.start_import(id).await.expect("started again"));
    store.import_failed(id, "no list").await.expect("failed");
    let failed = store.import(id).await.expect("the import");
    assert_eq!((failed.state.as_str(), failed.note.as_deref()), ("failed", Some("no list")));
    assert!(!store.start_import(id).await.expect("no error"));
}

#[tokio::test(flavor = "multi_thread")]
async fn callers_take_turns_and_the_popular_come_first() {
    let database = TestDatabase::create().await;
    let store = database.store(4);
    let (ana, _) = listener(&store, "ana").await;
    let (eve, _) = listener(&store, "eve").await;
    for (name, listeners) in [("A 00040", 10), ("A 00030", 500)] {
        let id = store.get_or_create_artist(name, None).await.expect("artist").id;
        let known = format!("update artists set listeners = {listeners} where id = {id}");
        database.connect().await.batch_execute(&known).await.expect("known");
    }
    let hers = wished(&store, ana, "a.csv", &names("A", 50)).await;
    let theirs = wished(&store, eve, "e.csv", &names("E", 3)).await;
    // Hers are 50 and theirs 3: six of the first six turns are shared, then only she waits.
    assert_eq!(store.wishes_ahead(&hers).await.expect("a number"), 53);
    assert_eq!(store.wishes_ahead(&theirs).await.expect("a number"), 6);

    let admitted = store.admit_artists(an_hour_of(8)).await.expect("admitted");
    let mut by: Vec<(i64, String)> = Vec::new();
    for Admitted { caller, artist_id } in &admitted {
        let artist = store.artist(ArtistId::from(*artist_id)).await.expect("artist");
        assert!(artist.wanted_at.is_some());
        by.push((*caller, artist.name));
    }
    let of = |user: UserId| by.iter().filter(|(c, _)| *c == user.get()).map(|(_, n)| n.as_str()).collect::<Vec<_>>();
    assert_eq!(of(ana), ["A 00030", "A 00040", "A 00000", "A 00001", "A 00002"]);
    assert_eq!(of(eve), ["E 00000", "E 00001", "E 00002"]);
    assert!(by[..6].iter().filter(|(caller, _)| *caller == eve.get()).count() == 3, "in turns: {by:?}");
    assert!(store.admit_artists(an_hour_of(8)).await.expect("no error").is_empty(), "the hour's share is used");

    // Another hour; somebody new has waited longest.
    let hour = "update wishes set admitted_at = admitted_at - interval '61 minutes' where state = 'admitted'";
    database.connect().await.batch_execute(hour).await.expect("an hour later");
    let (new, _) = listener(&store, "new").await;
    wished(&store, new, "n.csv", &names("N", 9)).await;
    let admitted = store.admit_artists(an_hour_of(5)).await.expect("admitted");
    assert_eq!(admitted.iter().filter(|a| a.caller == new.get()).count(), 5, "who was given nothing yet is first");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_has_its_cap_and_what_is_wanted_already_does_not_count() {
    let database = TestDatabase::create().await;
    let store = database.store(4);
    let (ana, _) = listener(&store, "ana").await;
    let (eve, _) = listener(&store, "eve").await;
    let hers = wished(&store, ana, "a.csv", &names("A", 20)).await;
    let theirs = wished(&store, eve, "e.csv", &names("A", 5)).await;
    // Somebody asks for the first three by hand.
    for name in names("A", 3) {
        let id = store.get_or_create_artist(&name, None).await.expect("artist").id;
        store.want_artist(ArtistId::from(id)).await.expect("wanted");
    }
    let admitted = store.admit_artists(100).await.expect("admitted");
    assert_eq!(admitted.len(), 5, "an hour's share of a hundred, rounded up");
    let client = database.connect().await;
    let counts = "select state || ' ' || count(*) from wishes where import_id = $1 group by state order by state";
    let mut shown = Vec::new();
    for import in [&hers, &theirs] {
        let rows = client.query(counts, &[&import.id]).await.expect("counts");
        shown.push(rows.iter().map(|row| row.get::<_, String>(0)).collect::<Vec<_>>().join(", "));
    }
    assert!(
        shown[1].ends_with("present 3") || shown[1].ends_with("present 5") || shown[1].ends_with("present 4"),
        "{shown:?}"
    );
    for import in [&hers, &theirs] {
        let waiting = "select count(*) from wishes where import_id = $1 and state = 'waiting'";
        let waiting: i64 = client.query_one(waiting, &[&import.id]).await.expect("a count").get(0);
        assert_eq!(store.import(ImportId::from(import.id)).await.expect("import").pending, waiting, "{shown:?}");
    }

    for _ in 0..30 {
        let hour = "update wishes set admitted_at = admitted_at - interval '61 minutes' where state = 'admitted'";
        client.batch_execute(hour).await.expect("an hour later");
        store.admit_artists(12).await.expect("admitted");
        let day = "select count(*) from wishes where state = 'admitted' and admitted_at > now() - interval '24 hours'";
        let day: i64 = client.query_one(day, &[]).await.expect("a count").get(0);
        assert!(day <= 12, "{day} in a day");
    }
    let left: i64 = client.query_one("select sum(pending)::bigint from imports", &[]).await.expect("a sum").get(0);
    assert_eq!(left, 0);
    let admitted: i64 =
        client.query_one("select count(*) from wishes where state = 'admitted'", &[]).await.expect("a count").get(0);
    assert_eq!(admitted, 17, "each artist once, those wanted by hand not at all");
    assert!(store.admit_artists(100).await.expect("no error").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_gone_waits_for_nothing() {
    let database = TestDatabase::create().await;
    let store = database.store(4);
    let (ana, _) = listener(&store, "ana").await;
    let import = wished(&store, ana, "a.csv", &names("A", 5)).await;
    let client = database.connect().await;
    client.batch_execute("delete from users").await.expect("deleted");
    assert!(matches!(store.import(ImportId::from(import.id)).await, Err(Error::NotFound)));
    assert!(store.admit_artists(100).await.expect("no error").is_empty());
    let part = ImportPart { from: 1, next: 2, wishes: vec![wish("B", 1)], ..ImportPart::default() };
    assert!(!store.save_import_part(&import, &part).await.expect("no error"));
    assert_eq!(client.query_one("select count(*) from wishes", &[]).await.expect("a count").get::<_, i64>(0), 0);
}

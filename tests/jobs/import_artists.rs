//! Lists of artists become wishes, part by part, and wishes become wanted artists.
use support::{TestApp, listener};
use vinilogy_app::jobs::{AdmitArtists, ImportArtists, IngestArtist, Job, JobError, Outcome, SweepImports};
use vinilogy_core::domain::ids::ImportId;
use vinilogy_core::store::{Import, Source};

use crate::twice::twice;

async fn import(app: &TestApp, id: i64) -> Import {
    app.store().import(ImportId::from(id)).await.expect("the import")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_becomes_wishes() {
    let app = TestApp::start().await;
    let (user, _) = listener(app.store(), "ana").await;
    let file = "artist,rating,image\nRadiohead,5,https://x.org/r.jpg\nPortishead,4,\nNobody Knows Them,3,\n,2,\n";
    let id = app.started_import(user, "a.csv", file.as_bytes().to_vec()).await;
    let outcome = twice(&app, ImportArtists::Started { import_id: id }, async || {}).await;
    assert_eq!(outcome, Outcome::Done(4));
    let read = import(&app, id).await;
    assert_eq!((read.state.as_str(), read.rows, read.wished, read.refused, read.pending), ("done", 4, 3, 1, 3));
    assert_eq!((read.next, read.size), (i64::try_from(file.len()).expect("a length"), Some(read.next)));
    assert_eq!(app.count("select count(*) from artists where wanted_at is not null").await, 0, "nobody wants them yet");
    let kept = "select count(*) from wishes where rating = 5 and image_url = 'https://x.org/r.jpg' and position = 2";
    assert_eq!(app.count(kept).await, 1);

    // What was wished for is ingested as if somebody had asked for it.
    assert_eq!(app.run(AdmitArtists::default()).await.expect("admitted"), Outcome::Done(3));
    let event = app.receive::<IngestArtist>().await;
    assert_eq!(event.records.len(), 3);
    assert!(event.records.iter().all(|m| m.attributes["MessageGroupId"] == user.to_string()), "on her behalf");
    app.work_off::<IngestArtist>(&app.context, event).await;
    assert_eq!(app.drain().await.failed, 0);
    assert_eq!(app.count("select count(*) from artists where albums_fetched_at is not null").await, 2);
    assert_eq!(app.count("select count(*) from artists where note is not null").await, 1);
    assert!(matches!(app.run(AdmitArtists::default()).await, Ok(Outcome::Skipped(_))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_file_is_read_part_by_part() {
    let app = TestApp::start().await;
    let (user, _) = listener(app.store(), "ana").await;
    let rows: String =
        (0..40_000).map(|n| format!("A band whose name is number {};{}\n", n % 30_000, n % 11)).collect();
    let file = format!("artist;rating\n{rows}").into_bytes();
    let parts = file.len().div_ceil(256 * 1024);
    let id = app.started_import(user, "long.csv", file).await;
    app.context.queues().await.send(&ImportArtists::Started { import_id: id }).await.expect("sent");
    let drained = app.drain_queue::<ImportArtists>().await;
    assert!(drained.failed == 0 && (parts..=parts + 1).contains(&drained.received), "{drained:?} for {parts} parts");
    let read = import(&app, id).await;
    assert_eq!((read.state.as_str(), read.rows, read.wished, read.repeated), ("done", 40_000, 30_000, 10_000));
    assert_eq!((read.pending, read.rating_top, read.line), (30_000, Some(10.0), 40_002));
    assert_eq!(app.count("select count(distinct name_key) from artists").await, 30_000);
    let places =
        "select count(*) from wishes w join artists a on a.id = w.artist_id where a.name like '% ' || w.position - 2";
    assert_eq!(app.count(places).await, 30_000, "each at its line");
}

#[tokio::test(flavor = "multi_thread")]
async fn tags_become_wishes_one_call_each() {
    let app = TestApp::start().await;
    let tags =
        ImportArtists::Tags { tags: vec!["rock".into(), "thistagdoesntexist".into(), "indie".into()], per_tag: 10 };
    let body = serde_json::to_string(&tags).expect("a body");
    assert_eq!(body, r#"{"tags":["rock","thistagdoesntexist","indie"],"per_tag":10}"#);
    app.send_body::<ImportArtists>(&body).await;
    assert_eq!(app.drain_queue::<ImportArtists>().await.failed, 0);
    assert_eq!(app.sim.control().calls().lastfm.endpoint("tag.getTopArtists"), 3);
    let read = import(&app, app.count("select id from imports").await).await;
    assert_eq!((read.state.as_str(), read.rows, read.refused), ("done", 21, 1));
    assert_eq!((read.wished + read.repeated, read.user_id), (20, None));
    assert_eq!(app.count("select max(position)::bigint from wishes").await, 10);
    let why = "select count(*) from import_refusals where line = 2 and excerpt = 'thistagdoesntexist'";
    assert_eq!(app.count(why).await, 1);
    assert_eq!(
        twice(&app, tags, async || {}).await,
        Outcome::Skipped("read to its end"),
        "asked for again, it is the same one"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operators_file_is_imported_by_one_message() {
    let app = TestApp::start().await;
    app.put_upload("imports/ours.csv", "Low\nEels\nTyler, The Creator\n".as_bytes().to_vec()).await;
    app.send_body::<ImportArtists>(r#"{"object_key": "imports/ours.csv"}"#).await;
    assert_eq!(app.drain_queue::<ImportArtists>().await.failed, 0);
    assert_eq!(app.count("select count(*) from wishes where caller = 0").await, 3);
    for wrong in [r#"{"object_key": "raw/x"}"#, r#"{"tags": []}"#, r#"{"tags": ["rock"], "per_tag": 0}"#] {
        let job: ImportArtists = serde_json::from_str(wrong).expect("a job");
        assert!(matches!(app.run(job).await, Err(JobError::Retry(_))), "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_is_given_up_with_its_reason() {
    let app = TestApp::start().await;
    let (user, _) = listener(app.store(), "ana").await;
    let gone = ImportArtists::Started { import_id: 999 };
    assert_eq!(app.run(gone).await.expect("no error"), Outcome::Skipped("no such import"));
    for (name, file, reason) in [
        ("empty.csv", &b""[..], "the file is empty"),
        ("book.csv", b"PK\x03\x04\x14\0\x06\0\x08\0", "this is no text: save the list as CSV"),
        ("long.csv", &[b'x'; 100_000], "a line is longer than any row: this is no list"),
    ] {
        let id = app.started_import(user, name, file.to_vec()).await;
        let outcome = app.run(ImportArtists::Started { import_id: id }).await.expect("no error");
        assert_eq!(outcome, Outcome::GaveUp(reason.to_owned()));
        let failed = import(&app, id).await;
        assert_eq!((failed.state.as_str(), failed.note.as_deref()), ("failed", Some(reason)));
    }
    app.assert_queues_empty().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_replaced_while_it_is_read_is_not_mixed_with_the_other() {
    let app = TestApp::start().await;
    let (user, _) = listener(app.store(), "ana").await;
    let file = |what: &str| (0..40_000).map(|n| format!("{what} number {n:06}\n")).collect::<String>().into_bytes();
    let id = app.started_import(user, "a.csv", file("One")).await;
    app.run(ImportArtists::Started { import_id: id }).await.expect("the first part");
    app.put_upload("imports/a.csv", file("Two")).await;
    let outcome = app.run(ImportArtists::Started { import_id: id }).await.expect("no error");
    assert!(matches!(&outcome, Outcome::GaveUp(reason) if reason.starts_with("the file was replaced")), "{outcome:?}");
    assert_eq!(app.count("select count(*) from artists where name like 'Two%'").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stalled_import_is_found_and_read_on() {
    let app = TestApp::start().await;
    let (user, _) = listener(app.store(), "ana").await;
    let id = app.started_import(user, "a.csv", b"Low\nEels\n".to_vec()).await;
    assert_eq!(app.run(SweepImports::default()).await.expect("no error"), Outcome::Skipped("nothing is stale"));
    let age = "update imports set read_at = now() - interval '20 minutes'";
    app.database.connect().await.batch_execute(age).await.expect("older");
    assert_eq!(app.run(SweepImports::default()).await.expect("found"), Outcome::Done(1), "{}", SweepImports::NAME);
    let depth = app.depth::<ImportArtists>(false).await;
    assert_eq!(depth.visible + depth.delayed, 1);
    app.run(ImportArtists::Started { import_id: id }).await.expect("read");
    assert_eq!(import(&app, id).await.state, "done");
    assert_eq!(app.run(SweepImports::default()).await.expect("no error"), Outcome::Skipped("nothing is stale"));
    let source = Source::Csv { object_key: "imports/waiting.csv", artist_column: None };
    app.store().create_import(user, source).await.expect("one that waits for its file");
    app.database.connect().await.batch_execute(age).await.expect("older");
    assert_eq!(app.run(SweepImports::default()).await.expect("no error"), Outcome::Skipped("nothing is stale"));
}

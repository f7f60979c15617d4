//! `ingest_images`: the picture of an artist, the cover of an album.
use std::collections::BTreeSet;

use support::TestApp;
use vinilogy_app::jobs::{IngestArtist, IngestImages, IngestReleases, Job, JobError, Outcome};
use vinilogy_core::store::Pictured;
use vinilogy_sim::{Fault, Hostile, Rule, Upstream};

use crate::twice::twice;

/// Ingests an artist with all its albums and pressings, and leaves their pictures to the test.
async fn unpictured(app: &TestApp, name: &str) -> Vec<i64> {
    let albums = app.albums_of(name).await;
    for &album_id in &albums {
        app.run(IngestReleases { album_id }).await.expect("the pressings are ingested");
    }
    app.forget().await;
    albums
}

/// One text of a query.
async fn text(app: &TestApp, query: &str) -> Option<String> {
    app.database.connect().await.query_one(query, &[]).await.expect("a row").get(0)
}

async fn cover(app: &TestApp, album_id: i64) -> String {
    text(app, &format!("select cover_url from albums where id = {album_id}")).await.expect("a cover")
}

async fn source(app: &TestApp, album_id: i64) -> Option<String> {
    text(app, &format!("select source from images where album_id = {album_id}")).await
}

/// The first album whose cover comes from this source, with its key.
async fn album_from(app: &TestApp, albums: &[i64], wanted: Option<&str>) -> i64 {
    for &album_id in albums {
        app.run(IngestImages::Album { album_id }).await.expect("pictured");
        if source(app, album_id).await.as_deref() == wanted {
            return album_id;
        }
    }
    panic!("none of {} albums has a cover from {wanted:?}", albums.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cover_is_mirrored_in_three_sizes_and_the_choice_explained() {
    let app = TestApp::start().await;
    let albums = unpictured(&app, "Radiohead").await;
    let album_id = album_from(&app, &albums, Some("coverartarchive")).await;
    app.database.connect().await.execute("delete from images", &[]).await.expect("forgotten");
    app.database.connect().await.execute("delete from upstream_requests", &[]).await.expect("forgotten");
    app.forget().await;

    let outcome = twice(&app, IngestImages::Album { album_id }, async || {
        let cover = cover(&app, album_id).await;
        let folder =
            cover.strip_suffix("/300.webp").and_then(|path| path.strip_prefix('/')).expect("a path of ours").to_owned();
        let (archived, mirrored) = (app.archived().await, app.mirrored().await);
        for size in ["150", "300", "600"] {
            assert!(mirrored.contains(&format!("{folder}/{size}.webp")), "{folder}/{size}.webp");
        }
        let calls = app.sim.control().calls().coverartarchive;
        assert_eq!((calls.endpoint("release-group"), calls.endpoint("index"), calls.endpoint("picture")), (1, 1, 1));
        // Bytes are in the mirror, what they were is in the archive.
        assert_eq!(archived.iter().filter(|key| key.starts_with("raw/coverartarchive/image/")).count(), 1);
        let evidence = format!("select candidates::text from images where album_id = {album_id}");
        let evidence = text(&app, &evidence).await.expect("evidence");
        assert!(evidence.contains("\"chosen\"") && evidence.matches("\"not_asked\"").count() == 2, "{evidence}");
    })
    .await;

    assert_eq!(outcome, Outcome::Done(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_album_has_a_cover_from_the_best_source_that_has_one_or_the_placeholder() {
    let app = TestApp::start().await;
    let mut albums = unpictured(&app, "Radiohead").await;
    albums.extend(unpictured(&app, "Pink Floyd").await);
    for &album_id in &albums {
        assert_eq!(app.run(IngestImages::Album { album_id }).await.expect("pictured"), Outcome::Done(1));
    }
    let sources = |source: &str| format!("select count(*) from images where source = '{source}'");
    assert!(app.count(&sources("coverartarchive")).await > 0);
    assert!(app.count(&sources("discogs")).await > 0);
    // The grey star is never shown, and nothing comes from a source while a better one has a picture.
    assert_eq!(
        app.count("select count(*) from images where source_url like '%2a96cbd8b46e442fc41c2b86b821562f%'").await,
        0
    );
    let later = "select count(*) from images, jsonb_array_elements(candidates) with ordinality c (c, place)
                 where c ->> 'outcome' = 'chosen' and exists (
                     select from jsonb_array_elements(candidates) with ordinality e (e, before)
                     where before < place and e ->> 'outcome' not in ('nothing', 'refused'))";
    assert_eq!(app.count(later).await, 0);
    let shown = "select count(*) from albums a join images i on i.album_id = a.id
                 where a.cover_url <> '/images/' || coalesce(i.hash, 'placeholder') || '/300.webp'";
    assert_eq!(app.count(shown).await, 0);
    assert_eq!(app.count("select count(*) from images").await, albums.len() as i64);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_artists_picture_is_discogs_primary_one_and_the_star_is_none() {
    let app = TestApp::start().await;
    let names = app.sim.control().world().artist_names();
    let mut states = BTreeSet::new();
    for name in &names[..8] {
        let artist_id = app.store().get_or_create_artist(name, None).await.expect("artist").id;
        // With the Discogs id that MusicBrainz links.
        app.run(IngestArtist::Known { artist_id }).await.expect("ingested");
        app.forget().await;
        assert_eq!(twice(&app, IngestImages::Artist { artist_id }, async || {}).await, Outcome::Done(1));
        let state =
            text(&app, &format!("select coalesce(source, state) from images where artist_id = {artist_id}")).await;
        let shown = text(&app, &format!("select image_url from artists where id = {artist_id}")).await.expect("shown");
        assert_eq!(shown == "/images/placeholder/300.webp", state.as_deref() == Some("none"), "{name}: {shown}");
        states.extend(state);
    }
    assert_eq!(states.into_iter().collect::<Vec<_>>(), ["discogs", "none"]);
    let why = "select string_agg(distinct c ->> 'why', ';') from images, jsonb_array_elements(candidates) c where c ->> 'source' = 'lastfm'";
    assert!(text(&app, why).await.expect("a reason").contains("the grey star"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_identical_picture_is_stored_once() {
    let app = TestApp::start().await;
    let albums = unpictured(&app, "Radiohead").await;
    // Two albums of one master have its picture, where no group has one of its own.
    let shared = "update albums set mbid = null, discogs_master_id = (select min(m.discogs_master_id) from albums m)";
    let client = app.database.connect().await;
    client.execute(shared, &[]).await.expect("shared");
    for &album_id in &albums[..2] {
        app.run(IngestImages::Album { album_id }).await.expect("pictured");
    }
    // The master may have no image; then Last.fm's differ.
    if app.count("select count(*) from images where source = 'discogs'").await == 2 {
        assert_eq!(app.count("select count(distinct hash) from images").await, 1);
        assert_eq!(app.mirrored().await.len(), 3);
        assert_eq!(app.sim.control().calls().coverartarchive.endpoint("picture"), 1);
    }
    // Another address with the same bytes is drawn no second time either.
    client
        .batch_execute("update upstream_requests set fresh_until = now(); update images set fresh_until = now()")
        .await
        .expect("stale");
    let before = app.mirrored().await.len();
    for &album_id in &albums[..2] {
        app.run(IngestImages::Album { album_id }).await.expect("pictured");
    }
    assert_eq!(app.mirrored().await.len(), before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_source_that_does_not_answer_is_passed_over_for_a_day() {
    let app = TestApp::start().await;
    let albums = unpictured(&app, "Radiohead").await;
    let album_id = album_from(&app, &albums, Some("coverartarchive")).await;
    let client = app.database.connect().await;
    client.batch_execute("delete from images; delete from upstream_requests").await.expect("forgotten");
    let broken = Fault::Status { status: 500, body: None };
    app.sim.control().fault(Rule::new(Upstream::Coverartarchive, broken.clone()).endpoint("release-group"));
    // Without another source there is nothing to write: the message comes again.
    app.sim.control().fault(Rule::new(Upstream::Discogs, broken.clone()));
    app.sim.control().fault(Rule::new(Upstream::Lastfm, broken));
    let failed = app.run(IngestImages::Album { album_id }).await.expect_err("a failure");
    assert!(failed.to_string().contains("Cover Art Archive"), "{failed}");
    assert_eq!(app.count("select count(*) from images").await, 0);
    app.sim.control().clear_faults();
    let broken = Fault::Status { status: 500, body: None };
    app.sim.control().fault(Rule::new(Upstream::Coverartarchive, broken).endpoint("release-group"));
    if app.run(IngestImages::Album { album_id }).await.is_ok() {
        assert_ne!(source(&app, album_id).await.as_deref(), Some("coverartarchive"));
        let provisional = "select count(*) from images where note like 'Cover Art Archive%'
                           and fresh_until between now() + interval '23 hours' and now() + interval '25 hours'";
        assert_eq!(app.count(provisional).await, 1);
    }
    app.sim.control().clear_faults();
    client.batch_execute("update images set fresh_until = now()").await.expect("stale");
    app.run(IngestImages::Album { album_id }).await.expect("pictured");
    assert_eq!(source(&app, album_id).await.as_deref(), Some("coverartarchive"));
}

#[tokio::test(flavor = "multi_thread")]
async fn overload_is_waited_for_by_everybody() {
    let app = TestApp::start().await;
    let albums = unpictured(&app, "Radiohead").await;
    app.sim.control().fault(Rule::new(Upstream::Coverartarchive, Fault::Status { status: 503, body: None }));
    let album_id = albums[0];
    let later = app.run(IngestImages::Album { album_id }).await.expect_err("not now");
    assert!(matches!(later, JobError::Later(_)), "{later}");
    assert!(app.store().upstream_paused_for("coverartarchive").await.expect("asked").is_some());
    assert_eq!(app.count("select count(*) from images").await, 0);
    assert_eq!(app.count("select count(*) from claims").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_killed_before_the_row_leaves_no_row_and_the_next_one_needs_no_call() {
    let app = TestApp::start().await;
    let albums = unpictured(&app, "Radiohead").await;
    let album_id = album_from(&app, &albums, Some("coverartarchive")).await;
    // The objects and the finding are there, the row is not: as after a kill between the two.
    app.database.connect().await.execute("delete from images", &[]).await.expect("forgotten");
    app.forget().await;
    assert_eq!(app.run(IngestImages::Album { album_id }).await.expect("pictured"), Outcome::Done(1));
    assert_eq!(app.sim.control().calls().total(), 0);
    assert_eq!(source(&app, album_id).await.as_deref(), Some("coverartarchive"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sweep_finds_who_has_no_picture() {
    let app = TestApp::start().await;
    let albums = unpictured(&app, "Radiohead").await;
    let stale = app.store().stale_images(500).await.expect("stale");
    assert!(matches!(stale[0], Pictured::Album(_) | Pictured::Artist(_)));
    let found: Vec<i64> =
        stale.iter().filter_map(|of| if let Pictured::Album(id) = of { Some(id.get()) } else { None }).collect();
    assert_eq!(found.iter().copied().collect::<BTreeSet<_>>(), albums.into_iter().collect());
    for of in stale {
        app.run(IngestImages::of(of)).await.expect("pictured");
    }
    assert!(app.store().stale_images(500).await.expect("stale").is_empty());
    app.database
        .connect()
        .await
        .execute("update images set fresh_until = now() - interval '1 s' where artist_id is not null", &[])
        .await
        .expect("stale");
    assert!(matches!(app.store().stale_images(500).await.expect("stale")[..], [Pictured::Artist(_)]));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_wants_or_is_not_there_is_skipped() {
    let app = TestApp::start().await;
    let skipped = app.run(IngestImages::Album { album_id: 987_654 }).await.expect("no error");
    assert_eq!(skipped, Outcome::Skipped("nothing to picture"));
    let artist_id = app.store().get_or_create_artist("Nobody", None).await.expect("artist").id;
    let skipped = app.run(IngestImages::Artist { artist_id }).await.expect("no error");
    assert_eq!(skipped, Outcome::Skipped("nobody wants it"));
}

/// Every hostile answer in the place of every picture: nothing of it is shown or stored, and the row says why.
#[tokio::test(flavor = "multi_thread")]
async fn f31_hostile_pictures_are_refused() {
    let hostile = [
        (Hostile::Page, "not a picture but text/html"),
        (Hostile::PageAsJpeg, "no JPEG, PNG, WebP or GIF"),
        (Hostile::Svg, "not a picture but image/svg+xml"),
        (Hostile::Giant, "more than 15 MB"),
        (Hostile::Endless, "more than 15 MB"),
        (Hostile::Bomb, "30000 × 30000 pixels are too many"),
        (Hostile::Cut, "the picture is broken"),
        (Hostile::Pixel, "1 × 1 pixels are too few"),
        (Hostile::Metadata, "the host is an address instead of a name"),
        (Hostile::Loopback, "the host is an address instead of a name"),
        (Hostile::Loop, "more than 5 redirects"),
    ];
    let app = TestApp::start().await;
    let albums = unpictured(&app, "Radiohead").await;
    let album_id = album_from(&app, &albums, Some("coverartarchive")).await;
    let client = app.database.connect().await;
    for (of, why) in hostile {
        client.batch_execute("delete from images; delete from upstream_requests").await.expect("forgotten");
        app.sim.control().clear_faults();
        app.sim.control().fault(Rule::new(Upstream::Coverartarchive, Fault::Picture { of }).endpoint("picture"));
        let objects = app.mirrored().await.len();
        assert_eq!(app.run(IngestImages::Album { album_id }).await.expect("decided"), Outcome::Done(1), "{of:?}");
        let evidence = text(&app, "select candidates::text from images").await.expect("evidence");
        assert!(evidence.contains(why), "{of:?}: {evidence}");
        assert_eq!(app.count("select count(*) from images where state = 'none' and hash is null").await, 1, "{of:?}");
        assert_eq!(cover(&app, album_id).await, "/images/placeholder/300.webp");
        let after = app.mirrored().await.len();
        assert_eq!(objects, after, "{of:?} was stored");
    }
}

/// Without the setting the simulator's own address is inside, as every local one is.
#[tokio::test(flavor = "multi_thread")]
async fn f31_local_pictures_are_refused_unless_they_are_allowed() {
    let app = TestApp::start().await;
    let albums = unpictured(&app, "Radiohead").await;
    app.forget().await;
    let strict = app.sandbox_with(|config| config.upstream.image_origins.clear());
    for album_id in albums {
        let ended = IngestImages::Album { album_id }.run(&strict).await;
        assert!(
            ended.is_err()
                || app
                    .count(&format!("select count(*) from images where album_id = {album_id} and hash is null"))
                    .await
                    == 1
        );
    }
    assert_eq!(app.sim.control().calls().coverartarchive.total, 0, "nothing was called");
    assert_eq!(app.count("select count(*) from images where hash is not null").await, 0);
}

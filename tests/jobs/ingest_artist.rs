//! `ingest_artist`: facts and similars from Last.fm, an MBID from wherever it is known, and the albums' turn.
use serde_json::json;
use support::{TestApp, assert_invariants};
use vinilogy_app::jobs::{IngestAlbums, IngestArtist, JobError, Outcome};
use vinilogy_sim::{Fault, Rule, Upstream};

use crate::twice::twice;

fn named(name: &str) -> IngestArtist {
    IngestArtist::Named { name: name.to_owned(), mbid: None }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_becomes_an_artist_with_facts_and_similars() {
    let app = TestApp::start().await;

    let outcome = twice(&app, named("Björk"), async || {
        let facts = "select count(*) from artists where name = 'Björk' and mbid is not null and listeners > 0 and wanted_at is not null
                     and info_fetched_at is not null and cardinality(tags) > 0 and note is null";
        assert_eq!(app.count(facts).await, 1);
        let similars = app.count("select count(*) from artist_similars where score between 0 and 1").await;
        assert!(similars >= 5, "{similars} similars");
        // Similars are known by name; nobody has asked for them.
        assert_eq!(app.count("select count(*) from artists where wanted_at is not null").await, 1);
        assert_eq!(app.count("select count(*) from artists").await, 1 + similars);

        let calls = app.sim.control().calls();
        assert_eq!((calls.lastfm.endpoint("artist.getInfo"), calls.lastfm.endpoint("artist.getSimilar")), (1, 1));
        assert_eq!(calls.discogs.total, 0);
        let archived = app.archived().await;
        assert_eq!(archived.len() as u64, calls.total());
        assert_eq!(archived.iter().filter(|key| key.starts_with("raw/lastfm/artist.get")).count(), 2);

        let id = app.count("select id from artists where name = 'Björk'").await;
        assert_eq!(app.sent::<IngestAlbums>().await, [json!({ "artist_id": id }).to_string()]);
    })
    .await;

    assert!(matches!(outcome, Outcome::Done(written) if written > 5), "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_nobody_knows_is_given_up_with_the_reason_on_the_row() {
    let app = TestApp::start().await;

    let outcome = twice(&app, named("Zxqwv Plmokn"), async || {
        assert_eq!(
            app.count("select count(*) from artists where note like 'neither Last.fm nor MusicBrainz%'").await,
            1
        );
        assert!(app.depth::<IngestAlbums>(false).await.is_empty());
    })
    .await;

    assert!(matches!(outcome, Outcome::GaveUp(_)), "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_mbid_that_lastfm_does_not_know_comes_from_musicbrainz() {
    let app = TestApp::start().await;
    let unknown = Fault::DriftMissing { field: Some("artist.mbid".to_owned()) };
    app.sim.control().fault(Rule::new(Upstream::Lastfm, unknown).endpoint("artist.getInfo"));

    app.run(named("Radiohead")).await.expect("done");

    assert_eq!(app.sim.control().calls().musicbrainz.endpoint("search_artist"), 1);
    let mbid = world_mbid("Radiohead");
    assert_eq!(app.count(&format!("select count(*) from artists where mbid = '{mbid}'")).await, 1);
    assert_invariants(&app).await;
}

fn world_mbid(name: &str) -> String {
    support::world().artist_mbids(name)[0].to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_without_a_row_is_skipped_and_a_name_that_is_none_is_refused() {
    let app = TestApp::start().await;
    let unknown = app.run(IngestArtist::Known { artist_id: 987_654 }).await.expect("no error");
    assert_eq!(unknown, Outcome::Skipped("no such artist"));
    for name in ["", "  ", "a\0b", &"x".repeat(501)] {
        let refused = app.run(named(name)).await;
        assert!(matches!(&refused, Err(JobError::Retry(why)) if why.starts_with("name:")), "{name:?}: {refused:?}");
    }
    assert_eq!(app.count("select count(*) from artists").await, 0);
    assert_eq!(app.sim.control().calls().total(), 0);
}

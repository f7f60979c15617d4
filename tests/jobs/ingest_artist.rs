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
        assert_eq!((calls.musicbrainz.endpoint("lookup_artist"), calls.musicbrainz.total), (1, 1));
        assert_eq!(calls.discogs.total, 0);
        let ids = "select count(*) from artists where name = 'Björk' and discogs_id > 0 and length(spotify_id) = 22 and country = 'IS'";
        assert_eq!(app.count(ids).await, 1);
        let links = "select count(*) from matches m join artists a on a.id = m.artist_id
                     where m.state = 'accepted' and m.score = 1 and m.reasons = '[]'
                       and (service, service_id, decided_by) in (('musicbrainz', a.mbid::text, 'lastfm'),
                            ('discogs', a.discogs_id::text, 'musicbrainz'), ('spotify', a.spotify_id, 'musicbrainz'))";
        assert_eq!(app.count(links).await, 3);
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

#[tokio::test(flavor = "multi_thread")]
async fn an_mbid_that_was_merged_before_we_heard_of_it_names_the_artist_too() {
    let app = TestApp::start().await;
    twice(&app, named("Röyksopp"), async || {
        let now = world_mbid("Röyksopp");
        assert_eq!(app.count(&format!("select count(*) from artists where mbid = '{now}'")).await, 1);
        let accepted = "select count(*) from matches where service = 'musicbrainz' and state = 'accepted'";
        assert_eq!(app.count(accepted).await, 2, "the old one, which Last.fm has, and the one that it is now");
    })
    .await;
    let client = app.database.connect().await;
    let old = "select m.service_id from matches m join artists a on a.id = m.artist_id
               where m.service = 'musicbrainz' and m.service_id <> a.mbid::text";
    let old: String = client.query_one(old, &[]).await.expect("the old id").get(0);
    let again = app.store().get_or_create_artist("Something else", old.parse().ok()).await.expect("artist");
    assert_eq!(again.name, "Röyksopp");
    // Last.fm answers with the old id still: that is no homonym.
    client.batch_execute("update artists set info_fetched_at = now() - interval '40 days' where id = 1; update upstream_requests set fresh_until = now()").await.expect("time passes");
    app.run(IngestArtist::Known { artist_id: again.id }).await.expect("done");
    assert_eq!(app.count("select count(*) from artists where name = 'Röyksopp' and listeners > 0 and info_fetched_at > now() - interval '1 day'").await, 1);
    assert_invariants(&app).await;
}

/// Last.fm says no MBID, so that the name is all there is to go by.
fn without_mbids(app: &TestApp) {
    let unknown = Fault::DriftMissing { field: Some("artist.mbid".to_owned()) };
    app.sim.control().fault(Rule::new(Upstream::Lastfm, unknown).endpoint("artist.getInfo"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_homonyms_the_one_is_taken_whose_albums_are_played() {
    let app = TestApp::start().await;
    without_mbids(&app);
    app.run(named("Nirvana")).await.expect("done");
    let american = world_mbid("Nirvana");
    assert_eq!(app.count(&format!("select count(*) from artists where mbid = '{american}'")).await, 1);
    let calls = app.sim.control().calls();
    assert_eq!(calls.musicbrainz.endpoint("search_artist"), 1);
    assert_eq!(
        (calls.musicbrainz.endpoint("lookup_artist"), calls.musicbrainz.endpoint("browse_release-group")),
        (1, 1)
    );
    assert_eq!(app.drain().await.failed, 0);
    assert_eq!(
        app.sim.control().calls().musicbrainz.endpoint("browse_release-group"),
        1,
        "its albums are not fetched twice"
    );
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_homonyms_the_one_is_taken_whose_discogs_page_is_ours() {
    let app = TestApp::start().await;
    let british = support::world().artist_mbids("Nirvana")[1];
    let fetch = vinilogy_upstream::Fetch {
        class: vinilogy_upstream::Class::Interactive,
        fresh_for: std::time::Duration::from_secs(60),
    };
    let page =
        app.context.upstreams().await.expect("upstreams").musicbrainz.artist(british, fetch).await.expect("page");
    let ours = app.store().get_or_create_artist("Nirvana", None).await.expect("artist").id;
    let client = app.database.connect().await;
    let from_the_dump = "update artists set discogs_id = $1 where id = $2";
    client.execute(from_the_dump, &[&page.discogs_artists[0], &ours]).await.expect("known from Discogs");

    app.run(IngestArtist::Known { artist_id: ours }).await.expect("done");

    assert_eq!(app.count(&format!("select count(*) from artists where id = {ours} and mbid = '{british}'")).await, 1);
    assert_eq!(
        app.count("select count(*) from artists where listeners is not null").await,
        0,
        "Last.fm's page is the other's"
    );
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn homonyms_that_nothing_tells_apart_are_proposed_and_not_taken() {
    let app = TestApp::start().await;
    without_mbids(&app);
    let (ours, _) = support::AlbumBuilder::new(app.store(), "Nirvana", "All of Us", 1968).await.save().await;
    let artist_id = ours.get();
    twice(&app, IngestArtist::Known { artist_id }, async || {
        assert_eq!(app.count("select count(*) from artists where mbid is not null").await, 0);
        let proposed = "select count(*) from matches where state = 'proposed' and kind = 'artist' and score <= 0.7
                        and reasons @> '[{\"penalty\": \"homonym\"}]' and candidate ->> 'name' = 'Nirvana'";
        assert_eq!(app.count(proposed).await, 2);
    })
    .await;
}

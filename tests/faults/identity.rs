//! F13: ids that services merge. F3: decisions and syncs that come late.
use std::time::Duration;

use support::{TestApp, assert_invariants};
use uuid::Uuid;
use vinilogy_app::jobs::{IngestAlbums, IngestArtist, IngestReleases, Outcome};
use vinilogy_core::domain::ids::{AlbumId, ArtistId, MatchId};
use vinilogy_core::store::{ArtistInfo, DECIDED, Error, Replaces, Reviewer, SUPERSEDED, Verdict};

async fn ingested(app: &TestApp, name: &str) -> i64 {
    app.albums_of(name).await;
    app.store().get_or_create_artist(name, None).await.expect("artist").id
}

/// Everything that was fetched is old, in the rows and in the archive.
async fn time_passes(app: &TestApp) {
    let old = "update artists set info_fetched_at = info_fetched_at - interval '60 days',
                                  albums_fetched_at = albums_fetched_at - interval '60 days';
               update upstream_requests set fresh_until = now() - interval '1 minute'";
    app.database.connect().await.batch_execute(old).await.expect("time passes");
    app.forget().await;
}

fn mbid(name: &str) -> Uuid {
    support::world().artist_mbids(name)[0]
}

/// Rows of any table that name an artist or album which is not there any more as itself.
async fn references_to(app: &TestApp, table: &str, id: i64) -> Vec<String> {
    let client = app.database.connect().await;
    let keys = "select k.conrelid::regclass::text, a.attname::text
                from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                where k.contype = 'f' and k.confrelid = $1::text::regclass";
    let mut left = Vec::new();
    for key in client.query(keys, &[&table]).await.expect("keys") {
        let (from, column): (String, String) = (key.get(0), key.get(1));
        let count = client.query_one(&format!("select count(*) from {from} where {column} = $1"), &[&id]).await;
        if count.expect("a count").get::<_, i64>(0) > 0 {
            left.push(format!("{from}.{column}"));
        }
    }
    left
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_an_artist_that_musicbrainz_merges_keeps_its_row() {
    let app = TestApp::start().await;
    let id = ingested(&app, "Portishead").await;
    let albums = app.count("select count(*) from albums").await;
    app.sim.control().merge_artist(mbid("Portishead"), mbid("Radiohead"));
    time_passes(&app).await;

    app.run(IngestArtist::Known { artist_id: id }).await.expect("done");
    assert_eq!(app.drain().await.failed, 0);

    let artist = app.store().artist(ArtistId::from(id)).await.expect("artist");
    assert_eq!((artist.id, artist.mbid), (id, Some(mbid("Radiohead"))));
    assert!(app.count("select count(*) from albums where studio").await > albums, "it has the albums of both");
    for known in [mbid("Portishead"), mbid("Radiohead")] {
        assert_eq!(app.store().get_or_create_artist("?", Some(known)).await.expect("artist").id, id);
    }
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_two_artists_that_musicbrainz_merges_become_one() {
    let app = TestApp::start().await;
    let loser = ingested(&app, "Portishead").await;
    let winner = ingested(&app, "Radiohead").await;
    let albums = app.count("select count(*) from albums").await;
    let (user, _) = support::listener(app.store(), "ana").await;
    app.store().add_seed(user, ArtistId::from(loser)).await.expect("seed");
    let run = app.store().start_run(ArtistId::from(loser)).await.expect("run");
    app.sim.control().merge_artist(mbid("Portishead"), mbid("Radiohead"));
    time_passes(&app).await;

    app.run(IngestArtist::Known { artist_id: loser }).await.expect("done");
    assert_eq!(app.drain().await.failed, 0);

    assert_eq!(app.store().artist(ArtistId::from(loser)).await.expect("forwarded").id, winner);
    assert_eq!(references_to(&app, "artists", loser).await, Vec::<String>::new());
    let theirs = format!("select count(*) from albums where artist_id = {winner} and studio");
    assert_eq!(app.count(&theirs).await, albums, "none is lost, none is there twice");
    assert_eq!(app.store().seeds(user).await.expect("seeds")[0].id, winner);
    assert_eq!(app.store().progress(run).await.expect("run").artist_id, winner);
    assert_eq!(app.store().get_or_create_artist("?", Some(mbid("Portishead"))).await.expect("artist").id, winner);
    let before = app.content_hash().await;
    let again = app.run(IngestArtist::Known { artist_id: loser }).await.expect("a late message");
    assert_eq!(again, Outcome::Skipped("fresh"));
    assert_eq!(app.content_hash().await, before);
    assert_invariants(&app).await;
}

async fn two_groups(app: &TestApp) -> (i64, [(i64, Uuid); 2]) {
    let artist = ingested(app, "Portishead").await;
    let albums = app.store().albums_of(ArtistId::from(artist)).await.expect("albums");
    let mut with = albums.iter().filter(|album| album.discogs_master_id.is_some());
    let mut next = || with.next().map(|album| (album.id, album.mbid.expect("an MBID"))).expect("two albums");
    (artist, [next(), next()])
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_two_groups_that_musicbrainz_merges_become_one_album() {
    let app = TestApp::start().await;
    let (artist, [(loser, old), (winner, now)]) = two_groups(&app).await;
    for album_id in [loser, winner] {
        app.run(IngestReleases { album_id }).await.expect("pressings");
    }
    let pressings = app.count(&format!("select count(*) from releases where album_id in ({loser}, {winner})")).await;
    app.sim.control().merge_group(old, Some(now));
    time_passes(&app).await;

    app.run(IngestAlbums { artist_id: artist }).await.expect("done");

    assert_eq!(
        app.sim.control().calls().musicbrainz.endpoint("lookup_release-group"),
        1,
        "one question, about the missing one"
    );
    assert_eq!(app.store().album(AlbumId::from(loser)).await.expect("forwarded").id, winner);
    let page = async |id: i64, list: &str| app.get(&format!("/albums/{id}{list}")).await.body;
    assert_eq!(page(loser, "").await, page(winner, "").await);
    assert_eq!(page(loser, "/releases").await["releases"], page(winner, "/releases").await["releases"]);
    assert_eq!(references_to(&app, "albums", loser).await, Vec::<String>::new());
    assert_eq!(app.count(&format!("select count(*) from releases where album_id = {winner}")).await, pressings);
    assert_eq!(app.drain().await.failed, 0);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_a_group_that_musicbrainz_deletes_is_kept_and_not_recommended() {
    let app = TestApp::start().await;
    let (artist, [(gone, mbid), _]) = two_groups(&app).await;
    app.sim.control().merge_group(mbid, None);
    time_passes(&app).await;
    app.run(IngestAlbums { artist_id: artist }).await.expect("done");
    let unlisted =
        format!("select count(*) from albums where id = {gone} and studio = false and unlisted_at is not null");
    assert_eq!(app.count(&unlisted).await, 1);
    let calls = app.sim.control().calls().total();
    time_passes(&app).await;
    app.run(IngestAlbums { artist_id: artist }).await.expect("done");
    assert!(app.sim.control().calls().total() < calls, "what is settled is not asked about again");
    assert_invariants(&app).await;
}

fn facts(mbid: Uuid, replaces: Replaces) -> ArtistInfo {
    ArtistInfo { name: "Nirvana".to_owned(), mbid: Some(mbid), replaces, ..ArtistInfo::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn f3_a_sync_that_comes_late_undoes_nothing() {
    let app = TestApp::start().await;
    let store = app.store();
    let id = ArtistId::from(store.get_or_create_artist("Nirvana", None).await.expect("artist").id);
    // Two workers read the row before either wrote.
    let read = Replaces::FetchedAt(store.artist(id).await.expect("artist").info_fetched_at);
    let (newer, older) = (Uuid::new_v4(), Uuid::new_v4());
    store.save_artist(id, &facts(newer, read), &[], "lastfm").await.expect("the faster one");
    let before = app.content_hash().await;
    let late = store.save_artist(id, &facts(older, read), &[], "lastfm").await;
    assert!(matches!(&late, Err(Error::Conflict(what)) if what == SUPERSEDED), "{late:?}");
    assert_eq!(app.content_hash().await, before);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f3_a_decision_by_hand_outlives_syncs_and_later_decisions_that_do_not_know_of_it() {
    let app = TestApp::start().await;
    let store = app.store();
    let wrong = Uuid::new_v4();
    let id = ArtistId::from(store.get_or_create_artist("Nirvana", Some(wrong)).await.expect("artist").id);
    let link = MatchId::from(app.count("select id from matches").await);
    store.decide(link, Verdict::Reject, Reviewer::default()).await.expect("rejected");
    // A job that had the wrong id in its hands all the while.
    store.save_artist(id, &facts(wrong, Replaces::Anything), &[], "lastfm").await.expect("saved");
    assert_eq!(app.store().artist(id).await.expect("artist").mbid, None);
    let other = store.get_or_create_artist("Nirvana", Some(wrong)).await.expect("artist").id;
    assert_ne!(other, id.get(), "the id is another artist's");
    let late = store.decide(link, Verdict::Accept, Reviewer::default()).await;
    assert!(matches!(&late, Err(Error::Conflict(what)) if what == DECIDED), "{late:?}");
    let count = "select count(*) from matches where state = 'rejected' and decided_by = 'hand'";
    assert_eq!(app.count(count).await, 1);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_news_that_are_asked_for_are_fetched_though_the_archive_is_fresh() {
    let app = TestApp::start().await;
    let id = ingested(&app, "Portishead").await;
    let (_, token) = support::listener(app.store(), "ana").await;
    app.sim.control().merge_artist(mbid("Portishead"), mbid("Radiohead"));
    let idle = app.run(IngestArtist::Known { artist_id: id }).await.expect("done");
    assert_eq!(idle, Outcome::Skipped("fresh"));
    let reply = app.post(Some(&token), &format!("/catalog/refresh/{id}"), &serde_json::json!({})).await;
    assert_eq!(reply.status.as_u16(), 202, "{reply:?}");
    assert_eq!(app.drain().await.failed, 0);
    let artist = app.store().artist(ArtistId::from(id)).await.expect("artist");
    assert_eq!(artist.mbid, Some(mbid("Radiohead")));
    let run = app.get(&format!("/runs/{}", reply.body["run_id"])).await.body;
    assert_eq!(run["phase"], "done", "{run}");
    app.forget().await;
    app.store().artists_with_stale_info(Duration::from_secs(3600), Duration::from_secs(3600), 10).await.expect("sweep");
    assert_eq!(app.run(IngestArtist::Known { artist_id: id }).await.expect("done"), Outcome::Skipped("fresh"));
    assert_invariants(&app).await;
}

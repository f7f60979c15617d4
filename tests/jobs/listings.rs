//! `ingest_releases` of an album without a master: what a search finds, how sure it is, and what people decided.
use support::{AlbumBuilder, TestApp};
use vinilogy_app::jobs::{IngestReleases, Outcome};
use vinilogy_sim::Edit;

use crate::twice::twice;

/// An album whose master Discogs has deleted, with the number of its vinyl pressings.
async fn without_master(app: &TestApp) -> (i64, i64) {
    let album_id = app.album_with_pressings("Radiohead").await;
    let count = app.count("select count(*) from releases").await;
    let master = app.count(&format!("select discogs_master_id from albums where id = {album_id}")).await;
    app.sim.control().edit(Edit::RemoveMaster(master));
    let unlink = "update albums set discogs_master_id = null, master_confidence = null, releases_fetched_at = null;
                  delete from matches where kind in ('album', 'pressing') and service = 'discogs'; delete from releases; delete from upstream_requests where upstream = 'discogs'";
    app.database.connect().await.batch_execute(unlink).await.expect("unlinked");
    app.forget().await;
    (album_id, count)
}

async fn again(app: &TestApp) {
    app.database.connect().await.batch_execute("update albums set releases_fetched_at = null").await.expect("stale");
}

#[tokio::test(flavor = "multi_thread")]
async fn pressings_are_searched_for_to_the_last_page_with_their_confidence() {
    let app = TestApp::start().await;
    let (album_id, count) = without_master(&app).await;
    let outcome = twice(&app, IngestReleases { album_id }, async || {
        let sure = format!("select count(*) from releases where album_id = {album_id} and confidence > 0.7");
        assert_eq!(app.count(&sure).await, count);
        let kept = format!(
            "select count(*) from matches where kind = 'pressing' and album_id = {album_id} and state = 'accepted' and decided_by = 'rule'"
        );
        assert_eq!(app.count(&kept).await, count, "each with its evidence");
        // One call for the master, one for each hundred releases.
        assert_eq!(app.sim.control().calls().discogs.endpoint("search") as i64, 1 + (count + 99) / 100);
        assert_eq!(app.count("select count(*) from releases where kind = 'album'").await, count);
    })
    .await;
    assert_eq!(outcome, Outcome::Done(u64::try_from(count).expect("a count")));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_decided_outlives_every_search() {
    let app = TestApp::start().await;
    let (album_id, count) = without_master(&app).await;
    app.run(IngestReleases { album_id }).await.expect("done");
    let other = app.albums_of("Portishead").await[0];
    let client = app.database.connect().await;
    let rejected = app.count("select discogs_id from releases order by id limit 1").await;
    // A release that no search for this album finds: of another album, which nobody has ingested.
    app.run(IngestReleases { album_id: other }).await.expect("done");
    let accepted = app.count(&format!("select min(discogs_id) from releases where album_id = {other}")).await;
    let decide = format!(
        "update matches set state = 'rejected', decided_by = 'hand' where service_id = '{rejected}';
         delete from releases where album_id = {other};
         insert into matches (kind, album_id, service, service_id, score, state, decided_by)
         values ('pressing', {album_id}, 'discogs', '{accepted}', 0.4, 'accepted', 'hand')"
    );
    client.batch_execute(&decide).await.expect("decided");
    for _ in 0..2 {
        again(&app).await;
        app.run(IngestReleases { album_id }).await.expect("done");
        let shown = format!("select count(*) from releases where album_id = {album_id} and gone_at is null");
        assert_eq!(app.count(&shown).await, count, "one less, one more");
        assert_eq!(app.count(&format!("{shown} and discogs_id = {rejected}")).await, 0);
        assert_eq!(app.count(&format!("{shown} and discogs_id = {accepted}")).await, 1);
        let states = format!(
            "select count(*) from matches where decided_by = 'hand' and (service_id, state) in (('{rejected}', 'rejected'), ('{accepted}', 'accepted'))"
        );
        assert_eq!(app.count(&states).await, 2);
    }
    // The album whose master lists it does not take it back.
    again(&app).await;
    app.run(IngestReleases { album_id: other }).await.expect("done");
    assert_eq!(app.count(&format!("select album_id from releases where discogs_id = {accepted}")).await, album_id);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_master_that_is_likely_but_not_sure_is_left_to_people() {
    let app = TestApp::start().await;
    let (_, album) = AlbumBuilder::new(app.store(), "Radiohead", "OK Comput", 1950).await.save().await;
    app.database.connect().await.batch_execute("update albums set releases_fetched_at = null").await.expect("stale");
    let album_id = album.get();
    twice(&app, IngestReleases { album_id }, async || {
        let master = "select count(*) from matches where kind = 'album' and service = 'discogs' and state = 'proposed' and score <= 0.7 and reasons <> '[]'";
        assert_eq!(app.count(master).await, 1);
        assert_eq!(app.count("select count(*) from albums where discogs_master_id is not null").await, 0);
        assert!(app.count("select count(*) from matches where kind = 'pressing'").await > 0);
    })
    .await;
}

//! The schedules: each enqueues what its queue would hold if every message had been lost, and nothing once the work is done.
use support::{AlbumBuilder, TestApp, assert_invariants, listener};
use vinilogy_app::jobs::{
    ComputeRecs, IngestAlbums, IngestArtist, IngestReleaseDetails, IngestReleases, Job, Outcome, PriceOffers,
    PriceReleases, SweepAlbums, SweepArtists, SweepOffers, SweepPrices, SweepRecs, SweepReleaseDetails, SweepReleases,
};
use vinilogy_core::domain::ids::ArtistId;

/// Sweeps twice with all messages lost in between: the same keys are enqueued, and nothing else happens. Then does the work; a
/// third sweep finds nothing.
async fn swept<S: Job + Default, J: Job>(app: &TestApp, stale: &[i64], job: impl Fn(i64) -> J) {
    assert!(!stale.is_empty());
    app.forget().await;
    let rows = app.content_hash().await;
    for _ in 0..2 {
        let outcome = S::default().run(&app.sandbox()).await.expect("the sweep succeeds");
        assert_eq!(outcome, Outcome::Done(stale.len() as u64), "{}", S::NAME);
        // Spread over time: some wait for their delay.
        let depth = app.depth::<J>(false).await;
        assert_eq!(depth.visible + depth.delayed, stale.len(), "{depth:?}");
        app.forget().await;
        assert!(app.depth::<J>(false).await.is_empty());
    }
    assert_eq!(app.content_hash().await, rows, "a sweep never does the work");
    assert_eq!(app.sim.control().calls().total(), 0);

    for id in stale {
        app.run(job(*id)).await.expect("the work is done");
    }
    // What is left of it comes on the same queue; what follows from it is another sweep's.
    assert_eq!(app.drain_queue::<J>().await.failed, 0);
    app.forget().await;
    assert_eq!(app.run(S::default()).await.expect("no error"), Outcome::Skipped("nothing is stale"), "{}", S::NAME);
    app.assert_queues_empty().await;
    assert_invariants(app).await;
}

async fn ids(app: &TestApp, query: &str) -> Vec<i64> {
    app.database.connect().await.query(query, &[]).await.expect("ids").iter().map(|row| row.get(0)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn artists_that_somebody_wants_are_found_and_others_are_not() {
    let app = TestApp::start().await;
    app.store().get_or_create_artist("Radiohead", None).await.expect("known by name only");
    let wanted = app.store().get_or_create_artist("Portishead", None).await.expect("artist").id;
    app.store().want_artist(ArtistId::from(wanted)).await.expect("wanted");
    swept::<SweepArtists, _>(&app, &[wanted], |artist_id| IngestArtist::Known { artist_id }).await;
    swept::<SweepAlbums, _>(&app, &[wanted], |artist_id| IngestAlbums { artist_id }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn albums_without_pressings_prices_or_details_are_found() {
    let app = TestApp::start().await;
    app.albums_of("Portishead").await;
    let albums = ids(&app, "select id from albums").await;
    swept::<SweepReleases, _>(&app, &albums, |album_id| IngestReleases { album_id }).await;
    swept::<SweepPrices, _>(&app, &albums, |album_id| PriceReleases { album_id }).await;
    let most_owned = "select distinct on (album_id) id from releases order by album_id, have desc nulls last, id";
    let most_owned = ids(&app, most_owned).await;
    swept::<SweepReleaseDetails, _>(&app, &most_owned, |release_id| IngestReleaseDetails { release_id }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_of_wanted_albums_go_stale_and_those_of_others_do_not() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let other = app.albums_of("Radiohead").await[1];
    app.run(IngestReleases { album_id: other }).await.expect("pressings");
    for album_id in [album_id, other] {
        app.run(PriceReleases { album_id }).await.expect("priced");
    }
    app.store().want_albums(&[album_id]).await.expect("wanted");
    let age = "update albums set prices_fetched_at = now() - interval '7 hours';
               update releases set priced_at = now() - interval '7 hours' where priced_at is not null";
    app.database.connect().await.batch_execute(age).await.expect("older than six hours");
    // What was fetched then is no longer fresh in the archive either.
    let expire = "update upstream_requests set fresh_until = now() - interval '1 hour'";
    app.database.connect().await.batch_execute(expire).await.expect("expired");
    app.forget().await;
    swept::<SweepPrices, _>(&app, &[album_id], |album_id| PriceReleases { album_id }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn listeners_with_seeds_and_no_set_are_found() {
    let app = TestApp::start().await;
    let (idle, _) = listener(app.store(), "without seeds").await;
    let (user, _) = listener(app.store(), "with seeds").await;
    assert_ne!(idle, user);
    let (artist, _) =
        AlbumBuilder::new(app.store(), "Seed", "One", 1994).await.pressing(11, 1994, 9, Some(2500)).save().await;
    app.store().add_seed(user, artist).await.expect("a seed");
    swept::<SweepRecs, _>(&app, &[user.get()], |user_id| ComputeRecs { user_id }).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn offers_are_asked_for_in_the_order_of_demand() {
    let app = TestApp::start().await;
    app.rates().await;
    let (user, _) = listener(app.store(), "someone").await;
    let album = async |artist: &str, discogs: i64| {
        let album = AlbumBuilder::new(app.store(), artist, "One", 1994).await;
        album.pressing(discogs, 1994, 9, Some(2500)).save().await
    };
    let (_, looked_at) = album("Looked at", 11).await;
    let (_, waited_for) = album("Waited for", 12).await;
    let (seed, recommended) = album("Recommended", 13).await;
    album("Nobody's", 14).await;
    app.store().add_seed(user, seed).await.expect("a seed");
    app.run(ComputeRecs { user_id: user.get() }).await.expect("a set");
    for (id, hours) in [(looked_at, 5), (waited_for, 1), (recommended, 9)] {
        app.store().want_albums(&[id.get()]).await.expect("wanted");
        let since = format!("update albums set wanted_at = now() - interval '{hours} hours' where id = {id}");
        app.database.connect().await.batch_execute(&since).await.expect("since then");
    }
    let hour = std::time::Duration::from_secs(3600);
    let stale = app.store().albums_with_stale_offers("ebay", 6 * hour, hour, 10).await.expect("stale");
    assert_eq!(stale, [recommended.get(), waited_for.get(), looked_at.get()]);

    app.forget().await;
    swept::<SweepOffers, _>(&app, &stale, |album_id| PriceOffers { album_id }).await;

    // What could not be seen is asked for again, though not at once.
    app.store().save_price_failure(waited_for, "ebay", Some("away")).await.expect("a failure");
    assert!(app.store().albums_with_stale_offers("ebay", 6 * hour, hour, 10).await.expect("stale").is_empty());
    let later = "update price_checks set failed_at = now() - interval '2 hours' where failure is not null";
    app.database.connect().await.batch_execute(later).await.expect("later");
    let again = app.store().albums_with_stale_offers("ebay", 6 * hour, hour, 10).await.expect("stale");
    assert_eq!(again, [waited_for.get()]);
}

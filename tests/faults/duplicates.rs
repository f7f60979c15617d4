//! F1, F2, F22: the same work asked for more than once.
use futures::future::join_all;
use support::{TestApp, assert_invariants, listener};
use vinilogy_app::jobs::{
    ComputeRecs, IngestAlbums, IngestArtist, IngestReleaseDetails, IngestReleases, Job, Outcome, PriceReleases,
};
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_sim::Upstream;

use crate::deliver::{at_once, deliver, send, slow};

fn named(name: &str) -> IngestArtist {
    IngestArtist::Named { name: name.to_owned(), mbid: None }
}

async fn most_owned(app: &TestApp, album_id: i64) -> i64 {
    app.count(&format!("select id from releases where album_id = {album_id} order by have desc nulls last, id limit 1"))
        .await
}

/// Five deliveries one after the other, each to another sandbox and each followed to its end.
async fn five_in_series<J: Job>(app: &TestApp, job: &J) {
    let mut first = None;
    for _ in 0..5 {
        assert!(!deliver(app, &app.sandbox(), job).await, "{} failed", J::NAME);
        assert_eq!(app.drain().await.failed, 0);
        let state = (app.content_hash().await, app.sim.control().calls().total(), app.archived().await.len());
        assert_eq!(*first.get_or_insert_with(|| state.clone()), state, "{} was done twice", J::NAME);
    }
    assert_invariants(app).await;
    app.assert_queues_empty().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f1_the_same_message_five_times_in_series() {
    let app = TestApp::start().await;
    let (user, _) = listener(app.store(), "someone").await;
    five_in_series(&app, &named("Portishead")).await;
    let artist_id = app.count("select id from artists where name = 'Portishead'").await;
    app.store().add_seed(user, ArtistId::from(artist_id)).await.expect("a seed");
    let album_id = app.count("select min(id) from albums").await;
    let release_id = most_owned(&app, album_id).await;
    five_in_series(&app, &IngestAlbums { artist_id }).await;
    five_in_series(&app, &IngestReleases { album_id }).await;
    five_in_series(&app, &IngestReleaseDetails { release_id }).await;
    five_in_series(&app, &PriceReleases { album_id }).await;
    five_in_series(&app, &ComputeRecs { user_id: user.get() }).await;
    assert_eq!(app.count("select count(*) from recommendation_sets").await, 1);
}

/// Five deliveries at the same moment to five sandboxes while the upstreams take their time.
async fn five_at_once<J: Job>(app: &TestApp, job: &J, calls: u64) {
    app.forget().await;
    for _ in 0..5 {
        send(app, job).await;
    }
    let event = app.receive_all::<J>().await;
    assert_eq!(event.records.len(), 5);
    assert_eq!(at_once::<J>(app, event).await, 0, "a loser of {} failed", J::NAME);
    assert_eq!(app.sim.control().calls().total(), calls, "calls of {}", J::NAME);
    assert!(app.depth::<J>(false).await.is_empty());
    assert_invariants(app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f2_the_same_message_five_times_at_once() {
    let app = TestApp::start().await;
    app.rates().await;
    let (user, _) = listener(app.store(), "someone").await;
    for upstream in Upstream::ALL {
        app.sim.control().fault(slow(upstream));
    }
    five_at_once(&app, &named("Portishead"), 3).await;
    assert_eq!(app.count("select count(*) from artists where name = 'Portishead'").await, 1);
    let artist_id = app.count("select id from artists where name = 'Portishead'").await;
    five_at_once(&app, &IngestAlbums { artist_id }, 1).await;
    let album_id = app.count("select min(id) from albums where discogs_master_id is not null").await;
    five_at_once(&app, &IngestReleases { album_id }, 1).await;
    let pressings = app.count("select count(*) from releases").await;
    assert!((1..=100).contains(&pressings), "{pressings} pressings are not one page");
    let release_id = most_owned(&app, album_id).await;
    five_at_once(&app, &IngestReleaseDetails { release_id }, 1).await;
    five_at_once(&app, &PriceReleases { album_id }, u64::try_from(pressings.min(10)).expect("a count")).await;
    app.store().add_seed(user, ArtistId::from(artist_id)).await.expect("a seed");
    five_at_once(&app, &ComputeRecs { user_id: user.get() }, 0).await;
    assert_eq!(app.count("select count(*) from recommendation_sets").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn f22_two_workers_on_one_artist() {
    let app = TestApp::start().await;
    app.sim.control().fault(slow(Upstream::Lastfm));
    let artist_id = app.store().get_or_create_artist("Radiohead", None).await.expect("artist").id;
    // One asks by its row, the other by its name: still the same artist.
    let (by_id, by_name) = (app.sandbox(), app.sandbox());
    let outcomes = join_all([IngestArtist::Known { artist_id }.run(&by_id), named("radiohead").run(&by_name)]).await;
    let outcomes: Vec<Outcome> = outcomes.into_iter().map(|outcome| outcome.expect("neither fails")).collect();
    assert!(outcomes.iter().any(|outcome| matches!(outcome, Outcome::Done(_))), "{outcomes:?}");
    assert!(outcomes.contains(&Outcome::Skipped("another worker is at it")), "{outcomes:?}");
    let calls = app.sim.control().calls();
    assert_eq!((calls.lastfm.endpoint("artist.getInfo"), calls.lastfm.endpoint("artist.getSimilar")), (1, 1));
    assert_eq!(app.depth::<IngestAlbums>(false).await.visible, 1);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f22_a_claim_of_a_killed_worker_ends_by_itself() {
    let app = TestApp::start().await;
    let artist_id = app.store().get_or_create_artist("Radiohead", None).await.expect("artist").id;
    let died = "insert into claims (job, key, token, until) values ('ingest_artist', $1, gen_random_uuid(), now() + $2::text::interval)
                on conflict (job, key) do update set until = excluded.until";
    let client = app.database.connect().await;
    client.execute(died, &[&artist_id, &"60 s"]).await.expect("a claim");
    let outcome = app.run(IngestArtist::Known { artist_id }).await.expect("no error");
    assert_eq!(outcome, Outcome::Skipped("another worker is at it"));
    client.execute(died, &[&artist_id, &"-1 s"]).await.expect("a claim that has run out");
    let outcome = app.run(IngestArtist::Known { artist_id }).await.expect("no error");
    assert!(matches!(outcome, Outcome::Done(_)), "{outcome:?}");
    assert_invariants(&app).await;
}

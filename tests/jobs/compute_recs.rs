//! `compute_recs`: a listener's set, whole, from what the catalogue holds; and the turn of its albums' prices.
use support::{AlbumBuilder, TestApp, listener};
use vinilogy_app::jobs::{ComputeRecs, Outcome, PriceReleases};

use crate::twice::twice;

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_with_seeds_gets_a_set_and_its_albums_are_priced() {
    let app = TestApp::start().await;
    let (user, _) = listener(app.store(), "someone").await;
    let (seed, first) =
        AlbumBuilder::new(app.store(), "Seed", "One", 1994).await.pressing(11, 1994, 900, Some(2500)).save().await;
    let (_, second) =
        AlbumBuilder::new(app.store(), "Seed", "Two", 1997).await.pressing(12, 1997, 700, None).save().await;
    AlbumBuilder::new(app.store(), "Stranger", "Three", 1999).await.pressing(13, 1999, 10, Some(900)).save().await;
    app.store().add_seed(user, seed).await.expect("a seed");

    let outcome = twice(&app, ComputeRecs { user_id: user.get() }, async || {
        assert_eq!(app.count("select count(*) from recommendation_sets where expires_at > now()").await, 1);
        let items = format!("select count(*) from recommendation_items where album_id in ({first}, {second})");
        assert_eq!((app.count(&items).await, app.count("select count(*) from recommendation_items").await), (2, 2));
        assert_eq!(app.count("select count(*) from recommendation_items where release_id is null").await, 0);
        assert_eq!(app.count("select count(*) from albums where wanted_at is not null").await, 2);
        assert_eq!(app.depth::<PriceReleases>(false).await.visible, 2, "both albums are wanted from now on");
        assert_eq!(app.sim.control().calls().total(), 0);
    })
    .await;

    assert_eq!(outcome, Outcome::Done(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_without_candidates_gets_an_empty_set() {
    let app = TestApp::start().await;
    let (user, _) = listener(app.store(), "someone").await;
    let outcome = twice(&app, ComputeRecs { user_id: user.get() }, async || {
        assert_eq!(app.count("select count(*) from recommendation_sets").await, 1);
    })
    .await;
    assert_eq!(outcome, Outcome::Done(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_listener_is_skipped() {
    let app = TestApp::start().await;
    let outcome = app.run(ComputeRecs { user_id: 987_654 }).await.expect("no error");
    assert_eq!(outcome, Outcome::Skipped("no such listener"));
}

//! `price_releases`: what pressings cost, those that many own first, and the album's best price in the same transaction.
use support::{TestApp, assert_invariants, listener};
use vinilogy_app::jobs::{JobError, Outcome, PriceReleases};
use vinilogy_sim::{Fault, Rule, Upstream};

use crate::twice::{finished_twice, twice};

#[tokio::test(flavor = "multi_thread")]
async fn ten_pressings_are_priced_and_the_cheapest_is_the_best_price() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let pressings = app.count("select count(*) from releases").await;

    let outcome = twice(&app, PriceReleases { album_id }, async || {
        let priced = app.count("select count(*) from releases where priced_at is not null").await;
        assert_eq!(priced, pressings.min(10));
        let popular =
            "select count(*) from (select priced_at from releases order by have desc nulls last, id limit 10) top
                       where priced_at is not null";
        assert_eq!(app.count(popular).await, priced, "those that many own come first");
        let offered =
            app.count("select count(*) from quotes where currency = 'EUR' and amount > 0 and ships_to = 'ZZ'").await;
        assert!(offered > 0, "to whoever asks from anywhere");
        assert_eq!(app.count("select count(*) from quotes where ships_to = 'ES'").await, offered, "and to Spain");
        assert_eq!(app.count("select count(*) from album_best_price where class = 'cheapest'").await, 2);
        let calls = app.sim.control().calls();
        assert_eq!((calls.discogs.endpoint("marketplace_stats") as i64, calls.total() as i64), (priced, priced));
        let archived = app.archived().await;
        assert_eq!(
            archived.iter().filter(|key| key.starts_with("raw/discogs/marketplace_stats/")).count() as i64,
            priced
        );
        // Nobody wants the album: ten are enough.
        assert!(app.depth::<PriceReleases>(false).await.is_empty());
    })
    .await;

    assert!(matches!(outcome, Outcome::Done(10)), "{outcome:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wanted_album_is_priced_to_its_last_pressing() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    app.store().want_albums(&[album_id]).await.expect("wanted");

    let first = app.run(PriceReleases { album_id }).await.expect("done");
    assert_eq!(first, Outcome::Done(10));
    assert_eq!(app.depth::<PriceReleases>(false).await.visible, 1, "the next ten");
    finished_twice(&app, PriceReleases { album_id }, &first).await;

    assert_eq!(app.count("select count(*) from releases where priced_at is null").await, 0);
    let pressings = app.count("select count(*) from releases").await;
    assert_eq!(app.sim.control().calls().discogs.endpoint("marketplace_stats") as i64, pressings);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_currency_of_a_listener_is_asked_for_and_kept_apart() {
    let app = TestApp::start().await;
    listener(app.store(), "euros").await;
    app.store().get_or_create_user("dollars", "US", "USD", "en").await.expect("listener");
    let album_id = app.album_with_pressings("Radiohead").await;

    app.run(PriceReleases { album_id }).await.expect("done");

    let per_market = "select count(distinct (currency, ships_to)) from quotes";
    assert_eq!(app.count(per_market).await, 3, "euros to Spain and to anywhere, dollars to the United States");
    assert_eq!(app.count("select count(*) from album_best_price where class = 'cheapest'").await, 3);
    assert_eq!(app.sim.control().calls().discogs.endpoint("marketplace_stats"), 20);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pressing_that_is_gone_from_discogs_has_nothing_for_sale() {
    let app = TestApp::start().await;
    let album = support::AlbumBuilder::new(app.store(), "Zxqwv", "Plmokn", 1999).await;
    let (_, album) = album.pressing(999_999_999_999, 1999, 3, None).save().await;
    app.database.connect().await.batch_execute("update releases set priced_at = null").await.expect("never priced");

    let outcome = twice(&app, PriceReleases { album_id: album.get() }, async || {
        assert_eq!(app.count("select count(*) from releases where for_sale = 0 and priced_at is not null").await, 1);
        assert_eq!(app.count("select count(*) from quotes").await, 0);
    })
    .await;

    assert_eq!(outcome, Outcome::Done(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_album_without_a_row_is_skipped() {
    let app = TestApp::start().await;
    let outcome = app.run(PriceReleases { album_id: 987_654 }).await.expect("no error");
    assert_eq!(outcome, Outcome::Skipped("no such album"));
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_are_suggested_for_pressings_that_people_look_at() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let read = "update releases set details_wanted_at = now() where id in (select id from releases order by have desc nulls last, id limit 7)";
    app.database.connect().await.batch_execute(read).await.expect("seven pages are read");

    twice(&app, PriceReleases { album_id }, async || {
        assert_eq!(app.sim.control().calls().discogs.endpoint("price_suggestions"), 5, "a few a run");
        assert_eq!(app.count("select count(*) from price_suggestions").await, 5);
        let unread = "select count(*) from price_suggestions s join releases r on r.id = s.release_id where r.details_wanted_at is null";
        assert_eq!(app.count(unread).await, 0);
    })
    .await;
    let release_id = app.count("select min(release_id) from price_suggestions where amounts[1] is not null").await;
    let body = app.get(&format!("/releases/{release_id}/prices?country=ES")).await.body;
    let suggestions = body["suggestions"].as_array().expect("suggestions");
    assert_eq!(suggestions.len(), 8, "{body}");
    let amounts: Vec<i64> = suggestions.iter().filter_map(|s| s["amount"].as_i64()).collect();
    assert!(amounts.is_sorted() && amounts[0] > 0, "from poor to mint: {amounts:?}");
    assert!(suggestions.iter().all(|suggested| suggested["currency"] == "EUR"));

    let again = async |fetched: &str| {
        let stale = format!(
            "update albums set prices_fetched_at = null; update releases set priced_at = null;
                             update price_suggestions set fetched_at = now() - interval '{fetched}'"
        );
        app.database.connect().await.batch_execute(&stale).await.expect("stale");
        app.sim.control().reset_calls();
        app.run(PriceReleases { album_id }).await.expect("priced");
        app.sim.control().calls().discogs.endpoint("price_suggestions")
    };
    assert_eq!(again("29 days").await, 2, "those that are left; the others are not a month old");
    let expire =
        "update upstream_requests set fresh_until = now() - interval '1 hour' where endpoint = 'price_suggestions'";
    app.database.connect().await.batch_execute(expire).await.expect("expired");
    assert_eq!(again("31 days").await, 5);

    app.database.connect().await.batch_execute(expire).await.expect("expired");
    app.sim.control().set_seller_settings(false);
    assert_eq!(again("31 days").await, 2, "an account that gets none stops asking");
    let kept = app.store().price_suggestions(release_id).await.expect("asked");
    assert!(kept.is_some(), "what was suggested before is kept");
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_price_that_cannot_be_read_is_a_failure_and_not_that_there_is_none() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    app.run(PriceReleases { album_id }).await.expect("priced");
    let known = "select count(*) from quotes where provider = 'discogs'";
    let (quotes, points) =
        (app.count(known).await, app.count("select sum(cardinality(lows)) from price_histories").await);
    let stale = "update albums set prices_fetched_at = null; update releases set priced_at = null;
                 update upstream_requests set fresh_until = now() - interval '1 hour'";
    app.database.connect().await.batch_execute(stale).await.expect("stale");
    let body =
        r#"{"num_for_sale": 3, "lowest_price": {"currency": "Pounds", "value": 9.5}, "blocked_from_sale": false}"#;
    let unreadable = Fault::Status { status: 200, body: Some(body.to_owned()) };
    app.sim.control().fault(Rule::new(Upstream::Discogs, unreadable).endpoint("marketplace_stats"));

    let failed = app.run(PriceReleases { album_id }).await;

    assert!(matches!(&failed, Err(JobError::Retry(why)) if why.contains("lowest_price: \"Pounds\" 9.5")), "{failed:?}");
    let told = "select count(*) from price_checks where provider = 'discogs' and failure like '%Pounds%'";
    assert_eq!(app.count(told).await, 1);
    assert_eq!(
        (app.count(known).await, app.count("select sum(cardinality(lows)) from price_histories").await),
        (quotes, points)
    );
    assert_invariants(&app).await;
}

//! `fetch_rates`: ninety days at first, a day afterwards, and ninety again after a gap that is longer than a weekend.
use futures::future::join_all;
use support::{TestApp, assert_invariants};
use vinilogy_app::jobs::{FetchRates, IngestReleases, Job as _, Outcome, PriceReleases};

use crate::twice::twice;

/// How often each file was asked for: of ninety days, of one.
fn asked(app: &TestApp) -> (u64, u64) {
    let calls = app.sim.control().calls().ecb;
    (calls.endpoint("eurofxref-hist-90d"), calls.endpoint("eurofxref-daily"))
}

/// Forgets the newest days, and that the files were fetched.
async fn forget(app: &TestApp, days: i64) {
    let forget = format!(
        "delete from exchange_rates where day in (select distinct day from exchange_rates order by day desc limit {days});
         update upstream_requests set fresh_until = now() - interval '1 hour'"
    );
    app.database.connect().await.batch_execute(&forget).await.expect("forgotten");
}

async fn days(app: &TestApp) -> i64 {
    app.count("select count(distinct day) from exchange_rates").await
}

#[tokio::test(flavor = "multi_thread")]
async fn ninety_days_come_first_and_what_is_missing_afterwards() {
    let app = TestApp::start().await;

    let outcome = twice(&app, FetchRates::default(), async || {
        assert!(days(&app).await > 55);
        assert!(app.count("select count(distinct currency) from exchange_rates").await > 25);
        assert_eq!(asked(&app), (1, 0));
        assert_eq!(app.archived().await.iter().filter(|key| key.starts_with("raw/ecb/eurofxref-hist-90d/")).count(), 1);
    })
    .await;
    assert!(matches!(outcome, Outcome::Done(rates) if rates > 1_500), "{outcome:?}");
    let whole = (days(&app).await, app.content_hash().await);

    forget(&app, 1).await;
    let one = app.run(FetchRates::default()).await;
    assert!(matches!(one, Ok(Outcome::Done(25..=30))), "{one:?}");
    assert_eq!((asked(&app), (days(&app).await, app.content_hash().await)), ((1, 1), whole.clone()), "the day before");

    forget(&app, 2).await;
    let two = app.run(FetchRates::default()).await;
    assert!(matches!(two, Ok(Outcome::Done(50..=60))), "{two:?}");
    assert_eq!((asked(&app), (days(&app).await, app.content_hash().await)), ((2, 1), whole), "a day was missed");
    assert_eq!(app.run(FetchRates::default()).await.expect("no error"), Outcome::Skipped("what is out is known"));
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_find_none_one_asks_and_the_others_wait() {
    let app = TestApp::start().await;
    let albums: Vec<i64> = app.albums_of("Radiohead").await.into_iter().take(5).collect();
    for &album_id in &albums {
        app.run(IngestReleases { album_id }).await.expect("pressings");
    }
    forget(&app, 1000).await;
    app.forget().await;
    let sandboxes: Vec<_> = albums.iter().map(|_| app.sandbox()).collect();

    let ran =
        join_all(albums.iter().zip(&sandboxes).map(|(&album_id, sandbox)| PriceReleases { album_id }.run(sandbox)));
    let ran = ran.await;

    assert_eq!(asked(&app), (1, 0));
    assert!(days(&app).await > 55);
    assert!(ran.iter().all(|ran| matches!(ran, Ok(Outcome::Done(_)))), "{ran:?}");
    assert_eq!(app.count("select count(*) from quotes where item_cents is null").await, 0);
    assert_invariants(&app).await;
}

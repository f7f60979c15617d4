//! F36, F10: an archive makes the catalogue again, into an empty database and into one that was restored from a backup, from objects and
//! from packs, in spite of interruptions, without a call.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::{Days, TimeDelta};
use serde_json::json;
use support::{TestApp, TestDatabase, assert_invariants, natural_hash, price_hash};
use vinilogy_app::Context;
use vinilogy_app::jobs::{IngestArtist, IngestReleases, Job as _, JobError, Outcome, PriceOffers, PriceReleases};
use vinilogy_app::replay::{Counts, Report, Stage, replay};
use vinilogy_core::store::ReplayFilter;
use vinilogy_sim::{Fault, Rule, Upstream};

use crate::deliver::{exchanges, mend};

/// Ingests artists with all that follows from them.
async fn ingest(app: &TestApp, names: &[&str]) {
    for name in names {
        app.send_body::<IngestArtist>(&format!(r#"{{"name": "{name}"}}"#)).await;
        assert_eq!(app.drain().await.failed, 0);
    }
    app.assert_queues_empty().await;
    assert_invariants(app).await;
}

/// Replays without a call.
async fn replay_into(app: &TestApp, context: &Context, filter: &ReplayFilter) -> Report {
    app.sim.control().reset_calls();
    let report = replay(context, filter, &|_| {}).await.expect("replayed");
    assert_eq!(app.sim.control().calls().total(), 0);
    app.assert_queues_empty().await;
    report
}

/// Replays everything, of which nothing fails.
async fn replay_all(app: &TestApp, context: &Context) -> Report {
    let report = replay_into(app, context, &ReplayFilter::default()).await;
    assert_eq!(report.failures, Default::default());
    report
}

/// A sandbox of the same deployment with another database.
fn with_database(app: &TestApp, database: &TestDatabase) -> Context {
    app.sandbox_with(|config| config.database = database.settings(8))
}

async fn hash(database: &TestDatabase) -> String {
    natural_hash(&database.connect().await).await
}

/// All of the archive in packs, and nothing else.
async fn pack(app: &TestApp) {
    let sandbox = app.sandbox();
    let archive = sandbox.archive().await;
    let tomorrow = support::now().date_naive() + Days::new(1);
    for group in archive.to_pack(tomorrow, 100_000).await.expect("listed") {
        let pack = archive.write_pack(&group).await.expect("written").expect("a pack");
        archive.switch(&pack).await.expect("switched");
    }
    assert!(archive.delete_leftovers(Duration::ZERO).await.expect("deleted") > 50);
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_an_archive_makes_the_catalogue_again_from_an_empty_database() {
    let app = TestApp::start().await;
    ingest(&app, &["David Bowie", "Portishead", "Björk"]).await;
    let empty = TestDatabase::create().await;
    let context = with_database(&app, &empty);

    let report = replay_all(&app, &context).await;

    assert_eq!(hash(&empty).await, app.natural_hash().await);
    let counts = |stage| -> &Counts { &report.stages[&stage] };
    assert_eq!((counts(Stage::Artists).done, counts(Stage::Albums).done), (3, 3), "{report:?}");
    assert!(counts(Stage::Releases).done > 10 && counts(Stage::Prices).done > 100, "{report:?}");
    assert_eq!(counts(Stage::Rates).done, 1, "{report:?}");
    assert_eq!(report.restored.map(|restored| restored.objects), Some(app.archived().await.len() as u64));

    // Again, over what is there: nothing changes.
    replay_all(&app, &context).await;
    assert_eq!(hash(&empty).await, app.natural_hash().await);
    // And over the original.
    replay_all(&app, &app.sandbox()).await;
    assert_eq!(hash(&empty).await, app.natural_hash().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_a_backup_and_the_archive_make_the_catalogue_of_today() {
    let app = TestApp::start().await;
    ingest(&app, &["Portishead"]).await;
    let backup = app.database.copy().await;
    ingest(&app, &["Radiohead", "Björk"]).await;
    // The backup knows of objects that are gone, and nothing of what holds their answers now.
    pack(&app).await;
    assert_ne!(hash(&backup).await, app.natural_hash().await);

    replay_all(&app, &with_database(&app, &backup)).await;

    assert_eq!(hash(&backup).await, app.natural_hash().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_packs_make_the_catalogue_again_in_spite_of_interruptions() {
    let app = TestApp::start().await;
    ingest(&app, &["Radiohead"]).await;
    pack(&app).await;
    let empty = TestDatabase::create().await;
    // Killed again and again, each time a little later.
    for patience in [2, 9, 30, 90] {
        let (looked_at, killed) = (AtomicUsize::new(0), tokio::sync::Notify::new());
        let (context, everything) = (with_database(&app, &empty), ReplayFilter::default());
        let progress = |_| {
            if looked_at.fetch_add(1, Ordering::Relaxed) == patience {
                killed.notify_one();
            }
        };
        tokio::select! {
            biased;
            () = killed.notified() => {}
            report = replay(&context, &everything, &progress) => panic!("it was over: {report:?}"),
        }
    }
    // What died with its claim ends by itself; nobody waits for that here.
    empty.connect().await.batch_execute("delete from claims").await.expect("claims end");

    replay_all(&app, &with_database(&app, &empty)).await;

    assert_eq!(hash(&empty).await, app.natural_hash().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_what_was_made_from_an_old_answer_is_old() {
    let app = TestApp::start().await;
    ingest(&app, &["Portishead"]).await;
    for endpoint in [("lastfm", "artist.getInfo"), ("discogs", "master_versions"), ("discogs", "marketplace_stats")] {
        for (key, mut exchange) in exchanges(&app, endpoint.0, endpoint.1).await {
            exchange.fetched_at -= TimeDelta::days(365);
            let bytes = exchange.encode().expect("packed");
            app.s3().put_object().bucket(app.bucket()).key(key).body(bytes.into()).send().await.expect("kept");
        }
    }
    let empty = TestDatabase::create().await;

    replay_all(&app, &with_database(&app, &empty)).await;

    let client = empty.connect().await;
    let count = async |query: &str| -> i64 { client.query_one(query, &[]).await.expect("count").get(0) };
    let old = "between now() - interval '366 days' and now() - interval '364 days'";
    assert_eq!(count(&format!("select count(*) from artists where info_fetched_at {old}")).await, 1);
    assert_eq!(count("select count(*) from artists where albums_fetched_at > now() - interval '1 day'").await, 1);
    let albums = count("select count(*) from albums where release_count > 0").await;
    assert!(albums > 0);
    let of_old = format!(
        "select count(*) from albums where release_count > 0 and releases_fetched_at {old} and prices_fetched_at {old}"
    );
    assert_eq!(count(&of_old).await, albums);
    assert_eq!(count("select count(*) from quotes where observed_at > now() - interval '364 days'").await, 0);
}

/// Two albums, priced one after the other to their last pressing, with eBay's offers and what is suggested for some pressings.
async fn price_albums(app: &TestApp) {
    app.rates().await;
    let albums: Vec<i64> = app.albums_of("Portishead").await.into_iter().take(2).collect();
    for &album_id in &albums {
        app.run(IngestReleases { album_id }).await.expect("pressings");
    }
    let looked_at = "update releases set details_wanted_at = now() where id % 2 = 0";
    app.database.connect().await.batch_execute(looked_at).await.expect("somebody looked at them");
    app.store().want_albums(&albums).await.expect("wanted");
    for album_id in albums {
        while app.run(PriceReleases { album_id }).await.expect("priced") != Outcome::Skipped("fresh") {}
        app.run(PriceOffers { album_id }).await.expect("priced");
    }
    app.forget().await;
    for table in ["quotes where provider = 'ebay'", "price_histories", "price_suggestions", "price_looks"] {
        assert!(app.count(&format!("select count(*) from {table}")).await > 0, "{table}");
    }
}

async fn prices(database: &TestDatabase) -> String {
    price_hash(&database.connect().await).await
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_prices_offers_histories_and_suggestions_come_again_from_an_empty_database() {
    let app = TestApp::start().await;
    price_albums(&app).await;
    let empty = TestDatabase::create().await;
    let context = with_database(&app, &empty);

    let report = replay_all(&app, &context).await;

    assert_eq!(prices(&empty).await, prices(&app.database).await);
    let left: Vec<&str> = report.elsewhere.iter().map(|(endpoint, _)| endpoint.as_str()).collect();
    assert!(!left.contains(&"item_summary_search") && !left.contains(&"price_suggestions"), "{report:?}");
    assert!(Report::why_elsewhere("item").contains("searches"));
    replay_all(&app, &context).await;
    assert_eq!(prices(&empty).await, prices(&app.database).await, "again nothing changes");
    // What is not six hours old is known: nobody is asked again.
    let album_id = support::count(&empty.connect().await, "select min(album_id) from price_looks").await;
    assert_eq!(PriceOffers { album_id }.run(&context).await.expect("no error"), Outcome::Skipped("fresh"));
    assert_eq!(app.sim.control().calls().total(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_prices_in_every_listeners_country_come_again_whoever_earns_by_the_links() {
    let app = TestApp::start().await;
    for (name, country, currency) in [("ana", "ES", "EUR"), ("bob", "GB", "GBP")] {
        app.store().get_or_create_user(name, country, currency, "en").await.expect("a listener");
    }
    price_albums(&app).await;
    let before = prices(&app.database).await;
    let forgotten =
        "delete from exchange_rates; delete from quotes; delete from album_best_price; delete from price_histories;
                     delete from price_suggestions; delete from price_looks; delete from price_checks;
                     update releases set priced_at = null";
    app.database.connect().await.batch_execute(forgotten).await.expect("forgotten");

    replay_all(&app, &app.sandbox_with(|config| config.upstream.ebay_campaign_id = None)).await;

    assert_eq!(prices(&app.database).await, before);
    assert!(app.count("select count(*) from quotes where provider = 'ebay' and ships_to = 'GB'").await > 0);
    let checked = "select count(*) from price_checks where checked_at is not null";
    assert_eq!(app.count(checked).await, 4, "two albums at two providers");
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_only_what_a_filter_names_is_made_again() {
    let app = TestApp::start().await;
    ingest(&app, &["Portishead"]).await;
    let whole = app.natural_hash().await;
    app.database.connect().await.batch_execute("update releases set title = 'spoilt'").await.expect("spoilt");
    let spoilt = app.natural_hash().await;
    let filter = |endpoint: &str, since| ReplayFilter {
        service: Some("discogs".to_owned()),
        endpoint: Some(endpoint.to_owned()),
        since,
    };

    let none = replay_into(&app, &app.sandbox(), &filter("master_versions", Some(support::now()))).await;
    assert!(none.stages.values().all(|counts| *counts == Counts::default()) && none.restored.is_none(), "{none:?}");
    replay_into(&app, &app.sandbox(), &filter("search", None)).await;
    assert_eq!(app.natural_hash().await, spoilt);

    let since = Some(support::now() - TimeDelta::hours(1));
    let report = replay_into(&app, &app.sandbox(), &filter("master_versions", since)).await;
    assert_eq!(report.failures, Default::default());
    let made: Vec<Stage> =
        report.stages.iter().filter(|(_, counts)| counts.answers > 0).map(|(stage, _)| *stage).collect();
    assert_eq!(made, [Stage::Releases]);
    assert_eq!(app.natural_hash().await, whole);
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_what_is_not_in_the_archive_is_counted_and_never_asked_for() {
    let app = TestApp::start().await;
    ingest(&app, &["Portishead", "Björk"]).await;
    let (lost, _) = exchanges(&app, "lastfm", "artist.getSimilar").await.remove(0);
    app.s3().delete_object().bucket(app.bucket()).key(lost).send().await.expect("lost");
    let whole = app.natural_hash().await;

    let report = replay_into(&app, &app.sandbox(), &ReplayFilter::default()).await;

    let kinds: Vec<(&str, u64)> =
        report.failures.iter().map(|(kind, failure)| (kind.as_str(), failure.count)).collect();
    // Each answer about the artist leads to the same failure.
    assert!(matches!(kinds[..], [("not in the archive", 1..=3)]), "{report:?}");
    assert_eq!(report.stages[&Stage::Artists].done, 1);
    assert_eq!(app.natural_hash().await, whole);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_what_could_not_be_read_is_replayed_after_the_fix() {
    let app = TestApp::start().await;
    let albums = app.albums_of("Radiohead").await;
    app.sim.control().fault(Rule::new(Upstream::Discogs, Fault::DriftNull { field: None }).endpoint("master_versions"));
    for album_id in &albums[..3] {
        let failed = app.run(IngestReleases { album_id: *album_id }).await;
        assert!(matches!(&failed, Err(JobError::Retry(why)) if why.starts_with("malformed: ")), "{failed:?}");
    }
    let filter = ReplayFilter { endpoint: Some("master_versions".to_owned()), ..ReplayFilter::default() };
    let before = replay_into(&app, &app.sandbox(), &filter).await;
    let kinds: Vec<(&String, u64)> = before.failures.iter().map(|(kind, failure)| (kind, failure.count)).collect();
    assert!(matches!(kinds[..], [(kind, 3)] if kind.starts_with("malformed: versions[0].id")), "{before:?}");

    let next = AtomicUsize::new(1);
    mend(&app, "discogs", "master_versions", |body| {
        for version in body["versions"].as_array_mut().expect("versions") {
            version["id"] = json!(next.fetch_add(1, Ordering::Relaxed));
        }
    })
    .await;
    let after = replay_into(&app, &app.sandbox(), &filter).await;

    assert_eq!(after.failures, Default::default());
    assert_eq!(after.stages[&Stage::Releases].done, 3);
    assert_eq!(app.count("select count(*) from albums where release_count > 0").await, 3);
    assert_invariants(&app).await;
}

//! F10, F11: answers that are broken, or not what they were.
use serde_json::{Value, json};
use support::{TestApp, assert_invariants};
use vinilogy_app::jobs::{
    IngestAlbums, IngestArtist, IngestReleaseDetails, IngestReleases, Job, JobError, PriceReleases,
};
use vinilogy_sim::{Fault, Rule, Upstream};

use crate::deliver::{deliver, exchanges, mend};

/// The reason for which a job asks to be tried again.
pub fn reason(failed: Result<vinilogy_app::jobs::Outcome, JobError>) -> String {
    match failed {
        Err(JobError::Retry(why)) => why,
        other => panic!("a typed error was expected, not {other:?}"),
    }
}

/// An answer that is no answer: kept as evidence, nothing read from it, and asked for again once the upstream is well.
async fn broken(fault: Fault, is_evidence: impl Fn(&vinilogy_upstream::Exchange) -> bool) {
    let app = TestApp::start().await;
    let job = IngestReleases { album_id: app.albums_of("Radiohead").await[0] };
    let rows = app.content_hash().await;
    app.sim.control().fault(Rule::new(Upstream::Discogs, fault.clone()));

    let why = reason(app.run(job.clone()).await);
    assert!(why.starts_with("upstream unavailable: "), "{fault:?}: {why}");
    assert!(deliver(&app, &app.sandbox(), &job).await);

    assert_eq!(app.content_hash().await, rows, "{fault:?}");
    let kept = exchanges(&app, "discogs", "master_versions").await;
    assert_eq!(kept.len(), 2, "{fault:?}: each answer is kept");
    assert!(kept.iter().all(|(_, exchange)| is_evidence(exchange)), "{fault:?}: {kept:?}");
    assert_eq!(
        app.count(
            "select count(*) from upstream_requests where endpoint = 'master_versions' and fresh_until is not null"
        )
        .await,
        0
    );
    assert_eq!(app.count("select count(*) from albums where releases_fetched_at is not null").await, 0);
    assert_invariants(&app).await;

    app.sim.control().clear_faults();
    app.sim.control().reset_calls();
    assert_eq!(app.drain_queue::<IngestReleases>().await.failed, 0);
    assert_eq!(app.sim.control().calls().discogs.endpoint("master_versions"), 1);
    assert_eq!(app.count("select count(*) from albums where release_count > 0").await, 1);
    assert_invariants(&app).await;
    assert!(app.depth::<IngestReleases>(true).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_truncated_json() {
    let cut = |exchange: &vinilogy_upstream::Exchange| !exchange.complete && exchange.body.starts_with(b"{");
    Box::pin(broken(Fault::Truncate { percent: Some(60) }, cut)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_html_with_200() {
    Box::pin(broken(Fault::Html, |exchange| exchange.status == 200 && exchange.body.starts_with(b"<!DOCTYPE"))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_a_wrong_charset() {
    let whole =
        |exchange: &vinilogy_upstream::Exchange| exchange.complete && std::str::from_utf8(&exchange.body).is_err();
    Box::pin(broken(Fault::Charset, whole)).await;
}

/// What one endpoint is asked by, and how its answer drifts and is mended.
pub struct Drift {
    pub upstream: Upstream,
    /// Of the answer that drifts.
    pub endpoint: &'static str,
    pub fault: Fault,
    /// What the error must name.
    pub named: &'static str,
    pub mend: fn(&mut Value),
}

/// An answer without what it must have: no row changes, the error names the place, the answer stays in the archive, and after the fix the
/// same message succeeds without another call.
pub async fn drifted<J: Job + Clone>(app: &TestApp, job: J, drift: Drift) {
    let Drift { upstream, endpoint, fault, named, mend: mended } = drift;
    app.sim.control().fault(Rule::new(upstream, fault).endpoint(endpoint));
    let rows = app.content_hash().await;
    let why = reason(job.clone().run(&app.context).await);
    assert!(why.starts_with("malformed: ") && why.contains(named), "{endpoint}: {why}");
    assert_eq!(app.content_hash().await, rows, "{endpoint}");
    assert_invariants(app).await;

    app.sim.control().clear_faults();
    let calls = app.sim.control().calls().of(upstream).endpoint(endpoint);
    assert!(calls > 0);
    assert_eq!(
        reason(job.clone().run(&app.sandbox()).await),
        why,
        "{endpoint}: before the fix it fails from the archive"
    );
    mend(app, upstream.name(), endpoint, mended).await;
    assert!(!deliver(app, &app.sandbox(), &job).await, "{endpoint}: after the fix it works");
    assert_eq!(app.sim.control().calls().of(upstream).endpoint(endpoint), calls, "{endpoint}: replayed without a call");
    assert_ne!(app.content_hash().await, rows, "{endpoint}");
    assert_invariants(app).await;
}

/// Gives the elements of a list ids that count up from one.
fn number(list: &mut Value) {
    for (id, element) in (1..).zip(list.as_array_mut().expect("a list")) {
        element["id"] = json!(id);
    }
}

async fn known_artist(app: &TestApp) -> i64 {
    let id = app.store().get_or_create_artist("Radiohead", None).await.expect("artist").id;
    app.store().want_artist(id.into()).await.expect("wanted");
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_a_required_null_from_lastfm() {
    let app = TestApp::start().await;
    let job = IngestArtist::Known { artist_id: known_artist(&app).await };
    let drift = Drift {
        upstream: Upstream::Lastfm,
        endpoint: "artist.getInfo",
        fault: Fault::DriftNull { field: None },
        named: "artist.name",
        mend: |body| body["artist"]["name"] = json!("Radiohead"),
    };
    drifted(&app, job, drift).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_a_required_null_from_musicbrainz() {
    let app = TestApp::start().await;
    let artist_id = known_artist(&app).await;
    app.run(IngestArtist::Known { artist_id }).await.expect("ingested");
    app.forget().await;
    let drift = Drift {
        upstream: Upstream::Musicbrainz,
        endpoint: "browse_release-group",
        fault: Fault::DriftNull { field: Some("release-groups.title".to_owned()) },
        named: "release-groups[0].title",
        mend: |body| {
            body["release-groups"].as_array_mut().expect("groups").iter_mut().for_each(|g| g["title"] = json!("Mended"))
        },
    };
    drifted(&app, IngestAlbums { artist_id }, drift).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f10_a_required_null_from_discogs() {
    let app = TestApp::start().await;
    let album_id = app.albums_of("Radiohead").await[0];
    let drift = Drift {
        upstream: Upstream::Discogs,
        endpoint: "master_versions",
        fault: Fault::DriftNull { field: None },
        named: "versions[0].id",
        mend: |body| number(&mut body["versions"]),
    };
    drifted(&app, IngestReleases { album_id }, drift).await;
    app.forget().await;
    let real = app.albums_of("Portishead").await[0];
    app.run(IngestReleases { album_id: real }).await.expect("pressings");
    let release_id = app.count(&format!("select min(id) from releases where album_id = {real}")).await;
    app.forget().await;
    let drift = Drift {
        upstream: Upstream::Discogs,
        endpoint: "release",
        fault: Fault::DriftMissing { field: None },
        named: "id: missing",
        mend: |body| body["id"] = json!(1),
    };
    drifted(&app, IngestReleaseDetails { release_id }, drift).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f11_new_fields_everywhere_change_nothing() {
    let plain = TestApp::start().await;
    let drifting = TestApp::start().await;
    for upstream in Upstream::ALL {
        drifting.sim.control().fault(Rule::new(upstream, Fault::DriftNew));
    }
    for app in [&plain, &drifting] {
        app.send_body::<IngestArtist>(r#"{"name": "Portishead"}"#).await;
        assert_eq!(app.drain().await.failed, 0);
        assert_invariants(app).await;
        app.assert_queues_empty().await;
    }
    for rows in [
        "select md5(string_agg(a::text, ',' order by a)) from (select (name, mbid, url, listeners, tags)::text as a from artists) x",
        "select md5(string_agg(a::text, ',' order by a)) from (select (title, mbid, discogs_master_id, track_count, rating_hundredths)::text as a from albums) x",
        "select md5(string_agg(a::text, ',' order by a)) from (select (discogs_id, title, country, year, format, label, catno, have, want)::text as a from releases) x",
        "select md5(string_agg(a::text, ',' order by a)) from (select (discogs_id, ships_to, currency, amount)::text as a from quotes join releases on releases.id = release_id) x",
    ] {
        let hash = async |app: &TestApp| -> String {
            app.database.connect().await.query_one(rows, &[]).await.expect("hash").get(0)
        };
        assert_eq!(hash(&plain).await, hash(&drifting).await, "{rows}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn f11_a_missing_or_retyped_field_is_named() {
    let app = TestApp::start().await;
    let albums = app.albums_of("Radiohead").await;
    let cases = [
        (Fault::DriftMissing { field: None }, "versions[0].id: missing"),
        (Fault::DriftMissing { field: Some("pagination.pages".to_owned()) }, "pagination.pages: missing"),
        (Fault::DriftMissing { field: Some("versions.title".to_owned()) }, "versions[0].title: missing"),
        (Fault::DriftRetype { field: None }, "versions[0].id: "),
        (Fault::DriftRetype { field: Some("versions".to_owned()) }, "versions: "),
        (Fault::DriftRetype { field: Some("versions.catno".to_owned()) }, "versions[0].catno: "),
    ];
    let rows = app.content_hash().await;
    for (case, (fault, named)) in cases.into_iter().enumerate() {
        app.sim.control().clear_faults();
        app.sim.control().fault(Rule::new(Upstream::Discogs, fault.clone()).endpoint("master_versions"));
        let why = reason(app.run(IngestReleases { album_id: albums[case] }).await);
        assert!(why.starts_with(&format!("malformed: {named}")), "{fault:?}: {why}");
        assert_eq!(app.content_hash().await, rows, "{fault:?}");
    }
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f11_what_may_be_absent_may_be_missing() {
    let app = TestApp::start().await;
    for field in [
        "versions.country",
        "versions.label",
        "versions.catno",
        "versions.released",
        "versions.thumb",
        "versions.stats",
    ] {
        app.sim
            .control()
            .fault(Rule::new(Upstream::Discogs, Fault::DriftMissing { field: Some(field.to_owned()) }).times(1));
    }
    let albums = app.albums_of("Radiohead").await;
    for &album_id in &albums[..6] {
        app.run(IngestReleases { album_id }).await.expect("tolerated");
    }
    let stats = Fault::DriftMissing { field: Some("lowest_price".to_owned()) };
    app.sim.control().fault(Rule::new(Upstream::Discogs, stats).endpoint("marketplace_stats"));
    app.run(PriceReleases { album_id: albums[0] }).await.expect("tolerated");
    assert_eq!(app.count("select count(*) from quotes").await, 0);
    assert!(app.count("select count(*) from releases where for_sale > 0").await > 0);
    assert_invariants(&app).await;
}

//! `pack_archive`: many small objects become one, whatever happens in between, and every answer stays where a look-up finds it.
use std::collections::BTreeMap;
use std::time::Duration;

use chrono::{Days, NaiveDate};
use support::{TestApp, TestDatabase, assert_invariants};
use vinilogy_app::archive::S3Archive;
use vinilogy_app::jobs::{IngestArtist, IngestReleases, JobError, Outcome, PackArchive};
use vinilogy_sim::{Fault, Rule, Upstream};
use vinilogy_upstream::{Archive, Exchange};

/// An artist with all that follows from it, in the archive.
async fn ingested() -> TestApp {
    let app = TestApp::start().await;
    app.send_body::<IngestArtist>(r#"{"name": "Radiohead"}"#).await;
    assert_eq!(app.drain().await.failed, 0);
    app
}

fn tomorrow() -> NaiveDate {
    support::now().date_naive() + Days::new(1)
}

/// What a look-up finds, by fingerprint.
async fn recalled(app: &TestApp) -> BTreeMap<String, Exchange> {
    let rows = app.database.connect().await;
    let rows =
        rows.query("select fingerprint from upstream_requests where fresh_until > now()", &[]).await.expect("rows");
    let sandbox = app.sandbox();
    let archive = sandbox.archive().await;
    let mut found = BTreeMap::new();
    for row in rows {
        let fingerprint: String = row.get(0);
        let exchange = archive.recall(&fingerprint).await.expect("the archive answers").expect("an answer");
        found.insert(fingerprint, exchange);
    }
    found
}

/// Packs what there is, up to and without the last step. Returns the names of the packs.
async fn pack(archive: &S3Archive) -> Vec<String> {
    let mut packs = Vec::new();
    for group in archive.to_pack(tomorrow(), 10_000).await.expect("listed") {
        let pack = archive.write_pack(&group).await.expect("written").expect("a pack");
        archive.switch(&pack).await.expect("switched");
        packs.push(pack.key);
    }
    packs
}

async fn packs(app: &TestApp) -> Vec<String> {
    app.archived().await.into_iter().filter(|key| key.contains("/packs/")).collect()
}

/// What is in the bucket becomes what was put there a week ago.
async fn age_by_a_week(app: &TestApp) {
    let (today, then) = (support::now().date_naive(), support::now().date_naive() - Days::new(7));
    for key in app.archived().await {
        let (s3, bucket) = (app.s3(), app.bucket());
        let older = key.replace(&format!("/{today}/"), &format!("/{then}/"));
        let object = s3.get_object().bucket(bucket).key(&key).send().await.expect("an object");
        let bytes = object.body.collect().await.expect("its bytes").into_bytes();
        s3.put_object().bucket(bucket).key(older).body(bytes.into()).send().await.expect("kept");
        s3.delete_object().bucket(bucket).key(key).send().await.expect("deleted");
    }
    let rows = format!("update upstream_requests set archive_key = replace(archive_key, '/{today}/', '/{then}/')");
    app.database.connect().await.batch_execute(&rows).await.expect("rows");
}

const GRACE_IS_OVER: &str = "update archive_leftovers set packed_at = now() - interval '2 hours'";

#[tokio::test(flavor = "multi_thread")]
async fn objects_of_days_that_are_over_are_packed_and_deleted_later() {
    let app = ingested().await;
    let before = recalled(&app).await;
    let objects = app.archived().await.len();
    assert_eq!(app.run(PackArchive {}).await.expect("no error"), Outcome::Skipped("nothing to pack"), "today goes on");

    age_by_a_week(&app).await;
    let outcome = app.run(PackArchive {}).await.expect("packed");
    let packed = app.count("select count(*) from upstream_requests where archive_offset is not null").await;
    assert_eq!(outcome, Outcome::Done(packed.unsigned_abs()));
    assert!(packed > 50, "{packed}");
    assert_eq!(app.count("select count(*) from archive_leftovers").await, packed);
    // Few objects of an endpoint wait for more.
    let few = "select coalesce(max(n), 0) from (select count(*) as n from upstream_requests where archive_offset is null group by endpoint) x";
    assert!(app.count(few).await < 8);
    assert_eq!(app.archived().await.len(), objects + packs(&app).await.len(), "nothing is deleted yet");
    assert_eq!(recalled(&app).await, before);

    let again = app.run(PackArchive {}).await.expect("no error");
    assert_eq!(again, Outcome::Skipped("nothing to pack"), "what is left over is not packed again");

    app.database.connect().await.batch_execute(GRACE_IS_OVER).await.expect("an hour later");
    let outcome = app.run(PackArchive {}).await.expect("deleted");
    assert_eq!(outcome, Outcome::Done(packed.unsigned_abs()));
    let left = objects - usize::try_from(packed).expect("a number");
    assert_eq!(app.archived().await.len(), left + packs(&app).await.len());
    assert_eq!(recalled(&app).await, before);
    assert_eq!(app.run(PackArchive {}).await.expect("no error"), Outcome::Skipped("nothing to pack"));
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_after_any_step_it_goes_on_and_nothing_is_lost() {
    let app = ingested().await;
    let before = recalled(&app).await;
    let sandbox = app.sandbox();
    let archive = sandbox.archive().await;
    let groups = archive.to_pack(tomorrow(), 10_000).await.expect("listed");

    // Written, and no row leads there.
    let written = archive.write_pack(&groups[0]).await.expect("written").expect("a pack");
    assert_eq!(recalled(&app).await, before);
    assert_eq!(archive.to_pack(tomorrow(), 10_000).await.expect("listed"), groups, "as if nothing had happened");

    // The next run writes the same object again; rows lead there, and the objects are left over.
    let all = pack(archive).await;
    assert!(all.contains(&written.key));
    assert_eq!(packs(&app).await.len(), groups.len());
    assert_eq!(recalled(&app).await, before);
    assert!(pack(archive).await.is_empty(), "nothing is packed twice");
    // A second packer that was slower: its rows lead to a pack already.
    assert_eq!(archive.switch(&written).await.expect("no error"), 0);

    // Some are deleted, and it is killed before it has forgotten them.
    for packed in &written.packed[..5] {
        app.s3().delete_object().bucket(app.bucket()).key(&packed.key).send().await.expect("deleted");
    }
    assert_eq!(recalled(&app).await, before);
    let left = app.count("select count(*) from archive_leftovers").await;
    assert_eq!(archive.delete_leftovers(Duration::ZERO).await.expect("deleted"), left.unsigned_abs());
    assert_eq!(archive.delete_leftovers(Duration::ZERO).await.expect("nothing left"), 0);
    assert_eq!(recalled(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_that_a_row_leads_to_is_never_deleted() {
    let app = ingested().await;
    let row = "insert into archive_leftovers (archive_key, packed_at)
               select archive_key, now() - interval '1 day' from upstream_requests";
    app.database.connect().await.batch_execute(row).await.expect("left over by mistake");
    let objects = app.archived().await;
    assert_eq!(app.sandbox().archive().await.delete_leftovers(Duration::ZERO).await.expect("no error"), 0);
    assert_eq!(app.archived().await, objects);
}

#[tokio::test(flavor = "multi_thread")]
async fn look_ups_go_on_while_objects_are_packed_and_deleted() {
    let app = ingested().await;
    let before = recalled(&app).await;
    let sandbox = app.sandbox();
    let archive = sandbox.archive().await;
    let packing = async {
        let packs = pack(archive).await;
        // Without any grace: a reader may have read the row when the object is gone.
        let deleted = archive.delete_leftovers(Duration::ZERO).await.expect("deleted");
        (packs.len(), deleted)
    };
    let reading = async {
        loop {
            assert_eq!(recalled(&app).await, before);
        }
    };
    tokio::select! {
        (packs, deleted) = packing => assert!(packs > 1 && deleted > 50, "{packs} packs, {deleted} deleted"),
        never = reading => never,
    }
    assert_eq!(recalled(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn evidence_is_packed_and_the_bucket_alone_says_what_there_is() {
    let app = ingested().await;
    let albums = app.albums_of("Björk").await;
    app.sim.control().fault(Rule::new(Upstream::Discogs, Fault::Html));
    for album_id in &albums[..9] {
        let failed = app.run(IngestReleases { album_id: *album_id }).await;
        assert!(matches!(failed, Err(JobError::Retry(_))), "{failed:?}");
    }
    let before = recalled(&app).await;
    let sandbox = app.sandbox();
    let archive = sandbox.archive().await;
    pack(archive).await;
    archive.delete_leftovers(Duration::ZERO).await.expect("deleted");
    let held = archive.held().await.expect("listed");
    assert_eq!(held.values().map(|held| held.evidence).sum::<u64>(), 0, "{held:?}");
    assert_eq!(recalled(&app).await, before);

    let empty = TestDatabase::create().await;
    let other = app.sandbox_with(|config| config.database = empty.settings(4));
    let restored = other.archive().await.restore(&|_, _| {}).await.expect("restored");
    assert_eq!(restored.damaged, 0);
    assert_eq!(places(&empty).await, places(&app.database).await);
    let again = other.archive().await.restore(&|_, _| {}).await.expect("restored");
    assert_eq!(again.rows, 0, "{again:?}");
    // Where nothing was lost nothing changes, what is fresh stays fresh.
    assert_eq!(archive.restore(&|_, _| {}).await.expect("restored").rows, 0);
    assert_eq!(recalled(&app).await, before);
}

/// Where each answer lies, and whether it is evidence.
async fn places(database: &TestDatabase) -> Vec<String> {
    let places = "select (fingerprint, upstream, endpoint, url, status, archive_key, archive_offset, archive_length, bytes, fetched_at,
                          fresh_until is null)::text from upstream_requests order by 1";
    database.connect().await.query(places, &[]).await.expect("rows").iter().map(|row| row.get(0)).collect()
}

//! F20, F21, F25: imports whose worker is killed, whose queue is away, and which would keep others waiting.
use std::time::Duration;

use axum::http::StatusCode;
use serde_json::json;
use support::{TestApp, assert_invariants, listener};
use vinilogy_app::Context;
use vinilogy_app::jobs::{AdmitArtists, ImportArtists, IngestArtist, Job, Outcome, SweepArtists, SweepImports};
use vinilogy_core::domain::ids::{ImportId, UserId};
use vinilogy_core::store::Import;

use crate::deliver::send;

/// Artists of a listener, some twice, some rows refused.
fn list(rows: usize) -> Vec<u8> {
    let row = |n: usize| match n % 100 {
        13 => format!(",{n}\n"),
        17 => format!("\"never closed {n},1\n"),
        _ => format!("Band number {},{}\n", n % (rows / 2), n % 11),
    };
    format!("artist,rating\n{}", (0..rows).map(row).collect::<String>()).into_bytes()
}

async fn import(app: &TestApp, id: i64) -> Import {
    app.store().import(ImportId::from(id)).await.expect("the import")
}

/// A sandbox that finds its queues nowhere.
fn without_queues(app: &TestApp) -> Context {
    app.sandbox_with(|config| config.queue_url_prefix = config.queue_url_prefix.replace("/t", "/away-"))
}

/// An hour in which nothing happened.
async fn an_hour_later(app: &TestApp) {
    let age = "update imports set read_at = read_at - interval '1 hour';
               update wishes set admitted_at = admitted_at - interval '1 hour';
               update claims set until = until - interval '1 hour'";
    app.database.connect().await.batch_execute(age).await.expect("an hour later");
}

/// What an import has become, without what tells it from another one of the same file.
async fn content(app: &TestApp, id: i64) -> String {
    let client = app.database.connect().await;
    let query = "select concat_ws(' ', i.state, i.next, i.line, i.rows, i.wished, i.repeated, i.refused, i.pending, i.rating_top,
            (select md5(string_agg(concat_ws(' ', artist_id, position, rating, image_url, state), ',' order by artist_id))
             from wishes where import_id = i.id),
            (select md5(string_agg(concat_ws(' ', line, reason, excerpt), ',' order by line)) from import_refusals where import_id = i.id))
        from imports i where i.id = $1";
    client.query_one(query, &[&id]).await.expect("an import").get(0)
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::disallowed_methods, reason = "a worker is killed by aborting its task, which nothing freezes here")]
async fn f20_a_worker_that_is_killed_in_the_middle_of_a_file() {
    let app = TestApp::start().await;
    let (ana, _) = listener(app.store(), "ana").await;
    let (eve, _) = listener(app.store(), "eve").await;
    let file = list(12_000);
    let whole = app.started_import(eve, "whole.csv", file.clone()).await;
    assert_eq!(app.run(ImportArtists::Started { import_id: whole }).await.expect("read"), Outcome::Done(12_000));

    let id = app.started_import(ana, "killed.csv", file).await;
    let job = ImportArtists::Started { import_id: id };
    let mut kills = 0;
    while import(&app, id).await.state == "reading" {
        let before = import(&app, id).await.next;
        let (sandbox, job) = (app.sandbox(), job.clone());
        let worker = tokio::spawn(async move { job.run(&sandbox).await.map(drop) });
        // Killed as soon as a part is written: another one is under way.
        while !worker.is_finished() && import(&app, id).await.next == before {}
        kills += usize::from(!worker.is_finished());
        worker.abort();
        drop(worker.await);
        an_hour_later(&app).await;
    }
    assert!(kills > 0, "nobody was killed");
    assert_eq!(content(&app, id).await, content(&app, whole).await, "after {kills} kills");
    assert!(matches!(app.run(job).await, Ok(Outcome::Skipped(_))));
    app.database.connect().await.batch_execute("delete from claims").await.expect("those of the killed");
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f20_two_workers_on_one_import_write_each_part_once() {
    let app = TestApp::start().await;
    let (ana, _) = listener(app.store(), "ana").await;
    let (eve, _) = listener(app.store(), "eve").await;
    let whole = app.started_import(eve, "whole.csv", list(6_000)).await;
    app.run(ImportArtists::Started { import_id: whole }).await.expect("read");
    let id = app.started_import(ana, "twice.csv", list(6_000)).await;
    // A claim that ran out while its worker was slow protects nothing; the place in the row does.
    let held = app.store().claim("another job", id, Duration::from_secs(60)).await.expect("asked").expect("free");
    let runs = (0..4).map(|_| async {
        loop {
            let clear = "delete from claims where job = 'import_artists'";
            app.database.connect().await.batch_execute(clear).await.expect("ran out");
            let outcome = ImportArtists::Started { import_id: id }.run(&app.sandbox()).await.expect("no error");
            if outcome == Outcome::Skipped("read to its end") {
                return;
            }
        }
    });
    futures::future::join_all(runs).await;
    app.store().give_back(&held).await.expect("given back");
    assert_eq!(content(&app, id).await, content(&app, whole).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn f21_an_import_whose_queue_is_away_is_found_by_the_sweep() {
    let app = TestApp::start().await;
    let (ana, token) = listener(app.store(), "ana").await;
    let (eve, _) = listener(app.store(), "eve").await;
    let file = list(60_000);
    let whole = app.started_import(eve, "whole.csv", file.clone()).await;
    send(&app, &ImportArtists::Started { import_id: whole }).await;
    assert_eq!(app.drain_queue::<ImportArtists>().await.failed, 0);

    // The first part is committed, and the message for the next one cannot be sent.
    let id = app.started_import(ana, "a.csv", file).await;
    let failed = ImportArtists::Started { import_id: id }.run(&without_queues(&app)).await;
    assert!(failed.is_err(), "{failed:?}");
    let begun = import(&app, id).await;
    assert!(begun.next > 0 && begun.state == "reading");
    app.assert_queues_empty().await;

    an_hour_later(&app).await;
    assert_eq!(app.run(SweepImports::default()).await.expect("found"), Outcome::Done(1));
    app.forget().await;
    send(&app, &ImportArtists::Started { import_id: id }).await;
    assert_eq!(app.drain_queue::<ImportArtists>().await.failed, 0);
    assert_eq!(content(&app, id).await, content(&app, whole).await);
    let path = format!("/imports/{id}");
    assert_eq!(app.get_as(&token, &path).await.body["state"], "done");
}

#[tokio::test(flavor = "multi_thread")]
async fn f21_artists_that_were_admitted_while_the_queue_is_away_are_found_by_the_sweep() {
    let app = TestApp::start().await;
    let (ana, _) = listener(app.store(), "ana").await;
    let id = app.started_import(ana, "a.csv", b"Radiohead\nPortishead\nBj\xc3\xb6rk\n".to_vec()).await;
    app.run(ImportArtists::Started { import_id: id }).await.expect("read");
    let failed = AdmitArtists::default().run(&without_queues(&app)).await;
    assert!(failed.is_err(), "{failed:?}");
    assert_eq!(app.count("select count(*) from artists where wanted_at is not null").await, 3, "committed");
    assert_eq!(app.run(SweepArtists::default()).await.expect("found"), Outcome::Done(3));
    assert!(matches!(app.run(AdmitArtists::default()).await, Ok(Outcome::Skipped(_))), "none is admitted twice");
    assert_eq!(import(&app, id).await.pending, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn f25_others_are_served_while_a_long_list_is_read() {
    let app = TestApp::start().await;
    let (ana, _) = listener(app.store(), "ana").await;
    let (eve, eve_token) = listener(app.store(), "eve").await;
    let long = app.started_import(ana, "long.csv", list(100_000)).await;
    app.context.on_behalf_of(ana).queues().await.send(&ImportArtists::Started { import_id: long }).await.expect("sent");
    work_once(&app).await;

    // She has a part read; another listener comes with a short list and asks for an artist.
    let short = app.started_import(eve, "short.csv", b"Radiohead\nPortishead\n".to_vec()).await;
    app.context
        .on_behalf_of(eve)
        .queues()
        .await
        .send(&ImportArtists::Started { import_id: short })
        .await
        .expect("sent");
    let asked = app.post(None, "/artists", &json!({"name": "Low"})).await;
    assert_eq!(asked.status, StatusCode::ACCEPTED);
    let seed = app.post(Some(&eve_token), "/me/seeds", &json!({"name": "Eels"})).await;
    assert_eq!(seed.status, StatusCode::CREATED);

    work_once(&app).await;
    assert_eq!(import(&app, short).await.state, "done", "read in the next turn");
    let rest = import(&app, long).await;
    assert!(rest.state == "reading" && rest.next < rest.size.unwrap_or(0) / 2, "{} of {:?}", rest.next, rest.size);
    // Nothing of the list is before them in the queue for artists.
    let waiting = app.receive::<IngestArtist>().await;
    assert_eq!(waiting.records.len(), 2, "Low and Eels");
}

/// One round of Lambda's: as many messages as are there, each by itself.
async fn work_once(app: &TestApp) {
    let event = app.receive::<ImportArtists>().await;
    assert!(app.work_off::<ImportArtists>(&app.context, event).await.batch_item_failures.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn f25_two_hundred_thousand_wishes_leave_others_their_turns() {
    let app = TestApp::start().await;
    let (ana, _) = listener(app.store(), "ana").await;
    let (eve, _) = listener(app.store(), "eve").await;
    wish_for_many(&app, ana, 200_000).await;
    let sandbox = app.sandbox_with(|config| config.artists_per_day = 100);
    assert_eq!(AdmitArtists::default().run(&sandbox).await.expect("admitted"), Outcome::Done(5));

    // Of all that she wished for, an hour's share is in the queue; whoever asks now comes right behind.
    assert_eq!(app.post(None, "/artists", &json!({"name": "Low"})).await.status, StatusCode::ACCEPTED);
    let waiting = app.receive_all::<IngestArtist>().await;
    assert_eq!(waiting.records.len(), 6);
    assert!(!waiting.records[5].attributes.contains_key("MessageGroupId"), "Low is among the first six");

    // Whoever wishes for three has them in the next hour, though two hundred thousand wait.
    let id = app.started_import(eve, "short.csv", b"Radiohead\nPortishead\nEels\n".to_vec()).await;
    app.run(ImportArtists::Started { import_id: id }).await.expect("read");
    an_hour_later(&app).await;
    assert_eq!(AdmitArtists::default().run(&sandbox).await.expect("admitted"), Outcome::Done(5));
    assert_eq!(import(&app, id).await.pending, 0, "hers are done");
    assert_eq!(app.count(&format!("select pending from imports where user_id = {ana}")).await, 200_000 - 5 - 2);
}

/// An import of so many artists that has been read.
async fn wish_for_many(app: &TestApp, user: UserId, artists: i64) {
    let rows = format!(
        "insert into imports (user_id, source, object_key, state, size, next, rows, wished, pending)
         values ({user}, 'csv', 'imports/many.csv', 'done', 1, 1, {artists}, {artists}, {artists});
         insert into artists (name, name_key) select 'band ' || n, 'band ' || n from generate_series(1, {artists}) n;
         insert into wishes (import_id, artist_id, caller, position, state)
         select (select max(id) from imports), id, {user}, id, 'waiting' from artists;
         analyze wishes"
    );
    app.database.connect().await.batch_execute(&rows).await.expect("many wishes");
}

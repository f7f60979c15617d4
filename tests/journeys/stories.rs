//! What a listener and an operator live through.
use futures::FutureExt;
use futures::future::LocalBoxFuture;
use libtest_mimic::Failed;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;
use vinilogy_app::jobs::{IngestAlbums, IngestArtist, IngestReleases};
use vinilogy_sim::{Fault, Rule, Upstream};

use crate::deployed::Deployed;

type Told<'a> = LocalBoxFuture<'a, Result<(), Failed>>;

/// An artist by name, a run that is watched, a seed, twenty albums with score, reason, pressing and price.
pub fn a_name_becomes_recommendations(deployed: &Deployed) -> Told<'_> {
    async move {
        let artist = ingest(deployed, "Radiohead").await?;
        let (_, token) = support::listener(&deployed.store, &format!("listener {}", Uuid::new_v4())).await;
        let seed = json!({"artist_id": artist});
        let (status, _) = deployed.call(Method::POST, "/me/seeds", Some(&token), Some(seed)).await;
        assert_eq!(status, StatusCode::CREATED);
        let (status, recs) = deployed.call(Method::GET, "/recs", Some(&token), None).await;
        assert_eq!(status, StatusCode::OK, "{recs}");
        let items = recs["items"].as_array().expect("items");
        assert!(!items.is_empty());
        for item in items {
            let terms = item["terms"].as_array().expect("terms");
            let sum: f64 = terms.iter().map(|term| term["points"].as_f64().expect("points")).sum();
            assert!((sum - item["score"].as_f64().expect("score")).abs() < 0.005, "{item}");
            assert!(item["explanation"].as_str().is_some_and(|text| text.contains("picked")), "{item}");
            assert!(item["pressing"]["id"].is_i64(), "{item}");
        }
        assert!(items.iter().any(|item| item["pressing"]["price"]["amount"].is_i64()));
        let album = items[0]["album"]["id"].as_i64().expect("album");
        let (status, page) = deployed.call(Method::GET, &format!("/albums/{album}/releases?limit=5"), None, None).await;
        assert_eq!((status, page["releases"].as_array().map(Vec::len)), (StatusCode::OK, Some(5)), "{page}");
        Ok(())
    }
    .boxed_local()
}

/// A body that no worker can read is received five times, lies in the dead letters as it was, and its neighbours are served. When
/// it is sent again it is read again.
pub fn f5_poison(deployed: &Deployed) -> Told<'_> {
    async move {
        let (queue, dead) = (deployed.queue::<IngestAlbums>(false), deployed.queue::<IngestAlbums>(true));
        deployed.sqs.purge_queue().queue_url(&dead).send().await.expect("purged");
        deployed.hide_for(&queue, 1).await;
        let poison = format!("poison {}", Uuid::new_v4());
        deployed.sqs.send_message().queue_url(&queue).message_body(&poison).send().await.expect("sent");
        deployed.until("the poison is a dead letter", async || deployed.messages(&dead).await == 1).await?;
        let letter = deployed.sqs.receive_message().queue_url(&dead).visibility_timeout(0).send().await.expect("read");
        let letter = letter.messages.unwrap_or_default();
        assert_eq!(letter.first().and_then(|message| message.body.as_deref()), Some(poison.as_str()));
        let handle = letter[0].receipt_handle.clone().expect("handle");
        deployed.sqs.delete_message().queue_url(&dead).receipt_handle(handle).send().await.expect("deleted");
        deployed.sqs.send_message().queue_url(&queue).message_body(&poison).send().await.expect("sent again");
        deployed.until("it is a dead letter again", async || deployed.messages(&dead).await == 1).await?;
        deployed.sqs.purge_queue().queue_url(&dead).send().await.expect("purged");
        deployed.hide_for(&queue, 360).await;
        Ok(())
    }
    .boxed_local()
}

/// The worker dies in the middle of an upstream call. The message comes back, the claim runs out, the work is done once.
pub fn f20_killed_worker(deployed: &Deployed) -> Told<'_> {
    async move {
        let queue = deployed.queue::<IngestReleases>(false);
        let control = deployed.sim.control();
        // One list of pressings takes longer than it takes to find and kill the worker.
        control
            .fault(Rule::new(Upstream::Discogs, Fault::Hang { ms: Some(8_000) }).endpoint("master_versions").times(1));
        // Long enough that the message comes back only after the dead worker's claim has been ended below.
        deployed.hide_for(&queue, 15).await;
        let (_, accepted) = deployed.call(Method::POST, "/artists", None, Some(json!({"name": "Portishead"}))).await;
        let before = || control.calls().of(Upstream::Discogs).endpoint("master_versions");
        deployed.until("a worker asks Discogs", async || before() > 0).await?;
        assert!(deployed.kill("ingest_releases") > 0, "no worker was running");
        // A dead worker's claim ends by itself after a minute and a half; the story does not wait for it.
        let client = deployed.store.client().await.expect("a connection");
        client.execute("update claims set until = now() - interval '1 second'", &[]).await.expect("time passes");
        finished(deployed, &accepted).await?;
        control.clear_faults();
        let twice = "select count(*) from (select discogs_id from releases group by 1 having count(*) > 1) twice";
        assert_eq!(client.query_one(twice, &[]).await.expect("count").get::<_, i64>(0), 0);
        deployed
            .until("no claim is left", async || {
                let left = client.query_one("select count(*) from claims where until > now()", &[]).await;
                left.is_ok_and(|row| row.get::<_, i64>(0) == 0)
            })
            .await?;
        assert_eq!(deployed.messages(&deployed.queue::<IngestReleases>(true)).await, 0, "no dead letter");
        deployed.hide_for(&queue, 360).await;
        Ok(())
    }
    .boxed_local()
}

/// Each path of the document answers through the gateway with something other than "no such route".
pub fn every_route_is_deployed(deployed: &Deployed) -> Told<'_> {
    async move {
        let (status, document) = deployed.call(Method::GET, "/openapi.json", None, None).await;
        assert_eq!(status, StatusCode::OK);
        for (path, methods) in document["paths"].as_object().expect("paths") {
            for method in methods.as_object().expect("methods").keys() {
                let url = path.replace("{id}", "999999999").replace("{artist_id}", "999999999");
                let verb: Method = method.to_uppercase().parse().expect("a method");
                let (status, body) = deployed.call(verb, &url, None, None).await;
                assert!(!status.is_server_error(), "{method} {path}: {status} {body}");
                assert_ne!(body["detail"], json!("no such route"), "{method} {path}");
                assert!(body.is_object(), "{method} {path}: {body}");
            }
        }
        Ok(())
    }
    .boxed_local()
}

/// Sends a name and waits for the run; returns the artist's id.
async fn ingest(deployed: &Deployed, name: &str) -> Result<i64, Failed> {
    let (status, accepted) = deployed.call(Method::POST, "/artists", None, Some(json!({"name": name}))).await;
    assert_eq!(status, StatusCode::ACCEPTED, "{accepted}");
    assert!(deployed.queue::<IngestArtist>(false).contains(&deployed.stack));
    finished(deployed, &accepted).await
}

async fn finished(deployed: &Deployed, accepted: &Value) -> Result<i64, Failed> {
    let run = format!("/runs/{}", accepted["run_id"]);
    let done = async || deployed.call(Method::GET, &run, None, None).await.1["phase"] == "done";
    deployed.until("the run is done", done).await?;
    accepted["artist_id"].as_i64().ok_or_else(|| "no artist".into())
}

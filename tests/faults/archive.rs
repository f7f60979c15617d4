//! F19: the archive cannot be written, or takes its time.
use std::time::Duration;

use support::{TestApp, assert_invariants};
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use vinilogy_app::jobs::{IngestReleases, Job, JobError, Outcome};
use vinilogy_sim::{Fault, RetryAfter, Rule, Upstream};

use crate::deliver::{deliver, exchanges, send};

async fn assert_nothing_happened(app: &TestApp, rows: &str) {
    assert_eq!(app.content_hash().await, rows);
    assert_eq!(app.count("select count(*) from albums where releases_fetched_at is not null").await, 0);
    assert_eq!(app.count("select count(*) from upstream_requests where endpoint = 'master_versions'").await, 0);
    assert!(exchanges(app, "discogs", "master_versions").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_an_archive_that_cannot_be_written() {
    let app = TestApp::start().await;
    let job = IngestReleases { album_id: app.albums_of("Radiohead").await[0] };
    let rows = app.content_hash().await;
    let astray = app.sandbox_with(|config| config.archive_bucket = format!("{}-gone", config.archive_bucket));

    let failed = job.clone().run(&astray).await;

    let kept = "upstream unavailable: the answer could not be kept: ";
    assert!(matches!(&failed, Err(JobError::Retry(why)) if why.starts_with(kept)), "{failed:?}");
    assert!(deliver(&app, &astray, &job).await, "redelivered");
    assert_eq!(app.sim.control().calls().discogs.total, 2, "one call each time, and no more");
    assert_nothing_happened(&app, &rows).await;
    assert_invariants(&app).await;

    // The bucket is back.
    assert_eq!(app.drain_queue::<IngestReleases>().await.failed, 0);
    assert_eq!(app.count("select count(*) from albums where release_count > 0").await, 1);
    assert_eq!(exchanges(&app, "discogs", "master_versions").await.len(), 1);
    assert!(app.depth::<IngestReleases>(true).await.is_empty());
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_a_refusal_is_heeded_even_when_it_cannot_be_kept() {
    let app = TestApp::start().await;
    let job = IngestReleases { album_id: app.albums_of("Radiohead").await[0] };
    let after = RetryAfter::Seconds(120);
    app.sim.control().fault(Rule::new(Upstream::Discogs, Fault::RetryAfter { after, status: None }).times(1));
    let astray = app.sandbox_with(|config| config.archive_bucket = format!("{}-gone", config.archive_bucket));
    let refused = job.clone().run(&astray).await;
    assert!(matches!(refused, Err(JobError::Later(_))), "{refused:?}");
    let refused = app.run(job).await;
    assert!(matches!(refused, Err(JobError::Later(wait)) if wait > Duration::from_secs(60)), "{refused:?}");
    assert_eq!(app.sim.control().calls().discogs.total, 1);
}

/// A way to AWS on which nothing is written until it is opened.
struct Gate {
    url: String,
    /// One message for each write that waits.
    waiting: mpsc::UnboundedReceiver<()>,
    open: watch::Sender<bool>,
    _connections: JoinSet<()>,
}

impl Gate {
    async fn before(endpoint_url: &str) -> Self {
        let behind = endpoint_url.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (arrived, waiting) = mpsc::unbounded_channel();
        let (open, opened) = watch::channel(false);
        let mut connections = JoinSet::new();
        connections.spawn(async move {
            let mut served = JoinSet::new();
            while let Ok((client, _)) = listener.accept().await {
                served.spawn(pass(client, behind.clone(), arrived.clone(), opened.clone()));
            }
        });
        Self { url, waiting, open, _connections: connections }
    }
}

/// Passes a connection on; its first request waits at the gate when it is a write.
async fn pass(
    mut client: TcpStream,
    behind: String,
    arrived: mpsc::UnboundedSender<()>,
    mut open: watch::Receiver<bool>,
) {
    let mut first = vec![0; 4];
    let read = client.read_exact(&mut first).await;
    let mut server = TcpStream::connect(behind).await.expect("AWS is behind the gate");
    if read.is_ok() && first == b"PUT " {
        arrived.send(()).expect("the test still waits");
        open.wait_for(|open| *open).await.expect("the gate still stands");
    }
    server.write_all(&first).await.expect("passed on");
    // How it ends is the business of the two sides.
    drop(copy_bidirectional(&mut client, &mut server).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn f19_nothing_is_read_from_an_answer_before_it_is_kept() {
    let app = TestApp::start().await;
    let job = IngestReleases { album_id: app.albums_of("Radiohead").await[0] };
    let rows = app.content_hash().await;
    let mut gate = Gate::before(&support::stack().aws_endpoint_url).await;
    let slow = app.sandbox_reaching_aws_at(&gate.url);
    let mut work = JoinSet::new();
    work.spawn(async move { job.run(&slow).await });

    gate.waiting.recv().await.expect("the answer is about to be kept");
    assert_eq!(app.sim.control().calls().discogs.endpoint("master_versions"), 1);
    assert_nothing_happened(&app, &rows).await;
    // Whoever comes meanwhile neither calls nor fails.
    send(&app, &IngestReleases { album_id: app.count("select min(key) from claims").await }).await;
    assert_eq!(app.drain_queue::<IngestReleases>().await.failed, 0);
    assert_eq!(app.sim.control().calls().discogs.endpoint("master_versions"), 1);
    assert_nothing_happened(&app, &rows).await;

    gate.open.send(true).expect("somebody waits");
    let outcome = work.join_next().await.expect("one worker").expect("it lives").expect("the work is done");
    assert!(matches!(outcome, Outcome::Done(_)), "{outcome:?}");
    assert_eq!(exchanges(&app, "discogs", "master_versions").await.len(), 1);
    assert_eq!(app.count("select count(*) from albums where release_count > 0").await, 1);
    assert_invariants(&app).await;
}

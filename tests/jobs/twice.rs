//! Every job must be harmless when its message comes again: at once, and after everything that followed from it is done.
use support::{TestApp, assert_invariants};
use vinilogy_app::jobs::{Job, Outcome};

/// Runs a job; then again from another sandbox, as a duplicate delivery would, which changes nothing; then as [`finished_twice`].
/// Returns the first outcome; `look` sees the state after the first run.
pub async fn twice<J: Job + Clone>(app: &TestApp, job: J, look: impl AsyncFnOnce()) -> Outcome {
    let first = job.clone().run(&app.context).await.expect("the first run succeeds");
    look().await;
    let before = state(app).await;
    job.clone().run(&app.sandbox()).await.expect("a duplicate is no error");
    assert_eq!(state(app).await, before, "a duplicate right behind changed something");
    finished_twice(app, job, &first).await;
    first
}

/// Works off all that followed from a job, and runs it again: there is nothing to do (or it gives up again for the same reason),
/// no row and no object of the archive changes, no upstream is called, and nothing is enqueued.
pub async fn finished_twice<J: Job>(app: &TestApp, job: J, first: &Outcome) {
    let drained = app.drain().await;
    assert_eq!(drained.failed, 0, "{drained:?}");
    let before = state(app).await;
    let second = job.run(&app.sandbox()).await.expect("the second run succeeds");
    let nothing = matches!(second, Outcome::Skipped(_)) || matches!(second, Outcome::GaveUp(_)) && second == *first;
    assert!(nothing, "the second run was not skipped but {second:?}");
    assert_eq!(state(app).await, before, "the second run changed something");
    assert_invariants(app).await;
    app.assert_queues_empty().await;
}

/// All rows, all archived objects, and how often the upstreams were called.
async fn state(app: &TestApp) -> (String, Vec<String>, u64) {
    let mut archived = app.archived().await;
    archived.sort();
    (app.content_hash().await, archived, app.sim.control().calls().total())
}

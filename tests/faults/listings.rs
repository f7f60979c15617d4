//! F12, F13: lists that shift while they are read, and ids that Discogs' editors delete, move or merge.
use support::{TestApp, assert_invariants};
use vinilogy_app::jobs::{IngestReleases, Outcome};
use vinilogy_sim::{After, Edit};

/// Lets everything be fetched again, past the archive.
async fn again(app: &TestApp) {
    let stale =
        "update albums set releases_fetched_at = null; delete from upstream_requests where upstream = 'discogs'";
    app.database.connect().await.batch_execute(stale).await.expect("stale");
    app.forget().await;
}

async fn master(app: &TestApp, album: i64) -> i64 {
    app.count(&format!("select discogs_master_id from albums where id = {album}")).await
}

/// The Discogs ids that an album shows.
async fn listed(app: &TestApp, album: i64) -> Vec<i64> {
    let query = format!("select discogs_id from releases where album_id = {album} and gone_at is null order by 1");
    app.database.connect().await.query(&query, &[]).await.expect("ids").iter().map(|row| row.get(0)).collect()
}

/// An album of more than one page, all of it, and the id that stands first on its first page.
async fn large(app: &TestApp) -> (i64, Vec<i64>, i64) {
    let mut albums = Vec::new();
    for artist in ["The Beatles", "Pink Floyd", "Radiohead"] {
        albums.extend(app.albums_of(artist).await);
    }
    for album_id in albums {
        app.run(IngestReleases { album_id }).await.expect("done");
        let all = listed(app, album_id).await;
        if all.len() > 100 {
            let first = format!(
                "select discogs_id from releases where album_id = {album_id} order by coalesce(released, ''), discogs_id limit 1"
            );
            let first = app.count(&first).await;
            again(app).await;
            return (album_id, all, first);
        }
    }
    panic!("no album has a second page");
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_row_that_shifts_onto_a_page_already_read_is_not_missed() {
    let app = TestApp::start().await;
    let (album_id, all, first) = large(&app).await;
    app.database.connect().await.batch_execute("delete from releases").await.expect("unknown");
    // The first row goes when its page was read: the first of the second page shifts onto the first.
    let after = After { master: master(&app, album_id).await, page: 1 };
    app.sim.control().edit_after(after, Edit::RemoveRelease(first));

    app.run(IngestReleases { album_id }).await.expect("done");

    let there: Vec<i64> = all.iter().copied().filter(|id| *id != first).collect();
    assert_eq!(listed(&app, album_id).await, there);
    let pages = all.len().div_ceil(100) as u64;
    assert!(app.sim.control().calls().discogs.endpoint("master_versions") >= 2 * pages - 1, "read again");
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_row_that_is_entered_while_pages_are_read_comes_once() {
    let app = TestApp::start().await;
    let (album_id, all, first) = large(&app).await;
    app.database.connect().await.batch_execute("delete from releases").await.expect("unknown");
    app.sim.control().edit(Edit::RemoveRelease(first));
    let after = After { master: master(&app, album_id).await, page: 1 };
    app.sim.control().edit_after(after, Edit::RestoreRelease(first));

    app.run(IngestReleases { album_id }).await.expect("done");

    assert_eq!(listed(&app, album_id).await, all);
    assert_eq!(app.count("select count(*) - count(distinct discogs_id) from releases").await, 0);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_pressing_that_is_deleted_is_kept_aside_and_back_when_it_is_listed_again() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let all = listed(&app, album_id).await;
    let gone = all[1];

    again(&app).await;
    app.sim.control().edit(Edit::RemoveRelease(gone));
    assert_eq!(app.run(IngestReleases { album_id }).await.expect("done"), Outcome::Done(1));
    assert_eq!(listed(&app, album_id).await, all.iter().copied().filter(|id| *id != gone).collect::<Vec<_>>());
    assert_eq!(app.count(&format!("select count(*) from releases where discogs_id = {gone}")).await, 1);
    assert_invariants(&app).await;
    // Nothing about it is asked for again.
    app.drain().await;
    let again_gone = app.count("select count(*) from releases where gone_at is not null").await;
    assert_eq!(again_gone, 1);

    again(&app).await;
    app.sim.control().edit(Edit::RestoreRelease(gone));
    assert_eq!(app.run(IngestReleases { album_id }).await.expect("done"), Outcome::Done(1));
    assert_eq!(listed(&app, album_id).await, all);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f12_a_pressing_that_moves_to_another_master_takes_its_price_along_and_stays_there() {
    let app = TestApp::start().await;
    let albums = app.albums_of("Radiohead").await;
    let (from, to) = (albums[0], albums[1]);
    for album_id in [from, to] {
        app.run(IngestReleases { album_id }).await.expect("done");
    }
    app.drain().await;
    let (of_from, of_to) = (listed(&app, from).await, listed(&app, to).await);
    // The cheapest one moves, so that both best prices change.
    let cheapest = format!(
        "select r.discogs_id from album_best_price b join quotes q on q.id = b.quote_id join releases r on r.id = q.release_id
         where b.album_id = {from} and b.class = 'cheapest' and b.ships_to = 'ZZ'"
    );
    let moves = app.count(&cheapest).await;
    app.sim.control().edit(Edit::MoveRelease { release: moves, master: master(&app, to).await });

    for round in 0..3 {
        // Whichever album is read first, and however often.
        again(&app).await;
        for album_id in if round % 2 == 0 { [from, to] } else { [to, from] } {
            app.run(IngestReleases { album_id }).await.expect("done");
        }
        let mut with: Vec<i64> = of_to.iter().copied().chain([moves]).collect();
        with.sort_unstable();
        assert_eq!(listed(&app, to).await, with, "round {round}");
        assert_eq!(listed(&app, from).await, of_from.iter().copied().filter(|id| *id != moves).collect::<Vec<_>>());
        assert_invariants(&app).await;
    }
    let priced = format!(
        "select count(*) from quotes p join releases r on r.id = p.release_id where r.album_id = {to} and r.discogs_id = {moves}"
    );
    assert!(app.count(&priced).await > 0, "its price came with it");
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_a_master_that_was_merged_is_searched_anew_and_its_pressings_stay() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let all = listed(&app, album_id).await;
    let (old, new) = (master(&app, album_id).await, 77_777_777);
    again(&app).await;
    app.sim.control().edit(Edit::MergeMaster { from: old, into: new });

    app.run(IngestReleases { album_id }).await.expect("done");

    assert_eq!(master(&app, album_id).await, new);
    assert_eq!(listed(&app, album_id).await, all);
    let calls = app.sim.control().calls();
    assert_eq!(calls.discogs.endpoint("search"), 1);
    let out = format!(
        "select count(*) from matches where album_id = {album_id} and service_id = '{old}' and state = 'rejected'"
    );
    assert_eq!(app.count(&out).await, 1);
    assert_invariants(&app).await;

    // Somebody links the old id again: it is not asked for.
    let relink = format!("update albums set discogs_master_id = {old} where id = {album_id}");
    again(&app).await;
    app.database.connect().await.batch_execute(&relink).await.expect("linked");
    app.run(IngestReleases { album_id }).await.expect("done");
    assert_eq!(master(&app, album_id).await, new);
    assert_eq!(app.sim.control().calls().discogs.endpoint("master_versions") as usize, all.len().div_ceil(100));
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_the_releases_of_a_deleted_master_are_found_one_by_one() {
    let app = TestApp::start().await;
    let album_id = app.album_with_pressings("Radiohead").await;
    let all = listed(&app, album_id).await;
    again(&app).await;
    app.sim.control().edit(Edit::RemoveMaster(master(&app, album_id).await));

    app.run(IngestReleases { album_id }).await.expect("done");

    assert_eq!(
        app.count(&format!("select count(*) from albums where id = {album_id} and discogs_master_id is null")).await,
        1
    );
    assert_eq!(listed(&app, album_id).await, all);
    assert_invariants(&app).await;
}

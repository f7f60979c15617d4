//! F13, F36: MusicBrainz' editors link two albums to one master of Discogs. Each pressing is of one of them, whichever was listed first.
use serde_json::json;
use support::{TestApp, TestDatabase, assert_invariants, natural_hash};
use vinilogy_app::jobs::{IngestReleases, Outcome};
use vinilogy_app::replay::replay;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store::{Album, ReplayFilter};

/// An album, and another one of its artist that is linked to its master too.
struct Pair {
    own: Album,
    other: Album,
    master: i64,
}

impl Pair {
    async fn of(app: &TestApp) -> Self {
        let known = support::world().studio_albums("Radiohead");
        let mut with = known.iter().filter(|album| album.pressings > 1);
        let (own, other) = (with.next().expect("an album"), with.next().expect("another"));
        let master = own.master.expect("a master");
        for group in [own.mbid, other.mbid] {
            app.sim.control().link_master(group, master);
        }
        app.albums_of("Radiohead").await;
        let artist = app.store().get_or_create_artist("Radiohead", None).await.expect("artist").id;
        let albums = app.store().albums_of(ArtistId::from(artist)).await.expect("albums");
        let row = |mbid| albums.iter().find(|album| album.mbid == Some(mbid)).cloned().expect("a row");
        Self { own: row(own.mbid), other: row(other.mbid), master }
    }

    /// How many pressings each has.
    async fn pressings(&self, app: &TestApp) -> (i64, i64) {
        let of = |id| format!("select count(*) from releases where album_id = {id} and gone_at is null");
        (app.count(&of(self.own.id)).await, app.count(&of(self.other.id)).await)
    }
}

/// Lists an album again, and does all that follows.
async fn list(app: &TestApp, album: i64) {
    let stale = format!("update albums set releases_fetched_at = null where id = {album}");
    app.database.connect().await.batch_execute(&stale).await.expect("stale");
    app.run(IngestReleases { album_id: album }).await.expect("listed");
    assert_eq!(app.drain().await.failed, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_two_albums_of_one_master_come_to_the_same_in_any_order() {
    let mut ends = Vec::new();
    for own_first in [true, false] {
        let app = TestApp::start().await;
        let pair = Pair::of(&app).await;
        let (first, second) = if own_first { (&pair.own, &pair.other) } else { (&pair.other, &pair.own) };
        list(&app, first.id).await;
        list(&app, second.id).await;

        let (own, other) = pair.pressings(&app).await;
        assert!(own > 0 && other == 0, "{own} and {other}");
        let pages = (own as u64).div_ceil(100);
        assert_eq!(app.sim.control().calls().discogs.endpoint("master_versions"), pages, "listed once");
        let shown = app.get(&format!("/albums/{}", pair.other.id)).await.body;
        assert_eq!(shown["listed_with"], pair.own.id);
        assert!(shown["note"].as_str().is_some_and(|note| note.contains("another album")), "{shown}");
        assert!(app.get(&format!("/albums/{}", pair.own.id)).await.body["listed_with"].is_null());
        let before = app.content_hash().await;
        list(&app, pair.other.id).await;
        list(&app, pair.own.id).await;
        assert_eq!(app.content_hash().await, before);
        assert_invariants(&app).await;
        ends.push(app.natural_hash().await);
    }
    assert_eq!(ends[0], ends[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_an_album_that_gets_its_master_late_gathers_its_pressings_with_their_prices() {
    let app = TestApp::start().await;
    let pair = Pair::of(&app).await;
    let (id, master) = (pair.own.id, pair.master);
    let unlinked = format!(
        "delete from matches where album_id = {id} and kind = 'album' and service = 'discogs';
         update albums set discogs_master_id = null, master_confidence = null where id = {id}"
    );
    app.database.connect().await.batch_execute(&unlinked).await.expect("unlinked");
    list(&app, pair.other.id).await;
    let (_, all) = pair.pressings(&app).await;
    let priced = app.count("select count(*) from quotes").await;
    assert!(all > 0 && priced > 0, "{all} pressings, {priced} quotes");

    app.store().save_master(id.into(), master, 1.0).await.expect("linked");
    // As after a month: the album that has them is listed first.
    list(&app, pair.other.id).await;
    assert_eq!(pair.pressings(&app).await, (all, 0));
    let with = format!("select count(*) from quotes where album_id = {id}");
    assert!(app.count(&with).await >= priced, "what was asked for them came with them");
    assert!(app.count(&format!("select count(*) from album_best_price where album_id = {id}")).await > 0);
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_an_album_whose_pressings_are_gathered_says_so() {
    let app = TestApp::start().await;
    let pair = Pair::of(&app).await;
    let hide = |id: i64, hidden: bool| {
        let master = if hidden { "null".to_owned() } else { pair.master.to_string() };
        format!("update albums set discogs_master_id = {master} where id = {id}")
    };
    let client = app.database.connect().await;
    client.batch_execute(&hide(pair.own.id, true)).await.expect("unlinked");
    list(&app, pair.other.id).await;
    let facts = format!(
        "select num_nonnulls(track_count, rating_hundredths, rating_votes)::bigint from albums where id = {}",
        pair.other.id
    );
    assert_eq!(app.count(&facts).await, 3, "its most owned pressing tells them");
    client.batch_execute(&hide(pair.own.id, false)).await.expect("linked");

    app.run(IngestReleases { album_id: pair.own.id }).await.expect("listed");

    assert_eq!(app.count(&facts).await, 0, "no pressing tells them any more");

    let (own, other) = pair.pressings(&app).await;
    assert!(own > 0 && other == 0, "{own} and {other}");
    let shown = app.get(&format!("/albums/{}/releases", pair.other.id)).await.body;
    assert_eq!((&shown["release_count"], &shown["listed_with"]), (&json!(0), &json!(pair.own.id)));
    let shown = app.get(&format!("/albums/{}", pair.other.id)).await.body;
    assert!(shown["note"].as_str().is_some_and(|note| note.contains("another album")), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_what_a_person_said_of_a_shared_master_and_its_pressings_holds() {
    let app = TestApp::start().await;
    let pair = Pair::of(&app).await;
    let chosen =
        format!("update matches set decided_by = 'hand' where kind = 'album' and album_id = {}", pair.other.id);
    app.database.connect().await.batch_execute(&chosen).await.expect("chosen");
    list(&app, pair.own.id).await;
    let (own, other) = pair.pressings(&app).await;
    assert!(own == 0 && other > 1, "{own} and {other}");

    let one = app.count(&format!("select min(discogs_id) from releases where album_id = {}", pair.other.id)).await;
    let said = format!(
        "insert into matches (kind, album_id, service, service_id, score, state, decided_by)
         values ('pressing', {}, 'discogs', '{one}', 1, 'accepted', 'hand')",
        pair.own.id
    );
    app.database.connect().await.batch_execute(&said).await.expect("said");
    for album in [pair.own.id, pair.other.id, pair.own.id] {
        list(&app, album).await;
        assert_eq!(pair.pressings(&app).await, (1, other - 1));
    }
    assert_invariants(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn f36_a_replay_gives_the_pressings_of_a_shared_master_to_the_same_album() {
    let app = TestApp::start().await;
    let pair = Pair::of(&app).await;
    for album in [pair.other.id, pair.own.id] {
        assert!(matches!(app.run(IngestReleases { album_id: album }).await, Ok(Outcome::Done(_))));
    }
    assert_eq!(app.drain().await.failed, 0);
    let empty = TestDatabase::create().await;
    let context = app.sandbox_with(|config| config.database = empty.settings(8));

    let report = replay(&context, &ReplayFilter::default(), &|_| {}).await.expect("replayed");

    assert_eq!(report.failures, Default::default());
    assert_eq!(natural_hash(&empty.connect().await).await, app.natural_hash().await);
}

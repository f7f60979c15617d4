//! Links: what jobs found, what people decided, and what follows for the rows.
use std::time::Duration;

use futures::future::join_all;
use serde_json::json;
use support::{TestDatabase, pressing};
use uuid::Uuid;
use vinilogy_core::domain::ids::{AlbumId, ArtistId, MatchId};
use vinilogy_core::domain::matching::{Match, Penalty, Reason};
use vinilogy_core::store::{
    ANYWHERE, ArtistInfo, DECIDED, Error, Follows, Link, MatchPage, MatchState, ReleaseFilter, Reviewer, Service,
    Store, StudioAlbum, Subject, Verdict,
};

use crate::catalogue::{album, artist, count, database, facts, studio, versions};

const REVISES: Reviewer = Reviewer { user: None, revises: true };

fn doubtful(service: Service, id: impl ToString, score: f32) -> Link {
    let reasons = vec![Reason { penalty: Penalty::Homonym, distance: 1.0 }];
    Link::judged(service, id, json!({ "name": "Nirvana" }), Match { score, reasons })
}

async fn queue(store: &Store) -> Vec<(i64, String)> {
    let rows = store.matches_to_review(None, MatchPage::Proposed(None), 100).await.expect("the queue");
    rows.into_iter().map(|row| (row.id, row.service_id)).collect()
}

async fn state(database: &TestDatabase, service_id: &str) -> String {
    let query = "select state || ' by ' || decided_by from matches where service_id = $1";
    database.connect().await.query_one(query, &[&service_id]).await.expect("a link").get(0)
}

fn is_decided<T: std::fmt::Debug>(result: Result<T, Error>) -> bool {
    matches!(result, Err(Error::Conflict(what)) if what == DECIDED)
}

#[tokio::test(flavor = "multi_thread")]
async fn equal_links_are_not_written_and_a_proposal_takes_nothing_back() {
    let (database, store) = database().await;
    let subject = Subject::Artist(artist(&store, "Nirvana").await);
    let link = doubtful(Service::Discogs, 125_246, 0.6);
    assert_eq!(store.save_links(subject, std::slice::from_ref(&link)).await.expect("proposed"), 1);
    let before = versions(&database, "matches").await;
    assert_eq!(store.save_links(subject, std::slice::from_ref(&link)).await.expect("again"), 0);
    assert_eq!(versions(&database, "matches").await, before);
    let edited = Link::edited(Service::Discogs, 125_246, json!({}), Service::Musicbrainz);
    assert_eq!(store.save_links(subject, &[edited]).await.expect("accepted"), 1);
    assert_eq!(store.save_links(subject, &[link]).await.expect("a proposal"), 0);
    assert_eq!(state(&database, "125246").await, "accepted by musicbrainz");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_queue_comes_in_pages_likeliest_first() {
    let (_database, store) = database().await;
    let subject = Subject::Artist(artist(&store, "Nirvana").await);
    let album = Subject::Album(album(&store, artist(&store, "Can").await, "Future Days").await);
    for (id, score) in [(1, 0.3), (2, 0.6), (3, 0.6), (4, 0.5)] {
        store.save_links(subject, &[doubtful(Service::Discogs, id, score)]).await.expect("proposed");
    }
    store.save_links(album, &[doubtful(Service::Discogs, 5, 0.55)]).await.expect("proposed");
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let page = store.matches_to_review(None, MatchPage::Proposed(after), 2).await.expect("a page");
        let Some(last) = page.last() else { break };
        after = Some((last.score, last.id));
        seen.extend(page.into_iter().map(|row| row.service_id));
    }
    assert_eq!(seen, ["2", "3", "5", "4", "1"]);
    let albums = store.matches_to_review(Some("album"), MatchPage::Proposed(None), 10).await.expect("albums");
    assert_eq!(albums.iter().map(|row| row.title.as_deref()).collect::<Vec<_>>(), [Some("Future Days")]);
    assert_eq!(albums[0].artist_name, "Can");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_artist_gets_the_id_and_is_fetched_again() {
    let (database, store) = database().await;
    let id = artist(&store, "Nirvana").await;
    let (wrong, right) = (Uuid::new_v4(), Uuid::new_v4());
    let info = ArtistInfo { mbid: Some(wrong), ..facts("Nirvana", 5) };
    store.save_artist(id, &info, &[], "lastfm").await.expect("facts");
    store.save_links(Subject::Artist(id), &[doubtful(Service::Musicbrainz, right, 0.6)]).await.expect("proposed");
    let [(link, _)] = queue(&store).await.try_into().expect("one link");

    let decided = store.decide(MatchId::from(link), Verdict::Accept, Reviewer::default()).await.expect("accepted");

    assert_eq!(decided.follows, Follows::Artist(id));
    let there = store.artist(id).await.expect("artist");
    assert_eq!((there.mbid, there.info_fetched_at, there.note), (Some(right), None, None));
    assert!(there.wanted_at.is_some(), "the sweep finds it if the message is lost");
    assert_eq!(state(&database, &wrong.to_string()).await, "rejected by hand");
    assert!(queue(&store).await.is_empty());
    // What the services say later changes nothing.
    store.save_artist(id, &info, &[], "lastfm").await.expect("a sync");
    assert_eq!(store.artist(id).await.expect("artist").mbid, Some(right));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_who_decide_at_once_one_wins() {
    let (database, store) = database().await;
    let id = artist(&store, "Nirvana").await;
    store.save_links(Subject::Artist(id), &[doubtful(Service::Discogs, 7, 0.6)]).await.expect("proposed");
    let link = MatchId::from(queue(&store).await[0].0);
    let many = database.store(20);
    let verdicts = [Verdict::Accept, Verdict::Reject];
    let decided = join_all((0..20).map(|n| many.decide(link, verdicts[n % 2], Reviewer::default()))).await;
    assert_eq!(decided.iter().filter(|one| one.is_ok()).count(), 1);
    assert_eq!(decided.into_iter().filter(|one| one.is_err()).map(is_decided).filter(|told| *told).count(), 19);
    let accepted = state(&database, "7").await == "accepted by hand";
    assert_eq!(store.artist(id).await.expect("artist").discogs_id.is_some(), accepted);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_rejected_is_never_proposed_again_and_a_decision_can_be_revised() {
    let (database, store) = database().await;
    let subject = Subject::Artist(artist(&store, "Nirvana").await);
    let link = doubtful(Service::Discogs, 7, 0.6);
    store.save_links(subject, std::slice::from_ref(&link)).await.expect("proposed");
    let id = MatchId::from(queue(&store).await[0].0);
    store.decide(id, Verdict::Reject, Reviewer::default()).await.expect("rejected");
    store
        .save_links(subject, &[link, Link::edited(Service::Discogs, 7, json!({}), Service::Musicbrainz)])
        .await
        .expect("a sync");
    assert!(queue(&store).await.is_empty());
    assert_eq!(state(&database, "7").await, "rejected by hand");
    assert!(is_decided(store.decide(id, Verdict::Accept, Reviewer::default()).await));
    store.decide(id, Verdict::Accept, REVISES).await.expect("revised");
    assert_eq!(state(&database, "7").await, "accepted by hand");
    let accepted = MatchPage::Decided(MatchState::Accepted, None);
    assert_eq!(store.matches_to_review(Some("artist"), accepted, 10).await.expect("decided").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_that_another_artist_has_makes_one_of_the_two() {
    let (database, store) = database().await;
    let mbid = Uuid::new_v4();
    let known = store.get_or_create_artist("Prince", Some(mbid)).await.expect("artist").id;
    let other = artist(&store, "The Artist").await;
    let decided = store
        .link_by_hand(Subject::Artist(other), Service::Musicbrainz, &mbid.to_string(), Reviewer::default())
        .await
        .expect("linked");
    assert_eq!(decided.follows, Follows::Artist(ArtistId::from(known)));
    assert_eq!(store.artist(other).await.expect("forwarded").id, known);
    assert_eq!(count(&database, "select count(*) from matches").await, 1);
    assert_eq!(state(&database, &mbid.to_string()).await, "accepted by hand");
    let another = Uuid::new_v4().to_string();
    let link = |reviewer| store.link_by_hand(Subject::Artist(other), Service::Musicbrainz, &another, reviewer);
    assert!(is_decided(link(Reviewer::default()).await));
    link(REVISES).await.expect("revised");
    assert_eq!(store.artist(other).await.expect("artist").mbid.map(|id| id.to_string()), Some(another));
}

async fn with_pressings(store: &Store) -> AlbumId {
    let id = album(store, artist(store, "Nirvana").await, "Nevermind").await;
    let linked = Link::judged(Service::Discogs, 1, json!({}), Match { score: 0.8, reasons: Vec::new() });
    assert!(store.link_master(id, &linked).await.expect("linked"));
    store.save_releases(id, &[pressing(11, 1991, 5), pressing(12, 1992, 6)]).await.expect("pressings");
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejected_master_takes_its_pressings_with_it() {
    let (database, store) = database().await;
    let id = with_pressings(&store).await;
    let one_by_one = Subject::Pressing(id);
    store.link_by_hand(one_by_one, Service::Discogs, "12", Reviewer::default()).await.expect("linked");
    let link = store.links_of(Subject::Album(id)).await.expect("links")[0].id;
    let decided = store.decide(MatchId::from(link), Verdict::Reject, Reviewer::default()).await.expect("rejected");
    assert_eq!(decided.follows, Follows::Releases(id));
    let there = store.album(id).await.expect("album");
    assert_eq!((there.discogs_master_id, there.release_count, there.releases_fetched_at), (None, 1, None));
    let filter = ReleaseFilter { limit: 10, ..ReleaseFilter::default() };
    let left = store.releases_of(id, &filter, ANYWHERE).await.expect("pressings");
    assert_eq!(left.iter().map(|row| row.discogs_id).collect::<Vec<_>>(), [12]);
    // A search that finds the same master again is not heard.
    let found = Link::judged(Service::Discogs, 1, json!({}), Match { score: 0.9, reasons: Vec::new() });
    assert!(!store.link_master(id, &found).await.expect("a search"));
    assert_eq!(store.album(id).await.expect("album").discogs_master_id, None);
    assert_eq!(state(&database, "1").await, "rejected by hand");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_accepted_master_outlives_what_musicbrainz_links() {
    let (_database, store) = database().await;
    let id = with_pressings(&store).await;
    let decided =
        store.link_by_hand(Subject::Album(id), Service::Discogs, "2", Reviewer::default()).await.expect("linked");
    assert_eq!(decided.follows, Follows::Releases(id));
    let there = store.album(id).await.expect("album");
    assert_eq!((there.discogs_master_id, there.release_count, there.releases_fetched_at), (Some(2), 0, None));
    let listed =
        StudioAlbum { mbid: there.mbid.expect("an MBID"), discogs_master_id: Some(3), ..studio("Nevermind", 1991) };
    store.save_albums(ArtistId::from(there.artist_id), &[listed]).await.expect("a sync");
    assert_eq!(store.album(id).await.expect("album").discogs_master_id, Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rejected_pressing_leaves_the_album() {
    let (database, store) = database().await;
    let id = with_pressings(&store).await;
    store.save_links(Subject::Pressing(id), &[doubtful(Service::Discogs, 11, 0.6)]).await.expect("proposed");
    let link = queue(&store).await[0].0;
    store.decide(MatchId::from(link), Verdict::Reject, Reviewer::default()).await.expect("rejected");
    assert_eq!(store.album(id).await.expect("album").release_count, 1);
    assert_eq!(count(&database, "select count(*) from releases where discogs_id = 11").await, 0);
    assert!(matches!(
        store.decide(MatchId::from(999), Verdict::Reject, Reviewer::default()).await,
        Err(Error::NotFound)
    ));
}

async fn from_the_dump(database: &TestDatabase, artist: ArtistId, title: &str, master: Option<i64>) -> i64 {
    let query = "insert into albums (artist_id, title, title_key, discogs_master_id, wanted_at) values ($1, $2, lower($2), $3, now()) returning id";
    database.connect().await.query_one(query, &[&artist.get(), &title, &master]).await.expect("album").get(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn albums_known_from_discogs_are_adopted_and_not_doubled() {
    let (database, store) = database().await;
    let id = artist(&store, "Nirvana").await;
    let by_master = from_the_dump(&database, id, "Nevermind (Deluxe)", Some(13_814)).await;
    let by_title = from_the_dump(&database, id, "Bleach", None).await;
    let another = from_the_dump(&database, id, "In Utero", Some(999)).await;
    let listed = [
        StudioAlbum { discogs_master_id: Some(13_814), ..studio("Nevermind", 1991) },
        studio("Bleach", 1989),
        StudioAlbum { discogs_master_id: Some(42_473), ..studio("In Utero", 1993) },
    ];
    store.save_albums(id, &listed).await.expect("albums");
    let albums = store.albums_of(id).await.expect("albums");
    let of = |wanted: i64| albums.iter().find(|album| album.id == wanted).expect("the row");
    assert_eq!((of(by_master).mbid, of(by_master).title.as_str()), (Some(listed[0].mbid), "Nevermind"));
    assert_eq!(of(by_title).mbid, Some(listed[1].mbid));
    assert_eq!(of(another).mbid, None, "another master is another album");
    assert_eq!(albums.len(), 4);
    assert!(albums.iter().filter(|album| album.mbid.is_some()).all(|album| album.studio == Some(true)));
    let before = versions(&database, "albums").await;
    assert_eq!(store.save_albums(id, &listed).await.expect("again"), 0);
    assert_eq!(versions(&database, "albums").await, before);

    // Loaded after the list was read: one row all the same.
    let late = from_the_dump(&database, id, "Bleach", None).await;
    store.save_albums(id, &listed).await.expect("again");
    assert_eq!(store.album(AlbumId::from(late)).await.expect("forwarded").id, by_title);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_of_change_moves_with_a_change_only() {
    let (database, store) = database().await;
    let id = artist(&store, "Nirvana").await;
    let info = facts("Nirvana", 5);
    store.save_artist(id, &info, &[], "lastfm").await.expect("facts");
    let client = database.connect().await;
    let old = "update artists set updated_at = now() - interval '1 year', info_fetched_at = now() - interval '1 year'";
    client.batch_execute(old).await.expect("a year ago");
    store.save_artist(id, &info, &[], "lastfm").await.expect("the same");
    let changed = "select count(*) from artists where updated_at > now() - interval '1 day'";
    assert_eq!(count(&database, changed).await, 0);
    let fetched = "select count(*) from artists where info_fetched_at > now() - interval '1 day'";
    assert_eq!(count(&database, fetched).await, 1);
    store.save_artist(id, &facts("Nirvana", 6), &[], "lastfm").await.expect("more listeners");
    assert_eq!(count(&database, changed).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn seeds_of_listeners_are_weekly_and_the_rest_monthly() {
    let (database, store) = database().await;
    let (seeded, rest) = (artist(&store, "Nirvana").await, artist(&store, "Can").await);
    for id in [seeded, rest] {
        store.want_artist(id).await.expect("wanted");
        store
            .save_artist(id, &facts(if id == seeded { "Nirvana" } else { "Can" }, 5), &[], "lastfm")
            .await
            .expect("facts");
    }
    let (user, _) = support::listener(&store, "ana").await;
    store.add_seed(user, seeded).await.expect("seed");
    let (week, month) = (Duration::from_secs(7 * 24 * 3600), Duration::from_secs(30 * 24 * 3600));
    let client = database.connect().await;
    for (days, expected) in [(6, vec![]), (9, vec![seeded.get()]), (36, vec![seeded.get(), rest.get()])] {
        let age = format!("update artists set info_fetched_at = now() - interval '{days} days'");
        client.batch_execute(&age).await.expect("time passes");
        let mut stale = store.artists_with_stale_info(week, month, 10).await.expect("sweep");
        stale.sort_unstable();
        assert_eq!(stale, expected, "{days} days");
    }
    client
        .batch_execute("delete from sessions; update artists set info_fetched_at = now() - interval '9 days'")
        .await
        .expect("gone");
    assert!(store.artists_with_stale_info(week, month, 10).await.expect("sweep").is_empty(), "nobody is there");
    store.ask_refresh(rest).await.expect("asked");
    assert_eq!(store.artists_with_stale_info(week, month, 10).await.expect("sweep"), [rest.get()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_who_ask_at_once_share_a_run() {
    let (database, store) = database().await;
    let id = artist(&store, "Nirvana").await;
    let many = database.store(20);
    let runs = join_all((0..20).map(|_| many.start_run(id))).await;
    let first = *runs[0].as_ref().expect("a run");
    assert!(runs.into_iter().all(|run| run.expect("a run") == first));
    assert_eq!(count(&database, "select count(*) from runs").await, 1);
}

/// What refers to a table, as `table.column`.
async fn referring_to(database: &TestDatabase, table: &str) -> Vec<String> {
    let query = "select k.conrelid::regclass::text || '.' || a.attname
                 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
                 where k.contype = 'f' and k.confrelid = $1::text::regclass and k.conparentid = 0 order by 1";
    let rows = database.connect().await.query(query, &[&table]).await.expect("keys");
    rows.iter().map(|row| row.get(0)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_the_merges_know_every_table_that_refers_to_an_artist_or_an_album() {
    let (database, _) = database().await;
    let to_artists = [
        "albums.artist_id",
        "artist_similars.artist_id",
        "artist_similars.similar_id",
        "artists.merged_into",
        "images.artist_id",
        "matches.artist_id",
        "runs.artist_id",
        "user_seed_artists.artist_id",
        "wishes.artist_id",
    ];
    assert_eq!(referring_to(&database, "artists").await, to_artists, "merge_artists has to move the others");
    let to_albums = [
        "album_best_price.album_id",
        "album_forwards.album_id",
        "alert_states.album_id",
        "alerts.album_id",
        "dismissed_recommendations.album_id",
        "images.album_id",
        "locked_recommendations.album_id",
        "matches.album_id",
        "notifications.album_id",
        "price_checks.album_id",
        "price_looks.album_id",
        "quotes.album_id",
        "recommendation_items.album_id",
        "releases.album_id",
    ];
    assert_eq!(referring_to(&database, "albums").await, to_albums, "merge_albums has to move the others");
}

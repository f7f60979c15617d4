//! Artists: found, created, told apart, merged.
use std::time::Duration;

use futures::future::join_all;
use uuid::Uuid;
use vinilogy_core::domain::ids::ArtistId;
use vinilogy_core::store::{ArtistInfo, Error, SimilarArtist};

use crate::catalogue::{album, artist, count, database, facts, versions};

const WEEK: Duration = Duration::from_secs(7 * 24 * 3600);

fn similar(name: &str, mbid: Option<Uuid>, score: f32) -> SimilarArtist {
    SimilarArtist { name: name.to_owned(), mbid, score }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_that_create_one_name_at_once_make_one_row() {
    let (database, _) = database().await;
    let store = database.store(20);
    let spellings = ["Sigur Rós", "sigur ros", "SIGUR RÓS", "Sigur Ros (2)"];
    let all = join_all((0..20).map(|n| store.get_or_create_artist(spellings[n % 4], None))).await;
    let ids: Vec<i64> = all.into_iter().map(|artist| artist.expect("artist").id).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    assert_eq!(count(&database, "select count(*) from artists").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_with_one_mbid_and_two_names_make_one_row() {
    let (database, _) = database().await;
    let store = database.store(20);
    let mbid = Some(Uuid::new_v4());
    let names = ["Prince", "The Artist Formerly Known as Prince"];
    let all = join_all((0..20).map(|n| store.get_or_create_artist(names[n % 2], mbid))).await;
    assert!(all.into_iter().all(|artist| artist.expect("artist").mbid == mbid));
    assert_eq!(count(&database, "select count(*) from artists").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn homonyms_with_mbids_stay_two() {
    let (_database, store) = database().await;
    let (us, uk) = (Uuid::new_v4(), Uuid::new_v4());
    let first = store.get_or_create_artist("Nirvana", Some(us)).await.expect("artist");
    let second = store.get_or_create_artist("Nirvana", Some(uk)).await.expect("artist");
    assert_ne!(first.id, second.id);
    for (id, listeners) in [(first.id, 10), (second.id, 4_000_000)] {
        store.save_artist(ArtistId::from(id), &facts("Nirvana", listeners), &[], "lastfm").await.expect("facts");
    }
    assert_eq!(store.get_or_create_artist("Nirvana", None).await.expect("artist").id, second.id, "the better known");
    assert_eq!(store.get_or_create_artist("Nirvana", Some(us)).await.expect("artist").id, first.id);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_without_an_mbid_takes_the_first_that_comes() {
    let (_database, store) = database().await;
    let stub = artist(&store, "Can").await;
    let mbid = Some(Uuid::new_v4());
    let found = store.get_or_create_artist("Can", mbid).await.expect("artist");
    assert_eq!((found.id, found.mbid), (stub.get(), mbid));
    assert_eq!(store.artist(stub).await.expect("artist").mbid, mbid, "it was written");
    let other = store.get_or_create_artist("Can", Some(Uuid::new_v4())).await.expect("artist");
    assert_ne!(other.id, stub.get(), "an MBID is never replaced");
}

#[tokio::test(flavor = "multi_thread")]
async fn facts_are_kept_when_a_later_answer_lacks_them() {
    let (_database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    let full = ArtistInfo {
        url: Some("https://www.last.fm/music/Radiohead".to_owned()),
        image_url: Some("https://img/1.png".to_owned()),
        playcount: Some(7),
        tags: vec!["rock".to_owned()],
        ..facts("Radiohead", 5)
    };
    store.save_artist(id, &full, &[], "lastfm").await.expect("facts");
    store.note_artist(id, "gave up").await.expect("note");
    let bare = ArtistInfo { name: "Radiohead".to_owned(), ..ArtistInfo::default() };
    store.save_artist(id, &bare, &[], "lastfm").await.expect("facts");
    let found = store.artist(id).await.expect("artist");
    assert_eq!((found.url, found.image_url, found.listeners), (full.url, full.image_url, full.listeners));
    assert_eq!(found.note, None, "an attempt that succeeds ends the note");
}

#[tokio::test(flavor = "multi_thread")]
async fn similars_are_stubs_that_nobody_ingests() {
    let (database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    store.want_artist(id).await.expect("wanted");
    let similars =
        [similar("Thom Yorke", None, 1.0), similar("thom yorke", None, 0.9), similar("Radiohead", None, 1.0)];
    store.save_artist(id, &facts("Radiohead", 5), &similars, "lastfm").await.expect("similars");
    let found = store.similars_of(id, 10).await.expect("similars");
    assert_eq!(found.len(), 1, "one per name, and nobody is like oneself");
    assert!((found[0].score - 1.0).abs() < f32::EPSILON, "the higher score");
    assert_eq!(store.artists_with_stale_info(Duration::ZERO, Duration::ZERO, 10).await.expect("sweep"), [id.get()]);

    let before = versions(&database, "artist_similars").await;
    store.save_artist(id, &facts("Radiohead", 5), &similars, "lastfm").await.expect("again");
    assert_eq!(versions(&database, "artist_similars").await, before, "equal edges are not written");
    let news = [similar("Thom Yorke", None, 7.5)];
    store.save_artist(id, &facts("Radiohead", 5), &news, "lastfm").await.expect("again");
    assert!((store.similars_of(id, 10).await.expect("similars")[0].score - 1.0).abs() < f32::EPSILON, "clamped");
}

#[tokio::test(flavor = "multi_thread")]
async fn similars_are_found_by_mbid_before_name() {
    let (_database, store) = database().await;
    let mbid = Some(Uuid::new_v4());
    let prince = store.get_or_create_artist("Prince", mbid).await.expect("artist");
    let id = artist(&store, "Sheila E.").await;
    let similars = [similar("The Artist", mbid, 0.8)];
    store.save_artist(id, &facts("Sheila E.", 5), &similars, "lastfm").await.expect("similars");
    let found = store.similars_of(id, 10).await.expect("similars");
    assert_eq!(found.iter().map(|s| s.similar_id).collect::<Vec<_>>(), [prince.id]);
}

#[tokio::test(flavor = "multi_thread")]
async fn f13_a_merge_moves_everything_and_leaves_a_forwarding_row() {
    let (database, store) = database().await;
    let mbid = Uuid::new_v4();
    let winner = ArtistId::from(store.get_or_create_artist("Prince", Some(mbid)).await.expect("artist").id);
    let loser = artist(&store, "The Artist").await;
    let older = artist(&store, "Camille").await;
    let fan = artist(&store, "Sheila E.").await;
    let links = [similar("The Artist", None, 0.7), similar("Prince", None, 0.9)];
    store.save_artist(fan, &facts("Sheila E.", 5), &links, "lastfm").await.expect("edges");
    store
        .save_artist(loser, &facts("The Artist", 5), &[similar("Sheila E.", None, 0.5)], "lastfm")
        .await
        .expect("edges");
    let album = album(&store, loser, "Gold").await;
    store.want_artist(loser).await.expect("wanted");
    let run = store.start_run(loser).await.expect("run");
    let (ana, eve) = (user(&store, "ana").await, user(&store, "eve").await);
    for (who, what) in [(ana, loser), (ana, winner), (eve, loser)] {
        store.add_seed(who, what).await.expect("seed");
    }
    database
        .connect()
        .await
        .execute("update artists set merged_into = $1 where id = $2", &[&loser.get(), &older.get()])
        .await
        .expect("merged");

    let info = ArtistInfo { mbid: Some(mbid), ..facts("Prince", 9) };
    let id = store.save_artist(loser, &info, &[], "lastfm").await.expect("merge");

    assert_eq!(id, winner);
    for old in [loser, older] {
        assert_eq!(store.artist(old).await.expect("forwarded").id, winner.get());
    }
    assert_eq!(store.album(album).await.expect("album").artist_id, winner.get());
    assert_eq!(store.albums_of(loser).await.expect("by the old id").len(), 1);
    assert_eq!(store.progress(run).await.expect("run").artist_id, winner.get());
    assert!(store.artist(winner).await.expect("winner").wanted_at.is_some(), "what was wanted stays wanted");
    assert_eq!(seeds(&store, ana).await, [winner.get()]);
    assert_eq!(seeds(&store, eve).await, [winner.get()]);
    let edges = store.similars_of(fan, 10).await.expect("edges");
    assert_eq!(edges.iter().map(|e| e.similar_id).collect::<Vec<_>>(), [winner.get()]);
    assert_eq!(count(&database, &format!("select count(*) from artist_similars where artist_id = {loser}")).await, 0);
    assert_eq!(store.get_or_create_artist("The Artist", Some(mbid)).await.expect("artist").id, winner.get());
    assert!(store.search("the artist", None, None, 10).await.expect("search").iter().all(|hit| hit.id != loser.get()));
}

async fn user(store: &vinilogy_core::store::Store, name: &str) -> vinilogy_core::domain::ids::UserId {
    store.get_or_create_user(name, "ES", "EUR", "en").await.expect("listener")
}

async fn seeds(store: &vinilogy_core::store::Store, user: vinilogy_core::domain::ids::UserId) -> Vec<i64> {
    store.seeds(user).await.expect("seeds").iter().map(|seed| seed.id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn sweeps_find_wanted_artists_only_and_stale_ones_again() {
    let (_database, store) = database().await;
    let wanted =
        ArtistId::from(store.get_or_create_artist("Radiohead", Some(Uuid::new_v4())).await.expect("artist").id);
    artist(&store, "Thom Yorke").await;
    store.want_artist(wanted).await.expect("wanted");
    assert_eq!(store.artists_with_stale_info(WEEK, WEEK, 10).await.expect("sweep"), [wanted.get()]);
    assert!(store.artists_with_stale_albums(WEEK, WEEK, 10).await.expect("sweep").is_empty(), "its facts come first");
    store.save_artist(wanted, &facts("Radiohead", 5), &[], "lastfm").await.expect("facts");
    assert!(store.artists_with_stale_info(WEEK, WEEK, 10).await.expect("sweep").is_empty());
    assert_eq!(store.artists_with_stale_info(Duration::ZERO, Duration::ZERO, 10).await.expect("sweep"), [wanted.get()]);
    assert_eq!(store.artists_with_stale_albums(WEEK, WEEK, 10).await.expect("sweep"), [wanted.get()]);
    store.save_albums(wanted, &[]).await.expect("albums");
    assert!(store.artists_with_stale_albums(WEEK, WEEK, 10).await.expect("sweep").is_empty());
    store.note_artist(wanted, "unknown").await.expect("note");
    assert!(
        store.artists_with_stale_info(Duration::ZERO, Duration::ZERO, 10).await.expect("sweep").is_empty(),
        "given up"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn wanting_and_noting_again_write_nothing() {
    let (database, store) = database().await;
    let id = artist(&store, "Radiohead").await;
    store.want_artist(id).await.expect("wanted");
    store.note_artist(id, "why").await.expect("note");
    let before = versions(&database, "artists").await;
    store.want_artist(id).await.expect("wanted");
    store.note_artist(id, "why").await.expect("note");
    assert_eq!(versions(&database, "artists").await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_id_is_not_found() {
    let (_database, store) = database().await;
    assert!(matches!(store.artist(ArtistId::from(7)).await, Err(Error::NotFound)));
}

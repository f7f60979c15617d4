//! Links: what jobs found, what people decided, and what follows for the rows.
mod albums;
mod merges;

use futures::future::join_all;
use serde_json::json;
use support::TestDatabase;
use uuid::Uuid;
use vinilogy_core::domain::ids::{ArtistId, MatchId};
use vinilogy_core::domain::matching::{Match, Penalty, Reason};
use vinilogy_core::store::{
    ArtistInfo, DECIDED, Error, Follows, Link, MatchPage, MatchState, Reviewer, Service, Store, Subject, Verdict,
};

use crate::catalogue::{album, artist, count, database, facts, versions};

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

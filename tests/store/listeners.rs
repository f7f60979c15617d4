//! Listeners, sessions, seeds.
use std::time::Duration;

use sha2::{Digest, Sha256};
use vinilogy_core::store::Error;

use crate::catalogue::{artist, count, database};

#[tokio::test(flavor = "multi_thread")]
async fn a_listener_is_made_once_and_may_move() {
    let (database, store) = database().await;
    let ana = store.get_or_create_user("ana", "ES", "EUR", "es").await.expect("listener");
    assert_eq!(store.get_or_create_user("ana", "US", "USD", "en").await.expect("listener"), ana);
    let profile = store.profile(ana).await.expect("profile");
    assert_eq!((profile.country.as_str(), profile.currency.as_str(), profile.language.as_str()), ("US", "USD", "en"));
    assert_eq!(count(&database, "select count(*) from users").await, 1);
    assert!(matches!(store.profile(99.into()).await, Err(Error::NotFound)));
    let klingon = store.get_or_create_user("worf", "ES", "EUR", "tlh").await;
    assert!(klingon.is_err(), "there are two languages");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_good_until_its_session_ends() {
    let (_database, store) = database().await;
    let ana = store.get_or_create_user("ana", "ES", "EUR", "es").await.expect("listener");
    let (good, ended) = (Sha256::digest("good"), Sha256::digest("ended"));
    store.open_session(ana, good.as_slice(), Duration::from_secs(60)).await.expect("session");
    store.open_session(ana, ended.as_slice(), Duration::ZERO).await.expect("session");
    let found = store.listener_by_token(good.as_slice()).await.expect("listener");
    assert_eq!((found.id, found.language.as_str()), (ana.get(), "es"));
    for bad in [ended.as_slice(), Sha256::digest("other").as_slice(), b"", b"short"] {
        assert!(matches!(store.listener_by_token(bad).await, Err(Error::NotFound)));
    }
    let again = store.open_session(ana, good.as_slice(), Duration::from_secs(60)).await;
    assert!(matches!(again, Err(Error::Conflict(name)) if name == "sessions_pkey"));
    let short = store.open_session(ana, b"short", Duration::from_secs(60)).await;
    assert!(matches!(short, Err(Error::Conflict(_))), "only a SHA-256 is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn seeds_are_added_and_removed_once() {
    let (_database, store) = database().await;
    let ana = store.get_or_create_user("ana", "ES", "EUR", "es").await.expect("listener");
    let eve = store.get_or_create_user("eve", "ES", "EUR", "es").await.expect("listener");
    let (can, neu) = (artist(&store, "Can").await, artist(&store, "Neu!").await);
    assert!(store.add_seed(ana, neu).await.expect("added"));
    assert!(store.add_seed(ana, can).await.expect("added"));
    assert!(!store.add_seed(ana, can).await.expect("there already"));
    let names: Vec<String> = store.seeds(ana).await.expect("seeds").into_iter().map(|seed| seed.name).collect();
    assert_eq!(names, ["Neu!", "Can"], "in the order picked");
    assert!(store.seeds(eve).await.expect("seeds").is_empty());
    assert!(!store.remove_seed(eve, can).await.expect("not hers"));
    assert!(store.remove_seed(ana, can).await.expect("removed"));
    assert!(!store.remove_seed(ana, can).await.expect("gone already"));
    assert!(matches!(store.add_seed(ana, 999.into()).await, Err(Error::Conflict(_))));
}

//! The records on the shelves of these tests.
use std::time::Duration;

use support::{AlbumBuilder, TestApp};
use uuid::Uuid;
use vinilogy_core::domain::ids::{AlbumId, ArtistId, ReleaseId, UserId};
use vinilogy_core::store::{AlbumFacts, ArtistInfo, Details, Pressing, SimilarArtist, Store};

/// OK Computer with two pressings, of which one is priced.
pub async fn ok_computer(store: &Store) -> (ArtistId, AlbumId) {
    let album = AlbumBuilder::new(store, "Radiohead", "OK Computer", 1997).await;
    album.pressing(4_950_798, 1997, 9000, Some(2450)).pressing(9_000_001, 2016, 12000, None).save().await
}

/// Facts of an artist as Last.fm tells them.
pub fn facts(name: &str, listeners: i64) -> ArtistInfo {
    ArtistInfo {
        name: name.to_owned(),
        mbid: None,
        url: Some(format!("https://www.last.fm/music/{}", name.replace(' ', "+"))),
        image_url: None,
        listeners: Some(listeners),
        playcount: Some(listeners * 30),
        tags: vec!["rock".to_owned(), "alternative".to_owned()],
        ..ArtistInfo::default()
    }
}

/// An artist that so many listen to.
pub async fn artist(store: &Store, name: &str, listeners: i64) -> ArtistId {
    let artist = store.get_or_create_artist(name, None).await.expect("artist");
    store.save_artist(ArtistId::from(artist.id), &facts(name, listeners), &[], "lastfm").await.expect("facts")
}

/// Makes an artist like another.
pub async fn alike(store: &Store, artist: ArtistId, name: &str, to: &str, score: f32) {
    let similar = SimilarArtist { name: to.to_owned(), mbid: Some(Uuid::new_v4()), score };
    store.save_artist(artist, &facts(name, 1000), &[similar], "lastfm").await.expect("similars");
}

/// Rates an album's most owned pressing, in hundredths of a star.
pub async fn rate(store: &Store, album: AlbumId, hundredths: i32, tracks: i16) {
    let most_owned =
        store.most_owned_without_details(album, Duration::ZERO).await.expect("pressing").expect("a pressing");
    let details = Details { rating_hundredths: Some(hundredths), rating_votes: Some(812), ..Details::default() };
    let facts = AlbumFacts { track_count: Some(tracks), cover_url: Some("https://i.discogs.com/cover.jpg".to_owned()) };
    store.save_details(ReleaseId::from(most_owned), &details, &facts).await.expect("details");
}

/// Albums of one artist, each with one pressing at this price; the first `Discogs` id is given.
pub async fn shelf(
    store: &Store,
    name: &str,
    titles: &[&str],
    discogs_id: i64,
    cents: i64,
) -> Vec<(ArtistId, AlbumId)> {
    let mut saved = Vec::new();
    for (discogs_id, title) in (discogs_id..).zip(titles) {
        let album = AlbumBuilder::new(store, name, title, 1990).await.pressing(discogs_id, 1990, 500, Some(cents));
        saved.push(album.save().await);
    }
    saved
}

/// A listener in Spain who reads Spanish, with a session.
pub async fn oyente(app: &TestApp, name: &str) -> (UserId, String) {
    let (user, token) = support::listener(app.store(), name).await;
    app.store().get_or_create_user(name, "ES", "EUR", "es").await.expect("language");
    (user, token)
}

/// A pressing with its country, year and format.
pub fn pressing(discogs_id: i64, country: Option<&str>, year: Option<i16>, format: &str) -> Pressing {
    Pressing {
        discogs_id,
        title: "Amnesiac".to_owned(),
        country: country.map(str::to_owned),
        year,
        released: year.map(|year| year.to_string()),
        format: format.to_owned(),
        official: true,
        have: Some(10),
        ..Pressing::default()
    }
}
